package settlement_test

import (
	"context"
	"errors"
	"iter"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/history"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/dossier/settlement"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

const unit = motcua.UnitCode("H56.12")

var morning = time.Date(2026, time.March, 2, 9, 0, 0, 0, motcua.Vietnam())

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

// world is a desk and what a test does at it.
type world struct {
	settlement.Desk
	ctx context.Context
}

func at(log motcua.Log) *world {
	clock := func() time.Time { return morning }
	return &world{settlement.Desk{
		Orders: register.Register{Log: log, Clock: clock}, Dossiers: history.Store{Log: log, Clock: clock, Retries: 50}, Unit: unit,
	}, context.Background()}
}

// file files a dossier.
func (w *world) file(code string) error {
	c := dossier.Command{ID: "f", Action: dossier.ActionSubmit, By: dossier.Actor{Role: dossier.RoleApplicant}, Details: dossier.Details{Filing: &dossier.Filing{
		Code: code, Procedure: "1.001193", Name: "Đăng ký khai sinh", Channel: motcua.ChannelOnline, Delivery: dossier.DeliveryCounter,
		Applicant: person.Applicant{Kind: person.Citizen, Person: person.Person{Name: "Người nộp mẫu"}},
		Reception: dossier.Place{Unit: unit, Name: "Xã Mẫu"}, Competent: dossier.Place{Unit: unit, Name: "Xã Mẫu"},
	}}}
	_, err := w.Dossiers.Execute(w.ctx, code, &c, &dossier.Setting{})
	return err
}

// order is an order for a dossier, of some lines.
func order(id, code string, amounts ...string) *payment.Opening {
	o := &payment.Opening{ID: id, Dossier: code, Unit: unit, Moment: payment.MomentBefore, Due: morning.AddDate(0, 0, 10)}
	for _, amount := range amounts {
		o.Lines = append(o.Lines, line(payment.KindLePhi, amount))
	}
	return o
}

// do executes a command for an order.
func (w *world) do(id, command string, a payment.Action, by payment.Role, d payment.Details) error {
	_, err := w.Orders.Execute(w.ctx, id, &payment.Command{ID: command, Action: a, By: by, Details: d})
	return err
}

func (w *world) start(reference string, m payment.Method, amount string) error {
	id, _ := payment.OrderOf(reference)
	return w.do(id, "start "+reference, payment.ActionStart, payment.RolePayer, payment.Details{Attempt: &payment.Attempt{Reference: reference, Method: m, Amount: payment.MustMoney(amount)}})
}

func claim(reference, transaction, amount string) payment.Claim {
	return payment.Claim{Reference: reference, Outcome: payment.OutcomeSucceeded, Transaction: transaction, Amount: payment.MustMoney(amount), Origin: payment.OriginCallback}
}

// report reports a claim at the desk.
func (w *world) report(reference, transaction, amount string) error {
	_, err := w.Report(w.ctx, claim(reference, transaction, amount))
	return err
}

// refund sends money back, and it went.
func (w *world) refund(t testing.TB, order, id, amount string) {
	t.Helper()
	o := w.load(t, order)
	check(t, w.do(order, "refund "+id, payment.ActionRefund, payment.RoleOfficer, payment.Details{Reason: "hoàn trả", Refund: &payment.Refund{
		ID: id, Amount: payment.MustMoney(amount), Available: o.Available(), Method: payment.MethodTransfer}}))
	check(t, w.do(order, "settle "+id, payment.ActionSettleRefund, payment.RoleGateway, payment.Details{Settlement: &payment.Settlement{ID: id, Outcome: payment.OutcomeSucceeded}}))
}

// contest has the bank give a sum back.
func (w *world) contest(t testing.TB, order, transaction, amount string) {
	t.Helper()
	check(t, w.do(order, "contest", payment.ActionDispute, payment.RoleGateway, payment.Details{Dispute: &payment.Dispute{ID: "D", Transaction: transaction, Amount: payment.MustMoney(amount)}}))
	check(t, w.do(order, "lost", payment.ActionSettleDispute, payment.RoleGateway, payment.Details{Settlement: &payment.Settlement{ID: "D", Outcome: payment.OutcomeSucceeded}}))
}

func (w *world) waive(order, amount string) error {
	return w.do(order, "waive", payment.ActionWaive, payment.RoleOfficer, payment.Details{Relief: &payment.Relief{
		Amount: payment.MustMoney(amount), Rule: "r", Source: motcua.Source{Act: "97/2015/QH13", Basis: motcua.BasisLaw}}})
}

// dossier is a dossier as it stands, and load an order.
func (w *world) dossier(t testing.TB, code string) *dossier.Dossier {
	t.Helper()
	d, _, err := w.Dossiers.Load(w.ctx, code)
	check(t, err)
	return d
}

func (w *world) load(t testing.TB, id string) *payment.Order {
	t.Helper()
	o, _, err := w.Orders.Load(w.ctx, id)
	check(t, err)
	return o
}

// told is how often a dossier was told that an order is paid.
func (w *world) told(t testing.TB, code, order string) (n int) {
	t.Helper()
	for _, e := range w.dossier(t, code).Events {
		if e.Action == dossier.ActionConfirmPayment && e.Payment.Order == order {
			n++
		}
	}
	return n
}

// gaps are those that Recover lists, as "order kind".
func (w *world) gaps(t testing.TB) (list []string) {
	t.Helper()
	gaps, err := w.Recover(w.ctx, unit)
	check(t, err)
	for _, g := range gaps {
		list = append(list, g.Order+" "+g.Kind.String())
	}
	return list
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
