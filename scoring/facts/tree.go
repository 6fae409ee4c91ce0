package facts

import (
	"github.com/motcua/motcua"
)

// Tree is the order of units: who stands above whom, and by which codes each is
// known.
type Tree struct {
	units []Unit
	at    map[string]int // by every code
	below [][]int
}

// NewTree puts units in order. A unit that is stated again is replaced. A circle of
// parents, whose units then have none, and a code of two units, of which the first
// keeps it, are faults. A parent that no line states is a unit of which nothing else
// is known.
func NewTree(units []Unit) (*Tree, motcua.Faults) {
	var faults motcua.Faults
	t := &Tree{at: map[string]int{}}
	for _, u := range units {
		u.Unit, u.Parent = unitText(u.Unit), unitText(u.Parent)
		if i, ok := t.at[u.Unit]; ok {
			t.units[i] = u
			continue
		}
		t.at[u.Unit] = len(t.units)
		t.units = append(t.units, u)
	}
	for i := range t.units {
		var own []string
		for _, code := range t.units[i].Codes {
			code = unitText(code)
			if j, ok := t.at[code]; ok && j != i {
				fault(&faults, codeUnits, "/codes", "mã %q thuộc hai đơn vị", "code %q is of two units", code)
				continue
			}
			t.at[code] = i
			own = append(own, code)
		}
		t.units[i].Codes = own
	}
	for i := 0; i < len(t.units); i++ { // parents that are added are walked too
		if parent := t.units[i].Parent; parent != "" {
			if j, ok := t.at[parent]; ok {
				t.units[i].Parent = t.units[j].Unit
			} else {
				t.at[parent] = len(t.units)
				t.units = append(t.units, Unit{Fact: LineUnit, Unit: parent})
			}
		}
	}
	var round []int
	for i := range t.units {
		if t.circles(i) {
			fault(&faults, codeUnits, "/parent", "đơn vị %q nằm trong một vòng cấp trên", "unit %q stands in a circle of parents", t.units[i].Unit)
			round = append(round, i)
		}
	}
	for _, i := range round {
		t.units[i].Parent = "" // no walk may go on for ever
	}
	t.below = make([][]int, len(t.units))
	for i, u := range t.units {
		if u.Parent != "" {
			j := t.at[u.Parent]
			t.below[j] = append(t.below[j], i)
		}
	}
	return t, faults
}

// circles reports whether a unit is above itself.
func (t *Tree) circles(i int) bool {
	at := i
	for range t.units {
		if t.units[at].Parent == "" {
			return false
		}
		if at = t.at[t.units[at].Parent]; at == i {
			return true
		}
	}
	return false
}

// Lookup finds a unit by any of its codes.
func (t *Tree) Lookup(code string) (Unit, bool) {
	i, ok := t.at[unitText(code)]
	if !ok {
		return Unit{}, false
	}
	return t.units[i], true
}

// Units are all units, those above before those below, otherwise in the order in
// which they were stated.
func (t *Tree) Units() []Unit {
	var out []Unit
	var walk func(list []int)
	walk = func(list []int) {
		for _, i := range list {
			out = append(out, t.units[i])
			walk(t.below[i])
		}
	}
	walk(t.roots())
	return out
}

func (t *Tree) roots() []int {
	var list []int
	for i, u := range t.units {
		if u.Parent == "" {
			list = append(list, i)
		}
	}
	return list
}

// Under are a unit and all units below it; nil for a code nobody knows.
func (t *Tree) Under(code string) []Unit {
	i, ok := t.at[unitText(code)]
	if !ok {
		return nil
	}
	out := []Unit{t.units[i]}
	for _, j := range t.below[i] {
		out = append(out, t.Under(t.units[j].Unit)...)
	}
	return out
}
