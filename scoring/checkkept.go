package scoring

import (
	"slices"

	"github.com/motcua/motcua"
)

// kept finds rules that can be written down and not be kept: what evaluation
// made of them would depend on the order of leaves, or be no mean at all.
func (c *checker) kept(n *Node, at string, depth int) {
	if len(n.Nodes) > 0 {
		c.keptMean(n, depth)
		return
	}
	ratio := n.isRatio()
	if n.Scale != nil && ratio && (n.Scale.Kind == ScaleGiven || n.Scale.Kind == ScaleTable) {
		c.fault(codeShape, at+"/scale/kind", "tỷ lệ không thể cho sẵn hay tra bảng", "a ratio can neither be given nor looked up")
	}
	if n.Pool == PoolAdd && n.Num+n.Den == "" {
		c.fault(codeShape, at+"/pool", "giá trị cho sẵn không cộng được", "values that are given do not add up")
	}
	to := c.nodes[n.Factor]
	judged := to != nil && len(to.Nodes) == 0 && c.sound(at+"/relation") && c.sound(c.at[n.Factor]+"/relation")
	if judged && (!ratio || !to.isRatio()) {
		c.fault(codeShape, at+"/factor", "hệ số phải là tỷ lệ nhân với tỷ lệ", "a factor is a ratio that multiplies a ratio")
	}
	if n.Zero == nil {
		return
	}
	for i, id := range n.Zero.To {
		if to := c.nodes[id]; to != nil && to.Zero != nil && to.Zero.Rule == ZeroRedistribute {
			c.fault(codeCircle, at+motcua.Pointer("zero", "to", itoa(i)), "%q lại chia điểm cho lá khác", "%q gives its own maximum away", id)
		}
	}
}

// keptMean holds the stage of means to where points are rounded, and to nodes
// below which everything adds.
func (c *checker) keptMean(n *Node, depth int) {
	if !c.sound("/mean") || !c.sound("/round") || c.d.Mean == 0 {
		return
	}
	if depth == 0 && c.d.Mean < c.d.Round {
		c.fault(codeShape, "/mean", "trung bình lấy từ điểm đã làm tròn: ở bậc %q trở lên", "means are taken of rounded points: at %q or above", c.d.Round)
	}
	above := c.d.Mean == StageLeaf || c.d.Mean == StageGroup && depth == 0
	if above && !slices.Contains([]Compose{0, ComposeSum}, n.Compose) {
		c.fault(codeShape, "/mean", "nút %q không cộng các trung bình", "node %q does not add, so means cannot be taken below it", n.ID)
	}
}

// isRatio reports whether the value of a leaf is a ratio of two counts.
func (n *Node) isRatio() bool {
	return n.Relation == RelationSubset || n.Relation == RelationCrossSource
}
