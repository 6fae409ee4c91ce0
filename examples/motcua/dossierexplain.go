package main

import (
	"cmp"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/transcript"
	"github.com/motcua/motcua/dossier/workday"
)

var dossierExplainCommand = command{
	name:  "dossier explain",
	args:  "FILE",
	short: "tell how a dossier came to its due date and its verdicts, who had it, and what happened",
	long: `
Tells the whole of a dossier: when it is due and every rule, pause and day off by which
that comes about; the verdict of the citizen and that of Index 766, and what decided
them; who had it, for how long, with which budget, and who made it late; and what
happened, by whom in which capacity.

  motcua dossier explain dossier.json
  motcua dossier explain events.jsonl --dossier H56.12-260302-0001 --now 2026-03-06T16:30:00+07:00

FILE is a history as a document, or events in JSON Lines, gzipped or not; of several
dossiers --dossier picks one. Persons are left out; --personal shows who acted and the
reasons they gave. Time that a desk used is office time in which the clock did not stand.

JSON is one object: ledger (schema show ledger), verdict (schema show verdict), holdings
and history. CSV is the steps of the ledger.`,
	run: runDossierExplain,
}

// explainLine is the JSON form of the whole of a dossier.
type explainLine struct {
	Dossier  string              `json:"dossier"`
	Version  int64               `json:"version"`
	Ledger   *transcript.Ledger  `json:"ledger"`
	Verdict  *transcript.Verdict `json:"verdict"`
	Holdings []dossier.Holding   `json:"holdings"`
	History  []happened          `json:"history"`
}

// happened is the JSON form of an event, without what was filed.
type happened struct {
	ID     string         `json:"id"`
	At     time.Time      `json:"at"`
	Action dossier.Action `json:"action,omitzero"`
	By     *dossier.Actor `json:"by,omitempty"`
	To     dossier.State  `json:"to"`
	Reason string         `json:"reason,omitempty"`
}

func runDossierExplain(s *session) error {
	var h historyFlags
	h.register(s)
	h.registerCode(s)
	personal := s.flags.Bool("personal", false, "show who acted and the reasons they gave")
	if err := s.parse(1, 1); err != nil {
		return err
	}
	set, err := h.setting(s)
	if err != nil {
		return err
	}
	one, err := h.one(s, s.args[0], set)
	if err != nil {
		return err
	}
	d := one.asOf(set)
	if !*personal {
		d = redacted(d, set)
	}
	x := s.explained(one.code, d, set)
	switch s.format {
	case "json":
		return s.encode(s.out, x)
	case "csv":
		var line dueLine
		if x.Ledger != nil {
			line.Ledger = x.Ledger.Steps
		}
		return s.show(s.dueSheet(line))
	}
	s.stands(one.code, d, set)
	return s.explainPage(&x, *personal)
}

// explained is the whole of a dossier. Without a clock there is neither ledger nor
// verdict, nor time that anybody used.
func (s *session) explained(code string, d *dossier.Dossier, set *dossier.Setting) explainLine {
	x := explainLine{Dossier: code, Version: d.Version(), Holdings: []dossier.Holding{}, History: []happened{}}
	for i := range d.Events {
		e := &d.Events[i]
		line := happened{ID: e.ID, At: e.At, Action: e.Action, To: e.To, Reason: e.Reason}
		if e.By.Role != 0 {
			line.By = &e.By
		}
		x.History = append(x.History, line)
	}
	ledger, verdict := s.view(code, d, set)
	if ledger.Status == 0 {
		return x
	}
	x.Ledger, x.Verdict = &ledger, &verdict
	if holdings, err := d.Holdings(set); err == nil { // or view told it
		x.Holdings = append(x.Holdings, holdings...)
	}
	return x
}

// explainPage writes the whole of a dossier for people.
func (s *session) explainPage(x *explainLine, personal bool) error {
	p := page{session: s}
	if x.Ledger != nil {
		p.verdicts(x)
	}
	if x.Ledger != nil && len(x.Ledger.Steps) > 0 {
		p.title(textWayThere)
		for i, step := range x.Ledger.Steps {
			p.item(fmt.Sprintf("%3d. ", i+1), s.text(step.Text), step.Source)
		}
	}
	if len(x.Holdings) > 0 {
		p.title(textWhoHadIt)
		if err := s.show(s.holdings(x.Holdings, personal)); err != nil {
			return err
		}
	}
	if len(x.History) == 0 {
		return nil
	}
	p.title(textHappened)
	return s.show(s.happenings(x.History, personal))
}

// verdicts writes the due date and how the dossier stands to it.
func (p *page) verdicts(x *explainLine) {
	l, v := x.Ledger, x.Verdict
	p.out.WriteString("\n")
	clock := p.term(l.Status.String(), statusWords[l.Status])
	if l.Balance != nil {
		clock += "; " + p.left(l.Balance)
	}
	citizen := p.verdict(v.Citizen)
	if !l.Ended.IsZero() {
		citizen += "; " + fmt.Sprintf(p.text(textEnded), p.text(workday.InWords(l.Ended)))
	}
	rows := [][2]string{
		{p.text(textAppointment), p.endWords(l.Due)}, {p.text(textStatutory), p.endWords(l.Statutory)},
		{p.text(textClock), clock}, {p.text(textCitizen), citizen}, {p.text(textIndex), p.index(&v.Index)},
	}
	width := 0
	for _, row := range rows {
		width = max(width, utf8.RuneCountInString(row[0])+2)
	}
	for _, row := range rows {
		p.paragraph(row[0]+strings.Repeat(" ", width-utf8.RuneCountInString(row[0])), strings.Repeat(" ", width), row[1])
	}
}

// endWords writes the end of a time.
func (p *page) endWords(t time.Time) string {
	if t.IsZero() {
		return nothing
	}
	return p.text(workday.EndInWords(t))
}

// left says what remains of the time.
func (p *page) left(b *transcript.Balance) string {
	state, minutes, kind := textRemains, b.Remaining, textOfOffice
	if minutes < 0 {
		state, minutes = textOverdue, -minutes
	}
	if b.ByClock {
		kind = textByClock
	}
	return fmt.Sprintf(p.text(state), p.length(minutes)+" "+p.text(kind))
}

// index writes the verdict of the index and what decided it.
func (p *page) index(v *dossier.IndexView) string {
	words := p.verdict(v.Verdict) + ": " + p.text(indexWords[v.Reason])
	if !v.End.IsZero() {
		words += "; " + fmt.Sprintf(p.text(textCounted), p.text(workday.InWords(v.End)))
	}
	if !v.Due.IsZero() {
		words += ", " + fmt.Sprintf(p.text(textHeldTo), p.endWords(v.Due))
	}
	return words
}

// holdings are the rows of who had a dossier.
func (s *session) holdings(list []dossier.Holding, personal bool) sheet {
	sh := sheet{header: heading("from", "to", "who", "state", "used", "budget", "late")}
	for i := range list {
		h := &list[i]
		who, budget, late := s.desk(h), nothing, nothing
		if personal && h.Desk.Handler != "" {
			who += ", " + h.Desk.Handler
		}
		if h.Budget > 0 {
			budget = s.length(h.Budget)
		}
		if h.Late() {
			late = s.lateness(h)
		}
		sh.rows = append(sh.rows, []string{s.moment(h.From), s.moment(h.To), who, s.state(h.State), s.length(h.Used), budget, late})
	}
	return sh
}

// desk names a desk by its unit, or by whose turn it was.
func (s *session) desk(h *dossier.Holding) string {
	if h.Desk.Unit == "" {
		return s.role(h.By)
	}
	words := cmp.Or(h.Desk.Name, string(h.Desk.Unit))
	for _, more := range []string{h.Desk.Department, h.Desk.Step} {
		if more != "" {
			words += ", " + more
		}
	}
	return words
}

// lateness says why a desk made a dossier late.
func (s *session) lateness(h *dossier.Holding) string {
	var why []string
	if h.Over > 0 {
		why = append(why, fmt.Sprintf(s.text(textBeyond), s.text(lengthWords(time.Duration(h.Over)*time.Minute))))
	}
	if h.AtDue {
		why = append(why, s.text(textAtDue))
	}
	return strings.Join(why, ", ")
}

// happenings are the rows of what happened.
func (s *session) happenings(list []happened, personal bool) sheet {
	words := []string{"when", "action", "who", "leads to"}
	if personal {
		words = append(words, "reason")
	}
	sh := sheet{header: heading(words...)}
	for i := range list {
		e := &list[i]
		action := nothing
		if e.Action != 0 {
			action = s.term(e.Action.String(), e.Action.Title())
		}
		row := []string{s.moment(e.At), action, s.actor(e.By), s.state(e.To)}
		if personal {
			row = append(row, cmp.Or(e.Reason, nothing))
		}
		sh.rows = append(sh.rows, row)
	}
	return sh
}

// actor names who acted by capacity and office, and by name if it is there.
func (s *session) actor(by *dossier.Actor) string {
	if by == nil {
		return nothing
	}
	words := s.role(by.Role)
	for _, more := range []string{by.Name, by.Title, by.Department, string(by.Unit)} {
		if more != "" {
			words += ", " + more
		}
	}
	return words
}
