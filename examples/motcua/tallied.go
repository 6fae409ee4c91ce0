package main

import (
	"cmp"

	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
	"github.com/motcua/motcua/scoring/facts"
)

// tallied adds up all that was gathered. What is still to come at the cut is left
// out: to the second where the cut is within a day.
func (g *gathered) tallied(plan *counting.Plan, m *moments) (*counting.Tally, error) {
	if m.whole {
		return g.register.Count(plan)
	}
	live, err := g.register.Live(plan, m.cut)
	if err != nil {
		return nil, err
	}
	return live.Tally(), nil
}

// part adds up one part of what was gathered. What the sources answer for goes with
// every part.
func (g *gathered) part(plan *counting.Plan, part, parts int) (*counting.Tally, error) {
	tally := plan.New(g.register.Names(), g.register.Basis())
	var failed error
	g.register.Covered(func(table string, known bool, column string) {
		failed = cmp.Or(failed, tally.Supply(table, known, column))
	})
	var rows []counting.Row
	for id := range g.register.IDs() {
		// Of the dossiers every parts-th, and all else with the first part.
		if id%2 == 0 && id/2%parts != part-1 || id%2 == 1 && part > 1 {
			continue
		}
		var table counting.Table
		table, rows = g.register.Rows(id, rows[:0])
		if _, err := tally.AddRows(table, rows); err != nil {
			return nil, err
		}
	}
	return tally, failed
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
