package dossier_test

import (
	"fmt"
	"log"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
)

// exampleTerms are terms with the usual hours.
func exampleTerms(text string) *dossier.Terms {
	office, faults := workday.National().Office(workday.UsualHours())
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	limit, faults := workday.ParseLimit(text)
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	return &dossier.Terms{Office: office, Limit: &limit}
}

// march is a time in March 2026.
func march(day, hour, minute int) time.Time {
	return time.Date(2026, time.March, day, hour, minute, 0, 0, motcua.Vietnam())
}

// A dossier with five working days waits a day for a paper: why is it due when it is?
func ExampleTerms_Ledger() {
	office, _ := workday.National().Office(workday.UsualHours()) // 07:30–11:30, 13:30–17:00
	limit, _ := workday.ParseLimit("5 working days")
	terms := dossier.Terms{Office: office, Limit: &limit}
	ledger, faults := terms.Ledger([]dossier.Entry{
		{Kind: dossier.EntryReceived, At: march(2, 18, 30)},
		{Kind: dossier.EntryPaused, At: march(4, 9, 0), Reason: "supplement"},
		{Kind: dossier.EntryResumed, At: march(5, 9, 0), Reason: "supplement"},
		{Kind: dossier.EntryEnded, At: march(11, 8, 0)},
	})
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	for _, step := range ledger.Explain() {
		fmt.Println(step.Text.En)
	}
	fmt.Println(ledger.Citizen(march(31, 12, 0)))
	// Output:
	// The limit: 5 working days
	// Received Monday 2 March 2026, 18:30
	// Paused, waiting for supplements: Wednesday 4 March 2026, 09:00 – Thursday 5 March 2026, 09:00
	// Ended Wednesday 11 March 2026, 08:00
	// Monday 2 March 2026, 18:30 is out of office hours: counted from Tuesday 3 March 2026, 07:30
	// 5 working days from Tuesday 3 March 2026, 07:30: until Tuesday 10 March 2026, 07:30
	// Plus 7 h 30 min of office time of pauses: until Tuesday 10 March 2026, 17:00
	// Due: Tuesday 10 March 2026, 17:00
	// late
}

// Entries with faults are not booked; the others are.
func ExampleTerms_Ledger_faults() {
	ledger, faults := exampleTerms("10 days").Ledger([]dossier.Entry{
		{Kind: dossier.EntryReceived, At: march(2, 9, 0)},
		{Kind: dossier.EntryPaused, At: march(3, 9, 0), Reason: "otherBody"},
		{Kind: dossier.EntryExtended, At: march(6, 9, 0), Due: march(20, 16, 0)},
	})
	due, ok := ledger.Due()
	fmt.Println(ledger.Status(), due.Format("02/01 15:04"), ok)
	fmt.Println(faults)
	// Output:
	// running 12/03 09:00 true
	// /1/reason: DOS-CLK-08: warning: the limit does not exclude this reason: the clock runs on
	// /2: DOS-CLK-05: the letter of apology is missing
}

// Nothing is used while the clock is stopped.
func ExampleLedger_Remaining() {
	ledger, _ := exampleTerms("24 office hours").Ledger([]dossier.Entry{
		{Kind: dossier.EntryReceived, At: march(2, 7, 30)},
		{Kind: dossier.EntryPaused, At: march(3, 9, 30), Reason: "financialObligation"},
	})
	for _, now := range []time.Time{march(2, 11, 30), march(3, 9, 30), march(20, 9, 30)} {
		b, _ := ledger.Remaining(now)
		fmt.Println(b.Granted, "granted,", b.Consumed, "used,", b.Remaining, "left")
	}
	// Output:
	// 24h0m0s granted, 4h0m0s used, 20h0m0s left
	// 24h0m0s granted, 9h30m0s used, 14h30m0s left
	// 24h0m0s granted, 9h30m0s used, 14h30m0s left
}

// A reminder sleeps until the next change, and from there to the one after.
func ExampleLedger_NextChange() {
	terms := exampleTerms("5 working days")
	terms.Appointment = march(9, 16, 0)
	received := march(2, 18, 0) // after closing
	ledger, _ := terms.Ledger([]dossier.Entry{{Kind: dossier.EntryReceived, At: received}})
	for at, what, ok := ledger.NextChange(received); ok; at, what, ok = ledger.NextChange(at) {
		fmt.Println(at.Format("02/01 15:04"), what)
	}
	// Output:
	// 03/03 07:30 starts
	// 09/03 16:00 due
	// 10/03 07:30 statutory
}

// A notice swaps a Friday for a Saturday: which dates move, and why?
func ExampleLedger_Reproject() {
	terms := exampleTerms("5 working days")
	ledger, _ := terms.Ledger([]dossier.Entry{{Kind: dossier.EntryReceived, At: march(2, 9, 0)}})
	calendar, faults := workday.National().Overlay([]byte(`{
		"id": "notice", "title": {"vi": "Thông báo", "en": "Notice"},
		"swaps": [{"off": "2026-03-06", "work": "2026-03-14", "source": {"act": "1/TB-BNV", "basis": "ours"}}]}`))
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	after := *terms
	after.Office, _ = calendar.Office(workday.UsualHours())
	_, moves, err := ledger.Reproject(&after)
	if err != nil {
		log.Fatal(err)
	}
	for _, m := range moves {
		fmt.Println(m.What, m.From.Format("02/01 15:04"), "→", m.To.Format("02/01 15:04"), m.Why[0].After.Title.En)
	}
	// Output:
	// due 09/03 09:00 → 10/03 09:00 day off in exchange for work on Saturday 14 March 2026
	// statutory 09/03 09:00 → 10/03 09:00 day off in exchange for work on Saturday 14 March 2026
}

// One re-appointment with an apology: the citizen was told, the index was not.
func ExampleLedger_Citizen() {
	ledger, _ := exampleTerms("5 working days").Ledger([]dossier.Entry{
		{Kind: dossier.EntryReceived, At: march(2, 9, 0)},
		{Kind: dossier.EntryExtended, At: march(6, 9, 0), Due: march(13, 16, 0), Apology: "12/TXL"},
		{Kind: dossier.EntryEnded, At: march(13, 15, 0)},
	})
	index := ledger.Index(march(31, 12, 0))
	fmt.Println("citizen:", ledger.Citizen(march(31, 12, 0)))
	fmt.Println("index:", index.Verdict, "by", index.Reason, index.Due.Format("02/01 15:04"))
	// Output:
	// citizen: onTime
	// index: late by due 09/03 09:00
}

// A second request for supplements is late for the index, however soon the answer.
func ExampleLedger_Index() {
	var entries []dossier.Entry
	entries = append(entries, dossier.Entry{Kind: dossier.EntryReceived, At: march(2, 9, 0)})
	for day := 3; day < 7; day += 2 {
		entries = append(entries,
			dossier.Entry{Kind: dossier.EntryPaused, At: march(day, 9, 0), Reason: "supplement"},
			dossier.Entry{Kind: dossier.EntryResumed, At: march(day+1, 9, 0), Reason: "supplement"})
	}
	ledger, _ := exampleTerms("5 working days").Ledger(entries)
	for _, cut := range []time.Time{march(4, 12, 0), march(6, 12, 0)} {
		v := ledger.Index(cut)
		fmt.Println(v.Verdict, v.Reason, v.End.Format("02/01 15:04"))
	}
	// Output:
	// onTime due 04/03 12:00
	// late tooManyRequests 05/03 09:00
}

// A ledger can be asked as it stood.
func ExampleLedger_At() {
	ledger, _ := exampleTerms("5 working days").Ledger([]dossier.Entry{
		{Kind: dossier.EntryReceived, At: march(2, 9, 0)},
		{Kind: dossier.EntryPaused, At: march(3, 9, 0), Reason: "supplement"},
		{Kind: dossier.EntryResumed, At: march(5, 9, 0), Reason: "supplement"},
	})
	for _, now := range []time.Time{march(2, 12, 0), march(4, 12, 0), march(6, 12, 0)} {
		then := ledger.At(now)
		due, _ := then.Due()
		fmt.Println(then.Status(), due.Format("02/01 15:04"))
	}
	// Output:
	// running 09/03 09:00
	// paused 09/03 09:00
	// running 11/03 09:00
}

// The applicant has terms of his own.
func ExampleLedger_OwnDue() {
	terms := exampleTerms("5 working days")
	own, _ := workday.ParseLimit("20 days")
	terms.Own = []dossier.OwnTerm{{Reason: "supplement", Limit: own, Then: "stop"}}
	ledger, _ := terms.Ledger([]dossier.Entry{
		{Kind: dossier.EntryReceived, At: march(2, 9, 0)},
		{Kind: dossier.EntryPaused, At: march(5, 10, 0), Reason: "supplement"},
	})
	due, row, _ := ledger.OwnDue()
	fmt.Println(due.Format("02/01 15:04"), row.Then)
	// Output:
	// 25/03 10:00 stop
}

// The rules are rows: what pauses a clock, and who says so.
func ExampleStandardClockRules() {
	rules := dossier.StandardClockRules()
	for _, r := range rules.Reasons {
		fmt.Println(r.ID, r.Always, r.Source.Basis)
	}
	online, _ := rules.Answer("online")
	fmt.Println("an answer within", online.Limit)
	// Output:
	// supplement true practice
	// financialObligation true practice
	// otherBody false practice
	// consultation false practice
	// inspection false practice
	// forwarding false practice
	// draft false practice
	// an answer within 8 office hours
}

// All that is wrong is said at once, with places.
func ExampleParseClockRules() {
	_, faults := dossier.ParseClockRules([]byte(`{
		"reasons": [
			{"id": "", "title": {"vi": "chờ", "en": "waiting"}, "always": true, "supplement": false, "payment": false, "source": {"basis": "ours"}}],
		"answers": [],
		"extension": {"most": -1, "apology": true, "source": {"basis": "ours"}},
		"index": {"supplements": 1, "waitingByClock": true, "source": {"basis": "ours"}}}`))
	for _, f := range faults {
		fmt.Println(f.Line, f.Pointer, f.Message.En)
	}
	// Output:
	// 1 /stated required member missing
	// 3 /reasons/0/id the name is missing
	// 5 /extension/most below zero
}

// Every document has a schema and a check.
func ExampleDocuments() {
	for _, d := range dossier.Documents() {
		fmt.Println(d.Name, d.ID, len(d.Check([]byte(`{}`))), "faults in {}")
	}
	// Output:
	// lifeRules https://github.com/motcua/motcua/schema/lifeRules-1.json 2 faults in {}
	// clockRules https://github.com/motcua/motcua/schema/clockRules-1.json 5 faults in {}
}
