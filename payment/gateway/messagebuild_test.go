package gateway_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/gateway"
)

// morning is when messages are made.
var morning = time.Date(2026, 7, 1, 8, 30, 0, 0, motcua.Vietnam())

// owed is an order of the sample and the first attempt to pay it.
func owed() (*payment.Opening, *payment.Attempt, *gateway.Partner) {
	sum := payment.MustMoney("25000 VND")
	return &payment.Opening{
			ID: "THAMCHIEU0001", Dossier: "000.12.34.H56-260701-0001", Procedure: "1.004194", Unit: "000.12.34.H56", Moment: payment.MomentBefore,
			Payer:       payment.Payer{Name: "Nguyễn Văn A", ID: "001000000000"},
			Beneficiary: payment.Account{Bank: "00000000", Number: "000000000", Name: "KHO BAC MAU"},
			Lines:       []payment.Line{{Code: "2", Name: motcua.Text{Vi: "Lệ phí mẫu", En: "Sample fee"}, Kind: payment.KindLePhi, Full: sum, Amount: sum}},
			Note:        "Thanh toan ho so",
		}, &payment.Attempt{Reference: "THAMCHIEU0001T1", Method: payment.MethodPortal, Amount: sum},
		&gateway.Partner{Code: "DOITAC01", Unit: "UBND xã Mẫu", Procedure: "Thủ tục mẫu", IP: "10.0.0.1", Return: "https://motcua.example/"}
}

// TestInitOf: the message made of an order is the sample of the platform, but for the
// reference of the attempt.
func TestInitOf(t *testing.T) {
	o, a, p := owed()
	want, faults := gateway.Parse[gateway.Init]([]byte(soundInit))
	if faults != nil {
		t.Fatal(faults)
	}
	want.MaThamChieu, want.MaXacThuc = "THAMCHIEU0001T1", ""
	got, faults := gateway.InitOf(o, a, p, morning.UTC())
	if diff := cmp.Diff(want, got); diff != "" || faults != nil {
		t.Errorf("%v (-want +got):\n%s", faults, diff)
	}
	if later, _ := gateway.InitOf(o, a, p, evening); later.ThoiGianGD != "20260701203000" {
		t.Errorf("in the evening the time is %s", later.ThoiGianGD)
	}
	kp, faults := gateway.KeyPayOf(o, a, p)
	if faults != nil || kp.TransactionID != "THAMCHIEU0001T1" || kp.TransAmount != "25000" || kp.AdditionFee != "0" || cmp.Diff(want.ThongTinBienLai, kp.BillInfo) != "" {
		t.Errorf("%+v, %v", kp, faults)
	}
}

// TestInitOfRefuses: what cannot be told to the platform is a fault of the message.
func TestInitOfRefuses(t *testing.T) {
	dollars := payment.MustMoney("25.00 USD")
	phi, post := payment.MustMoney("10000 VND"), payment.MustMoney("5000 VND")
	for _, c := range []struct {
		why    string
		change func(*payment.Opening, *payment.Attempt, *gateway.Partner)
		want   string
	}{
		{"in dollars", func(o *payment.Opening, a *payment.Attempt, _ *gateway.Partner) {
			o.Lines[0].Full, o.Lines[0].Amount, a.Amount = dollars, dollars, dollars
		}, "/SoTien PAY-GW-03|/SoTien PAY-GW-04|/ThongTinBienLai/DSKhoanNop/0/SoTien PAY-GW-03|/ThongTinBienLai/DSKhoanNop/0/SoTien PAY-GW-04|/ThongTinBienLai/PhiLePhi/0/SoTien PAY-GW-03"},
		{"a currency without decimals is not đồng", func(o *payment.Opening, a *payment.Attempt, _ *gateway.Partner) {
			yen := payment.MustMoney("25000 JPY")
			o.Lines[0].Full, o.Lines[0].Amount, a.Amount = yen, yen, yen
		}, "/SoTien PAY-GW-04|/ThongTinBienLai/DSKhoanNop/0/SoTien PAY-GW-04"},
		{"a part of the order, by lines nobody named", func(_ *payment.Opening, a *payment.Attempt, _ *gateway.Partner) { a.Amount = phi },
			"/ThongTinBienLai/DSKhoanNop PAY-GW-08?|/ThongTinBienLai/DSKhoanNop PAY-GW-13"},
		{"a part of the order, by lines", func(o *payment.Opening, a *payment.Attempt, p *gateway.Partner) {
			p.Lines = []payment.Line{o.Lines[0]}
			p.Lines[0].Amount, a.Amount = phi, phi
		}, ""},
		{"nothing", func(o *payment.Opening, a *payment.Attempt, _ *gateway.Partner) {
			o.Lines, a.Amount = nil, payment.Money{}
		},
			"/SoTien PAY-GW-03|/SoTien PAY-GW-04|/ThongTinBienLai/DSKhoanNop PAY-GW-01|/ThongTinBienLai/DSKhoanNop PAY-GW-13|/ThongTinBienLai/PhiLePhi PAY-GW-01"},
		{"0 đồng", func(o *payment.Opening, a *payment.Attempt, _ *gateway.Partner) {
			o.Lines[0].Amount, a.Amount = payment.MustMoney("0 VND"), payment.MustMoney("0 VND")
		}, "/SoTien PAY-GW-03"},
		{"a reference of another order", func(_ *payment.Opening, a *payment.Attempt, _ *gateway.Partner) { a.Reference = "HD0001T1" }, "/ThongTinBienLai PAY-GW-02"},
		{"a reference with a dash", func(_ *payment.Opening, a *payment.Attempt, _ *gateway.Partner) { a.Reference = "HD-1" }, "/MaThamChieu PAY-GW-02|/ThongTinBienLai PAY-GW-02"},
		{"the separator in the note", func(o *payment.Opening, _ *payment.Attempt, _ *gateway.Partner) { o.Note = "a|b" }, "/ThongTinGiaoDich PAY-GW-06"},
		{"the separator in the address", func(_ *payment.Opening, _ *payment.Attempt, p *gateway.Partner) { p.IP = "1|2" }, "/Ip PAY-GW-06"},
		{"no partner", func(_ *payment.Opening, _ *payment.Attempt, p *gateway.Partner) { p.Code = "" }, "/MaDoiTac PAY-GW-01"},
		{"no procedure", func(o *payment.Opening, _ *payment.Attempt, _ *gateway.Partner) { o.Procedure = "" }, "/ThongTinBienLai/MaDVC PAY-GW-01|/ThongTinBienLai/MaTTHC PAY-GW-01"},
		{"no note: one of the reference", func(o *payment.Opening, _ *payment.Attempt, _ *gateway.Partner) { o.Note = "" }, ""},
		{"postage is an item and no fee", func(o *payment.Opening, a *payment.Attempt, _ *gateway.Partner) {
			o.Lines = append(o.Lines, payment.Line{Name: motcua.Text{Vi: "Cước bưu chính"}, Kind: payment.KindOther, Amount: post})
			a.Amount = payment.MustMoney("30000 VND")
		}, ""},
	} {
		o, a, p := owed()
		c.change(o, a, p)
		_, faults := gateway.InitOf(o, a, p, morning)
		wantFaults(t, c.why, faults, c.want)
	}
}

// TestReceiptOf: phí and lệ phí apart, what is neither as an item alone, 0 stays.
func TestReceiptOf(t *testing.T) {
	o, a, p := owed()
	line := func(kind payment.Kind, name, amount string) payment.Line {
		return payment.Line{Code: name, Name: motcua.Text{Vi: name}, Kind: kind, Amount: payment.MustMoney(amount)}
	}
	o.Lines = []payment.Line{line(payment.KindPhi, "a", "20000 VND"), line(payment.KindOther, "b", "5000 VND"), line(payment.KindLePhi, "c", "0 VND")}
	o.Note = ""
	r, faults := gateway.ReceiptOf(o, a, p)
	if diff := cmp.Diff([]gateway.Fee{{LoaiPhiLePhi: "1", MaPhiLePhi: "a", TenPhiLePhi: "a", SoTien: "20000"}, {LoaiPhiLePhi: "2", MaPhiLePhi: "c", TenPhiLePhi: "c", SoTien: "0"}}, r.PhiLePhi); diff != "" {
		t.Errorf("fees:\n%s", diff)
	}
	if diff := cmp.Diff([]gateway.Item{{NoiDung: "a", SoTien: "20000"}, {NoiDung: "b", SoTien: "5000"}, {NoiDung: "c", SoTien: "0"}}, r.DSKhoanNop); diff != "" {
		t.Errorf("items:\n%s", diff)
	}
	if faults != nil || r.Check() != nil || r.NoiDungThanhToan != "Thanh toan THAMCHIEU0001T1" || r.MaDVC != "1.004194.01" {
		t.Errorf("%v, %v, %+q, %q", faults, r.Check(), r.NoiDungThanhToan, r.MaDVC)
	}
}

// TestAnswers: an answer bears a digest of its own, never that of the callback.
func TestAnswers(t *testing.T) {
	secret := gateway.NewSecret(partnerSecret)
	m, _ := gateway.Parse[gateway.Confirm]([]byte(soundConfirm))
	m.MaXacThuc, _ = gateway.Sign(&m, secret)
	for ok, code := range map[bool]string{true: "00", false: "99"} {
		a := gateway.AnswerOf(&m, ok, morning)
		if a.MaLoi != code || a.MaXacThuc != "" || a.ThoiGianGD != "20260701083000" || a.MaThamChieu != m.MaThamChieu || a.Check() != nil {
			t.Errorf("%+v, %v", a, a.Check())
		}
		var err error
		if a.MaXacThuc, err = gateway.Sign(&a, secret); err != nil || a.MaXacThuc == m.MaXacThuc || gateway.Verify(&a, secret) != nil {
			t.Errorf("signed %s, %v, %v", a.MaXacThuc, err, gateway.Verify(&a, secret))
		}
		a.MaXacThuc = m.MaXacThuc
		if gateway.Verify(&a, secret) == nil {
			t.Error("an answer passes with the digest of the callback")
		}
	}
	if y, n := gateway.KeyPayAnswerOf(true), gateway.KeyPayAnswerOf(false); y.ReturnCode != 0 || n.ReturnCode != -1 || y.ReturnMsg == n.ReturnMsg {
		t.Errorf("%+v, %+v", y, n)
	}
}

func TestQueries(t *testing.T) {
	q, b := gateway.QueryOf("DOITAC01", "HD0001T1", evening), gateway.GetBillOf("DOITAC01", "HD0001T1", evening)
	if q.Check() != nil || b.Check() != nil || q.LoaiBanTin != "QUERY" || b.LoaiBanTin != "GET_BILL" || q.ThoiGianGD != "20260701203000" {
		t.Errorf("%+v, %+v", q, b)
	}
	secret := gateway.NewSecret(partnerSecret)
	if one, _ := gateway.Sign(&q, secret); one != plainSHA("QUERY|1.0.6|DOITAC01|HD0001T1|20260701203000|bi-mat-thu") {
		t.Errorf("signed %s", one)
	}
	if k := gateway.KeyPayQueryOf("1001", "HD0001T1"); k.Check() != nil || k.Command != "PAY" {
		t.Errorf("%+v", k)
	}
}
