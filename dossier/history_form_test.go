package dossier_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/transcript"
	"pgregory.net/rapid"
)

// TestWrittenAsRead: what is written is read without a fault of form and written again
// byte for byte: dossiers, events, commands and lines.
func TestWrittenAsRead(t *testing.T) {
	l := fullLife(t)
	text := documentOf(t, l.Dossier)
	var spaced bytes.Buffer
	if err := json.Indent(&spaced, text, "", "\t"); err != nil {
		t.Fatal(err)
	}
	for _, other := range []string{
		string(text), spaced.String(), "\n" + string(text) + " \n",
		strings.Replace(string(text), "{", `{"format": 1, `, 1), // the version it is of anyway
		strings.Replace(string(text), "/f1", `\/f1`, 1),         // escaped without need
	} {
		d, faults := transcript.Parse([]byte(other), nil)
		if err := faults.Err(); err != nil {
			t.Errorf("%.80s: %v", other, err)
		}
		if again := documentOf(t, d); !bytes.Equal(again, text) {
			t.Errorf("%s\nis written again as\n%s", other, again)
		}
	}
	for i := range l.Events {
		rewritten(t, l.Filing.Code, &l.Events[i])
	}
}

// rewritten holds an event, the command it came of and its line to how they are read.
func rewritten(t testing.TB, code string, e *dossier.Event) {
	t.Helper()
	same := func(text []byte, again any, err error) {
		t.Helper()
		if got := eventOf(t, again); err != nil || !bytes.Equal(got, text) {
			t.Errorf("%s\nis written again as\n%s, %v", text, got, err)
		}
	}
	text := eventOf(t, e)
	event, faults := transcript.ParseEvent(text)
	same(text, event, faults.Err())
	text = eventOf(t, dossier.Command{ID: e.ID, Action: e.Action, By: e.By, Details: e.Details})
	command, faults := transcript.ParseCommand(text)
	same(text, command, faults.Err())
	written, err := transcript.AppendLine([]byte("before\n"), code, e)
	if err != nil || !bytes.HasPrefix(written, []byte("before\n{")) || bytes.Count(written, []byte("\n")) != 2 {
		t.Errorf("%s, %v", written, err)
	}
	line, faults := transcript.ParseLine(written[len("before\n"):])
	again, err := transcript.AppendLine([]byte("before\n"), line.Dossier, &line.Event)
	if err != nil || faults.Err() != nil || !bytes.Equal(again, written) {
		t.Errorf("%s\nis written again as\n%s, %v, %v", written, again, err, faults)
	}
}

// TestAppendLineFails: what cannot be written adds nothing.
func TestAppendLineFails(t *testing.T) {
	dst, err := transcript.AppendLine([]byte("kept"), "H56.12-260302-0001", &dossier.Event{})
	if err == nil || string(dst) != "kept" {
		t.Errorf("%q, %v", dst, err)
	}
}

// TestDrawnLivesWritten: so it is with lives nobody thought of.
func TestDrawnLivesWritten(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		l := (&drawing{t: rt}).life()
		for range 1 + l.roll(12, "commands") {
			l.wait()
			if e, err := l.d.Decide(l.command(), &l.s); err == nil && e.At.Year() < 3000 {
				l.d.Apply(e)
			}
		}
		text, err := l.d.MarshalJSON()
		if err != nil {
			return // a literal that no document can hold, such as terms of no source
		}
		d, faults := transcript.Parse(text, nil)
		if strings.Contains(told(faults), "DOC-") || strings.Contains(told(faults), "DOS-HIS-") {
			t.Fatalf("%s: %v", text, faults)
		}
		if again := documentOf(t, d); !bytes.Equal(again, text) || d.String() != l.d.String() && len(l.d.Events) > 0 {
			t.Fatalf("%v: %s\nis written again as\n%s", l.d, text, again)
		}
	})
}

// TestFormFaults: members that are unknown, twice there, missing or of a wrong type, in
// each of the documents.
func TestFormFaults(t *testing.T) {
	e := `{"id": "c1", "action": "withdraw", "at": "2026-03-02T09:00:00+07:00", "by": {"role": "applicant"}, "to": "withdrawn", "reason": "x"}`
	parse := map[string]func(string) motcua.Faults{
		"event": func(s string) motcua.Faults { _, faults := transcript.ParseEvent([]byte(s)); return faults },
		"line": func(s string) motcua.Faults {
			_, faults := transcript.ParseLine([]byte(`{"dossier": "x", ` + s[1:]))
			return faults
		},
		"command": func(s string) motcua.Faults {
			_, faults := transcript.ParseCommand([]byte(asCommand.Replace(s)))
			return faults
		},
		"dossier": func(s string) motcua.Faults {
			_, faults := transcript.Parse([]byte(`{"dossier": "x", "events": [`+s+`]}`), nil)
			return slices.DeleteFunc(faults, func(f *motcua.Fault) bool { return f.Code == "DOS-HIS-06" }) // it has no filing
		},
	}
	for _, row := range []struct{ why, from, to, want string }{
		{"nothing", "", "", ""},
		{"an unknown member", `"id"`, `"why": 1, "id"`, "DOC-MEMBER-02 /why"},
		{"nearly its name, told once", `"reason"`, `"raeson"`, "DOC-MEMBER-02 /raeson"},
		{"another case", `"id"`, `"Id"`, "DOC-MEMBER-02 /Id"},
		{"twice", `"id"`, `"id": "c0", "id"`, "DOC-MEMBER-01 /id"},
		{"twice, further in", `"role"`, `"role": "counter", "role"`, "DOC-MEMBER-01 /by/role"},
		{"missing", `"id": "c1", `, "", "DOC-MEMBER-03 /id"},
		{"missing, further in", `"role": "applicant"`, "", "DOC-MEMBER-03 /by/role"},
		{"a number for a text", `"c1"`, `1`, "DOC-VALUE-01 /id"},
		{"null for a text", `"x"`, `null`, "DOC-VALUE-01 /reason"},
		{"a list for a part", `{"role": "applicant"}`, `[]`, "DOC-VALUE-01 /by"},
		{"a text for a list", `"reason"`, `"papers": "x", "reason"`, "DOC-VALUE-01 /papers"},
		{"a flag for a text", `"reason": "x"`, `"reason": true`, "DOC-VALUE-01 /reason"},
		{"a role nobody has", `"applicant"`, `"king"`, "DOC-VALUE-02 /by/role"},
	} {
		for name, read := range parse {
			got := told(read(strings.Replace(e, row.from, row.to, 1)))
			if got = strings.ReplaceAll(got, "/events/0", ""); got != row.want {
				t.Errorf("%s of a %s: %s, want %s", row.why, name, got, row.want)
			}
		}
	}
	for name, read := range parse {
		for _, s := range []string{`{"a"`, `{"id": "\ud800"}`, `{} {}`} {
			if got := told(read(s)); !strings.HasPrefix(got, "DOC-") {
				t.Errorf("%s as a %s: %s", s, name, got)
			}
		}
	}
}

// asCommand makes an event a command, which has neither time nor state.
var asCommand = strings.NewReplacer(`"at": "2026-03-02T09:00:00+07:00", `, "", `"to": "withdrawn", `, "")
