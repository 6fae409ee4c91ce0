package main

import (
	"strconv"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

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
	if err := s.show(sh); err != nil || s.format != "table" {
		return err
	}
	s.explainBands(results)
	return nil
}

// explainBands says what the mark after a band means, where there is one.
func (s *session) explainBands(results []scoring.Result) {
	for i := range results {
		if _, partial, ok := results[i].Band(); ok && partial {
			s.say(textPartialBand)
			return
		}
	}
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
		return nothing
	}
	return r.Index.Format(n.Points)
}

// band writes the grade, with a mark where it might be another.
func (s *session) band(r *scoring.Result) string {
	band, partial, ok := r.Band()
	switch {
	case !ok:
		return nothing
	case partial:
		return s.text(band.Title) + "?" // leaves are missing: it might be another
	}
	return s.text(band.Title)
}

// showNodes shows one result as a tree.
func (s *session) showNodes(r *scoring.Result) error {
	card := r.Scorecard()
	s.say(textScore, r.Unit, r.Name, points(r, r.Total()), card.Max, card.MaxKnown, s.band(r), card.Definition, card.Version)
	titles := map[string]motcua.Text{}
	inner := map[string]bool{}
	reasons := map[string]motcua.Text{}
	for _, l := range r.Lost() {
		reasons[l.Reason.Code] = l.Reason.Text
	}
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
			why = s.reason(*n.Reason, reasons)
		}
		sh.rows = append(sh.rows, []string{indent + n.ID, s.text(titles[n.ID]), points(r, r.Nodes[i+1]), n.Max.String(), num, den,
			n.Status.String(), figure(n.Lost), why})
	}
	if err := s.show(sh); err != nil {
		return err
	}
	s.explainBands([]scoring.Result{*r})
	return nil
}

// reason writes the code of a reason, with its text where that is not English.
func (s *session) reason(code string, texts map[string]motcua.Text) string {
	if text := texts[code].Vi; s.lang == "vi" && text != "" {
		return code + " (" + text + ")"
	}
	return code
}

// gather finds the titles of nodes, and which of them are inner ones.
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

// viewGroup is the JSON form of a group of a view.
type viewGroup struct {
	ID      string          `json:"id"`
	Points  *motcua.Decimal `json:"points"`
	Max     motcua.Decimal  `json:"max"`
	Percent *motcua.Decimal `json:"percent"`
	Status  scoring.Status  `json:"status"`
}

// groupHeader are the two headings of a group, unlike each other in CSV.
func (s *session) groupHeader(group string) []motcua.Text {
	if s.format == "csv" {
		return heading(group, group+" percent")
	}
	return heading(group, "%")
}

// showView shows results by the groups of a view.
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
				sh.header = append(sh.header, s.groupHeader(g.Group.ID)...)
			}
			group := viewGroup{ID: g.Group.ID, Max: r.Index.Decimal(g.Max), Status: g.Status}
			cells := []string{nothing, nothing}
			if g.Scored {
				p := r.Index.Decimal(g.Points)
				group.Points, cells[0] = &p, p.String()
			}
			if group.Percent = g.Percent; g.Percent != nil {
				cells[1] = g.Percent.String()
			}
			line.Groups = append(line.Groups, group)
			row = append(row, cells...)
		}
		sh.rows, sh.objects = append(sh.rows, row), append(sh.objects, line)
	}
	return s.show(sh)
}
