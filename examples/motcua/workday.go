package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

// Codes of faults in the values of flags. They are those the library gives for
// the same faults in documents.
const (
	codeText    = "CAL-TXT-01" // text that cannot be read
	codeReach   = "CAL-DAY-05" // a day the calendar does not reach
	codeCutOff  = "CAL-LIM-05" // an effect that is none
	codeProfile = "CAL-PRO-01" // a profile that is none
	codeOrder   = "DOS-CLK-02" // an end before its beginning
)

// fault reports an error in the value of a flag or an argument. The pointer
// begins with its name, as if the call were a document.
func (s *session) fault(name, pointer, code string, message motcua.Text, cause error) {
	var faults motcua.Faults
	faults.Add(code, "/"+strings.TrimLeft(name, "-")+pointer, message, cause)
	s.report(name, faults)
}

// officeFlags are the flags that say when an office works.
type officeFlags struct{ hours, saturday, calendar string }

// register adds the flags to a command.
func (o *officeFlags) register(s *session) {
	s.flags.StringVar(&o.hours, "hours", "", "`HH:MM-HH:MM,…` are the sessions of a working day; 07:30-11:30,13:30-17:00 if absent")
	s.flags.StringVar(&o.saturday, "saturday", "", "`HH:MM-HH:MM,…` are the sessions of a Saturday; none if absent")
	o.registerCalendar(s)
}

// registerCalendar adds the flag of the calendar alone.
func (o *officeFlags) registerCalendar(s *session) {
	s.flags.StringVar(&o.calendar, "calendar", "", "`FILE.json` of days off and days worked, laid over the national calendar")
}

// lay is the calendar of the call. Faults are reported, and then it is the
// national one, so that the other flags can be checked too.
func (o *officeFlags) lay(s *session) *workday.Calendar {
	national := workday.National()
	if !s.given("calendar") {
		return national
	}
	data, err := s.read(o.calendar)
	if err != nil {
		s.complain("%v", err)
		s.failed = true
		return national
	}
	c, faults := national.Overlay(data)
	s.report(o.calendar, faults)
	if c == nil {
		return national
	}
	return c
}

// open is the office of the call with its sessions; nil where they have faults,
// which are reported.
func (o *officeFlags) open(s *session, c *workday.Calendar) (*workday.Office, workday.HoursRow) {
	row := workday.UsualHours().Rows[0]
	good := true
	read := func(name, text string, into *[]workday.Session) {
		if !s.given(name) {
			return
		}
		list, faults := workday.ParseSessions(text)
		s.report("--"+name, faults.At("/"+name))
		*into, good = list, good && faults.Err() == nil
	}
	read("hours", o.hours, &row.Weekdays)
	read("saturday", o.saturday, &row.Saturday)
	if !good {
		return nil, row
	}
	office, faults := c.Office(workday.Week(row.Weekdays, row.Saturday))
	s.report("--hours", faults.At("/hours"))
	return office, row
}

// textInstant says what an instant looks like; a clock without its zone could
// mean several.
var textInstant = motcua.Text{
	En: "not an instant with its zone; write it as 2026-02-13T16:30:00+07:00",
	Vi: "không phải thời điểm có múi giờ; hãy viết như 2026-02-13T16:30:00+07:00",
}

// instant reads an instant that the calendar reaches, or reports why not.
func (s *session) instant(name, pointer, text string, c *workday.Calendar) (time.Time, bool) {
	var t time.Time
	if t.UnmarshalText([]byte(text)) != nil { // stricter than time.Parse
		s.fault(name, pointer, codeText, textInstant, &motcua.ParseError{Kind: "instant", Input: text})
		return t, false
	}
	return t, s.within(name, pointer, text, motcua.DateOf(t.In(motcua.Vietnam())), c)
}

// within reports a day that the calendar does not reach, as it was written.
func (s *session) within(name, pointer, text string, d motcua.Date, c *workday.Calendar) bool {
	if c.Horizon().Contains(d) {
		return true
	}
	s.fault(name, pointer, codeReach, motcua.Text{
		En: fmt.Sprintf("%s is not in the calendar %s", text, c.Horizon()),
		Vi: fmt.Sprintf("%s nằm ngoài lịch %s", text, c.Horizon()),
	}, nil)
	return false
}

// stamp writes an instant in Vietnamese time for programs.
func stamp(t time.Time) string { return t.In(motcua.Vietnam()).Format(time.RFC3339Nano) }

// dayWords writes a day for people, as the library writes instants.
func dayWords(d motcua.Date) motcua.Text {
	words := workday.InWords(d.In(motcua.Vietnam()))
	return motcua.Text{En: strings.TrimSuffix(words.En, ", 00:00"), Vi: strings.TrimPrefix(words.Vi, "00:00 ")}
}

// lengthWords writes a time for people in hours and minutes; less than a minute
// is left out.
func lengthWords(d time.Duration) motcua.Text {
	h, m := int(d/time.Hour), int(d%time.Hour/time.Minute)
	switch {
	case h == 0:
		return motcua.Text{En: fmt.Sprintf("%d min", m), Vi: fmt.Sprintf("%d phút", m)}
	case m == 0:
		return motcua.Text{En: fmt.Sprintf("%d h", h), Vi: fmt.Sprintf("%d giờ", h)}
	}
	return motcua.Text{En: fmt.Sprintf("%d h %d min", h, m), Vi: fmt.Sprintf("%d giờ %d phút", h, m)}
}

// basisWords are the grounds on which a rule is believed, for people.
var basisWords = map[motcua.Basis]motcua.Text{
	motcua.BasisLaw: {En: "law", Vi: "luật"}, motcua.BasisPractice: {En: "practice", Vi: "thực tiễn"},
	motcua.BasisPress: {En: "press", Vi: "báo chí"}, motcua.BasisComputed: {En: "computed", Vi: "tính ra"},
	motcua.BasisAssumed: {En: "assumed", Vi: "giả định"}, motcua.BasisOurs: {En: "our reading", Vi: "cách hiểu của chúng tôi"},
}

// ground writes a source in short: the act and the place in it, or what is noted
// in their stead, and on what ground it is believed; empty for none.
func (s *session) ground(source motcua.Source) string {
	if source.IsZero() {
		return ""
	}
	words := strings.Trim(source.Act+", "+source.Article, ", ")
	if words == "" {
		words = s.text(source.Note)
	}
	basis := s.text(basisWords[source.Basis])
	if words == "" || basis == "" {
		return words + basis
	}
	return words + " (" + basis + ")"
}
