package gateway_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment/gateway"
)

// planted is a secret that must be seen nowhere, in whatever notation.
const planted = "khoa-bi-mat-7Q9"

// shows fails where a text shows what is planted, as it is, in hexadecimal, or as the
// numbers of its bytes.
func shows(t *testing.T, where, text, secret string) {
	t.Helper()
	for _, form := range []string{secret, fmt.Sprintf("%x", secret), fmt.Sprintf("%X", secret), strings.Trim(fmt.Sprint([]byte(secret)), "[]")} {
		if strings.Contains(text, form) {
			t.Errorf("%s shows it: %s", where, text)
		}
	}
}

// written is a value in every notation a program might write it in.
func written(v any) map[string]string {
	out := map[string]string{}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%T"} {
		out[verb] = fmt.Sprintf(verb, v)
	}
	data, _ := json.Marshal(v)
	out["json"] = string(data)
	data, _ = xml.Marshal(v)
	out["xml"] = string(data)
	var b bytes.Buffer
	slog.New(slog.NewTextHandler(&b, nil)).Info("m", "v", v)
	slog.New(slog.NewJSONHandler(&b, nil)).Info("m", "v", v)
	out["log"] = b.String()
	return out
}

// TestSecretIsShownNowhere: by itself, behind a pointer, and in exported and unexported
// members of other values, where fmt calls no method.
func TestSecretIsShownNowhere(t *testing.T) {
	s := gateway.NewSecret(planted)
	for where, v := range map[string]any{
		"itself": s, "pointer": &s, "list": []gateway.Secret{s}, "map": map[string]gateway.Secret{"a": s},
		"exported":   struct{ Key gateway.Secret }{s},
		"unexported": struct{ key gateway.Secret }{s},
		"deep":       struct{ a *struct{ key gateway.Secret } }{&struct{ key gateway.Secret }{s}},
		"error":      fmt.Errorf("with %v", s),
	} {
		for notation, text := range written(v) {
			shows(t, where+" "+notation, text, planted)
		}
	}
	if s.String() != "secret" || (gateway.Secret{}).String() != "no secret" || fmt.Sprintf("%#v", s) != `"secret"` || s.GoString() != "secret" {
		t.Error("a secret does not say that it is one")
	}
	if s.IsZero() || !gateway.NewSecret("").IsZero() {
		t.Error("an empty secret is none")
	}
}

// TestErrorsShowNothing: no error of signing and verifying shows the secret, either
// digest, or a value of the message.
func TestErrorsShowNothing(t *testing.T) {
	secret := gateway.NewSecret(planted)
	for _, v := range vectors() {
		own, err := gateway.Sign(v.message, secret)
		if err != nil {
			t.Fatal(err)
		}
		given := strings.Repeat("ab", 32)
		*digest(v.message) = given
		for _, s := range []gateway.Secret{secret, {}} {
			err := gateway.Verify(v.message, s)
			if err == nil {
				t.Fatalf("%s is verified", v.name)
			}
			for notation, text := range written(err) {
				for _, hidden := range []string{planted, own, given, "GD0001", "THAMCHIEU0001"} {
					shows(t, v.name+" "+notation, text, hidden)
				}
			}
		}
	}
	bar := gateway.KeyPayQuery{ClientID: "hidden|" + planted, TransactionID: "R", Command: "PAY"}
	_, err := gateway.Sign(&bar, secret)
	if !errors.Is(err, gateway.ErrAmbiguous) {
		t.Fatal(err)
	}
	shows(t, "an ambiguous value", err.Error(), planted)
}

// TestMessagesShowNobody: a message in a log says what it is and whose reference it bears.
func TestMessagesShowNobody(t *testing.T) {
	const person = "Nguyễn Văn Mẫu 7Q9"
	bill := gateway.Bill{ReceiptInfo: gateway.ReceiptInfo{HoTenNguoiNop: person, SoCMNDNguoiNop: person}}
	for _, m := range []any{
		gateway.Init{MaThamChieu: "HD1T1", IP: person, ThongTinGiaoDich: person, MaXacThuc: person, ThongTinBienLai: bill.ReceiptInfo},
		bill.ReceiptInfo, gateway.InitReply{UrlThanhToan: person, MoTaLoi: person}, gateway.Wrapper{Message: person},
		gateway.Query{MaXacThuc: person, MaThamChieu: person}, gateway.QueryReply{ThongTinGiaoDich: person},
		gateway.Confirm{ThongTinGiaoDich: person, MaXacThuc: person}, gateway.Answer{MaXacThuc: person},
		gateway.KeyPay{BillInfo: bill.ReceiptInfo, Description: person, CheckSum: person}, gateway.KeyPayReply{PaymentURL: person, Msg: person},
		gateway.KeyPayCallback{Description: person, CheckSum: person}, gateway.KeyPayQuery{CheckSum: person},
		bill, gateway.InquiryReply{Message: gateway.Bills{bill}},
		gateway.Members{Texts: map[string]string{"Ip": person}},
		gateway.Partner{IP: person, Return: person},
	} {
		for notation, text := range written(m) {
			if notation != "json" && notation != "xml" {
				shows(t, fmt.Sprintf("%T %s", m, notation), text, "7Q9")
			}
		}
	}
	if got := fmt.Sprint(gateway.Init{MaThamChieu: "HD1T1"}); got != "INIT HD1T1" {
		t.Errorf("shown as %q", got)
	}
	_, faults := gateway.Parse[gateway.Init]([]byte(`{"LoaiBanTin":"` + person + `","SoTien":"` + person + `","Ip":7,"ThoiGianGD":"` + person + `","` + "X" + `":"` + person + `"}`))
	for notation, text := range written(faults) {
		shows(t, "faults "+notation, text, "7Q9")
	}
	if len(faults) < 5 || !slicesCode(faults, "PAY-GW-05") {
		t.Errorf("too few faults: %v", faults)
	}
}

// slicesCode reports whether there is a fault with a code.
func slicesCode(faults motcua.Faults, code string) bool {
	for _, f := range faults {
		if f.Code == code {
			return true
		}
	}
	return false
}
