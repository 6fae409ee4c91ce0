package scoring_test

import (
	"fmt"
	"log"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// Phú Thọ's online payment, autumn 2026: counts in, points and reasons out.
func Example() {
	index, err := scoring.Standard().At("vn.766", motcua.MustDate("2026-10-10"))
	if err != nil {
		log.Fatal(err)
	}
	counts, faults := index.ParseCounts([]byte(`{"unit": "H44", "name": "Phú Thọ", "level": "province", "indicators": {
		"3.5":  {"num": 68,     "den": 313},
		"3.5b": {"num": 119,    "den": 313},
		"3.6":  {"num": 309542, "den": 358625}}}`))
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	var result scoring.Result
	if err := index.Evaluate(&counts, &result); err != nil {
		log.Fatal(err)
	}
	payment, _ := result.Node("TTTT")
	fmt.Println("online payment:", index.Format(payment.Points), "of", index.Format(payment.Max))
	for _, l := range result.Lost() {
		if l.Rows > 0 {
			fmt.Printf("%s costs %s: %d %ss, %s\n", l.Leaf, index.Format(l.Points), l.Rows, l.Table, l.Reason.Text.En)
		}
	}
	plan, err := index.Plan(&counts, result.Total().Points+25, nil) // a quarter of a point more
	fmt.Println("a quarter of a point is", plan.Rows, "dossiers away", err)
	// Output:
	// online payment: 6.67 of 10.00
	// 3.5 costs 1.46: 245 procedures, payment not integrated
	// 3.5b costs 1.05: 194 procedures, procedures never paid for online
	// 3.6 costs 0.82: 49083 dossiers, not paid online
	// a quarter of a point is 14715 dossiers away <nil>
}
