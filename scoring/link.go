package scoring

import (
	"github.com/motcua/motcua"
)

// once leaves out every unit that has stood before.
func once(faults *motcua.Faults, units []Counts) []Counts {
	seen := make(map[string]bool, len(units))
	kept := units[:0]
	for i := range units {
		if seen[units[i].Unit] {
			fault(faults, codeUnit, "/unit", "đơn vị %q bị lặp", "unit %q stands twice", units[i].Unit).Line = units[i].Line
			continue
		}
		seen[units[i].Unit] = true
		kept = append(kept, units[i])
	}
	return kept
}

// Link sets Above of every unit whose parent is among units. A unit that stands
// twice and a circle of parents are faults.
func Link(units []Counts) motcua.Faults {
	_, faults := link(units)
	return faults
}

// link returns the place of the unit above each, -1 for none, too.
func link(units []Counts) ([]int, motcua.Faults) {
	var faults motcua.Faults
	at := make(map[string]int, len(units))
	for i := range units {
		c := &units[i]
		if _, twice := at[c.Unit]; twice {
			fault(&faults, codeUnit, "/unit", "đơn vị %q bị lặp", "unit %q stands twice", c.Unit).Line = c.Line
			continue
		}
		at[c.Unit] = i
	}
	above := make([]int, len(units)) // -1 for none
	for i := range units {
		units[i].Above, above[i] = nil, -1
		if up, ok := at[units[i].Parent]; ok && units[i].Parent != "" {
			units[i].Above, above[i] = &units[up], up
		}
	}
	for _, i := range circles(above) {
		c := &units[i]
		fault(&faults, codeUnit, "/parent", "đơn vị %q nằm trong vòng", "unit %q is above itself", c.Unit).Line = c.Line
		c.Above, above[i] = nil, -1
	}
	return above, faults
}

// circles returns one place of every circle among the ways up.
func circles(above []int) []int {
	var out []int
	walk := make([]int, len(above)) // the walk a place was first seen on, from 1
	for i := range above {
		at := i
		for at >= 0 && walk[at] == 0 {
			walk[at] = i + 1
			at = above[at]
		}
		if at >= 0 && walk[at] == i+1 {
			out = append(out, at)
		}
	}
	return out
}

// Score evaluates units that [Link] has linked, or that need nothing from
// above. Units with faults have no result; the others come in the order given.
// The faults hold the warnings too.
func (x *Index) Score(units []Counts) ([]Result, motcua.Faults) {
	var faults motcua.Faults
	results := make([]Result, 0, len(units))
	var slab []NodeResult // for a few units at a time: what is cleared is used while it is near
	for i := range units {
		if len(slab) < len(x.nodes) {
			slab = make([]NodeResult, min(len(units)-i, 16)*len(x.nodes))
		}
		r := Result{Nodes: slab[:0:len(x.nodes)]}
		err := x.Evaluate(&units[i], &r)
		if err != nil || r.odd || units[i].Unit == "" {
			found := x.Check(&units[i])
			if faults = append(faults, found...); found.Err() != nil {
				continue
			}
			if err != nil {
				faults = append(faults, asFaults(err)...) // figures inherited are at fault
				continue
			}
		}
		slab = slab[len(x.nodes):]
		results = append(results, r)
	}
	faults.Sort()
	return results, faults
}
