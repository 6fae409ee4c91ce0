package dossier_test

import (
	"fmt"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/person"
)

func TestSmoke(t *testing.T) {
	d := &dossier.Dossier{}
	do := func(when string, a dossier.Action, by dossier.Role, with dossier.Details) {
		s := dossier.Setting{Now: at(t, when), Office: usual(t)}
		c := dossier.Command{ID: fmt.Sprint("c", len(d.Events)), Action: a, By: dossier.Actor{Role: by, Unit: "H56.12"}, Details: with}
		e, err := d.Decide(&c, &s)
		if err != nil {
			t.Fatal(err)
		}
		d.Apply(e)
		t.Log(e)
	}
	limit := limitOf(t, "5 working days")
	do("03-02 09:00", dossier.ActionSubmit, dossier.RoleApplicant, dossier.Details{Filing: &dossier.Filing{Code: "H56.12-260302-0001", Procedure: "1.004194", Channel: motcua.ChannelOnline, Applicant: person.Applicant{}, Competent: dossier.Place{Unit: "H56.12"}}, Grant: &dossier.Grant{Limit: limit, Answer: "online", Supplements: 1}})
	do("03-02 10:00", dossier.ActionReceive, dossier.RoleCounter, dossier.Details{})
	do("03-02 11:00", dossier.ActionHandOver, dossier.RoleCounter, dossier.Details{Desk: &dossier.Desk{Unit: "H56.12"}})
	do("03-03 11:00", dossier.ActionAskSupplement, dossier.RoleHandler, dossier.Details{Request: &dossier.Request{ID: 1, Text: "x"}})
	do("03-05 11:00", dossier.ActionSupplement, dossier.RoleApplicant, dossier.Details{})
	do("03-06 11:00", dossier.ActionExtend, dossier.RoleLeader, dossier.Details{Due: at(t, "03-20 11:00"), Reason: "r", Apology: "1/XL"})
	do("03-07 11:00", dossier.ActionFinish, dossier.RoleHandler, dossier.Details{Results: []dossier.Result{{Name: "x", Document: true}}})
	do("03-07 12:00", dossier.ActionSignResult, dossier.RoleLeader, dossier.Details{})
	do("03-07 12:00", dossier.ActionIssue, dossier.RoleHandler, dossier.Details{})
	do("03-07 12:00", dossier.ActionReturnResult, dossier.RoleCounter, dossier.Details{})
	terms, faults := d.Terms(usual(t), nil, nil)
	l, f2 := terms.Ledger(d.Entries)
	t.Log(faults, f2, l.Citizen(at(t, "03-10 09:00")), d)
	_, err := d.Decide(&dossier.Command{ID: "z", Action: dossier.ActionStop, By: dossier.Actor{Role: dossier.RoleLeader}}, &dossier.Setting{Now: at(t, "03-10 09:00"), Office: usual(t)})
	t.Log(err)
}
