package reconcile

import (
	"cmp"
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// mark is what a line and an item have in common where they meet by a key; the zero mark
// meets nothing.
type mark struct {
	id        string
	minor     int64
	currency  payment.Currency
	direction Direction
}

// way is how lines and items meet by a key.
type way struct {
	key  Key
	line func(*Line) mark
	item func(*item) mark
	near bool // only if they are not further apart in time than the rules take
}

// ways are those that wait for the end, in the order in which they are trusted.
var ways = [...]way{
	{KeyReferenceAmount, func(l *Line) mark {
		return marked(l.Reference, l.Amount.Minor(), l.Amount.Currency(), l.Direction)
	}, func(i *item) mark { return marked(i.reference, i.minor, i.currency, i.direction) }, false},
	{KeyReference, func(l *Line) mark { return marked(l.Reference, 0, 0, l.Direction) },
		func(i *item) mark { return marked(i.reference, 0, 0, i.direction) }, false},
	{KeyDossierAmount, func(l *Line) mark {
		if l.Reference != "" {
			return mark{}
		}
		return marked(dossierOf(l.Dossier), l.Amount.Minor(), l.Amount.Currency(), l.Direction)
	}, func(i *item) mark { return marked(dossierOf(i.dossier), i.minor, i.currency, i.direction) }, true},
}

func marked(id string, minor int64, c payment.Currency, d Direction) mark {
	if id == "" {
		return mark{}
	}
	return mark{id, minor, c, d}
}

// dossierOf is the code of a dossier in its canonical form, so that both ways of writing
// it are one.
func dossierOf(code string) string {
	if c, err := motcua.ParseDossier(code); err == nil {
		return c.Canonical().String()
	}
	return code
}

// meeting is what has a mark in common.
type meeting struct {
	lines []*Line // by time
	open  []int32 // items that no line met, by time
	met   []int32 // those that one met by a key that is trusted more
	torn  int     // how many of the open ones, those before included, were found ambiguous
}

// join matches what is left by a key: where one line meets one item. What is found
// ambiguous is marked in the end, so that it does not matter which line came first.
func (r *Reconciler) join(w way) {
	meetings := r.meetings(w)
	if len(meetings) == 0 {
		return
	}
	rest := make([]Line, 0, len(r.left))
	var torn []int32
	for i := range r.left {
		l := &r.left[i]
		m := meetings[w.line(l)]
		if m == nil {
			rest = append(rest, *l)
			continue
		}
		from, to := r.near(w, m.open, l)
		open := m.open[from:to]
		switch {
		case len(open) == 0 && w.key == KeyReferenceAmount && len(m.met) == 1 && l.Transaction == "":
			r.odd[m.met[0]] = append(r.odd[m.met[0]], saidBy(r.item(m.met[0]), l, w.key))
		case len(open) == 0:
			rest = append(rest, *l)
		case len(open) == 1 && !r.item(open[0]).ambiguous && r.single(w, m.lines, open[0]):
			r.meet(open[0], l, w.key)
		default:
			torn = append(torn, m.open[max(from, m.torn):max(to, m.torn)]...) // lines come by time: those before are in it
			m.torn = max(to, m.torn)
			r.tell(ClassAmbiguous, w.key, nil, l)
		}
	}
	for _, n := range torn {
		r.item(n).ambiguous = true
	}
	r.left = rest
}

// meetings gathers the lines that are left, and the items that have something in common
// with them.
func (r *Reconciler) meetings(w way) map[mark]*meeting {
	found := map[mark]*meeting{}
	for i := range r.left {
		l := &r.left[i]
		k := w.line(l)
		if k == (mark{}) {
			continue
		}
		if found[k] == nil {
			found[k] = new(meeting)
		}
		found[k].lines = append(found[k].lines, l)
	}
	if len(found) == 0 {
		return nil
	}
	for n, i := range r.all() {
		if i.minor == 0 || i.met && w.key != KeyReferenceAmount {
			continue
		}
		switch m := found[w.item(i)]; {
		case m == nil:
		case i.met:
			m.met = append(m.met, n)
		default:
			m.open = append(m.open, n)
		}
	}
	if w.near {
		for _, m := range found {
			slices.SortStableFunc(m.open, func(a, b int32) int { return cmp.Compare(r.item(a).dated, r.item(b).dated) })
		}
	}
	return found
}

// near is from where to where the items are that a line could be.
func (r *Reconciler) near(w way, items []int32, l *Line) (from, to int) {
	if !w.near {
		return 0, len(items)
	}
	dated, apart := l.Dated.Unix(), r.rules.Minutes*60
	return within(items, dated-apart, dated+apart, func(n int32) int64 { return r.item(n).dated })
}

// within is from where to where things that are sorted by time lie between two times.
func within[E any](list []E, least, most int64, dated func(E) int64) (from, to int) {
	from, _ = slices.BinarySearchFunc(list, least, func(e E, t int64) int { return cmp.Compare(dated(e), t) })
	to, _ = slices.BinarySearchFunc(list, most+1, func(e E, t int64) int { return cmp.Compare(dated(e), t) })
	return from, to
}

// single reports whether all lines that an item could be say the same, so that they are
// one line and its duplicates. Those in between the first and the last say what they say.
func (r *Reconciler) single(w way, lines []*Line, n int32) bool {
	if w.near {
		dated, apart := r.item(n).dated, r.rules.Minutes*60
		from, to := within(lines, dated-apart, dated+apart, func(l *Line) int64 { return l.Dated.Unix() })
		lines = lines[from:to]
	}
	return sameness(lines[0], lines[len(lines)-1]) == 0
}

// sameness is 0 of two lines that say the same movement.
func sameness(a, b *Line) int {
	return cmp.Or(cmp.Compare(a.Dated.Unix(), b.Dated.Unix()), cmp.Compare(a.Transaction, b.Transaction),
		cmp.Compare(a.Amount.Minor(), b.Amount.Minor()), cmp.Compare(a.Amount.Currency(), b.Amount.Currency()))
}

// compareLines orders lines, those that say the same side by side.
func compareLines(a, b Line) int {
	return cmp.Or(sameness(&a, &b), cmp.Compare(a.Direction, b.Direction), cmp.Compare(a.Reference, b.Reference), cmp.Compare(a.Dossier, b.Dossier), cmp.Compare(a.Row, b.Row))
}
