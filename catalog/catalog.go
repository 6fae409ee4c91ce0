package catalog

import (
	"cmp"
	"iter"
	"slices"
	"time"

	"github.com/motcua/motcua"
)

// Catalog holds all versions of procedures. It is immutable and safe for concurrent
// use. Its procedures are shared with its users, who must not change them.
type Catalog struct {
	versions []Procedure // by code, then valid from, then known from, then version
	codes    []codeRange // in the order of the codes
	place    map[motcua.ProcedureCode]int32
}

// codeRange are the versions of one code.
type codeRange struct{ from, to int32 }

// New makes a catalogue of versions, in any order. It takes what it is given: [Check]
// finds what is wrong with them. Of two versions that hold at one point, which Check
// reports, the one known later is found, and then the one valid later.
func New(versions []Procedure) *Catalog {
	c := &Catalog{versions: slices.Clone(versions), place: map[motcua.ProcedureCode]int32{}}
	slices.SortStableFunc(c.versions, compareVersions)
	for i := range c.versions {
		code := c.versions[i].Code
		if n := len(c.codes); n > 0 && c.versions[i-1].Code == code {
			c.codes[n-1].to = int32(i + 1)
			continue
		}
		c.place[code] = int32(len(c.codes))
		c.codes = append(c.codes, codeRange{int32(i), int32(i + 1)})
	}
	return c
}

// compareVersions orders versions as a catalogue holds them.
func compareVersions(a, b Procedure) int {
	return cmp.Or(
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Validity.From, b.Validity.From),
		a.Known.From.Compare(b.Known.From),
		cmp.Compare(a.Version, b.Version),
	)
}

// Len returns the number of versions.
func (c *Catalog) Len() int { return len(c.versions) }

// Codes yields the codes of all procedures, in order.
func (c *Catalog) Codes() iter.Seq[motcua.ProcedureCode] {
	return func(yield func(motcua.ProcedureCode) bool) {
		for _, r := range c.codes {
			if !yield(c.versions[r.from].Code) {
				return
			}
		}
	}
}

// Versions yields all versions by code, then by the day from which they are valid,
// then by the time from which they were known.
func (c *Catalog) Versions() iter.Seq[*Procedure] {
	return func(yield func(*Procedure) bool) {
		for i := range c.versions {
			if !yield(&c.versions[i]) {
				return
			}
		}
	}
}

// VersionsOf returns all versions of a code, in the order of [Catalog.Versions];
// nil for a code that is not there. The caller must not change them.
func (c *Catalog) VersionsOf(code motcua.ProcedureCode) []Procedure {
	r, ok := c.rangeOf(code)
	if !ok {
		return nil
	}
	return c.versions[r.from:r.to:r.to]
}

// rangeOf finds a code, or the national form of one with a suffix.
func (c *Catalog) rangeOf(code motcua.ProcedureCode) (codeRange, bool) {
	i, ok := c.place[code]
	if !ok {
		i, ok = c.place[code.National()]
	}
	if !ok {
		return codeRange{}, false
	}
	return c.codes[i], true
}

// Snapshot is a catalogue on a day of the law as it was known at a moment.
type Snapshot struct {
	catalog *Catalog
	valid   motcua.Date
	known   time.Time
}

// At returns what was in force on the day valid, as it was known at the moment known.
// An unset moment is the latest knowledge.
func (c *Catalog) At(valid motcua.Date, known time.Time) Snapshot {
	return Snapshot{c, valid, known}
}

// Valid is the day the snapshot is of.
func (s Snapshot) Valid() motcua.Date { return s.valid }

// Lookup returns the version of a code, and whether there is one. A code with the
// suffix of a province of which the snapshot has no version is looked up without it.
// Abolished and draft versions are returned too; see [Procedure.Status].
func (s Snapshot) Lookup(code motcua.ProcedureCode) (*Procedure, bool) {
	if s.catalog == nil {
		return nil, false
	}
	for {
		if i, ok := s.catalog.place[code]; ok {
			if p, ok := s.pick(s.catalog.codes[i]); ok {
				return p, true
			}
		}
		if code == code.National() {
			return nil, false
		}
		code = code.National()
	}
}

// pick finds the version of a code: the last that holds, in the catalogue's order of
// known time.
func (s Snapshot) pick(r codeRange) (*Procedure, bool) {
	var found *Procedure
	for i := r.from; i < r.to; i++ {
		p := &s.catalog.versions[i]
		if !p.Validity.Contains(s.valid) || !s.knows(p.Known) {
			continue
		}
		if found == nil || !p.Known.From.Before(found.Known.From) {
			found = p
		}
	}
	return found, found != nil
}

// knows reports whether a span holds at the moment of the snapshot.
func (s Snapshot) knows(span Span) bool {
	if s.known.IsZero() {
		return span.To.IsZero()
	}
	return span.Contains(s.known)
}

// All yields the version of each code that has one, in the order of the codes.
func (s Snapshot) All() iter.Seq[*Procedure] {
	return func(yield func(*Procedure) bool) {
		if s.catalog == nil {
			return
		}
		for _, r := range s.catalog.codes {
			if p, ok := s.pick(r); ok && !yield(p) {
				return
			}
		}
	}
}
