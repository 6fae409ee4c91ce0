package workday

import (
	"fmt"
	"strings"
	"time"

	"github.com/motcua/motcua"
)

func count(n int, unit motcua.Text) motcua.Text {
	plural := "s"
	if n == 1 {
		plural = ""
	}
	return motcua.Text{Vi: fmt.Sprintf("%d %s", n, unit.Vi), En: fmt.Sprintf("%d %s%s", n, unit.En, plural)}
}

func officeTime(d time.Duration) motcua.Text {
	return motcua.Text{Vi: lengthVi(d) + " làm việc", En: lengthEn(d) + " of office time"}
}

// text fills two sentences; an argument of two strings is one for each.
func text(vi, en string, args ...any) motcua.Text {
	var v, e []any
	for _, a := range args {
		if pair, ok := a.([2]string); ok {
			v, e = append(v, pair[0]), append(e, pair[1])
		}
	}
	return motcua.Text{Vi: sentence(fmt.Sprintf(vi, v...)), En: sentence(fmt.Sprintf(en, e...))}
}

// InWords writes an instant for people, in Vietnamese time: "16:30 thứ Sáu
// 13/02/2026", "Friday 13 February 2026, 16:30".
func InWords(t time.Time) motcua.Text {
	t = t.In(motcua.Vietnam())
	clock := t.Format("15:04")
	if t.Second() > 0 || t.Nanosecond() > 0 {
		clock = t.Format("15:04:05.999999999")
	}
	d := motcua.DateOf(t)
	return motcua.Text{Vi: clock + " " + dayVi(d), En: dayEn(d) + ", " + clock}
}

// EndInWords is InWords for the end of a time: midnight is 24:00 of the day before.
func EndInWords(t time.Time) motcua.Text {
	local := t.In(motcua.Vietnam())
	if h, m, s := local.Clock(); h+m+s+local.Nanosecond() > 0 {
		return InWords(t)
	}
	d := motcua.DateOf(local).AddDays(-1)
	return motcua.Text{Vi: "24:00 " + dayVi(d), En: dayEn(d) + ", 24:00"}
}

// lengthEn writes a time for people: "3 h 30 min".
func lengthEn(d time.Duration) string { return length(d, "h", "min", "s") }

func lengthVi(d time.Duration) string { return length(d, "giờ", "phút", "giây") }

func length(d time.Duration, names ...string) string {
	var parts []string
	for i, unit := range []time.Duration{time.Hour, time.Minute, time.Second} {
		if n := d / unit; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, names[i]))
		}
		d %= unit
	}
	if len(parts) == 0 {
		return "0 " + names[1]
	}
	return strings.Join(parts, " ")
}

func textSwappedOff(work motcua.Date) motcua.Text {
	return motcua.Text{Vi: "nghỉ hoán đổi, làm bù ngày " + dayVi(work), En: "day off in exchange for work on " + dayEn(work)}
}

func textMakeUp(off motcua.Date) motcua.Text {
	return motcua.Text{Vi: "làm bù cho ngày " + dayVi(off), En: "make-up working day for " + dayEn(off)}
}

func textInLieu(title motcua.Text, d motcua.Date) motcua.Text {
	return motcua.Text{Vi: "nghỉ bù " + title.Vi + " ngày " + dayVi(d), En: title.En + ", in lieu of " + dayEn(d)}
}

var weekdaysVi = [...]string{"Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"}

// dayVi writes a day for people: "thứ Sáu 13/02/2026".
func dayVi(d motcua.Date) string {
	return weekdaysVi[d.Weekday()] + d.In(time.UTC).Format(" 02/01/2006")
}

// dayEn writes a day for people: "Friday 13 February 2026".
func dayEn(d motcua.Date) string { return d.In(time.UTC).Format("Monday 2 January 2006") }

// sentence begins a text with a capital letter.
func sentence(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
