// Command quickstart is the tour: the messages of a small synthetic province, as the
// National Public Service Portal exchanges them, become facts, tallies and the index
// of Decision 766/QĐ-TTg. It prints who stands where, what cost the most, how the
// score moves by the mere passing of time, and the cheapest way up.
package main

import (
	"compress/gzip"
	"embed"
	"fmt"
	"io"
	"log"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
	"github.com/motcua/motcua/scoring/facts"
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
	register, tree, err := read(w)
	if err != nil {
		return err
	}
	index, err := scoring.Standard().At("vn.766", motcua.MustDate("2026-12-31"))
	if err != nil {
		return err
	}
	plan, err := counting.Compile(index.Definition().Measures)
	if err != nil {
		return err
	}
	board, err := facts.NewBoard(index, plan, tree)
	if err != nil {
		return err
	}
	autumn := time.Date(2026, time.September, 30, 12, 0, 0, 0, motcua.Vietnam())
	live, err := register.Live(plan, autumn)
	if err != nil {
		return err
	}
	counts, results, err := score(index, board, live)
	if err != nil {
		return err
	}
	province := results[0]
	fmt.Fprintf(w, "Index 766 of the year to date, as of %s\n\n", when(autumn))
	if err := table(w, results); err != nil {
		return err
	}
	fmt.Fprintf(w, "\nWhat cost %s most\n\n", province.Name)
	for _, l := range province.Lost()[:5] {
		fmt.Fprintf(w, "%5s  −%s  %5d %ss: %s\n", l.Leaf, index.Format(l.Points), l.Rows, l.Table, l.Reason.Text.En)
	}
	target := province.Total().Points + 50
	way, err := index.Plan(&counts[0], target, nil)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "\nThe fewest dossiers to %s points: %d\n\n", index.Format(target), way.Rows)
	for _, s := range way.Steps {
		fmt.Fprintf(w, "%5s  +%s  %5d more dossiers: %s\n", s.Leaf, index.Format(s.Gain), s.Rows, s.Title.En)
	}
	fmt.Fprint(w, "\nTime passes: the next moments at which dossiers come in, end or fall due and a score moves\n\n")
	return passing(w, index, board, live)
}

// read reads the messages and the lines of facts of the sample.
func read(w io.Writer) (*facts.Register, *facts.Tree, error) {
	register, err := facts.NewRegister(nil)
	if err != nil {
		return nil, nil, err
	}
	var units []facts.Unit
	for _, name := range []string{"units", "procedures", "petitions", "ratings", "reports"} {
		err = first(err, open(name, func(r io.Reader) error {
			faults, err := facts.ReadLines(r, func(l *facts.Line) error {
				if l.Unit != nil {
					units = append(units, *l.Unit)
				}
				return register.Take(l).Err()
			})
			return first(faults.Err(), err)
		}))
	}
	tree, faults := facts.NewTree(units)
	err = first(err, faults.Err())
	register.Cover("dossier", true, facts.MessageColumns()...)
	err = first(err, open("dossiers", func(r io.Reader) error {
		quality, err := npsp.Stream(r, nil, func(b *npsp.Batch) error {
			for i := range b.Briefs {
				register.Message(&b.Briefs[i])
			}
			return nil
		})
		fmt.Fprintf(w, "%d messages: %d about dossiers, %d steps of progress; %d lines were refused\n\n",
			quality.Total.Messages, quality.Total.Dossiers, quality.Total.Steps, quality.Total.Refused)
		return err
	}))
	return register, tree, err
}

// open opens a file of the sample.
func open(name string, use func(io.Reader) error) error {
	f, err := sample.Open("sample/" + name + ".jsonl.gz")
	if err != nil {
		return err
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	return use(unzipped)
}

func first(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

// score scores the year to date as it stands.
func score(index *scoring.Index, board *facts.Board, live *counting.Live) ([]scoring.Counts, []scoring.Result, error) {
	window, err := counting.YearToDate(motcua.DateOf(live.Now().In(motcua.Vietnam())))
	if err != nil {
		return nil, nil, err
	}
	counts, err := board.Counts(live.Tally(), window, facts.ByUnit)
	if err != nil {
		return nil, nil, err
	}
	results, faults := index.Score(counts)
	return counts, results, faults.Err()
}

// table prints units in the order of their rank, the province first.
func table(w io.Writer, results []scoring.Result) error {
	places, err := league.Rank(results, nil)
	if err != nil {
		return err
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	defer t.Flush()
	fmt.Fprintln(t, "rank\tof\tCKMB/18\tTDGQ/20\tCLGQ/12\tTTTT/10\tMDSH/22\tMDHL/18\ttotal\tcost most\t  unit")
	for _, p := range places {
		r := results[slices.IndexFunc(results, func(r scoring.Result) bool { return r.Unit == p.Unit })]
		fmt.Fprintf(t, "%d\t%s", p.Rank, p.Peers)
		for _, id := range []string{"CKMB", "TDGQ", "CLGQ", "TTTT", "MDSH", "MDHL"} {
			n, _ := r.Node(id)
			fmt.Fprint(t, "\t", r.Index.Format(n.Points))
		}
		worst := r.Lost()[0]
		fmt.Fprintf(t, "\t%s\t%s −%s\t  %s\n", r.Index.Format(r.Total().Points), worst.Leaf, r.Index.Format(worst.Points), r.Name)
	}
	return nil
}

// passing lets time pass until a score has moved three times.
func passing(w io.Writer, index *scoring.Index, board *facts.Board, live *counting.Live) error {
	_, before, err := score(index, board, live)
	for moves := 0; moves < 3 && err == nil; {
		next, ok := live.Next()
		if !ok {
			return nil
		}
		if err := live.Advance(next); err != nil {
			return err
		}
		var after []scoring.Result
		if _, after, err = score(index, board, live); err != nil {
			return err
		}
		var moved []string
		for i, r := range after {
			if was := before[i].Total().Points; r.Total().Points != was {
				moved = append(moved, fmt.Sprintf("%s %s → %s", r.Name, index.Format(was), index.Format(r.Total().Points)))
			}
		}
		if moved != nil {
			fmt.Fprintf(w, "%s  %s\n", when(next), strings.Join(moved, ", "))
			moves++
		}
		before = after
	}
	return err
}

// when writes a time as the offices' clocks show it.
func when(t time.Time) string { return t.In(motcua.Vietnam()).Format("2006-01-02 15:04") }
