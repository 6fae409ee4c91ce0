package eventlog_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/eventlog"
	"pgregory.net/rapid"
)

func names(actions []dossier.Action) string {
	texts := make([]string, len(actions))
	for i, a := range actions {
		texts[i] = a.String()
	}
	return strings.Join(texts, "+")
}

// told writes a step in one line.
func told(s eventlog.Step) string {
	text := s.At.Format("02 15:04")
	if s.Day {
		text = s.At.Format("02")
	}
	if s.Row == nil {
		return text + " unknown"
	}
	if len(s.Row.Actions) == 0 {
		return text + " -"
	}
	return text + " " + names(s.Row.Actions) + s.Row.Pause
}

func TestSteps(t *testing.T) {
	event := func(at time.Time, code, name, answer string) eventlog.Event {
		hour, minute, _ := at.Clock()
		return eventlog.Event{At: at, Day: hour+minute == 0, Code: code, Activity: name, Answer: answer}
	}
	c := eventlog.Case{ID: "c", Started: at(2, 0, 0), Ended: at(20, 16, 0), Events: []eventlog.Event{
		event(at(2, 0, 0), "01_HOOFD_010", "register submission date request", ""),
		event(at(2, 11, 0), "01_HOOFD_030_1", "send confirmation receipt", ""),
		event(at(3, 0, 0), "08_AWB45_020_2", "enter senddate retrieve missing data", ""),
		event(at(3, 9, 0), "08_AWB45_005", "request complete", "False"),
		event(at(9, 10, 0), "08_AWB45_040", "enter receipt of additional data", "6-3-2026 0:00:00"),
		event(at(10, 9, 0), "06_VD_010", "extend procedure term", "True"),
		event(at(10, 9, 30), "06_VD_030", "register number of days extension period", "42"),
		event(at(11, 0, 0), "06_VD_070", "enter senddate decision procedure term extension", ""),
		event(at(12, 9, 0), "05_EIND_020", "enter date termination request received", "soon"),
		event(at(20, 0, 0), "01_HOOFD_491", "register date environmental permit decision", ""),
		event(at(20, 0, 0), "01_HOOFD_491", "submit decision", "True"),
		event(at(21, 0, 0), "01_HOOFD_510_2", "enter senddate decision environmental permit", ""),
		event(at(30, 9, 0), "01_BB_540", "objection lodged against decision", "True"),
	}}
	want := []string{
		"02 submit+receive", // what the case states stands first
		"02 -",
		"02 11:00 handOver",
		"03 askSupplement",
		"03 09:00 -",
		"06 supplement", // by its answer, not by when it was booked
		"10 09:00 -",    // a question is no extension
		"10 09:30 -",
		"11 extend",
		"12 09:00 withdraw",    // the answer is no day: the event's own time stands
		"20 finish+signResult", // one code, two meanings: the name decides
		"20 -",
		"20 16:00 -",
		"21 issue+returnResult",
		"30 09:00 -",
	}
	var got []string
	for _, s := range eventlog.BPIC2015().Steps(&c) {
		got = append(got, told(s))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := (&eventlog.Map{}).Steps(&c); got[3].Row != nil || told(got[3]) != "03 unknown" {
		t.Errorf("a map without rows knows %v", got[3])
	}
}

// TestStepsLeaveNothingOut: each event is one step, by time, and what the case states
// is two more.
func TestStepsLeaveNothingOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := eventlog.Case{Started: at(rapid.IntRange(1, 9).Draw(t, "start"), 0, 0), Ended: at(rapid.IntRange(1, 30).Draw(t, "end"), 12, 0)}
		for range rapid.IntRange(0, 12).Draw(t, "events") {
			c.Events = append(c.Events, eventlog.Event{
				At:     at(rapid.IntRange(1, 30).Draw(t, "day"), rapid.IntRange(0, 1).Draw(t, "hour"), 0),
				Code:   rapid.SampledFrom([]string{"01_HOOFD_010", "08_AWB45_040", "01_BB_540", "", "?"}).Draw(t, "code"),
				Answer: rapid.SampledFrom([]string{"", "True", "7-3-2026 0:00:00"}).Draw(t, "answer"),
			})
		}
		steps := eventlog.BPIC2015().Steps(&c)
		seen := map[*eventlog.Event]bool{}
		for _, s := range steps {
			if s.Event != nil {
				seen[s.Event] = true
			}
		}
		if len(steps) != len(c.Events)+2 || len(seen) != len(c.Events) {
			t.Fatalf("%d steps of %d events, %d seen", len(steps), len(c.Events), len(seen))
		}
		if !slices.IsSortedFunc(steps, func(a, b eventlog.Step) int { return a.At.Compare(b.At) }) {
			t.Fatal("not by time")
		}
	})
}

// TestRows: what has no counterpart says why, what has one names an action, and a pause
// is one that the clock knows.
func TestRows(t *testing.T) {
	for _, m := range []*eventlog.Map{eventlog.Receipt(), eventlog.BPIC2015()} {
		if m.Source.IsZero() {
			t.Errorf("%s has no source", m.Name)
		}
		for _, r := range m.Rows {
			if len(r.Actions) == 0 && (r.Why.Vi == "" || r.Why.En == "") {
				t.Errorf("%s: %+v does not say why", m.Name, r)
			}
			if r.Code+r.Name+r.Answer == "" {
				t.Errorf("%s: a row that fits everything unsaid", m.Name)
			}
			known := func(reason dossier.Reason) bool { return reason.ID == r.Pause }
			if r.Pause != "" && (names(r.Actions) != "handOver" || !slices.ContainsFunc(dossier.StandardClockRules().Reasons, known)) {
				t.Errorf("%s: %+v pauses without a hand-over or a reason", m.Name, r)
			}
		}
	}
}
