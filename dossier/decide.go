package dossier

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/internal/flow"
)

// Setting is what a decision looks at besides the dossier and the command. A nil one knows
// nothing.
type Setting struct {
	Now       time.Time          // the clock
	Office    *workday.Office    // whose time is measured; needed where a deadline decides
	Clock     *ClockRules        // rules of the ledger; nil: those that are shipped
	Profiles  *workday.Profiles  // ways of counting; nil: those that are shipped
	Procedure *catalog.Procedure // the version that applies, when a dossier is filed; nil: the command brings the grant
	Rules     *LifeRules         // nil: those that are shipped
	Children  []*Dossier         // those that the dossier set off
}

// given is the setting, or one in which nothing is known.
func (s *Setting) given() *Setting {
	if s == nil {
		return new(Setting)
	}
	return s
}

func (s *Setting) clock() *ClockRules {
	if s.Clock == nil {
		return shippedRules()
	}
	return s.Clock
}

// judge holds what guards look at.
type judge struct {
	d     *Dossier
	c     *Command
	s     *Setting
	given *Grant // to be frozen by this command
	to    State  // where the row leads that is judged
	past  bool   // it happened: what the setting does not tell is taken for granted
}

// filing is what is filed, or was.
func (j judge) filing() *Filing {
	if j.c.Filing != nil {
		return j.c.Filing
	}
	if j.d.Filing != nil {
		return j.d.Filing
	}
	return &Filing{}
}

func (j judge) grant() *Grant {
	if j.given != nil {
		return j.given
	}
	return j.d.Grant
}

// Decide says what a command does to the dossier: the event to append, or why it may not
// be, as a *RefusalError that lists what would be lawful. It changes nothing, and asks
// for nothing but what it is given: the same arguments give the same answer. Who appends
// the event applies it with [Dossier.Apply]. Whether it is lawful is all it asks: what is
// wrong with a command by itself, such as a number that is none, [Command.Check] finds,
// and package history asks it before anything is kept.
//
// A command that was done already gives its event again, and an error of class
// ErrRepeated; so does the payment of an order that is known to be paid.
func (d *Dossier) Decide(c *Command, s *Setting) (Event, error) {
	if e := d.event(c.ID); e != nil {
		return *e, &RepeatedError{Command: c.ID, Same: e.asks(c)}
	}
	if c.Action == ActionConfirmPayment && c.Payment != nil {
		if o := d.order(c.Payment.Order); o != nil && o.Payment != nil {
			return *d.paymentOf(o.ID), &RepeatedError{Command: c.ID, Same: *o.Payment == *c.Payment}
		}
	}
	j := judge{d: d, c: c, s: s.given()}
	if err := j.form(); err != nil {
		return Event{}, err
	}
	row, err := j.row(c.By.Role)
	if err != nil {
		return Event{}, err
	}
	e := Event{ID: c.ID, Action: c.Action, At: s.Now, By: c.By, To: row.To, Details: c.Details}
	if j.given != nil {
		e.Grant = j.given
	}
	return e, nil
}

// asks reports whether a command asks for what an event says was done. What the decision
// froze into it is not asked for, and an instant is the same in every zone.
func (e *Event) asks(c *Command) bool {
	done, asked := e.Details, c.Details
	if asked.Grant == nil {
		done.Grant = nil
	}
	done.Due, asked.Due = done.Due.UTC(), asked.Due.UTC()
	was, err := json.Marshal(done)
	is, other := json.Marshal(asked)
	same := bytes.Equal(was, is)
	if err != nil || other != nil { // what cannot be written
		same = reflect.DeepEqual(done, asked)
	}
	return e.Action == c.Action && e.By == c.By && same
}

// event finds the event of a command; nil for none.
func (d *Dossier) event(id string) *Event {
	if id == "" {
		return nil
	}
	for i := range d.Events {
		if d.Events[i].ID == id {
			return &d.Events[i]
		}
	}
	return nil
}

// paymentOf finds the event that an order was paid by.
func (d *Dossier) paymentOf(order string) *Event {
	for i := range d.Events {
		if e := &d.Events[i]; e.Action == ActionConfirmPayment && e.Payment != nil && e.Payment.Order == order {
			return e
		}
	}
	return &Event{}
}

// form refuses a command that lacks what its action needs, or comes before what
// happened, and makes the grant of a filing.
func (j *judge) form() error {
	row, has := j.c.Action.row(), j.c.members()
	var reasons []Ground
	add := func(code, vi, en string) {
		reasons = append(reasons, Ground{Code: code, Text: motcua.Text{Vi: vi, En: en}})
	}
	if j.c.ID == "" {
		add("id", "lệnh không có mã", "the command has no id")
	}
	if row.action == 0 {
		add("action", "không có hành động này", "there is no such action")
	} else if lacks := row.needs &^ has; lacks != 0 {
		add("needs", "thiếu "+lacks.String(), "needs "+lacks.String())
	}
	if more := has &^ (row.needs | row.may | hasReason); more != 0 {
		add("takes", "không nhận "+more.String(), "does not take "+more.String())
	}
	if n := len(j.d.Events); j.s.Now.IsZero() || n > 0 && j.s.Now.Before(j.d.Events[n-1].At) {
		add("time", "trước việc đã ghi cuối cùng", "before what happened last")
	}
	if len(reasons) > 0 {
		return j.refuse(reasons)
	}
	if j.c.Action != ActionSubmit {
		return nil
	}
	if j.s.Procedure == nil {
		j.given = j.c.Grant
		return nil
	}
	grant, faults := GrantOf(j.s.Procedure, j.c.Filing, j.s.Rules)
	if err := faults.At("/filing").Err(); err != nil {
		return j.refuse([]Ground{{Code: "filing", Text: motcua.Text{Vi: "hồ sơ không khớp thủ tục", En: "the filing does not fit the procedure"}, Cause: err}})
	}
	j.given = &grant
	return nil
}

// row is the first row whose guards hold for a role. If there is none, all that stands
// against the nearest ones is told.
func (j judge) row(by Role) (*flow.Row[State, Action, step], error) {
	rows := life().At(j.d.state(), j.c.Action)
	for i := range rows {
		if rows[i].More.by.has(by) && j.holds(&rows[i]) {
			return &rows[i], nil
		}
	}
	return nil, j.refuse(j.against(rows, by))
}

// against is all that stands against rows of which none holds.
func (j judge) against(rows []flow.Row[State, Action, step], by Role) (grounds []Ground) {
	for i := range rows {
		j.to = rows[i].To
		for _, g := range rows[i].More.guards {
			told := slices.ContainsFunc(grounds, func(o Ground) bool { return o.Code == g.String() })
			if rows[i].More.by.has(by) && !told && !guardRows[g-1].holds(j) {
				grounds = append(grounds, Ground{Code: g.String(), Text: j.fails(g)})
			}
		}
	}
	switch {
	case len(rows) == 0:
		return []Ground{{Code: "state", Text: motcua.Text{Vi: "không làm được ở trạng thái này", En: "this state does not take the action"}}}
	case len(grounds) == 0:
		return []Ground{{Code: "role", Text: motcua.Text{Vi: "không phải người được làm việc này", En: "it is for somebody else to do"}}}
	}
	return grounds
}

// fails says what does not hold: for the clock, why it does not take the command.
func (j judge) fails(g Guard) motcua.Text {
	text := g.Text()
	if g == GuardClock {
		for _, f := range j.tried() {
			if f.Severity == motcua.SeverityError {
				return f.Message
			}
		}
	}
	return motcua.Text{Vi: "chưa có: " + text.Vi, En: "not so: " + text.En}
}

// childrenEnded reports whether all dossiers that this one set off have ended.
func (j judge) childrenEnded() bool {
	if j.d.Filing == nil || len(j.d.Filing.Children) == 0 || j.past && j.s.Children == nil {
		return true
	}
	var ended []*Dossier
	for _, child := range j.s.Children {
		if child.Filing != nil {
			ended = append(ended, child)
		}
	}
	for _, child := range j.d.Filing.Children {
		if !slices.ContainsFunc(ended, func(d *Dossier) bool { return d.Filing.Is(child.Code) && d.state().Ended() }) {
			return false
		}
	}
	return true
}
