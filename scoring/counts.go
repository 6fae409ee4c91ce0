package scoring

import (
	"github.com/motcua/motcua"
)

// Counts are what one unit reports for one period: a value for each leaf of an
// index.
type Counts struct {
	// Unit is the unit's code, Name its name for people.
	Unit, Name string
	// Level is one of the definition's levels; a unit without one owns all.
	Level string
	// Parent is the code of the unit above.
	Parent string
	// Period is what the counts cover; the zero Period says nothing.
	Period Period
	// Values holds one value for each of [Index.Leaves], in their order.
	Values []Value
	// Above are the counts of the unit above, for leaves the level inherits.
	Above *Counts
	// Line is the line of the input, 0 where there is none.
	Line int
}

// Value is what a unit reports for one leaf. The zero Value says that the unit
// was not asked.
type Value struct {
	// Num and Den are the counts; a given value is Num/Den with Den a power of
	// ten.
	Num, Den int64
	// Annual is last year's count for a fallback; zero where there is none.
	Annual int64
	// Answer says whether the unit was asked, and knew.
	Answer Answer
}

// Answer says whether a unit was asked for a value, and knew it.
type Answer uint8

// Absent is not null: a unit that was not asked has no points and no rule, one
// that answered null falls under the leaf's unknown rule.
const (
	NotAsked Answer = iota
	Unknown
	Known
)

// Ratio is a known value num/den.
func Ratio(num, den int64) Value { return Value{Num: num, Den: den, Answer: Known} }

// Given is a known value stated as a number. Its scale must be 18 or less,
// which every [motcua.Decimal] keeps.
func Given(d motcua.Decimal) Value {
	return Value{Num: d.Coef(), Den: powerOfTen(d.Scale()), Answer: Known}
}

// decimal is the number of a given value; nil where Den is no power of ten.
func (v Value) decimal() *motcua.Decimal {
	for scale := range 19 {
		if powerOfTen(scale) == v.Den {
			if d, err := motcua.NewDecimal(v.Num, scale); err == nil {
				return &d
			}
		}
	}
	return nil
}

// powerOfTen returns 10^n for n from 0 to 18.
func powerOfTen(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// Counts returns empty counts of a unit, ready to be filled by [Counts.Set].
func (x *Index) Counts(unit string) Counts {
	return Counts{Unit: unit, Values: make([]Value, len(x.leaves))}
}

// Set puts the value of the leaf with the id; an id the index does not have is
// an error.
func (x *Index) Set(c *Counts, leaf string, v Value) error {
	i, ok := x.leafOf[leaf]
	if !ok {
		var faults motcua.Faults
		fault(&faults, codeIndicator, motcua.Pointer("indicators", leaf), "không có chỉ tiêu %q", "there is no indicator %q", leaf)
		return faults
	}
	if len(c.Values) != len(x.leaves) {
		return x.Check(c).Err()
	}
	c.Values[i] = v
	return nil
}

// value is the value of leaf i; counts made for another index have none.
func (c *Counts) value(i int) Value {
	if i >= len(c.Values) {
		return Value{}
	}
	return c.Values[i]
}

// Check finds everything that is wrong or odd with the counts of one unit:
// pointers are those of [CountsLine]. Warnings do not stop an evaluation.
func (x *Index) Check(c *Counts) motcua.Faults {
	var faults motcua.Faults
	level := x.level(c.Level)
	if c.Unit == "" {
		fault(&faults, codeUnit, "/unit", "thiếu mã đơn vị", "the unit has no code")
	}
	if c.Level != "" && level < 0 {
		fault(&faults, codeLevel, "/level", "không có cấp %q, chỉ có %q", "there is no level %q, only %q", c.Level, x.levels)
	}
	if len(c.Values) != len(x.leaves) {
		fault(&faults, codeInput, "/indicators", "cần %d giá trị, không phải %d", "want %d values, not %d", len(x.leaves), len(c.Values))
	}
	for i := range min(len(c.Values), len(x.leaves)) {
		x.checkValue(&faults, c, i, level)
	}
	for _, f := range faults {
		f.Line = c.Line
	}
	faults.Sort()
	return faults
}

func (x *Index) checkValue(faults *motcua.Faults, c *Counts, i, level int) {
	l, v := &x.leaves[i], &c.Values[i]
	if v.Answer == NotAsked {
		return
	}
	if l.rule(level) == LevelAbsent {
		warn(faults, codeAbsent, l.at, "cấp %q không có chỉ tiêu này, không tính điểm", "level %q has no such indicator, it earns nothing", c.Level)
		return
	}
	if v.Answer > Known {
		fault(faults, codeInput, l.at, "câu trả lời %d không có nghĩa", "answer %d means nothing", v.Answer)
	}
	if v.Answer != Known {
		return
	}
	counted := !l.ratio
	if l.ratio {
		counted = inRange(faults, l.at, "/num", v.Num)
		counted = inRange(faults, l.at, "/den", v.Den) && counted
		inRange(faults, l.at, "/annual", v.Annual)
	}
	switch {
	case !counted:
	case l.ratio && v.Num > v.Den:
		if l.def.Relation == RelationSubset {
			fault(faults, codeSubset, l.at+"/num", "tử số %d lớn hơn mẫu số %d", "numerator %d above its denominator %d", v.Num, v.Den)
		} else if v.Den > 0 { // a zero denominator has a rule of its own
			warn(faults, codeClamped, l.at+"/num", "tử số %d lớn hơn mẫu số %d, tính là 1", "numerator %d above its denominator %d, taken as one", v.Num, v.Den)
		}
	case !l.ratio && !x.holds(l, *v):
		fault(faults, codeValueRange, l.at, "giá trị %s ngoài phạm vi", "value %s outside the range or table of the scale", ratString(*v))
	}
}

// inRange reports whether a count can be one.
func inRange(faults *motcua.Faults, at, member string, count int64) bool {
	if count < 0 || count > maxCount {
		fault(faults, codeNegative, at+member, "số %d ngoài phạm vi 0 đến 2^53−1", "count %d outside 0 to 2^53−1", count)
		return false
	}
	return true
}

// level returns the place of a level among the definition's, or -1.
func (x *Index) level(id string) int {
	for i, l := range x.levels {
		if l == id {
			return i
		}
	}
	return -1
}
