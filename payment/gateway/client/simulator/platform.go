package simulator

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/gateway"
)

// Platform is a payment platform, version 1.0.6. The exported members are set before it
// is used; then it is safe for concurrent use.
type Platform struct {
	Partner  string           // code of the partner (MaDoiTac)
	Secret   gateway.Secret   // of the partner
	Callback string           // URL that callbacks are posted to
	HTTP     *http.Client     // that posts them; nil: [http.DefaultClient]
	Clock    func() time.Time // nil: [time.Now]
	Retries  int              // how often a callback is said again that was not acknowledged

	mu         sync.Mutex
	random     *rand.Rand
	habits     Habits
	payments   []*Payment // in the order of opening
	waiting    []*callback
	said       []*callback // with the right digest
	step       int         // callbacks sent
	complaints []string
}

// Payment is what a platform knows of an attempt to pay.
type Payment struct {
	Reference    string          // of the attempt
	Amount       payment.Money   // asked for, and taken if the payment succeeded
	Outcome      payment.Outcome // pending, failed or succeeded
	Transaction  string          // of the platform, once it succeeded or failed
	At           time.Time       // when it did
	Acknowledged bool            // a callback that says so truly was answered "00"
	info         string
}

// New makes a platform whose behaviour follows from a seed.
func New(seed uint64, habits Habits) *Platform {
	return &Platform{random: rand.New(rand.NewPCG(seed, seed^0x9E3779B97F4A7C15)), habits: habits, Retries: 3}
}

// Behave ends all bad habits. What waits to be said is still said.
func (p *Platform) Behave() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.habits = Good()
}

// Truth is what was opened and what came of it, by reference.
func (p *Platform) Truth() []Payment {
	p.mu.Lock()
	defer p.mu.Unlock()
	list := make([]Payment, len(p.payments))
	for i, x := range p.payments {
		list[i] = *x
	}
	slices.SortFunc(list, func(a, b Payment) int { return cmp.Compare(a.Reference, b.Reference) })
	return list
}

// Complaints are what the platform has to say of the answers to its callbacks: a digest
// that is wrong or the one it sent, an acknowledgement of what somebody forged.
func (p *Platform) Complaints() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.complaints)
}

// now is the time of the clock.
func (p *Platform) now() time.Time {
	if p.Clock == nil {
		return time.Now()
	}
	return p.Clock()
}

// chance decides an occasion; the lock is held.
func (p *Platform) chance(percent int) bool { return p.random.IntN(100) < percent }

// find is the payment of a reference; the lock is held.
func (p *Platform) find(reference string) *Payment {
	i := slices.IndexFunc(p.payments, func(x *Payment) bool { return x.Reference == reference })
	if i < 0 {
		return nil
	}
	return p.payments[i]
}

// Pay has the payer pay: the money is taken, and callbacks wait to say so. It reports
// false for a payment that was not opened or is over.
func (p *Platform) Pay(reference string) bool { return p.end(reference, payment.OutcomeSucceeded) }

// Fail has the bank decline, as Pay.
func (p *Platform) Fail(reference string) bool { return p.end(reference, payment.OutcomeFailed) }

func (p *Platform) end(reference string, o payment.Outcome) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	x := p.find(reference)
	if x == nil || x.Outcome != payment.OutcomePending {
		return false
	}
	x.Outcome, x.Transaction, x.At = o, fmt.Sprintf("GD%06d", p.random.IntN(1_000_000)), p.now()
	for slices.ContainsFunc(p.payments, func(y *Payment) bool { return y != x && y.Transaction == x.Transaction }) {
		x.Transaction += "A"
	}
	p.announce(x)
	return true
}

// ServeHTTP answers what a client.Platform asks.
func (p *Platform) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil || r.Method != http.MethodPost {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	var is struct{ LoaiBanTin string }
	if json.Unmarshal(body, &is) != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	p.mu.Lock()
	status, reply, cut := p.answer(is.LoaiBanTin, body)
	p.mu.Unlock()
	if cut {
		hangUp(w)
		return
	}
	w.Header().Set("Content-Type", http.DetectContentType(reply))
	w.WriteHeader(status)
	w.Write(reply)
}

// hangUp breaks the connection in the place of an answer.
func hangUp(w http.ResponseWriter) {
	connection, _, err := http.NewResponseController(w).Hijack()
	if err != nil { // one that cannot be broken
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	connection.Close()
}

// answer answers a message; cut: the connection breaks instead. The lock is held.
func (p *Platform) answer(kind string, body []byte) (status int, reply []byte, cut bool) {
	if kind == "INIT" {
		reply, cut = p.open(body)
		return http.StatusOK, reply, cut
	}
	switch {
	case p.chance(p.habits.Busy):
		return http.StatusServiceUnavailable, nil, false
	case p.chance(p.habits.CutQuery):
		return 0, nil, true
	}
	q, faults := gateway.Parse[gateway.Query](body)
	if faults.Err() != nil || q.MaDoiTac != p.Partner || gateway.Verify(&q, p.Secret) != nil {
		return http.StatusOK, encoded(gateway.QueryReply{MaLoi: "97"}), false
	}
	x := p.find(q.MaThamChieu)
	switch {
	case x == nil:
		return http.StatusOK, encoded(gateway.QueryReply{MaLoi: "01"}), false
	case kind == "QUERY":
		return http.StatusOK, encoded(p.standing(x)), false
	case x.Outcome != payment.OutcomeSucceeded:
		return http.StatusOK, encoded(gateway.QueryReply{MaLoi: "02"}), false
	}
	return http.StatusOK, []byte("%PDF-1.4\n% receipt of " + x.Reference + "\n%%EOF\n"), false
}

// open opens a payment. The same message again opens nothing more.
func (p *Platform) open(body []byte) (reply []byte, cut bool) {
	m, faults := gateway.Parse[gateway.Init](body)
	amount, err := payment.ParseAmount(m.SoTien, payment.VND)
	if faults.Err() != nil || err != nil || m.MaDoiTac != p.Partner || gateway.Verify(&m, p.Secret) != nil {
		return encoded(gateway.InitReply{MaLoi: "97", MoTaLoi: "sai"}), false
	}
	if p.find(m.MaThamChieu) == nil {
		p.payments = append(p.payments, &Payment{Reference: m.MaThamChieu, Amount: amount, Outcome: payment.OutcomePending, info: m.ThongTinGiaoDich})
	}
	if p.chance(p.habits.CutInit) {
		return nil, true
	}
	return encoded(gateway.InitReply{MaLoi: "00", UrlThanhToan: "https://pay.example/" + m.MaThamChieu}), false
}

// standing is what a query is answered with.
func (p *Platform) standing(x *Payment) gateway.QueryReply {
	r := gateway.QueryReply{MaLoi: "00", SoTien: x.Amount.Amount(), MaTienTe: "VND"}
	switch {
	case x.Outcome == payment.OutcomePending || p.chance(p.habits.Pending):
		r.TrangThaiGD = "3"
		return r
	case p.chance(p.habits.Unknown):
		r.TrangThaiGD = "9"
	case x.Outcome == payment.OutcomeFailed || p.chance(p.habits.Contradict):
		r.TrangThaiGD = "4"
	default:
		r.TrangThaiGD = "1"
	}
	r.MaGiaoDich, r.MaNganHang, r.ThoiGianGD, r.ThongTinGiaoDich = x.Transaction, bank, gateway.Moment(x.At), x.info
	return r
}

// bank is where all payers have their accounts.
const bank = "970403"

// encoded is a message in JSON: all of them can be written.
func encoded(m any) []byte {
	data, _ := json.Marshal(m)
	return data
}
