package forms_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/forms"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
)

var office = sync.OnceValue(func() *workday.Office {
	o, faults := workday.National().Office(workday.UsualHours())
	if faults != nil {
		panic(faults)
	}
	return o
})

// at is a time of March 2026, which begins on a Sunday and has no holiday.
func at(s string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", "2026-"+s, motcua.Vietnam())
	if err != nil {
		panic(err)
	}
	return t
}

func limit(s string) *workday.Limit {
	l, faults := workday.ParseLimit(s)
	if faults != nil {
		panic(faults)
	}
	return &l
}

// step is a command of a story.
type step struct {
	when string
	do   dossier.Action
	by   dossier.Role
	with dossier.Details
}

// play decides the steps one by one.
func play(steps ...step) (*dossier.Dossier, error) {
	d := &dossier.Dossier{}
	for i, s := range steps {
		c := dossier.Command{ID: fmt.Sprint("c", i), Action: s.do, Details: s.with,
			By: dossier.Actor{Role: s.by, Unit: "H56.12", Name: officials[s.by], Title: titles[s.by]}}
		e, err := d.Decide(&c, &dossier.Setting{Now: at(s.when), Office: office()})
		if err != nil {
			return nil, err
		}
		d.Apply(e)
	}
	return d, nil
}

var officials = map[dossier.Role]string{dossier.RoleCounter: "Lê Thị Thử", dossier.RoleHandler: "Phạm Văn Ví Dụ", dossier.RoleLeader: "Đỗ Thị Minh Họa"}
var titles = map[dossier.Role]string{dossier.RoleHandler: "Chuyên viên", dossier.RoleLeader: "Chủ tịch"}

func mustPlay(t testing.TB, steps ...step) *dossier.Dossier {
	t.Helper()
	d, err := play(steps...)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func vnd(n int64) payment.Money {
	m, err := payment.NewMoney(n, payment.VND)
	if err != nil {
		panic(err)
	}
	return m
}

var centre = dossier.Place{Unit: "H56.12", Name: "Trung tâm Phục vụ hành chính công phường Mẫu", Point: "Quầy số 3"}

// filing is a filing by a representative; all persons are made up.
func filing() *dossier.Filing {
	return &dossier.Filing{
		Code: "H56.12-260302-0001", Procedure: "1.004194", Name: "Đăng ký tạm trú", FieldName: "Đăng ký, quản lý cư trú",
		Channel: motcua.ChannelOnline, Subject: "Đăng ký tạm trú cho hộ gia đình tại số 12, ngõ 34, đường Ví Dụ",
		Applicant: person.Applicant{Kind: person.Citizen, Person: person.Person{
			Name: "Nguyễn Văn Mẫu", Phone: "0900 000 001", Email: "mau@example.invalid", Address: "Số 12, ngõ 34, đường Ví Dụ, phường Mẫu, tỉnh Mẫu",
			Identities: []person.Identity{{Type: person.TypeCitizen, Number: "001099000001"}},
		}, Representative: &person.Representative{Authority: person.Mandated, Mandate: "12/UQ", Person: person.Person{
			Name: "Trần Thị Mẫu", Phone: "0900 000 002", Identities: []person.Identity{{Type: person.TypePassport, Number: "C1234567"}}}}},
		Reception: centre, Competent: dossier.Place{Unit: "H56.12", Name: "Công an phường Mẫu"}, Delivery: dossier.DeliveryPost,
		Fees:        []dossier.Fee{{Name: "Lệ phí đăng ký tạm trú", Kind: payment.KindLePhi, Amount: vnd(15_000)}, {Name: "Phí chuyển phát kết quả", Kind: payment.KindOther, Amount: vnd(26_500)}},
		Attachments: []dossier.Attachment{{Name: "Giấy ủy quyền", Quantity: 1}},
	}
}

func submit(when string) step {
	return step{when, dossier.ActionSubmit, dossier.RoleApplicant, dossier.Details{
		Filing: filing(), Grant: &dossier.Grant{Limit: limit("5 working days"), Answer: "online", Supplements: 1,
			Own:    []dossier.OwnTerm{{Reason: "supplement", Limit: *limit("20 days"), Then: "stop"}},
			Papers: []dossier.Required{{Code: "KQ.CT01", Name: "Tờ khai thay đổi thông tin cư trú (mẫu CT01)"}, {Code: "KQ.CHOO", Name: "Giấy tờ, tài liệu chứng minh chỗ ở hợp pháp"}}},
		Papers: []dossier.Paper{
			{ID: "1", Code: "KQ.CT01", Form: dossier.PaperElectronic},
			{ID: "2", Code: "KQ.CHOO", Form: dossier.PaperCopy, Digitised: true}, {ID: "3", Code: "KQ.CHOO", Form: dossier.PaperCopy, Digitised: true},
			{ID: "4", Name: "Ảnh chụp căn nhà", Form: dossier.PaperOriginal}, {ID: "5", Name: "Giấy nộp nhầm", Form: dossier.PaperOriginal, Deleted: true},
		}}}
}

// long is the life of a dossier with a supplement and a new appointment.
func long() []step {
	police := dossier.Desk{Unit: "H56.12", Name: "Công an phường Mẫu", Department: "Tổ cư trú", Handler: "Phạm Văn Ví Dụ", Step: "Thẩm định hồ sơ", Budget: limit("4 hours").Terms}
	leader := dossier.Desk{Unit: "H56.12", Name: "Công an phường Mẫu", Department: "Ban chỉ huy", Step: "Ký duyệt", Budget: limit("2 working days").Terms}
	return []step{
		submit("03-02 08:00"),
		{"03-02 09:05", dossier.ActionReceive, dossier.RoleCounter, dossier.Details{}},
		{"03-02 10:00", dossier.ActionForward, dossier.RoleCounter, dossier.Details{Desk: &dossier.Desk{Unit: "H56.12", Name: "Công an phường Mẫu"}}},
		{"03-02 14:00", dossier.ActionHandOver, dossier.RoleHandler, dossier.Details{Desk: &police}},
		{"03-03 10:00", dossier.ActionAskSupplement, dossier.RoleHandler, dossier.Details{Reason: "Chưa xác định được chỗ ở hợp pháp.",
			Request: &dossier.Request{ID: 1, Text: "Bổ sung hợp đồng thuê nhà còn hiệu lực, có chữ ký của chủ nhà.\nGhi rõ thời hạn tạm trú.", Papers: []string{"KQ.CHOO"}}}},
		{"03-05 09:00", dossier.ActionSupplement, dossier.RoleApplicant, dossier.Details{Papers: []dossier.Paper{{ID: "6", Code: "KQ.CHOO", Name: "Hợp đồng thuê nhà", Form: dossier.PaperElectronic}}}},
		{"03-06 16:00", dossier.ActionHandOver, dossier.RoleHandler, dossier.Details{Desk: &leader}},
		{"03-09 11:00", dossier.ActionExtend, dossier.RoleLeader, dossier.Details{Due: at("03-20 16:00"), Reason: "Cần xác minh thực tế nơi tạm trú.", Apology: "15/XL-UBND"}},
		{"03-10 09:30", dossier.ActionFinish, dossier.RoleLeader, dossier.Details{Results: []dossier.Result{{Name: "Thông báo kết quả", Document: true, Electronic: true}}}},
		{"03-10 09:40", dossier.ActionSignResult, dossier.RoleLeader, dossier.Details{}},
		{"03-10 10:00", dossier.ActionIssue, dossier.RoleHandler, dossier.Details{}},
	}
}

func refused() []step {
	return []step{submit("03-02 08:00"), {"03-02 10:00", dossier.ActionRefuse, dossier.RoleCounter, dossier.Details{Reason: "Thủ tục không thuộc thẩm quyền giải quyết của phường; ông (bà) nộp hồ sơ tại nơi tạm trú."}}}
}

func stopped() []step {
	return append(long()[:5:5], step{"03-31 09:00", dossier.ActionStop, dossier.RoleLeader, dossier.Details{Reason: "Quá thời hạn bổ sung mà người nộp hồ sơ không bổ sung, hoàn thiện hồ sơ."}})
}

func setting() *forms.Setting {
	return &forms.Setting{
		Head: forms.Head{Body: "Trung tâm Phục vụ hành chính công phường Mẫu", Above: "Ủy ban nhân dân phường Mẫu", Place: "Phường Mẫu", Contact: "0200 000 000"},
		Life: dossier.Setting{Office: office(), Now: at("03-11 08:00")},
	}
}

// stories are a dossier for each form.
var stories = map[string]func() []step{
	forms.Receipt: long, forms.Supplement: long, forms.Refusal: refused, forms.Apology: long, forms.Stop: stopped, forms.Control: long, forms.Register: long,
}
