package payment

import (
	"cmp"
	"slices"
)

// sums are the transactions that claims and corrections tell of, by transaction.
func (o *Order) sums() []Sum {
	var list []Sum
	for i := range o.Tries {
		list = append(list, o.Tries[i].sums()...)
	}
	list = o.rule(list)
	slices.SortFunc(list, func(a, b Sum) int {
		return cmp.Or(cmp.Compare(a.Transaction, b.Transaction), cmp.Compare(a.rank(), b.rank()), first(!a.Suspense, !b.Suspense), cmp.Compare(len(a.Reference), len(b.Reference)), cmp.Compare(a.Reference, b.Reference))
	})
	return one(list)
}

// sums are the transactions of an attempt of which a claim says that money came.
func (t *Try) sums() (list []Sum) {
	claims := slices.Clone(t.Claims)
	slices.SortStableFunc(claims, func(a, b Claim) int { return cmp.Compare(a.Transaction, b.Transaction) })
	for len(claims) > 0 {
		same, came := 0, false // what is said of the first transaction that is left
		for ; same < len(claims) && claims[same].Transaction == claims[0].Transaction; same++ {
			came = came || claims[same].Outcome == OutcomeSucceeded
		}
		if came {
			list = append(list, t.sum(claims[:same]))
		}
		claims = claims[same:]
	}
	return list
}

// rank orders the sums of one transaction: what an officer found, then what is claimed,
// then what an officer found not to be there.
func (s Sum) rank() int {
	switch {
	case !s.Corrected:
		return 1
	case s.Amount.minor > 0:
		return 0
	}
	return 2
}

// one lets each transaction count once: the same one under a second attempt explains
// nothing there.
func one(list []Sum) []Sum {
	for i := 1; i < len(list); i++ {
		if list[i].Transaction == list[i-1].Transaction && !list[i].Corrected {
			list[i].Suspense, list[i].Disputed, list[i-1].Disputed = true, true, true
		}
	}
	return list
}

// sum is what claims make of one transaction of an attempt.
func (t *Try) sum(claims []Claim) Sum {
	s := Sum{Reference: t.Reference, Transaction: claims[0].Transaction, Method: t.Method}
	told := 0 // how many amounts
	asked := false
	for _, c := range claims {
		if !c.At.IsZero() && (s.At.IsZero() || c.At.Before(s.At)) {
			s.At = c.At
		}
		if c.Outcome != OutcomeSucceeded {
			s.Disputed = s.Disputed || c.Outcome != OutcomePending
			continue
		}
		if told == 0 || c.Amount != s.Amount {
			told++
		}
		asked = asked || c.Amount == t.Amount
		if told == 1 || lower(c.Amount, s.Amount) {
			s.Amount = c.Amount
		}
	}
	if t.Method.row().fixed && asked {
		s.Amount = t.Amount
	}
	s.Disputed = s.Disputed || told > 1
	s.Suspense = s.Amount.currency != t.Amount.currency || s.Amount != t.Amount && t.Method.row().fixed || told > 1 && !t.Method.row().fixed
	return s
}

// lower orders amounts in any currency.
func lower(a, b Money) bool {
	return cmp.Or(cmp.Compare(a.currency, b.currency), cmp.Compare(a.minor, b.minor)) < 0
}

// first orders what is so before what is not.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// rule puts what officers found in the place of what was claimed; the last one holds.
func (o *Order) rule(list []Sum) []Sum {
	for _, r := range o.facts {
		same := func(s Sum) bool { return s.Reference == r.Reference && s.Transaction == r.Transaction }
		s := Sum{Reference: r.Reference, Transaction: r.Transaction, At: r.at}
		if i := slices.IndexFunc(list, same); i >= 0 {
			s.At = list[i].At
		}
		list = slices.DeleteFunc(list, same)
		if t := o.try(r.Reference); t != nil {
			s.Method = t.Method
		}
		s.Amount, s.Corrected = r.Amount, true
		list = append(list, s)
	}
	return list
}
