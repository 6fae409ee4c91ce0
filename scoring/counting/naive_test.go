package counting_test

import (
	"slices"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
)

// fact is a row as a naive scan sees it: columns by name, no slots, masks or days.
type fact struct {
	table        string
	columns      map[string]motcua.Scalar
	since, until int64
}

func (f *fact) column(name string) motcua.Scalar { return f.columns[name] }

// factOf reads a row back.
func factOf(names *counting.Names, table counting.Table, r *counting.Row) fact {
	f := fact{table.String(), map[string]motcua.Scalar{}, r.Since, r.Until}
	for _, c := range scoring.Columns() {
		if c.Table == f.table {
			f.columns[c.Name] = names.Value(r, table, c.Name)
		}
	}
	return f
}

// inScope says whether time lets a fact in: what the documentation of the scopes says.
// cut is the second up to which facts are known.
func (f *fact) inScope(m *scoring.Measure, period scoring.Period, cut int64) bool {
	if cut < f.since || cut >= f.until {
		return false
	}
	if m.Scope == scoring.ScopeCut {
		return true
	}
	anchor := f.column(m.Anchor)
	if anchor.IsZero() {
		return false
	}
	day, at := motcua.Date(anchor.Int()), anchor.Int()
	if anchor.Type() == motcua.ColumnTime {
		day = motcua.DateOf(time.Unix(at, 0).In(motcua.Vietnam()))
	} else {
		at = day.In(nil).Unix()
	}
	if at > cut {
		return false
	}
	if m.Scope == scoring.ScopePeriod {
		return period.Days().Contains(day)
	}
	end := f.column(map[string]string{"dossier": "ended", "petition": "answered"}[m.Table])
	return end.IsZero() || end.Int() > cut || end.Int() >= period.Days().From.In(nil).Unix()
}

// naiveCount counts one measure over facts, in the plainest way.
func naiveCount(m *scoring.Measure, facts []fact, period scoring.Period, cut int64) int64 {
	count, keys, except := int64(0), map[string]bool{}, map[string]bool{}
	at := motcua.TimeScalar(time.Unix(cut, 0))
	for i := range facts {
		f := &facts[i]
		if f.table != m.Table || !f.inScope(m, period, cut) {
			continue
		}
		v := f.column(m.Column)
		key := string(motcua.ProcedureCode(v.Text()))
		if _, ok := motcua.ProcedureCode(key).Issuer(); ok {
			key = string(motcua.ProcedureCode(key).National())
		}
		if m.Except != nil && m.Except.Eval(f.column, at) == motcua.True {
			except[key] = true
		}
		if m.Where.Eval(f.column, at) != motcua.True {
			continue
		}
		switch m.Count {
		case scoring.CountRows:
			count++
		case scoring.CountSum:
			count += v.Int()
		case scoring.CountDistinct:
			if !v.IsZero() {
				keys[key] = true
			}
		}
	}
	for key := range keys {
		if !except[key] {
			count++
		}
	}
	return count
}

// naiveFigures counts every measure of a plan for the union of some groups, all of
// them if there are none.
func naiveFigures(p *counting.Plan, facts []fact, groups []counting.Group, period scoring.Period, cut int64) []int64 {
	var in []fact
	for i := range facts {
		if len(groups) == 0 || slices.ContainsFunc(groups, func(g counting.Group) bool { return slices.Equal(g, groupOf(p, &facts[i])) }) {
			in = append(in, facts[i])
		}
	}
	measures := p.Measures()
	out := make([]int64, len(measures))
	for i := range measures {
		if hasColumns(measures[i].Table, p.By()) {
			out[i] = naiveCount(&measures[i], in, period, cut)
		}
	}
	return out
}

func groupOf(p *counting.Plan, f *fact) counting.Group {
	var g counting.Group
	for _, name := range p.By() {
		g = append(g, f.column(name).Text())
	}
	return g
}

func hasColumns(table string, names []string) bool {
	for _, name := range names {
		if _, _, ok := counting.Slot(table, name); !ok {
			return false
		}
	}
	return true
}
