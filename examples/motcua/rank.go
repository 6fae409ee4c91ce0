package main

import (
	"path/filepath"
	"slices"
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
Ranks the units of a file of counts, or of a table of values, by their total or
by any node. Units with the same points share a rank, and the next ones are
skipped: 1, 2, 2, 4. A table for people marks a shared rank with =; CSV has a
column tied.

Several files are rounds of a series, oldest first: then each unit also shows its
move since the round before, rounds at rank one, and how many in a row. All are
scored alike, by default under the version in force in the period of the last.`,
	run: runRank,
}

// peersOf are the groups in which units are compared, by their word.
var peersOf = map[string]func(*scoring.Result) string{
	"level": league.SameLevel, "parent": league.SameParent, "all": league.Everyone,
}

// runRank ranks files, one a round.
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
	if top < 0 {
		return usagef("--top %d is below 0", top)
	}
	index, files, err := r.load(s, false, s.args...)
	if err != nil {
		return err
	}
	if _, ok := index.Node(node); node != "" && !ok {
		return usagef("%s %s has no node %q", index.ID(), index.Version(), node)
	}
	var rounds []league.Round
	names := map[string]string{}
	for i, file := range s.args {
		results := s.score(index, file, files[i])
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

// label names a round by its file, without .gz and one more extension.
func label(file string) string {
	name := strings.TrimSuffix(filepath.Base(file), ".gz")
	return strings.TrimSuffix(name, filepath.Ext(name))
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

// trackLine is the JSON form of a track: a unit without a rank in both of the
// last two rounds has neither moved nor gained.
type trackLine struct {
	Rounds  []string        `json:"rounds"`
	Ranks   []*int          `json:"ranks"`
	First   int             `json:"first"`
	Streak  int             `json:"streak"`
	Longest int             `json:"longest"`
	Moved   *int            `json:"moved"`
	Gained  *motcua.Decimal `json:"gained"`
}

// showRanks shows the places of the last round.
func (s *session) showRanks(index *scoring.Index, rounds []league.Round, names map[string]string, top int) error {
	last := rounds[len(rounds)-1]
	tracks := map[string]league.Track{}
	all := league.History(rounds)
	for _, t := range all {
		tracks[t.Peers+"\x00"+t.Unit] = t
	}
	sh := sheet{header: s.rankHeader(len(rounds) > 1)}
	for _, p := range last.Places {
		if top > 0 && (p.Rank > top || p.Rank == 0) {
			continue
		}
		line := rankLine{Unit: p.Unit, Name: names[p.Unit], Peers: p.Peers, Rank: known(p.Rank), Of: p.Of, Tied: p.Tied, Round: last.Label}
		if p.Rank > 0 {
			d := index.Decimal(p.Points)
			line.Points = &d
		}
		if len(rounds) > 1 {
			line.Track = track(index, rounds, tracks[p.Peers+"\x00"+p.Unit])
		}
		sh.rows, sh.objects = append(sh.rows, s.rankRow(line)), append(sh.objects, line)
	}
	if err := s.show(sh); err != nil {
		return err
	}
	if best, ok := league.BiggestGain(all); ok && s.format == "table" {
		s.say(textBiggestGain, rounds[len(rounds)-2].Label, best.Unit, names[best.Unit], index.Format(best.Gained))
	}
	return nil
}

// rankHeader are the headings of ranks: CSV has the ties in a column of their own.
func (s *session) rankHeader(series bool) []motcua.Text {
	words := []string{"rank", "of", "unit", "name", "peers", "points"}
	if s.format == "csv" {
		words = slices.Insert(words, 1, "tied")
	}
	if series {
		words = append(words, "moved", "gained", "first", "streak")
	}
	return heading(words...)
}

// rankRow is a place in a table for people or, all figures plain, in CSV.
func (s *session) rankRow(line rankLine) []string {
	rank, plain := nothing, s.format == "csv"
	if line.Rank != nil {
		rank = strconv.Itoa(*line.Rank)
		if line.Tied && !plain {
			rank = "=" + rank
		}
	}
	row := []string{rank, strconv.Itoa(line.Of), line.Unit, line.Name, line.Peers, figure(line.Points)}
	if plain {
		row = slices.Insert(row, 1, strconv.FormatBool(line.Tied))
	}
	if t := line.Track; t != nil {
		moved := nothing
		if t.Moved != nil {
			moved = strconv.Itoa(*t.Moved)
			if *t.Moved > 0 && !plain {
				moved = "+" + moved
			}
		}
		row = append(row, moved, figure(t.Gained), strconv.Itoa(t.First), strconv.Itoa(t.Streak))
	}
	return row
}

// track is the JSON form of a track.
func track(index *scoring.Index, rounds []league.Round, t league.Track) *trackLine {
	line := &trackLine{First: t.First, Streak: t.Streak, Longest: t.Longest}
	if t.Known {
		gained := index.Decimal(t.Gained)
		line.Moved, line.Gained = &t.Moved, &gained
	}
	for i, r := range rounds {
		line.Rounds = append(line.Rounds, r.Label)
		line.Ranks = append(line.Ranks, known(t.Ranks[i]))
	}
	return line
}

// known is a rank, nil for none.
func known(rank int) *int {
	if rank == 0 {
		return nil
	}
	return &rank
}
