package main

import (
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
)

var catalogChecklistCommand = command{
	name:  "catalog checklist",
	args:  "CODE [--case ID] [--answer ID=VALUE …]",
	short: "say which papers a person needs, and which question to ask next",
	long: `
Says which papers a person needs for a procedure, which of them data or another result
replaces, which are not needed, and which depend on what is not known yet; and the one
question to ask next. Nothing is required that was not shown to be needed.

  motcua catalog checklist 1.001193
  motcua catalog checklist 1.001193 --answer abandoned=false --answer late=true

Answers to flags are true or false, to numbers a number, to dates 2026-03-01, to the rest
one of the choices. channel and subject may be answered too. --have names results the
person has (KQ.G15.000031). With --format json one object holds it all.`,
	run: runCatalogChecklist,
}

// checklistLine is the JSON form of a checklist.
type checklistLine struct {
	Code    motcua.ProcedureCode `json:"code"`
	Case    string               `json:"case"`
	Decided bool                 `json:"decided"`
	Papers  []paperLine          `json:"papers"`
	Next    *catalog.Question    `json:"next"`
	Choose  []catalog.Case       `json:"choose"`
	Tell    []string             `json:"tell"`
}

// paperLine is one paper of a checklist.
type paperLine struct {
	Name      string       `json:"name"`
	Need      catalog.Need `json:"need"`
	Originals int64        `json:"originals"`
	Copies    int64        `json:"copies"`
	Form      string       `json:"form"`
	By        string       `json:"by"`
	OneOf     string       `json:"oneOf"`
	Why       string       `json:"why"`
	Source    string       `json:"source"`
}

func runCatalogChecklist(s *session) error {
	var f catalogueFlags
	var answers, have words
	f.register(s)
	of := s.flags.String("case", "", "`ID` of the case; found by the answers if absent")
	s.flags.Var(&answers, "answer", "`ID=VALUE`; may be repeated")
	s.flags.Var(&have, "have", "`CODE` of a result the person has; may be repeated")
	if err := s.parse(1, 1); err != nil {
		return err
	}
	snapshot, err := f.open(s)
	if err != nil {
		return err
	}
	p, err := s.find(snapshot, s.args[0])
	if err != nil {
		return err
	}
	situation := catalog.Situation{Case: *of}
	if situation.Answers, err = answersOf(p, answers); err != nil {
		return err
	}
	for _, text := range have {
		code, err := motcua.ParseResult(text)
		if err != nil {
			return usagef("--have: %v", err)
		}
		situation.Results = append(situation.Results, code)
	}
	c, err := p.Checklist(situation)
	if faults, ok := err.(motcua.Faults); ok {
		s.report(string(p.Code), faults)
		return errReported
	}
	if err != nil {
		return err
	}
	return s.showChecklist(p, &c)
}

// showChecklist shows a checklist: an object for programs, a page for people.
func (s *session) showChecklist(p *catalog.Procedure, c *catalog.Checklist) error {
	line := checklistLine{Code: p.Code, Case: c.Case, Decided: c.Decided(), Papers: []paperLine{}, Next: c.Next, Choose: c.Choose, Tell: c.Tell}
	if line.Choose == nil {
		line.Choose = []catalog.Case{}
	}
	if line.Tell == nil {
		line.Tell = []string{}
	}
	sh := sheet{header: heading("need", "paper", "originals", "copies", "reason")}
	for _, i := range c.Items {
		row := paperLine{Name: s.text(i.Paper.Name), Need: i.Need, Originals: i.Paper.Originals, Copies: i.Paper.Copies, By: i.By, OneOf: i.OneOf, Why: s.text(i.Why)}
		if i.Paper.Form != nil {
			row.Form = i.Paper.Form.Name
		}
		if !i.Source.IsZero() {
			row.Source = s.ground(i.Source)
		}
		line.Papers = append(line.Papers, row)
		sh.rows = append(sh.rows, []string{s.text(needWords[i.Need]), row.Name, number(row.Originals), number(row.Copies), row.Why})
	}
	if s.format == "json" {
		return s.encode(s.out, line)
	}
	if s.format == "csv" {
		return s.show(sh)
	}
	s.say(textQuoteOf, p.Code, s.text(p.Name))
	if err := s.show(sh); err != nil {
		return err
	}
	if c.Next != nil {
		s.say(textAsk, s.text(c.Next.Text), c.Next.ID)
		for _, choice := range c.Next.Choices {
			s.say(motcua.Text{En: "  %s: %s\n", Vi: "  %s: %s\n"}, choice.Value, s.text(choice.Text))
		}
	}
	for i, k := range c.Choose {
		if i == 0 {
			s.say(textChoose)
		}
		s.say(motcua.Text{En: "  %s: %s\n", Vi: "  %s: %s\n"}, k.ID, s.text(k.Name))
	}
	for _, name := range c.Tell {
		s.say(textTell, name)
	}
	return nil
}

var (
	textAsk    = motcua.Text{En: "\nAsk next: %s (--answer %s=…)\n", Vi: "\nHỏi tiếp: %s (--answer %s=…)\n"}
	textChoose = motcua.Text{En: "\nChoose the case (--case …):\n", Vi: "\nChọn trường hợp (--case …):\n"}
	textTell   = motcua.Text{En: "\nIt depends on the %s (--answer it).\n", Vi: "\nCòn tùy %s (trả lời bằng --answer).\n"}
	needWords  = map[catalog.Need]motcua.Text{
		catalog.NeedRequired:  {En: "required", Vi: "phải nộp"},
		catalog.NeedReplaced:  {En: "replaced", Vi: "được thay thế"},
		catalog.NeedNot:       {En: "not needed", Vi: "không cần"},
		catalog.NeedUndecided: {En: "undecided", Vi: "chưa rõ"},
	}
)

// number writes a count, nothing for none.
func number(n int64) string {
	if n == 0 {
		return nothing
	}
	return motcua.NumberScalar(n).String()
}
