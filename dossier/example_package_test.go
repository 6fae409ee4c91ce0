package dossier_test

import (
	"errors"
	"fmt"
	"log"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/sample"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
)

// A dossier is filed and received. Its result cannot be handed over yet: what may be done?
func Example() {
	office, _ := workday.National().Office(workday.UsualHours())
	procedure, _ := sample.Catalog().At(motcua.MustDate("2026-03-02"), time.Time{}).Lookup("1.004194") // temporary residence
	setting, d := dossier.Setting{Office: office, Procedure: procedure}, new(dossier.Dossier)
	counter := dossier.Actor{Role: dossier.RoleCounter, Unit: "H56.12"}
	for i, c := range []dossier.Command{
		{ID: "a", Action: dossier.ActionSubmit, By: dossier.Actor{Role: dossier.RoleApplicant}, Details: dossier.Details{
			Filing: exampleFiling(),
			Papers: []dossier.Paper{{ID: "p1", Name: "Tờ khai thay đổi thông tin cư trú", Form: dossier.PaperElectronic}},
		}},
		{ID: "b", Action: dossier.ActionReceive, By: counter},
		{ID: "c", Action: dossier.ActionReturnResult, By: counter},
	} {
		setting.Now = march(2, 9+i, 0)
		e, err := d.Decide(&c, &setting) // changes nothing
		var refusal *dossier.RefusalError
		if !errors.As(err, &refusal) {
			d.Apply(e)
			fmt.Println(e)
			continue
		}
		fmt.Println("refused:", err)
		for _, o := range refusal.Lawful {
			if !o.Until.IsZero() {
				fmt.Println("-", o.Title.En, "by", o.By, "until", o.Until.Format("02/01 15:04"))
			}
		}
	}
	ledger, err := d.Ledger(&setting)
	if err != nil {
		log.Fatal(err)
	}
	due, _ := ledger.Due()
	fmt.Println(d, "– due", workday.InWords(due).En)
	// Output:
	// 2026-03-02T09:00:00+07:00 submit by applicant: awaitingAnswer
	// 2026-03-02T10:00:00+07:00 receive by counter of H56.12: received
	// refused: returnResult by counter in state received: this state does not take the action
	// - Forward by [counter] until 05/03 10:00
	// - Transfer by [counter leader system] until 05/03 10:00
	// - Hand over by [counter handler] until 05/03 10:00
	// - Extend with an apology by [counter handler leader] until 05/03 10:00
	// dossier H56.12-260302-0001: received after 2 events – due Thursday 5 March 2026, 10:00
}

// What the catalogue does not say is a row with its source.
func ExampleStandardLifeRules() {
	rules := dossier.StandardLifeRules()
	for _, row := range append(rules.Procedures, rules.Default) {
		fmt.Printf("%q %s, requests: %d", row.Code, row.Source.Basis, row.Supplements)
		for _, own := range row.Own {
			fmt.Print(", ", own.Reason, " within ", own.Limit, ", then ", own.Then)
		}
		fmt.Println()
	}
	// Output:
	// "1.014232" assumed, requests: 2
	// "1.013218" practice, requests: 1, supplement within 20 days, then stop
	// "2.000795" practice, requests: 1, supplement within 30 days, then stop
	// "1.012344" practice, requests: 1, supplement within 12 months, then stop
	// "" practice, requests: 1
}
