package synth

// dossier is what was drawn of a dossier: all its messages follow from it and from
// its place.
type dossier struct {
	filed, received, due, ended moment
	a, b, c, d                  moment // by story
	serial, procedure, unit     int32
	flags                       flags
	story                       story
	end                         end
}

// flags of a dossier.
type flags uint32

const (
	isOnline flags = 1 << iota
	isPaid
	isObligated
	isOnTime
	isResulted
	isDigitised
	isReused
	isPopulation
	isStored
	isDisliked  // rated dissatisfied, or complained about
	isCarried   // received before the period and not ended before it
	isOld       // received and ended before the period
	isNever     // never received
	isMidnight  // the due time is midnight: the end of that day
	isUndated   // no due time: the limit of the procedure decides
	hasProgress // steps of progress tell the end
	isOvernight // filed in the evening, received the next morning
	isSatisfied // rated satisfied
)

func (d *dossier) is(f flags) bool { return d.flags&f != 0 }

// story is what happens to a dossier between reception and end.
type story uint8

const (
	plain        story = iota
	supplemented       // asked at a, answered at b: the waiting is taken out
	redated            // the same, with a new due time c
	twice              // asked at a and c, answered at b and d: late
	unanswered         // asked at a and never answered: ends then
	reopened           // done at a, reopened at b, done again
)

// end is how a dossier ends.
type end uint8

const (
	stillOpen end = iota
	finished
	refused
	withdrawn
	stopped
)

// generation is one making of files: what was asked for, and what was drawn.
type generation struct {
	*World
	seed     uint64
	targets  []target // of each unit, scaled
	dossiers []dossier
	from     []int // where the dossiers of a unit begin
}

// begin draws everything.
func (w *World) begin(o *Options) *generation {
	g := &generation{World: w, seed: o.Seed, from: []int{0}}
	total := int64(0)
	for i := range w.units {
		t := w.units[i].scaled(o.Scale)
		g.targets = append(g.targets, t)
		total += t.n[active] + extras(t.n[received])
	}
	g.dossiers = make([]dossier, 0, total)
	for i := range w.units {
		g.drawUnit(i)
		g.from = append(g.from, len(g.dossiers))
	}
	return g
}

// extras are dossiers outside every count: never received, or over before the
// period began.
func extras(n int64) int64 { return (n+125)/250 + (n+500)/1000 }

// limit is the time limit of a procedure, in working days.
func (w *World) limit(procedure int32) int {
	usual := [...]int{1, 2, 3, 3, 5, 5, 7, 8, 10, 10, 12, 15, 15, 20, 25, 30}
	return min(w.days.longest, usual[hash(uint64(procedure)+7)%uint64(len(usual))])
}
