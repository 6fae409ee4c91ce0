package workday

import (
	"slices"

	"github.com/motcua/motcua"
)

const longestHoliday = 31 // days

// check finds what is wrong with rules by themselves; what an overlay does to
// the calendar below it is seen when it is laid.
func (r Rules) check() motcua.Faults {
	var faults motcua.Faults
	if r.ID == "" {
		fault(&faults, codeName, "/id", "lịch không có tên", "the calendar has no name")
	}
	for i, s := range r.Settled {
		at := motcua.Pointer("settled", itoa(i), "validity")
		if err := s.Validity.Err(); err != nil {
			faults.Add(codeHorizon, at, motcua.Text{Vi: "khoảng thời gian sai", En: "not a stretch of days"}, err)
		} else if s.Validity.From == 0 || s.Validity.To == 0 {
			fault(&faults, codeHorizon, at, "cần cả hai đầu", "both ends are needed")
		}
		if i > 0 && s.Validity.From < r.Settled[i-1].Validity.To {
			fault(&faults, codeUnordered, at, "trùng hoặc sai thứ tự với hàng trước", "overlaps with the row above, or stands before it")
		}
	}
	for i, h := range r.Holidays {
		r.checkHoliday(&faults, i, h)
	}
	for i, l := range r.InLieu {
		checkValidity(&faults, motcua.Pointer("inLieu", itoa(i), "validity"), l.Validity)
	}
	r.checkRows(&faults)
	faults.Sort()
	return faults
}

func checkValidity(faults *motcua.Faults, at string, v motcua.Validity) {
	if err := v.Err(); err != nil {
		faults.Add(codeHorizon, at, motcua.Text{Vi: "hiệu lực sai", En: "not a validity"}, err)
	}
}

func (r Rules) checkHoliday(faults *motcua.Faults, i int, h Holiday) {
	at := motcua.Pointer("holidays", itoa(i))
	same := func(o Holiday) bool { return o.ID == h.ID && o.Validity.Overlaps(h.Validity) }
	switch {
	case h.ID == "":
		fault(faults, codeName, at+"/id", "ngày nghỉ không có tên", "the holiday has no name")
	case h.Title.IsZero():
		fault(faults, codeName, at+"/title", "thiếu tên gọi", "the title is missing")
	case slices.ContainsFunc(r.Holidays[:i], same):
		fault(faults, codeName, at+"/id", "%q đã có trong cùng thời gian", "%q stands above for the same time", h.ID)
	}
	checkValidity(faults, at+"/validity", h.Validity)
	longest := 31
	if h.Lunar {
		longest = 30
	} else if h.Month >= 1 && h.Month <= 12 {
		longest = []int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[h.Month-1]
	}
	switch {
	case h.Month < 1 || h.Month > 12:
		fault(faults, codeHoliday, at+"/month", "không có tháng %d", "there is no month %d", h.Month)
	case h.Day < 1 || h.Day > longest:
		fault(faults, codeHoliday, at+"/day", "tháng %d không có ngày %d", "month %d has no day %d", h.Month, h.Day)
	}
	if h.Days < 0 || h.Days > longestHoliday {
		fault(faults, codeHoliday, at+"/days", "không phải số ngày từ 1 đến %d", "not a number of days from 1 to %d", longestHoliday)
	}
	if h.Shift < -longestHoliday || h.Shift > longestHoliday {
		fault(faults, codeHoliday, at+"/shift", "lệch quá %d ngày", "shifted by more than %d days", longestHoliday)
	}
	for name, n := range h.ShiftOn {
		if _, err := weekdays.Parse([]byte(name)); err != nil {
			fault(faults, codeHoliday, at+motcua.Pointer("shiftOn", name), "không phải ngày trong tuần", "not a day of the week")
		} else if n < -longestHoliday || n > longestHoliday {
			fault(faults, codeHoliday, at+motcua.Pointer("shiftOn", name), "lệch quá %d ngày", "shifted by more than %d days", longestHoliday)
		}
	}
}

// said is what a row says of one day.
type said struct {
	off     bool
	pointer string
}

// checkRows holds swaps and special days against each other.
func (r Rules) checkRows(faults *motcua.Faults) {
	days := map[motcua.Date]said{}
	say := func(d motcua.Date, off bool, pointer string) {
		before, twice := days[d]
		switch {
		case !twice:
			days[d] = said{off, pointer}
		case before.off == off:
			fault(faults, codeOverlap, pointer, "%s đã có ở %s", "%s stands at %s already", d, before.pointer)
		default:
			fault(faults, codeContradict, pointer, "%s trái với %s: một bên nghỉ, một bên làm", "%s is said to be the opposite at %s: one off, one worked", d, before.pointer)
		}
	}
	for i, s := range r.Swaps {
		at := motcua.Pointer("swaps", itoa(i))
		if i > 0 && s.Off < r.Swaps[i-1].Off {
			fault(faults, codeUnordered, at+"/off", "%s phải đứng trước %s", "%s must come before %s", s.Off, r.Swaps[i-1].Off)
		}
		if s.Off != 0 && weekdayOf(s.Off.Weekday()) >= Saturday {
			fault(faults, codeSwap, at+"/off", "%s vốn là ngày nghỉ cuối tuần", "%s is a day of the weekend", s.Off)
		}
		if s.Work != 0 && weekdayOf(s.Work.Weekday()) < Saturday {
			fault(faults, codeSwap, at+"/work", "%s vốn là ngày trong tuần", "%s is a day of the week", s.Work)
		}
		say(s.Off, true, at+"/off")
		say(s.Work, false, at+"/work")
	}
	for i, s := range r.Days {
		at := motcua.Pointer("days", itoa(i))
		if s.Days < 0 || s.Days > 366 || s.last() == 0 && s.Date != 0 {
			fault(faults, codeHoliday, at+"/days", "không phải số ngày từ 1 đến 366", "not a number of days from 1 to 366")
			continue
		}
		if s.Date == 0 {
			fault(faults, codeHoliday, at+"/date", "thiếu ngày", "the day is missing")
		}
		if s.Title.IsZero() {
			fault(faults, codeName, at+"/title", "thiếu lý do", "the reason is missing")
		}
		if i > 0 && s.Date < r.Days[i-1].Date {
			fault(faults, codeUnordered, at+"/date", "%s phải đứng trước %s", "%s must come before %s", s.Date, r.Days[i-1].Date)
		}
		for j := range max(s.Days, 1) {
			say(s.Date.AddDays(j), s.Off, at+"/date")
		}
		if s.Off && len(s.Sessions) > 0 {
			fault(faults, codeSessions, at+"/sessions", "ngày nghỉ không có buổi làm việc", "a day off has no sessions")
		}
		checkSessions(faults, at+"/sessions", s.Sessions)
	}
}
