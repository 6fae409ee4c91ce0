package catalog_test

import (
	"fmt"
	"log"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/catalog/sample"
)

// What a person who registers a birth online needs, is asked next, and pays.
func Example() {
	today := sample.Catalog().At(motcua.MustDate("2026-03-01"), time.Time{}) // as known now
	p, ok := today.Lookup("1.001193")
	if !ok {
		log.Fatal("no such procedure")
	}
	answers := map[string]motcua.Scalar{"abandoned": motcua.FlagScalar(false), "late": motcua.FlagScalar(false)}
	list, err := p.Checklist(catalog.Situation{Answers: answers})
	if err != nil {
		log.Fatal(err)
	}
	for _, item := range list.Items {
		if item.Need == catalog.NeedRequired || item.Need == catalog.NeedReplaced {
			fmt.Println(item.Need, item.Paper.Name.En, item.By)
		}
	}
	fmt.Println("ask:", list.Next.Text.En)

	quote, err := p.Quote(sample.Tables(), fee.Question{Date: today.Valid(), Channel: motcua.ChannelOnline, Answers: answers})
	if err != nil {
		log.Fatal(err)
	}
	for _, line := range quote.Lines {
		fmt.Println(line.Name.En, line.Amount, "by", line.Source)
	}
	// Output:
	// required Declaration of birth
	// replaced Passport, identity card or another valid paper of identity population
	// replaced Proof of residence population
	// ask: Is there a birth notice of a health facility?
	// Charge for a birth registered in time 0 VND by 60/2014/QH13, Điều 11 (law)
}
