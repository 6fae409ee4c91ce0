package counting

import (
	"slices"

	"github.com/motcua/motcua"
)

// atomKind is the question an atom asks of a row.
type atomKind uint8

const (
	atomKnownFlag atomKind = iota + 1 // a flag is not null
	atomNullFlag
	atomIn    // a code is one of a list
	atomOther // a code is known, and none of a list
	atomKnownCode
	atomNullCode
	atomKnown // a time or number is not null
	atomNull
	atomConstant // a time or number is known and lies so to a constant
	atomColumn   // two times or numbers are known and lie so to each other
)

// order is how two values lie, as bits: below, equal, above.
type order uint8

const (
	below order = 1 << iota
	equal
	above
)

// atom is a question with the answer yes or no that no cut changes. It is asked in
// the affirmative only: what it does not know is a no.
type atom struct {
	kind        atomKind
	number      bool // of the numbers, not the times
	slot, other int
	order       order
	list        int   // in the plan's lists
	value       int64 // a constant
}

// lies returns how a lies to b.
func lies(a, b int64) order {
	switch {
	case a < b:
		return below
	case a > b:
		return above
	}
	return equal
}

// value returns a time or a number of the row.
func (a *atom) of(r *Row, slot int) int64 {
	if a.number {
		return r.Numbers[slot&3]
	}
	return r.Times[slot]
}

// holds answers for a row; lists are the constants as numbers of the row's names.
func (a *atom) holds(r *Row, lists [][]uint32) bool {
	switch a.kind {
	case atomIn, atomOther:
		id := r.Codes[a.slot&3]
		return id != 0 && slices.Contains(lists[a.list], id) == (a.kind == atomIn)
	case atomKnownCode, atomNullCode:
		return (r.Codes[a.slot&3] != 0) == (a.kind == atomKnownCode)
	case atomKnownFlag, atomNullFlag:
		return (r.Known>>a.slot&1 != 0) == (a.kind == atomKnownFlag)
	}
	v := a.of(r, a.slot)
	switch a.kind {
	case atomKnown, atomNull:
		return (v != Null) == (a.kind == atomKnown)
	case atomConstant:
		return v != Null && lies(v, a.value)&a.order != 0
	}
	u := a.of(r, a.other)
	return v != Null && u != Null && lies(v, u)&a.order != 0
}

// cutAtom is a comparison of a date or time with the cut. For one row it turns once:
// at the instant of the column, or a second or day later.
type cutAtom struct {
	flip  flip
	after bool // it holds from then on, not until then
}

// flip is the instant at which comparisons with the cut turn.
type flip struct {
	slot  int
	byDay bool  // a date: it turns as that day begins
	plus  int64 // seconds or days later
}

func (t *translator) present(name string, want bool) clause {
	p, _, _ := t.table.find(name)
	yes, no := atomKnown, atomNull
	switch p.kind {
	case motcua.ColumnFlag:
		yes, no = atomKnownFlag, atomNullFlag
	case motcua.ColumnText:
		yes, no = atomKnownCode, atomNullCode
	}
	if !want {
		yes = no
	}
	return t.static(atom{kind: yes, slot: p.slot, number: p.kind == motcua.ColumnNumber})
}

// oneOf is a column that equals one of the values, or is known and equals none.
func (t *translator) oneOf(name string, values []motcua.Scalar, want bool) clause {
	p, _, _ := t.table.find(name)
	var out clause
	var choice []clause
	for i, v := range values {
		v, _ := v.As(p.kind) // checked
		switch c := (clause{}); {
		case p.kind == motcua.ColumnText && i == 0:
			return t.codes(p.slot, values, want)
		case p.kind == motcua.ColumnFlag:
			c = t.flag(name, v == motcua.FlagScalar(want))
			out.and(c)
			choice = append(choice, c)
		default:
			lie := equal
			if !want {
				lie = below | above
			}
			c = t.static(atom{kind: atomConstant, slot: p.slot, number: p.kind == motcua.ColumnNumber, order: lie, value: v.Int()})
			out.and(c)
			choice = append(choice, c)
		}
	}
	if want {
		return clause{choices: [][]clause{choice}}
	}
	return out
}

// codes is [translator.oneOf] of texts, in one atom.
func (t *translator) codes(slot int, values []motcua.Scalar, want bool) clause {
	var list []uint32
	for _, v := range values {
		i := slices.Index(t.plan.texts, v.Text())
		if i < 0 {
			i = len(t.plan.texts)
			t.plan.texts = append(t.plan.texts, v.Text())
		}
		list = append(list, uint32(i))
	}
	at := slices.IndexFunc(t.plan.lists, func(l []uint32) bool { return slices.Equal(l, list) })
	if at < 0 {
		at = len(t.plan.lists)
		t.plan.lists = append(t.plan.lists, list)
	}
	kind := atomIn
	if !want {
		kind = atomOther
	}
	return t.static(atom{kind: kind, slot: slot, list: at})
}

// lieOf returns how a column must lie for a comparison to be want.
func lieOf(op motcua.Op, want bool) order {
	lie := map[motcua.Op]order{
		motcua.OpLess: below, motcua.OpAtMost: below | equal, motcua.OpAtLeast: equal | above, motcua.OpMore: above,
	}[op]
	if !want {
		lie = (below | equal | above) &^ lie
	}
	return lie
}

func (t *translator) compare(c *motcua.Comparison, want bool) clause {
	p, _, _ := t.table.find(c.Column)
	a := atom{slot: p.slot, number: p.kind == motcua.ColumnNumber, order: lieOf(c.Op, want)}
	switch {
	case c.Cut:
		// t < cut from the second after t, t <= cut from t, and so for >= and >.
		f := flip{slot: p.slot, byDay: p.kind == motcua.ColumnDate}
		if a.order == below || a.order == equal|above {
			f.plus = 1
		}
		return t.cut(cutAtom{f, a.order&below != 0})
	case c.Other != "":
		other, _, _ := t.table.find(c.Other)
		a.kind, a.other = atomColumn, other.slot
	default:
		v, _ := c.Value.As(p.kind) // checked
		a.kind, a.value = atomConstant, v.Int()
	}
	return t.static(a)
}
