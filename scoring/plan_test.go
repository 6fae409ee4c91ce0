package scoring_test

import (
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua/scoring"
)

// A plan that would have to search too much is refused, and at once: five leaves
// of points with four and with six decimals, a million rows each.
func TestPlanRefusesWhatIsTooFine(t *testing.T) {
	for _, decimals := range []string{"4", "6"} {
		leaves, measures := "", ""
		for _, id := range []string{"a", "b", "c", "d", "e"} {
			leaves += `{"id": "` + id + `", "title": {"vi": "x", "en": "x"}, "max": "4", "num": "n", "den": "d", "relation": "subset",
				"scale": {"kind": "linear"}, "zero": {"rule": "null"}},`
		}
		for _, id := range []string{"n", "d"} {
			measures += `{"id": "` + id + `", "title": {"vi": "x", "en": "x"}, "table": "dossier", "count": "rows", "scope": "period", "anchor": "received"},`
		}
		x, err := scoring.Parse([]byte(`{"id": "fine", "version": "one", "title": {"vi": "x", "en": "x"}, "decimals": `+decimals+`, "round": "leaf",
			"sources": [{"key": "US", "basis": "ours"}], "measures": [`+strings.TrimSuffix(measures, ",")+`],
			"root": {"id": "all", "title": {"vi": "x", "en": "x"}, "max": "20", "nodes": [`+strings.TrimSuffix(leaves, ",")+`]}}`), nil)
		if err != nil {
			t.Fatal(err)
		}
		c := x.Counts("u")
		for i := range c.Values {
			c.Values[i] = scoring.Ratio(1_000, 10_000_000)
		}
		var r scoring.Result
		if err := x.Evaluate(&c, &r); err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		_, err = x.Plan(&c, r.Total().Max-1, nil)
		if err == nil || !strings.Contains(err.Error(), "too long to search") {
			t.Errorf("%s decimals: %v", decimals, err)
		}
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%s decimals: refused after %v", decimals, took)
		}
	}
}
