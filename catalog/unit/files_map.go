package unit

import (
	"io"

	"github.com/motcua/motcua"
)

// ReadProvinceMap reads a table of provinces before and after a change: CSV with the
// columns old_province_id, old_province, new_province_id and new_province, the codes
// being statistical ones. It returns the old units that base does not know, and a
// succession for each row: a merge where several went into one, a split where one went
// into several, else a rename, or the unit goes on. A province that base lets go on over
// the day, and the table too, needs no row.
//
// The new units must be in base. A row whose new unit is not there is reported and left
// out, and the old unit is then one that ended without known successor. For the rest see
// [ReadProvinces].
func ReadProvinceMap(in io.Reader, base *Register, o *Options) (Rows, motcua.Faults) {
	t := readTable(in, "old_province_id", "old_province", "new_province_id", "new_province")
	f := newFile(t, base, o, mapped())
	m := &changes{file: f, level: Province, unit: "province", digits: 2}
	m.read()
	return f.done()
}

// ReadCommuneMap reads a table of communes before and after a change: CSV with the
// columns old_province_id, old_province, old_commune_id, old_commune, new_commune_id,
// new_commune and n_targets, the number of communes an old one went into. The shares of
// those that were split are unknown. Base must know the old provinces too; a commune
// whose new province is none of the heirs of its old one is a warning. For the rest see
// [ReadProvinceMap].
func ReadCommuneMap(in io.Reader, base *Register, o *Options) (Rows, motcua.Faults) {
	t := readTable(in, "old_province_id", "old_province", "old_commune_id", "old_commune", "new_commune_id", "new_commune", "n_targets")
	f := newFile(t, base, o, mapped())
	m := &changes{file: f, level: Commune, unit: "commune", digits: 5, counted: true}
	m.read()
	return f.done()
}

// changes is a table of what units became.
type changes struct {
	*file
	level   Level
	unit    string // word of the columns
	digits  int
	counted bool // has n_targets and a province above

	groups map[string]*group // by old code
	order  []*group
	into   map[string]int // how many rows lead to a new code
}

// group is what one old unit became.
type group struct {
	code string
	rows []*row
	news []string // new codes, beside rows
}

func (m *changes) read() {
	m.groups, m.into = map[string]*group{}, map[string]int{}
	for i := range m.table.rows {
		m.put(&m.table.rows[i])
	}
	for _, g := range m.order {
		from, ok := m.old(g)
		if !ok {
			continue
		}
		targets := m.targets(g)
		for i, r := range g.rows {
			m.succeed(g, r, g.news[i], from, targets)
		}
	}
}

// put adds a row to the group of its old unit.
func (m *changes) put(r *row) {
	code, ok := r.digits("old_"+m.unit+"_id", m.digits)
	next, sound := r.digits("new_"+m.unit+"_id", m.digits)
	_, named := r.text("old_" + m.unit)
	_, renamed := r.text("new_" + m.unit)
	above := true
	if m.counted {
		_, counted := r.count("n_targets")
		_, known := r.digits("old_province_id", 2)
		_, there := r.text("old_province")
		above = counted && known && there
	}
	if !ok || !sound || !named || !renamed || !above {
		return
	}
	g := m.groups[code]
	if g == nil {
		g = &group{code: code}
		m.groups[code] = g
		m.order = append(m.order, g)
	}
	for i, other := range g.rows {
		if g.news[i] == next {
			r.fault(codeRowTwice, "new_"+m.unit+"_id", "%s vào %s đã có ở dòng %d", "that %s went into %s stands on line %d", code, next, other.line)
			return
		}
	}
	if len(g.rows) > 0 {
		for _, column := range []string{"old_province_id", "old_" + m.unit, "n_targets"} {
			if was := g.rows[0]; (m.counted || column == "old_"+m.unit) && was.is(column) != r.is(column) {
				r.fault(codeRowTwice, column, "khác với dòng %d về cùng đơn vị %s", "differs from line %d on the same unit %s", was.line, code)
				return
			}
		}
	}
	g.rows, g.news = append(g.rows, r), append(g.news, next)
	m.into[next]++
}

// old returns the unit of a group before the change, a new row if base does not know
// it; false if there is nothing to say or too much.
func (m *changes) old(g *group) (*Unit, bool) {
	r, column := g.rows[0], "old_"+m.unit
	before := m.date.AddDays(-1)
	u, known := m.base.Find(SchemeStatistical, g.code, before)
	switch {
	case known && u.Validity.To == m.date:
		m.compare(r, column, u)
		return u, true
	case known:
		m.compare(r, column, u)
		if len(g.news) != 1 || g.news[0] != g.code || m.into[g.code] != 1 {
			r.fault(codeGoesOn, column+"_id", "theo sổ, %s vẫn còn sau ngày %s", "by the register %s goes on after %s", u.ID, m.date)
		}
		return nil, false
	}
	u = &Unit{
		ID: SchemeStatistical + ":" + g.code, Level: m.level, Type: typeOf(r.is(column)), Name: motcua.Text{Vi: r.is(column)},
		Codes: []Code{{Scheme: SchemeStatistical, Value: g.code}}, Validity: motcua.Validity{To: m.date}, Source: m.source,
	}
	if _, taken := m.base.Unit(u.ID); taken {
		r.fault(codeTwice, column+"_id", "sổ đã có đơn vị %s", "the register has a unit %s already", u.ID)
		return nil, false
	}
	if m.counted {
		p, ok := m.bearer(r, "old_province_id", r.is("old_province_id"), before)
		if !ok {
			return nil, false
		}
		m.compare(r, "old_province", p)
		u.Parent = p.ID
	}
	m.rows.Units = append(m.rows.Units, *u)
	return u, true
}

// targets is how many units an old one went into, by the rows or as they say if that
// is more.
func (m *changes) targets(g *group) int {
	if !m.counted {
		return len(g.rows)
	}
	n, _ := g.rows[0].count("n_targets") // checked when the row was put
	if n != len(g.rows) {
		g.rows[0].fault(codeTargets, "n_targets", "ghi %d đích mà có %d", "says %d targets where there are %d", n, len(g.rows))
	}
	return max(n, len(g.rows))
}

// succeed adds the succession of one row.
func (m *changes) succeed(g *group, r *row, next string, from *Unit, targets int) {
	to, ok := m.bearer(r, "new_"+m.unit+"_id", next, m.date)
	if !ok {
		return
	}
	m.compare(r, "new_"+m.unit, to)
	if from.ID == to.ID {
		r.fault(codeGoesOn, "new_"+m.unit+"_id", "%s không thể kế thừa chính nó", "%s cannot succeed itself", to.ID)
		return
	}
	s := Succession{From: from.ID, To: to.ID, Date: m.date, Source: m.source}
	switch {
	case targets > 1:
		s.Kind = Split
	case m.into[next] > 1:
		s.Kind = Merge
	case next == g.code && r.is("old_"+m.unit) == r.is("new_"+m.unit):
		s.Kind = Continue
	default:
		s.Kind = Rename
	}
	if targets == 1 {
		all := whole
		s.Share = &all
	}
	if m.counted && !m.inherits(from.Parent, to.Parent) {
		r.warn(codeElsewhere, "new_"+m.unit+"_id", "%s thuộc %s, không kế thừa %s", "%s lies under %s, which is no heir of %s", to.ID, to.Parent, from.Parent)
	}
	m.rows.Successions = append(m.rows.Successions, s)
}

func (m *changes) inherits(old, now string) bool {
	for _, t := range m.base.Heirs(old, m.date) {
		if t.Unit.ID == now {
			return true
		}
	}
	return false
}
