package facts_test

import (
	"fmt"
	"log"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/scoring/facts"
)

// A dossier that is at hand needs no message to be counted: its history says as much,
// and what no message carries besides.
func ExampleRegister_Dossier() {
	register, err := facts.NewRegister(nil)
	if err != nil {
		log.Fatal(err)
	}
	register.Cover("dossier", true, facts.DossierColumns()...)
	monday := time.Date(2026, 7, 6, 8, 0, 0, 0, motcua.Vietnam())
	d := dossier.Fold([]dossier.Event{
		{Action: dossier.ActionSubmit, At: monday, To: dossier.StateRegistered, Details: dossier.Details{Filing: &dossier.Filing{
			Code: "H44.60-260706-0001", Procedure: "1.004194", Channel: motcua.ChannelOnline, Assisted: true, Competent: dossier.Place{Unit: "H44.61"},
		}}},
		{Action: dossier.ActionReceive, At: monday.Add(time.Hour), To: dossier.StateReceived, Details: dossier.Details{Due: monday.AddDate(0, 0, 7)}},
	})
	id, err := register.Dossier(d)
	if err != nil {
		log.Fatal(err)
	}
	table, rows := register.Rows(id, nil)
	for _, column := range []string{"unit", "elsewhere", "channel", "received", "deadline", "assisted", "stored"} {
		fmt.Println(column, register.Names().Value(&rows[0], table, column))
	}
	// Output:
	// unit "H44.61"
	// elsewhere true
	// channel "2"
	// received "2026-07-06T02:00:00Z"
	// deadline "2026-07-13T01:00:00Z"
	// assisted true
	// stored false
}
