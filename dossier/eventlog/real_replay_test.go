package eventlog_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/eventlog"
)

// totals replays a log and holds the counts to one another.
func totals(t *testing.T, log *eventlog.Log, m *eventlog.Map, each func(*eventlog.Life)) *eventlog.Totals {
	t.Helper()
	sum, events := eventlog.Totals{At: log.Last()}, 0
	for i := range log.Cases {
		events += len(log.Cases[i].Events)
		life := m.Replay(&log.Cases[i], nil)
		sum.Add(life)
		each(life)
	}
	steps, made, because := 0, 0, 0
	for _, n := range sum.Outcomes {
		steps += n
	}
	for _, n := range sum.Actions {
		made += n
	}
	for _, r := range sum.Reasons {
		because += r.Count
	}
	if sum.Events != events || steps != sum.Events+sum.Stated || because != steps-sum.Outcomes[eventlog.OutcomeApplied] {
		t.Errorf("%s: %d events, %d steps, %d with a reason: %+v", m.Name, events, steps, because, sum)
	}
	if made != sum.Applied || sum.Commands != sum.Applied+sum.Refused+sum.Untried {
		t.Errorf("%s: %d made: %+v", m.Name, made, sum)
	}
	sum.At = time.Time{}
	return &sum
}

// reasons are those that are no want of a counterpart.
func reasons(sum *eventlog.Totals) map[string]int {
	n := map[string]int{}
	for _, r := range sum.Reasons {
		if r.Outcome != eventlog.OutcomeNoCounterpart {
			n[r.String()] += r.Count
		}
	}
	sum.Reasons = nil
	return n
}

// TestRealReceiptReplay: the totals of plain dates hold through the machine. Two cases
// end before they start: by dates they are on time, here their end is reported and they
// stay open.
func TestRealReceiptReplay(t *testing.T) {
	log := real(t, "receipt_wabo_coselog.csv.gz")
	before := 0
	sum := totals(t, log, eventlog.Receipt(), func(l *eventlog.Life) {
		got, want := group(l.Verdict(log.Last())), plain(l.Case)
		if want != "open" && l.Case.Ended.Before(l.Case.Started) {
			before++
			want = "open"
		}
		if got != want {
			t.Errorf("%s is %s, and the ledger says %s", l.Case.ID, want, got)
		}
	})
	if before != 2 {
		t.Errorf("%d cases end before they start", before)
	}
	if diff := cmp.Diff(map[string]int{
		"refused: handOver: in state finished: state": 176, // after the end of the case
		"outOfOrder: handOver":                        12,  // before its start
		"outOfOrder: finish":                          2,
	}, reasons(sum)); diff != "" {
		t.Error(diff)
	}
	want := &eventlog.Totals{
		Cases: 1434, Events: 8577, Stated: 2763, Commands: 12648, Applied: 12458, Refused: 190,
		Outcomes: map[eventlog.Outcome]int{eventlog.OutcomeApplied: 9590, eventlog.OutcomePartly: 0, eventlog.OutcomeRefused: 176, eventlog.OutcomeOutOfOrder: 14, eventlog.OutcomeNoCounterpart: 1560, eventlog.OutcomeNotUnderstood: 0},
		Actions:  map[dossier.Action]int{dossier.ActionSubmit: 1434, dossier.ActionReceive: 1434, dossier.ActionHandOver: 8263, dossier.ActionFinish: 1327},
		States:   map[dossier.State]int{dossier.StateFinished: 1327, dossier.StateProcessing: 107},
		Verdicts: map[dossier.Verdict]int{dossier.VerdictEarly: 949, dossier.VerdictOnTime: 1, dossier.VerdictLate: 377, dossier.VerdictOverdue: 40, dossier.VerdictPending: 67},
		Unknown:  []eventlog.Unknown{},
	}
	if diff := cmp.Diff(want, sum); diff != "" {
		t.Error(diff)
	}
}

// group is how plain dates count.
func group(v dossier.Verdict) string {
	switch v {
	case dossier.VerdictEarly, dossier.VerdictOnTime:
		return "on time"
	case dossier.VerdictPending, dossier.VerdictOverdue:
		return "open"
	}
	return v.String()
}

// bpicReasons are why actions of municipality 1 were not applied.
var bpicReasons = map[string]int{
	"outOfOrder: handOver":                                     17, // before the start, or begun again before it by an answer
	"outOfOrder: finish+signResult":                            1,
	"outOfOrder: withdraw":                                     1,
	"refused: askSupplement: in state atOtherBody: state":      5,
	"refused: askSupplement: in state finished: state":         1,
	"refused: supplement: in state atOtherBody: state":         4,
	"refused: supplement: in state processing: state":          12, // nothing was asked for, or it came twice
	"refused: extend: in state processing: clock":              5,  // twice, or after the term
	"refused: finish+signResult: in state received: state":     1,
	"refused: finish+signResult: in state atOtherBody: state":  3,
	"refused: finish+signResult: in state supplement: state":   8, // decided though no answer is booked
	"refused: finish+signResult: in state returned: state":     3, // decided again
	"refused: issue+returnResult: in state processing: state":  11,
	"refused: issue+returnResult: in state atOtherBody: state": 3,
	"refused: issue+returnResult: in state supplement: state":  8,
	"refused: issue+returnResult: in state returned: state":    4, // sent again
	"refused: transfer: in state stopped: state":               4,
	"refused: handOver: in state supplement: state":            113, // worked on while the applicant has it
	"refused: handOver: in state finished: state":              218,
	"refused: handOver: in state returned: state":              516,
	"refused: handOver: in state stopped: state":               1,
	"refused: handOver: in state withdrawn: state":             130,
}

// bpicTotals are what became of municipality 1.
var bpicTotals = &eventlog.Totals{
	Cases: 1199, Events: 52217, Stated: 2155, Commands: 11058, Applied: 9947, Refused: 1069, Untried: 42, Later: 165,
	Outcomes: map[eventlog.Outcome]int{
		eventlog.OutcomeApplied: 6972, eventlog.OutcomePartly: 0, eventlog.OutcomeRefused: 1050, eventlog.OutcomeOutOfOrder: 19,
		eventlog.OutcomeNoCounterpart: 46331, eventlog.OutcomeNotUnderstood: 0,
	},
	Actions: map[dossier.Action]int{
		dossier.ActionSubmit: 1199, dossier.ActionReceive: 1199, dossier.ActionAskSupplement: 286, dossier.ActionSupplement: 234,
		dossier.ActionTransfer: 5, dossier.ActionHandOver: 3215, dossier.ActionExtend: 138, dossier.ActionFinish: 898, dossier.ActionSignResult: 898,
		dossier.ActionIssue: 878, dossier.ActionReturnResult: 878, dossier.ActionWithdraw: 67, dossier.ActionStop: 52,
	},
	States: map[dossier.State]int{
		dossier.StateReceived: 9, dossier.StateProcessing: 147, dossier.StateAtOtherBody: 4, dossier.StateSupplement: 22,
		dossier.StateFinished: 20, dossier.StateReturned: 878, dossier.StateWithdrawn: 67, dossier.StateStopped: 52,
	},
	Verdicts: map[dossier.Verdict]int{
		dossier.VerdictEarly: 851, dossier.VerdictOnTime: 16, dossier.VerdictLate: 150, dossier.VerdictPending: 24, dossier.VerdictOverdue: 158,
	},
	Unknown: []eventlog.Unknown{},
}

func TestRealBPIC2015Replay(t *testing.T) {
	log := real(t, "bpic15_1_cases.csv.gz", "bpic15_1_events.csv.gz")
	days := map[string]int{}
	sum := totals(t, log, eventlog.BPIC2015(), func(l *eventlog.Life) {
		for _, e := range l.Case.Events {
			if e.Activity == "register number of days extension period" {
				days[e.Answer]++
			}
		}
	})
	delete(days, "")
	if len(days) != 1 || days["42"] == 0 {
		t.Errorf("extensions are of %v days; the rows say 42", days)
	}
	if diff := cmp.Diff(bpicReasons, reasons(sum)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(bpicTotals, sum); diff != "" {
		t.Error(diff)
	}
	law := eventlog.BPIC2015()
	law.Terms = nil
	if n := totals(t, log, law, func(*eventlog.Life) {}).Verdicts; n[dossier.VerdictUndecided] != 1199 {
		t.Errorf("without a term %v", n)
	}
}
