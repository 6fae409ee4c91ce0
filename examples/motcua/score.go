package main

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

var scoreCommand = command{
	name:  "score",
	args:  "[--definition vn.766] [--version NAME] --counts FILE | --values FILE.csv",
	short: "score units from their counts",
	long: `
Scores every unit of a file. Counts are JSON Lines:

  {"unit":"H44","name":"Phú Thọ","level":"province","parent":"VN","indicators":
   {"3.5":{"num":68,"den":313},"3.6":{"num":309542,"den":358625},"4.6":null}}

(one line each; motcua schema show counts has every member). Values are a table
with a column unit and one for each indicator; a cell holds a number, a pair as
68/313, null for unknown, or nothing for not asked.

A commune takes the figures it inherits from its parent where that stands in the
file too. --roll-up pool fills in what a parent does not bring from the counts of
its units; --roll-up mean adds a row with the unweighted mean of its units.

With --format json a unit is a line: total, max, maxKnown (the most of what is
known), band, and every node with points, max, status, num, den, lost and why.`,
	run: runScore,
}

func runScore(s *session) error {
	var r rules
	var counts, values, rollUp, view string
	r.register(s)
	s.flags.StringVar(&counts, "counts", "", "`FILE` of counts, JSON Lines")
	s.flags.StringVar(&values, "values", "", "`FILE` of values, CSV")
	s.flags.StringVar(&rollUp, "roll-up", "none", "`HOW` parents are made of their units: none, pool or mean")
	s.flags.StringVar(&view, "view", "", "`ID` of a view whose groups are shown instead, as decree")
	if err := s.parse(0, 0); err != nil {
		return err
	}
	if (counts == "") == (values == "") {
		return usagef("one of --counts and --values is needed")
	}
	if !slices.Contains([]string{"none", "pool", "mean"}, rollUp) {
		return usagef("--roll-up %q is none of none, pool, mean", rollUp)
	}
	index, period, day, err := r.resolve(s)
	if err != nil {
		return err
	}
	results, err := s.scoreRolled(index, counts+values, values != "", period, day, rollUp)
	if err != nil {
		return err
	}
	if view != "" {
		return s.showView(results, view)
	}
	return s.showResults(index, results)
}

// scoreRolled reads and scores, and rolls units up as asked.
func (s *session) scoreRolled(index *scoring.Index, name string, table bool, period scoring.Period, day motcua.Date, how string) ([]scoring.Result, error) {
	units, err := s.units(index, name, table, period, day)
	if err != nil {
		return nil, err
	}
	if how == "pool" {
		var found motcua.Faults
		units, found = index.RollUp(append(units, missingParents(index, units)...))
		s.report(name, found)
	}
	results, found := index.Score(units)
	s.report(name, onlyErrors(found))
	if how == "mean" {
		results = append(results, means(index, results)...)
	}
	return results, nil
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

// showResults shows one unit node by node, several as a board.
func (s *session) showResults(index *scoring.Index, results []scoring.Result) error {
	switch {
	case s.format == "csv":
		return s.showCells(index, results)
	case s.format == "table" && len(results) == 1:
		return s.showNodes(&results[0])
	}
	columns := groups(index)
	sh := sheet{header: append(heading("unit", "name", "level", "total", "max known", "band"), heading(columns...)...)}
	for i := range results {
		r := &results[i]
		row := []string{r.Unit, r.Name, r.Level, points(r, r.Total()), index.Format(r.Total().MaxKnown), s.band(r)}
		for _, id := range columns {
			n, _ := r.Node(id)
			row = append(row, points(r, n))
		}
		sh.rows = append(sh.rows, row)
		sh.objects = append(sh.objects, r.Scorecard())
	}
	return s.show(sh)
}

// showCells shows every node of every unit, for programs that read CSV: what
// has no points is an empty cell.
func (s *session) showCells(index *scoring.Index, results []scoring.Result) error {
	sh := sheet{header: append(heading("unit", "name", "level", "total", "max", "maxKnown", "band", "bandPartial"), heading(index.Nodes()[1:]...)...)}
	for i := range results {
		card := results[i].Scorecard()
		row := []string{card.Unit, card.Name, card.Level, decimal(card.Total), card.Max.String(), card.MaxKnown.String(), "", strconv.FormatBool(card.BandPartial)}
		if card.Band != nil {
			row[6] = *card.Band
		}
		for _, n := range card.Nodes {
			row = append(row, decimal(n.Points))
		}
		sh.rows = append(sh.rows, row)
	}
	return s.show(sh)
}

// decimal writes a number, nothing for null.
func decimal(d *motcua.Decimal) string {
	if d == nil {
		return ""
	}
	return d.String()
}

// groups are the nodes right below the root.
func groups(index *scoring.Index) []string {
	var out []string
	for _, n := range index.Definition().Root.Nodes {
		out = append(out, n.ID)
	}
	return out
}

// points writes a node's points, nothing where there are none.
func points(r *scoring.Result, n scoring.NodeResult) string {
	if !n.Scored {
		return "–"
	}
	return r.Index.Format(n.Points)
}

func (s *session) band(r *scoring.Result) string {
	band, partial, ok := r.Band()
	switch {
	case !ok:
		return "–"
	case partial:
		return s.text(band.Title) + "?" // leaves are missing: it might be another
	}
	return s.text(band.Title)
}

// showNodes shows one result as a tree.
func (s *session) showNodes(r *scoring.Result) error {
	card := r.Scorecard()
	fmt.Fprintf(s.out, "%s %s: %s of %s, %s of which known; %s (%s %s)\n\n", r.Unit, r.Name, points(r, r.Total()), card.Max, card.MaxKnown,
		s.band(r), card.Definition, card.Version)
	titles := map[string]motcua.Text{}
	inner := map[string]bool{}
	gather(r.Index.Definition().Root, titles, inner)
	sh := sheet{header: heading("node", "title", "points", "max", "num", "den", "status", "lost", "why")}
	for i, n := range card.Nodes {
		indent := "  "
		if inner[n.ID] {
			indent = ""
		}
		num, den, why := "", "", ""
		if n.Num != nil {
			num, den = strconv.FormatInt(*n.Num, 10), strconv.FormatInt(*n.Den, 10)
		}
		if n.Reason != nil {
			why = *n.Reason
		}
		sh.rows = append(sh.rows, []string{indent + n.ID, s.text(titles[n.ID]), points(r, r.Nodes[i+1]), n.Max.String(), num, den,
			n.Status.String(), n.Lost.String(), why})
	}
	return s.show(sh)
}

func gather(n scoring.Node, titles map[string]motcua.Text, inner map[string]bool) {
	titles[n.ID], inner[n.ID] = n.Title, len(n.Nodes) > 0
	for _, kid := range n.Nodes {
		gather(kid, titles, inner)
	}
}

// viewLine is the JSON form of a result seen through a view.
type viewLine struct {
	Unit   string          `json:"unit"`
	Name   string          `json:"name"`
	View   string          `json:"view"`
	Total  *motcua.Decimal `json:"total"`
	Groups []viewGroup     `json:"groups"`
}

type viewGroup struct {
	ID      string          `json:"id"`
	Points  *motcua.Decimal `json:"points"`
	Max     motcua.Decimal  `json:"max"`
	Percent *motcua.Decimal `json:"percent"`
	Status  scoring.Status  `json:"status"`
}

func (s *session) showView(results []scoring.Result, view string) error {
	sh := sheet{header: heading("unit", "name", "total")}
	for i := range results {
		r := &results[i]
		found, ok := r.View(view)
		if !ok {
			return usagef("%s %s has no view %q", r.Index.ID(), r.Index.Version(), view)
		}
		line := viewLine{Unit: r.Unit, Name: r.Name, View: view, Total: r.Scorecard().Total, Groups: []viewGroup{}}
		row := []string{r.Unit, r.Name, points(r, r.Total())}
		for _, g := range found {
			if i == 0 {
				sh.header = append(sh.header, heading(g.Group.ID, "%")...)
			}
			group := viewGroup{ID: g.Group.ID, Max: r.Index.Decimal(g.Max), Status: g.Status}
			cells := []string{"–", "–"}
			if g.Scored {
				p := r.Index.Decimal(g.Points)
				group.Points, group.Percent = &p, &g.Percent
				cells = []string{p.String(), g.Percent.String()}
			}
			line.Groups = append(line.Groups, group)
			row = append(row, cells...)
		}
		sh.rows, sh.objects = append(sh.rows, row), append(sh.objects, line)
	}
	return s.show(sh)
}
