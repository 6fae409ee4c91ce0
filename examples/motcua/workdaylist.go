package main

import (
	"errors"
	"strconv"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

var workdayListCommand = command{
	name:  "workday list",
	args:  "[--year YEAR] [--calendar FILE.json]",
	short: "list the days off of a year and the weekend days worked for them",
	long: `
Lists what is not as the week would have it: every Monday to Friday that is off,
and every Saturday or Sunday that is worked. Each has its reason and its source,
and whether a notice may still change it. The other weekends are off besides.

  {"date":"2026-02-16","off":true,"reason":"Lunar New Year (Tết)","source":"Bộ luật Lao động 2019 (45/2019/QH14), Điều 112 (law)","provisional":false}

--calendar lays an overlay over the national calendar: a document of the kind
calendar (motcua schema show calendar) without a horizon. Its rows win, day by
day. All its faults are reported at once. A file may say no more than this:

  {"id": "storm", "title": {"vi": "Nghỉ bão", "en": "Storm"}, "days": [
    {"date": "2026-09-21", "days": 2, "off": true, "title": {"vi": "bão số 5", "en": "storm no. 5"},
     "source": {"act": "12/CĐ-UBND", "basis": "law"}}]}`,
	run: runWorkdayList,
}

// dayLine is the JSON form of a day that is not as the week would have it.
type dayLine struct {
	Date        motcua.Date `json:"date"`
	Off         bool        `json:"off"`
	Reason      string      `json:"reason"`
	Source      string      `json:"source"`
	Provisional bool        `json:"provisional"`
}

// The words of the list.
var (
	textOff       = motcua.Text{En: "off", Vi: "nghỉ"}
	textWorked    = motcua.Text{En: "worked", Vi: "làm việc"}
	textUnsettled = motcua.Text{En: "provisional", Vi: "tạm tính"}
	textYear      = motcua.Text{
		En: "\n%d: %d working days. All other Saturdays and Sundays are off.\n",
		Vi: "\nNăm %d: %d ngày làm việc. Các thứ Bảy, Chủ nhật khác đều nghỉ.\n",
	}
	textUnsettledYear = motcua.Text{
		En: "Provisional: a notice may still change these days or others of the year.\n",
		Vi: "Tạm tính: thông báo của cơ quan nhà nước còn có thể thay đổi các ngày này hoặc ngày khác trong năm.\n",
	}
)

// runWorkdayList lists a year.
func runWorkdayList(s *session) error {
	var o officeFlags
	var year int
	o.registerCalendar(s)
	s.yearFlag(&year, "`YEAR` that is listed; that of today if absent")
	if err := s.parse(0, 0); err != nil {
		return err
	}
	c := o.lay(s)
	days, ok := s.yearOf(year, c)
	if !ok || s.failed {
		return errReported
	}
	words := []string{"date", "weekday", "day", "reason", "source", "provisional"}
	if s.format == "csv" {
		words = []string{"date", "off", "reason", "source", "provisional"}
	}
	sh := sheet{header: heading(words...)}
	for d := range c.Days(days) {
		if d.Weekend() != d.Work {
			continue // as the week has it
		}
		line := dayLine{d.Date, !d.Work, s.text(d.Title), s.ground(d.Source), d.Provisional}
		sh.rows, sh.objects = append(sh.rows, s.dayRow(line)), append(sh.objects, line)
	}
	if err := s.show(sh); err != nil || s.format != "table" {
		return err
	}
	return s.sayYear(c, days)
}

// yearFlag takes a year in decimal digits.
func (s *session) yearFlag(year *int, usage string) {
	s.flags.Func("year", usage, func(text string) (err error) {
		if *year, err = strconv.Atoi(text); err != nil || text != strconv.Itoa(*year) {
			return errors.New("want a year, as 2026")
		}
		return nil
	})
}

// yearOf are the days of a year that the calendar holds, or a fault.
func (s *session) yearOf(year int, c *workday.Calendar) (motcua.Validity, bool) {
	if !s.given("year") {
		year, _, _ = s.today().Civil()
	}
	first, err := motcua.NewDate(year, 1, 1)
	if err != nil {
		s.fault("--year", "", codeReach, textNoYear, err)
		return motcua.Validity{}, false
	}
	return motcua.Validity{From: first, To: first.AddMonths(12)}, s.within("--year", "", strconv.Itoa(year), first, c)
}

var textNoYear = motcua.Text{En: "not a year the calendar holds", Vi: "không phải năm có trong lịch"}

// dayRow is a day in a table for people or, all values plain, in CSV.
func (s *session) dayRow(line dayLine) []string {
	if s.format == "csv" {
		return []string{line.Date.String(), strconv.FormatBool(line.Off), line.Reason, line.Source, strconv.FormatBool(line.Provisional)}
	}
	state, doubt := s.text(textWorked), nothing
	if line.Off {
		state = s.text(textOff)
	}
	if line.Provisional {
		doubt = s.text(textUnsettled)
	}
	return []string{line.Date.String(), s.text(weekdayWords[line.Date.Weekday()]), state, line.Reason, line.Source, doubt}
}

// weekdayWords are the days of the week as tables have them, from Sunday.
var weekdayWords = [...]motcua.Text{
	{En: "Sun", Vi: "Chủ nhật"}, {En: "Mon", Vi: "thứ Hai"}, {En: "Tue", Vi: "thứ Ba"}, {En: "Wed", Vi: "thứ Tư"},
	{En: "Thu", Vi: "thứ Năm"}, {En: "Fri", Vi: "thứ Sáu"}, {En: "Sat", Vi: "thứ Bảy"},
}

// sayYear sums a year up.
func (s *session) sayYear(c *workday.Calendar, days motcua.Validity) error {
	n, err := c.WorkingDays(days.From, days.To)
	if err != nil {
		return err
	}
	year, _, _ := days.From.Civil()
	s.say(textYear, year, n)
	if c.Provisional(days.From, days.To.AddDays(-1)) {
		s.say(textUnsettledYear)
	}
	return nil
}
