package scoring_test

import (
	"fmt"
	"log"

	"github.com/motcua/motcua/scoring"
)

// Levers are what each leaf would gain, the best for one dossier first.
func ExampleIndex_Levers() {
	index, counts := phuThoCounts()
	levers, err := index.Levers(&counts, nil)
	if err != nil {
		log.Fatal(err)
	}
	for _, l := range levers[:3] {
		fmt.Printf("%s: %d dossiers for the next %s; all %s with %d\n",
			l.Leaf, l.Rows, index.Format(l.Gain), index.Format(l.AllGain), l.AllRows)
	}
	procedures, err := index.Levers(&counts, &scoring.LeverOptions{Tables: []string{"procedure"}})
	fmt.Println(procedures[0].Leaf, procedures[0].One, err)
	// Output:
	// 2.1: 25 dossiers for the next 0.01; all 2.32 with 69085
	// 3.6: 370 dossiers for the next 0.01; all 0.82 with 48785
	// 4.1: 633 dossiers for the next 0.01; all 1.65 with 164064
	// 3.1 0.02808989 <nil>
}

// A plan is the fewest dossiers that reach a target.
func ExampleIndex_Plan() {
	index, counts := phuThoCounts()
	plan, err := index.Plan(&counts, 5100, nil)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("from", index.Format(plan.From), "to", index.Format(plan.To), "with", plan.Rows, "dossiers")
	for _, step := range plan.Steps {
		fmt.Println(step.Leaf, step.Rows, "more give", index.Format(step.Gain))
	}
	plan, err = index.Plan(&counts, 10000, nil)
	fmt.Println("all of it:", index.Format(plan.To), plan.Reached, err)
	// Output:
	// from 50.46 to 51.00 with 15870 dossiers
	// 2.1 15870 more give 0.54
	// all of it: 64.62 false <nil>
}

// A change is split into what units did better, and what came of large units
// weighing more: here nobody's share of dossiers on time moved.
func ExampleIndex_Change() {
	index, err := scoring.Standard().Lookup("vn.766", "portal-2026")
	if err != nil {
		log.Fatal(err)
	}
	onTime := func(unit string, num, den int64) scoring.Counts {
		c := index.Counts(unit)
		if err := index.Set(&c, "2.1", scoring.Ratio(num, den)); err != nil {
			log.Fatal(err)
		}
		return c
	}
	before := []scoring.Counts{onTime("Việt Trì", 7368, 8253), onTime("Sở GDĐT", 758, 1120)}
	after := []scoring.Counts{onTime("Việt Trì", 7368, 8253), onTime("Sở GDĐT", 1516, 2240)}
	was, _ := index.Pool(index.Counts("H44"), before)
	is, _ := index.Pool(index.Counts("H44"), after)
	change, err := index.Change(&was, &is, before, after)
	if err != nil {
		log.Fatal(err)
	}
	e := change.Effects
	fmt.Println(index.Format(change.From), "→", index.Format(change.To), "=", e.Sum())
	fmt.Println("rate", e.Rate, "mix", e.Mix, "scope", e.Scope, "rounding", e.Rounding)
	// Output:
	// 17.34 → 16.93 = -0.410000
	// rate 0.000000 mix -0.405972 scope 0.000000 rounding -0.004028
}
