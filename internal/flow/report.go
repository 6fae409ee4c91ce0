package flow

import (
	"fmt"
	"slices"
	"strings"
)

// Names say states and actions, counting from one.
type Names[S, A ~uint8] struct {
	State  func(S) string // of a state
	Action func(A) string // of an action
}

// Matrix writes some columns of a table in Markdown: a line for each action, a column
// for each of the states, and in it where it leads, "stays" where it leads nowhere else,
// "·" where it is refused, "unreachable" where no life that begins in the first state
// comes.
func (t *Table[S, A, M]) Matrix(first S, columns []S, names Names[S, A]) string {
	reached := t.Reached(first)
	var b strings.Builder
	b.WriteString("| action |")
	for _, s := range columns {
		fmt.Fprintf(&b, " %s |", names.State(s))
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(columns)) + "\n")
	for a := 1; a <= t.actions; a++ {
		fmt.Fprintf(&b, "| %s |", names.Action(A(a)))
		for _, s := range columns {
			b.WriteString(" " + t.cell(s, A(a), reached, names) + " |")
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
	for _, r := range rows {
		name := names.State(r.To)
		if r.To == s {
			name = "stays"
		}
		if !slices.Contains(to, name) {
			to = append(to, name)
		}
	}
	return strings.Join(to, ", ")
}

// Group is a box in a drawing: states, and boxes, that much has in common.
type Group[S ~uint8] struct {
	ID     string     // in the drawing; no name of a state
	Title  string     // for people
	States []S        // in it, and in none of its boxes
	Groups []Group[S] // boxes in it
}

// all are the states of a box and those of its boxes.
func (g *Group[S]) all() []S {
	list := slices.Clone(g.States)
	for i := range g.Groups {
		list = append(list, g.Groups[i].all()...)
	}
	return list
}

// Mermaid draws a table as a flow chart with boxes. What all states of a box have in
// common, to be led to one state outside by one action, is one arrow from the box, and
// arrows between the same two are one. What stays in its state is left out, and so are
// states without an arrow that are in no box.
func (t *Table[S, A, M]) Mermaid(first S, groups []Group[S], names Names[S, A]) string {
	var b strings.Builder
	fmt.Fprintf(&b, "flowchart TD\n    start((\" \")) --> %s\n", names.State(first))
	for i := range groups {
		groups[i].draw(&b, "    ", names.State)
	}
	for to := 1; to <= t.states; to++ {
		var order []string
		by := map[string][]string{}
		for a := 1; a <= t.actions; a++ {
			for _, source := range t.sources(A(a), S(to), groups, names) {
				if by[source] == nil {
					order = append(order, source)
				}
				by[source] = append(by[source], names.Action(A(a)))
			}
		}
		for _, source := range order {
			fmt.Fprintf(&b, "    %s -->|%s| %s\n", source, strings.Join(by[source], ", "), names.State(S(to)))
		}
	}
	return b.String()
}

// draw draws a box and what is in it.
func (g *Group[S]) draw(b *strings.Builder, indent string, name func(S) string) {
	fmt.Fprintf(b, "%ssubgraph %s [\"%s\"]\n", indent, g.ID, g.Title)
	for i := range g.Groups {
		g.Groups[i].draw(b, indent+"    ", name)
	}
	for _, s := range g.States {
		fmt.Fprintf(b, "%s    %s\n", indent, name(s))
	}
	fmt.Fprintf(b, "%send\n", indent)
}

// sources are the boxes and the states from which an action leads to a state.
func (t *Table[S, A, M]) sources(a A, to S, groups []Group[S], names Names[S, A]) []string {
	var from []S
	for s := S(1); int(s) <= t.states; s++ {
		if s != to && slices.ContainsFunc(t.At(s, a), func(r Row[S, A, M]) bool { return r.To == to }) {
			from = append(from, s)
		}
	}
	var list []string
	from, list = lift(groups, from, to, list)
	for _, s := range from {
		list = append(list, names.State(s))
	}
	return list
}

// lift takes from states the boxes that they fill, the largest first.
func lift[S ~uint8](groups []Group[S], from []S, to S, list []string) ([]S, []string) {
	for i := range groups {
		all := groups[i].all()
		outside := func(s S) bool { return s == to || !slices.Contains(from, s) }
		if len(all) > 1 && !slices.ContainsFunc(all, outside) {
			list = append(list, groups[i].ID)
			from = slices.DeleteFunc(slices.Clone(from), func(s S) bool { return slices.Contains(all, s) })
			continue
		}
		from, list = lift(groups[i].Groups, from, to, list)
	}
	return from, list
}
