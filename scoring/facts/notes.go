package facts

import "github.com/motcua/motcua/scoring/counting"

// Notes count dossiers with which something is odd. None of it is repaired, and none
// of it is silent.
type Notes struct {
	// EndTimeMissing are said to have ended and nothing tells when: they count as open.
	EndTimeMissing int64
	// OutOfOrder have dates that contradict one another, such as an answer before the
	// request: what cannot have been is not counted.
	OutOfOrder int64
	// OutOfRange have a date before 1976 or after 2999, which counts as absent.
	OutOfRange int64
	// Undecided were received and have neither a due date nor a known limit: an index
	// counts them in its denominators alone.
	Undecided int64
	// Orphans are told of by steps of progress, ratings, handling or orders, and by no message.
	Orphans int64
	// Dossiers are all that messages told of.
	Dossiers int64
}

// Notes looks at every dossier and counts what is odd.
func (g *Register) Notes() Notes {
	kept := g.notes
	g.notes = Notes{}
	var rows []counting.Row
	for i := range g.cases {
		c := &g.cases[i]
		if c.bits&(outOfRange|stepOutside) != 0 {
			g.notes.OutOfRange++
		}
		if c.bits&told == 0 {
			g.notes.Orphans++
			continue
		}
		g.notes.Dossiers++
		rows = g.project(c, rows[:0])
		if last := rows[len(rows)-1]; c.received != counting.Null && last.Flags&uint32(g.slots.undecided) != 0 {
			g.notes.Undecided++
		}
	}
	notes := g.notes
	g.notes = kept
	return notes
}
