package catalog

import (
	"strconv"

	"github.com/motcua/motcua"
)

// checkCircles finds procedures that set one another off in a circle.
func checkCircles(versions []Procedure) motcua.Faults {
	edges := map[string][]string{}
	for i := range versions {
		from := versions[i].Code.National()
		for _, ref := range versions[i].Interconnected {
			if to := ref.Code.National(); to != "" && to != from {
				edges[string(from)] = append(edges[string(from)], string(to))
			}
		}
	}
	inCircle := circular(edges)
	var faults motcua.Faults
	for i := range versions {
		if len(versions[i].Interconnected) > 0 && inCircle[string(versions[i].Code.National())] {
			faults.Warn(lintCycle, "/"+strconv.Itoa(i)+"/interconnected", motcua.Text{Vi: "liên thông vòng tròn", En: "sets itself off through others"}, nil)
		}
	}
	return faults
}

// circular finds the nodes of a graph from which a walk leads back, by Tarjan's strongly
// connected components: a node lies on a circle if its component has others, or if it
// has an edge to itself.
func circular(edges map[string][]string) map[string]bool {
	w := circleWalk{edges: edges, order: map[string]int{}, low: map[string]int{}, on: map[string]bool{}, found: map[string]bool{}}
	for node := range edges {
		if w.order[node] == 0 {
			w.visit(node)
		}
	}
	return w.found
}

type circleWalk struct {
	edges      map[string][]string
	order, low map[string]int // when a node was met, from 1, and the first it leads to
	stack      []string
	on         map[string]bool // is on the stack
	found      map[string]bool
}

func (w *circleWalk) visit(node string) {
	n := len(w.order) + 1
	w.order[node], w.low[node] = n, n
	w.stack, w.on[node] = append(w.stack, node), true
	for _, next := range w.edges[node] {
		switch {
		case next == node:
			w.found[node] = true
		case w.order[next] == 0:
			w.visit(next)
			w.low[node] = min(w.low[node], w.low[next])
		case w.on[next]:
			w.low[node] = min(w.low[node], w.order[next])
		}
	}
	if w.low[node] != n {
		return
	}
	for last := len(w.stack) - 1; ; last-- {
		member := w.stack[last]
		w.on[member] = false
		if member != node {
			w.found[member], w.found[node] = true, true
			continue
		}
		w.stack = w.stack[:last]
		return
	}
}
