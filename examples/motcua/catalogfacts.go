package main

import (
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring/facts"
)

var catalogFactsCommand = command{
	name:  "catalog facts",
	args:  "[FILE.jsonl] --unit CODE",
	short: "write what a catalogue says as lines of facts, for score --procedures",
	long: `
Writes a line of facts for each procedure and each unit that offers it, or for --unit
where the procedure names none, and lines for the announcement and the publication of
its decisions: what the leaves of transparency and of online services need, in the form
that score --procedures and tally build read. All versions are written, each with its
validity; what a version does not state its lines do not state. Decisions that cannot be
counted, for want of a day, are reported.`,
	run: runCatalogFacts,
}

func runCatalogFacts(s *session) error {
	var file, unitText, date string
	s.flags.StringVar(&date, "date", "", "`DATE` whose fees are told; today if absent")
	s.flags.StringVar(&file, "catalog", "", "`FILE.jsonl` of procedures; the sample of the library if absent")
	s.flags.StringVar(&unitText, "unit", "", "`CODE` of the unit that offers what names no unit")
	if err := s.parse(0, 1); err != nil {
		return err
	}
	if len(s.args) == 1 {
		file = s.args[0]
	}
	unit, err := motcua.ParseUnit(unitText)
	if err != nil {
		return usagef("--unit: %v", err)
	}
	day := s.today()
	if date != "" {
		if day, err = motcua.ParseDate(date); err != nil {
			return usagef("--date: %v", err)
		}
	}
	c, err := s.catalogue(file)
	if err != nil {
		return err
	}
	for p := range c.Versions() {
		if !p.Known.To.IsZero() {
			continue // no longer how things were
		}
		lines, faults := facts.Offered(p, unit, day)
		s.report(string(p.Code), faults)
		for i := range lines {
			var line any = lines[i].Procedure
			if lines[i].Decision != nil {
				line = lines[i].Decision
			}
			if err := s.encode(s.out, line); err != nil {
				return err
			}
		}
	}
	return nil
}
