package eventlog

import (
	"errors"
	"fmt"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
)

// Stage is what a dossier must state and a log does not: whose it is, for what it was
// filed, and in whose time it is measured.
type Stage struct {
	Office    *workday.Office      // nil: Monday to Friday at the usual hours, without holidays
	Body      motcua.UnitCode      // whose log it is; "": Z98, which stands for it
	Other     motcua.UnitCode      // any other body; "": Z99
	Procedure motcua.ProcedureCode // what was filed for; "": 0.000000, which is no procedure
}

func (s *Stage) orDefault() Stage {
	stage := Stage{}
	if s != nil {
		stage = *s
	}
	if stage.Office == nil {
		stage.Office = weekdays()
	}
	if stage.Body == "" {
		stage.Body = "Z98"
	}
	if stage.Other == "" {
		stage.Other = "Z99"
	}
	if stage.Procedure == "" {
		stage.Procedure = "0.000000"
	}
	return stage
}

// Life is a case as it went through the life of a dossier.
type Life struct {
	Case    *Case            // as the log has it
	Dossier *dossier.Dossier // what became of it; a draft where nothing was applied
	Reports []Report         // one for each step, in the order in which they were tried
	Setting dossier.Setting  // under which it was decided, but for the time of each step
}

// Replay takes a case through the life of a dossier: each step of [Map.Steps] becomes
// the commands of its row, each is decided by [dossier.Dossier.Decide] at the time of the
// step, and what is decided is applied. Nothing is mended: a step that may not be taken
// where the dossier stands is refused, and reported with the grounds. The stage may be
// nil.
//
// Steps are tried by their days; within a day by the clock. An event of which a day alone
// is known stands within it where its action stands in a life: what has come, the work,
// what is asked for, the decision, its sending, an end without one. It happens at
// midnight, or with what it then stands behind. What a row dates by its answer happened
// on that day, however late it was booked.
//
// A hand-over to who has the dossier is none, nor is work inside while another body has
// it. What the log does not say is left unsaid: the applicant has a kind and no name, a
// request, a reason and a result carry the name of the activity, and a channel that is
// not stated is online.
func (m *Map) Replay(c *Case, stage *Stage) *Life {
	r := replaying{c: c, stage: stage.orDefault(), term: m.term(c), life: &Life{Case: c, Dossier: &dossier.Dossier{}}}
	rules := dossier.StandardClockRules()
	if !m.Extension.Source.IsZero() {
		rules.Extension = m.Extension
	}
	r.life.Setting = dossier.Setting{Office: r.stage.Office, Clock: rules}
	for i, s := range inOrder(m.Steps(c)) {
		r.life.Reports = append(r.life.Reports, r.take(i, s))
	}
	return r.life
}

// Verdict is how the case stands to its due date at an instant, by the ledger of its
// dossier: undecided where it has none, not received where nothing was applied.
func (l *Life) Verdict(now time.Time) dossier.Verdict {
	terms, _ := l.Dossier.Terms(l.Setting.Office, l.Setting.Clock, l.Setting.Profiles)
	ledger, _ := terms.Ledger(l.Dossier.Entries)
	return ledger.Citizen(now)
}

// replaying is a replay under way.
type replaying struct {
	c     *Case
	stage Stage
	term  *Term
	life  *Life
}

// take tries one step.
func (r *replaying) take(n int, s Step) Report {
	d := r.life.Dossier
	report := r.report(s)
	if s.Row == nil {
		report.Outcome = OutcomeNotUnderstood
		return report
	}
	report.Why = s.Row.Why
	why, idle := r.idle(s)
	switch {
	case len(s.Row.Actions) == 0:
		report.Outcome = OutcomeNoCounterpart
		return report
	case d.Version() == 0 && s.Row.Actions[0] != dossier.ActionSubmit:
		report.Outcome, report.Actions = OutcomeOutOfOrder, s.Row.Actions
		return report
	case idle:
		report.Outcome, report.Why = OutcomeNoCounterpart, why
		return report
	}
	report.Outcome, report.Actions = OutcomeApplied, s.Row.Actions
	for _, a := range s.Row.Actions {
		setting := r.life.Setting
		setting.Now = r.now(s)
		c := r.command(fmt.Sprintf("%d-%s", n+1, a), a, s, &setting)
		e, err := d.Decide(c, &setting)
		if err != nil {
			report.refused(err)
			break
		}
		d.Apply(e)
		report.Applied++
	}
	return report
}

// report is what is known of a step before it is tried.
func (r *replaying) report(s Step) Report {
	report := Report{Case: r.c.ID, At: s.At, Actions: []dossier.Action{}}
	if e := s.Event; e != nil {
		report.Line, report.Code, report.Activity = e.Line, e.Code, e.Activity
		report.Later = e.At.After(s.At) && !sameDay(e.At, s.At)
	} else if s.Row != nil {
		report.Line, report.Code = 0, s.Row.Code
	}
	return report
}

// refused notes that a command was not lawful.
func (r *Report) refused(err error) {
	r.Outcome = OutcomeRefused
	if r.Applied > 0 {
		r.Outcome = OutcomePartly
	}
	var refusal *dossier.RefusalError
	if !errors.As(err, &refusal) {
		return
	}
	r.State, r.Grounds = refusal.State, refusal.Grounds
	for _, g := range refusal.Grounds {
		if g.Code == "time" {
			r.Outcome = OutcomeOutOfOrder
		}
	}
}

// now is when a step happens: where a day alone is known, not before what it stands
// behind on that day.
func (r *replaying) now(s Step) time.Time {
	events := r.life.Dossier.Events
	if n := len(events); s.loose() && n > 0 && s.At.Before(events[n-1].At) && sameDay(s.At, events[n-1].At) {
		return events[n-1].At
	}
	return s.At
}

// idle says of a hand-over that it is none.
func (r *replaying) idle(s Step) (motcua.Text, bool) {
	d := r.life.Dossier
	if s.Row == nil || len(s.Row.Actions) != 1 || s.Row.Actions[0] != dossier.ActionHandOver || s.Row.Pause != "" {
		return motcua.Text{}, false
	}
	desk := r.desk(s)
	switch away := d.Holder.Unit == r.stage.Other; {
	case away && !s.Row.Back:
		return whyAway, true
	case away:
		return motcua.Text{}, false
	case desk.Handler == "" && d.Holder.Unit != "":
		return whyUnnamed, true
	}
	return whyKept, d.Holder.Unit == desk.Unit && d.Holder.Department == desk.Department && d.Holder.Handler == desk.Handler
}
