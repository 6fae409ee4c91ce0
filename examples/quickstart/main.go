// Command quickstart is the tour: real provinces and communes, scored from what
// the National Public Service Portal published of them in autumn 2026. It prints
// who stands where, what cost the most, and the cheapest way up.
package main

import (
	"bytes"
	"embed"
	"fmt"
	"io"
	"log"
	"os"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/league"
)

//go:embed sample
var sample embed.FS

func main() {
	if err := tour(os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func tour(w io.Writer) error {
	provinces, _, err := score("vn.766.groups", "provinces.csv", (*scoring.Index).ReadValues)
	if err != nil {
		return err
	}
	units, counts, err := score("vn.766", "phutho.jsonl", (*scoring.Index).ReadCounts)
	if err != nil {
		return err
	}
	national, err := provinces[0].Index.Mean(scoring.Counts{Name: "mean of all 34"}, provinces)
	if err != nil {
		return err
	}
	fmt.Fprint(w, "Index 766 of the provinces, from published points of 10 October 2026\n\n")
	places, _ := league.Rank(provinces, nil)
	board(w, append(provinces, national), places, func(p league.Place) bool { return p.Rank <= 5 || p.Unit == "H44" || p.Rank == p.Of })
	fmt.Fprint(w, "\nCommunes by online payment (TTTT), from published counts; 1.1–1.3 are the province's\n\n")
	payment, _ := league.Rank(units, &league.Options{Node: "TTTT"})
	board(w, units, payment, func(p league.Place) bool { return p.Peers == "commune" })

	own, index := units[0], units[0].Index
	fmt.Fprintf(w, "\n%s from its own counts: %s points; what cost most\n\n", own.Name, index.Format(own.Total().Points))
	for _, l := range own.Lost()[:6] {
		fmt.Fprintf(w, "%5s  −%s  %6d %ss: %s\n", l.Leaf, index.Format(l.Points), l.Rows, l.Table, l.Reason.Text.En)
	}
	next, _ := league.PointsFor(places, "H44", 15)
	published := places[slices.IndexFunc(places, func(p league.Place) bool { return p.Unit == "H44" })].Points
	plan, err := index.Plan(&counts[0], own.Total().Points+next-published, nil)
	fmt.Fprintf(w, "\nRank 15 is %s points away. The fewest dossiers that earn them: %d\n\n", index.Format(next-published), plan.Rows)
	for _, s := range plan.Steps {
		fmt.Fprintf(w, "%5s  +%s  %6d more dossiers: %s\n", s.Leaf, index.Format(s.Gain), s.Rows, s.Title.En)
	}
	return err
}

// score reads a file of the sample and scores it under the rules of the day.
func score(id, file string, read func(*scoring.Index, io.Reader) ([]scoring.Counts, motcua.Faults)) ([]scoring.Result, []scoring.Counts, error) {
	index, err := scoring.Standard().At(id, motcua.MustDate("2026-10-10"))
	if err != nil {
		return nil, nil, err
	}
	data, err := sample.ReadFile("sample/" + file)
	if err != nil {
		return nil, nil, err
	}
	counts, faults := read(index, bytes.NewReader(data))
	results, found := index.Score(counts)
	return results, counts, append(faults, found...).Err()
}

// board prints the places that are wanted, then any result that has no place.
func board(w io.Writer, results []scoring.Result, places []league.Place, want func(league.Place) bool) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	defer t.Flush()
	fmt.Fprintln(t, "rank\tCKMB/18\tTDGQ/20\tCLGQ/12\tTTTT/10\tMDSH/22\tMDHL/18\ttotal\tof\tcost most\t  unit")
	for _, p := range append(places, league.Place{}) {
		for _, r := range results {
			if r.Unit != p.Unit || p.Unit != "" && !want(p) {
				continue
			}
			fmt.Fprint(t, strings.TrimPrefix(fmt.Sprint(p.Rank), "0"))
			for _, id := range []string{"CKMB", "TDGQ", "CLGQ", "TTTT", "MDSH", "MDHL"} {
				n, _ := r.Node(id)
				fmt.Fprintf(t, "\t%s", map[bool]string{true: r.Index.Format(n.Points), false: "–"}[n.Scored])
			}
			fmt.Fprintf(t, "\t%s\t%s\t%s\t  %s\n", r.Index.Format(r.Total().Points), r.Index.Format(r.Total().MaxKnown), worst(r), r.Name)
		}
	}
}

// worst names the dearest loss of a figure that is known.
func worst(r scoring.Result) string {
	for _, l := range r.Lost() {
		if n, _ := r.Node(l.Leaf); n.Scored {
			return l.Leaf + " −" + r.Index.Format(l.Points)
		}
	}
	return "–"
}
