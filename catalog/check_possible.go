package catalog

import (
	"slices"

	"github.com/motcua/motcua"
)

// The bounds of trying answers: columns and combinations of one condition, combinations
// of a version. Beyond them a
// condition counts as possible.
const (
	mostColumns     = 12
	mostOfCondition = 1 << 12
	mostWorlds      = 1 << 16
)

// possible reports whether some answers meet all of the conditions, in one of the cases
// where they are given. It tries an answer of each kind that the conditions tell apart,
// and does not judge comparisons of two columns.
func (c *checker) possible(cases []string, conditions ...*motcua.Predicate) bool {
	if c.circular {
		return true
	}
	w := worlds{c: c, values: map[string][]motcua.Scalar{}}
	for _, p := range conditions {
		w.gather(p)
	}
	for _, id := range cases {
		w.cases = append(w.cases, motcua.TextScalar(id))
	}
	combinations := w.domains()
	if w.open || combinations > mostOfCondition || combinations > c.worlds {
		return true
	}
	c.worlds -= combinations
	for n := range combinations {
		w.make(n)
		met := true
		for _, p := range conditions {
			met = met && p.Eval(w.column, motcua.Scalar{}) == motcua.True
		}
		if met {
			return true
		}
	}
	return false
}

// worlds are the combinations of answers that conditions tell apart.
type worlds struct {
	c      *checker
	names  []string                   // columns, those first on which others hang
	values map[string][]motcua.Scalar // constants the conditions mention
	domain [][]motcua.Scalar          // answers to try, by column
	cases  []motcua.Scalar            // cases to try; all if none
	now    map[string]motcua.Scalar   // the answers of one combination
	open   bool                       // something cannot be tried
}

func (w *worlds) column(name string) motcua.Scalar { return w.now[name] }

// gather adds the columns and constants of a condition, and of those that decide
// whether its questions are asked.
func (w *worlds) gather(p *motcua.Predicate) {
	for _, name := range columnsOf(p) {
		if _, ok := w.values[name]; ok {
			continue
		}
		if len(w.values) == mostColumns {
			w.open = true
			return
		}
		w.values[name] = nil
		if q := w.c.question(name); q != nil {
			if len(q.When.Check(w.c.column)) > 0 {
				w.open = true
				return
			}
			w.gather(q.When)
		} else if _, ok := w.c.column(name); !ok {
			w.open = true
		}
		w.names = append(w.names, name)
	}
	w.mention(p)
}

// mention notes the constants of a condition.
func (w *worlds) mention(p *motcua.Predicate) {
	if p == nil {
		return
	}
	for i := range p.All {
		w.mention(&p.All[i])
	}
	for i := range p.Any {
		w.mention(&p.Any[i])
	}
	w.mention(p.Not)
	note := func(column string, values ...motcua.Scalar) {
		t, _ := w.c.column(column)
		for _, v := range values {
			if v, err := v.As(t); err == nil && !v.IsZero() && !slices.Contains(w.values[column], v) {
				w.values[column] = append(w.values[column], v)
			}
		}
	}
	if p.Equals != nil {
		note(p.Equals.Column, p.Equals.Value)
	}
	if p.In != nil {
		note(p.In.Column, p.In.Values...)
	}
	if p.Compare != nil {
		note(p.Compare.Column, p.Compare.Value)
		w.open = w.open || p.Compare.Other != "" || p.Compare.Cut
	}
}

// domains finds the answers to try, and counts their combinations.
func (w *worlds) domains() int {
	n := 1
	for _, name := range w.names {
		d := w.tries(name)
		w.domain = append(w.domain, d)
		if n *= len(d); n > mostOfCondition {
			return n
		}
	}
	return n
}

// tries are the answers of a column to try.
func (w *worlds) tries(name string) []motcua.Scalar {
	if name == "case" && len(w.cases) > 0 {
		return w.cases
	}
	if texts, ok := w.c.answers(name); ok {
		var list []motcua.Scalar
		for _, text := range texts {
			list = append(list, motcua.TextScalar(text))
		}
		return list
	}
	t, _ := w.c.column(name)
	if t == motcua.ColumnFlag {
		return []motcua.Scalar{motcua.FlagScalar(true), motcua.FlagScalar(false)}
	}
	list := []motcua.Scalar{otherOf(t)}
	for _, v := range w.values[name] {
		list = append(list, around(v)...)
	}
	return list
}

// make makes a combination: an answer counts only where its question is asked.
func (w *worlds) make(n int) {
	w.now = make(map[string]motcua.Scalar, len(w.names))
	for i, name := range w.names {
		v := w.domain[i][n%len(w.domain[i])]
		n /= len(w.domain[i])
		if q := w.c.question(name); q == nil || q.When.Eval(w.column, motcua.Scalar{}) == motcua.True {
			w.now[name] = v
		}
	}
}
