package payment

import (
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
	said := c.says()
	return slices.ContainsFunc(t.Claims, func(h Claim) bool { return h.Transaction == said.Transaction && h.says() == said })
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
	support := reliefs(o.Supports)
	o.Owed = o.Refunded.plus(support).less(o.Taken)
	o.Excess = o.Taken.less(o.due()).less(o.Refunded.plus(o.Refunding))
	o.Excess = o.Excess.less(support.less(o.due())) // of a closed order the budget gave that back
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

// plus is a sum of amounts that are known to be in one currency and far from the ends of
// their range: whatever enters an order is held to maxAmount.
func (m Money) plus(n Money) Money { return Money{m.minor + n.minor, m.currency | n.currency} }

// less is m - n, and nothing where that is below 0.
func (m Money) less(n Money) Money { return Money{max(m.minor-n.minor, 0), m.currency | n.currency} }
