package main

import (
	"errors"
	"fmt"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

var changeCommand = command{
	name:  "change",
	args:  "OLD NEW [--unit CODE]",
	short: "split the change between two files of counts into its causes",
	long: `
Compares two files of counts under the same definition, unit by unit. What a leaf
gained or lost is split into

  rate      units did better or worse than before
  mix       weight shifted among the units below (their counts must add up to the
            unit's own in both files; otherwise all is rate)
  scope     units, indicators or maxima came or went
  rounding  what rounding to points added or took

and the four add up to the change exactly.`,
	run: runChange,
}

func runChange(s *session) error {
	var r rules
	var unit string
	r.register(s)
	s.flags.StringVar(&unit, "unit", "", "`CODE` of the only unit to compare")
	if err := s.parse(2, 2); err != nil {
		return err
	}
	index, period, day, err := r.resolve(s)
	if err != nil {
		return err
	}
	before, err := s.units(index, s.args[0], isTable(s.args[0]), period, day)
	if err != nil {
		return err
	}
	after, err := s.units(index, s.args[1], isTable(s.args[1]), period, day)
	if err != nil {
		return err
	}
	sh := sheet{header: heading("unit", "leaf", "from", "to", "rate", "mix", "scope", "rounding")}
	for i := range after {
		now := &after[i]
		was, ok := unitOf(before, now.Unit)
		if unit != "" && now.Unit != unit {
			continue
		}
		if !ok {
			s.complain("%s is not in %s", now.Unit, s.args[0])
			s.failed = true
			continue
		}
		change, err := index.Change(was, now, below(before, now.Unit), below(after, now.Unit))
		if errors.Is(err, scoring.ErrNotAdditive) {
			return err
		}
		if err != nil {
			continue // its faults were reported in reading
		}
		sh.add(index, change)
	}
	if len(sh.rows) == 0 && unit != "" {
		return fmt.Errorf("%s has no unit %q", s.args[1], unit)
	}
	return s.show(sh)
}

func unitOf(units []scoring.Counts, code string) (*scoring.Counts, bool) {
	for i := range units {
		if units[i].Unit == code {
			return &units[i], true
		}
	}
	return nil, false
}

func below(units []scoring.Counts, parent string) []scoring.Counts {
	var out []scoring.Counts
	for _, u := range units {
		if u.Parent == parent {
			out = append(out, u)
		}
	}
	return out
}

// changeLine is the JSON form of a change.
type changeLine struct {
	Unit    string         `json:"unit"`
	Name    string         `json:"name"`
	From    motcua.Decimal `json:"from"`
	To      motcua.Decimal `json:"to"`
	Effects effectsLine    `json:"effects"`
	Leaves  []leafLine     `json:"leaves"`
}

type leafLine struct {
	Leaf    string         `json:"leaf"`
	From    motcua.Decimal `json:"from"`
	To      motcua.Decimal `json:"to"`
	Effects effectsLine    `json:"effects"`
}

type effectsLine struct {
	Rate     motcua.Decimal `json:"rate"`
	Mix      motcua.Decimal `json:"mix"`
	Scope    motcua.Decimal `json:"scope"`
	Rounding motcua.Decimal `json:"rounding"`
}

// add puts a change into the sheet: a row for each leaf and one for the total.
func (sh *sheet) add(index *scoring.Index, c scoring.Change) {
	line := changeLine{Unit: c.Unit, Name: c.Name, From: index.Decimal(c.From), To: index.Decimal(c.To), Effects: effectsLine(c.Effects), Leaves: []leafLine{}}
	row := func(leaf string, from, to motcua.Decimal, e scoring.Effects) {
		sh.rows = append(sh.rows, []string{c.Unit, leaf, from.String(), to.String(), e.Rate.String(), e.Mix.String(), e.Scope.String(), e.Rounding.String()})
	}
	for _, l := range c.Leaves {
		from, to := index.Decimal(l.From), index.Decimal(l.To)
		line.Leaves = append(line.Leaves, leafLine{l.Leaf, from, to, effectsLine(l.Effects)})
		row(l.Leaf, from, to, l.Effects)
	}
	row("total", line.From, line.To, c.Effects)
	sh.objects = append(sh.objects, line)
}
