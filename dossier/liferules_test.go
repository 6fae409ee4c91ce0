package dossier_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
)

// TestShippedLifeRules: they parse without a fault, every row says on what ground it
// stands, and whoever changes theirs changes nobody else's.
func TestShippedLifeRules(t *testing.T) {
	data, err := os.ReadFile("liferules.json")
	if err != nil {
		t.Fatal(err)
	}
	rules, faults := dossier.ParseLifeRules(data)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if !reflect.DeepEqual(rules, dossier.StandardLifeRules()) {
		t.Error("the standard rules are others")
	}
	sources := []motcua.Source{rules.Default.Source}
	clock := dossier.StandardClockRules()
	for _, row := range rules.Procedures {
		sources = append(sources, row.Source)
		for _, own := range row.Own {
			sources = append(sources, own.Source)
			if own.Limit.IsZero() || own.Reason != "supplement" {
				t.Errorf("%s: %+v", row.Code, own)
			}
		}
	}
	for _, row := range rules.Answers {
		sources = append(sources, row.Source)
		if _, ok := clock.Answer(row.Answer); !ok {
			t.Errorf("no rule of the clock knows the answer %s", row.Answer)
		}
	}
	for _, source := range sources {
		if source.Basis == 0 || source.Note.Vi == "" || source.Note.En == "" {
			t.Errorf("%+v", source)
		}
	}
	rules.Default.Supplements, rules.Answers[0].Answer = 9, "never"
	if other := dossier.StandardLifeRules(); other.Default.Supplements != 1 || other.Answers[0].Answer != "online" {
		t.Error("the standard rules can be changed")
	}
}

// TestLifeRuleFaults: all that is wrong with rules is said at once.
func TestLifeRuleFaults(t *testing.T) {
	broken := strings.NewReplacer(
		`"default":{"supplements":1`, `"default":{"code":"1.000001","supplements":-1`,
		`"code":"1.013218","supplements":1`, `"code":"1.014232","supplements":-2`,
		`"code":"2.000795"`, `"code":"2.000795.000.00.00.H26"`,
		`"amount":"12"`, `"amount":"0"`,
		`"channel":"post"`, `"channel":"online"`,
	).Replace(string(eventOf(t, dossier.StandardLifeRules())))
	want := "DOS-RUL-01 /answers/1/channel, DOS-RUL-01 /default/code, DOS-RUL-01 /default/supplements, DOS-RUL-01 /procedures/1/code, " +
		"DOS-RUL-01 /procedures/1/supplements, DOS-RUL-01 /procedures/2/code, CAL-LIM-01 /procedures/3/own/0/limit/terms/0/amount"
	if _, faults := dossier.ParseLifeRules([]byte(broken)); told(faults) != want {
		t.Errorf("%s, want %s", told(faults), want)
	}
	for _, text := range []string{"", "{}", "[]", `{"default": 1}`, "null", `{"answers": [], "answers": []}`} {
		if _, faults := dossier.ParseLifeRules([]byte(text)); faults.Err() == nil {
			t.Errorf("%q is taken", text)
		}
	}
}
