package unit

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/motcua/motcua"
)

// table is a CSV file whose rows have the form its head promises.
type table struct {
	columns []string
	rows    []row
	faults  motcua.Faults
	more    bool // faults that are not kept
}

// row is one row of a table, by column, and its line in the file.
type row struct {
	line   int
	values []string
	table  *table
}

// readTable reads a file with exactly these columns. Rows that are none are left out
// and reported.
func readTable(in io.Reader, columns ...string) *table {
	t := &table{columns: columns}
	limited := &io.LimitedReader{R: in, N: maxFile + 1}
	file := csv.NewReader(limited)
	file.FieldsPerRecord = -1
	for first := true; ; first = false {
		record, err := file.Read()
		if errors.Is(err, io.EOF) {
			t.end(first, limited.N <= 0)
			return t
		}
		var broken *csv.ParseError
		switch {
		case errors.As(err, &broken):
			t.fault(broken.Line, codeForm, "", "không phải một dòng CSV", "not a row of CSV").Cause = err
			if first {
				return t
			}
			continue
		case err != nil:
			t.fault(0, codeRead, "", "không đọc tiếp được", "cannot read on").Cause = err
			return t
		}
		line, _ := file.FieldPos(0)
		if first && !slices.Equal(record, columns) {
			t.fault(line, codeHeader, "", "tệp phải bắt đầu bằng %q", "the file must begin with %q", strings.Join(columns, ","))
			return t
		} else if !first {
			t.add(line, record)
		}
	}
}

// end tells what only the end of the file shows.
func (t *table) end(empty, long bool) {
	if empty {
		t.fault(1, codeHeader, "", "tệp rỗng", "the file is empty")
	}
	if long {
		t.fault(0, codeRead, "", "tệp dài quá %d byte", "the file has more than %d bytes", maxFile)
	}
}

func (t *table) add(line int, record []string) {
	if len(record) != len(t.columns) {
		t.fault(line, codeForm, "", "có %d cột thay vì %d", "%d columns instead of %d", len(record), len(t.columns))
		return
	}
	sound := true
	for i, v := range record {
		at := motcua.Pointer(t.columns[i])
		if !utf8.ValidString(v) || !plain(v) {
			t.fault(line, codeForm, at, "không phải văn bản thường", "not plain text")
			sound = false
		}
		if trimmed := strings.TrimSpace(v); trimmed != v {
			t.warn(line, codeSpace, at, "bỏ khoảng trắng quanh giá trị", "left out the space around the value")
			record[i] = trimmed
		}
	}
	if sound {
		t.rows = append(t.rows, row{line, record, t})
	}
}

// fault reports an error on a line. Of many the first are kept.
func (t *table) fault(line int, code, at, vi, en string, args ...any) *motcua.Fault {
	return t.keep(line, fault, code, at, vi, en, args)
}

func (t *table) warn(line int, code, at, vi, en string, args ...any) *motcua.Fault {
	return t.keep(line, warn, code, at, vi, en, args)
}

func (t *table) keep(line int, add func(*motcua.Faults, string, string, string, string, ...any) *motcua.Fault,
	code, at, vi, en string, args []any,
) *motcua.Fault {
	faults := &t.faults
	if len(t.faults) >= maxFaults {
		if !t.more {
			t.more = true
			fault(&t.faults, codeMany, "", "còn nhiều lỗi khác", "there are more faults than these").Line = line
		}
		faults = new(motcua.Faults) // not kept
	}
	f := add(faults, code, at, vi, en, args...)
	f.Line = line
	return f
}

// done returns the faults, sorted.
func (t *table) done() motcua.Faults {
	t.faults.Sort()
	return t.faults
}

// is returns the value of a column.
func (r *row) is(column string) string { return r.values[slices.Index(r.table.columns, column)] }

func (r *row) fault(code, column, vi, en string, args ...any) {
	r.table.fault(r.line, code, motcua.Pointer(column), vi, en, args...)
}

func (r *row) warn(code, column, vi, en string, args ...any) {
	r.table.warn(r.line, code, motcua.Pointer(column), vi, en, args...)
}

// digits returns a value of exactly so many digits, or reports it.
func (r *row) digits(column string, n int) (string, bool) {
	v := r.is(column)
	if len(v) != n || !each(v, digit) {
		r.fault(codeCode, column, "cần đúng %d chữ số", "want exactly %d digits", n)
		return "", false
	}
	return v, true
}

// text returns a value that is not empty, or reports it.
func (r *row) text(column string) (string, bool) {
	v := r.is(column)
	if v == "" {
		r.fault(codeForm, column, "thiếu giá trị", "the value is missing")
	}
	return v, v != ""
}

// count returns a whole number from 1 to 9999, or reports it.
func (r *row) count(column string) (int, bool) {
	v, n := r.is(column), 0
	if v == "" || len(v) > 4 || v[0] == '0' || !each(v, digit) {
		r.fault(codeForm, column, "cần một số nguyên từ 1 đến 9999", "want a whole number from 1 to 9999")
		return 0, false
	}
	for i := range len(v) {
		n = n*10 + int(v[i]-'0')
	}
	return n, true
}

// date returns a day, unset if the value is empty, or reports it.
func (r *row) date(column string) (motcua.Date, bool) {
	v := r.is(column)
	if v == "" {
		return 0, true
	}
	d, err := motcua.ParseDate(v)
	if err != nil {
		r.fault(codeForm, column, "cần một ngày như 2025-07-01", "want a day such as 2025-07-01")
	}
	return d, err == nil
}
