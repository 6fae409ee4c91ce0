package eventlog

import (
	"errors"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/motcua/motcua"
)

// Read reads the tables of one log, in any order, each plain or packed by gzip. Which
// table is which is told by the headers, whose columns may stand in any order and among
// others. Times that state no zone are of the zone given; nil: they cannot be read.
//
// A table without a column it must have is not read, and a row without a value it must
// have is left out; both are errors. A column or value that can be missed, a case without
// events, events without a case and a case stated twice are warnings. Pointers are the
// number of the table, from 0, and the column: "/1/time:timestamp"; of many faults the
// first 10,000 are kept and one counts the others. Rows are read one by one; memory is
// taken by what is in the log, not by its text.
func Read(zone *time.Location, tables ...io.Reader) (*Log, motcua.Faults) {
	r := &reading{zone: zone, log: &Log{}, known: map[string]*known{}, words: map[string]string{}}
	for i, in := range tables {
		r.table = i
		r.read(in)
	}
	r.finish()
	return r.log, r.all()
}

// reading is a log in the making.
type reading struct {
	complaints
	zone  *time.Location
	log   *Log
	known map[string]*known
	words map[string]string // each text is held once
	table int
}

// known is what is known of a case.
type known struct {
	index  int // in the log
	table  int // that named it first
	line   int
	stated []string // as a row states it, by the columns of its table
}

// bound is a column and where it stands; at is -1 for one that is missing.
type bound struct {
	column
	at int
}

func (r *reading) read(in io.Reader) {
	l, err := newLines(in)
	if err != nil {
		r.add(codeRead, motcua.SeverityError, r.table, "", 0, "không giải nén được", "cannot unpack it").Cause = err
		return
	}
	var columns []bound
	var row []string
	for width := 0; ; {
		line, err := l.next()
		switch {
		case errors.Is(err, errLong):
			r.add(codeLong, motcua.SeverityError, r.table, "", l.number, "dòng dài quá %d byte", "a line of more than %d bytes", maxLine)
			continue
		case errors.Is(err, io.EOF):
			if columns == nil {
				r.add(codeEmpty, motcua.SeverityError, r.table, "", 0, "bảng không có dòng tiêu đề", "a table without a header")
			}
			return
		case err != nil:
			r.add(codeRead, motcua.SeverityError, r.table, "", l.number+1, "không đọc tiếp được", "cannot read on").Cause = err
			return
		}
		var ok bool
		if row, ok = r.cut(line, l.number, row[:0]); columns == nil && line != "" {
			if columns, width = r.bind(row, l.number), len(row); columns == nil {
				return
			}
		} else if line != "" && (!ok || len(row) != width) {
			r.add(codeRow, motcua.SeverityError, r.table, "", l.number, "không phải một dòng gồm %d cột", "not a row of %d columns", width)
		} else if line != "" {
			r.row(columns, row, l.number)
		}
	}
}

// cut gives the fields of a line.
func (r *reading) cut(line string, number int, row []string) ([]string, bool) {
	if !utf8.ValidString(line) {
		r.add(codeBytes, motcua.SeverityWarning, r.table, "", number, "dòng không phải UTF-8", "a line that is not UTF-8")
		line = strings.ToValidUTF8(line, "\uFFFD")
	}
	return split(line, row)
}

// bind finds the kind of a table by its header: the one most of whose columns it has.
func (r *reading) bind(header []string, line int) []bound {
	names := map[string]int{}
	for i, name := range header {
		name = strings.ToLower(strings.TrimSpace(strings.TrimPrefix(name, "\uFEFF")))
		if _, twice := names[name]; !twice {
			names[name] = i
		} else if name != "" {
			r.add(codeTwice, motcua.SeverityWarning, r.table, name, line, "cột lặp lại; chỉ đọc cột đầu", "the column stands twice; the first is read")
		}
	}
	var best []bound
	most := 0
	for _, kind := range dialects() {
		columns, found := make([]bound, len(kind)), 0
		for i, c := range kind {
			columns[i] = bound{c, -1}
			if at, ok := names[strings.ToLower(c.name)]; ok {
				columns[i].at = at
				found++
			}
		}
		if found > most {
			best, most = columns, found
		}
	}
	if best == nil {
		r.add(codeOther, motcua.SeverityError, r.table, "", line, "không phải bảng của một nhật ký đã biết", "no table of a log that is known")
		return nil
	}
	return r.present(best, line)
}

// present complains of the columns that are missing, and leaves them out.
func (r *reading) present(columns []bound, line int) []bound {
	broken := false
	for _, c := range columns {
		if c.at >= 0 {
			continue
		}
		severity := motcua.SeverityWarning
		if c.must {
			severity, broken = motcua.SeverityError, true
		}
		r.add(codeAbsent, severity, r.table, c.name, line, "thiếu cột", "the column is missing")
	}
	if broken {
		return nil
	}
	return slices.DeleteFunc(columns, func(c bound) bool { return c.at < 0 })
}
