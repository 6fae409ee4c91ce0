package dossier

import (
	"slices"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/flow"
)

// Option is something that may happen to a dossier next.
type Option struct {
	Action  Action        `json:"action"`         // what
	Title   motcua.Text   `json:"title"`          // for people
	By      []Role        `json:"by"`             // who may
	To      State         `json:"to"`             // where it leads
	Needs   []string      `json:"needs"`          // the details it must bring
	Blocked []Guard       `json:"blocked"`        // what must hold first, as far as can be told without the command
	Until   time.Time     `json:"until,omitzero"` // by when it should be done; absent: no deadline runs
	Why     motcua.Text   `json:"why,omitzero"`   // which deadline
	Source  motcua.Source `json:"source"`         // of the row
}

// Next is what may lawfully happen to the dossier now, by whom and until when: every row
// of its state, in the order of the actions. Guards that look at the command itself are
// taken to hold where some command satisfies them; those that fail are told.
func (d *Dossier) Next(s *Setting) []Option {
	s = s.given()
	var l *Ledger
	if read, _ := d.Ledger(s); read.terms != nil && s.Office != nil {
		l = &read
	}
	options := []Option{}
	for a := range actionRows {
		rows := life().At(d.state(), actionRows[a].action)
		for i := range rows {
			options = append(options, d.option(&rows[i], s, l))
		}
	}
	return options
}

// dependent are the guards that some command satisfies in every case.
var dependent = []Guard{GuardInPerson, GuardNewOrder, GuardCovers, GuardCompetent, GuardOtherBody, GuardPauseKnown, GuardSameDossier}

func (d *Dossier) option(row *flow.Row[State, Action, step], s *Setting, l *Ledger) Option {
	o := Option{
		Action: row.On, Title: row.On.Title(), By: row.More.by.roles(), To: row.To, Needs: row.On.row().needs.names(),
		Blocked: []Guard{}, Source: *row.More.source,
	}
	j := judge{d: d, c: d.likely(row.On, l), s: s, to: row.To}
	for _, g := range row.More.guards {
		if !slices.Contains(dependent, g) && (g != GuardPapers || row.On != ActionSubmit) && !guardRows[g-1].holds(j) {
			o.Blocked = append(o.Blocked, g)
		}
	}
	if l != nil {
		o.Until, o.Why = until(row, l)
	}
	return o
}

// likely is a command that the guards hold for if they hold for any.
func (d *Dossier) likely(a Action, l *Ledger) *Command {
	c := &Command{Action: a}
	switch a {
	case ActionConfirmPayment:
		c.Payment = &Payment{}
		if i := slices.IndexFunc(d.Orders, func(o Order) bool { return o.Payment == nil }); i >= 0 {
			c.Payment.Order = d.Orders[i].ID
		}
	case ActionExtend:
		if l != nil {
			due, _ := l.Due()
			c.Due, c.Apology = due.AddDate(0, 0, 2), "1"
		}
	case ActionReceive:
		if d.Grant != nil {
			for _, r := range d.Grant.Papers {
				c.Papers = append(c.Papers, Paper{ID: "?" + r.Code + r.Name, Code: r.Code, Name: r.Name})
			}
		}
	case ActionSupplement:
		if n := len(d.Requests); n > 0 {
			for _, code := range d.Requests[n-1].Request.Papers {
				c.Papers = append(c.Papers, Paper{ID: "?" + code, Code: code})
			}
		}
	case ActionFinish, ActionSignResult:
		c.Results = make([]Result, 1)
	}
	return c
}

func (set detail) names() []string {
	list := []string{}
	for i, name := range detailNames {
		if set&(1<<i) != 0 {
			list = append(list, name)
		}
	}
	return list
}

// until is the deadline by which an option should be taken: the answer to a filing, the
// applicant's own term, the appointment.
func until(row *flow.Row[State, Action, step], l *Ledger) (time.Time, motcua.Text) {
	at, ok := time.Time{}, false
	var why motcua.Text
	switch row.On {
	case ActionReceive, ActionRefuse, ActionAskSupplement:
		at, ok = l.AnswerDue()
		if _, answered := l.Answered(); answered || row.From == StateProcessing {
			at, ok = l.Due()
			why = motcua.Text{Vi: "ngày hẹn trả", En: "the appointment"}
		} else {
			why = motcua.Text{Vi: "thời hạn trả lời hồ sơ", En: "the time to answer the filing"}
		}
	case ActionSupplement, ActionConfirmPayment:
		at, _, ok = l.OwnDue()
		why = motcua.Text{Vi: "thời hạn của người nộp", En: "the applicant's own term"}
	case ActionForward, ActionHandOver, ActionExtend, ActionFinish, ActionTransfer:
		at, ok = l.Due()
		why = motcua.Text{Vi: "ngày hẹn trả", En: "the appointment"}
	}
	if !ok {
		return time.Time{}, motcua.Text{}
	}
	return at, why
}
