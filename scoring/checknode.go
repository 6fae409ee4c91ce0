package scoring

import (
	"github.com/motcua/motcua"
)

// maxNodeDepth bounds the tree; maxGeometric the children of a geometric mean,
// whose losses are shared over every subset of them; the others keep exact
// arithmetic within machine words.
const (
	maxNodeDepth = 16
	maxGeometric = 16
	maxExponent  = 10_000        // the root a geometric mean takes
	maxPoints    = 1_000_000_000 // in units of the last decimal
	maxDigits    = 9             // decimals of a threshold or goalpost
)

func (c *checker) node(n *Node, at string, depth int) {
	c.sourced(n.Sources, at)
	if n.Title.IsZero() {
		c.fault(codeIdentity, at+"/title", "thiếu tên", "the title is empty")
	}
	if n.Weight != nil && n.Weight.Sign() <= 0 {
		c.fault(codeNumber, at+"/weight", "trọng số phải dương", "the weight must be above zero")
	}
	if depth > maxNodeDepth {
		c.fault(codeShape, at, "cây quá sâu", "the tree is deeper than %d", maxNodeDepth)
		return
	}
	c.points(n.Max, at+"/max")
	if len(n.Nodes) == 0 {
		c.leaf(n, at)
		return
	}
	if n.Scale != nil || n.Num != "" || n.Den != "" || n.Zero != nil || n.Unknown != nil || n.Factor != "" {
		c.fault(codeShape, at, "nút trong không thể có thang điểm", "an inner node cannot count")
	}
	for i := range n.Nodes {
		c.node(&n.Nodes[i], at+motcua.Pointer("nodes", itoa(i)), depth+1)
	}
	c.composition(n, at)
}

// points holds a number to what points of this definition can be.
func (c *checker) points(d motcua.Decimal, at string) {
	p, err := d.Rescale(max(c.d.Decimals, 0))
	switch {
	case !c.sound("/decimals"):
	case err != nil:
		c.fault(codeMaximum, at, "%s có quá nhiều chữ số thập phân", "%s has more decimals than points have", d)
	case p.Coef() > maxPoints || p.Coef() < -maxPoints:
		c.fault(codeMaximum, at, "%s quá lớn", "%s is out of range", d)
	}
}

// composition holds a node's maximum to those of its children.
func (c *checker) composition(n *Node, at string) {
	if n.Compose == ComposeGeometric {
		c.geometric(n, at)
	}
	if !c.sound(at + "/max") {
		return
	}
	var sum motcua.Decimal
	for i := range n.Nodes {
		kid := &n.Nodes[i]
		if !c.sound(at+motcua.Pointer("nodes", itoa(i), "max")) || !c.sound(at+motcua.Pointer("nodes", itoa(i), "id")) {
			return
		}
		if (n.Compose == ComposeMean || n.Compose == ComposeGeometric) && kid.Max.Cmp(n.Max) != 0 {
			c.fault(codeMaximum, at+motcua.Pointer("nodes", itoa(i), "max"), "trung bình cần cùng mức tối đa %s, không phải %s",
				"a mean needs one maximum: %s, not %s", n.Max, kid.Max)
		}
		sum, _ = sum.Add(kid.Max)
	}
	if (n.Compose == 0 || n.Compose == ComposeSum) && sum.Cmp(n.Max) != 0 && c.before.Under(at+"/nodes") == false {
		c.fault(codeMaximum, at+"/max", "các con cộng lại là %s, không phải %s", "the nodes below add up to %s, not %s", sum, n.Max)
	}
}

// geometric bounds what a geometric mean costs to work out exactly.
func (c *checker) geometric(n *Node, at string) {
	if len(n.Nodes) > maxGeometric {
		c.fault(codeShape, at+"/nodes", "trung bình nhân có quá nhiều con", "a geometric mean of more than %d nodes", maxGeometric)
	}
	var sum motcua.Decimal
	for i := range n.Nodes {
		w := motcua.MustDecimal("1")
		if n.Nodes[i].Weight != nil {
			w = *n.Nodes[i].Weight
		}
		sum, _ = sum.Add(w)
	}
	if sum.Coef() > maxExponent {
		c.fault(codeNumber, at+"/nodes", "trọng số quá mịn", "the weights add up to %s: more than %d of their last digit", sum, maxExponent)
	}
}

func (c *checker) leaf(n *Node, at string) {
	if n.Compose != 0 {
		c.fault(codeShape, at+"/compose", "lá không có con để tổng hợp", "a leaf has nothing to put together")
	}
	if n.Scale == nil {
		if c.sound(at + "/scale") {
			c.fault(codeShape, at, "nút %q không có thang điểm, cũng không có con", "node %q has neither a scale nor nodes", n.ID)
		}
		return
	}
	c.scale(n, at+"/scale")
	c.counted(n, at)
	if n.Zero != nil {
		c.zero(n, at+"/zero")
	}
	if n.Unknown != nil {
		c.sourced(n.Unknown.Sources, at+"/unknown")
	}
	seen := map[string]bool{}
	for i, rule := range n.Levels {
		here := at + motcua.Pointer("levels", itoa(i))
		c.sourced(rule.Sources, here)
		if !c.levels[rule.Level] {
			c.fault(codeReference, here+"/level", "không có cấp %q", "there is no level %q", rule.Level)
		}
		if seen[rule.Level] {
			c.fault(codeDuplicate, here+"/level", "cấp %q bị lặp", "level %q stands twice", rule.Level)
		}
		seen[rule.Level] = true
	}
}

// counted holds numerator and denominator to the scale: a ratio has both.
func (c *checker) counted(n *Node, at string) {
	ratio := n.Relation == RelationSubset || n.Relation == RelationCrossSource
	for _, m := range []struct{ name, id string }{{"num", n.Num}, {"den", n.Den}} {
		c.used["measure "+m.id] = true
		switch {
		case m.id == "" && ratio && c.sound(at+"/"+m.name):
			c.fault(codeReference, at+"/"+m.name, "thiếu đại lượng", "a ratio needs a measure")
		case m.id != "" && c.measures[m.id] == nil && c.sound("/measures"):
			c.fault(codeReference, at+"/"+m.name, "không có đại lượng %q", "there is no measure %q", m.id)
		}
	}
	if !c.sound(at+"/relation") || !c.sound(at+"/scale/kind") {
		return
	}
	if ratio && n.Zero == nil && c.sound(at+"/zero") {
		c.fault(codeZero, at+"/zero", "tỷ lệ cần quy tắc khi mẫu số bằng 0", "a ratio needs a rule for a zero denominator")
	}
	if k := n.Scale.Kind; !ratio && (k == ScaleLinear || k == ScaleFullAt) && n.Num+n.Den != "" {
		c.fault(codeShape, at+"/relation", "tỷ lệ phải nói rõ quan hệ giữa tử và mẫu", "a ratio must say how its counts relate")
	}
}

func (c *checker) scale(n *Node, at string) {
	s := n.Scale
	c.sourced(s.Sources, at)
	if !c.sound(at + "/kind") {
		return
	}
	c.member(at+"/at", s.At != nil, s.Kind == ScaleFullAt)
	c.member(at+"/from", s.From != nil, s.Kind == ScaleGoalposts)
	c.member(at+"/to", s.To != nil, s.Kind == ScaleGoalposts)
	c.member(at+"/rows", s.Rows != nil, s.Kind == ScaleSteps || s.Kind == ScaleTable)
	if s.Min != nil && s.Kind != ScaleGiven {
		c.member(at+"/min", true, false)
	}
	if s.At != nil && s.Kind == ScaleFullAt && (s.At.Sign() <= 0 || s.At.Cmp(motcua.MustDecimal("1")) > 0) {
		c.fault(codeScale, at+"/at", "ngưỡng %s phải trong (0, 1]", "the threshold %s must be above 0 and at most 1", s.At)
	}
	for name, d := range map[string]*motcua.Decimal{"/at": s.At, "/from": s.From, "/to": s.To} {
		if d != nil && (d.Scale() > maxDigits || d.Coef() > maxCount || d.Coef() < -maxCount) {
			c.fault(codeNumber, at+name, "%s có quá nhiều chữ số", "%s has too many digits", d)
		}
	}
	if s.From != nil && s.To != nil && s.From.Cmp(*s.To) == 0 {
		c.fault(codeScale, at+"/to", "hai mốc trùng nhau", "the goalposts stand at one place")
	}
	if s.Min != nil && s.Min.Cmp(n.Max) > 0 {
		c.fault(codeScale, at+"/min", "mức thấp nhất trên mức cao nhất", "the minimum is above the maximum")
	}
	c.scaleRows(n, at)
}

func (c *checker) member(at string, there, wanted bool) {
	switch {
	case there && !wanted:
		c.fault(codeScale, at, "thang điểm này không dùng", "this scale has no use for it")
	case wanted && !there:
		c.fault(codeScale, at, "thang điểm này cần", "this scale needs it")
	}
}

func (c *checker) scaleRows(n *Node, at string) {
	for i, row := range n.Scale.Rows {
		here := at + motcua.Pointer("rows", itoa(i))
		c.points(row.Points, here+"/points")
		if row.Points.Cmp(n.Max) > 0 && c.sound(here) {
			c.fault(codeMaximum, here+"/points", "%s trên mức tối đa %s", "%s is above the maximum %s", row.Points, n.Max)
		}
		if i == 0 || !c.sound(here+"/value") {
			continue
		}
		if before := n.Scale.Rows[i-1].Value; before.Cmp(row.Value) >= 0 {
			c.fault(codeScale, here+"/value", "các dòng phải tăng dần", "rows must ascend: %s after %s", row.Value, before)
		}
	}
}

func (c *checker) zero(n *Node, at string) {
	z := n.Zero
	c.sourced(z.Sources, at)
	if !c.sound(at + "/rule") {
		return
	}
	fallback := z.Rule == ZeroFallback
	c.zeroMember(at+"/divide", z.Divide != nil, fallback)
	c.zeroMember(at+"/then", z.Then != 0, fallback)
	c.zeroMember(at+"/to", z.To != nil, z.Rule == ZeroRedistribute)
	if z.Then == ZeroFallback || z.Then == ZeroRedistribute {
		c.fault(codeZero, at+"/then", "quy tắc sau cùng phải đơn giản", "the last resort must be zero, full or null")
	}
	for i, d := range z.Divide {
		if d.By <= 0 {
			c.fault(codeZero, at+motcua.Pointer("divide", itoa(i), "by"), "phải lớn hơn 0", "must be above zero")
		}
	}
	for i, id := range z.To {
		if to := c.nodes[id]; to == nil || len(to.Nodes) > 0 || id == n.ID {
			c.fault(codeZero, at+motcua.Pointer("to", itoa(i)), "%q không phải một lá khác", "%q is not another leaf", id)
		}
	}
}

func (c *checker) zeroMember(at string, there, wanted bool) {
	if there != wanted {
		c.fault(codeZero, at, "quy tắc này không dùng hoặc thiếu", "the rule lacks it or has no use for it")
	}
}

// factors finds leaves whose factor is no leaf, or has a factor of its own.
func (c *checker) factors(n *Node, at string) {
	if n.Factor != "" {
		switch to := c.nodes[n.Factor]; {
		case to == nil || len(to.Nodes) > 0:
			c.fault(codeReference, at+"/factor", "không có lá %q", "there is no leaf %q", n.Factor)
		case to.Factor != "" || to == n:
			c.fault(codeCircle, at+"/factor", "hệ số %q lại có hệ số", "the factor %q has a factor itself", n.Factor)
		}
	}
	for i := range n.Nodes {
		c.factors(&n.Nodes[i], at+motcua.Pointer("nodes", itoa(i)))
	}
}
