package dossier_test

import (
	"encoding/json"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/dossier/transcript"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
)

// fullLife is a life in which every member of an event is stated somewhere, most actions
// are taken, and nothing is wrong.
func fullLife(t testing.TB) *lived {
	t.Helper()
	l := live(t)
	l.do("03-02 09:00", dossier.ActionSubmit, applicant, dossier.StateAwaitingAnswer, fullFiling(t))
	l.do("03-02 10:00", dossier.ActionAskSupplement, counter, stays, func(with *dossier.Details) {
		with.Request.Fees = []dossier.Fee{{Code: "P1", Name: "Phí", Kind: payment.KindPhi, Amount: fee}}
	})
	l.do("03-02 11:00", dossier.ActionSupplement, applicant, stays)
	l.do("03-02 14:00", dossier.ActionDemandPayment, counter, stays)
	l.do("03-02 14:30", dossier.ActionConfirmPayment, dossier.RoleSystem, dossier.StatePaidToFile, func(with *dossier.Details) {
		with.Payment.Online, with.Payment.Waived = dossier.GatewayNational, payment.MustMoney("1 VND")
	})
	l.do("03-02 15:00", dossier.ActionReceive, counter, stays, func(with *dossier.Details) {
		with.Due, with.Lane, with.Papers = at(t, "03-09 16:00"), true, []dossier.Paper{{ID: "p1", Code: plan.Code, Form: dossier.PaperElectronic, Digitised: true, Signed: true}}
	})
	l.do("03-02 16:00", dossier.ActionForward, counter, stays)
	l.do("03-03 08:00", dossier.ActionHandOver, handler, dossier.StateProcessing, func(with *dossier.Details) {
		with.Desk.Name, with.Desk.Department, with.Desk.Handler = "Sở Xây dựng", "Phòng Quy hoạch", "Lê Văn Mẫu"
		with.Desk.Budget = limitOf(t, "2 working days").Terms
	})
	l.do("03-03 10:00", dossier.ActionHandOver, handler, dossier.StateAtOtherBody)
	l.do("03-04 10:00", dossier.ActionHandOver, handler, dossier.StateProcessing)
	l.do("03-04 11:00", dossier.ActionExtend, leader, stays)
	l.do("03-04 14:00", dossier.ActionStop, leader, stays)
	l.do("03-04 15:00", dossier.ActionReopen, leader, dossier.StateProcessing)
	result := dossier.Result{
		Code: "KQ.G17.000001", Name: "Giấy phép", Paper: plan.Code, Number: "12/GP", Issued: motcua.MustDate("2026-03-05"), Document: true,
		Electronic: true, Valid: true, Stored: true, File: &dossier.File{ID: "f9", Name: "giay-phep-mau.pdf", URL: "https://kho.example/f9"},
	}
	l.Children = []*dossier.Dossier{dossier.Fold([]dossier.Event{{Action: dossier.ActionSubmit, To: dossier.StateRefused, Details: dossier.Details{Filing: &dossier.Filing{Code: l.Filing.Children[0].Code}}}})}
	results := func(with *dossier.Details) { with.Results = []dossier.Result{result} }
	l.do("03-05 09:00", dossier.ActionSignResult, leader, stays, results)
	l.do("03-05 10:00", dossier.ActionFinish, handler, stays, results)
	l.do("03-05 11:00", dossier.ActionIssue, handler, stays, results)
	l.do("03-05 14:00", dossier.ActionRate, applicant, stays)
	l.do("03-05 15:00", dossier.ActionComplain, applicant, stays)
	l.do("03-06 09:00", dossier.ActionReturnResult, counter, stays)
	l.do("03-06 10:00", dossier.ActionCorrect, counter, stays)
	return l
}

// fullFiling states all that can be filed.
func fullFiling(t testing.TB) func(*dossier.Details) {
	source := motcua.Source{Act: "1/2026/NĐ-CP", Article: "Điều 1", Basis: motcua.BasisOurs, Read: motcua.MustDate("2026-01-02"), Note: motcua.Text{Vi: "mẫu", En: "a sample"}}
	return func(with *dossier.Details) {
		f, g := with.Filing, with.Grant
		f.Version, f.Name, f.Field, f.FieldName, f.Case, f.Option = "1", "Cấp giấy phép", "G17-XD", "Xây dựng", "mới", "chuẩn"
		f.Answers = map[string]motcua.Scalar{"số tầng": motcua.NumberScalar(3), "đã ở": {}}
		f.National, f.Assisted, f.Applicant, f.Subject = true, true, fullApplicant(), "Xây nhà số 1"
		f.Reception.Point, f.Pickup = "Quầy 3", dossier.Place{Unit: takesOver, Name: "Sở khác", Point: "Quầy 1"}
		f.Fees[0].Kind, f.Fees[0].Code = payment.KindLePhi, "LP1"
		f.Databases, f.Parent = []string{"CSDLDC"}, "H56.12-260301-0007"
		f.Attachments = []dossier.Attachment{{Name: "Ảnh", Quantity: 2, Kind: 1}}
		f.Children = []dossier.Child{{Code: "H56.12-260302-0002", Procedure: "2.000001", Name: "Cấp bản sao", Competent: dossier.Place{Unit: consulted}}}
		g.Limit = limitOf(t, "5 working days")
		g.Limit.Lane = &workday.Lane{Title: motcua.Text{Vi: "luồng xanh", En: "green lane"}, ReduceBy: limitOf(t, "1 working days").Terms, Source: source}
		g.Limit.Excluded = []workday.Exclusion{{Reason: "consultation", Source: source}}
		g.Profile, g.Source, g.Payment = "td", source, payment.MomentAfter
		for i := range g.Own {
			g.Own[i].Source = source
		}
		g.Papers[0].OneOf = "bản vẽ"
		with.Papers = []dossier.Paper{
			{
				ID: "p1", Code: plan.Code, Name: plan.Name, Form: dossier.PaperElectronic, Digitised: true, Signed: true, Stored: true,
				File: &dossier.File{ID: "f1", Name: "ban-ve-mau.pdf", URL: "https://kho.example/f1"},
			},
			{ID: "p2", Name: "Bản sao", Form: dossier.PaperCopy, Reused: dossier.ReuseResult, ReplacedBy: "KQ.G17.000002"},
			{ID: "p3", Name: "Trích lục", Form: dossier.PaperData, Data: "CSDLDC"},
			{ID: "p4", Name: "Bản chính", Form: dossier.PaperOriginal, Deleted: true},
		}
	}
}

// fullApplicant is an applicant of whom all is stated, and who is nobody.
func fullApplicant() person.Applicant {
	number := func(n string) person.Identity {
		return person.Identity{Type: person.TypeCitizen, Number: n, Issued: motcua.MustDate("2021-05-04"), Issuer: "Cục mẫu"}
	}
	whole := func(name string, id person.Identity) person.Person {
		return person.Person{
			Name: name, Birth: motcua.MustDate("1999-05-06"), Identities: []person.Identity{id}, Phone: "0912 000 111", Email: "mau@example.vn", Address: "Số 1, phố Mẫu",
		}
	}
	beneficiary := whole("Lê Thị Mẫu", number("001199000003"))
	beneficiary.Identities = append(beneficiary.Identities,
		person.Identity{Type: person.TypePassport, Number: "C1234567", Country: "VN"},
		person.Identity{Type: person.TypeOther, Number: "77", Label: "thẻ mẫu"})
	return person.Applicant{
		Kind: person.Citizen, Person: whole("Nguyễn Văn Mẫu", number("001099000001")), Account: "tech-1", Verified: true,
		Representative: &person.Representative{Person: whole("Trần Thị Mẫu", number("001199000002")), Authority: person.Mandated, Mandate: "12/UQ"},
		Beneficiary:    &beneficiary,
	}
}

// documentOf is a dossier as it is written.
func documentOf(t testing.TB, d *dossier.Dossier) []byte {
	t.Helper()
	text, err := d.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// eventOf is an event as it is written.
func eventOf(t testing.TB, v any) []byte {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// TestFullLife: nothing is wrong with it, which other tests build on, and it is what it
// says with deadlines held to.
func TestFullLife(t *testing.T) {
	l := fullLife(t)
	d, faults := transcript.Parse(documentOf(t, l.Dossier), &l.Setting)
	if got := told(onlyErrors(faults)); got != "" || d.State != dossier.StateReturned || d.Version() != l.Version() {
		t.Errorf("%v: %v", d, faults)
	}
}
