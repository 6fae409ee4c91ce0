package dossier

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"time"
)

// Dossier is a dossier (hồ sơ) as its history makes it: nothing in it is known
// otherwise. [Fold] makes one of a history, and [Dossier.Apply] adds what happened next;
// the members are for reading. The zero Dossier is a draft of which nothing is known.
type Dossier struct {
	Events []Event // the whole history, in order

	State     State        // where it stands; unset for a draft without a history
	Filing    *Filing      // what was filed, as last corrected; nil for a draft
	Grant     *Grant       // what the law gave it; nil where that is not known
	Papers    []Paper      // the papers as they are now, those taken back too
	Requests  []Supplement // requests for supplements, in order
	Orders    []Order      // what was to be paid, and what was
	Results   []Result     // what came out
	Signed    bool         // the results were signed
	Ratings   []Rating     // what the applicant said
	Complaint int          // how often the applicant complained
	Competent Place        // who decides now: as filed, forwarded or transferred
	Holder    Desk         // who has it now; the zero Desk: the counter

	Filed    time.Time // when it was filed; zero: not yet, and so for the others
	Received time.Time // when it was received
	Ended    time.Time // when the work ended; zero again once it was reopened
	Returned time.Time // when the result was handed over
	Refused  time.Time // when it was refused

	Entries []Entry // what happened to its clock, for Terms.Ledger

	clock clock
	moved bool // it was forwarded or transferred: what is filed says no more who decides
}

// Supplement is a request for supplements and what became of it.
type Supplement struct {
	Request
	Asked    time.Time // when it was made
	By       Actor     // who made it
	Answered time.Time // when the supplements came; zero: not yet
	Due      time.Time // the appointment newly stated with them; zero: none
	Papers   []Paper   // what came
}

// Order is an order of payment as the dossier knows it: demanded, paid or both.
type Order struct {
	ID       string    // of the order
	Fees     []Fee     // as demanded
	Demanded time.Time // zero: it was paid before anybody asked
	Payment  *Payment  // nil: not paid
	Paid     time.Time // when that was known
}

// Apply adds an event to the dossier. It is the fold: what is lawful is for
// [Dossier.Decide] and [Check] to say, and what happened is taken as it happened.
func (d *Dossier) Apply(e Event) {
	d.Events = append(d.Events, e)
	d.take(&d.Events[len(d.Events)-1])
}

// Fold makes a dossier of its history, which it keeps and does not copy.
func Fold(events []Event) *Dossier {
	d := &Dossier{Events: slices.Clip(events)}
	if len(events) > 0 {
		d.Entries = make([]Entry, 0, len(events)/2+2) // about every second event is one for the clock
	}
	for i := range events {
		d.take(&events[i])
	}
	return d
}

// Code is the code of the dossier (mã hồ sơ) as it was filed; "" for a draft.
func (d *Dossier) Code() string {
	if d.Filing == nil {
		return ""
	}
	return d.Filing.Code
}

// MarshalJSON writes the history, as package dossier/transcript reads it.
func (d *Dossier) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(struct {
		Dossier string  `json:"dossier"`
		Events  []Event `json:"events"`
	}{d.Code(), append([]Event{}, d.Events...)})
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// Version is how many events the dossier has seen: the version that the next one is to
// be appended to.
func (d *Dossier) Version() int64 { return int64(len(d.Events)) }

// Stands is where it stands: its state, and draft for a dossier without a history.
func (d *Dossier) Stands() State { return d.state() }

func (d *Dossier) state() State {
	if d.State == 0 {
		return StateDraft
	}
	return d.State
}

// At is the dossier as it stood at an instant: with all that had happened by then.
func (d *Dossier) At(t time.Time) *Dossier {
	n := slices.IndexFunc(d.Events, func(e Event) bool { return e.At.After(t) })
	if n < 0 {
		n = len(d.Events)
	}
	return Fold(d.Events[:n])
}

// take takes an event in.
func (d *Dossier) take(e *Event) {
	from := d.state()
	switch e.Action {
	case ActionSubmit:
		d.takeFiling(e)
		d.Filed = e.At
		d.Grant = e.Grant
	case ActionReceive:
		d.Received = e.At
	case ActionCorrect:
		d.takeFiling(e)
	case ActionAskSupplement:
		if e.Request != nil {
			d.Requests = append(d.Requests, Supplement{Request: *e.Request, Asked: e.At, By: e.By})
		}
	case ActionSupplement:
		d.supplemented(e)
	case ActionDemandPayment:
		if e.Demand != nil {
			d.Orders = append(d.Orders, Order{ID: e.Demand.Order, Fees: e.Demand.Fees, Demanded: e.At})
		}
	case ActionConfirmPayment:
		d.takePayment(e)
	case ActionForward, ActionTransfer, ActionHandOver, ActionIssue:
		d.takeDesk(e)
	case ActionRate:
		if e.Rating != nil {
			d.Ratings = append(d.Ratings, *e.Rating)
		}
	case ActionComplain:
		d.Complaint++
	}
	d.takePapers(e.Papers)
	d.takeResults(e)
	d.tell(from, e)
}

func (d *Dossier) takeFiling(e *Event) {
	if e.Filing == nil {
		return
	}
	if !d.moved {
		d.Competent = e.Filing.Competent
	}
	d.Filing = e.Filing
}

// supplemented notes what came for the request that was made last: one that an end left
// open before it stays without an answer.
func (d *Dossier) supplemented(e *Event) {
	if n := len(d.Requests) - 1; n >= 0 && d.Requests[n].Answered.IsZero() {
		r := &d.Requests[n]
		r.Answered, r.Due, r.Papers = e.At, e.Due, e.Papers
	}
}

func (d *Dossier) takePayment(e *Event) {
	if e.Payment == nil {
		return
	}
	o := d.order(e.Payment.Order)
	if o == nil {
		d.Orders = append(d.Orders, Order{ID: e.Payment.Order})
		o = &d.Orders[len(d.Orders)-1]
	}
	if o.Payment == nil {
		o.Payment, o.Paid = e.Payment, e.At
	}
}

// takeDesk notes who has it: a body that is forwarded or transferred to becomes the
// competent one, and an issued result goes to the counter.
func (d *Dossier) takeDesk(e *Event) {
	d.Holder = Desk{}
	if e.Desk == nil {
		return
	}
	d.Holder = *e.Desk
	if e.Action != ActionHandOver {
		d.Competent, d.moved = Place{Unit: e.Desk.Unit, Name: e.Desk.Name}, true
	}
}

// takePapers puts papers in: one that has the id of an earlier one replaces it.
func (d *Dossier) takePapers(papers []Paper) {
	for _, p := range papers {
		if i := slices.IndexFunc(d.Papers, func(o Paper) bool { return o.ID == p.ID }); i >= 0 {
			d.Papers[i] = p
		} else {
			d.Papers = append(d.Papers, p)
		}
	}
}

// takeResults takes over the results as they are now. Other ones than were signed are
// not signed; those that are signed and electronic are valid.
func (d *Dossier) takeResults(e *Event) {
	if e.Results != nil {
		d.Signed = d.Signed && sameResults(d.Results, e.Results)
		d.Results = e.Results
	}
	d.Signed = d.Signed || e.Action == ActionSignResult
	invalid := func(r Result) bool { return r.Electronic && !r.Valid }
	if !d.Signed || !slices.ContainsFunc(d.Results, invalid) {
		return
	}
	d.Results = slices.Clone(d.Results) // the event's stay as they were told
	for i := range d.Results {
		d.Results[i].Valid = d.Results[i].Valid || d.Results[i].Electronic
	}
}

// sameResults reports whether two lists are of the same results, though they may have
// been numbered, stored or given a file since.
func sameResults(a, b []Result) bool {
	return slices.EqualFunc(a, b, func(a, b Result) bool {
		file := a.File == b.File || a.File == nil || b.File != nil && *a.File == *b.File
		return a.Code == b.Code && a.Name == b.Name && a.Paper == b.Paper && a.Refusal == b.Refusal && file
	})
}

func (d *Dossier) supplements() int {
	if d.Grant == nil {
		return shippedLifeRules().Default.Supplements
	}
	return d.Grant.Supplements
}

// String says the code, the state and the version, and no person.
func (d Dossier) String() string {
	code := "dossier"
	if d.Filing != nil {
		code += " " + d.Filing.Code
	}
	return code + ": " + d.state().String() + " after " + itoa(len(d.Events)) + " events"
}

// Format is String for every verb of package fmt.
func (d Dossier) Format(s fmt.State, verb rune) { show(s, verb, d.String()) }

// LogValue is String.
func (d Dossier) LogValue() slog.Value { return slog.StringValue(d.String()) }
