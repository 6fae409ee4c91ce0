package dossier_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/sample"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
)

// procedureOf is a procedure of the sample, as it stood in March 2026.
func procedureOf(t testing.TB, code motcua.ProcedureCode) *catalog.Procedure {
	t.Helper()
	p, ok := sample.Catalog().At(motcua.MustDate("2026-03-02"), time.Time{}).Lookup(code)
	if !ok {
		t.Fatalf("the sample has no %s", code)
	}
	return p
}

// filed is a filing with a procedure of the sample, by its case, option and answers.
func filed(code motcua.ProcedureCode, channel motcua.Channel, kind, option string, answers ...string) *dossier.Filing {
	f := filingOf(channel)
	f.Procedure, f.Case, f.Option, f.Answers = code, kind, option, map[string]motcua.Scalar{}
	for _, id := range answers {
		f.Answers[strings.TrimPrefix(id, "!")] = motcua.FlagScalar(id[0] != '!')
	}
	return f
}

// papersOf are the names of required papers, with their groups.
func papersOf(g dossier.Grant) string {
	var names []string
	for _, p := range g.Papers {
		names = append(names, strings.TrimSuffix(p.Name+"/"+p.OneOf, "/"))
	}
	return strings.Join(names, ", ")
}

const (
	inPerson = motcua.ChannelInPerson
	online   = motcua.ChannelOnline
	byPost   = motcua.ChannelPost
)

// TestGrants: what procedures of the catalogue grant, by channel, case, option and
// answers, and what is wrong with filings that do not fit them.
func TestGrants(t *testing.T) {
	for _, row := range []struct {
		why                               string
		filing                            *dossier.Filing
		limit, answer, own, papers, wrong string
		supplements                       int
	}{
		{"residence, online: to be answered in office hours", filed("1.004194", online, "single", ""), "3 working days", "online", "", "Tờ khai thay đổi thông tin cư trú", "", 1},
		{"the same by list", filed("1.004194", inPerson, "list", ""), "3 working days", "", "", "Tờ khai thay đổi thông tin cư trú, Văn bản đề nghị đăng ký tạm trú kèm danh sách", "", 1},
		{"the code of a province", filed("1.004194.000.00.00.H26", inPerson, "single", ""), "3 working days", "", "", "Tờ khai thay đổi thông tin cư trú", "", 1},
		{"by post, which it is not filed by", filed("1.004194", byPost, "single", ""), "", "paper", "", "Tờ khai thay đổi thông tin cư trú", "DOS-FIL-01 /channel", 1},
		{"civil status within the day", filed("1.001193", byPost, "ordinary", ""), "within the day", "paper", "", "Tờ khai đăng ký khai sinh", "", 1},
		{"a design: thirty days for its grade, and twenty to supplement", filed("1.013218", online, "grade23", ""), "30 days", "online", "supplement 20 days stop", "Tờ trình thẩm định, Hồ sơ thiết kế xây dựng", "", 1},
		{"a vehicle: the time of its case", filed("1.012575", online, "auction", ""), "7 working days", "online", "", "Giấy khai đăng ký xe", "", 1},
		{"a vehicle at the counter, where it is not filed", filed("1.012575", inPerson, "new", ""), "", "", "", "Giấy khai đăng ký xe", "DOS-FIL-01 /channel", 1},
		{"land: the procedure states no time", filed("1.012783", inPerson, "resize", ""), "", "", "", "Đơn đăng ký biến động đất đai, tài sản gắn liền với đất, Bản gốc Giấy chứng nhận đã cấp", "", 1},
		{"an option by name", filed("1.003677", online, "other", "complex"), "2 working days", "online", "", "Đề nghị khai báo tạm vắng", "", 1},
		{"one of two papers", filed("2.000986", inPerson, "", ""), "20 working days", "", "", "Tờ khai đăng ký khai sinh, Giấy chứng sinh/birth, Giấy cam đoan về việc sinh/birth, Tờ khai tham gia bảo hiểm y tế", "", 1},
		{"no such case", filed("1.004194", online, "triple", ""), "3 working days", "online", "", "", "CAT-ASK-04 /case", 1},
		{"no such option", filed("1.004194", online, "single", "fast"), "", "online", "", "Tờ khai thay đổi thông tin cư trú", "DOS-FIL-01 /option", 1},
		{"an answer to no question", filed("1.004194", online, "single", "", "tall"), "3 working days", "online", "", "", "CAT-ASK-01 /answers/tall", 1},
		{"all at once", filed("1.004194", byPost, "triple", "fast", "tall"), "", "paper", "", "", "CAT-ASK-01 /answers/tall, CAT-ASK-04 /case, DOS-FIL-01 /channel", 1},
	} {
		g, faults := dossier.GrantOf(procedureOf(t, row.filing.Procedure.National()), row.filing, nil)
		limit, own := "", ""
		if g.Limit != nil {
			limit = g.Limit.String()
		}
		for _, o := range g.Own {
			own += strings.Join([]string{o.Reason, o.Limit.String(), o.Then}, " ")
		}
		got := []string{limit, g.Answer, own, papersOf(g), told(faults)}
		if diff := cmp.Diff([]string{row.limit, row.answer, row.own, row.papers, row.wrong}, got); diff != "" || g.Supplements != row.supplements {
			t.Errorf("%s: %d supplements (-want +got):\n%s", row.why, g.Supplements, diff)
		}
		if row.wrong == "" && (g.Source.IsZero() || g.Payment != payment.MomentOnNotice) {
			t.Errorf("%s: %v, %v", row.why, g.Source, g.Payment)
		}
	}
	if _, faults := dossier.GrantOf(procedureOf(t, "1.004194"), filed("1.004195", online, "single", ""), nil); told(faults) != "DOS-FIL-01 /procedure" {
		t.Errorf("another procedure: %v", faults)
	}
}

// TestGrantByChannel: a paper that one channel alone needs is required there alone.
func TestGrantByChannel(t *testing.T) {
	p := catalog.Procedure{Code: "1.000001", Papers: []catalog.Paper{
		{Name: motcua.Text{Vi: "Tờ khai"}, When: &motcua.Predicate{Equals: &motcua.Equals{Column: "channel", Value: motcua.TextScalar("post")}}},
	}}
	for channel, want := range map[motcua.Channel]string{inPerson: "", online: "", byPost: "Tờ khai"} {
		if g, faults := dossier.GrantOf(&p, filed("1.000001", channel, "", ""), nil); papersOf(g) != want || faults != nil {
			t.Errorf("%v: %q, %v", channel, papersOf(g), faults)
		}
	}
}

// TestGrantRules: rules of one procedure go before those of all, its province's code or
// not.
func TestGrantRules(t *testing.T) {
	again := *procedureOf(t, "1.004194")
	again.Code = "1.014232.000.00.00.H26" // asked for again if the supplement does not do
	g, faults := dossier.GrantOf(&again, filed("1.014232", online, "single", ""), nil)
	if g.Supplements != 2 || faults != nil {
		t.Errorf("%d, %v", g.Supplements, faults)
	}
	rules := dossier.StandardLifeRules()
	rules.Default.Payment, rules.Default.Supplements, rules.Answers = payment.MomentBefore, 0, nil
	g, _ = dossier.GrantOf(procedureOf(t, "1.004194"), filed("1.004194", online, "single", ""), rules)
	if g.Supplements != 0 || g.Payment != payment.MomentBefore || g.Answer != "" {
		t.Errorf("%+v", g)
	}
	if g, _ = dossier.GrantOf(procedureOf(t, "1.004194"), filed("1.004194", online, "single", ""), nil); g.Supplements != 1 {
		t.Error("the rules behind nil can be changed")
	}
}

// submitting asks whether a filing may be filed with papers.
func submitting(t *testing.T, f *dossier.Filing, papers ...dossier.Paper) (dossier.Event, error) {
	t.Helper()
	c := dossier.Command{ID: "1", Action: dossier.ActionSubmit, By: dossier.Actor{Role: applicant}, Details: dossier.Details{Filing: f, Papers: papers}}
	s := dossier.Setting{Now: at(t, "03-02 09:00"), Office: usual(t), Procedure: procedureOf(t, f.Procedure.National())}
	return new(dossier.Dossier).Decide(&c, &s)
}

// TestRequiredPapers: nothing is filed without what its case needs; what stands in for a
// paper, another of its group or data, is as good.
func TestRequiredPapers(t *testing.T) {
	paper := func(name string, form dossier.PaperForm) dossier.Paper {
		return dossier.Paper{ID: name, Name: name, Form: form, Data: "CSDLDC"}
	}
	form, health := paper("Tờ khai đăng ký khai sinh", dossier.PaperOriginal), paper("Tờ khai tham gia bảo hiểm y tế", dossier.PaperOriginal)
	birth, oath := paper("Giấy chứng sinh", dossier.PaperData), paper("Giấy cam đoan về việc sinh", dossier.PaperOriginal)
	deleted := birth
	deleted.Deleted = true
	for _, row := range []struct {
		why    string
		papers []dossier.Paper
		want   string
	}{
		{"all", []dossier.Paper{form, birth, health}, ""},
		{"the other of its group", []dossier.Paper{form, oath, health}, ""},
		{"both of the group", []dossier.Paper{form, oath, birth, health}, ""},
		{"none of the group", []dossier.Paper{form, health}, "papers"},
		{"one that was taken back", []dossier.Paper{form, deleted, health}, "papers"},
		{"one missing", []dossier.Paper{birth, health}, "papers"},
		{"nothing", nil, "papers"},
	} {
		e, err := submitting(t, filed("2.000986", inPerson, "", ""), row.papers...)
		if got := slices.Compact(groundsOf(err)); strings.Join(got, " ") != row.want {
			t.Errorf("%s: %v", row.why, err)
		}
		if err == nil && (e.To != dossier.StateRegistered || e.Grant == nil || e.Grant.Limit.String() != "20 working days") {
			t.Errorf("%s: %v, %+v", row.why, e, e.Grant)
		}
	}
	_, err := submitting(t, filed("1.004194", online, "triple", ""))
	if got := groundsOf(err); !slices.Equal(got, []string{"filing"}) || !strings.Contains(errorOf(err), "/filing/case") {
		t.Errorf("%v: %s", err, errorOf(err))
	}
}

// errorOf is what is behind a refusal.
func errorOf(err error) string {
	text := ""
	if list, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range list.Unwrap() {
			text += e.Error() + "\n"
		}
	}
	return text
}

// TestOwnTermOfDesign: an applicant with twenty days to supplement a design is too late on
// the next, and the system may stop the work.
func TestOwnTermOfDesign(t *testing.T) {
	g, _ := dossier.GrantOf(procedureOf(t, "1.013218"), filed("1.013218", online, "grade23", ""), nil)
	l := received(t, "5 working days", func(with *dossier.Details) { g.Papers, with.Grant = nil, &g })
	l.do("03-03 09:00", dossier.ActionAskSupplement, handler, stays)
	_, err := l.try("03-23 09:00", dossier.ActionStop, dossier.RoleSystem, stays)
	against(t, err, "termPassed")
	_, err = l.try("03-24 09:00", dossier.ActionSupplement, applicant, stays)
	against(t, err, "termRuns")
	l.do("03-24 09:00", dossier.ActionStop, dossier.RoleSystem, dossier.StateStopped)
}

// TestVehicle: the time of a vehicle's registration runs from the payment.
func TestVehicle(t *testing.T) {
	g, _ := dossier.GrantOf(procedureOf(t, "1.012575"), filed("1.012575", online, "new", ""), nil)
	if g.Limit.Start != workday.StartOnPayment {
		t.Fatalf("%+v", g.Limit)
	}
	l := received(t, "5 working days", func(with *dossier.Details) { g.Papers, with.Grant = nil, &g })
	ledger := l.reading()
	if _, ok := ledger.Due(); ok || ledger.Status() != dossier.StatusNotStarted {
		t.Errorf("unpaid, and %v", ledger.Status())
	}
	l.do("03-04 09:00", dossier.ActionConfirmPayment, counter, stays)
	ledger = l.reading()
	if due, _ := ledger.Due(); clock(due) != "03-06 09:00" {
		t.Errorf("due %s", clock(due))
	}
}
