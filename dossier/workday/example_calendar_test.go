package workday_test

import (
	"fmt"
	"log"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

// The first days of 2026: New Year, a Friday swapped with a Saturday, and what
// the weekend leaves.
func ExampleNational() {
	days := motcua.Validity{From: motcua.MustDate("2026-01-01"), To: motcua.MustDate("2026-01-11")}
	for day := range workday.National().Days(days) {
		if !day.Plain() {
			fmt.Println(day.Date, day.Work, day.Title.En, "–", day.Source.Act)
		}
	}
	_, err := workday.National().Day(motcua.MustDate("2101-01-01"))
	fmt.Println(err)
	// Output:
	// 2026-01-01 false New Year's Day – Bộ luật Lao động 2019 (45/2019/QH14)
	// 2026-01-02 false day off in exchange for work on Saturday 10 January 2026 – 12729/VPCP-KGVX
	// 2026-01-10 true make-up working day for Friday 2 January 2026 – 12729/VPCP-KGVX
	// 2101-01-01 is not in [2010-01-01, 2101-01-01): beyond the calendar's horizon
}

// A year without a notice is counted by rule, and says so.
func ExampleCalendar_Provisional() {
	c := workday.National()
	for _, year := range []string{"2026", "2027"} {
		from := motcua.MustDate(year + "-02-01")
		n, err := c.WorkingDays(from, from.AddMonths(1))
		fmt.Println(year, n, "working days in February, may still change:", c.Provisional(from, from.AddDays(27)), err)
	}
	// Output:
	// 2026 15 working days in February, may still change: false <nil>
	// 2027 15 working days in February, may still change: true <nil>
}

// notice is a notice for 2027 as an overlay: the year is settled, and a Friday is
// off for a Saturday.
const notice = `{
	"id": "notice-2027",
	"title": {"vi": "Thông báo nghỉ lễ 2027", "en": "Notice of the holidays of 2027"},
	"settled": [{"validity": {"from": "2027-01-01", "to": "2028-01-01"}, "source": {"act": "1/TB-BNV", "basis": "law"}}],
	"swaps": [{"off": "2027-09-06", "work": "2027-08-28", "source": {"act": "1/TB-BNV", "basis": "law"}}]
}`

func ExampleCalendar_Overlay() {
	before := workday.National()
	after, faults := before.Overlay([]byte(notice))
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	from, to := motcua.MustDate("2027-01-01"), motcua.MustDate("2027-12-31")
	for _, change := range before.Diff(after, from, to) {
		fmt.Println(change.After.Date, change.After.Work, change.After.Title.En)
	}
	fmt.Println(before.Provisional(from, to), after.Provisional(from, to))
	// Output:
	// 2027-08-28 true make-up working day for Monday 6 September 2027
	// 2027-09-06 false day off in exchange for work on Saturday 28 August 2027
	// true false
}

// Faults come all at once, each with its place and a code.
func ExampleParseRules() {
	_, faults := workday.ParseRules([]byte(`{
		"id": "notice-2027",
		"title": {"vi": "Thông báo", "en": "Notice"},
		"swaps": [
			{"off": "2027-09-06", "work": "2027-09-06", "source": {"basis": "ours"}},
			{"off": "2027-04-31", "work": "2027-05-08", "sauce": {"basis": "ours"}}
		]
	}`))
	for _, f := range faults {
		fmt.Println(f.Line, f.Pointer, f.Code, f.Message.En)
	}
	// Output:
	// 5 /swaps/0/work CAL-DAY-04 2027-09-06 is said to be the opposite at /swaps/0/off: one off, one worked
	// 5 /swaps/0/work CAL-DAY-09 2027-09-06 is a day of the week
	// 6 /swaps/1/off DOC-VALUE-02 not a valid value
	// 6 /swaps/1/sauce DOC-MEMBER-02 unknown member, did you mean "source"?
}

// A calendar need not be national: it is rules with a horizon.
func ExampleCompile() {
	source := motcua.Source{Act: "1/QĐ-UBND", Basis: motcua.BasisLaw}
	calendar, faults := workday.Compile(workday.Rules{
		ID:      "island",
		Title:   motcua.Text{Vi: "Đặc khu", En: "Island"},
		Horizon: motcua.Validity{From: motcua.MustDate("2026-01-01"), To: motcua.MustDate("2028-01-01")},
		Holidays: []workday.Holiday{
			{ID: "sea", Title: motcua.Text{Vi: "Lễ hội biển", En: "Sea festival"}, Month: 3, Day: 7, Source: source},
		},
		InLieu: []workday.InLieu{{Source: source}},
	})
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	for _, text := range []string{"2026-03-07", "2026-03-09", "2027-03-08"} { // a Saturday, a Monday, a Monday
		day, err := calendar.Day(motcua.MustDate(text))
		fmt.Println(text, day.Work, day.Title.En, err)
	}
	// Output:
	// 2026-03-07 false Sea festival <nil>
	// 2026-03-09 false Sea festival, in lieu of Saturday 7 March 2026 <nil>
	// 2027-03-08 false Sea festival, in lieu of Sunday 7 March 2027 <nil>
}

// The documents that are read here, for an editor or another program to check.
func ExampleDocuments() {
	for _, d := range workday.Documents() {
		fmt.Println(d.Name, d.ID, d.Check([]byte(`{}`)).Err() != nil)
	}
	// Output:
	// calendar https://github.com/motcua/motcua/schema/calendar-1.json true
	// hours https://github.com/motcua/motcua/schema/hours-1.json true
	// limit https://github.com/motcua/motcua/schema/limit-1.json true
	// profiles https://github.com/motcua/motcua/schema/profiles-1.json true
}
