package scoring_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/motcua/motcua/scoring"
)

// phuTho are the counts of Phú Thọ, September 2026, by leaf: online, payment,
// progress and digitisation of the year, satisfaction of August.
var phuTho = map[string][2]int64{
	"1.1": {0, 89}, "1.2": {0, 70}, "1.3": {87, 89}, "1.4": {475053, 475053}, "2.1": {528684, 597918},
	"3.1": {52, 89}, "3.2": {516, 1884}, "3.3": {589496, 597894},
	"3.5": {68, 313}, "3.5b": {119, 313}, "3.6": {309542, 358625},
	"4.1": {433356, 597918}, "4.2": {145096, 597918}, "4.3": {136827, 597918}, "4.4": {0, 597918}, "4.5a": {396, 1300}, "4.5b": {325596, 597918},
	"5.2": {182, 247}, "5.3": {137, 247}, "5.4": {144574, 184513},
}

func portal(t testing.TB, version string) *scoring.Index {
	t.Helper()
	x, err := scoring.Standard().Lookup("vn.766", version)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// benchUnit is Phú Thọ on an index of the portal, 4.6 unknown.
func benchUnit(t testing.TB, x *scoring.Index) scoring.Counts {
	t.Helper()
	c := x.Counts("H44")
	c.Level = "province"
	for leaf, v := range phuTho {
		if err := x.Set(&c, leaf, scoring.Ratio(v[0], v[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.Set(&c, "4.6", scoring.Value{Answer: scoring.Unknown}); err != nil {
		t.Fatal(err)
	}
	return c
}

// distinct leaves do not add up over communes: a province brings its own.
var distinct = []string{"1.1", "1.2", "1.3", "3.1", "3.2", "3.5", "3.5b", "4.5a"}

// benchCountry is a made-up country as the portal would report it: 3,321
// communes with what is theirs, 34 provinces with what does not add up.
func benchCountry(t testing.TB, x *scoring.Index) []scoring.Counts {
	t.Helper()
	const provinces, communes = 34, 3321
	dice := rand.New(rand.NewPCG(7, 66))
	country := x.Counts("VN")
	country.Level = "country"
	units := []scoring.Counts{country}
	set := func(c *scoring.Counts, leaf string, most int64) {
		den := 1 + dice.Int64N(most)
		if err := x.Set(c, leaf, scoring.Ratio(dice.Int64N(den+1), den)); err != nil {
			t.Fatal(err)
		}
	}
	for p := range provinces {
		c := x.Counts(fmt.Sprintf("H%02d", p+1))
		c.Level, c.Parent = "province", "VN"
		for _, leaf := range distinct {
			set(&c, leaf, 2000)
		}
		units = append(units, c)
	}
	for i := range communes {
		c := x.Counts(fmt.Sprintf("%05d", i))
		c.Level, c.Parent = "commune", units[1+i%provinces].Unit
		for leaf := range phuTho {
			if leaf != "1.1" && leaf != "1.2" && leaf != "1.3" && leaf != "3.1" {
				set(&c, leaf, 9000)
			}
		}
		units = append(units, c)
	}
	return units
}
