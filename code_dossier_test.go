package motcua_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"pgregory.net/rapid"
)

func TestParseDossier(t *testing.T) {
	for _, c := range []struct{ in, unit, date, serial, canonical, legacy string }{
		{"000.12.34.H56-260701-0001", "H56.34.12", "2026-07-01", "0001", "H56.34.12-260701-0001", "000.12.34.H56-260701-0001"},
		{"H56.34.12-260701-0001", "H56.34.12", "2026-07-01", "0001", "H56.34.12-260701-0001", "000.12.34.H56-260701-0001"},
		{"H05.12-240229-123456", "H05.12", "2024-02-29", "123456", "H05.12-240229-123456", "000.00.12.H05-240229-123456"},
		{"G12-991231-9999", "G12", "2099-12-31", "9999", "G12-991231-9999", "000.00.00.G12-991231-9999"},                     // the last year
		{"G12-000101-0000", "G12", "2000-01-01", "0000", "G12-000101-0000", "000.00.00.G12-000101-0000"},                     // the first, and serial 0
		{"H56.34.00.000-260701-00001", "H56.34", "2026-07-01", "00001", "H56.34-260701-00001", "000.00.34.H56-260701-00001"}, // zeros of a serial belong to it
	} {
		d, err := motcua.ParseDossier(c.in)
		if err != nil || d.String() != c.in || string(d.Unit()) != c.unit || d.Date().String() != c.date || d.Serial() != c.serial {
			t.Errorf("ParseDossier(%q) = %v, %v: %v, %v, %q", c.in, d, err, d.Unit(), d.Date(), d.Serial())
		}
		if d.Canonical().String() != c.canonical || d.Legacy().String() != c.legacy {
			t.Errorf("%v is canonical %v and legacy %v", d, d.Canonical(), d.Legacy())
		}
		if d.Legacy().Canonical() != d.Canonical() || d.Canonical().Legacy() != d.Legacy() {
			t.Errorf("%v: the orders do not lead back", d)
		}
	}
}

func TestParseDossierRefuses(t *testing.T) {
	for _, in := range []string{
		"", "-", "--", "H56", "H56-260701", "H56-260701-", "-260701-0001", "H56--0001",
		"H56-260701-0001-1",
		"H56-260701-001",                 // three digits
		"H56-260701-1234567890123456789", // nineteen
		"H56-260701-000a", "H56-260701-+001", "H56-260701- 001",
		"H56-20260701-0001", // a year of four digits
		"H56-26071-0001", "H56-260732-0001", "H56-261301-0001", "H56-260001-0001", "H56-250229-0001", "H56-2607aa-0001",
		"h56-260701-0001", "H56.00.12-260701-0001", "12.34.H56-260701-0001",
		"H56–260701–0001", // dashes
		" H56-260701-0001", "H56-260701-0001\n",
	} {
		d, err := motcua.ParseDossier(in)
		var parse *motcua.ParseError
		if !d.IsZero() || !errors.As(err, &parse) || parse.Kind != "dossier code" || parse.Input != in {
			t.Errorf("ParseDossier(%q) = %v, %v, want a *ParseError", in, d, err)
		}
	}
}

func TestNewDossierCode(t *testing.T) {
	day := motcua.MustDate("2026-07-01")
	for _, c := range []struct {
		unit   motcua.UnitCode
		date   motcua.Date
		serial int
		want   string // "": refused
	}{
		{"H56.34.12", day, 1, "H56.34.12-260701-0001"},
		{"H56", day, 9999, "H56-260701-9999"},
		{"H56", day, 10000, "H56-260701-10000"}, // grows
		{"000.12.34.H56", day, 1, "H56.34.12-260701-0001"},
		{"H56", motcua.MustDate("2000-01-01"), 1, "H56-000101-0001"},
		{"H56", day, 0, ""},
		{"H56", day, -1, ""},
		{"H56", day, 1<<63 - 1, ""}, // nineteen digits
		{"H56", 0, 1, ""},
		{"H56", motcua.MustDate("1999-12-31"), 1, ""}, // two digits do not tell the century
		{"H56", motcua.MustDate("2100-01-01"), 1, ""},
		{"", day, 1, ""},
		{"H56-260701-0001", day, 1, ""}, // a whole code is no unit
	} {
		d, err := motcua.NewDossierCode(c.unit, c.date, c.serial)
		var parse *motcua.ParseError
		if d.String() != c.want || (err == nil) != (c.want != "") || err != nil && !errors.As(err, &parse) {
			t.Errorf("NewDossierCode(%q, %v, %d) = %q, %v, want %q", c.unit, c.date, c.serial, d, err, c.want)
		}
	}
}

func TestDossierCodeZero(t *testing.T) {
	var d motcua.DossierCode
	if !d.IsZero() || d.String() != "" || d.Unit() != "" || d.Date() != 0 || d.Serial() != "" || d.Canonical() != d || d.Legacy() != d {
		t.Errorf("the zero value is %+v", d)
	}
}

// anyUnit draws canonical codes of all levels.
func anyUnit() *rapid.Generator[motcua.UnitCode] {
	return rapid.Custom(func(t *rapid.T) motcua.UnitCode {
		parts := []string{rapid.StringMatching(`[A-Z][0-9]{2}`).Draw(t, "root")}
		for _, form := range []string{`0[1-9]|[1-9][0-9]`, `0[1-9]|[1-9][0-9]`, `00[1-9]|0[1-9][0-9]|[1-9][0-9]{2}`}[:rapid.IntRange(0, 3).Draw(t, "levels")] {
			parts = append(parts, rapid.StringMatching(form).Draw(t, "part"))
		}
		return motcua.UnitCode(strings.Join(parts, "."))
	})
}

func TestCodeLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u := anyUnit().Draw(t, "unit")
		for _, form := range []string{u.String(), u.Legacy()} {
			if got, err := motcua.ParseUnit(form); got != u || err != nil {
				t.Fatalf("ParseUnit(%q) = %q, %v, want %q", form, got, err, u)
			}
		}
		top := u
		for above, ok := u.Parent(); ok; above, ok = above.Parent() {
			if got, err := motcua.ParseUnit(above.String()); got != above || err != nil || len(above) >= len(top) {
				t.Fatalf("the parent of %q is %q, %v", top, above, err)
			}
			top = above
		}
		if top != u.Root() {
			t.Fatalf("the parents of %q end at %q and not at %q", u, top, u.Root())
		}
		day := motcua.MustDate("2000-01-01").AddDays(rapid.IntRange(0, 36524).Draw(t, "day"))
		d, err := motcua.NewDossierCode(u, day, rapid.IntRange(1, 1e9).Draw(t, "serial"))
		if err != nil || d.Unit() != u || d.Date() != day {
			t.Fatalf("a dossier of %q on %v is %v, %v", u, day, d, err)
		}
		for _, form := range []motcua.DossierCode{d, d.Legacy()} {
			if got, err := motcua.ParseDossier(form.String()); got != form || got.Canonical() != d || err != nil {
				t.Fatalf("ParseDossier(%q) = %v, %v", form, got, err)
			}
		}
		p, err := motcua.ParseProcedure("1.000656." + u.Legacy())
		if issuer, ok := p.Issuer(); err != nil || !ok || issuer != u || p.National() != "1.000656" {
			t.Fatalf("a procedure of %q is %q, %v", u, p, err)
		}
		for _, text := range []string{"KQ." + u.String() + ".0001", "TP-" + u.String() + ".12345", u.Legacy() + "-KQ1"} {
			if r, err := motcua.ParseResult(text); err != nil || r.Issuer() != u {
				t.Fatalf("the result %q is of %q, %v, want %q", text, r.Issuer(), err, u)
			}
		}
	})
}

func FuzzParseUnit(f *testing.F) {
	for _, s := range []string{"H56", "H56.34.12", "000.12.34.H56", "H56.00.00.000", "H56.00.12", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		u, err := motcua.ParseUnit(s)
		if err != nil {
			return
		}
		for _, form := range []string{u.String(), u.Legacy()} {
			if again, err := motcua.ParseUnit(form); again != u || err != nil {
				t.Fatalf("%q is %q, and %q is %q, %v", s, u, form, again, err)
			}
		}
	})
}

func FuzzParseProcedure(f *testing.F) {
	for _, s := range []string{"1.000656", "1.000656.000.00.00.H22", "1.000656.01", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := motcua.ParseProcedure(s)
		if err != nil {
			return
		}
		n := p.National()
		if again, err := motcua.ParseProcedure(n.String()); p.String() != s || again != n || n.National() != n || err != nil {
			t.Fatalf("%q is %q, national %q, %v", s, p, n, err)
		}
		if _, ok := p.Issuer(); ok != (n != p) {
			t.Fatalf("%q has an issuer: %v", p, ok)
		}
	})
}

func FuzzParseDossier(f *testing.F) {
	for _, s := range []string{"000.12.34.H56-260701-0001", "H56.34.12-260701-0001", "H05.12-240229-123456", "H56-260701-001"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := motcua.ParseDossier(s)
		if err != nil {
			return
		}
		if again, err := motcua.ParseDossier(d.Legacy().String()); d.String() != s || again.Canonical() != d.Canonical() || err != nil {
			t.Fatalf("%q is %v, canonical %v, legacy %v, %v", s, d, d.Canonical(), again, err)
		}
	})
}

func FuzzParseResult(f *testing.F) {
	for _, s := range []string{"KQ.G12.001083", "000.00.00.G11-KQ1711", "TP-G12.0001300", "KQ-G10.000001", "KQ.G12"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, err := motcua.ParseResult(s)
		if err != nil {
			return
		}
		if again, err := motcua.ParseUnit(r.Issuer().String()); r.String() != s || again != r.Issuer() || err != nil {
			t.Fatalf("%q is %q of %q, %v", s, r, r.Issuer(), err)
		}
	})
}
