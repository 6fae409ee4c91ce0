package synth

import "github.com/motcua/motcua/scoring"

// tally is what the drawn dossiers and procedures of a unit come to, counted by hand:
// from what was drawn, with nothing of the packages that count messages.
type tally struct {
	n        [figures]int64
	distinct [figures]map[int32]bool
}

func newTally() *tally {
	t := new(tally)
	for f := range t.distinct {
		t.distinct[f] = map[int32]bool{}
	}
	return t
}

// achieved counts every unit, and pools those above from those below: what adds
// adds, and distinct procedures are counted once.
func (g *generation) achieved() []scoring.CountsLine {
	own := make([]*tally, len(g.units))
	for i := range g.units {
		own[i] = newTally()
		g.tallyDossiers(own[i], g.dossiers[g.from[i]:g.from[i+1]])
		g.tallyOthers(own[i], i)
	}
	lines := make([]scoring.CountsLine, len(g.units))
	for i := range g.units {
		sum, answer := newTally(), make([]scoring.Answer, len(leafRows))
		for j := range g.units {
			if j != i && !g.below(j, i) {
				continue
			}
			sum.add(own[j])
			for l := range leafRows {
				if g.owners[leafRows[l].leaf].owns(g.units[i].level) {
					answer[l] = max(answer[l], g.targets[j].answer[l])
				}
			}
		}
		for f := range sum.distinct {
			if isDistinct(figure(f)) {
				sum.n[f] = int64(len(sum.distinct[f]))
			}
		}
		sum.n[announcedOnTime] = sum.n[announced] - sum.n[announcedLate]
		sum.n[publicOnTime] = sum.n[publicDue] - sum.n[publicLate]
		lines[i] = g.countsLine(i, &target{answer: answer, n: sum.n})
	}
	return lines
}

// isDistinct reports whether a figure counts procedures.
func isDistinct(f figure) bool {
	if f == announcedOnTime || f == publicOnTime {
		return true
	}
	for _, d := range dealings {
		if d.of == f {
			return true
		}
	}
	return false
}

func (t *tally) add(o *tally) {
	for f := range t.n {
		t.n[f] += o.n[f]
		for x := range o.distinct[f] {
			t.distinct[f][x] = true
		}
	}
}

// tallyDossiers counts the dossiers of a unit.
func (g *generation) tallyDossiers(t *tally, list []dossier) {
	one := func(f figure, is bool) {
		if is {
			t.n[f]++
		}
	}
	for k := range list {
		d := &list[k]
		if d.is(isNever) || d.is(isOld) {
			continue
		}
		t.n[active]++
		one(content, d.is(isOnTime) && !d.is(isDisliked))
		if d.is(isCarried) {
			continue
		}
		t.n[received]++
		one(onTime, d.is(isOnTime))
		one(filedOnline, d.is(isOnline))
		one(obligated, d.is(isObligated))
		one(paid, d.is(isPaid))
		one(resulted, d.is(isResulted))
		one(digitised, d.is(isDigitised))
		one(reused, d.is(isReused))
		one(stored, d.is(isStored))
		one(populationUsed, d.is(isPopulation))
		if d.is(isOnline) {
			t.distinct[servicesUsed][d.procedure] = true
		}
		if d.is(isPaid) {
			t.distinct[feePaid][d.procedure] = true
		}
	}
}

// tallyOthers counts what the lines of a unit state.
func (g *generation) tallyOthers(t *tally, i int) {
	u, n := &g.units[i], &g.targets[i].n
	for _, d := range dealings {
		if d.of == servicesUsed || d.of == feePaid {
			continue // dossiers make these
		}
		for _, x := range u.offers[d.of] {
			t.distinct[d.of][x] = true
		}
	}
	for _, f := range []figure{petitions, petitionsOnTime, petitionsSatisfied, synced, reported, communes, certifying} {
		t.n[f] = n[f]
	}
}
