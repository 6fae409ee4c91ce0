package house_test

import (
	"errors"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/unit"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/house"
)

// filedWith is a dossier filed with a body on a day.
func filedWith(t *testing.T, body motcua.UnitCode, day string) *dossier.Dossier {
	t.Helper()
	d, _ := inHand(t, "H56.12")
	e := d.Events[0]
	f := *e.Filing
	f.Competent.Unit, f.Competent.Name = body, "cũ"
	e.Filing = &f
	e.At = motcua.MustDate(day).In(motcua.Vietnam())
	return dossier.Fold([]dossier.Event{e})
}

// TestSuccessor: whom a dossier belongs to after the mergers of 1 July 2025.
func TestSuccessor(t *testing.T) {
	for _, row := range []struct {
		why, body, filed, on, unit, name string
	}{
		{"Hà Giang went into Tuyên Quang", "H22", "2025-06-02", "2025-07-01", "H60", "Tỉnh Tuyên Quang"},
		{"and had not the day before", "H22", "2025-06-02", "2025-06-30", "H22", "cũ"},
		{"the new one bears the code of one of its own", "H60", "2025-06-02", "2025-07-01", "H60", "Tỉnh Tuyên Quang"},
		{"as filed with it", "H60", "2025-07-02", "2026-03-02", "H60", "cũ"},
		{"in the older order", "000.00.00.H22", "2025-06-02", "2025-07-01", "H60", "Tỉnh Tuyên Quang"},
		{"never filed", "H22", "", "2025-07-01", "H60", "Tỉnh Tuyên Quang"},
	} {
		d := &dossier.Dossier{Competent: dossier.Place{Unit: motcua.UnitCode(row.body), Name: "cũ"}}
		if row.filed != "" {
			d = filedWith(t, motcua.UnitCode(row.body), row.filed)
		}
		desk, err := house.Successor(d, unit.Standard(), motcua.MustDate(row.on))
		if err != nil || string(desk.Unit) != row.unit || desk.Name != row.name {
			t.Errorf("%s: %+v, %v", row.why, desk, err)
		}
	}
}

// TestTransferred: the desk is what a transfer takes; and who answers is asked from when
// the body was last stated, not from the filing.
func TestTransferred(t *testing.T) {
	d, s := inHand(t, "H22")
	d.Events[0].At = motcua.MustDate("2025-06-02").In(motcua.Vietnam())
	d = dossier.Fold(d.Events)
	desk, err := house.Successor(d, unit.Standard(), motcua.MustDate("2026-03-02"))
	if err != nil || desk.Unit == d.Competent.Unit {
		t.Fatalf("%v, %v", desk, err)
	}
	do(t, d, s, dossier.ActionTransfer, dossier.RoleSystem, dossier.Details{Desk: &desk, Reason: "Nghị quyết 202/2025/QH15"})
	if again, err := house.Successor(d, unit.Standard(), motcua.MustDate("2026-03-02")); err != nil || again.Unit != d.Competent.Unit || again.Unit != "H60" {
		t.Errorf("%v decides, and %v should, %v", d.Competent, again, err)
	}
	rows := unit.Rows{Units: []unit.Unit{
		body("old", "H70", "", "2025-07-01"), body("heir", "H71", "2025-07-01", ""), body("other", "H70", "2025-07-01", ""), // the code went to somebody else
	}, Successions: []unit.Succession{{From: "old", To: "heir", Date: motcua.MustDate("2025-07-01"), Kind: unit.Merge, Source: ours}}}
	register := mustRegister(t, rows)
	d = filedWith(t, "H70", "2025-06-02")
	if desk, err = house.Successor(d, register, motcua.MustDate("2025-08-01")); err != nil || desk.Unit != "H71" {
		t.Errorf("filed with the old body: %v, %v", desk, err)
	}
	d.Apply(dossier.Event{Action: dossier.ActionForward, At: motcua.MustDate("2025-07-02").In(motcua.Vietnam()), To: dossier.StateForwarded, Details: dossier.Details{Desk: &dossier.Desk{Unit: "H70"}}})
	if desk, err = house.Successor(d, register, motcua.MustDate("2025-08-01")); err != nil || desk.Unit != "H70" {
		t.Errorf("forwarded to the new one: %v, %v", desk, err)
	}
}

var ours = motcua.Source{Basis: motcua.BasisOurs}

// body is a unit with an agency code for a time.
func body(id, code, from, to string) unit.Unit {
	u := unit.Unit{ID: id, Level: unit.Province, Name: motcua.Text{Vi: id, En: id}, Codes: []unit.Code{{Scheme: unit.SchemeAgency, Value: code}}, Source: ours}
	if from != "" {
		u.Validity.From = motcua.MustDate(from)
	}
	if to != "" {
		u.Validity.To = motcua.MustDate(to)
	}
	return u
}

func mustRegister(t *testing.T, rows unit.Rows) *unit.Register {
	t.Helper()
	rows.Schemes = []unit.Scheme{{ID: unit.SchemeAgency, Title: motcua.Text{Vi: "Mã định danh", En: "Agency code"}, Source: ours}}
	register, faults := unit.New(rows)
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	return register
}

// TestNoOneHeir: where no one body can be told a person must choose.
func TestNoOneHeir(t *testing.T) {
	day := motcua.MustDate("2025-07-01")
	half := motcua.MustDecimal("0.5")
	register := mustRegister(t, unit.Rows{
		Units: []unit.Unit{
			body("split", "H70", "", "2025-07-01"), body("one", "H71", "2025-07-01", ""), body("two", "H72", "2025-07-01", ""),
			body("gone", "H73", "", "2025-07-01"), body("nameless", "H74", "", "2025-07-01"),
			{ID: "codeless", Level: unit.Province, Name: motcua.Text{Vi: "x"}, Validity: motcua.Validity{From: day}, Source: ours},
		},
		Successions: []unit.Succession{
			{From: "split", To: "one", Date: day, Kind: unit.Split, Share: &half, Source: ours}, {From: "split", To: "two", Date: day, Kind: unit.Split, Share: &half, Source: ours},
			{From: "gone", Date: day, Kind: unit.Abolish, Source: ours}, {From: "nameless", To: "codeless", Date: day, Kind: unit.Merge, Source: ours},
		},
	})
	for _, row := range []struct {
		why  string
		body motcua.UnitCode
		want unit.Outcome
	}{
		{"divided among two", "H70", unit.Several},
		{"ended, and nobody took over", "H73", unit.Lost},
		{"taken over by a body without a code", "H74", unit.Single},
	} {
		desk, err := house.Successor(filedWith(t, row.body, "2025-06-02"), register, day)
		var heir *house.HeirError
		if !errors.As(err, &heir) || !errors.Is(err, house.ErrHeir) || heir.Unit != row.body || heir.Of.Outcome != row.want || desk.Unit != "" {
			t.Errorf("%s: %+v, %v", row.why, desk, err)
		}
	}
	var unknown *unit.CodeError
	for _, code := range []motcua.UnitCode{"H99", "H70.12", ""} {
		if _, err := house.Successor(filedWith(t, code, "2025-06-02"), register, day); !errors.As(err, &unknown) || errors.Is(err, house.ErrHeir) {
			t.Errorf("%q: %v", code, err)
		}
	}
}
