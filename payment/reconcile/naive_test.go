package reconcile_test

import (
	order "cmp"
	"fmt"
	"slices"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/reconcile"
)

// movement is a movement of the journal as the naive reconciliation knows it.
type movement struct {
	payment.Entry
	minor     int64
	currency  payment.Currency
	out, told bool
	key       reconcile.Key
	lines     []reconcile.Line // that meet it
	more      []reconcile.Line // that say again what was met
	unsure    bool
}

// naive is the reconciliation once more, as the package comment tells it: every line is
// held against every movement.
type naive struct {
	rules     reconcile.Rules
	entries   []payment.Entry
	movements []*movement
	again     []*movement // of entries that came before
	idle      int64
	outside   int64
	found     []string
	explained map[string]int64 // by day, currency and class
}

func (n *naive) within(l int64) bool {
	return (n.rules.From.IsZero() || l >= n.rules.From.Unix()) && (n.rules.To.IsZero() || l < n.rules.To.Unix())
}

func (n *naive) take(e payment.Entry) {
	if len(n.rules.Units) > 0 && e.Unit != "" && !slices.Contains(n.rules.Units, e.Unit) {
		return
	}
	again := slices.ContainsFunc(n.entries, func(o payment.Entry) bool { return cmp.Equal(o, e, plain) })
	n.entries = append(n.entries, e)
	for _, p := range e.Postings {
		if p.Book != payment.BookClearing || p.Amount.Sign() == 0 || len(n.rules.Methods) > 0 && p.Method != 0 && !slices.Contains(n.rules.Methods, p.Method) {
			continue
		}
		m := &movement{Entry: e, minor: p.Amount.Minor(), currency: p.Amount.Currency(), told: !e.Dated.IsZero()}
		if m.out = e.Action == payment.ActionSettleRefund || e.Action == payment.ActionSettleDispute; m.out {
			m.minor = -m.minor
		}
		if !m.told {
			m.Dated = e.At
		}
		if again {
			n.again = append(n.again, m)
		} else {
			n.add(m)
		}
	}
}

func (n *naive) add(m *movement) {
	for _, o := range n.movements {
		if m.Transaction == "" || o.Transaction != m.Transaction || o.Order != m.Order || o.Reference != m.Reference || o.out != m.out || o.currency != m.currency {
			continue
		}
		o.minor += m.minor
		if m.told && !o.told || m.told == o.told && m.Dated.Before(o.Dated) {
			o.Dated, o.told = m.Dated, m.told
		}
		return
	}
	n.movements = append(n.movements, m)
}

func apart(m *movement, l reconcile.Line) int64 {
	d := m.Dated.Unix() - l.Dated.Unix()
	return max(d, -d)
}

func canonical(code string) string {
	if c, err := motcua.ParseDossier(code); err == nil {
		return c.Canonical().String()
	}
	return code
}

// common reports whether a line and a movement have a key in common.
func (n *naive) common(k reconcile.Key, m *movement, l reconcile.Line) bool {
	if m.minor == 0 || m.out != (l.Direction == reconcile.Out) {
		return false
	}
	amount := m.minor == l.Amount.Minor() && m.currency == l.Amount.Currency()
	switch k {
	case reconcile.KeyTransaction:
		return l.Transaction != "" && l.Transaction == m.Transaction
	case reconcile.KeyReferenceAmount:
		return l.Reference != "" && l.Reference == m.Reference && amount
	case reconcile.KeyReference:
		return l.Reference != "" && l.Reference == m.Reference
	}
	return l.Reference == "" && l.Dossier != "" && canonical(l.Dossier) == canonical(m.Dossier) && amount && apart(m, l) <= n.rules.Minutes*60
}

func (n *naive) which(k reconcile.Key, l reconcile.Line, met bool) (list []*movement) {
	for _, m := range n.movements {
		if n.common(k, m, l) && (len(m.lines) > 0) == met {
			list = append(list, m)
		}
	}
	return list
}

// named are the movements of the line's transaction, or the one of its reference too.
func (n *naive) named(l reconcile.Line) []*movement {
	list := append(n.which(reconcile.KeyTransaction, l, true), n.which(reconcile.KeyTransaction, l, false)...)
	exact := slices.DeleteFunc(slices.Clone(list), func(m *movement) bool { return m.Reference != l.Reference })
	if len(exact) == 1 {
		return exact
	}
	return list
}

func same(a, b reconcile.Line) bool {
	return a.Dated.Equal(b.Dated) && a.Transaction == b.Transaction && a.Amount == b.Amount
}

// dispose writes down what became of a movement, a line or both.
func (n *naive) dispose(c reconcile.Class, k reconcile.Key, m *movement, l *reconcile.Line, moved bool) {
	var f reconcile.Finding
	asked := false
	if l != nil {
		f = reconcile.Finding{Direction: l.Direction, Reference: l.Reference, Transaction: l.Transaction, Dossier: l.Dossier, Row: l.Row, There: l.Amount, ThereDated: l.Dated}
		if n.within(l.Dated.Unix()) {
			asked = true
			if moved {
				n.explain(c, l.Dated, l.Amount, l.Direction == reconcile.In)
			}
		}
	}
	if m != nil {
		f.Order, f.Reference, f.Transaction, f.Dossier, f.Direction = m.Order, m.Reference, m.Transaction, m.Dossier, reconcile.In
		if m.out {
			f.Direction = reconcile.Out
		}
		if c != reconcile.ClassDuplicate || l == nil {
			f.Here, _ = payment.NewMoney(m.minor, m.currency)
			f.HereDated = m.Dated
			if n.within(m.Dated.Unix()) {
				asked = true
				n.explain(c, m.Dated, f.Here, m.out)
			}
		}
	}
	f.Class, f.Key = c, k
	if !asked {
		n.outside++
		return
	}
	if c != reconcile.ClassMatched {
		n.found = append(n.found, findingText(f))
	}
}

func findingText(f reconcile.Finding) string {
	return fmt.Sprintln(f.Class, f.Key, f.Direction, f.Order, f.Reference, f.Transaction, f.Dossier, f.Row, f.Here, f.There, f.HereDated.Unix(), f.ThereDated.Unix())
}

// lineOrder orders lines as those are that say no money moved.
func lineOrder(a, b reconcile.Line) int {
	return order.Or(a.Dated.Compare(b.Dated), order.Compare(a.Transaction, b.Transaction), order.Compare(a.Amount.Minor(), b.Amount.Minor()), order.Compare(a.Amount.Currency(), b.Amount.Currency()),
		order.Compare(a.Direction, b.Direction), order.Compare(a.Reference, b.Reference), order.Compare(a.Dossier, b.Dossier), order.Compare(a.Row, b.Row))
}

// close holds the lines against the movements.
func (n *naive) close(lines []reconcile.Line) {
	n.explained = map[string]int64{}
	var left, torn, idle []reconcile.Line
	for _, l := range lines {
		if l.Outcome != payment.OutcomeSucceeded {
			idle = append(idle, l)
			continue
		}
		switch list := n.named(l); len(list) {
		case 0:
			left = append(left, l)
		case 1:
			list[0].lines, list[0].key = append(list[0].lines, l), reconcile.KeyTransaction
		default:
			torn = append(torn, l)
		}
	}
	for _, l := range torn {
		for _, m := range n.which(reconcile.KeyTransaction, l, false) {
			m.unsure = true
		}
		n.dispose(reconcile.ClassAmbiguous, reconcile.KeyTransaction, nil, &l, true)
	}
	for _, k := range reconcile.Keys()[1:] {
		left = n.pass(k, left)
	}
	n.tell()
	n.tellIdle(idle)
	n.tellLeft(left)
	for _, m := range n.movements {
		switch {
		case len(m.lines) > 0 || m.minor == 0:
		case m.unsure:
			n.dispose(reconcile.ClassAmbiguous, 0, m, nil, false)
		case m.Transaction != "" && slices.ContainsFunc(n.movements, func(o *movement) bool {
			return o.Transaction == m.Transaction && o.out == m.out && len(o.lines) > 0 && o.lines[0].Outcome == payment.OutcomeSucceeded
		}):
			n.dispose(reconcile.ClassDuplicate, reconcile.KeyTransaction, m, nil, false)
		case !n.rules.To.IsZero() && m.Dated.Unix() >= n.rules.To.Unix()-n.rules.Lag*60:
			n.dispose(reconcile.ClassNotYet, 0, m, nil, false)
		default:
			n.dispose(reconcile.ClassMissingThere, 0, m, nil, false)
		}
	}
	for _, m := range n.again {
		n.dispose(reconcile.ClassDuplicate, 0, m, nil, false)
	}
}

// pass matches by a key, all at once, and returns what is left.
func (n *naive) pass(k reconcile.Key, left []reconcile.Line) (rest []reconcile.Line) {
	var then []func()
	for _, l := range left {
		open, met := n.which(k, l, false), n.which(k, l, true)
		others := slices.ContainsFunc(left, func(o reconcile.Line) bool { return len(open) == 1 && n.common(k, open[0], o) && !same(o, l) })
		switch {
		case len(open) == 0 && len(met) == 1 && k == reconcile.KeyReferenceAmount && l.Transaction == "":
			then = append(then, func() { met[0].more = append(met[0].more, l) })
		case len(open) == 0:
			rest = append(rest, l)
		case len(open) == 1 && !others && !open[0].unsure:
			then = append(then, func() { open[0].lines, open[0].key = append(open[0].lines, l), k })
		default:
			then = append(then, func() {
				for _, m := range open {
					m.unsure = true
				}
				n.dispose(reconcile.ClassAmbiguous, k, nil, &l, true)
			})
		}
	}
	for _, do := range then {
		do()
	}
	return rest
}
