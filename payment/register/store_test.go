package register_test

import (
	"context"
	"errors"
	"iter"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

var morning = time.Date(2026, time.March, 2, 9, 0, 0, 0, motcua.Vietnam())

var price = payment.MustMoney("25000 VND")

// at is a clock that stands still.
func at(t time.Time) func() time.Time { return func() time.Time { return t } }

// ticking is a clock that goes on by a second each time it is asked.
func ticking() func() time.Time {
	now := morning
	return func() time.Time { now = now.Add(time.Second); return now }
}

func attempt(order string, n int) *payment.Command {
	reference := payment.Reference(order, n)
	return &payment.Command{ID: "start " + reference, Action: payment.ActionStart, By: payment.RolePayer, Details: payment.Details{
		Attempt: &payment.Attempt{Reference: reference, Method: payment.MethodPortal, Amount: price}}}
}

func claim(reference, transaction string) payment.Claim {
	return payment.Claim{Reference: reference, Outcome: payment.OutcomeSucceeded, Transaction: transaction, Amount: price, At: morning, Code: "00", Origin: payment.OriginCallback}
}

func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// paid is a register with an order that was paid.
func paid(t testing.TB, log motcua.Log) register.Register {
	t.Helper()
	ctx := context.Background()
	r := register.Register{Log: log, Clock: at(morning)}
	must(r.Open(ctx, opening("HD1"), payment.RoleSystem))(t)
	must(r.Execute(ctx, "HD1", attempt("HD1", 1)))(t)
	must(r.Report(ctx, claim("HD1T1", "G1")))(t)
	return r
}

// records are those of a stream.
func records(t testing.TB, log motcua.Log, stream string) (list []motcua.Record) {
	t.Helper()
	for rec, err := range log.Read(context.Background(), stream, 0) {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, rec)
	}
	return list
}

// fixed is a Log that reads what it is given, whatever its versions are.
type fixed struct {
	motcua.Log
	list []motcua.Record
}

func (f fixed) Read(context.Context, string, int64) iter.Seq2[motcua.Record, error] {
	return func(yield func(motcua.Record, error) bool) {
		for _, rec := range f.list {
			if !yield(rec, nil) {
				return
			}
		}
	}
}

var errDied = errors.New("the connection is gone")

// dying is a Log that dies at its n-th append, counted from 1: before it was done or
// after. From then on every call fails until it is revived.
type dying struct {
	motcua.Log
	n     int  // at which append; 0: never
	after bool // it was done
	seen  int  // appends so far
	dead  bool
}

func (d *dying) Append(ctx context.Context, stream string, expected int64, events ...motcua.Event) (int64, error) {
	if d.dead {
		return 0, errDied
	}
	if d.seen++; d.seen == d.n {
		d.dead = true
		if d.after {
			if v, err := d.Log.Append(ctx, stream, expected, events...); err != nil {
				return v, err
			}
		}
		return 0, errDied
	}
	return d.Log.Append(ctx, stream, expected, events...)
}

func (d *dying) Read(ctx context.Context, stream string, after int64) iter.Seq2[motcua.Record, error] {
	if d.dead {
		return func(yield func(motcua.Record, error) bool) { yield(motcua.Record{}, errDied) }
	}
	return d.Log.Read(ctx, stream, after)
}
