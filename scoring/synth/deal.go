package synth

import (
	"slices"

	"github.com/motcua/motcua/scoring"
)

// offers are the procedures of a unit by what is said of them: sets of procedures,
// each a number below the union over all units, in order.
type offers [figures][]int32

// dealing says how the sets of one figure are chosen: they hold those of must, then
// as many of prefer as fit.
type dealing struct {
	of           figure
	must, prefer figure
}

// none stands for no figure.
const none = figures

// dealings are in the order in which they build on one another. What is paid for is
// used, what is used is offered, and fees are paid where there are fees, as far as
// the counts allow.
var dealings = []dealing{
	{feePaid, none, none},
	{servicesUsed, none, feePaid},
	{services, none, servicesUsed},
	{integrated, none, feePaid},
	{feeBearing, integrated, feePaid},
	{connected, none, servicesUsed},
	{population, connected, services},
	{provided, none, services},
	{authority, provided, services},
	{complete, none, authority},
	{public, complete, authority},
	{announcedLate, none, none},
	{announced, announcedLate, none},
	{publicLate, none, none},
	{publicDue, publicLate, none},
}

// deal gives every unit its procedures, so that the units under one roof have as many
// distinct ones as it states, and then checks every unit above others.
func (b *builder) deal() {
	for top := range b.units {
		if b.units[top].top != top {
			continue
		}
		var members []int
		for i := range b.units {
			if b.units[i].top == top {
				members = append(members, i)
			}
		}
		unions := [figures + 1]int{}
		for _, d := range dealings {
			unions[d.of] = b.unionOf(top, d, members, unions)
			b.dealOne(d, members, unions)
		}
	}
	for i := range b.units {
		if b.units[i].kids > 0 {
			b.checkUnions(i)
		}
		b.crossing(i)
	}
}

// unionOf is how many distinct procedures the sets of a figure have together: as
// stated at the top, or else some more than the largest set.
func (b *builder) unionOf(top int, d dealing, members []int, unions [figures + 1]int) int {
	t := &b.units[top].stated
	for l := range leafRows {
		row := &leafRows[l]
		switch {
		case t.answer[l] != scoring.Known:
		case row.num == d.of || row.den == d.of:
			return int(t.n[d.of])
		case row.late() == d.of:
			return int(t.n[row.den] - t.n[row.num])
		}
	}
	var all scope
	for _, i := range members {
		all.add(b.units[i].own.n[d.of])
	}
	n := min(all.sum, all.most+all.most/4)
	if d.must != none {
		n = max(n, int64(unions[d.must]))
	}
	return int(n)
}

// dealOne chooses the sets of one figure.
func (b *builder) dealOne(d dealing, members []int, unions [figures + 1]int) {
	n := unions[d.of]
	c := chooser{cover: make([]int, n), in: make([]bool, n), sets: make([][]int32, len(members)), must: make([][]int32, len(members))}
	for k, i := range members {
		u := &b.units[i]
		size := int(u.own.n[d.of])
		if d.must != none && len(u.offers[d.must]) <= size && unions[d.must] <= n {
			c.must[k] = u.offers[d.must]
		}
		preferred := c.must[k]
		if d.prefer != none {
			preferred = u.offers[d.prefer]
		} else if d.must != none {
			preferred = u.offers[d.must]
		}
		c.choose(k, size, preferred)
	}
	c.repair()
	for k, i := range members {
		slices.Sort(c.sets[k])
		b.units[i].offers[d.of] = c.sets[k]
	}
}

// chooser chooses sets of numbers below len(cover) that cover them all, if they can.
type chooser struct {
	cover      []int  // how many sets hold a number
	in         []bool // the set being made
	sets, must [][]int32
	next       int
}

func (c *chooser) choose(k, size int, preferred []int32) {
	var set []int32
	take := func(x int32) {
		if int(x) < len(c.in) && len(set) < size && !c.in[x] {
			c.in[x] = true
			c.cover[x]++
			set = append(set, x)
		}
	}
	for _, x := range c.must[k] {
		take(x)
	}
	for _, x := range preferred {
		take(x)
	}
	for tries := 0; len(set) < size && tries < len(c.in); tries++ {
		take(int32(c.next))
		c.next = (c.next + 1) % len(c.in)
	}
	for _, x := range set {
		c.in[x] = false
	}
	c.sets[k] = set
}

// repair puts what no set holds in the place of what several hold.
func (c *chooser) repair() {
	k := 0
	for missing := range c.cover {
		if c.cover[missing] > 0 {
			continue
		}
		for range c.sets {
			k = (k + 1) % len(c.sets)
			if c.swap(k, int32(missing)) {
				break
			}
		}
	}
}

// swap puts x into set k for a number that others hold too.
func (c *chooser) swap(k int, x int32) bool {
	set := c.sets[k]
	for i := len(set) - 1; i >= len(c.must[k]); i-- { // those that must be there come first
		if c.cover[set[i]] > 1 {
			c.cover[set[i]]--
			c.cover[x]++
			set[i] = x
			return true
		}
	}
	return false
}

// checkUnions compares what a unit states of distinct procedures with what was dealt
// below it.
func (b *builder) checkUnions(i int) {
	u := &b.units[i]
	for l := range leafRows {
		row := &leafRows[l]
		if u.stated.answer[l] != scoring.Known {
			continue
		}
		for _, half := range []struct {
			f  figure
			at string
		}{{row.num, row.numAt()}, {row.den, row.denAt()}} {
			if !isDistinct(half.f) {
				continue
			}
			got := b.unionBelow(i, half.f)
			if row.late() != none && half.f == row.num {
				got = b.unionBelow(i, row.den) - b.unionBelow(i, row.late())
			}
			if got != u.stated.n[half.f] {
				b.refuse(u, codePool, half.at, "%d thủ tục khác nhau, nhưng chia cho các đơn vị chỉ được %d",
					"%d distinct procedures, but dealt to the units they come to %d", u.stated.n[half.f], got)
			}
		}
	}
}

// unionBelow counts the distinct procedures of a unit and those below it.
func (b *builder) unionBelow(i int, f figure) int64 {
	seen := map[int32]bool{}
	for j := range b.units {
		if j == i || b.below(j, i) {
			for _, x := range b.units[j].offers[f] {
				seen[x] = true
			}
		}
	}
	return int64(len(seen))
}

// crossing checks that dossiers filed online and dossiers paid online can be chosen
// among the dossiers received so that every procedure used and paid for has one.
func (b *builder) crossing(i int) {
	u := &b.units[i]
	if need := u.crossed(&u.own); u.own.n[received] < need {
		b.refuse(u, codeJoint, leafRows[leafOf("3.6")].numAt(), "%d hồ sơ trực tuyến và %d hồ sơ đã thanh toán với các thủ tục của chúng cần %d hồ sơ, chỉ có %d",
			"%d dossiers filed online and %d paid online, with their procedures, need %d dossiers, there are %d", u.own.n[filedOnline], u.own.n[paid], need, u.own.n[received])
	}
}

// crossed is the fewest dossiers among which so many can be filed online, and so many
// paid online, with the unit's procedures.
func (u *unit) crossed(t *target) int64 {
	online, payments := t.n[filedOnline], t.n[paid]
	used, paidFor := u.offers[servicesUsed], u.offers[feePaid]
	both := int64(len(common(used, paidFor)))
	if both == 0 {
		return online + payments
	}
	return max(online+int64(len(paidFor))-both, payments+int64(len(used))-both)
}

// common are the numbers in both of two sorted sets.
func common(a, b []int32) []int32 {
	var out []int32
	for _, x := range a {
		if _, found := slices.BinarySearch(b, x); found {
			out = append(out, x)
		}
	}
	return out
}

// without are the numbers of the sorted set a that are not in b.
func without(a, b []int32) []int32 {
	var out []int32
	for _, x := range a {
		if _, found := slices.BinarySearch(b, x); !found {
			out = append(out, x)
		}
	}
	return out
}
