package main

import (
	"strconv"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

var workdayBetweenCommand = command{
	name:  "workday between",
	args:  "A B [--hours HH:MM-HH:MM,…] [--saturday HH:MM-HH:MM,…] [--calendar FILE.json]",
	short: "count the working days and the office time between two days or instants",
	long: `
Counts the working days from A up to, and not including, B, and the office time
between them. A and B are days (2026-02-13) or instants with their zone
(2026-02-13T16:30:00+07:00), of one kind or of both. A day stands for its
beginning, so that the day A counts and the day B does not. Working days are
counted by the days of A and B in Vietnam alone, whatever the time of day; office
time is counted to the minute, and what is left of a minute is dropped. Both are
below zero where B comes first.

Saturday sessions add office time and no working day.`,
	run: runWorkdayBetween,
}

// betweenLine is the JSON form of what lies between two ends.
type betweenLine struct {
	From          string `json:"from"`
	To            string `json:"to"`
	WorkingDays   int    `json:"workingDays"`
	OfficeMinutes int    `json:"officeMinutes"`
	Provisional   bool   `json:"provisional"`
}

// end is one end of a stretch of time: a day, or an instant on it.
type end struct {
	day   motcua.Date
	at    time.Time
	whole bool // the day is meant
}

// The words of the command.
var (
	textEnd = motcua.Text{
		En: "neither a day, as 2026-02-13, nor an instant with its zone, as 2026-02-13T16:30:00+07:00",
		Vi: "không phải ngày, như 2026-02-13, cũng không phải thời điểm có múi giờ, như 2026-02-13T16:30:00+07:00",
	}
	textBetween = motcua.Text{
		En: "From          %s\nUp to         %s, not included\n\nWorking days  %d\nOffice time   %s\n",
		Vi: "Từ                 %s\nĐến trước          %s\n\nSố ngày làm việc   %d\nThời gian làm việc %s\n",
	}
	textBetweenUnsettled = motcua.Text{
		En: "\nProvisional: a notice may still change a day between them.\n",
		Vi: "\nTạm tính: thông báo của cơ quan nhà nước còn có thể thay đổi một ngày trong khoảng này.\n",
	}
)

// runWorkdayBetween counts between two ends.
func runWorkdayBetween(s *session) error {
	var o officeFlags
	o.register(s)
	if err := s.parse(2, 2); err != nil {
		return err
	}
	c := o.lay(s)
	office, _ := o.open(s, c)
	a, b := s.end("A", s.args[0], c), s.end("B", s.args[1], c)
	if s.failed {
		return errReported
	}
	days, err := c.WorkingDays(a.day, b.day)
	if err != nil {
		return err
	}
	d, err := office.Between(a.at, b.at)
	if err != nil {
		return err
	}
	line := betweenLine{a.String(), b.String(), days, int(d / time.Minute), unsettled(c, a, b)}
	switch s.format {
	case "table":
		s.say(textBetween, s.text(a.words()), s.text(b.words()), days, s.text(signed(d)))
		if line.Provisional {
			s.say(textBetweenUnsettled)
		}
		return nil
	}
	return s.show(sheet{
		header:  heading("from", "to", "working days", "office minutes", "provisional"),
		rows:    [][]string{{line.From, line.To, strconv.Itoa(days), strconv.Itoa(line.OfficeMinutes), strconv.FormatBool(line.Provisional)}},
		objects: []any{line},
	})
}

// end reads a day or an instant within the calendar, or reports why not.
func (s *session) end(name, text string, c *workday.Calendar) end {
	if d, err := motcua.ParseDate(text); err == nil {
		s.within(name, "", text, d, c)
		return end{d, d.In(motcua.Vietnam()), true}
	}
	if !strings.ContainsAny(text, "Tt") {
		s.fault(name, "", codeText, textEnd, &motcua.ParseError{Kind: "end", Input: text})
		return end{}
	}
	t, _ := s.instant(name, "", text, c)
	return end{motcua.DateOf(t.In(motcua.Vietnam())), t, false}
}

// String writes the end for programs.
func (e end) String() string {
	if e.whole {
		return e.day.String()
	}
	return stamp(e.at)
}

// words write the end for people.
func (e end) words() motcua.Text {
	if e.whole {
		return dayWords(e.day)
	}
	return workday.InWords(e.at)
}

// unsettled reports whether a notice may still change a day between two ends; of
// a day that is not included no moment is.
func unsettled(c *workday.Calendar, a, b end) bool {
	if b.at.Before(a.at) {
		a, b = b, a
	}
	last := b.day
	if b.whole {
		last = last.AddDays(-1)
	}
	return last >= a.day && c.Provisional(a.day, last)
}

// signed writes a time that may be below zero.
func signed(d time.Duration) motcua.Text {
	if d >= 0 {
		return lengthWords(d)
	}
	words := lengthWords(-d)
	return motcua.Text{En: "-" + words.En, Vi: "-" + words.Vi}
}
