package payment

import (
	"strconv"

	"github.com/motcua/motcua"
)

// Check finds all that is wrong with the line, sorted: what is not said; amounts below
// 0, without a currency or in several; and sums that do not come out. The full amount
// less exemptions and reductions is the amount, support is what its changes give and no
// more than the amount. Sums are held against each other once all amounts are sound.
func (l Line) Check() motcua.Faults {
	var faults motcua.Faults
	if l.Name.IsZero() {
		fault(&faults, codeUnsaid, "/name", "thiếu tên", "the name is missing")
	}
	if _, err := l.Kind.MarshalText(); err != nil {
		fault(&faults, codeUnsaid, "/kind", "thiếu loại", "the kind is missing")
	}
	if l.Quantity.Sign() < 0 {
		fault(&faults, codeQuantity, "/quantity", "số lượng %v âm", "the quantity %v is negative", l.Quantity)
	}
	checkRule(&faults, "", l.Rule, l.Source)
	sound := l.checkAmount(&faults, "/full", l.Full)
	sound = l.checkAmount(&faults, "/amount", l.Amount) && sound
	if !l.Support.IsZero() { // nothing is supported
		sound = l.checkAmount(&faults, "/support", l.Support) && sound
	}
	for i := range l.Changes {
		at := motcua.Pointer("changes", strconv.Itoa(i))
		sound = l.checkChange(&faults, at, &l.Changes[i]) && sound
	}
	if sound {
		l.checkSums(&faults)
	}
	faults.Sort()
	return faults
}

// checkRule holds a line or a change to naming the row it rests on, and its act.
func checkRule(faults *motcua.Faults, at, rule string, source motcua.Source) {
	if rule == "" {
		fault(faults, codeUnsaid, at+"/rule", "thiếu dòng quy định", "the row it rests on is missing")
	}
	if source.IsZero() {
		fault(faults, codeUnsaid, at+"/source", "thiếu căn cứ", "the source is missing")
	} else if _, err := source.Basis.MarshalText(); err != nil {
		fault(faults, codeUnsaid, at+"/source/basis", "thiếu loại căn cứ", "the basis is missing")
	}
}

// checkAmount reports whether an amount can stand in a sum with the full amount.
func (l Line) checkAmount(faults *motcua.Faults, at string, m Money) bool {
	switch {
	case m.currency == 0:
		fault(faults, codeCurrency, at, "thiếu đồng tiền", "the currency is missing")
	case m.currency != l.Full.currency && l.Full.currency != 0:
		fault(faults, codeCurrency, at, "%v không cùng đồng tiền với mức đầy đủ %v", "%v is not in the currency of the full amount %v", m, l.Full)
	case m.minor < 0:
		fault(faults, codeNegative, at, "số tiền %v âm", "the amount %v is negative", m)
	default:
		return true
	}
	return false
}

// checkChange reports whether the change can be taken off.
func (l Line) checkChange(faults *motcua.Faults, at string, c *Change) bool {
	_, err := c.Kind.MarshalText()
	if err != nil {
		fault(faults, codeUnsaid, at+"/kind", "thiếu loại", "the kind is missing")
	}
	if c.Title.IsZero() {
		fault(faults, codeUnsaid, at+"/title", "thiếu tên", "the title is missing")
	}
	checkRule(faults, at, c.Rule, c.Source)
	return l.checkAmount(faults, at+"/amount", c.Amount) && err == nil
}

// checkSums holds the amounts against the changes. What the changes say is at fault,
// since a difference lacks its reason there.
func (l Line) checkSums(faults *motcua.Faults) {
	var sums [ChangeSupport + 1]Money
	for _, c := range l.Changes {
		sum, err := sums[c.Kind].Add(c.Amount)
		if err != nil {
			faults.Add(codeSum, "/changes", motcua.Text{Vi: "không cộng được", En: "cannot be added up"}, err)
			return
		}
		sums[c.Kind] = sum
	}
	rest := l.Full.minor - sums[ChangeExemption].minor // neither is negative: it fits
	if rest < 0 || rest-sums[ChangeReduction].minor != l.Amount.minor {
		fault(faults, codeSum, "/changes", "mức đầy đủ %v trừ các khoản miễn, giảm không bằng %v",
			"the full amount %v less exemptions and reductions is not %v", l.Full, l.Amount)
	}
	if sum := sums[ChangeSupport]; sum.minor != l.Support.minor {
		fault(faults, codeSupport, "/changes", "tổng các khoản hỗ trợ là %v, không phải %v", "the changes support %v, not %v", sum, l.Support)
	}
	if l.Support.minor > l.Amount.minor {
		fault(faults, codeSupport, "/support", "hỗ trợ %v vượt quá số phải trả %v", "the support %v is more than the amount %v", l.Support, l.Amount)
	}
}
