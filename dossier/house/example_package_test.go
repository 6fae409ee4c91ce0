package house_test

import (
	"fmt"
	"log"

	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/house"
	"github.com/motcua/motcua/dossier/workday"
)

// take decides and applies.
func take(d *dossier.Dossier, c dossier.Command, s *dossier.Setting) {
	e, err := d.Decide(&c, s)
	if err != nil {
		log.Fatal(err)
	}
	d.Apply(e)
}

// A birth files the residence and the health card of the child. Whom to tell what, and
// when is all of it due?
func Example() {
	office, _ := workday.National().Office(workday.UsualHours())
	s := &dossier.Setting{Now: march(2, 9), Office: office}
	limit, _ := workday.ParseLimit("7 working days")
	birth := submitted() // with 20 working days
	for _, c := range house.ChildCommands(&birth.Events[0]) {
		child := new(dossier.Dossier)
		c.Grant = &dossier.Grant{Limit: &limit}
		take(child, c, s)
		s.Children = append(s.Children, child)
	}
	counter := dossier.Actor{Role: dossier.RoleCounter, Unit: "H56.12"}
	for _, d := range append(s.Children, birth) {
		take(d, dossier.Command{ID: "e2", Action: dossier.ActionReceive, By: counter}, s)
		for _, n := range house.Notices(d, s) {
			fmt.Println(n.To, "–", n.Text.En)
		}
	}
	all := house.Join(birth, s.Children, s)
	fmt.Println("open:", len(all.Open), "the last is", all.Last, "on", workday.InWords(all.Due).En)

	take(birth, dossier.Command{ID: "e3", Action: dossier.ActionHandOver, By: counter, Details: dossier.Details{Desk: &dossier.Desk{Unit: "H56.12"}}}, s)
	finish := dossier.Command{ID: "e4", Action: dossier.ActionFinish, By: dossier.Actor{Role: dossier.RoleHandler}, Details: dossier.Details{Results: []dossier.Result{{Name: "Giấy khai sinh"}}}}
	_, err := birth.Decide(&finish, s)
	fmt.Println(err)
	// Output:
	// applicant – Dossier H56.12-260302-0002 was received. The result is due Wednesday 11 March 2026, 09:00.
	// applicant – Dossier H56.12-260302-0003 was received. The result is due Wednesday 11 March 2026, 09:00.
	// applicant – Dossier H56.12-260302-0001 was received. The result is due Monday 30 March 2026, 09:00.
	// open: 3 the last is H56.12-260302-0001 on Monday 30 March 2026, 09:00
	// finish by handler in state processing: not so: the dossiers it set off have ended
}
