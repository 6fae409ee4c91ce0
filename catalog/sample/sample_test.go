package sample_test

import (
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/sample"
)

func TestCodes(t *testing.T) {
	codes, national := map[motcua.ProcedureCode]bool{}, map[motcua.ProcedureCode]bool{}
	for code := range sample.Catalog().Codes() {
		if _, err := motcua.ParseProcedure(code.String()); err != nil {
			t.Error(err)
		}
		codes[code], national[code.National()] = true, true
	}
	if len(codes) < 70 || len(national) < 65 {
		t.Errorf("%d codes, %d without suffixes", len(codes), len(national))
	}
	if got := len(sample.Versions()); got != sample.Catalog().Len() {
		t.Errorf("%d versions, the catalogue has %d", got, sample.Catalog().Len())
	}
}

// TestSources holds each version, fee, transfer and proposal to saying where it was
// read and on what basis.
func TestSources(t *testing.T) {
	for p := range sample.Catalog().Versions() {
		sourced := map[string]motcua.Source{"version": p.Source}
		for _, f := range p.Fees {
			sourced["fee "+f.ID] = f.Source
		}
		for _, x := range p.Transfers {
			sourced["transfer to "+x.To.Name] = x.Source
		}
		for _, x := range p.Proposals {
			sourced["proposal "+x.ID] = x.Source
		}
		if p.Service != nil {
			sourced["service"] = p.Service.Source
			for _, l := range p.Service.Lanes {
				sourced["lane"] = l.Lane.Source
			}
		}
		for what, s := range sourced {
			if s.Basis == 0 || s.Act == "" && s.Note.IsZero() {
				t.Errorf("%s: the %s has the source %v", p.Code, what, s)
			}
		}
	}
}

// TestOwnTexts holds texts of this project to being short, and names to being plain.
func TestOwnTexts(t *testing.T) {
	for p := range sample.Catalog().Versions() {
		texts := []string{p.Description, p.Conditions, p.Reception, p.Redress}
		for _, s := range p.Steps {
			texts = append(texts, s.Text)
		}
		for _, text := range texts {
			if len(text) > 300 || strings.ContainsAny(text, "<>\n\t") {
				t.Errorf("%s: %q is long or not plain", p.Code, text)
			}
		}
		if plain(p.Name.Vi) != p.Name.Vi {
			t.Errorf("%s: the name %q is not plain", p.Code, p.Name.Vi)
		}
	}
}

func at(t *testing.T, code motcua.ProcedureCode, valid, known string) *catalog.Procedure {
	t.Helper()
	var moment time.Time
	if known != "" {
		var err error
		if moment, err = time.Parse(time.RFC3339, known); err != nil {
			t.Fatal(err)
		}
	}
	p, ok := sample.Catalog().At(day(valid), moment).Lookup(code)
	if !ok {
		return nil
	}
	return p
}

// TestTwoAxes asks for a day of the law and a moment of knowledge.
func TestTwoAxes(t *testing.T) {
	for _, row := range []struct {
		code         motcua.ProcedureCode
		valid, known string
		version      string // "" for none
		why          string
	}{
		{"2.000806", "2025-06-30", "", "60/2014/QH13", "the last day of the districts"},
		{"2.000806", "2025-07-01", "", "163/QĐ-BTP", "the first day of the communes"},
		{"2.000806", "2015-12-31", "", "", "before the Civil Status Act"},
		{"1.004194", "2026-03-03", "2026-07-27T08:59:59+07:00", "", "nothing was recorded yet"},
		{"1.004194", "2026-03-03", "2026-07-27T09:00:00+07:00", "2026-07-27/1", "the entry of the morning"},
		{"1.004194", "2026-03-03", "2026-07-27T15:29:59+07:00", "2026-07-27/1", "a second before the correction"},
		{"1.004194", "2026-03-03", "2026-07-27T15:30:00+07:00", "2026-07-27/2", "corrected on the same day"},
		{"1.004194", "2026-03-03", "", "2026-07-27/2", "the latest knowledge"},
		{"1.002755", "2025-12-01", "2026-08-03T09:59:59+07:00", "2026-07-20", "what was told before the retroactive correction"},
		{"1.002755", "2025-12-01", "2026-08-03T10:00:00+07:00", "2026-08-03", "what is known to have held"},
		{"1.010385", "2025-06-30", "", "5568/QĐ-BCA/1", "the district was still there"},
		{"1.010385", "2025-07-01", "", "5568/QĐ-BCA/2", "abolished versions are found too"},
		{"1.000656.000.00.00.H26", "2026-01-01", "", "163/QĐ-BTP.H26", "a province's own version"},
		{"1.000656.000.00.00.H29", "2026-01-01", "", "163/QĐ-BTP", "the national version for a province without its own"},
	} {
		version := ""
		if p := at(t, row.code, row.valid, row.known); p != nil {
			version = p.Version
		}
		if version != row.version {
			t.Errorf("%s on %s as known %s is version %q, want %q: %s", row.code, row.valid, row.known, version, row.version, row.why)
		}
	}
}
