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

// Standing is what the orders of a dossier come to for the index.
type Standing struct {
	Obligation bool            // a line of theirs is above 0: the dossier has a financial obligation
	Settled    bool            // nothing is to be paid any more
	Online     dossier.Gateway // paid online in full and not fully refunded; through which gateway, the provincial one if it was both; 0: not so
}

// StandingOf puts the orders of a dossier together as the index asks (portal practice,
// 2026, decided where it leaves room): a list of lines of 0 is no obligation, and every
// order with something to pay must have been paid online. An order that was cancelled
// does not count; one that expired does not where another took its place, and is
// otherwise an obligation that was not met.
func StandingOf(orders []*payment.Order) Standing {
	s := Standing{Settled: true}
	online, expired, live := true, false, false
	for _, o := range orders {
		public := o.Status().Public
		switch {
		case o.Opening == nil || public == payment.PublicCancelled:
			continue
		case public == payment.PublicExpired:
			expired = expired || due(o)
			continue
		}
		live = true
		s.Settled = s.Settled && o.Rest().Sign() == 0
		if !due(o) {
			continue
		}
		s.Obligation = true
		if m, is := o.Online(); is {
			s.Online = max(s.Online, gatewayOf[m])
		} else if o.Due.Sign() > 0 || o.Taken.Sign() > 0 {
			online = false
		}
	}
	if expired && !live {
		s.Obligation, s.Settled = true, false
	}
	if !online {
		s.Online = 0
	}
	return s
}

// due reports whether a line is above 0.
func due(o *payment.Order) bool {
	for i := range o.Opening.Lines {
		if o.Opening.Lines[i].Amount.Sign() > 0 {
			return true
		}
	}
	return false
}
