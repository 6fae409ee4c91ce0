package gateway_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/gateway"
	"github.com/motcua/motcua/payment/qr"
)

// requested is an order of 25,000 đồng and the first attempt to pay it.
func requested() (payment.Opening, payment.Attempt) {
	fee := payment.MustMoney("25000 VND")
	return payment.Opening{
		ID: "HD0001", Dossier: "H56.12-260701-0001", Procedure: "1.004194", Unit: "H56.12", Moment: payment.MomentBefore,
		Payer:       payment.Payer{Name: "Nguyễn Văn A", ID: "001000000000"},
		Beneficiary: payment.Account{Bank: "970403", Number: "0011012345678", Name: "KHO BAC MAU"},
		Lines:       []payment.Line{{Code: "2", Name: motcua.Text{Vi: "Lệ phí mẫu", En: "Sample fee"}, Kind: payment.KindLePhi, Full: fee, Amount: fee}},
	}, payment.Attempt{Reference: payment.Reference("HD0001", 1), Method: payment.MethodPortal, Amount: fee}
}

var requestedAt = time.Date(2026, 7, 1, 8, 30, 0, 0, motcua.Vietnam())

// A message that opens a payment is held to its order before the payer follows it.
func ExampleInit_Request() {
	opening, attempt := requested()
	m, _ := gateway.InitOf(&opening, &attempt, &gateway.Partner{Code: "DOITAC01", Unit: "UBND xã Mẫu", Procedure: "Thủ tục mẫu", IP: "10.0.0.1"}, requestedAt)
	expected := qr.Expect(&opening, &attempt)

	request, err := m.Request()
	fmt.Println(err, expected.Check(&request, requestedAt))

	m.ThongTinBienLai.TKThuHuong = "9999999999" // which no digest covers
	request, err = m.Request()
	fmt.Println(err, expected.Check(&request, requestedAt))
	// Output:
	// <nil> no faults
	// <nil> /account: PAY-QR-52: pays to another account than that of the unit that collects
}

func TestRequest(t *testing.T) {
	opening, attempt := requested()
	partner := gateway.Partner{Code: "DOITAC01", Unit: "UBND xã Mẫu", Procedure: "Thủ tục mẫu", IP: "10.0.0.1", Return: "https://motcua.example/"}
	expected := qr.Expect(&opening, &attempt)
	for _, test := range []struct {
		why    string
		init   func(*gateway.Init)
		keypay func(*gateway.KeyPay)
		found  string
	}{
		{"as it is", func(*gateway.Init) {}, func(*gateway.KeyPay) {}, "no faults"},
		{"another bank", func(m *gateway.Init) { m.ThongTinBienLai.MaNHThuHuong = "1" }, func(m *gateway.KeyPay) { m.BillInfo.MaNHThuHuong = "1" }, "/bank: PAY-QR-51: pays to another bank than that of the unit that collects"},
		{"another amount", func(m *gateway.Init) { m.SoTien = "250000" }, func(m *gateway.KeyPay) { m.TransAmount = "250000" }, "/amount: PAY-QR-53: asks for 250000 VND, and 25000 VND is to be paid"},
		{"another reference", func(m *gateway.Init) { m.MaThamChieu = "HD0002T1" }, func(m *gateway.KeyPay) { m.TransactionID = "HD0002T1" }, "/reference: PAY-QR-55: the reference is another one"},
		{"another reference in the text", func(m *gateway.Init) { m.ThongTinGiaoDich = "nop HD0002T1" }, func(m *gateway.KeyPay) { m.Description = "nop HD0002T1" }, "/note: PAY-QR-55: the note names another reference"},
	} {
		a, faults := gateway.InitOf(&opening, &attempt, &partner, requestedAt)
		b, more := gateway.KeyPayOf(&opening, &attempt, &partner)
		if faults.Err() != nil || more.Err() != nil {
			t.Fatal(faults, more)
		}
		test.init(&a)
		test.keypay(&b)
		for _, message := range []interface{ Request() (qr.Request, error) }{&a, &b} {
			r, err := message.Request()
			if found := expected.Check(&r, requestedAt).Error(); err != nil || found != test.found {
				t.Errorf("%s: %T: %s, %v", test.why, message, found, err)
			}
		}
	}
	for _, message := range []interface{ Request() (qr.Request, error) }{&gateway.Init{SoTien: "x"}, &gateway.KeyPay{TransAmount: "x"}} {
		if r, err := message.Request(); err == nil || r != (qr.Request{}) {
			t.Errorf("%T: an amount that is none: %v", message, r)
		}
	}
}
