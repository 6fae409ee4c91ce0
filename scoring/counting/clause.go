package counting

import "github.com/motcua/motcua"

// wide is how many words of bits a clause tests without a loop: the flags, the
// first atoms, the first comparisons with the cut of most tables.
const wide = 3

// clause is a predicate as masks: all of these bits of a row, and of each choice at
// least one clause. The zero clause is true.
type clause struct {
	need    [wide]uint64
	more    []mask // bits of words beyond
	choices [][]clause
}

type mask struct {
	word int
	bits uint64
}

// holds reports whether the bits w of a row, at least wide words, meet the clause.
func (c *clause) holds(w []uint64) bool {
	_ = w[wide-1]
	if w[0]&c.need[0] != c.need[0] || w[1]&c.need[1] != c.need[1] || w[2]&c.need[2] != c.need[2] {
		return false
	}
	for _, m := range c.more {
		if w[m.word]&m.bits != m.bits {
			return false
		}
	}
	for _, choice := range c.choices {
		if !someHold(choice, w) {
			return false
		}
	}
	return true
}

func someHold(choice []clause, w []uint64) bool {
	for i := range choice {
		if choice[i].holds(w) {
			return true
		}
	}
	return false
}

func (c *clause) require(word int, bits uint64) {
	if word < wide {
		c.need[word] |= bits
		return
	}
	for i := range c.more {
		if c.more[i].word == word {
			c.more[i].bits |= bits
			return
		}
	}
	c.more = append(c.more, mask{word, bits})
}

// and adds the demands of another clause.
func (c *clause) and(d clause) {
	for word, bits := range d.need {
		c.need[word] |= bits
	}
	for _, m := range d.more {
		c.require(m.word, m.bits)
	}
	c.choices = append(c.choices, d.choices...)
}

// bit is one bit of a row. While a table's atoms are still being gathered, cuts have
// words of their own, numbered from cutWords.
type bit struct{ word, at int }

const cutWords = 1 << 20

// translator turns predicates over one table into clauses, and gathers their atoms.
// Unknown is not True: not(p) holds where p is False, which is again a clause, so
// that an atom is asked for True or for False and never for "not True".
type translator struct {
	table   Table
	plan    *Plan
	statics []atom
	cuts    []cutAtom
	seen    map[any]bit
	looked  bool // the last predicate looks at the cut
}

// translate returns the clause that holds where p is want, True or False.
func (t *translator) translate(p *motcua.Predicate, want bool) clause {
	switch {
	case p == nil:
		return clause{}
	case p.All != nil:
		return t.list(p.All, want, want)
	case p.Any != nil:
		return t.list(p.Any, want, !want)
	case p.Not != nil:
		return t.translate(p.Not, !want)
	case p.Flag != "":
		return t.flag(p.Flag, want)
	case p.Present != "":
		return t.present(p.Present, want)
	case p.Equals != nil:
		return t.oneOf(p.Equals.Column, []motcua.Scalar{p.Equals.Value}, want)
	case p.In != nil:
		return t.oneOf(p.In.Column, p.In.Values, want)
	}
	return t.compare(p.Compare, want)
}

// list joins the clauses of a list: all of them, or one.
func (t *translator) list(list []motcua.Predicate, want, all bool) clause {
	var out clause
	var choice []clause
	for i := range list {
		c := t.translate(&list[i], want)
		if all {
			out.and(c)
		} else {
			choice = append(choice, c)
		}
	}
	if len(choice) == 1 {
		return choice[0]
	}
	if !all {
		out.choices = [][]clause{choice}
	}
	return out
}

// on is the clause of one bit.
func on(b bit) clause {
	var c clause
	c.require(b.word, 1<<b.at)
	return c
}

func (t *translator) flag(name string, want bool) clause {
	p, _, _ := t.table.find(name)
	if want {
		return on(bit{0, p.slot})
	}
	return on(bit{0, 32 + p.slot})
}

// static returns the bit of an atom, a new one if it has none.
func (t *translator) static(a atom) clause {
	b, ok := t.seen[a]
	if !ok {
		n := len(t.statics)
		b = bit{1 + n/64, n % 64}
		t.statics, t.seen[a] = append(t.statics, a), b
	}
	return on(b)
}

// cut returns the bit of a comparison with the cut, a new one if it has none.
func (t *translator) cut(a cutAtom) clause {
	t.looked = true
	b, ok := t.seen[a]
	if !ok {
		n := len(t.cuts)
		b = bit{cutWords + n/64, n % 64}
		t.cuts, t.seen[a] = append(t.cuts, a), b
	}
	return on(b)
}

// settle gives the cuts their words behind those of the atoms.
func (c *clause) settle(first int) {
	more := c.more
	c.more = nil
	for _, m := range more {
		if m.word >= cutWords {
			m.word += first - cutWords
		}
		c.require(m.word, m.bits)
	}
	for _, choice := range c.choices {
		for i := range choice {
			choice[i].settle(first)
		}
	}
}
