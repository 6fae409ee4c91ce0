package counting

import (
	"fmt"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// supplied counts the sources that supplied a column, or a table: all of them, and
// those that said they do not know it.
type supplied struct{ times, unknown int64 }

func (s *supplied) add(other supplied, sign int64) bool {
	times, unknown := uint64(s.times), uint64(s.unknown)
	in := add(&times, sign*other.times)
	in = add(&unknown, sign*other.unknown) && in
	s.times, s.unknown = int64(times), int64(unknown)
	return in
}

// answer is what the sources of a column make of its figures.
func (s supplied) answer() scoring.Answer {
	switch {
	case s.times <= 0:
		return scoring.NotAsked
	case s.times <= s.unknown:
		return scoring.Unknown
	}
	return scoring.Known
}

// supplyLen is the number of tables and columns, supplyAt the place of a table; its
// columns follow in their order.
func supplyLen() int { return supplyAt(Table(len(layout().tables) + 1)) }

func supplyAt(table Table) int {
	n := 0
	for _, places := range layout().places[:table-1] {
		n += 1 + len(places)
	}
	return n
}

// Supply says that one source speaks of a table, and which of its columns it fills;
// known is false if it says that it does not know them. A leaf of an index is asked
// only if some source supplied every column that its measures need, and unknown if
// one of these was supplied as unknown only: unknown is not zero, and neither is not
// asked. Supplies are counters like all others: merging adds them.
func (t *Tally) Supply(table string, known bool, columns ...string) error {
	return t.supplyTimes(table, known, 1, columns)
}

// Withdraw takes a [Tally.Supply] back.
func (t *Tally) Withdraw(table string, known bool, columns ...string) error {
	return t.supplyTimes(table, known, -1, columns)
}

func (t *Tally) supplyTimes(table string, known bool, sign int64, columns []string) error {
	id, ok := TableOf(table)
	if !ok {
		return fmt.Errorf("there is no table %q", table)
	}
	places := []int{supplyAt(id)}
	var faults motcua.Faults
	for _, name := range columns {
		_, i, ok := id.find(name)
		if !ok {
			fault(&faults, codeColumn, motcua.Pointer(table, name), "không có cột %q", "there is no column %q", name)
		}
		places = append(places, supplyAt(id)+1+i)
	}
	if err := faults.Err(); err != nil {
		return err
	}
	one := supplied{times: 1}
	if !known {
		one.unknown = 1
	}
	for _, at := range places {
		t.supply[at].add(one, sign)
	}
	return nil
}

// answer is what the supplies make of a measure's figures.
func (t *Tally) answer(r *readout) scoring.Answer {
	if !r.asked {
		return scoring.NotAsked
	}
	at := supplyAt(r.table)
	out := t.supply[at].answer()
	for _, i := range r.needs {
		out = min(out, t.supply[at+1+i].answer())
	}
	return out
}
