package main

import (
	"cmp"
	"strings"

	"github.com/motcua/motcua/dossier"
)

var dossierNextCommand = command{
	name:  "dossier next",
	args:  "FILE",
	short: "list what may lawfully happen to a dossier now, by whom and until when",
	long: `
Lists every row of the life that leads on from where a dossier stands: the action, who
may take it, where it leads, which details it must bring, until when it should be taken
and by which deadline, and what must hold first and does not.

  motcua dossier next dossier.json --now 2026-03-06T16:30:00+07:00
  motcua dossier next events.jsonl --dossier H56.12-260302-0001

FILE is a history as a document, or events in JSON Lines, gzipped or not; of several
dossiers --dossier picks one. A parent waits for the dossiers it set off, which are
looked for in the same file. What could not be read or was not lawful is told with its
line, exit code 1, and the rest is answered for all the same.

What must hold first is told as far as it can be without the command itself: papers that
are missing, what is owed, terms that run. JSON is one object for each row.`,
	run: runDossierNext,
}

func runDossierNext(s *session) error {
	var h historyFlags
	h.register(s)
	h.registerCode(s)
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
	d, with := one.asOf(set), *set
	for _, child := range one.children {
		with.Children = append(with.Children, child.asOf(set))
	}
	sh := sheet{header: heading("action", "who", "leads to", "needs", "until", "why", "must hold first")}
	for _, o := range d.Next(&with) {
		sh.rows = append(sh.rows, s.optionRow(&o))
		sh.objects = append(sh.objects, o)
	}
	if s.format == "table" {
		s.stands(one.code, d, set)
		s.out.WriteString("\n")
	}
	return s.show(sh)
}

// stands says where a dossier stands at the instant of a setting.
func (s *session) stands(code string, d *dossier.Dossier, set *dossier.Setting) {
	s.say(textStands, code, s.moment(set.Now), d.Version(), s.state(cmp.Or(d.State, dossier.StateDraft)))
}

// optionRow is the row of something that may happen.
func (s *session) optionRow(o *dossier.Option) []string {
	who := make([]string, len(o.By))
	for i, r := range o.By {
		who[i] = s.role(r)
	}
	blocked := make([]string, len(o.Blocked))
	for i, g := range o.Blocked {
		blocked[i] = s.term(g.String(), g.Text())
	}
	why := nothing
	if !o.Why.IsZero() {
		why = s.text(o.Why)
	}
	return []string{
		s.term(o.Action.String(), o.Title), strings.Join(who, ", "), s.state(o.To), cmp.Or(strings.Join(o.Needs, ", "), nothing),
		s.until(o.Until), why, cmp.Or(strings.Join(blocked, "; "), nothing),
	}
}
