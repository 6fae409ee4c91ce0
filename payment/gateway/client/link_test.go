package client_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua/payment/gateway"
	"github.com/motcua/motcua/payment/gateway/client"
	"github.com/motcua/motcua/payment/gateway/client/simulator"
)

// paid is the reply that a payment succeeded.
const paid = `{"MaLoi":"00","TrangThaiGD":"1","SoTien":"25000","MaTienTe":"VND","MaGiaoDich":"GD1","MaNganHang":"970403","ThoiGianGD":"20260701083000","ThongTinGiaoDich":""}`

// asking is a platform whose server is a function.
func asking(f http.HandlerFunc) client.Platform {
	return client.Platform{
		Link:    client.Link{URL: "https://platform.example/pay", HTTP: simulator.Transport{Handler: f}.Client(), Pause: 1, Timeout: time.Minute},
		Partner: partner, Secret: gateway.NewSecret("bi-mat-thu"), Clock: func() time.Time { return morning },
	}
}

func TestQueryReplies(t *testing.T) {
	for _, test := range []struct {
		why, reply string
		status     int
		tries      int
		err        error // class; nil: none
		want       string
	}{
		{"success", paid, 200, 1, nil, "succeeded GD1 25000 VND"},
		{"in the wrapper of the NGSP", `{"error_code":"0","message":` + quoted(paid) + `}`, 200, 1, nil, "succeeded GD1 25000 VND"},
		{"a wrapper with a number for a code", `{"error_code":0,"message":` + quoted(paid) + `}`, 200, 1, nil, "succeeded GD1 25000 VND"},
		{"the NGSP refused", `{"error_code":"-1","message":""}`, 200, 1, client.ErrReply, `QUERY: the reply is not what was asked for: refused with error_code "-1"`},
		{"a code of the NGSP that is none is not quoted", `{"error_code":"Nguyễn","message":""}`, 200, 1, client.ErrReply, `QUERY: the reply is not what was asked for`},
		{"pending", `{"MaLoi":"00","TrangThaiGD":"3","SoTien":"25000","MaTienTe":"VND"}`, 200, 1, nil, "pending  25000 VND"},
		{"not known to the platform", `{"MaLoi":"01"}`, 200, 1, nil, "pending  0"},
		{"a page of a proxy", `<html>`, 200, 1, client.ErrReply, ""},
		{"nothing", ``, 200, 1, client.ErrReply, ""},
		{"a success without an amount", `{"MaLoi":"00","TrangThaiGD":"1","MaGiaoDich":"GD1"}`, 200, 1, client.ErrReply, ""},
		{"an amount in dollars", strings.Replace(paid, "VND", "USD", 1), 200, 1, client.ErrReply, ""},
		{"busy: asked again, as often as the link says", ``, 503, 3, client.ErrStatus, "QUERY: status 503: the server refused"},
		{"a gateway on the way timed out", ``, 504, 3, client.ErrStatus, ""},
		{"too many questions", ``, 429, 3, client.ErrStatus, ""},
		{"a bad question stays bad", ``, 400, 1, client.ErrStatus, ""},
		{"an error of the server need not pass", ``, 500, 1, client.ErrStatus, ""},
		{"too long", paid + strings.Repeat(" ", 4<<20), 200, 1, client.ErrTooLong, ""},
	} {
		tries := 0
		p := asking(func(w http.ResponseWriter, r *http.Request) {
			tries++
			w.WriteHeader(test.status)
			io.WriteString(w, test.reply)
		})
		c, err := p.Query(context.Background(), "HD0001T1")
		got := fmt.Sprintf("%v %s %v", c.Outcome, c.Transaction, c.Amount)
		if err != nil {
			got = err.Error()
		}
		if !errors.Is(err, test.err) || tries != test.tries || test.want != "" && got != test.want {
			t.Errorf("%s: %s after %d tries, %v", test.why, got, tries, err)
		}
		var e *client.Error
		if err != nil && (!errors.As(err, &e) || e.Operation != "QUERY") {
			t.Errorf("%s: %T", test.why, err)
		}
	}
}

func quoted(s string) string { data, _ := json.Marshal(s); return string(data) }

// What only asks is asked again until it is answered; what opens a payment is sent once.
func TestTries(t *testing.T) {
	for _, good := range []int{1, 2, 3, 4} {
		tries := 0
		p := asking(func(w http.ResponseWriter, r *http.Request) {
			if tries++; tries < good {
				hangUp(w)
				return
			}
			io.WriteString(w, paid)
		})
		_, err := p.Query(context.Background(), "HD0001T1")
		if (err == nil) != (good <= 3) || tries != min(good, 3) {
			t.Errorf("answered at try %d: %d tries, %v", good, tries, err)
		}
		if err != nil && !errors.Is(err, client.ErrNetwork) {
			t.Errorf("%v", err)
		}
	}
	till := newTill(1, simulator.Good(), plainly)
	m := till.order(t, "HD0001", "25000 VND")
	tries := 0
	p := asking(func(w http.ResponseWriter, r *http.Request) { tries++; hangUp(w) })
	if _, err := p.Init(context.Background(), m); !errors.Is(err, client.ErrNetwork) || tries != 1 {
		t.Errorf("opened %d times, %v", tries, err)
	}
	k := client.KeyPay{Link: p.Link, Client: "1001", Key: gateway.NewSecret("khoa-1")}
	if _, err := k.Init(context.Background(), keyPay(t)); !errors.Is(err, client.ErrNetwork) || tries != 2 {
		t.Errorf("opened %d times, %v", tries-1, err)
	}
	if _, err := k.Query(context.Background(), "HD0001T1"); !errors.Is(err, client.ErrNetwork) || tries != 5 {
		t.Errorf("asked %d times, %v", tries-2, err)
	}
}

// keyPay is a message of the order of a till.
func keyPay(t *testing.T) gateway.KeyPay {
	m := newTill(1, simulator.Good(), plainly).order(t, "HD0001", "25000 VND")
	return gateway.KeyPay{
		ClientID: "1001", TransactionID: m.MaThamChieu, TransAmount: m.SoTien, Command: "PAY", Version: "3.0", Description: "x", Locale: "vn", CountryCode: "vi",
		CurrencyCode: "VND", Environment: "1", BillInfo: m.ThongTinBienLai, ReturnURL: "https://motcua.example/", AdditionFee: "0",
	}
}

// The messages are signed and say what they should; the URL says nothing.
func TestSent(t *testing.T) {
	till := newTill(1, simulator.Good(), plainly)
	m := till.order(t, "HD0001", "25000 VND")
	m.MaXacThuc = "left from somewhere"
	var seen []string
	p := asking(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		seen = append(seen, r.Method+" "+r.URL.String()+" "+r.Header.Get("Content-Type"))
		if init, faults := gateway.Parse[gateway.Init](body); faults == nil {
			if err := gateway.Verify(&init, gateway.NewSecret("bi-mat-thu")); err != nil {
				t.Error(err)
			}
			io.WriteString(w, `{"error_code":"0","message":"{\"MaLoi\":\"00\",\"UrlThanhToan\":\"https://pay.example/1\"}"}`)
			return
		}
		q, faults := gateway.Parse[gateway.Query](body)
		if err := gateway.Verify(&q, gateway.NewSecret("bi-mat-thu")); err != nil || faults != nil || q.MaDoiTac != partner || q.ThoiGianGD != "20260701083000" {
			t.Errorf("%+v, %v, %v", q, err, faults)
		}
		seen = append(seen, q.LoaiBanTin+" "+q.MaThamChieu)
		io.WriteString(w, map[string]string{"QUERY": paid, "GET_BILL": "%PDF-1.7"}[q.LoaiBanTin])
	})
	ctx := context.Background()
	if reply, err := p.Init(ctx, m); err != nil || reply.UrlThanhToan != "https://pay.example/1" {
		t.Errorf("%v, %v", reply, err)
	}
	if _, err := p.Query(ctx, "HD0001T1"); err != nil {
		t.Error(err)
	}
	if bill, err := p.Bill(ctx, "HD0001T1"); err != nil || string(bill) != "%PDF-1.7" {
		t.Errorf("%q, %v", bill, err)
	}
	const line = "POST https://platform.example/pay application/json; charset=utf-8"
	if want := []string{line, line, "QUERY HD0001T1", line, "GET_BILL HD0001T1"}; !reflect.DeepEqual(seen, want) {
		t.Errorf("%q", seen)
	}
}

func TestKeyPay(t *testing.T) {
	reply := `{"error":"0","msg":"","payment_url":"https://keypay.example/1"}`
	l := asking(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if m, faults := gateway.Parse[gateway.KeyPay](body); faults == nil {
			if err := gateway.Verify(&m, gateway.NewSecret("khoa-1")); err != nil {
				t.Error(err)
			}
			io.WriteString(w, reply)
			return
		}
		q, faults := gateway.Parse[gateway.KeyPayQuery](body)
		if err := gateway.Verify(&q, gateway.NewSecret("khoa-1")); err != nil || faults != nil {
			t.Error(err, faults)
		}
		io.WriteString(w, "whatever "+q.TransactionID)
	}).Link
	k := client.KeyPay{Link: l, Client: "1001", Key: gateway.NewSecret("khoa-1")}
	if r, err := k.Init(context.Background(), keyPay(t)); err != nil || r.PaymentURL != "https://keypay.example/1" {
		t.Errorf("%v, %v", r, err)
	}
	if r, err := k.Query(context.Background(), "HD0001T1"); err != nil || string(r) != "whatever HD0001T1" {
		t.Errorf("%q, %v", r, err)
	}
	reply = `{"error":"0"}`
	if _, err := k.Init(context.Background(), keyPay(t)); !errors.Is(err, client.ErrReply) {
		t.Errorf("no page to go to: %v", err)
	}
}

// What cannot be signed or is wrong by itself never leaves.
func TestNeverSent(t *testing.T) {
	p := asking(func(http.ResponseWriter, *http.Request) { t.Error("sent") })
	ctx := context.Background()
	m := newTill(1, simulator.Good(), plainly).order(t, "HD0001", "25000 VND")
	without := p
	without.Secret = gateway.Secret{}
	if _, err := without.Init(ctx, m); !errors.Is(err, gateway.ErrSecret) {
		t.Error(err)
	}
	if _, err := without.Query(ctx, "HD0001T1"); !errors.Is(err, gateway.ErrSecret) {
		t.Error(err)
	}
	if _, err := p.Query(ctx, "HD|1"); err == nil {
		t.Error("a reference that is none")
	}
	if _, err := p.Bill(ctx, ""); err == nil {
		t.Error("no reference")
	}
	m.SoTien = "0"
	if _, err := p.Init(ctx, m); err == nil {
		t.Error("no amount")
	}
	k := client.KeyPay{Link: p.Link, Client: "1001"}
	if _, err := k.Init(ctx, keyPay(t)); !errors.Is(err, gateway.ErrSecret) {
		t.Error(err)
	}
	if _, err := k.Query(ctx, "HD0001T1"); !errors.Is(err, gateway.ErrSecret) {
		t.Error(err)
	}
	bad := p
	bad.Link.URL = "http://[::1:bi-mat"
	if _, err := bad.Query(ctx, "HD0001T1"); !errors.Is(err, client.ErrRequest) || strings.Contains(err.Error(), "bi-mat") {
		t.Error(err)
	}
}

// hangUp breaks the connection.
func hangUp(w http.ResponseWriter) {
	if c, _, err := http.NewResponseController(w).Hijack(); err == nil {
		c.Close()
	}
}
