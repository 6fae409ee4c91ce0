package dossier

import (
	"slices"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

// Codes of faults in events, commands and what they hold.
const (
	codeWho     = "DOS-EVT-01" // without id, action, time, role or state
	codeNeeds   = "DOS-EVT-02" // without what its action needs
	codeTakes   = "DOS-EVT-03" // with what its action does not take
	codeCode    = "DOS-FIL-02" // a code that is none by the rules (a warning where foreign ones exist)
	codeUnset   = "DOS-FIL-03" // a member that must say something is empty
	codeTwice   = "DOS-FIL-04" // the same thing twice in a list
	codeAmount  = "DOS-FIL-05" // an amount or a number below zero
	codePlainly = "DOS-FIL-06" // members that contradict one another
)

// Check finds everything that is wrong with an event by itself, sorted. Whether it may
// follow others is for [Replay] to say.
func (e *Event) Check() motcua.Faults {
	var faults motcua.Faults
	if e.At.IsZero() {
		fault(&faults, codeWho, "/at", "thiếu thời điểm", "the time is missing")
	}
	if e.To.row().state == 0 {
		fault(&faults, codeWho, "/to", "thiếu trạng thái", "the state is missing")
	}
	e.check(&faults, e.ID, e.Action, &e.By)
	faults.Sort()
	return faults
}

// Check finds everything that is wrong with a command by itself, sorted. Whether it is
// lawful is for [Dossier.Decide] to say.
func (c *Command) Check() motcua.Faults {
	var faults motcua.Faults
	c.check(&faults, c.ID, c.Action, &c.By)
	faults.Sort()
	return faults
}

func (d *Details) check(faults *motcua.Faults, id string, action Action, by *Actor) {
	if id == "" {
		fault(faults, codeWho, "/id", "thiếu mã", "the id is missing")
	}
	if !roleSet(^roleSet(0)).has(by.Role) {
		fault(faults, codeWho, "/by/role", "thiếu vai trò", "the role is missing")
	}
	checkUnit(faults, "/by/unit", by.Unit, false)
	row, has := action.row(), d.members()
	if row.action == 0 {
		fault(faults, codeWho, "/action", "không có hành động này", "there is no such action")
	} else {
		for _, name := range (row.needs &^ has).names() {
			fault(faults, codeNeeds, "/"+name, "hành động cần thành viên này", "the action needs this member")
		}
		for _, name := range (has &^ (row.needs | row.may | hasReason)).names() {
			fault(faults, codeTakes, "/"+name, "hành động không nhận thành viên này", "the action does not take this member")
		}
	}
	d.checkParts(faults)
}

// checkParts looks at every member that is set.
func (d *Details) checkParts(faults *motcua.Faults) {
	if d.Filing != nil {
		*faults = append(*faults, d.Filing.check().At("/filing")...)
	}
	if d.Grant != nil {
		*faults = append(*faults, d.Grant.check().At("/grant")...)
	}
	checkPapers(faults, d.Papers)
	for i, r := range d.Results {
		if r.Name == "" && r.Code == "" {
			fault(faults, codeUnset, motcua.Pointer("results", itoa(i), "name"), "thiếu tên và mã kết quả", "neither name nor code of the result is stated")
		}
		if r.Valid && !r.Electronic {
			fault(faults, codePlainly, motcua.Pointer("results", itoa(i), "valid"), "bản giấy không ký số được", "what is not electronic cannot be signed electronically")
		}
	}
	if d.Request != nil {
		if d.Request.Text == "" {
			fault(faults, codeUnset, "/request/text", "thiếu nội dung yêu cầu", "what is asked for is missing")
		}
		checkFees(faults, "/request", d.Request.Fees)
	}
	if d.Demand != nil {
		if d.Demand.Order == "" {
			fault(faults, codeUnset, "/demand/order", "thiếu mã khoản thu", "the order is missing")
		}
		if len(d.Demand.Fees) == 0 {
			fault(faults, codeUnset, "/demand/fees", "thiếu khoản phải nộp", "what is owed is missing")
		}
		checkFees(faults, "/demand", d.Demand.Fees)
	}
	if d.Payment != nil {
		if d.Payment.Order == "" {
			fault(faults, codeUnset, "/payment/order", "thiếu mã khoản thu", "the order is missing")
		}
		if d.Payment.Amount.Sign() < 0 {
			fault(faults, codeAmount, "/payment/amount", "số tiền âm", "an amount below zero")
		}
		if d.Payment.Waived.Sign() < 0 {
			fault(faults, codeAmount, "/payment/waived", "số tiền âm", "an amount below zero")
		}
	}
	if d.Desk != nil {
		checkUnit(faults, "/desk/unit", d.Desk.Unit, true)
		if d.Desk.Budget != nil {
			limit := workday.Limit{Terms: d.Desk.Budget}
			for _, f := range limit.Check() {
				f.Pointer = "/desk/budget" + strings.TrimPrefix(f.Pointer, "/terms")
				*faults = append(*faults, f)
			}
		}
	}
}

// checkUnit checks the code of a unit.
func checkUnit(faults *motcua.Faults, at string, code motcua.UnitCode, needed bool) {
	if code == "" {
		if needed {
			fault(faults, codeUnset, at, "thiếu mã cơ quan", "the unit is missing")
		}
		return
	}
	if parsed, err := motcua.ParseUnit(string(code)); err != nil || parsed != code {
		fault(faults, codeCode, at, "không phải mã cơ quan theo thứ tự QĐ 20/2020/QĐ-TTg", "no code of a unit in the order of Decision 20/2020/QĐ-TTg")
	}
}

func checkPapers(faults *motcua.Faults, papers []Paper) {
	for i, p := range papers {
		at := motcua.Pointer("papers", itoa(i))
		switch {
		case p.ID == "":
			fault(faults, codeUnset, at+"/id", "thiếu mã giấy tờ", "the id of the paper is missing")
		case slices.ContainsFunc(papers[:i], func(o Paper) bool { return o.ID == p.ID }):
			fault(faults, codeTwice, at+"/id", "giấy tờ đã có", "the paper stands above")
		}
		if p.Code == "" && p.Name == "" {
			fault(faults, codeUnset, at+"/name", "thiếu mã và tên thành phần", "neither code nor name of the component is stated")
		}
		if p.Form == PaperData && p.Data == "" {
			fault(faults, codePlainly, at+"/data", "thiếu cơ sở dữ liệu thay thế", "the database that stands in for it is missing")
		}
		if p.Signed && !p.Digitised && p.Form != PaperElectronic {
			fault(faults, codePlainly, at+"/signed", "bản giấy chưa số hoá không ký số được", "what is not electronic cannot be signed electronically")
		}
		if p.Reused == ReuseResult && p.ReplacedBy == "" {
			warn(faults, codePlainly, at+"/replacedBy", "chưa nêu kết quả được tái sử dụng", "the result that is reused is not named")
		}
	}
}

func checkFees(faults *motcua.Faults, at string, fees []Fee) {
	for i, f := range fees {
		if f.Name == "" {
			fault(faults, codeUnset, at+motcua.Pointer("fees", itoa(i), "name"), "thiếu tên khoản thu", "the name of the fee is missing")
		}
		if f.Amount.Sign() < 0 {
			fault(faults, codeAmount, at+motcua.Pointer("fees", itoa(i), "amount"), "số tiền âm", "an amount below zero")
		}
	}
}

// check finds what is wrong with a filing.
func (f *Filing) check() motcua.Faults {
	var faults motcua.Faults
	switch _, err := f.DossierCode(); {
	case f.Code == "":
		fault(&faults, codeUnset, "/code", "thiếu mã hồ sơ", "the code of the dossier is missing")
	case err != nil:
		warn(&faults, codeCode, "/code", "không phải mã hồ sơ theo quy tắc", "no code of a dossier by the rules")
	}
	if _, err := motcua.ParseProcedure(string(f.Procedure)); err != nil {
		fault(&faults, codeCode, "/procedure", "không phải mã thủ tục", "no code of a procedure")
	}
	if f.Channel < motcua.ChannelInPerson || f.Channel > motcua.ChannelPost {
		fault(&faults, codeUnset, "/channel", "thiếu kênh", "the channel is missing")
	}
	if f.Delivery != DeliveryCounter && f.Delivery != DeliveryPost {
		fault(&faults, codeUnset, "/delivery", "thiếu hình thức trả kết quả", "the way of returning the result is missing")
	}
	faults = append(faults, f.Applicant.Check().At("/applicant")...)
	checkUnit(&faults, "/reception/unit", f.Reception.Unit, true)
	checkUnit(&faults, "/competent/unit", f.Competent.Unit, true)
	checkUnit(&faults, "/pickup/unit", f.Pickup.Unit, !f.Pickup.IsZero())
	checkFees(&faults, "", f.Fees)
	for i, a := range f.Attachments {
		if a.Name == "" {
			fault(&faults, codeUnset, motcua.Pointer("attachments", itoa(i), "name"), "thiếu tên giấy tờ", "the name of the paper is missing")
		}
		if a.Quantity < 0 {
			fault(&faults, codeAmount, motcua.Pointer("attachments", itoa(i), "quantity"), "số lượng âm", "a number below zero")
		}
	}
	f.checkChildren(&faults)
	return faults
}

func (f *Filing) checkChildren(faults *motcua.Faults) {
	if f.Parent != "" && f.Parent == f.Code {
		fault(faults, codePlainly, "/parent", "hồ sơ không liên thông với chính nó", "a dossier is not its own parent")
	}
	for i, c := range f.Children {
		at := motcua.Pointer("children", itoa(i))
		switch {
		case c.Code == "":
			fault(faults, codeUnset, at+"/code", "thiếu mã hồ sơ", "the code of the dossier is missing")
		case c.Code == f.Code || slices.ContainsFunc(f.Children[:i], func(o Child) bool { return o.Code == c.Code }):
			fault(faults, codeTwice, at+"/code", "hồ sơ đã có", "the dossier stands above")
		}
		if _, err := motcua.ParseProcedure(string(c.Procedure)); err != nil {
			fault(faults, codeCode, at+"/procedure", "không phải mã thủ tục", "no code of a procedure")
		}
		checkUnit(faults, at+"/competent/unit", c.Competent.Unit, true)
	}
}

// check finds what is wrong with a grant, whatever rules it names.
func (g *Grant) check() motcua.Faults {
	var faults motcua.Faults
	if g.Limit != nil {
		faults = append(faults, g.Limit.Check().At("/limit")...)
	}
	if g.Supplements < 0 {
		fault(&faults, codeAmount, "/supplements", "số âm", "a number below zero")
	}
	for i, own := range g.Own {
		faults = append(faults, own.Limit.Check().At(motcua.Pointer("own", itoa(i), "limit"))...)
		if own.Source.IsZero() {
			fault(&faults, codeUnset, motcua.Pointer("own", itoa(i), "source"), "thiếu nguồn", "who says so is missing")
		}
	}
	for i, p := range g.Papers {
		if p.Code == "" && p.Name == "" {
			fault(&faults, codeUnset, motcua.Pointer("papers", itoa(i), "name"), "thiếu mã và tên thành phần", "neither code nor name of the component is stated")
		}
	}
	return faults
}

func warn(faults *motcua.Faults, code, pointer, vi, en string) {
	faults.Warn(code, pointer, motcua.Text{Vi: vi, En: en}, nil)
}
