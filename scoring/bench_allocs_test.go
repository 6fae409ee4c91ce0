package scoring_test

import (
	"testing"

	"github.com/motcua/motcua/scoring"
)

// TestEvaluateAllocatesNothing evaluates into a result that was used before:
// a server that scores for every request makes no garbage.
func TestEvaluateAllocatesNothing(t *testing.T) {
	units := []struct {
		name   string
		change func(t *testing.T, x *scoring.Index, c *scoring.Counts)
	}{
		{"as published", func(*testing.T, *scoring.Index, *scoring.Counts) {}},
		{"nothing asked", func(_ *testing.T, _ *scoring.Index, c *scoring.Counts) { clear(c.Values) }},
		{"nothing known", func(_ *testing.T, _ *scoring.Index, c *scoring.Counts) {
			for i := range c.Values {
				c.Values[i] = scoring.Value{Answer: scoring.Unknown}
			}
		}},
		{"nothing to count", func(_ *testing.T, _ *scoring.Index, c *scoring.Counts) {
			for i := range c.Values {
				c.Values[i] = scoring.Ratio(0, 0)
			}
		}},
		{"last year's count instead", func(t *testing.T, x *scoring.Index, c *scoring.Counts) {
			c.Period, _ = scoring.ParsePeriod("2026-08")
			if err := x.Set(c, "1.4", scoring.Value{Num: 30_000, Annual: 500_000, Answer: scoring.Known}); err != nil {
				t.Fatal(err)
			}
		}},
		{"the largest counts", func(_ *testing.T, _ *scoring.Index, c *scoring.Counts) {
			for i := range c.Values {
				c.Values[i] = scoring.Ratio(mostCount-1, mostCount)
			}
		}},
		{"a commune that inherits", func(_ *testing.T, x *scoring.Index, c *scoring.Counts) {
			above := *c
			*c = x.Counts("07999")
			copy(c.Values[3:], above.Values[3:])
			c.Level, c.Parent, c.Above = "commune", above.Unit, &above
		}},
	}
	for _, version := range []string{"portal-2026", "portal-2022"} {
		x := portal(t, version)
		for _, u := range units {
			c := benchUnit(t, x)
			u.change(t, x, &c)
			var r scoring.Result
			if err := x.Evaluate(&c, &r); err != nil {
				t.Fatalf("%s: %v", u.name, err)
			}
			allocs := testing.AllocsPerRun(100, func() {
				if err := x.Evaluate(&c, &r); err != nil {
					t.Fatal(err)
				}
			})
			if allocs != 0 {
				t.Errorf("%s, %s: %v allocations", version, u.name, allocs)
			}
		}
	}
}
