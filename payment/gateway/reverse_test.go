package gateway_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua/payment/gateway"
)

// TestInquiry: one bill as an object, none as an empty list, and both are read again.
func TestInquiry(t *testing.T) {
	o, a, p := owed()
	receipt, _ := gateway.ReceiptOf(o, a, p)
	bill := gateway.Bill{TransactionID: a.Reference, ClientID: "1001", ReceiptInfo: receipt}
	for _, c := range []struct {
		why   string
		reply gateway.InquiryReply
		want  string
	}{
		{"something is due", gateway.InquiryOf(o.Dossier, &bill, evening), `{"error_code":1,"message":{"transaction_id":"THAMCHIEU0001T1","client_id":"1001","MaTraCuuTT":"000.12.34.H56-260701-000120260701203000","MaDichVu":"2","MaDonVi":`},
		{"nothing is due", gateway.InquiryOf(o.Dossier, nil, evening), `{"error_code":0,"message":[]}`},
		{"an error", gateway.InquiryError(), `{"error_code":-1,"message":[]}`},
		{"unset", gateway.InquiryReply{}, `{"error_code":0,"message":[]}`},
	} {
		data, err := encoded(c.reply)
		if err != nil || !strings.HasPrefix(string(data), c.want) {
			t.Errorf("%s: %s, %v", c.why, data, err)
		}
		got, faults := gateway.Parse[gateway.InquiryReply](data)
		if c.reply.Message == nil {
			c.reply.Message = gateway.Bills{}
		}
		if diff := cmp.Diff(c.reply, got); faults != nil || diff != "" {
			t.Errorf("%s: %v\n%s", c.why, faults, diff)
		}
	}
	if bill.MaTraCuuTT != "" {
		t.Error("the bill was changed")
	}
	if _, err := json.Marshal(gateway.InquiryReply{ErrorCode: 1, Message: gateway.Bills{bill, bill}}); err == nil {
		t.Error("two bills are written, and the wire has room for one")
	}
}

func TestInquiryFaults(t *testing.T) {
	tried[gateway.Inquiry](t, `{"MaHoSo":"H56.12-260701-0001"}`, []change{
		{"no dossier", `"H56.12-260701-0001"`, `""`, "/MaHoSo PAY-GW-01"},
		{"another member", `"MaHoSo"`, `"MaHoso"`, "/MaHoso DOC-MEMBER-02"},
	})
	bill := `{"MaTraCuuTT":"x",` + soundReceipt[1:]
	tried[gateway.InquiryReply](t, `{"error_code":1,"message":`+bill+`}`, []change{
		{"nothing where something is due", bill, `[]`, "/message PAY-GW-01"},
		{"something where nothing is due", `"error_code":1`, `"error_code":0`, "/message PAY-GW-10"},
		{"a code nobody documented", `"error_code":1,"message":` + bill, `"error_code":7,"message":[]`, "/error_code PAY-GW-07?"},
		{"a list with a bill", bill, `[` + bill + `]`, "/message PAY-GW-10"},
		{"no code of the inquiry", `"MaTraCuuTT":"x"`, `"MaTraCuuTT":""`, "/message/MaTraCuuTT PAY-GW-01"},
		{"nobody pays", `"Nguyễn Văn A"`, `""`, "/message/HoTenNguoiNop PAY-GW-01"},
		{"a member nobody knows", `"MaTraCuuTT"`, `"X":1,"MaTraCuuTT"`, "/message/X DOC-MEMBER-02"},
		{"a text", bill, `"x"`, "/message DOC-VALUE-01"},
		{"null", bill, `null`, "/message DOC-VALUE-01"},
	})
}
