package counting

import (
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// Table is the number of a table of facts, from 1; 0 is none.
type Table uint8

// TableOf returns the table with the name that [scoring.Columns] knows it by.
func TableOf(name string) (Table, bool) {
	i := slices.Index(layout().tables, name)
	return Table(i + 1), i >= 0
}

// String is the table's name; "" for none.
func (t Table) String() string {
	if l := layout(); t > 0 && int(t) <= len(l.tables) {
		return l.tables[t-1]
	}
	return ""
}

// place is where a column of a table lies in a row.
type place struct {
	column string
	slot   int
	kind   motcua.ColumnType
}

// plan of all rows: the tables in the order in which the columns name them.
type rowLayout struct {
	tables []string
	places [][]place // by table
}

// room is how many columns of each type a row has room for; dates and times share
// theirs.
var room = map[motcua.ColumnType]int{
	motcua.ColumnFlag: 32, motcua.ColumnNumber: len(Row{}.Numbers), motcua.ColumnText: len(Row{}.Codes), motcua.ColumnTime: len(Row{}.Times),
}

var layout = sync.OnceValue(func() *rowLayout {
	l := &rowLayout{}
	used := map[string]map[motcua.ColumnType]int{}
	for _, c := range scoring.Columns() {
		i := slices.Index(l.tables, c.Table)
		if i < 0 {
			i = len(l.tables)
			l.tables, l.places = append(l.tables, c.Table), append(l.places, nil)
			used[c.Table] = map[motcua.ColumnType]int{}
		}
		shelf := c.Type
		if shelf == motcua.ColumnDate {
			shelf = motcua.ColumnTime
		}
		if slot := used[c.Table][shelf]; slot < room[shelf] {
			l.places[i] = append(l.places[i], place{c.Name, slot, c.Type})
		}
		used[c.Table][shelf]++
	}
	return l
})

// find returns where a column of the table lies.
func (t Table) find(column string) (place, int, bool) {
	l := layout()
	if t == 0 || int(t) > len(l.tables) {
		return place{}, 0, false
	}
	for i, p := range l.places[t-1] {
		if p.column == column {
			return p, i, true
		}
	}
	return place{}, 0, false
}

// Slot says where a column of a table lies in a [Row]: its place among the Codes if
// it is a text, the Times if a date or a time, the Numbers if a number, the bits of
// Flags and Known if a flag.
func Slot(table, column string) (slot int, t motcua.ColumnType, ok bool) {
	id, _ := TableOf(table)
	p, _, ok := id.find(column)
	return p.slot, p.kind, ok
}

// NewRow returns a row of which nothing is known and which always stands.
func NewRow() Row {
	return Row{
		Times: [5]int64{Null, Null, Null, Null, Null}, Numbers: [4]int64{Null, Null, Null, Null},
		Since: Always, Until: Never,
	}
}

// Set puts a value into a column of a row, for people and tests; programs that read
// millions of rows ask [Slot] once and write the slot. A column that does not exist,
// and a value of another type, are errors.
func (n *Names) Set(r *Row, table Table, column string, v motcua.Scalar) error {
	p, _, ok := table.find(column)
	if !ok {
		return fmt.Errorf("table %q has no column %q", table, column)
	}
	v, err := v.As(p.kind)
	if err != nil {
		return fmt.Errorf("%s.%s: %w", table, column, err)
	}
	number := v.Int()
	if v.IsZero() {
		number = Null
	} else if number == Null {
		return fmt.Errorf("%s.%s: %d stands for null", table, column, number)
	}
	switch p.kind {
	case motcua.ColumnFlag:
		r.Flags &^= 1 << p.slot
		r.Known &^= 1 << p.slot
		if !v.IsZero() {
			r.Known |= 1 << p.slot
			r.Flags |= uint32(number) << p.slot
		}
	case motcua.ColumnText:
		r.Codes[p.slot] = n.ID(v.Text())
	case motcua.ColumnNumber:
		r.Numbers[p.slot] = number
	default:
		r.Times[p.slot] = number
	}
	return nil
}

// Value reads a column of a row back; null for one that does not exist.
func (n *Names) Value(r *Row, table Table, column string) motcua.Scalar {
	p, _, ok := table.find(column)
	if !ok {
		return motcua.Scalar{}
	}
	switch p.kind {
	case motcua.ColumnFlag:
		if r.Known>>p.slot&1 == 0 {
			return motcua.Scalar{}
		}
		return motcua.FlagScalar(r.Flags>>p.slot&1 == 1)
	case motcua.ColumnText:
		if r.Codes[p.slot] == 0 {
			return motcua.Scalar{}
		}
		return motcua.TextScalar(n.Text(r.Codes[p.slot]))
	case motcua.ColumnNumber:
		if r.Numbers[p.slot] == Null {
			return motcua.Scalar{}
		}
		return motcua.NumberScalar(r.Numbers[p.slot])
	}
	at := r.Times[p.slot]
	switch {
	case at == Null:
		return motcua.Scalar{}
	case p.kind == motcua.ColumnDate:
		return motcua.DateScalar(motcua.Date(min(max(at, 0), 1<<30)))
	}
	return motcua.TimeScalar(time.Unix(at, 0))
}
