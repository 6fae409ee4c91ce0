package main

import (
	"slices"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/sample"
)

// catalogueFlags pick a catalogue, a day of the law and a moment of knowledge.
type catalogueFlags struct{ file, date, known string }

// register adds the flags to a command.
func (f *catalogueFlags) register(s *session) {
	s.flags.StringVar(&f.file, "catalog", "", "`FILE.jsonl` of procedures; the sample of the library if absent")
	s.flags.StringVar(&f.date, "date", "", "`DATE` on which it is to hold; today if absent")
	s.flags.StringVar(&f.known, "known", "", "`TIME` whose knowledge is asked for, as 2026-03-03T09:00:00+07:00; the latest if absent")
}

// open reads the catalogue and takes it at the day and the moment.
func (f *catalogueFlags) open(s *session) (catalog.Snapshot, error) {
	day, known := s.today(), time.Time{}
	var err error
	if f.date != "" {
		if day, err = motcua.ParseDate(f.date); err != nil {
			return catalog.Snapshot{}, usagef("--date: %v", err)
		}
	}
	if f.known != "" {
		if known, err = time.Parse(time.RFC3339, f.known); err != nil {
			return catalog.Snapshot{}, usagef("--known: want a time such as 2026-03-03T09:00:00+07:00")
		}
	}
	c, err := s.catalogue(f.file)
	if err != nil {
		return catalog.Snapshot{}, err
	}
	return c.At(day, known), nil
}

// catalogue reads a file of procedures, or takes the sample.
func (s *session) catalogue(name string) (*catalog.Catalog, error) {
	if name == "" {
		return sample.Catalog(), nil
	}
	versions, err := s.procedures(name)
	if err != nil {
		return nil, err
	}
	return catalog.New(versions), nil
}

// procedures reads a file of procedures. Its faults are reported; what could be read
// is returned, unless nothing could.
func (s *session) procedures(name string) ([]catalog.Procedure, error) {
	in, err := s.open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var versions []catalog.Procedure
	faults, err := catalog.ReadLines(in, nil, func(_ int, p *catalog.Procedure) error {
		versions = append(versions, *p)
		return nil
	})
	s.report(name, faults)
	if err != nil {
		return nil, err
	}
	if len(versions) == 0 && faults.Err() != nil {
		return nil, errReported
	}
	return versions, nil
}

// find takes a procedure out of a snapshot, or reports that it is not there.
func (s *session) find(snapshot catalog.Snapshot, code string) (*catalog.Procedure, error) {
	parsed, err := motcua.ParseProcedure(code)
	if err != nil {
		return nil, usagef("%v", err)
	}
	p, ok := snapshot.Lookup(parsed)
	if !ok {
		s.complain(s.text(textNoProcedure), code, snapshot.Valid())
		return nil, errReported
	}
	return p, nil
}

var textNoProcedure = motcua.Text{
	En: "the catalogue has no procedure %s that holds on %v",
	Vi: "danh mục không có thủ tục %s có hiệu lực vào ngày %v",
}

// words is a flag that may stand several times, and whose value may be a list.
type words []string

// String writes the list.
func (w *words) String() string { return strings.Join(*w, ",") }

// Set adds to the list.
func (w *words) Set(text string) error {
	*w = append(*w, slices.DeleteFunc(strings.Split(text, ","), func(part string) bool { return part == "" })...)
	return nil
}
