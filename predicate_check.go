package motcua

import (
	"fmt"
	"strconv"
)

// Check returns everything that is wrong with p, sorted, with pointers relative
// to it. The function columns returns the type of a column and whether there is
// one. The codes are
//
//	VOC-PRE-01  not exactly one member is set
//	VOC-PRE-02  an empty list
//	VOC-PRE-03  a column that does not exist
//	VOC-PRE-04  a column of a type that the member cannot use
//	VOC-PRE-05  a constant that is null or not of the column's type
//	VOC-PRE-06  not exactly one right side of a comparison
//	VOC-PRE-07  more than 16 levels
//	VOC-PRE-08  more than 256 predicates
//	VOC-PRE-09  no such order
func (p *Predicate) Check(columns func(name string) (ColumnType, bool)) Faults {
	if p == nil {
		return nil
	}
	c := predicateCheck{columns: columns}
	c.walk(p, "", 1)
	if c.nodes > maxNodes {
		c.add("08", "", fmt.Sprintf("nhiều hơn %d điều kiện", maxNodes),
			fmt.Sprintf("more than %d predicates", maxNodes), nil)
	}
	c.faults.Sort()
	return c.faults
}

type predicateCheck struct {
	columns func(name string) (ColumnType, bool)
	nodes   int
	faults  Faults
}

func (c *predicateCheck) add(number, pointer, vi, en string, cause error) {
	c.faults.Add("VOC-PRE-"+number, pointer, Text{vi, en}, cause)
}

func (c *predicateCheck) walk(p *Predicate, at string, depth int) {
	c.nodes++
	if c.nodes > maxNodes { // also ends the walk of a predicate that holds itself
		return
	}
	if depth > maxDepth {
		c.add("07", at, fmt.Sprintf("sâu hơn %d cấp", maxDepth),
			fmt.Sprintf("more than %d levels", maxDepth), nil)
		return
	}
	if n := p.members(); n != 1 {
		c.add("01", at, fmt.Sprintf("phải có đúng một thành phần, hiện có %d", n),
			fmt.Sprintf("want exactly one member, have %d", n), nil)
	}
	c.list(p.All, at+"/all", depth)
	c.list(p.Any, at+"/any", depth)
	if p.Not != nil {
		c.walk(p.Not, at+"/not", depth+1)
	}
	if p.Flag != "" {
		if t := c.column(p.Flag, at+"/flag"); t != 0 && t != ColumnFlag {
			c.badType(p.Flag, t, at+"/flag")
		}
	}
	if p.Present != "" {
		c.column(p.Present, at+"/present")
	}
	if p.Equals != nil {
		t := c.column(p.Equals.Column, at+"/equals/column")
		c.constant(p.Equals.Value, t, at+"/equals/value")
	}
	if p.In != nil {
		c.in(p.In, at+"/in")
	}
	if p.Compare != nil {
		c.compare(p.Compare, at+"/compare")
	}
}

func (c *predicateCheck) list(list []Predicate, at string, depth int) {
	if list != nil && len(list) == 0 {
		c.empty(at)
	}
	for i := range list {
		if c.nodes > maxNodes {
			return
		}
		c.walk(&list[i], at+"/"+strconv.Itoa(i), depth+1)
	}
}

func (c *predicateCheck) in(in *In, at string) {
	t := c.column(in.Column, at+"/column")
	if len(in.Values) == 0 {
		c.empty(at + "/values")
	}
	for i, value := range in.Values {
		c.constant(value, t, at+"/values/"+strconv.Itoa(i))
	}
}

func (c *predicateCheck) compare(cmp *Comparison, at string) {
	if cmp.Op.holds(0) == Unknown {
		c.add("09", at+"/op", "không có phép so sánh này", "no such order", nil)
	}
	if n := cmp.sides(); n != 1 {
		c.add("06", at, fmt.Sprintf("phải có đúng một vế phải, hiện có %d", n),
			fmt.Sprintf("want exactly one of value, other and cut, have %d", n), nil)
	}
	t := c.column(cmp.Column, at+"/column")
	if t != 0 && (!ordered(t) || cmp.Cut && t == ColumnNumber) {
		c.badType(cmp.Column, t, at+"/column")
		t = 0
	}
	if !cmp.Value.IsZero() {
		c.constant(cmp.Value, t, at+"/value")
	}
	if cmp.Other != "" {
		if other := c.column(cmp.Other, at+"/other"); t != 0 && other != 0 && other != t {
			c.badType(cmp.Other, other, at+"/other")
		}
	}
}

// column returns the type of a column, or adds a fault and returns zero.
func (c *predicateCheck) column(name, at string) ColumnType {
	t, ok := c.columns(name)
	if !ok {
		c.add("03", at, "không có cột "+quote(name), "no column "+quote(name), nil)
		return 0
	}
	return t
}

// constant checks a constant for a column of type t, zero if it is not known.
func (c *predicateCheck) constant(value Scalar, t ColumnType, at string) {
	if value.IsZero() {
		c.add("05", at, "hằng số không được là null", "the constant is null; ask with present", nil)
		return
	}
	if t == 0 {
		return
	}
	if _, err := value.As(t); err != nil {
		c.add("05", at, "hằng số không đúng kiểu của cột", "the constant does not fit the column", err)
	}
}

func (c *predicateCheck) badType(name string, t ColumnType, at string) {
	c.add("04", at, fmt.Sprintf("cột %s có kiểu %v, không dùng được ở đây", quote(name), t),
		fmt.Sprintf("column %s is a %v and cannot stand here", quote(name), t), nil)
}

func (c *predicateCheck) empty(at string) {
	c.add("02", at, "cần ít nhất một phần tử", "needs at least one element", nil)
}
