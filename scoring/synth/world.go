package synth

import (
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// World is a set of units, what each of them counts in a period, and the procedures
// each offers. [FromCounts] makes one of counts; [PhuTho2026] and [Small] are made
// of counts that this package holds. A World does not change and is safe for
// concurrent use.
type World struct {
	name   string
	title  motcua.Text
	period scoring.Period
	edits  []Edit
	units  []unit
	days   *days
	owners map[string]owner // by leaf

	messages bool // whether there is a file of them
}

// unit is a body of a world.
type unit struct {
	code   motcua.UnitCode
	legacy string // the code as dossiers bear it
	name   string
	level  string
	parent string
	up     int // its place, -1 for none
	top    int // the place of the highest unit above it
	kids   int
	line   int
	stated target // what the counts said
	own    target // what its own files must come to
	offers offers
}

// Name is the name of the world, as a command line states it.
func (w *World) Name() string { return w.name }

// Title is its name for people.
func (w *World) Title() motcua.Text { return w.title }

// Period is the period it is counted in; the cut is its end.
func (w *World) Period() scoring.Period { return w.period }

// Edits are the figures in which it differs from what was published; none where
// nothing was.
func (w *World) Edits() []Edit { return slices.Clone(w.edits) }

// Targets are the counts it was made of, one line for each unit.
func (w *World) Targets() []scoring.CountsLine {
	lines := make([]scoring.CountsLine, len(w.units))
	for i := range w.units {
		lines[i] = w.countsLine(i, &w.units[i].stated)
	}
	return lines
}

// countsLine writes a target as a line of counts.
func (w *World) countsLine(i int, t *target) scoring.CountsLine {
	u, period := &w.units[i], w.period
	line := scoring.CountsLine{
		Unit: string(u.code), Name: u.name, Level: u.level, Parent: u.parent, Period: &period,
		Indicators: map[string]*scoring.Indicator{},
	}
	for l := range leafRows {
		switch t.answer[l] {
		case scoring.Unknown:
			line.Indicators[leafRows[l].leaf] = nil
		case scoring.Known:
			num, den := t.n[leafRows[l].num], t.n[leafRows[l].den]
			line.Indicators[leafRows[l].leaf] = &scoring.Indicator{Num: &num, Den: &den}
		}
	}
	return line
}

// Edit is a figure that a world takes otherwise than it was published, and why.
type Edit struct {
	// Leaf is the leaf of the index, such as "3.3".
	Leaf string
	// Published and Used are the counts, as "589496/597894".
	Published, Used string
	// Why is the reason.
	Why motcua.Text
}

// below reports whether unit i stands below unit p.
func (w *World) below(i, p int) bool {
	for i = w.units[i].up; i >= 0; i = w.units[i].up {
		if i == p {
			return true
		}
	}
	return false
}
