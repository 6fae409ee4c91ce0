package counting

import (
	"fmt"
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// Binding says which measures of a plan are above and below the line of which leaves
// of an index.
type Binding struct {
	measures int
	leaves   []fraction
}

// fraction is the places of a leaf's measures; -1 where the plan does not count them.
type fraction struct {
	id       string
	given    bool // the value is no count
	num, den int
}

// Bind finds the measures of an index's leaves among those of the plan. A leaf whose
// measures the plan does not count will not be asked; a measure of the same name
// that counts something else is an error of class [ErrOtherPlan].
func (p *Plan) Bind(index *scoring.Index) (*Binding, error) {
	d := index.Definition()
	b := &Binding{measures: len(p.measures)}
	places := map[string]int{}
	for _, m := range d.Measures {
		i := slices.IndexFunc(p.measures, func(o scoring.Measure) bool { return o.ID == m.ID })
		if i >= 0 && hashOf(p.measures[i:i+1], nil) != hashOf([]scoring.Measure{m}, nil) {
			return nil, fmt.Errorf("measure %q of %s %s: %w", m.ID, index.ID(), index.Version(), ErrOtherPlan)
		}
		places[m.ID] = i
	}
	leaves := map[string]scoring.Node{}
	gather(leaves, &d.Root)
	for _, id := range index.Leaves() {
		n := leaves[id]
		f := fraction{id: id, given: n.Num == "" && n.Den == "", num: -1, den: -1}
		if !f.given {
			f.num, f.den = places[n.Num], places[n.Den]
		}
		b.leaves = append(b.leaves, f)
	}
	return b, nil
}

func gather(leaves map[string]scoring.Node, n *scoring.Node) {
	if len(n.Nodes) == 0 {
		leaves[n.ID] = *n
	}
	for i := range n.Nodes {
		gather(leaves, &n.Nodes[i])
	}
}

// Fill puts figures into the values of counts made by [scoring.Index.Counts]:
// numerator, denominator and whether they were asked and known. It leaves alone what
// no tally counts: leaves whose value is given, and last year's counts. A count below
// zero or beyond 2^53−1 is an error that names the leaf, and nothing is filled.
func (b *Binding) Fill(figures Figures, c *scoring.Counts) error {
	if len(figures) != b.measures || len(c.Values) != len(b.leaves) {
		return fmt.Errorf("fill %d leaves from %d figures: %w", len(c.Values), len(figures), ErrOtherPlan)
	}
	var faults motcua.Faults
	for i := range b.leaves {
		b.leaves[i].value(figures, &faults)
	}
	if err := faults.Err(); err != nil {
		return err
	}
	for i := range b.leaves {
		if f := &b.leaves[i]; !f.given {
			v := f.value(figures, &faults)
			v.Annual = c.Values[i].Annual
			c.Values[i] = v
		}
	}
	return nil
}

const codeFigure = "SCO-TAL-05" // a figure that is no count

// value is what a leaf's figures come to.
func (f *fraction) value(figures Figures, faults *motcua.Faults) scoring.Value {
	if f.num < 0 || f.den < 0 {
		return scoring.Value{}
	}
	num, den := figures[f.num], figures[f.den]
	answer := min(num.Answer, den.Answer)
	if answer != scoring.Known {
		return scoring.Value{Answer: answer}
	}
	for name, v := range map[string]int64{"num": num.Count, "den": den.Count} {
		if v < 0 || v > mostCount {
			at := motcua.Pointer("indicators", f.id, name)
			faults.Add(codeFigure, at, motcua.Text{
				Vi: fmt.Sprintf("số %d ngoài phạm vi 0 đến 2^53−1", v), En: fmt.Sprintf("count %d outside 0 to 2^53−1", v),
			}, ErrRange)
		}
	}
	return scoring.Ratio(num.Count, den.Count)
}
