package scoring_test

import (
	"fmt"
	"testing"

	"github.com/motcua/motcua/scoring"
)

// bandAt is the band of a total of an index of given groups, whose maxima are
// filled one after the other until the total is reached.
func bandAt(t *testing.T, x *scoring.Index, total scoring.Points) string {
	t.Helper()
	c := x.Counts("unit")
	d := x.Definition()
	left := total
	for i := range d.Root.Nodes {
		most, err := d.Root.Nodes[i].Max.Rescale(d.Decimals)
		if err != nil {
			t.Fatal(err)
		}
		part := min(left, scoring.Points(most.Coef()))
		left -= part
		if err := x.Set(&c, d.Root.Nodes[i].ID, scoring.Given(x.Decimal(part))); err != nil {
			t.Fatal(err)
		}
	}
	r := evaluated(t, x, c)
	band, partial, ok := r.Band()
	if !ok || partial || r.Total().Points != total {
		t.Fatalf("total %s for %s, band known: %t, partial: %t", x.Format(r.Total().Points), x.Format(total), ok, partial)
	}
	return band.ID
}

func TestPublishedBands(t *testing.T) {
	type vector struct {
		origin
		Total string `json:"total"`
		Band  string `json:"band"`
	}
	x := shippedIndex(t, "vn.766.groups", "portal-2022")
	for _, v := range readVectors[vector](t, "bands.jsonl", 13) {
		t.Run(v.title(), func(t *testing.T) {
			if got := bandAt(t, x, pointsFrom(t, x, v.Total)); got != v.Band {
				t.Errorf("%s is %s, want %s", v.Total, got, v.Band)
			}
		})
	}
}

// TestBandBounds holds both sides of every bound. That a total is fair from 70
// on is a choice of the definition; 65 is another, made by an extension.
func TestBandBounds(t *testing.T) {
	base := shippedIndex(t, "vn.766.groups", "portal-2022")
	at65, err := scoring.Parse([]byte(fairFrom65), nil)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		x           *scoring.Index
		total, band string
	}{
		{base, "100.00", "excellent"}, {base, "90.00", "excellent"}, {base, "89.99", "good"},
		{base, "80.00", "good"}, {base, "79.99", "fair"}, {base, "70.00", "fair"}, {base, "69.99", "average"},
		{base, "65.00", "average"}, {base, "50.00", "average"}, {base, "49.99", "weak"}, {base, "0.00", "weak"},
		{at65, "70.00", "fair"}, {at65, "65.00", "fair"}, {at65, "64.99", "average"},
		{at65, "80.00", "good"}, {at65, "50.00", "average"}, // the other bounds stay
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%s at %s", tt.x.Version(), tt.total), func(t *testing.T) {
			if got := bandAt(t, tt.x, pointsFrom(t, tt.x, tt.total)); got != tt.band {
				t.Errorf("%s is %s, want %s", tt.total, got, tt.band)
			}
		})
	}
}

const fairFrom65 = `{
 "id": "vn.766.groups",
 "version": "fair-65",
 "title": {"vi": "Khá từ 65", "en": "Fair from 65"},
 "validity": {"from": "2022-08-01"},
 "variant": true,
 "extends": {"id": "vn.766.groups", "version": "portal-2022"},
 "bands": [{"id": "fair", "title": {"vi": "Khá", "en": "Fair"}, "from": "65", "sources": ["BANDS"]}]
}`

func TestPublishedND61(t *testing.T) {
	type vector struct {
		origin
		Criteria map[string]int64 `json:"criteria"`
		Total    int64            `json:"total"`
		Band     string           `json:"band"`
	}
	x := shippedIndex(t, "vn.nd61", "tt01-2018")
	exactly15 := 0
	for _, v := range readVectors[vector](t, "nd61.jsonl", 12) {
		t.Run(v.title(), func(t *testing.T) {
			if len(v.Criteria) != 9 {
				t.Fatalf("%d criteria, want nine", len(v.Criteria))
			}
			c := x.Counts("unit")
			for id, points := range v.Criteria {
				if err := x.Set(&c, id, scoring.Ratio(points, 1)); err != nil {
					t.Fatal(err)
				}
			}
			r := evaluated(t, x, c)
			band, partial, ok := r.Band()
			if int64(r.Total().Points) != v.Total || band.ID != v.Band || partial || !ok {
				t.Errorf("%d points, %s, partial %t; want %d, %s", r.Total().Points, band.ID, partial, v.Total, v.Band)
			}
			if v.Total == 15 && band.ID == "excellent" {
				exactly15++
			}
		})
	}
	if exactly15 == 0 {
		t.Error("no vector holds that exactly 15 is excellent")
	}
}

// TestND61Refuses shows that a criterion has three levels and no others.
func TestND61Refuses(t *testing.T) {
	x := shippedIndex(t, "vn.nd61", "tt01-2018")
	for _, value := range []string{"3", "-1", "0.5", "1.5"} {
		var r scoring.Result
		c := givenCounts(t, x, "unit", map[string]string{"1": value})
		if err := x.Evaluate(&c, &r); err == nil {
			t.Errorf("a criterion of %s was taken", value)
		}
	}
}
