package counting

import "math"

// Null is the number or time of a row that is not known.
const Null = math.MinInt64

// The cuts of a row that has always stood, and always will.
const (
	Always = math.MinInt64
	Never  = math.MaxInt64
)

// Row is one row of a table of facts, the columns of [scoring.Columns] in the slots
// that [Slot] gives them. A row may stand for some time only: a dossier that was
// asked for a supplement is one row before and another after, a procedure that is
// offered from 1 March is none before. A count at a cut sees the rows that stand
// at it.
type Row struct {
	Codes        [4]uint32 // of columns of text: ids of [Names], 0 for null
	Times        [5]int64  // Unix seconds of an instant, or the number of a motcua.Date
	Numbers      [4]int64  // counts
	Flags, Known uint32    // bit n: flag n is true; flag n is not null. Flags is within Known.
	Since, Until int64     // the cuts it stands at: Unix seconds, half-open
}
