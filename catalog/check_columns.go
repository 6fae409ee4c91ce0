package catalog

import (
	"slices"

	"github.com/motcua/motcua"
)

// The bounds of conditions; [motcua.Predicate.Check] refuses what goes beyond them.
const (
	deepest   = 16
	mostNodes = 256
)

// columnWalk gathers the columns a condition looks at.
type columnWalk struct {
	names []string
	nodes int
}

// columnsOf lists the columns a condition looks at, each once, in its order.
func columnsOf(p *motcua.Predicate) []string {
	var w columnWalk
	w.walk(p, 1)
	return w.names
}

func (w *columnWalk) walk(p *motcua.Predicate, depth int) {
	if p == nil || depth > deepest || w.nodes >= mostNodes {
		return
	}
	w.nodes++
	for i := range p.All {
		w.walk(&p.All[i], depth+1)
	}
	for i := range p.Any {
		w.walk(&p.Any[i], depth+1)
	}
	w.walk(p.Not, depth+1)
	w.add(p.Flag)
	w.add(p.Present)
	if p.Equals != nil {
		w.add(p.Equals.Column)
	}
	if p.In != nil {
		w.add(p.In.Column)
	}
	if p.Compare != nil {
		w.add(p.Compare.Column)
		w.add(p.Compare.Other)
	}
}

func (w *columnWalk) add(name string) {
	if name != "" && !slices.Contains(w.names, name) {
		w.names = append(w.names, name)
	}
}
