package reconcile_test

import (
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/reconcile"
)

// planted are n lines, one of twenty with a difference, in no order.
func planted(n int) *plants {
	p := &plants{counts: map[reconcile.Class]int64{}}
	for i := 0; len(p.lines) < n; i++ {
		if i%20 == 7 {
			kinds[i/20%len(kinds)].plant(p)
			continue
		}
		e, l := p.pair()
		p.enter(&e, l)
		p.expect(reconcile.ClassMatched, reconcile.KeyTransaction, "", "", "", l.Amount, l.Amount)
	}
	random := rand.New(rand.NewPCG(1, 2))
	random.Shuffle(len(p.journal), func(i, j int) { p.journal[i], p.journal[j] = p.journal[j], p.journal[i] })
	random.Shuffle(len(p.lines), func(i, j int) { p.lines[i], p.lines[j] = p.lines[j], p.lines[i] })
	return p
}

// march are the rules of the planted month.
func march() *reconcile.Rules {
	rules := reconcile.Usual()
	rules.From, rules.To = monday, monday.AddDate(0, 0, 31)
	return &rules
}

// reconciled holds a statement against a journal.
func reconciled(t interface {
	Helper()
	Fatal(...any)
}, rules *reconcile.Rules, journal []payment.Entry, lines []reconcile.Line) *reconcile.Report {
	t.Helper()
	r := reconcile.New(rules)
	for i := range journal {
		if err := r.Here(&journal[i]); err != nil {
			t.Fatal(err)
		}
	}
	for i := range lines {
		if err := r.There(&lines[i]); err != nil {
			t.Fatal(err)
		}
	}
	return r.Close()
}

// hold compares a report with what was planted.
func (p *plants) hold(t *testing.T, got *reconcile.Report) {
	t.Helper()
	var found []string
	for _, f := range got.Findings {
		found = append(found, told(f.Class, f.Key, f.Order, f.Reference, f.Transaction, f.Here, f.There))
	}
	slices.Sort(found)
	slices.Sort(p.want)
	if !slices.Equal(found, p.want) {
		t.Errorf("findings (-planted +found):\n%s", cmp.Diff(p.want[:min(len(p.want), 2000)], found[:min(len(found), 2000)]))
	}
	for _, c := range got.Counts {
		if c.Count != p.counts[c.Class] {
			t.Errorf("%v: %d, planted %d", c.Class, c.Count, p.counts[c.Class])
		}
		if p.counts[c.Class] == 0 {
			t.Errorf("no %v was planted", c.Class)
		}
	}
	if got.Idle != p.idle || got.Outside != 0 || got.Lines != int64(len(p.lines)) || got.Movements != int64(len(p.journal)) {
		t.Errorf("%d idle of %d, %d outside, %d lines of %d, %d movements of %d", got.Idle, p.idle, got.Outside, got.Lines, len(p.lines), got.Movements, len(p.journal))
	}
	p.holdDays(t, got)
}

// holdDays adds up both sides by day, and compares the closings.
func (p *plants) holdDays(t *testing.T, got *reconcile.Report) {
	t.Helper()
	type sides struct{ hereIn, hereOut, thereIn, thereOut int64 }
	want := map[motcua.Date]sides{}
	for i := range p.journal {
		e := &p.journal[i]
		d := motcua.DateOf(e.Dated)
		s := want[d]
		if n := e.Postings[0].Amount.Minor(); n > 0 {
			s.hereIn += n
		} else {
			s.hereOut += n
		}
		want[d] = s
	}
	for i := range p.lines {
		l := &p.lines[i]
		if l.Outcome != payment.OutcomeSucceeded {
			continue
		}
		d := motcua.DateOf(l.Dated)
		s := want[d]
		if l.Direction == reconcile.In {
			s.thereIn += l.Amount.Minor()
		} else {
			s.thereOut -= l.Amount.Minor()
		}
		want[d] = s
	}
	if len(got.Closings) != len(want) {
		t.Errorf("%d closings of %d days", len(got.Closings), len(want))
	}
	balance := int64(0)
	for _, c := range got.Closings {
		s := want[c.Day]
		if diff := cmp.Diff(s, sides{c.HereIn, c.HereOut, c.ThereIn, c.ThereOut}, cmp.AllowUnexported(sides{})); diff != "" {
			t.Errorf("%v (-want +got):\n%s", c.Day, diff)
		}
		if c.Opening != balance || c.Closing != balance+s.hereIn+s.hereOut || c.Difference != s.hereIn+s.hereOut-s.thereIn-s.thereOut || !c.Balances {
			t.Errorf("%v: %+v after %d", c.Day, c, balance)
		}
		balance = c.Closing
	}
	if !got.Balances() {
		t.Error("a closing does not balance")
	}
}

// TestPlanted: every difference that was planted is found as what it is, and none else.
func TestPlanted(t *testing.T) {
	p := planted(20_000)
	p.hold(t, reconciled(t, march(), p.journal, p.lines))
}

// TestPlantedMillion is the same with a million lines, with what it takes.
func TestPlantedMillion(t *testing.T) {
	if testing.Short() {
		t.Skip("a million lines take seconds")
	}
	p := planted(1_000_000)
	runtime.GC()
	begin := time.Now()
	got := reconciled(t, march(), p.journal, p.lines)
	t.Logf("%d lines, %d movements, %d findings in %v", got.Lines, got.Movements, len(got.Findings), time.Since(begin))
	p.hold(t, got)
}

// BenchmarkMillion tells the time of a line and the memory of a movement that is indexed,
// the texts of the entries left out: they are those of whoever read the journal.
func BenchmarkMillion(b *testing.B) {
	p := planted(1_000_000)
	var indexed uint64
	var before, after runtime.MemStats
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		runtime.GC()
		runtime.ReadMemStats(&before)
		b.StartTimer()
		r := reconcile.New(march())
		for i := range p.journal {
			if err := r.Here(&p.journal[i]); err != nil {
				b.Fatal(err)
			}
		}
		b.StopTimer()
		runtime.GC()
		runtime.ReadMemStats(&after)
		indexed = after.HeapAlloc - before.HeapAlloc
		b.StartTimer()
		for i := range p.lines {
			if err := r.There(&p.lines[i]); err != nil {
				b.Fatal(err)
			}
		}
		if !r.Close().Balances() {
			b.Fatal("a closing does not balance")
		}
	}
	b.ReportMetric(float64(indexed)/float64(len(p.journal)), "B/movement")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(p.lines)), "ns/line")
}
