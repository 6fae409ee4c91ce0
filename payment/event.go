package payment

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/motcua/motcua"
)

// Command asks that something be done with an order. Its ID is the key by which a
// command that is sent again is known (idempotency key): it is done once, and the same
// ID with another request is an error.
type Command struct {
	ID     string `json:"id"`                           // chosen by the sender
	Action Action `json:"action"`                       // what is asked for
	By     Role   `json:"by"`                           // in what capacity
	Who    string `json:"who,omitempty" personal:"yes"` // who asks
	Details
}

// Event is one thing that happened to an order, by the command of the same ID. It says
// in which state the order was left and what was posted, so that books can be read
// though the rows of their day have been replaced.
type Event struct {
	ID          string    `json:"id"`                           // of the command
	Action      Action    `json:"action"`                       // what happened
	At          time.Time `json:"at"`                           // when it was recorded
	By          Role      `json:"by"`                           // in what capacity
	To          State     `json:"to"`                           // where the order stood then
	Fingerprint string    `json:"fingerprint"`                  // SHA-256 of what was asked for, in hexadecimal
	Postings    []Posting `json:"postings"`                     // what it did to the books; nothing is stated as []
	Who         string    `json:"who,omitempty" personal:"yes"` // who did it
	Details
}

// Details are what an action needs besides: each names the actions it belongs to.
type Details struct {
	Reason     string      `json:"reason,omitempty" personal:"yes"` // why; always allowed, needed to cancel, refund and correct
	Opening    *Opening    `json:"opening,omitempty"`               // open: what is to be paid
	Attempt    *Attempt    `json:"attempt,omitempty"`               // start: how and how much
	Claim      *Claim      `json:"claim,omitempty"`                 // report: what is said
	Reference  string      `json:"reference,omitempty"`             // timeOut: of the attempt
	Relief     *Relief     `json:"relief,omitempty"`                // waive, support: how much, by which act
	Refund     *Refund     `json:"refund,omitempty"`                // refund: how much, how
	Dispute    *Dispute    `json:"dispute,omitempty"`               // dispute: which sum
	Settlement *Settlement `json:"settlement,omitempty"`            // settleRefund, settleDispute: how it ended
	Correction *Correction `json:"correction,omitempty"`            // correct: what a sum is
}

// Attempt is one try to pay an order or part of it.
type Attempt struct {
	Reference string    `json:"reference"`        // the next one of the order, see [Reference]
	Method    Method    `json:"method"`           // how
	Amount    Money     `json:"amount"`           // how much, at most what is still to be paid
	Expires   time.Time `json:"expires,omitzero"` // from then on it may be timed out; absent: never
}

// Claim is what somebody outside says of an attempt: a callback, an answer to a query,
// a cashier, a line of a statement. Claims may come twice, late, in another order and
// against one another; what an order makes of a set of them is always the same.
type Claim struct {
	Reference   string    `json:"reference"`             // of the attempt (MaThamChieu); one that is none is kept as it is
	Outcome     Outcome   `json:"outcome"`               // what came of it
	Transaction string    `json:"transaction,omitempty"` // of the gateway or the bank (MaGiaoDich); needed for succeeded
	Amount      Money     `json:"amount"`                // as said (SoTien); needed for succeeded
	At          time.Time `json:"at,omitzero"`           // when, as said (ThoiGianGD)
	Code        string    `json:"code,omitempty"`        // as said (MaLoi), kept though nobody knows it
	Unknown     bool      `json:"unknown,omitempty"`     // nobody knows the code
	Origin      Origin    `json:"origin"`                // who says so
}

// Relief is a part of an order that is waived, or supported by the budget.
type Relief struct {
	Amount Money         `json:"amount"` // more than 0
	Rule   string        `json:"rule"`   // id of the row or number of the decision that gives it
	Source motcua.Source `json:"source"` // the act
}

// Refund is money that is to go back to the payer. Whoever asks for it says what they
// take to be available: a stale figure is refused.
type Refund struct {
	ID        string `json:"id"`        // of the refund, within the order
	Amount    Money  `json:"amount"`    // more than 0
	Available Money  `json:"available"` // what can be refunded as the sender knows it, see Order.Available
	Method    Method `json:"method"`    // how it goes back
}

// Dispute is a sum that the payer contests at the bank.
type Dispute struct {
	ID          string `json:"id"`          // of the dispute, within the order
	Transaction string `json:"transaction"` // the sum
	Amount      Money  `json:"amount"`      // more than 0, at most that of the sum
}

// Settlement says how a refund or a dispute ended.
type Settlement struct {
	ID          string    `json:"id"`                    // of the refund or the dispute
	Outcome     Outcome   `json:"outcome"`               // succeeded: the money went back to the payer; failed: it did not
	Transaction string    `json:"transaction,omitempty"` // of the bank, for what went back
	At          time.Time `json:"at,omitzero"`           // when it did, as said
}

// Correction says what a sum is, whatever was claimed of it: an officer looked it up.
type Correction struct {
	Reference   string `json:"reference"`   // of the attempt it came under
	Transaction string `json:"transaction"` // the sum
	Amount      Money  `json:"amount"`      // taken for the order, in its currency; 0: none of it, as none came, it went back or it is for something else
}

// members are those that are set.
func (d *Details) members() (set detail) {
	for i, is := range [...]bool{
		d.Reason != "", d.Opening != nil, d.Attempt != nil, d.Claim != nil, d.Reference != "",
		d.Relief != nil, d.Refund != nil, d.Dispute != nil, d.Settlement != nil, d.Correction != nil,
	} {
		if is {
			set |= 1 << i
		}
	}
	return set
}

// String names the members that are set.
func (set detail) String() string {
	var names []string
	for i, name := range detailNames {
		if set&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// fingerprint is the hash of what is asked for: of all but the id and the time. Times
// within are written in UTC, so that an instant has one.
func fingerprint(a Action, by Role, who string, d Details) (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(struct {
		Action Action `json:"action"`
		By     Role   `json:"by"`
		Who    string `json:"who"`
		Details
	}{a, by, who, d.inUTC()})
	sum := sha256.Sum256(b.Bytes())
	return hex.EncodeToString(sum[:]), err
}

// inUTC are the details with all times in UTC; d keeps its own.
func (d Details) inUTC() Details {
	if d.Opening != nil {
		o := *d.Opening
		o.Due, d.Opening = utc(o.Due), &o
	}
	if d.Attempt != nil {
		a := *d.Attempt
		a.Expires, d.Attempt = utc(a.Expires), &a
	}
	if d.Claim != nil {
		c := *d.Claim
		c.At, d.Claim = utc(c.At), &c
	}
	if d.Settlement != nil {
		s := *d.Settlement
		s.At, d.Settlement = utc(s.At), &s
	}
	return d
}

// utc is an instant in UTC; none stays none.
func utc(t time.Time) time.Time {
	if t.IsZero() {
		return time.Time{}
	}
	return t.UTC()
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
