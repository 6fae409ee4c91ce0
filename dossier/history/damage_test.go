package history_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/history"
	"github.com/motcua/motcua/dossier/workday"
)

// reseal writes a whole history anew, as somebody with access to the stream can: every
// record is changed as members of JSON, and all hashes are computed again.
func reseal(t testing.TB, records []motcua.Record, change func(version int, members map[string]any)) broken {
	t.Helper()
	previous := history.Hash{}
	var out broken
	for i, r := range records {
		members := membersOf(t, r.Data)
		change(i+1, members)
		members["previous"] = previous
		delete(members, "hash")
		var body bytes.Buffer
		e := json.NewEncoder(&body)
		e.SetEscapeHTML(false)
		if err := e.Encode(members); err != nil {
			t.Fatal(err)
		}
		text := bytes.TrimSpace(body.Bytes())
		previous = sha256.Sum256(text)
		r.Data = append(text[:len(text)-1:len(text)-1], `,"hash":"`+previous.String()+`"}`...)
		out = append(out, r)
	}
	return out
}

// TestRewritten: what a chain cannot show by itself, a head does; and it vouches for what
// came before it alone.
func TestRewritten(t *testing.T) {
	log := lived(t, 8)
	records := recorded(t, log)
	early, _ := verify(t, broken(records[:5]), history.Head{})
	head, _ := verify(t, log, history.Head{})
	if same := reseal(t, records, func(int, map[string]any) {}); !cmp.Equal(same, broken(records)) {
		t.Fatal("sealed again it is another history")
	}
	for _, row := range []struct {
		version int
		early   []string
	}{{3, []string{"HIS-HEAD-02 /version/5"}}, {7, nil}} {
		forged := reseal(t, records, func(version int, members map[string]any) {
			if version == row.version {
				members["event"].(map[string]any)["reason"] = "khác"
			}
		})
		if _, faults := verify(t, forged, history.Head{}); faults != nil {
			t.Errorf("version %d, no head: %v", row.version, faults)
		}
		if _, faults := verify(t, forged, early); !slices.Equal(codes(faults), row.early) {
			t.Errorf("version %d, the early head: %v", row.version, faults)
		}
		if _, faults := verify(t, forged, head); !slices.Equal(codes(faults), []string{"HIS-HEAD-02 /version/8"}) {
			t.Errorf("version %d, the last head: %v", row.version, faults)
		}
	}
	forged := slices.Clone(broken(records))
	whole := reseal(t, records, func(version int, members map[string]any) {
		if version == 3 {
			members["event"].(map[string]any)["reason"] = "khác"
		}
	})
	forged[2] = whole[2] // it fits what stands before it, with a hash of its own
	if _, faults := verify(t, forged, history.Head{}); !slices.Equal(codes(faults), []string{"HIS-SEAL-03 /version/4/previous"}) {
		t.Errorf("one record rewritten with its hash: %v", faults)
	}
	if now, faults := verify(t, log, early); faults != nil || now != head {
		t.Errorf("a history that grew: %v, %v", now, faults)
	}
}

// TestForeign: what is newer, or of others, is reported where it stands, and what can be
// read is read.
func TestForeign(t *testing.T) {
	log := lived(t, 8)
	records := recorded(t, log)
	event := func(members map[string]any) map[string]any { return members["event"].(map[string]any) }
	for _, row := range []struct {
		why    string
		at     int
		change func(members map[string]any)
		stored func(r *motcua.Record)
		want   []string
		state  dossier.State
		events int
	}{
		{why: "an action of a newer version keeps its state", at: 8, change: func(m map[string]any) { event(m)["action"] = "archive"; event(m)["to"] = "stopped" },
			stored: func(r *motcua.Record) { r.Type = "dossier.archive" }, want: []string{"HIS-FORM-04 /version/8/event/action"}, state: dossier.StateStopped, events: 8},
		{why: "its type is held to it all the same", at: 8, change: func(m map[string]any) { event(m)["action"] = "archive" },
			want: []string{"HIS-FORM-04 /version/8/event/action", "HIS-REC-02 /version/8/type"}, state: dossier.StateResultReady, events: 8},
		{why: "a state nobody knows leaves the dossier where it is", at: 8, change: func(m map[string]any) { event(m)["action"] = "archive"; event(m)["to"] = "archived" },
			stored: func(r *motcua.Record) { r.Type = "dossier.archive" }, want: []string{"HIS-FORM-04 /version/8/event/action", "DOC-VALUE-02 /version/8/event/to"}, state: dossier.StateFinished, events: 8},
		{why: "members of a newer version", at: 8, change: func(m map[string]any) { event(m)["shelf"] = "A1"; m["signature"] = "x" },
			want: []string{"DOC-MEMBER-02 /version/8/event/shelf", "DOC-MEMBER-02 /version/8/signature"}, state: dossier.StateResultReady, events: 8},
		{why: "a newer format, whose hashes are not judged", at: 8, change: func(m map[string]any) { m["format"] = 2 },
			want: []string{"HIS-FORM-03 /version/8/format"}, state: dossier.StateResultReady, events: 8},
		{why: "a newer format that hashes in another way", at: 8, change: func(m map[string]any) { m["format"] = 2 },
			stored: func(r *motcua.Record) { r.Data = bytes.Replace(r.Data, []byte(`"format":2`), []byte(`"format":3`), 1) },
			want:   []string{"HIS-FORM-03 /version/8/format"}, state: dossier.StateResultReady, events: 8},
		{why: "a day of birth that is none", at: 1, change: func(m map[string]any) {
			event(m)["filing"].(map[string]any)["applicant"].(map[string]any)["person"].(map[string]any)["birth"] = secret
		}, want: []string{"DOC-VALUE-02 /version/1/event/filing/applicant/person/birth"}, state: dossier.StateResultReady, events: 8},
		{why: "something else's record", at: 8, stored: func(r *motcua.Record) { r.Type, r.Data = "payment.paid", []byte(`{"order":"`+secret+`"}`) },
			want: []string{"HIS-FORM-01 /version/8"}, state: dossier.StateFinished, events: 7},
		{why: "no object", at: 8, stored: func(r *motcua.Record) { r.Data = []byte(`["` + secret + `"]`) }, want: []string{"HIS-FORM-01 /version/8"}, state: dossier.StateFinished, events: 7},
		{why: "half a record", at: 8, stored: func(r *motcua.Record) { r.Data = r.Data[:len(r.Data)/2] },
			want: []string{"DOC-SYNTAX-01 /version/8", "HIS-FORM-01 /version/8"}, state: dossier.StateFinished, events: 7},
		{why: "a record of another history", at: 8, change: func(m map[string]any) { m["stream"] = "dossier/X" }, want: []string{"HIS-REC-04 /version/8/stream"}, state: dossier.StateResultReady, events: 8},
		{why: "a filing of another dossier", at: 1, change: func(m map[string]any) { event(m)["filing"].(map[string]any)["code"] = "X" },
			want: []string{"HIS-REC-07 /version/1/event/filing/code"}, state: dossier.StateResultReady, events: 8},
		{why: "no version", at: 8, change: func(m map[string]any) { m["version"] = 0 }, want: []string{"HIS-FORM-05 /version/8/version"}, state: dossier.StateResultReady, events: 8},
	} {
		damaged := reseal(t, records, func(version int, members map[string]any) {
			if version == row.at && row.change != nil {
				row.change(members)
			}
		})
		if row.stored != nil {
			row.stored(&damaged[row.at-1])
		}
		_, faults := verify(t, damaged, history.Head{})
		if diff := cmp.Diff(row.want, codes(faults)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.why, diff)
		}
		d, head, err := history.Store{Log: damaged}.Load(t.Context(), code)
		if d.State != row.state || len(d.Events) != row.events || head != (history.Head{}) || !errors.As(err, &faults) || tells(err.Error()) {
			t.Errorf("%s: %v, %v, %v", row.why, d, head, err)
		}
		if _, err := (history.Store{Log: damaged}).Execute(t.Context(), code, command(9, dossier.ActionComplain, dossier.RoleApplicant), setting(99)); !errors.As(err, &faults) {
			t.Errorf("%s: executed, %v", row.why, err)
		}
	}
}

// TestSeveral: faults of several records are all told, each in its place.
func TestSeveral(t *testing.T) {
	records := recorded(t, lived(t, 8))
	damaged := broken(slices.Clone(records))
	damaged[1].Data = bytes.Replace(damaged[1].Data, []byte("Theo"), []byte("Qua "), 1)
	damaged[3].ID = "c33"
	damaged[5].Data = bytes.Replace(damaged[5].Data, []byte(`"previous":"`), []byte(`"previous":"00`), 1)
	damaged[7].Time = damaged[7].Time.Add(time.Microsecond)
	_, faults := verify(t, damaged, history.Head{})
	want := []string{"HIS-SEAL-01 /version/2/event", "HIS-REC-01 /version/4/id", "DOC-VALUE-02 /version/6/previous", "HIS-SEAL-03 /version/6/previous", "HIS-REC-03 /version/8/time"}
	if diff := cmp.Diff(want, codes(faults)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestHashOfLast: a head tells the content of the last record from its hash, and a record
// that was rewritten does not hide that the next one is damaged.
func TestHashOfLast(t *testing.T) {
	log := lived(t, 8)
	records := recorded(t, log)
	head, _ := verify(t, log, history.Head{})
	digits := []byte(head.Hash.String())
	damaged := broken(slices.Clone(records))
	damaged[7].Data = bytes.Replace(damaged[7].Data, digits, append([]byte("0000"), digits[4:]...), 1)
	if _, faults := verify(t, damaged, head); !slices.Equal(codes(faults), []string{"HIS-SEAL-02 /version/8/hash"}) {
		t.Errorf("the hash of the last: %v", faults)
	}
	damaged = slices.Clone(records)
	damaged[2] = reseal(t, records, func(version int, members map[string]any) {
		if version == 3 {
			members["event"].(map[string]any)["reason"] = "khác"
		}
	})[2]
	damaged[3].Data = bytes.Replace(damaged[3].Data, []byte("Theo"), []byte("Qua "), 1)
	if _, faults := verify(t, damaged, history.Head{}); !slices.Equal(codes(faults), []string{"HIS-SEAL-01 /version/4/event"}) {
		t.Errorf("the next after one rewritten: %v", faults)
	}
}

// TestPersons: no way of printing what this package gives back names a person.
func TestPersons(t *testing.T) {
	for _, r := range recorded(t, lived(t, 8)) {
		rec, faults := history.ParseRecord(r.Data)
		if faults != nil || !bytes.Contains(r.Data, []byte(secret)) {
			t.Fatalf("%v: %s", faults, r.Data)
		}
		var logged bytes.Buffer
		slog.New(slog.NewJSONHandler(&logged, nil)).Info("record", "record", rec)
		slog.New(slog.NewTextHandler(&logged, nil)).Info("record", "record", rec)
		if text := fmt.Sprintf("%v %+v %#v %s %q %s", rec, rec, rec, rec, rec, &logged); tells(text) {
			t.Errorf("%s", text)
		}
	}
}

// TestTimes: all times of an event are written in UTC, and there are no others than seal
// knows.
func TestTimes(t *testing.T) {
	var times []string
	var walk func(reflect.Type, string)
	walk = func(typ reflect.Type, at string) {
		switch typ.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Map:
			walk(typ.Elem(), at)
		case reflect.Struct:
			if typ == reflect.TypeFor[time.Time]() {
				times = append(times, at)
				return
			}
			for _, f := range reflect.VisibleFields(typ) {
				if f.IsExported() && !f.Anonymous {
					walk(f.Type, at+"."+f.Name)
				}
			}
		}
	}
	walk(reflect.TypeFor[dossier.Event](), "")
	if diff := cmp.Diff([]string{".At", ".Due"}, times); diff != "" {
		t.Errorf("times of an event (-sealed +there):\n%s", diff)
	}
	log := lived(t, 3)
	s := setting(2)
	s.Now = s.Now.Add(123456789)
	s.Office, _ = workday.National().Office(workday.UsualHours())
	e, err := history.Store{Log: log}.Execute(t.Context(), code, command(9, dossier.ActionExtend, dossier.RoleLeader), s)
	if err != nil || e.At.Location() != time.UTC || !e.At.Equal(s.Now) {
		t.Fatalf("%v, %v", e.At, err)
	}
	last := recorded(t, log)[3]
	if text := string(last.Data); !strings.Contains(text, `"at":"2026-03-02T04:00:00.123456789Z"`) || !strings.Contains(text, `"due":"2026-03-11T02:00:00Z"`) || strings.Contains(text, "+07:00") {
		t.Errorf("%s", text)
	}
	if !last.Time.Equal(s.Now.Truncate(time.Microsecond)) {
		t.Errorf("%v", last.Time)
	}
	sound(t, log)
}

// TestStreams: both ways of writing a code lead to one stream, and others to others.
func TestStreams(t *testing.T) {
	for code, want := range map[string]string{
		"H56.34.12-260701-0001":     "dossier/H56.34.12-260701-0001",
		"000.12.34.H56-260701-0001": "dossier/H56.34.12-260701-0001",
		"BHXH/2026/17":              "dossier/BHXH/2026/17",
		"":                          "",
	} {
		if got := history.StreamOf(code); got != want {
			t.Errorf("%s: %s", code, got)
		}
	}
	log, c := new(motcua.MemoryLog), life()[0]
	c.Filing.Code = "000.00.12.H56-260302-0001"
	if _, err := (history.Store{Log: log}).Execute(t.Context(), code, c, setting(0)); err != nil {
		t.Fatal(err)
	}
	sound(t, log)
	c = life()[0]
	c.Filing.Code = "BHXH/2026/17"
	if _, err := (history.Store{Log: log}).Execute(t.Context(), c.Filing.Code, c, setting(0)); err != nil {
		t.Fatal(err)
	}
	if d, head, err := (history.Store{Log: log}).Load(t.Context(), "BHXH/2026/17"); err != nil || head.Version != 1 || d.Filing.Code != "BHXH/2026/17" {
		t.Errorf("%v, %v, %v", d, head, err)
	}
}
