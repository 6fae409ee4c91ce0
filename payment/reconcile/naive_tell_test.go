package reconcile_test

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/reconcile"
)

// class is what a movement and a line come to.
func (n *naive) class(m *movement, l reconcile.Line) reconcile.Class {
	short := m.minor - l.Amount.Minor()
	switch {
	case m.currency != l.Amount.Currency() || max(short, -short) > n.rules.Amount:
		return reconcile.ClassAmount
	case apart(m, l) > n.rules.Minutes*60:
		return reconcile.ClassDate
	case l.Reference != "" && m.Reference != "" && l.Reference != m.Reference:
		return reconcile.ClassReference
	}
	return reconcile.ClassMatched
}

// tell tells of the movements that lines met.
func (n *naive) tell() {
	for _, m := range n.movements {
		if len(m.lines) == 0 {
			continue
		}
		slices.SortFunc(m.lines, func(a, b reconcile.Line) int {
			fits := func(l reconcile.Line) (n0, n1 int) {
				if n.class(m, l) != reconcile.ClassMatched {
					n0 = 1
				}
				if l.Amount.Currency() != m.currency {
					n1 = 1
				}
				return n0, n1
			}
			a0, a1 := fits(a)
			b0, b1 := fits(b)
			da, db := m.minor-a.Amount.Minor(), m.minor-b.Amount.Minor()
			return cmp.Or(a0-b0, a1-b1, cmp.Compare(max(da, -da), max(db, -db)), cmp.Compare(apart(m, a), apart(m, b)), a.Dated.Compare(b.Dated), cmp.Compare(a.Row, b.Row))
		})
		n.dispose(n.class(m, m.lines[0]), m.key, m, &m.lines[0], true)
		for i := range m.lines[1:] {
			n.dispose(reconcile.ClassDuplicate, m.key, m, &m.lines[1+i], true)
		}
		for i := range m.more {
			n.dispose(reconcile.ClassDuplicate, reconcile.KeyReferenceAmount, m, &m.more[i], true)
		}
	}
}

// tellIdle tells of movements of which lines say that none took place.
func (n *naive) tellIdle(idle []reconcile.Line) {
	slices.SortFunc(idle, lineOrder)
	type said struct {
		m *movement
		k reconcile.Key
	}
	var of []said
	for _, l := range idle { // all before any is told
		list, k := n.named(l), reconcile.KeyTransaction
		if l.Transaction == "" {
			list, k = n.which(reconcile.KeyReference, l, false), reconcile.KeyReference
		}
		if len(list) == 1 && len(list[0].lines) == 0 && !list[0].unsure {
			of = append(of, said{list[0], k})
		} else {
			of = append(of, said{})
		}
	}
	for i := range idle {
		m := of[i].m
		if m == nil || len(m.lines) > 0 {
			n.idle++
			continue
		}
		m.lines = append(m.lines, idle[i])
		n.dispose(reconcile.ClassStatus, of[i].k, m, &idle[i], false)
	}
}

// tellLeft tells of the lines that nothing explains.
func (n *naive) tellLeft(left []reconcile.Line) {
	slices.SortFunc(left, lineOrder)
	for i := range left {
		l := left[i]
		again := slices.ContainsFunc(left[:i], func(o reconcile.Line) bool {
			if l.Transaction != "" {
				return o.Transaction == l.Transaction && o.Direction == l.Direction
			}
			return same(o, l) && o.Direction == l.Direction && o.Reference == l.Reference && o.Dossier == l.Dossier
		})
		if again {
			n.dispose(reconcile.ClassDuplicate, 0, nil, &l, true)
		} else {
			n.dispose(reconcile.ClassMissingHere, 0, nil, &l, true)
		}
	}
}

// explain adds to what a class explains of a day; minus says that it is taken off.
func (n *naive) explain(c reconcile.Class, t time.Time, m payment.Money, minus bool) {
	minor := m.Minor()
	if minus {
		minor = -minor
	}
	n.explained[fmt.Sprintln(motcua.DateOf(t), m.Currency(), c)] += minor
}
