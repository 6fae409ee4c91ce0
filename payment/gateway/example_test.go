package gateway_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"time"

	"github.com/motcua/motcua/payment/gateway"
)

// An order is to be paid on the platform: the message is made, signed and sent.
func Example() {
	opening, attempt, partner := owed()
	secret := gateway.NewSecret("bi-mat-thu")
	m, faults := gateway.InitOf(opening, attempt, partner, morning)
	fmt.Println(m, faults)

	var err error
	m.MaXacThuc, err = gateway.Sign(&m, secret)
	fmt.Println(m.MaXacThuc[:8], err, m.ThoiGianGD, m.ThongTinBienLai.PhiLePhi)

	// The reply, through the NGSP, says at which page it is paid.
	reply, extra, err := gateway.ParseInitReply([]byte(`{"error_code":"0","message":"{\"MaLoi\":\"00\",\"UrlThanhToan\":\"https://pay.example/t/1\"}"}`))
	fmt.Println(reply.UrlThanhToan, extra, err)
	// Output:
	// INIT THAMCHIEU0001T1 no faults
	// 2a16e06f <nil> 20260701083000 [{2 2 Lệ phí mẫu 25000}]
	// https://pay.example/t/1 map[] <nil>
}

// A callback: the digest, the time, and what it claims.
func Example_callback() {
	secret := gateway.NewSecret("bi-mat-thu")
	body := []byte(`{"LoaiBanTin":"CONFIRM","MaLoi":"00","MaDoiTac":"DOITAC01","MaThamChieu":"HD0001T1","SoTien":25000,"MaTienTe":"VND",
"MaGiaoDich":"GD01","MaNganHang":"NCB","ThoiGianGD":"20260701203000","ThongTinGiaoDich":"Thanh toan","Token":"t",
"MaXacThuc":"` + plainSHA("CONFIRM|00|DOITAC01|HD0001T1|25000|VND|GD01|NCB|20260701203000|Thanh toan|bi-mat-thu") + `"}`)
	now := time.Date(2026, 7, 1, 13, 31, 0, 0, time.UTC)

	m, extra, faults := gateway.ParseLenient[gateway.Confirm](body)
	fmt.Println(faults)
	fmt.Println("kept:", string(extra["/Token"]))
	fmt.Println("digest:", gateway.Verify(&m, secret))
	fmt.Println("window:", gateway.Window{Before: 24 * time.Hour, After: 5 * time.Minute}.Check(m.ThoiGianGD, now))
	claim, err := m.Claim()
	fmt.Println(claim.Reference, claim.Outcome, claim.Amount, claim.Transaction, err)

	answer := gateway.AnswerOf(&m, true, now)
	answer.MaXacThuc, err = gateway.Sign(&answer, secret)
	fmt.Println(answer.MaLoi, answer.MaXacThuc != m.MaXacThuc, err)
	// Output:
	// line 1: /SoTien: PAY-GW-14: warning: a number, read as its digits
	// line 2: /Token: DOC-MEMBER-02: warning: unknown member, kept
	// kept: "t"
	// digest: <nil>
	// window: <nil>
	// HD0001T1 succeeded 25000 VND GD01 <nil>
	// 00 true <nil>
}

func ExampleSign() {
	q := gateway.Query{LoaiBanTin: "QUERY", PhienBan: "1.0.6", MaDoiTac: "DOITAC01", MaThamChieu: "THAMCHIEU0001", ThoiGianGD: "20260701083000"}
	fmt.Println(gateway.Sign(&q, gateway.NewSecret("bi-mat-thu")))
	k := gateway.KeyPay{AdditionFee: "0", ClientID: "1001", Command: "PAY", TransAmount: "25000", TransactionID: "GD0001", Version: "3.0"}
	fmt.Println(gateway.Sign(&k, gateway.NewSecret("khoa-1")))
	// Output:
	// 6fe7ce611f26fc90b19cc2748c0c00f5658cf115ff62b7c3d7cab9b90a328f55 <nil>
	// 88d183c43e301d2593ad171e1ea75255f2f725443c8b7cfb8a078559b6942a43 <nil>
}

func ExampleVerify() {
	k := gateway.KeyPayQueryOf("1001", "HD0001T1")
	secret := gateway.NewSecret("khoa-1")
	k.CheckSum, _ = gateway.Sign(&k, secret)
	fmt.Println(gateway.Verify(&k, secret))
	k.TransactionID = "HD0002T1"
	err := gateway.Verify(&k, secret)
	fmt.Println(errors.Is(err, gateway.ErrDigest), err, errors.Unwrap(err) == gateway.ErrDigest)
	// Output:
	// <nil>
	// true keypay-query: check_sum: the digest is not that of the message true
}

// Messages of others are read for what is signed alone.
func ExampleParseMembers() {
	m, faults := gateway.ParseMembers(gateway.KindKeyPay, []byte(`{"addition_fee":0,"client_id":1001,"command":"PAY","trans_amount":25000,"transaction_id":"GD0001","version":"3.0","bill_info":{}}`))
	fmt.Println(m, faults)
	fmt.Println(m.Digest(gateway.NewSecret("khoa-1")))
	m.Texts["transaction_id"] = "GD|0001"
	_, err := gateway.Sign(m, gateway.NewSecret("khoa-1"))
	fmt.Println(err)
	// Output:
	// keypay no faults
	// 88d183c43e301d2593ad171e1ea75255f2f725443c8b7cfb8a078559b6942a43 <nil>
	// keypay: transaction_id: a signed value holds the separator, so that another message has the same digest
}

func ExampleNewSecret() {
	s := gateway.NewSecret("bi-mat-thu")
	data, err := json.Marshal(map[string]any{"key": s})
	fmt.Printf("%v %+v %s %v %v\n", s, s, data, err, s.GoString())
	fmt.Println(gateway.NewSecret("").IsZero(), s.IsZero())
	slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}})).Info("signing", "with", s)
	// Output:
	// secret secret {"key":{}} <nil> secret
	// true false
	// level=INFO msg=signing with=secret
}

func ExampleOrders() {
	for _, row := range gateway.Orders() {
		fmt.Printf("%-15v %-11v %d %s\n", row.Kind, row.Scheme, row.Key, strings.Join(row.Members, gateway.Separator))
	}
	fmt.Println(gateway.Orders()[4].Source)
	// Output:
	// init            sha256      0 LoaiBanTin|PhienBan|MaDoiTac|MaThamChieu|SoTien|LoaiHinhThanhToan|MaKenhThanhToan|MaThietBi|NgonNgu|MaTienTe|MaNganHang|ThongTinGiaoDich|ThoiGianGD|Ip
	// query           sha256      0 LoaiBanTin|PhienBan|MaDoiTac|MaThamChieu|ThoiGianGD
	// getbill         sha256      0 LoaiBanTin|PhienBan|MaDoiTac|MaThamChieu|ThoiGianGD
	// confirm         sha256      0 LoaiBanTin|MaLoi|MaDoiTac|MaThamChieu|SoTien|MaTienTe|MaGiaoDich|MaNganHang|ThoiGianGD|ThongTinGiaoDich
	// answer          sha256      0 MaLoi|MoTaLoi|MaDoiTac|MaThamChieu|ThoiGianGD
	// keypay          hmac-sha256 1 addition_fee|client_id|command|trans_amount|transaction_id|version
	// keypay-callback hmac-sha256 2 addition_fee|client_id|command|trans_amount|transaction_id|version
	// keypay-query    hmac-sha256 1 client_id|command|transaction_id
	// not documented, and systems echo the digest of the caller; here the members are signed in the order of the message (assumed)
}

func ExampleCodes() {
	for _, c := range gateway.Codes() {
		if c.Outcome != 0 {
			fmt.Println(c.Message, c.Member, c.Code, c.Outcome, "–", c.Text.Vi)
		}
	}
	// Output:
	// queryReply TrangThaiGD 1 succeeded – thành công
	// queryReply TrangThaiGD 3 pending – đang xử lý
	// queryReply TrangThaiGD 4 failed – thất bại
	// confirm MaLoi 00 succeeded – thành công
	// keyPayCallback status 0 succeeded – thành công
}

func ExampleQueryReply_Claim() {
	r, extra, err := gateway.ParseQueryReply([]byte(`{"MaLoi":"00","TrangThaiGD":"2","SoThe":"9704"}`))
	fmt.Println(r, len(extra), err)
	claim, err := r.Claim("HD0001T1")
	fmt.Println(claim.Outcome, claim.Code, claim.Unknown, err)
	// Output:
	// reply to QUERY 1 <nil>
	// pending 2 true <nil>
}

func ExampleKeyPayCallback_Claim() {
	m := gateway.KeyPayCallback{ClientID: "1001", TransactionID: "HD0001T1", TransactionCode: "KP7", TransAmount: "25000", AdditionFee: "0", Command: "PAY", Version: "3.0", Status: "0"}
	var err error
	if m.CheckSum, err = gateway.Sign(&m, gateway.NewSecret("khoa-2")); err != nil {
		fmt.Println(err)
	}
	claim, err := m.Claim()
	fmt.Println(claim.Outcome, claim.Amount, claim.Transaction, err)
	fmt.Println(gateway.KeyPayAnswerOf(true).ReturnCode, gateway.KeyPayAnswerOf(false).ReturnCode)

	m.Status = "7" // which no digest covers
	claim, err = m.Claim()
	fmt.Println(gateway.Verify(&m, gateway.NewSecret("khoa-2")), claim.Outcome, claim.Unknown, err)
	// Output:
	// succeeded 25000 VND HD0001T1 <nil>
	// 0 -1
	// <nil> pending true <nil>
}

func ExampleKeyPayOf() {
	opening, attempt, partner := owed()
	m, faults := gateway.KeyPayOf(opening, attempt, partner)
	fmt.Println(m, m.TransAmount, m.CurrencyCode, m.BillInfo.TenTKThuHuong, faults)
	receipt, faults := gateway.ReceiptOf(opening, attempt, partner)
	fmt.Println(receipt.MaDVC, receipt.DSKhoanNop, faults)
	// Output:
	// keypay THAMCHIEU0001T1 25000 VND KHO BAC MAU no faults
	// 1.004194.01 [{Lệ phí mẫu 25000}] no faults
}

func ExampleInit_Check() {
	m := gateway.InquiryOf("H56.12-260701-0001", &gateway.Bill{}, morning)
	faults := m.Check()
	fmt.Println(len(faults), faults[0])
	var unsaid gateway.Query
	fmt.Println(unsaid.Check())
	// Output:
	// 4 /message/DSKhoanNop: PAY-GW-01: there are no items
	// /LoaiBanTin: PAY-GW-10: want "QUERY" or "GET_BILL"
	// /MaDoiTac: PAY-GW-01: missing
	// /MaThamChieu: PAY-GW-01: missing
	// /PhienBan: PAY-GW-01: missing
	// /ThoiGianGD: PAY-GW-05: want a time that exists, as yyyyMMddHHmmss
}

func ExampleQueryOf() {
	now := time.Date(2026, 7, 1, 13, 30, 0, 0, time.UTC)
	fmt.Println(gateway.QueryOf("DOITAC01", "HD0001T1", now).ThoiGianGD, gateway.GetBillOf("DOITAC01", "HD0001T1", now).LoaiBanTin)
	fmt.Println(gateway.Moment(now))
	fmt.Println(gateway.ParseMoment("20260701203000"))
	_, err := gateway.ParseMoment("20260701243000")
	fmt.Println(err)
	// Output:
	// 20260701203000 GET_BILL
	// 20260701203000
	// 2026-07-01 20:30:00 +0700 +07 <nil>
	// moment "20260701243000": want a time that exists, as yyyyMMddHHmmss
}

func ExampleInquiryOf() {
	opening, attempt, partner := owed()
	ask, faults := gateway.Parse[gateway.Inquiry]([]byte(`{"MaHoSo":"000.12.34.H56-260701-0001"}`))
	receipt, _ := gateway.ReceiptOf(opening, attempt, partner)
	due := gateway.InquiryOf(ask.MaHoSo, &gateway.Bill{ReceiptInfo: receipt}, morning)
	fmt.Println(due.ErrorCode, due.Message[0].MaTraCuuTT, faults)

	for _, reply := range []gateway.InquiryReply{gateway.InquiryOf(ask.MaHoSo, nil, morning), gateway.InquiryError()} {
		data, err := json.Marshal(reply)
		fmt.Println(string(data), err)
	}
	// Output:
	// 1 000.12.34.H56-260701-000120260701083000 no faults
	// {"error_code":0,"message":[]} <nil>
	// {"error_code":-1,"message":[]} <nil>
}

func ExampleDocuments() {
	for _, d := range gateway.Documents() {
		fmt.Println(d.Name)
	}
	// Output:
	// platformInit
	// platformQuery
	// platformConfirm
	// platformAnswer
	// keyPayRequest
	// keyPayCallback
	// inquiryBill
}
