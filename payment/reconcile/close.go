package reconcile

import (
	"cmp"
	"slices"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Close ends the reconciliation: what is left of both sides is matched by the other keys,
// and the rest is told. Calling it again gives the same report.
func (r *Reconciler) Close() *Report {
	if r.done {
		return &r.report
	}
	r.shut, r.done = true, true
	r.report.Movements = r.movements()
	slices.SortFunc(r.left, compareLines)
	for _, l := range r.torn {
		r.tear(&l)
	}
	r.join(KeyReferenceAmount, func(i *item) string { return keyed(i.reference, i.direction, i.minor, i.currency) },
		func(l *Line) string { return keyed(l.Reference, l.Direction, l.Amount.Minor(), l.Amount.Currency()) },
		func(l *Line) bool { return l.Reference != "" }, nil)
	r.join(KeyReference, func(i *item) string { return keyed(i.reference, i.direction, 0, 0) },
		func(l *Line) string { return keyed(l.Reference, l.Direction, 0, 0) }, func(l *Line) bool { return l.Reference != "" }, nil)
	r.join(KeyDossierAmount, func(i *item) string { return keyed(dossierOf(i.dossier), i.direction, i.minor, i.currency) },
		func(l *Line) string {
			return keyed(dossierOf(l.Dossier), l.Direction, l.Amount.Minor(), l.Amount.Currency())
		},
		func(l *Line) bool { return l.Dossier != "" && l.Reference == "" },
		func(i *item, l *Line) bool { return distance(i.dated, l.Dated.Unix()) <= r.rules.Minutes*60 })
	r.tellMet()
	r.tellIdle()
	r.tellLeft()
	r.tellMissing()
	r.report.finish(r.rules.Opening, r.books)
	return &r.report
}

// movements counts the items that moved money and adds them to the books.
func (r *Reconciler) movements() (count int64) {
	for n := range r.items {
		i := &r.items[n]
		if i.minor == 0 {
			continue
		}
		count++
		if r.rules.within(i.dated) {
			r.books.here(i)
		}
	}
	return count
}

// dossierOf is the code of a dossier in its canonical form, so that both ways of writing
// it are one.
func dossierOf(code string) string {
	if c, err := motcua.ParseDossier(code); err == nil {
		return c.Canonical().String()
	}
	return code
}

// tear marks all items of a transaction that a line could be.
func (r *Reconciler) tear(l *Line) {
	for n := r.chains[l.Transaction]; n > 0; n = r.items[n-1].next {
		if i := &r.items[n-1]; i.direction == l.Direction && !i.met {
			i.ambiguous = true
		}
	}
	r.tell(ClassAmbiguous, KeyTransaction, nil, l)
}

// join matches what is left by a key: where one line meets one item. Lines that say the
// same are one line and its duplicates.
func (r *Reconciler) join(key Key, ofItem func(*item) string, ofLine func(*Line) string, has func(*Line) bool, near func(*item, *Line) bool) {
	lines := map[string][]Line{}
	for i := range r.left {
		if l := &r.left[i]; has(l) {
			lines[ofLine(l)] = append(lines[ofLine(l)], *l)
		}
	}
	if len(lines) == 0 {
		return
	}
	items := map[string][]int32{}
	for n := range r.items {
		if i := &r.items[n]; !i.ambiguous && i.minor != 0 {
			if k := ofItem(i); lines[k] != nil {
				items[k] = append(items[k], int32(n+1))
			}
		}
	}
	rest := r.left[:0:0]
	for i := range r.left {
		l := &r.left[i]
		if !has(l) || !r.joined(key, l, lines[ofLine(l)], items[ofLine(l)], near) {
			rest = append(rest, *l)
		}
	}
	r.left = rest
}

// joined reports whether a line was disposed of by a key.
func (r *Reconciler) joined(key Key, l *Line, lines []Line, items []int32, near func(*item, *Line) bool) bool {
	open := slices.DeleteFunc(slices.Clone(items), func(n int32) bool {
		i := &r.items[n-1]
		return i.met && i.there.key == KeyTransaction || near != nil && !near(i, l)
	})
	switch {
	case len(items) == 0:
		return false
	case len(open) == 0: // those that were told by their transaction: once more, if this line names none
		if key != KeyReferenceAmount || l.Transaction != "" || len(items) > 1 {
			return false
		}
		r.odd[items[0]] = append(r.odd[items[0]], *l)
		return true
	case len(open) == 1 && !slices.ContainsFunc(lines, func(o Line) bool { return !sameLine(&o, &lines[0]) }):
		r.meet(open[0], l, key)
		return true
	}
	for _, n := range open {
		r.items[n-1].ambiguous = true
	}
	r.tell(ClassAmbiguous, key, nil, l)
	return true
}

// sameLine reports whether two lines say the same, so that they are one line twice.
func sameLine(a, b *Line) bool {
	return a.Transaction == b.Transaction && a.Amount == b.Amount && a.Direction == b.Direction && a.Dated.Equal(b.Dated)
}

func compareLines(a, b Line) int {
	return cmp.Or(a.Dated.Compare(b.Dated), cmp.Compare(a.Transaction, b.Transaction), cmp.Compare(a.Reference, b.Reference), cmp.Compare(a.Dossier, b.Dossier),
		cmp.Compare(a.Amount.Minor(), b.Amount.Minor()), cmp.Compare(a.Row, b.Row))
}

// tellMet tells of the items that lines met, and of the lines that met them besides.
func (r *Reconciler) tellMet() {
	for n := range r.items {
		i := &r.items[n]
		if !i.met {
			continue
		}
		l := Line{Amount: money(i.there.minor, i.there.currency), Direction: i.direction, Dated: at(i.there.dated), Row: i.there.row}
		r.tell(r.classOf(i, i.there), i.there.key, i, &l)
		for _, more := range r.odd[int32(n+1)] {
			r.tellTwice(i, &more)
		}
	}
}

// tellTwice tells of a line that met an item which another one met better.
func (r *Reconciler) tellTwice(i *item, l *Line) {
	r.books.explain(&r.rules, ClassDuplicate, nil, l)
	f := finding(ClassDuplicate, i.there.key, i, l)
	f.Here, f.HereDated = payment.Money{}, time.Time{}
	f.Proposal = Proposal{Step: StepInspect, Reference: i.reference}
	r.report.add(f, r.rules.within(l.Dated.Unix()))
}

// tellIdle tells of movements of which the statement says that none took place.
func (r *Reconciler) tellIdle() {
	slices.SortFunc(r.idle, compareLines)
	for k := range r.idle {
		l := &r.idle[k]
		n, several := r.byTransaction(l)
		if n == 0 {
			n, several = r.byReference(l)
		}
		if n == 0 || several || r.items[n-1].met || r.items[n-1].ambiguous {
			r.report.Idle++
			continue
		}
		i := &r.items[n-1]
		i.met = true // told here
		r.tell(ClassStatus, KeyTransaction, i, l)
	}
}

// byReference finds the item of a reference that no line met.
func (r *Reconciler) byReference(l *Line) (found int32, several bool) {
	if l.Reference == "" || l.Transaction != "" {
		return 0, false
	}
	for n := range r.items {
		if i := &r.items[n]; i.reference == l.Reference && i.direction == l.Direction && i.minor != 0 && !i.met {
			found, several = int32(n+1), found > 0
		}
	}
	return found, several
}

// tellLeft tells of the lines that nothing here explains: of one transaction once, and
// what says it again.
func (r *Reconciler) tellLeft() {
	seen := map[string]bool{}
	for k := range r.left {
		l := &r.left[k]
		key := keyed(l.Transaction, l.Direction, 0, 0)
		if l.Transaction == "" || !seen[key] {
			seen[key] = true
			r.tell(ClassMissingHere, 0, nil, l)
			continue
		}
		r.tell(ClassDuplicate, 0, nil, l)
	}
}

// tellMissing tells of the movements that no line met.
func (r *Reconciler) tellMissing() {
	for n := range r.items {
		i := &r.items[n]
		switch {
		case i.met || i.minor == 0:
		case i.ambiguous:
			r.tell(ClassAmbiguous, 0, i, nil)
		case r.rules.pending(i.dated):
			r.tell(ClassNotYet, 0, i, nil)
		default:
			r.tell(ClassMissingThere, 0, i, nil)
		}
	}
}

// tell disposes of an item, a line or both, once each: on the books of what explains the
// difference, and in a finding unless both say the same. A line of a status moved no
// money.
func (r *Reconciler) tell(c Class, k Key, i *item, l *Line) {
	paid := l
	if c == ClassStatus {
		paid = nil
	}
	r.books.explain(&r.rules, c, i, paid)
	asked := i != nil && r.rules.within(i.dated) || l != nil && r.rules.within(l.Dated.Unix())
	f := finding(c, k, i, l)
	f.Proposal = propose(c, i, l)
	r.report.add(f, asked)
}
