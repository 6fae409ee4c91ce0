package gateway_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment/gateway"
)

const (
	partnerSecret = "bi-mat-thu"
	keyOne        = "khoa-1"
	keyTwo        = "khoa-2"
)

// plainSHA and keyedSHA make digests by hand, of a string written by hand.
func plainSHA(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func keyedSHA(key, text string) string {
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte(text))
	return hex.EncodeToString(mac.Sum(nil))
}

// vector is a message, its secret and its digest.
type vector struct {
	name    string
	message gateway.Signable
	secret  string
	want    string
}

// vectors has one of each kind; the first two were computed by others.
func vectors() []vector {
	query := gateway.Query{LoaiBanTin: "QUERY", PhienBan: "1.0.6", MaDoiTac: "DOITAC01", MaThamChieu: "THAMCHIEU0001", ThoiGianGD: "20260701083000"}
	bill := query
	bill.LoaiBanTin = "GET_BILL"
	return []vector{
		{"query", &query, partnerSecret, "6fe7ce611f26fc90b19cc2748c0c00f5658cf115ff62b7c3d7cab9b90a328f55"},
		{"keypay", &gateway.KeyPay{AdditionFee: "0", ClientID: "1001", Command: "PAY", TransAmount: "25000", TransactionID: "GD0001", Version: "3.0"},
			keyOne, "88d183c43e301d2593ad171e1ea75255f2f725443c8b7cfb8a078559b6942a43"},
		{"getbill", &bill, partnerSecret, plainSHA("GET_BILL|1.0.6|DOITAC01|THAMCHIEU0001|20260701083000|bi-mat-thu")},
		{"init", &gateway.Init{
			LoaiBanTin: "INIT", PhienBan: "1.0.6", MaDoiTac: "DOITAC01", MaThamChieu: "THAMCHIEU0001", SoTien: "25000", LoaiHinhThanhToan: "PAY",
			MaKenhThanhToan: "2", MaThietBi: "3", NgonNgu: "vi-VN", MaTienTe: "VND", MaNganHang: "PAYMENT", ThongTinGiaoDich: "Thanh toán hồ sơ",
			ThoiGianGD: "20260701203000", IP: "10.0.0.1", ThongTinBienLai: gateway.ReceiptInfo{MaDichVu: "2"},
		}, partnerSecret, plainSHA("INIT|1.0.6|DOITAC01|THAMCHIEU0001|25000|PAY|2|3|vi-VN|VND|PAYMENT|Thanh toán hồ sơ|20260701203000|10.0.0.1|bi-mat-thu")},
		{"confirm", &gateway.Confirm{
			LoaiBanTin: "CONFIRM", MaLoi: "00", MaDoiTac: "DOITAC01", MaThamChieu: "THAMCHIEU0001", SoTien: "25000", MaTienTe: "VND",
			MaGiaoDich: "GD01", MaNganHang: "", ThoiGianGD: "20260701083500", ThongTinGiaoDich: "Thanh toan",
		}, partnerSecret, plainSHA("CONFIRM|00|DOITAC01|THAMCHIEU0001|25000|VND|GD01||20260701083500|Thanh toan|bi-mat-thu")},
		{"answer", &gateway.Answer{MaLoi: "99", MoTaLoi: "Các lỗi khác", MaDoiTac: "DOITAC01", MaThamChieu: "THAMCHIEU0001", ThoiGianGD: "20260701083501"},
			partnerSecret, plainSHA("99|Các lỗi khác|DOITAC01|THAMCHIEU0001|20260701083501|bi-mat-thu")},
		{"keypay-callback", &gateway.KeyPayCallback{AdditionFee: "0", ClientID: "1001", Command: "PAY", TransAmount: "25000", TransactionID: "GD0001", Version: "3.0", Status: "0"},
			keyTwo, keyedSHA("khoa-2", "0|1001|PAY|25000|GD0001|3.0")},
		{"keypay-query", &gateway.KeyPayQuery{ClientID: "1001", Command: "PAY", TransactionID: "GD0001"}, keyOne, keyedSHA("khoa-1", "1001|PAY|GD0001")},
	}
}

// digest is the member of a message that bears its digest.
func digest(m any) *string {
	v := reflect.ValueOf(m).Elem()
	for _, name := range []string{"MaXacThuc", "CheckSum"} {
		if f := v.FieldByName(name); f.IsValid() {
			return f.Addr().Interface().(*string)
		}
	}
	return nil
}

// TestVectors: every kind is signed as a hand that knows only the wire would sign it, and
// verified with that digest and no other.
func TestVectors(t *testing.T) {
	kinds := map[string]bool{}
	for _, v := range vectors() {
		kinds[v.name] = true
		secret, bears := gateway.NewSecret(v.secret), digest(v.message)
		*bears = "ignored"
		got, err := gateway.Sign(v.message, secret)
		if err != nil || got != v.want {
			t.Errorf("%s: %s, %v, want %s", v.name, got, err, v.want)
		}
		for _, c := range []struct {
			why, digest string
			want        error
		}{
			{"its own", v.want, nil},
			{"in upper case, which is another text", strings.ToUpper(v.want), gateway.ErrDigest},
			{"one digit less", v.want[:63], gateway.ErrDigest},
			{"one digit more", v.want + "0", gateway.ErrDigest},
			{"a space before", " " + v.want[1:], gateway.ErrDigest},
			{"the last digit changed", v.want[:63] + string("0123456789abcdef0"[strings.IndexByte("0123456789abcdef", v.want[63])+1]), gateway.ErrDigest},
			{"no hexadecimal", strings.Repeat("z", 64), gateway.ErrDigest},
			{"none", "", gateway.ErrNoDigest},
		} {
			*bears = c.digest
			if err := gateway.Verify(v.message, secret); !errors.Is(err, c.want) {
				t.Errorf("%s, %s: %v, want %v", v.name, c.why, err, c.want)
			}
		}
		*bears = v.want
		if err := gateway.Verify(v.message, gateway.NewSecret(v.secret+"\n")); !errors.Is(err, gateway.ErrDigest) {
			t.Errorf("%s: another secret gives %v", v.name, err)
		}
	}
	for _, row := range gateway.Orders() {
		if !kinds[row.Kind.String()] {
			t.Errorf("no vector of %v", row.Kind)
		}
	}
}

// TestOrders: a row for each kind, with a source, whose members its message has.
func TestOrders(t *testing.T) {
	rows := gateway.Orders()
	if len(rows) != len(vectors()) {
		t.Fatalf("%d rows, %d vectors", len(rows), len(vectors()))
	}
	for i, row := range rows {
		if row.Kind != gateway.Kind(i+1) || row.Source.Basis == 0 || row.Source.Note.IsZero() || row.Scheme == 0 {
			t.Errorf("row %d is %+v", i, row)
		}
		if wants := row.Scheme == gateway.SchemeHMAC; wants != (row.Key > 0) {
			t.Errorf("%v: key %d of %v", row.Kind, row.Key, row.Scheme)
		}
		for j, name := range row.Members {
			if slices.Contains(row.Members[:j], name) || name == row.Digest {
				t.Errorf("%v signs %s twice, or its own digest", row.Kind, name)
			}
		}
		if (row.Source.Basis == motcua.BasisAssumed) != (row.Kind == gateway.KindAnswer) {
			t.Errorf("%v rests on %v", row.Kind, row.Source)
		}
	}
	rows[0].Members[0], rows[1].Digest = "else", "else"
	if again := gateway.Orders(); again[0].Members[0] != "LoaiBanTin" || again[1].Digest != "MaXacThuc" {
		t.Error("the table can be changed")
	}
}

// TestSignRefuses: what cannot be signed is an error of its class that names the member.
func TestSignRefuses(t *testing.T) {
	secret := gateway.NewSecret(partnerSecret)
	bar := vectors()[4].message.(*gateway.Confirm)
	bar.ThongTinGiaoDich = "a|b"
	whole := gateway.Members{Kind: gateway.KindQuery, Texts: map[string]string{"LoaiBanTin": "", "PhienBan": "", "MaDoiTac": "", "ThoiGianGD": ""}}
	for _, c := range []struct {
		why     string
		message gateway.Signable
		secret  gateway.Secret
		class   error
		member  string
	}{
		{"no secret", vectors()[0].message, gateway.Secret{}, gateway.ErrSecret, ""},
		{"an empty secret is none", vectors()[1].message, gateway.NewSecret(""), gateway.ErrSecret, ""},
		{"a value holds the separator", bar, secret, gateway.ErrAmbiguous, "ThongTinGiaoDich"},
		{"a member is missing", whole, secret, gateway.ErrMember, "MaThamChieu"},
		{"no kind", gateway.Members{}, secret, nil, ""},
		{"a foreign kind", gateway.Members{Kind: 200}, secret, nil, ""},
	} {
		got, err := gateway.Sign(c.message, c.secret)
		var typed *gateway.SignatureError
		if !errors.As(err, &typed) || got != "" || typed.Member != c.member || c.class != nil && !errors.Is(err, c.class) {
			t.Errorf("%s: %q, %v", c.why, got, err)
		}
		if err := gateway.Verify(c.message, c.secret); !errors.As(err, &typed) {
			t.Errorf("%s: verified with %v", c.why, err)
		}
	}
}

// TestAmbiguous: two messages of one digest. Neither is verified as if it said what it says.
func TestAmbiguous(t *testing.T) {
	one := gateway.Confirm{LoaiBanTin: "CONFIRM", MaLoi: "00", MaDoiTac: "D", MaThamChieu: "R", SoTien: "1", MaTienTe: "VND", MaGiaoDich: "G|B", MaNganHang: "T", ThoiGianGD: "20260701083000"}
	other := one
	other.MaGiaoDich, other.MaNganHang = "G", "B|T"
	secret := gateway.NewSecret(partnerSecret)
	one.MaXacThuc = plainSHA("CONFIRM|00|D|R|1|VND|G|B|T|20260701083000||bi-mat-thu")
	other.MaXacThuc = one.MaXacThuc
	for _, m := range []*gateway.Confirm{&one, &other} {
		if err := gateway.Verify(m, secret); !errors.Is(err, gateway.ErrAmbiguous) {
			t.Errorf("%v, want it to be ambiguous", err)
		}
		m.MaXacThuc = strings.Repeat("0", 64)
		if err := gateway.Verify(m, secret); !errors.Is(err, gateway.ErrDigest) {
			t.Errorf("%v, want a wrong digest first", err)
		}
	}
}

// TestSignatureFaults: each class is a fault at its member, with a code of its own; only
// the separator leaves a digest that is right.
func TestSignatureFaults(t *testing.T) {
	q := gateway.QueryOf("DOITAC01", "HD0001T1", time.Date(2026, 7, 1, 8, 30, 0, 0, motcua.Vietnam()))
	secret := gateway.NewSecret("bi-mat-thu")
	q.MaXacThuc, _ = gateway.Sign(&q, secret)
	other, none, bar := q, q, gateway.QueryOf("DOI|TAC01", "HD0001T1", time.Time{})
	other.MaDoiTac, none.MaXacThuc = "DOITAC02", ""
	for _, c := range []struct {
		reason string
		err    error
		want   string
	}{
		{"no secret", gateway.Verify(&q, gateway.Secret{}), ": PAY-GW-17 error"},
		{"a member that is missing", gateway.Verify(gateway.Members{Kind: gateway.KindQuery}, secret), "/LoaiBanTin: PAY-GW-11 error"},
		{"no digest", gateway.Verify(&none, secret), "/MaXacThuc: PAY-GW-15 error"},
		{"another digest", gateway.Verify(&other, secret), "/MaXacThuc: PAY-GW-16 error"},
		{"the separator", func() error { _, err := gateway.Sign(&bar, secret); return err }(), "/MaDoiTac: PAY-GW-06 warning"},
		{"no kind", gateway.Verify(gateway.Members{}, secret), ": PAY-GW-10 error"},
	} {
		var wrong *gateway.SignatureError
		if !errors.As(c.err, &wrong) {
			t.Errorf("%s: %v", c.reason, c.err)
			continue
		}
		f := wrong.Fault()
		if got := fmt.Sprintf("%s: %s %v", f.Pointer, f.Code, f.Severity); got != c.want || f.Message.Vi == "" || f.Message.En == "" {
			t.Errorf("%s: %s, want %s: %v", c.reason, got, c.want, f.Message)
		}
	}
}
