package reconcile

import (
	"slices"

	"github.com/motcua/motcua/payment"
)

// saidBy is what is kept of a line.
func saidBy(i *item, l *Line, key Key) said {
	other := l.Reference
	if i.reference == "" || other == i.reference {
		other = ""
	}
	return said{l.Amount.Minor(), l.Dated.Unix(), l.Row, l.Amount.Currency(), key, other}
}

// meet lets a line meet an item. Of several lines that do the best is kept, so that it
// does not matter which came first.
func (r *Reconciler) meet(n int32, l *Line, key Key) {
	i := r.item(n)
	line := saidBy(i, l, key)
	if !i.met {
		i.met, i.there = true, line
		return
	}
	if r.better(i, line, i.there) {
		line, i.there = i.there, line
	}
	r.odd[n] = append(r.odd[n], line)
}

// better reports whether a line fits an item better than another: in its currency and
// amount first, then in time.
func (r *Reconciler) better(i *item, a, b said) bool {
	return slices.Compare(r.misfit(i, a), r.misfit(i, b)) < 0
}

// misfit is how badly a line fits an item, what weighs most first.
func (r *Reconciler) misfit(i *item, l said) []int64 {
	matched, currency := int64(1), int64(0)
	if r.classOf(i, l) == ClassMatched {
		matched = 0
	}
	if l.currency != i.currency {
		currency = 1
	}
	return []int64{matched, currency, distance(l.minor, i.minor), distance(l.dated, i.dated), l.dated, l.row}
}

// classOf is the class of an item and the line that meets it.
func (r *Reconciler) classOf(i *item, l said) Class {
	switch {
	case l.currency != i.currency || distance(l.minor, i.minor) > r.rules.Amount:
		return ClassAmount
	case distance(l.dated, i.dated) > r.rules.Minutes*60:
		return ClassDate
	case l.other != "":
		return ClassReference
	}
	return ClassMatched
}

func distance(a, b int64) int64 { return max(a-b, b-a) }

func money(minor int64, c payment.Currency) payment.Money {
	m, err := payment.NewMoney(minor, c)
	if err != nil { // of amounts that were taken in none is
		return payment.Money{}
	}
	return m
}
