package npsp

import (
	"maps"

	"github.com/motcua/motcua"
)

// Tally counts lines.
type Tally struct {
	Messages int64 // taken: Dossiers and Steps together
	Dossiers int64 // messages that are dossiers
	Steps    int64 // messages that are steps of progress
	Refused  int64 // lines with errors, which gave no message
	Flagged  int64 // messages with warnings
}

// Add adds the counts of another tally to t.
func (t *Tally) Add(other Tally) {
	t.Messages += other.Messages
	t.Dossiers += other.Dossiers
	t.Steps += other.Steps
	t.Refused += other.Refused
	t.Flagged += other.Flagged
}

// Quality is what an input was like.
type Quality struct {
	Total Tally                     // of all units
	Units map[motcua.UnitCode]Tally // by the unit in MaHoSo, "" where it cannot be read
	Codes map[string]int64          // faults by code, the warnings among them
	Bytes int64                     // read, as far as messages were given away
	Lines int64                     // of these, empty ones too
	Fast  int64                     // messages read in one pass
	Slow  int64                     // lines read in full, since one pass did not do
}

func newQuality() Quality {
	return Quality{Units: map[motcua.UnitCode]Tally{}, Codes: map[string]int64{}}
}

// reset empties q and keeps its memory.
func (q *Quality) reset() {
	units, codes := q.Units, q.Codes
	clear(units)
	clear(codes)
	*q = Quality{Units: units, Codes: codes}
}

// Add adds the counts of another quality to q, such as that of another file. Units
// and Codes are made where they are nil.
func (q *Quality) Add(other Quality) {
	if q.Units == nil {
		q.Units = map[motcua.UnitCode]Tally{}
	}
	if q.Codes == nil {
		q.Codes = map[string]int64{}
	}
	q.Total.Add(other.Total)
	for unit, tally := range maps.All(other.Units) {
		t := q.Units[unit]
		t.Add(tally)
		q.Units[unit] = t
	}
	for code, n := range other.Codes {
		q.Codes[code] += n
	}
	q.Bytes += other.Bytes
	q.Lines += other.Lines
	q.Fast += other.Fast
	q.Slow += other.Slow
}

// refuse counts a line with an error.
func (q *Quality) refuse(unit motcua.UnitCode) {
	t := q.Units[unit]
	t.Refused++
	q.Units[unit] = t
	q.Total.Refused++
}

// take counts a message.
func (q *Quality) take(unit motcua.UnitCode, kind Kind, flagged bool) {
	var one Tally
	one.Messages = 1
	if kind == KindDossier {
		one.Dossiers = 1
	} else {
		one.Steps = 1
	}
	if flagged {
		one.Flagged = 1
	}
	t := q.Units[unit]
	t.Add(one)
	q.Units[unit] = t
	q.Total.Add(one)
}
