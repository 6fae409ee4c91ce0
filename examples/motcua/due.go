package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
)

var dossierDueCommand = command{
	name:  "dossier due",
	args:  "--received TIME --limit TEXT [--pause FROM/TO …]",
	short: "tell when a dossier is due, and why then",
	long: `
Tells when a dossier that was received at an instant is due under the limit of its
procedure, and every rule, day off and pause by which that comes about.

  motcua dossier due --received 2026-02-13T16:30:00+07:00 --limit "12 hours"

A limit is "5 working days", "1.5 working days", "12 hours" (office hours), "24
clock hours", "10 days" (calendar days), "2 months", "2 months 15 working days" or
"same day"; in Vietnamese "05 ngày làm việc", "8 giờ làm việc", "24 giờ" (by the
clock), "trong ngày".

A pause is a wait for supplements, from one instant to another; then the time goes
on. There may be several, in any order; where they overlap they count once. What
lies before the reception has no effect.

JSON is one object: due, ledger (the steps) and provisional (a notice may still
change a day on the way). All faults of the call are reported at once, with exit
code 1.`,
	run: runDue,
}

// deadline are the flags of dossier due.
type deadline struct {
	office                                        officeFlags
	received, limit, cutOff, effect, profile, now string
	pauses                                        []string
}

// register adds the flags to the command.
func (d *deadline) register(s *session) {
	s.flags.StringVar(&d.received, "received", "", "`TIME` of reception, with its zone: 2026-02-13T16:30:00+07:00")
	s.flags.StringVar(&d.limit, "limit", "", "`TEXT` of the limit, such as \"5 working days\"")
	s.flags.StringVar(&d.cutOff, "cut-off", "", "`HH:MM` after which what comes in office hours is late for the day")
	s.flags.StringVar(&d.effect, "cut-off-effect", "startNextDay", "`EFFECT` of coming after the cut-off: startNextDay or, for limits within the day, dueNextDay")
	s.flags.StringVar(&d.profile, "profile", "default", "`ID` of the way of counting: default, td, statutory or dateOnly")
	s.flags.StringVar(&d.now, "now", "", "`TIME` for which the page tells what remains; if absent that of the clock, while time remains")
	s.flags.Func("pause", "`FROM/TO`, two times, of a wait for supplements; may stand several times", func(text string) error {
		d.pauses = append(d.pauses, text)
		return nil
	})
	d.office.register(s)
}

// dueCall is what the flags of dossier due mean.
type dueCall struct {
	terms    dossier.Terms
	hours    workday.HoursRow
	received time.Time
	now      time.Time
	given    []pause       // in the order of the call
	pauses   []pause       // as they count
	notes    motcua.Faults // which of them count otherwise than given; warnings
}

// dueLine is the JSON form of a due date.
type dueLine struct {
	Due         string         `json:"due"`
	Ledger      []workday.Step `json:"ledger"`
	Provisional bool           `json:"provisional"`
}

// runDue tells when a dossier is due.
func runDue(s *session) error {
	var d deadline
	d.register(s)
	if err := s.parse(0, 0); err != nil {
		return err
	}
	var missing []string
	for _, name := range []string{"received", "limit"} {
		if !s.given(name) {
			missing = append(missing, "--"+name)
		}
	}
	if missing != nil {
		return usagef("%s missing", strings.Join(missing, " and ")+map[bool]string{true: " are", false: " is"}[len(missing) > 1])
	}
	if s.given("cut-off-effect") && !s.given("cut-off") {
		return usagef("--cut-off-effect needs --cut-off")
	}
	call := d.read(s)
	if s.failed {
		return errReported
	}
	ledger, faults := call.terms.Ledger(call.entries())
	due, ok := ledger.Due()
	if !ok || faults.Err() != nil { // nothing but the horizon is left to go wrong
		horizon := call.terms.Office.Calendar().Horizon()
		s.fault("--limit", "", codeReach, motcua.Text{
			En: fmt.Sprintf("the due date lies beyond the calendar %s", horizon),
			Vi: fmt.Sprintf("ngày hẹn trả nằm ngoài lịch %s", horizon),
		}, nil)
		return errReported
	}
	call.late(due)
	if s.format == "table" {
		p := page{s, call, &ledger, due, ledger.Explain()}
		p.show()
		return nil
	}
	s.report("--pause", call.notes)
	return s.show(s.dueSheet(dueLine{stamp(due), ledger.Explain(), ledger.Provisional()}))
}

// dueSheet is the ledger, a row for each step.
func (s *session) dueSheet(line dueLine) sheet {
	sh := sheet{header: heading("rule", "result", "reason", "source"), objects: []any{line}}
	for _, step := range line.Ledger {
		sh.rows = append(sh.rows, []string{step.Rule, step.Result, s.text(step.Text), s.ground(step.Source)})
	}
	return sh
}

// read reads the flags; all faults are reported.
func (d *deadline) read(s *session) *dueCall {
	call := &dueCall{}
	calendar := d.office.lay(s)
	var known bool
	call.received, known = s.instant("--received", "", d.received, calendar)
	call.terms.Limit = d.readLimit(s)
	call.terms.Office, call.hours = d.office.open(s, calendar)
	d.readPauses(s, call, calendar, known)
	profiles := workday.StandardProfiles()
	var ok bool
	if call.terms.Profile, ok = profiles.Lookup(d.profile); !ok {
		var ids []string
		for _, p := range profiles.Profiles {
			ids = append(ids, p.ID)
		}
		all := strings.Join(ids, ", ")
		s.fault("--profile", "", codeProfile, motcua.Text{
			En: fmt.Sprintf("there is no profile %q, only %s", d.profile, all),
			Vi: fmt.Sprintf("không có cách tính %q, chỉ có %s", d.profile, all),
		}, nil)
	}
	call.now = s.clock().Truncate(time.Minute)
	if s.given("now") {
		call.now, _ = s.instant("--now", "", d.now, calendar)
	}
	return call
}

// readLimit reads the limit and its cut-off.
func (d *deadline) readLimit(s *session) *workday.Limit {
	limit, faults := workday.ParseLimit(d.limit)
	s.report("--limit", faults.At("/limit"))
	if !s.given("cut-off") {
		return &limit
	}
	limit.CutOff = new(workday.CutOff)
	var good [2]bool
	var err error
	if limit.CutOff.At, err = workday.ParseClock(d.cutOff); err != nil {
		s.fault("--cut-off", "", codeText, motcua.Text{En: "not a time of day", Vi: "không phải giờ trong ngày"}, err)
	}
	good[0] = err == nil
	if err = limit.CutOff.Effect.UnmarshalText([]byte(d.effect)); err != nil {
		s.fault("--cut-off-effect", "", codeCutOff, motcua.Text{
			En: fmt.Sprintf("%q is none of startNextDay, dueNextDay", d.effect),
			Vi: fmt.Sprintf("%q không phải startNextDay hay dueNextDay", d.effect),
		}, nil)
	}
	good[1] = err == nil
	if faults.Err() == nil && good[0] && good[1] {
		s.report("--cut-off-effect", limit.Check())
	}
	return &limit
}
