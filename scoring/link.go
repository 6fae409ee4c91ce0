package scoring

import (
	"github.com/motcua/motcua"
)

// Link sets Above of every unit whose parent is among units. A unit that stands
// twice and a circle of parents are faults.
func Link(units []Counts) motcua.Faults {
	var faults motcua.Faults
	at := make(map[string]*Counts, len(units))
	for i := range units {
		c := &units[i]
		if at[c.Unit] != nil {
			fault(&faults, codeUnit, "/unit", "đơn vị %q bị lặp", "unit %q stands twice", c.Unit).Line = c.Line
			continue
		}
		at[c.Unit] = c
	}
	for i := range units {
		units[i].Above = at[units[i].Parent]
	}
	for i := range units {
		c := &units[i]
		if c.circles() {
			fault(&faults, codeUnit, "/parent", "đơn vị %q nằm trong vòng", "unit %q is above itself", c.Unit).Line = c.Line
			c.Above = nil
		}
	}
	return faults
}

// circles reports whether the way up from c comes back to it.
func (c *Counts) circles() bool {
	for up, hops := c.Above, 0; up != nil && hops < maxHops; up, hops = up.Above, hops+1 {
		if up == c {
			return true
		}
	}
	return false
}

// Score evaluates units that [Link] has linked, or that need nothing from
// above. Units with faults have no result; the others come in the order given.
// The faults hold the warnings too.
func (x *Index) Score(units []Counts) ([]Result, motcua.Faults) {
	var faults motcua.Faults
	results := make([]Result, 0, len(units))
	slab := make([]NodeResult, len(units)*len(x.nodes))
	for i := range units {
		faults = append(faults, x.Check(&units[i])...)
		r := Result{Nodes: slab[:0:len(x.nodes)]}
		if err := x.Evaluate(&units[i], &r); err != nil {
			if x.Check(&units[i]).Err() == nil {
				faults = append(faults, asFaults(err)...) // figures inherited are at fault
			}
			continue
		}
		slab = slab[len(x.nodes):]
		results = append(results, r)
	}
	faults.Sort()
	return results, faults
}
