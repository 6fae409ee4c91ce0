package scoring_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/motcua/motcua/scoring"
)

// communes are three of Phú Thọ: dossiers on time, and fee-bearing procedures
// with online payment.
const communes = `
{"unit":"VT","name":"Việt Trì","level":"commune","parent":"H44","indicators":{"2.1":{"num":7368,"den":8253},"3.5":{"num":10,"den":38}}}
{"unit":"NT","name":"Nông Trang","level":"commune","parent":"H44","indicators":{"2.1":{"num":5646,"den":6178},"3.5":{"num":5,"den":40}}}
{"unit":"H44","name":"Phú Thọ","level":"province","indicators":{"3.5":{"num":68,"den":313}}}`

func communeCounts() (*scoring.Index, []scoring.Counts) {
	index, err := scoring.Standard().Lookup("vn.766", "portal-2026")
	if err != nil {
		log.Fatal(err)
	}
	units, faults := index.ReadCounts(strings.NewReader(communes))
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	return index, units
}

// Pool adds counts: a large unit weighs more than a small one. Procedures do
// not add, as the same one stands in both communes.
func ExampleIndex_Pool() {
	index, units := communeCounts()
	pooled, warnings := index.Pool(index.Counts("both"), units[:2])
	var result scoring.Result
	if err := index.Evaluate(&pooled, &result); err != nil {
		log.Fatal(err)
	}
	n, _ := result.Node("2.1")
	fmt.Println(n.Num, "of", n.Den, "gives", index.Format(n.Points))
	fmt.Println(warnings)
	// Output:
	// 13014 of 14431 gives 18.04
	// /indicators/3.5: SCO-CNT-11: warning: both: cannot be added up from its units, the same thing stands in several
}

// RollUp pools a whole tree; what a unit brings itself stays.
func ExampleIndex_RollUp() {
	index, units := communeCounts()
	rolled, faults := index.RollUp(units)
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	results, _ := index.Score(rolled)
	for _, r := range results {
		progress, _ := r.Node("2.1")
		integrated, _ := r.Node("3.5")
		fmt.Println(r.Name, index.Format(progress.Points), index.Format(integrated.Points))
	}
	// Output:
	// Việt Trì 17.86 0.66
	// Nông Trang 18.28 0.31
	// Phú Thọ 18.04 0.54
}

// Mean weighs every unit alike, and is taken where the definition says: of the
// groups, so that the national row is the sum of six means.
func ExampleIndex_Mean() {
	index, err := scoring.Standard().Lookup("vn.766.groups", "portal-2022")
	if err != nil {
		log.Fatal(err)
	}
	units, faults := index.ReadValues(strings.NewReader(`unit,name,CKMB,TDGQ,CLGQ,MDSH,MDHL,TTTT
H20,Đồng Tháp,11.46,17.69,8.84,9.72,14.67,6.42
H19,Đồng Nai,12.31,16.14,9.25,10.03,12.32,7.43
H24,Hải Phòng,11.08,17.77,9.14,10.69,11.56,6.94
`))
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	results, _ := index.Score(units)
	mean, err := index.Mean(index.Counts("VN"), results)
	if err != nil {
		log.Fatal(err)
	}
	percent, _ := mean.Percent("TTTT")
	payment, _ := mean.Node("TTTT")
	fmt.Println("total", index.Format(mean.Total().Points), "payment", index.Format(payment.Points), percent, "%")
	// Output:
	// total 67.83 payment 6.93 69.30 %
}
