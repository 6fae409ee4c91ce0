package dossier

import (
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

func (d *Dossier) enter(e Entry) { d.Entries = append(d.Entries, e) }

// move brings the dossier to the state an event leads to, and tells the clock: it is
// paused where the new state pauses, goes on where that ends, and ends and reopens with
// the work.
func (d *Dossier) move(from State, e *Event) {
	to := e.To
	if to == 0 {
		to = from
	}
	d.State = to
	pause := to.row().pause
	if to == StateAtOtherBody && e.Pause != "" {
		pause = e.Pause
	} else if to == from {
		pause = d.pause
	}
	ends, ended := to.Ended(), from.Ended()
	switch {
	case ends && !ended:
		d.Ended, d.pause = e.At, ""
		d.enter(Entry{Kind: EntryEnded, At: e.At, Reason: to.String()})
	case ended && !ends:
		d.reopened()
		d.enter(Entry{Kind: EntryReopened, At: e.At})
	}
	if pause != d.pause {
		d.changePause(pause, e)
	}
	switch to {
	case StateReturned:
		if from != StateReturned {
			d.Returned = e.At
		}
	case StateRefused:
		if from != StateRefused {
			d.Refused = e.At
		}
	}
}

// reopened takes back what the end said.
func (d *Dossier) reopened() {
	d.Ended, d.Returned, d.Refused = time.Time{}, time.Time{}, time.Time{}
	d.Signed, d.pause = false, ""
}

// changePause ends one pause and begins another.
func (d *Dossier) changePause(pause string, e *Event) {
	if d.pause != "" {
		resumed := Entry{Kind: EntryResumed, At: e.At, Reason: d.pause}
		if e.Action == ActionSupplement {
			resumed.Due = e.Due
		}
		d.enter(resumed)
		d.paid = d.paid || d.pause == StatePayment.row().pause
	}
	if pause != "" {
		d.enter(Entry{Kind: EntryPaused, At: e.At, Reason: pause})
	}
	d.pause = pause
}

// clockOf is what a row of the life does to the clock.
func clockOf(from State, on Action, to State) []EntryKind {
	var d Dossier
	d.State, d.pause = from, from.row().pause
	d.take(&Event{Action: on, To: to, At: anyTime})
	kinds := []EntryKind{}
	for _, e := range d.Entries {
		kinds = append(kinds, e.Kind)
	}
	return kinds
}

// anyTime stands for the instant of an event that no clock reads.
var anyTime = time.Unix(0, 0)

// Terms are what the clock of the dossier runs under: what it was granted, in the time
// of an office. Nil rules and profiles are those that are shipped. The fault is a
// profile or a time to answer that no row knows.
func (d *Dossier) Terms(office *workday.Office, rules *ClockRules, profiles *workday.Profiles) (Terms, motcua.Faults) {
	terms := Terms{Office: office, Rules: rules, Appointment: d.appointment}
	var faults motcua.Faults
	if d.Grant == nil {
		return terms, nil
	}
	terms.Limit, terms.Own = d.Grant.Limit, d.Grant.Own
	if rules == nil {
		rules = shippedRules()
	}
	var ok bool
	if id := d.Grant.Answer; id != "" {
		if terms.Answer, ok = rules.Answer(id); !ok {
			fault(&faults, codeGrant, "/answer", "không có thời hạn trả lời %q", "no row knows the time to answer %q", id)
		}
	}
	if id := d.Grant.Profile; id != "" {
		if profiles == nil {
			standard := workday.StandardProfiles()
			profiles = &standard
		}
		if terms.Profile, ok = profiles.Lookup(id); !ok {
			fault(&faults, codeGrant, "/profile", "không có cách tính %q", "no row knows the profile %q", id)
		}
	}
	return terms, faults
}
