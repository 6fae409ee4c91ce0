package workday_test

import (
	"fmt"
	"log"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

// usualOffice is an office with the usual hours under the national calendar.
func usualOffice() *workday.Office {
	office, faults := workday.National().Office(workday.UsualHours())
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	return office
}

// at is a time of day in Vietnam.
func at(text string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", text, motcua.Vietnam())
	if err != nil {
		log.Fatal(err)
	}
	return t
}

// A dossier received on the last afternoon before Tết 2026, with twelve office
// hours to answer it.
func Example() {
	office, faults := workday.National().Office(workday.UsualHours())
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	limit, faults := workday.ParseLimit("12 hours")
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	received := time.Date(2026, time.February, 13, 16, 30, 0, 0, motcua.Vietnam())
	run, err := office.Begin(&limit, nil, received)
	if err != nil {
		log.Fatal(err)
	}
	due, err := run.Due()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(workday.InWords(due).Vi)
	fmt.Println(workday.InWords(due).En)
	fmt.Println("may still change:", run.Provisional())
	// Output:
	// 11:30 thứ Ba 24/02/2026
	// Tuesday 24 February 2026, 11:30
	// may still change: false
}

// An answer to "why then?" names every rule and its ground.
func ExampleRun_Explain() {
	limit, _ := workday.ParseLimit("12 giờ làm việc")
	run, err := usualOffice().Begin(&limit, nil, at("2026-02-13 16:30"))
	if err != nil {
		log.Fatal(err)
	}
	for _, step := range run.Explain() {
		fmt.Println(step.Text.Vi)
		fmt.Println("  ", step.Rule, step.Source.Act, step.Source.Article)
	}
	// Output:
	// Không tính: thứ Hai 16/02/2026 – thứ Sáu 20/02/2026 (Tết Nguyên đán)
	//    dayOff Bộ luật Lao động 2019 (45/2019/QH14) Điều 112
	// 12 giờ làm việc kể từ 16:30 thứ Sáu 13/02/2026: đến 11:30 thứ Ba 24/02/2026
	//    officeHours
}

// Waiting for the applicant does not count, and a night adds nothing.
func ExampleRun_Pause() {
	limit, _ := workday.ParseLimit("5 working days")
	run, err := usualOffice().Begin(&limit, nil, at("2026-03-02 09:00"))
	if err != nil {
		log.Fatal(err)
	}
	for _, pause := range [][2]string{
		{"2026-03-03 18:00", "2026-03-04 07:00"}, // a night
		{"2026-03-04 16:00", "2026-03-05 09:00"}, // an hour, and an hour and a half the next morning
		{"2026-03-20 09:00", "2026-03-21 09:00"}, // after it is due
	} {
		extended, err := run.Pause(at(pause[0]), at(pause[1]))
		if err != nil {
			log.Fatal(err)
		}
		due, _ := run.Due()
		fmt.Println(extended, workday.InWords(due).En)
	}
	// Output:
	// true Monday 9 March 2026, 09:00
	// true Monday 9 March 2026, 11:30
	// false Monday 9 March 2026, 11:30
}

// A fast lane promises less than the limit, which stays as it is.
func ExampleRun_Lane() {
	limit, _ := workday.ParseLimit("10 working days")
	less, _ := workday.ParseLimit("4 working days")
	run, err := usualOffice().Begin(&limit, nil, at("2026-03-02 09:00"))
	if err != nil {
		log.Fatal(err)
	}
	promise, err := run.Lane(&workday.Lane{ReduceBy: less.Terms})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(run.Due())
	fmt.Println(promise.Due())
	// Output:
	// 2026-03-16 09:00:00 +0700 +07 <nil>
	// 2026-03-10 09:00:00 +0700 +07 <nil>
}

// The same limit under each of the shipped ways of counting.
func ExampleStandardProfiles() {
	limit, _ := workday.ParseLimit("12 hours")
	for _, profile := range workday.StandardProfiles().Profiles {
		run, err := usualOffice().Begin(&limit, &profile, at("2026-03-06 16:30"))
		if err != nil {
			log.Fatal(err)
		}
		due, err := run.Due()
		fmt.Println(profile.ID, due.Format("Mon 02 Jan 15:04"), err)
	}
	// Output:
	// default Tue 10 Mar 11:30 <nil>
	// td Tue 10 Mar 11:00 <nil>
	// statutory Tue 10 Mar 11:30 <nil>
	// dateOnly Wed 11 Mar 00:00 <nil>
}

// A way of counting of one's own is a row of flags.
func ExampleParseProfiles() {
	profiles, faults := workday.ParseProfiles([]byte(`{"profiles": [{
		"id": "ours", "title": {"vi": "Của tỉnh", "en": "Of the province"},
		"hoursOfDay": 8, "hoursAsDays": false, "startInOffice": true, "rollKeepsClock": false,
		"endOfDay": ["workingDays"], "byDate": false, "grounds": [], "source": {"basis": "ours"}
	}]}`))
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	own, _ := profiles.Lookup("ours")
	limit, _ := workday.ParseLimit("1 working day")
	run, err := usualOffice().Begin(&limit, own, at("2026-03-02 09:00"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(run.Due())
	fmt.Println("last day:", run.LastDay())
	// Output:
	// 2026-03-04 00:00:00 +0700 +07 <nil>
	// last day: 2026-03-03
}
