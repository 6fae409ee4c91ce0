package main

import (
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
	"github.com/motcua/motcua/scoring/facts"
)

// tallied adds up all that was gathered. What is still to come at the cut is left
// out: to the second where the cut is within a day.
func (g *gathered) tallied(plan *counting.Plan, m *moments) (*counting.Tally, error) {
	names, basis := g.register.Names(), counting.Basis(g.register.Basis())
	var put func(id int, table counting.Table, rows []counting.Row) error
	var tally *counting.Tally
	if m.whole {
		tally = plan.New(names, basis)
		put = func(_ int, table counting.Table, rows []counting.Row) error {
			_, err := tally.AddRows(table, rows)
			return err
		}
	} else {
		live := plan.Live(names, basis, m.cut)
		tally = live.Tally()
		put = func(id int, table counting.Table, rows []counting.Row) error { return live.Put(id, table, rows...) }
	}
	if err := g.supply(tally); err != nil {
		return nil, err
	}
	var rows []counting.Row
	for id := range g.register.IDs() {
		if !g.takes(id) {
			continue
		}
		var table counting.Table
		table, rows = g.register.Rows(id, rows[:0])
		if len(rows) == 0 {
			continue
		}
		if err := put(id, table, rows); err != nil {
			return nil, err
		}
	}
	return tally, nil
}

// supply tells a tally what the files answer for.
func (g *gathered) supply(tally *counting.Tally) error {
	var err error
	g.register.Covered(func(table string, known bool, column string) {
		if e := tally.Supply(table, known, column); e != nil && err == nil {
			err = e
		}
	})
	return err
}

// window is what is to be counted, and the index that rules it.
func (s *session) window(r *rules, m *moments) (counting.Window, *scoring.Index, error) {
	w, err := m.resolve(s)
	if err != nil {
		return w, nil, err
	}
	index, err := r.index(s, w.Period, w.AsOf)
	return w, index, err
}

// byOf reads a grouping.
func byOf(text string) (facts.By, error) {
	var by facts.By
	if err := by.UnmarshalText([]byte(text)); err != nil {
		return 0, usagef("--by: %v", err)
	}
	return by, nil
}
