package scoring_test

import (
	"testing"

	"github.com/motcua/motcua/scoring"
)

// TestForeignCounts hands every verb counts that were not made for the index:
// too few values, too many, none at all. None of them may panic.
func TestForeignCounts(t *testing.T) {
	x, err := scoring.Compile(everyRule())
	if err != nil {
		t.Fatal(err)
	}
	whole := x.Counts("P")
	for _, length := range []int{0, 1, len(whole.Values) + 1} {
		short := scoring.Counts{Unit: "U", Level: "commune", Parent: "P", Values: make([]scoring.Value, length)}
		if length > 0 {
			short.Values[0] = scoring.Ratio(1, 2)
		}
		if err := x.Check(&short).Err(); err == nil {
			t.Errorf("%d values pass", length)
		}
		if err := x.Evaluate(&short, &scoring.Result{}); err == nil {
			t.Errorf("%d values can be scored", length)
		}
		if err := x.Set(&short, "absent", scoring.Ratio(1, 2)); err == nil && length < len(whole.Values) {
			t.Errorf("set one of %d values", length)
		}
		units := []scoring.Counts{whole, short}
		scoring.Link(units)
		x.RollUp(units)
		x.Score(units)
		x.Pool(short, units)
		x.CheckPeriods(units, 0)
		if _, err := x.Change(&whole, &whole, units, units); err != nil {
			t.Errorf("parts of %d values: %v", length, err)
		}
		below := x.Counts("C")
		below.Level, below.Above = "commune", &short
		if err := x.Evaluate(&below, &scoring.Result{}); err != nil {
			t.Errorf("%d values above: %v", length, err)
		}
	}
}

// TestMeanOfAnotherIndex mixes results of two indices, which mean nothing
// together.
func TestMeanOfAnotherIndex(t *testing.T) {
	x, err := scoring.Compile(everyRule())
	if err != nil {
		t.Fatal(err)
	}
	other, err := scoring.Compile(twoLeaves())
	if err != nil {
		t.Fatal(err)
	}
	var r scoring.Result
	c := other.Counts("U")
	if err := other.Evaluate(&c, &r); err != nil {
		t.Fatal(err)
	}
	if _, err := x.Mean(x.Counts("all"), []scoring.Result{r}); err == nil {
		t.Error("a mean of results of another index")
	}
}
