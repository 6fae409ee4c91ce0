package workday_test

import (
	"fmt"
	"log"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

// Office time skips lunch, nights and days off, and can be taken back.
func ExampleOffice_Add() {
	office := usualOffice()
	received := at("2026-02-13 16:30") // Friday before Tết
	for _, d := range []time.Duration{30 * time.Minute, time.Hour, 12 * time.Hour} {
		due, err := office.Add(received, d)
		if err != nil {
			log.Fatal(err)
		}
		back, err := office.Add(due, -d)
		fmt.Println(d, due.Format("Mon 02 Jan 15:04"), "and back", back.Format("Mon 02 Jan 15:04"), err)
	}
	// Output:
	// 30m0s Fri 13 Feb 17:00 and back Fri 13 Feb 16:30 <nil>
	// 1h0m0s Mon 23 Feb 08:00 and back Fri 13 Feb 16:30 <nil>
	// 12h0m0s Tue 24 Feb 11:30 and back Fri 13 Feb 16:30 <nil>
}

func ExampleOffice_Between() {
	office := usualOffice()
	fmt.Println(office.Between(at("2026-02-13 16:30"), at("2026-02-24 11:30")))
	fmt.Println(office.Between(at("2026-02-14 00:00"), at("2026-02-23 00:00"))) // Tết
	// Output:
	// 12h0m0s <nil>
	// 0s <nil>
}

func ExampleOffice_AddWorkingDays() {
	office := usualOffice()
	fmt.Println(office.AddWorkingDays(at("2026-02-23 07:30"), 5))
	fmt.Println(office.AddWorkingDays(at("2026-02-23 07:30"), -1)) // before Tết
	// Output:
	// 2026-03-02 07:30:00 +0700 +07 <nil>
	// 2026-02-13 07:30:00 +0700 +07 <nil>
}

func ExampleOffice_NextOpening() {
	office := usualOffice()
	fmt.Println(office.NextOpening(at("2026-03-02 11:30"))) // closing is the next opening
	fmt.Println(office.NextClosing(at("2026-03-02 11:30")))
	// Output:
	// 2026-03-02 13:30:00 +0700 +07 <nil>
	// 2026-03-02 17:00:00 +0700 +07 <nil>
}

// Hours with Saturday mornings, and an evening on which things may be filed.
func ExampleParseHours() {
	hours, faults := workday.ParseHours([]byte(`{"rows": [{
		"weekdays": ["07:30-11:30", "13:30-17:00"],
		"saturday": ["07:30-11:30"],
		"service": [{"day": "friday", "session": "17:30-19:30"}],
		"source": {"act": "12/QĐ-UBND", "basis": "practice"}
	}]}`))
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	office, faults := workday.National().Office(hours)
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	for _, text := range []string{"2026-03-06 16:00", "2026-03-06 18:00", "2026-03-06 20:00", "2026-03-07 09:00"} {
		fmt.Println(text)
		fmt.Println(office.OpenAt(at(text)))
	}
	// Output:
	// 2026-03-06 16:00
	// office <nil>
	// 2026-03-06 18:00
	// service <nil>
	// 2026-03-06 20:00
	// closed <nil>
	// 2026-03-07 09:00
	// office <nil>
}

func ExampleWeek() {
	weekdays, faults := workday.ParseSessions("07:00-11:30, 13:30-17:00")
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	saturday, err := workday.ParseSession("07:30-11:30")
	if err != nil {
		log.Fatal(err)
	}
	office, faults := workday.National().Office(workday.Week(weekdays, []workday.Session{saturday}))
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	fmt.Println(office.Between(at("2026-03-02 00:00"), at("2026-03-09 00:00")))
	fmt.Println(workday.UsualHours().Rows[0].Weekdays)
	// Output:
	// 44h0m0s <nil>
	// [07:30-11:30 13:30-17:00]
}

func ExampleParseSessions() {
	_, faults := workday.ParseSessions("13:30-17:00, 07:30-11:30, 22:00-02:00")
	for _, f := range faults {
		fmt.Println(f.Pointer, f.Code, f.Message.En)
	}
	// Output:
	// /1 CAL-HRS-02 session 07:30-11:30 begins before the one above ends at 17:00
	// /2 CAL-HRS-01 session 22:00-02:00 crosses midnight; write it as two
}

func ExampleParseClock() {
	fmt.Println(workday.ParseClock("07:30"))
	fmt.Println(workday.ParseClock("24:00"))
	fmt.Println(workday.ParseClock("7h30"))
	// Output:
	// 07:30 <nil>
	// 24:00 <nil>
	// 00:00 time of day "7h30": want hh:mm from 00:00 to 24:00
}

func ExampleParseLimit() {
	for _, text := range []string{"05 ngày làm việc", "2 months 15 working days", "24 giờ", "8 giờ làm việc", "trong ngày", "2 weeks"} {
		limit, faults := workday.ParseLimit(text)
		if err := faults.Err(); err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(limit.Text().Vi, "|", limit)
	}
	// Output:
	// 5 ngày làm việc | 5 working days
	// 2 tháng và 15 ngày làm việc | 2 months and 15 working days
	// 24 giờ | 24 clock hours
	// 8 giờ làm việc | 8 office hours
	// trong ngày | within the day
	// /terms/0: CAL-TXT-01: not a time limit: limit "2 weeks": unknown unit; want months, working days, days, hours (office hours) or clock hours
}

// A limit within the day, with the cut-off that its procedure sets.
func ExampleUnmarshalLimit() {
	limit, faults := workday.UnmarshalLimit([]byte(`{
		"terms": [{"unit": "withinDay"}],
		"cutOff": {"at": "15:00", "effect": "dueNextDay"}
	}`))
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	for _, text := range []string{"2026-03-06 15:00", "2026-03-06 15:01"} {
		run, err := usualOffice().Begin(&limit, nil, at(text))
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(run.Due())
	}
	// Output:
	// 2026-03-06 17:00:00 +0700 +07 <nil>
	// 2026-03-09 17:00:00 +0700 +07 <nil>
}

func ExampleInWords() {
	words := workday.InWords(time.Date(2026, time.February, 13, 9, 30, 0, 0, time.UTC))
	fmt.Println(words.Vi)
	fmt.Println(words.En)
	// As the end of a time, midnight is that of the day before.
	fmt.Println(workday.EndInWords(motcua.MustDate("2026-02-14").In(nil)).En)
	// Output:
	// 16:30 thứ Sáu 13/02/2026
	// Friday 13 February 2026, 16:30
	// Friday 13 February 2026, 24:00
}
