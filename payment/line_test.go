package payment_test

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// soundLine is a fee of which half is taken off and the rest supported; faults are
// planted in it.
const soundLine = `{
  "code": "LP01",
  "name": {"vi": "Lệ phí mẫu", "en": "Sample fee"},
  "kind": "le-phi",
  "quantity": "1",
  "full": {"amount": "70000", "currency": "VND"},
  "amount": {"amount": "35000", "currency": "VND"},
  "support": {"amount": "35000", "currency": "VND"},
  "rule": "sample-2026",
  "source": {"act": "1/2026/NQ-HĐND", "article": "Điều 1", "basis": "law"},
  "changes": [
    {"kind": "reduction", "rule": "online-half", "title": {"vi": "Nộp trực tuyến", "en": "Filed online"},
     "amount": {"amount": "35000", "currency": "VND"}, "source": {"act": "2/2026/NQ-HĐND", "basis": "law"}},
    {"kind": "support", "rule": "online-support", "title": {"vi": "Hỗ trợ", "en": "Support"},
     "amount": {"amount": "35000", "currency": "VND"}, "source": {"act": "3/2026/NQ-HĐND", "basis": "law"}}
  ],
  "reason": {"vi": "giảm một nửa, phần còn lại được hỗ trợ", "en": "reduced by half, the rest supported"}
}`

func TestSoundLine(t *testing.T) {
	line, faults := payment.ParseLine([]byte(soundLine))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	text, err := json.Marshal(line)
	if err != nil {
		t.Fatal(err)
	}
	again, faults := payment.ParseLine(text)
	if diff := cmp.Diff(line, again, cmp.Comparer(func(a, b payment.Money) bool { return a == b }), cmp.Comparer(func(a, b motcua.Decimal) bool { return a == b })); diff != "" || len(faults) > 0 {
		t.Errorf("written and read again (-want +got): %v\n%s", faults, diff)
	}
}

// TestLinesThatStay: what looks odd and is sound.
func TestLinesThatStay(t *testing.T) {
	source := motcua.Source{Act: "1/2026/NQ-HĐND", Basis: motcua.BasisLaw}
	base := payment.Line{Name: motcua.Text{Vi: "Lệ phí"}, Kind: payment.KindLePhi, Quantity: motcua.MustDecimal("1"), Rule: "r", Source: source}
	exempt := payment.Change{Kind: payment.ChangeExemption, Rule: "e", Title: motcua.Text{Vi: "Miễn"}, Amount: payment.MustMoney("8000 VND"), Source: source}
	for name, change := range map[string]func(*payment.Line){
		"free by its row": func(l *payment.Line) { l.Full, l.Amount = payment.MustMoney("0 VND"), payment.MustMoney("0 VND") },
		"exempted":        func(l *payment.Line) { l.Amount, l.Changes = payment.MustMoney("0 VND"), []payment.Change{exempt} },
		"no copies": func(l *payment.Line) {
			l.Quantity = motcua.Decimal{}
			l.Full = payment.MustMoney("0 VND")
			l.Amount = l.Full
		},
		"support of 0":          func(l *payment.Line) { l.Support = payment.MustMoney("0 VND") },
		"reason left out in Go": func(l *payment.Line) { l.Reason = motcua.Text{} },
	} {
		line := base
		line.Full, line.Amount = payment.MustMoney("8000 VND"), payment.MustMoney("8000 VND")
		change(&line)
		if faults := line.Check(); len(faults) > 0 {
			t.Errorf("%s: %v", name, faults)
		}
	}
}

// badLines are changes of the sound line, old for new, and what is found.
var badLines = []struct {
	name, old, new string
	want           []string
}{
	{"no name", `"Lệ phí mẫu", "en": "Sample fee"`, `"", "en": ""`, []string{"/name PAY-LINE-05"}},
	{"no rule", `"sample-2026"`, `""`, []string{"/rule PAY-LINE-05"}},
	{"no source member", `"source": {"act": "1/2026/NQ-HĐND", "article": "Điều 1", "basis": "law"},`, ``, []string{"/source DOC-MEMBER-03"}},
	{"no basis", `, "article": "Điều 1", "basis": "law"`, ``, []string{"/source/basis DOC-MEMBER-03"}},
	{"negative quantity", `"quantity": "1"`, `"quantity": "-0.5"`, []string{"/quantity PAY-LINE-06"}},
	{"a quantity that is a number", `"quantity": "1"`, `"quantity": 1`, []string{"/quantity DOC-VALUE-01"}},
	{"unknown kind", `"kind": "le-phi"`, `"kind": "thuế"`, []string{"/kind DOC-VALUE-02"}},
	{"negative amount", `"amount": {"amount": "35000"`, `"amount": {"amount": "-35000"`, []string{"/amount PAY-LINE-01"}},
	{"negative full amount", `"full": {"amount": "70000"`, `"full": {"amount": "-70000"`, []string{"/full PAY-LINE-01"}},
	{"another currency", `"support": {"amount": "35000", "currency": "VND"`, `"support": {"amount": "35000", "currency": "USD"`, []string{"/support PAY-LINE-03"}},
	{"no currency", `"full": {"amount": "70000", "currency": "VND"}`, `"full": {"amount": "0"}`, []string{"/full PAY-LINE-03"}},
	{"sum", `"full": {"amount": "70000"`, `"full": {"amount": "70001"`, []string{"/changes PAY-LINE-02"}},
	{"more taken off than there is", `"full": {"amount": "70000"`, `"full": {"amount": "0"`, []string{"/changes PAY-LINE-02"}},
	{"support left out", `  "support": {"amount": "35000", "currency": "VND"},`, ``, []string{"/changes PAY-LINE-04"}},
	{"no changes", soundLine[strings.Index(soundLine, `"changes"`):strings.Index(soundLine, `"reason"`)], ``, []string{"/changes PAY-LINE-02", "/changes PAY-LINE-04"}},
	{"unreadable changes", `"changes": [`, `"changes": {}, "rest": [`, []string{"/changes DOC-VALUE-01", "/rest DOC-MEMBER-02"}}, // no sums beside them
	{"misspelt changes", `"changes"`, `"chagnes"`, []string{"/chagnes DOC-MEMBER-02"}},
	{"change without title", `"vi": "Hỗ trợ", "en": "Support"`, `"vi": "", "en": ""`, []string{"/changes/1/title PAY-LINE-05"}},
	{"change without rule", `"online-half"`, `""`, []string{"/changes/0/rule PAY-LINE-05"}},
	{"change of no kind", `"kind": "reduction"`, `"kind": "giảm"`, []string{"/changes/0/kind DOC-VALUE-02"}},
	{"change in no currency", `{"amount": "35000", "currency": "VND"}, "source": {"act": "2/`, `{"amount": "0"}, "source": {"act": "2/`, []string{"/changes/0/amount PAY-LINE-03"}},
	{"amount that is none, no sums", `"full": {"amount": "70000"`, `"full": {"amount": "70.000"`, []string{"/full/amount PAY-MNY-01"}},
	{"amount of nothing", `"full": {"amount": "70000", "currency": "VND"}`, `"full": {"amount": "5"}`, []string{"/full/currency PAY-MNY-02"}},
}

func TestBadLines(t *testing.T) {
	for _, c := range badLines {
		text := strings.Replace(soundLine, c.old, c.new, 1)
		if text == soundLine {
			t.Errorf("%s: nothing was changed", c.name)
		}
		_, faults := payment.ParseLine([]byte(text))
		if diff := cmp.Diff(c.want, places(faults)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestUnsetLine: all that a line made in Go lacks, at once and in order.
func TestUnsetLine(t *testing.T) {
	want := []string{"/amount PAY-LINE-03", "/full PAY-LINE-03", "/kind PAY-LINE-05", "/name PAY-LINE-05", "/rule PAY-LINE-05", "/source PAY-LINE-05"}
	if diff := cmp.Diff(want, places(payment.Line{}.Check())); diff != "" {
		t.Errorf("the zero line (-want +got):\n%s", diff)
	}
	most := payment.MustMoney(most)
	source := motcua.Source{Act: "1/2026/NQ-HĐND"}
	line := payment.Line{
		Name: motcua.Text{En: "Fee"}, Kind: payment.KindPhi, Rule: "r", Full: most, Amount: payment.MustMoney("2 VND"), Support: most,
		Source: motcua.Source{Act: "1/2026/NQ-HĐND", Basis: motcua.BasisLaw},
		Changes: []payment.Change{
			{Kind: payment.ChangeReduction, Rule: "a", Title: motcua.Text{En: "A"}, Amount: most, Source: source},
			{Kind: payment.ChangeExemption, Rule: "b", Title: motcua.Text{En: "B"}, Amount: most},
		},
	}
	want = []string{
		"/changes PAY-LINE-02", // twice the most is taken off, which int64 would take for -2
		"/changes PAY-LINE-04", "/changes/0/source/basis PAY-LINE-05", "/changes/1/source PAY-LINE-05", "/support PAY-LINE-04",
	}
	if diff := cmp.Diff(want, places(line.Check())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	line.Changes[1].Kind = payment.ChangeReduction // does not even add up
	if got := places(line.Check()); got[0] != "/changes PAY-LINE-02" {
		t.Errorf("%v", got)
	}
}

// TestEveryCodeIsProvoked: each code that the source declares is found by some row of
// bad input.
func TestEveryCodeIsProvoked(t *testing.T) {
	source, err := os.ReadFile("faults.go")
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, c := range badMoney {
		found = append(found, c.want...)
	}
	for _, c := range badLines {
		found = append(found, c.want...)
	}
	for _, c := range badOpenings {
		found = append(found, c.want...)
	}
	for _, c := range badClaims {
		found = append(found, c.want...)
	}
	for _, c := range badCommands {
		found = append(found, c.want...)
	}
	for _, c := range badEvents {
		found = append(found, c.want...)
	}
	for _, c := range badReplays {
		found = append(found, c.want...)
	}
	for _, m := range regexp.MustCompile(`= "(PAY-[A-Z]+-\d\d)"`).FindAllSubmatch(source, -1) {
		if code := string(m[1]); !slices.ContainsFunc(found, func(place string) bool { return strings.HasSuffix(place, " "+code) }) {
			t.Errorf("no row provokes %s", code)
		}
	}
}

func TestLineTotals(t *testing.T) {
	fee := func(s string) payment.Line {
		return payment.Line{Full: payment.MustMoney("99 EUR"), Amount: payment.MustMoney(s)}
	}
	got, err := payment.LineTotals([]payment.Line{fee("0 VND"), fee("25 USD"), fee("8000 VND"), fee("0.50 USD")})
	if err != nil || len(got) != 2 || got[0].String() != "8000 VND" || got[1].String() != "25.50 USD" {
		t.Errorf("%v, %v", got, err)
	}
	if got, err := payment.LineTotals(nil); got != nil || err != nil {
		t.Errorf("no lines: %v, %v", got, err)
	}
}
