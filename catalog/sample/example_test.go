package sample_test

import (
	"fmt"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/catalog/sample"
)

// The time in which a marriage with a foreigner is answered changed when the districts
// ended.
func ExampleCatalog() {
	for _, day := range []string{"2025-06-30", "2025-07-01"} {
		d, err := motcua.ParseDate(day)
		if err != nil {
			fmt.Println(err)
			return
		}
		p, ok := sample.Catalog().At(d, time.Time{}).Lookup("2.000806")
		if !ok {
			fmt.Println("no such procedure")
			return
		}
		term := p.Channels[0].Times[0].Limit.Terms[0]
		fmt.Println(d, p.Bodies.Competent[0].Name, term.Amount, term.Unit)
	}
	// Output:
	// 2025-06-30 Ủy ban nhân dân cấp huyện 15 calendarDays
	// 2025-07-01 Ủy ban nhân dân cấp xã 5 workingDays
}

// Some procedures are there in several versions.
func ExampleVersions() {
	for _, p := range sample.Versions() {
		if p.Code == "1.004194" {
			fmt.Println(p.Version, p.Known.From.Format(time.Kitchen))
		}
	}
	// Output:
	// 2026-07-27/1 9:00AM
	// 2026-07-27/2 3:30PM
}

// Children are exempt from the charge for permanent residence, by a relief of the sample.
func ExampleTables() {
	d, err := motcua.ParseDate("2026-03-02")
	if err != nil {
		fmt.Println(err)
		return
	}
	p, ok := sample.Catalog().At(d, time.Time{}).Lookup("1.004222")
	if !ok {
		fmt.Println("no such procedure")
		return
	}
	for _, who := range [][]string{nil, {"child"}} {
		q := fee.Question{Date: d, Channel: motcua.ChannelInPerson, Beneficiary: who}
		quote, err := p.Quote(sample.Tables(), q)
		if err != nil {
			fmt.Println(err)
			return
		}
		line := quote.Lines[0]
		fmt.Println(who, line.Full, line.Amount)
		for _, change := range line.Changes {
			fmt.Println(change.Kind, change.Rule, change.Source)
		}
	}
	// Output:
	// [] 20000 VND 20000 VND
	// [child] 20000 VND 0 VND
	// exemption residence-exempt 75/2022/TT-BTC, Điều 4 (law)
}
