package workday

import (
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// Hours (giờ làm việc) are the office hours of a unit: rows that follow one
// another in time.
type Hours struct {
	Rows []HoursRow `json:"rows"` // in the order of their validity
}

// HoursRow holds the sessions of a week. Weekdays are Monday to Friday, and
// Saturdays and Sundays that a calendar makes working days. Saturday sessions of
// an ordinary Saturday take filings and spend office hours, but such a Saturday
// is no working day. Service sessions, as in the evening, let things be filed
// and collected and never spend a limit.
type HoursRow struct {
	Validity motcua.Validity `json:"validity,omitzero"`  // always, if absent
	Weekdays []Session       `json:"weekdays"`           // in order, as all sessions
	Saturday []Session       `json:"saturday,omitempty"` // none, if absent
	Service  []Service       `json:"service,omitempty"`  // beyond office hours
	Source   motcua.Source   `json:"source,omitzero"`    // the decision or notice
}

// Service is a session beyond office hours, on one day of every week that is not
// a holiday.
type Service struct {
	Day     Weekday `json:"day"`     // of the week
	Session Session `json:"session"` // on that day
}

// Week returns hours that are the same for ever: the sessions of a weekday, and
// those of a Saturday, if any.
func Week(weekdays, saturday []Session) Hours {
	return Hours{Rows: []HoursRow{{Weekdays: weekdays, Saturday: saturday}}}
}

// UsualHours are 07:30–11:30 and 13:30–17:00, Monday to Friday: the hours most
// offices post (portal practice, 2026). There is no national rule; each province
// sets its own.
func UsualHours() Hours {
	return Week([]Session{{7*60 + 30, 11*60 + 30}, {13*60 + 30, 17 * 60}}, nil)
}

// ParseHours reads office hours as a document and checks them.
func ParseHours(data []byte) (Hours, motcua.Faults) { return strict.Read(data, (*Hours).check) }

func (h Hours) check() motcua.Faults {
	var faults motcua.Faults
	if len(h.Rows) == 0 {
		fault(&faults, codeNoHours, "/rows", "không có giờ làm việc nào", "there are no hours")
	}
	for i, row := range h.Rows {
		at := motcua.Pointer("rows", itoa(i))
		if err := row.Validity.Err(); err != nil {
			faults.Add(codeHoursRows, at+"/validity", motcua.Text{Vi: "hiệu lực sai", En: "not a validity"}, err)
		}
		for _, before := range h.Rows[:i] {
			if row.Validity.Overlaps(before.Validity) {
				fault(&faults, codeHoursRows, at+"/validity", "trùng với %s", "overlaps with %s", before.Validity)
				break
			}
		}
		if i > 0 && row.Validity.From < h.Rows[i-1].Validity.From {
			fault(&faults, codeHoursRows, at, "không theo thứ tự thời gian", "not in the order of time")
		}
		checkSessions(&faults, at+"/weekdays", row.Weekdays)
		checkSessions(&faults, at+"/saturday", row.Saturday)
		if len(row.Weekdays) == 0 {
			fault(&faults, codeNoHours, at+"/weekdays", "không có buổi nào", "no sessions")
		}
		for j, s := range row.Service {
			at := at + motcua.Pointer("service", itoa(j))
			if _, err := s.Day.MarshalText(); err != nil {
				fault(&faults, codeClock, at+"/day", "không phải ngày trong tuần", "not a day of the week")
			}
			checkSession(&faults, at+"/session", s.Session)
		}
	}
	faults.Sort()
	return faults
}

// Weekday is a day of the week by its English name in lower case, "monday".
type Weekday uint8

// The days of the week.
const (
	Monday Weekday = iota + 1
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
	Sunday
)

// weekdayOf converts from package time, where Sunday is 0.
func weekdayOf(d time.Weekday) Weekday { return Weekday((d+6)%7) + 1 }
