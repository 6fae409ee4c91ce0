package main

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/league"
)

var rankCommand = command{
	name:  "rank",
	args:  "FILE [FILE …] [--node ID] [--peers level|parent|all]",
	short: "rank units among their peers, and over time",
	long: `
Ranks the units of a file of counts (or of values, if its name ends in .csv) by
their total or by any node. Units with the same points share a rank, and the next
ones are skipped: 1, 2, 2, 4.

Several files are rounds of a series, oldest first: then each unit also shows its
move since the round before, rounds at rank one, and how many in a row.`,
	run: runRank,
}

var peersOf = map[string]func(*scoring.Result) string{
	"level": league.SameLevel, "parent": league.SameParent, "all": league.Everyone,
}

func runRank(s *session) error {
	var r rules
	var node, peers string
	var top int
	r.register(s)
	s.flags.StringVar(&node, "node", "", "`ID` of the node that is ranked; the total if absent")
	s.flags.StringVar(&peers, "peers", "level", "`WHO` is compared: units of one level, below one parent, or all")
	s.flags.IntVar(&top, "top", 0, "show only the first `N` ranks of each group")
	if err := s.parse(1, 1000); err != nil {
		return err
	}
	if peersOf[peers] == nil {
		return usagef("--peers %q is none of level, parent, all", peers)
	}
	index, period, day, err := r.resolve(s)
	if err != nil {
		return err
	}
	if _, ok := index.Node(node); node != "" && !ok {
		return usagef("%s %s has no node %q", index.ID(), index.Version(), node)
	}
	var rounds []league.Round
	names := map[string]string{}
	for _, file := range s.args {
		_, results, err := s.score(index, file, period, day)
		if err != nil {
			return err
		}
		for _, result := range results {
			names[result.Unit] = result.Name
		}
		places, err := league.Rank(results, &league.Options{Node: node, Peers: peersOf[peers]})
		if err != nil {
			return err
		}
		rounds = append(rounds, league.Round{Label: label(file), Places: places})
	}
	return s.showRanks(index, rounds, names, top)
}

func label(file string) string {
	name, _, _ := strings.Cut(filepath.Base(file), ".")
	return name
}

// rankLine is the JSON form of a place, with its track where there are rounds.
type rankLine struct {
	Unit   string          `json:"unit"`
	Name   string          `json:"name"`
	Peers  string          `json:"peers"`
	Rank   *int            `json:"rank"`
	Of     int             `json:"of"`
	Tied   bool            `json:"tied"`
	Points *motcua.Decimal `json:"points"`
	Round  string          `json:"round"`
	Track  *trackLine      `json:"track,omitempty"`
}

type trackLine struct {
	Rounds  []string       `json:"rounds"`
	Ranks   []*int         `json:"ranks"`
	First   int            `json:"first"`
	Streak  int            `json:"streak"`
	Longest int            `json:"longest"`
	Moved   int            `json:"moved"`
	Gained  motcua.Decimal `json:"gained"`
}

func (s *session) showRanks(index *scoring.Index, rounds []league.Round, names map[string]string, top int) error {
	last := rounds[len(rounds)-1]
	tracks := map[string]league.Track{}
	all := league.History(rounds)
	for _, t := range all {
		tracks[t.Peers+"\x00"+t.Unit] = t
	}
	sh := sheet{header: heading("rank", "of", "unit", "name", "peers", "points")}
	if len(rounds) > 1 {
		sh.header = append(sh.header, heading("moved", "gained", "first", "streak")...)
	}
	for _, p := range last.Places {
		if top > 0 && (p.Rank > top || p.Rank == 0) {
			continue
		}
		line := rankLine{Unit: p.Unit, Name: names[p.Unit], Peers: p.Peers, Rank: known(p.Rank), Of: p.Of, Tied: p.Tied, Round: last.Label}
		row := []string{rankText(p), strconv.Itoa(p.Of), p.Unit, names[p.Unit], p.Peers, "–"}
		if p.Rank > 0 {
			d := index.Decimal(p.Points)
			line.Points, row[5] = &d, d.String()
		}
		if len(rounds) > 1 {
			t := tracks[p.Peers+"\x00"+p.Unit]
			line.Track = track(index, rounds, t)
			row = append(row, signed(t.Moved), index.Format(t.Gained), strconv.Itoa(t.First), strconv.Itoa(t.Streak))
		}
		sh.rows, sh.objects = append(sh.rows, row), append(sh.objects, line)
	}
	if err := s.show(sh); err != nil {
		return err
	}
	if best, ok := league.BiggestGain(all); ok && s.format == "table" {
		fmt.Fprintf(s.out, "\nBiggest gain since %s: %s %s, +%s\n", rounds[len(rounds)-2].Label, best.Unit, names[best.Unit], index.Format(best.Gained))
	}
	return nil
}

func track(index *scoring.Index, rounds []league.Round, t league.Track) *trackLine {
	line := &trackLine{First: t.First, Streak: t.Streak, Longest: t.Longest, Moved: t.Moved, Gained: index.Decimal(t.Gained)}
	for i, r := range rounds {
		line.Rounds = append(line.Rounds, r.Label)
		line.Ranks = append(line.Ranks, known(t.Ranks[i]))
	}
	return line
}

func known(rank int) *int {
	if rank == 0 {
		return nil
	}
	return &rank
}

func rankText(p league.Place) string {
	switch {
	case p.Rank == 0:
		return "–"
	case p.Tied:
		return "=" + strconv.Itoa(p.Rank)
	}
	return strconv.Itoa(p.Rank)
}

func signed(n int) string {
	if n > 0 {
		return "+" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
