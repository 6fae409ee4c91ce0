package gateway_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/gateway"
)

// evening is when the sound messages say that money moved.
var evening = time.Date(2026, 7, 1, 20, 30, 0, 0, motcua.Vietnam())

// claimed is a claim that names the first attempt.
func claimed(outcome payment.Outcome, code string, origin payment.Origin) payment.Claim {
	return payment.Claim{Reference: "HD0001T1", Outcome: outcome, Transaction: "GD01", Amount: payment.MustMoney("25000 VND"), At: evening, Code: code, Origin: origin}
}

// wantClaim holds a claim to what it should be.
func wantClaim(t *testing.T, why string, got payment.Claim, err error, want payment.Claim) {
	t.Helper()
	same := cmp.Comparer(func(a, b payment.Money) bool { return a == b })
	if diff := cmp.Diff(want, got, same); diff != "" || err != nil {
		t.Errorf("%s: %v (-want +got):\n%s", why, err, diff)
	}
}

// TestConfirmClaims: a code nobody documented never says that money came.
func TestConfirmClaims(t *testing.T) {
	for code, outcome := range map[string]payment.Outcome{
		"00": payment.OutcomeSucceeded, "0": payment.OutcomePending, "01": payment.OutcomePending, "99": payment.OutcomePending, " 00": payment.OutcomePending, "OK": payment.OutcomePending,
	} {
		m, faults := gateway.Parse[gateway.Confirm]([]byte(strings.Replace(soundConfirm, `"00"`, `"`+code+`"`, 1)))
		if faults.Err() != nil {
			t.Fatal(faults)
		}
		want := claimed(outcome, code, payment.OriginCallback)
		want.Unknown = code != "00"
		got, err := m.Claim()
		wantClaim(t, "MaLoi "+code, got, err, want)
		if faults := got.Check(); faults != nil {
			t.Errorf("MaLoi %s: an order does not take it: %v", code, faults)
		}
	}
	var faults motcua.Faults
	if got, err := (&gateway.Confirm{MaLoi: "00"}).Claim(); !errors.As(err, &faults) || got != (payment.Claim{}) {
		t.Errorf("an empty callback claims %+v, %v", got, err)
	}
}

func TestQueryClaims(t *testing.T) {
	for status, outcome := range map[string]payment.Outcome{
		"1": payment.OutcomeSucceeded, "3": payment.OutcomePending, "4": payment.OutcomeFailed, "2": payment.OutcomePending, "01": payment.OutcomePending,
	} {
		r, faults := gateway.Parse[gateway.QueryReply]([]byte(strings.Replace(soundReply, `"TrangThaiGD":"1"`, `"TrangThaiGD":"`+status+`"`, 1)))
		if faults.Err() != nil {
			t.Fatal(faults)
		}
		want := claimed(outcome, status, payment.OriginQuery)
		want.Unknown = status == "2" || status == "01"
		got, err := r.Claim("HD0001T1")
		wantClaim(t, "TrangThaiGD "+status, got, err, want)
	}
	got, err := (&gateway.QueryReply{MaLoi: "00", TrangThaiGD: "3"}).Claim("HD0001T1")
	wantClaim(t, "pending, and nothing else", got, err, payment.Claim{Reference: "HD0001T1", Outcome: payment.OutcomePending, Code: "3", Origin: payment.OriginQuery})
	// A query that was not answered says nothing, though a status stands there.
	got, err = (&gateway.QueryReply{MaLoi: "08", TrangThaiGD: "1", MaGiaoDich: "GD01", SoTien: "25000", MaTienTe: "VND", ThoiGianGD: "20260701203000"}).Claim("HD0001T1")
	wantClaim(t, "not answered", got, err, payment.Claim{Reference: "HD0001T1", Outcome: payment.OutcomePending, Code: "08", Unknown: true, Origin: payment.OriginQuery})
	if _, err := (&gateway.QueryReply{MaLoi: "00", TrangThaiGD: "1"}).Claim("HD0001T1"); err == nil {
		t.Error("a success without an amount is claimed")
	}
	if _, err := (&gateway.QueryReply{MaLoi: "00", TrangThaiGD: "1", MaGiaoDich: "G", SoTien: "25000", MaTienTe: "USD", ThoiGianGD: "20260701203000"}).Claim("HD0001T1"); err == nil {
		t.Error("a success in dollars is claimed")
	}
}

func TestKeyPayClaims(t *testing.T) {
	for status, outcome := range map[string]payment.Outcome{"0": payment.OutcomeSucceeded, "1": payment.OutcomePending, "00": payment.OutcomePending, "-1": payment.OutcomePending} {
		m, faults := gateway.Parse[gateway.KeyPayCallback]([]byte(strings.Replace(soundKeyPayCallback, `"status":"0"`, `"status":"`+status+`"`, 1)))
		if faults.Err() != nil {
			t.Fatal(faults)
		}
		want := claimed(outcome, status, payment.OriginCallback)
		want.Transaction, want.At, want.Unknown = "HD0001T1", time.Time{}, status != "0"
		for _, number := range []string{"KP7", "KP8", ""} { // nobody signs it: sent again with another one it is the same money
			m.TransactionCode = number
			got, err := m.Claim()
			wantClaim(t, "status "+status+", transaction "+number, got, err, want)
		}
	}
	if _, err := (&gateway.KeyPayCallback{}).Claim(); err == nil {
		t.Error("an empty callback claims something")
	}
}

// TestCodes: no code twice, each with a text in both languages and a source; only codes
// of an attempt have an outcome.
func TestCodes(t *testing.T) {
	type key struct{ message, member, code string }
	seen, outcomes := map[key]bool{}, 0
	for _, c := range gateway.Codes() {
		k := key{c.Message, c.Member, c.Code}
		if seen[k] || c.Text.Vi == "" || c.Text.En == "" || c.Source.Basis == 0 || c.Source.Note.IsZero() {
			t.Errorf("%+v", c)
		}
		seen[k] = true
		if c.Outcome != 0 {
			outcomes++
		}
	}
	if outcomes != 5 {
		t.Errorf("%d codes have an outcome", outcomes)
	}
	gateway.Codes()[0].Code = "else"
	if gateway.Codes()[0].Code != "00" {
		t.Error("the table can be changed")
	}
}
