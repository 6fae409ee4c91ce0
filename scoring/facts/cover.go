package facts

import (
	"maps"
	"slices"
)

// MessageColumns are the columns of the table dossier that messages alone answer
// for. The others come in lines of facts, or from the catalogue.
func MessageColumns() []string {
	beside := []string{"stored", "disliked", "complained", "elsewhere", "assisted", "resultIsDocument"}
	return slices.DeleteFunc(columnsOf(tableDossier), func(name string) bool { return slices.Contains(beside, name) })
}

// Cover notes that a source answers for columns of a table, or says that it does
// not know them. Lines of facts do so by what they state, and a coverage line by
// naming columns; whoever reads messages or a file that may hold no line at all
// says it here. What no source answers for is not asked.
func (g *Register) Cover(table string, known bool, columns ...string) {
	for _, column := range columns {
		name := [2]string{table, column}
		c := g.cover[name]
		if c == nil {
			c = new(covered)
			g.cover[name] = c
		}
		c.known = c.known || known
		c.unknown = c.unknown || !known
	}
}

// Covered gives what sources answer for, sorted: a column that is known, or one
// that was only ever said to be unknown.
func (g *Register) Covered(each func(table string, known bool, column string)) {
	names := slices.SortedFunc(maps.Keys(g.cover), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
	for _, name := range names {
		each(name[0], g.cover[name].known, name[1])
	}
}
