package scoring

import (
	"math/big"

	"github.com/motcua/motcua"
)

// finding is what the rules of a leaf make of its value, before the scale.
type finding struct {
	num, den  int64  // what is scaled
	status    Status // why
	scored    bool   // the leaf has points
	fixed     bool   // a rule gives all points or none, no scale needed
	full      bool   // all, if fixed
	inherited bool   // the value is that of the unit above
	value     Value  // what was reported
}

// find applies level, unknown and zero rule. It is false for counts that
// cannot be; [Index.Check] says what is wrong with them.
func (x *Index) find(c *Counts, i, level int, f *finding) bool {
	l := &x.leaves[i]
	*f = finding{value: c.Values[i]}
	switch l.rule(level) {
	case LevelAbsent:
		f.status = StatusAbsent
		return true
	case LevelInherits:
		f.value, f.inherited = c.inherited(i)
	}
	f.num, f.den = f.value.Num, f.value.Den
	switch {
	case f.value.Answer == NotAsked:
		f.status = StatusNotAsked
		return true
	case f.value.Answer == Unknown:
		f.status = StatusUnknown
		kind := UnknownNull
		if l.def.Unknown != nil {
			kind = l.def.Unknown.Rule
		}
		f.fix(kind != UnknownNull, kind == UnknownFull)
		return true
	case f.value.Answer != Known:
		return false
	case !l.ratio:
		f.status, f.scored = StatusOK, true
		return f.den > 0 && x.holds(l, f.value)
	case f.num < 0 || f.den < 0 || f.num > maxCount || f.den > maxCount || f.value.Annual < 0 || f.value.Annual > maxCount:
		return false
	case f.num > f.den && l.def.Relation == RelationSubset:
		return false
	case f.den == 0:
		f.status = StatusZero
		f.zero(l.def.Zero, c.Period.kind)
	case f.num > f.den:
		f.status, f.scored = StatusClamped, true
		f.num = f.den
	default:
		f.status, f.scored = StatusOK, true
	}
	return true
}

// inherited is the unit's own value, or that of the nearest unit above that
// has one.
func (c *Counts) inherited(i int) (Value, bool) {
	if v := c.value(i); v.Answer != NotAsked {
		return v, false
	}
	hops := 0
	for up := c.Above; up != nil && hops < maxHops; up, hops = up.Above, hops+1 {
		if v := up.value(i); v.Answer != NotAsked {
			return v, true
		}
	}
	return Value{}, true
}

// maxHops is how many units above one another are looked at.
const maxHops = 8

func (f *finding) fix(scored, full bool) {
	f.scored, f.fixed, f.full = scored, scored, full
}

func (f *finding) zero(rule *ZeroRule, kind PeriodKind) {
	then := rule.Rule
	if rule.Rule == ZeroFallback {
		then = rule.Then
		if f.value.Annual > 0 {
			then = ZeroNull
			for _, d := range rule.Divide {
				if d.Period != kind {
					continue
				}
				n, ok := times(f.num, d.By)
				f.num, f.den, f.scored = n, f.value.Annual, true
				if !ok || f.num > f.den {
					f.num = f.den
				}
				return
			}
		}
	}
	f.fix(then == ZeroNone || then == ZeroFull, then == ZeroFull)
}

// holds reports whether a given value lies in the range or table of the scale,
// and is worth what points can be.
func (x *Index) holds(l *leaf, v Value) bool {
	if v.Den <= 0 {
		return false
	}
	switch s := l.def.Scale; s.Kind {
	case ScaleGiven:
		low := motcua.Decimal{}
		if s.Min != nil {
			low = *s.Min
		}
		return against(v.Num, v.Den, low) >= 0 && against(v.Num, v.Den, l.def.Max) <= 0
	case ScaleTable:
		_, ok := l.row(v.Num, v.Den)
		return ok
	case ScaleSteps:
		return true
	case ScaleLinear, ScaleFullAt:
		return v.Num >= 0
	}
	if l.capped {
		return true
	}
	f := finding{num: v.Num, den: v.Den}
	p := roundPoints(x.fraction(l, &f, x.nodes[l.node].max, nil))
	return -maxPoints <= p && p <= maxPoints
}

// against orders num/den and d.
func against(num, den int64, d motcua.Decimal) int {
	return compare(num, den, d.Coef(), powerOfTen(d.Scale()))
}

// row finds the row of steps or table that a value falls on; what lies below
// the first step earns nothing.
func (l *leaf) row(num, den int64) (motcua.Decimal, bool) {
	rows := l.def.Scale.Rows
	for i := len(rows) - 1; i >= 0; i-- {
		order := against(num, den, rows[i].Value)
		if order == 0 || order > 0 && l.def.Scale.Kind == ScaleSteps {
			return rows[i].Points, true
		}
	}
	return motcua.Decimal{}, l.def.Scale.Kind == ScaleSteps
}

// unit is what the leaf's fraction is multiplied by: its maximum, or the points
// of one where the value is points already.
func (x *Index) unit(l *leaf, most Points) int64 {
	if l.def.Scale.Kind == ScaleGiven {
		return x.one
	}
	return int64(most) * l.mul
}

// quick makes points of a finding in machine words, where they hold it.
func (x *Index) quick(l *leaf, f *finding, most Points) (Points, bool) {
	if f.fixed {
		if f.full {
			return most, true
		}
		return 0, true
	}
	if l.factor >= 0 {
		return 0, false
	}
	if k := l.def.Scale.Kind; k == ScaleSteps || k == ScaleTable {
		row, ok := l.row(f.num, f.den)
		return x.points(row), ok
	}
	num := f.num
	if l.low != 0 || l.lot != 1 {
		a, ok1 := times(f.num, l.lot)
		b, ok2 := times(f.den, l.low)
		d, ok3 := minus(a, b)
		if !ok1 || !ok2 || !ok3 {
			return 0, false
		}
		num = d
	}
	p, ok := roundDiv(x.unit(l, most), num, f.den, l.div)
	if l.capped {
		p = min(max(p, 0), int64(most))
	}
	return Points(p), ok
}

// fraction is the exact value of a finding in points; factor is the fraction
// its ratio is multiplied by, nil for one.
func (x *Index) fraction(l *leaf, f *finding, most Points, factor *big.Rat) *big.Rat {
	if f.fixed {
		if f.full {
			return new(big.Rat).SetInt64(int64(most))
		}
		return new(big.Rat)
	}
	return x.scale(l, new(big.Rat).SetFrac64(f.num, f.den), most, factor)
}

// scale is the exact value in points of a leaf that reached a ratio.
func (x *Index) scale(l *leaf, ratio *big.Rat, most Points, factor *big.Rat) *big.Rat {
	if factor != nil {
		ratio = new(big.Rat).Mul(ratio, factor)
	}
	r := new(big.Rat)
	if k := l.def.Scale.Kind; k == ScaleSteps || k == ScaleTable {
		for _, row := range l.def.Scale.Rows {
			if row.Value.Rat().Cmp(ratio) <= 0 {
				r.SetInt64(int64(x.points(row.Points)))
			}
		}
		return r
	}
	r.Mul(ratio, new(big.Rat).SetInt64(l.lot))
	r.Sub(r, new(big.Rat).SetInt64(l.low))
	r.Mul(r, new(big.Rat).SetFrac64(x.unit(l, most), l.div))
	if l.capped {
		if r.Sign() < 0 {
			r.SetInt64(0)
		}
		if top := new(big.Rat).SetInt64(int64(most)); r.Cmp(top) > 0 {
			r.Set(top)
		}
	}
	return r
}

func ratString(v Value) string {
	if v.Den <= 0 {
		return itoa(int(v.Num)) + "/" + itoa(int(v.Den))
	}
	return new(big.Rat).SetFrac64(v.Num, v.Den).RatString()
}
