package workday

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
)

// input finds what a step was applied to; "" where it has no such input.
func (s Step) input(name string) string {
	for _, in := range s.Inputs {
		if in.Name == name {
			return in.Value
		}
	}
	return ""
}

// aboutDays reports whether the step tells of special days and moves nothing.
func (s Step) aboutDays() bool { return s.Rule == "dayOff" || s.Rule == "dayWorked" }

// TestExplainLeadsToDue: in every explanation each step begins where the one
// before ended, and the last ends at the due date.
func TestExplainLeadsToDue(t *testing.T) {
	for _, d := range deadlines() {
		run := d.begin(t)
		due, err := run.Due()
		if err != nil {
			t.Fatal(err)
		}
		at := clockTime(t, d.received).Format(time.RFC3339Nano)
		for _, s := range run.Explain() {
			if s.aboutDays() {
				continue
			}
			from := s.input("from")
			switch s.Rule {
			case "start", "cutOff":
				from = s.input("received")
			case "dayEnd": // begins on a day
				from = at
				if !strings.HasPrefix(at, s.input("day")) {
					t.Errorf("%s + %s: the end of %s after %s", d.received, d.limit, s.input("day"), at)
				}
			}
			if from != at {
				t.Errorf("%s + %s: %s begins at %q, want %s", d.received, d.limit, s.Rule, from, at)
			}
			at = s.Result
		}
		if want := due.Format(time.RFC3339Nano); at != want {
			t.Errorf("%s + %s [%s]: explained until %s, due %s", d.received, d.limit, d.profile, at, want)
		}
	}
}

// TestExplainIsReadable: every step has a ground and two sentences.
func TestExplainIsReadable(t *testing.T) {
	for _, d := range deadlines() {
		run := d.begin(t)
		for _, s := range run.Explain() {
			if s.Rule == "" || s.Source.Basis == 0 || len(s.Inputs) == 0 {
				t.Errorf("%s + %s: %+v lacks a rule, a source or inputs", d.received, d.limit, s)
			}
			for _, text := range []string{s.Text.Vi, s.Text.En} {
				if text == "" || strings.Contains(text, "%") || strings.ToUpper(text[:1]) != text[:1] {
					t.Errorf("%s + %s: %s says %q", d.received, d.limit, s.Rule, text)
				}
			}
		}
	}
}

// TestExplainDays: the steps about days say what the calendar says, of days that
// lie on the way, and of each day once.
func TestExplainDays(t *testing.T) {
	for _, d := range deadlines() {
		run := d.begin(t)
		seen := map[motcua.Date]bool{}
		for _, s := range run.Explain() {
			if !s.aboutDays() {
				continue
			}
			from, to := motcua.MustDate(s.input("from")), motcua.MustDate(s.input("to"))
			for day := range National().Days(motcua.Validity{From: from, To: to + 1}) {
				if day.Source != s.Source || day.Work != (s.Rule == "dayWorked") || day.Plain() || !strings.Contains(s.Text.Vi, day.Title.Vi) || !strings.Contains(s.Text.En, day.Title.En) {
					t.Errorf("%s + %s: %+v of %+v", d.received, d.limit, s, day)
				}
				if seen[day.Date] {
					t.Errorf("%s + %s tells of %v twice", d.received, d.limit, day.Date)
				}
				seen[day.Date] = true
			}
			if from < motcua.DateOf(clockTime(t, d.received)) || to > run.LastDay() {
				t.Errorf("%s + %s tells of %v to %v, which is not on the way", d.received, d.limit, from, to)
			}
		}
	}
}

// explained is an explanation in short: rule, act or basis, and result, a line a
// step.
func explained(steps []Step) []string {
	var lines []string
	for _, s := range steps {
		ground := s.Source.Act
		if ground == "" {
			ground = s.Source.Basis.String()
		}
		result := s.Result
		if at, err := time.Parse(time.RFC3339Nano, result); err == nil {
			result = at.In(motcua.Vietnam()).Format("2006-01-02 15:04:05.999999999")
		} else if s.aboutDays() {
			result = s.input("from") + " " + s.input("to")
		}
		lines = append(lines, s.Rule+" | "+ground+" | "+result)
	}
	return lines
}

const (
	labourCode = "Bộ luật Lao động 2019 (45/2019/QH14)"
	civilCode  = "Bộ luật Dân sự 2015 (91/2015/QH13)"
)

func TestExplainSteps(t *testing.T) {
	for _, c := range []struct {
		deadline
		want []string
	}{
		{deadline{received: "2026-02-13 16:30", limit: "12 hours"}, []string{
			"dayOff | " + labourCode + " | 2026-02-16 2026-02-20", // one day before the first, and four
			"officeHours | ours | 2026-02-24 11:30:00",
		}},
		{deadline{received: "2024-04-26 18:00", limit: "3 working days"}, []string{
			"dayOff | 2450/VPCP-KGVX | 2024-04-29 2024-04-29",
			"dayOff | " + labourCode + " | 2024-04-30 2024-04-30",
			"dayOff | " + labourCode + " | 2024-05-01 2024-05-01",
			"start | practice | 2024-05-02 07:30:00",
			"dayWorked | 2450/VPCP-KGVX | 2024-05-04 2024-05-04",
			"workingDays | practice | 2024-05-06 07:30:00",
		}},
		{deadline{received: "2026-03-02 15:00:01", limit: "1 working day", cutOff: "15:00"}, []string{
			"cutOff | practice | 2026-03-03 07:30:00",
			"workingDays | practice | 2026-03-04 07:30:00",
		}},
		{deadline{received: "2026-03-02 15:00:01", limit: "same day", cutOff: "15:00 due"}, []string{
			"cutOff | practice | 2026-03-02 15:00:01",
			"withinDay | ours | 2026-03-03 17:00:00",
		}},
		{deadline{received: "2026-03-04 09:00", limit: "10 days", pauses: "2026-03-05 09:00/2026-03-05 10:00"}, []string{
			"calendarDays | practice | 2026-03-14 09:00:00",
			"pause | practice | 2026-03-14 10:00:00",
			"roll | " + civilCode + " | 2026-03-16 07:30:00",
		}},
		{deadline{received: "2026-03-02 09:00", limit: "1 month 5 working days", profile: "statutory"}, []string{
			"months | " + civilCode + " | 2026-04-02 09:00:00",
			"workingDays | " + civilCode + " | 2026-04-09 09:00:00",
			"dayEnd | " + civilCode + " | 2026-04-10 00:00:00",
		}},
		{deadline{received: "2026-03-02 09:00", limit: "0.5 working days"}, []string{
			"fraction | ours | 2026-03-02 15:00:00",
		}},
		{deadline{received: "2026-03-02 09:00", limit: "12 hours", profile: "td"}, []string{
			"workingDays | practice | 2026-03-03 09:00:00",
			"officeHours | practice | 2026-03-03 15:00:00",
		}},
	} {
		run := c.begin(t)
		if diff := cmp.Diff(c.want, explained(run.Explain())); diff != "" {
			t.Errorf("%s + %s: %s", c.received, c.limit, diff)
		}
	}
}

// TestExplainRollNamesTheHoliday: where a due date moves off Tết, the reader is
// told of Tết and of the act that gives it off.
func TestExplainRollNamesTheHoliday(t *testing.T) {
	for _, d := range []deadline{
		{received: "2026-02-06 10:00", limit: "10 days"},
		{received: "2026-02-13 16:00", limit: "same day", cutOff: "15:00 due"},
	} {
		run := d.begin(t)
		steps := run.Explain()
		if !slices.ContainsFunc(steps, func(s Step) bool { return s.Rule == "dayOff" && s.Source.Act == labourCode }) {
			t.Errorf("%s + %s tells of no day off: %v", d.received, d.limit, explained(steps))
		}
	}
}

func TestExplainWords(t *testing.T) {
	run := (&deadline{received: "2026-02-13 16:30", limit: "12 hours"}).begin(t)
	steps := run.Explain()
	for i, want := range []motcua.Text{
		{Vi: "Không tính: thứ Hai 16/02/2026 – thứ Sáu 20/02/2026 (Tết Nguyên đán)", En: "Not counted: Monday 16 February 2026 – Friday 20 February 2026 (Lunar New Year (Tết))"},
		{Vi: "12 giờ làm việc kể từ 16:30 thứ Sáu 13/02/2026: đến 11:30 thứ Ba 24/02/2026", En: "12 h of office time from Friday 13 February 2026, 16:30: until Tuesday 24 February 2026, 11:30"},
	} {
		if i >= len(steps) || steps[i].Text != want {
			t.Fatalf("step %d: %+v, want %v", i, steps[i:], want)
		}
	}
}
