package main

import (
	"strconv"

	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
	"github.com/motcua/motcua/scoring/facts"
)

func runTallyShow(s *session) error {
	var r rules
	var m moments
	r.registerDefinition(s)
	m.register(s)
	before := s.flags.String("before", "", "`FILE` of an earlier tally")
	unitFiles := names{}
	s.flags.Var(&unitFiles, "units", "`FILE` of units: names, levels, parents")
	byText := s.flags.String("by", "unit", "`WHAT` makes a row: unit, level or province")
	asCounts := s.flags.Bool("counts", false, "write counts, JSON Lines")
	sources := s.flags.Bool("sources", false, "list the sources")
	if err := s.parse(1, 1); err != nil {
		return err
	}
	if err := s.showFlags(); err != nil {
		return err
	}
	by, err := byOf(*byText)
	if err != nil {
		return err
	}
	if by.Column() != "unit" {
		return usagef("tally files count by unit: --by unit, level or province")
	}
	w, index, plan, err := s.tallyPlan(&r, &m)
	if err != nil {
		return err
	}
	book, err := s.readBook(s.args[0], plan)
	switch {
	case err != nil:
		return err
	case *sources:
		return s.showSources(book)
	case *before != "":
		return s.showRestated(*before, plan, book, w)
	}
	g, err := s.gather(&factFiles{units: unitFiles})
	if err != nil {
		return err
	}
	board, err := facts.NewBoard(index, plan, g.tree)
	if err != nil {
		return err
	}
	counts, err := board.Counts(book.Total(), w, by)
	if err != nil {
		return err
	}
	if *asCounts {
		return s.showCounts(index, counts)
	}
	return s.showResults(index, s.score(index, s.args[0], counts))
}

// showFlags refuses flags that have no meaning together.
func (s *session) showFlags() error {
	for _, one := range []string{"before", "sources"} {
		for _, other := range []string{"before", "sources", "counts", "by", "units"} {
			if one != other && s.given(one) && s.given(other) {
				return usagef("--%s does not go with --%s", other, one)
			}
		}
	}
	return nil
}

// showCounts writes counts as they are read.
func (s *session) showCounts(index *scoring.Index, counts []scoring.Counts) error {
	for i := range counts {
		if err := s.encode(s.out, index.Line(&counts[i])); err != nil {
			return err
		}
	}
	return nil
}

// showRestated lists what is counted otherwise than before.
func (s *session) showRestated(before string, plan *counting.Plan, book *counting.Book, w counting.Window) error {
	old, err := s.readBook(before, plan)
	if err != nil {
		return err
	}
	differences, err := counting.Differences(old.Total(), book.Total(), w)
	if err != nil {
		return err
	}
	sh := sheet{header: heading("unit", "measure", "before", "after", "difference")}
	for _, d := range differences {
		figure := func(f counting.Figure) (string, any) {
			if f.Answer != scoring.Known {
				return nothing, nil
			}
			return strconv.FormatInt(f.Count, 10), f.Count
		}
		was, wasObject := figure(d.Before)
		is, isObject := figure(d.After)
		sh.rows = append(sh.rows, []string{d.Group[0], d.Measure, was, is, strconv.FormatInt(d.After.Count-d.Before.Count, 10)})
		sh.objects = append(sh.objects, map[string]any{"unit": d.Group[0], "measure": d.Measure, "before": wasObject, "after": isObject})
	}
	return s.show(sh)
}
