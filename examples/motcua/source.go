package main

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// rules are the flags that pick a definition and a period.
type rules struct {
	definition, version, period, asOf string
}

// register adds the flags to a command.
func (r *rules) register(s *session) {
	r.registerDefinition(s)
	s.flags.StringVar(&r.period, "period", "", "`PERIOD` the counts cover: 2026, 2026-H1, 2026-Q3, 2026-08, 2026-W41, 2026-01-01/2026-10-10")
	s.flags.StringVar(&r.asOf, "as-of", "", "`DATE` of the figures; today if absent")
}

// registerDefinition adds the flags that pick a definition alone.
func (r *rules) registerDefinition(s *session) {
	s.flags.StringVar(&r.definition, "definition", "vn.766", "`ID` of a shipped definition, or a FILE.json")
	s.flags.StringVar(&r.version, "version", "", "`NAME` of the version; if absent, the one in force in the period")
}

// times are the period of the call, none if it names none, and the day of the
// figures.
func (r *rules) times(s *session) (scoring.Period, motcua.Date, error) {
	day, period := s.today(), scoring.Period{}
	var err error
	if r.asOf != "" {
		if day, err = motcua.ParseDate(r.asOf); err != nil {
			return period, day, usagef("--as-of: %v", err)
		}
	}
	if r.period != "" {
		if period, err = scoring.ParsePeriod(r.period); err != nil {
			return period, day, usagef("--period: %v", err)
		}
	}
	return period, day, nil
}

// index finds the definition that is named, in the version that is named or
// else in force.
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

// undated reports whether the call leaves it to dates which version of a
// shipped definition is meant, and names no period.
func (r *rules) undated() bool { return r.version == "" && r.period == "" && !isFile(r.definition) }

// newest is the version of a definition that came into force last, variants
// left out; nil where there is none.
func newest(id string) *scoring.Index {
	versions := slices.DeleteFunc(scoring.Standard().Indices(), func(x *scoring.Index) bool {
		return x.ID() != id || x.Definition().Variant
	})
	if len(versions) == 0 {
		return nil
	}
	return slices.MaxFunc(versions, func(a, b *scoring.Index) int { return cmp.Compare(a.Validity().From, b.Validity().From) })
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
