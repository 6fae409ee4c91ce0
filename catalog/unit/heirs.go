package unit

import (
	"cmp"
	"slices"
	"strings"

	"github.com/motcua/motcua"
)

// Target is a unit something leads to, and how much of it.
type Target struct {
	Unit  *Unit          // read only
	Share motcua.Decimal // of what was followed, above 0 and at most 1; zero is unknown
}

// Step is one takeover on the way from a unit to its heirs.
type Step struct {
	Row      *Succession // with its date, kind, share and source; read only
	From, To *Unit       // To is nil where the unit was abolished
}

// Heirs returns who answers on a day for what the unit of an ID left open: itself
// while it is in force, its successors after that, one after another, by ID. A share is
// the part of the unit; where shares on the way are unknown so is the result. Nobody
// inherits from an ID that is not there, before the unit began, or where no successor
// is known.
func (r *Register) Heirs(id string, at motcua.Date) []Target {
	i, ok := r.place(id)
	if !ok {
		return nil
	}
	targets, _, _ := r.follow(i, at, nil)
	return targets
}

// Forebears returns the units in force on a day that the unit of an ID, or a part of
// it, consisted of: itself if it is in force, those it has taken over since, those
// they took over, by ID. A share is the part of the forebear that has come to the unit,
// so that a series goes on backwards as the sum of shares times figures.
func (r *Register) Forebears(id string, at motcua.Date) []Target {
	i, ok := r.place(id)
	if !ok || (motcua.Validity{From: at}).Err() != nil {
		return nil
	}
	queue, found := []part{{i, whole}}, []part(nil)
	for len(queue) > 0 {
		p := take(&queue, func(a, b part) bool { return r.end(a.unit) > r.end(b.unit) })
		if r.rows.Units[p.unit].Validity.Contains(at) {
			found = append(found, p)
		}
		for _, e := range r.previous[p.unit] {
			if r.end(e.other) > at {
				put(&queue, part{e.other, product(p.share, r.rows.Successions[e.row].Share)})
			}
		}
	}
	var out []Target
	for _, p := range found {
		if p.share.IsZero() {
			p.share = r.reunited(p.unit, i)
		}
		out = append(out, Target{&r.rows.Units[p.unit], p.share})
	}
	sortTargets(out)
	return out
}

// reunited returns the share of a unit that has come to another by its last day, which
// is known to be the whole where unknown parts have all met there; else it is zero.
func (r *Register) reunited(from, to int32) motcua.Decimal {
	last := min(r.end(to)-1, never)
	targets, lost, _ := r.follow(from, last, nil)
	if len(targets) == 1 && !lost && targets[0].Unit == &r.rows.Units[to] {
		return whole
	}
	return motcua.Decimal{}
}

// never is the last day there is.
var never, _ = motcua.NewDate(9999, 12, 31)

// end is the first day on which a unit is no longer in force.
func (r *Register) end(i int32) motcua.Date {
	if to := r.rows.Units[i].Validity.To; to != 0 {
		return to
	}
	return 1<<31 - 1
}

// part is a share of what is followed, at a unit.
type part struct {
	unit  int32
	share motcua.Decimal
}

// take removes the first part of an order. Takeovers lead to units that end later,
// so that whoever takes the one that ends first has met all that flows into it.
func take(queue *[]part, before func(a, b part) bool) part {
	first := 0
	for i, p := range *queue {
		if before(p, (*queue)[first]) {
			first = i
		}
	}
	p := (*queue)[first]
	*queue = slices.Delete(*queue, first, first+1)
	return p
}

// put adds a part to those that stand at its unit already.
func put(queue *[]part, p part) {
	for i := range *queue {
		q := &(*queue)[i]
		if q.unit != p.unit {
			continue
		}
		sum, err := q.share.Add(p.share)
		if q.share.IsZero() || p.share.IsZero() || err != nil {
			sum = motcua.Decimal{}
		}
		q.share = sum
		return
	}
	*queue = append(*queue, p)
}

// product multiplies shares; what is unknown, or has too many digits, is unknown.
func product(share motcua.Decimal, next *motcua.Decimal) motcua.Decimal {
	switch {
	case next == nil || share.IsZero():
		return motcua.Decimal{}
	case share == whole:
		return *next
	case next.Cmp(whole) == 0:
		return share
	}
	p, err := share.Mul(*next)
	if err != nil {
		return motcua.Decimal{}
	}
	return p
}

// follow leads from a unit to those in force on a day, and adds the way to path, if
// there is one. Lost says that for a part nobody is known to have taken over.
func (r *Register) follow(i int32, at motcua.Date, path *[]Step) (targets []Target, lost, later bool) {
	if v := r.rows.Units[i].Validity; v.Contains(at) {
		return r.self[i : i+1 : i+1], false, false
	} else if at < v.From || (motcua.Validity{From: at}).Err() != nil {
		return nil, false, true
	}
	queue := []part{{i, whole}}
	for len(queue) > 0 {
		p := take(&queue, func(a, b part) bool { return r.end(a.unit) < r.end(b.unit) })
		u := &r.rows.Units[p.unit]
		if u.Validity.Contains(at) {
			targets = append(targets, Target{u, p.share})
			continue
		}
		lost = lost || r.partly(p.unit)
		for _, e := range r.next[p.unit] {
			s := &r.rows.Successions[e.row]
			step := Step{Row: s, From: u}
			if e.other < 0 {
				lost = true
			} else {
				step.To = &r.rows.Units[e.other]
				put(&queue, part{e.other, product(p.share, s.Share)})
			}
			if path != nil {
				*path = append(*path, step)
			}
		}
	}
	if len(targets) == 1 && !lost {
		targets[0].Share = whole // however it was divided on the way
	}
	sortTargets(targets)
	return targets, lost, false
}

// partly reports whether it is not known of all parts of a unit that ended who took
// them over.
func (r *Register) partly(i int32) bool {
	next := r.next[i]
	return len(next) == 0 || len(next) == 1 && r.rows.Successions[next[0].row].Kind == Split
}

func sortTargets(targets []Target) {
	slices.SortFunc(targets, func(a, b Target) int { return cmp.Compare(a.Unit.ID, b.Unit.ID) })
}

// same reports whether both lead to the same units.
func same(a, b []Target) bool {
	return slices.EqualFunc(a, b, func(a, b Target) bool { return a.Unit == b.Unit })
}

// String writes the unit and the share that went to it, "gso:25@2025-07-01 (0.4)", with
// "?" for one that is unknown.
func (t Target) String() string {
	var b strings.Builder
	if t.Unit == nil {
		return "nobody"
	}
	b.WriteString(t.Unit.ID)
	switch {
	case t.Share.IsZero():
		b.WriteString(" (?)")
	case t.Share.Cmp(whole) != 0:
		b.WriteString(" (" + t.Share.String() + ")")
	}
	return b.String()
}
