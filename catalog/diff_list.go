package catalog

import (
	"reflect"
	"strings"

	"github.com/motcua/motcua"
)

// A listRow says how the items of a list are known again: by each of its keys in
// turn, members of the item; "*" is all of it, "#" is its place among those left. And
// it says how an item is called.
type listRow struct {
	pattern string
	keys    string
	noun    motcua.Text
}

// byValue is the row of lists of plain values, and of lists without a row.
const byValue = "* #"

func listOf(pattern string) listRow {
	for _, r := range listRows() {
		if r.pattern == pattern {
			return r
		}
	}
	return listRow{pattern: pattern, keys: byValue, noun: rowOf(pattern).noun}
}

// list compares lists item by item.
func (d *differ) list(p *plan, at spot, a, b reflect.Value) {
	row := listOf(at.pattern)
	keys := row.keys
	if p.elem.shape != shapeObject {
		keys = "*" // plain values come and go, they do not turn into one another
	}
	match := pair(p.elem, strings.Fields(keys), a, b)
	if a.Len() == 1 && b.Len() == 1 && match[0] < 0 && oneOf(at.pattern) {
		c := Change{Code: rowOf(at.pattern).code, Pointer: at.item(0, 0).pointer}
		c.From, c.To = nameOf(row, p.elem, a.Index(0)), nameOf(row, p.elem, b.Index(0))
		c.Text = turned(row.noun, c.From, c.To)
		d.add(at, c)
		return
	}
	d.fewer(at, a.Len(), b.Len())
	kept, order := make([]bool, a.Len()), -1
	moved := false
	for i := range b.Len() {
		j := match[i]
		if j < 0 {
			d.comes(row, p.elem, at.item(i, i), b.Index(i), true)
			continue
		}
		kept[j], moved, order = true, moved || j < order, j
		item := at.item(i, j)
		if !nameOf(row, p.elem, b.Index(i)).IsZero() {
			item = item.within(called(row, p.elem, b.Index(i)))
		}
		d.value(p.elem, item, a.Index(j), b.Index(i))
	}
	for j := range a.Len() {
		if !kept[j] {
			d.comes(row, p.elem, at.item(j, j), a.Index(j), false)
		}
	}
	if moved {
		d.add(at, Change{Code: changeOrder, Pointer: at.pointer, Text: motcua.Text{
			Vi: row.noun.Vi + ": thứ tự thay đổi", En: row.noun.En + ": another order",
		}})
	}
}

// oneOf reports whether a list mostly has one item, so that another one in its place
// is what the first turned into: the district to the commune.
func oneOf(pattern string) bool {
	return pattern == "levels" || strings.HasPrefix(pattern, "bodies/")
}

// pair finds for each item of b the item of a that it was, or -1.
func pair(p *plan, keys []string, a, b reflect.Value) []int {
	match, taken := make([]int, b.Len()), make([]bool, a.Len())
	for i := range match {
		match[i] = -1
	}
	for _, key := range keys {
		free := map[string][]int{}
		for j := range a.Len() {
			if k := keyOf(p, key, a.Index(j)); k != "" && !taken[j] {
				free[k] = append(free[k], j)
			}
		}
		for i := range b.Len() {
			if match[i] >= 0 {
				continue
			}
			k := keyOf(p, key, b.Index(i))
			if queue := free[k]; len(queue) > 0 {
				match[i], taken[queue[0]], free[k] = queue[0], true, queue[1:]
			}
		}
	}
	return match
}

// keyOf is what an item is known by; "" for nothing.
func keyOf(p *plan, key string, v reflect.Value) string {
	var w writer
	switch at := p.find([]byte(key), 0); {
	case key == "#":
		return key
	case key == "*":
		_ = w.value(p, v) // what cannot be written is known by as much as can
	case at >= 0 && !v.Field(p.members[at].index).IsZero():
		_ = w.value(p.members[at].plan, v.Field(p.members[at].index))
	}
	return string(w.out)
}

// called names an item: its noun and what it is known by, quoted.
func called(row listRow, p *plan, v reflect.Value) motcua.Text {
	name := nameOf(row, p, v)
	if name.IsZero() {
		return row.noun
	}
	return motcua.Text{Vi: row.noun.Vi + " " + name.Vi, En: row.noun.En + " " + name.En}
}

// nameOf is what an item is known by, for people: its name where it has one.
func nameOf(row listRow, p *plan, v reflect.Value) motcua.Text {
	if p.shape != shapeObject {
		return quoted(v)
	}
	for _, key := range append([]string{"name"}, strings.Fields(row.keys)...) {
		at := p.find([]byte(key), 0)
		if at < 0 || v.Field(p.members[at].index).IsZero() || p.members[at].plan.shape == shapeList {
			continue
		}
		return quoted(v.Field(p.members[at].index))
	}
	return motcua.Text{}
}

// quoted shows a value, in quotation marks if it is a text.
func quoted(v reflect.Value) motcua.Text {
	t := forPeople(v)
	if v.Kind() != reflect.String && v.Type() != reflect.TypeFor[motcua.Text]() {
		return t
	}
	return motcua.Text{Vi: "“" + cut(t.Vi) + "”", En: "“" + cut(t.En) + "”"}
}

// comes writes down an item that was added or is gone.
func (d *differ) comes(row listRow, p *plan, at spot, v reflect.Value, added bool) {
	name, text := called(row, p, v), forPeople(v)
	if p.shape == shapeObject {
		text = nameOf(row, p, v)
	}
	c := Change{Code: rowOf(row.pattern).code, Pointer: at.pointer}
	if !added {
		c.Pointer = at.older
	}
	if codes, own := comings()[row.pattern]; own {
		c.Code = codes[0]
		if !added {
			c.Code = codes[1]
		}
	}
	if added {
		c.To, c.Text = text, motcua.Text{Vi: "thêm " + name.Vi, En: name.En + " added"}
	} else {
		c.From, c.Text = text, motcua.Text{Vi: "bỏ " + name.Vi, En: name.En + " removed"}
	}
	if row.pattern == "channels" {
		c.Text = opened(name, added)
	}
	d.add(at, c)
}

func opened(name motcua.Text, added bool) motcua.Text {
	if added {
		return motcua.Text{Vi: "mở " + name.Vi, En: name.En + " opened"}
	}
	return motcua.Text{Vi: "đóng " + name.Vi, En: name.En + " closed"}
}

// fewer says by how many a dossier has fewer papers, or more.
func (d *differ) fewer(at spot, before, after int) {
	if at.pattern != "papers" || before == after {
		return
	}
	c := Change{Code: changePapersMore, Pointer: at.pointer, From: number(before), To: number(after)}
	n, vi, en := after-before, "thêm ", " more"
	if n < 0 {
		n, vi, en, c.Code = -n, "bớt ", " fewer", changePapersFewer
	}
	plural := "s"
	if n == 1 {
		plural = ""
	}
	c.Text = motcua.Text{Vi: vi + number(n).Vi + " giấy tờ", En: numeral(n) + " paper" + plural + en}
	d.add(at, c)
}
