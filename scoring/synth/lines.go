package synth

import (
	"fmt"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/scoring/facts"
)

// columnsOf are columns of a table, for a line of coverage.
func columnsOf(table string, names ...string) []string {
	for i := range names {
		names[i] = table + "." + names[i]
	}
	return names
}

// reportLines are the reports of dossiers synchronised, month by month, and the
// decisions about procedures.
func (w *writer) reportLines(add func(any)) error {
	w.covered(add, columnsOf("report", "unit", "date", "synced", "received"), ofReports)
	w.covered(add, columnsOf("decision", "unit", "procedure", "event", "date", "late"), ofDecisions)
	for i := range w.units {
		if err := w.decisions(add, i); err != nil {
			return err
		}
		w.reports(add, i)
	}
	return nil
}

// reports spreads the figures of a unit over the months. One of the two systems
// often has not heard of all dossiers: the larger figure counts.
func (w *writer) reports(add func(any), i int) {
	n := &w.targets[i].n
	if n[synced] == 0 && n[reported] == 0 {
		return
	}
	months := monthEnds(w.period.Days())
	for k, date := range months {
		part := func(total int64) int64 {
			m, k := int64(len(months)), int64(k)
			return share64(total, k+1, m) - share64(total, k, m)
		}
		line := facts.Report{Fact: facts.LineReport, Unit: string(w.units[i].code), Date: date, Synced: part(n[synced]), Reported: part(n[reported]), Received: part(n[reported])}
		if k%2 == 0 {
			line.Received -= line.Received / 50
		} else {
			line.Reported -= line.Reported / 40
		}
		add(&line)
	}
}

// share64 is total·k/m, rounded down, without overflow for small m.
func share64(total, k, m int64) int64 { return total/m*k + total%m*k/m }

// monthEnds are the last days of the months of a period.
func monthEnds(v motcua.Validity) []motcua.Date {
	var list []motcua.Date
	for d := v.From; d < v.To; d++ {
		_, _, day := d.AddDays(1).Civil()
		if day == 1 || d+1 == v.To {
			list = append(list, d)
		}
	}
	return list
}

// decisions writes the decisions of a unit: one for each procedure, for some a second
// one. A procedure is late if one of its decisions is.
func (w *writer) decisions(add func(any), i int) error {
	u := &w.units[i]
	ahead, within := 5, 5
	if u.level == "ministry" {
		ahead, within = 20, 10
	}
	for _, kind := range []struct {
		all, late figure
		event     facts.Event
	}{{announced, announcedLate, facts.EventAnnouncement}, {publicDue, publicLate, facts.EventPublication}} {
		late := u.offers[kind.late]
		for k, x := range u.offers[kind.all] {
			d := cast(w.seed, aboutLines, uint64(i), uint64(x), uint64(kind.event))
			isLate := len(common(late, []int32{x})) > 0
			times := 1 + d.below(5)/4
			for n := range times {
				number := fmt.Sprintf("QĐ-%d%03d-%d/QĐ-UBND", kind.event, k+1, n+1)
				line := facts.Decision{Fact: facts.LineDecision, Unit: string(u.code), Procedure: motcua.ProcedureCode(procedureCode(x)), Decision: number, Event: kind.event}
				if err := w.date(&line, &d, isLate && n == 0, ahead, within); err != nil {
					return err
				}
				add(&line)
			}
		}
	}
	return nil
}

// date draws the days of a decision, so that the decision and the day by which it
// must be public both lie in the period.
func (w *writer) date(line *facts.Decision, d *dice, late bool, ahead, within int) error {
	t, calendar := w.days, workday.National()
	last := max(t.first+1, t.last-within-1)
	line.Signed = t.work[t.first+d.below(last-t.first)]
	if line.Event == facts.EventAnnouncement {
		days := ahead + 1 + d.below(10)
		if late {
			days = d.below(ahead - 1)
		}
		effective, err := calendar.AddWorkingDays(line.Signed, days)
		line.Effective = &effective
		return err
	}
	days := d.below(within + 1)
	if late {
		if d.thousandths(300) {
			return nil // not yet public
		}
		days = within + 1 + d.below(10)
	}
	published, err := calendar.AddWorkingDays(line.Signed, days)
	line.Published = &published
	return err
}

// petitionLines writes the petitions of all units: 15 working days to answer.
func (w *writer) petitionLines(add func(any)) error {
	w.covered(add, columnsOf("petition", "unit", "received", "deadline", "answered", "disliked", "raisedAgain"), ofPetitions)
	for i := range w.units {
		n := &w.targets[i].n
		for k := range n[petitions] {
			d := cast(w.seed, aboutLines, uint64(i), uint64(k))
			p := facts.Petition{Fact: facts.LinePetition, Petition: fmt.Sprintf("PAKN-%s-%05d", w.units[i].code, k+1), Unit: string(w.units[i].code)}
			w.petition(&p, &d, k < n[petitionsOnTime])
			if k >= n[petitionsSatisfied] && (k < n[petitionsOnTime] || d.thousandths(300)) {
				p.Disliked = d.thousandths(700)
				p.RaisedAgain = !p.Disliked
			}
			add(&p)
		}
	}
	return nil
}

// petition draws the times of a petition.
func (w *writer) petition(p *facts.Petition, d *dice, timely bool) {
	t := w.days
	limit := min(15, t.longest)
	latest := t.last
	if !timely {
		latest = t.last - 2 - limit
	}
	came, second := t.first+d.below(latest-t.first), int32(d.below(int(t.open)))
	due := t.at(came+limit, second)
	p.Received, p.Deadline = w.time(t.at(came, second)), timeOf(w.time(due))
	g := w.generation
	switch {
	case timely && due >= t.cut && d.thousandths(600), !timely && d.thousandths(300):
	case timely:
		p.Answered = timeOf(w.time(g.between(d, came, second+1, min(came+limit, t.last-1), second)))
	default:
		p.Answered = timeOf(w.time(g.between(d, came+limit+1, 0, min(came+limit+8, t.last-1), t.open-1)))
	}
}

func timeOf(t time.Time) *time.Time { return &t }

// time is a moment as a time in Vietnam.
func (w *writer) time(m moment) time.Time {
	return w.days.date(m).In(nil).Add(time.Duration(m%daySeconds) * time.Second)
}
