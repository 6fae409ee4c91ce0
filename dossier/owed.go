package dossier

import (
	"slices"

	"github.com/motcua/motcua/payment"
)

// order finds an order; nil for none.
func (d *Dossier) order(id string) *Order {
	for i := range d.Orders {
		if d.Orders[i].ID == id {
			return &d.Orders[i]
		}
	}
	return nil
}

// unpaidBut reports whether a demand other than the one of an order is unpaid.
func (d *Dossier) unpaidBut(order string) bool {
	return slices.ContainsFunc(d.Orders, func(o Order) bool { return o.Payment == nil && o.ID != order })
}

// owes reports whether a demand is unpaid, or what was quoted is due at one of the
// moments and less was paid.
func (d *Dossier) owes(moments ...payment.Moment) bool {
	if d.unpaidBut("") {
		return true
	}
	if d.Grant == nil || d.Filing == nil || !slices.Contains(moments, d.Grant.Payment) {
		return false
	}
	var paid []payment.Money
	for _, o := range d.Orders {
		if o.Payment != nil {
			paid = append(paid, o.Payment.Amount, o.Payment.Waived)
		}
	}
	return !enough(paid, d.Filing.Fees)
}

// settled is what of an order nobody has to pay any more.
func (p *Payment) settled() (payment.Money, error) { return p.Amount.Add(p.Waived) }

// enough reports whether payments come to what fees come to, in every currency.
func enough(paid []payment.Money, fees []Fee) bool {
	amounts := make([]payment.Money, len(fees))
	for i, f := range fees {
		amounts[i] = f.Amount
	}
	due, err := payment.Totals(amounts)
	taken, bad := payment.Totals(paid)
	if err != nil || bad != nil {
		return false
	}
	return !slices.ContainsFunc(due, func(total payment.Money) bool {
		return total.Sign() > 0 && !slices.ContainsFunc(taken, func(sum payment.Money) bool {
			n, err := sum.Cmp(total)
			return err == nil && n >= 0
		})
	})
}
