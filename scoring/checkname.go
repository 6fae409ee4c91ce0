package scoring

import (
	"math"

	"github.com/motcua/motcua"
)

// names gathers what the rest refers to and finds doubles.
func (c *checker) names() {
	for i, s := range c.d.Sources {
		at := motcua.Pointer("sources", itoa(i))
		if c.named("sources", s.Key, at, at+"/key", c.sources[s.Key], "khóa nguồn %q bị lặp", "source key %q stands twice") {
			c.sources[s.Key] = true
		}
	}
	for i, l := range c.d.Levels {
		at := motcua.Pointer("levels", itoa(i))
		if c.named("levels", l.ID, at, at+"/id", c.levels[l.ID], "cấp %q bị lặp", "level %q stands twice") {
			c.levels[l.ID] = true
		}
	}
	for i := range c.d.Measures {
		m := &c.d.Measures[i]
		at := motcua.Pointer("measures", itoa(i))
		if c.named("measures", m.ID, at, at+"/id", c.measures[m.ID] != nil, "đại lượng %q bị lặp", "measure %q stands twice") {
			c.measures[m.ID] = m
		}
	}
	c.nodeNames(&c.d.Root, "/root")
	for _, table := range []string{"sources", "levels", "measures"} {
		if !c.read("/" + table) {
			c.lost[table] = math.MaxInt
		}
	}
}

func (c *checker) nodeNames(n *Node, at string) {
	if c.named("nodes", n.ID, at, at+"/id", c.nodes[n.ID] != nil, "nút %q bị lặp", "node %q stands twice") {
		c.nodes[n.ID], c.at[n.ID] = n, at
	}
	for i := range n.Nodes {
		c.nodeNames(&n.Nodes[i], at+motcua.Pointer("nodes", itoa(i)))
	}
	if !c.read(at + "/nodes") {
		c.lost["nodes"] = math.MaxInt
	}
}

// named reports whether a row has a name by which the rest can refer to it, one
// that could be read, is a name, and is not taken.
func (c *checker) named(table, name, row, at string, taken bool, vi, en string) bool {
	switch {
	case !c.read(at) || !c.sound(at):
	case !namePattern.MatchString(name):
		c.fault(codeIdentity, at, "%q không phải là một tên", "%q is not a name", name)
	case taken:
		c.fault(codeDuplicate, at, vi, en, name)
	default:
		return true
	}
	if c.lost[table] < math.MaxInt {
		c.lost[table]++
	}
	return false
}

// reference is a name that names nothing.
type reference struct{ table, code, name, at, vi, en string }

// refer notes that a name of a table names nothing.
func (c *checker) refer(table, code, name, at, vi, en string) {
	c.dangling = append(c.dangling, reference{table, code, name, at, vi, en})
}

// missing reports names that name nothing. A row without a name of its own, for
// want or for a double of it, may be the one that is meant: as many missing
// names as there are such rows are no further fault.
func (c *checker) missing() {
	names := map[string]map[string]bool{}
	for _, r := range c.dangling {
		if names[r.table] == nil {
			names[r.table] = map[string]bool{}
		}
		names[r.table][r.name] = true
	}
	for _, r := range c.dangling {
		if len(names[r.table]) > c.lost[r.table] {
			c.fault(r.code, r.at, r.vi, r.en, r.name)
		}
	}
}

// sourced finds keys that name no source.
func (c *checker) sourced(keys []string, at string) {
	for i, key := range keys {
		if !c.sources[key] {
			c.refer("sources", codeReference, key, at+motcua.Pointer("sources", itoa(i)), "không có nguồn %q", "there is no source %q")
		}
	}
}
