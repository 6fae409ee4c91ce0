package league_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/league"
)

// standing scores published group points of provinces, year to date.
func standing(table string) (*scoring.Index, []scoring.Result) {
	index, err := scoring.Standard().Lookup("vn.766.groups", "portal-2022")
	if err != nil {
		log.Fatal(err)
	}
	units, faults := index.ReadValues(strings.NewReader("unit,name,level,parent,CKMB,TDGQ,CLGQ,MDSH,MDHL,TTTT\n" + table))
	if err := faults.Err(); err != nil {
		log.Fatal(err)
	}
	results, _ := index.Score(units)
	return index, results
}

// October 10, 2026.
const october = `H24,Hải Phòng,province,,11.08,17.77,9.14,10.69,11.56,6.94
H21,Gia Lai,province,,11.79,17.17,9.14,9.62,11.3,7.21
H53,Tây Ninh,province,,11.95,16.53,7.29,12.13,11.45,6.78
H44,Phú Thọ,province,,8.07,17.81,8.48,9.76,11.24,6.82
`

// Ranks are shared, and the next one is skipped: Hải Phòng and Gia Lai have the
// same 9.14 points for online services.
func ExampleRank() {
	index, results := standing(october)
	places, err := league.Rank(results, &league.Options{Node: "CLGQ"})
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range places {
		fmt.Println(p.Rank, p.Unit, index.Format(p.Points), p.Tied)
	}
	// Output:
	// 1 H21 9.14 true
	// 1 H24 9.14 true
	// 3 H44 8.48 false
	// 4 H53 7.29 false
}

// PointsFor says what a rank takes; a plan says how to get there.
func ExamplePointsFor() {
	index, results := standing(october)
	places, err := league.Rank(results, nil)
	if err != nil {
		log.Fatal(err)
	}
	points, ok := league.PointsFor(places, "H44", 3)
	fmt.Println(index.Format(points), ok)
	// Output:
	// 66.13 true
}

// Peers are whom a unit is compared with. (Where nothing is published of the
// communes, figures are made up.)
func ExampleSameParent() {
	_, results := standing(`VT,Việt Trì,commune,H44,7.9,17.86,8,9.31,18,6.74
EATUL,Ea Tul,commune,H15,11.85,18.71,6.33,9.19,18,7.14
NT,Nông Trang,commune,H44,7.9,18.28,8,9.31,18,6.59
H44,Phú Thọ,province,VN,8.07,17.81,8.48,9.76,11.24,6.82
`)
	for _, row := range []struct {
		name  string
		peers func(*scoring.Result) string
	}{{"same parent", league.SameParent}, {"same level", league.SameLevel}, {"everyone", league.Everyone}} {
		places, err := league.Rank(results, &league.Options{Peers: row.peers})
		if err != nil {
			log.Fatal(err)
		}
		for _, p := range places {
			if p.Unit == "EATUL" {
				fmt.Println(row.name, p.Rank, "of", p.Of)
			}
		}
	}
	// Output:
	// same parent 1 of 1
	// same level 1 of 3
	// everyone 1 of 4
}

// A series of rankings tells of weeks at first, of movement, and of the biggest
// gain of the last round. Bắc Ninh is as published in autumn 2025, X1 made up.
func ExampleHistory() {
	var rounds []league.Round
	for _, week := range []struct{ label, table string }{
		{"week 4", "H05,Bắc Ninh,,,15.64,19,8.42,20.78,17.86,10\nX1,,,,15,19,8.5,20,17.5,9.5\n"},
		{"week 8", "H05,Bắc Ninh,,,15.82,19.20,8.48,21.01,17.86,9.91\nX1,,,,15.8,19,8.5,21,17.5,9.85\n"},
	} {
		_, results := standing(week.table)
		places, err := league.Rank(results, nil)
		if err != nil {
			log.Fatal(err)
		}
		rounds = append(rounds, league.Round{Label: week.label, Places: places})
	}
	tracks := league.History(rounds)
	for _, t := range tracks {
		fmt.Println(t.Unit, t.Ranks, "first", t.First, "in a row", t.Streak)
	}
	best, _ := league.BiggestGain(tracks)
	fmt.Println("biggest gain:", best.Unit, best.Gained)
	// Output:
	// H05 [1 1] first 2 in a row 2
	// X1 [2 2] first 0 in a row 0
	// biggest gain: X1 215
}
