package payment

import (
	"errors"
	"slices"
	"strconv"

	"github.com/motcua/motcua"
)

// Replay makes an order of its history and holds every event to the rows of the life, to
// its fingerprint and to its postings, in the state in which it happened. All faults are
// found at once, with pointers from the list of events ("/3/postings"). An event that
// was not lawful is reported and taken at its word, since it happened; one whose id
// stands above is left out.
func Replay(events []Event) (*Order, motcua.Faults) {
	o, faults := &Order{}, motcua.Faults{}
	for i := range events {
		at := "/" + strconv.Itoa(i)
		e := &events[i]
		faults = append(faults, e.Check().At(at)...)
		if o.event(e.ID) != nil {
			fault(&faults, codeAgain, at+"/id", "mã sự kiện đã có", "the id stands above")
			continue
		}
		if n := len(o.Events); n > 0 && e.At.Before(o.Events[n-1].At) {
			fault(&faults, codeBack, at+"/at", "trước sự kiện đứng trên", "before the event above it")
		}
		o.lawful(&faults, at, e)
		o.Apply(*e)
	}
	faults.Sort()
	return o, faults
}

// lawful holds an event to what would have been decided.
func (o *Order) lawful(faults *motcua.Faults, at string, e *Event) {
	now := e.At
	if n := len(o.Events); n > 0 && now.Before(o.Events[n-1].At) {
		now = o.Events[n-1].At // that is told
	}
	c := Command{ID: e.ID, Action: e.Action, By: e.By, Who: e.Who, Details: e.Details}
	decided, err := o.Decide(&c, now)
	var refusal *RefusalError
	var repeated *RepeatedError
	switch {
	case errors.As(err, &refusal):
		faults.Add(codeUnlaw, at+"/action", refusal.text(), nil)
		return
	case errors.As(err, &repeated):
		fault(faults, codeToldOnce, at+"/claim", "đã được báo ở trên", "says what was said above")
		return
	case err != nil: // its form is at fault, which is told
		return
	}
	if decided.To != e.To {
		fault(faults, codeToElse, at+"/to", "dẫn đến %s chứ không phải %s", "leads to %s, not to %s", decided.To, e.To)
	}
	if !slices.Equal(decided.Postings, e.Postings) && balanced(e.Postings) { // else it is told
		fault(faults, codePosted, at+"/postings", "không đúng bút toán của sự kiện", "not what the event posts")
	}
}
