package transcript_test

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

// same fails unless what was written is read without a fault and written again the same.
func same(t *testing.T, text []byte, again any, faults motcua.Faults) {
	t.Helper()
	if got := written(t, again); faults.Err() != nil || !bytes.Equal(got, text) {
		t.Errorf("%s\nis read as\n%s: %v", text, got, faults)
	}
}

// filing is a short one without a fault.
const filing = `{"code":"x","procedure":"1.004194","channel":"inPerson","nationalPortal":false,"assisted":false,"applicant":{"kind":"citizen","person":{"name":"N"},"verified":false},"reception":{"unit":"H56"},"competent":{"unit":"H56"},"delivery":"counter"}`

// FuzzParse: whatever the bytes, what is read without a fault is written and read the
// same, can be asked everything, and shows nobody in public.
func FuzzParse(f *testing.F) {
	_, setting := lived(3)
	f.Add([]byte(`{"dossier":"x","events":[{"id":"a","action":"submit","at":"2026-03-02T09:00:00Z","by":{"role":"counter"},"to":"registered","filing":` + filing + `},
{"id":"b","action":"withdraw","at":"2026-03-03T09:00:00Z","by":{"role":"applicant"},"to":"withdrawn","reason":"<&>"}]}`))
	f.Add([]byte(`{"dossier": "x", "events": []}`))
	f.Add([]byte(`{"format": 2, "dossier": "", "events": [{"id": "a", "action": "submit"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, faults := transcript.Parse(data, nil)
		d.Next(setting)
		house.Notices(d, setting)
		_, _, _ = transcript.View(d, setting)
		again, more := transcript.Parse(data, setting)
		if again == nil || len(more) < len(faults) {
			t.Errorf("with deadlines: %v, without: %v", more, faults)
		}
		if _, err := json.Marshal(d.Public()); !sound(t, faults) {
			return
		} else if err != nil {
			t.Error(err)
		}
		if d.Filing == nil { // nothing happened, and the code was that of nothing
			return
		}
		text := written(t, transcript.Of(d))
		d, faults = transcript.Parse(text, nil)
		same(t, text, transcript.Of(d), faults)
	})
}

// FuzzParseEvent: an event that is sound is written and read the same.
func FuzzParseEvent(f *testing.F) {
	f.Add([]byte(`{"id":"a","action":"extend","at":"2026-03-02T09:00:00.5Z","by":{"role":"leader"},"to":"processing","due":"2026-03-02T09:00:00-12:00","reason":"<&>"}`))
	f.Add([]byte(`{"id":"a","action":"submit","at":"2026-03-02T09:00:00Z","by":{"role":"counter"},"to":"registered","filing":` + filing + `}`))
	f.Add([]byte(`{"id":"a","action":"finish","at":"2026-03-02T09:00:00Z","by":{"role":"handler"},"to":"finished","results":[{"name":"x","document":false,"electronic":false,"valid":false,"stored":false,"refusal":false}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		e, faults := transcript.ParseEvent(data)
		if sound(t, faults) {
			text := written(t, e)
			again, faults := transcript.ParseEvent(text)
			same(t, text, again, faults)
		}
	})
}

// FuzzParseCommand: whatever is asked for of whatever dossier, it is decided or refused.
func FuzzParseCommand(f *testing.F) {
	d, setting := lived(3)
	f.Add([]byte(`{"id":"a","action":"submit","by":{"role":"counter"},"filing":` + filing + `}`))
	f.Add([]byte(`{"id":"a","action":"correct","by":{"role":"counter"},"reason":"x","filing":{}}`))
	f.Add([]byte(`{"id":"a","action":"confirmPayment","by":{"role":"system"},"payment":{"order":"o","amount":{"amount":"1","currency":"VND"}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, faults := transcript.ParseCommand(data)
		for _, d := range []*dossier.Dossier{{}, d} {
			e, err := d.Decide(&c, setting)
			if err == nil && (e.ID == "" || e.To == 0 || e.Action != c.Action) {
				t.Errorf("%v is %v", c, e)
			}
		}
		if sound(t, faults) {
			text := written(t, c)
			again, faults := transcript.ParseCommand(text)
			same(t, text, again, faults)
		}
	})
}

// FuzzParseLine: a line that is sound is appended and read the same.
func FuzzParseLine(f *testing.F) {
	f.Add([]byte(`{"dossier":"x","id":"a","action":"submit","at":"2026-03-02T09:00:00Z","by":{"role":"counter"},"to":"registered","filing":` + filing + `}`))
	f.Add([]byte(`{"format":9,"dossier":"x","id":"a","action":"refuse","at":"2026-03-02T09:00:00+07:00","by":{"role":"counter"},"to":"refused"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, faults := transcript.ParseLine(data)
		if !sound(t, faults) {
			return
		}
		text, err := transcript.AppendLine(nil, l.Dossier, &l.Event)
		if err != nil || bytes.Count(text, []byte("\n")) != 1 {
			t.Fatalf("%q, %v", text, err)
		}
		again, faults := transcript.ParseLine(text)
		appended, err := transcript.AppendLine(nil, again.Dossier, &again.Event)
		if err != nil || faults.Err() != nil || !bytes.Equal(appended, text) {
			t.Errorf("%s\nis appended again as\n%s: %v, %v", text, appended, err, faults)
		}
	})
}

// FuzzReadLines: every line that is not empty is given once, as ParseLine reads it.
func FuzzReadLines(f *testing.F) {
	const line = `{"dossier":"x","id":"a","action":"receive","at":"2026-03-02T09:00:00Z","by":{"role":"counter"},"to":"received"}`
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

// told are the codes and places of faults.
func told(faults motcua.Faults) string {
	var list []string
	for _, f := range faults {
		list = append(list, f.Code+" "+f.Pointer)
	}
	return strings.Join(list, ", ")
}
