package counting_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/motcua/motcua/scoring/counting"
)

// drawTally draws what counts of some rows and supplies come to, added or taken out,
// with names of its own.
func drawTally(t *rapid.T, plan *counting.Plan) *counting.Tally {
	names := counting.NewNames()
	for range rapid.IntRange(0, 3).Draw(t, "other names") {
		names.ID(rapid.SampledFrom(append([]string{"Z", "Y"}, codes...)).Draw(t, "name"))
	}
	tally := plan.New(names, counting.Basis{})
	for _, e := range drawEntries(t, plan, names, 8) {
		put := tally.Add
		if rapid.IntRange(0, 3).Draw(t, "sign") == 0 {
			put = tally.Sub
		}
		if err := put(e.table, &e.row); err != nil {
			t.Fatal(err)
		}
	}
	if rapid.Bool().Draw(t, "supplies") {
		if err := tally.Supply("dossier", rapid.Bool().Draw(t, "known"), "received", "ended"); err != nil {
			t.Fatal(err)
		}
	}
	return tally
}

func merged(t *rapid.T, tallies ...*counting.Tally) *counting.Tally {
	out := tallies[0].Clone()
	for _, other := range tallies[1:] {
		if err := out.Merge(other); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func negated(a *counting.Tally) *counting.Tally {
	out := a.Clone()
	out.Neg()
	return out
}

func binaryOf(t failer, tally *counting.Tally) []byte {
	t.Helper()
	data, err := tally.AppendBinary(nil)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestGroupLaws holds tallies to the laws of an abelian group. Equal is itself held
// to the rows: see TestEqual.
func TestGroupLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawPlan(t)
		a, b, c := drawTally(t, plan), drawTally(t, plan), drawTally(t, plan)
		before := binaryOf(t, b)
		zero := plan.New(counting.NewNames(), counting.Basis{})
		laws := []struct {
			name        string
			left, right *counting.Tally
		}{
			{"associative", merged(t, a, merged(t, b, c)), merged(t, merged(t, a, b), c)},
			{"commutative", merged(t, a, b), merged(t, b, a)},
			{"identity", merged(t, a, zero), a},
			{"inverse", merged(t, a, negated(a)), zero},
			{"inverse of a sum", negated(merged(t, a, b)), merged(t, negated(b), negated(a))},
			{"twice", merged(t, a, a), func() *counting.Tally {
				double := a.Clone()
				if err := double.Merge(double); err != nil {
					t.Fatal(err)
				}
				return double
			}()},
		}
		for _, l := range laws {
			if !l.left.Equal(l.right) || !bytes.Equal(binaryOf(t, l.left), binaryOf(t, l.right)) {
				t.Fatalf("not %s", l.name)
			}
		}
		if !bytes.Equal(before, binaryOf(t, b)) {
			t.Fatal("merging changed what was merged")
		}
		if merged(t, a, negated(a)).IsZero() != true || a.IsZero() != a.Equal(zero) {
			t.Fatal("IsZero is not what equals zero")
		}
		taken := merged(t, a, b)
		if err := taken.Unmerge(b); err != nil || !taken.Equal(a) {
			t.Fatalf("a + b − b is not a: %v", err)
		}
	})
}

// TestRowsCommute adds the rows in one order to one tally, and in another order, over
// several tallies with names of their own, with rows added and taken back between.
func TestRowsCommute(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t, 10)
		want := tallyOf(t, w.plan, w.names, w.entries)
		noise := drawEntries(t, w.plan, w.names, 5)
		got := tallyOf(t, w.plan, w.names, noise)
		for _, e := range rapid.Permutation(w.entries).Draw(t, "order") {
			part := w.plan.New(counting.NewNames(), counting.Basis{})
			row := renamed(&e.row, w.names, part.Names())
			if err := errors.Join(part.Add(e.table, &row), got.Merge(part)); err != nil {
				t.Fatal(err)
			}
		}
		for i := range noise {
			if err := got.Sub(noise[i].table, &noise[i].row); err != nil {
				t.Fatal(err)
			}
		}
		if !got.Equal(want) {
			t.Fatal("the order of rows matters")
		}
	})
}

// renamed is a row in other names.
func renamed(r *counting.Row, from, to *counting.Names) counting.Row {
	out := *r
	for i, id := range r.Codes {
		out.Codes[i] = to.ID(from.Text(id))
	}
	return out
}

// TestEqual shows that one row makes a difference wherever it is counted: not where
// every window of every group answers the same without it.
func TestEqual(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t, 6)
		if len(w.entries) == 0 {
			return
		}
		all, fewer := tallyOf(t, w.plan, w.names, w.entries), tallyOf(t, w.plan, w.names, w.entries[1:])
		win := drawWindow(t)
		a, err := all.Read(win)
		b, err2 := fewer.Read(win)
		if err := errors.Join(err, err2); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(counts(a), counts(b)) && all.Equal(fewer) {
			t.Fatal("equal tallies answer differently")
		}
		one := tallyOf(t, w.plan, w.names, w.entries[:1])
		if one.IsZero() != all.Equal(fewer) {
			t.Fatal("a row that counts for nothing and tallies that differ by it")
		}
	})
}

// TestBinary holds the binary form to: what is read is what was written, equal
// tallies are equal bytes, and no byte but those is read.
func TestBinary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawPlan(t)
		a := drawTally(t, plan)
		data := binaryOf(t, a)
		back, err := plan.ReadTally(data, counting.Basis{})
		if err != nil {
			t.Fatal(err)
		}
		if !back.Equal(a) || !bytes.Equal(binaryOf(t, back), data) {
			t.Fatal("read back, it is another")
		}
		other := a.Clone()
		for _, e := range drawEntries(t, plan, a.Names(), 4) {
			if err := errors.Join(other.Add(e.table, &e.row), other.Sub(e.table, &e.row)); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(binaryOf(t, other), data) {
			t.Fatal("what came and went left bytes")
		}
		at := rapid.IntRange(0, len(data)*8-1).Draw(t, "bit")
		flipped := bytes.Clone(data)
		flipped[at/8] ^= 1 << (at % 8)
		short := data[:rapid.IntRange(0, len(data)-1).Draw(t, "length")]
		for _, bad := range [][]byte{flipped, short, append(bytes.Clone(data), 0)} {
			if _, err := plan.ReadTally(bad, counting.Basis{}); !errors.Is(err, counting.ErrCorrupt) {
				t.Fatalf("damaged bytes: %v", err)
			}
		}
		if _, err := plan.ReadTally(data, counting.Basis{1}); !errors.Is(err, counting.ErrOtherBasis) {
			t.Fatalf("another basis: %v", err)
		}
	})
}
