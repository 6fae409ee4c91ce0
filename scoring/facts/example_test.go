package facts_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
	"github.com/motcua/motcua/scoring/facts"
)

// messages are two dossiers and a step of progress of the first, which is written in
// another order of the unit's code.
const messages = `{"MaHoSo":"000.00.60.H44-260706-0001","MaTTHC":"1.004194","KenhThucHien":"2","NgayTiepNhan":"20260706080000","NgayHenTra":"20260713080000","TrangThaiHoSo":"4","DuocThanhToanTrucTuyen":"1","DanhSachLePhi":[{"Gia":"25000"}]}
{"MaHoSo":"H44.60-260706-0001","NguoiXuLy":"-","ThoiDiemXuLy":"20260710160000","TrangThai":"9"}
{"MaHoSo":"000.00.60.H44-260707-0001","MaTTHC":"1.004194","KenhThucHien":"1","NgayTiepNhan":"20260707080000","NgayHenTra":"20260714080000","TrangThaiHoSo":"4","DanhSachLePhi":[{"Gia":"25000"}]}
`

// lines say what messages cannot.
const lines = `{"fact":"unit","unit":"H44","name":"Phú Thọ","level":"province"}
{"fact":"unit","unit":"H44.60","name":"Xã Mẫu","level":"commune","parent":"H44"}
{"fact":"rating","dossier":"000.00.60.H44-260706-0001","at":"2026-07-11T09:00:00+07:00","disliked":true,"complained":false}
`

// Messages of one dossier, in whatever order they come, are one fact, with what
// lines of facts say of it: here two rows, before and after the rating.
func Example() {
	register, err := facts.NewRegister(nil)
	if err != nil {
		log.Fatal(err)
	}
	if _, err := npsp.Stream(strings.NewReader(messages), nil, func(b *npsp.Batch) error {
		for i := range b.Briefs {
			register.Message(&b.Briefs[i])
		}
		return nil
	}); err != nil {
		log.Fatal(err)
	}
	if _, err := facts.ReadLines(strings.NewReader(lines), func(l *facts.Line) error {
		return register.Take(l).Err()
	}); err != nil {
		log.Fatal(err)
	}
	table, rows := register.Rows(0, nil)
	for i := range rows {
		for _, column := range []string{"unit", "channel", "ended", "paidOnline", "disliked"} {
			fmt.Print(" ", column, "=", register.Names().Value(&rows[i], table, column))
		}
		fmt.Println()
	}
	// Output:
	//  unit="H44.60" channel="2" ended="2026-07-10T09:00:00Z" paidOnline=true disliked=false
	//  unit="H44.60" channel="2" ended="2026-07-10T09:00:00Z" paidOnline=true disliked=true
}

// A board reads the counts of every unit off a tally, here as known on two days. What
// no file answers for, as petitions, is not asked.
func ExampleNewBoard() {
	register, tree := exampleRegister()
	index, err := scoring.Standard().At("vn.766", motcua.MustDate("2026-07-01"))
	if err != nil {
		log.Fatal(err)
	}
	plan, err := counting.Compile(index.Definition().Measures)
	if err != nil {
		log.Fatal(err)
	}
	tally, err := register.Count(plan)
	if err != nil {
		log.Fatal(err)
	}
	board, err := facts.NewBoard(index, plan, tree)
	if err != nil {
		log.Fatal(err)
	}
	july, _ := scoring.ParsePeriod("2026-07")
	for _, asOf := range []string{"2026-07-10", "2026-07-31"} {
		counts, err := board.Counts(tally, counting.Window{Period: july, AsOf: motcua.MustDate(asOf)}, facts.ByUnit)
		if err != nil {
			log.Fatal(err)
		}
		results, _ := index.Score(counts)
		for _, r := range results {
			fmt.Print(asOf, " ", r.Name)
			for _, leaf := range []string{"2.1", "3.3", "3.6", "5.4", "5.2"} {
				n, _ := r.Node(leaf)
				fmt.Printf("  %s %d/%d %s", leaf, n.Num, n.Den, n.Status)
			}
			fmt.Println()
		}
	}
	// Output:
	// 2026-07-10 Phú Thọ  2.1 2/2 ok  3.3 1/2 ok  3.6 1/2 ok  5.4 2/2 ok  5.2 0/0 notAsked
	// 2026-07-10 Xã Mẫu  2.1 2/2 ok  3.3 1/2 ok  3.6 1/2 ok  5.4 2/2 ok  5.2 0/0 notAsked
	// 2026-07-31 Phú Thọ  2.1 1/2 ok  3.3 1/2 ok  3.6 1/2 ok  5.4 0/2 ok  5.2 0/0 notAsked
	// 2026-07-31 Xã Mẫu  2.1 1/2 ok  3.3 1/2 ok  3.6 1/2 ok  5.4 0/2 ok  5.2 0/0 notAsked
}

// exampleRegister is told the messages and lines above.
func exampleRegister() (*facts.Register, *facts.Tree) {
	register, err := facts.NewRegister(nil)
	if err != nil {
		log.Fatal(err)
	}
	register.Cover("dossier", true, facts.MessageColumns()...)
	npsp.Stream(strings.NewReader(messages), nil, func(b *npsp.Batch) error {
		for i := range b.Briefs {
			register.Message(&b.Briefs[i])
		}
		return nil
	})
	var units []facts.Unit
	facts.ReadLines(strings.NewReader(lines), func(l *facts.Line) error {
		if l.Unit != nil {
			units = append(units, *l.Unit)
		}
		return register.Take(l).Err()
	})
	tree, _ := facts.NewTree(units)
	return register, tree
}

// A line says all that is wrong with it at once.
func ExampleParseLine() {
	line, faults := facts.ParseLine([]byte(`{"fact":"petition","petition":"PA-1","unit":"H44.60","received":"2026-07-06T08:00:00+07:00","answered":null,"disliked":false,"raisedAgain":false}`))
	fmt.Println(line.Petition.Petition, line.Petition.Answered, faults)
	_, faults = facts.ParseLine([]byte(`{"fact":"report","unit":"","date":"2026-07-32","synced":-1,"reported":2}`))
	for _, f := range faults {
		fmt.Println(f.Pointer, f.Code, f.Message.En)
	}
	// Output:
	// PA-1 <nil> no faults
	// /date DOC-VALUE-02 not a valid value
	// /received DOC-MEMBER-03 required member missing
	// /synced FAC-LIN-05 a number outside 0 to 2^53−1
	// /unit FAC-LIN-02 missing
}

// A line with a fault is left out, and the rest goes on.
func ExampleReadLines() {
	lines := strings.NewReader("{\"fact\":\"coverage\",\"columns\":[\"dossier.stored\"]}\n{\"fact\":\"coverage\",\"columns\":[\"dossier.colour\"]}\n")
	faults, err := facts.ReadLines(lines, func(l *facts.Line) error {
		fmt.Println(l.Number, l.Coverage.Columns)
		return nil
	})
	fmt.Println(err)
	fmt.Println(faults)
	// Output:
	// 1 [dossier.stored]
	// <nil>
	// line 2: /columns/0: FAC-LIN-06: there is no column "dossier.colour"
}

// The rules can be replaced, to count again under another reading: here, results of
// other procedures are not counted as reuse.
func ExampleNewRegister() {
	rules := facts.StandardRules()
	rules.Reused.FromResult = false
	strict, err := facts.NewRegister(&facts.Options{Rules: rules})
	if err != nil {
		log.Fatal(err)
	}
	usual, _ := facts.NewRegister(nil)
	message := npsp.Brief{Kind: npsp.KindDossier, Dossier: []byte("H44.60-260706-0001"), Received: 20260706080000}
	message.Components[npsp.ComponentFromResult] = 1
	for _, register := range []*facts.Register{usual, strict} {
		register.Message(&message)
		table, rows := register.Rows(0, nil)
		fmt.Println(table, register.Names().Value(&rows[0], table, "reused"))
	}
	fmt.Println(usual.Basis() == strict.Basis())
	// Output:
	// dossier true
	// dossier false
	// false
}

// Rules are a document; what is wrong with it is told at once.
func ExampleParseRules() {
	_, faults := facts.ParseRules([]byte(`{"channel":{"absent":"1","source":{"basis":"ours"}},"paidOnline":{"codes":[1,99],"source":{"basis":"ours"}}}`))
	fmt.Println(faults[0])
	fmt.Println(len(faults))
	// Output:
	// line 1: /certifying: DOC-MEMBER-03: required member missing
	// 9
}

func ExampleStandardRules() {
	rules := facts.StandardRules()
	fmt.Println(rules.PaidOnline.Codes, rules.Ends.States, rules.Ends.Dates)
	for _, p := range rules.Publication {
		fmt.Println(p.Levels, p.Before, p.Within)
	}
	// Output:
	// [1 2] [[9] [10] [3 8] [7]] [finished returned refused]
	// [ministry] 20 10
	// [province department commune ] 5 5
}

// A unit is found by any of its codes, in either order.
func ExampleNewTree() {
	tree, faults := facts.NewTree([]facts.Unit{
		{Unit: "H44", Name: "Phú Thọ", Level: "province"},
		{Unit: "H44.60", Name: "Xã Mẫu", Level: "commune", Parent: "H44", Codes: []string{"H44.61"}},
	})
	fmt.Println(faults)
	unit, _ := tree.Lookup("000.00.61.H44")
	fmt.Println(unit.Name, "under", unit.Parent)
	for _, u := range tree.Under("H44") {
		fmt.Println(u.Unit)
	}
	// Output:
	// no faults
	// Xã Mẫu under H44
	// H44
	// H44.60
}

// Every source of an index is known by its columns: what messages do not carry comes
// in lines of facts, or is not asked.
func ExampleMessageColumns() {
	carried := map[string]bool{}
	for _, name := range facts.MessageColumns() {
		carried[name] = true
	}
	for _, c := range scoring.Columns() {
		if c.Table == "dossier" && !carried[c.Name] {
			fmt.Println(c.Name, "from", c.From)
		}
	}
	// Output:
	// resultIsDocument from catalogue
	// stored from fact line
	// disliked from fact line
	// complained from fact line
	// elsewhere from fact line
	// assisted from fact line
}

func ExampleMeasures() {
	for _, m := range facts.Measures()[:3] {
		fmt.Println(m.ID, m.Scope, m.Title.En)
	}
	// Output:
	// report.neverReceived period dossiers filed in the period and never received
	// report.received period dossiers received in the period
	// report.solvedEarly period dossiers solved early: on a day before the due day
}

func ExampleDocuments() {
	for _, d := range facts.Documents() {
		fmt.Println(d.Name)
	}
	// Output:
	// unitFact
	// procedureFact
	// decisionFact
	// petitionFact
	// ratingFact
	// handlingFact
	// reportFact
	// coverageFact
	// factRules
}
