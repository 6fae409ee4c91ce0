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
	if err := g.supply(tally, nil); err != nil {
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
// The error is the first; what could not be put is what it was, all else is put.
func (g *Register) Update(live *counting.Live) error {
	failed := g.supply(live.Tally(), g.supplied)
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

// supply tells a tally what sources answer for and it was not told before, and notes
// it there.
func (g *Register) supply(tally *counting.Tally, told map[[2]string]covered) error {
	var failed error
	for name, c := range g.cover {
		before := told[name]
		if c.known && !before.known {
			failed = cmp.Or(failed, tally.Supply(name[0], true, name[1]))
		}
		if c.unknown && !before.unknown {
			failed = cmp.Or(failed, tally.Supply(name[0], false, name[1]))
		}
		if told != nil {
			told[name] = *c
		}
	}
	return failed
}
