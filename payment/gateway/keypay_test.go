package gateway_test

import (
	"testing"

	"github.com/motcua/motcua/payment/gateway"
)

const (
	soundKeyPay = `{"client_id":"1001","transaction_id":"HD0001T1","trans_amount":"25000","command":"PAY","version":"3.0","description":"Thanh toan",
 "locale":"vn","country_code":"vi","currency_code":"VND","environment":"1","bill_info":` + soundReceipt + `,
 "return_url":"https://motcua.example/","addition_fee":"0","check_sum":""}`
	soundKeyPayCallback = `{"client_id":"1001","transaction_id":"HD0001T1","transaction_code":"KP7","trans_amount":"25000","payment_fee":"1100","addition_fee":"0",
 "command":"PAY","version":"3.0","status":"0","check_sum":""}`
	soundKeyPayQuery = `{"client_id":"1001","transaction_id":"HD0001T1","command":"PAY","check_sum":""}`
)

func TestKeyPayFaults(t *testing.T) {
	tried[gateway.KeyPay](t, soundKeyPay, []change{
		{"in the app", `"environment":"1"`, `"environment":"2"`, ""},
		{"an environment nobody documented", `"environment":"1"`, `"environment":"3"`, "/environment PAY-GW-07?"},
		{"another version is kept", `"3.0"`, `"3.1"`, "/version PAY-GW-07?"},
		{"another currency", `"VND"`, `"USD"`, "/currency_code PAY-GW-04"},
		{"a fee on top that is none", `"addition_fee":"0"`, `"addition_fee":""`, "/addition_fee PAY-GW-03"},
		{"a page to come back to that is code", `https://motcua.example/`, `data:text/html,x`, "/return_url PAY-GW-09"},
		{"the separator", `"1001"`, `"10|01"`, "/client_id PAY-GW-06"},
		{"a receipt without a dossier", `"MaHoSo":"000.12.34.H56-260701-0001"`, `"MaHoSo":""`, "/bill_info/MaHoSo PAY-GW-01"},
		{"items that do not add up", `"trans_amount":"25000"`, `"trans_amount":"25001"`, "/bill_info/DSKhoanNop PAY-GW-08?"},
	})
	tried[gateway.KeyPayCallback](t, soundKeyPayCallback, []change{
		{"a status nobody documented is kept", `"status":"0"`, `"status":"1"`, "/status PAY-GW-07?"},
		{"no status", `"status":"0"`, `"status":""`, "/status PAY-GW-01"},
		{"without what need not be there", `"transaction_code":"KP7",`, ``, ""},
		{"another currency", `"client_id"`, `"currency_code":"USD","client_id"`, "/currency_code PAY-GW-04"},
		{"a fee that is none", `"1100"`, `"x"`, "/payment_fee PAY-GW-03"},
		{"the separator where nothing is signed", `"KP7"`, `"KP|7"`, ""},
		{"a status as a number", `"status":"0"`, `"status":0`, "/status DOC-VALUE-01"},
	})
	tried[gateway.KeyPayQuery](t, soundKeyPayQuery, []change{
		{"no command", `"PAY"`, `""`, "/command PAY-GW-01"},
		{"the separator", `"1001"`, `"|"`, "/client_id PAY-GW-06"},
	})
	tried[gateway.KeyPayReply](t, `{"error":"0","msg":"ok","payment_url":"https://pay.example/x"}`, []change{
		{"no page", `"https://pay.example/x"`, `"/x"`, "/payment_url PAY-GW-09"},
		{"a failure needs no page", `{"error":"0","msg":"ok","payment_url":"https://pay.example/x"}`, `{"error":"7"}`, "/error PAY-GW-07?"},
	})
	tried[gateway.KeyPayAnswer](t, `{"return_code":0,"return_msg":"x"}`, []change{
		{"a code as a text", `0`, `"0"`, "/return_code DOC-VALUE-01"},
	})
}
