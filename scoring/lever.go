package scoring

import (
	"errors"
	"slices"

	"github.com/motcua/motcua"
)

// ErrNotAdditive is the class of errors of questions that only make sense where
// points are a sum of rounded leaves.
var ErrNotAdditive = errors.New("the definition does more than add rounded leaves")

// LeverOptions say what may be moved; nil stands for the zero options.
type LeverOptions struct {
	// Tables are the kinds of rows that may be moved; dossiers alone if nil.
	Tables []string
	// Add brings new good rows instead of turning existing ones good: numerator
	// and denominator grow together.
	Add bool
}

func (o *LeverOptions) tables() []string {
	if o == nil || o.Tables == nil {
		return []string{"dossier"}
	}
	return o.Tables
}

// Lever is one leaf moved alone: what rows gain there while all else stays.
// Rows of several levers may be the same dossiers; only the named leaf moves.
type Lever struct {
	// Leaf is the leaf's id, Title its name, Table the kind of its rows.
	Leaf  string
	Title motcua.Text // see Leaf
	Table string      // see Leaf
	// Rows is the fewest rows that gain anything after rounding, and Gain what
	// they gain.
	Rows int64
	Gain Points // see Rows
	// AllRows is the fewest rows that gain all that can be gained, AllGain.
	AllRows int64
	AllGain Points // see AllRows
	// One is what one row gains before rounding, with six more decimals than
	// points, rounded half-up.
	One motcua.Decimal
}

// Levers returns what each leaf would gain, the best gain for one row first.
// Leaves that cannot gain, that are inherited, or whose movement would move
// others are left out. Counts that cannot be evaluated are an error, and so is
// a definition that is not additive ([ErrNotAdditive]).
func (x *Index) Levers(c *Counts, options *LeverOptions) ([]Lever, error) {
	curves, _, err := x.curves(c, options)
	if err != nil {
		return nil, err
	}
	levers := make([]Lever, len(curves))
	for i, v := range curves {
		l := &x.leaves[v.leaf]
		levers[i] = Lever{Leaf: l.def.ID, Title: l.def.Title, Table: l.table, One: v.one()}
		levers[i].Rows = v.rows(1)
		levers[i].Gain = v.gain(levers[i].Rows)
		levers[i].AllGain = v.gain(v.most)
		levers[i].AllRows = v.rows(levers[i].AllGain)
	}
	slices.SortStableFunc(levers, func(a, b Lever) int { return b.One.Cmp(a.One) })
	return levers, nil
}

// curve is a leaf's points as a function of rows moved.
type curve struct {
	x     *Index
	leaf  int
	found finding
	max   Points
	add   bool
	base  Points
	most  int64 // rows that can be moved
}

// curves returns the leaves that can gain, and the result they start from.
func (x *Index) curves(c *Counts, options *LeverOptions) ([]curve, *Result, error) {
	if x.exact {
		return nil, nil, ErrNotAdditive
	}
	var r Result
	if err := x.Evaluate(c, &r); err != nil {
		return nil, nil, err
	}
	var out []curve
	level := x.level(c.Level)
	for i := range x.leaves {
		l := &x.leaves[i]
		if !l.ratio || !l.rises() || l.factor >= 0 || x.drives(i) || !slices.Contains(options.tables(), l.table) {
			continue
		}
		v := curve{x: x, leaf: i, max: r.Nodes[l.node].Max, base: r.Nodes[l.node].Points, add: options != nil && options.Add}
		x.find(c, i, level, &v.found) // evaluated above without a fault
		if v.movable() && v.gain(v.most) > 0 {
			out = append(out, v)
		}
	}
	return out, &r, nil
}

// rises reports whether more good rows never mean fewer points.
func (l *leaf) rises() bool {
	rows := l.def.Scale.Rows
	return l.lot > 0 && slices.IsSortedFunc(rows, func(a, b ScaleRow) int { return a.Points.Cmp(b.Points) })
}

// drives reports whether the leaf moves others: as a factor, or by sharing out
// its maximum.
func (x *Index) drives(i int) bool {
	return len(x.leaves[i].to) > 0 || slices.ContainsFunc(x.leaves, func(l leaf) bool { return l.factor == i })
}

// movable reports whether the unit has rows of its own to move, and finds how
// many.
func (v *curve) movable() bool {
	f := &v.found
	if f.inherited || f.value.Answer != Known {
		return false
	}
	switch {
	case v.add && (f.status == StatusOK || f.status == StatusZero && (f.fixed || !f.scored)):
		f.fixed = f.status == StatusZero // there is nothing to scale before the first row
		v.most = maxCount - f.den
		return true
	case f.status == StatusOK:
		v.most = f.den - f.num
	}
	return v.most > 0
}

// moved is the finding with k rows moved.
func (v *curve) moved(k int64) finding {
	f := v.found
	if k == 0 {
		return f
	}
	f.num += k
	if v.add {
		f.den += k
		f.fixed = false
	}
	return f
}

// gain is what k rows gain after rounding.
func (v *curve) gain(k int64) Points {
	f := v.moved(k)
	l := &v.x.leaves[v.leaf]
	p, ok := v.x.quick(l, &f, v.max)
	if !ok {
		p = roundPoints(v.x.fraction(l, &f, v.max, nil))
	}
	return p - v.base
}

// rows is the fewest rows that gain at least that much; they must be able to.
func (v *curve) rows(gain Points) int64 {
	low, high := int64(0), v.most
	for low < high {
		middle := low + (high-low)/2
		if v.gain(middle) >= gain {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return low
}

func (v *curve) one() motcua.Decimal {
	l := &v.x.leaves[v.leaf]
	before, after := v.moved(0), v.moved(1)
	r := v.x.fraction(l, &after, v.max, nil)
	r.Sub(r, v.x.fraction(l, &before, v.max, nil))
	return fine(r, v.x.def.Decimals, 6)
}

// step is a number of rows of one leaf and what it gains; no fewer rows gain
// as much.
type step struct {
	rows int64
	gain Points
}

// steps are all steps up to a gain, the first that reaches it included; false
// where there are more than most.
func (v *curve) steps(enough Points, most int) ([]step, bool) {
	all := min(enough, v.gain(v.most))
	var out []step
	for gained := Points(0); gained < all; {
		if len(out) >= most {
			return nil, false
		}
		k := v.rows(gained + 1)
		gained = v.gain(k)
		out = append(out, step{k, gained})
	}
	return out, true
}
