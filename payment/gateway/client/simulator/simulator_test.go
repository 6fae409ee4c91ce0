package simulator_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/gateway"
	"github.com/motcua/motcua/payment/gateway/client/simulator"
)

var secret = gateway.NewSecret("bi-mat-thu")

// listener takes callbacks in and answers by a function.
type listener struct {
	heard  []gateway.Confirm
	broken int // callbacks that broke off
	answer func(m *gateway.Confirm) gateway.Answer
	forged bool // it answers even what has a wrong digest
}

// well acknowledges what it is told, signed by itself.
func well(m *gateway.Confirm) gateway.Answer {
	a := gateway.AnswerOf(m, true, time.Now())
	a.MaXacThuc, _ = gateway.Sign(&a, secret)
	return a
}

func (l *listener) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		l.broken++
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	var m gateway.Confirm
	json.Unmarshal(body, &m)
	l.heard = append(l.heard, m)
	if gateway.Verify(&m, secret) != nil && !l.forged {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	json.NewEncoder(w).Encode(l.answer(&m))
}

// newPlatform is a platform with a listener.
func newPlatform(seed uint64, habits simulator.Habits) (*simulator.Platform, *listener) {
	l := &listener{answer: well}
	p := simulator.New(seed, habits)
	p.Partner, p.Secret, p.Callback, p.HTTP = "DOITAC01", secret, "https://motcua.example/", simulator.Transport{Handler: l}.Client()
	p.Clock = func() time.Time { return time.Date(2026, 7, 1, 8, 30, 0, 0, motcua.Vietnam()) }
	return p, l
}

// post sends a message to a platform.
func post(p *simulator.Platform, m any) (int, string, error) {
	body, _ := json.Marshal(m)
	r, err := simulator.Transport{Handler: p}.Client().Post("https://platform.example/", "application/json", bytes.NewReader(body))
	if err != nil {
		return 0, "", err
	}
	reply, err := io.ReadAll(r.Body)
	return r.StatusCode, string(reply), err
}

// open opens a payment of 25,000 đồng.
func open(p *simulator.Platform, reference string) (string, error) {
	m := gateway.Init{
		LoaiBanTin: "INIT", PhienBan: "1.0.6", MaDoiTac: "DOITAC01", MaThamChieu: reference, SoTien: "25000", LoaiHinhThanhToan: "PAY", MaKenhThanhToan: "1",
		MaThietBi: "1", NgonNgu: "vi-VN", MaTienTe: "VND", MaNganHang: "PAYMENT", ThongTinGiaoDich: "x", ThoiGianGD: "20260701083000", IP: "10.0.0.1",
		ThongTinBienLai: gateway.ReceiptInfo{
			MaDichVu: "2", MaDonVi: "H56.12", TenDonVi: "x", MaHoSo: "x", MaDVC: "x", TenDVC: "x", MaTTHC: "x", TenTTHC: "x", TKThuHuong: "1", MaNHThuHuong: "1", TenTKThuHuong: "x",
			NoiDungThanhToan: "x", HoTenNguoiNop: "Nguyễn Văn A", PhiLePhi: []gateway.Fee{{LoaiPhiLePhi: "2", MaPhiLePhi: "2", TenPhiLePhi: "x", SoTien: "25000"}}, DSKhoanNop: []gateway.Item{{NoiDung: "x", SoTien: "25000"}},
		},
	}
	m.MaXacThuc, _ = gateway.Sign(&m, p.Secret)
	_, reply, err := post(p, m)
	return reply, err
}

// ask asks how a payment stands.
func ask(p *simulator.Platform, reference string) (int, string, error) {
	q := gateway.QueryOf("DOITAC01", reference, time.Now())
	q.MaXacThuc, _ = gateway.Sign(&q, secret)
	return post(p, q)
}

// run opens and pays some payments and hears all callbacks.
func run(p *simulator.Platform, l *listener) {
	for i := range 5 {
		reference := payment.Reference(fmt.Sprint("HD", i), 1)
		open(p, reference)
		p.Pay(reference)
	}
	for p.Deliver(context.Background()) {
	}
}

// shown are callbacks by reference, code, amount, currency and transaction.
func shown(list []gateway.Confirm) []string {
	var lines []string
	for _, m := range list {
		lines = append(lines, strings.Join([]string{m.MaThamChieu, m.MaLoi, m.SoTien, m.MaTienTe, m.MaGiaoDich}, " "))
	}
	return lines
}

// Without bad habits each payment is told of once, as it is, in order, and acknowledged.
func TestGood(t *testing.T) {
	p, l := newPlatform(1, simulator.Good())
	run(p, l)
	var want []string
	for _, x := range p.Truth() {
		if x.Outcome != payment.OutcomeSucceeded || !x.Acknowledged || x.Amount != payment.MustMoney("25000 VND") || !x.At.Equal(p.Clock()) {
			t.Errorf("%+v", x)
		}
		want = append(want, x.Reference+" 00 25000 VND "+x.Transaction)
	}
	got := shown(l.heard)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" || len(want) != 5 {
		t.Error(diff)
	}
	if p.Complaints() != nil {
		t.Error(p.Complaints())
	}
}

// The same seed says the same in the same order, and another one something else.
func TestSeed(t *testing.T) {
	say := func(seed uint64) []string {
		p, l := newPlatform(seed, simulator.Bad())
		run(p, l)
		return shown(l.heard)
	}
	if diff := cmp.Diff(say(1), say(1)); diff != "" {
		t.Error(diff)
	}
	if cmp.Equal(say(1), say(2)) {
		t.Error("another seed does the same")
	}
}

// However it behaves: by its own digest it never says that it took what it did not take,
// and once it behaves it tells the truth.
func TestNeverLiesInTheEnd(t *testing.T) {
	for seed := range uint64(50) {
		p, l := newPlatform(seed, simulator.Bad())
		run(p, l)
		open(p, "HD5T1")
		p.Fail("HD5T1")
		open(p, "HD6T1")
		for p.Deliver(context.Background()) {
		}
		took := map[string]string{}
		for _, x := range p.Truth() {
			if x.Outcome == payment.OutcomeSucceeded {
				took[x.Reference] = x.Transaction
			}
		}
		for _, m := range l.heard {
			if gateway.Verify(&m, secret) == nil && m.MaLoi == "00" && took[m.MaThamChieu] != m.MaGiaoDich {
				t.Errorf("seed %d: %s was not taken, and is said to be", seed, m.MaThamChieu)
			}
		}
		p.Behave()
		for _, x := range p.Truth() {
			_, reply, err := ask(p, x.Reference)
			r, faults := gateway.Parse[gateway.QueryReply]([]byte(reply))
			c, wrong := r.Claim(x.Reference)
			if err != nil || faults != nil || wrong != nil || c.Outcome != x.Outcome || x.Outcome != payment.OutcomePending && c.Transaction != x.Transaction || c.Amount != x.Amount {
				t.Errorf("seed %d: %+v, %v %v %v, want %+v", seed, c, err, faults, wrong, x)
			}
		}
	}
}

// Answers that should not be believed are not, and are complained of.
func TestComplaints(t *testing.T) {
	for _, test := range []struct {
		why       string
		answer    func(*gateway.Confirm) gateway.Answer
		complaint string
	}{
		{"the digest comes back", func(m *gateway.Confirm) gateway.Answer { a := well(m); a.MaXacThuc = m.MaXacThuc; return a }, "bears the digest of the callback"},
		{"no digest", func(m *gateway.Confirm) gateway.Answer { a := well(m); a.MaXacThuc = ""; return a }, "a wrong digest"},
		{"the answer to another callback", func(m *gateway.Confirm) gateway.Answer { other := *m; other.MaThamChieu = "HD9T1"; return well(&other) }, "to another callback"},
		{"no answer at all", func(m *gateway.Confirm) gateway.Answer { return gateway.Answer{} }, "cannot be read"},
	} {
		p, l := newPlatform(1, simulator.Good())
		l.answer = test.answer
		run(p, l)
		if p.Truth()[0].Acknowledged || len(l.heard) != 20 || len(p.Complaints()) != 20 || !strings.Contains(p.Complaints()[0], test.complaint) {
			t.Errorf("%s: %d callbacks, %q", test.why, len(l.heard), p.Complaints())
		}
	}
	p, l := newPlatform(1, simulator.Habits{Forge: 100})
	l.forged = true
	if run(p, l); !slices.ContainsFunc(p.Complaints(), func(s string) bool { return strings.Contains(s, "forged was acknowledged") }) {
		t.Errorf("%q", p.Complaints())
	}
	p, l = newPlatform(1, simulator.Good())
	l.answer = func(m *gateway.Confirm) gateway.Answer {
		a := gateway.AnswerOf(m, false, time.Now())
		a.MaXacThuc, _ = gateway.Sign(&a, secret)
		return a
	}
	if run(p, l); p.Truth()[0].Acknowledged || p.Complaints() != nil || len(l.heard) != 20 {
		t.Errorf("99 is no acknowledgement: %d callbacks, %q", len(l.heard), p.Complaints())
	}
}

// What a platform refuses.
func TestRefusals(t *testing.T) {
	p, _ := newPlatform(1, simulator.Good())
	if reply, err := open(p, "HD0T1"); err != nil || !strings.Contains(reply, `"MaLoi":"00"`) {
		t.Errorf("%s, %v", reply, err)
	}
	if open(p, "HD0T1"); len(p.Truth()) != 1 {
		t.Error("opened twice")
	}
	if p.Pay("HD9T1") || !p.Pay("HD0T1") || p.Pay("HD0T1") || p.Fail("HD0T1") {
		t.Error("paid what was not opened, or twice")
	}
	other := *gatewayQuery("HD0T1")
	other.MaXacThuc, _ = gateway.Sign(&other, gateway.NewSecret("khac"))
	if _, reply, _ := post(p, other); reply != `{"MaLoi":"97"}` {
		t.Error(reply)
	}
	if _, reply, _ := ask(p, "HD9T1"); reply != `{"MaLoi":"01"}` {
		t.Error(reply)
	}
	if status, _, _ := post(p, "x"); status != http.StatusBadRequest {
		t.Error(status)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if p.Deliver(ctx) || !p.Deliver(context.Background()) {
		t.Error("said after the end, or not at all")
	}
}

func gatewayQuery(reference string) *gateway.Query {
	q := gateway.QueryOf("DOITAC01", reference, time.Now())
	return &q
}

// Where a handler breaks the connection there is no answer, in the process as on a
// network.
func TestTransport(t *testing.T) {
	c := simulator.Transport{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Body.Close(); r.URL.Path == "/cut" {
			connection, _, _ := http.NewResponseController(w).Hijack()
			connection.Close()
		}
	})}.Client()
	if r, err := c.Get("https://x.example/"); err != nil || r.StatusCode != http.StatusOK {
		t.Errorf("%v, %v", r, err)
	}
	if _, err := c.Get("https://x.example/cut"); err == nil || !strings.Contains(err.Error(), io.ErrUnexpectedEOF.Error()) {
		t.Error(err)
	}
}
