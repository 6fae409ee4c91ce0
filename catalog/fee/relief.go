package fee

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// relieve applies the reliefs to a line: the best exemption, then of what is left the
// single best reduction, each of them computed on the full amount, and then the best
// support of what is to be paid. Of two alike the one with the smaller id is taken.
// The exact full amount comes in minor units, so that what is left is rounded once.
func (w *quoting) relieve(r *Row, line *payment.Line, exact *big.Rat, out *Quote) error {
	var mine []*Relief
	for i := range w.tables.Reliefs {
		if f := &w.tables.Reliefs[i]; w.applies(f, r, line, out) {
			mine = append(mine, f)
		}
	}
	slices.SortFunc(mine, func(a, b *Relief) int { return cmp.Compare(a.ID, b.ID) })
	for _, kind := range []payment.ChangeKind{payment.ChangeExemption, payment.ChangeReduction, payment.ChangeSupport} {
		if err := w.best(kind, mine, line, exact); err != nil {
			return err
		}
	}
	return nil
}

// best applies the best relief of a kind; under [StackEach] every reduction, one after
// another.
func (w *quoting) best(kind payment.ChangeKind, mine []*Relief, line *payment.Line, full *big.Rat) error {
	var best *Relief
	var most payment.Money
	each := kind == payment.ChangeReduction && w.tables.Policy.Stacking == StackEach
	for _, f := range mine {
		if f.Kind != kind {
			continue
		}
		base, exact := line.Full, full
		if kind == payment.ChangeSupport || each {
			base, exact = line.Amount, minor(line.Amount)
		}
		off, err := w.off(f, base, exact, line.Amount)
		if err != nil {
			return err
		}
		if each {
			if err := change(line, f, off); err != nil {
				return err
			}
		} else if off.Minor() > most.Minor() {
			best, most = f, off
		}
	}
	if best == nil {
		return nil
	}
	return change(line, best, most)
}

// change books what a relief takes off a line, or supports.
func change(line *payment.Line, f *Relief, off payment.Money) error {
	if off.Sign() == 0 {
		return nil
	}
	line.Changes = append(line.Changes, payment.Change{Kind: f.Kind, Rule: f.ID, Title: f.Title, Amount: off, Source: f.Source})
	if f.Kind == payment.ChangeSupport {
		line.Support = off
		return nil
	}
	rest, err := line.Amount.Sub(off)
	line.Amount = rest
	return err
}

// off is what a relief takes off a base, or supports: never more than is left. The base
// is not below 0, so that no difference overflows.
func (w *quoting) off(f *Relief, base payment.Money, exact *big.Rat, left payment.Money) (payment.Money, error) {
	var off int64
	switch {
	case f.Rate != nil:
		// The amount to be paid is rounded, and what is taken off is the rest.
		rest := new(big.Rat).SetInt64(percent)
		rest.Sub(rest, f.Rate.Rat())
		rest.Mul(rest, exact)
		rounded, err := w.tables.Policy.round(rest.Quo(rest, big.NewRat(percent, 1)), base.Currency())
		if err != nil {
			return payment.Money{}, err
		}
		off = base.Minor() - max(rounded.Minor(), 0)
	case f.Off != nil && f.Off.Currency() == base.Currency():
		off = f.Off.Minor()
	case f.Charge != nil && (f.Charge.Currency() == base.Currency() || f.Charge.Sign() == 0):
		off = base.Minor() - max(f.Charge.Minor(), 0)
	}
	if off = min(off, left.Minor()); off <= 0 {
		return payment.Money{}, nil
	}
	return payment.NewMoney(off, base.Currency())
}

// applies reports whether a relief is for the line. One that would be, but is not
// complete, not approved, or not its issuer's to give, is noted as possible.
func (w *quoting) applies(f *Relief, r *Row, line *payment.Line, out *Quote) bool {
	if line.Full.Sign() == 0 || f.Status == StatusWithdrawn || !f.Validity.Contains(w.q.Date) && !f.undated() ||
		len(f.Channels) > 0 && !slices.Contains(f.Channels, w.q.Channel) ||
		len(f.Beneficiaries) > 0 && !slices.ContainsFunc(f.Beneficiaries, func(b string) bool { return slices.Contains(w.q.Beneficiary, b) }) {
		return false
	}
	matched, why := w.inScope(f, r)
	if !matched {
		return false
	}
	if why.IsZero() {
		why = w.mayGive(f, r)
	}
	switch {
	case f.Incomplete:
		why = f.Missing
	case f.Status == StatusDraft:
		why = motcua.Text{Vi: "mới là dự thảo", En: "a draft only"}
	}
	if why.IsZero() {
		return true
	}
	p := Possible{f.ID, f.Title, why, f.Source}
	if !slices.Contains(out.Possible, p) {
		out.Possible = append(out.Possible, p)
		slices.SortFunc(out.Possible, func(a, b Possible) int { return cmp.Compare(a.Relief, b.Relief) })
	}
	return false
}

// undated reports whether an incomplete relief has no known day at all.
func (f *Relief) undated() bool { return f.Incomplete && f.Validity.IsZero() }

// inScope reports whether a row may be in the scope of a relief; the text says what is
// not known of it. The acts of a province are for its own units, said or not.
func (w *quoting) inScope(f *Relief, r *Row) (bool, motcua.Text) {
	s := &f.Scope
	listed := func(list []string, value string) bool {
		return len(list) == 0 || value != "" && slices.Contains(list, value)
	}
	if !listed(s.Rows, r.ID) || !listed(s.Codes, r.Code) || !listed(s.Fields, w.q.Field) ||
		len(s.Kinds) > 0 && !slices.Contains(s.Kinds, r.Kind) ||
		len(s.Procedures) > 0 && !slices.Contains(s.Procedures, w.q.Procedure.National()) ||
		r.Group != "" && (!listed(s.Groups, r.Group) || slices.Contains(s.Except, r.Group)) ||
		r.Issuer != "" && !listed(s.Issuers, r.Issuer) ||
		w.q.Unit != "" && !f.receives(w.q.Unit) {
		return false, motcua.Text{}
	}
	switch {
	case r.Group == "" && len(s.Groups)+len(s.Except) > 0:
		return true, motcua.Text{Vi: "không rõ khoản thu thuộc nhóm nào", En: "which group the fee belongs to is not known"}
	case r.Issuer == "" && len(s.Issuers) > 0:
		return true, motcua.Text{Vi: "không rõ cơ quan nào quy định mức thu", En: "who set the fee is not known"}
	case w.q.Unit == "" && (len(s.Units) > 0 || f.IssuedBy != ""):
		return true, motcua.Text{Vi: "chưa biết nơi tiếp nhận", En: "the unit that receives is not known"}
	}
	return true, motcua.Text{}
}

// receives reports whether a relief is for filings that a unit receives.
func (f *Relief) receives(unit motcua.UnitCode) bool {
	return (f.IssuedBy == "" || under(unit, f.IssuedBy)) &&
		(len(f.Scope.Units) == 0 || slices.ContainsFunc(f.Scope.Units, func(u motcua.UnitCode) bool { return under(unit, u) }))
}

// under reports whether a unit is another one or below it.
func under(unit, above motcua.UnitCode) bool {
	rest, ok := strings.CutPrefix(string(unit), string(above))
	return ok && (rest == "" || rest[0] == '.')
}

// mayGive says why the issuer of a relief may not give it for a row; nothing if it may.
func (w *quoting) mayGive(f *Relief, r *Row) motcua.Text {
	if r.Issuer == "" {
		if len(f.Scope.Procedures)+len(f.Scope.Rows) > 0 && w.tables.may(f.Issuer, "", f.Kind) {
			return motcua.Text{} // the act names it
		}
		return motcua.Text{Vi: "không rõ cơ quan nào quy định mức thu", En: "who set the fee is not known"}
	}
	if f.IssuedBy != "" && r.IssuedBy != "" && f.IssuedBy != r.IssuedBy {
		return motcua.Text{Vi: "mức thu do địa phương khác quy định", En: "another province set the fee"}
	}
	if !w.tables.may(f.Issuer, r.Issuer, f.Kind) {
		return motcua.Text{Vi: "cơ quan ban hành không có thẩm quyền với khoản thu này", En: "its issuer has no power over this fee"}
	}
	return motcua.Text{}
}
