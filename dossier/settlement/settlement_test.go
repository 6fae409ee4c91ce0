package settlement_test

import (
	"context"
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

const code = "H56.12-260302-0001"

func line(kind payment.Kind, amount string) payment.Line {
	m := payment.MustMoney(amount)
	return payment.Line{
		Name: motcua.Text{Vi: "Lệ phí"}, Kind: kind, Quantity: motcua.MustDecimal("1"), Full: m, Amount: m,
		Rule: "r1", Source: motcua.Source{Act: "97/2015/QH13", Basis: motcua.BasisLaw},
	}
}

// TestDesk: an order is demanded, paid by a callback that comes twice, and the dossier is
// told once.
func TestDesk(t *testing.T) {
	ctx := context.Background()
	now := time.Date(2026, time.March, 2, 9, 0, 0, 0, motcua.Vietnam())
	clock := func() time.Time { now = now.Add(time.Second); return now }
	log := new(motcua.MemoryLog)
	desk := settlement.Desk{
		Orders: register.Register{Log: log, Clock: clock}, Dossiers: history.Store{Log: log, Clock: clock, Retries: 5}, Unit: "H56.12",
	}
	file := dossier.Command{ID: "f", Action: dossier.ActionSubmit, By: dossier.Actor{Role: dossier.RoleApplicant}, Details: dossier.Details{Filing: &dossier.Filing{
		Code: code, Procedure: "1.001193", Name: "Đăng ký khai sinh", Channel: motcua.ChannelOnline, Delivery: dossier.DeliveryCounter,
		Applicant: person.Applicant{Kind: person.Citizen, Person: person.Person{Name: "Người nộp mẫu"}},
		Reception: dossier.Place{Unit: "H56.12", Name: "Xã Mẫu"}, Competent: dossier.Place{Unit: "H56.12", Name: "Xã Mẫu"},
	}}}
	if _, err := desk.Dossiers.Execute(ctx, code, &file, &dossier.Setting{}); err != nil {
		t.Fatal(err)
	}
	o := payment.Opening{ID: "HD1", Dossier: code, Unit: "H56.12", Moment: payment.MomentBefore, Lines: []payment.Line{line(payment.KindLePhi, "5000 VND")}}
	for range 2 {
		if err := desk.Demand(ctx, &o); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := desk.Orders.Execute(ctx, "HD1", &payment.Command{ID: "s", Action: payment.ActionStart, By: payment.RolePayer, Details: payment.Details{
		Attempt: &payment.Attempt{Reference: "HD1T1", Method: payment.MethodPortal, Amount: payment.MustMoney("5000 VND")}}}); err != nil {
		t.Fatal(err)
	}
	claim := payment.Claim{Reference: "HD1T1", Outcome: payment.OutcomeSucceeded, Transaction: "G1", Amount: payment.MustMoney("5000 VND"), Origin: payment.OriginCallback}
	for range 2 {
		if _, err := desk.Report(ctx, claim); err != nil {
			t.Fatal(err)
		}
	}
	d, _, err := desk.Dossiers.Load(ctx, code)
	if err != nil || d.State != dossier.StatePaidToFile || len(d.Events) != 3 || d.Orders[0].Payment.Online != dossier.GatewayNational {
		t.Errorf("%v %v %+v", d, err, d.Orders)
	}
	if gaps, err := desk.Recover(ctx, "H56.12"); err != nil || len(gaps) > 0 {
		t.Error(gaps, err)
	}
}
