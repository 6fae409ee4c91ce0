package motcua_test

import (
	"fmt"

	"github.com/motcua/motcua"
)

// A unit is written in two orders and is one unit.
func ExampleParseUnit() {
	old, err := motcua.ParseUnit("000.12.34.H56")
	fmt.Println(old, err)
	now, err := motcua.ParseUnit("H56.34.12")
	fmt.Println(now, err, old == now)
	fmt.Println(now.Legacy())
	// Output:
	// H56.34.12 <nil>
	// H56.34.12 <nil> true
	// 000.12.34.H56
}

func ExampleUnitCode_Parent() {
	unit, ok := motcua.UnitCode("H56.34.12"), true
	fmt.Println("root", unit.Root())
	for ok {
		fmt.Println(unit)
		unit, ok = unit.Parent()
	}
	// Output:
	// root H56
	// H56.34.12
	// H56.34
	// H56
}

// A province publishes a national procedure under its own suffix.
func ExampleParseProcedure() {
	p, err := motcua.ParseProcedure("1.000656.000.00.00.H22")
	issuer, ok := p.Issuer()
	fmt.Println(p.National(), issuer, ok, err)
	_, err = motcua.ParseProcedure("1.000656.01")
	fmt.Println(err)
	// Output:
	// 1.000656 H22 true <nil>
	// procedure code "1.000656.01": suffix: want a unit such as "000.12.34.H56"
}

// The code stays as it was read; Canonical is the one to compare.
func ExampleParseDossier() {
	a, err := motcua.ParseDossier("000.12.34.H56-260701-0001")
	fmt.Println(a, a.Unit(), a.Date(), a.Serial(), err)
	b, err := motcua.ParseDossier("H56.34.12-260701-0001")
	fmt.Println(b, b.Legacy(), err)
	fmt.Println(a == b, a.Canonical() == b.Canonical())
	// Output:
	// 000.12.34.H56-260701-0001 H56.34.12 2026-07-01 0001 <nil>
	// H56.34.12-260701-0001 000.12.34.H56-260701-0001 <nil>
	// false true
}

func ExampleNewDossierCode() {
	fmt.Println(motcua.NewDossierCode("H56.34.12", motcua.MustDate("2026-07-01"), 7))
	_, err := motcua.NewDossierCode("H56", motcua.MustDate("1999-12-31"), 7)
	fmt.Println(err)
	// Output:
	// H56.34.12-260701-0007 <nil>
	// dossier code "H56-991231-0007": date 1999-12-31 is not in 2000..2099
}

func ExampleParseResult() {
	for _, s := range []string{"KQ.G12.001083", "000.00.00.G11-KQ1711", "TP-G12.0001300", "KQ-G10.000001"} {
		r, err := motcua.ParseResult(s)
		fmt.Println(r, r.Issuer(), err)
	}
	// Output:
	// KQ.G12.001083 G12 <nil>
	// 000.00.00.G11-KQ1711 G11 <nil>
	// TP-G12.0001300 G12 <nil>
	// KQ-G10.000001 G10 <nil>
}
