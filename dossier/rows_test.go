package dossier

import "testing"

// TestTablesInOrder: each table has one row for each name of its enum, in its order: they
// are looked up by it.
func TestTablesInOrder(t *testing.T) {
	for _, table := range []struct {
		name       string
		names, len int
		row        func(i int) int
	}{
		{"states", len(states.Names()), len(stateRows), func(i int) int { return int(stateRows[i].state) }},
		{"actions", len(actions.Names()), len(actionRows), func(i int) int { return int(actionRows[i].action) }},
		{"guards", len(guards.Names()), len(guardRows), func(i int) int { return int(guardRows[i].guard) }},
	} {
		if table.names != table.len {
			t.Errorf("%s: %d names, %d rows", table.name, table.names, table.len)
			continue
		}
		for i := range table.len {
			if table.row(i) != i+1 {
				t.Errorf("%s: row %d is of %d", table.name, i, table.row(i))
			}
		}
	}
}
