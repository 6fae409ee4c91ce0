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
		switch item.Need {
		case catalog.NeedRequired:
			fmt.Println("bring:", item.Paper.Name.En)
		case catalog.NeedReplaced:
			fmt.Println("looked up in", item.By+":", item.Paper.Name.En)
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
	// bring: Declaration of birth
	// looked up in population: Passport, identity card or another valid paper of identity
	// looked up in population: Proof of residence
	// ask: Is there a birth notice of a health facility?
	// Charge for a birth registered in time 0 VND by 60/2014/QH13, Điều 11 (law)
}
