package counting

import (
	"bytes"
	"slices"
)

// Basis is the fingerprint of what rows rest on besides the messages: the calendar,
// the rules of the clock, the rules by which facts became rows. Its maker decides
// what enters it; tallies on different bases refuse one another.
type Basis [32]byte

// Tally is what was counted: a number for every cell of group, day and measure. It
// is an abelian group: rows and tallies can be added and subtracted, exactly and in
// any order, and a tally minus itself is zero. Its methods change their receiver,
// except where they say that they return another. It is not safe for concurrent use.
type Tally struct {
	plan   *Plan
	names  *Names
	basis  Basis
	lists  [][]uint32 // the plan's constants as numbers of names
	groups []links    // by column: the number of the group so far, and a code
	pairs  links      // a group and a key
	sheets []sheet
	supply []supplied // by table and column
	walk
}

// New returns an empty tally whose rows hold numbers of the names.
func (p *Plan) New(names *Names, basis Basis) *Tally {
	t := &Tally{plan: p, names: names, basis: basis, groups: make([]links, len(p.by))}
	for _, list := range p.lists {
		ids := make([]uint32, len(list))
		for i, at := range list {
			ids[i] = names.ID(p.texts[at])
		}
		t.lists = append(t.lists, ids)
	}
	for _, s := range p.sheets {
		t.sheets = append(t.sheets, newSheet(s.width))
	}
	words, turns := wide, 0
	for _, tp := range p.tables {
		if tp != nil {
			words, turns = max(words, tp.words), max(turns, len(tp.cuts))
		}
	}
	t.words, t.turns = make([]uint64, words), make([]int64, turns)
	t.supply = make([]supplied, supplyLen())
	return t
}

// Plan is what the tally counts.
func (t *Tally) Plan() *Plan { return t.plan }

// Names are the texts of the tally's rows.
func (t *Tally) Names() *Names { return t.names }

// Basis is what the tally's rows rest on.
func (t *Tally) Basis() Basis { return t.basis }

// Add counts a row. A row with a date that no day can be, a number of no name, or a
// sum that leaves the range of counts is a [*RowError], and nothing is counted.
func (t *Tally) Add(table Table, r *Row) error { return t.put(table, r, 1) }

// AddRows is [Tally.Add] of many rows of one table, and faster: what they change is
// looked up together. It returns how many rows were counted, the first ones; the
// error is that of the row after them.
func (t *Tally) AddRows(table Table, rows []Row) (int, error) {
	const some = 32
	for from := 0; from < len(rows); from += some {
		part := rows[from:min(from+some, len(rows))]
		t.reset()
		bad := false
		for i := range part {
			t.first = len(t.targets)
			bad = bad || t.emit(table, &part[i]) != nil
		}
		if !bad && t.apply(&t.batch, 1, Always, Never) {
			continue
		}
		for i := range part {
			if err := t.Add(table, &part[i]); err != nil {
				return from + i, err
			}
		}
	}
	return len(rows), nil
}

// Sub takes a row back, whether or not it was counted.
func (t *Tally) Sub(table Table, r *Row) error { return t.put(table, r, -1) }

func (t *Tally) put(table Table, r *Row, sign int64) error {
	t.reset()
	if err := t.emit(table, r); err != nil {
		return err
	}
	if !t.apply(&t.batch, sign, Always, Never) {
		return &RowError{table, "", ErrRange}
	}
	return nil
}

// IsZero reports whether all counters are zero, as in an empty tally.
func (t *Tally) IsZero() bool {
	for i := range t.sheets {
		if !t.sheets[i].isZero() {
			return false
		}
	}
	return !slices.ContainsFunc(t.supply, func(s supplied) bool { return s != supplied{} })
}

// Equal reports whether two tallies count the same by the same plan, on the same
// basis, whatever the numbers of their names.
func (t *Tally) Equal(other *Tally) bool {
	if t.joinable(other) != nil {
		return false
	}
	mine, err := t.AppendBinary(nil)
	theirs, err2 := other.AppendBinary(nil)
	return err == nil && err2 == nil && bytes.Equal(mine, theirs)
}

// Clone returns a copy that shares nothing with t but the names.
func (t *Tally) Clone() *Tally {
	out := t.plan.New(t.names, t.basis)
	for i := range t.groups {
		out.groups[i] = t.groups[i].clone()
	}
	out.pairs = t.pairs.clone()
	for i := range t.sheets {
		s := &t.sheets[i]
		out.sheets[i] = sheet{s.stride, slices.Clone(s.blocks), slices.Clone(s.index)}
	}
	copy(out.supply, t.supply)
	return out
}

func (l *links) clone() links { return links{slices.Clone(l.of), slices.Clone(l.index)} }
