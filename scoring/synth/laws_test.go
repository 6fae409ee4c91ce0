package synth_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/synth"
	"pgregory.net/rapid"
)

// standard is the index the worlds are counted by.
func standard(t interface{ Fatal(...any) }) *scoring.Index {
	index, err := scoring.Standard().Lookup("vn.766", "portal-2026")
	if err != nil {
		t.Fatal(err)
	}
	return index
}

// drawCounts draws the counts of one unit, sound on their own: chains hold, and some
// leaves are not asked.
func drawCounts(t *rapid.T, index *scoring.Index, code, level string) scoring.Counts {
	c := index.Counts(code)
	c.Level = level
	upTo := func(name string, low, high int64) int64 { return rapid.Int64Range(low, max(low, high)).Draw(t, name) }
	all := upTo("received", 0, 60)
	online := upTo("online", 0, all)
	used := min(online, upTo("used", 1, 5))
	fees := upTo("obligated", 0, all)
	pays := upTo("paid", 0, fees)
	paidFor := min(pays, upTo("paidFor", 1, 4))
	timely := upTo("onTime", 0, all)
	over := upTo("carried", 0, 8)
	asked := upTo("petitions", 0, 6)
	early := upTo("petitionsOnTime", 0, asked)
	part := func(name string, whole int64) scoring.Value { return scoring.Ratio(upTo(name, 0, whole), whole) }
	small := func(name string) scoring.Value { return part(name, upTo(name, 0, 9)) }
	values := map[string]scoring.Value{
		"1.1": small("1.1"), "1.2": small("1.2"), "1.3": small("1.3"), "1.4": part("1.4", all), "2.1": scoring.Ratio(timely, all),
		"3.1": small("3.1"), "3.2": scoring.Ratio(used, upTo("services", 0, 9)), "3.3": scoring.Ratio(online, all),
		"3.5": part("3.5", 7), "3.5b": scoring.Ratio(paidFor, 7), "3.6": scoring.Ratio(pays, fees),
		"4.1": part("4.1", all), "4.2": part("4.2", all), "4.3": part("4.3", all), "4.4": part("4.4", all), "4.5a": small("4.5a"), "4.5b": part("4.5b", all),
		"5.2": scoring.Ratio(early, asked), "5.3": scoring.Ratio(upTo("satisfied", 0, early), asked), "5.4": scoring.Ratio(upTo("content", 0, timely+over), all+over),
	}
	if level == "commune" {
		values["4.6"] = part("4.6", 1)
	}
	for _, leaf := range slices.Sorted(maps.Keys(values)) {
		if absent := level == "commune" && leaf == "3.1"; absent || rapid.IntRange(0, 9).Draw(t, leaf+" silent") == 0 {
			continue
		}
		if err := index.Set(&c, leaf, values[leaf]); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// TestAnyCounts makes worlds of counts that are sound unit by unit: each is refused
// with pointers, or its files come to what was stated, at any scale and with faults.
func TestAnyCounts(t *testing.T) {
	index := standard(t)
	made, refused := 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		var counts []scoring.Counts
		when := period(t, rapid.SampledFrom([]string{"2026", "2026-Q1", "2026-02", "2026-08", "2025-11-20/2026-03-15"}).Draw(rt, "period"))
		for i := range rapid.IntRange(1, 3).Draw(rt, "units") {
			level := rapid.SampledFrom([]string{"commune", "department", ""}).Draw(rt, "level")
			counts = append(counts, drawCounts(rt, index, fmt.Sprintf("H99.%02d", i+1), level))
			counts[i].Period = when
			counts[i].Parent = rapid.SampledFrom([]string{"", "H99"}).Draw(rt, "parent")
		}
		if rapid.Bool().Draw(rt, "above") {
			above := index.Counts("H99")
			above.Level, above.Period = "province", when
			counts = append(counts, above)
		}
		w, faults := synth.FromCounts(index, counts)
		if faults.Err() != nil {
			refused++
			for _, f := range faults {
				if f.Pointer == "" || f.Message.Vi == "" || f.Message.En == "" {
					rt.Fatalf("a fault without a pointer or words: %v", f)
				}
			}
			return
		}
		made++
		o := &synth.Options{Seed: rapid.Uint64().Draw(rt, "seed"), Faults: someFaults(t)}
		if rapid.Bool().Draw(rt, "scaled") {
			s := motcua.MustDecimal(rapid.SampledFrom([]string{"0.01", "0.5", "3"}).Draw(rt, "scale"))
			o.Scale = &s
		}
		files := synth.Memory{}
		lines, err := w.Generate(o, files)
		if err != nil {
			rt.Fatal(err)
		}
		n, _ := scan(t, w, files)
		if problems := differences(lines, n); problems != nil {
			rt.Fatal(problems)
		}
		if o.Scale == nil {
			if counts[len(counts)-1].Unit == "H99" {
				statedAbove(rt, index, counts, lines[len(lines)-1])
			}
			if problems := reached(w.Targets(), lines); problems != nil {
				rt.Fatal(problems)
			}
		}
	})
	if made < 10 || made < refused {
		t.Errorf("%d worlds were made, %d refused", made, refused)
	}
	t.Logf("%d worlds were made, %d refused", made, refused)
}

// statedAbove lets the unit above state its pool, which must be taken, and one more
// dossier than that, which must be refused where it stands.
func statedAbove(t *rapid.T, index *scoring.Index, counts []scoring.Counts, pool scoring.CountsLine) {
	above := &counts[len(counts)-1]
	for leaf, v := range pool.Indicators {
		if v != nil {
			if err := index.Set(above, leaf, scoring.Ratio(*v.Num, *v.Den)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, faults := synth.FromCounts(index, counts); faults.Err() != nil {
		t.Fatalf("the pool itself is refused: %v", faults)
	}
	for leaf, pointer := range map[string]string{"3.6": "/indicators/3.6/den", "1.4": "/indicators/1.4/den"} {
		if v := pool.Indicators[leaf]; v != nil {
			more := slices.Clone(counts)
			last := &more[len(more)-1]
			last.Values = slices.Clone(last.Values)
			index.Set(last, leaf, scoring.Ratio(*v.Num, *v.Den+1))
			_, faults := synth.FromCounts(index, more)
			if stands := *v.Den > 0; stands && !faults.Under(pointer) {
				t.Fatalf("one more in %s is not refused at %s: %v", leaf, pointer, faults)
			}
		}
	}
}

// reached says what was stated and not achieved.
func reached(targets, lines []scoring.CountsLine) []string {
	var out []string
	for i, line := range targets {
		for leaf, want := range line.Indicators {
			got := lines[i].Indicators[leaf]
			switch {
			case (got == nil) != (want == nil):
				out = append(out, fmt.Sprintf("%s %s: got %v, want %v", line.Unit, leaf, got, want))
			case want != nil && (*got.Num != *want.Num || *got.Den != *want.Den):
				out = append(out, fmt.Sprintf("%s %s: got %d/%d, want %d/%d", line.Unit, leaf, *got.Num, *got.Den, *want.Num, *want.Den))
			}
		}
	}
	return out
}

// TestSameSeed writes the same bytes for the same seed, and others for another.
func TestSameSeed(t *testing.T) {
	write := func(seed uint64) synth.Memory {
		files := synth.Memory{}
		if _, err := synth.Small().Generate(&synth.Options{Seed: seed, Faults: someFaults(t)}, files); err != nil {
			t.Fatal(err)
		}
		return files
	}
	a, b, c := write(1), write(1), write(2)
	if !maps.EqualFunc(a, b, bytes.Equal) {
		t.Error("the same seed wrote other bytes")
	}
	for _, name := range []string{"dossiers.jsonl", "ratings.jsonl", "petitions.jsonl", "reports.jsonl"} {
		if bytes.Equal(a[name], c[name]) || len(a[name]) == 0 {
			t.Errorf("%s is the same for another seed, or empty", name)
		}
	}
	if !bytes.Equal(a["counts.achieved.jsonl"], c["counts.achieved.jsonl"]) {
		t.Error("another seed reached other counts")
	}
}

// jsonOf is the JSON of a value.
func jsonOf(t testing.TB, v any) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// decimalOf reads a number.
func decimalOf(t testing.TB, s string) *motcua.Decimal {
	t.Helper()
	d, err := motcua.ParseDecimal(s)
	if err != nil {
		t.Fatal(err)
	}
	return &d
}
