// Package flow is the kernel of lives: a table of rows that says what leads from
// which state to which, asked by looking up and not by running.
//
// A row belongs to a state and an action and leads to a state; what else must hold
// (who may, under which guards) is the rows' own. Rows of one state and one action
// stand in order, and the first that fits decides. The table knows nothing of guards:
// it hands out the rows, and their owner judges them. It can say what no life can
// reach, print which state takes which action, and draw itself.
package flow

import (
	"cmp"
	"fmt"
	"slices"
)

// Row is one way from a state to a state.
type Row[S, A ~uint8, M any] struct {
	From S // where it begins
	On   A // by what
	To   S // where it leads
	More M // what else must hold
}

// Table holds rows by state and action. States and actions count from one.
type Table[S, A ~uint8, M any] struct {
	rows    []Row[S, A, M]
	states  int
	actions int
	at      []span // by state and action
}

// span is where the rows of a state and an action lie.
type span struct{ from, to int }

// Compile makes a table of rows for so many states and actions. A row whose states or
// action do not exist is an error.
func Compile[S, A ~uint8, M any](states, actions int, rows []Row[S, A, M]) (*Table[S, A, M], error) {
	t := &Table[S, A, M]{states: states, actions: actions, at: make([]span, (states+1)*(actions+1))}
	for i, r := range rows {
		if !within(int(r.From), states) || !within(int(r.To), states) || !within(int(r.On), actions) {
			return nil, fmt.Errorf("row %d leads from %d by %d to %d: no such state or action", i, r.From, r.On, r.To)
		}
	}
	t.rows = slices.Clone(rows)
	slices.SortStableFunc(t.rows, func(a, b Row[S, A, M]) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.On, b.On)) })
	for i, r := range t.rows {
		place := &t.at[int(r.From)*(actions+1)+int(r.On)]
		if place.to == 0 {
			place.from = i
		}
		place.to = i + 1
	}
	return t, nil
}

func within(n, most int) bool { return n >= 1 && n <= most }

// Rows are all rows by state, then by action, then in their own order; read only.
func (t *Table[S, A, M]) Rows() []Row[S, A, M] { return t.rows }

// At are the rows of a state and an action, in order; read only, none for what does not
// exist.
func (t *Table[S, A, M]) At(s S, a A) []Row[S, A, M] {
	if !within(int(s), t.states) || !within(int(a), t.actions) {
		return nil
	}
	place := t.at[int(s)*(t.actions+1)+int(a)]
	return t.rows[place.from:place.to]
}

// Reached are the states that rows lead to from a first one, itself among them, by
// state.
func (t *Table[S, A, M]) Reached(first S) []bool {
	reached := make([]bool, t.states+1)
	if !within(int(first), t.states) {
		return reached
	}
	reached[first] = true
	for again := true; again; {
		again = false
		for _, r := range t.rows {
			if reached[r.From] && !reached[r.To] {
				reached[r.To], again = true, true
			}
		}
	}
	return reached
}
