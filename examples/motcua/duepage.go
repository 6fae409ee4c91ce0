package main

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
)

// page tells a citizen when a dossier is due.
type page struct {
	*session
	call   *dueCall
	ledger *dossier.Ledger
	due    time.Time
	steps  []workday.Step
}

// pageWidth is how many characters a line has at most, if its words allow it.
const pageWidth = 80

// show writes the page.
func (p *page) show() {
	words := p.text(textDue) + " " + p.text(workday.EndInWords(p.due))
	line := strings.Repeat("=", utf8.RuneCountInString(words)+4)
	fmt.Fprintf(p.out, "%s\n  %s\n%s\n\n", line, strings.ToUpper(words), line)
	p.facts()
	p.notCounted()
	p.wayThere()
	p.doubts()
	for _, note := range p.call.notes {
		p.paragraph("\n", "", p.text(textNote)+p.text(note.Message)+".")
	}
}

// paragraph writes a text in lines, the first after one indent and the others
// after another.
func (p *page) paragraph(first, rest, text string) {
	fmt.Fprint(p.out, first)
	width := utf8.RuneCountInString(strings.TrimLeft(first, "\n"))
	for i, word := range strings.Fields(visible(text)) {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case width+1+n > pageWidth:
			fmt.Fprint(p.out, "\n"+rest)
			width = utf8.RuneCountInString(rest)
		default:
			fmt.Fprint(p.out, " ")
			width++
		}
		fmt.Fprint(p.out, word)
		width += n
	}
	fmt.Fprintln(p.out)
}

// facts writes what was asked, a line each.
func (p *page) facts() {
	limit := p.call.terms.Limit
	rows := [][2]string{
		{p.text(textReceived), p.text(workday.InWords(p.call.received))},
		{p.text(textLimit), p.text(limit.Text())},
	}
	if cut := limit.CutOff; cut != nil {
		rows = append(rows, [2]string{p.text(textCutOff), fmt.Sprintf(p.text(textCutOffs[cut.Effect]), cut.At)})
	}
	hours := fmt.Sprintf(p.text(textWeek), sessions(p.call.hours.Weekdays))
	if saturday := p.call.hours.Saturday; len(saturday) > 0 {
		hours += fmt.Sprintf(p.text(textSaturday), sessions(saturday))
	}
	profile := p.call.terms.Profile
	rows = append(rows, [2]string{p.text(textHours), hours},
		[2]string{p.text(textProfile), p.text(profile.Title)})
	if now := p.standing(); now != "" {
		rows = append(rows, [2]string{p.text(textNow), now})
	}
	width := 0
	for _, row := range rows {
		width = max(width, utf8.RuneCountInString(row[0])+2)
	}
	for _, row := range rows {
		label := row[0] + strings.Repeat(" ", width-utf8.RuneCountInString(row[0]))
		p.paragraph(label, strings.Repeat(" ", width), row[1])
	}
}

// sessions writes the sessions of a day.
func sessions(list []workday.Session) string {
	var out []string
	for _, s := range list {
		out = append(out, s.String())
	}
	return strings.Join(out, ", ")
}

// standing tells how the dossier stands at the moment of the call. Whether it was
// answered nobody said, so of the past nothing is told unless it is asked for.
func (p *page) standing() string {
	now := p.call.now
	asked := p.given("now")
	if !asked && (now.Before(p.call.received) || now.After(p.due)) {
		return ""
	}
	words := p.text(workday.InWords(now)) + ": "
	verdict := p.ledger.Citizen(now)
	balance, ok := p.ledger.Remaining(now)
	switch {
	case verdict == dossier.VerdictNotReceived:
		return words + p.text(textNotReceived)
	case !ok:
		return ""
	}
	kind := textOfOffice
	if balance.ByClock {
		kind = textByClock
	}
	state, left := textRemains, balance.Remaining
	if verdict == dossier.VerdictOverdue {
		state, left = textOverdue, -left
	}
	if left < time.Minute {
		return words + p.text(textTimeIsUp)
	}
	words += fmt.Sprintf(p.text(state), p.text(lengthWords(max(left, 0)))+" "+p.text(kind))
	if then := p.ledger.At(now); then.Status() == dossier.StatusPaused {
		words += p.text(textStandsStill)
	}
	return words
}

// title begins a part of the page.
func (p *page) title(t motcua.Text) { fmt.Fprintf(p.out, "\n%s\n\n", p.text(t)) }

// item writes a line of a list and, below it, the ground it rests on.
func (p *page) item(mark, text string, source motcua.Source) {
	indent := strings.Repeat(" ", utf8.RuneCountInString(mark))
	p.paragraph(mark, indent, text)
	if ground := p.ground(source); ground != "" {
		p.paragraph(indent+p.text(textGround), indent+"  ", ground)
	}
}

// told are the rules that stand elsewhere on the page.
var told = []string{"granted", "received", "dayOff", "paused", "due"}

// wayThere tells how the due date comes about, step by step.
func (p *page) wayThere() {
	p.title(textWayThere)
	n := 0
	for _, step := range p.steps {
		if slices.Contains(told, step.Rule) {
			continue
		}
		n++
		p.item(fmt.Sprintf("%3d. ", n), p.text(step.Text), step.Source)
	}
}

// doubts tells whether the date may still move, and why.
func (p *page) doubts() {
	if !p.ledger.Provisional() {
		p.paragraph("\n", "", p.text(textSettled))
		return
	}
	p.title(textProvisional)
	c := p.call.terms.Office.Calendar()
	first, last := motcua.DateOf(p.call.received.In(motcua.Vietnam())), motcua.DateOf(p.due.In(motcua.Vietnam()))
	var years []int
	for d := range c.Days(motcua.Validity{From: first, To: last.AddDays(1)}) {
		switch year, _, _ := d.Date.Civil(); {
		case !d.Provisional:
		case !d.Plain() && d.Source.Act == "":
			p.item("  - ", p.text(dayWords(d.Date))+": "+p.text(d.Title), d.Source)
		case !slices.Contains(years, year):
			years = append(years, year)
		}
	}
	for _, year := range years {
		p.item("  - ", fmt.Sprintf(p.text(textNoNotice), year), motcua.Source{})
	}
}
