package gateway_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua/payment/gateway"
)

// seeds are documents of every kind and some that are none, short, for long ones are
// slow to fuzz.
func seeds(f *testing.F) {
	for _, text := range []string{
		soundKeyPayQuery, `{"MaLoi":"00","TrangThaiGD":"1"}`, `{"MaLoi":"00","SoTien":"1"}`, `{"status":"0","trans_amount":"1"}`,
		`{"error_code":1,"message":{"MaTraCuuTT":"x"}}`, `{"error_code":0,"message":[]}`, `{"error_code":0,"message":[[]]}`,
		`{"SoTien":25000,"Token":[1],"DSKhoanNop":[{"SoTien":1}]}`, `{"error":"0","payment_url":"https://a/"}`, `{"return_code":-1}`, `{"MaHoSo":1e3}`, `[]`, `{`, ``,
	} {
		f.Add([]byte(text))
	}
}

// reads reads a document as a message: strictly and leniently. What the strict reader
// takes the lenient one takes as the same message, and it is written and read again.
func reads[M gateway.Message](t *testing.T, data []byte) {
	t.Helper()
	m, faults := gateway.Parse[M](data)
	lenient, _, softer := gateway.ParseLenient[M](data)
	if faults.Err() != nil {
		return
	}
	if softer.Err() != nil || cmp.Diff(m, lenient) != "" {
		t.Errorf("%T is read otherwise when leniently: %v", m, softer)
	}
	again, err := encoded(m)
	if err != nil {
		t.Fatal(err)
	}
	if second, faults := gateway.Parse[M](again); faults.Err() != nil || cmp.Diff(m, second) != "" {
		t.Errorf("%T is read again as another: %v", m, faults)
	}
}

// FuzzParse reads any document as every message, with Parse and ParseLenient.
func FuzzParse(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		reads[gateway.Init](t, data)
		reads[gateway.InitReply](t, data)
		reads[gateway.Wrapper](t, data)
		reads[gateway.Query](t, data)
		reads[gateway.QueryReply](t, data)
		reads[gateway.Confirm](t, data)
		reads[gateway.Answer](t, data)
		reads[gateway.KeyPay](t, data)
		reads[gateway.KeyPayReply](t, data)
		reads[gateway.KeyPayCallback](t, data)
		reads[gateway.KeyPayAnswer](t, data)
		reads[gateway.KeyPayQuery](t, data)
		reads[gateway.Inquiry](t, data)
		reads[gateway.InquiryReply](t, data)
		reads[gateway.Bill](t, data)
		_, strictly := gateway.Parse[gateway.Init](data)
		_, _, leniently := gateway.ParseLenient[gateway.Init](data)
		if len(data) > 0 && strictly == nil && leniently != nil {
			t.Errorf("%s: only the lenient reader finds %v", data, leniently)
		}
		_, _, _ = gateway.ParseInitReply(data)
		_, _, _ = gateway.ParseQueryReply(data)
	})
}

// FuzzClaims: whatever is read, a claim that money came is one an order takes, of a code
// that says so.
func FuzzClaims(f *testing.F) {
	seeds(f)
	f.Add([]byte(soundReply))
	f.Add([]byte(soundConfirm))
	f.Add([]byte(soundKeyPayCallback))
	f.Fuzz(func(t *testing.T, data []byte) {
		confirm, _, _ := gateway.ParseLenient[gateway.Confirm](data)
		reply, _, _ := gateway.ParseLenient[gateway.QueryReply](data)
		callback, _, _ := gateway.ParseLenient[gateway.KeyPayCallback](data)
		if c, err := confirm.Claim(); err == nil && c.Outcome.String() == "succeeded" && (confirm.MaLoi != "00" || c.Unknown || c.Transaction == "" || c.Amount.Sign() < 0) {
			t.Errorf("%s claims %+v", data, c)
		}
		if c, err := reply.Claim("HD0001T1"); err == nil && c.Outcome.String() == "succeeded" && (reply.MaLoi != "00" || reply.TrangThaiGD != "1" || c.Unknown || c.Transaction == "") {
			t.Errorf("%s claims %+v", data, c)
		}
		if c, err := callback.Claim(); err == nil && c.Outcome.String() == "succeeded" && (callback.Status != "0" || c.Unknown || c.Transaction == "") {
			t.Errorf("%s claims %+v", data, c)
		}
	})
}

// FuzzParseMembers: what is read is signed, and verified with what came of it alone; a
// digest does not depend on what is not signed.
func FuzzParseMembers(f *testing.F) {
	for _, text := range []string{soundKeyPayQuery, `{"client_id":1,"command":"","transaction_id":"|"}`, `[]`} {
		for _, row := range gateway.Orders() {
			f.Add(uint8(row.Kind), []byte(text))
		}
	}
	secret := gateway.NewSecret(partnerSecret)
	f.Fuzz(func(t *testing.T, kind uint8, data []byte) {
		m, faults := gateway.ParseMembers(gateway.Kind(kind), data)
		if faults.Err() != nil {
			return
		}
		own, err := m.Digest(secret)
		if err != nil {
			t.Fatalf("%s: %v", data, err)
		}
		row := gateway.Orders()[kind-1]
		m.Texts[row.Digest] = own
		signed, refused := gateway.Sign(m, secret)
		if verified := gateway.Verify(m, secret); (refused == nil) != (verified == nil) || refused == nil && signed != own {
			t.Errorf("%s: signed %v, verified %v", data, refused, verified)
		}
		m.Texts[row.Digest] = own[1:] + own[:1]
		if m.Texts[row.Digest] != own && gateway.Verify(m, secret) == nil {
			t.Errorf("%s: verified with another digest", data)
		}
	})
}

// FuzzParseMoment: what is read is written as it was.
func FuzzParseMoment(f *testing.F) {
	for _, text := range []string{"20260701203000", "20260230000000", "00010101000000", "99991231235959", "20260701240000", ""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at, err := gateway.ParseMoment(text)
		if err == nil && (gateway.Moment(at) != text || gateway.Moment(at.In(time.UTC)) != text) {
			t.Errorf("%s is written again as %s", text, gateway.Moment(at))
		}
	})
}

// FuzzUnmarshalText reads names of enums: what is read is written as it was.
func FuzzUnmarshalText(f *testing.F) {
	for _, text := range []string{"init", "keypay-callback", "sha256", "hmac-sha256", "", "Init"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var k gateway.Kind
		if k.UnmarshalText(text) == nil {
			if again, err := k.MarshalText(); err != nil || !bytes.Equal(again, text) {
				t.Errorf("%s is written as %s", text, again)
			}
		}
		var s gateway.Scheme
		if s.UnmarshalText(text) == nil {
			if again, err := s.MarshalText(); err != nil || !bytes.Equal(again, text) {
				t.Errorf("%s is written as %s", text, again)
			}
		}
	})
}

// FuzzUnmarshalJSON reads what is due: an object, or an empty list.
func FuzzUnmarshalJSON(f *testing.F) {
	seeds(f)
	f.Add([]byte(` [ ] `))
	f.Fuzz(func(t *testing.T, data []byte) {
		var b gateway.Bills
		if b.UnmarshalJSON(data) != nil {
			return
		}
		again, err := b.MarshalJSON()
		var second gateway.Bills
		if err != nil || second.UnmarshalJSON(again) != nil || cmp.Diff(b, second) != "" {
			t.Errorf("%s is written as %s, %v", data, again, err)
		}
	})
}
