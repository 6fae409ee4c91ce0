package synth

import (
	"cmp"
	"slices"
)

// drawUnit draws the dossiers of a unit, so that every figure of its target comes
// out, and puts them in the order in which they were received.
func (g *generation) drawUnit(i int) {
	t, u := &g.targets[i], &g.units[i]
	dice := cast(g.seed, text(string(u.code)))
	first := len(g.dossiers)
	g.filings(i, &dice)
	list := g.dossiers[first:]
	shuffle(&dice, list)
	n := &t.n
	mark(&dice, list, n[onTime], isOnTime, 0)
	mark(&dice, list, n[resulted], isResulted, 0)
	mark(&dice, list, n[digitised], isDigitised, 0)
	mark(&dice, list, n[reused], isReused, 0)
	mark(&dice, list, n[populationUsed], isPopulation, 0)
	if n[stored] <= n[digitised] {
		mark(&dice, list, n[stored], isStored, isDigitised)
	} else {
		mark(&dice, list, n[stored], isStored, 0)
	}
	g.carried(i, &dice)
	list = g.dossiers[first:]
	timely := n[onTime] + int64(count(list, isCarried|isOnTime))
	mark(&dice, list, timely-n[content], isDisliked, isOnTime)
	for k := range list {
		if !list[k].is(isOnTime) && dice.thousandths(150) {
			list[k].flags |= isDisliked
		}
	}
	g.outside(i, &dice)
	for k := first; k < len(g.dossiers); k++ {
		g.live(&g.dossiers[k], &dice)
	}
	g.number(g.dossiers[first:])
}

// mark sets a flag on exactly n of the dossiers that have the flags among.
func mark(d *dice, list []dossier, n int64, flag, among flags) {
	left := int64(count(list, among))
	for k := range list {
		if list[k].flags&among != among {
			continue
		}
		if int64(d.below(int(left))) < n {
			list[k].flags |= flag
			n--
		}
		left--
	}
}

// count is how many dossiers have all the flags.
func count(list []dossier, f flags) int {
	n := 0
	for k := range list {
		if list[k].flags&f == f {
			n++
		}
	}
	return n
}

// filings appends the dossiers received in the period, with channel, payment and
// procedure: every procedure that is to be used, or paid for, gets a dossier first.
func (g *generation) filings(i int, dice *dice) {
	t, u := &g.targets[i], &g.units[i]
	used, paidFor := u.offers[servicesUsed], u.offers[feePaid]
	both, onlyPaid, onlyUsed := common(used, paidFor), without(paidFor, used), without(used, paidFor)
	total, online, pays := t.n[received], t.n[filedOnline], t.n[paid]
	cross := min(pays-int64(len(onlyPaid)), online-int64(len(onlyUsed)))
	if len(both) == 0 {
		cross = 0
	}
	covered := min(cross, int64(len(both))) // of both, as paid for online
	g.file(i, dice, cross, isOnline|isPaid|isObligated, both, both)
	g.file(i, dice, pays-cross, isPaid|isObligated, append(onlyPaid, both[covered:]...), paidFor)
	fees := t.n[obligated] - pays
	unpaid := total - pays
	first := append(onlyUsed, both[covered:]...)
	start := len(g.dossiers)
	g.file(i, dice, online-cross, isOnline, first, used)
	g.file(i, dice, total-online-pays+cross, 0, nil, u.counter())
	g.oblige(dice, g.dossiers[start:], fees, unpaid, u)
}

// file appends dossiers: the first ones of the procedures that need one, the others
// of any in a list.
func (g *generation) file(i int, dice *dice, n int64, f flags, need, from []int32) {
	for k := range n {
		d := dossier{unit: int32(i), flags: f}
		switch {
		case k < int64(len(need)):
			d.procedure = need[k]
		case len(from) > 0:
			d.procedure = from[dice.skewed(len(from))]
		}
		g.dossiers = append(g.dossiers, d)
	}
}

// counter are the procedures of dossiers that come over the counter.
func (u *unit) counter() []int32 {
	for _, f := range []figure{services, population, feeBearing, servicesUsed, feePaid} {
		if len(u.offers[f]) > 0 {
			return u.offers[f]
		}
	}
	return []int32{0}
}

// oblige gives a fee to some of the dossiers that are not paid online: to those of
// fee-bearing procedures first.
func (g *generation) oblige(dice *dice, list []dossier, fees, unpaid int64, u *unit) {
	bearing := make([]int, 0, len(list))
	rest := make([]int, 0, len(list))
	for k := range list {
		if _, found := slices.BinarySearch(u.offers[feeBearing], list[k].procedure); found {
			bearing = append(bearing, k)
		} else {
			rest = append(rest, k)
		}
	}
	shuffle(dice, bearing)
	shuffle(dice, rest)
	for _, k := range append(bearing, rest...)[:min(fees, unpaid)] {
		list[k].flags |= isObligated
	}
}

// carried appends the dossiers carried over from before the period.
func (g *generation) carried(i int, dice *dice) {
	n, u := &g.targets[i].n, &g.units[i]
	over := n[active] - n[received]
	timely := max(n[content]-n[onTime], over*9/10)
	procedures := u.counter()
	for k := range over {
		d := dossier{unit: int32(i), procedure: procedures[dice.below(len(procedures))], flags: isCarried}
		if k < timely {
			d.flags |= isOnTime
		}
		if dice.thousandths(600) {
			d.flags |= isOnline
		}
		if dice.thousandths(500) {
			d.flags |= isResulted | isDigitised
		}
		g.dossiers = append(g.dossiers, d)
	}
}

// outside appends the dossiers that no figure counts.
func (g *generation) outside(i int, dice *dice) {
	n := g.targets[i].n[received]
	never := (n + 125) / 250
	procedures := g.units[i].counter()
	for k := range extras(n) {
		d := dossier{unit: int32(i), procedure: procedures[dice.below(len(procedures))], flags: isOld | isOnTime}
		if k < never {
			d.flags = isNever
		}
		if dice.thousandths(800) {
			d.flags |= isOnline
		}
		g.dossiers = append(g.dossiers, d)
	}
}

// number sorts the dossiers of a unit by the day in their codes and numbers them
// anew each day.
func (g *generation) number(list []dossier) {
	slices.SortStableFunc(list, func(a, b dossier) int { return cmp.Compare(a.coded(), b.coded()) })
	day, serial := moment(-1), int32(0)
	for k := range list {
		if on := list[k].coded() / daySeconds; on != day {
			day, serial = on, 0
		}
		serial++
		list[k].serial = serial
	}
}

// coded is the moment whose day stands in the dossier's code.
func (d *dossier) coded() moment {
	if d.is(isNever) {
		return d.filed
	}
	return d.received
}
