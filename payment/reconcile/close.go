package reconcile

import (
	"slices"
	"time"

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
	for i := range r.torn {
		r.tear(&r.torn[i])
	}
	slices.SortFunc(r.left, compareLines)
	for _, w := range ways {
		r.join(w)
	}
	r.tellMet()
	r.tellIdle()
	r.tellLeft()
	r.tellMissing()
	r.report.finish(r.rules.Opening, r.books)
	return &r.report
}

// movements counts the items that moved money and adds them to the books, with what the
// journal says once more.
func (r *Reconciler) movements() (count int64) {
	for _, i := range r.all() {
		if i.minor == 0 {
			continue
		}
		count++
		if r.rules.within(i.dated) {
			r.books.here(i)
		}
	}
	for k := range r.again {
		if i := &r.again[k]; r.rules.within(i.dated) {
			r.books.here(i)
		}
	}
	return count + int64(len(r.again))
}

// tear marks all items of a transaction that a line could be.
func (r *Reconciler) tear(l *Line) {
	for n := r.chains[l.Transaction]; n > 0; n = r.item(n).next {
		if i := r.item(n); i.direction == l.Direction {
			i.ambiguous = true
		}
	}
	r.tell(ClassAmbiguous, KeyTransaction, nil, l)
}

// tellMet tells of the items that lines met, and of the lines that met them besides.
func (r *Reconciler) tellMet() {
	for n, i := range r.all() {
		if !i.met {
			continue
		}
		l := i.there.line(i)
		r.tell(r.classOf(i, i.there), i.there.key, i, &l)
		for _, more := range r.odd[n] {
			r.tellTwice(i, more)
		}
	}
}

// line is what is kept of a line that met an item.
func (s said) line(i *item) Line {
	return Line{Reference: s.other, Amount: money(s.minor, s.currency), Direction: i.direction, Dated: at(s.dated), Row: s.row}
}

// tellTwice tells of a line that met an item which another one met better.
func (r *Reconciler) tellTwice(i *item, more said) {
	l := more.line(i)
	r.books.explain(&r.rules, ClassDuplicate, nil, &l)
	f := finding(ClassDuplicate, more.key, i, &l)
	f.Here, f.HereDated = payment.Money{}, time.Time{}
	f.Proposal = Proposal{Step: StepInspect, Reference: i.reference}
	r.report.add(f, r.rules.within(more.dated))
}

// tellIdle tells of movements of which the statement says that none took place.
func (r *Reconciler) tellIdle() {
	slices.SortFunc(r.idle, compareLines)
	tried := r.tried()
	for k := range r.idle {
		l := &r.idle[k]
		key := KeyTransaction
		n, several := r.byTransaction(l)
		if l.Transaction == "" {
			key = KeyReference
			n, several = only(tried[mark{id: l.Reference, direction: l.Direction}])
		}
		if n == 0 || several || r.item(n).met || r.item(n).ambiguous {
			r.report.Idle++
			continue
		}
		r.item(n).met = true // told here
		r.tell(ClassStatus, key, r.item(n), l)
	}
}

// tried are the items that no line met, by their references, of which idle lines without
// a transaction speak.
func (r *Reconciler) tried() map[mark][]int32 {
	found := map[mark][]int32{}
	for k := range r.idle {
		if l := &r.idle[k]; l.Transaction == "" && l.Reference != "" {
			found[mark{id: l.Reference, direction: l.Direction}] = nil
		}
	}
	if len(found) == 0 {
		return nil
	}
	for n, i := range r.all() {
		k := mark{id: i.reference, direction: i.direction}
		if list, asked := found[k]; asked && i.minor != 0 && !i.met {
			found[k] = append(list, n)
		}
	}
	return found
}

// only is the one item of a list.
func only(list []int32) (n int32, several bool) {
	if len(list) == 0 {
		return 0, false
	}
	return list[0], len(list) > 1
}

// tellLeft tells of the lines that nothing here explains: of one transaction once, and
// what says it again. Lines without a transaction say it again if they say all the same.
func (r *Reconciler) tellLeft() {
	seen := map[Line]bool{}
	for k := range r.left {
		l := &r.left[k]
		same := Line{Transaction: l.Transaction, Direction: l.Direction}
		if l.Transaction == "" {
			same = Line{Reference: l.Reference, Dossier: l.Dossier, Amount: l.Amount, Direction: l.Direction, Row: l.Dated.Unix()}
		}
		class := ClassMissingHere
		if seen[same] {
			class = ClassDuplicate
		}
		seen[same] = true
		r.tell(class, 0, nil, l)
	}
}

// tellMissing tells of the movements that no line met, and of what the journal says once
// more: an entry again, or a transaction under another attempt than the one that is on
// the statement.
func (r *Reconciler) tellMissing() {
	for _, i := range r.all() {
		switch {
		case i.met || i.minor == 0:
		case i.ambiguous:
			r.tell(ClassAmbiguous, 0, i, nil)
		case r.twin(i):
			r.tell(ClassDuplicate, KeyTransaction, i, nil)
		case r.rules.pending(i.dated):
			r.tell(ClassNotYet, 0, i, nil)
		default:
			r.tell(ClassMissingThere, 0, i, nil)
		}
	}
	for k := range r.again {
		r.tell(ClassDuplicate, 0, &r.again[k], nil)
	}
}

// twin reports whether a line met another movement of the same transaction and direction.
func (r *Reconciler) twin(i *item) bool {
	if i.transaction == "" {
		return false
	}
	for n := r.chains[i.transaction]; n > 0; n = r.item(n).next {
		if o := r.item(n); o.direction == i.direction && o.there.key != 0 {
			return true
		}
	}
	return false
}

// divided reports whether other movements stand for the rest of an item's transaction: what
// its line says is then not the item's alone.
func (r *Reconciler) divided(i *item) bool {
	count := 0
	for n := r.chains[i.transaction]; n > 0; n = r.item(n).next {
		if o := r.item(n); o.direction == i.direction && o.minor != 0 {
			count++
		}
	}
	return count > 1
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
	if f.Proposal.Step == StepCorrect && r.divided(i) {
		f.Proposal = Proposal{Step: StepInspect}
	}
	r.report.add(f, asked)
}
