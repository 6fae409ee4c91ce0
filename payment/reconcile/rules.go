package reconcile

import (
	"slices"
	"strconv"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Rules say what counts as the same, and which time a reconciliation is about.
type Rules struct {
	Minutes int64             `json:"minutes"`           // how far apart in time the same movement may be on both sides
	Amount  int64             `json:"amount"`            // by how many minor units amounts may differ; usually 0
	Lag     int64             `json:"lag"`               // for how many minutes before To a statement may not have it yet
	From    time.Time         `json:"from,omitzero"`     // what is before is not looked for; absent: everything is
	To      time.Time         `json:"to,omitzero"`       // nor what is from then on
	Methods []payment.Method  `json:"methods,omitempty"` // that the statement is about, since a bank knows no cash; absent: all
	Units   []motcua.UnitCode `json:"units,omitempty"`   // whose account it is, where the journal is that of many; absent: all
	Opening []payment.Money   `json:"opening,omitempty"` // balances before the first day, one for each currency
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
		if m.Currency() == 0 || seen[m.Currency()] || distance(m.Minor(), 0) > maxOpening {
			faults.Add(codeRules, "/opening", motcua.Text{Vi: "mỗi đồng tiền một số dư, không quá lớn", En: "one balance for each currency, not out of all proportion"}, nil)
		}
		seen[m.Currency()] = true
	}
	for i, m := range r.Methods {
		if _, err := m.MarshalText(); err != nil || slices.Contains(r.Methods[:i], m) {
			faults.Add(codeRules, motcua.Pointer("methods", strconv.Itoa(i)), motcua.Text{Vi: "phải là một hình thức, mỗi hình thức một lần", En: "must be a method, each once"}, nil)
		}
	}
	for i, u := range r.Units {
		if _, err := motcua.ParseUnit(u.String()); err != nil || slices.Contains(r.Units[:i], u) {
			faults.Add(codeRules, motcua.Pointer("units", strconv.Itoa(i)), motcua.Text{Vi: "phải là mã đơn vị, mỗi đơn vị một lần", En: "must be the code of a unit, each once"}, nil)
		}
	}
	faults.Sort()
	return faults
}

// maxOpening is what an opening balance may be at most, in minor units.
const maxOpening = 1_000_000_000_000_000_000

// asks reports whether the statement is about a posting of an entry. Sums that no order
// explains have no method and no unit, and are always looked for.
func (r *Rules) asks(e *payment.Entry, p *payment.Posting) bool {
	return p.Book == payment.BookClearing && (len(r.Methods) == 0 || p.Method == 0 || slices.Contains(r.Methods, p.Method)) &&
		(len(r.Units) == 0 || e.Unit == "" || slices.Contains(r.Units, e.Unit))
}

// within reports whether an instant is in the time the reconciliation is about.
func (r *Rules) within(unix int64) bool {
	return (r.From.IsZero() || unix >= r.From.Unix()) && (r.To.IsZero() || unix < r.To.Unix())
}

// pending reports whether the statement may not have a movement yet.
func (r *Rules) pending(unix int64) bool {
	return !r.To.IsZero() && unix >= r.To.Unix()-r.Lag*60
}
