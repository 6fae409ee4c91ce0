package house_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/sample"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/house"
)

// child is a dossier that a birth sets off.
func child(code string, procedure motcua.ProcedureCode, competent motcua.UnitCode) dossier.Child {
	return dossier.Child{Code: code, Procedure: procedure, Name: string(procedure), Competent: dossier.Place{Unit: competent}}
}

// born is the birth of a child (2.000986): it sets off the registration of residence and
// the card of health insurance. It is in hand.
func born(t *testing.T) (*dossier.Dossier, *dossier.Setting) {
	t.Helper()
	d, s := &dossier.Dossier{}, setting(t, "03-02 09:00")
	f := filing("H56.12-260302-0001", "2.000986", "H56.12")
	f.Channel, f.Case, f.Version = motcua.ChannelInPerson, "", "7"
	f.Pickup = dossier.Place{Unit: "H56.12", Point: "Quầy 9"}
	f.Children = []dossier.Child{child("H56.12-260302-0002", "1.004222", "H56.13"), child("H56.12-260302-0003", "1.999999", "H56.14")}
	s.Procedure, _ = sample.Catalog().At(motcua.MustDate("2026-03-02"), time.Time{}).Lookup("2.000986")
	var papers []dossier.Paper
	for _, name := range []string{"Tờ khai đăng ký khai sinh", "Giấy chứng sinh", "Tờ khai tham gia bảo hiểm y tế"} {
		papers = append(papers, dossier.Paper{ID: name, Name: name, Form: dossier.PaperOriginal})
	}
	do(t, d, s, dossier.ActionSubmit, dossier.RoleApplicant, dossier.Details{Filing: f, Papers: papers})
	s.Procedure = nil
	s.Now = at(t, "03-02 10:00")
	do(t, d, s, dossier.ActionReceive, dossier.RoleCounter, dossier.Details{})
	do(t, d, s, dossier.ActionHandOver, dossier.RoleCounter, dossier.Details{Desk: &dossier.Desk{Unit: "H56.12"}})
	return d, s
}

var given = dossier.Details{Results: []dossier.Result{{Name: "Giấy khai sinh", Document: true}}}

// TestInterconnected: a birth files its children, each with its own procedure and body
// and the applicant, the papers and the places of the birth; and is done when they are.
func TestInterconnected(t *testing.T) {
	parent, s := born(t)
	commands := house.ChildCommands(&parent.Events[0])
	if diff := cmp.Diff(commands, house.ChildCommands(&parent.Events[0])); diff != "" || len(commands) != 2 {
		t.Fatalf("%d commands, and others the second time:\n%s", len(commands), diff)
	}
	var children []*dossier.Dossier
	for i, c := range commands {
		want := parent.Filing.Children[i]
		d := &dossier.Dossier{}
		e, err := d.Decide(&c, s)
		if err != nil {
			t.Fatal(err)
		}
		d.Apply(e)
		f := *d.Filing
		if c.ID != "c0/"+want.Code || f.Code != want.Code || f.Procedure != want.Procedure || f.Competent != want.Competent || f.Parent != parent.Filing.Code ||
			f.Children != nil || f.Version != "" || f.Pickup.Point != "Quầy 9" || f.Reception != parent.Filing.Reception || len(d.Papers) != 3 {
			t.Errorf("%v: %+v", c, f)
		}
		var repeated *dossier.RepeatedError
		if again, err := d.Decide(&c, s); !errors.As(err, &repeated) || !repeated.Same || again.ID != e.ID {
			t.Errorf("sent twice: %v, %v", again, err)
		}
		children = append(children, d)
	}
	finish := func() error {
		_, err := parent.Decide(&dossier.Command{ID: "done", Action: dossier.ActionFinish, By: dossier.Actor{Role: dossier.RoleHandler}, Details: given}, s)
		return err
	}
	for n, left := range [][]string{{"H56.12-260302-0001", "H56.12-260302-0002", "H56.12-260302-0003"}, {"H56.12-260302-0001", "H56.12-260302-0003"}, {"H56.12-260302-0001"}} {
		s.Children = children
		if got := house.Join(parent, children, s); !slices.Equal(got.Open, left) || got.Missing != nil {
			t.Errorf("with %d ended: %+v", n, got)
		}
		var refusal *dossier.RefusalError
		if err := finish(); (err == nil) != (n == 2) || n < 2 && (!errors.As(err, &refusal) || refusal.Grounds[0].Code != "childrenEnded") {
			t.Errorf("with %d ended: %v", n, err)
		}
		if n < 2 {
			do(t, children[n], s, dossier.ActionWithdraw, dossier.RoleApplicant, dossier.Details{Reason: "x"})
		}
	}
	s.Children = children[:1]
	if err := finish(); err == nil {
		t.Error("finished without a child that nobody showed")
	}
}

// TestJoin: open ones, missing ones, results and the last appointment.
func TestJoin(t *testing.T) {
	parent, s := born(t) // twenty working days
	late, _ := inHand(t, "H56.13")
	late.Filing.Code = "H56.12-260302-0002"
	late.Grant = days(t, 30)
	done, _ := inHand(t, "H56.14")
	done.Filing.Code = "H56.12-260302-0003"
	do(t, done, s, dossier.ActionFinish, dossier.RoleHandler, given)
	for _, row := range []struct {
		why      string
		children []*dossier.Dossier
		s        *dossier.Setting
		want     house.Joined
	}{
		{"alone", nil, s, house.Joined{Open: []string{"H56.12-260302-0001"}, Missing: []string{"H56.12-260302-0002", "H56.12-260302-0003"}, Due: at(t, "03-30 10:00"), Last: "H56.12-260302-0001"}},
		{"with a slower child", []*dossier.Dossier{late}, s, house.Joined{Open: []string{"H56.12-260302-0001", "H56.12-260302-0002"}, Missing: []string{"H56.12-260302-0003"}, Due: at(t, "04-13 10:00"), Last: "H56.12-260302-0002"}},
		{"with one that has ended", []*dossier.Dossier{done, late}, s, house.Joined{Open: []string{"H56.12-260302-0001", "H56.12-260302-0002"}, Results: given.Results, Due: at(t, "04-13 10:00"), Last: "H56.12-260302-0002"}},
		{"nobody measures", []*dossier.Dossier{late}, &dossier.Setting{}, house.Joined{Open: []string{"H56.12-260302-0001", "H56.12-260302-0002"}, Missing: []string{"H56.12-260302-0003"}}},
	} {
		got := house.Join(parent, row.children, row.s)
		if got.Due.Equal(row.want.Due) {
			got.Due = row.want.Due
		}
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.why, diff)
		}
	}
}

// TestNoChildren: nothing but a filing sets dossiers off.
func TestNoChildren(t *testing.T) {
	d, _ := inHand(t, "H56.12")
	parent, _ := born(t)
	correction := parent.Events[0]
	correction.Action = dossier.ActionCorrect
	for _, e := range []dossier.Event{{}, {Action: dossier.ActionSubmit}, d.Events[0], d.Events[1], correction} {
		if list := house.ChildCommands(&e); list != nil {
			t.Errorf("%v: %v", e, list)
		}
	}
}
