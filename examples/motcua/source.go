package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// rules are the flags that pick a definition and a period.
type rules struct {
	definition, version, period, asOf string
}

func (r *rules) register(s *session) {
	s.flags.StringVar(&r.definition, "definition", "vn.766", "`ID` of a shipped definition, or a FILE.json")
	s.flags.StringVar(&r.version, "version", "", "`NAME` of the version; if absent, the one in force in the period")
	s.flags.StringVar(&r.period, "period", "", "`PERIOD` the counts cover: 2026, 2026-H1, 2026-Q3, 2026-08, 2026-W41, 2026-01-01/2026-10-10")
	s.flags.StringVar(&r.asOf, "as-of", "", "`DATE` of the figures; today if absent")
}

// resolve finds the definition, the period and the day.
func (r *rules) resolve(s *session) (*scoring.Index, scoring.Period, motcua.Date, error) {
	day, period := s.today(), scoring.Period{}
	var err error
	if r.asOf != "" {
		if day, err = motcua.ParseDate(r.asOf); err != nil {
			return nil, period, day, usagef("--as-of: %v", err)
		}
	}
	if r.period != "" {
		if period, err = scoring.ParsePeriod(r.period); err != nil {
			return nil, period, day, usagef("--period: %v", err)
		}
	}
	index, err := r.index(s, period, day)
	return index, period, day, err
}

func (r *rules) index(s *session, period scoring.Period, day motcua.Date) (*scoring.Index, error) {
	if isFile(r.definition) {
		if r.version != "" {
			return nil, usagef("--version picks among shipped definitions, and %s is a file", r.definition)
		}
		return s.parseDefinition(r.definition)
	}
	var index *scoring.Index
	var err error
	if r.version != "" {
		index, err = scoring.Standard().Lookup(r.definition, r.version)
	} else {
		if !period.IsZero() {
			day = period.Days().From
		}
		index, err = scoring.Standard().At(r.definition, day)
	}
	if errors.Is(err, scoring.ErrNoDefinition) {
		return nil, usagef("%v; motcua definition list shows what there is", err)
	}
	return index, err
}

// isFile reports whether a definition is named by its file.
func isFile(name string) bool {
	if name == "-" || strings.HasSuffix(strings.TrimSuffix(name, ".gz"), ".json") {
		return true
	}
	_, err := os.Stat(name)
	return !errors.Is(err, fs.ErrNotExist) && strings.ContainsRune(name, filepath.Separator)
}

// parseDefinition reads a definition file and reports its faults.
func (s *session) parseDefinition(name string) (*scoring.Index, error) {
	data, err := s.read(name)
	if err != nil {
		return nil, err
	}
	index, err := scoring.Parse(data, nil)
	var faults motcua.Faults
	if errors.As(err, &faults) {
		s.report(name, faults)
		return nil, errReported
	}
	if err != nil {
		return nil, err
	}
	s.report(name, index.Warnings())
	return index, nil
}

// isTable reports whether a file is a table of values rather than lines of
// counts.
func isTable(name string) bool { return strings.HasSuffix(strings.TrimSuffix(name, ".gz"), ".csv") }

// units reads counts or values, reports their faults and checks their periods.
func (s *session) units(index *scoring.Index, name string, table bool, period scoring.Period, day motcua.Date) ([]scoring.Counts, error) {
	r, err := s.open(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	read := index.ReadCounts
	if table {
		read = index.ReadValues
	}
	units, faults := read(r)
	for i := range units {
		if units[i].Period.IsZero() {
			units[i].Period = period
		}
	}
	s.report(name, faults)
	s.report(name, index.CheckPeriods(units, day))
	return units, nil
}

// score reads, links and evaluates a file.
func (s *session) score(index *scoring.Index, name string, period scoring.Period, day motcua.Date) ([]scoring.Counts, []scoring.Result, error) {
	units, err := s.units(index, name, isTable(name), period, day)
	if err != nil {
		return nil, nil, err
	}
	results, faults := index.Score(units)
	s.report(name, onlyErrors(faults)) // its warnings were found in reading
	return units, results, nil
}

func onlyErrors(faults motcua.Faults) motcua.Faults {
	var out motcua.Faults
	for _, f := range faults {
		if f.Severity != motcua.SeverityWarning {
			out = append(out, f)
		}
	}
	return out
}
