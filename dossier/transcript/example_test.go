package transcript_test

import (
	"bytes"
	"fmt"
	"log"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/transcript"
	"github.com/motcua/motcua/dossier/workday"
)

// A dossier is written down and read back. Then somebody edits the text by hand.
func Example() {
	d, setting := lived(5) // filed, received, handed over, sent back for a paper that came
	text, err := d.MarshalJSON()
	if err != nil {
		log.Fatal(err)
	}
	again, faults := transcript.Parse(text, setting)
	fmt.Println(again, "–", faults)

	edited := strings.NewReplacer(
		`"dossier":"H56.12-260302-0001"`, `"dossier":"H56.12-260302-0002"`,
		`"step":"thẩm định"`, `"step":7`,
		`"role":"handler"`, `"role":"applicant"`, // who cannot ask for supplements
	).Replace(string(text))
	again, faults = transcript.Parse([]byte(edited), setting)
	for _, f := range faults {
		fmt.Println(f.Pointer, f.Code, f.Message.En)
	}
	fmt.Println(again)
	// Output:
	// dossier H56.12-260302-0001: processing after 5 events – no faults
	// /dossier DOS-FIL-06 another code than the one filed
	// /events/2/desk/step DOC-VALUE-01 want a string, not a number
	// /events/3 DOS-HIS-03 askSupplement in state processing: it is for somebody else to do
	// dossier H56.12-260302-0001: processing after 5 events
}

// A dossier is written as its events and nothing else; the state is not written, for it
// follows.
func ExampleOf() {
	d, _ := lived(3)
	h := transcript.Of(d)
	fmt.Println(h.Dossier)
	for _, e := range h.Events {
		fmt.Println(e)
	}
	// Output:
	// H56.12-260302-0001
	// 2026-03-02T09:00:00+07:00 submit by applicant: awaitingAnswer
	// 2026-03-03T09:00:00+07:00 receive by counter of H56.12: received
	// 2026-03-04T09:00:00+07:00 handOver by counter of H56.12: processing
}

// An event is checked by itself; whether it may follow others is for Parse to say.
func ExampleParseEvent() {
	e, faults := transcript.ParseEvent([]byte(`{
		"id": "c1", "action": "receive", "at": "2026-03-02T17:00:00+07:00", "by": {"role": "counter", "unit": "000.00.12.H56"}, "to": "received"}`))
	fmt.Println(e, "–", faults)
	_, faults = transcript.ParseEvent([]byte(`{
		"id": "c1", "action": "extend", "at": "2026-03-02T17:00:00+07:00", "by": {"role": "leader"}, "to": "processing", "apology": "1/TXL"}`))
	fmt.Println(faults)
	// Output:
	// 2026-03-02T17:00:00+07:00 receive by counter of H56.12: received – no faults
	// line 1: /due: DOS-EVT-02: the action needs this member
	// line 1: /reason: DOS-EVT-02: the action needs this member
}

// A command is read, and decided on by the dossier it is for.
func ExampleParseCommand() {
	d, setting := lived(3)
	for _, text := range []string{
		`{"id": "x1", "action": "withdraw", "by": {"role": "applicant"}, "reason": "đổi ý"}`,
		`{"id": "x2", "action": "withdraw", "by": {"role": "neighbour"}}`,
	} {
		c, faults := transcript.ParseCommand([]byte(text))
		if err := faults.Err(); err != nil {
			fmt.Println(faults)
			continue
		}
		fmt.Println(d.Decide(&c, setting))
	}
	// Output:
	// 2026-03-04T09:00:00+07:00 withdraw by applicant: withdrawn <nil>
	// line 1: /by/role: DOC-VALUE-02: not a valid value
	// line 1: /reason: DOS-EVT-02: the action needs this member
}

// A line is an event and the code of its dossier.
func ExampleParseLine() {
	l, faults := transcript.ParseLine([]byte(`{"dossier": "H56.12-260302-0001", "id": "c1", "action": "receive", ` +
		`"at": "2026-03-02T17:00:00+07:00", "by": {"role": "counter"}, "to": "received"}`))
	fmt.Println(l, "–", faults)
	// Output:
	// H56.12-260302-0001 2026-03-02T17:00:00+07:00 receive by counter: received – no faults
}

// Two dossiers in one file, mixed as they happened, and a line that is broken.
func ExampleReadLines() {
	d, _ := lived(3)
	var file []byte
	for _, e := range d.Events {
		file, _ = transcript.AppendLine(file, code, &e)
	}
	withdrawn := dossier.Event{ID: "w", Action: dossier.ActionWithdraw, At: d.Events[2].At, To: dossier.StateWithdrawn}
	withdrawn.By.Role, withdrawn.Reason = dossier.RoleApplicant, "đổi ý"
	file, _ = transcript.AppendLine(file, "H56.12-260227-0007", &withdrawn)
	file = append(file, `{"dossier": "H56.12-260302-0001", "id`...)

	histories := map[string][]dossier.Event{}
	err := transcript.ReadLines(bytes.NewReader(file), func(_ int, l *transcript.Line, faults motcua.Faults) error {
		if err := faults.Err(); err != nil {
			fmt.Println(err)
			return nil // and read on
		}
		histories[l.Dossier] = append(histories[l.Dossier], l.Event)
		return nil
	})
	fmt.Println(dossier.Fold(histories[code]), len(histories), err)
	// Output:
	// line 5: DOC-SYNTAX-01: not valid JSON: unexpected end of JSON input
	// dossier H56.12-260302-0001: processing after 3 events 2 <nil>
}

// An event as it is appended to a file.
func ExampleAppendLine() {
	d, _ := lived(2)
	line, err := transcript.AppendLine(nil, d.Code(), &d.Events[1])
	fmt.Printf("%s%v\n", line, err)
	// Output:
	// {"dossier":"H56.12-260302-0001","id":"c1","action":"receive","at":"2026-03-03T09:00:00+07:00","by":{"role":"counter","unit":"H56.12"},"to":"received"}
	// <nil>
}

// How a clock stands, for those who do not compute it.
func ExampleView() {
	d, setting := lived(4) // supplements are waited for
	ledger, verdict, err := transcript.View(d, setting)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(ledger.Status, "due", workday.InWords(ledger.Due).En)
	fmt.Println(ledger.Balance.Consumed, "minutes used,", ledger.Balance.Remaining, "left")
	fmt.Println(verdict.State, verdict.Citizen, verdict.Index.Verdict)
	// Output:
	// paused due Tuesday 10 March 2026, 09:00
	// 900 minutes used, 1350 left
	// supplement pending onTime
}

// Every document has a schema and a check.
func ExampleDocuments() {
	for _, d := range transcript.Documents() {
		fmt.Println(d.Name, d.ID, len(d.Check([]byte(`{}`))), "faults in {}")
	}
	// Output:
	// dossier https://github.com/motcua/motcua/schema/dossier-1.json 2 faults in {}
	// event https://github.com/motcua/motcua/schema/event-1.json 6 faults in {}
	// command https://github.com/motcua/motcua/schema/command-1.json 3 faults in {}
	// ledger https://github.com/motcua/motcua/schema/ledger-1.json 6 faults in {}
	// verdict https://github.com/motcua/motcua/schema/verdict-1.json 6 faults in {}
}
