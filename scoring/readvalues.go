package scoring

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/motcua/motcua"
)

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
	units = once(&faults, units)
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
			if leaf, ok := x.leafOf[header[i]]; ok { // else it is the header's fault
				c.Values[leaf] = x.leaves[leaf].cell(&faults, cell, line)
			}
		}
	}
	for _, f := range x.Check(&c) {
		if f.Pointer != "/unit" || slices.Contains(header, "unit") {
			faults = append(faults, f)
		}
	}
	return c, faults
}

// cell reads what a leaf is told in a cell.
func (l *leaf) cell(faults *motcua.Faults, cell string, line int) Value {
	v, err := parseCell(cell)
	switch {
	case err != nil:
		faults.Add(codeInput, l.at, vien("ô không đọc được", "the cell cannot be read"), err).Line = line
	case v.Answer == Known && !l.takes(strings.Contains(cell, "/")):
		fault(faults, codeHalf, l.at, "chỉ tiêu này cần %s", "this indicator wants %s", l.wants()).Line = line
		return Value{}
	}
	return v
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
	n, err := parseCount(num)
	if err != nil {
		return Value{}, fmt.Errorf("numerator: %w", err)
	}
	d, err := parseCount(den)
	if err != nil {
		return Value{}, fmt.Errorf("denominator: %w", err)
	}
	return Ratio(n, d), nil
}

// parseCount reads a whole number as decimals are written: no plus, no zeros
// before it.
func parseCount(s string) (int64, error) {
	d, err := motcua.ParseDecimal(s)
	if err == nil && d.Scale() > 0 {
		err = fmt.Errorf("%.40q is not a whole number", s)
	}
	return d.Coef(), err
}
