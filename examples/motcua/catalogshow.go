package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/payment"
)

var catalogShowCommand = command{
	name:  "catalog show",
	args:  "CODE",
	short: "show a procedure as it holds on a day",
	long: `
Shows the version of a procedure that holds on a day, as it was known at a moment: what
it needs, how long it takes, what it costs, in which channels, who decides, by which
acts. A code with a province's suffix is found without it too.

  motcua catalog show 1.001193
  motcua catalog show 1.001193 --date 2026-03-03 --known 2026-03-03T09:00:00+07:00

--versions lists all versions of the code instead. With --format json it is the document
itself (motcua schema show procedure).`,
	run: runCatalogShow,
}

func runCatalogShow(s *session) error {
	var f catalogueFlags
	f.register(s)
	versions := s.flags.Bool("versions", false, "list all versions of the code")
	if err := s.parse(1, 1); err != nil {
		return err
	}
	if *versions {
		return s.listVersions(&f)
	}
	snapshot, err := f.open(s)
	if err != nil {
		return err
	}
	p, err := s.find(snapshot, s.args[0])
	if err != nil {
		return err
	}
	switch s.format {
	case "json":
		line, err := catalog.AppendJSON(nil, p)
		if err != nil {
			return err
		}
		_, err = s.out.Write(append(line, '\n'))
		return err
	case "csv":
		return s.show(sheet{header: heading("aspect", "what"), rows: s.aspects(p)})
	}
	s.say(textQuoteOf, p.Code, s.text(p.Name))
	return s.show(sheet{header: heading("aspect", "what"), rows: s.aspects(p)})
}

// listVersions shows all versions of a code.
func (s *session) listVersions(f *catalogueFlags) error {
	code, err := motcua.ParseProcedure(s.args[0])
	if err != nil {
		return usagef("%v", err)
	}
	c, err := s.catalogue(f.file)
	if err != nil {
		return err
	}
	sh := sheet{header: heading("code", "version", "status", "in force", "known from", "known to", "name")}
	list := c.VersionsOf(code)
	for i := range list {
		p := &list[i]
		known := [2]string{nothing, nothing}
		if !p.Known.From.IsZero() {
			known[0] = p.Known.From.In(motcua.Vietnam()).Format("2006-01-02 15:04")
		}
		if !p.Known.To.IsZero() {
			known[1] = p.Known.To.In(motcua.Vietnam()).Format("2006-01-02 15:04")
		}
		sh.rows = append(sh.rows, []string{string(p.Code), p.Version, p.Status.String(), p.Validity.String(), known[0], known[1], s.text(p.Name)})
		sh.objects = append(sh.objects, p)
	}
	if len(list) == 0 {
		s.complain(s.text(textNoCode), code)
		return errReported
	}
	return s.show(sh)
}

var textNoCode = motcua.Text{En: "the catalogue has no procedure %s", Vi: "danh mục không có thủ tục %s"}

// aspects are the rows of the page of a procedure, those that say nothing left out.
func (s *session) aspects(p *catalog.Procedure) [][]string {
	var rows [][]string
	add := func(aspect, what string) {
		row := []string{s.text(heading(aspect)[0]), strings.Join(strings.Fields(what), " ")}
		if row[1] != "" && !slices.ContainsFunc(rows, func(o []string) bool { return slices.Equal(o, row) }) {
			rows = append(rows, row)
		}
	}
	add("status", p.Status.String())
	add("in force", p.Validity.String())
	add("field", strings.TrimSpace(p.Field.Code+" "+p.Field.Name))
	for _, l := range p.Levels {
		add("level", l.String())
	}
	for _, subject := range p.Subjects {
		add("subject", subject.Name)
	}
	for _, b := range slices.Concat(p.Bodies.Competent, p.Bodies.Implementing) {
		add("body", b.Name)
	}
	if p.Service != nil && p.Service.Online != 0 {
		add("online", p.Service.Online.String())
	}
	for _, k := range p.Cases {
		add("case", k.ID+": "+s.text(k.Name))
	}
	for _, offer := range p.Channels {
		for _, t := range offer.Times {
			add("time", s.timeText(offer.Channel, t))
		}
	}
	for i := range p.Fees {
		add("fee", s.feeText(&p.Fees[i]))
	}
	for _, paper := range p.Papers {
		add("paper", s.paperText(&paper))
	}
	for i, step := range p.Steps {
		add("step", strconv.Itoa(i+1)+". "+step.Text)
	}
	for _, r := range p.Results {
		add("result", strings.TrimSpace(string(r.Code)+" "+s.text(r.Name)))
	}
	add("conditions", p.Conditions)
	for _, b := range p.Bases {
		add("basis", b.Number+" "+b.Title)
	}
	for _, m := range p.Missing() {
		add("lacks", s.text(m.Text))
	}
	return rows
}

// timeText is a time option in a line.
func (s *session) timeText(channel motcua.Channel, t catalog.TimeOption) string {
	what := t.Raw
	if t.Limit != nil {
		what = s.text(t.Limit.Text())
	}
	if what == "" {
		what = s.text(textNotStated)
	}
	text := channel.String()
	if t.ID != "" {
		text += " (" + t.ID + ")"
	}
	if len(t.Cases) > 0 {
		text += " [" + strings.Join(t.Cases, ", ") + "]"
	}
	return text + ": " + what
}

var textNotStated = motcua.Text{En: "not stated", Vi: "không nêu"}

// feeText is a fee row in a line.
func (s *session) feeText(r *fee.Row) string {
	what := s.tariffText(r)
	for _, c := range r.Channels {
		what += ", " + c.String()
	}
	for _, k := range r.Cases {
		what += ", " + k
	}
	if !r.Validity.IsZero() {
		what += ", " + r.Validity.String()
	}
	return s.text(r.Name) + ": " + what
}

func (s *session) tariffText(r *fee.Row) string {
	amount := func(m *payment.Money) string { return s.text(m.Text()) }
	switch t := r.Tariff; {
	case r.Doubt != "":
		return r.Doubt + ": " + r.Raw
	case r.Free():
		return s.text(motcua.Text{En: "free", Vi: "miễn phí"})
	case t.Fixed != nil:
		return amount(t.Fixed)
	case t.PerUnit != nil:
		return amount(t.PerUnit) + "/" + r.Unit
	case t.Bands != nil:
		return s.text(motcua.Text{En: "by bands of ", Vi: "theo bậc của "}) + r.Unit
	case t.Percent != nil:
		return t.Percent.Rate.String() + " % " + t.Percent.Of
	}
	return s.text(textNotStated)
}

// paperText is a paper in a line.
func (s *session) paperText(p *catalog.Paper) string {
	text := s.text(p.Name) + " (" + strconv.FormatInt(p.Originals, 10) + "+" + strconv.FormatInt(p.Copies, 10) + ")"
	if p.Form != nil {
		text += " " + p.Form.Name
	}
	if len(p.Cases) > 0 {
		text += " [" + strings.Join(p.Cases, ", ") + "]"
	}
	for _, d := range p.Data {
		text += " ⇐ " + d.Code
	}
	return text
}
