package motcua_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/motcua/motcua"
)

func TestParseUnit(t *testing.T) {
	for _, c := range []struct{ in, unit, legacy, parent string }{
		{"H56", "H56", "000.00.00.H56", ""},
		{"G12.18", "G12.18", "000.00.18.G12", "G12"},
		{"H56.34.12", "H56.34.12", "000.12.34.H56", "H56.34"},
		{"H56.34.12.001", "H56.34.12.001", "001.12.34.H56", "H56.34.12"},
		{"H56.34.12.000", "H56.34.12", "000.12.34.H56", "H56.34"}, // zero at the end is no unit
		{"H56.34.00", "H56.34", "000.00.34.H56", "H56"},
		{"H56.00.00.000", "H56", "000.00.00.H56", ""},
		{"000.12.34.H56", "H56.34.12", "000.12.34.H56", "H56.34"}, // small unit first
		{"001.12.34.H56", "H56.34.12.001", "001.12.34.H56", "H56.34.12"},
		{"000.00.00.H56", "H56", "000.00.00.H56", ""},
		{"A00", "A00", "000.00.00.A00", ""}, // form only: there may be none
	} {
		u, err := motcua.ParseUnit(c.in)
		if err != nil || string(u) != c.unit || u.String() != c.unit {
			t.Errorf("ParseUnit(%q) = %q, %v, want %q", c.in, u, err, c.unit)
			continue
		}
		parent, ok := u.Parent()
		if u.Legacy() != c.legacy || string(parent) != c.parent || ok != (c.parent != "") || string(u.Root()) != c.unit[:3] {
			t.Errorf("%q: legacy %q, parent %q %v, root %q", u, u.Legacy(), parent, ok, u.Root())
		}
	}
}

func TestParseUnitRefuses(t *testing.T) {
	for _, in := range []string{
		"", ".", "H", "H5", "H567", "h56", "56H", "Đ56", "HH6", "H5６",
		"H56.", ".H56", "H56.3", "H56.345", "H56.34.1", "H56.34.123", "H56.34.12.1", "H56.34.12.0011",
		"H56.34.12.001.01", // five levels
		"H56.00.12",        // a unit under no unit
		"H56.34.00.001",
		"000.12.00.H56",
		"12.34.H56",    // the older form always has four parts
		"00.12.34.H56", // its smallest part has three digits
		"0000.12.34.H56",
		"000.12.34.56",  // no root at all
		"H56.34.12.H56", // a root at both ends
		"H56-34", "H56 .34", " H56", "H56\n", "H56.-1", "H56.+1", "H56.3a",
	} {
		u, err := motcua.ParseUnit(in)
		var parse *motcua.ParseError
		if u != "" || !errors.As(err, &parse) || parse.Kind != "unit code" || parse.Input != in {
			t.Errorf("ParseUnit(%q) = %q, %v, want a *ParseError", in, u, err)
		}
		bad := motcua.UnitCode(in)
		if b, err := bad.MarshalText(); err == nil || bad.Legacy() != "" {
			t.Errorf("the literal %q is written as %q and %q", in, b, bad.Legacy())
		}
		if parent, ok := bad.Parent(); len(parent)+len(bad.Root()) > 2*len(in) || ok && len(parent) == len(in) {
			t.Errorf("the literal %q has parent %q and root %q", in, parent, bad.Root())
		}
	}
}

func TestParseProcedure(t *testing.T) {
	for _, c := range []struct{ in, national, issuer string }{
		{"1.000656", "1.000656", ""},
		{"3.000001", "3.000001", ""},
		{"1.000656.000.00.00.H22", "1.000656", "H22"}, // the province that published it
		{"2.001234.001.12.34.H56", "2.001234", "H56.34.12.001"},
	} {
		p, err := motcua.ParseProcedure(c.in)
		issuer, ok := p.Issuer()
		if err != nil || p.String() != c.in || string(p.National()) != c.national || string(issuer) != c.issuer || ok != (c.issuer != "") {
			t.Errorf("ParseProcedure(%q) = %q, %v, national %q, issuer %q %v", c.in, p, err, p.National(), issuer, ok)
		}
	}
	for _, in := range []string{
		"", "1", "1.", "1.00065", "1.0006567", "a.000656", "12.000656", "1-000656", "1.00065a", "1.000656.",
		"1.000656.01",            // an online service, not a procedure
		"1.000656.H22",           // the suffix has four parts
		"1.000656.H22.00.00.000", // and is small unit first
		"1.000656.000.12.00.H22", // a unit under no unit
		"1.000656-000.00.00.H22", // joined by a point
		" 1.000656", "1.000656\n", "１.00065",
	} {
		p, err := motcua.ParseProcedure(in)
		var parse *motcua.ParseError
		if p != "" || !errors.As(err, &parse) || parse.Kind != "procedure code" || parse.Input != in {
			t.Errorf("ParseProcedure(%q) = %q, %v, want a *ParseError", in, p, err)
		}
		bad := motcua.ProcedureCode(in)
		if issuer, ok := bad.Issuer(); ok || issuer != "" {
			t.Errorf("the literal %q has the issuer %q", in, issuer)
		}
		if n := bad.National(); !strings.HasPrefix(in, n.String()) {
			t.Errorf("the literal %q is nationally %q", in, n)
		}
	}
}

func TestParseResult(t *testing.T) {
	for _, c := range []struct{ in, issuer string }{
		{"KQ.G12.001083", "G12"},
		{"000.00.00.G11-KQ1711", "G11"},
		{"TP-G12.0001300", "G12"},
		{"KQ-G10.000001", "G10"},
		{"KQ.H56.34.001083", "H56.34"}, // a unit below the first level
		{"KQ.H56.34.12.001.001083", "H56.34.12.001"},
		{"000.12.34.H56-TP7", "H56.34.12"},
		{"G19-KQ0061781", "G19"}, // the unit in its short form
	} {
		r, err := motcua.ParseResult(c.in)
		if err != nil || r.String() != c.in || string(r.Issuer()) != c.issuer {
			t.Errorf("ParseResult(%q) = %q, %v, issuer %q, want %q", c.in, r, err, r.Issuer(), c.issuer)
		}
	}
	for _, in := range []string{
		"", "KQ", "KQ.", "KQ-", "KQ.G12", "KQ.G12.", "KQ.G12.108", "KQ.001083", "kq.G12.001083", "K.G12.001083",
		"KQT.G12.001083", "KQ_G12.001083", "KQ.G12-001083", "KQ.g12.001083", "KQ.G12.00108a", "KQ..001083",
		"KQ.G12.34.12.001.01.001083", // too many levels
		"KQ.000.00.00.G11.001083",    // the small unit first only before a hyphen
		"000.00.00.G11-KQ", "000.00.00.G11-1711", "000.00.00.G11-kq1711", "000.00.00.G11-KQ17-1",
		"000.00.00.G11KQ1711", "00.00.G11-KQ1711", "11-KQ1711", "-KQ1711", "---",
	} {
		r, err := motcua.ParseResult(in)
		var parse *motcua.ParseError
		if r != "" || !errors.As(err, &parse) || parse.Kind != "result code" || parse.Input != in {
			t.Errorf("ParseResult(%q) = %q, %v, want a *ParseError", in, r, err)
		}
		if u := motcua.ResultCode(in).Issuer(); u != "" {
			t.Errorf("the literal %q has the issuer %q", in, u)
		}
	}
}

func TestCodesJSON(t *testing.T) {
	type row struct {
		Unit      motcua.UnitCode         `json:"unit,omitempty"`
		Procedure motcua.ProcedureCode    `json:"procedure,omitempty"`
		Dossier   motcua.DossierCode      `json:"dossier,omitzero"`
		Result    motcua.ResultCode       `json:"result,omitempty"`
		By        map[motcua.UnitCode]int `json:"by,omitempty"`
	}
	const in = `{"unit":"000.12.34.H56","procedure":"1.000656","dossier":"000.12.34.H56-260701-0001","result":"KQ.G12.001083","by":{"000.00.00.H22":1}}`
	const out = `{"unit":"H56.34.12","procedure":"1.000656","dossier":"000.12.34.H56-260701-0001","result":"KQ.G12.001083","by":{"H22":1}}`
	var r row
	if err := json.Unmarshal([]byte(in), &r); err != nil {
		t.Fatal(err)
	}
	if b, err := json.Marshal(r); err != nil || string(b) != out {
		t.Errorf("wrote %s, %v", b, err)
	}
	if b, err := json.Marshal(row{}); err != nil || string(b) != `{}` {
		t.Errorf("the zero row is %s, %v", b, err)
	}
	for _, unset := range []any{motcua.UnitCode(""), motcua.ProcedureCode(""), motcua.DossierCode{}, motcua.ResultCode("")} {
		if b, err := json.Marshal(unset); err == nil {
			t.Errorf("an unset %T is written as %s", unset, b)
		}
	}
	for _, field := range []string{"unit", "procedure", "dossier", "result"} {
		again := r
		err := json.Unmarshal([]byte(`{"`+field+`":"?"}`), &again)
		var parse *motcua.ParseError
		if !errors.As(err, &parse) || again.Unit != r.Unit || again.Procedure != r.Procedure || again.Dossier != r.Dossier || again.Result != r.Result {
			t.Errorf("a bad %s gives %+v, %v", field, again, err)
		}
	}
}

func TestLongInputIsCut(t *testing.T) {
	long := strings.Repeat("H", 1<<16)
	for _, parse := range []func(string) error{
		func(s string) error { _, err := motcua.ParseUnit(s); return err },
		func(s string) error { _, err := motcua.ParseProcedure(s); return err },
		func(s string) error { _, err := motcua.ParseDossier(s); return err },
		func(s string) error { _, err := motcua.ParseDossier("H56-260701-" + s); return err },
		func(s string) error { _, err := motcua.ParseResult(s); return err },
		func(s string) error { _, err := motcua.ParseDate(s); return err },
		func(s string) error { _, err := motcua.ParseDecimal(s); return err },
		func(s string) error { return new(motcua.Basis).UnmarshalText([]byte(s)) },
		func(s string) error { return new(motcua.Scalar).UnmarshalJSON([]byte(s)) },
		func(s string) error { _, err := motcua.TextScalar(s).As(motcua.ColumnDate); return err },
		func(s string) error { _, err := motcua.TextScalar(s).As(motcua.ColumnTime); return err },
		func(s string) error { _, err := motcua.TextScalar(s).As(motcua.ColumnFlag); return err },
	} {
		if err := parse(long); err == nil || len(err.Error()) > 300 {
			t.Errorf("a long input gives an error of %d bytes", len(err.Error()))
		}
	}
}
