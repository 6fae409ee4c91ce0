package unit_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/unit"
)

var ours = motcua.Source{Basis: motcua.BasisOurs}

func between(from, to string) motcua.Validity {
	var v motcua.Validity
	if from != "" {
		v.From = motcua.MustDate(from)
	}
	if to != "" {
		v.To = motcua.MustDate(to)
	}
	return v
}

func share(s string) *motcua.Decimal {
	d := motcua.MustDecimal(s)
	return &d
}

func commune(id, code string, v motcua.Validity) unit.Unit {
	u := unit.Unit{ID: id, Level: unit.Commune, Name: motcua.Text{Vi: "Xã " + id}, Validity: v, Source: ours}
	if code != "" {
		u.Codes = []unit.Code{{Scheme: unit.SchemeStatistical, Value: code}}
	}
	return u
}

func takeover(from, to, date string, kind unit.Kind, part *motcua.Decimal) unit.Succession {
	return unit.Succession{From: from, To: to, Date: motcua.MustDate(date), Kind: kind, Share: part, Source: ours}
}

// sound is a province with three communes, one of them split in 2020.
func sound() unit.Rows {
	province := unit.Unit{ID: "p", Level: unit.Province, Name: motcua.Text{Vi: "Tỉnh P"}, Source: ours}
	a, b, c := commune("a", "00001", between("", "2020-01-01")), commune("b", "00002", motcua.Validity{}), commune("c", "00001", between("2020-01-01", ""))
	a.Parent, b.Parent, c.Parent = "p", "p", "p"
	return unit.Rows{
		Schemes:     []unit.Scheme{{ID: "gso", Title: motcua.Text{Vi: "Mã"}, Lengths: []int{2, 5}, Source: ours}, {ID: "agency", Title: motcua.Text{Vi: "Mã"}, Source: ours}},
		Units:       []unit.Unit{province, a, b, c},
		Successions: []unit.Succession{takeover("a", "b", "2020-01-01", unit.Split, share("0.25")), takeover("a", "c", "2020-01-01", unit.Split, share("0.75"))},
	}
}

// plantedFaults are single faults in sound rows, each told once and in its place.
var plantedFaults = []struct {
	why  string
	want string
	do   func(r *unit.Rows)
}{
	{"nothing", "", func(*unit.Rows) {}},
	{"no ID", "/units/0/id CAT-UNIT-01", func(r *unit.Rows) { r.Units = append([]unit.Unit{commune("", "", motcua.Validity{})}, r.Units...) }},
	{"a space in an ID", "/units/4/id CAT-UNIT-01", func(r *unit.Rows) { r.Units = append(r.Units, commune("x y", "", motcua.Validity{})) }},
	{"an ID twice", "/units/4/id CAT-UNIT-02", func(r *unit.Rows) { r.Units = append(r.Units, r.Units[2]) }},
	{"no name", "/units/2/name/vi CAT-UNIT-03", func(r *unit.Rows) { r.Units[2].Name.Vi = " " }},
	{"HTML in a name", "/units/2/name/vi CAT-UNIT-03", func(r *unit.Rows) { r.Units[2].Name.Vi = "<b>Xã</b>" }},
	{"NUL in a name", "/units/2/name/en CAT-UNIT-03", func(r *unit.Rows) { r.Units[2].Name.En = "a\x00" }},
	{"a name of 50 MB", "/units/2/name/vi CAT-UNIT-03", func(r *unit.Rows) { r.Units[2].Name.Vi = strings.Repeat("a", 50<<20) }},
	{"a type on two lines", "/units/2/type CAT-UNIT-03", func(r *unit.Rows) { r.Units[2].Type = "Xã\n" }},
	{"no level", "/units/2/level CAT-UNIT-03", func(r *unit.Rows) { r.Units[2].Level = 0 }},
	{"four digits", "/units/2/codes/0/value CAT-UNIT-04", func(r *unit.Rows) { r.Units[2].Codes[0].Value = "0002" }},
	{"digits of another script", "/units/2/codes/0/value CAT-UNIT-04", func(r *unit.Rows) { r.Units[2].Codes[0].Value = "１２" }},
	{"no such scheme", "/units/2/codes/0/scheme CAT-UNIT-04", func(r *unit.Rows) { r.Units[2].Codes[0].Scheme = "gos" }},
	{"an agency code small unit first", "/units/2/codes/0/value CAT-UNIT-04", func(r *unit.Rows) { r.Units[2].Codes[0] = unit.Code{Scheme: "agency", Value: "000.00.00.H56"} }},
	{"a code of two units", "/units/3/codes/0 CAT-UNIT-05", func(r *unit.Rows) { r.Units[3].Codes[0].Value = "00002" }},
	{"a code twice in one unit", "/units/2/codes/1 CAT-UNIT-05", func(r *unit.Rows) { r.Units[2].Codes = append(r.Units[2].Codes, r.Units[2].Codes[0]) }},
	{"a validity turned round", "/units/3/validity CAT-UNIT-06", func(r *unit.Rows) { r.Units[3].Validity.To = motcua.MustDate("2019-01-01") }},
	{"a code outside its unit", "/units/3/codes/0/validity CAT-UNIT-06", func(r *unit.Rows) { r.Units[3].Codes[0].Validity = between("2019-01-01", "2020-01-01") }},
	{"an unknown parent", "/units/3/parent CAT-UNIT-07", func(r *unit.Rows) { r.Units[3].Parent = "q" }},
	{"a parent that ends before", "/units/0/validity/to CAT-UNIT-17|/units/2/parent CAT-UNIT-08|/units/3/parent CAT-UNIT-08", func(r *unit.Rows) { r.Units[0].Validity = between("", "2021-01-01") }},
	{"a commune under a commune", "/units/3/parent CAT-UNIT-09", func(r *unit.Rows) { r.Units[3].Parent = "b" }},
	{"parents of each other", "/units/4/parent CAT-UNIT-10", func(r *unit.Rows) {
		x, y := commune("x", "", motcua.Validity{}), commune("y", "", motcua.Validity{})
		x.Level, y.Level, x.Parent, y.Parent = unit.Other, unit.Other, "y", "x"
		r.Units = append(r.Units, x, y)
	}},
	{"its own parent", "/units/4/parent CAT-UNIT-10", func(r *unit.Rows) {
		x := commune("x", "", motcua.Validity{})
		x.Level, x.Parent = unit.Other, "x"
		r.Units = append(r.Units, x)
	}},
	{"an unknown successor", "/successions/2/to CAT-UNIT-11", func(r *unit.Rows) {
		r.Successions = append(r.Successions, takeover("b", "q", "2024-01-01", unit.Split, nil))
	}},
	{"an unknown predecessor", "/successions/2/from CAT-UNIT-11", func(r *unit.Rows) {
		r.Successions = append(r.Successions, takeover("q", "b", "2024-01-01", unit.Merge, nil))
	}},
	{"merged and still there", "/successions/2/date CAT-UNIT-12", func(r *unit.Rows) {
		r.Successions = append(r.Successions, takeover("b", "c", "2024-01-01", unit.Merge, nil))
	}},
	{"a part split off one that goes on", "", func(r *unit.Rows) {
		r.Successions = append(r.Successions, takeover("b", "c", "2024-01-01", unit.Split, share("0.1")))
	}},
	{"after the end", "/successions/2/date CAT-UNIT-12", func(r *unit.Rows) {
		r.Successions = append(r.Successions, takeover("a", "c", "2024-01-01", unit.Split, nil))
	}},
	{"no date", "/successions/2/date CAT-UNIT-12", func(r *unit.Rows) {
		s := takeover("b", "c", "2024-01-01", unit.Split, nil)
		s.Date = 0
		r.Successions = append(r.Successions, s)
	}},
	{"a successor that comes later", "/successions/1/to CAT-UNIT-13", func(r *unit.Rows) { r.Units[3].Validity = between("2020-01-02", "") }},
	{"a circle", "/successions/2 CAT-UNIT-14", circle},
	{"to itself", "/successions/2/to CAT-UNIT-15", func(r *unit.Rows) {
		r.Successions = append(r.Successions, takeover("b", "b", "2024-01-01", unit.Move, nil))
	}},
	{"a succession twice", "/successions/3 CAT-UNIT-15", func(r *unit.Rows) {
		part := takeover("b", "c", "2024-01-01", unit.Split, nil)
		r.Successions = append(r.Successions[:1:1], part, r.Successions[1], part)
	}},
	{"no successor and not abolished", "/successions/2/to CAT-UNIT-15", func(r *unit.Rows) {
		r.Successions = append(r.Successions, takeover("b", "", "2024-01-01", unit.Split, nil))
	}},
	{"no kind", "/successions/0/kind CAT-UNIT-15", func(r *unit.Rows) { r.Successions[0].Kind = 0 }},
	{"shares above 1", "/successions/0/share CAT-UNIT-16", func(r *unit.Rows) { r.Successions[0].Share = share("0.26") }},
	{"shares below 1", "/successions/0/share CAT-UNIT-16", func(r *unit.Rows) { r.Successions[0].Share = share("0.24") }},
	{"a share of nothing", "/successions/0/share CAT-UNIT-16", func(r *unit.Rows) { r.Successions[0].Share, r.Successions[1].Share = share("0"), nil }},
	{"all known and one unknown", "/successions/0/share CAT-UNIT-16", func(r *unit.Rows) { r.Successions[0].Share, r.Successions[1].Share = share("1"), nil }},
	{"no heir", "/units/4/validity/to CAT-UNIT-17", func(r *unit.Rows) { r.Units = append(r.Units, commune("d", "", between("", "2021-01-01"))) }},
	{"one part of a split", "/successions/0 CAT-UNIT-17", func(r *unit.Rows) { r.Successions = r.Successions[:1]; r.Successions[0].Share = nil }},
	{"a scheme in capitals", "/schemes/2/id CAT-UNIT-18", func(r *unit.Rows) {
		r.Schemes = append(r.Schemes, unit.Scheme{ID: "GSO", Title: motcua.Text{Vi: "Mã"}, Source: ours})
	}},
	{"no ground", "/units/3/source/basis CAT-UNIT-31", func(r *unit.Rows) { r.Units[3].Source = motcua.Source{Act: "1/QĐ"} }},
}

// circle adds two units that end on one day and took over from each other.
func circle(r *unit.Rows) {
	r.Units = append(r.Units, commune("x", "", between("", "2021-01-01")), commune("y", "", between("", "2021-01-01")))
	r.Successions = append(r.Successions, takeover("x", "y", "2021-01-01", unit.Merge, nil), takeover("y", "x", "2021-01-01", unit.Merge, nil))
}

func places(faults motcua.Faults) string {
	var out []string
	for _, f := range faults {
		out = append(out, strings.TrimSpace(f.Pointer+" "+f.Code))
	}
	return strings.Join(out, "|")
}

func TestPlantedFaults(t *testing.T) {
	for _, p := range plantedFaults {
		rows := sound()
		p.do(&rows)
		r, faults := unit.New(rows)
		if got := places(faults); got != p.want {
			t.Errorf("%s: %s, want %s", p.why, got, p.want)
		}
		if (r == nil) != (faults.Err() != nil) {
			t.Errorf("%s: a register is made: %t, with %v", p.why, r != nil, faults)
		}
	}
}

// TestAllAtOnce plants every fault that can stand beside the others, and wants each
// told, in one order, twice the same.
func TestAllAtOnce(t *testing.T) {
	rows := sound()
	for i, plant := range []func(*unit.Rows){
		func(r *unit.Rows) { r.Units = append(r.Units, commune("", "", motcua.Validity{})) },
		func(r *unit.Rows) { r.Units = append(r.Units, commune("b", "", motcua.Validity{})) },
		func(r *unit.Rows) { r.Units = append(r.Units, commune("e", "0", motcua.Validity{})) },
		func(r *unit.Rows) { r.Units = append(r.Units, commune("f", "00002", motcua.Validity{})) },
		func(r *unit.Rows) { r.Units = append(r.Units, commune("g", "", between("2020-01-01", "2020-01-01"))) },
		func(r *unit.Rows) { r.Successions[0].Share = share("1") },
		func(r *unit.Rows) { r.Successions[1].Kind = 99 },
		circle,
	} {
		plant(&rows)
		_, faults := unit.New(rows)
		_, again := unit.New(rows)
		if diff := cmp.Diff(places(faults), places(again)); diff != "" || len(faults) != i+1 {
			t.Errorf("%d faults are planted, %d found: %v\n%s", i+1, len(faults), faults, diff)
		}
	}
}

// TestCodesAreMet holds that every code of a fault is wanted by some test, and that
// each stands for one thing in the source.
func TestCodesAreMet(t *testing.T) {
	source, err := os.ReadFile("faults.go")
	if err != nil {
		t.Fatal(err)
	}
	var tests strings.Builder
	for _, name := range []string{"faults_test.go", "files_test.go", "rows_test.go"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		tests.Write(text)
	}
	seen := map[string]bool{}
	for _, code := range regexp.MustCompile(`"CAT-UNIT-\d+"`).FindAllString(string(source), -1) {
		if code = strings.Trim(code, `"`); seen[code] || !strings.Contains(tests.String(), code) {
			t.Errorf("%s stands twice, or no test wants it", code)
		}
		seen[code] = true
	}
	if want := fmt.Sprintf("CAT-UNIT-%02d", len(seen)); !seen[want] {
		t.Errorf("%d codes, and none is %s", len(seen), want)
	}
}
