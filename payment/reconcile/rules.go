package reconcile

import (
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Rules say what counts as the same, and which time a reconciliation is about.
type Rules struct {
	Minutes int64           `json:"minutes"`           // how far apart in time the same movement may be on both sides
	Amount  int64           `json:"amount"`            // by how many minor units amounts may differ; usually 0
	Lag     int64           `json:"lag"`               // for how many minutes before To a statement may not have it yet
	From    time.Time       `json:"from,omitzero"`     // what is before is not looked for; absent: everything is
	To      time.Time       `json:"to,omitzero"`       // nor what is from then on
	Opening []payment.Money `json:"opening,omitempty"` // balances before the first day, one for each currency
}

// Usual are the rules that are used where none are given (our choice): a day apart, no
// difference of amounts, two days until a statement has all.
func Usual() Rules { return Rules{Minutes: 24 * 60, Lag: 2 * 24 * 60} }

// Check finds all that is wrong with the rules, sorted.
func (r *Rules) Check() motcua.Faults {
	var faults motcua.Faults
	for _, n := range []struct {
		name  string
		value int64
	}{{"minutes", r.Minutes}, {"amount", r.Amount}, {"lag", r.Lag}} {
		if n.value < 0 || n.value > maxAmount {
			faults.Add(codeTolerance, motcua.Pointer(n.name), motcua.Text{Vi: "phải từ 0 trở lên", En: "must be 0 or more"}, nil)
		}
	}
	if !r.From.IsZero() && !r.To.IsZero() && !r.From.Before(r.To) {
		faults.Add(codeRules, "/to", motcua.Text{Vi: "không sau thời điểm bắt đầu", En: "not after the beginning"}, nil)
	}
	seen := map[payment.Currency]bool{}
	for _, m := range r.Opening {
		if m.Currency() == 0 || seen[m.Currency()] {
			faults.Add(codeRules, "/opening", motcua.Text{Vi: "mỗi đồng tiền một số dư", En: "one balance for each currency"}, nil)
		}
		seen[m.Currency()] = true
	}
	faults.Sort()
	return faults
}

// within reports whether an instant is in the time the reconciliation is about.
func (r *Rules) within(unix int64) bool {
	return (r.From.IsZero() || unix >= r.From.Unix()) && (r.To.IsZero() || unix < r.To.Unix())
}

// pending reports whether the statement may not have a movement yet.
func (r *Rules) pending(unix int64) bool {
	return !r.To.IsZero() && unix >= r.To.Unix()-r.Lag*60
}
