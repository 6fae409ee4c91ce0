package settlement

import (
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/internal/enum"
	"github.com/motcua/motcua/payment"
)

// GapKind says how an order and its dossier do not agree.
type GapKind uint8

// The kinds, written "notTold" and "notPaid".
const (
	GapNotTold GapKind = iota + 1 // the order is paid, and the dossier does not take it as it stands
	GapNotPaid                    // the dossier was told that it is paid, and it is not any more
)

var gapKinds = enum.New[GapKind]("gap", "notTold", "notPaid")

// String names the value; it never fails.
func (k GapKind) String() string { return gapKinds.String(k) }

// MarshalText writes the name; an unset value is an error.
func (k GapKind) MarshalText() ([]byte, error) { return gapKinds.Append(nil, k) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (k *GapKind) UnmarshalText(text []byte) error { return gapKinds.Unmarshal(k, text) }

// PaymentOf is what a dossier is told of an order: what was taken and what was waived,
// and whether that was online. It is false for an order that is not paid, or not any
// more: refunded, charged back, cancelled.
func PaymentOf(o *payment.Order) (dossier.Payment, bool) {
	if o.Opening == nil || o.Rest().Sign() > 0 {
		return dossier.Payment{}, false
	}
	closed := o.Status().Public == payment.PublicCancelled || o.Status().Public == payment.PublicExpired
	if left, err := o.Taken.Sub(o.Refunded); err != nil || closed || o.Refunded.Sign() > 0 && left.Sign() <= 0 {
		return dossier.Payment{}, false
	}
	p := dossier.Payment{Order: o.ID(), Amount: o.Taken}
	for _, r := range o.Reliefs {
		sum, err := p.Waived.Add(r.Amount)
		if err != nil {
			return dossier.Payment{}, false
		}
		p.Waived = sum
	}
	if m, online := o.Online(); online {
		p.Online = gatewayOf[m]
	}
	return p, true
}

// gatewayOf is the code of the portal for the methods that the index counts.
var gatewayOf = map[payment.Method]dossier.Gateway{
	payment.MethodPortal:  dossier.GatewayNational,
	payment.MethodGateway: dossier.GatewayLocal,
}

// Standing is what the orders of a dossier come to for the index. Where law and practice
// leave open what counts, it says so apart: scoring/facts has a rule for each.
type Standing struct {
	Obligation bool           // a line of theirs is above 0: the dossier has a financial obligation
	Waived     bool           // and all of it was waived (miễn), or given back as waived: whether it still is one is open
	Expired    bool           // and all of it expired (hết hạn) without another order in its place: likewise
	Settled    bool           // nothing is to be paid any more
	Method     payment.Method // by which it was paid online in full and not fully refunded, see payment.Order.Online; 0: not so
}

// Online is the gateway through which it was paid online, as the portal's messages have
// it: the provincial one if it was both, 0 for none.
func (s Standing) Online() dossier.Gateway { return gatewayOf[s.Method] }

// StandingOf puts the orders of a dossier together as the index asks (portal practice,
// 2026, decided where it leaves room): a list of lines of 0 is no obligation, and every
// order with something to pay must have been paid online. What the budget gives back
// (hỗ trợ) was paid all the same. An order that was cancelled does not count; one that
// expired does not where another took its place, and is otherwise an obligation that was
// not met. online are the methods that count as online; none given: those of
// payment.Method.Online.
func StandingOf(orders []*payment.Order, online ...payment.Method) Standing {
	s := Standing{Settled: true, Waived: true}
	paid, expired, live := true, false, false
	for _, o := range orders {
		public := o.Status().Public
		switch {
		case o.Opening == nil || public == payment.PublicCancelled:
			continue
		case public == payment.PublicExpired:
			expired = true // less was taken than was due: a line is above 0
			continue
		}
		live = true
		s.Settled = s.Settled && o.Rest().Sign() == 0
		if !due(o) {
			continue
		}
		s.Obligation = true
		if waived(o) {
			continue
		}
		s.Waived = false
		if m, is := o.Online(online...); is {
			s.Method = max(s.Method, m)
		} else {
			paid = false
		}
	}
	s.Waived = s.Waived && s.Obligation
	if expired && !live {
		s.Obligation, s.Expired, s.Settled = true, true, false
	}
	if !paid {
		s.Method = 0
	}
	return s
}

// waived reports whether all that was due was waived, and nothing of it is kept.
func waived(o *payment.Order) bool { return o.Due.Sign() == 0 && o.Taken == o.Refunded }

// due reports whether a line is above 0.
func due(o *payment.Order) bool {
	for i := range o.Opening.Lines {
		if o.Opening.Lines[i].Amount.Sign() > 0 {
			return true
		}
	}
	return false
}
