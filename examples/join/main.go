// Command join is the whole chain on one page: a citizen learns what to bring and to pay, files, pays and has
// the result in time; the portal is told, and the index says which points that moved. Nobody in it exists.
package main

import (
	"context"
	"fmt"
	"log"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/catalog/sample"
	"github.com/motcua/motcua/catalog/search"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/history"
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

const code, unit = "H56.12-260302-0001", motcua.UnitCode("H56.12")

func main() {
	// A citizen looks for a procedure, and learns what to bring and what to pay.
	ctx, now := context.Background(), time.Date(2026, time.March, 2, 9, 0, 0, 0, motcua.Vietnam())
	today := sample.Catalog().At(motcua.DateOf(now), now)
	hits := must(search.New(search.Procedures(today), nil)).Search(search.Query{Text: "doi gplx", Limit: 1}).Hits
	procedure, _ := today.Lookup(hits[0].Code)
	answers := map[string]motcua.Scalar{"class": motcua.TextScalar("A1"), "foreigner": motcua.FlagScalar(false)}
	var papers []dossier.Paper
	for _, item := range must(procedure.Checklist(catalog.Situation{Answers: answers})).Items {
		fmt.Printf("%-9s %s\n", item.Need, item.Paper.Name.En)
		if p := item.Paper; item.Need == catalog.NeedRequired {
			papers = append(papers, dossier.Paper{ID: "p1", Code: p.Code, Name: p.Name.Vi, Form: dossier.PaperElectronic})
		}
	}
	quote := must(procedure.Quote(sample.Tables(), fee.Question{Date: today.Valid(), Channel: motcua.ChannelOnline, Answers: answers}))
	fmt.Println("to pay   ", quote.Totals[0], "for", quote.Lines[0].Name.En)
	kept, clock := new(motcua.MemoryLog), func() time.Time { return now } // where the house keeps dossiers and orders
	desk := settlement.Desk{Orders: register.Register{Log: kept, Clock: clock}, Dossiers: history.Store{Log: kept, Clock: clock}}
	office, _ := workday.National().Office(workday.UsualHours())
	desk.Setting, desk.Unit = &dossier.Setting{Office: office, Procedure: procedure}, unit
	do := func(hours time.Duration, action dossier.Action, by dossier.Role, with dossier.Details) {
		now = now.Add(hours * time.Hour)
		command := dossier.Command{ID: now.String(), Action: action, By: dossier.Actor{Role: by, Unit: unit}, Details: with}
		fmt.Println(must(desk.Dossiers.Execute(ctx, code, &command, desk.Setting)))
	}
	// She files, is asked for a paper again, and the dossier is received and handed over.
	filing := dossier.Filing{
		Code: code, Procedure: procedure.Code, Answers: answers, Channel: motcua.ChannelOnline, Delivery: dossier.DeliveryPost,
		Reception: dossier.Place{Unit: unit, Name: "Phòng Mẫu"}, Competent: dossier.Place{Unit: unit, Name: "Phòng Mẫu"},
		Applicant: person.Applicant{Kind: person.Citizen, Person: person.Person{Name: "Người nộp mẫu"}},
	}
	do(0, dossier.ActionSubmit, dossier.RoleApplicant, dossier.Details{Filing: &filing, Papers: papers})
	do(1, dossier.ActionAskSupplement, dossier.RoleCounter, dossier.Details{Request: &dossier.Request{ID: 1, Text: "Tờ khai bị mờ"}})
	do(2, dossier.ActionSupplement, dossier.RoleApplicant, dossier.Details{Papers: papers})
	do(2, dossier.ActionReceive, dossier.RoleCounter, dossier.Details{})
	before := now // the index stands as of then; what follows moves it
	do(1, dossier.ActionHandOver, dossier.RoleCounter, dossier.Details{Desk: &dossier.Desk{Unit: unit, Name: "Phòng Mẫu"}})
	// She pays on the portal, whose gateway says so twice: it is taken once.
	order := payment.Opening{ID: "HD26A1", Dossier: code, Unit: unit, Lines: quote.Lines, Moment: payment.MomentAfter}
	check(desk.Demand(ctx, &order))
	try := payment.Attempt{Reference: payment.Reference(order.ID, 1), Method: payment.MethodPortal, Amount: quote.Totals[0]}
	start := payment.Command{ID: "1", Action: payment.ActionStart, By: payment.RolePayer, Details: payment.Details{Attempt: &try}}
	must(desk.Orders.Execute(ctx, order.ID, &start))
	paid := payment.Claim{Reference: try.Reference, Outcome: payment.OutcomeSucceeded, Amount: try.Amount, Transaction: "1", Origin: payment.OriginCallback}
	fmt.Println(must(desk.Report(ctx, paid)).Event, "– again:", must(desk.Report(ctx, paid)).Known)
	// The result is ready in time: an electronic one, which also lies in her store on the national portal.
	licence := dossier.Result{Name: "Giấy phép lái xe", Document: true, Electronic: true, Valid: true, Stored: true}
	licence.File = &dossier.File{URL: "https://example.vn/licence.pdf"}
	do(24, dossier.ActionFinish, dossier.RoleHandler, dossier.Details{Results: []dossier.Result{licence}})
	do(1, dossier.ActionSignResult, dossier.RoleLeader, dossier.Details{})
	do(1, dossier.ActionIssue, dossier.RoleHandler, dossier.Details{})
	do(1, dossier.ActionReturnResult, dossier.RoleCounter, dossier.Details{})
	tell(ctx, desk, before, now)
}

// tell tells the portal of the dossier, and which points of the index it moved.
func tell(ctx context.Context, desk settlement.Desk, before, now time.Time) {
	d, _, err := desk.Dossiers.Load(ctx, code)
	check(err)
	terms, faults := d.Terms(desk.Setting.Office, nil, nil)
	check(faults.Err())
	m, steps, _, err := npsp.MessagesOf(d, &terms)
	check(err)
	fmt.Printf("to the portal: state %v, due %v, ended %v, paid online %v; %d steps\n",
		m.TrangThaiHoSo, m.NgayHenTra, m.NgayKetThucXuLy, m.DuocThanhToanTrucTuyen, len(steps))
	index, orders := must(scoring.Standard().At("vn.766", motcua.DateOf(now))), must(desk.Orders.OfDossier(ctx, code))
	was, is := count(index, d.At(before), orders, before), count(index, d, orders, now)
	for _, leaf := range must(index.Change(&was, &is, nil, nil)).Leaves {
		fmt.Printf("%4s from %s to %s points: %s\n", leaf.Leaf, index.Format(leaf.From), index.Format(leaf.To), leaf.Title.En)
	}
}

// count is the board of a unit that had this one dossier, as of an instant.
func count(index *scoring.Index, d *dossier.Dossier, orders []*payment.Order, at time.Time) scoring.Counts {
	known, plan, counts := must(facts.NewRegister(nil)), must(counting.Compile(index.Definition().Measures)), index.Counts(string(unit))
	known.Cover("dossier", true, facts.DossierColumns()...) // there are no others
	must(known.Dossier(d))
	must(known.Orders(code, orders))
	figures := must(must(known.Live(plan, at)).Tally().Read(must(counting.YearToDate(motcua.DateOf(at)))))
	check(must(plan.Bind(index)).Fill(figures, &counts))
	return counts
}

func must[T any](v T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return v
}
func check(err error) { must(0, err) }
