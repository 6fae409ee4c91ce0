package scoring

import (
	"regexp"
	"slices"
	"strings"

	"github.com/motcua/motcua"
)

// checker walks a definition once and gathers its faults. What has a fault
// already, from reading or from an earlier step, is left out of later ones.
type checker struct {
	d        *Definition
	faults   motcua.Faults // found here
	before   motcua.Faults // found in reading
	sources  map[string]bool
	measures map[string]*Measure
	nodes    map[string]*Node
	at       map[string]string // pointers of nodes
	levels   map[string]bool
	used     map[string]bool // measures referred to
	lost     map[string]int  // rows of a table that have no name of their own
	dangling []reference
}

var (
	idPattern   = regexp.MustCompile(`^[a-z][a-z0-9]*(\.[a-z0-9][a-z0-9-]*)*$`)
	namePattern = regexp.MustCompile(`^[\p{L}\p{N}][\p{L}\p{N}._-]*$`)
)

// check finds every fault of d beside those already found in reading it. An
// extended definition may keep measures that its changes leave unused.
func check(d *Definition, before motcua.Faults, extended bool) motcua.Faults {
	c := &checker{
		d: d, before: before, sources: map[string]bool{}, measures: map[string]*Measure{},
		nodes: map[string]*Node{}, at: map[string]string{}, levels: map[string]bool{}, used: map[string]bool{},
		lost: map[string]int{},
	}
	c.head()
	c.names()
	for i := range d.Measures {
		c.measure(&d.Measures[i], motcua.Pointer("measures", itoa(i)))
	}
	c.node(&d.Root, "/root", 0)
	c.bonds(&d.Root, "/root", 0)
	c.bands()
	for i := range d.Views {
		c.view(i)
	}
	c.missing()
	if !extended {
		c.unused()
	}
	return c.faults
}

// sound reports whether nothing is wrong yet at or below the pointer, and
// everything above it could be read.
func (c *checker) sound(pointer string) bool {
	return c.read(pointer) && !c.before.Under(pointer) && !c.faults.Under(pointer)
}

// read reports whether the value at the pointer, and everything above it, could
// be read.
func (c *checker) read(pointer string) bool {
	return !slices.ContainsFunc(c.before, func(f *motcua.Fault) bool {
		rest, above := strings.CutPrefix(pointer, f.Pointer)
		return above && (rest == "" || rest[0] == '/') && f.Severity != motcua.SeverityWarning
	})
}

func (c *checker) fault(code, pointer, vi, en string, args ...any) {
	if c.sound(pointer) {
		fault(&c.faults, code, pointer, vi, en, args...)
	}
}

func (c *checker) head() {
	if !idPattern.MatchString(c.d.ID) {
		c.fault(codeIdentity, "/id", "mã %q không hợp lệ", "id %q is not of the form vn.766", c.d.ID)
	}
	if !namePattern.MatchString(c.d.Version) {
		c.fault(codeIdentity, "/version", "phiên bản %q không hợp lệ", "version %q is not a name", c.d.Version)
	}
	if c.d.Title.Vi == "" || c.d.Title.En == "" {
		c.fault(codeIdentity, "/title", "thiếu tên bằng một trong hai thứ tiếng", "the title is empty in one of the two languages")
	}
	if c.d.Validity.Err() != nil {
		c.fault(codeValidity, "/validity", "hiệu lực %s không đúng", "validity %s ends before it begins", c.d.Validity)
	}
	if c.d.Decimals < 0 || c.d.Decimals > 6 {
		c.fault(codeNumber, "/decimals", "số chữ số thập phân %d ngoài 0–6", "decimals %d outside 0 to 6", c.d.Decimals)
	}
	if len(c.d.Sources) == 0 {
		c.fault(codeReference, "/sources", "không nêu nguồn nào", "no source is named")
	}
}

func (c *checker) measure(m *Measure, at string) {
	c.sourced(m.Sources, at)
	table, ok := tableOf(m.Table)
	if !ok {
		c.fault(codeMeasure, at+"/table", "không có bảng %q", "there is no table %q", m.Table)
		return
	}
	kind, known := table(m.Column)
	switch {
	case m.Count == CountRows && m.Column != "":
		c.fault(codeMeasure, at+"/column", "đếm dòng không cần cột", "a count of rows takes no column")
	case m.Count != CountRows && m.Count != 0 && !known:
		c.fault(codeMeasure, at+"/column", "bảng %q không có cột %q", "table %q has no column %q", m.Table, m.Column)
	case m.Count == CountSum && kind != motcua.ColumnNumber:
		c.fault(codeMeasure, at+"/column", "cột %q không phải số", "column %q is no number", m.Column)
	}
	anchor, known := table(m.Anchor)
	isDate := anchor == motcua.ColumnDate || anchor == motcua.ColumnTime
	switch {
	case m.Scope == ScopeCut && m.Anchor != "":
		c.fault(codeMeasure, at+"/anchor", "số tại thời điểm chốt không cần mốc", "a count at the cut takes no anchor")
	case (m.Scope == ScopePeriod || m.Scope == ScopeActive) && !(known && isDate):
		c.fault(codeMeasure, at+"/anchor", "bảng %q không có cột ngày %q", "table %q has no date column %q", m.Table, m.Anchor)
	}
	if m.Except != nil && m.Count != CountDistinct {
		c.fault(codeMeasure, at+"/except", "chỉ dùng khi đếm khác nhau", "only a distinct count takes except")
	}
	for name, p := range map[string]*motcua.Predicate{"/where": m.Where, "/except": m.Except} {
		if p == nil {
			continue
		}
		for _, f := range p.Check(table).At(at + name) {
			if c.sound(f.Pointer) {
				c.faults = append(c.faults, f)
			}
		}
	}
}

func (c *checker) bands() {
	for i, b := range c.d.Bands {
		at := motcua.Pointer("bands", itoa(i))
		c.sourced(b.Sources, at)
		c.label(b.ID, at, slices.ContainsFunc(c.d.Bands[:i], func(o Band) bool { return o.ID == b.ID }))
		if _, err := b.From.Rescale(max(c.d.Decimals, 0)); err != nil && c.sound("/decimals") {
			c.fault(codeBand, at+"/from", "%s có quá nhiều chữ số thập phân", "%s has more decimals than points have", b.From)
		}
		if i == 0 || !c.read(motcua.Pointer("bands", itoa(i-1), "from")) {
			continue
		}
		if c.d.Bands[i-1].From.Cmp(b.From) <= 0 {
			c.fault(codeBand, at+"/from", "các dải phải giảm dần: %s sau %s", "bands must descend: %s after %s", b.From, c.d.Bands[i-1].From)
		}
	}
}

// label holds the id of something nothing refers to: a name, and not taken.
func (c *checker) label(id, at string, taken bool) {
	switch {
	case !namePattern.MatchString(id):
		c.fault(codeIdentity, at+"/id", "%q không phải là một tên", "%q is not a name", id)
	case taken:
		c.fault(codeDuplicate, at+"/id", "%q bị lặp", "%q stands twice", id)
	}
}

// view holds a view to the leaves: each in exactly one group, maxima in sum.
func (c *checker) view(i int) {
	v, at := &c.d.Views[i], motcua.Pointer("views", itoa(i))
	c.sourced(v.Sources, at)
	c.label(v.ID, at, slices.ContainsFunc(c.d.Views[:i], func(o View) bool { return o.ID == v.ID }))
	seen := map[*Node]bool{}
	all := true // every group could be followed
	for i, g := range v.Groups {
		here := at + motcua.Pointer("groups", itoa(i))
		other := c.nodes[g.ID] != nil && !slices.Equal(g.Of, []string{g.ID})
		c.label(g.ID, here, other || slices.ContainsFunc(v.Groups[:i], func(o ViewGroup) bool { return o.ID == g.ID }))
		total, complete := motcua.Decimal{}, true
		for j, id := range g.Of {
			n := c.nodes[id]
			if n == nil {
				c.refer("nodes", codeView, id, here+motcua.Pointer("of", itoa(j)), "không có nút %q", "there is no node %q")
				complete, all = false, false
				continue
			}
			for _, leaf := range leavesOf(n) {
				if seen[leaf] {
					c.fault(codeView, here+motcua.Pointer("of", itoa(j)), "lá %q bị tính hai lần", "leaf %q is counted twice", leaf.ID)
				}
				seen[leaf] = true
			}
			complete = complete && c.sound(c.at[id]+"/max") && c.sound(here+motcua.Pointer("of", itoa(j)))
			total, _ = total.Add(n.Max)
		}
		if complete && total.Cmp(g.Max) != 0 {
			c.fault(codeView, here+"/max", "tổng là %s, không phải %s", "the nodes add up to %s, not %s", total, g.Max)
		}
	}
	if all && c.sound(at) && len(seen) != len(leavesOf(&c.d.Root)) {
		c.fault(codeView, at+"/groups", "khung nhìn bỏ sót lá", "the view leaves out a leaf")
	}
}

func leavesOf(n *Node) []*Node {
	if len(n.Nodes) == 0 {
		return []*Node{n}
	}
	var out []*Node
	for i := range n.Nodes {
		out = append(out, leavesOf(&n.Nodes[i])...)
	}
	return out
}

// unused warns of measures no leaf counts.
func (c *checker) unused() {
	for i, m := range c.d.Measures {
		if at := motcua.Pointer("measures", itoa(i)); !c.used["measure "+m.ID] && c.sound(at) && c.sound("/root") {
			warn(&c.faults, codeUnused, at, "không lá nào dùng %q", "no leaf counts %q", m.ID)
		}
	}
}
