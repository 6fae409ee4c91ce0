package reconcile

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"iter"
	"math"
	"slices"

	"github.com/motcua/motcua/payment"
)

// ErrClosed is the error of an entry of the journal that comes when lines of the
// statement have come, or of anything after the closing.
var ErrClosed = errors.New("the journal is closed")

// Reconciler holds a statement against a journal. It is an accumulator, made by [New] and
// not safe for concurrent use.
type Reconciler struct {
	rules  Rules
	items  [][]item         // in shelves, so that what is there is not moved when more comes
	count  int32            // of items
	chains map[string]int32 // the last item of a transaction, by its number from 1
	shut   bool             // lines came
	done   bool
	left   []Line           // that moved money and met nothing by their transaction
	idle   []Line           // that moved none
	odd    map[int32][]said // lines of an item but the best
	torn   []Line           // that could be several items
	again  []item           // of entries that came once more
	taken  map[origin]none  // entries that moved money
	text   []byte           // of the last of them
	volume int64            // of all amounts so far, whatever their currency
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
	told                                   bool // when it moved, from outside
	met                                    bool // a line met it
	ambiguous                              bool // several could
	there                                  said // the line that met it best
}

// said is what is kept of a line that met an item.
type said struct {
	minor, dated, row int64
	currency          payment.Currency
	key               Key
	other             string // its reference, if that is another one
}

// New makes a reconciler; nil rules are the usual ones, and a copy is kept.
func New(rules *Rules) *Reconciler {
	r := &Reconciler{rules: Usual(), chains: map[string]int32{}, odd: map[int32][]said{}, taken: map[origin]none{}, books: ledger{}}
	if rules != nil {
		r.rules = *rules
		r.rules.Methods, r.rules.Units, r.rules.Opening = slices.Clone(rules.Methods), slices.Clone(rules.Units), slices.Clone(rules.Opening)
	}
	for c := ClassMatched; c <= ClassReference; c++ {
		r.report.Counts = append(r.report.Counts, Count{Class: c})
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

// ErrAmount is the error of an entry that moves more than a line of a statement can say,
// 10,000,000,000,000 minor units, and of an entry or a line with which all amounts come to
// more than can be added up.
var ErrAmount = errors.New("an amount out of all proportion")

// Here takes in an entry of the journal; one that moved no money is passed over, and one
// that says all that an entry before it said is told as a duplicate, here. The error is
// [ErrClosed] or [ErrAmount]; then nothing of the entry is taken in.
func (r *Reconciler) Here(e *payment.Entry) error {
	if r.shut {
		return ErrClosed
	}
	volume := int64(0)
	for i := range e.Postings {
		n := distance(e.Postings[i].Amount.Minor(), 0)
		if !r.rules.asks(e, &e.Postings[i]) {
			continue
		}
		if volume += n; n > maxAmount || volume > maxVolume {
			return ErrAmount
		}
	}
	if volume == 0 {
		return nil
	}
	if !r.takes(volume) {
		return ErrAmount
	}
	from := r.originOf(e)
	_, again := r.taken[from]
	r.taken[from] = none{}
	for i := range e.Postings {
		p := &e.Postings[i]
		if p.Amount.Sign() == 0 || !r.rules.asks(e, p) {
			continue
		}
		if moved := itemOf(e, p.Amount); again {
			r.again = append(r.again, moved)
		} else {
			r.move(&moved)
		}
	}
	return nil
}

// origin is what an entry is known by, should it come again: a digest of all it says, so
// that two that say another thing of one event are not taken for one.
type origin [16]byte

type none struct{}

func (r *Reconciler) originOf(e *payment.Entry) origin {
	text := r.text[:0]
	for _, s := range [...]string{e.Order, e.Unit.String(), e.Dossier, e.Reference, e.Transaction} {
		text = append(binary.AppendUvarint(text, uint64(len(s))), s...)
	}
	for _, n := range [...]int64{e.Version, int64(e.Action), e.At.Unix(), int64(e.At.Nanosecond()), e.Dated.Unix(), int64(e.Dated.Nanosecond())} {
		text = binary.AppendVarint(text, n)
	}
	for _, p := range e.Postings {
		text = binary.AppendVarint(append(text, byte(p.Book), byte(p.Kind), byte(p.Method), byte(p.Amount.Currency())), p.Amount.Minor())
	}
	r.text = text
	sum := sha256.Sum256(text)
	return origin(sum[:len(origin{})])
}

// itemOf is what one posting of an entry moved. It is dated as somebody outside said, or
// as it was recorded where nobody did.
func itemOf(e *payment.Entry, amount payment.Money) item {
	i := item{
		order: e.Order, reference: e.Reference, transaction: e.Transaction, dossier: e.Dossier,
		minor: amount.Minor(), dated: e.Dated.Unix(), told: !e.Dated.IsZero(), currency: amount.Currency(), direction: directionOf(e.Action),
	}
	if i.direction == Out {
		i.minor = -i.minor
	}
	if !i.told {
		i.dated = e.At.Unix()
	}
	return i
}

// move adds a movement to what is known of its transaction. The first time counts, and
// one from outside before all others.
func (r *Reconciler) move(i *item) {
	if was := r.same(i); was != nil {
		was.minor += i.minor
		if i.told && !was.told || i.told == was.told && i.dated < was.dated {
			was.dated, was.told = i.dated, i.told
		}
		return
	}
	i.next = r.chains[i.transaction]
	r.put(*i)
	if i.transaction != "" {
		r.chains[i.transaction] = r.count
	}
}

// same finds the item a movement adds to.
func (r *Reconciler) same(m *item) *item {
	if m.transaction == "" {
		return nil
	}
	for n := r.chains[m.transaction]; n > 0; n = r.item(n).next {
		if i := r.item(n); i.order == m.order && i.reference == m.reference && i.direction == m.direction && i.currency == m.currency {
			return i
		}
	}
	return nil
}

// There takes in a line of the statement, which may be changed afterwards. The error is
// [ErrClosed], [ErrAmount], or motcua.Faults of a line that is wrong; then it is not taken
// in.
func (r *Reconciler) There(l *Line) error {
	if r.done {
		return ErrClosed
	}
	if err := l.Check().Err(); err != nil {
		return err
	}
	if !r.takes(l.Amount.Minor()) {
		return ErrAmount
	}
	r.shut = true
	r.report.Lines++
	if !l.moved() {
		r.idle = append(r.idle, l.kept())
		return nil
	}
	if r.rules.within(l.Dated.Unix()) {
		r.books.there(l)
	}
	switch n, several := r.byTransaction(l); {
	case several:
		r.torn = append(r.torn, l.kept())
	case n > 0:
		r.meet(n, l, KeyTransaction)
	default:
		r.left = append(r.left, l.kept())
	}
	return nil
}

// maxVolume is what all amounts of both sides may come to: no sum of them, nor of the
// opening balances with them, can then wrap.
const maxVolume = math.MaxInt64 / 4

// takes reports whether one more amount can be added up with all others.
func (r *Reconciler) takes(minor int64) bool {
	if n := distance(minor, 0); r.volume <= maxVolume-n {
		r.volume += n
		return true
	}
	return false
}

// kept is the line without what the payer wrote, which nothing is found by.
func (l *Line) kept() Line {
	k := *l
	k.Description = ""
	return k
}

// shelf is how many items lie together.
const shelf = 1 << 12

// put adds an item.
func (r *Reconciler) put(i item) {
	if r.count%shelf == 0 {
		r.items = append(r.items, make([]item, 0, shelf))
	}
	last := &r.items[len(r.items)-1]
	*last = append(*last, i)
	r.count++
}

// item is the item of a number, from 1.
func (r *Reconciler) item(n int32) *item { return &r.items[(n-1)/shelf][(n-1)%shelf] }

// all are the items with their numbers.
func (r *Reconciler) all() iter.Seq2[int32, *item] {
	return func(yield func(int32, *item) bool) {
		for n := int32(1); n <= r.count; n++ {
			if !yield(n, r.item(n)) {
				return
			}
		}
	}
}

// byTransaction finds the item of a line's transaction; several if the line does not say
// which of them.
func (r *Reconciler) byTransaction(l *Line) (found int32, several bool) {
	if l.Transaction == "" {
		return 0, false
	}
	count, same, exact := 0, 0, int32(0)
	for n := r.chains[l.Transaction]; n > 0; n = r.item(n).next {
		i := r.item(n)
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
