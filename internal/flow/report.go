package flow

import (
	"fmt"
	"strings"
)

// Names say states and actions, counting from one.
type Names[S, A ~uint8] struct {
	State  func(S) string // of a state
	Action func(A) string // of an action
}

// Matrix writes a table in Markdown: a line for each action, a column for each state,
// and in it where it leads, "·" where it is refused, "unreachable" where no life that
// begins in the first state comes.
func (t *Table[S, A, M]) Matrix(first S, names Names[S, A]) string {
	reached := t.Reached(first)
	var b strings.Builder
	b.WriteString("| action |")
	for s := 1; s <= t.states; s++ {
		fmt.Fprintf(&b, " %s |", names.State(S(s)))
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", t.states) + "\n")
	for a := 1; a <= t.actions; a++ {
		fmt.Fprintf(&b, "| %s |", names.Action(A(a)))
		for s := 1; s <= t.states; s++ {
			b.WriteString(" " + t.cell(S(s), A(a), reached, names) + " |")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// cell says where an action leads from a state.
func (t *Table[S, A, M]) cell(s S, a A, reached []bool, names Names[S, A]) string {
	rows := t.At(s, a)
	switch {
	case len(rows) == 0:
		return "·"
	case !reached[s]:
		return "unreachable"
	}
	var to []string
	for i, r := range rows {
		if i == 0 || r.To != rows[i-1].To {
			to = append(to, names.State(r.To))
		}
	}
	return strings.Join(to, ", ")
}

// Mermaid draws a table as a state diagram. Arrows between the same two states are one;
// what stays in its state is left out.
func (t *Table[S, A, M]) Mermaid(first S, names Names[S, A]) string {
	var b strings.Builder
	b.WriteString("stateDiagram-v2\n")
	fmt.Fprintf(&b, "    [*] --> %s\n", names.State(first))
	for from := 1; from <= t.states; from++ {
		for to := 1; to <= t.states; to++ {
			if by := t.between(S(from), S(to), names); len(by) > 0 {
				fmt.Fprintf(&b, "    %s --> %s: %s\n", names.State(S(from)), names.State(S(to)), strings.Join(by, ", "))
			}
		}
	}
	return b.String()
}

// between are the actions that lead from one state to another.
func (t *Table[S, A, M]) between(from, to S, names Names[S, A]) []string {
	if from == to {
		return nil
	}
	var by []string
	for a := 1; a <= t.actions; a++ {
		for _, r := range t.At(from, A(a)) {
			if r.To == to {
				by = append(by, names.Action(A(a)))
				break
			}
		}
	}
	return by
}
