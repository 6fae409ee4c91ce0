package house_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/house"
)

// tells are who is told what of which action, by the titles; "" where nobody is, and why.
var tells = []struct {
	action dossier.Action
	want   string
	why    string
}{
	{dossier.ActionSubmit, "counter New dossier, applicant Filed", ""},
	{dossier.ActionReceive, "applicant Received", ""},
	{dossier.ActionRefuse, "applicant Not received", ""},
	{dossier.ActionAskSupplement, "applicant Supplements are asked for", ""},
	{dossier.ActionSupplement, "counter Supplements came, handler Supplements came", ""},
	{dossier.ActionDemandPayment, "applicant Payment is demanded", ""},
	{dossier.ActionConfirmPayment, "applicant Payment received", ""},
	{dossier.ActionForward, "handler Dossier forwarded", ""},
	{dossier.ActionTransfer, "handler Competence transferred, applicant Another body decides", ""},
	{dossier.ActionHandOver, "handler Dossier handed over", ""},
	{dossier.ActionExtend, "applicant Apology and a new appointment", ""},
	{dossier.ActionFinish, "leader A result to sign", ""},
	{dossier.ActionSignResult, "", "who signed knows, and others are told when it is issued"},
	{dossier.ActionIssue, "applicant The result is ready", ""},
	{dossier.ActionReturnResult, "applicant Result handed over", ""},
	{dossier.ActionWithdraw, "handler Withdrawn, applicant Withdrawn", ""},
	{dossier.ActionStop, "applicant Stopped", ""},
	{dossier.ActionReopen, "applicant Reopened", ""},
	{dossier.ActionCorrect, "applicant Corrected", ""},
	{dossier.ActionRate, "leader Rated", ""},
	{dossier.ActionComplain, "leader A complaint", ""},
}

// TestEveryActionTells: each action tells somebody in both languages and names the
// dossier, or there is a reason why it tells nobody.
func TestEveryActionTells(t *testing.T) {
	known := 0
	for a := dossier.Action(1); ; a++ {
		if _, err := a.MarshalText(); err != nil {
			break
		}
		known++
	}
	if known != len(tells) {
		t.Errorf("%d actions, %d of them here", known, len(tells))
	}
	for i, row := range tells {
		d, s := inHand(t, "H56.12")
		d.Apply(dossier.Event{ID: "last", Action: row.action, At: at(t, "03-02 10:00"), To: d.State})
		var got []string
		for _, n := range house.Notices(d, s) {
			got = append(got, n.To.String()+" "+n.Title.En)
			if n.Event != "last" || !n.At.Equal(at(t, "03-02 10:00")) || n.Dossier != d.Filing.Code || n.Title.Vi == "" {
				t.Errorf("%v: %+v", row.action, n)
			}
			for _, text := range []string{n.Text.Vi, n.Text.En} {
				if strings.ContainsAny(text, "{}") || !strings.Contains(text, "H56.12-260302-0001") || !strings.HasSuffix(text, ".") || strings.Contains(text, "  ") {
					t.Errorf("%v: %q", row.action, text)
				}
			}
		}
		if dossier.Action(i+1) != row.action || strings.Join(got, ", ") != row.want || (row.want == "") == (row.why == "") {
			t.Errorf("%v tells %q, want %q", row.action, got, row.want)
		}
	}
}

// TestNoticeTexts: with an appointment, and without its sentence where there is none.
func TestNoticeTexts(t *testing.T) {
	d, s := inHand(t, "H56.12")
	received := dossier.Fold(slices.Clone(d.Events[:2]))
	with := motcua.Text{
		Vi: "Hồ sơ H56.12-260302-0001 đã được tiếp nhận. Ngày hẹn trả kết quả: 10:00 thứ Hai 09/03/2026.",
		En: "Dossier H56.12-260302-0001 was received. The result is due Monday 9 March 2026, 10:00.",
	}
	without := motcua.Text{Vi: "Hồ sơ H56.12-260302-0001 đã được tiếp nhận.", En: "Dossier H56.12-260302-0001 was received."}
	text := func(d *dossier.Dossier, s *dossier.Setting) motcua.Text {
		t.Helper()
		list := house.Notices(d, s)
		if len(list) != 1 {
			t.Fatalf("%+v", list)
		}
		return list[0].Text
	}
	endless := dossier.Fold(slices.Clone(received.Events))
	endless.Grant = nil
	for _, row := range []struct {
		why  string
		d    *dossier.Dossier
		s    *dossier.Setting
		want motcua.Text
	}{
		{"an appointment", received, s, with},
		{"nobody measures", received, &dossier.Setting{}, without},
		{"no setting at all", received, nil, without},
		{"no limit", endless, s, without},
	} {
		if diff := cmp.Diff(row.want, text(row.d, row.s)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.why, diff)
		}
	}
	if list := house.Notices(new(dossier.Dossier), s); list != nil {
		t.Errorf("of nothing: %+v", list)
	}
}

// TestSignedBefore: nobody is asked to sign what is signed.
func TestSignedBefore(t *testing.T) {
	d, s := inHand(t, "H56.12")
	results := dossier.Details{Results: []dossier.Result{{Name: "Giấy xác nhận", Document: true}}}
	do(t, d, s, dossier.ActionSignResult, dossier.RoleLeader, results)
	do(t, d, s, dossier.ActionFinish, dossier.RoleHandler, results)
	if list := house.Notices(d, s); list != nil {
		t.Errorf("%+v", list)
	}
}
