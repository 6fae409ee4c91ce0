package dossier

import (
	"fmt"
	"log/slog"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
)

// Command asks that something be done with a dossier. It is decided by
// [Dossier.Decide], which looks at its ID to know it again: a command that is sent
// twice is done once.
type Command struct {
	ID     string `json:"id"`     // chosen by the sender
	Action Action `json:"action"` // what is asked for
	By     Actor  `json:"by"`     // who asks
	Details
}

// Event is one thing that happened to a dossier, by the command of the same ID. It says
// in which state the dossier was left, so that a history can be read though the rows of
// its day have been replaced, or hold actions that the reader does not know.
type Event struct {
	ID     string    `json:"id"`     // of the command
	Action Action    `json:"action"` // what was done
	At     time.Time `json:"at"`     // when
	By     Actor     `json:"by"`     // who did it
	To     State     `json:"to"`     // where the dossier stood then
	Details
}

// Details are what an action needs besides: each names the actions it belongs to.
type Details struct {
	Reason  string    `json:"reason,omitempty" personal:"yes"` // why; always allowed, needed where a decision goes against somebody
	Filing  *Filing   `json:"filing,omitempty"`                // submit, correct: what is filed
	Grant   *Grant    `json:"grant,omitempty"`                 // submit: what the procedure grants, frozen
	Papers  []Paper   `json:"papers,omitempty"`                // submit, receive, supplement, handOver, correct: the papers that came, or took another form
	Request *Request  `json:"request,omitempty"`               // askSupplement: what is asked for
	Demand  *Demand   `json:"demand,omitempty"`                // demandPayment: what is to be paid
	Payment *Payment  `json:"payment,omitempty"`               // confirmPayment: what was paid
	Desk    *Desk     `json:"desk,omitempty"`                  // forward, transfer, handOver: who has it now
	Pause   string    `json:"pause,omitempty"`                 // handOver to another body: why, the id of a Reason
	Due     time.Time `json:"due,omitzero"`                    // receive, extend, supplement: the appointment that is stated
	Lane    bool      `json:"lane,omitempty"`                  // receive: the fast lane is granted
	Apology string    `json:"apology,omitempty"`               // extend: number of the letter of apology
	Results []Result  `json:"results,omitempty"`               // finish, signResult, issue: the results as they are now
	Rating  *Rating   `json:"rating,omitempty"`                // rate: what the applicant says
}

// Request is a request for supplements (yêu cầu bổ sung): one, complete, in writing.
type Request struct {
	ID     int64    `json:"id"`                  // within the dossier
	Text   string   `json:"text" personal:"yes"` // what is asked for, and why
	Papers []string `json:"papers,omitempty"`    // codes of the papers that are missing or not in order
	Fees   []Fee    `json:"fees,omitempty"`      // to be paid with it
}

// Demand is a demand for payment (yêu cầu thực hiện nghĩa vụ tài chính).
type Demand struct {
	Order string `json:"order"` // id of the order it is paid by
	Fees  []Fee  `json:"fees"`  // what is owed
}

// Payment is the news that an order was paid. It counts once for each order.
type Payment struct {
	Order  string        `json:"order"`           // id of the order
	Amount payment.Money `json:"amount"`          // what was taken
	Waived payment.Money `json:"waived,omitzero"` // what of the order need not be paid; absent: nothing
	Online Gateway       `json:"online,omitzero"` // through which gateway; absent: not online
}

// Fee is one charge of a dossier, as a quote or an order has it.
type Fee struct {
	Code   string        `json:"code,omitempty"` // of the fee on the portal (MaPhiLePhi)
	Name   string        `json:"name"`           // for people
	Kind   payment.Kind  `json:"kind,omitzero"`  // phí or lệ phí; absent: not known
	Amount payment.Money `json:"amount"`         // to be paid; zero stays
}

// Desk is a desk that has a dossier, and what it has it for.
type Desk struct {
	Unit       motcua.UnitCode `json:"unit"`                             // the body
	Name       string          `json:"name,omitempty"`                   // of the body
	Department string          `json:"department,omitempty"`             // phòng ban
	Handler    string          `json:"handler,omitempty" personal:"yes"` // the official (người xử lý)
	Step       string          `json:"step,omitempty"`                   // what is to be done there
	Budget     []workday.Term  `json:"budget,omitempty"`                 // the time it has for that
}

// Rating is what an applicant says of the service (đánh giá).
type Rating struct {
	Satisfied bool `json:"satisfied"` // with the service
	Complains bool `json:"complains"` // and raises a complaint
}

// detail is a set of the members of [Details].
type detail uint16

const (
	hasReason detail = 1 << iota
	hasFiling
	hasGrant
	hasPapers
	hasRequest
	hasDemand
	hasPayment
	hasDesk
	hasPause
	hasDue
	hasLane
	hasApology
	hasResults
	hasRating
)

// detailNames are the members by their bits.
var detailNames = [...]string{"reason", "filing", "grant", "papers", "request", "demand", "payment", "desk", "pause", "due", "lane", "apology", "results", "rating"}

// members are those that are set.
func (d *Details) members() (set detail) {
	for i, is := range [...]bool{
		d.Reason != "", d.Filing != nil, d.Grant != nil, d.Papers != nil, d.Request != nil, d.Demand != nil, d.Payment != nil,
		d.Desk != nil, d.Pause != "", !d.Due.IsZero(), d.Lane, d.Apology != "", d.Results != nil, d.Rating != nil,
	} {
		if is {
			set |= 1 << i
		}
	}
	return set
}

// String says what is asked for, by whom in what capacity, and names no person.
func (c Command) String() string { return c.Action.String() + " by " + c.By.String() }

// Format is String for every verb of package fmt.
func (c Command) Format(s fmt.State, verb rune) { show(s, verb, c.String()) }

// LogValue is String.
func (c Command) LogValue() slog.Value { return slog.StringValue(c.String()) }

// String says when what happened, in what capacity, and names no person.
func (e Event) String() string {
	return e.At.In(motcua.Vietnam()).Format(time.RFC3339) + " " + e.Action.String() + " by " + e.By.String() + ": " + e.To.String()
}

// Format is String for every verb of package fmt.
func (e Event) Format(s fmt.State, verb rune) { show(s, verb, e.String()) }

// LogValue is String.
func (e Event) LogValue() slog.Value { return slog.StringValue(e.String()) }

// String names the members that are set.
func (d Details) String() string { return d.members().String() }

// Format is String for every verb of package fmt.
func (d Details) Format(s fmt.State, verb rune) { show(s, verb, d.String()) }

// LogValue is String.
func (d Details) LogValue() slog.Value { return slog.StringValue(d.String()) }

// String names the members of a set.
func (set detail) String() string {
	text := ""
	for i, name := range detailNames {
		if set&(1<<i) != 0 {
			text += "," + name
		}
	}
	if text == "" {
		return "nothing"
	}
	return text[1:]
}

// String names the request by its number.
func (r Request) String() string { return "request " + itoa(int(r.ID)) }

// Format is String for every verb of package fmt.
func (r Request) Format(s fmt.State, verb rune) { show(s, verb, r.String()) }

// LogValue is String.
func (r Request) LogValue() slog.Value { return slog.StringValue(r.String()) }

// String names the unit and the step, and no person.
func (d Desk) String() string { return string(d.Unit) + " " + d.Step }

// Format is String for every verb of package fmt.
func (d Desk) Format(s fmt.State, verb rune) { show(s, verb, d.String()) }

// LogValue is String.
func (d Desk) LogValue() slog.Value { return slog.StringValue(d.String()) }
