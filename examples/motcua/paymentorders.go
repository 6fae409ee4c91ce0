package main

import (
	"fmt"
	"slices"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

var paymentOrdersCommand = command{
	name:  "payment orders",
	args:  "FILE.jsonl",
	short: "fold events into orders: where each stands, what was taken, and every event that was not lawful",
	long: `
Reads events of orders in JSON Lines, gzipped or not, of one order or of many mixed
(motcua schema show orderEvent), and tells how each order stands: its state, what the
public is told, what was due, taken and refunded, what is too much, and what the payer
owes as more went back than came.

  motcua payment orders events.jsonl

Every event is held to the rows of the life (payment/life.md), to its fingerprint and to
its postings. What is wrong is told with its line and stops no other line; exit code 1 if
there is an error. No person is named in what is written.

  {"order":"HD0001","dossier":"H56.12-260302-0001","state":"paid","status":{"public":"paid",…},"due":{…},"taken":{…},"refunded":{…},"excess":{…},"owed":{…},"online":"portal","version":3}`,
	run: runPaymentOrders,
}

var paymentJournalCommand = command{
	name:  "payment journal",
	args:  "FILE.jsonl",
	short: "write the journal of orders: what every event posted",
	long: `
Reads events of orders as payment orders does, and writes an entry of the journal for each
that posted anything (motcua schema show journalEntry), in the order in which they were
recorded. JSON is what payment reconcile reads:

  motcua payment journal events.jsonl --format json > journal.jsonl`,
	run: runPaymentJournal,
}

// orderLine is the JSON form of how an order stands.
type orderLine struct {
	Order    string         `json:"order"`
	Dossier  string         `json:"dossier,omitempty"`
	State    payment.State  `json:"state"`
	Status   payment.Status `json:"status"`
	Due      payment.Money  `json:"due"`
	Taken    payment.Money  `json:"taken"`
	Refunded payment.Money  `json:"refunded"`
	Excess   payment.Money  `json:"excess"`
	Owed     payment.Money  `json:"owed"`
	Online   payment.Method `json:"online,omitzero"`
	Version  int64          `json:"version"`
}

func runPaymentOrders(s *session) error {
	if err := s.parse(1, 1); err != nil {
		return err
	}
	list, err := s.orders(s.args[0])
	if err != nil {
		return err
	}
	sh := sheet{header: heading("order", "dossier", "state", "public", "payable", "taken", "refunded", "excess", "owed", "online", "events")}
	for _, o := range list {
		line := orderLine{Order: o.ID(), State: o.State, Status: o.Status(), Due: o.Due, Taken: o.Taken, Refunded: o.Refunded, Excess: o.Excess, Owed: o.Owed, Version: o.Version()}
		if o.Opening != nil {
			line.Dossier = o.Opening.Dossier
		}
		online := nothing
		if m, is := o.Online(); is {
			line.Online, online = m, m.String()
		}
		sh.objects = append(sh.objects, line)
		sh.rows = append(sh.rows, []string{line.Order, line.Dossier, line.State.String(), s.text(line.Status.Text), line.Due.String(), line.Taken.String(),
			line.Refunded.String(), line.Excess.String(), line.Owed.String(), online, whole(line.Version)})
	}
	return s.show(sh)
}

func runPaymentJournal(s *session) error {
	if err := s.parse(1, 1); err != nil {
		return err
	}
	list, err := s.orders(s.args[0])
	if err != nil {
		return err
	}
	sh := sheet{header: heading("recorded", "order", "action", "reference", "transaction", "book", "kind", "method", "posted")}
	for _, e := range merged(list) {
		sh.objects = append(sh.objects, e)
		for _, p := range e.Postings {
			kind, method := nothing, nothing
			if p.Kind != 0 {
				kind = p.Kind.String()
			}
			if p.Method != 0 {
				method = p.Method.String()
			}
			sh.rows = append(sh.rows, []string{e.At.In(motcua.Vietnam()).Format(time.RFC3339), e.Order, e.Action.String(), e.Reference, e.Transaction, p.Book.String(), kind, method, p.Amount.String()})
		}
	}
	return s.show(sh)
}

// merged are the entries of all orders as they were recorded.
func merged(list []*payment.Order) (journal []payment.Entry) {
	for _, o := range list {
		journal = append(journal, o.Journal()...)
	}
	slices.SortStableFunc(journal, func(a, b payment.Entry) int { return a.At.Compare(b.At) })
	return journal
}

// orders reads the histories of a file, in the order of their first lines, and reports
// their faults.
func (s *session) orders(name string) ([]*payment.Order, error) {
	in, err := s.open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var ids []string
	var faults motcua.Faults
	events, lines := map[string][]payment.Event{}, map[string][]int{}
	err = register.ReadLines(in, func(number int, l *register.EventLine, told motcua.Faults) error {
		if faults = append(faults, told...); l.Order == "" || told.Err() != nil {
			return nil
		}
		if events[l.Order] == nil {
			ids = append(ids, l.Order)
		}
		events[l.Order], lines[l.Order] = append(events[l.Order], l.Event), append(lines[l.Order], number)
		return nil
	})
	var list []*payment.Order
	for _, id := range ids {
		o, unlawful := payment.Replay(events[id])
		faults = append(faults, onLines(unlawful, lines[id])...)
		list = append(list, o)
	}
	faults.Sort()
	s.report(name, faults)
	if err != nil {
		err = fmt.Errorf("%s: %w", name, err)
	}
	return list, err
}
