package register

import (
	"embed"
	"strconv"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
	"github.com/motcua/motcua/payment"
)

//go:embed schema
var schemas embed.FS

// Document is the JSON form of an order: nothing but what happened.
type Document struct {
	Order  string          `json:"order"`  // its id
	Events []payment.Event `json:"events"` // in order
}

// EventLine is one event in JSON Lines, which hold many histories: the events of one order
// stand in order, those of several may be mixed.
type EventLine struct {
	Order string `json:"order"` // id of the order
	payment.Event
}

// Of is an order as it is written; it shares its events.
func Of(o *payment.Order) Document {
	return Document{o.ID(), append([]payment.Event{}, o.Events...)}
}

// Documents returns the kinds of JSON document this package reads.
func Documents() []motcua.Document {
	return strict.Documents(schemas,
		strict.Kind{Name: "order", Check: func(data []byte) motcua.Faults { _, faults := ParseOrder(data); return faults }},
		strict.Kind{Name: "orderEvent", Check: func(data []byte) motcua.Faults { _, faults := ParseEvent(data); return faults }},
		strict.Kind{Name: "journalEntry", Check: func(data []byte) motcua.Faults { _, faults := ParseEntry(data); return faults }},
		strict.Kind{Name: "orderOpening", Check: func(data []byte) motcua.Faults { _, faults := ParseOpening(data); return faults }},
		strict.Kind{Name: "claim", Check: func(data []byte) motcua.Faults { _, faults := ParseClaim(data); return faults }},
	)
}

// ParseOrder reads an order as a document of its history: all that is wrong with its
// form, with every event and with their order under the rows of the life, at once and
// sorted. The order is what the events make.
func ParseOrder(data []byte) (*payment.Order, motcua.Faults) {
	o := new(payment.Order)
	_, faults := strict.Read(data, func(d *Document) (faults motcua.Faults) {
		o, faults = payment.Replay(d.Events)
		faults = faults.At("/events")
		return append(faults, checkID(d.Order, o.Opening)...)
	})
	return o, strict.Unquoted(faults)
}

// ParseEvent reads one event of an order: all that is wrong with it by itself.
func ParseEvent(data []byte) (EventLine, motcua.Faults) {
	l, faults := strict.Read(data, func(l *EventLine) motcua.Faults {
		return append(l.Event.Check(), checkID(l.Order, l.Opening)...)
	})
	return l, strict.Unquoted(faults)
}

// checkID holds the id that events are written under to the one that was opened.
func checkID(order string, opened *payment.Opening) (faults motcua.Faults) {
	if order == "" || opened != nil && opened.ID != order {
		faults.Add(codeOther, "/order", motcua.Text{Vi: "không phải mã của khoản thu", En: "not the id of the order"}, nil)
	}
	return faults
}

// ParseOpening reads what an order asks for: all that is wrong with its form, and what
// [payment.Opening.Check] finds, at once and sorted. No fault quotes a value.
func ParseOpening(data []byte) (payment.Opening, motcua.Faults) {
	o, faults := strict.Read(data, (*payment.Opening).Check)
	return o, strict.Unquoted(faults)
}

// ParseClaim reads a claim: all that is wrong with its form, and what
// [payment.Claim.Check] finds, at once and sorted. No fault quotes a value.
func ParseClaim(data []byte) (payment.Claim, motcua.Faults) {
	c, faults := strict.Read(data, (*payment.Claim).Check)
	return c, strict.Unquoted(faults)
}

// ParseEntry reads an entry of the journal. Postings that do not add up to 0 are a fault.
func ParseEntry(data []byte) (payment.Entry, motcua.Faults) {
	e, faults := strict.Read(data, checkEntry)
	return e, strict.Unquoted(faults)
}

// codeBalance is the fault of an entry that does not balance.
const codeBalance = "PAY-REG-06"

func checkEntry(e *payment.Entry) (faults motcua.Faults) {
	var amounts []payment.Money
	for i, p := range e.Postings {
		if p.Book == 0 {
			faults.Add(codeRecord, motcua.Pointer("postings", strconv.Itoa(i), "book"), motcua.Text{Vi: "thiếu tài khoản", En: "the book is missing"}, nil)
		}
		amounts = append(amounts, p.Amount)
	}
	totals, err := payment.Totals(amounts)
	for _, sum := range totals {
		if sum.Sign() != 0 {
			faults.Add(codeBalance, "/postings", motcua.Text{Vi: "tổng các bút toán là " + sum.String(), En: "the postings add up to " + sum.String()}, nil)
		}
	}
	if err != nil {
		faults.Add(codeBalance, "/postings", motcua.Text{Vi: "không cộng được", En: "cannot be added up"}, err)
	}
	return faults
}
