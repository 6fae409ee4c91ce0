package scoring_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/published"
)

// statementOf reads a line of statements, without the verdict that stands in
// the file beside it.
func statementOf(t *testing.T, line json.RawMessage) (published.Statement, origin, string) {
	t.Helper()
	var members map[string]json.RawMessage
	var about origin
	var want string
	for _, err := range []error{json.Unmarshal(line, &members), json.Unmarshal(line, &about), json.Unmarshal(members["want"], &want)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	delete(members, "want")
	text, err := json.Marshal(members)
	if err != nil {
		t.Fatal(err)
	}
	s, faults := published.Parse(text)
	if len(faults) != 0 {
		t.Fatalf("%s: %v", about.Name, faults)
	}
	return s, about, want
}

var notedTolerance = regexp.MustCompile(`tolerance (\d+(?:\.\d+)?)`)

// TestPublishedStatements checks statements as newspapers printed them against
// themselves, by the groups alone and by the whole definition: three of them
// do not add up, and must be found.
func TestPublishedStatements(t *testing.T) {
	indices := []*scoring.Index{
		shippedIndex(t, "vn.766.groups", "portal-2022"),
		shippedIndex(t, "vn.766", "portal-2026"),
	}
	mismatches := ""
	for _, line := range readVectors[json.RawMessage](t, "index766-statements.jsonl", 11) {
		s, about, want := statementOf(t, line)
		if want == "mismatch" {
			mismatches += about.Name + "; "
		}
		for _, x := range indices {
			t.Run(about.title()+" by "+x.ID(), func(t *testing.T) {
				findings, faults := s.Check(x)
				if len(faults) != 0 || len(findings) == 0 {
					t.Fatalf("%d findings, faults %v", len(findings), faults)
				}
				got := "ok"
				for _, f := range findings {
					if f.Verdict == published.VerdictMismatch {
						got = "mismatch"
					}
					noted := notedTolerance.FindStringSubmatch(about.Note)
					if f.At == "/total" && (len(noted) != 2 || f.Tolerance.Cmp(motcua.MustDecimal(noted[1])) != 0) {
						t.Errorf("tolerance %s, the note says %q", f.Tolerance, noted)
					}
				}
				if got != want {
					t.Errorf("verdict %s, want %s: %+v", got, want, findings)
				}
			})
		}
	}
	if want := "Sơn La, 2025-12-15; Bắc Ninh, week 9; Kinh Bắc ward; "; mismatches != want {
		t.Errorf("mismatches %s, want %s", mismatches, want)
	}
}

// TestMismatchesExplained holds what is said about the three mismatches.
func TestMismatchesExplained(t *testing.T) {
	x := shippedIndex(t, "vn.766.groups", "portal-2022")
	tests := []struct {
		name, at, stated, computed string
		says                       []string
	}{
		{"Sơn La, 2025-12-15", "/total", "86.94", "83.63", []string{"83.63"}},
		{"Bắc Ninh, week 9", "/total", "92.37", "92.30", []string{"92.30"}},
		{"Kinh Bắc ward", "/ratios/2/stated", "18.22", "", []string{"15.75", "2420", "denominator"}},
	}
	lines := readVectors[json.RawMessage](t, "index766-statements.jsonl", 11)
	for i, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, about, _ := statementOf(t, lines[8+i])
			if about.Name != tt.name {
				t.Fatalf("line %d is %s", 8+i, about.Name)
			}
			findings, _ := s.Check(x)
			mismatched := 0
			for _, f := range findings {
				if f.Verdict != published.VerdictMismatch {
					continue
				}
				mismatched++
				if f.At != tt.at || f.Stated.String() != tt.stated {
					t.Errorf("mismatch at %s of %s, want %s of %s", f.At, f.Stated, tt.at, tt.stated)
				}
				if (f.Computed == nil) != (tt.computed == "") || f.Computed != nil && f.Computed.String() != tt.computed {
					t.Errorf("computed %v, want %q", f.Computed, tt.computed)
				}
				for _, word := range tt.says {
					if !strings.Contains(f.Message.En, word) {
						t.Errorf("%q does not say %q", f.Message.En, word)
					}
				}
			}
			if mismatched != 1 {
				t.Errorf("%d mismatches, want one: %+v", mismatched, findings)
			}
		})
	}
}

// TestStatementRules holds the rules of tolerance, implied parts and bounds on
// small statements.
func TestStatementRules(t *testing.T) {
	x := shippedIndex(t, "vn.766.groups", "portal-2022")
	const ok, mismatch, open = published.VerdictOK, published.VerdictMismatch, published.VerdictOpen
	tests := []struct {
		name, text string
		want       []published.Verdict
	}{
		{"two decimals agree", `"total":"1.23","parts":[{"label":"a","points":"1.00"},{"label":"b","points":"0.23"}]`, []published.Verdict{ok}},
		{"two decimals off by the last digit", `"total":"1.24","parts":[{"label":"a","points":"1.00"},{"label":"b","points":"0.23"}]`, []published.Verdict{mismatch}},
		{"more than two decimals bind too", `"total":"1.234","parts":[{"label":"a","points":"1.23"}]`, []published.Verdict{mismatch}},
		{"a bare ten may be 9.5", `"total":"9.50","parts":[{"label":"a","points":"10"}]`, []published.Verdict{ok}},
		{"but not 9.49", `"total":"9.49","parts":[{"label":"a","points":"10"}]`, []published.Verdict{mismatch}},
		{"an implied part cannot make a total wrong", `"total":"50.00","parts":[{"label":"a","points":"1.00","implied":true}]`, []published.Verdict{open}},
		{"a part above its maximum, the sum right", `"total":"18.01","parts":[{"node":"CKMB","points":"18.01"}]`, []published.Verdict{mismatch, ok}},
		{"a group of a view has a maximum too", `"total":"22.01","parts":[{"node":"online","points":"22.01"}]`, []published.Verdict{mismatch, ok}},
		{"exact counts agree", `"ratios":[{"label":"r","num":{"exactly":"441"},"den":{"exactly":"2420"},"stated":"18.22"}]`, []published.Verdict{ok}},
		{"exact counts agree with few digits", `"ratios":[{"label":"r","num":{"exactly":"441"},"den":{"exactly":"2420"},"stated":"18"}]`, []published.Verdict{ok}},
		{"exact counts do not agree", `"ratios":[{"label":"r","num":{"exactly":"441"},"den":{"exactly":"2420"},"stated":"18.23"}]`, []published.Verdict{mismatch}},
		{"two bounds decide nothing", `"ratios":[{"label":"r","num":{"moreThan":"10"},"den":{"moreThan":"100"},"stated":"70"}]`, []published.Verdict{open}},
		{"nothing of nothing decides nothing", `"ratios":[{"label":"r","num":{"exactly":"0"},"den":{"exactly":"0"},"stated":"1"}]`, []published.Verdict{open}},
		{"more than 90 of 100 is not 80 %", `"ratios":[{"label":"r","num":{"moreThan":"90"},"den":{"exactly":"100"},"stated":"80.00"}]`, []published.Verdict{mismatch}},
		{"10 of more than 100 is below 10 %", `"ratios":[{"label":"r","num":{"exactly":"10"},"den":{"moreThan":"100"},"stated":"9.99"}]`, []published.Verdict{open}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, faults := published.Parse([]byte(`{"name":"a statement",` + tt.text + `}`))
			if len(faults) != 0 {
				t.Fatal(faults)
			}
			findings, faults := s.Check(x)
			if len(faults) != 0 || len(findings) != len(tt.want) {
				t.Fatalf("findings %+v, faults %v", findings, faults)
			}
			for i, f := range findings {
				if f.Verdict != tt.want[i] {
					t.Errorf("%s: %s, want %s (%s)", f.At, f.Verdict, tt.want[i], f.Message)
				}
			}
		})
	}
}

// TestStatementFaults shows that what cannot be checked is a fault.
func TestStatementFaults(t *testing.T) {
	x := shippedIndex(t, "vn.766.groups", "portal-2022")
	tests := []struct{ name, text, want string }{
		{"a group that is not there", `"total":"1.00","parts":[{"node":"CKMX","points":"1.00"}]`, "SCO-PUB-01 /parts/0/node"},
		{"neither exactly nor moreThan", `"ratios":[{"label":"r","num":{},"den":{"exactly":"9"},"stated":"1"}]`, "SCO-PUB-02 /ratios/0/num"},
		{"both exactly and moreThan", `"ratios":[{"label":"r","num":{"exactly":"1"},"den":{"exactly":"9","moreThan":"8"},"stated":"1"}]`, "SCO-PUB-02 /ratios/0/den"},
		{"nothing to check", `"total":"1.00"`, "SCO-PUB-03 "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, faults := published.Parse([]byte(`{"name":"a statement",` + tt.text + `}`))
			if len(faults) != 0 {
				t.Fatal(faults)
			}
			_, faults = s.Check(x)
			if len(faults) != 1 || faults[0].Code+" "+faults[0].Pointer != tt.want {
				t.Errorf("faults %v, want %s", faults, tt.want)
			}
		})
	}
	if _, faults := published.Parse([]byte(`{"name":"a","want":"ok","totl":"1","parts":[{"points":1}]}`)); len(faults) != 3 {
		t.Errorf("faults %v, want an unknown member, another one and a number for a string", faults)
	}
}
