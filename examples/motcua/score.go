package main

import (
	"fmt"
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

var scoreCommand = command{
	name:  "score",
	args:  "[--definition vn.766] [--version NAME] --dossiers FILE … | --counts FILE | --values FILE.csv",
	short: "score units from their dossiers, or from counts",
	long: `
Scores every unit of a file. Dossiers are the messages of the National Public Service
Portal, one to a line, with steps of progress among them; what messages cannot carry
comes in lines of facts (motcua schema list), each named by its flag:

  motcua score --dossiers dossiers.jsonl.gz --procedures procedures.jsonl
    --petitions petitions.jsonl --ratings ratings.jsonl --reports reports.jsonl
    --units units.jsonl --period 2026-Q3 --as-of 2026-10-10 --by unit

A dossier that comes twice counts once, as it was told last. A leaf whose input is
not there is not asked, never zero. --by level, province, procedure or field makes
other rows. A period that ends after the as-of time is counted up to it; ytd is the
year up to it.

Counts are JSON Lines:

  {"unit":"H44","name":"Phú Thọ","level":"province","parent":"VN","indicators":
   {"3.5":{"num":68,"den":313},"3.6":{"num":309542,"den":358625},"4.6":null}}

(one line each; motcua schema show counts has every member). Values are a table
with a column unit and one for each indicator; a cell holds a number, a pair as
68/313, null for unknown, or nothing for not asked. Either kind is told by its
first character; --values says that a file is a table whatever it looks like.

A commune takes the figures it inherits from its parent where that stands in the
file too. --roll-up pool fills in what a parent does not bring from the counts of
its units; --roll-up mean adds a row with the unweighted mean of its units.

--view decree shows the five groups of the decree; its ratio of the combined online
group is the mean of the ratios of the two it combines, as the portal prints it.

With --format json a unit is a line: total, max, maxKnown (the most of what is
known), band, and every node with points, max, status, num, den, lost and why.`,
	run: runScore,
}

// runScore scores a file.
func runScore(s *session) error {
	var r rules
	var counts, values, rollUp, view string
	var m moments
	var f factFiles
	r.registerDefinition(s)
	m.register(s)
	f.register(s)
	by := s.flags.String("by", "unit", "`WHAT` of dossiers makes a row: unit, level, province, procedure, field or channel")
	s.flags.StringVar(&counts, "counts", "", "`FILE` of counts, JSON Lines, or a table")
	s.flags.StringVar(&values, "values", "", "`FILE` of values, CSV")
	s.flags.StringVar(&rollUp, "roll-up", "none", "`HOW` parents are made of their units: none, pool or mean")
	s.flags.StringVar(&view, "view", "", "`ID` of a view whose groups are shown instead, as decree")
	if err := s.parse(0, 0); err != nil {
		return err
	}
	if len(f.dossiers) > 0 && counts+values == "" {
		if rollUp != "none" {
			return usagef("--roll-up is for counts; of dossiers a unit has what its units have")
		}
		return s.scoreDossiers(&r, &m, &f, *by, view)
	}
	r.period, r.asOf = m.period, m.asOf
	if (counts == "") == (values == "") || len(f.dossiers) > 0 {
		return usagef("one of --dossiers, --counts and --values is needed")
	}
	for _, name := range []string{"by", "procedures", "petitions", "ratings", "reports", "units", "lenient", "strict"} {
		if s.given(name) {
			return usagef("--%s is for --dossiers", name)
		}
	}
	if !slices.Contains([]string{"none", "pool", "mean"}, rollUp) {
		return usagef("--roll-up %q is none of none, pool, mean", rollUp)
	}
	index, files, err := r.load(s, values != "", counts+values)
	if err != nil {
		return err
	}
	results := s.scoreRolled(index, counts+values, files[0], rollUp)
	if view != "" {
		return s.showView(results, view)
	}
	return s.showResults(index, results)
}

// scoreRolled scores units, and rolls them up as asked.
func (s *session) scoreRolled(index *scoring.Index, name string, units []scoring.Counts, how string) []scoring.Result {
	if how == "pool" {
		var found motcua.Faults
		units, found = index.RollUp(append(units, missingParents(index, units)...))
		s.report(name, found)
	}
	results := s.score(index, name, units)
	if how == "mean" {
		results = append(results, means(index, results)...)
	}
	return results
}

// missingParents are units that others name as their parent and that are not
// there themselves.
func missingParents(index *scoring.Index, units []scoring.Counts) []scoring.Counts {
	known := map[string]bool{"": true}
	for _, u := range units {
		known[u.Unit] = true
	}
	var out []scoring.Counts
	for _, u := range units {
		if !known[u.Parent] {
			known[u.Parent] = true
			parent := index.Counts(u.Parent)
			parent.Period = u.Period
			out = append(out, parent)
		}
	}
	return out
}

// means are the unweighted means of the units below each parent.
func means(index *scoring.Index, results []scoring.Result) []scoring.Result {
	var order []string
	below := map[string][]scoring.Result{}
	own := map[string]bool{}
	for _, r := range results {
		own[r.Unit] = true
		if r.Parent == "" {
			continue
		}
		if below[r.Parent] == nil {
			order = append(order, r.Parent)
		}
		below[r.Parent] = append(below[r.Parent], r)
	}
	var out []scoring.Result
	for _, parent := range order {
		above := index.Counts(parent)
		if own[parent] {
			above.Unit += "/mean" // beside the parent's own score, never instead of it
		}
		above.Name = fmt.Sprintf("mean of units: %d", len(below[parent]))
		if r, err := index.Mean(above, below[parent]); err == nil {
			out = append(out, r)
		}
	}
	return out
}
