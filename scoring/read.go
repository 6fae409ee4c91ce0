package scoring

import (
	"bufio"
	"bytes"
	"io"
	"slices"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// CountsLine is the JSON form of [Counts]: one line of a file of counts.
type CountsLine struct {
	// Unit is the unit's code.
	Unit string `json:"unit"`
	// Name is its name for people.
	Name string `json:"name,omitempty"`
	// Level is one of the definition's levels.
	Level string `json:"level,omitempty"`
	// Parent is the code of the unit above.
	Parent string `json:"parent,omitempty"`
	// Period is what the counts cover, as "2026-08".
	Period *Period `json:"period,omitempty"`
	// Indicators are the counts by leaf: one that is absent was not asked, one
	// that is null is unknown.
	Indicators map[string]*Indicator `json:"indicators"`
}

// Indicator is what a unit reports for one leaf: a pair of counts, or a value.
type Indicator struct {
	// Num and Den are the counts, whole numbers of 0 to 2^53−1; both null is
	// the same as a null indicator.
	Num *int64 `json:"num,omitempty" jsonschema:"nullable,minimum=0,maximum=9007199254740991"`
	Den *int64 `json:"den,omitempty" jsonschema:"nullable,minimum=0,maximum=9007199254740991"` // see Num
	// Annual is last year's count, for a fallback.
	Annual *int64 `json:"annual,omitempty" jsonschema:"nullable,minimum=0,maximum=9007199254740991"`
	// Value is what is given instead of counts.
	Value *motcua.Decimal `json:"value,omitempty"`
}

// MaxLine is the longest line of a file of counts, in bytes.
const MaxLine = 16 << 20

// ReadCounts reads counts in JSON Lines, one [CountsLine] each, links units to
// those above and checks them. A line with a fault is left out and the rest
// goes on; faults carry line and pointer. Empty lines are passed over.
func (x *Index) ReadCounts(r io.Reader) ([]Counts, motcua.Faults) {
	var units []Counts
	var faults motcua.Faults
	for line := range lines(r, &faults) {
		c, found := x.parseLine(line.text, line.number)
		faults = append(faults, found...)
		if found.Err() == nil {
			units = append(units, c)
		}
	}
	units = once(&faults, units)
	faults = append(faults, Link(units)...)
	faults.Sort()
	return units, faults
}

// Line returns the JSON form of counts: what ParseCounts reads.
func (x *Index) Line(c *Counts) CountsLine {
	line := CountsLine{Unit: c.Unit, Name: c.Name, Level: c.Level, Parent: c.Parent, Indicators: map[string]*Indicator{}}
	if !c.Period.IsZero() {
		period := c.Period
		line.Period = &period
	}
	for i := range x.leaves {
		switch v := c.value(i); {
		case v.Answer == Unknown:
			line.Indicators[x.leaves[i].def.ID] = nil
		case v.Answer == Known && x.leaves[i].def.Num != "":
			in := &Indicator{Num: &v.Num, Den: &v.Den}
			if v.Annual != 0 {
				in.Annual = &v.Annual
			}
			line.Indicators[x.leaves[i].def.ID] = in
		case v.Answer == Known:
			line.Indicators[x.leaves[i].def.ID] = &Indicator{Value: v.decimal()}
		}
	}
	return line
}

// ParseCounts reads one [CountsLine].
func (x *Index) ParseCounts(data []byte) (Counts, motcua.Faults) { return x.parseLine(data, 1) }

func (x *Index) parseLine(data []byte, number int) (Counts, motcua.Faults) {
	var line CountsLine
	reading := strict.Decode(data, &line, number)
	c := x.Counts(line.Unit)
	c.Name, c.Level, c.Parent, c.Line = line.Name, line.Level, line.Parent, number
	if line.Period != nil {
		c.Period = *line.Period
	}
	faults := reading.Faults
	if slices.ContainsFunc(faults, func(f *motcua.Fault) bool { return f.Pointer == "" }) {
		return c, faults // not an object: there is nothing more to say
	}
	for id, indicator := range line.Indicators {
		at := motcua.Pointer("indicators", id)
		i, ok := x.leafOf[id]
		if !ok {
			fault(&faults, codeIndicator, at, "không có chỉ tiêu %q", "there is no indicator %q", id)
			continue
		}
		num, den := reading.Has(at+"/num"), reading.Has(at+"/den")
		if indicator != nil && !faults.Under(at) && (num != den || !num && indicator.Value == nil) {
			fault(&faults, codeHalf, at, "cặp số đếm thiếu một nửa", "want num and den, or a value")
			continue
		}
		if indicator != nil && !x.leaves[i].takes(indicator.Value == nil) {
			fault(&faults, codeHalf, at, "chỉ tiêu này cần %s", "this indicator wants %s", x.leaves[i].wants())
			continue
		}
		c.Values[i] = indicator.value(&faults, at)
	}
	for _, f := range x.Check(&c) {
		half := f.Code == codeSubset && faults.Under(strings.TrimSuffix(f.Pointer, "num")+"den")
		if !half && !faults.Under(f.Pointer) {
			faults = append(faults, f)
		}
	}
	for _, f := range faults {
		f.Line = max(f.Line, number)
	}
	faults.Sort()
	return c, faults
}

// takes reports whether the leaf can be told a pair of counts, or else a value:
// scores come from counts, never from a ratio somebody rounded, and a leaf that
// counts nothing has no pair.
func (l *leaf) takes(pair bool) bool {
	if pair {
		return l.def.Num != ""
	}
	return !l.ratio
}

// wants says what the leaf can be told.
func (l *leaf) wants() string {
	if l.def.Num != "" {
		return "num, den"
	}
	return "value"
}

func (in *Indicator) value(faults *motcua.Faults, at string) Value {
	switch {
	case in == nil:
		return Value{Answer: Unknown}
	case in.Value != nil && (in.Num != nil || in.Den != nil || in.Annual != nil):
		fault(faults, codeHalf, at, "hoặc giá trị, hoặc cặp số đếm", "either a value or a pair of counts")
	case in.Value != nil:
		return Given(*in.Value)
	case (in.Num == nil) != (in.Den == nil):
		fault(faults, codeHalf, at, "cặp số đếm thiếu một nửa", "half of the pair is missing or null")
	case in.Num == nil:
		return Value{Answer: Unknown}
	default:
		v := Ratio(*in.Num, *in.Den)
		if in.Annual != nil {
			v.Annual = *in.Annual
		}
		return v
	}
	return Value{}
}

// numbered is a line with its number.
type numbered struct {
	text   []byte
	number int
}

// lines yields the lines of r that hold something. What cannot be read becomes
// a fault.
func lines(r io.Reader, faults *motcua.Faults) func(yield func(numbered) bool) {
	return func(yield func(numbered) bool) {
		s := bufio.NewScanner(r)
		s.Buffer(make([]byte, 64<<10), MaxLine)
		n := 0
		for s.Scan() {
			n++
			if text := bytes.TrimSpace(s.Bytes()); len(text) > 0 && !yield(numbered{text, n}) {
				return
			}
		}
		if err := s.Err(); err != nil {
			faults.Add(codeInput, "", vien("không đọc tiếp được", "cannot read on"), err).Line = n + 1
		}
	}
}
