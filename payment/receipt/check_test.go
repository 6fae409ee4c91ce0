package receipt_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/receipt"
)

// sound is a receipt that states every member: replaced, and in the place of another.
func sound(t testing.TB) receipt.Receipt {
	t.Helper()
	a, names := opened(t, new(motcua.MemoryLog))
	why := receipt.Why{Reason: "ghi sai", At: morning.Add(time.Hour)}
	list, err := a.Issue(ctx, ask("HD1"), names...)
	for range 2 {
		if err != nil {
			t.Fatal(err)
		}
		list[0], err = a.Replace(ctx, &list[0], ask("HD1"), why, names...)
	}
	if err != nil {
		t.Fatal(err)
	}
	all, err := a.Of(ctx, "HD1")
	if err != nil {
		t.Fatal(err)
	}
	l := &all[2].Lines[0]
	l.Code, l.Unit, l.Reason, l.Support = "PHI01", "bản", motcua.Text{Vi: "Lý do", En: "Reason"}, payment.MustMoney("1000 VND")
	l.Source.Article = "Điều 1"
	l.Changes = []payment.Change{{Kind: payment.ChangeSupport, Rule: "r3", Title: motcua.Text{Vi: "Hỗ trợ", En: "Support"}, Amount: l.Support, Source: l.Source}}
	return all[2]
}

// badReceipts each have one thing wrong with them.
var badReceipts = []struct {
	why   string
	spoil func(*receipt.Receipt)
	want  []string
}{
	{"no unit", func(r *receipt.Receipt) { r.Unit = "" }, []string{"PAY-RCP-01 /unit"}},
	{"no form", func(r *receipt.Receipt) { r.Form = "" }, []string{"PAY-RCP-01 /form"}},
	{"small letters", func(r *receipt.Receipt) { r.Symbol = "aa-26E" }, []string{"PAY-RCP-02 /symbol"}},
	{"a symbol without end", func(r *receipt.Receipt) { r.Symbol = strings.Repeat("A", 21) }, []string{"PAY-RCP-02 /symbol"}},
	{"a kind without receipts: its line is of another kind then", func(r *receipt.Receipt) { r.Kind = payment.KindOther }, []string{"PAY-RCP-05 /kind", "PAY-RCP-05 /lines/0/kind"}},
	{"a line of another kind", func(r *receipt.Receipt) { r.Lines[0].Kind = payment.KindLePhi }, []string{"PAY-RCP-05 /lines/0/kind"}},
	{"a line with a fault", func(r *receipt.Receipt) { r.Lines[0].Rule = "" }, []string{"PAY-LINE-05 /lines/0/rule"}},
	{"no lines", func(r *receipt.Receipt) { r.Lines = nil }, []string{"PAY-RCP-01 /lines"}},
	{"two currencies", func(r *receipt.Receipt) { r.Lines = append(r.Lines, line(payment.KindPhi, "Phí", "5 USD")) }, []string{"PAY-RCP-06 /lines"}},
	{"a total of something else", func(r *receipt.Receipt) { r.Total = payment.MustMoney("20001 VND") }, []string{"PAY-RCP-06 /total"}},
	{"no total", func(r *receipt.Receipt) { r.Total = payment.Money{} }, []string{"PAY-RCP-06 /total"}},
	{"words of something else", func(r *receipt.Receipt) { r.Words = "Hai mươi ngàn đồng" }, []string{"PAY-RCP-07 /words"}},
	{"no number", func(r *receipt.Receipt) { r.Number = "" }, []string{"PAY-RCP-08 /number"}},
	{"0 is no number", func(r *receipt.Receipt) { r.Number = "0000000" }, []string{"PAY-RCP-08 /number"}},
	{"letters", func(r *receipt.Receipt) { r.Number = "000000A" }, []string{"PAY-RCP-08 /number"}},
	{"nine digits", func(r *receipt.Receipt) { r.Number = "000000001" }, []string{"PAY-RCP-08 /number"}},
	{"eight digits before 1 July 2026", func(r *receipt.Receipt) {
		r.Number, r.At = "00000001", time.Date(2026, 6, 30, 23, 59, 0, 0, motcua.Vietnam())
	}, []string{"PAY-RCP-08 /number"}},
	{"no issuer", func(r *receipt.Receipt) { r.Issuer = receipt.Issuer{} }, []string{"PAY-RCP-01 /issuer/name", "PAY-RCP-01 /issuer/taxCode"}},
	{"a reference is no id", func(r *receipt.Receipt) { r.Order = "HD-1" }, []string{"PAY-RCP-01 /order"}},
	{"no time", func(r *receipt.Receipt) { r.At = time.Time{} }, []string{"PAY-RCP-01 /at"}},
	{"no act", func(r *receipt.Receipt) { r.Source = motcua.Source{} }, []string{"PAY-RCP-01 /source/basis"}},
	{"in the place of nothing", func(r *receipt.Receipt) { r.Replaces = &receipt.Ref{} }, []string{"PAY-RCP-01 /replaces/form", "PAY-RCP-08 /replaces/number", "PAY-RCP-01 /replaces/symbol"}},
	{"void since never", func(r *receipt.Receipt) { r.Void = &receipt.Void{} }, []string{"PAY-RCP-01 /void/at"}},
	{"replaced, and not", func(r *receipt.Receipt) {
		r.Void = &receipt.Void{At: morning, By: &receipt.Ref{Form: "A", Symbol: "B", Number: "1"}}
	}, []string{"PAY-RCP-19 /void/by"}},
}

func TestBadReceipts(t *testing.T) {
	r := sound(t)
	if faults := r.Check(); len(faults) > 0 {
		t.Fatal(faults)
	}
	for _, row := range badReceipts {
		r := sound(t)
		row.spoil(&r)
		if got := places(r.Check()); !slices.Equal(got, row.want) {
			t.Errorf("%s: %q, want %q", row.why, got, row.want)
		}
	}
}

// TestEightDigits: since 1 July 2026 a number may have eight.
func TestEightDigits(t *testing.T) {
	r := sound(t)
	r.Number, r.At = "00000001", time.Date(2026, 7, 1, 0, 0, 0, 0, motcua.Vietnam())
	if faults := r.Check(); faults.Err() != nil {
		t.Error(faults)
	}
}

var badSeries = []struct {
	why   string
	spoil func(*receipt.Series)
	want  []string
}{
	{"numbers from 0", func(s *receipt.Series) { s.First = 0 }, []string{"PAY-RCP-03 /first"}},
	{"an end before the start", func(s *receipt.Series) { s.First = 101 }, []string{"PAY-RCP-03 /last"}},
	{"too narrow for the last number", func(s *receipt.Series) { s.Width = 2 }, []string{"PAY-RCP-03 /width"}},
	{"nine digits", func(s *receipt.Series) { s.Width = 9 }, []string{"PAY-RCP-03 /width"}},
	{"eight digits, begun before 1 July 2026", func(s *receipt.Series) { s.Width, s.Valid.From = 8, motcua.MustDate("2026-06-30") }, []string{"PAY-RCP-03 /width"}},
	{"no end", func(s *receipt.Series) { s.Valid.To = motcua.Date(0) }, []string{"PAY-RCP-04 /valid"}},
	{"an end before its start", func(s *receipt.Series) { s.Valid.To = s.Valid.From }, []string{"PAY-RCP-04 /valid"}},
	{"into the next year", func(s *receipt.Series) { s.Valid.To = motcua.MustDate("2027-01-02") }, []string{"PAY-RCP-04 /valid/to"}},
	{"before any rule", func(s *receipt.Series) {
		s.Valid = motcua.Validity{From: motcua.MustDate("2022-06-30"), To: motcua.MustDate("2022-12-01")}
	}, []string{"PAY-RCP-04 /valid/from"}},
	{"no tax code", func(s *receipt.Series) { s.Issuer.TaxCode = "" }, []string{"PAY-RCP-01 /issuer/taxCode"}},
	{"no symbol", func(s *receipt.Series) { s.Symbol = "" }, []string{"PAY-RCP-01 /symbol"}},
	{"neither phí nor lệ phí", func(s *receipt.Series) { s.Kind = payment.KindOther }, []string{"PAY-RCP-05 /kind"}},
}

func TestBadSeries(t *testing.T) {
	s := series(payment.KindPhi, "AA-26E", 100)
	if faults := s.Check(); len(faults) > 0 {
		t.Fatal(faults)
	}
	for _, row := range badSeries {
		s := series(payment.KindPhi, "AA-26E", 100)
		row.spoil(&s)
		if got := places(s.Check()); !slices.Equal(got, row.want) {
			t.Errorf("%s: %q, want %q", row.why, got, row.want)
		}
	}
}

// TestStreams: no two series share a stream, however their symbols are written.
func TestStreams(t *testing.T) {
	a := receipt.Name{Unit: unit, Kind: payment.KindPhi, Form: "01/A", Symbol: "B"}
	b := receipt.Name{Unit: unit, Kind: payment.KindPhi, Form: "01", Symbol: "A/B"}
	if one, two := receipt.StreamOf(a), receipt.StreamOf(b); one != "receipts/H56.12/phi/01%2FA/B" || two != "receipts/H56.12/phi/01/A%2FB" {
		t.Error(one, two)
	}
}

// TestBadEvents: what an event needs and does not take, by its action.
func TestBadEvents(t *testing.T) {
	list := history(t)
	for _, row := range []struct {
		why   string
		event int
		spoil func(*receipt.Event)
		want  []string
	}{
		{"no id", 6, func(e *receipt.Event) { e.ID = "" }, []string{"PAY-RCP-01 /id"}},
		{"no time", 6, func(e *receipt.Event) { e.At = time.Time{} }, []string{"PAY-RCP-01 /at"}},
		{"no action", 6, func(e *receipt.Event) { e.Action = 0 }, []string{"PAY-RCP-01 /action"}},
		{"open without a series", 0, func(e *receipt.Event) { e.Series = nil }, []string{"PAY-RCP-09 /series"}},
		{"issue without a receipt", 1, func(e *receipt.Event) { e.Receipt = nil }, []string{"PAY-RCP-09 /receipt"}},
		{"void without a number", 3, func(e *receipt.Event) { e.Void = nil }, []string{"PAY-RCP-09 /void"}},
		{"close with a receipt", 6, func(e *receipt.Event) { e.Void = &receipt.Voiding{Number: "1", Reason: "x"} }, []string{"PAY-RCP-09 /void"}},
		{"void with something that is no number", 3, func(e *receipt.Event) { e.Void.Number = "x" }, []string{"PAY-RCP-08 /void/number"}},
		{"a series with a fault", 0, func(e *receipt.Event) { e.Series.First = 0 }, []string{"PAY-RCP-03 /series/first"}},
		{"issued at another time", 1, func(e *receipt.Event) { e.At = e.At.Add(1) }, []string{"PAY-RCP-13 /receipt/at"}},
		{"issued void", 1, func(e *receipt.Event) { e.Receipt.Void = &receipt.Void{At: morning} }, []string{"PAY-RCP-09 /receipt/void"}},
	} {
		if faults := list[row.event].Check(); len(faults) > 0 {
			t.Fatal(faults)
		}
		e := history(t)[row.event]
		row.spoil(&e)
		if got := places(e.Check()); !slices.Equal(got, row.want) {
			t.Errorf("%s: %q, want %q", row.why, got, row.want)
		}
	}
}

// TestRules: for every day from July 2022 there is one rule of numbers, each rule says
// something in both languages and where it comes from.
func TestRules(t *testing.T) {
	for day := motcua.MustDate("2022-07-01"); day < motcua.MustDate("2028-01-01"); day = day.AddDays(1) {
		found := 0
		for _, r := range receipt.Rules() {
			if r.ID == "number" && r.Valid.Contains(day) {
				found++
			}
		}
		if found != 1 {
			t.Fatalf("%v has %d rules of numbers", day, found)
		}
	}
	for _, r := range receipt.Rules() {
		if _, err := r.Source.Basis.MarshalText(); err != nil || r.Text.Vi == "" || r.Text.En == "" || (r.Digits > 0) != (r.ID == "number") {
			t.Errorf("%+v", r)
		}
	}
	if receipt.Title(payment.KindPhi).IsZero() || receipt.Title(payment.KindLePhi).IsZero() || !receipt.Title(payment.KindOther).IsZero() {
		t.Error("phí and lệ phí have receipts, and nothing else has")
	}
}
