package scoring

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/motcua/motcua"
)

// Plan is the cheapest way to a target: the fewest rows over all leaves.
type Plan struct {
	// From is the total now, Target the one wanted, To the one the plan reaches.
	From, Target, To Points
	// Rows are all rows to be moved.
	Rows int64
	// Steps are the leaves to move, most rows first.
	Steps []Step
	// Reached reports whether the target can be reached at all; if not, the plan
	// is everything that can be gained.
	Reached bool
}

// Step is a leaf's share of a plan.
type Step struct {
	// Leaf is the leaf's id, Title its name, Table the kind of its rows.
	Leaf  string
	Title motcua.Text // see Leaf
	Table string      // see Leaf
	// Rows are moved, and gain Gain after rounding.
	Rows int64
	Gain Points // see Rows
}

// Plan returns the combination of levers with the fewest rows that lifts the
// total to target: exactly the fewest, found by dynamic programming over the
// points to be gained. A row counts once for each leaf it moves. Errors are
// those of [Index.Levers], and targets that are millions of last digits of a
// point away.
func (x *Index) Plan(c *Counts, target Points, options *LeverOptions) (Plan, error) {
	curves, r, err := x.curves(c, options)
	if err != nil {
		return Plan{}, err
	}
	plan := Plan{From: r.Nodes[0].Points, Target: target, To: r.Nodes[0].Points}
	need, most := target-plan.From, Points(0)
	for i := range curves {
		most += curves[i].gain(curves[i].most)
	}
	if plan.Reached = need <= most; !plan.Reached {
		need = most
	}
	if need <= 0 {
		return plan, nil
	}
	ways := make([][]step, len(curves))
	left := int(maxWork / int64(need)) // steps that may be looked at
	for i := range curves {
		var ok bool
		if ways[i], ok = curves[i].steps(need, left); !ok {
			return Plan{}, fmt.Errorf("a plan over %d last digits of a point is too long to search", need)
		}
		left -= len(ways[i])
	}
	for i, s := range cheapest(ways, need) {
		if s.rows == 0 {
			continue
		}
		l := &x.leaves[curves[i].leaf]
		plan.Steps = append(plan.Steps, Step{l.def.ID, l.def.Title, l.table, s.rows, s.gain})
		plan.Rows += s.rows
		plan.To += s.gain
	}
	slices.SortStableFunc(plan.Steps, func(a, b Step) int { return cmp.Compare(b.Rows, a.Rows) })
	return plan, nil
}

// maxWork bounds the search for a plan: some seconds of it.
const maxWork = 2_000_000_000

// cheapest picks a step of each way, or none, so that the gains add up to at
// least need with the fewest rows. The ways must be able to reach it.
func cheapest(ways [][]step, need Points) []step {
	best := make([]int64, need+1) // fewest rows of the curves so far to gain at least g
	for g := range best {
		best[g] = math.MaxInt64
	}
	best[0] = 0
	choice := make([][]step, len(ways))
	for i := range ways {
		next := append([]int64(nil), best...)
		choice[i] = make([]step, need+1)
		for _, s := range ways[i] {
			for g := Points(1); g <= need; g++ {
				rest := best[max(g-s.gain, 0)]
				if rest != math.MaxInt64 && rest+s.rows < next[g] {
					next[g], choice[i][g] = rest+s.rows, s
				}
			}
		}
		best = next
	}
	picked := make([]step, len(ways))
	for i, g := len(ways)-1, need; i >= 0; i-- {
		picked[i] = choice[i][g]
		g = max(g-picked[i].gain, 0)
	}
	return picked
}
