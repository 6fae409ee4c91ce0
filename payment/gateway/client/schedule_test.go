package client_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/gateway"
	"github.com/motcua/motcua/payment/gateway/client"
	"github.com/motcua/motcua/payment/gateway/client/simulator"
	"github.com/motcua/motcua/payment/register"
)

// till is a unit that takes payments: its register, its client and its handler, and the
// platform they speak to.
type till struct {
	register register.Register
	client   client.Platform
	handler  client.Handler
	platform *simulator.Platform
	odds     client.Odds

	mu  sync.Mutex
	now time.Time
}

const partner = "DOITAC01"

// newTill is a till on a platform with habits; take stands around what takes a claim.
func newTill(seed uint64, habits simulator.Habits, around func(client.Take) client.Take) *till {
	t := &till{now: time.Date(2026, 7, 1, 8, 0, 0, 0, motcua.Vietnam())}
	secret := gateway.NewSecret("bi-mat-thu")
	t.register = register.Register{Log: new(motcua.MemoryLog), Clock: t.clock}
	t.platform = simulator.New(seed, habits)
	t.platform.Partner, t.platform.Secret, t.platform.Clock = partner, secret, t.clock
	t.client = client.Platform{
		Link:    client.Link{URL: "https://platform.example/", HTTP: simulator.Transport{Handler: t.platform}.Client(), Pause: 1},
		Partner: partner, Secret: secret, Clock: t.clock,
	}
	t.odds = client.Odds{Log: t.register.Log, Clock: t.clock}
	t.handler = client.Handler{Partner: partner, Secret: secret, Clock: t.clock, Take: around(t.take), Odd: t.odds.Keep}
	t.platform.Callback, t.platform.HTTP = "https://till.example/callback", simulator.Transport{Handler: &t.handler}.Client()
	return t
}

// take reports a claim.
func (t *till) take(ctx context.Context, c payment.Claim) error {
	_, err := t.register.Report(ctx, c)
	return err
}

func plainly(take client.Take) client.Take { return take }

func (t *till) clock() time.Time {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.now
}

func (t *till) wait(d time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.now = t.now.Add(d)
}

// order opens an order for a fee and starts to pay it; the message that does so.
func (t *till) order(tb testing.TB, id, amount string) gateway.Init {
	ctx := context.Background()
	o := payment.Opening{
		ID: id, Dossier: "H56.12-260701-0001", Procedure: "1.004194", Unit: "H56.12", Moment: payment.MomentBefore,
		Payer:       payment.Payer{Name: "Nguyễn Văn A", ID: "001000000000", Address: "thôn Mẫu"},
		Beneficiary: payment.Account{Bank: "970403", Number: "0011012345678", Name: "KHO BAC MAU"},
		Lines: []payment.Line{{
			Name: motcua.Text{Vi: "Lệ phí mẫu", En: "Sample fee"}, Kind: payment.KindLePhi, Quantity: motcua.MustDecimal("1"), Rule: "mau",
			Full: payment.MustMoney(amount), Amount: payment.MustMoney(amount), Source: motcua.Source{Basis: motcua.BasisOurs}, Reason: motcua.Text{Vi: "mức thu", En: "the rate"},
		}},
	}
	if _, err := t.register.Open(ctx, &o, payment.RoleSystem); err != nil {
		tb.Fatal(err)
	}
	a := payment.Attempt{Reference: payment.Reference(id, 1), Method: payment.MethodPortal, Amount: payment.MustMoney(amount)}
	if _, err := t.register.Execute(ctx, id, &payment.Command{ID: "start", Action: payment.ActionStart, By: payment.RolePayer, Details: payment.Details{Attempt: &a}}); err != nil {
		tb.Fatal(err)
	}
	m, faults := gateway.InitOf(&o, &a, &gateway.Partner{Code: partner, Unit: "UBND xã Mẫu", Procedure: "Thủ tục mẫu", IP: "10.0.0.1"}, t.clock())
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	return m
}

// check holds what the register knows to what the platform took: all of it, if all was
// asked for, and otherwise what it was told by "00".
func (t *till) check(tb testing.TB, asked bool) {
	tb.Helper()
	for _, x := range t.platform.Truth() {
		id, _ := payment.OrderOf(x.Reference)
		o, _, err := t.register.Load(context.Background(), id)
		if err != nil {
			tb.Fatal(err)
		}
		i := slices.IndexFunc(o.Sums, func(s payment.Sum) bool { return s.Transaction == x.Transaction })
		known := i >= 0 && !o.Sums[i].Suspense && o.Sums[i].Amount == x.Amount
		took := x.Outcome == payment.OutcomeSucceeded
		switch {
		case took && asked && !known:
			tb.Errorf("%s: %v was taken, and the order knows %v", x.Reference, x.Amount, o.Sums)
		case took && x.Acknowledged && i < 0:
			tb.Errorf("%s: acknowledged and forgotten", x.Reference)
		case !took && i >= 0:
			tb.Errorf("%s: known as taken, and was not", x.Reference)
		case asked && took != (o.Taken == x.Amount):
			tb.Errorf("%s: took %v of %v", x.Reference, o.Taken, x.Amount)
		}
		for _, try := range o.Tries {
			for _, c := range try.Claims {
				if strings.HasPrefix(c.Transaction, simulator.Forged) {
					tb.Errorf("%s: what somebody forged was recorded", x.Reference)
				}
			}
		}
	}
	if odd, err := t.register.Suspense(context.Background()); err != nil || len(odd) > 0 {
		tb.Errorf("in suspense: %v, %v", odd, err)
	}
	if complaints := t.platform.Complaints(); complaints != nil {
		tb.Errorf("the platform complains: %q", complaints)
	}
}

// ask asks for all payments and reports what is said, until an answer comes.
func (t *till) ask(tb testing.TB) {
	tb.Helper()
	for _, x := range t.platform.Truth() {
		claim, err := t.client.Query(context.Background(), x.Reference)
		if err == nil {
			_, err = t.register.Report(context.Background(), claim)
		}
		if err != nil {
			tb.Errorf("%s: %v", x.Reference, err)
		}
	}
}

// However the platform behaves and wherever the till dies, all that was taken is known in
// the end, nothing that was forged is, and nothing is acknowledged that is forgotten.
func TestSchedules(t *testing.T) {
	seeds := 200
	if testing.Short() {
		seeds = 40
	}
	var died, missed, odd int
	for seed := range uint64(seeds) {
		r := rand.New(rand.NewPCG(seed, 7))
		till := newTill(seed, simulator.Bad(), dying(r, &died))
		till.day(t, r)
		till.check(t, false)
		for _, x := range till.platform.Truth() {
			if x.Outcome == payment.OutcomeSucceeded && !x.Acknowledged {
				missed++
			}
		}
		till.platform.Behave()
		odd += till.askOdd(t)
		till.ask(t)
		till.check(t, true)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	if died == 0 || missed == 0 || odd == 0 {
		t.Errorf("died %d times, %d payments were never acknowledged, %d callbacks were odd: nothing was tried", died, missed, odd)
	}
}

// dying lets what takes claims die now and then, before and after they are recorded.
func dying(r *rand.Rand, died *int) func(client.Take) client.Take {
	return func(take client.Take) client.Take {
		return func(ctx context.Context, c payment.Claim) error {
			switch r.IntN(10) {
			case 0:
				*died++
				return errors.New("dead before it was recorded")
			case 1:
				*died++
				return errors.Join(take(ctx, c), errors.New("dead after it was recorded"))
			}
			return take(ctx, c)
		}
	}
}

// day is a day at the till: orders are opened, paid or not, heard of and asked about.
func (t *till) day(tb testing.TB, r *rand.Rand) {
	ctx := context.Background()
	for i := range 3 + r.IntN(3) {
		m := t.order(tb, fmt.Sprintf("HD%04d", i), fmt.Sprintf("%d VND", 5000*(1+r.IntN(20))))
		t.client.Init(ctx, m) // whatever comes back, it may be open
		switch r.IntN(5) {
		case 0:
			t.platform.Fail(m.MaThamChieu)
		case 1: // nobody pays
		default:
			t.platform.Pay(m.MaThamChieu)
		}
		for range r.IntN(4) {
			t.platform.Deliver(ctx)
		}
		if claim, err := t.client.Query(ctx, m.MaThamChieu); err == nil { // says anything
			if _, err := t.register.Report(ctx, claim); err != nil {
				tb.Error(err)
			}
		}
		t.wait(time.Duration(r.IntN(600)) * time.Minute)
	}
	for t.platform.Deliver(ctx) {
		t.wait(time.Duration(r.IntN(90)) * time.Minute)
	}
}

// Callbacks that come at the same time are taken once.
func TestScheduleAtOnce(t *testing.T) {
	for seed := range uint64(10) {
		till := newTill(seed, simulator.Bad(), plainly)
		ctx := context.Background()
		for i := range 8 {
			m := till.order(t, fmt.Sprintf("HD%04d", i), "25000 VND")
			till.client.Init(ctx, m)
			till.platform.Pay(m.MaThamChieu)
		}
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				for till.platform.Deliver(ctx) {
				}
			})
		}
		all.Wait()
		till.check(t, false)
		till.platform.Behave()
		till.ask(t)
		till.check(t, true)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// A platform without bad habits is heard at once; the receipt can be fetched.
func TestGoodPlatform(t *testing.T) {
	till := newTill(1, simulator.Good(), plainly)
	ctx := context.Background()
	m := till.order(t, "HD0001", "25000 VND")
	reply, err := till.client.Init(ctx, m)
	if err != nil || reply.UrlThanhToan != "https://pay.example/HD0001T1" {
		t.Fatalf("%v, %v", reply, err)
	}
	if claim, err := till.client.Query(ctx, "HD0001T1"); err != nil || claim.Outcome != payment.OutcomePending || claim.Unknown {
		t.Errorf("%+v, %v", claim, err)
	}
	if _, err := till.client.Bill(ctx, "HD0001T1"); !errors.Is(err, client.ErrReply) {
		t.Errorf("a receipt before the payment: %v", err)
	}
	till.platform.Pay("HD0001T1")
	if !till.platform.Deliver(ctx) || till.platform.Deliver(ctx) {
		t.Error("want one callback")
	}
	if x := till.platform.Truth()[0]; !x.Acknowledged {
		t.Error("it was not acknowledged")
	}
	till.check(t, true)
	bill, err := till.client.Bill(ctx, "HD0001T1")
	if err != nil || !strings.HasPrefix(string(bill), "%PDF-") {
		t.Errorf("%q, %v", bill, err)
	}
	if _, err := till.client.Query(ctx, "HD0002T1"); err != nil {
		t.Errorf("a payment nobody knows is an answer: %v", err)
	}
}

var _ http.Handler = (*client.Handler)(nil)
