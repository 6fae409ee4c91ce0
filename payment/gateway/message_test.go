package gateway_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment/gateway"
)

// TestRoundTrip: what is read is written again, with the names of the wire.
func TestRoundTrip(t *testing.T) {
	again[gateway.Init](t, soundInit)
	again[gateway.Query](t, soundQuery)
	again[gateway.Confirm](t, soundConfirm)
	again[gateway.Answer](t, soundAnswer)
	again[gateway.QueryReply](t, soundReply)
	again[gateway.KeyPay](t, soundKeyPay)
	again[gateway.KeyPayCallback](t, soundKeyPayCallback)
	again[gateway.KeyPayQuery](t, soundKeyPayQuery)
	again[gateway.KeyPayAnswer](t, `{"return_code":-1,"return_msg":"x"}`)
}

func again[M gateway.Message](t *testing.T, text string) {
	t.Helper()
	m, faults := gateway.Parse[M]([]byte(text))
	if faults != nil {
		t.Fatalf("%T: %v", m, faults)
	}
	data, err := encoded(m)
	if err != nil {
		t.Fatal(err)
	}
	squeezed := strings.NewReplacer("\n", "", ",  \"", ",\"", ", \"", ",\"", ",  ", ",")
	for _, member := range strings.SplitAfter(squeezed.Replace(text), ",") {
		if !strings.Contains(string(data), strings.Trim(member, " {}[],")) {
			t.Errorf("%T: %s is lost in %s", m, member, data)
		}
	}
	if second, faults := gateway.Parse[M](data); faults != nil || cmp.Diff(m, second) != "" {
		t.Errorf("%T is read again as %s, %v", m, cmp.Diff(m, second), faults)
	}
}

// TestLenient: a message of somebody who knows more, and writes numbers.
func TestLenient(t *testing.T) {
	text := strings.NewReplacer(`"SoTien":"25000"`, `"SoTien":25000`, `"MaDichVu":"2"`, `"MaDichVu":2`,
		`"MaLoi":"00"`, `"MaLoi":"00","Token":{"a":[1,"|"]}`, `"NoiDung"`, `"GhiChu":"x","NoiDung"`).Replace(soundInit)
	m, extra, faults := gateway.ParseLenient[gateway.Init]([]byte(text))
	wantFaults(t, "numbers and members nobody knows", faults,
		"/SoTien PAY-GW-14?|/ThongTinBienLai/MaDichVu PAY-GW-14?|/ThongTinBienLai/PhiLePhi/0/SoTien PAY-GW-14?|/ThongTinBienLai/DSKhoanNop/0/GhiChu DOC-MEMBER-02?|/ThongTinBienLai/DSKhoanNop/0/SoTien PAY-GW-14?")
	strict, _ := gateway.Parse[gateway.Init]([]byte(soundInit))
	if diff := cmp.Diff(strict, m); diff != "" {
		t.Errorf("read as another message:\n%s", diff)
	}
	if string(extra["/ThongTinBienLai/DSKhoanNop/0/GhiChu"]) != `"x"` || len(extra) != 1 {
		t.Errorf("kept: %s", extra)
	}
	if lines := []int{faults[0].Line, faults[4].Line}; cmp.Diff(lines, []int{1, 8}) != "" {
		t.Errorf("lines %v of\n%s", lines, text)
	}
	_, _, faults = gateway.ParseLenient[gateway.Confirm]([]byte(strings.Replace(soundConfirm, `"00"`, `"00","Token":{"a":[1,"|"]},"SoThe":null`, 1)))
	wantFaults(t, "objects and null are kept too", faults, "/SoThe DOC-MEMBER-02?|/Token DOC-MEMBER-02?")
}

// TestLenientIsNoLicence: everything else is a fault as before.
func TestLenientIsNoLicence(t *testing.T) {
	for _, c := range []change{
		{"as it is", `"00"`, `"00"`, ""},
		{"an amount with decimals", `"25000"`, `25000.5`, "/SoTien DOC-VALUE-01"},
		{"an amount with an exponent", `"25000"`, `25e3`, "/SoTien DOC-VALUE-01"},
		{"an amount below 0", `"25000"`, `-1`, "/SoTien PAY-GW-03|/SoTien PAY-GW-14?"},
		{"null", `"25000"`, `null`, "/SoTien DOC-VALUE-01"},
		{"a list", `"25000"`, `["25000"]`, "/SoTien DOC-VALUE-01"},
		{"twice", `"SoTien"`, `"SoTien":"1","SoTien"`, "/SoTien DOC-MEMBER-01"},
		{"misspelt", `"SoTien"`, `"sotien"`, "/sotien DOC-MEMBER-02?|/SoTien DOC-MEMBER-03"},
		{"missing", `"SoTien":"25000",`, ``, "/SoTien DOC-MEMBER-03"},
		{"no JSON", `{"`, `{`, " DOC-SYNTAX-01"},
		{"broken UTF-8", `Thanh`, "\xff", " DOC-SYNTAX-02"},
		{"another currency", `"VND"`, `"USD"`, "/MaTienTe PAY-GW-04"},
	} {
		_, _, faults := gateway.ParseLenient[gateway.Confirm]([]byte(strings.Replace(soundConfirm, c.old, c.new, 1)))
		got := places(faults)
		if want := strings.Split(c.want, "|"); c.want != "" && !sameSet(got, want) || c.want == "" && got != nil {
			t.Errorf("%s: %q, want %s", c.why, got, c.want)
		}
	}
	for _, text := range []string{``, `[]`, `null`, `"x"`, `{}{}`, `7`} {
		if _, _, faults := gateway.ParseLenient[gateway.Query]([]byte(text)); faults.Err() == nil {
			t.Errorf("%s is read", text)
		}
	}
}

func sameSet(a, b []string) bool {
	count := map[string]int{}
	for _, s := range a {
		count[s]++
	}
	for _, s := range b {
		count[s]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}

// TestParseMembers: the signed members alone, whatever else stands there.
func TestParseMembers(t *testing.T) {
	const sound = `{"addition_fee":0,"client_id":"1001","command":"PAY","trans_amount":25000,"transaction_id":"GD0001","version":"3.0","bill_info":[1.5,null],"x":true}`
	for _, c := range []struct {
		why, old, new, want string
	}{
		{"as it is", "PAY", "PAY", ""},
		{"an empty value", `"PAY"`, `""`, ""},
		{"a digest", `"x":true`, `"check_sum":"abc"`, ""},
		{"a digest that is none", `"x":true`, `"check_sum":[]`, "/check_sum PAY-GW-12"},
		{"a digest that is not there yet", `"x":true`, `"check_sum":null`, ""},
		{"a missing member", `"command":"PAY",`, ``, "/command PAY-GW-11"},
		{"a number with decimals", `25000`, `25000.0`, "/trans_amount PAY-GW-12"},
		{"a number with an exponent", `25000`, `25e3`, "/trans_amount PAY-GW-12"},
		{"null", `25000`, `null`, "/trans_amount PAY-GW-12"},
		{"true", `25000`, `true`, "/trans_amount PAY-GW-12"},
		{"an object", `25000`, `{}`, "/trans_amount PAY-GW-12"},
		{"twice", `"command"`, `"client_id":"2","command"`, "/client_id DOC-MEMBER-01"},
		{"a member that is not signed twice", `"x":true`, `"x":1,"x":2`, "/x DOC-MEMBER-01"},
		{"no object", sound, `[]`, " DOC-VALUE-01"},
		{"no JSON", `{"`, `{`, " DOC-SYNTAX-01"},
	} {
		m, faults := gateway.ParseMembers(gateway.KindKeyPay, []byte(strings.Replace(sound, c.old, c.new, 1)))
		wantFaults(t, c.why, faults, c.want)
		if c.why == "as it is" && (m.Texts["trans_amount"] != "25000" || m.Texts["addition_fee"] != "0" || len(m.Texts) != 6) {
			t.Errorf("read as %v", m.Texts)
		}
	}
	_, faults := gateway.ParseMembers(0, []byte(sound))
	wantFaults(t, "no kind", faults, " PAY-GW-10")
	m, _ := gateway.ParseMembers(gateway.KindKeyPay, []byte(strings.Replace(sound, `25000`, `123456789012345678901234567890`, 1)))
	if m.Texts["trans_amount"] != "123456789012345678901234567890" {
		t.Errorf("a long number is read as %s", m.Texts["trans_amount"])
	}
}

// TestWrapper: the reply of the platform comes with and without what the NGSP puts
// around it.
func TestWrapper(t *testing.T) {
	const plain = `{"MaLoi":"00","UrlThanhToan":"https://pay.example/x"}`
	wrapped := func(code, message string) string {
		data, _ := encoded(map[string]string{"message": message})
		return strings.Replace(string(data), `{`, `{"error_code":`+code+`,`, 1)
	}
	for _, text := range []string{plain, wrapped(`"0"`, plain), wrapped(`0`, plain), wrapped(`"0","time":1`, plain)} {
		r, _, err := gateway.ParseInitReply([]byte(text))
		if err != nil || r.UrlThanhToan != "https://pay.example/x" {
			t.Errorf("%s: %+q, %v", text, r.UrlThanhToan, err)
		}
	}
	if r, _, err := gateway.ParseQueryReply([]byte(wrapped(`"0"`, soundReply))); err != nil || r.MaGiaoDich != "GD01" {
		t.Errorf("%v, %v", r, err)
	}
	_, extra, err := gateway.ParseInitReply([]byte(`{"MaLoi":"00","UrlThanhToan":"https://pay.example/x","HanThanhToan":"x"}`))
	if err != nil || string(extra["/HanThanhToan"]) != `"x"` {
		t.Errorf("%s, %v", extra, err)
	}
	var refused *gateway.RefusedError
	if _, _, err := gateway.ParseInitReply([]byte(wrapped(`"17"`, "quoted 7Q9"))); !errors.As(err, &refused) || refused.Code != "17" || strings.Contains(err.Error(), "7Q9") {
		t.Errorf("refused: %v", err)
	}
	for _, text := range []string{``, `[]`, wrapped(`"0"`, "no JSON"), wrapped(`"0"`, ""), wrapped(`""`, plain), `{"error_code":"0"}`, `{"error_code":null}`, `{"MaLoi":"00"}`} {
		var faults motcua.Faults
		if _, _, err := gateway.ParseInitReply([]byte(text)); !errors.As(err, &faults) && !errors.As(err, &refused) {
			t.Errorf("%s: %v", text, err)
		}
	}
}
