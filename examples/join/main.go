// Command join is the whole chain on one page: a citizen finds a procedure, learns what to
// bring and to pay, files, is asked for a paper, pays and has the result in time; the
// portal is told, and the index says which points that moved. Nobody in it exists.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/catalog/sample"
	"github.com/motcua/motcua/catalog/search"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/history"
	"github.com/motcua/motcua/dossier/house"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/dossier/settlement"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
	"github.com/motcua/motcua/scoring/facts"
)

func main() { join(os.Stdout) }

const code, unit = "H56.12-260302-0001", motcua.UnitCode("H56.12")

func join(w io.Writer) {
	ctx, now := context.Background(), time.Date(2026, time.March, 2, 9, 0, 0, 0, motcua.Vietnam())
	today := sample.Catalog().At(motcua.DateOf(now), now)
	procedure, _ := today.Lookup(must(search.New(search.Procedures(today), nil)).Search(search.Query{Text: "doi gplx", Limit: 1}).Hits[0].Code)
	answers := map[string]motcua.Scalar{"class": motcua.TextScalar("A1"), "foreigner": motcua.FlagScalar(false)}
	var papers []dossier.Paper
	for _, item := range must(procedure.Checklist(catalog.Situation{Answers: answers})).Items {
		fmt.Fprintf(w, "%-9s %s\n", item.Need, item.Paper.Name.En)
		if item.Need == catalog.NeedRequired {
			papers = append(papers, dossier.Paper{ID: "p1", Code: item.Paper.Code, Name: item.Paper.Name.Vi, Form: dossier.PaperElectronic})
		}
	}
	quote := must(procedure.Quote(sample.Tables(), fee.Question{Date: today.Valid(), Channel: motcua.ChannelOnline, Answers: answers}))
	fmt.Fprintln(w, "to pay   ", quote.Totals[0], "for", quote.Lines[0].Name.En)
	kept, clock := new(motcua.MemoryLog), func() time.Time { return now }
	office, _ := workday.National().Office(workday.UsualHours())
	desk := settlement.Desk{Orders: register.Register{Log: kept, Clock: clock}, Dossiers: history.Store{Log: kept, Clock: clock}, Unit: unit}
	desk.Setting = &dossier.Setting{Office: office, Procedure: procedure}
	do := func(wait time.Duration, a dossier.Action, by dossier.Role, with dossier.Details) {
		now = now.Add(wait * time.Hour)
		c := &dossier.Command{ID: now.String(), Action: a, By: dossier.Actor{Role: by, Unit: unit}, Details: with}
		fmt.Fprintln(w, must(desk.Dossiers.Execute(ctx, code, c, desk.Setting)))
	}
	place := dossier.Place{Unit: unit, Name: "Phòng Mẫu"}
	do(0, dossier.ActionSubmit, dossier.RoleApplicant, dossier.Details{Papers: papers, Filing: &dossier.Filing{
		Code: code, Procedure: procedure.Code, Name: procedure.Name.Vi, Channel: motcua.ChannelOnline, Answers: answers, Fees: house.FeesOf(quote.Lines),
		Applicant: person.Applicant{Kind: person.Citizen, Person: person.Person{Name: "Người nộp mẫu"}}, Reception: place, Competent: place, Delivery: dossier.DeliveryPost,
	}})
	do(1, dossier.ActionAskSupplement, dossier.RoleCounter, dossier.Details{Request: &dossier.Request{ID: 1, Text: "Tờ khai bị mờ", Papers: []string{papers[0].Code}}})
	do(2, dossier.ActionSupplement, dossier.RoleApplicant, dossier.Details{Papers: papers})
	do(2, dossier.ActionReceive, dossier.RoleCounter, dossier.Details{})
	do(1, dossier.ActionHandOver, dossier.RoleCounter, dossier.Details{Desk: &dossier.Desk{Unit: unit, Name: place.Name}})
	before := now.Add(-time.Minute)
	order := payment.Opening{ID: "HD26A1", Dossier: code, Procedure: string(procedure.Code), Unit: unit, Lines: quote.Lines, Moment: payment.MomentAfter}
	check(desk.Demand(ctx, &order))
	try := payment.Attempt{Reference: payment.Reference(order.ID, 1), Method: payment.MethodPortal, Amount: quote.Totals[0]}
	must(desk.Orders.Execute(ctx, order.ID, &payment.Command{ID: "try", Action: payment.ActionStart, By: payment.RolePayer, Details: payment.Details{Attempt: &try}}))
	paid := payment.Claim{Reference: try.Reference, Outcome: payment.OutcomeSucceeded, Transaction: "GD1", Amount: try.Amount, At: now, Origin: payment.OriginCallback}
	fmt.Fprintln(w, must(desk.Report(ctx, paid)).Event, "– again:", must(desk.Report(ctx, paid)).Known) // gateways say it twice: it is taken once
	do(24, dossier.ActionFinish, dossier.RoleHandler, dossier.Details{Results: []dossier.Result{
		{Code: "KQ.G01.000185", Name: "Giấy phép lái xe", Document: true, Electronic: true, Stored: true},
	}})
	do(1, dossier.ActionSignResult, dossier.RoleLeader, dossier.Details{})
	do(1, dossier.ActionIssue, dossier.RoleHandler, dossier.Details{})
	do(1, dossier.ActionReturnResult, dossier.RoleCounter, dossier.Details{})
	d, _, err := desk.Dossiers.Load(ctx, code)
	check(err)
	tell(w, d, office, before, now)
}

// tell tells the portal, and which points the dossier moved.
func tell(w io.Writer, d *dossier.Dossier, office *workday.Office, before, now time.Time) {
	terms, faults := d.Terms(office, nil, nil)
	check(faults.Err())
	m, steps, _, err := npsp.MessagesOf(d, &terms)
	check(err)
	fmt.Fprintf(w, "to the portal: state %v, due %v, ended %v, paid online %v; %d steps\n", m.TrangThaiHoSo, m.NgayHenTra, m.NgayKetThucXuLy, m.DuocThanhToanTrucTuyen, len(steps))
	index := must(scoring.Standard().At("vn.766", motcua.DateOf(now)))
	was, is := count(index, d.At(before), before), count(index, d, now)
	for _, l := range must(index.Change(&was, &is, nil, nil)).Leaves {
		fmt.Fprintf(w, "%4s from %s to %s points: %s\n", l.Leaf, index.Format(l.From), index.Format(l.To), l.Title.En)
	}
}

// count is the board of a unit that had this one dossier.
func count(index *scoring.Index, d *dossier.Dossier, now time.Time) scoring.Counts {
	counts, plan, known := index.Counts(string(unit)), must(counting.Compile(index.Definition().Measures)), must(facts.NewRegister(nil))
	known.Cover("dossier", true, facts.DossierColumns()...)
	must(known.Dossier(d))
	figures := must(must(known.Live(plan, now)).Tally().Read(must(counting.YearToDate(motcua.DateOf(now)))))
	check(must(plan.Bind(index)).Fill(figures, &counts))
	return counts
}

func must[T any](v T, err error) T {
	check(err)
	return v
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
