package facts_test

import (
	"fmt"
	"log"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
)

// Live figures move when a message comes and when time passes.
func ExampleRegister_Live() {
	register, _ := exampleRegister()
	index, err := scoring.Standard().At("vn.766", motcua.MustDate("2026-07-01"))
	if err != nil {
		log.Fatal(err)
	}
	plan, err := counting.Compile(index.Definition().Measures)
	if err != nil {
		log.Fatal(err)
	}
	now := time.Date(2026, time.July, 14, 8, 0, 0, 0, motcua.Vietnam())
	live, err := register.Live(plan, now)
	if err != nil {
		log.Fatal(err)
	}
	bound, err := plan.Bind(index)
	if err != nil {
		log.Fatal(err)
	}
	show := func(what string) {
		year, _ := counting.YearToDate(motcua.DateOf(live.Now().In(motcua.Vietnam())))
		figures, _ := live.Tally().Read(year)
		counts := index.Counts("H44")
		if err := bound.Fill(figures, &counts); err != nil {
			log.Fatal(err)
		}
		results, _ := index.Score([]scoring.Counts{counts})
		progress, _ := results[0].Node("2.1")
		fmt.Printf("%s: %d of %d on time\n", what, progress.Num, progress.Den)
	}
	show("at 08:00")
	live.Advance(now.Add(time.Second))
	show("a second later")
	register.Message(&npsp.Brief{
		Kind: npsp.KindDossier, Dossier: []byte("H44.60-260714-0001"), Received: 20260714080000, Due: 20260721080000,
		Channel: 2, Place: 2, Payment: npsp.CodeAbsent, State: 2, Digitised: npsp.CodeAbsent, Verified: npsp.CodeAbsent,
	})
	register.Update(live)
	show("one more message")
	// Output:
	// at 08:00: 2 of 2 on time
	// a second later: 1 of 2 on time
	// one more message: 2 of 3 on time
}
