package scoring

import (
	"slices"
	"strings"

	"github.com/motcua/motcua"
)

// Extension is a definition that states only how it differs from another one.
type Extension struct {
	// Schema is the $id of the JSON Schema the document follows.
	Schema string `json:"$schema,omitempty"`
	// ID, Version, Title, Validity and Variant are those of the new definition.
	ID       string          `json:"id"`
	Version  string          `json:"version"`           // see ID
	Title    motcua.Text     `json:"title"`             // see ID
	Validity motcua.Validity `json:"validity,omitzero"` // see ID
	Variant  bool            `json:"variant,omitempty"` // see ID
	// Extends names the definition all the rest is taken from.
	Extends Reference `json:"extends"`
	// Sources, Measures, Bands and Nodes replace those with the same key or
	// id. A source or measure with a new key is added; a band or node must be
	// there.
	Sources  []SourceRow  `json:"sources,omitempty"`
	Measures []Measure    `json:"measures,omitempty"` // see Sources
	Bands    []Band       `json:"bands,omitempty"`    // see Sources
	Nodes    []NodeChange `json:"nodes,omitempty"`    // see Sources
}

// Reference names a definition.
type Reference struct {
	// ID is the index.
	ID string `json:"id"`
	// Version is the state of its rules.
	Version string `json:"version"`
}

// NodeChange is what an extension changes of one node; what is absent stays.
type NodeChange struct {
	// ID is the node that changes.
	ID string `json:"id"`
	// The other members are those of [Node] and replace them whole.
	Max     *motcua.Decimal `json:"max,omitempty"`
	Num     string          `json:"num,omitempty"`     // see Max
	Den     string          `json:"den,omitempty"`     // see Max
	Scale   *Scale          `json:"scale,omitempty"`   // see Max
	Factor  string          `json:"factor,omitempty"`  // see Max
	Zero    *ZeroRule       `json:"zero,omitempty"`    // see Max
	Unknown *UnknownRule    `json:"unknown,omitempty"` // see Max
	Levels  []LevelRule     `json:"levels,omitempty"`  // see Max
	Sources []string        `json:"sources,omitempty"` // see Max
}

// apply turns base, a definition nobody else holds, into the extended one.
func (x *Extension) apply(base *Definition) motcua.Faults {
	faults := x.doubles()
	base.ID, base.Version, base.Title = x.ID, x.Version, x.Title
	base.Validity, base.Variant = x.Validity, x.Variant
	base.Sources = merge(base.Sources, x.Sources, func(s SourceRow) string { return s.Key })
	base.Measures = merge(base.Measures, x.Measures, func(m Measure) string { return m.ID })
	for i, band := range x.Bands {
		at := slices.IndexFunc(base.Bands, func(b Band) bool { return b.ID == band.ID })
		if at < 0 {
			fault(&faults, codeReference, motcua.Pointer("bands", itoa(i), "id"), "không có dải %q để thay", "there is no band %q to change", band.ID)
			continue
		}
		base.Bands[at] = band
	}
	for i, change := range x.Nodes {
		node := find(&base.Root, change.ID)
		if node == nil {
			fault(&faults, codeReference, motcua.Pointer("nodes", itoa(i), "id"), "không có nút %q để thay", "there is no node %q to change", change.ID)
			continue
		}
		change.apply(node)
	}
	return faults
}

// doubles finds rows that change one thing twice.
func (x *Extension) doubles() motcua.Faults {
	var faults motcua.Faults
	seen := map[string]bool{}
	take := func(table string, i int, key, name string) {
		if seen[table+"/"+name] {
			fault(&faults, codeDuplicate, motcua.Pointer(table, itoa(i), key), "%q được thay hai lần", "%q is changed twice", name)
		}
		seen[table+"/"+name] = true
	}
	for i, s := range x.Sources {
		take("sources", i, "key", s.Key)
	}
	for i, m := range x.Measures {
		take("measures", i, "id", m.ID)
	}
	for i, b := range x.Bands {
		take("bands", i, "id", b.ID)
	}
	for i, n := range x.Nodes {
		take("nodes", i, "id", n.ID)
	}
	return faults
}

// places are the pointers of what the extension changes in whole, the extended
// definition, with their pointers in the extension.
func (x *Extension) places(whole *Definition) map[string]string {
	out := map[string]string{}
	for i, s := range x.Sources {
		at := slices.IndexFunc(whole.Sources, func(o SourceRow) bool { return o.Key == s.Key })
		out[motcua.Pointer("sources", itoa(at))] = motcua.Pointer("sources", itoa(i))
	}
	for i, m := range x.Measures {
		at := slices.IndexFunc(whole.Measures, func(o Measure) bool { return o.ID == m.ID })
		out[motcua.Pointer("measures", itoa(at))] = motcua.Pointer("measures", itoa(i))
	}
	for i, b := range x.Bands {
		at := slices.IndexFunc(whole.Bands, func(o Band) bool { return o.ID == b.ID })
		out[motcua.Pointer("bands", itoa(at))] = motcua.Pointer("bands", itoa(i))
	}
	for i, n := range slices.Backward(x.Nodes) { // of two for one node, the first
		if at, ok := path(&whole.Root, "/root", n.ID); ok {
			out[at] = motcua.Pointer("nodes", itoa(i))
		}
	}
	return out
}

// path is the pointer of the node with the id in the tree under n.
func path(n *Node, at, id string) (string, bool) {
	if n.ID == id {
		return at, true
	}
	for i := range n.Nodes {
		if found, ok := path(&n.Nodes[i], at+motcua.Pointer("nodes", itoa(i)), id); ok {
			return found, true
		}
	}
	return "", false
}

// home puts faults of the extended definition where the extension caused them:
// at the row that changed the nearest thing above. Others keep their pointer
// into the extended definition.
func home(faults motcua.Faults, places map[string]string) {
	for _, f := range faults {
		for above := f.Pointer; above != ""; above = above[:strings.LastIndexByte(above, '/')] {
			if place, ok := places[above]; ok {
				f.Pointer = place + f.Pointer[len(above):]
				break
			}
		}
	}
}

func (c *NodeChange) apply(n *Node) {
	replace(&n.Num, c.Num)
	replace(&n.Den, c.Den)
	replace(&n.Factor, c.Factor)
	replace(&n.Scale, c.Scale)
	replace(&n.Zero, c.Zero)
	replace(&n.Unknown, c.Unknown)
	if c.Max != nil {
		n.Max = *c.Max
	}
	if c.Levels != nil {
		n.Levels = c.Levels
	}
	if c.Sources != nil {
		n.Sources = c.Sources
	}
}

// replace sets *old unless the new value is the zero value.
func replace[T comparable](old *T, value T) {
	var zero T
	if value != zero {
		*old = value
	}
}

// merge replaces the rows of base whose key stands in rows and adds the rest.
func merge[T any](base, rows []T, key func(T) string) []T {
	for _, row := range rows {
		at := slices.IndexFunc(base, func(b T) bool { return key(b) == key(row) })
		if at < 0 {
			base = append(base, row)
		} else {
			base[at] = row
		}
	}
	return base
}

// find returns the node with the id in the tree under n, or nil.
func find(n *Node, id string) *Node {
	if n.ID == id {
		return n
	}
	for i := range n.Nodes {
		if found := find(&n.Nodes[i], id); found != nil {
			return found
		}
	}
	return nil
}
