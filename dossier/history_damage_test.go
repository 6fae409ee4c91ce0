package dossier_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/transcript"
)

// damaged reads a dossier whose events were tampered with.
func damaged(t *testing.T, code string, events []dossier.Event) (*dossier.Dossier, string) {
	t.Helper()
	text, err := json.Marshal(transcript.Document{Dossier: code, Events: events})
	if err != nil {
		t.Fatal(err)
	}
	d, faults := transcript.Parse(text, nil)
	return d, told(onlyErrors(faults))
}

// TestDamagedDocuments: what is wrong is told where it is, and what can be read is read.
func TestDamagedDocuments(t *testing.T) {
	whole := received(t, "5 working days", whole)
	whole.do("03-03 09:00", dossier.ActionAskSupplement, handler, dossier.StateSupplement)
	whole.do("03-04 09:00", dossier.ActionSupplement, applicant, dossier.StateProcessing)
	whole.do("03-05 09:00", dossier.ActionFinish, handler, dossier.StateFinished) // 0 to 5: submit, receive, handOver, ask, supplement, finish
	for _, row := range []struct {
		why     string
		damage  func([]dossier.Event) []dossier.Event
		want    string
		state   dossier.State
		version int64
	}{
		{"nothing", func(e []dossier.Event) []dossier.Event { return e }, "", dossier.StateFinished, 6},
		{"nothing at all", func(e []dossier.Event) []dossier.Event { return e[:0] }, "", 0, 0},
		{"cut at the end", func(e []dossier.Event) []dossier.Event { return e[:4] }, "", dossier.StateSupplement, 4},
		{"cut at the front", func(e []dossier.Event) []dossier.Event { return e[3:] }, "DOS-HIS-06 /events/0/action", dossier.StateFinished, 3},
		{"an answer without its question", func(e []dossier.Event) []dossier.Event { return slices.Delete(e, 3, 4) }, "DOS-HIS-03 /events/3", dossier.StateFinished, 4},
		{"a step left out", func(e []dossier.Event) []dossier.Event { return slices.Delete(e, 2, 3) }, "DOS-HIS-03 /events/2, DOS-HIS-03 /events/3, DOS-HIS-03 /events/4", dossier.StateReceived, 2},
		{"two in another order", func(e []dossier.Event) []dossier.Event { e[3], e[4] = e[4], e[3]; return e }, "DOS-HIS-03 /events/3, DOS-HIS-03 /events/5", dossier.StateSupplement, 4},
		{"an event twice", func(e []dossier.Event) []dossier.Event { return slices.Insert(e, 2, e[1]) }, "DOS-HIS-01 /events/2/id", dossier.StateFinished, 6},
		{"another event by the same id", func(e []dossier.Event) []dossier.Event { e[4].ID = e[0].ID; return e }, "DOS-HIS-01 /events/4/id, DOS-HIS-03 /events/5", dossier.StateSupplement, 4},
		{"before the one above it", func(e []dossier.Event) []dossier.Event { e[4].At = e[2].At; return e }, "DOS-HIS-02 /events/4/at, DOS-HIS-03 /events/5", dossier.StateSupplement, 4},
		{"at the same time", func(e []dossier.Event) []dossier.Event { e[4].At = e[3].At; return e }, "", dossier.StateFinished, 6},
		{"by somebody who may not", func(e []dossier.Event) []dossier.Event { e[5].By.Role = applicant; return e }, "DOS-HIS-03 /events/5", dossier.StateFinished, 6},
		{"leading elsewhere, where it is taken at its word", func(e []dossier.Event) []dossier.Event { e[5].To = dossier.StateReturned; return e }, "DOS-HIS-04 /events/5/to", dossier.StateReturned, 6},
		{"without what it needs, which happened all the same", func(e []dossier.Event) []dossier.Event { e[5].Results = nil; return e }, "DOS-EVT-02 /events/5/results", dossier.StateFinished, 6},
		{"filed twice", func(e []dossier.Event) []dossier.Event {
			again := e[0]
			again.ID, again.At = "again", e[5].At
			return append(e, again)
		}, "DOS-HIS-03 /events/6", dossier.StateFinished, 6},
	} {
		d, got := damaged(t, whole.Filing.Code, row.damage(slices.Clone(whole.Events)))
		if got != row.want || d.State != row.state || d.Version() != row.version {
			t.Errorf("%s: %q and %v, want %q and %v after %d", row.why, got, d, row.want, row.state, row.version)
		}
	}
}

// TestNewerDocuments: what a newer version wrote is told, and read as far as it goes: an
// action nobody knows is taken at its word for the state.
func TestNewerDocuments(t *testing.T) {
	l := received(t, "5 working days", whole)
	l.do("03-05 09:00", dossier.ActionFinish, handler, dossier.StateFinished)
	text := string(documentOf(t, l.Dossier))
	for _, row := range []struct{ why, from, to, want string }{
		{"another form", `{"dossier"`, `{"format":2,"dossier"`, "DOS-HIS-05 /format"},
		{"a form before the first", `{"dossier"`, `{"format":-1,"dossier"`, "DOS-HIS-05 /format"},
		{"an action nobody knows", `"handOver"`, `"archive"`, "DOC-VALUE-02 /events/2/action"},
		{"an action and a member nobody knows", `"action":"handOver"`, `"action":"archive","shelf":7`, "DOC-VALUE-02 /events/2/action, DOC-MEMBER-02 /events/2/shelf"},
	} {
		d, faults := transcript.Parse([]byte(strings.Replace(text, row.from, row.to, 1)), nil)
		if got := told(onlyErrors(faults)); got != row.want || d.State != dossier.StateFinished || d.Version() != 4 || d.Filing.Code != l.Filing.Code {
			t.Errorf("%s: %q and %v, want %q", row.why, got, d, row.want)
		}
	}
	events := slices.Clone(l.Events)
	events[2].Action = 200 // who reads with less care
	if d, faults := dossier.Replay(events, &dossier.Setting{}); told(faults) != "DOS-HIS-05 /2/action" || d.State != dossier.StateFinished {
		t.Errorf("%v, %v", d, faults)
	}
	if _, faults := transcript.ParseLine([]byte(`{"format": 2, ` + lineOf(t, l.Filing.Code, &l.Events[1])[1:])); told(faults) != "DOS-HIS-05 /format" {
		t.Errorf("%v", faults)
	}
}

// TestDamagedLines: of lines that mix two dossiers and are cut in the middle of one, each
// is given with its number and its own faults, and the others are whole.
func TestDamagedLines(t *testing.T) {
	l := received(t, "5 working days", whole)
	var text []byte
	for _, e := range l.Events {
		for _, code := range []string{l.Filing.Code, "H56.12-260302-0009"} {
			other := e
			if e.Filing != nil {
				filing := *e.Filing
				filing.Code, other.Filing = code, &filing
			}
			text = append(text, lineOf(t, code, &other)...)
		}
	}
	text = append([]byte("\r\n  \n"), text...)
	text = text[:len(text)-40] // the last line loses its end
	got := map[string][]dossier.Event{}
	numbers, faulty := []int{}, ""
	err := transcript.ReadLines(bytes.NewReader(text), func(number int, line *transcript.Line, faults motcua.Faults) error {
		numbers = append(numbers, number)
		if bad := onlyErrors(faults); bad != nil {
			faulty += fmt.Sprintf("%d: %s (line %d)", number, told(bad), bad[0].Line)
			return nil
		}
		got[line.Dossier] = append(got[line.Dossier], line.Event)
		return nil
	})
	if err != nil || fmt.Sprint(numbers) != "[3 4 5 6 7 8]" || faulty != "8: DOC-SYNTAX-01  (line 8)" {
		t.Errorf("%v, lines %v, faults %s", err, numbers, faulty)
	}
	for code, n := range map[string]int{l.Filing.Code: 3, "H56.12-260302-0009": 2} {
		if d, faults := dossier.Replay(got[code], &l.Setting); int(d.Version()) != n || faults.Err() != nil || d.Filing.Code != code {
			t.Errorf("%s: %v, %v", code, d, faults)
		}
	}
	stop := errors.New("enough")
	err = transcript.ReadLines(bytes.NewReader(text), func(int, *transcript.Line, motcua.Faults) error { return stop })
	if !errors.Is(err, stop) {
		t.Errorf("%v", err)
	}
}

// TestLinesKept: what a reader was given stays as it is while others are read.
func TestLinesKept(t *testing.T) {
	l := fullLife(t)
	var text []byte
	for i := range l.Events {
		text = append(text, lineOf(t, l.Filing.Code, &l.Events[i])...)
	}
	var kept []dossier.Event
	if err := transcript.ReadLines(bytes.NewReader(text), func(_ int, line *transcript.Line, _ motcua.Faults) error {
		kept = append(kept, line.Event)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if again := documentOf(t, dossier.Fold(kept)); !bytes.Equal(again, documentOf(t, l.Dossier)) {
		t.Errorf("%s", again)
	}
}
