package main

import (
	"cmp"
	"fmt"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

var changeCommand = command{
	name:  "change",
	args:  "OLD NEW [--unit CODE]",
	short: "split the change between two files of counts into its causes",
	long: `
Compares two files of counts under the same definition, by default the version in
force in the period of NEW, unit by unit. What a leaf gained or lost is split into

  rate      units did better or worse than before
  mix       weight shifted among the units below (their counts must add up to the
            unit's own in both files; otherwise all is rate)
  scope     units, indicators or maxima came or went, or a rule decided for a
            denominator of zero
  rounding  what rounding to points added or took

and the four add up to the change exactly. That takes a definition that adds rounded
leaves, as vn.766 does; a mean or a product cannot be split this way. What has no points on a side shows
none there; all of a unit that is in one file only is scope.`,
	run: runChange,
}

// runChange compares two files.
func runChange(s *session) error {
	var r rules
	var unit string
	r.register(s)
	s.flags.StringVar(&unit, "unit", "", "`CODE` of the only unit to compare")
	if err := s.parse(2, 2); err != nil {
		return err
	}
	index, files, err := r.load(s, false, s.args...)
	if err != nil {
		return err
	}
	was, now := s.side(index, s.args[0], files[0]), s.side(index, s.args[1], files[1])
	codes := now.order
	for _, code := range was.order {
		if now.units[code] == nil {
			codes = append(codes, code)
		}
	}
	sh := sheet{header: heading("unit", "leaf", "from", "to", "rate", "mix", "scope", "rounding")}
	found := false
	for _, code := range codes {
		if unit != "" && code != unit {
			continue
		}
		found = true
		line, ok, err := compare(index, code, was, now)
		if err != nil {
			return err
		}
		if ok {
			sh.add(line)
		}
	}
	if unit != "" && !found {
		return fmt.Errorf("neither %s nor %s has a unit %q", s.args[0], s.args[1], unit)
	}
	return s.show(sh)
}

// side is one of the two files compared.
type side struct {
	order   []string
	units   map[string]*scoring.Counts
	below   map[string][]scoring.Counts
	results map[string]*scoring.Result
}

// side evaluates a file and finds its units by code.
func (s *session) side(index *scoring.Index, name string, units []scoring.Counts) side {
	out := side{units: map[string]*scoring.Counts{}, below: map[string][]scoring.Counts{}, results: map[string]*scoring.Result{}}
	for i := range units {
		u := &units[i]
		out.order = append(out.order, u.Unit)
		out.units[u.Unit] = u
		out.below[u.Parent] = append(out.below[u.Parent], *u)
	}
	results := s.score(index, name, units)
	for i := range results {
		out.results[results[i].Unit] = &results[i]
	}
	return out
}

// points are what a unit has at a node; nil where it is not there or has none.
func (d *side) points(code, node string) *motcua.Decimal {
	r := d.results[code]
	if r == nil {
		return nil
	}
	n, ok := r.Node(node)
	if !ok || !n.Scored {
		return nil
	}
	points := r.Index.Decimal(n.Points)
	return &points
}

// compare splits the change of one unit. It is false where the unit could not
// be scored, which has been reported.
func compare(index *scoring.Index, code string, was, now side) (changeLine, bool, error) {
	before, after := was.units[code], now.units[code]
	root := index.Nodes()[0]
	line := changeLine{Unit: code, From: was.points(code, root), To: now.points(code, root), Leaves: []leafLine{}}
	if before != nil && was.results[code] == nil || after != nil && now.results[code] == nil {
		return line, false, nil
	}
	if before == nil || after == nil {
		line.Name = cmp.Or(after, before).Name
		err := line.allScope(index)
		return line, true, err
	}
	change, err := index.Change(before, after, was.below[code], now.below[code])
	if err != nil {
		return line, false, err
	}
	line.Name, line.Effects = change.Name, effectsLine(change.Effects)
	for _, l := range change.Leaves {
		line.Leaves = append(line.Leaves, leafLine{l.Leaf, was.points(code, l.Leaf), now.points(code, l.Leaf), effectsLine(l.Effects)})
	}
	return line, true, nil
}

// changeLine is the JSON form of a change; null says that there are no points.
type changeLine struct {
	Unit    string          `json:"unit"`
	Name    string          `json:"name"`
	From    *motcua.Decimal `json:"from"`
	To      *motcua.Decimal `json:"to"`
	Effects effectsLine     `json:"effects"`
	Leaves  []leafLine      `json:"leaves"`
}

// leafLine is the JSON form of the change of a leaf.
type leafLine struct {
	Leaf    string          `json:"leaf"`
	From    *motcua.Decimal `json:"from"`
	To      *motcua.Decimal `json:"to"`
	Effects effectsLine     `json:"effects"`
}

// effectsLine is the JSON form of the effects a change is split into.
type effectsLine struct {
	Rate     motcua.Decimal `json:"rate"`
	Mix      motcua.Decimal `json:"mix"`
	Scope    motcua.Decimal `json:"scope"`
	Rounding motcua.Decimal `json:"rounding"`
}

// effectDecimals is how many more decimals than points effects have.
const effectDecimals = 4

// allScope puts all of the change of a unit that came or went into scope.
func (c *changeLine) allScope(index *scoring.Index) error {
	none, err := index.Decimal(0).Rescale(index.Definition().Decimals + effectDecimals)
	scope := none
	if c.To != nil && err == nil {
		scope, err = scope.Add(*c.To)
	}
	if c.From != nil && err == nil {
		scope, err = scope.Sub(*c.From)
	}
	c.Effects = effectsLine{none, none, scope, none}
	return err
}

// add puts a change into the sheet: a row for each leaf and one for the total.
func (sh *sheet) add(c changeLine) {
	row := func(leaf string, from, to *motcua.Decimal, e effectsLine) {
		sh.rows = append(sh.rows, []string{c.Unit, leaf, figure(from), figure(to), e.Rate.String(), e.Mix.String(), e.Scope.String(), e.Rounding.String()})
	}
	for _, l := range c.Leaves {
		row(l.Leaf, l.From, l.To, l.Effects)
	}
	row("total", c.From, c.To, c.Effects)
	sh.objects = append(sh.objects, c)
}

// figure writes a number, or that there is none.
func figure(d *motcua.Decimal) string {
	if d == nil {
		return nothing
	}
	return d.String()
}
