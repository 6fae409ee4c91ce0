package scoring_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// TestRefusedBySchemaIsFault mutates sound documents: whatever their schema
// refuses, Check finds a fault in. Check alone may refuse more, but no shape: no
// member that is missing, unknown or of another type.
func TestRefusedBySchemaIsFault(t *testing.T) {
	sides, bases := schemaSides(t), schemaBases(t)
	kinds := []string{"definition", "extension", "counts", "result", "statement", "finding"}
	trees := map[string][]*jsonTree{}
	for kind, list := range bases {
		for _, data := range list {
			trees[kind] = append(trees[kind], parseTree(t, data))
		}
	}
	refused := 0
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom(kinds).Draw(t, "kind")
		document := rapid.SampledFrom(trees[kind]).Draw(t, "document").clone()
		for range rapid.IntRange(1, 3).Draw(t, "mutations") {
			mutate(t, document)
		}
		data := document.append(nil)
		faults := sides[kind].Check(data)
		refusal := sides[kind].Refusal(data)
		if refusal != nil {
			refused++
		}
		if refusal != nil && faults.Err() == nil {
			t.Fatalf("the schema of %s refuses what Check accepts: %v\n%s", kind, refusal, data)
		}
		if shape := shapeFault(faults); refusal == nil && shape != nil {
			t.Fatalf("the schema of %s accepts a shape that Check refuses: %v\n%s", kind, shape, data)
		}
	})
	if refused == 0 {
		t.Error("no mutation was refused")
	}
}

// shapeFault is a fault that a schema can see; where a member stands twice the
// two look at different ones.
func shapeFault(faults motcua.Faults) *motcua.Fault {
	if slices.ContainsFunc(faults, func(f *motcua.Fault) bool { return f.Code == "DOC-MEMBER-01" }) {
		return nil
	}
	for _, f := range faults {
		if f.Code == "DOC-MEMBER-02" || f.Code == "DOC-MEMBER-03" || f.Code == "DOC-VALUE-01" {
			return f
		}
	}
	return nil
}

// mutate changes one place of a document.
func mutate(t *rapid.T, document *jsonTree) {
	spots := document.spots()
	if len(spots) == 0 {
		return
	}
	s := rapid.SampledFrom(spots).Draw(t, "spot")
	other := rapid.SampledFrom(spots).Draw(t, "other")
	switch rapid.SampledFrom([]string{"cut", "twin", "retype", "move", "rename", "edit"}).Draw(t, "mutation") {
	case "cut":
		s.cut()
	case "twin":
		s.twin()
	case "retype":
		s.in.items[s.at] = &jsonTree{scalar: rapid.SampledFrom(strangeValues).Draw(t, "value")}
	case "move":
		s.in.items[s.at] = other.item().clone()
	case "rename":
		if s.in.object {
			s.in.names[s.at] = rapid.SampledFrom([]string{"", "extends", "null", "Num", s.in.names[s.at] + "s", "indicators"}).Draw(t, "name")
		}
		if s.in.object && other.in.object {
			s.in.names[s.at] = other.in.names[other.at]
		}
	case "edit":
		if text, ok := strings.CutSuffix(s.item().scalar, `"`); ok {
			s.in.items[s.at] = &jsonTree{scalar: text + rapid.SampledFrom([]string{"0", ".0", "-", "/", " ", `\n`, "é"}).Draw(t, "more") + `"`}
		}
	}
}

var strangeValues = []string{
	"null", "true", "0", "1", "-1", "6", "7", "1.0", "1e2", "9007199254740992", "9223372036854775808", "[]", "{}", "[null]",
	`""`, `"1"`, `"-0"`, `"0.5"`, `"1e2"`, `"2026-02-30"`, `"2026-12-31"`, `"2026-W54"`, `"leaf"`, `"zero"`, `"null"`,
	`{"rule": "zero"}`, `{"kind": "linear"}`, `{"vi": "a", "en": "b"}`, `{"num": 1, "den": 2}`, `{"flag": "feeDue"}`,
	`[{"period": "month", "by": 0}]`, `["TRIAL"]`, `"OURS"`,
}

// schemaPattern is the pattern a schema holds a member to.
func schemaPattern(t testing.TB, document, definition, member string) *regexp.Regexp {
	t.Helper()
	var schema struct {
		Defs map[string]struct {
			Properties map[string]struct{ Pattern string }
		} `json:"$defs"`
	}
	if err := json.Unmarshal(schemaSides(t)[document].Schema, &schema); err != nil {
		t.Fatal(err)
	}
	pattern := schema.Defs[definition].Properties[member].Pattern
	if pattern == "" {
		t.Fatalf("%s.%s has no pattern", definition, member)
	}
	return regexp.MustCompile(pattern)
}

// TestDecimalPattern: the pattern is ParseDecimal but for two rules, that the
// number fits 64 bits and that there is no minus zero.
func TestDecimalPattern(t *testing.T) {
	pattern := schemaPattern(t, "finding", "Finding", "stated")
	number := rapid.Map(rapid.Int64(), func(n int64) string { return fmt.Sprint(n) })
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(
			number,
			rapid.Map(number, func(s string) string { return s[:len(s)-1] + "." + s[len(s)-1:] }),
			rapid.StringMatching(`-?[0-9]{1,20}(\.[0-9]{0,19})?`),
			rapid.StringMatching(`-?0?[0-9]?\.?0{0,19}`),
			rapid.StringMatching(`[-+]?[0-9]{0,3}[.,eE٣]?[0-9]{0,3}[ \n]?`),
		).Draw(t, "text")
		_, err := motcua.ParseDecimal(s)
		rule := errors.Is(err, motcua.ErrOverflow) || strings.HasPrefix(s, "-") && strings.Trim(s, "-0.") == ""
		if match := pattern.MatchString(s); match != (err == nil) && (!match || !rule) {
			t.Fatalf("%q: the pattern says %t, ParseDecimal %v", s, match, err)
		}
	})
}

// TestPeriodPattern: whatever ParsePeriod reads, and whatever a Period writes,
// the pattern accepts.
func TestPeriodPattern(t *testing.T) {
	pattern := schemaPattern(t, "counts", "CountsLine", "period")
	if pattern.String() != schemaPattern(t, "result", "Scorecard", "period").String() {
		t.Error("counts and results have periods of two kinds")
	}
	holds := func(t rapid.TB, s string) bool {
		p, err := scoring.ParsePeriod(s)
		if err == nil && (!pattern.MatchString(s) || !pattern.MatchString(p.String())) {
			t.Errorf("ParsePeriod reads %q as %q, the pattern refuses one of them", s, p)
		}
		return err == nil
	}
	for _, year := range []string{"0001", "1999", "2000", "2020", "2026", "9998"} {
		n := 0
		for _, form := range []string{"%s-H%d", "%s-Q%d", "%s-%02d", "%s-W%02d", "%s-%d", "%s-W%d", "%[1]s-%02[2]d-28", "%[1]s-01-%02[2]d",
			"%[1]s-01-01/%[1]s-12-%02[2]d", "%[1]s"} {
			for i := range 60 {
				if s, _, _ := strings.Cut(fmt.Sprintf(form, year, i), "%!"); holds(t, s) {
					n++
				}
			}
		}
		if n < 2+4+12+52+12+31+31+60 {
			t.Errorf("of %s only %d forms were read", year, n)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		holds(t, rapid.OneOf(
			rapid.StringMatching(`[0-9]{4}(-[HQW]?[0-9]{1,2}(-[0-9]{2})?(/[0-9]{4}-[0-9]{2}-[0-9]{2})?)?`),
			rapid.StringMatching(`20[0-9]{2}-(0[1-9]|1[0-2])-[0-2][0-9]/20[0-9]{2}-(0[1-9]|1[0-2])-[0-2][0-9]`),
			rapid.StringMatching(`.{0,12}`),
		).Draw(t, "text"))
	})
}
