package client_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"reflect"
	"strings"
	"testing"

	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/gateway"
	"github.com/motcua/motcua/payment/gateway/client"
	"github.com/motcua/motcua/payment/gateway/client/simulator"
)

// mark stands in every personal value, secret and key, and in the URL.
const mark = "DAUVET"

// plant puts the mark into every personal text of a message; how many there were.
func plant(v reflect.Value) (n int) {
	for f, value := range v.Fields() {
		switch {
		case value.Kind() == reflect.Struct:
			n += plant(value)
		case f.Tag.Get("personal") == "yes" && value.Kind() == reflect.String:
			value.SetString(mark + f.Name)
			n++
		}
	}
	return n
}

// planted are the messages with the mark in all that is personal.
func planted(t *testing.T) (gateway.Init, gateway.KeyPay, gateway.Confirm, gateway.KeyPayCallback) {
	init := newTill(1, simulator.Good(), plainly).order(t, "HD0001", "25000 VND")
	keypay := keyPay(t)
	callback := confirm()
	keypayCallback := gateway.KeyPayCallback{ClientID: "1001", TransactionID: "HD0001T1", TransAmount: "25000", AdditionFee: "0", Command: "PAY", Version: "3.0", Status: "0"}
	n := plant(reflect.ValueOf(&init).Elem()) + plant(reflect.ValueOf(&keypay).Elem()) + plant(reflect.ValueOf(&callback).Elem()) + plant(reflect.ValueOf(&keypayCallback).Elem())
	if n < 20 {
		t.Fatalf("only %d marks", n)
	}
	return init, keypay, callback, keypayCallback
}

// hostile are servers that say what they were told, wherever it might be repeated.
var hostile = []struct {
	why   string
	serve func(w http.ResponseWriter, body string)
}{
	{"as the reply", func(w http.ResponseWriter, body string) { io.WriteString(w, body) }},
	{"as an error", func(w http.ResponseWriter, body string) { w.WriteHeader(400); io.WriteString(w, body) }},
	{"as a code", func(w http.ResponseWriter, body string) { fmt.Fprintf(w, `{"MaLoi":%s}`, quoted(body)) }},
	{"as a code of the NGSP", func(w http.ResponseWriter, body string) {
		fmt.Fprintf(w, `{"error_code":%s,"message":""}`, quoted(body[strings.Index(body, mark):]))
	}},
	{"in the wrapper", func(w http.ResponseWriter, body string) {
		fmt.Fprintf(w, `{"error_code":"0","message":%s}`, quoted(body))
	}},
	{"as a member nobody knows", func(w http.ResponseWriter, body string) { fmt.Fprintf(w, `{%s:1,"MaLoi":"00"}`, quoted(body)) }},
	{"as a member that stands twice", func(w http.ResponseWriter, body string) { fmt.Fprintf(w, `{%s:1,%[1]s:2,"MaLoi":"00"}`, quoted(body)) }},
	{"as an amount", func(w http.ResponseWriter, body string) {
		fmt.Fprintf(w, `{"MaLoi":"00","TrangThaiGD":"1","SoTien":%s,"MaTienTe":%[1]s,"MaGiaoDich":%[1]s,"ThoiGianGD":%[1]s}`, quoted(body))
	}},
	{"as the place to go to", func(w http.ResponseWriter, body string) {
		fmt.Fprintf(w, `{"MaLoi":"00","UrlThanhToan":%s,"error":"0","payment_url":%[1]s}`, quoted(body))
	}},
	{"as a redirect", func(w http.ResponseWriter, body string) {
		w.Header().Set("Location", "http://[::1:"+body)
		w.WriteHeader(302)
	}},
	{"breaks off", func(w http.ResponseWriter, body string) { hangUp(w) }},
	{"too long", func(w http.ResponseWriter, body string) { io.WriteString(w, strings.Repeat(body, 1+(5<<20)/len(body))) }},
}

// Whatever a server says, no error quotes a personal value, a secret, a digest or the URL.
func TestClientTellsNothing(t *testing.T) {
	init, keypay, _, _ := planted(t)
	var told bytes.Buffer
	log := slog.New(slog.NewJSONHandler(&told, nil))
	for _, h := range hostile {
		var digests []string
		p := asking(func(w http.ResponseWriter, r *http.Request) {
			body, _ := io.ReadAll(r.Body)
			if strings.Contains(r.URL.Path+r.Header.Get("Referer")+r.Header.Get("User-Agent"), "HD0001") {
				t.Errorf("%s: the URL tells of the payment", h.why)
			}
			var m map[string]any
			json.Unmarshal(body, &m)
			for _, name := range []string{"MaXacThuc", "check_sum"} {
				if d, ok := m[name].(string); ok {
					digests = append(digests, d)
				}
			}
			h.serve(w, string(body)+mark)
		})
		p.Link.URL = "https://" + mark + ":" + mark + "@platform.example/" + mark + "?key=" + mark
		p.Secret = gateway.NewSecret(mark)
		k := client.KeyPay{Link: p.Link, Client: "1001", Key: p.Secret}
		ctx := context.Background()
		var all []error
		_, err := p.Init(ctx, init)
		all = append(all, err)
		_, err = p.Query(ctx, "HD0001T1")
		all = append(all, err)
		_, err = p.Bill(ctx, "HD0001T1")
		all = append(all, err)
		_, err = k.Init(ctx, keypay)
		all = append(all, err)
		_, err = k.Query(ctx, "HD0001T1")
		all = append(all, err)
		failed := 0
		for _, err := range all {
			if err != nil {
				failed++
			}
			tell(&told, err)
			log.Error("failed", "error", err, "platform", p, "keypay", k, "link", p.Link)
			fmt.Fprintf(&told, "%v %+v %#v %v %+v %#v", p, p, p, k, k, k)
		}
		if failed == 0 {
			t.Errorf("%s: nothing failed, so nothing was tried", h.why)
		}
		for _, d := range digests {
			if strings.Contains(told.String(), d) {
				t.Errorf("%s: a digest is told", h.why)
			}
		}
		if i := strings.Index(told.String(), mark); i >= 0 {
			t.Fatalf("%s: told: …%s…", h.why, told.String()[max(0, i-200):min(told.Len(), i+100)])
		}
	}
}

// tell writes an error and all below it in every way.
func tell(w io.Writer, err error) {
	if err == nil {
		return
	}
	fmt.Fprintf(w, "%v %+v %#v %q\n", err, err, err, err)
	switch e := err.(type) {
	case interface{ Unwrap() error }:
		tell(w, e.Unwrap())
	case interface{ Unwrap() []error }:
		for _, err := range e.Unwrap() {
			tell(w, err)
		}
	}
}

// What is wrong with a message is told without its values.
func TestBadMessagesTellNothing(t *testing.T) {
	init, keypay, _, _ := planted(t)
	p := asking(func(http.ResponseWriter, *http.Request) {})
	var told bytes.Buffer
	for _, spoil := range []func(){
		func() { init.ThongTinGiaoDich += "|"; keypay.TransAmount = mark },
		func() { init.SoTien = mark; keypay.ReturnURL = mark },
		func() { init.MaThamChieu, keypay.TransactionID = mark+"-", mark+"-" },
		func() { init.IP, keypay.Description = "", "" },
		func() { init.ThoiGianGD, init.ThongTinBienLai.DSKhoanNop[0].SoTien = mark, mark },
	} {
		spoil()
		_, err := p.Init(context.Background(), init)
		tell(&told, err)
		k := client.KeyPay{Link: p.Link, Key: p.Secret}
		_, err2 := k.Init(context.Background(), keypay)
		tell(&told, err2)
		if err == nil || err2 == nil {
			t.Error("sent")
		}
	}
	if i := strings.Index(told.String(), mark); i >= 0 {
		t.Errorf("told: …%s…", told.String()[max(0, i-200):min(told.Len(), i+100)])
	}
}

// Neither the log nor an answer tells a personal value, a secret or the digest of a
// callback, whatever comes and whatever Take says.
func TestHandlerTellsNothing(t *testing.T) {
	_, _, callback, keypay := planted(t)
	var told bytes.Buffer
	handlers := func(secret string, err error) (*client.Handler, *client.KeyPayHandler) {
		log := slog.New(slog.NewJSONHandler(&told, &slog.HandlerOptions{AddSource: true, Level: slog.LevelDebug}))
		take := func(context.Context, payment.Claim) error { return err }
		odd := func(context.Context, client.Odd) error { return err }
		return &client.Handler{Partner: partner, Secret: gateway.NewSecret(secret), Take: take, Odd: odd, Log: log, Clock: desk(nil, nil).Clock},
			&client.KeyPayHandler{Client: "1001", Key: gateway.NewSecret(secret), Take: take, Confirm: take, Odd: odd, Log: log}
	}
	digests := []string{}
	n := 0
	for _, secret := range []string{mark, "khac"} {
		for _, err := range []error{nil, errors.New(mark)} {
			a, b := handlers(mark, err)
			for _, spoil := range []func(){
				func() {},
				func() { callback.MaDoiTac, keypay.ClientID = "DOITAC02", "1002" },
				func() { callback.MaTienTe, keypay.CurrencyCode = mark, mark },
				func() { callback.ThoiGianGD = mark },
				func() { callback.MaThamChieu, keypay.TransactionID = mark+"-", mark+"-" },
			} {
				spoil()
				callback.MaXacThuc, _ = gateway.Sign(&callback, gateway.NewSecret(secret))
				keypay.CheckSum, _ = gateway.Sign(&keypay, gateway.NewSecret(secret))
				digests = append(digests, callback.MaXacThuc, keypay.CheckSum)
				one, _ := json.Marshal(callback)
				two, _ := json.Marshal(keypay)
				for _, body := range [][]byte{one, one[:len(one)/2], bytes.ToUpper(one)} {
					w := post(a, body)
					if callback.MaThamChieu == "HD0001T1" { // an answer names its reference
						told.Write(w.Body.Bytes())
					}
					n++
				}
				told.Write(post(b, two).Body.Bytes())
			}
			_, _, callback, keypay = planted(t)
		}
	}
	for _, d := range append(digests, mark) {
		if i := strings.Index(told.String(), d); i >= 0 {
			t.Fatalf("told: …%s…", told.String()[max(0, i-300):min(told.Len(), i+100)])
		}
	}
	if lines := strings.Count(told.String(), `"level"`); lines < n {
		t.Errorf("%d lines of %d callbacks", lines, n)
	}
}
