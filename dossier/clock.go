package dossier

import (
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

// clock is what is known of the clock besides its entries.
type clock struct {
	pause       string    // why it stands
	appointment time.Time // stated at reception
	paid        bool      // it knows that what starts it was paid
}

func (d *Dossier) enter(e Entry) { d.Entries = append(d.Entries, e) }

// tell brings the dossier to the state an event leads to, and tells the clock.
func (d *Dossier) tell(from State, e *Event) {
	switch e.Action {
	case ActionSubmit:
		d.enter(Entry{Kind: EntryFiled, At: e.At})
	case ActionReceive:
		d.clock.appointment = e.Due
		d.enter(Entry{Kind: EntryReceived, At: e.At})
		if e.Lane {
			d.enter(Entry{Kind: EntryLane, At: e.At})
		}
	case ActionExtend:
		d.enter(Entry{Kind: EntryExtended, At: e.At, Due: e.Due, Apology: e.Apology})
	}
	d.move(from, e)
	if d.paidUnasked() {
		d.clock.paid = true
		d.enter(Entry{Kind: EntryResumed, At: e.At, Reason: StatePayment.row().pause})
	}
}

// move brings the dossier to the state an event leads to: the clock is paused where the
// new state pauses, goes on where that ends, and ends and reopens with the work.
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
		pause = d.clock.pause
	}
	ends, ended := to.Ended(), from.Ended()
	switch {
	case ends && !ended:
		d.Ended, d.clock.pause = e.At, ""
		d.enter(Entry{Kind: EntryEnded, At: e.At, Reason: to.String()})
	case ended && !ends:
		d.reopened()
		d.enter(Entry{Kind: EntryReopened, At: e.At})
	}
	if pause != d.clock.pause {
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
	d.Signed, d.clock.pause = false, ""
}

// changePause ends one pause and begins another.
func (d *Dossier) changePause(pause string, e *Event) {
	if d.clock.pause != "" {
		resumed := Entry{Kind: EntryResumed, At: e.At, Reason: d.clock.pause}
		if e.Action == ActionSupplement {
			resumed.Due = e.Due
		}
		d.enter(resumed)
		d.clock.paid = d.clock.paid || d.clock.pause == StatePayment.row().pause
	}
	if pause != "" {
		d.enter(Entry{Kind: EntryPaused, At: e.At, Reason: pause})
	}
	d.clock.pause = pause
}

// paidUnasked reports whether what starts the clock was paid before anybody asked, and
// the clock does not know it yet.
func (d *Dossier) paidUnasked() bool {
	return d.startsOnPayment() && !d.clock.paid && d.clock.pause != StatePayment.row().pause && !d.State.Ended() &&
		len(d.Orders) > 0 && !d.unpaidBut("")
}

func (d *Dossier) startsOnPayment() bool {
	return d.Grant != nil && d.Grant.Limit != nil && d.Grant.Limit.Start == workday.StartOnPayment
}

// clockOf is what a row of the life does to the clock.
func clockOf(from State, on Action, to State) []EntryKind {
	d := Dossier{State: from, clock: clock{pause: from.row().pause}}
	d.tell(from, &Event{Action: on, To: to, At: anyTime})
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
	terms := Terms{Office: office, Rules: rules, Appointment: d.clock.appointment}
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

// Ledger is the clock of the dossier under the office and the rules of a setting. The
// error is a grant that names what no row knows, or the faults of reading: what came of
// the entries without faults can be asked all the same.
func (d *Dossier) Ledger(s *Setting) (Ledger, error) {
	s = s.given()
	terms, faults := d.Terms(s.Office, s.Clock, s.Profiles)
	if err := faults.Err(); err != nil {
		return Ledger{}, err
	}
	l, faults := terms.Ledger(d.Entries)
	return l, faults.Err()
}

// minutes are the whole minutes of a duration, rounded down.
func minutes(d time.Duration) int64 {
	m := int64(d / time.Minute)
	if d%time.Minute < 0 {
		m--
	}
	return m
}
