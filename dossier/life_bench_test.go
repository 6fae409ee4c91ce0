package dossier_test

import (
	"runtime"
	"slices"
	"testing"

	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/payment"
)

// midLife is a dossier with a history of six events, whose supplements were asked for and
// came.
func midLife(t testing.TB) *lived {
	t.Helper()
	l := received(t, "5 working days", func(with *dossier.Details) { with.Grant.Payment = payment.MomentBefore; with.Filing.Fees = nil })
	l.do("03-03 09:00", dossier.ActionAskSupplement, dossier.RoleHandler, dossier.StateSupplement)
	l.do("03-04 09:00", dossier.ActionSupplement, dossier.RoleApplicant, dossier.StateProcessing)
	return l
}

// decisions are commands by what decides them.
func decisions(t testing.TB) []decision {
	t.Helper()
	var list []decision
	add := func(why string, l *lived, when string, a dossier.Action, by dossier.Role, to dossier.State) {
		l.Now = at(t, when)
		list = append(list, decision{why, l.Dossier, l.Setting, commandOf(l.Dossier, &l.Setting, a, by, to)})
	}
	filed := live(t)
	filed.do("03-02 09:00", dossier.ActionSubmit, dossier.RoleApplicant, dossier.StateAwaitingAnswer)
	add("papers, payment and the clock", filed, "03-02 10:00", dossier.ActionReceive, dossier.RoleCounter, dossier.StateReceived)
	add("the clock", midLife(t), "03-05 09:00", dossier.ActionExtend, dossier.RoleLeader, dossier.StateProcessing)
	add("requests left", midLife(t), "03-05 09:00", dossier.ActionAskSupplement, dossier.RoleHandler, dossier.StateSupplement)
	add("the body and the pause", midLife(t), "03-05 09:00", dossier.ActionHandOver, dossier.RoleHandler, dossier.StateAtOtherBody)
	add("results and children", midLife(t), "03-05 09:00", dossier.ActionFinish, dossier.RoleHandler, dossier.StateFinished)
	asked := midLife(t)
	asked.do("03-05 09:00", dossier.ActionAskSupplement, dossier.RoleHandler, dossier.StateSupplement)
	add("the applicant's own term", asked, "03-06 09:00", dossier.ActionSupplement, dossier.RoleApplicant, dossier.StateProcessing)
	owing := midLife(t)
	owing.do("03-05 09:00", dossier.ActionDemandPayment, dossier.RoleHandler, dossier.StatePayment)
	add("what is owed", owing, "03-06 09:00", dossier.ActionConfirmPayment, dossier.RoleSystem, dossier.StateProcessing)
	return list
}

type decision struct {
	why string
	d   *dossier.Dossier
	s   dossier.Setting
	c   *dossier.Command
}

// BenchmarkDecide decides one lawful command of a dossier with a history.
func BenchmarkDecide(b *testing.B) {
	for _, x := range decisions(b) {
		b.Run(x.c.Action.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := x.d.Decide(x.c, &x.s); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestDecideNoAllocation: to decide a lawful command allocates nothing, whatever is looked
// at; only a filing, which freezes a grant, does.
func TestDecideNoAllocation(t *testing.T) {
	for _, x := range decisions(t) {
		n := testing.AllocsPerRun(100, func() {
			if _, err := x.d.Decide(x.c, &x.s); err != nil {
				t.Fatal(err)
			}
		})
		if n != 0 {
			t.Errorf("%v, decided by %s: allocates %g times", x.c.Action, x.why, n)
		}
	}
}

// BenchmarkDecideApply decides one lawful command and applies the event to a dossier that
// has room for it.
func BenchmarkDecideApply(b *testing.B) {
	for _, x := range decisions(b) {
		if x.c.Action == dossier.ActionSupplement || x.c.Action == dossier.ActionConfirmPayment {
			continue // they change what the dossier holds, and can be applied once
		}
		b.Run(x.c.Action.String(), func(b *testing.B) {
			room := append(slices.Clone(x.d.Events), dossier.Event{})
			clock := append(slices.Clone(x.d.Entries), make([]dossier.Entry, 2)...)
			var d dossier.Dossier
			b.ReportAllocs()
			for b.Loop() {
				d = *x.d
				d.Events, d.Entries = room[:len(d.Events)], clock[:len(d.Entries)]
				e, err := d.Decide(x.c, &x.s)
				if err != nil {
					b.Fatal(err)
				}
				d.Apply(e)
			}
		})
	}
}

// BenchmarkRefuse refuses one command, with all that would be lawful.
func BenchmarkRefuse(b *testing.B) {
	l := midLife(b)
	c := commandOf(l.Dossier, &l.Setting, dossier.ActionIssue, dossier.RoleCounter, dossier.StateResultReady)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := l.Decide(c, &l.Setting); err == nil {
			b.Fatal("done")
		}
	}
}

// wholeLife is a history of eight events, from the filing to the result.
func wholeLife(t testing.TB) []dossier.Event {
	t.Helper()
	l := midLife(t)
	l.do("03-05 09:00", dossier.ActionFinish, dossier.RoleHandler, dossier.StateFinished)
	l.do("03-05 10:00", dossier.ActionSignResult, dossier.RoleLeader, dossier.StateFinished, func(with *dossier.Details) { with.Results = nil })
	l.do("03-05 11:00", dossier.ActionIssue, dossier.RoleCounter, dossier.StateResultReady)
	return l.Events
}

// BenchmarkFold folds histories of eight events: one operation is one history, and a
// million of them take a million times as long.
func BenchmarkFold(b *testing.B) {
	const shared = 1000
	histories := make([][]dossier.Event, shared)
	for i := range histories {
		histories[i] = wholeLife(b)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if d := dossier.Fold(histories[i%shared]); d.State != dossier.StateResultReady {
			b.Fatal(d)
		}
	}
}

// BenchmarkHeld reports what a dossier that is kept in memory holds, its history aside.
func BenchmarkHeld(b *testing.B) {
	const shared = 1000
	history := wholeLife(b)
	held := make([]*dossier.Dossier, shared)
	for b.Loop() {
		before := heap()
		for i := range held {
			held[i] = dossier.Fold(history)
		}
		b.ReportMetric(float64(heap()-before)/shared, "bytes/dossier")
		runtime.KeepAlive(held)
		clear(held)
	}
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
