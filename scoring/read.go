package scoring

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

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
	faults = append(faults, Link(units)...)
	faults.Sort()
	return units, faults
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

// ReadValues reads a table (CSV, UTF-8, with a header): columns unit, name,
// level, parent, period and the leaves by id. A cell holds a number, a pair
// "68/313", null for unknown, or nothing for not asked.
func (x *Index) ReadValues(r io.Reader) ([]Counts, motcua.Faults) {
	var faults motcua.Faults
	table := csv.NewReader(r)
	table.FieldsPerRecord = -1
	header, err := table.Read()
	if err != nil {
		faults.Add(codeInput, "", vien("không có dòng tiêu đề", "there is no header"), err).Line = 1
		return nil, faults
	}
	header[0] = strings.TrimPrefix(header[0], "\uFEFF")
	x.checkHeader(&faults, header)
	var units []Counts
	for {
		record, err := table.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			faults.Add(codeInput, "", vien("không đọc tiếp được", "cannot read on"), err).Line = csvLine(err)
			break
		}
		line, _ := table.FieldPos(0)
		c, found := x.parseRecord(header, record, line)
		faults = append(faults, found...)
		if found.Err() == nil && c.Unit != "" {
			units = append(units, c)
		}
	}
	faults = append(faults, Link(units)...)
	faults.Sort()
	return units, faults
}

// csvLine is the line an error of package csv is about, 0 for other errors.
func csvLine(err error) int {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return parse.Line
	}
	return 0
}

func (x *Index) checkHeader(faults *motcua.Faults, header []string) {
	for i, name := range header {
		at := motcua.Pointer(name)
		if _, ok := x.leafOf[name]; !ok && !slices.Contains(unitColumns, name) {
			fault(faults, codeIndicator, at, "không có chỉ tiêu %q", "there is no indicator %q", name).Line = 1
		}
		if slices.Contains(header[:i], name) {
			fault(faults, codeInput, at, "cột bị lặp", "the column stands twice").Line = 1
		}
	}
	if !slices.Contains(header, "unit") {
		fault(faults, codeUnit, "/unit", "thiếu cột unit", "there is no column unit").Line = 1
	}
}

var unitColumns = []string{"unit", "name", "level", "parent", "period"}

func (x *Index) parseRecord(header, record []string, line int) (Counts, motcua.Faults) {
	var faults motcua.Faults
	c := x.Counts("")
	c.Line = line
	if len(record) != len(header) {
		fault(&faults, codeInput, "", "có %d ô, tiêu đề có %d", "%d cells under a header of %d", len(record), len(header)).Line = line
		return c, faults
	}
	for i, cell := range record {
		at := motcua.Pointer(header[i])
		if !utf8.ValidString(cell) {
			fault(&faults, codeInput, at, "ô không phải UTF-8", "the cell is not UTF-8").Line = line
			continue
		}
		switch header[i] {
		case "unit":
			c.Unit = cell
		case "name":
			c.Name = cell
		case "level":
			c.Level = cell
		case "parent":
			c.Parent = cell
		case "period":
			if cell == "" {
				continue
			}
			if err := c.Period.UnmarshalText([]byte(cell)); err != nil {
				faults.Add(codePeriod, at, vien("kỳ không hợp lệ", "not a period"), err).Line = line
			}
		default:
			leaf, ok := x.leafOf[header[i]]
			if !ok {
				continue // the header's fault
			}
			v, err := parseCell(cell)
			if err != nil {
				faults.Add(codeInput, at, vien("ô không đọc được", "the cell cannot be read"), err).Line = line
			}
			c.Values[leaf] = v
		}
	}
	for _, f := range x.Check(&c) {
		if f.Pointer != "/unit" || slices.Contains(header, "unit") {
			faults = append(faults, f)
		}
	}
	return c, faults
}

func parseCell(cell string) (Value, error) {
	switch cell {
	case "":
		return Value{}, nil
	case "null":
		return Value{Answer: Unknown}, nil
	}
	num, den, pair := strings.Cut(cell, "/")
	if !pair {
		d, err := motcua.ParseDecimal(cell)
		if err == nil && d.Coef() == math.MinInt64 {
			err = motcua.ErrOverflow
		}
		if err != nil {
			return Value{}, err
		}
		return Given(d), nil
	}
	n, err := strconv.ParseInt(num, 10, 64)
	if err != nil {
		return Value{}, fmt.Errorf("numerator: %w", err)
	}
	d, err := strconv.ParseInt(den, 10, 64)
	if err != nil {
		return Value{}, fmt.Errorf("denominator: %w", err)
	}
	return Ratio(n, d), nil
}
