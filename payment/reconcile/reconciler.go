package reconcile

import (
	"cmp"
	"errors"
	"strconv"

	"github.com/motcua/motcua/payment"
)

// ErrClosed is the error of an entry of the journal that comes when lines of the
// statement have come, or of anything after the closing.
var ErrClosed = errors.New("the journal is closed")

// Reconciler holds a statement against a journal. It is an accumulator, made by [New] and
// not safe for concurrent use.
type Reconciler struct {
	rules  Rules
	items  []item
	chains map[string]int32 // the last item of a transaction, by its number from 1
	shut   bool             // lines came
	done   bool
	left   []Line           // that moved money and met nothing by their transaction
	idle   []Line           // that moved none
	odd    map[int32][]Line // lines of an item but the best
	torn   []Line           // that could be several items
	books  ledger
	report Report
}

// item is a movement of money as the journal has it: all entries of one transaction of
// an attempt in one direction.
type item struct {
	order, reference, transaction, dossier string
	minor, dated                           int64 // what moved; when
	next                                   int32 // item of the same transaction before it
	currency                               payment.Currency
	direction                              Direction
	met                                    bool // a line met it
	ambiguous                              bool // several could
	there                                  said // the line that met it best
}

// said is what is kept of a line that met an item.
type said struct {
	minor, dated, row int64
	currency          payment.Currency
	key               Key
}

// New makes a reconciler; nil rules are the usual ones, and a copy is kept.
func New(rules *Rules) *Reconciler {
	r := &Reconciler{rules: Usual(), chains: map[string]int32{}, odd: map[int32][]Line{}, books: ledger{}}
	if rules != nil {
		r.rules = *rules
	}
	return r
}

// directionOf says on which side of a statement an entry is looked for.
func directionOf(a payment.Action) Direction {
	if a == payment.ActionSettleRefund || a == payment.ActionSettleDispute {
		return Out
	}
	return In
}

// Here takes in an entry of the journal; one that moved no money is passed over. The
// error is [ErrClosed].
func (r *Reconciler) Here(e *payment.Entry) error {
	if r.shut {
		return ErrClosed
	}
	for _, p := range e.Postings {
		if p.Book == payment.BookClearing && p.Amount.Sign() != 0 {
			r.move(e, p.Amount)
		}
	}
	return nil
}

// move adds a movement to what is known of its transaction.
func (r *Reconciler) move(e *payment.Entry, amount payment.Money) {
	direction, minor := directionOf(e.Action), amount.Minor()
	if direction == Out {
		minor = -minor
	}
	last := r.chains[e.Transaction]
	if e.Transaction != "" {
		for n := last; n > 0; n = r.items[n-1].next {
			i := &r.items[n-1]
			if i.order == e.Order && i.reference == e.Reference && i.direction == direction && i.currency == amount.Currency() {
				i.minor += minor
				return
			}
		}
	}
	dated := e.Dated
	if dated.IsZero() {
		dated = e.At
	}
	r.items = append(r.items, item{
		order: e.Order, reference: e.Reference, transaction: e.Transaction, dossier: e.Dossier,
		minor: minor, dated: dated.Unix(), currency: amount.Currency(), direction: direction, next: last,
	})
	if e.Transaction != "" {
		r.chains[e.Transaction] = int32(len(r.items))
	}
}

// There takes in a line of the statement, which may be changed afterwards. The error is
// [ErrClosed].
func (r *Reconciler) There(l *Line) error {
	if r.done {
		return ErrClosed
	}
	r.shut = true
	r.report.Lines++
	if !l.moved() {
		r.idle = append(r.idle, *l)
		return nil
	}
	if r.rules.within(l.Dated.Unix()) {
		r.books.there(l)
	}
	switch n, several := r.byTransaction(l); {
	case several:
		r.torn = append(r.torn, *l)
	case n > 0:
		r.meet(n, l, KeyTransaction)
	default:
		r.left = append(r.left, *l)
	}
	return nil
}

// byTransaction finds the item of a line's transaction; several if the line does not say
// which of them.
func (r *Reconciler) byTransaction(l *Line) (found int32, several bool) {
	if l.Transaction == "" {
		return 0, false
	}
	count, same, exact := 0, 0, int32(0)
	for n := r.chains[l.Transaction]; n > 0; n = r.items[n-1].next {
		i := &r.items[n-1]
		if i.direction != l.Direction || i.minor == 0 {
			continue
		}
		count++
		found = n
		if i.reference == l.Reference {
			same++
			exact = n
		}
	}
	if count > 1 && same == 1 {
		return exact, false
	}
	return found, count > 1
}

// meet lets a line meet an item. Of several lines that do the best is kept, so that it
// does not matter which came first.
func (r *Reconciler) meet(n int32, l *Line, key Key) {
	i := &r.items[n-1]
	line := said{l.Amount.Minor(), l.Dated.Unix(), l.Row, l.Amount.Currency(), key}
	if !i.met {
		i.met, i.there = true, line
		return
	}
	if r.better(i, line, i.there) {
		line, i.there = i.there, line
	}
	r.odd[n] = append(r.odd[n], Line{Amount: money(line.minor, line.currency), Direction: i.direction, Dated: at(line.dated), Row: line.row})
}

// better reports whether a line fits an item better than another.
func (r *Reconciler) better(i *item, a, b said) bool {
	return cmp.Or(
		cmp.Compare(r.classOf(i, a), r.classOf(i, b)),
		cmp.Compare(distance(a.minor, i.minor), distance(b.minor, i.minor)),
		cmp.Compare(a.dated, b.dated), cmp.Compare(a.row, b.row),
	) < 0
}

// classOf is the class of an item and the line that meets it.
func (r *Reconciler) classOf(i *item, l said) Class {
	switch {
	case l.currency != i.currency || distance(l.minor, i.minor) > r.rules.Amount:
		return ClassAmount
	case distance(l.dated, i.dated) > r.rules.Minutes*60:
		return ClassDate
	}
	return ClassMatched
}

func distance(a, b int64) int64 { return max(a-b, b-a) }

func money(minor int64, c payment.Currency) payment.Money {
	m, err := payment.NewMoney(minor, c)
	if err != nil { // of amounts that were taken in none is
		return payment.Money{}
	}
	return m
}

// keyed is the text of a key that is made of several members.
func keyed(id string, d Direction, minor int64, c payment.Currency) string {
	return id + "\x00" + strconv.Itoa(int(d)) + strconv.Itoa(int(c)) + "\x00" + strconv.FormatInt(minor, 10)
}
