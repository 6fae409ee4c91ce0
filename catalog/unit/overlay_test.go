package unit_test

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/unit"
)

// TestOverlayFaults: a fault is told at the row laid over; what that row does to rows
// below has no pointer and names them.
func TestOverlayFaults(t *testing.T) {
	base := mustNew(t, sound())
	ended := commune("b", "00002", between("", "2025-01-01"))
	ended.Parent = "p"
	short := sound().Units[0]
	short.Validity = between("", "2022-01-01")
	renamed := takeover("a", "b", "2020-01-01", unit.Split, share("0.5"))
	for _, c := range []struct {
		why, want string
		rows      unit.Rows
	}{
		{"nothing", "", unit.Rows{}},
		{"a code of one below", "/units/0/codes/0 CAT-UNIT-05", unit.Rows{Units: []unit.Unit{commune("x", "00002", motcua.Validity{})}}},
		{"a unit that is ended", "/units/0/validity/to CAT-UNIT-17", unit.Rows{Units: []unit.Unit{ended}}},
		{"a province that is ended above communes that go on", "CAT-UNIT-08|CAT-UNIT-08|/units/0/validity/to CAT-UNIT-17", unit.Rows{Units: []unit.Unit{short}}},
		{"a share that no longer adds up", "/successions/0/share CAT-UNIT-16", unit.Rows{Successions: []unit.Succession{renamed}}},
		{"a scheme that no longer fits the codes below", "CAT-UNIT-04|CAT-UNIT-04|CAT-UNIT-04", unit.Rows{Schemes: []unit.Scheme{{ID: "gso", Title: motcua.Text{Vi: "Mã"}, Lengths: []int{4}, Source: ours}}}},
		{"a successor below that has ended", "CAT-UNIT-13|/units/0/validity/to CAT-UNIT-17", unit.Rows{Units: []unit.Unit{func() unit.Unit {
			u := commune("c", "00009", between("2019-01-01", "2019-06-01"))
			u.Parent = "p"
			return u
		}()}}},
	} {
		r, faults := base.With(c.rows)
		if got := places(faults); got != c.want || (r == nil) != (faults.Err() != nil) {
			t.Errorf("%s: %s, want %s", c.why, got, c.want)
		}
	}
}

// TestWarnedOnce: a unit below without heir is not told of again by each overlay.
func TestWarnedOnce(t *testing.T) {
	rows := sound()
	rows.Units = append(rows.Units, commune("d", "", between("", "2021-01-01")))
	r, faults := unit.New(rows)
	if len(faults) != 1 {
		t.Fatal(faults)
	}
	if _, faults = r.With(unit.Rows{Units: []unit.Unit{commune("e", "", motcua.Validity{})}}); len(faults) != 0 {
		t.Error(faults)
	}
}

// TestEmpty: a register that is not there, or has nothing in it, knows nothing and does
// not panic.
func TestEmpty(t *testing.T) {
	at := motcua.MustDate("2026-01-01")
	for _, r := range []*unit.Register{nil, {}} {
		rows := r.Rows()
		_, known := r.Unit("a")
		_, found := r.Find("gso", "01", at)
		_, within := r.Province("a")
		n := len(rows.Units) + len(r.Units(unit.Province, at)) + len(r.Parents("a")) + len(r.Children("a", at)) + len(r.Heirs("a", at)) +
			len(r.Forebears("a", at)) + len(r.Successors("a")) + len(r.Predecessors("a"))
		if n != 0 || known || found || within {
			t.Errorf("an empty register knows something")
		}
		if laid, faults := r.With(sound()); laid == nil {
			t.Error(faults)
		}
	}
	if got := (unit.Target{}).String(); got != "nobody" {
		t.Error(got)
	}
}

func TestFindBothOrders(t *testing.T) {
	at := motcua.MustDate("2026-01-01")
	for _, code := range []string{"H26", "000.00.00.H26", "H26.00"} {
		if u, ok := unit.Standard().Find(unit.SchemeAgency, code, at); !ok || u.ID != "gso:01" {
			t.Errorf("%s is %v", code, u)
		}
	}
	for _, code := range []string{"", "26", "H99", "h26"} {
		if u, ok := unit.Standard().Find(unit.SchemeAgency, code, at); ok {
			t.Errorf("%s is %v", code, u)
		}
	}
	if _, ok := unit.Standard().Find(unit.SchemeStatistical, "H26", at); ok {
		t.Error("an agency code is found among the statistical ones")
	}
}

// TestShareTooLong: shares whose product has more digits than a Decimal are unknown, and
// never rounded.
func TestShareTooLong(t *testing.T) {
	rows := unit.Rows{Units: []unit.Unit{commune("u0", "", between("", "2000-01-02"))}}
	for i := range 3 {
		date := motcua.MustDate("2000-01-02") + motcua.Date(i)
		v := motcua.Validity{From: date, To: date + 1}
		if i == 2 {
			v.To = 0
		}
		rows.Units = append(rows.Units, commune(fmt.Sprint("u", i+1), "", v), commune(fmt.Sprint("v", i+1), "", motcua.Validity{From: date}))
		for _, s := range []struct{ to, share string }{{"u", "0.0000001"}, {"v", "0.9999999"}} {
			rows.Successions = append(rows.Successions, unit.Succession{
				From: fmt.Sprint("u", i), To: fmt.Sprint(s.to, i+1), Date: date, Kind: unit.Split, Share: share(s.share), Source: ours,
			})
		}
	}
	heirs := mustNew(t, rows).Heirs("u0", motcua.MustDate("2026-01-01"))
	if got := fmt.Sprint(heirs); got != "[u3 (?) v1 (0.9999999) v2 (0.00000009999999) v3 (?)]" {
		t.Error(got)
	}
}

// TestLong: what grows by the square would take minutes: a chain of many units, all
// under one code, one after another.
func TestLong(t *testing.T) {
	const many = 20_000
	rows := unit.Rows{Schemes: sound().Schemes}
	for i := range many {
		u := commune(fmt.Sprint("u", i), "00001", motcua.Validity{From: motcua.Date(600_000 + i), To: motcua.Date(600_001 + i)})
		rows.Units = append(rows.Units, u)
		if i > 0 {
			rows.Successions = append(rows.Successions, unit.Succession{From: fmt.Sprint("u", i-1), To: u.ID, Date: u.Validity.From, Kind: unit.Rename, Share: share("1"), Source: ours})
		}
	}
	began := time.Now()
	r := mustNew(t, rows)
	last := motcua.Date(600_000 + many - 1)
	if heirs := r.Heirs("u0", last); fmt.Sprint(heirs) != fmt.Sprintf("[u%d]", many-1) {
		t.Errorf("the heirs are %v", heirs)
	}
	if forebears := r.Forebears(fmt.Sprint("u", many-1), 600_000); fmt.Sprint(forebears) != "[u0]" {
		t.Errorf("the forebears are %v", forebears)
	}
	if took := time.Since(began); took > 30*time.Second {
		t.Errorf("took %v", took)
	}
}

// endless is a line that does not end.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

func TestFileTooLong(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	in := io.MultiReader(strings.NewReader(someMapping), endless{})
	if _, faults := unit.ReadMapping(in, unit.Standard(), nil); onLines(faults) != "0  CAT-UNIT-28|3  CAT-UNIT-20" {
		t.Error(faults)
	}
}
