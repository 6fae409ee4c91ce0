package choice

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// allMethods are written down here by hand: a new one must get a rule.
var allMethods = []payment.Method{payment.MethodPortal, payment.MethodGateway, payment.MethodTransfer, payment.MethodQR, payment.MethodCash, payment.MethodCard}

// shown writes suggestions as "portal gateway | cash: why; card: why".
func shown(s Suggestions) string {
	var b strings.Builder
	for _, c := range s.Suggested {
		b.WriteString(c.Method.String() + " ")
	}
	b.WriteString("|")
	for _, c := range s.Out {
		b.WriteString(" " + c.Method.String() + ":")
		for _, r := range c.Reasons {
			b.WriteString(" " + r.En + ";")
		}
	}
	return b.String()
}

var suggestions = []struct {
	why   string
	c     Case
	rules []Rule
	want  string
}{
	{
		"filed online, at a computer: what counts for the index first, what costs nothing before what may",
		Case{Amount: payment.MustMoney("25000 VND"), Channel: motcua.ChannelOnline, Device: DeviceDesktop, Offered: allMethods}, nil,
		"portal gateway transfer | qr: cannot be used at a computer; cash: cannot be used at a computer; card: cannot be used at a computer;",
	},
	{
		"what failed twice sinks below what failed once, and that below what did not",
		Case{Amount: payment.MustMoney("25000 VND"), Device: DeviceMobile, Offered: allMethods, Failures: map[payment.Method]int{payment.MethodPortal: 2, payment.MethodGateway: 1}}, nil,
		"transfer gateway portal | qr: cannot be used on a phone; cash: cannot be used on a phone; card: cannot be used on a phone;",
	},
	{
		"at the counter",
		Case{Amount: payment.MustMoney("25000 VND"), Channel: motcua.ChannelInPerson, Device: DeviceCounter, Offered: allMethods}, nil,
		"qr card cash | portal: cannot be used at the counter; gateway: cannot be used at the counter; transfer: cannot be used at the counter;",
	},
	{
		"500 million at the counter are too much for a quick transfer",
		Case{Amount: payment.MustMoney("500000000 VND"), Device: DeviceCounter, Offered: []payment.Method{payment.MethodQR, payment.MethodCash}}, nil,
		"cash | portal: the unit does not take it; cannot be used at the counter; gateway: the unit does not take it; cannot be used at the counter; transfer: the unit does not take it; cannot be used at the counter; qr: takes 499999999 VND at most; card: the unit does not take it;",
	},
	{
		"one đồng less is not",
		Case{Amount: payment.MustMoney("499999999 VND"), Device: DeviceCounter, Offered: []payment.Method{payment.MethodQR}}, nil,
		"qr | portal: the unit does not take it; cannot be used at the counter; gateway: the unit does not take it; cannot be used at the counter; transfer: the unit does not take it; cannot be used at the counter; cash: the unit does not take it; card: the unit does not take it;",
	},
	{
		"sent by post: who filed it stands at no counter of the unit",
		Case{Amount: payment.MustMoney("25000 VND"), Channel: motcua.ChannelPost, Offered: allMethods}, nil,
		"portal gateway transfer | qr: does not go with the way the dossier was filed; cash: does not go with the way the dossier was filed; card: does not go with the way the dossier was filed;",
	},
	{
		"nothing is known but the amount: nothing is held against it",
		Case{Amount: payment.MustMoney("25000 VND"), Offered: allMethods}, nil,
		"portal gateway transfer qr card cash |",
	},
	{
		"dollars",
		Case{Amount: payment.MustMoney("25.00 USD"), Offered: []payment.Method{payment.MethodPortal, payment.MethodQR, payment.MethodCash}}, nil,
		"cash | portal: does not take this currency; gateway: the unit does not take it; does not take this currency; transfer: the unit does not take it; does not take this currency; qr: does not take this currency; takes 499999999 VND at most; card: the unit does not take it; does not take this currency;",
	},
	{
		"rules of a unit: what costs nothing before what does, whichever stands first",
		Case{Amount: payment.MustMoney("25000 VND"), Offered: allMethods},
		[]Rule{{Method: payment.MethodCard}, {Method: payment.MethodCash, Free: true}, {Method: payment.MethodGateway}, {Method: payment.MethodPortal, Free: true}},
		"portal gateway cash card | transfer: there is no rule for it; qr: there is no rule for it;",
	},
	{
		"a device that is none",
		Case{Amount: payment.MustMoney("25000 VND"), Device: 4, Offered: allMethods}, []Rule{{Method: payment.MethodCash}, {Method: payment.MethodCard, Devices: []Device{DeviceCounter}}},
		"cash | portal: there is no rule for it; gateway: there is no rule for it; transfer: there is no rule for it; qr: there is no rule for it; card: there is no such device;",
	},
	{
		"a fee of 0 đồng",
		Case{Amount: payment.MustMoney("0 VND"), Offered: []payment.Method{payment.MethodPortal}}, []Rule{{Method: payment.MethodPortal}},
		"| portal: there is nothing to pay; gateway: there is nothing to pay; the unit does not take it; there is no rule for it; transfer: there is nothing to pay; the unit does not take it; there is no rule for it; qr: there is nothing to pay; the unit does not take it; there is no rule for it; cash: there is nothing to pay; the unit does not take it; there is no rule for it; card: there is nothing to pay; the unit does not take it; there is no rule for it;",
	},
	{
		"rules of a unit: a second rule may let in what the first keeps out",
		Case{Amount: payment.MustMoney("25000 VND"), Device: DeviceCounter, Offered: []payment.Method{payment.MethodCard}},
		[]Rule{{Method: payment.MethodCard, Least: payment.MustMoney("50000 VND")}, {Method: payment.MethodCard, Least: payment.MustMoney("25000 VND"), Devices: []Device{DeviceCounter}}},
		"card | portal: the unit does not take it; there is no rule for it; gateway: the unit does not take it; there is no rule for it; transfer: the unit does not take it; there is no rule for it; qr: the unit does not take it; there is no rule for it; cash: the unit does not take it; there is no rule for it;",
	},
	{
		"rules of a unit: below the least amount",
		Case{Amount: payment.MustMoney("49999 VND"), Offered: []payment.Method{payment.MethodCard}},
		[]Rule{{Method: payment.MethodCard, Least: payment.MustMoney("50000 VND")}},
		"| portal: the unit does not take it; there is no rule for it; gateway: the unit does not take it; there is no rule for it; transfer: the unit does not take it; there is no rule for it; qr: the unit does not take it; there is no rule for it; cash: the unit does not take it; there is no rule for it; card: takes 50000 VND or more;",
	},
}

func TestSuggest(t *testing.T) {
	for _, test := range suggestions {
		s := Suggest(&test.c, test.rules)
		if diff := cmp.Diff(test.want, shown(s)); diff != "" {
			t.Errorf("%s:\n%s", test.why, diff)
		}
		for _, o := range append(s.Suggested, s.Out...) {
			for _, r := range o.Reasons {
				if r.Vi == "" || r.En == "" || r.Vi == r.En {
					t.Errorf("%s: %v: a reason in one language: %+v", test.why, o.Method, r)
				}
			}
		}
	}
}

// Every method has a rule, and every rule a source and reasons in both languages.
func TestRules(t *testing.T) {
	rules := Rules()
	for _, m := range allMethods {
		if !slices.ContainsFunc(rules, func(r Rule) bool { return r.Method == m }) {
			t.Errorf("%v has no rule", m)
		}
	}
	if extra := payment.Method(len(allMethods) + 1); !extra.Title().IsZero() {
		t.Errorf("%v is not in the list of this test", extra)
	}
	for _, r := range rules {
		if r.Source.Basis == 0 || r.Source.Note.Vi == "" || r.Source.Note.En == "" {
			t.Errorf("%v: no source", r.Method)
		}
	}
	rules[0].Devices[0] = 0
	if Rules()[0].Devices[0] != DeviceDesktop {
		t.Error("rules are shared")
	}
}

// cases draws any case.
func cases(t *rapid.T) Case {
	c := Case{
		Channel:  motcua.Channel(rapid.IntRange(0, 3).Draw(t, "channel")),
		Device:   Device(rapid.IntRange(0, 3).Draw(t, "device")),
		Offered:  rapid.SliceOfDistinct(rapid.SampledFrom(allMethods), rapid.ID).Draw(t, "offered"),
		Failures: rapid.MapOf(rapid.SampledFrom(allMethods), rapid.IntRange(-1, 3)).Draw(t, "failures"),
	}
	c.Amount, _ = payment.NewMoney(rapid.OneOf(rapid.Int64Range(0, 2), rapid.Int64Range(499_999_998, 500_000_001), rapid.Int64Range(-5, 1e12)).Draw(t, "minor"), rapid.SampledFrom([]payment.Currency{payment.VND, payment.VND, payment.USD}).Draw(t, "currency"))
	return c
}

func TestSuggestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := cases(t)
		s := Suggest(&c, nil)
		var all []payment.Method
		for _, x := range s.Suggested {
			all = append(all, x.Method)
			if !slices.Contains(c.Offered, x.Method) || c.Amount.Sign() <= 0 {
				t.Fatalf("%v is suggested", x.Method)
			}
			for _, r := range Rules() { // one rule a method
				if r.Method == x.Method && len(r.against(&c)) > 0 {
					t.Fatalf("%v is suggested against its rule", x.Method)
				}
			}
		}
		for _, x := range s.Out {
			all = append(all, x.Method)
			if len(x.Reasons) == 0 {
				t.Fatalf("%v is out for no reason", x.Method)
			}
		}
		if slices.Sort(all); !slices.Equal(all, []payment.Method{1, 2, 3, 4, 5, 6}) {
			t.Fatalf("methods %v", all)
		}
		for i := 1; i < len(s.Suggested); i++ {
			if max(c.Failures[s.Suggested[i-1].Method], 0) > max(c.Failures[s.Suggested[i].Method], 0) {
				t.Fatalf("%v stands before %v, and failed more often", s.Suggested[i-1].Method, s.Suggested[i].Method)
			}
		}
		rand.Shuffle(len(c.Offered), func(i, j int) { c.Offered[i], c.Offered[j] = c.Offered[j], c.Offered[i] })
		if diff := cmp.Diff(s, Suggest(&c, nil)); diff != "" {
			t.Fatalf("asked again: %s", diff)
		}
	})
}

// One more failure never lifts a method, and leaves the others as they stand to each
// other.
func TestFailuresSink(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := cases(t)
		before := Suggest(&c, nil).Suggested
		if len(before) == 0 {
			return
		}
		m := rapid.SampledFrom(before).Draw(t, "method").Method
		at := func(list []Option) int { return slices.IndexFunc(list, func(x Option) bool { return x.Method == m }) }
		if c.Failures == nil {
			c.Failures = map[payment.Method]int{}
		}
		c.Failures[m] = max(c.Failures[m], 0) + 1
		after := Suggest(&c, nil).Suggested
		if at(after) < at(before) {
			t.Fatalf("%v rose from %d to %d", m, at(before), at(after))
		}
		rest := func(list []Option) (names []string) {
			for _, x := range list {
				if x.Method != m {
					names = append(names, x.Method.String())
				}
			}
			return names
		}
		if diff := cmp.Diff(rest(before), rest(after)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestSuggestJSON(t *testing.T) {
	c := Case{Amount: payment.MustMoney("25000 VND"), Device: DeviceMobile, Offered: []payment.Method{payment.MethodPortal}, Failures: map[payment.Method]int{payment.MethodPortal: 1}}
	got, err := json.Marshal(Suggest(&c, nil).Suggested)
	want := `[{"method":"portal","reasons":[{"vi":"đã không thành công 1 lần","en":"failed before: 1"},{"vi":"được tính là thanh toán trực tuyến","en":"counts as paid online"},{"vi":"người nộp không chịu thêm phí","en":"costs the payer nothing on top"}]}]`
	if string(got) != want || err != nil {
		t.Errorf("%s, %v", got, err)
	}
	if got, err := json.Marshal(Suggest(&c, []Rule{}).Suggested); string(got) != "[]" || err != nil {
		t.Errorf("%s, %v: rules that are none are not the rules of this project", got, err)
	}
	back, err := json.Marshal(c)
	var read Case
	if err == nil {
		err = json.Unmarshal(back, &read)
	}
	if diff := cmp.Diff(c, read, cmp.Comparer(func(a, b payment.Money) bool { return a == b })); diff != "" || err != nil {
		t.Errorf("%s%v", diff, err)
	}
}
