package receipt_test

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/receipt"
)

var (
	morning = time.Date(2026, time.August, 3, 8, 30, 0, 0, motcua.Vietnam())
	ctx     = context.Background()
)

const unit = motcua.UnitCode("H56.12")

// series is a series of a kind, told from others by its symbol, with numbers from 1.
func series(k payment.Kind, symbol string, last int64) receipt.Series {
	return receipt.Series{
		Name:   receipt.Name{Unit: unit, Kind: k, Form: "01BLP0-001", Symbol: symbol},
		Issuer: receipt.Issuer{Name: "UBND xã Mẫu", TaxCode: "0100000000", Address: "Thôn Mẫu, xã Mẫu"},
		First:  1, Last: last, Width: 7,
		Valid: motcua.Validity{From: motcua.MustDate("2026-07-01"), To: motcua.MustDate("2027-01-01")},
	}
}

// line is a line of a kind, in đồng or another currency.
func line(k payment.Kind, name, amount string) payment.Line {
	m := payment.MustMoney(amount)
	return payment.Line{
		Name: motcua.Text{Vi: name, En: name}, Kind: k, Quantity: motcua.MustDecimal("1"), Full: m, Amount: m, Rule: "r1",
		Source: motcua.Source{Act: "01/2026/NQ-HĐND", Basis: motcua.BasisLaw},
	}
}

// ask is an order with a phí of 20,000, a lệ phí of 5,000 and delivery, all paid.
func ask(order string) *receipt.Ask {
	return &receipt.Ask{
		Unit: unit, Order: order, Dossier: "H56.12-260803-0001",
		Lines: []payment.Line{
			line(payment.KindPhi, "Phí thẩm định", "20000 VND"), line(payment.KindLePhi, "Lệ phí cấp giấy", "5000 VND"), line(payment.KindOther, "Cước bưu chính", "30000 VND"),
		},
		Payer:  payment.Payer{Name: "Người Nộp Mẫu", ID: "001000000000", Address: "Xã Mẫu"},
		Method: payment.MethodPortal, Taken: payment.MustMoney("55000 VND"), At: morning, Collector: "Cán Bộ Mẫu",
	}
}

// opened is an allocator with a series of 100 numbers for each kind.
func opened(t testing.TB, log motcua.Log) (*receipt.Allocator, []receipt.Name) {
	t.Helper()
	a := receipt.On(log)
	var names []receipt.Name
	for _, k := range []payment.Kind{payment.KindPhi, payment.KindLePhi} {
		s := series(k, "AA-26E", 100)
		if err := a.Open(ctx, &s, morning, "Cán Bộ Mẫu"); err != nil {
			t.Fatal(err)
		}
		names = append(names, s.Name)
	}
	return a, names
}

// events reads the events of a series.
func events(t testing.TB, log motcua.Log, n receipt.Name) (list []receipt.Event) {
	t.Helper()
	for stored, err := range log.Read(ctx, receipt.StreamOf(n), 0) {
		if err != nil {
			t.Fatal(err)
		}
		var record struct{ Event json.RawMessage }
		if err := json.Unmarshal(stored.Data, &record); err != nil {
			t.Fatal(err)
		}
		e, faults := receipt.ParseEvent(record.Event)
		if faults.Err() != nil {
			t.Fatal(faults)
		}
		list = append(list, e)
	}
	return list
}

// audit holds a series to a naive reading of its events: the numbers issued are first,
// first + 1 and so on, no order has two that stand, and the state agrees.
func audit(t testing.TB, log motcua.Log, n receipt.Name) (standing map[string]string) {
	t.Helper()
	list := events(t, log, n)
	standing = map[string]string{} // number of each order
	next, live := int64(1), map[string]string{}
	for i := range list {
		switch e := &list[i]; e.Action {
		case receipt.ActionIssue:
			if want := fmt.Sprintf("%07d", next); e.Receipt.Number != want {
				t.Fatalf("%v: number %s, want %s", n, e.Receipt.Number, want)
			}
			next++
			if other, two := standing[e.Receipt.Order]; two {
				t.Fatalf("%v: order %s has %s and %s", n, e.Receipt.Order, other, e.Receipt.Number)
			}
			standing[e.Receipt.Order], live[e.Receipt.Number] = e.Receipt.Number, e.Receipt.Order
		case receipt.ActionVoid:
			order, is := live[e.Void.Number]
			if !is {
				t.Fatalf("%v: %s is void twice", n, e.Void.Number)
			}
			delete(live, e.Void.Number)
			delete(standing, order)
		}
	}
	state, faults, err := receipt.On(log).Verify(ctx, n, receipt.Head{})
	if err != nil || faults.Err() != nil {
		t.Fatalf("%v: %v, %v", n, faults, err)
	}
	if c := state.Count(); c.Issued != next-1 || c.Stands != int64(len(live)) || c.Issued != c.Stands+c.Void+c.Replaced || c.Issued+c.Left != state.Series.Last {
		t.Fatalf("%v: %+v of %d numbers, %d stand", n, c, next-1, len(live))
	}
	return standing
}

func toJSON(t testing.TB, v any) []byte {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
