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
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/gateway"
	"github.com/motcua/motcua/payment/gateway/client"
	"github.com/motcua/motcua/payment/gateway/client/simulator"
)

var morning = time.Date(2026, 7, 1, 8, 30, 0, 0, motcua.Vietnam())

// confirm is a callback that says that 25,000 đồng came.
func confirm() gateway.Confirm {
	return gateway.Confirm{
		LoaiBanTin: "CONFIRM", MaLoi: "00", MaDoiTac: partner, MaThamChieu: "HD0001T1", SoTien: "25000", MaTienTe: "VND",
		MaGiaoDich: "GD1", MaNganHang: "970403", ThoiGianGD: gateway.Moment(morning), ThongTinGiaoDich: "Thanh toan",
	}
}

// signed is a callback as it is posted.
func signed(m gateway.Confirm, secret string) []byte {
	m.MaXacThuc, _ = gateway.Sign(&m, gateway.NewSecret(secret))
	body, _ := json.Marshal(m)
	return body
}

// desk is a handler that keeps what it took.
func desk(took *[]payment.Claim, err error) *client.Handler {
	return &client.Handler{
		Partner: partner, Secret: gateway.NewSecret("bi-mat-thu"), Clock: func() time.Time { return morning.Add(time.Minute) },
		Take: func(_ context.Context, c payment.Claim) error { *took = append(*took, c); return err },
		Odd:  kept,
	}
}

// kept keeps an odd callback.
func kept(context.Context, client.Odd) error { return nil }

// post posts a body as JSON.
func post(h http.Handler, body []byte) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, "/callback", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestHandlerTakes(t *testing.T) {
	var took []payment.Claim
	h := desk(&took, nil)
	w := post(h, signed(confirm(), "bi-mat-thu"))
	want := []payment.Claim{{Reference: "HD0001T1", Outcome: payment.OutcomeSucceeded, Transaction: "GD1", Amount: payment.MustMoney("25000 VND"), At: morning, Code: "00", Origin: payment.OriginCallback}}
	if diff := cmp.Diff(want, took, cmp.Comparer(func(a, b payment.Money) bool { return a == b })); diff != "" {
		t.Error(diff)
	}
	a, faults := gateway.Parse[gateway.Answer](w.Body.Bytes())
	if faults != nil || w.Code != http.StatusOK || w.Header().Get("Content-Type") != "application/json; charset=utf-8" {
		t.Fatalf("%d %v %v", w.Code, w.Header(), faults)
	}
	if err := gateway.Verify(&a, h.Secret); err != nil || a.MaLoi != "00" || a.MaThamChieu != "HD0001T1" || a.MaDoiTac != partner || a.ThoiGianGD != gateway.Moment(morning.Add(time.Minute)) {
		t.Errorf("%+v, %v", a, err)
	}
	if bytes.Contains(w.Body.Bytes(), []byte(digestOf(t, signed(confirm(), "bi-mat-thu")))) {
		t.Error("the digest of the sender comes back")
	}
}

// TestNoClock: who states no clock has that of the machine.
func TestNoClock(t *testing.T) {
	var took []payment.Claim
	h := desk(&took, nil)
	h.Clock = nil
	old, fresh := confirm(), confirm()
	old.ThoiGianGD, fresh.ThoiGianGD = gateway.Moment(time.Now().Add(-25*time.Hour)), gateway.Moment(time.Now())
	post(h, signed(old, "bi-mat-thu"))
	if w := post(h, signed(fresh, "bi-mat-thu")); len(took) != 1 || took[0].At.Before(time.Now().Add(-time.Hour)) {
		t.Errorf("%s, took %v", w.Body, took)
	}
	var said gateway.Query
	p := asking(func(w http.ResponseWriter, r *http.Request) {
		json.NewDecoder(r.Body).Decode(&said)
		w.Write([]byte(paid))
	})
	p.Clock = nil
	if _, err := p.Query(context.Background(), "HD0001T1"); err != nil {
		t.Fatal(err)
	}
	if err := (gateway.Window{Before: time.Hour, After: time.Minute}).Check(said.ThoiGianGD, time.Now()); err != nil {
		t.Error(err)
	}
}

func digestOf(t *testing.T, body []byte) string {
	m, faults := gateway.Parse[gateway.Confirm](body)
	if faults != nil {
		t.Fatal(faults)
	}
	return m.MaXacThuc
}

// answers are callbacks that are authentic, and what becomes of them.
var answers = []struct {
	why   string
	spoil func(*gateway.Confirm)
	at    time.Duration // of the clock, after the callback
	err   error         // of Take
	asked int           // how often Take is
	code  string
}{
	{"taken", func(*gateway.Confirm) {}, 0, nil, 1, "00"},
	{"Take could not", func(*gateway.Confirm) {}, 0, errors.New("disk full"), 1, "99"},
	{"a code nobody knows is taken: it is kept, and asked about", func(m *gateway.Confirm) { m.MaLoi = "77" }, 0, nil, 1, "00"},
	{"another amount is taken: the order knows what to make of it", func(m *gateway.Confirm) { m.SoTien = "1" }, 0, nil, 1, "00"},
	{"another currency cannot be", func(m *gateway.Confirm) { m.MaTienTe = "USD" }, 0, nil, 0, "99"},
	{"no amount", func(m *gateway.Confirm) { m.SoTien = "" }, 0, nil, 0, "99"},
	{"a time that does not exist", func(m *gateway.Confirm) { m.ThoiGianGD = "20260231000000" }, 0, nil, 0, "99"},
	{"for another partner with the same secret", func(m *gateway.Confirm) { m.MaDoiTac = "DOITAC02" }, 0, nil, 0, "99"},
	{"the last second of the window", func(*gateway.Confirm) {}, 24 * time.Hour, nil, 1, "00"},
	{"too old: caught and played again", func(*gateway.Confirm) {}, 24*time.Hour + time.Second, nil, 0, "99"},
	{"ahead of the clock, as far as clocks differ", func(*gateway.Confirm) {}, -5 * time.Minute, nil, 1, "00"},
	{"from a time to come", func(*gateway.Confirm) {}, -5*time.Minute - time.Second, nil, 0, "99"},
}

func TestHandlerAnswers(t *testing.T) {
	for _, test := range answers {
		var took []payment.Claim
		h := desk(&took, test.err)
		h.Clock = func() time.Time { return morning.Add(test.at) }
		m := confirm()
		test.spoil(&m)
		w := post(h, signed(m, "bi-mat-thu"))
		a, faults := gateway.Parse[gateway.Answer](w.Body.Bytes())
		if faults.Err() != nil || gateway.Verify(&a, h.Secret) != nil || a.MaLoi != test.code || len(took) != test.asked || w.Code != http.StatusOK {
			t.Errorf("%s: %d %+v, asked %d times, %v", test.why, w.Code, a, len(took), faults)
		}
	}
}

// Whoever has no secret gets a status and nothing else, and reaches nothing.
func TestHandlerRefuses(t *testing.T) {
	good := signed(confirm(), "bi-mat-thu")
	bad := func(from, to string) []byte { return []byte(strings.Replace(string(good), from, to, 1)) }
	digest := digestOf(t, good)
	for _, test := range []struct {
		why, method, kind string
		body              []byte
		secret            string
		status            int
	}{
		{"not posted", http.MethodGet, "application/json", good, "bi-mat-thu", http.StatusMethodNotAllowed},
		{"put", http.MethodPut, "application/json", good, "bi-mat-thu", http.StatusMethodNotAllowed},
		{"a form", http.MethodPost, "application/x-www-form-urlencoded", good, "bi-mat-thu", http.StatusUnsupportedMediaType},
		{"no type", http.MethodPost, "", good, "bi-mat-thu", http.StatusUnsupportedMediaType},
		{"a type that only begins so", http.MethodPost, "application/jsonp", good, "bi-mat-thu", http.StatusUnsupportedMediaType},
		{"too long", http.MethodPost, "application/json", append(good, bytes.Repeat([]byte(" "), 64<<10)...), "bi-mat-thu", http.StatusRequestEntityTooLarge},
		{"not JSON", http.MethodPost, "application/json", []byte("MaLoi=00"), "bi-mat-thu", http.StatusBadRequest},
		{"nothing", http.MethodPost, "application/json", nil, "bi-mat-thu", http.StatusBadRequest},
		{"a signed member twice, which readers differ on", http.MethodPost, "application/json", bad(`{`, `{"SoTien":"1",`), "bi-mat-thu", http.StatusBadRequest},
		{"a signed member that is missing", http.MethodPost, "application/json", bad(`"SoTien":"25000",`, ``), "bi-mat-thu", http.StatusBadRequest},
		{"another amount", http.MethodPost, "application/json", bad("25000", "2500000"), "bi-mat-thu", http.StatusForbidden},
		{"another secret", http.MethodPost, "application/json", signed(confirm(), "khac"), "bi-mat-thu", http.StatusForbidden},
		{"no digest", http.MethodPost, "application/json", bad(digest, ""), "bi-mat-thu", http.StatusForbidden},
		{"the digest in upper case", http.MethodPost, "application/json", bad(digest, strings.ToUpper(digest)), "bi-mat-thu", http.StatusForbidden},
		{"one digit off at the end", http.MethodPost, "application/json", bad(digest, digest[:63]+string(digest[63]^1)), "bi-mat-thu", http.StatusForbidden},
		{"a handler without a secret believes nobody", http.MethodPost, "application/json", signed(confirm(), ""), "", http.StatusForbidden},
	} {
		var took []payment.Claim
		h := desk(&took, nil)
		h.Secret = gateway.NewSecret(test.secret)
		r := httptest.NewRequest(test.method, "/callback", bytes.NewReader(test.body))
		if test.kind != "" {
			r.Header.Set("Content-Type", test.kind)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != test.status || w.Body.Len() > 0 || took != nil {
			t.Errorf("%s: %d %q, took %v", test.why, w.Code, w.Body, took)
		}
	}
}

// A charset beside the type is no other type, and a callback may bear more than was
// documented.
func TestHandlerLenient(t *testing.T) {
	var took []payment.Claim
	body := strings.Replace(string(signed(confirm(), "bi-mat-thu")), "{", `{"Them":{"a":[1]},`, 1)
	body = strings.Replace(body, `"25000"`, `25000`, 1)
	r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(body))
	r.Header.Set("Content-Type", "Application/JSON; charset=UTF-8")
	w := httptest.NewRecorder()
	if desk(&took, nil).ServeHTTP(w, r); len(took) != 1 || !strings.Contains(w.Body.String(), `"MaLoi":"00"`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// breaking is a body that breaks off.
type breaking struct{ io.Reader }

func (b breaking) Read(data []byte) (int, error) {
	n, err := b.Reader.Read(data)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

// What breaks off is not taken, though all of it came; where Take dies nothing is said.
func TestHandlerDies(t *testing.T) {
	var took []payment.Claim
	r := httptest.NewRequest(http.MethodPost, "/", breaking{bytes.NewReader(signed(confirm(), "bi-mat-thu"))})
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	if desk(&took, nil).ServeHTTP(w, r); w.Code != http.StatusBadRequest || took != nil {
		t.Errorf("%d, took %v", w.Code, took)
	}
	h := desk(&took, nil)
	h.Take = func(context.Context, payment.Claim) error { panic("dead") }
	w = httptest.NewRecorder()
	func() {
		defer func() { recover() }()
		r := httptest.NewRequest(http.MethodPost, "/", bytes.NewReader(signed(confirm(), "bi-mat-thu")))
		r.Header.Set("Content-Type", "application/json")
		h.ServeHTTP(w, r)
	}()
	if w.Body.Len() > 0 {
		t.Errorf("acknowledged by the dead: %s", w.Body)
	}
	h.Take = nil
	if w := post(h, signed(confirm(), "bi-mat-thu")); !strings.Contains(w.Body.String(), `"MaLoi":"99"`) {
		t.Errorf("taken by nobody: %s", w.Body)
	}
}

// The log tells what became of each callback by its reference, and of one that is not
// authentic not even that.
func TestHandlerLog(t *testing.T) {
	var b bytes.Buffer
	var took []payment.Claim
	h := desk(&took, nil)
	h.Log = slog.New(slog.NewTextHandler(&b, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}))
	m := confirm()
	post(h, signed(m, "bi-mat-thu"))
	post(h, signed(m, "khac"))
	h.Take = func(context.Context, payment.Claim) error { return errors.New("Nguyễn Văn A") }
	post(h, signed(m, "bi-mat-thu"))
	m.MaThamChieu = "NguyenVanA"
	post(h, signed(m, "bi-mat-thu"))
	h.Secret = gateway.Secret{}
	post(h, signed(m, "bi-mat-thu"))
	want := `level=INFO msg="callback was taken" reference=HD0001T1
level=WARN msg="callback has a wrong digest"
level=WARN msg="callback was not taken" reference=HD0001T1
level=WARN msg="callback was not taken"
level=ERROR msg="callback cannot be verified without a secret"
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}

// answerTo posts a message and shows the answer.
func answerTo(h http.Handler, m any) string {
	body, _ := json.Marshal(m)
	w := post(h, body)
	return strings.TrimSpace(fmt.Sprint(w.Code, " ", w.Body))
}

// answering is a client whose server always says the same.
func answering(reply string) *http.Client {
	return simulator.Transport{Handler: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, reply) })}.Client()
}
