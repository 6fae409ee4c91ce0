package synth

import (
	"slices"

	"github.com/motcua/motcua/scoring"
)

// pairs are numerators and denominators by leaf.
type pairs map[string][2]int64

// namedUnit is a unit of a province with what is known of it.
type namedUnit struct {
	code, name, level string
	known             pairs
}

// sizes are how many procedures a usual unit has of each kind.
type sizes struct {
	authority, provided, services, servicesUsed, feeBearing, feePaid, integrated, population, connected, departmentServices int64
}

// province deals the counts of a province to its units.
type province struct {
	name, code, title string
	total             pairs
	units             []namedUnit
	null              []string // leaves that are null everywhere
	sizes             sizes

	n       [][figures]int64 // of each unit
	guessed []int            // units whose dossiers received are not known, but guessed
}

// counts are the counts of the province and its units: what is known of a unit is
// kept, the rest of the province's is dealt to the others by weight.
func (p *province) counts(index *scoring.Index) []scoring.Counts {
	p.n = make([][figures]int64, len(p.units))
	p.dealReceived()
	p.deal(onTime, p.of(received), p.of(received))
	p.deal(filedOnline, p.of(received), p.of(received))
	p.deal(obligated, p.of(received), p.of(received))
	p.deal(paid, p.of(obligated), p.of(obligated))
	for _, f := range []figure{resulted, digitised, reused, stored, populationUsed} {
		p.deal(f, p.of(received), p.of(received))
	}
	p.deal(active, p.of(received), nil)
	for i := range p.n { // everything received is active, and what is dealt beyond is carried over
		p.n[i][active] = p.n[i][received]
	}
	p.add(active, p.total["5.4"][1]-p.total["2.1"][1], p.of(received))
	p.dealContent()
	p.dealPetitions()
	p.dealSizes()
	for i := range p.n {
		n := &p.n[i]
		n[reported] = n[received]
		n[communes], n[certifying] = 0, 0
	}
	p.deal(synced, p.of(received), p.of(received))
	return p.lines(index)
}

// dealReceived deals the dossiers received. The weights are made up: departments are
// larger than communes, and no two are alike. A unit of which only the dossiers with
// a fee are known has as many to each of them as the province.
func (p *province) dealReceived() {
	weights := make([]int64, len(p.units))
	for i := range p.units {
		u := &p.units[i]
		weights[i] = 600 + int64(hash(text(u.code))%800)
		if u.level == levelDepartment {
			weights[i] *= 4
		}
		fees, known := u.of(obligated)
		if _, both := u.of(received); known && !both {
			p.guessed = append(p.guessed, i)
			p.n[i][received] = fees * p.whole(received) / p.whole(obligated)
		}
	}
	p.deal(received, weights, nil)
}

// of are the units' figures.
func (p *province) of(f figure) []int64 {
	out := make([]int64, len(p.n))
	for i := range p.n {
		out[i] = p.n[i][f]
	}
	return out
}

// whole is the province's figure.
func (p *province) whole(f figure) int64 {
	for l := range leafRows {
		pair, ok := p.total[leafRows[l].leaf]
		switch {
		case ok && leafRows[l].num == f:
			return pair[0]
		case ok && leafRows[l].den == f:
			return pair[1]
		}
	}
	return 0
}

// known is the figure of a unit as published.
func (u *namedUnit) of(f figure) (int64, bool) {
	for l := range leafRows {
		pair, ok := u.known[leafRows[l].leaf]
		switch {
		case ok && leafRows[l].num == f:
			return pair[0], true
		case ok && leafRows[l].den == f:
			return pair[1], true
		}
	}
	return 0, false
}

// deal gives every unit a figure: the known one, or a share of what is left. Without
// caps there are none.
func (p *province) deal(f figure, weights, caps []int64) {
	left := p.whole(f)
	for _, i := range p.guessed {
		if f == received {
			left -= p.n[i][received]
			weights[i] = 0
		}
	}
	if caps == nil {
		caps = slices.Repeat([]int64{left}, len(p.n))
	}
	for i := range p.units {
		if n, ok := p.units[i].of(f); ok {
			p.n[i][f] = n
			left -= n
			weights[i] = 0
		}
	}
	for i, n := range spread(left, weights, caps) {
		p.n[i][f] += n
	}
}

// add deals more of a figure by weight.
func (p *province) add(f figure, total int64, weights []int64) {
	for i, n := range spread(total, weights, slices.Repeat([]int64{total}, len(weights))) {
		p.n[i][f] += n
	}
}

// dealContent deals the dossiers nobody complains of: fewer than those on time or
// carried over.
func (p *province) dealContent() {
	caps := p.of(onTime)
	for i := range caps {
		caps[i] += p.n[i][active] - p.n[i][received]
	}
	p.deal(content, p.of(active), caps)
}

func (p *province) dealPetitions() {
	p.deal(petitions, p.of(received), nil)
	p.deal(petitionsOnTime, p.of(petitions), p.of(petitions))
	p.deal(petitionsSatisfied, p.of(petitionsOnTime), p.of(petitionsOnTime))
}
