package client_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/gateway"
	"github.com/motcua/motcua/payment/gateway/client"
)

// TestOdd: what is authentic and cannot be taken is told before it is answered, whole;
// what was taken, or will come again, or was said by somebody without the secret, is not.
func TestOdd(t *testing.T) {
	for _, c := range []struct {
		reason string
		spoil  func(*gateway.Confirm)
		late   time.Duration
		secret string
		take   error
		want   string
	}{
		{"taken", func(*gateway.Confirm) {}, 0, "bi-mat-thu", nil, ""},
		{"Take could not: it comes again", func(*gateway.Confirm) {}, 0, "bi-mat-thu", errors.New("disk full"), ""},
		{"another currency", func(m *gateway.Confirm) { m.MaTienTe = "USD" }, 0, "bi-mat-thu", nil, "HD0001T1 says what cannot be"},
		{"nothing was paid, successfully", func(m *gateway.Confirm) { m.SoTien = "0" }, 0, "bi-mat-thu", nil, "HD0001T1 says what cannot be"},
		{"another partner", func(m *gateway.Confirm) { m.MaDoiTac = "DOITAC02" }, 0, "bi-mat-thu", nil, "HD0001T1 is for another partner"},
		{"too old", func(*gateway.Confirm) {}, 25 * time.Hour, "bi-mat-thu", nil, "HD0001T1 lies outside the window"},
		{"too old, and its reference is none of ours", func(m *gateway.Confirm) { m.MaThamChieu = "NguyenVanA" }, 25 * time.Hour, "bi-mat-thu", nil, " lies outside the window"},
		{"too old, without the secret", func(*gateway.Confirm) {}, 25 * time.Hour, "khac", nil, ""},
	} {
		var took []payment.Claim
		h := desk(&took, c.take)
		h.Clock = func() time.Time { return morning.Add(c.late) }
		m := confirm()
		c.spoil(&m)
		body, got := signed(m, c.secret), ""
		h.Odd = func(o client.Odd) {
			got = o.Reference + " " + o.Why
			if !bytes.Equal(o.Body, body) {
				t.Errorf("%s: %s", c.reason, o.Body)
			}
		}
		if post(h, body); got != c.want {
			t.Errorf("%s: %q, want %q", c.reason, got, c.want)
		}
	}
}

// TestOddKeyPay: a success that KeyPay does not confirm is odd as well.
func TestOddKeyPay(t *testing.T) {
	m := gateway.KeyPayCallback{ClientID: "1001", TransactionID: "HD0001T1", TransactionCode: "KP1", TransAmount: "25000", AdditionFee: "0", Command: "PAY", Version: "3.0", Status: "0"}
	m.CheckSum, _ = gateway.Sign(&m, gateway.NewSecret("khoa-2"))
	body, _ := json.Marshal(m)
	for _, c := range []struct{ confirm, take, want string }{
		{"", "", ""},
		{"", "disk full", ""},
		{"no", "", "HD0001T1 is not confirmed"},
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
		h.Odd = func(o client.Odd) { got = o.Reference + " " + o.Why }
		if post(h, body); got != c.want {
			t.Errorf("confirmed: %q, taken: %q: %q, want %q", c.confirm, c.take, got, c.want)
		}
	}
}

// TestOddIsQuiet: however it is printed, nothing that was posted shows.
func TestOddIsQuiet(t *testing.T) {
	o := client.Odd{Why: "is odd", Reference: "HD0001T1", Body: []byte(mark)}
	var log bytes.Buffer
	slog.New(slog.NewJSONHandler(&log, nil)).Info("told", "odd", o)
	for _, text := range []string{o.String(), fmt.Sprintf("%v %+v %#v %s", o, o, o, &o), log.String()} {
		if strings.Contains(text, mark) || strings.Contains(text, "68 65") || !strings.Contains(text, "HD0001T1") {
			t.Error(text)
		}
	}
}
