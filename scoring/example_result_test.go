package scoring_test

import (
	"encoding/json"
	"fmt"
	"log"

	"github.com/motcua/motcua/scoring"
)

// phuThoLine is what the portal counted of Phú Thọ, year 2026, state of
// 28 September 2026.
const phuThoLine = `{"unit":"H44","name":"Phú Thọ","level":"province","period":"2026","indicators":{
	"1.1":{"num":0,"den":89},"1.2":{"num":0,"den":70},"1.3":{"num":87,"den":89},"1.4":{"num":475053,"den":475053},
	"2.1":{"num":528684,"den":597918},
	"3.1":{"num":52,"den":89},"3.2":{"num":516,"den":1884},"3.3":{"num":589496,"den":597894},
	"3.5":{"num":68,"den":313},"3.5b":{"num":119,"den":313},"3.6":{"num":309542,"den":358625},
	"4.1":{"num":433356,"den":597918},"4.2":{"num":145096,"den":597918},"4.3":{"num":136827,"den":597918},
	"4.4":{"num":0,"den":597918},"4.5a":{"num":396,"den":1300},"4.5b":{"num":325596,"den":597918},"4.6":null}}`

// phuThoCounts reads that line; satisfaction was not in it.
func phuThoCounts() (*scoring.Index, scoring.Counts) {
	index, err := scoring.Standard().Lookup("vn.766", "portal-2026")
	if err != nil {
		log.Fatal(err)
	}
	counts, faults := index.ParseCounts([]byte(phuThoLine))
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	return index, counts
}

// One unit is scored into a result that can be used again and again.
func ExampleIndex_Evaluate() {
	index, counts := phuThoCounts()
	var result scoring.Result
	if err := index.Evaluate(&counts, &result); err != nil {
		log.Fatal(err)
	}
	for i, id := range index.Nodes() {
		if n := result.Nodes[i]; !n.Counted {
			fmt.Println(id, index.Format(n.Points), "of", index.Format(n.Max), n.Status)
		}
	}
	total := result.Total()
	fmt.Println("of what was asked:", index.Format(total.Points), "of", index.Format(total.MaxKnown))
	// Output:
	// TONG 50.46 of 100.00 partial
	// CKMB 7.96 of 18.00 ok
	// TDGQ 17.68 of 20.00 ok
	// CLGQ 8.56 of 12.00 ok
	// TTTT 6.67 of 10.00 ok
	// MDSH 9.59 of 22.00 ok
	// 4.6 2.00 of 2.00 unknown
	// MDHL 0.00 of 18.00 notAsked
	// 5.2 0.00 of 6.00 notAsked
	// 5.3 0.00 of 6.00 notAsked
	// 5.4 0.00 of 6.00 notAsked
	// of what was asked: 50.46 of 82.00
}

// Many units are scored at once; what is wrong or odd is said, and the others
// come all the same.
func ExampleIndex_Score() {
	index, counts := phuThoCounts()
	slip := counts
	slip.Unit, slip.Name, slip.Line = "X1", "", 2
	slip.Values = append([]scoring.Value(nil), counts.Values...)
	if err := index.Set(&slip, "2.1", scoring.Ratio(597919, 597918)); err != nil {
		log.Fatal(err)
	}
	results, faults := index.Score([]scoring.Counts{counts, slip})
	fmt.Println(len(results), results[0].Unit)
	fmt.Println(faults)
	// Output:
	// 1 H44
	// line 2: /indicators/2.1/num: SCO-CNT-03: numerator 597919 above its denominator 597918
}

// A view groups the same points in another way: the decree's five groups over
// the portal's six.
func ExampleResult_View() {
	index, counts := phuThoCounts()
	var result scoring.Result
	if err := index.Evaluate(&counts, &result); err != nil {
		log.Fatal(err)
	}
	groups, _ := result.View("decree")
	for _, g := range groups[:3] {
		fmt.Println(g.Group.Title.Vi, index.Format(g.Points), "of", g.Group.Max, "–", g.Percent, "%")
	}
	percent, _ := result.Percent("TTTT")
	fmt.Println("payment alone", percent, "%")
	// Output:
	// Công khai, minh bạch 7.96 of 18 – 44.22 %
	// Tiến độ, kết quả giải quyết 17.68 of 20 – 88.40 %
	// Cung cấp dịch vụ trực tuyến 15.23 of 22 – 69.02 %
	// payment alone 66.70 %
}

// A band over leaves that have no points is only part of the truth.
func ExampleResult_Band() {
	index, counts := phuThoCounts()
	var result scoring.Result
	if err := index.Evaluate(&counts, &result); err != nil {
		log.Fatal(err)
	}
	band, partial, ok := result.Band()
	fmt.Println(band.Title.Vi, partial, ok)
	payment, ok := result.Node("TTTT")
	fmt.Println(index.Format(payment.Points), payment.Scored, ok)
	// Output:
	// Trung bình true true
	// 6.67 true true
}

// Losses say where the points went, the dearest first, and add up to exactly
// what is missing.
func ExampleResult_Lost() {
	index, counts := phuThoCounts()
	var result scoring.Result
	if err := index.Evaluate(&counts, &result); err != nil {
		log.Fatal(err)
	}
	sum := scoring.Points(0)
	for i, loss := range result.Lost() {
		sum += loss.Points
		if i < 6 {
			fmt.Println(loss.Leaf, index.Format(loss.Points), loss.Reason.Text.En, "–", loss.Rows, loss.Table)
		}
	}
	total := result.Total()
	fmt.Println(index.Format(sum), "=", index.Format(total.Max), "−", index.Format(total.Points))
	// Output:
	// 1.1 6.00 announced late – 89 decision
	// 5.2 6.00 not asked – 0 petition
	// 5.3 6.00 not asked – 0 petition
	// 5.4 6.00 not asked – 0 dossier
	// 1.2 4.00 publicised late or not yet – 70 decision
	// 4.4 4.00 not linked to the citizen's store – 597918 dossier
	// 49.54 = 100.00 − 50.46
}

// The scorecard is the JSON form: points are strings, and null says that there
// is nothing to say.
func ExampleResult_Scorecard() {
	index, counts := phuThoCounts()
	var result scoring.Result
	if err := index.Evaluate(&counts, &result); err != nil {
		log.Fatal(err)
	}
	card := result.Scorecard()
	fmt.Println(card.Unit, card.Definition, card.Version, card.Total, *card.Band)
	for _, n := range card.Nodes {
		if n.ID == "3.6" || n.ID == "5.2" {
			text, err := json.Marshal(n)
			fmt.Println(string(text), err)
		}
	}
	// Output:
	// H44 vn.766 portal-2026 50.46 average
	// {"id":"3.6","points":"5.18","max":"6.00","maxKnown":"6.00","status":"ok","inherited":false,"num":309542,"den":358625,"lost":"0.82","reason":"paidOffline"} <nil>
	// {"id":"5.2","points":null,"max":"6.00","maxKnown":"0.00","status":"notAsked","inherited":false,"num":null,"den":null,"lost":"6.00","reason":"notAsked"} <nil>
}
