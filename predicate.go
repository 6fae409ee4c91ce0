package motcua

import (
	"github.com/motcua/motcua/internal/enum"
)

// Predicate is a condition on one row. Exactly one of its members is set:
//
//	{"all": [{"flag": "online"}, {"compare": {"column": "finished", "op": "<=", "other": "due"}}]}
//
// It is data and not text, so it can be stored, checked, explained and compiled
// to another language. It has no loops and calls nothing, so it ends. A nil
// *Predicate states no condition and is True.
type Predicate struct {
	All     []Predicate `json:"all,omitempty"`     // all of them are true
	Any     []Predicate `json:"any,omitempty"`     // at least one is true
	Not     *Predicate  `json:"not,omitempty"`     // it is false
	Flag    string      `json:"flag,omitempty"`    // this column, a flag, is true
	Present string      `json:"present,omitempty"` // this column is not null; never Unknown
	Equals  *Equals     `json:"equals,omitempty"`  // a column equals a constant
	In      *In         `json:"in,omitempty"`      // a column equals one of several constants
	Compare *Comparison `json:"compare,omitempty"` // a column is ordered against something
}

// Equals is true when the column has the value.
type Equals struct {
	Column string `json:"column"` // any type
	Value  Scalar `json:"value"`  // a constant of that type, not null
}

// In is true when the column has one of the values.
type In struct {
	Column string   `json:"column"` // any type
	Values []Scalar `json:"values"` // at least one, of that type, not null
}

// Comparison orders a column, a number, date or time, against exactly one of a
// constant, another column of the same type and the cut, the day or instant up
// to which facts are counted.
type Comparison struct {
	Column string `json:"column"`          // left side
	Op     Op     `json:"op"`              // how it must lie
	Value  Scalar `json:"value,omitzero"`  // right side: a constant, not null
	Other  string `json:"other,omitempty"` // right side: a column
	Cut    bool   `json:"cut,omitempty"`   // right side: the cut; date and time only
}

// Op is an order between two values.
type Op uint8

// The orders, written "<", "<=", ">=" and ">".
const (
	OpLess    Op = iota + 1 // before
	OpAtMost                // before or equal
	OpAtLeast               // after or equal
	OpMore                  // after
)

var ops = enum.New[Op]("order", "<", "<=", ">=", ">")

// String returns the sign, or "order(n)" when it has none.
func (o Op) String() string { return ops.String(o) }

// AppendText appends the sign; an unset or foreign value is an error.
func (o Op) AppendText(b []byte) ([]byte, error) { return ops.Append(b, o) }

// MarshalText writes the sign; an unset or foreign value is an error.
func (o Op) MarshalText() ([]byte, error) { return ops.Append(nil, o) }

// UnmarshalText reads a sign; unknown text is a *ParseError.
func (o *Op) UnmarshalText(text []byte) error { return unmarshalEnum(o, "order", ops, text) }

// holds reports whether a comparison with result c satisfies o.
func (o Op) holds(c int) Truth {
	switch o {
	case OpLess:
		return truth(c < 0)
	case OpAtMost:
		return truth(c <= 0)
	case OpAtLeast:
		return truth(c >= 0)
	case OpMore:
		return truth(c > 0)
	}
	return Unknown
}

const (
	maxDepth = 16  // levels of a predicate, the outermost is 1
	maxNodes = 256 // predicates in one, itself included
)

// members counts the members of p that are set.
func (p *Predicate) members() int {
	n := 0
	for _, set := range [...]bool{
		p.All != nil, p.Any != nil, p.Not != nil, p.Flag != "",
		p.Present != "", p.Equals != nil, p.In != nil, p.Compare != nil,
	} {
		if set {
			n++
		}
	}
	return n
}

// Eval answers for one row. The function column returns the value of a column,
// null for one it does not know; cut is the date or time up to which facts are
// counted. A null or a value of the wrong type makes a comparison Unknown, and
// so is a predicate that Check refuses for its shape. A cut that is a time is
// compared with a date column by its day in Vietnam. Eval never panics and
// always ends.
func (p *Predicate) Eval(column func(name string) Scalar, cut Scalar) Truth {
	e := evaluation{column: column, cut: cut, nodes: maxNodes}
	if p == nil {
		return True
	}
	return e.eval(p, 1)
}

// evaluation is one walk of a predicate; nodes is what it may still visit.
type evaluation struct {
	column func(name string) Scalar
	cut    Scalar
	nodes  int
}

func (e *evaluation) eval(p *Predicate, depth int) Truth {
	e.nodes--
	if depth > maxDepth || e.nodes < 0 || p.members() != 1 {
		return Unknown
	}
	switch {
	case p.All != nil:
		return e.fold(p.All, depth, Truth.And)
	case p.Any != nil:
		return e.fold(p.Any, depth, Truth.Or)
	case p.Not != nil:
		return e.eval(p.Not, depth+1).Not()
	case p.Flag != "":
		return equal(e.column(p.Flag), FlagScalar(true))
	case p.Present != "":
		return truth(!e.column(p.Present).IsZero())
	case p.Equals != nil:
		return equal(e.column(p.Equals.Column), p.Equals.Value)
	case p.In != nil:
		return e.in(p.In)
	}
	return e.compare(p.Compare)
}

// fold joins the answers of a list; an empty one is Unknown.
func (e *evaluation) fold(list []Predicate, depth int, join func(t, u Truth) Truth) Truth {
	if len(list) == 0 {
		return Unknown
	}
	t := e.eval(&list[0], depth+1)
	for i := range list[1:] {
		t = join(t, e.eval(&list[i+1], depth+1))
	}
	return t
}

func (e *evaluation) in(in *In) Truth {
	if len(in.Values) == 0 {
		return Unknown
	}
	v, t := e.column(in.Column), False
	for _, value := range in.Values {
		t = t.Or(equal(v, value))
	}
	return t
}

func (e *evaluation) compare(c *Comparison) Truth {
	left := e.column(c.Column)
	if !ordered(left.Type()) || c.sides() != 1 {
		return Unknown
	}
	right := c.Value
	switch {
	case c.Other != "":
		right = e.column(c.Other)
	case c.Cut:
		right = cutFor(left.Type(), e.cut)
	}
	if c.Value.IsZero() && right.Type() != left.Type() {
		return Unknown // only a constant takes the type of the column
	}
	right, err := right.As(left.Type())
	if err != nil || right.IsZero() {
		return Unknown
	}
	return c.Op.holds(left.compare(right))
}

// sides counts the right sides of c that are set.
func (c *Comparison) sides() int {
	n := 0
	for _, set := range [...]bool{!c.Value.IsZero(), c.Other != "", c.Cut} {
		if set {
			n++
		}
	}
	return n
}

// equal compares a value with a constant of its type.
func equal(v, constant Scalar) Truth {
	if v.IsZero() || constant.IsZero() {
		return Unknown
	}
	c, err := constant.As(v.Type())
	if err != nil {
		return Unknown
	}
	return truth(v == c)
}

// ordered reports whether values of type t can be compared by order.
func ordered(t ColumnType) bool {
	return t == ColumnNumber || t == ColumnDate || t == ColumnTime
}
