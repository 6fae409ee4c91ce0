package workday

import (
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// Rules are what a calendar is made from: holidays by rule, and what was decided
// for single days. The same document states a whole calendar, with a horizon, or
// an overlay (lịch riêng), without one, that [Calendar.With] lays over another.
type Rules struct {
	ID       string          `json:"id"`                 // "vn"
	Title    motcua.Text     `json:"title"`              // for people
	Horizon  motcua.Validity `json:"horizon,omitzero"`   // the days a whole calendar holds
	Settled  []Settled       `json:"settled,omitempty"`  // in the order of their days
	Holidays []Holiday       `json:"holidays,omitempty"` // by rule, every year
	InLieu   []InLieu        `json:"inLieu,omitempty"`   // of holidays on rest days
	Swaps    []Swap          `json:"swaps,omitempty"`    // in the order of the day off
	Days     []Special       `json:"days,omitempty"`     // in the order of their dates
}

// Settled is a stretch of days for which the yearly notices are known. Any other
// day is provisional: a notice may still move it.
type Settled struct {
	Validity motcua.Validity `json:"validity"` // with both ends
	Source   motcua.Source   `json:"source"`   // the notice
}

// Holiday (ngày nghỉ lễ) is a rule that gives days off in every year of its
// validity, counted by the holiday's own days.
type Holiday struct {
	ID       string           `json:"id"`                // one for all rows of a holiday
	Title    motcua.Text      `json:"title"`             // for people
	Month    int              `json:"month"`             // 1 to 12
	Day      int              `json:"day"`               // of the month
	Lunar    bool             `json:"lunar,omitempty"`   // month and day are of the Vietnamese lunar calendar
	Shift    int              `json:"shift,omitempty"`   // days from there to the first day off
	ShiftOn  map[string]int64 `json:"shiftOn,omitempty"` // days more, by the weekday of the holiday
	Days     int              `json:"days,omitempty"`    // length; 1 if absent
	Validity motcua.Validity  `json:"validity,omitzero"` // half-open
	Source   motcua.Source    `json:"source"`            // the act
}

// InLieu says that a holiday on a rest day is made good (nghỉ bù) on the next
// working day.
type InLieu struct {
	Validity motcua.Validity `json:"validity,omitzero"` // of the holiday's day
	Source   motcua.Source   `json:"source"`            // the act
}

// Swap (hoán đổi ngày làm việc) gives one working day off and has a rest day
// worked for it.
type Swap struct {
	Off    motcua.Date   `json:"off"`    // a working day by the week
	Work   motcua.Date   `json:"work"`   // a rest day by the week
	Source motcua.Source `json:"source"` // the notice; without an act the days are provisional
}

// Special says of one day, or several in a row, whether they are worked. It wins
// over every rule. One that is worked may have sessions of its own, as on a half
// day.
type Special struct {
	Date     motcua.Date   `json:"date"`               // the first day
	Days     int           `json:"days,omitempty"`     // length; 1 if absent
	Off      bool          `json:"off"`                // not worked
	Sessions []Session     `json:"sessions,omitempty"` // instead of the office's, where worked
	Title    motcua.Text   `json:"title"`              // why
	Source   motcua.Source `json:"source"`             // without an act the days are provisional
}

// last is the last day of the row.
func (s Special) last() motcua.Date { return s.Date.AddDays(max(s.Days, 1) - 1) }

// ParseRules reads a calendar or an overlay as a document and checks it: all
// faults at once, with pointers.
func ParseRules(data []byte) (Rules, motcua.Faults) {
	return strict.Read(data, (*Rules).check)
}
