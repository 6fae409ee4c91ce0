package house_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/dossier/workday"
)

// at reads a time of 2026.
func at(t testing.TB, s string) time.Time {
	t.Helper()
	instant, err := time.ParseInLocation("2006-01-02 15:04", "2026-"+s, motcua.Vietnam())
	if err != nil {
		t.Fatal(err)
	}
	return instant
}

// setting is an office with the usual hours, at a time.
func setting(t testing.TB, now string) *dossier.Setting {
	t.Helper()
	office, faults := workday.National().Office(workday.UsualHours())
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	return &dossier.Setting{Now: at(t, now), Office: office}
}

// filing is a filing of nobody's with one body in charge.
func filing(code string, procedure motcua.ProcedureCode, competent motcua.UnitCode) *dossier.Filing {
	place := dossier.Place{Unit: competent}
	return &dossier.Filing{
		Code: code, Procedure: procedure, Channel: motcua.ChannelOnline, Applicant: person.Applicant{Kind: person.Citizen},
		Reception: place, Competent: place, Delivery: dossier.DeliveryCounter,
	}
}

// days is a grant of so many working days.
func days(t testing.TB, n int) *dossier.Grant {
	t.Helper()
	limit, faults := workday.ParseLimit(fmt.Sprint(n, " working days"))
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	return &dossier.Grant{Limit: &limit, Supplements: 1}
}

// do decides and applies, and ends the test where that may not be.
func do(t testing.TB, d *dossier.Dossier, s *dossier.Setting, a dossier.Action, by dossier.Role, with dossier.Details) dossier.Event {
	t.Helper()
	e, err := d.Decide(&dossier.Command{ID: fmt.Sprint("c", len(d.Events)), Action: a, By: dossier.Actor{Role: by}, Details: with}, s)
	if err != nil {
		t.Fatal(err)
	}
	d.Apply(e)
	return e
}

// inHand is a dossier filed at 9 and received at 10 on 2 March 2026, with five working
// days, in hand at a body.
func inHand(t testing.TB, competent motcua.UnitCode) (*dossier.Dossier, *dossier.Setting) {
	t.Helper()
	d, s := &dossier.Dossier{}, setting(t, "03-02 09:00")
	do(t, d, s, dossier.ActionSubmit, dossier.RoleApplicant, dossier.Details{Filing: filing("H56.12-260302-0001", "1.004194", competent), Grant: days(t, 5)})
	s.Now = at(t, "03-02 10:00")
	do(t, d, s, dossier.ActionReceive, dossier.RoleCounter, dossier.Details{})
	do(t, d, s, dossier.ActionHandOver, dossier.RoleCounter, dossier.Details{Desk: &dossier.Desk{Unit: competent}})
	return d, s
}
