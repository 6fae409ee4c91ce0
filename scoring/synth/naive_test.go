package synth_test

import (
	"slices"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/scoring/synth"
)

// naiveDossier is all that was read of one dossier: a scan as decisions.md §1 words
// the rules, without the packages that count.
type naiveDossier struct {
	told                                        bool
	unit, procedure                             string
	channel, state                              npsp.Code
	filed, received, due, done, handed, refused npsp.Moment
	feeDue, paid, result, digitised, reused     bool
	population, stored, disliked                bool
	requests                                    []npsp.Supplement
	steps                                       []naiveStep
}

type naiveStep struct {
	at    npsp.Moment
	state npsp.Code
}

// take takes a message over; the last word counts.
func (d *naiveDossier) take(b *npsp.Brief) {
	if b.Kind == npsp.KindProgress {
		if s := (naiveStep{b.At, b.State}); !slices.Contains(d.steps, s) {
			d.steps = append(d.steps, s)
		}
		return
	}
	d.told = true
	d.procedure, d.channel, d.state = string(b.Procedure), b.Channel, b.State
	d.filed, d.received, d.due, d.done, d.handed, d.refused = b.Filed, b.Received, b.Due, b.Finished, b.Returned, b.Refused
	d.feeDue, d.paid = b.FeesAboveZero > 0, b.Payment == 1 || b.Payment == 2
	d.result, d.digitised, d.population = b.ResultsLinked > 0, b.Digitised == 1, b.Databases&(1<<1) != 0
	d.reused = false
	for bits, n := range b.Components {
		if n > 0 && bits&(npsp.ComponentFromDossier|npsp.ComponentFromResult|npsp.ComponentFromStore) != 0 {
			d.reused = true
		}
	}
	d.requests = slices.Clone(b.Supplements)
}

// end is rule 10: of the steps after the last reopening the first in state 9, else
// 10, else stopped or refused, else withdrawn; without such a step the dates.
func (d *naiveDossier) end() npsp.Moment {
	slices.SortStableFunc(d.steps, func(a, b naiveStep) int { return int(a.at - b.at) })
	after, over := 0, false
	for i, s := range d.steps {
		final := slices.Contains([]npsp.Code{3, 7, 8, 9, 10}, s.state)
		if over && !final {
			after = i
		}
		over = final
	}
	for _, states := range [][]npsp.Code{{9}, {10}, {3, 8}, {7}} {
		for _, s := range d.steps[after:] {
			if slices.Contains(states, s.state) {
				return s.at
			}
		}
	}
	for _, m := range []npsp.Moment{d.done, d.handed, d.refused} {
		if m != 0 {
			return m
		}
	}
	return 0
}

// naive is a scan of all files.
type naive struct {
	t        *testing.T
	cut      time.Time
	from     time.Time
	office   *workday.Office
	dossiers map[string]*naiveDossier
	limits   map[string]int // working days, by procedure
	lines    []naiveLine
}

func newNaive(t *testing.T, w *synth.World) *naive {
	office, faults := workday.National().Office(workday.UsualHours())
	if faults.Err() != nil {
		t.Fatal(faults)
	}
	days := w.Period().Days()
	return &naive{
		t: t, from: days.From.In(nil), cut: days.To.In(nil), office: office,
		dossiers: map[string]*naiveDossier{}, limits: map[string]int{},
	}
}

func (n *naive) at(code string) *naiveDossier {
	d := n.dossiers[code]
	if d == nil {
		d = &naiveDossier{channel: npsp.CodeAbsent}
		if c, err := motcua.ParseDossier(code); err == nil {
			d.unit = c.Unit().String()
		}
		n.dossiers[code] = d
	}
	return d
}

// active is rule 5: received before the cut, not ended before the period began.
func (n *naive) active(d *naiveDossier) bool {
	if !d.told || d.received == 0 || !d.received.Time().Before(n.cut) {
		return false
	}
	end := d.end()
	return end == 0 || !end.Time().Before(n.from)
}

// onTime is rules 2, 10 to 12 and measure onTime.
func (n *naive) onTime(d *naiveDossier) bool {
	if len(d.requests) > 1 {
		return false
	}
	end, due := d.end().Time(), d.due.Time()
	if d.due == 0 {
		limit, ok := n.limits[d.procedure]
		if !ok {
			return false
		}
		due = n.working(d.received.Time(), limit)
	} else if h, m, s := due.Clock(); h+m+s == 0 {
		due = due.AddDate(0, 0, 1)
	}
	if len(d.requests) == 1 {
		r := d.requests[0]
		switch {
		case r.Answered == 0:
			end = r.Asked.Time()
		case r.Due != 0:
			due = r.Due.Time()
		default:
			waited, err := n.office.Between(r.Asked.Time(), r.Answered.Time())
			n.check(err)
			due, err = n.office.Add(due, waited)
			n.check(err)
		}
	}
	if !end.IsZero() && !end.After(n.cut) {
		return !end.After(due)
	}
	return !due.Before(n.cut)
}

func (n *naive) working(from time.Time, days int) time.Time {
	due, err := n.office.AddWorkingDays(from, days)
	n.check(err)
	return due
}

func (n *naive) check(err error) {
	n.t.Helper()
	if err != nil {
		n.t.Fatal(err)
	}
}
