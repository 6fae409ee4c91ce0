package client_test

import (
	"context"
	"errors"
	"iter"
	"sync"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/gateway"
	"github.com/motcua/motcua/payment/gateway/client"
	"github.com/motcua/motcua/payment/gateway/client/simulator"
)

// askOdd asks about what came oddly; how much that was. All of a payment with an end is
// settled then.
func (t *till) askOdd(tb testing.TB) int {
	tb.Helper()
	ctx := context.Background()
	if _, err := t.odds.Ask(ctx, t.client.Query, t.take); err != nil {
		tb.Error(err)
	}
	list, err := t.odds.List(ctx)
	if err != nil {
		tb.Fatal(err)
	}
	ended := map[string]bool{}
	for _, x := range t.platform.Truth() {
		ended[x.Reference] = x.Outcome != payment.OutcomePending
	}
	for _, o := range list {
		if o.Settled != ended[o.Reference] {
			tb.Errorf("%v: settled: %t, of a payment that has an end: %t", o, o.Settled, ended[o.Reference])
		}
	}
	return len(list)
}

// A callback that comes a day too late is not believed; but the payment is asked about,
// and taken.
func TestOddsLate(t *testing.T) {
	till := newTill(1, simulator.Good(), plainly)
	ctx := t.Context()
	for _, id := range []string{"HD0001", "HD0002"} {
		m := till.order(t, id, "25000 VND")
		if _, err := till.client.Init(ctx, m); err != nil {
			t.Fatal(err)
		}
	}
	till.platform.Pay("HD0001T1")
	till.wait(25 * time.Hour)
	for till.platform.Deliver(ctx) {
	}
	o, _, err := till.register.Load(ctx, "HD0001")
	if err != nil || o.Taken.Sign() != 0 {
		t.Fatalf("an old callback was believed: %v, %v", o, err)
	}
	pending := client.Odd{Kind: gateway.KindConfirm, Why: "says what cannot be", Reference: "HD0002T1", Said: map[string]string{"MaTienTe": "USD"}}
	foreign := client.Odd{Kind: gateway.KindConfirm, Why: "says what cannot be", Said: map[string]string{"MaThamChieu": "X"}}
	for _, odd := range []client.Odd{pending, foreign, pending} {
		if err := till.odds.Keep(ctx, odd); err != nil {
			t.Fatal(err)
		}
	}
	asked := map[string]int{}
	query := func(ctx context.Context, reference string) (payment.Claim, error) {
		asked[reference]++
		return till.client.Query(ctx, reference)
	}
	if n, err := till.odds.Ask(ctx, query, till.take); n != 1 || err != nil {
		t.Errorf("settled %d, %v", n, err)
	}
	if o, _, err = till.register.Load(ctx, "HD0001"); err != nil || o.Taken != payment.MustMoney("25000 VND") {
		t.Errorf("told too late, and lost: %v, %v", o, err)
	}
	if n, err := till.odds.Ask(ctx, query, till.take); n != 0 || err != nil || asked["HD0001T1"] != 1 || asked["HD0002T1"] != 2 || len(asked) != 2 {
		t.Errorf("settled %d once more, asked %v, %v", n, asked, err)
	}
	list, err := till.odds.List(ctx)
	if err != nil || len(list) != 3 || !list[0].Settled || list[1].Settled || list[2].Settled || !list[0].At.Equal(till.clock()) || list[0].Why != "lies outside the window" {
		t.Fatalf("%v, %v", list, err)
	}
	if err := till.odds.Settle(ctx, list[2].ID, "của hệ thống khác"); err != nil {
		t.Error(err)
	}
	if err := till.odds.Settle(ctx, "none", "x"); !errors.Is(err, client.ErrUnknown) {
		t.Error(err)
	}
	if list, err = till.odds.List(ctx); err != nil || !list[2].Settled || list[2].Reason != "của hệ thống khác" {
		t.Errorf("%v, %v", list, err)
	}
}

// What cannot be asked or taken stays, one attempt is asked about once, and the others are
// not kept from it.
func TestOddsAsk(t *testing.T) {
	success := func(reference string) payment.Claim {
		return payment.Claim{Reference: reference, Outcome: payment.OutcomeSucceeded, Transaction: "GD1", Amount: payment.MustMoney("25000 VND"), Origin: payment.OriginQuery}
	}
	for _, c := range []struct {
		reason  string
		claim   func(*payment.Claim)
		ask     error
		take    error
		settled int
		failed  bool
	}{
		{"money came", func(*payment.Claim) {}, nil, nil, 3, false},
		{"it was declined", func(c *payment.Claim) { c.Outcome = payment.OutcomeFailed }, nil, nil, 3, false},
		{"it is not over", func(c *payment.Claim) { c.Outcome = payment.OutcomePending }, nil, nil, 1, false},
		{"a code nobody knows", func(c *payment.Claim) { c.Unknown = true }, nil, nil, 1, false},
		{"the platform is not reached", func(*payment.Claim) {}, errors.New("away"), nil, 1, true},
		{"the register is not reached", func(*payment.Claim) {}, nil, errors.New("disk full"), 1, true},
	} {
		odds, asked, taken := client.Odds{Log: new(motcua.MemoryLog)}, 0, 0
		for _, why := range []string{"lies outside the window", "says what cannot be"} {
			odds.Keep(t.Context(), client.Odd{Kind: gateway.KindConfirm, Why: why, Reference: "HD0001T1", Said: map[string]string{}})
		}
		odds.Keep(t.Context(), client.Odd{Kind: gateway.KindConfirm, Why: "lies outside the window", Reference: "HD0002T1", Said: map[string]string{}})
		n, err := odds.Ask(t.Context(), func(_ context.Context, reference string) (payment.Claim, error) {
			asked++
			claim := success(reference)
			if reference == "HD0001T1" {
				c.claim(&claim)
				return claim, c.ask
			}
			return claim, nil
		}, func(_ context.Context, claim payment.Claim) error {
			taken++
			if claim.Reference == "HD0001T1" {
				return c.take
			}
			return nil
		})
		if n != c.settled || (err != nil) != c.failed || asked != 2 {
			t.Errorf("%s: settled %d, asked %d times, %v", c.reason, n, asked, err)
		}
		if told := taken == 2; told != (c.ask == nil) { // whatever was answered, money or none
			t.Errorf("%s: %d answers were given on", c.reason, taken)
		}
	}
}

// failing is a Log that cannot be written, or read.
type failing struct {
	motcua.MemoryLog
	read bool
}

var errDisk = errors.New("disk full")

func (f *failing) Append(context.Context, string, int64, ...motcua.Event) (int64, error) {
	return 0, errDisk
}

func (f *failing) Read(ctx context.Context, stream string, after int64) iter.Seq2[motcua.Record, error] {
	if !f.read {
		return f.MemoryLog.Read(ctx, stream, after)
	}
	return func(yield func(motcua.Record, error) bool) { yield(motcua.Record{}, errDisk) }
}

// A Log that fails is told of, and said by many at once a callback is kept once.
func TestOddsLog(t *testing.T) {
	odd := client.Odd{Kind: gateway.KindConfirm, Why: "lies outside the window", Reference: "HD0001T1", Said: map[string]string{}}
	for _, log := range []*failing{{}, {read: true}} {
		if err := (client.Odds{Log: log}).Keep(t.Context(), odd); !errors.Is(err, errDisk) {
			t.Error(err)
		}
	}
	odds := client.Odds{Log: &failing{read: true}}
	if _, err := odds.List(t.Context()); !errors.Is(err, errDisk) {
		t.Error(err)
	}
	if _, err := odds.Ask(t.Context(), nil, nil); !errors.Is(err, errDisk) {
		t.Error(err)
	}
	damaged := new(motcua.MemoryLog)
	damaged.Append(t.Context(), "callbacks-odd", 0, motcua.Event{ID: "1", Type: "callback.odd", Data: []byte(`{"kind":"bill"}`)})
	var faults motcua.Faults
	if _, err := (client.Odds{Log: damaged}).List(t.Context()); !errors.As(err, &faults) {
		t.Errorf("a damaged record: %v", err)
	}
	odds = client.Odds{Log: new(motcua.MemoryLog)}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if err := odds.Keep(t.Context(), odd); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if list, err := odds.List(t.Context()); err != nil || len(list) != 1 {
		t.Errorf("%v, %v", list, err)
	}
}

// TestOddsKeepsWhatIsSigned: what nobody signed makes no other callback, so that whoever
// caught one cannot have any number kept.
func TestOddsKeepsWhatIsSigned(t *testing.T) {
	odds := client.Odds{Log: new(motcua.MemoryLog)}
	for _, c := range []struct {
		reason      string
		kind        gateway.Kind
		name, value string
		kept        int
	}{
		{"the first", gateway.KindKeyPayCallback, "status", "0", 1},
		{"another status", gateway.KindKeyPayCallback, "status", "7", 1},
		{"another number of KeyPay", gateway.KindKeyPayCallback, "transaction_code", "KP2", 1},
		{"another amount, which is signed", gateway.KindKeyPayCallback, "trans_amount", "1", 2},
		{"another kind", gateway.KindConfirm, "SoTien", "1", 3},
		{"another amount of that kind", gateway.KindConfirm, "SoTien", "2", 4},
	} {
		o := client.Odd{Kind: c.kind, Why: "is odd", Reference: "HD0001T1", Said: map[string]string{"trans_amount": "25000", c.name: c.value}}
		if err := odds.Keep(t.Context(), o); err != nil {
			t.Fatal(err)
		}
		if list, err := odds.List(t.Context()); err != nil || len(list) != c.kept {
			t.Errorf("%s: %d are kept, want %d: %v", c.reason, len(list), c.kept, err)
		}
	}
}
