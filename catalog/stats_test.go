package catalog

import (
	"errors"
	"fmt"
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
)

// pressCatalogue has the figures a province gave the press: 2,158 procedures, 1,049 of
// them fully and 1,066 partly online and 43 in testing, 42 without a fee online, and
// every one that concerns business online. How many those are the press did not say;
// here it is every fifth of those online.
func pressCatalogue() []Procedure {
	var out []Procedure
	add := func(n int, level OnlineLevel) {
		for range n {
			i := len(out)
			business := level != OnlineTesting && i%5 == 0
			zero := i < 42
			out = append(out, Procedure{
				Code: motcua.ProcedureCode(fmt.Sprintf("1.%06d", i)), Status: StatusPublic, Name: motcua.Text{Vi: fmt.Sprint("Thủ tục ", i)},
				Service: &Service{Online: level, Business: &business, ZeroFeeOnline: &zero},
			})
		}
	}
	add(1049, OnlineFully)
	add(1066, OnlinePartly)
	add(43, OnlineTesting)
	return out
}

func TestStatisticsOfThePress(t *testing.T) {
	s, err := Statistics(New(pressCatalogue()).At(motcua.MustDate("2026-07-25"), time.Time{}))
	if err != nil {
		t.Fatal(err)
	}
	if s.Procedures != 2158 || s.Holding != 2158 || s.Recorded != 2158 {
		t.Errorf("%d procedures of %d", s.Procedures, s.Recorded)
	}
	if want := (OnlineCount{Fully: 1049, Partly: 1066, Testing: 43}); s.Online != want {
		t.Errorf("online %+v", s.Online)
	}
	if want := (FlagCount{Yes: 42, No: 2116}); s.ZeroFeeOnline != want {
		t.Errorf("zero fee %+v", s.ZeroFeeOnline)
	}
	if s.Business.Yes != 423 || s.BusinessOnline != s.Business.Yes {
		t.Errorf("%+v concern business, %d of them online", s.Business, s.BusinessOnline)
	}
	if want := (FlagCount{Unknown: 2158}); s.PaymentIntegrated != want || s.CostUnknown != 2158 {
		t.Errorf("what nobody stated is counted as %+v", s.PaymentIntegrated)
	}
}

func TestStatistics(t *testing.T) {
	yes, no := true, false
	limit := func(text string) *workday.Limit { l, _ := workday.ParseLimit(text); return &l }
	body, subject := Body{Name: "Ủy ban nhân dân cấp xã"}, Subject{Code: "1", Name: "Công dân Việt Nam"}
	cost := func(wage, direct string) *ComplianceCost {
		return &ComplianceCost{FilingsPerYear: 10, Minutes: 90, HourlyWage: payment.MustMoney(wage), Direct: payment.MustMoney(direct)}
	}
	versions := []Procedure{
		{
			Code: "1.000001", Status: StatusPublic, Field: Field{Code: "HT", Name: "Hộ tịch"}, Bodies: Bodies{Competent: []Body{body, body}}, Subjects: []Subject{subject},
			Channels: []Offer{
				{Channel: motcua.ChannelOnline, Times: []TimeOption{{Limit: limit("5 working days")}, {}}},
				{Channel: motcua.ChannelInPerson, Times: []TimeOption{{Limit: limit("1 month and 2 working days")}}},
			},
			Cases: []Case{{ID: "a"}, {ID: "b"}},
			Service: &Service{
				Online: OnlineInformation, Business: &yes, PlaceIndependent: &no, Lanes: []ChannelLane{{}},
				Cost: cost("40000 VND", "20000 VND"), // 1.5 h × 40,000 + 20,000, ten times
			},
		},
		{
			Code: "1.000002", Status: StatusPublic, Field: Field{Code: "HT", Name: "Hộ tịch"}, Subjects: []Subject{subject},
			Channels: []Offer{{Channel: motcua.ChannelOnline, Times: []TimeOption{{Limit: limit("5 working days")}}}},
			Service:  &Service{Online: OnlinePartly, Business: &yes, Cost: cost("1000 VND", "0 VND")},
		},
		{Code: "1.000003", Status: StatusPublic, Service: &Service{Cost: cost("2 USD", "1 USD")}},
		{Code: "1.000004", Status: StatusAbolished, Field: Field{Code: "HT"}}, // holds, and is not in use
		{Code: "1.000001", Status: StatusPublic, Validity: motcua.Validity{To: motcua.MustDate("2020-01-01")}, Known: Span{To: time.Unix(0, 0)}},
	}
	s, err := Statistics(New(versions).At(motcua.MustDate("2026-07-25"), time.Time{}))
	if err != nil {
		t.Fatal(err)
	}
	s.Missing, s.Complete, s.Fees, s.FeesOnline = nil, 0, FeeCount{}, FeeCount{} // tested apart
	want := Stats{
		Day: motcua.MustDate("2026-07-25"), Recorded: 5, Holding: 4, Procedures: 3,
		Status:   []Group{{Code: "public", Count: 3}, {Code: "abolished", Count: 1}},
		Online:   OnlineCount{Partly: 1, Information: 1, Unknown: 1},
		Business: FlagCount{Yes: 2, Unknown: 1}, BusinessOnline: 1,
		ZeroFeeOnline: FlagCount{Unknown: 3}, PaymentIntegrated: FlagCount{Unknown: 3}, Authority: FlagCount{Unknown: 3},
		PopulationNeeded: FlagCount{Unknown: 3}, PopulationConnected: FlagCount{Unknown: 3}, PlaceIndependent: FlagCount{No: 1, Unknown: 2},
		Lanes:    1,
		Fields:   []Group{{Code: "HT", Name: "Hộ tịch", Count: 2}, {Count: 1}},
		Levels:   []Group{{Count: 3}},
		Bodies:   []Group{{Count: 2}, {Name: "Ủy ban nhân dân cấp xã", Count: 1}}, // said twice, counted once
		Subjects: []Group{{Code: "1", Name: "Công dân Việt Nam", Count: 2}, {Count: 1}},
		Channels: []Group{{Count: 1}, {Code: "inPerson+online", Count: 1}, {Code: "online", Count: 1}},
		Cases:    []Bucket{{0, 2}, {2, 1}},
		Options:  []Bucket{{0, 1}, {1, 1}, {3, 1}},
		Limits:   LimitCount{Stated: 1, Partly: 1, Unknown: 1},
		Units:    []Group{{Code: "workingDays", Count: 2}, {Count: 1}, {Code: "months+workingDays", Count: 1}},
		Cost:     []payment.Money{payment.MustMoney("815000 VND"), payment.MustMoney("40 USD")},
	}
	if diff := cmp.Diff(want, s, cmp.Comparer(func(a, b payment.Money) bool { return a == b })); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestStatisticsErrors(t *testing.T) {
	for _, c := range []struct {
		reason string
		cost   ComplianceCost
		is     error
	}{
		{"more than money can be", ComplianceCost{FilingsPerYear: math.MaxInt64, Minutes: 60, HourlyWage: payment.MustMoney("2 VND")}, motcua.ErrOverflow},
		{"a wage in one currency, expenses in another", ComplianceCost{FilingsPerYear: 1, Minutes: 60, HourlyWage: payment.MustMoney("2 VND"), Direct: payment.MustMoney("2 USD")}, nil},
	} {
		_, err := Statistics(New([]Procedure{{Code: "1.000001", Status: StatusPublic, Service: &Service{Cost: &c.cost}}}).At(motcua.MustDate("2026-07-25"), time.Time{}))
		if err == nil || c.is != nil && !errors.Is(err, c.is) {
			t.Errorf("%s: %v", c.reason, err)
		}
	}
	if s, err := Statistics(Snapshot{}); err != nil || s.Holding != 0 {
		t.Errorf("nothing: %+v, %v", s, err)
	}
}

// TestFeeCount: no row is not free, and a doubt is no amount.
func TestFeeCount(t *testing.T) {
	zero, some := fixed("0 VND"), fixed("5000 VND")
	day := motcua.MustDate("2026-07-25")
	before := motcua.Validity{To: day}
	for _, c := range []struct {
		reason string
		rows   []fee.Row
		want   FeeCount
	}{
		{"no row", nil, FeeCount{NoneStated: 1}},
		{"no row in force", []fee.Row{{Validity: before, Tariff: some}}, FeeCount{NoneStated: 1}},
		{"a draft", []fee.Row{{Status: fee.StatusDraft, Tariff: some}}, FeeCount{NoneStated: 1}},
		{"no row for the channel", []fee.Row{{Channels: []motcua.Channel{motcua.ChannelPost}, Tariff: some}}, FeeCount{NoneStated: 1}},
		{"free", []fee.Row{{Tariff: zero}}, FeeCount{Free: 1}},
		{"free in one case", []fee.Row{{Tariff: zero}, {Tariff: some}}, FeeCount{Amount: 1}},
		{"a part of a value", []fee.Row{{Tariff: fee.Tariff{Percent: &fee.Percent{Rate: motcua.MustDecimal("0.1")}}}}, FeeCount{Amount: 1}},
		{"in the second band", []fee.Row{{Tariff: fee.Tariff{Bands: &fee.Bands{List: []fee.Band{{}, {Each: *some.Fixed}}}}}}, FeeCount{Amount: 1}},
		{"in doubt", []fee.Row{{Tariff: some}, {Tariff: zero, Doubt: "conflict"}}, FeeCount{Doubt: 1}},
		{"incomplete", []fee.Row{{Tariff: some, Incomplete: true}}, FeeCount{Doubt: 1}},
		{"no tariff", []fee.Row{{}}, FeeCount{Doubt: 1}},
	} {
		var got FeeCount
		if got.add(c.rows, day, motcua.ChannelOnline); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.reason, got, c.want)
		}
	}
}
