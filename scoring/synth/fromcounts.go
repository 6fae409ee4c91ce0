package synth

import (
	"reflect"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// FromCounts makes a world that reaches stated counts: of one unit, or of many with
// those above them. Files are drawn for the units at the bottom; what a unit above
// states must be their pool, unless they are silent about it, and then its own files
// carry it. Figures that a level only inherits or does not have are left out, and a
// period that nobody states is the year 2026.
//
// Counts that no world can reach are refused, all at once: the pointers are those of
// a [scoring.CountsLine], the lines those of [scoring.Counts]. The index must count
// as vn.766 portal-2026 does.
func FromCounts(index *scoring.Index, counts []scoring.Counts) (*World, motcua.Faults) {
	b := builder{World: World{name: "counts", title: motcua.Text{Vi: "theo số liệu đã cho", En: "from stated counts"}}, index: index}
	b.read(counts)
	if b.faults.Err() == nil {
		b.assign()
		b.joint()
		b.pools()
	}
	if b.faults.Err() == nil {
		b.cover()
		b.deal()
	}
	b.faults.Sort()
	if b.faults.Err() != nil {
		return nil, b.faults
	}
	return &b.World, b.faults
}

// builder makes a world and notes what is in its way.
type builder struct {
	World
	index  *scoring.Index
	faults motcua.Faults
}

// refuse notes a fault of a unit.
func (b *builder) refuse(u *unit, code, at, vi, en string, args ...any) {
	fault(&b.faults, code, at, string(u.code)+": "+vi, string(u.code)+": "+en, args...).Line = u.line
}

// read takes the counts over: units, period, values.
func (b *builder) read(counts []scoring.Counts) {
	if len(counts) == 0 {
		fault(&b.faults, codeUnit, "", "không có đơn vị nào", "there is no unit")
		return
	}
	b.owners = knownLeaves(b.index)
	at := map[motcua.UnitCode]int{}
	b.units = make([]unit, len(counts))
	for i := range counts {
		c, u := &counts[i], &b.units[i]
		*u = unit{name: c.Name, level: c.Level, parent: c.Parent, up: -1, top: i, line: c.Line, stated: newTarget(), own: newTarget()}
		code, err := motcua.ParseUnit(c.Unit)
		u.code, u.legacy = code, code.Legacy()
		if _, twice := at[code]; err != nil || twice {
			b.faults.Add(codeUnit, "/unit", motcua.Text{Vi: "mã đơn vị không dùng được, hoặc bị lặp", En: "not the code of a unit, or there twice"}, err).Line = c.Line
			continue
		}
		at[code] = i
		for _, f := range b.index.Check(c) {
			f.Line = c.Line
			b.faults = append(b.faults, f)
		}
		b.values(c, u)
	}
	b.link(at)
	b.readPeriod(counts)
}

// values takes over the values of a unit that its level owns.
func (b *builder) values(c *scoring.Counts, u *unit) {
	for i, id := range b.index.Leaves() {
		v := scoring.Value{}
		if i < len(c.Values) {
			v = c.Values[i]
		}
		l := leafOf(id)
		own, ok := b.owners[id]
		switch {
		case v.Answer == scoring.NotAsked || !own.owns(c.Level):
			continue
		case !ok || l < 0:
			b.refuse(u, codeIndex, motcua.Pointer("indicators", id), "chỉ tiêu này đếm theo cách khác", "this indicator counts in a way no world is made for")
			continue
		}
		if v.Annual != 0 {
			b.faults.Warn(codeAnnual, motcua.Pointer("indicators", id, "annual"),
				motcua.Text{Vi: "số năm trước không có trong tệp nào", En: "last year's count stands in no file"}, nil).Line = c.Line
		}
		u.stated.answer[l] = v.Answer
		if v.Answer == scoring.Known {
			b.state(u, &leafRows[l], v)
		}
	}
}

// state takes over a pair. Figures in several leaves must be one figure.
func (b *builder) state(u *unit, row *leafRow, v scoring.Value) {
	t := &u.stated
	for i := range leafRows {
		before := &leafRows[i]
		if before == row {
			break
		}
		if t.answer[i] == scoring.Known && before.den == row.den && t.n[row.den] != v.Den {
			b.refuse(u, codeDenominator, row.denAt(), "mẫu số %d khác mẫu số %d của %s, dù đếm cùng một thứ",
				"denominator %d, but %d in %s, which counts the same", v.Den, t.n[row.den], before.leaf)
			return
		}
	}
	t.n[row.num], t.n[row.den] = v.Num, v.Den
}

// link finds who stands above whom.
func (b *builder) link(at map[motcua.UnitCode]int) {
	for i := range b.units {
		u := &b.units[i]
		code, err := motcua.ParseUnit(u.parent)
		if up, ok := at[code]; err == nil && ok {
			u.up, u.parent = up, string(code)
		}
	}
	for i := range b.units {
		steps := 0
		for at := i; at >= 0; at = b.units[at].up {
			if b.units[i].top = at; steps > len(b.units) {
				b.refuse(&b.units[i], codeUnit, "/parent", "đơn vị nằm trong vòng", "the unit is above itself")
				return
			}
			steps++
		}
		if up := b.units[i].up; up >= 0 {
			b.units[up].kids++
		}
	}
}

// readPeriod holds all units to one period, long enough to tell stories in.
func (b *builder) readPeriod(counts []scoring.Counts) {
	b.period = counts[0].Period
	if b.period.IsZero() {
		b.period = year2026()
	}
	for i := range counts {
		if p := counts[i].Period; p != counts[0].Period {
			b.refuse(&b.units[i], codePeriod, "/period", "kỳ %s khác kỳ %s", "period %s beside %s", p, b.period)
		}
	}
	var err error
	if b.days, err = daysOf(b.period.Days()); err != nil {
		b.faults.Add(codePeriod, "/period", motcua.Text{Vi: "kỳ ngắn quá, hoặc ngoài lịch", En: "the period is too short, or beyond the calendar"}, err).Line = counts[0].Line
	}
}

func year2026() scoring.Period {
	p, _ := scoring.ParsePeriod("2026") // well formed
	return p
}

// owner says which levels own a leaf.
type owner map[string]scoring.LevelKind

func (o owner) owns(level string) bool {
	rule, ok := o[level]
	return !ok || rule == scoring.LevelOwns
}

// knownLeaves are the leaves of an index that count as this package does.
func knownLeaves(index *scoring.Index) map[string]owner {
	standard, err := scoring.Standard().Lookup("vn.766", "portal-2026")
	if err != nil {
		return nil
	}
	want, got := leavesOf(standard), leavesOf(index)
	out := map[string]owner{}
	for id, leaf := range got {
		if w, ok := want[id]; ok && reflect.DeepEqual(w.num, leaf.num) && reflect.DeepEqual(w.den, leaf.den) {
			out[id] = leaf.levels
		}
	}
	return out
}

// leafMeasures is what a leaf counts.
type leafMeasures struct {
	num, den scoring.Measure
	levels   owner
}

func leavesOf(index *scoring.Index) map[string]leafMeasures {
	def := index.Definition()
	out, measures := map[string]leafMeasures{}, map[string]scoring.Measure{}
	for _, m := range def.Measures {
		m.Title, m.Sources = motcua.Text{}, nil
		measures[m.ID] = m
	}
	var walk func(n *scoring.Node)
	walk = func(n *scoring.Node) {
		for i := range n.Nodes {
			walk(&n.Nodes[i])
		}
		if len(n.Nodes) > 0 {
			return
		}
		levels := owner{}
		for _, l := range n.Levels {
			levels[l.Level] = l.Rule
		}
		out[n.ID] = leafMeasures{measures[n.Num], measures[n.Den], levels}
	}
	walk(&def.Root)
	return out
}
