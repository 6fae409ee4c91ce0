package main

import (
	"errors"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/transcript"
)

var dossierReplayCommand = command{
	name:  "dossier replay",
	args:  "FILE.jsonl",
	short: "fold events into dossiers: state, clock, verdicts, and every event that was not lawful",
	long: `
Reads events in JSON Lines, gzipped or not, of one dossier or of many mixed (motcua
schema show event), or one history as a document (schema show dossier), and tells how
each dossier stands: its state, how many events made it so, where its clock is, when it
is due and what remains, the verdict of the citizen and that of Index 766, and the desks
that made it late.

  motcua dossier replay events.jsonl --now 2026-03-13T16:30:00+07:00

Every event is held to the rows of the life, at its own time. What is wrong is told with
its line, and stops no other line: a line that cannot be read, an event that may not
follow those before it, stands before its time or twice. Such an event is left out. One
that breaks a condition, was done by somebody who may not, or has an action nobody knows,
as from a newer version, is taken at its word for the state.
Exit code 1 if there is an error.

What lies after --now has not happened yet. Remaining time is of the office, or by the
clock where the limit is. No person is named anywhere in what is written.

The lines are read one by one. Events are kept until the end, for lines may be mixed:
about six times the size of the text. In JSON times that remain are minutes, null where
none are owed:

  {"dossier":"H56.12-260302-0001","at":"…","state":"processing","version":4,"status":"running","due":"…","remaining":450,"citizen":"pending","index":{…},"late":[]}`,
	run: runDossierReplay,
}

// replayLine is the JSON form of how a dossier stands.
type replayLine struct {
	Dossier   string             `json:"dossier"`
	At        time.Time          `json:"at"`
	State     dossier.State      `json:"state"`
	Version   int64              `json:"version"`
	Status    dossier.Status     `json:"status,omitzero"`
	Due       time.Time          `json:"due,omitzero"`
	Remaining *int64             `json:"remaining"`
	Citizen   dossier.Verdict    `json:"citizen,omitzero"`
	Index     *dossier.IndexView `json:"index"`
	Late      []dossier.Holding  `json:"late"`
}

func runDossierReplay(s *session) error {
	var h historyFlags
	h.register(s)
	if err := s.parse(1, 1); err != nil {
		return err
	}
	set, err := h.setting(s)
	if err != nil {
		return err
	}
	list, broken := s.histories(s.args[0], set, "")
	if list == nil && broken != nil {
		return broken
	}
	sh := sheet{header: heading("dossier", "state", "events", "clock", "due", "remaining", "citizen", "index", "late")}
	for _, one := range list {
		line := s.replayed(one, set)
		sh.rows = append(sh.rows, s.replayRow(&line))
		sh.objects = append(sh.objects, line)
	}
	if err := s.show(sh); err != nil {
		return err
	}
	return broken
}

// replayed is how a dossier stands.
func (s *session) replayed(one *telling, set *dossier.Setting) replayLine {
	d := one.asOf(set)
	ledger, verdict := s.view(one.code, d, set)
	line := replayLine{Dossier: one.code, At: set.Now, State: verdict.State, Version: d.Version(), Late: verdict.Late}
	for i := range line.Late {
		line.Late[i].Desk.Handler = ""
	}
	if ledger.Status == 0 {
		return line
	}
	line.Status, line.Due, line.Citizen, line.Index = ledger.Status, ledger.Due, verdict.Citizen, &verdict.Index
	if ledger.Balance != nil {
		line.Remaining = &ledger.Balance.Remaining
	}
	return line
}

// view is the clock of a dossier. The faults of its entries are told already; an error
// of the calendar, or of the time that its desks used, is told here.
func (s *session) view(code string, d *dossier.Dossier, set *dossier.Setting) (transcript.Ledger, transcript.Verdict) {
	ledger, verdict, err := transcript.View(d, set)
	ledger.Dossier, verdict.Dossier = code, code
	_, clock := d.Ledger(set)
	if told := (motcua.Faults)(nil); err != nil && !errors.As(clock, &told) {
		s.complain("%s: %v", code, err)
		s.failed = true
	}
	return ledger, verdict
}

// replayRow is the row of a dossier.
func (s *session) replayRow(line *replayLine) []string {
	row := []string{line.Dossier, s.state(line.State), whole(line.Version), nothing, s.until(line.Due), nothing, nothing, nothing, s.late(line.Late)}
	if line.Index == nil {
		return row
	}
	row[3] = s.term(line.Status.String(), statusWords[line.Status])
	if line.Remaining != nil {
		row[5] = s.length(*line.Remaining)
	}
	row[6] = s.verdict(line.Citizen)
	row[7] = s.verdict(line.Index.Verdict)
	return row
}

// late names the desks that made a dossier late, and why.
func (s *session) late(list []dossier.Holding) string {
	if len(list) == 0 {
		return nothing
	}
	var parts []string
	for i := range list {
		parts = append(parts, s.desk(&list[i])+" ("+s.lateness(&list[i])+")")
	}
	return strings.Join(parts, "; ")
}
