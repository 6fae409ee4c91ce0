package reconcile_test

import (
	"fmt"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/reconcile"
)

// monday is when the planted month begins.
var monday = time.Date(2026, 3, 2, 0, 0, 0, 0, motcua.Vietnam())

// vnd is an amount.
func vnd(n int64) payment.Money {
	m, _ := payment.NewMoney(n, payment.VND) // of a currency there is, it makes any
	return m
}

// entry is an entry of the journal: money that came in, or went out below 0.
func entry(order, reference, transaction, dossier string, minor int64, dated time.Time) payment.Entry {
	e := payment.Entry{
		Order: order, Version: 2, At: dated.Add(time.Minute), Action: payment.ActionReport, Dossier: dossier, Reference: reference, Transaction: transaction, Dated: dated,
		Postings: []payment.Posting{{Book: payment.BookClearing, Method: payment.MethodPortal, Amount: vnd(minor)}, {Book: payment.BookReceivable, Amount: vnd(-minor)}},
	}
	if minor < 0 {
		e.Action = payment.ActionSettleRefund
	}
	return e
}

// lineOf is the line of a statement that says what an entry of the journal says.
func lineOf(e *payment.Entry) reconcile.Line {
	l := reconcile.Line{Reference: e.Reference, Transaction: e.Transaction, Amount: e.Postings[0].Amount, Direction: reconcile.In, Dated: e.Dated, Outcome: payment.OutcomeSucceeded}
	if l.Amount.Sign() < 0 {
		l.Amount, l.Direction = l.Amount.Neg(), reconcile.Out
	}
	return l
}

// plants are a journal and a statement with known differences.
type plants struct {
	journal []payment.Entry
	lines   []reconcile.Line
	want    []string // findings
	counts  map[reconcile.Class]int64
	idle    int64
	n       int // number of the next
}

// pair makes an entry and its line.
func (p *plants) pair() (payment.Entry, reconcile.Line) {
	p.n++
	order := fmt.Sprintf("HD%07d", p.n)
	dated := monday.Add(time.Duration(p.n%28) * 24 * time.Hour).Add(9 * time.Hour).Add(time.Duration(p.n%600) * time.Second)
	e := entry(order, order+"T1", fmt.Sprintf("G%07d", p.n), fmt.Sprintf("H56.12-260302-%07d", p.n), int64(1+p.n%97)*1000, dated)
	return e, lineOf(&e)
}

// enter puts both sides down; a nil side is not there.
func (p *plants) enter(e *payment.Entry, lines ...reconcile.Line) {
	if e != nil {
		p.journal = append(p.journal, *e)
	}
	for _, l := range lines {
		l.Row = int64(len(p.lines) + 1)
		p.lines = append(p.lines, l)
	}
}

// expect writes down what must be found.
func (p *plants) expect(c reconcile.Class, key reconcile.Key, order, reference, transaction string, here, there payment.Money) {
	p.counts[c]++
	if c != reconcile.ClassMatched {
		p.want = append(p.want, told(c, key, order, reference, transaction, here, there))
	}
}

func told(c reconcile.Class, key reconcile.Key, order, reference, transaction string, here, there payment.Money) string {
	return fmt.Sprintf("%v by %d: %s %s %s, here %v, there %v", c, key, order, reference, transaction, here, there)
}

// kinds of differences, each as many times as the others.
var kinds = []struct {
	name  string
	plant func(p *plants)
}{
	{"matched by reference and amount", func(p *plants) {
		e, l := p.pair()
		l.Transaction = ""
		p.enter(&e, l)
		p.expect(reconcile.ClassMatched, reconcile.KeyReferenceAmount, "", "", "", l.Amount, l.Amount)
	}},
	{"matched by dossier, amount and day", func(p *plants) {
		e, l := p.pair()
		l.Reference, l.Transaction, l.Dossier = "", "B"+e.Transaction, e.Dossier
		p.enter(&e, l)
		p.expect(reconcile.ClassMatched, reconcile.KeyDossierAmount, "", "", "", l.Amount, l.Amount)
	}},
	{"a refund", func(p *plants) {
		e, _ := p.pair()
		e = entry(e.Order, "", e.Transaction, e.Dossier, -e.Postings[0].Amount.Minor(), e.Dated)
		l := lineOf(&e)
		p.enter(&e, l)
		p.expect(reconcile.ClassMatched, reconcile.KeyTransaction, "", "", "", l.Amount, l.Amount)
	}},
	{"missing here", func(p *plants) {
		_, l := p.pair()
		p.enter(nil, l)
		p.expect(reconcile.ClassMissingHere, 0, "", l.Reference, l.Transaction, payment.Money{}, l.Amount)
	}},
	{"missing here, of a dossier", func(p *plants) {
		e, l := p.pair()
		l.Reference, l.Transaction, l.Dossier = "", "", e.Dossier
		p.enter(nil, l)
		p.expect(reconcile.ClassMissingHere, 0, "", "", "", payment.Money{}, l.Amount)
	}},
	{"missing here, and twice there", func(p *plants) {
		_, l := p.pair()
		p.enter(nil, l, l)
		p.expect(reconcile.ClassMissingHere, 0, "", l.Reference, l.Transaction, payment.Money{}, l.Amount)
		p.expect(reconcile.ClassDuplicate, 0, "", l.Reference, l.Transaction, payment.Money{}, l.Amount)
	}},
	{"paid a second time, which nobody here knows", func(p *plants) {
		e, l := p.pair()
		more := l
		more.Transaction = "B" + l.Transaction
		p.enter(&e, more, l)
		p.expect(reconcile.ClassMatched, reconcile.KeyTransaction, "", "", "", l.Amount, l.Amount)
		p.expect(reconcile.ClassMissingHere, 0, "", more.Reference, more.Transaction, payment.Money{}, more.Amount)
	}},
	{"missing there", func(p *plants) {
		e, l := p.pair()
		p.enter(&e)
		p.expect(reconcile.ClassMissingThere, 0, e.Order, e.Reference, e.Transaction, l.Amount, payment.Money{})
	}},
	{"a refund that is missing there", func(p *plants) {
		e, l := p.pair()
		e = entry(e.Order, "", e.Transaction, e.Dossier, -l.Amount.Minor(), e.Dated)
		p.enter(&e)
		p.expect(reconcile.ClassMissingThere, 0, e.Order, "", e.Transaction, l.Amount, payment.Money{})
	}},
	{"not there yet", func(p *plants) {
		e, l := p.pair()
		e.Dated = monday.AddDate(0, 0, 29) // two days before the end
		p.enter(&e)
		p.expect(reconcile.ClassNotYet, 0, e.Order, e.Reference, e.Transaction, l.Amount, payment.Money{})
	}},
	{"another amount", func(p *plants) {
		e, l := p.pair()
		l.Amount = vnd(l.Amount.Minor() + 500)
		p.enter(&e, l)
		p.expect(reconcile.ClassAmount, reconcile.KeyTransaction, e.Order, e.Reference, e.Transaction, e.Postings[0].Amount, l.Amount)
	}},
	{"another amount, by the reference", func(p *plants) {
		e, l := p.pair()
		l.Amount, l.Transaction = vnd(l.Amount.Minor()-500), ""
		p.enter(&e, l)
		p.expect(reconcile.ClassAmount, reconcile.KeyReference, e.Order, e.Reference, e.Transaction, e.Postings[0].Amount, l.Amount)
	}},
	{"another date", func(p *plants) {
		e, l := p.pair()
		l.Dated = l.Dated.Add(24*time.Hour + time.Second)
		p.enter(&e, l)
		p.expect(reconcile.ClassDate, reconcile.KeyTransaction, e.Order, e.Reference, e.Transaction, l.Amount, l.Amount)
	}},
	{"another reference", func(p *plants) {
		e, l := p.pair()
		l.Reference = "X" + l.Reference
		p.enter(&e, l)
		p.expect(reconcile.ClassReference, reconcile.KeyTransaction, e.Order, e.Reference, e.Transaction, l.Amount, l.Amount)
	}},
	{"another status", func(p *plants) {
		e, l := p.pair()
		l.Outcome = payment.OutcomeFailed
		p.enter(&e, l)
		p.expect(reconcile.ClassStatus, reconcile.KeyTransaction, e.Order, e.Reference, e.Transaction, l.Amount, l.Amount)
	}},
	{"another status, by the reference", func(p *plants) {
		e, l := p.pair()
		l.Outcome, l.Transaction = payment.OutcomePending, ""
		p.enter(&e, l)
		p.expect(reconcile.ClassStatus, reconcile.KeyReference, e.Order, e.Reference, e.Transaction, l.Amount, l.Amount)
	}},
	{"failed on both sides", func(p *plants) {
		_, l := p.pair()
		l.Outcome = payment.OutcomeCancelled
		p.enter(nil, l)
		p.idle++
	}},
	{"twice there", func(p *plants) {
		e, l := p.pair()
		p.enter(&e, l, l)
		p.expect(reconcile.ClassMatched, reconcile.KeyTransaction, "", "", "", l.Amount, l.Amount)
		p.expect(reconcile.ClassDuplicate, reconcile.KeyTransaction, e.Order, e.Reference, e.Transaction, payment.Money{}, l.Amount)
	}},
	{"twice here", func(p *plants) {
		e, l := p.pair()
		p.enter(&e, l)
		p.enter(&e)
		p.expect(reconcile.ClassMatched, reconcile.KeyTransaction, "", "", "", l.Amount, l.Amount)
		p.expect(reconcile.ClassDuplicate, 0, e.Order, e.Reference, e.Transaction, l.Amount, payment.Money{})
	}},
	{"one transaction here under two orders", func(p *plants) {
		e, l := p.pair()
		o, _ := p.pair()
		o.Transaction = e.Transaction
		p.enter(&e, l)
		p.enter(&o)
		p.expect(reconcile.ClassMatched, reconcile.KeyTransaction, "", "", "", l.Amount, l.Amount)
		p.expect(reconcile.ClassDuplicate, reconcile.KeyTransaction, o.Order, o.Reference, o.Transaction, o.Postings[0].Amount, payment.Money{})
	}},
	{"two of one transaction, and the line does not say which", func(p *plants) {
		e, l := p.pair()
		o, _ := p.pair()
		o.Transaction = e.Transaction
		l.Reference = ""
		p.enter(&e, l)
		p.enter(&o)
		p.expect(reconcile.ClassAmbiguous, 0, e.Order, e.Reference, e.Transaction, e.Postings[0].Amount, payment.Money{})
		p.expect(reconcile.ClassAmbiguous, 0, o.Order, o.Reference, e.Transaction, o.Postings[0].Amount, payment.Money{})
		p.expect(reconcile.ClassAmbiguous, reconcile.KeyTransaction, "", "", e.Transaction, payment.Money{}, l.Amount)
	}},
	{"two lines of other transactions for one attempt", func(p *plants) {
		e, l := p.pair()
		a, b := l, l
		a.Transaction, b.Transaction = "A"+l.Transaction, "B"+l.Transaction
		p.enter(&e, a, b)
		p.expect(reconcile.ClassAmbiguous, 0, e.Order, e.Reference, e.Transaction, l.Amount, payment.Money{})
		p.expect(reconcile.ClassAmbiguous, reconcile.KeyReferenceAmount, "", e.Reference, a.Transaction, payment.Money{}, l.Amount)
		p.expect(reconcile.ClassAmbiguous, reconcile.KeyReferenceAmount, "", e.Reference, b.Transaction, payment.Money{}, l.Amount)
	}},
}
