package client_test

import (
	"context"
	"fmt"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/gateway"
	"github.com/motcua/motcua/payment/gateway/client"
	"github.com/motcua/motcua/payment/gateway/client/simulator"
)

// A payment is opened, paid and heard of; the receipt is fetched. The platform is a
// simulator in the same process.
func Example() {
	clock := func() time.Time { return time.Date(2026, 7, 1, 8, 30, 0, 0, motcua.Vietnam()) }
	secret := gateway.NewSecret("bi-mat-thu")

	platform := simulator.New(1, simulator.Good())
	platform.Partner, platform.Secret, platform.Clock = "DOITAC01", secret, clock

	handler := &client.Handler{Partner: "DOITAC01", Secret: secret, Clock: clock, Take: func(_ context.Context, c payment.Claim) error {
		fmt.Println("heard:", c.Reference, c.Outcome, c.Amount) // a register.Register would keep it
		return nil
	}, Odd: client.Odds{Log: new(motcua.MemoryLog), Clock: clock}.Keep}
	platform.Callback, platform.HTTP = "https://motcua.example/callback", simulator.Transport{Handler: handler}.Client()

	p := client.Platform{
		Link:    client.Link{URL: "https://platform.example/", HTTP: simulator.Transport{Handler: platform}.Client()},
		Partner: "DOITAC01", Secret: secret, Clock: clock,
	}
	ctx := context.Background()
	opening, attempt := exampleOrder()
	m, faults := gateway.InitOf(&opening, &attempt, &gateway.Partner{Code: "DOITAC01", Unit: "UBND xã Mẫu", Procedure: "Thủ tục mẫu", IP: "10.0.0.1"}, clock())
	if err := faults.Err(); err != nil {
		fmt.Println(err)
		return
	}
	reply, err := p.Init(ctx, m)
	fmt.Println("go to:", reply.UrlThanhToan, err)

	platform.Pay("HD0001T1")
	for platform.Deliver(ctx) {
	}
	claim, err := p.Query(ctx, "HD0001T1")
	fmt.Println("asked:", claim.Reference, claim.Outcome, claim.Amount, err)
	bill, err := p.Bill(ctx, "HD0001T1")
	fmt.Printf("receipt: %.8s %v\n", bill, err)
	// Output:
	// go to: https://pay.example/HD0001T1 <nil>
	// heard: HD0001T1 succeeded 25000 VND
	// asked: HD0001T1 succeeded 25000 VND <nil>
	// receipt: %PDF-1.4 <nil>
}

// exampleOrder is an order of 25,000 đồng and the first attempt to pay it.
func exampleOrder() (payment.Opening, payment.Attempt) {
	fee := payment.MustMoney("25000 VND")
	return payment.Opening{
		ID: "HD0001", Dossier: "H56.12-260701-0001", Procedure: "1.004194", Unit: "H56.12", Moment: payment.MomentBefore,
		Payer:       payment.Payer{Name: "Nguyễn Văn A", ID: "001000000000"},
		Beneficiary: payment.Account{Bank: "970403", Number: "0011012345678", Name: "KHO BAC MAU"},
		Lines:       []payment.Line{{Code: "2", Name: motcua.Text{Vi: "Lệ phí mẫu", En: "Sample fee"}, Kind: payment.KindLePhi, Full: fee, Amount: fee}},
	}, payment.Attempt{Reference: payment.Reference("HD0001", 1), Method: payment.MethodPortal, Amount: fee}
}

// KeyPay does not sign what came of a payment, so a success is asked about before it is
// taken.
func ExampleKeyPayHandler() {
	handler := &client.KeyPayHandler{
		Client: "1001",
		Key:    gateway.NewSecret("khoa-2"),
		Confirm: func(ctx context.Context, c payment.Claim) error {
			fmt.Println("asks about", c.Reference) // with KeyPay.Query
			return nil
		},
		Take: func(ctx context.Context, c payment.Claim) error {
			fmt.Println("takes", c.Amount)
			return nil
		},
		Odd: client.Odds{Log: new(motcua.MemoryLog)}.Keep,
	}
	m := gateway.KeyPayCallback{ClientID: "1001", TransactionID: "HD0001T1", TransAmount: "25000", AdditionFee: "0", Command: "PAY", Version: "3.0", Status: "0"}
	m.CheckSum, _ = gateway.Sign(&m, gateway.NewSecret("khoa-1")) // the wrong key
	fmt.Println(answerTo(handler, m))
	m.CheckSum, _ = gateway.Sign(&m, gateway.NewSecret("khoa-2"))
	fmt.Println(answerTo(handler, m))
	// Output:
	// 403
	// asks about HD0001T1
	// takes 25000 VND
	// 200 {"return_code":0,"return_msg":"Thành công"}
}

// KeyPay opens a payment with key 1.
func ExampleKeyPay_Init() {
	opening, attempt := exampleOrder()
	k := client.KeyPay{Link: client.Link{URL: "https://keypay.example/", HTTP: answering(`{"error":"0","payment_url":"https://keypay.example/HD0001T1"}`)}, Client: "1001", Key: gateway.NewSecret("khoa-1")}
	m, faults := gateway.KeyPayOf(&opening, &attempt, &gateway.Partner{Code: "1001", Unit: "UBND xã Mẫu", Procedure: "Thủ tục mẫu", Return: "https://motcua.example/"})
	if err := faults.Err(); err != nil {
		fmt.Println(err)
		return
	}
	reply, err := k.Init(context.Background(), m)
	fmt.Println(reply.PaymentURL, err)
	details, err := k.Query(context.Background(), "HD0001T1") // what KeyPay says of it
	fmt.Println(len(details) > 0, err)
	// Output:
	// https://keypay.example/HD0001T1 <nil>
	// true <nil>
}

// A callback that comes a day late is not believed. It is kept, and the platform is asked.
func ExampleOdds_Ask() {
	odds := client.Odds{Log: new(motcua.MemoryLog)}
	take := func(_ context.Context, c payment.Claim) error {
		fmt.Println("takes", c.Reference, c.Outcome, c.Amount)
		return nil
	}
	secret := gateway.NewSecret("bi-mat-thu")
	handler := &client.Handler{Partner: "DOITAC01", Secret: secret, Take: take, Odd: odds.Keep, Clock: func() time.Time { return time.Date(2026, 7, 9, 8, 0, 0, 0, motcua.Vietnam()) }}
	m := gateway.Confirm{LoaiBanTin: "CONFIRM", MaLoi: "00", MaDoiTac: "DOITAC01", MaThamChieu: "HD0001T1", SoTien: "25000", MaTienTe: "VND", MaGiaoDich: "GD1", ThoiGianGD: "20260701083000"}
	m.MaXacThuc, _ = gateway.Sign(&m, secret)
	answerTo(handler, m)

	ask := func(_ context.Context, reference string) (payment.Claim, error) { // Platform.Query
		return payment.Claim{Reference: reference, Outcome: payment.OutcomeSucceeded, Transaction: "GD1", Amount: payment.MustMoney("25000 VND"), Origin: payment.OriginQuery}, nil
	}
	ctx := context.Background()
	settled, err := odds.Ask(ctx, ask, take)
	fmt.Println(settled, err)
	list, err := odds.List(ctx)
	fmt.Println(list[0], list[0].Reason, err)
	fmt.Println(odds.Settle(ctx, "another", "of another system")) // by people, for what nobody can ask about
	// Output:
	// takes HD0001T1 succeeded 25000 VND
	// 1 <nil>
	// callback of "HD0001T1" lies outside the window, 9 members đã hỏi lại cổng thanh toán <nil>
	// no such callback
}
