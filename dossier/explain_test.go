package dossier_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
	"pgregory.net/rapid"
)

// rulesOf are the rows that steps name.
func rulesOf(steps []workday.Step) string {
	var rules []string
	for _, s := range steps {
		rules = append(rules, s.Rule)
	}
	return strings.Join(rules, " ")
}

func TestExplainSteps(t *testing.T) {
	for _, row := range []struct {
		why, limit string
		with       []twist
		story      string
		want       string
	}{
		{"plain", "5 working days", nil, "received 03-02 09:00", "granted received workingDays due"},
		{"out of hours", "5 working days", nil, "received 03-02 18:00", "granted received start workingDays due"},
		{"filed", "5 working days", []twist{answerBy("online")}, "filed 03-02 08:00; received 03-02 09:00", "granted filed answer answered received workingDays due"},
		{"a pause", "5 working days", nil, "received 03-02 09:00; paused supplement 03-03 09:00; resumed supplement 03-04 09:00", "granted received paused workingDays pause due"},
		{"a pause that goes on", "5 working days", nil, "received 03-02 09:00; paused supplement 03-03 09:00", "granted received paused workingDays due"},
		{"a pause that does not count", "5 working days", nil, "received 03-02 09:00; paused otherBody 03-03 09:00; resumed otherBody 03-04 09:00", "granted received notExcluded workingDays due"},
		{"over Tết", "5 working days", nil, "received 02-12 09:00", "granted received dayOff workingDays due"},
		{"calendar days that roll", "5 days", nil, "received 03-02 09:00", "granted received calendarDays roll due"},
		{"the lane", "5 working days", []twist{laneTo("2 working days")}, "received 03-02 09:00; lane 03-02 09:00", "granted received workingDays lane workingDays lane due"},
		{"a stated date and a pause", "5 working days", []twist{stated("03-20 16:00")}, "received 03-02 09:00; paused supplement 03-03 09:00; resumed supplement 03-04 09:00", "granted received stated paused workingDays pause appointment pause due"},
		{"re-appointed", "5 working days", nil, "received 03-02 09:00; extended 03-05 09:00 to 03-13 16:00 sorry", "granted received extended workingDays due"},
		{"a re-appointment that was refused is not told", "5 working days", nil, "received 03-02 09:00; extended 03-06 09:00 to 03-13 16:00", "granted received workingDays due"},
		{"nor a pause before the entry above it", "5 working days", nil, "received 03-02 09:00; paused supplement 03-01 09:00", "granted received workingDays due"},
		{"an end before its beginning is told", "5 working days", nil, "received 03-02 09:00; ended 02-27 09:00", "granted received ended workingDays due"},
		{"a lane without time", "1 working days", []twist{laneBy("2 working days")}, "received 03-02 09:00; lane 03-02 09:00", "granted received workingDays due"},
		{"an appointment before the payment", "5 working days", []twist{onPayment, stated("03-06 16:00")}, "received 03-02 09:00", "granted received stated"},
		{"a pause when the time is up", "5 working days", nil, "received 03-02 09:00; paused supplement 03-09 09:00", "granted received pausedLate workingDays due"},
		{"counted anew", "5 working days", []twist{restart}, "received 03-02 09:00; paused supplement 03-03 09:00; resumed supplement 03-04 09:00", "granted received paused restart workingDays due"},
		{"a new date with the supplement", "5 working days", nil, "received 03-02 09:00; paused supplement 03-03 09:00; resumed supplement 03-04 09:00 to 03-20 16:00", "granted received paused stated workingDays pause due"},
		{"a lane before a re-appointment", "5 working days", []twist{laneTo("2 working days")}, "received 03-02 09:00; lane 03-02 09:00; extended 03-03 09:00 to 03-13 16:00 sorry", "granted received extended workingDays lane due"},
		{"ended and reopened", "5 working days", nil, "received 03-02 09:00; ended 03-03 09:00; reopened 03-04 09:00", "granted received ended reopened workingDays due"},
		{"no limit", "", nil, "received 03-02 09:00", "received"},
		{"not received", "5 working days", nil, "", "granted"},
	} {
		ledger, _ := termsOf(t, row.limit, row.with...).Ledger(storyOf(t, row.story))
		if got := rulesOf(ledger.Explain()); got != row.want {
			t.Errorf("%s: %s, want %s", row.why, got, row.want)
		}
	}
}

// TestExplainPauses: when the pauses of a story are told to have ended.
func TestExplainPauses(t *testing.T) {
	for _, row := range []struct{ why, story, want string }{
		{"of one reason twice at once the outer ends with the second end", "received 03-02 09:00; paused supplement 03-03 09:00; paused supplement 03-04 09:00; resumed supplement 03-05 09:00; resumed supplement 03-06 09:00", "03-06 09:00, 03-05 09:00"},
		{"a request from before the reception ends with it", "filed 03-02 08:00; paused supplement 03-02 08:30; received 03-04 09:00", "03-04 09:00"},
		{"another pause from before the reception goes on", "filed 03-02 08:00; paused supplement 03-02 08:30; paused financialObligation 03-02 08:40; received 03-04 09:00", "03-04 09:00, open"},
		{"a pause ends with the dossier", "received 03-02 09:00; paused financialObligation 03-03 09:00; ended 03-05 09:00", "03-05 09:00"},
		{"a second reception, which is refused, ends no request", "received 03-02 09:00; paused supplement 03-03 09:00; received 03-04 09:00", "open"},
		{"an answer before the request, which is refused, ends nothing", "received 03-02 09:00; paused supplement 03-04 09:00; resumed supplement 03-03 09:00", "open"},
		{"an end beyond the calendar, which is refused, ends nothing", "received 03-02 09:00; paused supplement 03-03 09:00; resumed supplement 2150-01-01 09:00; resumed supplement 03-04 09:00", "03-04 09:00"},
		{"the end of another pause ends nothing", "received 03-02 09:00; paused supplement 03-03 09:00; paused financialObligation 03-03 10:00; resumed supplement 03-04 09:00", "03-04 09:00, open"},
	} {
		ledger, _ := termsOf(t, "5 working days").Ledger(storyOf(t, row.story))
		if got := pauseEnds(t, ledger.Explain()); got != row.want {
			t.Errorf("%s: %q, want %q", row.why, got, row.want)
		}
	}
}

// pauseEnds are the ends of pauses that are told.
func pauseEnds(t testing.TB, steps []workday.Step) string {
	t.Helper()
	var ends []string
	for _, s := range steps {
		if s.Rule != "paused" {
			continue
		}
		end, err := time.Parse(time.RFC3339Nano, s.Result)
		if err != nil {
			ends = append(ends, s.Result)
			continue
		}
		ends = append(ends, clock(end))
	}
	return strings.Join(ends, ", ")
}

// TestExplainSources: a step names the row it rests on: the act of the limit, the
// row of the reason or that of the limit's own exclusion, the rule about
// re-appointments.
func TestExplainSources(t *testing.T) {
	act := motcua.Source{Act: "1/2026/QĐ-UBND", Article: "Điều 3", Basis: motcua.BasisOurs}
	own := motcua.Source{Act: "2/2026/QĐ-UBND", Basis: motcua.BasisOurs}
	terms := termsOf(t, "5 working days", answerBy("online"), laneTo("4 working days"))
	terms.Limit.Source, terms.Limit.Lane.Source = act, own
	terms.Limit.Excluded = []workday.Exclusion{{Reason: "otherBody", Source: own}, {Reason: "inspection"}}
	ledger, faults := terms.Ledger(storyOf(t, `filed 03-02 08:00; received 03-02 09:00; lane 03-02 09:00; paused otherBody 03-03 09:00; resumed otherBody 03-03 10:00;
		paused inspection 03-03 10:00; resumed inspection 03-03 11:00; paused forwarding 03-03 11:00; resumed forwarding 03-03 11:30; extended 03-04 09:00 to 03-13 16:00 sorry`))
	if faults.Err() != nil {
		t.Fatal(faults)
	}
	rules := dossier.StandardClockRules()
	want := map[string][]motcua.Source{
		"granted": {act}, "lane": {own}, "paused": {own, rules.Reasons[4].Source}, "notExcluded": {rules.Reasons[5].Source}, "extended": {rules.Extension.Source},
	}
	got := map[string][]motcua.Source{}
	for _, s := range ledger.Explain() {
		got[s.Rule] = append(got[s.Rule], s.Source)
	}
	for rule, sources := range want {
		if !slices.Equal(got[rule], sources) {
			t.Errorf("%s rests on %v, want %v", rule, got[rule], sources)
		}
	}
	terms.Rules = rules
	terms.Answer, _ = rules.Answer("online")
	if ledger, _ = terms.Ledger(storyOf(t, "filed 03-02 08:00")); !slices.ContainsFunc(ledger.Explain(), func(s workday.Step) bool { return s.Rule == "answer" && s.Source == rules.Answers[0].Source }) {
		t.Errorf("the answer rests on no row: %+v", ledger.Explain())
	}
}

// TestExplainLaws: whatever happened, every step is said in both languages, can be
// written, and the last one is the due date.
func TestExplainLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &drawing{t: t}
		terms, entries := g.terms(), g.entries(8)
		ledger, _ := terms.Ledger(entries)
		steps := ledger.Explain()
		for _, s := range steps {
			if s.Rule == "" || s.Result == "" || s.Text.Vi == "" || s.Text.En == "" || s.Inputs == nil {
				t.Fatalf("%+v", s)
			}
		}
		data, err := json.Marshal(steps)
		var again []workday.Step
		if err != nil || json.Unmarshal(data, &again) != nil || len(again) != len(steps) {
			t.Fatalf("%s, %v", data, err)
		}
		due, ok := ledger.Due()
		if !ok {
			return
		}
		last := steps[len(steps)-1]
		at, err := time.Parse(time.RFC3339Nano, last.Result)
		if last.Rule != "due" || err != nil || !at.Equal(due) {
			t.Fatalf("due %v, and the last step is %+v", due, last)
		}
	})
}

// TestEveryCode: every fault of this package has been met.
func TestEveryCode(t *testing.T) {
	terms := termsOf(t, "5 working days")
	seen := map[string]bool{}
	for _, story := range []string{
		"something 03-02 09:00", "received 03-02 09:00; paused supplement 03-01 09:00", "resumed supplement 03-02 09:00", "paused weather 03-02 09:00",
		"received 03-02 09:00; extended 03-03 09:00 to 03-20 09:00", "received 2200-03-02 09:00", "received 03-02 09:00; lane 03-02 09:00", "received 03-02 09:00; paused otherBody 03-03 09:00",
	} {
		_, faults := terms.Ledger(storyOf(t, story))
		for _, f := range faults {
			seen[f.Code] = true
			if warning := f.Code == "DOS-CLK-08"; warning != (f.Severity == motcua.SeverityWarning) || f.Message.Vi == "" || f.Message.En == "" {
				t.Errorf("%+v", f)
			}
			if count := f.Code == "DOS-CLK-06"; count != (f.Cause != nil) {
				t.Errorf("%+v: cause %v", f, f.Cause)
			}
		}
	}
	_, faults := dossier.ParseClockRules([]byte(strings.Replace(string(shippedRules(t)), `"most": 1`, `"most": -1`, 1)))
	for _, f := range faults {
		seen[f.Code] = true
	}
	for i := range 9 {
		if code := "DOS-CLK-0" + string(rune('1'+i)); !seen[code] {
			t.Errorf("%s is never met", code)
		}
	}
}

// TestNames: every vocabulary reads what it writes, and refuses what it does not.
func TestNames(t *testing.T) {
	type vocabulary interface {
		String() string
		MarshalText() ([]byte, error)
	}
	check := func(name string, most int, make func(uint8) vocabulary, read func([]byte) (vocabulary, error)) {
		for i := range most + 2 {
			v := make(uint8(i))
			text, err := v.MarshalText()
			if named := i > 0 && i <= most; (err == nil) != named || named && string(text) != v.String() {
				t.Errorf("%s %d: %q, %v", name, i, text, err)
			} else if back, err := read([]byte(v.String())); named != (err == nil) || named && back != v {
				t.Errorf("%s %s: read as %v, %v", name, v, back, err)
			}
		}
	}
	check("entry", 8, func(n uint8) vocabulary { return dossier.EntryKind(n) }, func(b []byte) (vocabulary, error) {
		var v dossier.EntryKind
		err := v.UnmarshalText(b)
		return v, err
	})
	check("status", 5, func(n uint8) vocabulary { return dossier.Status(n) }, func(b []byte) (vocabulary, error) {
		var v dossier.Status
		err := v.UnmarshalText(b)
		return v, err
	})
	check("verdict", 7, func(n uint8) vocabulary { return dossier.Verdict(n) }, func(b []byte) (vocabulary, error) {
		var v dossier.Verdict
		err := v.UnmarshalText(b)
		return v, err
	})
	check("reason", 5, func(n uint8) vocabulary { return dossier.IndexReason(n) }, func(b []byte) (vocabulary, error) {
		var v dossier.IndexReason
		err := v.UnmarshalText(b)
		return v, err
	})
	check("change", 5, func(n uint8) vocabulary { return dossier.Change(n) }, func(b []byte) (vocabulary, error) {
		var v dossier.Change
		err := v.UnmarshalText(b)
		return v, err
	})
}
