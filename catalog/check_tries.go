package catalog

import (
	"math"
	"time"

	"github.com/motcua/motcua"
)

// otherOf is a value of a type that conditions hardly mention.
func otherOf(t motcua.ColumnType) motcua.Scalar {
	switch t {
	case motcua.ColumnNumber:
		return motcua.NumberScalar(0)
	case motcua.ColumnDate:
		return motcua.DateScalar(motcua.MustDate("2026-01-01"))
	case motcua.ColumnTime:
		return motcua.TimeScalar(motcua.MustDate("2026-01-01").In(nil))
	}
	return motcua.TextScalar("\x00")
}

// around is a value and its neighbours, which are what a comparison with it tells apart.
func around(v motcua.Scalar) []motcua.Scalar {
	n := v.Int()
	list := []motcua.Scalar{v}
	switch v.Type() {
	case motcua.ColumnNumber:
		if n > math.MinInt64 {
			list = append(list, motcua.NumberScalar(n-1))
		}
		if n < math.MaxInt64 {
			list = append(list, motcua.NumberScalar(n+1))
		}
	case motcua.ColumnDate:
		for _, days := range []int{-1, 1} {
			if d := motcua.Date(n).AddDays(days); !d.IsZero() {
				list = append(list, motcua.DateScalar(d))
			}
		}
	case motcua.ColumnTime:
		for _, seconds := range []int64{-1, 1} {
			if t := motcua.TimeScalar(time.Unix(n+seconds, 0)); !t.IsZero() {
				list = append(list, t)
			}
		}
	}
	return list
}

// possiblePaper checks the condition of a paper, by itself and with those of its cases.
func (c *checker) possiblePaper(i int) {
	p := &c.p.Papers[i]
	if !c.condition(place{"papers", i, "when"}, p.When) || len(p.Cases) == 0 {
		return
	}
	for _, id := range p.Cases {
		k := c.caseOf(id)
		if k == nil || len(k.When.Check(c.column)) > 0 || c.possible([]string{id}, k.When, p.When) {
			return // or told already
		}
	}
	c.warn(lintNever, itemAt("papers", i, "cases"), "không trường hợp nào trong số này cần đến", "none of these cases comes to need it")
}

// possibleFee checks that some answers meet the condition of a fee row, whose form
// package fee checks.
func (c *checker) possibleFee(i int) {
	r := &c.p.Fees[i]
	if r.When == nil || len(r.When.Check(c.column)) > 0 {
		return
	}
	at := itemAt("fees", i, "when")
	if c.constants(r.When, at) && !c.possible(r.Cases, r.When) {
		c.warn(lintNever, at, "không câu trả lời nào thỏa điều kiện", "no answers meet the condition")
	}
}
