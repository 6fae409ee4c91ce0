package gateway

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Partner is who sends messages: what the wire wants and no order knows.
type Partner struct {
	Code      string         // MaDoiTac, client_id
	Unit      string         // name of the unit that collects (TenDonVi)
	Procedure string         // name of the procedure (TenTTHC, TenDVC)
	Authority string         // code of the authority that decided (MaCoQuanQD); may be empty
	Named     string         // its name (TenCoQuanQD); may be empty
	IP        string         `personal:"yes"` // address of who pays (Ip)
	Return    string         // page they come back to (return_url), for KeyPay
	Lines     []payment.Line // what the attempt pays; absent: all lines of the order
}

// InitOf makes the message that opens a payment on the platform. It is not signed yet:
// MaXacThuc is what [Sign] makes of it. Faults are those of [Init.Check], lines that are
// not in đồng or do not add up to the amount of the attempt, and a reference that is not
// of the order; a message with faults that are errors is not to be sent.
func InitOf(o *payment.Opening, a *payment.Attempt, p *Partner, now time.Time) (Init, motcua.Faults) {
	receipt, faults := ReceiptOf(o, a, p)
	m := Init{
		LoaiBanTin: loaiInit, PhienBan: phienBan, MaDoiTac: p.Code, MaThamChieu: a.Reference, SoTien: a.Amount.Amount(),
		LoaiHinhThanhToan: pay, MaKenhThanhToan: "1", MaThietBi: "1", NgonNgu: "vi-VN", MaTienTe: vnd, MaNganHang: "PAYMENT",
		ThongTinGiaoDich: receipt.NoiDungThanhToan, ThoiGianGD: Moment(now), IP: p.IP, ThongTinBienLai: receipt,
	}
	faults = slices.Concat(faults.At("/ThongTinBienLai"), m.Check())
	checkCurrency(&faults, "/SoTien", a.Amount)
	faults.Sort()
	return m, faults
}

// KeyPayOf makes the message that opens a payment at KeyPay, on the web, as [InitOf];
// check_sum is what [Sign] makes of it with key 1.
func KeyPayOf(o *payment.Opening, a *payment.Attempt, p *Partner) (KeyPay, motcua.Faults) {
	receipt, faults := ReceiptOf(o, a, p)
	m := KeyPay{
		ClientID: p.Code, TransactionID: a.Reference, TransAmount: a.Amount.Amount(), Command: pay, Version: keyPayVersion,
		Description: receipt.NoiDungThanhToan, Locale: "vn", CountryCode: "vi", CurrencyCode: vnd, Environment: "1",
		BillInfo: receipt, ReturnURL: p.Return, AdditionFee: "0",
	}
	faults = slices.Concat(faults.At("/bill_info"), m.Check())
	checkCurrency(&faults, "/trans_amount", a.Amount)
	faults.Sort()
	return m, faults
}

// checkCurrency refuses another currency than đồng.
func checkCurrency(faults *motcua.Faults, at string, m payment.Money) {
	if m.Currency() != payment.VND {
		fault(faults, codeCurrency, at, "chỉ nhận VND", "only VND is taken")
	}
}

// ReceiptOf makes what the receipt of an attempt will say. Lines of phí and lệ phí are
// fees, all lines are items, and those of 0 đồng stay. Which line a part of an order pays
// is for the caller to say ([Partner.Lines]): lines that do not add up to the amount are
// a fault, and so are lines in another currency. The rest is for [ReceiptInfo.Check].
func ReceiptOf(o *payment.Opening, a *payment.Attempt, p *Partner) (ReceiptInfo, motcua.Faults) {
	r := ReceiptInfo{
		MaDichVu: dichVuPhi, MaDonVi: string(o.Unit), TenDonVi: p.Unit, MaHoSo: o.Dossier, MaTTHC: o.Procedure, TenTTHC: p.Procedure,
		TenDVC: p.Procedure, TKThuHuong: o.Beneficiary.Number, MaNHThuHuong: o.Beneficiary.Bank, TenTKThuHuong: o.Beneficiary.Name,
		NoiDungThanhToan: cmp.Or(o.Note, "Thanh toan "+a.Reference), HoTenNguoiNop: o.Payer.Name, SoCMNDNguoiNop: o.Payer.ID, DiaChiNguoiNop: o.Payer.Address,
		MaCoQuanQD: p.Authority, TenCoQuanQD: p.Named, DSKhoanNop: []Item{},
	}
	if o.Procedure != "" {
		r.MaDVC = o.Procedure + ".01"
	}
	lines := p.Lines
	if lines == nil {
		lines = o.Lines
	}
	var faults motcua.Faults
	for i := range lines {
		l := &lines[i]
		checkCurrency(&faults, motcua.Pointer("DSKhoanNop", whole(i), "SoTien"), l.Amount)
		if kind := loaiPhiLePhi[l.Kind]; kind != "" {
			r.PhiLePhi = append(r.PhiLePhi, Fee{kind, l.Code, l.Name.In("vi"), l.Amount.Amount()})
		}
		r.DSKhoanNop = append(r.DSKhoanNop, Item{l.Name.In("vi"), l.Amount.Amount()})
	}
	if totals, err := payment.LineTotals(lines); err != nil || len(totals) != 1 || totals[0] != a.Amount {
		fault(&faults, codeLine, "/DSKhoanNop", "các khoản không cộng thành số tiền của lần thanh toán", "the lines do not add up to the amount of the attempt")
	}
	if order, ok := payment.OrderOf(a.Reference); !ok || order != o.ID {
		fault(&faults, codeReference, "", "mã tham chiếu không phải của khoản thu", "the reference is not of the order")
	}
	return r, faults
}

// loaiPhiLePhi are the kinds of charge that are fees; others are items alone.
var loaiPhiLePhi = map[payment.Kind]string{payment.KindPhi: "1", payment.KindLePhi: "2"}

// QueryOf makes the message that asks how an attempt stands, not signed yet.
func QueryOf(partner, reference string, now time.Time) Query {
	return Query{LoaiBanTin: loaiQuery, PhienBan: phienBan, MaDoiTac: partner, MaThamChieu: reference, ThoiGianGD: Moment(now)}
}

// GetBillOf makes the message that asks for the receipt of a payment, not signed yet. The
// reply is a PDF.
func GetBillOf(partner, reference string, now time.Time) Query {
	q := QueryOf(partner, reference, now)
	q.LoaiBanTin = loaiGetBill
	return q
}

// KeyPayQueryOf makes the message that asks KeyPay for the details of a payment, not
// signed yet.
func KeyPayQueryOf(partner, reference string) KeyPayQuery {
	return KeyPayQuery{ClientID: partner, TransactionID: reference, Command: pay}
}

// AnswerOf makes the answer to a callback, not signed yet: whether it was taken.
func AnswerOf(m *Confirm, ok bool, now time.Time) Answer {
	a := Answer{MaLoi: okCode, MoTaLoi: taken.Vi, MaDoiTac: m.MaDoiTac, MaThamChieu: m.MaThamChieu, ThoiGianGD: Moment(now)}
	if !ok {
		a.MaLoi, a.MoTaLoi = otherCode, refused.Vi
	}
	return a
}

// KeyPayAnswerOf makes the answer to a callback of KeyPay: whether it was taken.
func KeyPayAnswerOf(ok bool) KeyPayAnswer {
	if ok {
		return KeyPayAnswer{0, taken.Vi}
	}
	return KeyPayAnswer{-1, refused.Vi}
}

// encode writes JSON as it is, without escapes for HTML.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimRight(b.Bytes(), "\n"), err
}
