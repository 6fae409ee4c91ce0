package catalog

import (
	"reflect"
	"slices"

	"github.com/motcua/motcua"
)

// Change is one difference between two versions of a procedure, in the terms people
// use: "fee up 20 %", "two papers fewer", "three working days shorter", "fully online
// from 1/1/2026".
type Change struct {
	// Code says what kind of difference it is; [ChangeCodes] lists them.
	Code string `json:"code"`
	// Pointer is the place in the newer version, RFC 6901; in the older for what is
	// no longer there.
	Pointer string `json:"pointer"`
	// Text says it in one sentence.
	Text motcua.Text `json:"text"`
	// From and To are what was and what is, for people; empty for nothing.
	From motcua.Text `json:"from,omitzero"`
	To   motcua.Text `json:"to,omitzero"` // see From
	// Percent is by how much an amount of money went up, or down if negative: exact to
	// one decimal, rounded half up. Absent for everything else, and from nothing.
	Percent *motcua.Decimal `json:"percent,omitempty"`
	// Effective is the first day of the newer version; absent if it has none.
	Effective motcua.Date `json:"effective,omitzero"`
}

// Diff returns how version b differs from version a, in the order of the fields of
// [Procedure] and of b's lists. Every field counts. Papers are the same by their code,
// else by their name, other parts by what names them, so that a new paper at the top
// of a list is one change. Two versions that say the same have none.
func Diff(a, b *Procedure) []Change {
	d := differ{effective: b.Validity.From}
	d.value(procedurePlan(), spot{}, reflect.ValueOf(a).Elem(), reflect.ValueOf(b).Elem())
	return d.out
}

// ProcedureChange is how one procedure differs between two snapshots.
type ProcedureChange struct {
	// Code is the code of the procedure, Name its name, of the newer if it has both.
	Code motcua.ProcedureCode `json:"code"`
	Name motcua.Text          `json:"name"` // see Code
	// Event is "added", "removed" or "changed".
	Event string `json:"event"`
	// Effective is the first day of the version that was added or changed; absent if
	// it has none.
	Effective motcua.Date `json:"effective,omitzero"`
	// Changes are the differences, for a procedure that is in both.
	Changes []Change `json:"changes,omitempty"`
}

// The events of a procedure between two snapshots.
const (
	eventAdded   = "added"
	eventRemoved = "removed"
	eventChanged = "changed"
)

// DiffCatalogs returns the procedures that are in one of two snapshots alone, or
// differ, in the order of their codes. What differs in the recorded time alone is the
// same: a version that was written down again says nothing new.
func DiffCatalogs(a, b Snapshot) []ProcedureChange {
	var out []ProcedureChange
	older, newer := slices.Collect(a.All()), slices.Collect(b.All())
	for len(older)+len(newer) > 0 {
		switch {
		case len(newer) == 0 || len(older) > 0 && older[0].Code < newer[0].Code:
			p := older[0]
			out = append(out, ProcedureChange{Code: p.Code, Name: p.Name, Event: eventRemoved})
			older = older[1:]
		case len(older) == 0 || newer[0].Code < older[0].Code:
			p := newer[0]
			out = append(out, ProcedureChange{Code: p.Code, Name: p.Name, Event: eventAdded, Effective: p.Validity.From})
			newer = newer[1:]
		default:
			out = appendChanged(out, older[0], newer[0])
			older, newer = older[1:], newer[1:]
		}
	}
	return out
}

func appendChanged(out []ProcedureChange, a, b *Procedure) []ProcedureChange {
	if a == b {
		return out // one version that holds in both
	}
	changes := Diff(a, b)
	if !slices.ContainsFunc(changes, func(c Change) bool { return c.Code != changeKnown }) {
		return out
	}
	return append(out, ProcedureChange{b.Code, b.Name, eventChanged, b.Validity.From, changes})
}
