package facts

import (
	"cmp"
	"time"

	"github.com/motcua/motcua/scoring/counting"
)

// Count adds up all rows by a plan, with what sources answer for. A row whose dates
// cannot be counted is an error of type [counting.RowError].
func (g *Register) Count(plan *counting.Plan) (*counting.Tally, error) {
	tally := plan.New(g.names, g.Basis())
	if err := g.supply(tally); err != nil {
		return nil, err
	}
	var rows []counting.Row
	for id := range g.IDs() {
		var table counting.Table
		table, rows = g.Rows(id, rows[:0])
		if _, err := tally.AddRows(table, rows); err != nil {
			return nil, err
		}
	}
	return tally, nil
}

// Live puts all rows into live figures whose clock stands at now. [Register.Update]
// keeps them up with what the register is told; one live tally is kept up at a time.
func (g *Register) Live(plan *counting.Plan, now time.Time) (*counting.Live, error) {
	live := plan.Live(g.names, g.Basis(), now)
	g.all, g.supplied = true, map[[2]string]covered{}
	return live, g.Update(live)
}

// Update puts the rows that may have changed since the last update into live figures.
// The first error ends it; what could not be put is what it was.
func (g *Register) Update(live *counting.Live) error {
	failed := g.supplyNew(live.Tally())
	var rows []counting.Row
	g.Changes(func(id int) {
		var table counting.Table
		table, rows = g.Rows(id, rows[:0])
		if err := live.Put(id, table, rows...); err != nil && failed == nil {
			failed = err
		}
	})
	return failed
}

// supply tells a tally what sources answer for.
func (g *Register) supply(tally *counting.Tally) error {
	var failed error
	g.Covered(func(table string, known bool, column string) {
		if err := tally.Supply(table, known, column); err != nil && failed == nil {
			failed = err
		}
	})
	return failed
}

// supplyNew tells a tally what sources answer for since it was told before.
func (g *Register) supplyNew(tally *counting.Tally) error {
	var failed error
	for name, c := range g.cover {
		before := g.supplied[name]
		if c.known && !before.known {
			failed = cmp.Or(failed, tally.Supply(name[0], true, name[1]))
		}
		if c.unknown && !before.unknown {
			failed = cmp.Or(failed, tally.Supply(name[0], false, name[1]))
		}
		if g.supplied != nil {
			g.supplied[name] = *c
		}
	}
	return failed
}
