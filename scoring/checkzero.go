package scoring

import (
	"slices"

	"github.com/motcua/motcua"
)

func (c *checker) zero(n *Node, at string) {
	z := n.Zero
	c.sourced(z.Sources, at)
	if !c.sound(at + "/rule") {
		return
	}
	fallback := z.Rule == ZeroFallback
	c.zeroMember(at+"/divide", len(z.Divide) > 0, fallback)
	c.zeroMember(at+"/then", z.Then != 0, fallback)
	c.zeroMember(at+"/to", len(z.To) > 0, z.Rule == ZeroRedistribute)
	if z.Then == ZeroFallback || z.Then == ZeroRedistribute {
		c.fault(codeZero, at+"/then", "quy tắc sau cùng phải đơn giản", "the last resort must be zero, full or null")
	}
	for i, d := range z.Divide {
		here := at + motcua.Pointer("divide", itoa(i))
		if d.By <= 0 {
			c.fault(codeZero, here+"/by", "phải lớn hơn 0", "must be above zero")
		}
		if slices.ContainsFunc(z.Divide[:i], func(o Divisor) bool { return o.Period == d.Period && d.Period != 0 }) {
			c.fault(codeDuplicate, here+"/period", "kỳ %s bị lặp", "the period %s stands twice", d.Period)
		}
	}
	for i, id := range z.To {
		switch here, to := at+motcua.Pointer("to", itoa(i)), c.nodes[id]; {
		case to == nil:
			c.refer("nodes", codeZero, id, here, "không có lá %q", "there is no leaf %q")
		case len(to.Nodes) > 0 || to == n:
			c.fault(codeZero, here, "%q không phải một lá khác", "%q is not another leaf", id)
		case slices.Contains(z.To[:i], id):
			c.fault(codeDuplicate, here, "lá %q bị lặp", "leaf %q stands twice", id)
		}
	}
}

func (c *checker) zeroMember(at string, there, wanted bool) {
	if there != wanted {
		c.fault(codeZero, at, "quy tắc này không dùng hoặc thiếu", "the rule lacks it or has no use for it")
	}
}

// bonds walks the tree again, for what one node says of others: factors that
// are no leaf or have a factor of their own, and rules that cannot be kept.
func (c *checker) bonds(n *Node, at string, depth int) {
	if n.Factor != "" {
		switch to := c.nodes[n.Factor]; {
		case to == nil:
			c.refer("nodes", codeReference, n.Factor, at+"/factor", "không có lá %q", "there is no leaf %q")
		case len(to.Nodes) > 0:
			c.fault(codeReference, at+"/factor", "%q không phải một lá", "%q is not a leaf", n.Factor)
		case to.Factor != "" || to == n:
			c.fault(codeCircle, at+"/factor", "hệ số %q lại có hệ số", "the factor %q has a factor itself", n.Factor)
		}
	}
	c.kept(n, at, depth)
	for i := range n.Nodes {
		c.bonds(&n.Nodes[i], at+motcua.Pointer("nodes", itoa(i)), depth+1)
	}
}
