package unit

import "github.com/motcua/motcua"

// Register (sổ đơn vị) knows units, their codes and their successions. It is
// immutable and safe for concurrent use; the rows its methods point to are for reading
// alone. The zero Register and a nil one are empty.
type Register struct {
	rows     Rows // sorted
	places   map[string]int32
	holders  map[codeKey][]holder // by the time in which they bore the code
	parents  []int32              // of units; -1 is none
	children [][]int32            // of units, by ID
	next     [][]edge             // takeovers of units, by successor
	previous [][]edge             // takeovers by units
	leaving  [][]int32            // all successions from units, by date
	arriving [][]int32            // all successions to units, by date
	self     []Target             // each unit as its own only heir
}

type codeKey struct{ scheme, value string }

// holder is a unit that bears a code for some time.
type holder struct {
	unit int32
	span motcua.Validity
}

// edge is a takeover as seen from one of its sides; other is -1 where nobody took over.
type edge struct {
	other int32
	row   int32 // of the successions
}

// New compiles a register from rows, and returns all that is wrong with them, sorted:
// of a row by itself, of codes borne by two units at one time, of parents and
// successors that are not there or not in force, of circles. With an error among the
// faults there is no register. The order of the rows does not matter.
func New(rows Rows) (*Register, motcua.Faults) {
	return compile(rows, Rows{})
}

// With lays rows over the register: a row replaces the one of the same identity (ID;
// from, date and to of a succession), and all others are added. Faults are found as by
// [New], with pointers into the rows laid over; what these do to rows below them has
// no pointer and names the unit. Laying the same rows twice changes nothing.
func (r *Register) With(rows Rows) (*Register, motcua.Faults) {
	return compile(rows, r.below(rows))
}

// below returns the rows of r that others do not replace.
func (r *Register) below(rows Rows) Rows {
	if r == nil {
		return Rows{}
	}
	names := map[string]bool{}
	for i := range rows.Schemes {
		names[rows.Schemes[i].ID] = true
	}
	var kept Rows
	for _, s := range r.rows.Schemes {
		if !names[s.ID] {
			kept.Schemes = append(kept.Schemes, s)
		}
	}
	clear(names)
	for i := range rows.Units {
		names[rows.Units[i].ID] = true
	}
	for _, u := range r.rows.Units {
		if !names[u.ID] {
			kept.Units = append(kept.Units, u)
		}
	}
	keys := map[successionKey]bool{}
	for i := range rows.Successions {
		keys[rows.Successions[i].key()] = true
	}
	for _, s := range r.rows.Successions {
		if !keys[s.key()] {
			kept.Successions = append(kept.Successions, s)
		}
	}
	return kept
}

// Rows returns a copy of the rows, sorted as [Rows.Sorted] does.
func (r *Register) Rows() Rows {
	if r == nil {
		return Rows{}
	}
	return r.rows.Sorted()
}

// Unit returns the unit of an ID and whether there is one.
func (r *Register) Unit(id string) (*Unit, bool) {
	if i, ok := r.place(id); ok {
		return &r.rows.Units[i], true
	}
	return nil, false
}

func (r *Register) place(id string) (int32, bool) {
	if r == nil {
		return 0, false
	}
	i, ok := r.places[id]
	return i, ok
}

// Units returns the units of a level that are in force on a day, by ID.
func (r *Register) Units(level Level, at motcua.Date) []*Unit {
	var out []*Unit
	if r == nil {
		return nil
	}
	for i := range r.rows.Units {
		if u := &r.rows.Units[i]; u.Level == level && u.Validity.Contains(at) {
			out = append(out, u)
		}
	}
	return out
}

// Find returns the unit that bears a code of a scheme on a day, and whether one does.
// Agency codes are taken in both orders. A code in canonical form costs no allocation.
func (r *Register) Find(scheme, code string, at motcua.Date) (*Unit, bool) {
	for _, h := range r.bearers(scheme, code) {
		if h.span.Contains(at) {
			return &r.rows.Units[h.unit], true
		}
	}
	return nil, false
}

// bearers returns the holders of a code of a scheme.
func (r *Register) bearers(scheme, code string) []holder {
	if r == nil {
		return nil
	}
	if hs := r.holders[codeKey{scheme, code}]; hs != nil || scheme != SchemeAgency {
		return hs
	}
	canonical, err := motcua.ParseUnit(code)
	if err != nil {
		return nil
	}
	return r.holders[codeKey{scheme, string(canonical)}]
}

// Parents returns the units above the one of an ID, the nearest first.
func (r *Register) Parents(id string) []*Unit {
	var out []*Unit
	for i, ok := r.place(id); ok && r.parents[i] >= 0; {
		i = r.parents[i]
		out = append(out, &r.rows.Units[i])
	}
	return out
}

// Children returns the units right below the one of an ID that are in force on a day,
// by ID.
func (r *Register) Children(id string, at motcua.Date) []*Unit {
	i, ok := r.place(id)
	if !ok {
		return nil
	}
	var out []*Unit
	for _, c := range r.children[i] {
		if u := &r.rows.Units[c]; u.Validity.Contains(at) {
			out = append(out, u)
		}
	}
	return out
}

// Province returns the province the unit of an ID lies in, the unit itself if it is
// one, and whether there is any: a ministry has none.
func (r *Register) Province(id string) (*Unit, bool) {
	for i, ok := r.place(id); ok && i >= 0; i = r.parents[i] {
		if u := &r.rows.Units[i]; u.Level == Province {
			return u, true
		}
	}
	return nil, false
}

// Successors returns the successions that lead from the unit of an ID, by date,
// those of parts of it too.
func (r *Register) Successors(id string) []*Succession {
	if i, ok := r.place(id); ok {
		return r.pick(r.leaving[i])
	}
	return nil
}

// Predecessors returns the successions that lead to the unit of an ID, by date, those
// of parts of other units too.
func (r *Register) Predecessors(id string) []*Succession {
	if i, ok := r.place(id); ok {
		return r.pick(r.arriving[i])
	}
	return nil
}

func (r *Register) pick(rows []int32) []*Succession {
	var out []*Succession
	for _, i := range rows {
		out = append(out, &r.rows.Successions[i])
	}
	return out
}
