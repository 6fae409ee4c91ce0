package dossier

import "time"

// OwnDue is when the applicant's own term passes, with the row that says what
// follows then; none while no such term runs. Of several the first to pass counts.
// A term runs from the first pause for its reason that is still open; what was asked
// for first is taken to come first.
func (l *Ledger) OwnDue() (time.Time, *OwnTerm, bool) {
	var first time.Time
	var which *OwnTerm
	for i := range l.ownTerms() {
		if at, ok := l.ownDue(i); ok && (which == nil || at.Before(first)) {
			first, which = at, &l.terms.Own[i]
		}
	}
	return first, which, which != nil
}

// ownTerms is how many terms of its own an applicant may have to keep.
func (l *Ledger) ownTerms() int {
	if l.status == StatusEnded || l.terms == nil {
		return 0
	}
	return len(l.terms.Own)
}

// ownDue is when one of the applicant's own terms passes, if it runs.
func (l *Ledger) ownDue(i int) (time.Time, bool) {
	row := &l.terms.Own[i]
	n := l.rules.reason(row.Reason)
	if n < 0 || l.open[n] == 0 {
		return time.Time{}, false
	}
	return l.from(&row.Limit, l.openSince(row.Reason, int(l.open[n])))
}

// openSince is when the first of so many open pauses for a reason began, if what is
// asked for first comes first.
func (l *Ledger) openSince(reason string, open int) time.Time {
	entries := l.entries
	if l.faulty {
		entries = l.booked()
	}
	for i := len(entries) - 1; i >= 0; i-- {
		e := &entries[i]
		if e.Kind != EntryPaused || e.Reason != reason || !l.until.IsZero() && e.At.After(l.until) {
			continue
		}
		if open--; open == 0 {
			return e.At
		}
	}
	return time.Time{}
}
