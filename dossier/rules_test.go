package dossier_test

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/internal/schematest"
)

func shippedRules(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("clockrules.json")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestShippedRules: they parse, and every row says on what ground it stands.
func TestShippedRules(t *testing.T) {
	rules, faults := dossier.ParseClockRules(shippedRules(t))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if !reflect.DeepEqual(rules, dossier.StandardClockRules()) {
		t.Error("the standard rules are others")
	}
	sources := map[string]motcua.Source{"extension": rules.Extension.Source, "stated": rules.Stated.Source, "index": rules.Index.Source}
	var ids []string
	for _, r := range rules.Reasons {
		sources["reason "+r.ID] = r.Source
		ids = append(ids, r.ID)
		if r.Title.Vi == "" || r.Title.En == "" {
			t.Errorf("%s has no title in both languages", r.ID)
		}
	}
	for _, a := range rules.Answers {
		sources["answer "+a.ID] = a.Source
		if limit, ok := rules.Answer(a.ID); !ok || limit.Limit.IsZero() {
			t.Errorf("%s: %v, %t", a.ID, limit, ok)
		}
	}
	for name, source := range sources {
		if _, err := source.Basis.MarshalText(); err != nil || source.Act == "" && source.Note.IsZero() {
			t.Errorf("%s rests on %q", name, source)
		}
	}
	if got := strings.Join(ids, " "); got != "supplement financialObligation otherBody consultation inspection forwarding draft" {
		t.Errorf("reasons %s", got)
	}
	if _, ok := rules.Answer("telegram"); ok {
		t.Error("an answer of no row")
	}
}

// TestRulesAreCopies: whoever changes theirs changes nobody else's.
func TestRulesAreCopies(t *testing.T) {
	mine := dossier.StandardClockRules()
	mine.Reasons[0].Always, mine.Extension.Most = false, 7
	if theirs := dossier.StandardClockRules(); !theirs.Reasons[0].Always || theirs.Extension.Most != 1 {
		t.Error("the standard rules can be changed")
	}
	if ledger, _ := termsOf(t, "5 working days").Ledger(storyOf(t, "received 03-02 09:00; paused supplement 03-03 09:00")); ledger.Status() != dossier.StatusPaused {
		t.Error("the rules behind nil can be changed")
	}
}

// TestRuleFaults: all that is wrong with a document is said at once.
func TestRuleFaults(t *testing.T) {
	broken := strings.NewReplacer(
		`"id": "financialObligation"`, `"id": "supplement"`,
		`"id": "otherBody"`, `"id": ""`,
		`"id": "paper"`, `"id": "online"`,
		`"amount": "8"`, `"amount": "0"`,
		`"most": 1`, `"most": -1`,
		`"supplements": 1`, `"supplements": -1`,
	).Replace(string(shippedRules(t)))
	rules, faults := dossier.ParseClockRules([]byte(broken))
	want := []string{"/reasons/1/id", "/reasons/2/id", "/answers/0/limit/terms/0/amount", "/answers/1/id", "/extension/most", "/index/supplements"}
	var got []string
	for _, f := range faults {
		got = append(got, f.Pointer)
		if own := strings.HasPrefix(f.Pointer, "/answers/0"); !own && f.Code != "DOS-CLK-09" || f.Line == 0 || f.Message.Vi == "" || f.Message.En == "" {
			t.Errorf("%+v", f)
		}
	}
	if !reflect.DeepEqual(got, want) || rules == nil {
		t.Errorf("faults at %q, want %q", got, want)
	}
	many := dossier.StandardClockRules()
	for i := range 40 {
		many.Reasons = append(many.Reasons, dossier.Reason{ID: strings.Repeat("x", i+1), Source: motcua.Source{Basis: motcua.BasisOurs}})
	}
	data, err := json.Marshal(many)
	if err != nil {
		t.Fatal(err)
	}
	if _, faults := dossier.ParseClockRules(data); len(faults) != 1 || faults[0].Code != "DOS-CLK-09" || faults[0].Pointer != "/reasons" {
		t.Errorf("47 reasons: %v", faults)
	}
	terms := termsOf(t, "5 working days")
	terms.Rules = many
	if _, faults := terms.Ledger(storyOf(t, "received 03-02 09:00; paused "+many.Reasons[40].ID+" 03-03 09:00")); faultText(faults) != "DOS-CLK-04 /1" {
		t.Errorf("a reason beyond the most there may be: %v", faults)
	}
	for _, text := range []string{"", "{}", "[]", `{"reasons": 1}`, "null", `{"reasons": [], "reasons": []}`} {
		if _, faults := dossier.ParseClockRules([]byte(text)); faults.Err() == nil {
			t.Errorf("%q is taken", text)
		}
	}
}

// TestSchemaAndCheckAgree: the shipped rules are right in the eyes of both, faults
// planted in them are wrong in the eyes of both, or of the rules alone where no
// schema can say it.
func TestSchemaAndCheckAgree(t *testing.T) {
	rules := schematest.Sides(t, dossier.Documents())["clockRules"]
	if rules.ID != "https://github.com/motcua/motcua/schema/clockRules-1.json" {
		t.Errorf("the $id is %q", rules.ID)
	}
	shipped := string(shippedRules(t))
	if err := rules.Refusal([]byte(shipped)); err != nil {
		t.Error(err)
	}
	if faults := rules.Check([]byte(shipped)); len(faults) > 0 {
		t.Error(faults)
	}
	for _, row := range []struct{ why, from, to, by string }{
		{"an unknown member", `"always": true`, `"never": true, "always": true`, "both"},
		{"a member missing", `"midnightEnds": true, `, ``, "both"},
		{"a source missing", `"always": true, "supplement": true, "payment": false, "source"`, `"always": true, "supplement": true, "payment": false, "sauce"`, "both"},
		{"no such basis", `"basis": "press"`, `"basis": "rumour"`, "both"},
		{"no such unit", `"unit": "officeHours"`, `"unit": "moons"`, "both"},
		{"an amount as a number", `"amount": "8"`, `"amount": 8`, "both"},
		{"text for a number", `"most": 1`, `"most": "1"`, "both"},
		{"a number for a truth", `"apology": true`, `"apology": 1`, "both"},
		{"rows that are no list", `"answers": [`, `"answers": {"x": 1}, "more": [`, "both"},
		{"a broken document", `"index": {`, `"index": `, "both"},
		{"an id twice", `"id": "financialObligation"`, `"id": "supplement"`, "rule"},
		{"no id", `"id": "otherBody"`, `"id": ""`, "rule"},
		{"below zero", `"most": 1`, `"most": -1`, "rule"},
		{"a time of nothing", `"amount": "8"`, `"amount": "0"`, "rule"},
	} {
		planted := strings.Replace(shipped, row.from, row.to, 1)
		if planted == shipped {
			t.Errorf("%s: there is no %s", row.why, row.from)
			continue
		}
		by := map[[2]bool]string{{true, true}: "both", {false, true}: "rule", {true, false}: "schema", {}: "none"}[[2]bool{
			rules.Refusal([]byte(planted)) != nil, rules.Check([]byte(planted)).Err() != nil,
		}]
		if by != row.by {
			t.Errorf("%s: refused by %s, want %s:\n%v\n%v", row.why, by, row.by, rules.Refusal([]byte(planted)), rules.Check([]byte(planted)))
		}
	}
}
