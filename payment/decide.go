package payment

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/motcua/motcua"
)

// RefusalError says why a command may not be done.
type RefusalError struct {
	Order   string   // its id
	State   State    // where it stands
	Action  Action   // what was asked for
	By      Role     // in what capacity
	Grounds []Ground // all that stands against it
}

// Ground is one thing that stands against a command.
type Ground struct {
	Code string      `json:"code"` // the guard, or id, action, needs, takes, time, state, role
	Text motcua.Text `json:"text"` // for people
}

// Error says it in English.
func (e *RefusalError) Error() string { return e.text().En }

// text says it in both languages.
func (e *RefusalError) text() motcua.Text {
	vi := fmt.Sprintf("%s: không được %s ở trạng thái %s", strings.TrimSpace("khoản thu "+e.Order), e.Action, e.State)
	en := fmt.Sprintf("%s: %s by %s in state %s", strings.TrimSpace("order "+e.Order), e.Action, e.By, e.State)
	for i, g := range e.Grounds {
		mark := []string{": ", "; "}[min(i, 1)]
		vi, en = vi+mark+g.Text.Vi, en+mark+g.Text.En
	}
	return motcua.Text{Vi: vi, En: en}
}

// RepeatedError says that a command was done already, or that a claim says nothing that
// was not said before.
type RepeatedError struct {
	Command string // its id
	Same    bool   // it asks for what was done; otherwise the id was used for another request
}

// Error names the command.
func (e *RepeatedError) Error() string {
	if e.Same {
		return fmt.Sprintf("command %q was done already", e.Command)
	}
	return fmt.Sprintf("command %q was used for another request", e.Command)
}

// Decide says what a command does to the order: the event to append, with what it posts,
// or why it may not be done, as a *[RefusalError] with all that stands against it. It
// changes nothing, and asks for nothing but what it is given. Who appends the event
// applies it with [Order.Apply]; it shares what the command points to. What is wrong with
// a command by itself comes as motcua.Faults.
//
// A command that was done already gives its event again and a *[RepeatedError], and so
// does a claim that says nothing new. A claim of a known attempt is never refused,
// however late it comes and whatever it says: what it does not explain goes to suspense.
func (o *Order) Decide(c *Command, now time.Time) (Event, error) {
	if c == nil {
		c = new(Command)
	}
	if err := c.Check().Err(); err != nil {
		return Event{}, err
	}
	print, err := fingerprint(c.Action, c.By, c.Who, c.Details)
	if err != nil {
		return Event{}, err
	}
	if e := o.event(c.ID); e != nil {
		return *e, &RepeatedError{Command: c.ID, Same: e.Fingerprint == print}
	}
	if e := o.told(c); e != nil {
		return *e, &RepeatedError{Command: c.ID, Same: true}
	}
	j := judge{o, c, now}
	e := Event{ID: c.ID, Action: c.Action, At: now, By: c.By, Fingerprint: print, Who: c.Who, Details: c.Details}
	if grounds := j.against(); len(grounds) > 0 {
		return Event{}, j.refuse(grounds)
	}
	then := o.copy()
	then.take(&e)
	e.To = then.standing()
	e.Postings = change(o.balances(), then.balances())
	return e, nil
}

// event finds the event of a command; nil for none.
func (o *Order) event(id string) *Event {
	for i := range o.Events {
		if o.Events[i].ID == id {
			return &o.Events[i]
		}
	}
	return nil
}

// told finds the event by which the order heard what a claim says; nil for none.
func (o *Order) told(c *Command) *Event {
	if c.Action != ActionReport || c.Claim == nil {
		return nil
	}
	said := c.Claim.says()
	for i := range o.Events {
		if e := &o.Events[i]; e.Claim != nil && e.Action == ActionReport && e.Claim.Transaction == said.Transaction && e.Claim.says() == said {
			return e
		}
	}
	return nil
}

// against is all that stands against a command.
func (j judge) against() (grounds []Ground) {
	add := func(code, vi, en string) { grounds = append(grounds, Ground{code, motcua.Text{Vi: vi, En: en}}) }
	if n := len(j.o.Events); n > 0 && j.now.Before(j.o.Events[n-1].At) {
		add("time", "trước việc đã ghi cuối cùng", "before what happened last")
	}
	if !slices.Contains(j.c.Action.row().by, j.c.By) {
		add("role", "không phải người được làm việc này", "it is for somebody else to do")
	}
	rows := life().At(j.o.state(), j.c.Action)
	if len(rows) == 0 {
		add("state", "không làm được ở trạng thái này", "this state does not take the action")
		return grounds
	}
	for _, g := range rows[0].More { // those of a state and an action share their guards
		if row := &guardRows[g-1]; !row.holds(j) {
			add(g.String(), "chưa có: "+row.text.Vi, "not so: "+row.text.En)
		}
	}
	return grounds
}

func (j judge) refuse(grounds []Ground) error {
	return &RefusalError{Order: j.o.ID(), State: j.o.state(), Action: j.c.Action, By: j.c.By, Grounds: grounds}
}

// copy is an order that can be taken further without touching this one.
func (o *Order) copy() *Order {
	then := *o
	then.Tries = slices.Clone(o.Tries)
	for i := range then.Tries {
		then.Tries[i].Claims = slices.Clip(then.Tries[i].Claims)
	}
	then.Reliefs, then.Supports, then.facts = slices.Clip(o.Reliefs), slices.Clip(o.Supports), slices.Clip(o.facts)
	then.Refunds, then.Disputes = slices.Clone(o.Refunds), slices.Clone(o.Disputes)
	return &then
}
