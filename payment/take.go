package payment

import (
	"cmp"
	"slices"
	"time"
)

// take takes an event in.
func (o *Order) take(e *Event) {
	o.note(e)
	o.reckon()
	o.stand(e)
}

// note notes what an event says. The sums are for reckon.
func (o *Order) note(e *Event) {
	switch {
	case e.Action == ActionOpen && e.Opening != nil:
		o.Opening = e.Opening
	case e.Action == ActionStart && e.Attempt != nil:
		o.Tries = append(o.Tries, Try{Attempt: *e.Attempt, Started: e.At, Outcome: OutcomePending})
	case e.Action == ActionReport && e.Claim != nil:
		o.hear(e.Claim)
	case e.Action == ActionTimeOut:
		if t := o.try(e.Reference); t != nil {
			t.TimedOut = true
		}
	case e.Action == ActionExpire:
		o.expired = true
	case e.Action == ActionCancel:
		o.cancelled = true
	case e.Action == ActionWaive && e.Relief != nil:
		o.Reliefs = append(o.Reliefs, *e.Relief)
	case e.Action == ActionSupport && e.Relief != nil:
		o.Supports = append(o.Supports, *e.Relief)
	case e.Action == ActionCorrect && e.Correction != nil:
		o.facts = append(o.facts, ruling{*e.Correction, e.At})
	default:
		o.takeReturn(e)
	}
}

// stand puts the order into the state that an event led to.
func (o *Order) stand(e *Event) {
	o.State = e.To
	if o.State.row().state == 0 { // of a newer version
		o.reckon()
		o.State = o.standing()
	}
}

// takeReturn takes in what goes back.
func (o *Order) takeReturn(e *Event) {
	switch {
	case e.Action == ActionRefund && e.Refund != nil:
		r := e.Refund
		o.Refunds = append(o.Refunds, Return{ID: r.ID, Amount: r.Amount, Method: r.Method, Asked: e.At, Outcome: OutcomePending})
	case e.Action == ActionDispute && e.Dispute != nil:
		d := e.Dispute
		r := Return{ID: d.ID, Amount: d.Amount, Transaction: d.Transaction, Asked: e.At, Outcome: OutcomePending}
		o.reckon() // the sums of now
		if s := o.sum(d.Transaction); s != nil {
			r.Method, r.Reference = s.Method, s.Reference
		}
		o.Disputes = append(o.Disputes, r)
	case e.Action == ActionSettleRefund && e.Settlement != nil:
		settle(o.Refunds, e.Settlement)
		if r := find(o.Refunds, e.Settlement.ID); r != nil {
			r.Transaction = e.Settlement.Transaction
		}
	case e.Action == ActionSettleDispute && e.Settlement != nil:
		settle(o.Disputes, e.Settlement)
	}
}

// settle notes how something ended.
func settle(list []Return, s *Settlement) {
	if r := find(list, s.ID); r != nil {
		r.Outcome, r.Dated = s.Outcome, s.At
	}
}

// find finds a refund or a dispute; nil for none.
func find(list []Return, id string) *Return {
	for i := range list {
		if list[i].ID == id {
			return &list[i]
		}
	}
	return nil
}

// try finds an attempt; nil for none.
func (o *Order) try(reference string) *Try {
	for i := range o.Tries {
		if o.Tries[i].Reference == reference {
			return &o.Tries[i]
		}
	}
	return nil
}

// sum finds a sum that counts for the order; nil for none.
func (o *Order) sum(transaction string) *Sum {
	for i := range o.Sums {
		if s := &o.Sums[i]; s.Transaction == transaction && !s.Suspense {
			return s
		}
	}
	return nil
}

// hear notes a claim, once.
func (o *Order) hear(c *Claim) {
	t := o.try(c.Reference)
	if t == nil || t.heard(c) {
		return
	}
	t.Claims = append(t.Claims, *c)
	if c.Outcome > t.Outcome {
		t.Outcome = c.Outcome
	}
}

// heard reports whether a claim says what one said before, whoever says it.
func (t *Try) heard(c *Claim) bool {
	return slices.ContainsFunc(t.Claims, func(h Claim) bool { return h.says() == c.says() })
}

// says is what a claim says, apart from who says it and how it was put.
func (c *Claim) says() Claim {
	said := *c
	said.At, said.Origin = time.Unix(0, 0), 0
	if !c.At.IsZero() {
		said.At = time.Unix(c.At.Unix(), 0)
	}
	return said
}

// reckon makes the sums anew of all that is known. It looks at sets and not at their
// order, so that messages that come twice, late or in another order lead to the same.
func (o *Order) reckon() {
	if o.Opening == nil {
		return
	}
	c := o.Opening.currency()
	zero := Money{currency: c}
	o.Due, o.Taken, o.Refunded, o.Refunding, o.Contested = o.Opening.total(), zero, zero, zero, zero
	for _, r := range o.Reliefs {
		o.Due = o.Due.less(r.Amount)
	}
	o.Sums = o.sums()
	o.contest()
	for _, s := range o.Sums {
		if !s.Suspense {
			o.Taken = o.Taken.plus(s.Amount.less(s.Lost))
		}
	}
	for _, r := range o.Refunds {
		switch r.Outcome {
		case OutcomeSucceeded:
			o.Refunded = o.Refunded.plus(r.Amount)
		case OutcomePending:
			o.Refunding = o.Refunding.plus(r.Amount)
		}
	}
	o.Excess = o.Taken.less(o.due()).less(o.Refunded.plus(o.Refunding))
}

// contest puts disputes to the sums they are about.
func (o *Order) contest() {
	o.lost = false
	for i := range o.Sums {
		o.Sums[i].Lost = Money{currency: o.Sums[i].Amount.currency}
	}
	for _, d := range o.Disputes {
		switch d.Outcome {
		case OutcomePending:
			o.Contested = o.Contested.plus(d.Amount)
		case OutcomeSucceeded:
			if s := o.sum(d.Transaction); s != nil {
				s.Lost = s.Lost.plus(d.Amount)
				o.lost = true
			}
		}
	}
}

// due is what the order wants: nothing once it is cancelled, or expired and not paid in
// full.
func (o *Order) due() Money {
	if o.cancelled || o.expired && o.Taken.minor < o.Due.minor {
		return Money{currency: o.Due.currency}
	}
	return o.Due
}

// sums are the transactions that claims and corrections tell of, by transaction.
func (o *Order) sums() []Sum {
	var list []Sum
	for i := range o.Tries {
		t := &o.Tries[i]
		for _, c := range t.Claims {
			if c.Outcome == OutcomeSucceeded && !slices.ContainsFunc(list, func(s Sum) bool { return s.Reference == t.Reference && s.Transaction == c.Transaction }) {
				list = append(list, t.sum(c.Transaction))
			}
		}
	}
	list = o.rule(list)
	slices.SortFunc(list, func(a, b Sum) int {
		return cmp.Or(cmp.Compare(a.Transaction, b.Transaction), cmp.Compare(a.rank(), b.rank()), first(!a.Suspense, !b.Suspense), cmp.Compare(len(a.Reference), len(b.Reference)), cmp.Compare(a.Reference, b.Reference))
	})
	return one(list)
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
func (t *Try) sum(transaction string) Sum {
	s := Sum{Reference: t.Reference, Transaction: transaction, Method: t.Method}
	told := 0 // how many amounts
	asked := false
	for _, c := range t.Claims {
		if c.Transaction != transaction {
			continue
		}
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

// plus is a sum of amounts that are known to be in one currency and far from the ends of
// their range: whatever enters an order is held to maxAmount.
func (m Money) plus(n Money) Money { return Money{m.minor + n.minor, m.currency | n.currency} }

// less is m - n, and nothing where that is below 0.
func (m Money) less(n Money) Money { return Money{max(m.minor-n.minor, 0), m.currency | n.currency} }
