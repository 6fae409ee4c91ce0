package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// source is a file of counts or of values. It is kept in memory, because which
// definition it is read under may depend on what stands in it.
type source struct {
	name   string
	data   []byte
	table  bool // values, rather than lines of counts
	units  []scoring.Counts
	faults motcua.Faults
}

// load reads files of counts or values under the definition the flags name.
// Where they name neither version nor period, the period of the lines picks the
// version; of several files the last one decides. Faults are reported.
func (r *rules) load(s *session, table bool, names ...string) (*scoring.Index, [][]scoring.Counts, error) {
	if streams := slices.DeleteFunc(append([]string{r.definition}, names...), func(n string) bool { return n != "-" }); len(streams) > 1 {
		return nil, nil, usagef("- is standard input and can be read only once")
	}
	period, day, err := r.times(s)
	if err != nil {
		return nil, nil, err
	}
	index, refused := r.index(s, period, day)
	if refused != nil {
		if index = newest(r.definition); index == nil || !r.undated() {
			return nil, nil, refused
		}
	}
	sources, err := s.sources(index, table, names)
	if err != nil {
		return nil, nil, err
	}
	if r.undated() {
		if other, ok := r.inForce(s, sources); ok {
			index, refused = reparse(sources, index, other), nil
		}
	}
	if refused != nil {
		return nil, nil, refused
	}
	units := make([][]scoring.Counts, len(sources))
	for i := range sources {
		if units[i], err = sources[i].checked(s, index, period, day); err != nil {
			return nil, nil, err
		}
	}
	return index, units, nil
}

// sources reads and parses files.
func (s *session) sources(index *scoring.Index, table bool, names []string) ([]source, error) {
	out := make([]source, len(names))
	for i, name := range names {
		data, err := s.read(name)
		if err != nil {
			return nil, err
		}
		start := bytes.TrimLeft(data, "\ufeff \t\r\n")
		if len(start) == 0 {
			return nil, fmt.Errorf("%s: no units", name)
		}
		out[i] = source{name: name, data: data, table: table || start[0] != '{'}
		out[i].parse(index)
	}
	return out, nil
}

// parse reads the units under a definition.
func (f *source) parse(index *scoring.Index) {
	read := index.ReadCounts
	if f.table {
		read = index.ReadValues
	}
	f.units, f.faults = read(bytes.NewReader(f.data))
}

// reparse reads the units again if another definition than before is to be used.
func reparse(sources []source, index, other *scoring.Index) *scoring.Index {
	for i := range sources {
		if other != index {
			sources[i].parse(other)
		}
	}
	return other
}

// inForce is the version in force on the first day of the period that the units
// of the last file have in common. Files with several periods are warned of.
func (r *rules) inForce(s *session, sources []source) (*scoring.Index, bool) {
	var last []scoring.Period
	for i := range sources {
		if last = sources[i].periods(); len(last) > 1 {
			var names []string
			for _, p := range last {
				names = append(names, p.String())
			}
			s.report(sources[i].name, motcua.Faults{mixed(names)})
		}
	}
	if len(last) != 1 {
		return nil, false
	}
	index, err := scoring.Standard().At(r.definition, last[0].Days().From)
	return index, err == nil
}

// codePeriod is the code of all that is odd about periods, as in scoring.
const codePeriod = "SCO-CNT-08"

// mixed warns of several periods in one file.
func mixed(periods []string) *motcua.Fault {
	all := strings.Join(periods, ", ")
	return &motcua.Fault{
		Code: codePeriod, Pointer: "/period", Severity: motcua.SeverityWarning,
		Message: motcua.Text{En: "periods are mixed in one file: " + all, Vi: "một tệp có nhiều kỳ: " + all},
	}
}

// periods are the different periods of the units, in their order.
func (f *source) periods() []scoring.Period {
	var out []scoring.Period
	for i := range f.units {
		if p := f.units[i].Period; !p.IsZero() && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// checked reports the faults of a file and returns the units that can be
// scored: those whose period has begun.
func (f *source) checked(s *session, index *scoring.Index, period scoring.Period, day motcua.Date) ([]scoring.Counts, error) {
	for i := range f.units {
		if f.units[i].Period.IsZero() {
			f.units[i].Period = period
		}
	}
	s.report(f.name, f.faults)
	s.report(f.name, index.CheckPeriods(f.units, day))
	if len(f.units) == 0 && f.faults.Err() == nil {
		return nil, fmt.Errorf("%s: no units", f.name)
	}
	all := len(f.units)
	f.units = slices.DeleteFunc(f.units, func(c scoring.Counts) bool {
		return !c.Period.IsZero() && c.Period.Days().From > day
	})
	if len(f.units) < all {
		scoring.Link(f.units) // its faults were found in reading
	}
	if len(f.units) == 0 {
		return nil, errReported
	}
	return f.units, nil
}

// score evaluates units that have been read, and reports their faults.
func (s *session) score(index *scoring.Index, name string, units []scoring.Counts) []scoring.Result {
	results, faults := index.Score(units)
	s.report(name, onlyErrors(faults)) // its warnings were found in reading
	return results
}

// onlyErrors leaves warnings out.
func onlyErrors(faults motcua.Faults) motcua.Faults {
	var out motcua.Faults
	for _, f := range faults {
		if f.Severity != motcua.SeverityWarning {
			out = append(out, f)
		}
	}
	return out
}
