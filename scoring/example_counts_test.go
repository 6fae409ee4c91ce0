package scoring_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// Counts come one unit a line. A line with a fault is left out, and the rest
// goes on.
func ExampleIndex_ReadCounts() {
	index, err := scoring.Standard().Lookup("vn.766", "portal-2026")
	if err != nil {
		log.Fatal(err)
	}
	units, faults := index.ReadCounts(strings.NewReader(`
{"unit":"H44","name":"Phú Thọ","level":"province","indicators":{"3.5":{"num":68,"den":313},"3.6":{"num":309542,"den":358625},"4.6":null}}
{"unit":"X1","name":"a slip of the pen","level":"province","indicators":{"3.5":{"num":314,"den":313},"3.7":null}}
`))
	for _, c := range units {
		fmt.Println("line", c.Line, c.Unit, c.Name)
	}
	fmt.Println(faults)
	// Output:
	// line 2 H44 Phú Thọ
	// line 3: /indicators/3.5/num: SCO-CNT-03: numerator 314 above its denominator 313
	// line 3: /indicators/3.7: SCO-CNT-01: there is no indicator "3.7"
}

// Any table of numbers will do for indices that are given: the nine criteria of
// Decree 61/2018, two points each.
func ExampleIndex_ReadValues() {
	index, err := scoring.Standard().Lookup("vn.nd61", "tt01-2018")
	if err != nil {
		log.Fatal(err)
	}
	units, faults := index.ReadValues(strings.NewReader(`unit,name,1,2,3,4,5,6,7,8,9
S01,Sở Nội vụ,2,2,1,2,2,2,2,1,2
S02,Sở Y tế,2,2,2,2,2,2,2,null,3
`))
	results, _ := index.Score(units)
	for _, r := range results {
		band, _, _ := r.Band()
		fmt.Println(r.Name, index.Format(r.Total().Points), band.Title.Vi)
	}
	fmt.Println(faults)
	// Output:
	// Sở Nội vụ 16 Xuất sắc
	// line 3: /indicators/9: SCO-CNT-10: value 3 outside the range or table of the scale
}

// What is not there was not asked, null was asked and is unknown, and a zero
// denominator is known: three different things.
func ExampleIndex_ParseCounts() {
	index, err := scoring.Standard().Lookup("vn.766", "portal-2026")
	if err != nil {
		log.Fatal(err)
	}
	counts, faults := index.ParseCounts([]byte(`{"unit":"H44.01","name":"Văn phòng UBND","level":"department",
		"indicators":{"4.6":null,"5.2":{"num":0,"den":0},"5.4":{"num":0,"den":0}}}`))
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	var result scoring.Result
	if err := index.Evaluate(&counts, &result); err != nil {
		log.Fatal(err)
	}
	for _, id := range []string{"3.6", "4.6", "5.2", "5.4", "MDHL"} {
		n, _ := result.Node(id)
		fmt.Println(id, index.Format(n.Points), n.Status, n.Scored)
	}
	// Output:
	// 3.6 0.00 notAsked false
	// 4.6 2.00 unknown true
	// 5.2 6.00 zeroDenominator true
	// 5.4 0.00 zeroDenominator true
	// MDHL 6.00 partial true
}

// Counts made by a program are set leaf by leaf.
func ExampleIndex_Set() {
	index, err := scoring.Standard().Lookup("vn.766", "portal-2026")
	if err != nil {
		log.Fatal(err)
	}
	counts := index.Counts("H44")
	fmt.Println(index.Set(&counts, "3.6", scoring.Ratio(309542, 358625)))
	fmt.Println(index.Set(&counts, "3.4", scoring.Ratio(1, 2)))
	fmt.Println(index.Set(&counts, "2.1", scoring.Ratio(3, 2)), index.Check(&counts))
	// Output:
	// <nil>
	// /indicators/3.4: SCO-CNT-01: there is no indicator "3.4"
	// <nil> /indicators/2.1/num: SCO-CNT-03: numerator 3 above its denominator 2
}

// Given is for values that are stated as numbers, Ratio for those that are
// counted.
func ExampleGiven() {
	index, err := scoring.Standard().Lookup("vn.766.groups", "portal-2022")
	if err != nil {
		log.Fatal(err)
	}
	counts := index.Counts("H05")
	for _, part := range []struct{ group, points string }{
		{"CKMB", "15.82"}, {"TDGQ", "19.45"}, {"CLGQ", "8.53"}, {"TTTT", "10"}, {"MDSH", "21.17"}, {"MDHL", "17.86"},
	} {
		if err := index.Set(&counts, part.group, scoring.Given(motcua.MustDecimal(part.points))); err != nil {
			log.Fatal(err)
		}
	}
	var result scoring.Result
	if err := index.Evaluate(&counts, &result); err != nil {
		log.Fatal(err)
	}
	band, _, _ := result.Band()
	fmt.Println("Bắc Ninh, 15 December 2025:", index.Format(result.Total().Points), band.Title.Vi)
	// Output:
	// Bắc Ninh, 15 December 2025: 92.83 Xuất sắc
}

// Periods are written as people write them.
func ExampleParsePeriod() {
	for _, s := range []string{"2026", "2026-Q3", "2026-08", "2026-W41", "2026-01-01/2026-10-10", "tháng 8"} {
		p, err := scoring.ParsePeriod(s)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(p, p.Kind(), p.Days())
	}
	// Output:
	// 2026 year [2026-01-01, 2027-01-01)
	// 2026-Q3 quarter [2026-07-01, 2026-10-01)
	// 2026-08 month [2026-08-01, 2026-09-01)
	// 2026-W41 week [2026-10-05, 2026-10-12)
	// 2026-01-01/2026-10-10 range [2026-01-01, 2026-10-11)
	// period "tháng 8": want 2026, 2026-H1, 2026-Q3, 2026-08, 2026-W41, 2026-08-15 or 2026-01-01/2026-10-10
}

// A period that has not begun cannot have been counted.
func ExampleIndex_CheckPeriods() {
	index, err := scoring.Standard().Lookup("vn.766", "portal-2026")
	if err != nil {
		log.Fatal(err)
	}
	units, _ := index.ReadCounts(strings.NewReader(`{"unit":"H44","period":"2026-09","indicators":{}}
{"unit":"H05","period":"2026-12","indicators":{}}
{"unit":"H15","period":"2025-12","indicators":{}}`))
	fmt.Println(index.CheckPeriods(units, motcua.MustDate("2026-10-10")))
	// Output:
	// line 2: /period: SCO-CNT-08: period 2026-12 has not begun on 2026-10-10
	// line 3: /period: SCO-CNT-08: warning: period 2025-12 is not within [2026-01-01, ..), when portal-2026 is in force
}

// A commune inherits what only the province has: Link finds it there.
func ExampleLink() {
	index, err := scoring.Standard().Lookup("vn.766", "portal-2026")
	if err != nil {
		log.Fatal(err)
	}
	province, commune := index.Counts("H15"), index.Counts("EATUL")
	province.Level, commune.Level, commune.Parent = "province", "commune", "H15"
	for leaf, v := range map[string]scoring.Value{"1.1": scoring.Ratio(0, 89), "1.2": scoring.Ratio(0, 70), "1.3": scoring.Ratio(87, 89)} {
		if err := index.Set(&province, leaf, v); err != nil {
			log.Fatal(err)
		}
	}
	units := []scoring.Counts{province, commune}
	fmt.Println(scoring.Link(units))
	var result scoring.Result
	if err := index.Evaluate(&units[1], &result); err != nil {
		log.Fatal(err)
	}
	n, _ := result.Node("1.3")
	fmt.Println("1.3:", index.Format(n.Points), "inherited:", n.Inherited)
	// Output:
	// no faults
	// 1.3: 1.96 inherited: true
}
