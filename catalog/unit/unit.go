package unit

import (
	"cmp"
	"slices"
	"strings"

	"github.com/motcua/motcua"
)

// The schemes of codes that are shipped; a register may hold others as rows.
const (
	// SchemeAgency is the agency code of Decision 20/2020/QĐ-TTg, kept in the order of
	// [motcua.UnitCode]: "H56", "H56.34".
	SchemeAgency = "agency"
	// SchemeStatistical is the code of the General Statistics Office (mã thống kê): two
	// digits for a province, three for a district, five for a commune.
	SchemeStatistical = "gso"
	// SchemePortal is the identifier of a body in the National Public Service Portal.
	SchemePortal = "dvcqg"
)

// Rows are what a register is made of. They are one document, a part of one that is
// laid over others, or the lines of a file.
type Rows struct {
	Schemes     []Scheme     `json:"schemes,omitempty"`     // each once
	Units       []Unit       `json:"units,omitempty"`       // each ID once
	Successions []Succession `json:"successions,omitempty"` // each from, to and date once
}

// Scheme is a row that lets units have codes of one kind.
type Scheme struct {
	ID      string        `json:"id"`                // lower-case letters and digits, "gso"; stands before a code, "gso:01"
	Title   motcua.Text   `json:"title"`             // for people
	Lengths []int         `json:"lengths,omitempty"` // if there are any: a code is so many ASCII digits
	Source  motcua.Source `json:"source"`            // who assigns the codes
}

// Unit is a unit for the time in which it is one and the same: under one parent, in
// one extent. A successor is another row.
type Unit struct {
	ID       string          `json:"id"`                // ours, stable, without spaces: "gso:24@2025-07-01"
	Level    Level           `json:"level"`             // in the state
	Type     string          `json:"type,omitempty"`    // as lists have it: "Tỉnh", "Phường", "Đặc khu"
	Name     motcua.Text     `json:"name"`              // with the type, "Phường Ba Đình"; the English may be empty
	Codes    []Code          `json:"codes,omitempty"`   // in any number of schemes
	Parent   string          `json:"parent,omitempty"`  // ID of the unit above, in force all the time this one is
	Validity motcua.Validity `json:"validity,omitzero"` // half-open; without from: since before what the rows know
	Source   motcua.Source   `json:"source"`            // where the row was read
}

// Code is a code a unit bears.
type Code struct {
	Scheme   string          `json:"scheme"`            // ID of a scheme
	Value    string          `json:"value"`             // canonical: an agency code with the large unit first
	Validity motcua.Validity `json:"validity,omitzero"` // within the unit's; absent: all of that
	Source   motcua.Source   `json:"source,omitzero"`   // absent: that of the unit
}

// Succession says that on a day one unit was taken over by another, all of it or a
// part. A split is several rows with one from.
type Succession struct {
	From   string          `json:"from"`                        // ID of the unit taken over
	To     string          `json:"to,omitempty"`                // ID of the one that takes over, in force on Date; absent: none, it was abolished
	Date   motcua.Date     `json:"date"`                        // first day of the successor's charge
	Kind   Kind            `json:"kind"`                        // what happened to From
	Share  *motcua.Decimal `json:"share" jsonschema:"nullable"` // part of From that went to To, above 0 and at most 1; null: unknown
	Source motcua.Source   `json:"source"`                      // the act, and the ground on which the row is believed
}

// Span is the time in which the code named the unit u: its own validity within that of
// the unit. A Validity whose Err is not nil is no time at all.
func (c Code) Span(u *Unit) motcua.Validity {
	v := motcua.Validity{From: max(c.Validity.From, u.Validity.From), To: u.Validity.To}
	if c.Validity.To != 0 && (v.To == 0 || c.Validity.To < v.To) {
		v.To = c.Validity.To
	}
	return v
}

// Code returns the code the unit bears in a scheme on a day, and whether it bears one.
func (u *Unit) Code(scheme string, at motcua.Date) (string, bool) {
	for i := range u.Codes {
		if c := &u.Codes[i]; c.Scheme == scheme && c.Span(u).Contains(at) {
			return c.Value, true
		}
	}
	return "", false
}

// Sorted returns the rows in the order in which they are written: schemes and units by
// ID, the codes of a unit by scheme, value and time, successions by from, date and to.
func (r Rows) Sorted() Rows {
	out := Rows{slices.Clone(r.Schemes), slices.Clone(r.Units), slices.Clone(r.Successions)}
	slices.SortStableFunc(out.Schemes, func(a, b Scheme) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortStableFunc(out.Units, func(a, b Unit) int { return cmp.Compare(a.ID, b.ID) })
	for i := range out.Units {
		u := &out.Units[i]
		u.Codes = slices.Clone(u.Codes)
		slices.SortStableFunc(u.Codes, func(a, b Code) int {
			return cmp.Or(cmp.Compare(a.Scheme, b.Scheme), cmp.Compare(a.Value, b.Value), cmp.Compare(a.Validity.From, b.Validity.From))
		})
	}
	slices.SortStableFunc(out.Successions, func(a, b Succession) int { return a.key().compare(b.key()) })
	return out
}

// successionKey tells one succession from another.
type successionKey struct {
	from string
	date motcua.Date
	to   string
}

func (s *Succession) key() successionKey { return successionKey{s.From, s.Date, s.To} }

func (k successionKey) compare(l successionKey) int {
	return cmp.Or(strings.Compare(k.from, l.from), cmp.Compare(k.date, l.date), strings.Compare(k.to, l.to))
}
