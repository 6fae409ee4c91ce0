package client_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/gateway"
	"github.com/motcua/motcua/payment/gateway/client"
)

// oddities are callbacks, and as what they are kept; "" is not at all.
var oddities = []struct {
	reason string
	spoil  func(*gateway.Confirm)
	late   time.Duration
	secret string
	take   error
	want   string
	status int // of the answer where it was kept
}{
	{"taken", func(*gateway.Confirm) {}, 0, "bi-mat-thu", nil, "", 200},
	{"Take could not: it comes again", func(*gateway.Confirm) {}, 0, "bi-mat-thu", errors.New("disk full"), "", 200},
	{"another currency", func(m *gateway.Confirm) { m.MaTienTe = "USD" }, 0, "bi-mat-thu", nil, "HD0001T1 says what cannot be", 200},
	{"nothing was paid, successfully", func(m *gateway.Confirm) { m.SoTien = "0" }, 0, "bi-mat-thu", nil, "HD0001T1 says what cannot be", 200},
	{"a success without a transaction", func(m *gateway.Confirm) { m.MaGiaoDich = "" }, 0, "bi-mat-thu", nil, "HD0001T1 says what cannot be", 200},
	{"another partner", func(m *gateway.Confirm) { m.MaDoiTac = "DOITAC02" }, 0, "bi-mat-thu", nil, "HD0001T1 is for another partner", 200},
	{"the separator in the text of the payment", func(m *gateway.Confirm) { m.ThongTinGiaoDich = "a|b" }, 0, "bi-mat-thu", nil, "HD0001T1 holds the separator in a value", 200},
	{"the separator where an answer would sign it", func(m *gateway.Confirm) { m.MaDoiTac = "DOITAC|01" }, 0, "bi-mat-thu", nil, "HD0001T1 holds the separator in a value", 400},
	{"too old", func(*gateway.Confirm) {}, 25 * time.Hour, "bi-mat-thu", nil, "HD0001T1 lies outside the window", 200},
	{"too old, and its reference is none of ours", func(m *gateway.Confirm) { m.MaThamChieu = "NguyenVanA" }, 25 * time.Hour, "bi-mat-thu", nil, " lies outside the window", 200},
	{"too old, without the secret", func(*gateway.Confirm) {}, 25 * time.Hour, "khac", nil, "", 403},
	{"the separator, without the secret", func(m *gateway.Confirm) { m.ThongTinGiaoDich = "a|b" }, 0, "khac", nil, "", 403},
}

// signedAs is signed for values that hold the separator too.
func signedAs(m gateway.Confirm, secret string) []byte {
	var texts map[string]string
	body, _ := json.Marshal(m)
	json.Unmarshal(body, &texts)
	m.MaXacThuc, _ = gateway.Members{Kind: gateway.KindConfirm, Texts: texts}.Digest(gateway.NewSecret(secret))
	body, _ = json.Marshal(m)
	return body
}

// TestOdd: what is authentic and cannot be taken is kept before it is answered, all but
// its digest and what may name the payer; what was taken, will come again, or was said by
// somebody without the secret, is not. Where it is not kept there is no answer.
func TestOdd(t *testing.T) {
	for _, c := range oddities {
		var took []payment.Claim
		h := desk(&took, c.take)
		h.Clock = func() time.Time { return morning.Add(c.late) }
		m := confirm()
		c.spoil(&m)
		body, got := signedAs(m, c.secret), ""
		var want map[string]string
		json.Unmarshal(body, &want)
		delete(want, "MaXacThuc")
		delete(want, "ThongTinGiaoDich")
		h.Odd = func(_ context.Context, o client.Odd) error {
			got = o.Reference + " " + o.Why
			if o.Kind != gateway.KindConfirm || !maps.Equal(o.Said, want) {
				t.Errorf("%s: kept %v of %v", c.reason, o.Said, want)
			}
			return nil
		}
		if w := post(h, body); got != c.want || w.Code != c.status || strings.Contains(w.Body.String(), `"00"`) != (c.reason == "taken") {
			t.Errorf("%s: %q, want %q: %d %s", c.reason, got, c.want, w.Code, w.Body)
		}
		if c.want == "" {
			continue
		}
		h.Odd = func(context.Context, client.Odd) error { return errors.New("disk full") }
		if w := post(h, body); w.Code != 503 || w.Body.Len() > 0 {
			t.Errorf("%s: answered, and kept by nobody: %d %s", c.reason, w.Code, w.Body)
		}
		h.Odd = nil
		if w := post(h, body); w.Code != 503 || w.Body.Len() > 0 || took != nil {
			t.Errorf("%s: answered, and there is nobody to keep it: %d %s", c.reason, w.Code, w.Body)
		}
	}
}

// TestOddKeyPay: a success that KeyPay does not confirm is odd as well, and so is one
// whose unsigned members cannot be read; its status is kept, which nobody signed.
func TestOddKeyPay(t *testing.T) {
	m := gateway.KeyPayCallback{ClientID: "1001", TransactionID: "HD0001T1", TransactionCode: "KP1", TransAmount: "25000", AdditionFee: "0", Command: "PAY", Version: "3.0", Status: "0", Description: mark}
	m.CheckSum, _ = gateway.Sign(&m, gateway.NewSecret("khoa-2"))
	body, _ := json.Marshal(m)
	for _, c := range []struct {
		confirm, take string
		body          []byte
		want          string
	}{
		{"", "", body, ""},
		{"", "disk full", body, ""},
		{"no", "", body, "HD0001T1 is not confirmed 0 KP1"},
		{"", "", bytes.Replace(body, []byte(`"KP1"`), []byte(`["KP1"]`), 1), "HD0001T1 says what cannot be 0 "},
	} {
		says := func(text string) client.Take {
			return func(context.Context, payment.Claim) error {
				if text == "" {
					return nil
				}
				return errors.New(text)
			}
		}
		got := ""
		h := &client.KeyPayHandler{Client: "1001", Key: gateway.NewSecret("khoa-2"), Confirm: says(c.confirm), Take: says(c.take)}
		h.Odd = func(_ context.Context, o client.Odd) error {
			got = fmt.Sprintf("%s %s %s %s", o.Reference, o.Why, o.Said["status"], o.Said["transaction_code"])
			if text := fmt.Sprint(o.Said); strings.Contains(text, mark) || strings.Contains(text, m.CheckSum) {
				t.Errorf("kept: %s", text)
			}
			return nil
		}
		if post(h, c.body); got != c.want {
			t.Errorf("confirmed: %q, taken: %q: %q, want %q", c.confirm, c.take, got, c.want)
		}
		if h.Odd = nil; c.want != "" && post(h, c.body).Code != 503 {
			t.Errorf("%s: answered, and kept by nobody", c.want)
		}
	}
}

// TestOddIsQuiet: however it is printed, nothing that was posted shows; and the Log it is
// kept on has neither a digest, nor what may name the payer, nor the secret.
func TestOddIsQuiet(t *testing.T) {
	kept := client.KeptOdd{Odd: client.Odd{Why: "is odd", Reference: "HD0001T1", Said: map[string]string{"SoTien": mark}}, Reason: mark}
	var log bytes.Buffer
	slog.New(slog.NewJSONHandler(&log, nil)).Info("told", "odd", kept, "odd", kept.Odd)
	for _, text := range []string{kept.String(), fmt.Sprintf("%v %+v %#v %s %v %#v", kept, kept, kept, &kept, kept.Odd, kept.Odd), log.String()} {
		if strings.Contains(text, mark) || !strings.Contains(text, "HD0001T1") {
			t.Error(text)
		}
	}
	_, _, callback, _ := planted(t)
	callback.MaTienTe = "USD"
	body := signedAs(callback, mark)
	callback.MaXacThuc = ""
	digest, _ := gateway.Sign(&callback, gateway.NewSecret(mark))
	var took []payment.Claim
	h, store := desk(&took, nil), new(motcua.MemoryLog)
	h.Secret, h.Odd = gateway.NewSecret(mark), client.Odds{Log: store}.Keep
	post(h, body)
	n := 0
	for rec := range store.Read(t.Context(), "callbacks-odd", 0) {
		n++
		if text := string(rec.Data) + rec.ID; strings.Contains(text, mark) || strings.Contains(text, digest) || !strings.Contains(text, "USD") {
			t.Error(text)
		}
	}
	if n != 1 {
		t.Errorf("kept %d times", n)
	}
}
