package client_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/gateway"
	"github.com/motcua/motcua/payment/gateway/client"
)

func TestKeyPayHandler(t *testing.T) {
	good := gateway.KeyPayCallback{
		ClientID: "1001", TransactionID: "HD0001T1", TransactionCode: "KP1", TransAmount: "25000", AdditionFee: "0", Command: "PAY", Version: "3.0", Status: "0",
	}
	for _, test := range []struct {
		why     string
		spoil   func(*gateway.KeyPayCallback)
		key     string
		confirm error
		take    error
		status  int
		body    string
		took    int
	}{
		{"taken", func(*gateway.KeyPayCallback) {}, "khoa-2", nil, nil, 200, `{"return_code":0,"return_msg":"Thành công"}`, 1},
		{"KeyPay does not confirm the success, which nobody signed", func(*gateway.KeyPayCallback) {}, "khoa-2", errors.New("no"), nil, 200, `{"return_code":-1,"return_msg":"Các lỗi khác"}`, 0},
		{"what is no success needs none", func(m *gateway.KeyPayCallback) { m.Status = "7" }, "khoa-2", errors.New("no"), nil, 200, `{"return_code":0,"return_msg":"Thành công"}`, 1},
		{"Take could not", func(*gateway.KeyPayCallback) {}, "khoa-2", nil, errors.New("disk full"), 200, `{"return_code":-1,"return_msg":"Các lỗi khác"}`, 1},
		{"another partner", func(m *gateway.KeyPayCallback) { m.ClientID = "1002" }, "khoa-2", nil, nil, 200, `{"return_code":-1,"return_msg":"Các lỗi khác"}`, 0},
		{"another currency", func(m *gateway.KeyPayCallback) { m.CurrencyCode = "USD" }, "khoa-2", nil, nil, 200, `{"return_code":-1,"return_msg":"Các lỗi khác"}`, 0},
		{"an amount that is none", func(m *gateway.KeyPayCallback) { m.TransAmount = "x" }, "khoa-2", nil, nil, 200, `{"return_code":-1,"return_msg":"Các lỗi khác"}`, 0},
		{"signed with key 1", func(*gateway.KeyPayCallback) {}, "khoa-1", nil, nil, 403, "", 0},
	} {
		m := good
		test.spoil(&m)
		m.CheckSum, _ = gateway.Sign(&m, gateway.NewSecret(test.key))
		body, _ := json.Marshal(m)
		took := 0
		h := &client.KeyPayHandler{
			Client: "1001", Key: gateway.NewSecret("khoa-2"),
			Confirm: func(context.Context, payment.Claim) error { return test.confirm },
			Take:    func(context.Context, payment.Claim) error { took++; return test.take },
			Odd:     kept,
		}
		if w := post(h, body); w.Code != test.status || w.Body.String() != test.body || took != test.took {
			t.Errorf("%s: %d %s, took %d", test.why, w.Code, w.Body, took)
		}
	}
	m := good
	m.CheckSum, _ = gateway.Sign(&m, gateway.NewSecret("khoa-2"))
	body, _ := json.Marshal(m)
	h := &client.KeyPayHandler{Client: "1001", Key: gateway.NewSecret("khoa-2"), Odd: kept, Take: func(context.Context, payment.Claim) error { return nil }}
	if w := post(h, body); !strings.Contains(w.Body.String(), `-1`) {
		t.Errorf("a success is believed without being confirmed: %s", w.Body)
	}
}
