package scoring

import (
	"strings"

	"github.com/motcua/motcua"
)

// maxNodeDepth bounds the tree; maxGeometric the children of a geometric mean,
// whose losses are shared over every subset of them; the others keep exact
// arithmetic within machine words.
const (
	maxNodeDepth = 16
	maxGeometric = 10
	maxExponent  = 1_000         // the root a geometric mean takes
	maxPoints    = 1_000_000_000 // in units of the last decimal
	maxDigits    = 9             // decimals of a threshold or goalpost
)

func (c *checker) node(n *Node, at string, depth int) {
	c.sourced(n.Sources, at)
	if n.Title.Vi == "" || n.Title.En == "" {
		c.fault(codeIdentity, at+"/title", "thiếu tên bằng một trong hai thứ tiếng", "the title is empty in one of the two languages")
	}
	if n.Weight != nil && n.Weight.Sign() <= 0 {
		c.fault(codeNumber, at+"/weight", "trọng số phải dương", "the weight must be above zero")
	}
	if depth > maxNodeDepth {
		c.fault(codeShape, at, "cây sâu hơn %d", "the tree is deeper than %d", maxNodeDepth)
		return
	}
	c.points(n.Max, at+"/max")
	if n.Max.Sign() < 0 {
		c.fault(codeMaximum, at+"/max", "%s nhỏ hơn 0", "%s is below zero", n.Max)
	}
	if len(n.Nodes) == 0 {
		c.leaf(n, at)
		return
	}
	if n.leafy() {
		c.fault(codeShape, at, "nút trong không thể có thang điểm", "an inner node cannot count")
	}
	for i := range n.Nodes {
		kid := at + motcua.Pointer("nodes", itoa(i))
		c.node(&n.Nodes[i], kid, depth+1)
		if n.Nodes[i].Weight != nil && n.Compose != ComposeMean && n.Compose != ComposeGeometric && c.sound(at+"/compose") {
			c.fault(codeShape, kid+"/weight", "tổng không dùng trọng số", "a sum has no use for weights")
		}
	}
	c.composition(n, at)
}

// leafy reports whether a node has a member that only a leaf has a use for.
func (n *Node) leafy() bool {
	return n.Scale != nil || n.Code != "" || n.Num != "" || n.Den != "" || n.Relation != 0 || n.Factor != "" ||
		n.Zero != nil || n.Unknown != nil || n.Pool != 0 || n.Levels != nil || n.Shortfall != nil
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
	var sum, twins motcua.Decimal // all maxima, and those of nodes whose name is another's
	alike := true
	for i := range n.Nodes {
		kid := at + motcua.Pointer("nodes", itoa(i))
		if !c.sound(kid + "/max") {
			return
		}
		sum, _ = sum.Add(n.Nodes[i].Max)
		if named := c.nodes[n.Nodes[i].ID]; named != nil && named != &n.Nodes[i] {
			twins, _ = twins.Add(n.Nodes[i].Max)
		}
		alike = alike && n.Nodes[i].Max.Cmp(n.Nodes[0].Max) == 0
	}
	switch {
	case n.Compose == ComposeMean || n.Compose == ComposeGeometric:
		c.alike(n, at, alike)
	case sum.Cmp(n.Max) != 0:
		if rest, err := sum.Sub(twins); err == nil && !twins.IsZero() && rest.Cmp(n.Max) == 0 {
			return // a node was copied, and that is said already
		}
		c.fault(codeMaximum, at+"/max", "các con cộng lại là %s, không phải %s", "the nodes below add up to %s, not %s", sum, n.Max)
	}
}

// alike holds the children of a mean to the maximum of the mean.
func (c *checker) alike(n *Node, at string, alike bool) {
	if alike && n.Nodes[0].Max.Cmp(n.Max) != 0 {
		c.fault(codeMaximum, at+"/max", "trung bình của mức tối đa %s không thể là %s", "the mean of maxima of %s cannot be %s", n.Nodes[0].Max, n.Max)
		return
	}
	for i := range n.Nodes {
		if kid := &n.Nodes[i]; kid.Max.Cmp(n.Max) != 0 {
			c.fault(codeMaximum, at+motcua.Pointer("nodes", itoa(i), "max"), "trung bình cần cùng mức tối đa %s, không phải %s",
				"a mean needs one maximum: %s, not %s", n.Max, kid.Max)
		}
	}
}

// geometric bounds what a geometric mean costs to work out exactly.
func (c *checker) geometric(n *Node, at string) {
	if len(n.Nodes) > maxGeometric {
		c.fault(codeShape, at+"/nodes", "trung bình nhân của hơn %d nút", "a geometric mean of more than %d nodes", maxGeometric)
	}
	scale := 0
	for i := range n.Nodes {
		scale = max(scale, n.Nodes[i].weight().Scale())
	}
	common, sum := int64(0), int64(0)
	for i := range n.Nodes {
		w, err := n.Nodes[i].weight().Rescale(scale)
		if err != nil || w.Coef() > maxCount {
			c.fault(codeNumber, at+"/nodes", "trọng số quá lớn", "the weights add up to more than can be worked out")
			return
		}
		common = divisor(common, w.Coef())
		sum += w.Coef()
	}
	if c.sound(at+"/nodes") && common > 0 && sum/common > maxExponent {
		c.fault(codeNumber, at+"/nodes", "trọng số quá mịn: cần khai căn bậc %d, tối đa %d", "the weights are too fine: a root of degree %d, at most %d", sum/common, maxExponent)
	}
}

// weight is the node's weight in a mean.
func (n *Node) weight() motcua.Decimal {
	if n.Weight == nil {
		return unitWeight
	}
	return *n.Weight
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
			c.refer("levels", codeReference, rule.Level, here+"/level", "không có cấp %q", "there is no level %q")
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
		case m.id != "" && c.measures[m.id] == nil:
			c.refer("measures", codeReference, m.id, at+"/"+m.name, "không có đại lượng %q", "there is no measure %q")
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
	c.member(at+"/rows", len(s.Rows) > 0, s.Kind == ScaleSteps || s.Kind == ScaleTable)
	if s.Min != nil && s.Kind != ScaleGiven {
		c.member(at+"/min", true, false)
	}
	if s.At != nil && s.Kind == ScaleFullAt && (s.At.Sign() <= 0 || s.At.Cmp(unitWeight) > 0) {
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
	if s.Min != nil && s.Min.Cmp(n.Max) > 0 && c.sound(strings.TrimSuffix(at, "/scale")+"/max") {
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
		if row.Points.Cmp(n.Max) > 0 && c.sound(here) && c.sound(strings.TrimSuffix(at, "/scale")+"/max") {
			c.fault(codeMaximum, here+"/points", "%s trên mức tối đa %s", "%s is above the maximum %s", row.Points, n.Max)
		}
		if i == 0 || !c.sound(here+"/value") {
			continue
		}
		if before := n.Scale.Rows[i-1].Value; before.Cmp(row.Value) >= 0 {
			c.fault(codeScale, here+"/value", "các dòng phải tăng dần: %s sau %s", "rows must ascend: %s after %s", row.Value, before)
		}
	}
}
