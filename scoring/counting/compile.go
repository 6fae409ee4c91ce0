package counting

import (
	"fmt"
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// Codes of faults in what is to be counted. A code is retired, never reused.
const (
	codeMeasure = "SCO-TAL-01" // a measure that cannot be counted
	codeColumn  = "SCO-TAL-02" // a column that is missing or of the wrong type
	codeTwice   = "SCO-TAL-03" // two measures, or two columns of a group, with one name
	codeGroup   = "SCO-TAL-04" // a group by a column that no table has, or by none
)

// Compile makes the plan that counts the measures for every group: the rows with
// equal values in the columns by, which are texts, as "unit" or "unit", "channel";
// without by it is "unit". A table that lacks one of the columns has no rows in
// such a grouping, and its measures are not asked. The error is of type
// [motcua.Faults], with pointers below /measures and /by.
func Compile(measures []scoring.Measure, by ...string) (*Plan, error) {
	if len(by) == 0 {
		by = []string{"unit"}
	}
	var faults motcua.Faults
	checkBy(&faults, by)
	for i := range measures {
		checkMeasure(&faults, measures, i)
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	c := compiler{plan: &Plan{
		measures: slices.Clone(measures), by: slices.Clone(by), hash: hashOf(measures, by),
		tables: make([]*tablePlan, len(layout().tables)+1),
	}, tables: map[Table]*translator{}}
	for i := range c.plan.measures {
		c.measure(&c.plan.measures[i])
	}
	for table, t := range c.tables {
		c.finish(c.plan.tables[table], t)
	}
	return c.plan, nil
}

// compiler is one compilation; counters gather in one list and move to their tables.
type compiler struct {
	plan   *Plan
	tables map[Table]*translator
	kinds  []sheetKind // by sheet
}

// sheetKind says which counters share a sheet.
type sheetKind struct {
	table        Table
	key          int
	two, looking bool
}

// mostColumns is the width of a sheet at most: a cell of few bytes in a message must
// not become many in memory.
const mostColumns = 16

// measure adds the counters of one measure.
func (c *compiler) measure(m *scoring.Measure) {
	table, _ := TableOf(m.Table)
	r := readout{table: table, where: -1, except: -1, distinct: m.Count == scoring.CountDistinct, needs: needsOf(table, m)}
	by, ok := bySlots(table, c.plan.by)
	if r.asked = ok; !ok {
		c.plan.readouts = append(c.plan.readouts, r)
		return
	}
	tp, t := c.plan.tables[table], c.tables[table]
	if tp == nil {
		tp, t = &tablePlan{by: by}, &translator{table: table, plan: c.plan, seen: map[any]bit{}}
		c.plan.tables[table], c.tables[table] = tp, t
	}
	r.where = c.counter(tp, t, m, m.Where)
	if m.Except != nil {
		r.except = c.counter(tp, t, m, m.Except)
	}
	c.plan.readouts = append(c.plan.readouts, r)
}

// counter adds one counter and returns its place.
func (c *compiler) counter(tp *tablePlan, t *translator, m *scoring.Measure, p *motcua.Predicate) int {
	n := counter{key: -1, sum: -1, scope: m.Scope}
	t.looked = false
	n.where = t.translate(p, true)
	switch at, _, _ := t.table.find(m.Column); m.Count {
	case scoring.CountDistinct:
		n.key = at.slot
	case scoring.CountSum:
		n.sum, n.sumColumn = at.slot, m.Column
	}
	n.one = c.column(sheetKind{table: t.table, key: n.key})
	if m.Scope == scoring.ScopeActive {
		n.end = c.column(sheetKind{table: t.table, key: n.key})
	}
	if m.Scope != scoring.ScopeCut {
		n.later = c.column(sheetKind{table: t.table, key: n.key, two: true, looking: t.looked})
	}
	at := len(c.plan.counters)
	c.plan.counters = append(c.plan.counters, n)
	l := tp.line(t.table, m)
	if t.looked {
		l.looking = append(l.looking, at)
	} else {
		l.still = append(l.still, at)
	}
	return at
}

// column returns a free column of a sheet of the kind.
func (c *compiler) column(k sheetKind) column {
	for i, other := range c.kinds {
		if s := &c.plan.sheets[i]; other == k && s.width < mostColumns {
			s.width++
			return column{i, s.width - 1}
		}
	}
	c.kinds = append(c.kinds, k)
	c.plan.sheets = append(c.plan.sheets, sheetPlan{pair: k.key >= 0, two: k.two, width: 1})
	return column{len(c.kinds) - 1, 0}
}

// line returns the timeline of a measure's scope and anchor.
func (tp *tablePlan) line(table Table, m *scoring.Measure) *timeline {
	l := timeline{scope: m.Scope, anchor: -1, end: -1}
	if m.Scope != scoring.ScopeCut {
		p, _, _ := table.find(m.Anchor)
		l.anchor, l.anchorColumn, l.byDay = p.slot, m.Anchor, p.kind == motcua.ColumnDate
	}
	if m.Scope == scoring.ScopeActive {
		p, _, _ := table.find(endOf(m.Table))
		l.end, l.endColumn = p.slot, p.column
	}
	for i := range tp.lines {
		if o := &tp.lines[i]; o.scope == l.scope && o.anchor == l.anchor {
			return o
		}
	}
	tp.lines = append(tp.lines, l)
	return &tp.lines[len(tp.lines)-1]
}

// finish lays out the bits of a table's rows.
func (c *compiler) finish(tp *tablePlan, t *translator) {
	tp.statics, tp.cuts = t.statics, t.cuts
	tp.first = max(1+(len(t.statics)+63)/64, wide-1)
	tp.words = tp.first + max((len(t.cuts)+63)/64, 1)
	for _, l := range tp.lines {
		c.together(l.still)
		c.together(l.looking)
		for _, i := range slices.Concat(l.still, l.looking) {
			c.plan.counters[i].where.settle(tp.first)
		}
	}
	for i := range tp.lines {
		c.setPlain(&tp.lines[i])
	}
}

// setPlain finds the counters that can be asked without a branch, and puts them first.
func (c *compiler) setPlain(l *timeline) {
	if l.scope != scoring.ScopePeriod {
		return
	}
	isPlain := func(i int) bool {
		n := &c.plan.counters[i]
		return n.key < 0 && n.sum < 0 && n.where.more == nil && n.where.choices == nil
	}
	slices.SortStableFunc(l.still, func(a, b int) int {
		switch p, q := isPlain(a), isPlain(b); {
		case p && !q:
			return -1
		case q && !p:
			return 1
		}
		return 0
	})
	for _, i := range l.still {
		if !isPlain(i) {
			return
		}
		n := &c.plan.counters[i]
		last := len(l.plain) - 1
		if last < 0 || l.plain[last].sheet != n.one.sheet {
			l.plain = append(l.plain, plain{sheet: n.one.sheet})
			last++
		}
		l.plain[last].needs = append(l.plain[last].needs, need{n.where.need, n.one.at})
		l.plain[last].count++
	}
}

// together orders counters so that those of one cell follow one another.
func (c *compiler) together(counters []int) {
	slices.SortStableFunc(counters, func(a, b int) int {
		return c.plan.counters[a].one.sheet - c.plan.counters[b].one.sheet
	})
}

// bySlots returns the slots of the codes that make a group.
func bySlots(table Table, by []string) ([]int, bool) {
	slots := make([]int, len(by))
	for i, name := range by {
		p, _, ok := table.find(name)
		if !ok || p.kind != motcua.ColumnText {
			return nil, false
		}
		slots[i] = p.slot
	}
	return slots, true
}

// needsOf lists the columns a measure looks at, as places in the table.
func needsOf(table Table, m *scoring.Measure) []int {
	names := append(columnsOf(m.Where), columnsOf(m.Except)...)
	names = append(names, m.Anchor, m.Column)
	if m.Scope == scoring.ScopeActive {
		names = append(names, endOf(m.Table))
	}
	var out []int
	for _, name := range names {
		if _, i, ok := table.find(name); ok && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return out
}

// columnsOf lists the columns of a predicate.
func columnsOf(p *motcua.Predicate) []string {
	if p == nil {
		return nil
	}
	out := append(columnsOf(p.Not), p.Flag, p.Present)
	for _, list := range [][]motcua.Predicate{p.All, p.Any} {
		for i := range list {
			out = append(out, columnsOf(&list[i])...)
		}
	}
	if p.Equals != nil {
		out = append(out, p.Equals.Column)
	}
	if p.In != nil {
		out = append(out, p.In.Column)
	}
	if p.Compare != nil {
		out = append(out, p.Compare.Column, p.Compare.Other)
	}
	return out
}

func fault(faults *motcua.Faults, code, pointer, vi, en string, args ...any) {
	faults.Add(code, pointer, motcua.Text{Vi: fmt.Sprintf(vi, args...), En: fmt.Sprintf(en, args...)}, nil)
}
