package eventlog

import (
	"cmp"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/person"
)

// hands are in what capacity actions are taken. Who did something is known of officials
// alone: of the others the log says who booked it.
var hands = [...]dossier.Role{
	dossier.ActionSubmit:        dossier.RoleApplicant,
	dossier.ActionReceive:       dossier.RoleCounter,
	dossier.ActionAskSupplement: dossier.RoleHandler,
	dossier.ActionSupplement:    dossier.RoleApplicant,
	dossier.ActionTransfer:      dossier.RoleLeader,
	dossier.ActionHandOver:      dossier.RoleHandler,
	dossier.ActionExtend:        dossier.RoleHandler,
	dossier.ActionFinish:        dossier.RoleHandler,
	dossier.ActionSignResult:    dossier.RoleLeader,
	dossier.ActionIssue:         dossier.RoleHandler,
	dossier.ActionReturnResult:  dossier.RoleCounter,
	dossier.ActionWithdraw:      dossier.RoleApplicant,
	dossier.ActionStop:          dossier.RoleLeader,
}

// channels are the channels that the logs name. An electronic letter is taken for
// online; what came from inside has no row.
var channels = map[string]motcua.Channel{
	"Internet": motcua.ChannelOnline, "e-mail": motcua.ChannelOnline, "Desk": motcua.ChannelInPerson, "Post": motcua.ChannelPost,
}

// command is what a step asks for.
func (r *replaying) command(id string, a dossier.Action, s Step, setting *dossier.Setting) *dossier.Command {
	c := &dossier.Command{ID: id, Action: a}
	if int(a) < len(hands) {
		c.By.Role = hands[a]
	}
	if c.By.Role == dossier.RoleHandler || c.By.Role == dossier.RoleCounter {
		c.By.Unit = r.stage.Body
		if s.Event != nil {
			c.By.ID, c.By.Department = s.Event.Resource, s.Event.Group
		}
	}
	switch a {
	case dossier.ActionSubmit:
		c.Filing, c.Grant = r.filing(), r.grant()
	case dossier.ActionReceive:
		c.Due = r.c.Due
	case dossier.ActionAskSupplement:
		c.Request = &dossier.Request{ID: int64(len(r.life.Dossier.Requests) + 1), Text: name(s)}
	case dossier.ActionTransfer:
		c.Desk, c.Reason = &dossier.Desk{Unit: r.stage.Other}, name(s)
	case dossier.ActionHandOver:
		c.Desk, c.Pause = r.desk(s), s.Row.Pause
	case dossier.ActionExtend:
		c.Reason = name(s)
		r.extend(c, setting)
	case dossier.ActionFinish:
		c.Results = []dossier.Result{{Name: name(s), Document: true}}
	case dossier.ActionWithdraw, dossier.ActionStop:
		c.Reason = name(s)
	}
	return c
}

// name is what the log calls a step.
func name(s Step) string {
	if s.Event == nil {
		return s.Row.Code
	}
	return cmp.Or(s.Event.Activity, s.Event.Code)
}

func (r *replaying) filing() *dossier.Filing {
	place := dossier.Place{Unit: r.stage.Body}
	channel, ok := channels[r.c.Channel]
	if !ok {
		channel = motcua.ChannelOnline
	}
	return &dossier.Filing{
		Code: r.c.ID, Procedure: r.stage.Procedure, Channel: channel, Applicant: person.Applicant{Kind: person.Citizen},
		Reception: place, Competent: place, Delivery: dossier.DeliveryPost,
	}
}

// grant is what the law gives the case; nil where no row says.
func (r *replaying) grant() *dossier.Grant {
	if r.term == nil {
		return nil
	}
	limit := r.term.Limit
	return &dossier.Grant{Limit: &limit, Profile: r.term.Profile, Supplements: r.term.Supplements, Source: limit.Source}
}

// desk is where a hand-over goes.
func (r *replaying) desk(s Step) *dossier.Desk {
	switch {
	case s.Row.Pause != "":
		return &dossier.Desk{Unit: r.stage.Other}
	case s.Event == nil:
		return &dossier.Desk{Unit: r.stage.Body}
	}
	return &dossier.Desk{Unit: r.stage.Body, Department: s.Event.Group, Handler: s.Event.Resource}
}

// extend states the new appointment: the days of the term after the last day of the old,
// and what the clock has stood since it was last stopped.
func (r *replaying) extend(c *dossier.Command, setting *dossier.Setting) {
	if r.term == nil || r.term.Extension == 0 {
		return
	}
	ledger, _ := r.life.Dossier.Ledger(setting)
	due, ok := ledger.Due()
	if !ok {
		return
	}
	if ledger.Status() == dossier.StatusPaused {
		due = due.Add(setting.Now.Sub(lastPause(r.life.Dossier.Entries)))
	}
	last := motcua.DateOf(due.In(motcua.Vietnam()).Add(-1))
	c.Due = last.AddDays(r.term.Extension).In(nil)
}

// lastPause is when the clock was last stopped.
func lastPause(entries []dossier.Entry) (at time.Time) {
	for _, e := range entries {
		if e.Kind == dossier.EntryPaused {
			at = e.At
		}
	}
	return at
}
