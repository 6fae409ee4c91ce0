package npsp

import (
	"slices"
	"sync"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
)

// life is a dossier as the portal is told of it.
type life struct {
	d     *dossier.Dossier
	terms *dossier.Terms
	state int       // the portal's code
	codes []int     // the same after each event; 0: of none
	due   time.Time // the appointment that the index goes by
	asked []asked   // by request
}

// asked is what is to be told of a request for supplements beside the request itself.
type asked struct {
	before   time.Time // the appointment before it
	due      time.Time // the one stated, or begun anew, with the answer
	official string    // who took the answer
	early    bool      // made before the reception
	over     bool      // it was answered
}

// lifeOf walks the history.
func lifeOf(d *dossier.Dossier, terms *dossier.Terms) (*life, error) {
	l := &life{d: d, terms: terms, codes: make([]int, len(d.Events))}
	code, ok := d.State.National()
	if !ok || d.Filing == nil {
		return nil, &DraftError{len(d.Events)}
	}
	l.state = code
	then := dossier.Dossier{Events: make([]dossier.Event, 0, len(d.Events))}
	for i := range d.Events {
		then.Apply(d.Events[i])
		l.codes[i], _ = then.State.National()
		l.take(&then, &d.Events[i])
	}
	return l, nil
}

// take notes what an event does to the appointment and the requests.
func (l *life) take(then *dossier.Dossier, e *dossier.Event) {
	for len(l.asked) < len(then.Requests) {
		l.asked = append(l.asked, asked{before: l.due, early: then.Received.IsZero()})
	}
	switch {
	case e.Action == dossier.ActionReceive && !e.Due.IsZero():
		l.due = e.Due
	case e.Action == dossier.ActionSupplement:
		l.answered(then, e)
	}
	if l.due.IsZero() && !then.Received.IsZero() && l.terms != nil && l.terms.Limit != nil {
		l.due = l.promised(then)
		for i := range l.asked { // made before the payment that starts the clock
			if a := &l.asked[i]; !a.early {
				a.before = l.due
			}
		}
	}
}

// answered notes the answer to a request, which may bring a new appointment.
func (l *life) answered(then *dossier.Dossier, e *dossier.Event) {
	for i := range l.asked {
		a := &l.asked[i]
		if a.over || then.Requests[i].Answered.IsZero() {
			continue
		}
		a.over = true
		if e.By.Role != dossier.RoleApplicant {
			a.official = e.By.Name
		}
		if a.due = e.Due; a.due.IsZero() && !then.Received.IsZero() && l.anew() {
			a.due = l.promised(then)
		}
		if !a.due.IsZero() {
			l.due = a.due
		}
	}
}

// anew reports whether the limit begins anew once supplements have come.
func (l *life) anew() bool {
	if l.terms == nil || l.terms.Limit == nil {
		return false
	}
	how := l.terms.Limit.Supplement
	return how == workday.SupplementRestart || how == workday.SupplementRemainder
}

var midnightEnds = sync.OnceValue(func() bool { return dossier.StandardClockRules().Stated.MidnightEnds })

// promised is the appointment that the limit gives, as it is stated: where midnight is
// the end of the day before it, the end of a day is written as that day.
func (l *life) promised(then *dossier.Dossier) time.Time {
	ledger, _ := l.terms.Ledger(then.Entries)
	due, ok := ledger.Due()
	if !ok {
		return time.Time{}
	}
	ends := l.terms.Rules == nil && midnightEnds() || l.terms.Rules != nil && l.terms.Rules.Stated.MidnightEnds
	if h, m, s := due.In(motcua.Vietnam()).Clock(); ends && h+m+s == 0 {
		return due.AddDate(0, 0, -1)
	}
	return due
}

// finished is when the work ended; a refusal is told by a date of its own.
func (l *life) finished() time.Time {
	if l.d.State == dossier.StateRefused {
		return time.Time{}
	}
	return l.d.Ended
}

// Codes of the portal for work that was done and for a result that was handed over.
const (
	codeDone     = 9
	codeReturned = 10
)

// results are those that came out. Before the work is done, or once it was reopened,
// there are none to tell.
func (l *life) results() []dossier.Result {
	if l.state != codeDone && l.state != codeReturned {
		return nil
	}
	return l.d.Results
}

// digitised reports whether a component that counts is digitised.
func (l *life) digitised() bool {
	return slices.ContainsFunc(l.d.Papers, func(p dossier.Paper) bool { return p.Digitised && !p.Deleted })
}

// gateway is through which gateway the dossier was paid for, the provincial one if it was
// both; none where it was not, or any of what was taken came otherwise. What was demanded
// and not paid does not matter: the order may have been cancelled, which no dossier knows.
func (l *life) gateway() dossier.Gateway {
	var by dossier.Gateway
	for i := range l.d.Orders {
		switch p := l.d.Orders[i].Payment; {
		case p == nil:
		case p.Online == 0 && p.Amount.Sign() > 0:
			return 0
		default:
			by = max(by, p.Online)
		}
	}
	return by
}

// fees are those that were quoted, and what was demanded besides.
func (l *life) fees() []dossier.Fee {
	fees := slices.Clip(l.d.Filing.Fees)
	for i := range l.d.Orders {
		for _, f := range l.d.Orders[i].Fees {
			if !slices.Contains(fees, f) {
				fees = append(fees, f)
			}
		}
	}
	return fees
}

// current reports whether a paper stands in the dossier as it came.
func (l *life) current(p *dossier.Paper) bool {
	for i := range l.d.Papers {
		if l.d.Papers[i].ID == p.ID {
			return paperMessage(&l.d.Papers[i]) == paperMessage(p)
		}
	}
	return false
}

// told reports whether an event is told as a step of progress: not what an applicant
// thinks of the service, and not what was read from a date of a message of which no
// step told.
func (l *life) told(i int) bool {
	e := &l.d.Events[i]
	return l.codes[i] != 0 && !fromDate(e.By) && !opinion(e.Action)
}

func opinion(a dossier.Action) bool {
	return a == dossier.ActionRate || a == dossier.ActionComplain
}
