package forms_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/forms"
)

// TestRows: seven forms with sources, each of which has a story that warrants it.
func TestRows(t *testing.T) {
	rows := forms.Standard().For("")
	if len(rows) != 7 || len(stories) != 7 {
		t.Fatalf("%d rows, %d stories", len(rows), len(stories))
	}
	for i, r := range rows {
		if want := "0" + string(rune('1'+i)); r.Number != want || r.Title.Vi == "" || r.Title.En == "" || r.Source.Act == "" || r.Source.Basis == 0 || r.Source.Note.IsZero() {
			t.Errorf("row %d: %+v", i, r)
		}
		if stories[r.ID] == nil {
			t.Errorf("%s has no story", r.ID)
		}
	}
}

// TestWarranted: what did not happen, or was taken back, has no form.
func TestWarranted(t *testing.T) {
	reopen := step{"03-03 09:00", dossier.ActionReopen, dossier.RoleLeader, dossier.Details{Reason: "Nhầm."}}
	for _, c := range []struct {
		id    string
		steps []step
		ok    bool
		why   string
	}{
		{forms.Receipt, nil, false, "a draft"},
		{forms.Receipt, long()[:1], false, "filed and not received"},
		{forms.Receipt, long(), true, "received long ago"},
		{forms.Receipt, refused(), false, "refused"},
		{forms.Refusal, refused(), true, "refused"},
		{forms.Refusal, append(refused(), reopen), false, "refused, and the refusal was taken back"},
		{forms.Refusal, append(refused(), reopen, step{"03-03 10:00", dossier.ActionRefuse, dossier.RoleCounter, dossier.Details{Reason: "Vẫn thế."}}), true, "and refused again"},
		{forms.Refusal, long(), false, "received"},
		{forms.Supplement, long()[:4], false, "nothing was asked for yet"},
		{forms.Apology, long()[:7], false, "not late yet"},
		{forms.Stop, long(), false, "not stopped"},
		{forms.Control, refused(), false, "never received, so nobody had it"},
		{forms.Control, long()[:2], true, "just received"},
		{forms.Register, nil, false, "a draft"},
		{forms.Register, refused(), true, "the register holds refusals too"},
	} {
		f, err := forms.Of(mustPlay(t, c.steps...), c.id, setting())
		var unwarranted *forms.UnwarrantedError
		switch {
		case c.ok && err != nil:
			t.Errorf("%s, %s: %v", c.id, c.why, err)
		case !c.ok && (!errors.As(err, &unwarranted) || !errors.Is(err, forms.ErrUnwarranted) || unwarranted.Form != c.id || f.ID != ""):
			t.Errorf("%s, %s: %v, %v", c.id, c.why, f, err)
		}
	}
}

// TestThen: a form says what was known when it was due, whatever happened since.
func TestThen(t *testing.T) {
	whole := long()
	for _, c := range []struct {
		id string
		n  int // steps until it is made
	}{{forms.Receipt, 2}, {forms.Supplement, 5}, {forms.Apology, 8}} {
		now, err := forms.Of(mustPlay(t, whole[:c.n]...), c.id, setting())
		later, err2 := forms.Of(mustPlay(t, whole...), c.id, setting())
		if err != nil || err2 != nil || toJSON(t, now) != toJSON(t, later) {
			t.Errorf("%s: %v, %v\n%s", c.id, err, err2, cmp.Diff(toJSON(t, now), toJSON(t, later)))
		}
	}
}

func toJSON(t testing.TB, v any) string {
	t.Helper()
	text, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestParts: what of a dossier comes where.
func TestParts(t *testing.T) {
	d := mustPlay(t, long()...)
	receipt, err := forms.Of(d, forms.Receipt, setting())
	if err != nil {
		t.Fatal(err)
	}
	if got := receipt.Subject.Applicant.Masked; got != "001*********" {
		t.Errorf("the number is %s", got)
	}
	if !receipt.Times.Due.Equal(at("03-09 09:05")) || receipt.Times.Provisional || receipt.Head.Number != "" || receipt.Signer.Name != "Lê Thị Thử" {
		t.Errorf("%s", toJSON(t, receipt))
	}
	var papers []string
	for _, p := range receipt.Papers {
		papers = append(papers, strings.Repeat("+", int(p.Count))+p.Name)
	}
	want := []string{"+Tờ khai thay đổi thông tin cư trú (mẫu CT01)", "++Giấy tờ, tài liệu chứng minh chỗ ở hợp pháp", "+Ảnh chụp căn nhà", "+Giấy ủy quyền"}
	if diff := cmp.Diff(want, papers); diff != "" {
		t.Errorf("papers (-want +got):\n%s", diff)
	}
	if len(receipt.Fees.Totals) != 1 || receipt.Fees.Totals[0] != vnd(41_500) || receipt.Fees.Paid != nil || receipt.Steps != nil {
		t.Errorf("%s", toJSON(t, receipt))
	}
	apology, err := forms.Of(d, forms.Apology, setting())
	if err != nil || !apology.Times.Was.Equal(at("03-11 08:05")) || !apology.Times.Due.Equal(at("03-20 16:00")) || apology.Head.Number != "15/XL-UBND" {
		t.Errorf("%v: %s", err, toJSON(t, apology))
	}
	supplement, err := forms.Of(d, forms.Supplement, setting())
	if err != nil || supplement.Request.Number != 1 || !supplement.Request.Until.Equal(at("03-23 10:00")) || supplement.Request.Papers[0] != want[1][2:] {
		t.Errorf("%v: %s", err, toJSON(t, supplement))
	}
	control, err := forms.Of(d, forms.Control, setting())
	if err != nil || len(control.Steps) != 8 || !control.Steps[2].Late() || control.Verdict != dossier.VerdictEarly {
		t.Errorf("%v: %s", err, toJSON(t, control))
	}
}

// TestWithoutOffice: without an office only what somebody stated is known.
func TestWithoutOffice(t *testing.T) {
	d := mustPlay(t, long()...)
	receipt, err := forms.Of(d, forms.Receipt, &forms.Setting{})
	if err != nil || !receipt.Times.Due.IsZero() {
		t.Errorf("%v: %s", err, toJSON(t, receipt))
	}
	apology, err := forms.Of(d, forms.Apology, &forms.Setting{})
	if err != nil || !apology.Times.Was.IsZero() || !apology.Times.Due.Equal(at("03-20 16:00")) {
		t.Errorf("%v: %s", err, toJSON(t, apology))
	}
	if _, err := forms.Of(d, forms.Control, &forms.Setting{}); !errors.Is(err, forms.ErrOffice) {
		t.Errorf("%v", err)
	}
}

// TestOwnForms: a sector's form takes the place of a standard one, for its procedures
// alone, and a procedure may have a form that nobody else has.
func TestOwnForms(t *testing.T) {
	ct := motcua.Source{Act: "66/2023/TT-BCA", Basis: motcua.BasisPractice}
	residence := []motcua.ProcedureCode{"1.004194"}
	set, faults := forms.Compile([]forms.Row{
		{Procedures: residence, ID: forms.Receipt, Number: "CT04", Title: motcua.Text{Vi: "Giấy tiếp nhận (cư trú)"}, Action: dossier.ActionReceive, Template: "ct04.html", Source: ct},
		{Procedures: residence, ID: "return", Number: "TK1", Title: motcua.Text{Vi: "Phiếu chuyển"}, Action: dossier.ActionForward, Template: "ct04.html", Source: ct},
	}, fstest.MapFS{"ct04.html": {Data: []byte(`{{template "top" .}}{{.Number}}|{{.Title}}|{{.Subject.Applicant.Name}}|{{fill .Head.Number}}{{template "bottom" .}}`)}})
	if faults != nil {
		t.Fatal(faults)
	}
	if n, own := len(set.For("1.000001")), set.For("1.004194.000.00.00.H56"); n != 7 || len(own) != 8 || own[0].Number != "CT04" || own[1].Number != "02" {
		t.Errorf("%d, %+v", n, own)
	}
	s := setting()
	s.Set = set
	for _, id := range []string{forms.Receipt, "return"} {
		f, err := forms.Of(mustPlay(t, long()...), id, s)
		var page bytes.Buffer
		if err == nil {
			err = set.Write(&page, &f)
		}
		if err != nil || !strings.Contains(page.String(), f.Number+"|"+f.Title+"|Nguyễn Văn Mẫu|……") || f.Source != ct {
			t.Errorf("%s: %v\n%s", id, err, page.String())
		}
	}
	var unknown *forms.UnknownError
	if _, err := forms.Of(mustPlay(t, long()...), "return", setting()); !errors.As(err, &unknown) || !errors.Is(err, forms.ErrUnknown) || unknown.Form != "return" {
		t.Errorf("%v", err)
	}
	if err := forms.Standard().Write(io.Discard, &forms.Form{ID: "return"}); !errors.As(err, &unknown) {
		t.Errorf("%v", err)
	}
}

// TestCompileFaults: everything that is wrong with rows and templates is told at once.
func TestCompileFaults(t *testing.T) {
	set, faults := forms.Compile([]forms.Row{
		{ID: forms.Stop, Number: "9", Title: motcua.Text{Vi: "x"}, Template: "gone.html"},
		{Procedures: []motcua.ProcedureCode{"1.004194"}, ID: forms.Stop, Number: "9", Title: motcua.Text{Vi: "x"}, Template: "stop.html"},
		{ID: forms.Stop, Template: "stop.html"},
	}, fstest.MapFS{"bad.html": {Data: []byte(`{{`)}, "worse.html": {Data: []byte(`{{shout .}}`)}})
	var got []string
	for _, f := range faults {
		got = append(got, f.Pointer+" "+f.Code)
	}
	want := []string{"/rows/0/template FRM-ROW-02", "/rows/2/id FRM-ROW-03", "/rows/2/number FRM-ROW-01", "/rows/2/title FRM-ROW-01",
		"/templates/bad.html FRM-TPL-01", "/templates/worse.html FRM-TPL-01"}
	if diff := cmp.Diff(want, got); diff != "" || set != nil {
		t.Errorf("set %v (-want +got):\n%s", set, diff)
	}
	_, faults = forms.Compile(nil, fstest.MapFS{"stop.html": {Data: []byte(`<a href={{if .ID}}"{{end}}>`)}})
	if len(faults) != 1 || faults[0].Pointer != "/templates/stop.html" {
		t.Errorf("a template that ends in two contexts: %v", faults)
	}
	set, faults = forms.Compile(nil, fstest.MapFS{"stop.html": {Data: []byte(`secret {{.Reason}} {{index .Steps 99}}`)}})
	if faults != nil {
		t.Fatal(faults)
	}
	var out bytes.Buffer
	var failed *forms.TemplateError
	err := set.Write(&out, &forms.Form{ID: forms.Stop, Reason: "Nguyễn Văn Mẫu"})
	if !errors.As(err, &failed) || !errors.Is(err, forms.ErrTemplate) || failed.Template != "stop.html" || out.Len() > 0 || strings.Contains(err.Error(), "Mẫu") {
		t.Errorf("%v, written %q", err, out.String())
	}
}

// TestProvisional: an appointment that a notice on holidays may move says so, on paper
// too.
func TestProvisional(t *testing.T) {
	later := time.Date(2035, 1, 29, 9, 0, 0, 0, motcua.Vietnam()) // no notice is out for that year
	events := slices.Clone(mustPlay(t, long()[:2]...).Events)
	events[0].At, events[1].At = later, later.Add(time.Hour)
	receipt, err := forms.Of(dossier.Fold(events), forms.Receipt, setting())
	var page bytes.Buffer
	if err == nil {
		err = forms.Standard().Write(&page, &receipt)
	}
	if err != nil || !receipt.Times.Provisional || !strings.Contains(page.String(), "là dự kiến") {
		t.Errorf("%v: %s", err, toJSON(t, receipt.Times))
	}
}

// TestStated: what the caller states stands before what the dossier could tell.
func TestStated(t *testing.T) {
	s := setting()
	s.Signer = forms.Signer{Title: "Giám đốc", Name: "Vũ Thị Thay"}
	s.Head.Number, s.Head.Date = "99/XL", motcua.MustDate("2026-03-30")
	f, err := forms.Of(mustPlay(t, long()...), forms.Apology, s)
	if err != nil || f.Signer != s.Signer || f.Head != s.Head {
		t.Errorf("%v: %s", err, toJSON(t, f))
	}
	if f, err := forms.Of(mustPlay(t, long()...), forms.Apology, &forms.Setting{}); err != nil || f.Head.Body != centre.Name || f.Head.Date.String() != "2026-03-09" || f.Signer.Name != "Đỗ Thị Minh Họa" {
		t.Errorf("%v: %s", err, toJSON(t, f))
	}
}

// TestPapersTogether: papers that are alike are digitised when all of them are.
func TestPapersTogether(t *testing.T) {
	steps := long()[:2]
	steps[0].with.Papers[1].Digitised = false
	f, err := forms.Of(mustPlay(t, steps...), forms.Receipt, setting())
	if err != nil || f.Papers[1].Count != 2 || f.Papers[1].Digitised {
		t.Errorf("%v: %s", err, toJSON(t, f))
	}
}
