package catalog

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/catalog/unit"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
)

// oldBirth is a version of a procedure to be changed.
func oldBirth() *Procedure {
	days := func(text string) *workday.Limit {
		limit, _ := workday.ParseLimit(text)
		return &limit
	}
	return &Procedure{
		Code: "1.001193", Status: StatusPublic, Name: motcua.Text{Vi: "Đăng ký khai sinh", En: "Registration of births"},
		Channels: []Offer{
			{Channel: motcua.ChannelInPerson, Times: []TimeOption{{Limit: days("5 working days")}}},
			{Channel: motcua.ChannelOnline, Times: []TimeOption{{ID: "normal", Limit: days("5 working days")}, {ID: "fast", Limit: days("1 working day")}}},
		},
		Levels: []unit.Level{unit.District}, Bodies: Bodies{Competent: []Body{{Name: "Ủy ban nhân dân cấp huyện"}}},
		Steps: []Step{{Text: "Nộp hồ sơ"}, {Text: "Thẩm định"}, {Text: "Trả kết quả"}},
		Papers: []Paper{
			{Code: "TP-0001", Name: motcua.Text{Vi: "Tờ khai", En: "Form"}, Originals: 1},
			{Code: "TP-0002", Name: motcua.Text{Vi: "Giấy chứng sinh", En: "Certificate of birth"}, Originals: 1},
			{Name: motcua.Text{Vi: "Sổ hộ khẩu", En: "Household book"}, Copies: 1},
			{Name: motcua.Text{Vi: "Giấy chứng nhận kết hôn", En: "Certificate of marriage"}, Copies: 1},
		},
		Fees: []fee.Row{
			{ID: "le-phi", Name: motcua.Text{Vi: "Lệ phí hộ tịch", En: "Civil status fee"}, Kind: payment.KindLePhi, Tariff: fixed("50000 VND")},
			{ID: "copies", Name: motcua.Text{Vi: "Phí bản sao", En: "Fee of copies"}, Kind: payment.KindPhi, Unit: "page", Tariff: fee.Tariff{Bands: &fee.Bands{
				Mode: fee.BandSlice, List: []fee.Band{{To: &two, Each: payment.MustMoney("2000 VND")}, {From: two, Each: payment.MustMoney("1000 VND")}},
			}}},
		},
		Service: &Service{Online: OnlinePartly},
	}
}

var two = motcua.MustDecimal("2")

func fixed(text string) fee.Tariff {
	m := payment.MustMoney(text)
	return fee.Tariff{Fixed: &m}
}

// diffCase is a change of a version, and what is said of it.
type diffCase struct {
	reason string
	change func(*Procedure)
	want   string
}

// inPerson gives the procedure another limit at the counter.
func inPerson(p *Procedure, text string) { *p.Channels[0].Times[0].Limit, _ = workday.ParseLimit(text) }

func yes() *bool { v := true; return &v }

func diffCases() []diffCase {
	return []diffCase{
		{"nothing", func(p *Procedure) {}, ""},
		{"a list that is empty is no list", func(p *Procedure) { p.Bases, p.Keywords = []LegalBasis{}, []string{} }, ""},
		{
			"two papers fewer, and which", func(p *Procedure) { p.Papers = p.Papers[:2] },
			"papersFewer /papers two papers fewer\npaperRemoved /papers/2 paper “Household book” removed\npaperRemoved /papers/3 paper “Certificate of marriage” removed",
		},
		{
			"a paper at the top is one more, and the others are what they were",
			func(p *Procedure) {
				p.Papers = append([]Paper{{Name: motcua.Text{Vi: "Căn cước", En: "Identity card"}}}, p.Papers...)
			},
			"papersMore /papers one paper more\npaperAdded /papers/0 paper “Identity card” added",
		},
		{
			"a paper is known by its code, so it has another name",
			func(p *Procedure) { p.Papers[1].Name = motcua.Text{Vi: "Giấy báo sinh", En: "Notice of birth"} },
			"paperRenamed /papers/1/name paper “Notice of birth”: name: from Certificate of birth to Notice of birth",
		},
		{
			"without a code by its name", func(p *Procedure) { p.Papers[2].Copies, p.Papers[2].Code = 2, "TP-0003" },
			"papers /papers/2/code paper “Household book”: code: now TP-0003\npaperCopies /papers/2/copies paper “Household book”: copies: from 1 to 2",
		},
		{
			"papers in another order", func(p *Procedure) { p.Papers[0], p.Papers[1] = p.Papers[1], p.Papers[0] },
			"order /papers paper: another order",
		},
		{
			"a fee, by how much", func(p *Procedure) { p.Fees[0].Tariff = fixed("60000 VND") },
			"feeUp /fees/0/tariff/fixed fee “Civil status fee”: amount up 20 %, from ₫50,000 to ₫60,000",
		},
		{
			"down, and the code stays that of one who pays less", func(p *Procedure) { p.Fees[0].Tariff = fixed("20000 VND") },
			"feeDown /fees/0/tariff/fixed fee “Civil status fee”: amount down 60 %, from ₫50,000 to ₫20,000",
		},
		{
			"free", func(p *Procedure) { p.Fees[0].Tariff = fixed("0 VND") },
			"feeDown /fees/0/tariff/fixed fee “Civil status fee”: amount down 100 %, from ₫50,000 to ₫0",
		},
		{
			"from nothing there is no percentage", func(p *Procedure) { p.Fees[1].Tariff.Bands.List[0].Fixed = payment.MustMoney("5000 VND") },
			"feeUp /fees/1/tariff/bands/list/0/fixed fee “Fee of copies”: amount up, from 0 to ₫5,000",
		},
		{
			"in another currency", func(p *Procedure) { p.Fees[0].Tariff = fixed("2 USD") },
			"fees /fees/0/tariff/fixed fee “Civil status fee”: amount: from ₫50,000 to $2.00",
		},
		{
			"in one band", func(p *Procedure) { p.Fees[1].Tariff.Bands.List[1].Each = payment.MustMoney("1500 VND") },
			"feeUp /fees/1/tariff/bands/list/1/each fee “Fee of copies”, band above 2: amount for each unit up 50 %, from ₫1,000 to ₫1,500",
		},
		{
			"a fee gone, another come", func(p *Procedure) { p.Fees[0].ID = "other" },
			"feeAdded /fees/0 fee “Civil status fee” added\nfeeRemoved /fees/0 fee “Civil status fee” removed",
		},
		{
			"of two rows of one fee the older ends", func(p *Procedure) {
				next := p.Fees[0]
				next.Validity.From = motcua.MustDate("2027-01-01")
				p.Fees[0].Validity.To = next.Validity.From
				p.Fees = append(p.Fees, next)
			},
			"fees /fees/0/validity fee “Civil status fee”: validity: until before 1/1/2027 (was: always)\nfeeAdded /fees/2 fee “Civil status fee” added",
		},
		{"one unit: by how much", func(p *Procedure) { inPerson(p, "2 working days") }, "timeShorter /channels/0/times/0/limit/terms filing in person: three working days shorter"},
		{"longer, by half a day", func(p *Procedure) { inPerson(p, "5.5 working days") }, "timeLonger /channels/0/times/0/limit/terms filing in person: 0.5 working days longer"},
		{"two units: from what to what", func(p *Procedure) { inPerson(p, "10 days") }, "time /channels/0/times/0/limit/terms filing in person: from 5 working days to 10 days"},
		{"two terms", func(p *Procedure) { inPerson(p, "1 month and 2 working days") }, "time /channels/0/times/0/limit/terms filing in person: from 5 working days to 1 month and 2 working days"},
		{"an option by its name", func(p *Procedure) { p.Channels[1].Times = p.Channels[1].Times[1:] }, "time /channels/1/times/0 filing online: time “normal” removed"},
		{"no time any more", func(p *Procedure) { p.Channels[0].Times[0].Limit = nil }, "time /channels/0/times/0/limit filing in person: time: no longer 5 working days"},
		{"a channel", func(p *Procedure) { p.Channels = append(p.Channels, Offer{Channel: motcua.ChannelPost}) }, "channelOpened /channels/2 filing by post opened"},
		{"a channel less", func(p *Procedure) { p.Channels = p.Channels[1:] }, "channelClosed /channels/0 filing in person closed"},
		{"further online", func(p *Procedure) { p.Service.Online = OnlineFully }, "online /service/online fully online"},
		{
			"further online from a day", func(p *Procedure) { p.Service.Online, p.Validity.From = OnlineFully, motcua.MustDate("2026-01-01") },
			"validity /validity validity: from 1/1/2026 (was: always)\nonline /service/online fully online from 1/1/2026",
		},
		{"a flag that was not known", func(p *Procedure) { p.Service.Business = yes() }, "business /service/business concerns business: yes (was not known)"},
		{"no service at all", func(p *Procedure) { p.Service = nil }, "online /service/online online level no longer stated"},
		{"prose is not quoted", func(p *Procedure) { p.Steps[1].Text = "Kiểm tra" }, "steps /steps/1/text step “Kiểm tra”: text worded anew"},
		{"a step between", func(p *Procedure) {
			p.Steps = append(p.Steps[:1:1], append([]Step{{Text: "Đóng phí"}}, p.Steps[1:]...)...)
		}, "steps /steps/1 step “Đóng phí” added"},
		{"English alone", func(p *Procedure) { p.Name.En = "Birth registration" }, "name /name name: from Registration of births to Birth registration"},
		{
			"competence goes to the commune", func(p *Procedure) {
				p.Levels, p.Bodies.Competent = []unit.Level{unit.Commune}, []Body{{Name: "Ủy ban nhân dân cấp xã"}}
			},
			"levels /levels/0 level: from district to commune\n" +
				"competence /bodies/competent/0 competent body: from “Ủy ban nhân dân cấp huyện” to “Ủy ban nhân dân cấp xã”",
		},
		{"a status", func(p *Procedure) { p.Status = StatusAbolished }, "status /status status: from in use to abolished"},
	}
}

func TestDiff(t *testing.T) {
	for _, c := range diffCases() {
		b := oldBirth()
		c.change(b)
		var got []string
		for _, change := range Diff(oldBirth(), b) {
			got = append(got, change.Code+" "+change.Pointer+" "+change.Text.En)
			if change.Effective != b.Validity.From {
				t.Errorf("%s: effective %v", c.reason, change.Effective)
			}
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.reason, diff)
		}
	}
}

func TestPercentage(t *testing.T) {
	for _, c := range []struct{ reason, from, to, want string }{
		{"up", "50000 VND", "60000 VND", "20"},
		{"down", "60000 VND", "50000 VND", "-16.7"},
		{"to nothing", "50000 VND", "0 VND", "-100"},
		{"a tie goes away from zero", "2000 VND", "2001 VND", "0.1"}, // 0.05
		{"downwards too", "2000 VND", "1999 VND", "-0.1"},
		{"below a tie", "20001 VND", "20011 VND", "0"},
		{"much", "1 VND", "1000000000000 VND", "99999999999900"},
		{"nothing has no percentage", "0 VND", "50000 VND", "none"},
		{"no currency neither", "1 USD", "25000 VND", "none"},
	} {
		got := "none"
		if d := percentage(payment.MustMoney(c.from), payment.MustMoney(c.to)); d != nil {
			got = d.String()
		}
		if got != c.want && !(c.want == "0" && got == "0.0") {
			t.Errorf("%s: %s, want %s", c.reason, got, c.want)
		}
	}
}

func TestDiffCatalogs(t *testing.T) {
	day := motcua.MustDate("2026-01-01")
	version := func(code string, from string, name string) Procedure {
		p := Procedure{Code: motcua.ProcedureCode(code), Status: StatusPublic, Name: motcua.Text{Vi: name}}
		if from != "" {
			p.Validity.From = motcua.MustDate(from)
		}
		return p
	}
	again := version("1.000004", "", "d")
	again.Known.From = day.In(nil)
	a := New([]Procedure{version("1.000001", "", "a"), version("1.000002", "", "b"), version("1.000004", "", "d"), version("1.000005", "", "e")})
	b := New([]Procedure{version("1.000002", "2026-01-01", "bb"), version("1.000003", "2026-01-01", "c"), again, version("1.000005", "", "e")})
	var got []string
	for _, c := range DiffCatalogs(a.At(day, day.In(nil)), b.At(day, day.In(nil))) {
		text := c.Event + " " + c.Code.String() + " " + c.Name.Vi + " " + c.Effective.String()
		for _, change := range c.Changes {
			text += "; " + change.Text.Vi
		}
		got = append(got, text)
	}
	want := []string{
		"removed 1.000001 a unset",
		"changed 1.000002 bb 2026-01-01; hiệu lực: từ 1/1/2026 (trước: không giới hạn); tên: từ b thành bb",
		"added 1.000003 c 2026-01-01",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if changes := DiffCatalogs(a.At(day, day.In(nil)), a.At(day, day.In(nil))); changes != nil {
		t.Errorf("with itself: %v", changes)
	}
	if changes := DiffCatalogs(Snapshot{}, Snapshot{}); changes != nil {
		t.Errorf("nothing with nothing: %v", changes)
	}
}

// leads reports whether a pointer leads to something in a document.
func leads(document []byte, pointer string) bool {
	var v any
	if json.Unmarshal(document, &v) != nil {
		return false
	}
	for _, token := range strings.Split(pointer, "/")[1:] {
		switch x := v.(type) {
		case map[string]any:
			v = x[token]
		case []any:
			i, err := strconv.Atoi(token)
			if err != nil || i >= len(x) {
				return false
			}
			v = x[i]
		default:
			return false
		}
	}
	return v != nil
}

// TestDiffLaws: a version does not differ from itself as it is read back, differs from
// another exactly if they are written differently, and every pointer leads somewhere.
func TestDiffLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := randomProcedure(t), randomProcedure(t)
		lineA, _ := AppendJSON(nil, a)
		lineB, _ := AppendJSON(nil, b)
		readA, _ := ParseProcedure(lineA, nil)
		if changes := Diff(a, &readA); len(changes) > 0 {
			t.Fatalf("differs from itself: %+v", changes)
		}
		changes := Diff(a, b)
		if (len(changes) > 0) != (string(lineA) != string(lineB)) {
			t.Fatalf("%d changes between\n%s\n%s", len(changes), lineA, lineB)
		}
		if diff := cmp.Diff(changes, Diff(a, b), same); diff != "" {
			t.Fatalf("twice different: %s", diff)
		}
		for _, c := range changes {
			if !leads(lineB, c.Pointer) && !leads(lineA, c.Pointer) {
				t.Fatalf("%s %s leads nowhere in\n%s\n%s", c.Code, c.Pointer, lineA, lineB)
			}
		}
	})
}
