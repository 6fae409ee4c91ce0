package main

import (
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

// notCounted lists what takes nothing from the limit.
func (p *page) notCounted() {
	titled := false
	list := func(text string, source motcua.Source) {
		if !titled {
			p.title(textNotCounted)
			titled = true
		}
		p.item("  - ", text, source)
	}
	if t := p.restTime(); !t.IsZero() {
		list(p.text(t), motcua.Source{})
	}
	for _, step := range p.steps {
		switch {
		case step.Rule == "dayOff":
			list(p.daysOff(step), step.Source)
		case step.Rule == "paused" && !p.idle(step):
			list(p.text(step.Text), step.Source)
		}
	}
}

// daysOff names the days of a step and why they are off.
func (p *page) daysOff(step workday.Step) string {
	if len(step.Inputs) < 2 {
		return p.text(step.Text)
	}
	from, err := motcua.ParseDate(step.Inputs[0].Value)
	to, also := motcua.ParseDate(step.Inputs[1].Value)
	day, beyond := p.call.terms.Office.Calendar().Day(from)
	if err != nil || also != nil || beyond != nil {
		return p.text(step.Text)
	}
	words := p.text(dayWords(from))
	if to != from {
		words += " – " + p.text(dayWords(to))
	}
	return words + ": " + p.text(day.Title)
}

// idle reports whether a pause took no time, or began when the time was up.
func (p *page) idle(step workday.Step) bool {
	for _, in := range step.Inputs {
		if from, err := time.Parse(time.RFC3339, in.Value); in.Name == "from" && err == nil {
			return in.Value == step.Result || !from.Before(p.due)
		}
	}
	return false
}

// restTime names the rest that lies on the way, where the limit does not count
// it: what is out of office hours and the weekends.
func (p *page) restTime() motcua.Text {
	weekend, hours, office, worked := false, false, false, false
	for _, step := range p.steps {
		switch step.Rule {
		case "dayWorked":
			worked = true
		case "workingDays", "withinDay":
			office = true
		case "fraction", "officeHours":
			office, hours = true, true
		case "months", "calendarDays", "clockHours":
			office = false
		}
		if office {
			weekend = weekend || p.passesWeekend(step)
		}
	}
	switch saturday := len(p.call.hours.Saturday) > 0; {
	case weekend && hours && saturday:
		return textRestButSaturday
	case weekend && hours:
		return textRestAndWeekends
	case weekend && saturday:
		return textSundays
	case weekend && worked:
		return textWeekendsButWorked
	case weekend:
		return textWeekends
	case hours:
		return textRest
	}
	return motcua.Text{}
}

// passesWeekend reports whether a day of rest lies between the instant a step
// begins with and its result.
func (p *page) passesWeekend(step workday.Step) bool {
	if len(step.Inputs) == 0 {
		return false
	}
	from, err := time.Parse(time.RFC3339, step.Inputs[0].Value)
	to, also := time.Parse(time.RFC3339, step.Result)
	if err != nil || also != nil {
		return false
	}
	for d := range p.call.terms.Office.Calendar().Days(motcua.Validity{From: motcua.DateOf(from), To: motcua.DateOf(to)}) {
		if d.Weekend() && !d.Work {
			return true
		}
	}
	return false
}
