package dossier_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/house"
	"github.com/motcua/motcua/dossier/transcript"
)

// sound stops a fuzz target at faults that lack a place in the input or a message.
func sound(t *testing.T, faults motcua.Faults) bool {
	t.Helper()
	for _, f := range faults {
		if f.Code == "" || f.Line < 1 || f.Message.Vi == "" || f.Message.En == "" || f.Pointer != "" && f.Pointer[0] != '/' {
			t.Errorf("%+v", f)
		}
	}
	return faults.Err() == nil
}

// FuzzParseDossier: whatever the bytes, what is read without a fault is written and read
// the same, can be asked everything, and shows nobody in public.
func FuzzParseDossier(f *testing.F) {
	l := received(f, "5 working days", whole)
	f.Add(documentOf(f, l.Dossier))
	f.Add([]byte(`{"dossier": "x", "events": []}`))
	f.Add([]byte(`{"format": 2, "dossier": "", "events": [{"id": "a", "action": "submit"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, faults := transcript.Parse(data, nil)
		setting := l.Setting
		d.Next(&setting)
		house.Notices(d, &setting)
		_, _, _ = transcript.View(d, &setting)
		again, faults2 := transcript.Parse(data, &l.Setting)
		if again == nil || len(faults2) < len(faults) {
			t.Errorf("with deadlines: %v, without: %v", faults2, faults)
		}
		if _, err := json.Marshal(d.Public()); !sound(t, faults) {
			return
		} else if err != nil {
			t.Error(err)
		}
		if d.Filing == nil { // nothing happened, and the code was that of nothing
			return
		}
		text := documentOf(t, d)
		same, faults := transcript.Parse(text, nil)
		if got := documentOf(t, same); faults.Err() != nil || !bytes.Equal(got, text) {
			t.Errorf("%s\nis read as\n%s: %v", text, got, faults)
		}
	})
}

// FuzzParseEvent: an event and the command it would come of.
func FuzzParseEvent(f *testing.F) {
	l := received(f, "5 working days", whole)
	for i := range l.Events {
		f.Add(eventOf(f, l.Events[i]))
	}
	f.Add([]byte(`{"id": "a", "action": "extend", "at": "2026-03-02T09:00:00.5Z", "by": {"role": "leader"}, "to": "processing", "due": "2026-03-02T09:00:00-12:00", "reason": "<&>"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		e, faults := transcript.ParseEvent(data)
		if sound(t, faults) {
			code := "x"
			if e.Filing != nil {
				code = e.Filing.Code
			}
			rewritten(t, code, &e)
		}
	})
}

// FuzzParseCommand: whatever is asked for of whatever dossier, it is decided or refused.
func FuzzParseCommand(f *testing.F) {
	l := received(f, "5 working days", whole)
	f.Add(eventOf(f, commandOf(l.Dossier, &l.Setting, dossier.ActionFinish, handler, dossier.StateFinished)))
	f.Add(eventOf(f, commandOf(l.Dossier, &l.Setting, dossier.ActionExtend, leader, dossier.StateProcessing)))
	f.Add([]byte(`{"id": "a", "action": "correct", "by": {"role": "counter"}, "reason": "x", "filing": {}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, faults := transcript.ParseCommand(data)
		for _, d := range []*dossier.Dossier{{}, l.Dossier} {
			e, err := d.Decide(&c, &l.Setting)
			if err == nil && (e.ID == "" || e.To == 0 || e.Action != c.Action) {
				t.Errorf("%v is %v", c, e)
			}
		}
		if !sound(t, faults) {
			return
		}
		text := eventOf(t, c)
		again, faults := transcript.ParseCommand(text)
		if got := eventOf(t, again); faults.Err() != nil || !bytes.Equal(got, text) {
			t.Errorf("%s\nis read as\n%s: %v", text, got, faults)
		}
	})
}

// FuzzReadLines: every line that is not empty is given once, as ParseLine reads it.
func FuzzReadLines(f *testing.F) {
	l := received(f, "5 working days", whole)
	line := lineOf(f, l.Filing.Code, &l.Events[1])
	f.Add([]byte(line + "\n{}\r\n" + line[:40] + "\n" + line))
	f.Add([]byte("\xff\n\n[]\nnull"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var given []string
		err := transcript.ReadLines(bytes.NewReader(data), func(number int, l *transcript.Line, faults motcua.Faults) error {
			for _, x := range faults {
				if x.Line != number {
					t.Errorf("line %d: %+v", number, x)
				}
			}
			sound(t, faults)
			given = append(given, told(faults)+l.String())
			return nil
		})
		if err != nil {
			t.Error(err)
		}
		var want []string
		for _, text := range strings.Split(string(data), "\n") {
			if text = strings.TrimSpace(text); text != "" {
				l, faults := transcript.ParseLine([]byte(text))
				want = append(want, told(faults)+l.String())
			}
		}
		if strings.Join(given, "\n") != strings.Join(want, "\n") {
			t.Errorf("%q, want %q", given, want)
		}
	})
}

// FuzzParseLifeRules: rules that are taken are written and read the same.
func FuzzParseLifeRules(f *testing.F) {
	shipped := eventOf(f, dossier.StandardLifeRules())
	f.Add(shipped)
	f.Add([]byte(`{"default": {"supplements": 0, "source": {"basis": "ours"}}, "procedures": [{"code": "1.000001", "supplements": -1, "source": {"basis": "ours"}}], "answers": []}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		rules, faults := dossier.ParseLifeRules(data)
		if !sound(t, faults) {
			return
		}
		text := eventOf(t, rules)
		again, faults := dossier.ParseLifeRules(text)
		if got := eventOf(t, again); faults.Err() != nil || !bytes.Equal(got, text) {
			t.Errorf("%s\nis read as\n%s: %v", text, got, faults)
		}
	})
}
