package qr_test

import (
	"fmt"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/qr"
)

var opening = payment.Opening{
	ID:          "HD0001",
	Unit:        "000.12.34.H56",
	Beneficiary: payment.Account{Bank: "970403", Number: "0011012345678", Name: "KHO BAC MAU"},
	Note:        "Lệ phí hộ tịch",
}

var attempt = payment.Attempt{
	Reference: payment.Reference("HD0001", 1),
	Method:    payment.MethodQR,
	Amount:    payment.MustMoney("25000 VND"),
}

func ExampleOf() {
	code := qr.Of(&opening, &attempt)
	_, faults := code.Payload()
	fmt.Println(faults)

	note, changes := qr.Plain(code.Note)
	fmt.Println(note, len(changes))
	code.Note = note
	payload, _ := code.Payload()
	fmt.Println(payload)
	// Output:
	// /note: PAY-QR-17: only letters without marks, digits and spaces are taken
	// HD0001T1 Le phi ho tich 4
	// 00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA53037045405250005802VN62390108HD0001T10823HD0001T1 Le phi ho tich6304C049
}

func ExampleParse() {
	code, faults := qr.Parse("00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E")
	fmt.Println(code, code.Initiation, code.Service, code.Bank, code.Reference, len(faults))

	_, faults = qr.Parse("00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2F")
	fmt.Println(faults)
	// Output:
	// VietQR of 180000 VND dynamic account 970403 NPS6869 0
	// /63: PAY-QR-07: byte 134: the check sum must be 2E2E
}

func ExampleObjects() {
	objects, faults := qr.Objects("000201520441115802CN6007BEIJING64200002ZH0104最佳运输0202北京63045D7A")
	for _, o := range objects {
		fmt.Println(o.Path, o.Value)
	}
	fmt.Println(faults)
	// Output:
	// /00 01
	// /52 4111
	// /58 CN
	// /60 BEIJING
	// /64/00 ZH
	// /64/01 最佳运输
	// /64/02 北京
	// /63 5D7A
	// no faults
}

// Somebody put a sticker over the code at the counter.
func ExampleVerify() {
	expected := qr.Expect(&opening, &attempt)
	sticker := qr.Code{Service: qr.ServiceAccount, Bank: "970403", Account: "9999999999", Amount: attempt.Amount, Reference: attempt.Reference}
	payload, _ := sticker.Payload()
	_, found := qr.Verify(payload, &expected, time.Date(2026, 7, 1, 8, 0, 0, 0, motcua.Vietnam()))
	for _, f := range found {
		fmt.Println(f.Severity, f.Code, f.Message.Vi)
	}
	// Output:
	// error PAY-QR-52 chuyển tới tài khoản khác với tài khoản của đơn vị thu
}

// A request to pay in any form is held to the order.
func ExampleExpected_Check() {
	expected := qr.Expect(&opening, &attempt)
	request := qr.Request{Bank: "970403", Account: "0011012345678", Amount: payment.MustMoney("250000 VND"), Reference: "HD0001T1"}
	fmt.Println(expected.Check(&request, time.Date(2026, 7, 1, 8, 0, 0, 0, motcua.Vietnam())))
	// Output:
	// /amount: PAY-QR-53: asks for 250000 VND, and 25000 VND is to be paid
}
