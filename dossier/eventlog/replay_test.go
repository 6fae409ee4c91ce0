package eventlog_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/eventlog"
	"github.com/motcua/motcua/dossier/workday"
)

// reported writes a report in one line.
func reported(r eventlog.Report) string {
	text := fmt.Sprintf("%d %s", r.Line, r.Outcome)
	if len(r.Actions) > 0 {
		text += " " + names(r.Actions)
	}
	if r.State != 0 {
		text += " in " + r.State.String()
	}
	for _, g := range r.Grounds {
		text += " " + g.Code
	}
	if r.Outcome == eventlog.OutcomeNoCounterpart {
		text += " " + r.Why.En
	}
	if r.Later {
		text += " (later)"
	}
	return text
}

// Activities of the 2015 logs that the tests use.
var (
	work     = eventlog.Event{Code: "01_HOOFD_030_1", Activity: "send confirmation receipt"}
	ask      = eventlog.Event{Code: "08_AWB45_020_2", Activity: "enter senddate retrieve missing data"}
	come     = eventlog.Event{Code: "08_AWB45_040", Activity: "enter receipt of additional data"}
	longer   = eventlog.Event{Code: "06_VD_060_2", Activity: "enter senddate decision procedure term extension"}
	decide   = eventlog.Event{Code: "01_HOOFD_490_5", Activity: "record date of decision environmental permit"}
	send     = eventlog.Event{Code: "01_HOOFD_510_2", Activity: "enter senddate decision environmental permit"}
	withdraw = eventlog.Event{Code: "05_EIND_020", Activity: "enter date termination request received"}
	aside    = eventlog.Event{Code: "01_HOOFD_580_2", Activity: "enter senddate suspension by competent authority"}
	goOn     = eventlog.Event{Code: "01_HOOFD_600_2", Activity: "enter senddate continuation"}
	object   = eventlog.Event{Code: "01_BB_540", Activity: "objection lodged against decision", Answer: "True"}
)

// on is an event of March 2026: at midnight a day alone.
func on(e eventlog.Event, day, hour int, who string) eventlog.Event {
	e.At, e.Day, e.Resource = at(day, hour, 0), hour == 0, who
	return e
}

// named takes the names of activities from the list of the log, so that a test cannot
// hold on to one that is not there.
func named(t *testing.T, m *eventlog.Map, e eventlog.Event) eventlog.Event {
	t.Helper()
	for _, a := range m.Seen {
		if a.Code == e.Code && a.Name == e.Activity {
			return e
		}
	}
	for _, a := range m.Seen {
		if a.Code == e.Code {
			t.Fatalf("%s is called %q", a.Code, a.Name)
		}
	}
	t.Fatalf("no %s", e.Code)
	return e
}

func TestActivitiesOfTests(t *testing.T) {
	for _, e := range []eventlog.Event{work, ask, come, longer, decide, send, withdraw, aside, goOn, object} {
		named(t, eventlog.BPIC2015(), e)
	}
}

// dated is an event with its answer.
func dated(e eventlog.Event, answer string) eventlog.Event {
	e.Answer = answer
	return e
}

func TestReplay(t *testing.T) {
	unknown := eventlog.Event{Code: "01_HOOFD_777", Activity: "do something new"}
	renamed := eventlog.Event{Code: work.Code, Activity: "send something new"}
	for _, row := range []struct {
		why    string
		start  time.Time
		events []eventlog.Event
		want   []string // lines are those of the events, from 1; 0 is the start
		state  dossier.State
	}{
		{"a whole life", at(2, 0, 0), []eventlog.Event{on(work, 2, 9, "a"), on(work, 3, 9, "b"), on(ask, 4, 10, "b"), on(come, 9, 9, "b"), on(longer, 10, 9, "b"), on(decide, 20, 9, "b"), on(send, 21, 9, "b"), on(object, 30, 9, "c")},
			[]string{"0 applied submit+receive", "1 applied handOver", "2 applied handOver", "3 applied askSupplement", "4 applied supplement", "5 applied extend",
				"6 applied finish+signResult", "7 applied issue+returnResult", "8 noCounterpart objection and appeal after the result: outside the life of a dossier"}, dossier.StateReturned},
		{"who has it hands nothing over; nor does nobody", at(2, 0, 0), []eventlog.Event{on(work, 2, 9, "a"), on(work, 2, 10, "a"), on(work, 2, 11, ""), on(work, 2, 12, "b")},
			[]string{"0 applied submit+receive", "1 applied handOver", "2 noCounterpart work of who has the dossier: it goes to nobody else",
				"3 noCounterpart the log names nobody who did it, so it goes to nobody known", "4 applied handOver"}, dossier.StateProcessing},
		{"work inside takes nothing back from another body", at(2, 0, 0), []eventlog.Event{on(work, 2, 9, "a"), on(aside, 3, 9, "a"), on(work, 4, 9, "b"), on(goOn, 5, 9, "a"), on(work, 6, 9, "b")},
			[]string{"0 applied submit+receive", "1 applied handOver", "2 applied handOver", "3 noCounterpart work inside while another body has the dossier", "4 applied handOver", "5 applied handOver"}, dossier.StateProcessing},
		{"sent and never decided, then decided twice", at(2, 0, 0), []eventlog.Event{on(work, 2, 9, "a"), on(send, 3, 9, "a"), on(decide, 4, 9, "a"), on(decide, 5, 9, "a")},
			[]string{"0 applied submit+receive", "1 applied handOver", "2 refused issue+returnResult in processing state", "3 applied finish+signResult", "4 refused finish+signResult in finished state"}, dossier.StateFinished},
		{"a third request", at(2, 0, 0), []eventlog.Event{on(work, 2, 9, "a"), on(ask, 3, 9, "a"), on(come, 4, 9, "a"), on(ask, 5, 9, "a"), on(come, 6, 9, "a"), on(ask, 7, 9, "a")},
			[]string{"0 applied submit+receive", "1 applied handOver", "2 applied askSupplement", "3 applied supplement", "4 applied askSupplement", "5 applied supplement", "6 refused askSupplement in processing requestsLeft"}, dossier.StateProcessing},
		{"extended twice", at(2, 0, 0), []eventlog.Event{on(work, 2, 9, "a"), on(longer, 3, 9, "a"), on(longer, 4, 9, "a")},
			[]string{"0 applied submit+receive", "1 applied handOver", "2 applied extend", "3 refused extend in processing clock"}, dossier.StateProcessing},
		{"before the start", at(5, 0, 0), []eventlog.Event{on(work, 4, 9, "a"), on(object, 4, 10, "a"), on(work, 5, 9, "a")},
			[]string{"1 outOfOrder handOver", "2 noCounterpart objection and appeal after the result: outside the life of a dossier", "0 applied submit+receive", "3 applied handOver"}, dossier.StateProcessing},
		{"no start at all", time.Time{}, []eventlog.Event{on(work, 4, 9, "a"), on(decide, 5, 9, "a")},
			[]string{"1 outOfOrder handOver", "2 outOfOrder finish+signResult"}, 0},
		{"a code and a name nobody knows are no work inside", at(2, 0, 0), []eventlog.Event{on(unknown, 2, 9, "a"), on(renamed, 2, 10, "a"), on(dated(unknown, "True"), 2, 11, "a")},
			[]string{"0 applied submit+receive", "1 notUnderstood", "2 notUnderstood", "3 notUnderstood"}, dossier.StateReceived},
		{"before the calendar begins nothing can be measured", time.Date(1999, time.May, 3, 0, 0, 0, 0, time.UTC), nil,
			[]string{"0 partly submit+receive in awaitingAnswer clock"}, dossier.StateAwaitingAnswer},
		{"booked later than it came", at(2, 0, 0), []eventlog.Event{on(work, 2, 9, "a"), on(ask, 3, 9, "a"), on(dated(come, "6-3-2026 0:00:00"), 9, 9, "a"), on(decide, 7, 9, "a")},
			[]string{"0 applied submit+receive", "1 applied handOver", "2 applied askSupplement", "3 applied supplement (later)", "4 applied finish+signResult"}, dossier.StateFinished},
		{"a day alone stands where its action stands in a life", at(2, 0, 0), []eventlog.Event{on(send, 3, 0, "a"), on(decide, 3, 0, "a"), on(ask, 2, 0, "a"), on(come, 3, 0, "a"), on(work, 2, 9, "a"), on(work, 3, 9, "b")},
			[]string{"0 applied submit+receive", "5 applied handOver", "3 applied askSupplement", "4 applied supplement", "6 applied handOver", "2 applied finish+signResult", "1 applied issue+returnResult"}, dossier.StateReturned},
		{"a day alone stands before the clock of what it precedes", at(2, 0, 0), []eventlog.Event{on(decide, 3, 0, "a"), on(work, 2, 9, "a"), on(work, 3, 9, "b"), on(send, 3, 15, "a")},
			[]string{"0 applied submit+receive", "2 applied handOver", "3 applied handOver", "1 applied finish+signResult", "4 applied issue+returnResult"}, dossier.StateReturned},
		{"withdrawn, and worked on", at(2, 0, 0), []eventlog.Event{on(withdraw, 3, 9, "a"), on(work, 4, 9, "a")},
			[]string{"0 applied submit+receive", "1 applied withdraw", "2 refused handOver in withdrawn state"}, dossier.StateWithdrawn},
	} {
		c := eventlog.Case{ID: "c", Started: row.start, Events: row.events}
		for i := range c.Events {
			c.Events[i].Line = i + 1
		}
		life := eventlog.BPIC2015().Replay(&c, nil)
		var got []string
		for _, r := range life.Reports {
			got = append(got, reported(r))
		}
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
		if life.Dossier.State != row.state {
			t.Errorf("%s: it stands %s", row.why, life.Dossier.State)
		}
	}
}

// TestReplayVerdicts: the term is that of the case, of the log or of the caller.
func TestReplayVerdicts(t *testing.T) {
	now := time.Date(2027, time.January, 1, 0, 0, 0, 0, time.UTC)
	decided := func(day int) *eventlog.Case {
		return &eventlog.Case{ID: "c", Started: at(2, 0, 0), Events: []eventlog.Event{on(work, 2, 9, "a"), on(decide, day, 9, "a")}}
	}
	law, own, none := eventlog.BPIC2015(), eventlog.BPIC2015(), eventlog.BPIC2015()
	limit, faults := workday.ParseLimit("5 working days")
	if faults != nil {
		t.Fatal(faults)
	}
	own.Terms, none.Terms = []eventlog.Term{{Limit: limit}}, nil
	broad := decided(100)
	broad.Procedure = "Uitgebreid"
	promised := decided(20)
	promised.Due = at(19, 12, 0)
	for _, row := range []struct {
		why  string
		m    *eventlog.Map
		c    *eventlog.Case
		want dossier.Verdict
	}{
		{"8 weeks from Monday 2 March are over on Monday 27 April", law, decided(31 + 26), dossier.VerdictEarly},
		{"the last day", law, decided(31 + 27), dossier.VerdictOnTime},
		{"the day after it", law, decided(31 + 28), dossier.VerdictLate},
		{"the extended procedure has 26 weeks", law, broad, dossier.VerdictEarly},
		{"the caller's term", own, decided(10), dossier.VerdictLate},
		{"no term", none, decided(10), dossier.VerdictUndecided},
		{"what the case promises stands before the term", law, promised, dossier.VerdictLate},
		{"open", law, &eventlog.Case{ID: "c", Started: at(2, 0, 0)}, dossier.VerdictOverdue},
		{"nothing known", law, &eventlog.Case{ID: "c"}, dossier.VerdictNotReceived},
	} {
		if got := row.m.Replay(row.c, nil).Verdict(now); got != row.want {
			t.Errorf("%s: %s, not %s", row.why, got, row.want)
		}
	}
}

// TestReplaySays: what the log says is in the dossier, and nothing of anybody else.
func TestReplaySays(t *testing.T) {
	c := eventlog.Case{ID: "c", Channel: "Desk", Started: at(2, 9, 0), Events: []eventlog.Event{on(work, 2, 10, "a"), on(ask, 3, 9, "b"), on(come, 4, 9, "b"), on(decide, 5, 9, "b")}}
	stage := &eventlog.Stage{Body: "H56.12", Other: "H56.13", Procedure: "1.004194"}
	d := eventlog.BPIC2015().Replay(&c, stage).Dossier
	f := d.Filing
	if f.Code != "c" || f.Channel != motcua.ChannelInPerson || f.Procedure != "1.004194" || f.Reception.Unit != "H56.12" || f.Applicant.Person.Name != "" {
		t.Errorf("%+v", *f)
	}
	for _, e := range d.Events {
		if e.By.Role == dossier.RoleApplicant && e.By.ID != "" || e.By.Role == dossier.RoleLeader && e.By.ID != "" {
			t.Errorf("%s names %q", e.Action, e.By.ID)
		}
	}
	if d.Holder.Handler != "a" || d.Requests[0].Text != ask.Activity || d.Requests[0].By.ID != "b" || d.Results[0].Name != decide.Activity {
		t.Errorf("%+v", d)
	}
}

// TestTotals: every step is counted once, with one reason.
func TestTotals(t *testing.T) {
	totals := eventlog.Totals{At: at(31, 0, 0)}
	for _, events := range [][]eventlog.Event{
		{on(work, 2, 9, "a"), on(decide, 3, 9, "a"), on(work, 4, 9, "b"), on(work, 5, 9, "c"), on(object, 6, 9, "c")},
		{on(work, 1, 9, "a"), {At: at(3, 9, 0), Code: "x"}, {At: at(4, 9, 0), Code: "x"}, on(send, 5, 9, "a")},
	} {
		c := eventlog.Case{ID: "c" + fmt.Sprint(totals.Cases+1), Started: at(2, 0, 0), Events: events}
		for i := range c.Events {
			c.Events[i].Line = i + 2
		}
		totals.Add(eventlog.BPIC2015().Replay(&c, nil))
	}
	want := eventlog.Totals{
		At: at(31, 0, 0), Cases: 2, Events: 9, Stated: 2, Commands: 12, Applied: 7, Refused: 4, Untried: 1,
		Outcomes: map[eventlog.Outcome]int{eventlog.OutcomeApplied: 4, eventlog.OutcomePartly: 0, eventlog.OutcomeRefused: 3, eventlog.OutcomeOutOfOrder: 1, eventlog.OutcomeNoCounterpart: 1, eventlog.OutcomeNotUnderstood: 2},
		Actions:  map[dossier.Action]int{dossier.ActionSubmit: 2, dossier.ActionReceive: 2, dossier.ActionHandOver: 1, dossier.ActionFinish: 1, dossier.ActionSignResult: 1},
		States:   map[dossier.State]int{dossier.StateFinished: 1, dossier.StateReceived: 1},
		Verdicts: map[dossier.Verdict]int{dossier.VerdictEarly: 1, dossier.VerdictPending: 1},
		Unknown:  []eventlog.Unknown{{Code: "x", Count: 2, First: eventlog.Spot{Case: "c2", Line: 3}}},
	}
	reasons := totals.Reasons
	totals.Reasons = nil
	if diff := cmp.Diff(want, totals); diff != "" {
		t.Error(diff)
	}
	var lines []string
	for _, r := range reasons {
		lines = append(lines, fmt.Sprintf("%d %s (%s, %d)", r.Count, r, r.First.Case, r.First.Line))
	}
	if diff := cmp.Diff(strings.TrimSpace(`
2 refused: handOver: in state finished: state (c1, 4)
2 notUnderstood (c2, 3)
1 noCounterpart: objection and appeal after the result: outside the life of a dossier (c1, 6)
1 outOfOrder: handOver (c2, 2)
1 refused: issue+returnResult: in state received: state (c2, 5)`), strings.Join(lines, "\n")); diff != "" {
		t.Error(diff)
	}
}

func TestOutcomeText(t *testing.T) {
	for o := eventlog.OutcomeApplied; o <= eventlog.OutcomeNotUnderstood; o++ {
		text, err := o.MarshalText()
		var back eventlog.Outcome
		if err != nil || back.UnmarshalText(text) != nil || back != o {
			t.Errorf("%s is %s", o, back)
		}
	}
	if _, err := eventlog.Outcome(0).MarshalText(); err == nil {
		t.Error("an unset outcome is written")
	}
}
