package synth_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/synth"
)

// A small world in memory: files, and what they come to.
func Example() {
	files := synth.Memory{}
	lines, err := synth.Small().Generate(&synth.Options{Seed: 1}, files)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Println(name, bytes.Count(files[name], []byte("\n")) > 0)
	}
	onTime := lines[0].Indicators["2.1"]
	fmt.Printf("%s: %d of %d on time\n", lines[0].Name, *onTime.Num, *onTime.Den)
	// Output:
	// counts.achieved.jsonl true
	// dossiers.jsonl true
	// petitions.jsonl true
	// procedures.jsonl true
	// ratings.jsonl true
	// reports.jsonl true
	// units.jsonl true
	// Tỉnh Mẫu: 1868 of 2000 on time
}

// A world from counts of one's own: three dossiers of a commune, in a directory.
func ExampleFromCounts() {
	index, err := scoring.Standard().Lookup("vn.766", "portal-2026")
	if err != nil {
		fmt.Println(err)
		return
	}
	c := index.Counts("H99.60.01")
	c.Level = "commune"
	index.Set(&c, "2.1", scoring.Ratio(2, 3))
	index.Set(&c, "3.6", scoring.Ratio(1, 4))
	_, faults := synth.FromCounts(index, []scoring.Counts{c})
	fmt.Println(faults)

	index.Set(&c, "3.6", scoring.Ratio(1, 2))
	w, faults := synth.FromCounts(index, []scoring.Counts{c})
	dir, err := os.MkdirTemp("", "synth")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	lines, err := w.Generate(nil, synth.Directory(dir))
	fmt.Println(faults, err)
	paid := lines[0].Indicators["3.6"]
	fmt.Printf("%s: %d of %d paid online\n", lines[0].Unit, *paid.Num, *paid.Den)
	// Output:
	// /indicators/3.6/den: SYN-CNT-05: H99.60.01: 4 dossiers with a fee, but only 3 received
	// no faults <nil>
	// H99.60.01: 1 of 2 paid online
}

// The province of Phú Thọ, and where its counts are not those published.
func ExamplePhuTho2026() {
	w := synth.PhuTho2026()
	fmt.Println(w.Name(), w.Title(), w.Period(), len(w.Targets()), "units")
	for _, e := range w.Edits() {
		if e.Leaf == "3.3" {
			fmt.Println(e.Leaf, e.Published, "→", e.Used)
			fmt.Println(e.Why)
		}
	}
	// Output:
	// phutho-2026 Phú Thọ in 2026 2026 164 units
	// 3.3 589496/597894 → 589496/597918
	// it counts the dossiers received as 2.1 and 4.1–4.5b do, which say 597918; the 24 others are taken as not online
}

// What goes wrong on the way changes no count: here every tenth message comes again.
// Scaled, the world keeps the dossiers its procedures need: 211, not 200.
func ExampleParseFaultMix() {
	mix, err := synth.ParseFaultMix("duplicates=0.1,late=0.05,resent=1")
	if err != nil {
		fmt.Println(err)
		return
	}
	tenth := motcua.MustDecimal("0.1")
	files := synth.Memory{}
	lines, err := synth.Small().Generate(&synth.Options{Seed: 1, Scale: &tenth, Faults: mix}, files)
	fmt.Println(mix, err)
	fmt.Println(*lines[0].Indicators["2.1"].Den, "dossiers,", len(files["dossiers.resent-1.jsonl"]) > 0)
	// Output:
	// duplicates=0.1,late=0.05,resent=1 <nil>
	// 211 dossiers, true
}
