package scoring

import (
	"math/big"
	"math/bits"
	"slices"

	"github.com/motcua/motcua"
)

// Loss is what one leaf costs the total, and why.
type Loss struct {
	// Leaf is the leaf's id, Title its name.
	Leaf  string
	Title motcua.Text // see Leaf
	// Points are lost by it; all losses add up to the maximum less the total.
	Points Points
	// Reason is the leaf's shortfall, or that it was not asked, is unknown, is
	// absent at the level, or had nothing to count.
	Reason Reason
	// Rows are the rows that fell short, numerator from denominator; zero where
	// the leaf has no counts. Table says what they are.
	Rows  int64
	Table string // see Rows
}

// The reasons that are the same for every leaf.
var statusReasons = map[Status]Reason{
	StatusNotAsked: {"notAsked", motcua.Text{Vi: "không có số liệu", En: "not asked"}},
	StatusUnknown:  {"unknown", motcua.Text{Vi: "nguồn không biết", En: "unknown to the source"}},
	StatusAbsent:   {"absent", motcua.Text{Vi: "cấp này không có chỉ tiêu", En: "the level has no such indicator"}},
	StatusZero:     {"zeroDenominator", motcua.Text{Vi: "không có gì để đếm", En: "nothing to count"}},
}

var shortfall = Reason{"shortfall", motcua.Text{Vi: "chưa đạt mức tối đa", En: "below the maximum"}}

// reason is why the leaf at node i is below its maximum.
func (r *Result) reason(i int) Reason {
	if reason, ok := statusReasons[r.Nodes[i].Status]; ok {
		return reason
	}
	if own := r.Index.nodes[i].def.Shortfall; own != nil {
		return *own
	}
	return shortfall
}

// lost is what a node lacks of its maximum.
func (n NodeResult) lost() Points {
	if !n.Scored {
		return n.Max
	}
	return n.Max - n.Points
}

// Lost says which leaf cost which points of the total, the dearest first; leaves
// that cost nothing are left out. The points add up to the maximum less the
// total, exactly. A mean speaks of the nodes it was taken at. Where a node does more than add, what it lacks is shared: in
// a weighted mean by weight, in a geometric mean by Shapley value (the average
// over all orders in which the children could fall short), and what rounding
// leaves goes to the largest remainders.
func (r *Result) Lost() []Loss {
	shares := make([]Points, len(r.Nodes))
	shares[0] = r.Nodes[0].lost()
	for i := range r.Nodes {
		d := &r.Index.nodes[i]
		if kids := d.kids; len(kids) > 0 && (shares[i] != 0 || d.def.Compose != ComposeGeometric) {
			for k, share := range apportion(shares[i], r.blame(i)) {
				shares[kids[k]] = share
			}
		}
	}
	var out []Loss
	if r.exact != nil {
		return r.lostMean(shares)
	}
	for _, l := range r.Index.leaves {
		if shares[l.node] == 0 {
			continue
		}
		n := r.Nodes[l.node]
		loss := Loss{Leaf: l.def.ID, Title: l.def.Title, Points: shares[l.node], Reason: r.reason(l.node), Table: l.table}
		if n.Counted && l.ratio {
			loss.Rows = max(n.Den-n.Num, 0)
		}
		out = append(out, loss)
	}
	slices.SortStableFunc(out, func(a, b Loss) int { return int(b.Points - a.Points) })
	return out
}

// lostMean is what each node at the stage of means costs: below it a mean has
// nothing to say.
func (r *Result) lostMean(shares []Points) []Loss {
	var out []Loss
	for at, d := range r.Index.nodes {
		if shares[at] != 0 && r.Index.means(at) {
			out = append(out, Loss{Leaf: d.def.ID, Title: d.def.Title, Points: shares[at], Reason: shortfall})
		}
	}
	slices.SortStableFunc(out, func(a, b Loss) int { return int(b.Points - a.Points) })
	return out
}

// blame is what each child of an inner node adds to what the node lacks, in
// any unit.
func (r *Result) blame(at int) []*big.Rat {
	d := &r.Index.nodes[at]
	if d.def.Compose == ComposeGeometric {
		return r.shapley(d)
	}
	out, weights := make([]*big.Rat, len(d.kids)), new(big.Rat)
	for k, kid := range d.kids {
		out[k] = new(big.Rat).SetInt64(int64(r.Nodes[kid].lost()))
		if d.def.Compose == ComposeMean {
			w := r.Index.nodes[kid].weight.Rat()
			out[k].Mul(out[k], w)
			weights.Add(weights, w)
		}
	}
	for k := range out {
		if d.def.Compose == ComposeMean {
			out[k].Quo(out[k], weights)
		}
	}
	return out
}

// finer is how many more decimals than points the values of a Shapley game have.
const finer = 1_000_000

// shapley shares what a geometric mean lacks among its children: in the game, a
// coalition is the children at their own points, the rest at their maximum.
func (r *Result) shapley(d *node) []*big.Rat {
	n := len(d.kids)
	value := make([]int64, 1<<n)
	own := make([]*big.Rat, len(r.Nodes))
	fine := *d
	fine.max *= finer
	for set := range value {
		for k, kid := range d.kids {
			points := r.Nodes[kid].Max
			if set&(1<<k) != 0 {
				points -= r.Nodes[kid].lost()
			}
			own[kid] = new(big.Rat).SetInt64(int64(max(points, 0)) * finer)
		}
		value[set] = r.Index.geometric(&fine, own).Num().Int64()
	}
	out := make([]*big.Rat, n)
	for k := range out {
		out[k] = new(big.Rat)
		for set := range value {
			if set&(1<<k) == 0 {
				weight := big.NewRat(1, int64(n)*choose(n-1, bits.OnesCount(uint(set))))
				out[k].Add(out[k], weight.Mul(weight, new(big.Rat).SetInt64(value[set]-value[set|1<<k])))
			}
		}
	}
	return out
}

func choose(n, k int) int64 { return new(big.Int).Binomial(int64(n), int64(k)).Int64() }

// apportion splits total by the weights, exactly: each part is rounded down and
// what is left goes, one by one, to the largest remainders. Weights that add up
// to total are the parts already; others that add up to nothing are taken as
// equal.
func apportion(total Points, weights []*big.Rat) []Points {
	sum := new(big.Rat)
	for _, w := range weights {
		sum.Add(sum, w)
	}
	parts, rest := make([]Points, len(weights)), make([]*big.Rat, len(weights))
	left := total
	for i, w := range weights {
		exact := big.NewRat(int64(total), int64(len(weights)))
		if sum.Cmp(new(big.Rat).SetInt64(int64(total))) == 0 {
			exact.Set(w)
		} else if sum.Sign() != 0 {
			exact = new(big.Rat).Mul(new(big.Rat).SetInt64(int64(total)), new(big.Rat).Quo(w, sum))
		}
		whole := new(big.Int).Div(exact.Num(), exact.Denom()) // rounds down, also below zero
		parts[i] = Points(whole.Int64())
		rest[i] = exact.Sub(exact, new(big.Rat).SetInt(whole))
		left -= parts[i]
	}
	order := make([]int, len(weights))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return rest[b].Cmp(rest[a]) })
	for i := range left {
		parts[order[i]]++
	}
	return parts
}
