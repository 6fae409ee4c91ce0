package catalog

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/motcua/motcua"
)

// ErrAmend is the class of errors of versions that cannot be added.
var ErrAmend = errors.New("cannot be recorded")

// AmendError says which version cannot be added.
type AmendError struct {
	Code motcua.ProcedureCode // of the version
	At   time.Time            // when it was to be recorded
	Err  error                // why not
}

// Error names the code and the moment.
func (e *AmendError) Error() string {
	return fmt.Sprintf("%s at %s: %v: %v", e.Code, e.At.Format(time.RFC3339), ErrAmend, e.Err)
}

// Unwrap returns [ErrAmend] and the reason.
func (e *AmendError) Unwrap() []error { return []error{ErrAmend, e.Err} }

// Amend returns versions with next recorded at the given moment. What next replaces is
// closed at that moment, not changed: a question about an earlier moment is answered as
// before. The days of a replaced version on which next does not hold are carried over in
// copies that are known from that moment. next.Known is set to begin then.
//
// An unset moment, a moment before something already recorded of the code, and a validity
// without a day are an *AmendError.
func Amend(versions []Procedure, next Procedure, at time.Time) ([]Procedure, error) {
	if err := amendable(versions, next, at); err != nil {
		return nil, &AmendError{next.Code, at, err}
	}
	next.Known = Span{From: at}
	out := make([]Procedure, 0, len(versions)+3)
	var carried []Procedure
	for _, p := range versions {
		if p.Code == next.Code && p.Known.To.IsZero() && p.Validity.Overlaps(next.Validity) {
			for _, rest := range without(p.Validity, next.Validity) {
				kept := p
				kept.Validity, kept.Known = rest, Span{From: at}
				carried = append(carried, kept)
			}
			p.Known.To = at
		}
		out = append(out, p)
	}
	out = append(append(out, carried...), next)
	return slices.DeleteFunc(out, func(p Procedure) bool {
		return !p.Known.To.IsZero() && !p.Known.From.IsZero() && !p.Known.From.Before(p.Known.To) // never known
	}), nil
}

func amendable(versions []Procedure, next Procedure, at time.Time) error {
	if at.IsZero() {
		return errors.New("the moment is unset")
	}
	if err := next.Validity.Err(); err != nil {
		return err
	}
	for _, p := range versions {
		if p.Code == next.Code && (p.Known.From.After(at) || p.Known.To.After(at)) {
			return fmt.Errorf("something was recorded later, at %s", latest(p.Known).Format(time.RFC3339))
		}
	}
	return nil
}

// latest is the later end of a span that is set.
func latest(s Span) time.Time {
	if s.To.After(s.From) {
		return s.To
	}
	return s.From
}

// without returns the days of v that are not in w; the two overlap.
func without(v, w motcua.Validity) []motcua.Validity {
	var rest []motcua.Validity
	if w.From > v.From {
		rest = append(rest, motcua.Validity{From: v.From, To: w.From})
	}
	if w.To != 0 && (v.To == 0 || w.To < v.To) {
		rest = append(rest, motcua.Validity{From: w.To, To: v.To})
	}
	return rest
}
