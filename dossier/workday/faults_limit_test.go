package workday

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
)

var badHours = []badInput{
	{"hours", `{"rows":[]}`, []string{"/rows CAL-HRS-03"}, "an office that never opens"},
	{"hours", `{"rows":[{"weekdays":[]}]}`, []string{"/rows/0/weekdays CAL-HRS-03"}, "no sessions on weekdays"},
	{"hours", `{"rows":[{"weekdays":["22:00-02:00","07:30-07:30","08:00-09:00"],"saturday":["08:00-12:00","11:00-13:00"],
		"service":[{"day":"friday","session":"19:00-18:00"},{"day":"someday","session":"19:00-20:00"}]}]}`,
		[]string{"/rows/0/saturday/1 CAL-HRS-02", "/rows/0/service/0/session CAL-HRS-01", "/rows/0/service/1/day DOC-VALUE-02",
			"/rows/0/weekdays/0 CAL-HRS-01", "/rows/0/weekdays/1 CAL-HRS-01"},
		"over midnight, empty, overlapping; what is right beside them is left alone"},
	{"hours", `{"rows":[{"validity":{"from":"2026-01-01"},"weekdays":["08:00-12:00"]},{"validity":{"from":"2025-01-01","to":"2026-06-01"},"weekdays":["08:00-12:00"]},{"validity":{"from":"2027-01-01","to":"2026-01-01"},"weekdays":["08:00-12:00"]}]}`,
		[]string{"/rows/1 CAL-HRS-04", "/rows/1/validity CAL-HRS-04", "/rows/2/validity CAL-HRS-04"}, "validities that overlap, are unordered, turned round"},
	{"hours", `{"rows":[{"weekdays":["8:00-12:00","08:00–12:00","24:00-24:01"],"sunday":[]}]}`,
		[]string{"/rows/0/sunday DOC-MEMBER-02", "/rows/0/weekdays/0 DOC-VALUE-02", "/rows/0/weekdays/1 DOC-VALUE-02", "/rows/0/weekdays/2 DOC-VALUE-02"}, "no times, no such member"},
	{"sessions", "07:30-11:30,11:00-17:00", []string{"/1 CAL-HRS-02"}, "overlapping"},
	{"sessions", "13:30-17:00,07:30-11:30", []string{"/1 CAL-HRS-02"}, "out of order"},
	{"sessions", "22:00-06:00", []string{"/0 CAL-HRS-01"}, "over midnight"},
	{"sessions", "", []string{"/0 CAL-TXT-01"}, "nothing"},
	{"sessions", "7:30-11:30, 13:30-17:00, noon", []string{"/0 CAL-TXT-01", "/2 CAL-TXT-01"}, "the second is right"},
}

var badLimits = []badInput{
	{"limit", `{"terms":[]}`, []string{"/terms CAL-LIM-08"}, "nothing"},
	{"limit", `{"terms":[{"amount":"5","unit":"fortnights"},{"amount":"five","unit":"months"},{"amount":5,"unit":"calendarDays"}]}`,
		[]string{"/terms/0/unit DOC-VALUE-02", "/terms/1/amount DOC-VALUE-02", "/terms/2/amount DOC-VALUE-01"}, "no unit, no amounts; what could not be read is not held against the rest"},
	{"limit", `{"terms":[{"amount":"0","unit":"months"},{"amount":"-5","unit":"workingDays"},{"unit":"officeHours"},{"amount":"1.5","unit":"calendarDays"},{"amount":"9000000000000000000","unit":"clockHours"}]}`,
		[]string{"/terms/0/amount CAL-LIM-01", "/terms/1/amount CAL-LIM-01", "/terms/2/amount CAL-LIM-01", "/terms/3/amount CAL-LIM-02", "/terms/4/amount CAL-LIM-01"}, "zero, less, none, a fraction of a day, too much"},
	{"limit", `{"terms":[{"amount":"1201","unit":"months"},{"amount":"36601","unit":"calendarDays"},{"amount":"36600.0001","unit":"workingDays"},{"amount":"400001","unit":"officeHours"},{"amount":"900001","unit":"clockHours"}]}`,
		[]string{"/terms/0/amount CAL-LIM-01", "/terms/1/amount CAL-LIM-01", "/terms/2/amount CAL-LIM-01", "/terms/3/amount CAL-LIM-01", "/terms/4/amount CAL-LIM-01"}, "one more than the most"},
	{"limit", `{"terms":[{"amount":"1","unit":"months"},{"amount":"2","unit":"months"},{"unit":"withinDay"},{"amount":"0.00001","unit":"workingDays"}]}`,
		[]string{"/terms CAL-LIM-04", "/terms/1/unit CAL-LIM-03", "/terms/3/amount CAL-LIM-02"}, "a unit twice, within the day with others, five decimals"},
	{"limit", `{"terms":[{"amount":"1","unit":"withinDay"}]}`, []string{"/terms/0/amount CAL-LIM-01"}, "an amount within the day"},
	{"limit", `{"terms":[{"amount":"5","unit":"workingDays"}],"cutOff":{"at":"15:00","effect":"dueNextDay"}}`, []string{"/cutOff/effect CAL-LIM-05"}, "dueNextDay on days"},
	{"limit", `{"terms":[{"unit":"withinDay"}],"cutOff":{"at":"24:01","effect":"never"}}`, []string{"/cutOff/at DOC-VALUE-02", "/cutOff/effect DOC-VALUE-02"}, "no time, no effect"},
	{"limit", `{"terms":[{"amount":"5","unit":"workingDays"}],"remainder":[{"amount":"1","unit":"months"}]}`, []string{"/remainder CAL-LIM-06"}, "a remainder without its mode"},
	{"limit", `{"terms":[{"amount":"5","unit":"workingDays"}],"supplement":"remainder"}`, []string{"/remainder CAL-LIM-06"}, "the mode without a remainder"},
	{"limit", `{"terms":[{"amount":"5","unit":"workingDays"}],"supplement":"remainder","remainder":[{"amount":"1.5","unit":"months"}],"excluded":[{"reason":""}]}`,
		[]string{"/excluded/0/reason CAL-DAY-07", "/remainder/0/amount CAL-LIM-02"}, "a remainder is checked as the terms are"},
	{"limit", `{"terms":[{"amount":"5","unit":"workingDays"}],"lane":{"reduceTo":[{"amount":"9","unit":"workingDays"}],TITLE,SOURCE}}`, []string{"/lane/reduceTo/0/amount CAL-LIM-07"}, "a lane that is slower"},
	{"limit", `{"terms":[{"amount":"5","unit":"workingDays"}],"lane":{"reduceBy":[{"amount":"5.0","unit":"workingDays"}],TITLE,SOURCE}}`, []string{"/lane/reduceBy/0/amount CAL-LIM-07"}, "a lane that leaves nothing"},
	{"limit", `{"terms":[{"amount":"5","unit":"workingDays"}],"lane":{TITLE,SOURCE}}`, []string{"/lane CAL-LIM-07"}, "a lane with neither"},
	{"limit", `{"terms":[{"amount":"5","unit":"workingDays"}],"lane":{"reduceBy":[{"amount":"1","unit":"workingDays"}],"reduceTo":[{"amount":"0","unit":"workingDays"}],TITLE,SOURCE}}`,
		[]string{"/lane CAL-LIM-07", "/lane/reduceTo/0/amount CAL-LIM-01"}, "a lane with both"},
	{"limit", `{"terms":[{"amount":"5","unit":"workingDays"}],"lane":{"reduceBy":[{"unit":"withinDay"}],TITLE,SOURCE}}`, []string{"/lane/reduceBy/0/unit CAL-LIM-07"}, "a day cannot be taken off"},
	{"limit", `{"term":[{"amount":"5","unit":"workingDays"}]}`, []string{"/term DOC-MEMBER-02"}, "a misspelt member is not missing as well"},
}

var badTexts = []badInput{
	{"text", "", []string{"/terms CAL-LIM-08"}, "nothing"},
	{"text", "soon", []string{"/terms/0 CAL-TXT-01"}, "no number"},
	{"text", "5", []string{"/terms/0 CAL-TXT-01"}, "no unit"},
	{"text", "2 weeks", []string{"/terms/0 CAL-TXT-01"}, "weeks are no unit"},
	{"text", "30 phút", []string{"/terms/0 CAL-TXT-01"}, "nor are minutes"},
	{"text", "1,5 ngày làm việc", []string{"/terms CAL-TXT-01"}, "a decimal comma is not guessed"},
	{"text", "2 tháng rưỡi", []string{"/terms/0 CAL-TXT-01"}, "two and a half months"},
	{"text", "5 working days 2 weeks 0 hours", []string{"/terms/1 CAL-TXT-01"}, "what cannot be read comes before what cannot be"},
	{"text", "0 days", []string{"/terms/0/amount CAL-LIM-01"}, "zero"},
	{"text", "-3 working days", []string{"/terms/0/amount CAL-LIM-01"}, "less"},
	{"text", "1.5 tháng", []string{"/terms/0/amount CAL-LIM-02"}, "a fraction of a month"},
	{"text", "1.5 ngày", []string{"/terms/0/amount CAL-LIM-02"}, "a fraction of a day"},
	{"text", "5 days and 3 ngày", []string{"/terms/1/unit CAL-LIM-03"}, "a unit twice, in two languages"},
	{"text", "36601 working days", []string{"/terms/0/amount CAL-LIM-01"}, "too much"},
	{"text", "99999999999999999999 days", []string{"/terms/0 CAL-TXT-01"}, "no number this size"},
}

var badProfiles = []badInput{
	{"profiles", `{"profiles":[{"id":"","hoursOfDay":0,"hoursAsDays":false,"startInOffice":true,"rollKeepsClock":false,"endOfDay":["weeks"],"byDate":false,"grounds":[],TITLE,SOURCE}]}`,
		[]string{"/profiles/0/endOfDay/0 DOC-VALUE-02", "/profiles/0/hoursOfDay CAL-PRO-01", "/profiles/0/id CAL-PRO-01"}, "no name, no hours, no unit"},
	{"profiles", `{"profiles":[
		{"id":"a","hoursOfDay":24,"hoursAsDays":false,"startInOffice":true,"rollKeepsClock":false,"endOfDay":[],"byDate":false,"grounds":[],TITLE,SOURCE},
		{"id":"a","hoursOfDay":25,"hoursAsDays":false,"startInOffice":true,"rollKeepsClock":false,"endOfDay":[],"byDate":false,"grounds":[],TITLE,SOURCE}]}`,
		[]string{"/profiles/1/hoursOfDay CAL-PRO-01", "/profiles/1/id CAL-PRO-01"}, "a name twice, a day of 25 hours"},
	{"profiles", `{"profiles":[{"id":"a","hoursOfDay":8,"hoursAsDays":false,"startInOffice":true,"rollKeepsClock":false,"endOfDay":["months","months"],"byDate":false,
		"grounds":[{"id":"workingDay",SOURCE},{"id":"roll",SOURCE},{"id":"roll",SOURCE}],TITLE,SOURCE}]}`,
		[]string{"/profiles/0/endOfDay/1 CAL-PRO-01", "/profiles/0/grounds/0/id CAL-PRO-01", "/profiles/0/grounds/2/id CAL-PRO-01"}, "a step that is none, and what stands twice"},
}

func TestBadHours(t *testing.T)    { expect(t, badHours) }
func TestBadLimits(t *testing.T)   { expect(t, badLimits) }
func TestBadTexts(t *testing.T)    { expect(t, badTexts) }
func TestBadProfiles(t *testing.T) { expect(t, badProfiles) }

// TestLimitTexts: what people write, in both languages, and how it is written
// back.
func TestLimitTexts(t *testing.T) {
	for _, c := range []struct{ text, en, vi string }{
		{"5 working days", "5 working days", "5 ngày làm việc"},
		{"1 working day", "1 working day", "1 ngày làm việc"},
		{"05 ngày làm việc", "5 working days", "5 ngày làm việc"},
		{"  05  Ngày\tLÀM việc ", "5 working days", "5 ngày làm việc"},
		{"1.5 working days", "1.5 working days", "1.5 ngày làm việc"},
		{"10 days", "10 days", "10 ngày"},
		{"10 calendar days", "10 days", "10 ngày"},
		{"30 ngày", "30 days", "30 ngày"},
		{"12 hours", "12 office hours", "12 giờ làm việc"},
		{"1 office hour", "1 office hour", "1 giờ làm việc"},
		{"8 giờ làm việc", "8 office hours", "8 giờ làm việc"},
		{"24 clock hours", "24 clock hours", "24 giờ"},
		{"24 giờ", "24 clock hours", "24 giờ"},
		{"2 months 15 working days", "2 months and 15 working days", "2 tháng và 15 ngày làm việc"},
		{"02 tháng và 15 ngày làm việc", "2 months and 15 working days", "2 tháng và 15 ngày làm việc"},
		{"2 months, 15 working days", "2 months and 15 working days", "2 tháng và 15 ngày làm việc"},
		{"1 month + 1 day", "1 month and 1 day", "1 tháng và 1 ngày"},
		{"same day", "within the day", "trong ngày"},
		{"ngay trong ngày", "within the day", "trong ngày"},
		{"05 nga\u0300y la\u0300m vie\u0323\u0302c va\u0300 8 gio\u031b\u0300 la\u0300m vie\u0323\u0302c", "5 working days and 8 office hours", "5 ngày làm việc và 8 giờ làm việc"}, // letters written in parts
		{"02 tha\u0301ng", "2 months", "2 tháng"},
		{"Within the day", "within the day", "trong ngày"},
		{"trong ngày", "within the day", "trong ngày"},
		{"Trong ngày làm việc", "within the day", "trong ngày"},
	} {
		limit, faults := ParseLimit(c.text)
		if faults != nil || limit.IsZero() || len(limit.Check()) > 0 {
			t.Errorf("%q: %v", c.text, faults)
		}
		if got := limit.Text(); got != (motcua.Text{Vi: c.vi, En: c.en}) || limit.String() != c.en {
			t.Errorf("%q is %v, %q, want %q, %q", c.text, got, limit, c.vi, c.en)
		}
		for _, text := range []string{c.en, c.vi} {
			if again, faults := ParseLimit(text); faults != nil || !cmp.Equal(limit.Terms, again.Terms, cmp.Comparer(func(a, b motcua.Decimal) bool { return a == b })) {
				t.Errorf("%q, written back as %q, is %v, %v", c.text, text, again, faults)
			}
		}
	}
}

// TestTooManyFaults: a text that is all wrong is not answered at any length.
func TestTooManyFaults(t *testing.T) {
	for _, read := range []string{"text", "sessions"} {
		if faults := badReaders[read](strings.Repeat("1 x,", 1000)); len(faults) != maxFaultsOfText {
			t.Errorf("%s: %d faults", read, len(faults))
		}
	}
}

// TestLimitsMadeInGo: limits need not come from text; Check and Begin refuse what
// no text could say.
func TestLimitsMadeInGo(t *testing.T) {
	one := []Term{{motcua.MustDecimal("1"), WorkingDays}}
	huge, err := motcua.NewDecimal(math.MaxInt64, 18)
	if err != nil {
		t.Fatal(err)
	}
	office, _ := National().Office(UsualHours())
	for _, c := range []struct {
		limit Limit
		want  string
	}{
		{Limit{}, "/terms CAL-LIM-08"},
		{Limit{Terms: []Term{{Unit: 0}}}, "/terms/0/unit CAL-LIM-04"},
		{Limit{Terms: []Term{{motcua.MustDecimal("1"), WithinDay + 1}}}, "/terms/0/unit CAL-LIM-04"},
		{Limit{Terms: []Term{{huge, ClockTime}}}, "/terms/0/amount CAL-LIM-02"},
		{Limit{Terms: []Term{{huge.Neg(), Months}}}, "/terms/0/amount CAL-LIM-01"},
		{Limit{Terms: []Term{one[0], one[0]}}, "/terms/1/unit CAL-LIM-03"},
		{Limit{Terms: one, CutOff: &CutOff{-1, StartNextDay}}, "/cutOff/at CAL-LIM-05"},
		{Limit{Terms: one, CutOff: &CutOff{1441, StartNextDay}}, "/cutOff/at CAL-LIM-05"},
	} {
		if got := strings.Join(found(c.limit.Check()), ", "); got != c.want {
			t.Errorf("%v: %s, want %s", c.limit, got, c.want)
		}
		if _, err := office.Begin(&c.limit, nil, clockTime(t, "2026-03-02 09:00")); c.limit.CutOff == nil && err == nil {
			t.Errorf("a run of %v began", c.limit)
		}
	}
}
