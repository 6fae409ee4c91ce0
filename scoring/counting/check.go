package counting

import (
	"slices"
	"strconv"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// checkBy finds what is wrong with the columns that make groups.
func checkBy(faults *motcua.Faults, by []string) {
	for i, name := range by {
		at := motcua.Pointer("by", strconv.Itoa(i))
		if slices.Contains(by[:i], name) {
			fault(faults, codeTwice, at, "cột %q bị lặp", "column %q stands twice", name)
		}
		found := false
		for t := Table(1); t.String() != ""; t++ {
			p, _, ok := t.find(name)
			found = found || ok && p.kind == motcua.ColumnText
		}
		if !found {
			fault(faults, codeGroup, at, "không bảng nào có cột mã %q", "no table has a column of codes %q", name)
		}
	}
}

// checkMeasure finds what is wrong with one measure. An index that was compiled has
// measures without such faults, except that it may end rows nobody knows the end of.
func checkMeasure(faults *motcua.Faults, measures []scoring.Measure, i int) {
	m, at := &measures[i], motcua.Pointer("measures", strconv.Itoa(i))
	if slices.ContainsFunc(measures[:i], func(o scoring.Measure) bool { return o.ID == m.ID }) {
		fault(faults, codeTwice, at+"/id", "số đo %q bị lặp", "measure %q stands twice", m.ID)
	}
	table, ok := TableOf(m.Table)
	if !ok {
		fault(faults, codeMeasure, at+"/table", "không có bảng %q", "there is no table %q", m.Table)
		return
	}
	for _, enum := range []interface{ MarshalText() ([]byte, error) }{m.Count, m.Scope} {
		if _, err := enum.MarshalText(); err != nil {
			fault(faults, codeMeasure, at, "số đo thiếu cách đếm hoặc phạm vi", "the measure has no count or no scope: %v", err)
		}
	}
	checkColumns(faults, m, table, at)
	columns := func(name string) (motcua.ColumnType, bool) {
		p, _, ok := table.find(name)
		return p.kind, ok
	}
	*faults = append(*faults, m.Where.Check(columns).At(at+"/where")...)
	*faults = append(*faults, m.Except.Check(columns).At(at+"/except")...)
	if m.Except != nil && m.Count != scoring.CountDistinct {
		fault(faults, codeMeasure, at+"/except", "chỉ dùng khi đếm khác nhau", "only a distinct count takes except")
	}
}

// checkColumns finds what is wrong with the columns of a measure.
func checkColumns(faults *motcua.Faults, m *scoring.Measure, table Table, at string) {
	column, _, known := table.find(m.Column)
	switch {
	case m.Count == scoring.CountRows && m.Column != "":
		fault(faults, codeColumn, at+"/column", "đếm dòng không cần cột", "a count of rows takes no column")
	case m.Count == scoring.CountDistinct && !(known && column.kind == motcua.ColumnText):
		fault(faults, codeColumn, at+"/column", "bảng %q không có cột mã %q", "table %q has no column of codes %q", m.Table, m.Column)
	case m.Count == scoring.CountSum && !(known && column.kind == motcua.ColumnNumber):
		fault(faults, codeColumn, at+"/column", "bảng %q không có cột số %q", "table %q has no column of numbers %q", m.Table, m.Column)
	}
	anchor, _, known := table.find(m.Anchor)
	dated := known && (anchor.kind == motcua.ColumnDate || anchor.kind == motcua.ColumnTime)
	switch {
	case m.Scope == scoring.ScopeCut && m.Anchor != "":
		fault(faults, codeColumn, at+"/anchor", "số tại thời điểm chốt không cần mốc", "a count at the cut takes no anchor")
	case m.Scope != scoring.ScopeCut && !dated:
		fault(faults, codeColumn, at+"/anchor", "bảng %q không có cột ngày %q", "table %q has no date column %q", m.Table, m.Anchor)
	case m.Scope == scoring.ScopeActive && endOf(m.Table) == "":
		fault(faults, codeMeasure, at+"/scope", "bảng %q không có ngày kết thúc", "rows of table %q have no end", m.Table)
	}
}
