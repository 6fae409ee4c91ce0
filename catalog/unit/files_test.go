package unit_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/unit"
)

func onLines(faults motcua.Faults) string {
	var out []string
	for _, f := range faults {
		out = append(out, fmt.Sprintf("%d %s %s", f.Line, f.Pointer, f.Code))
	}
	return strings.Join(out, "|")
}

// replaced puts new text into a sound list, once.
func replaced(t *testing.T, text, old, by string) string {
	t.Helper()
	if !strings.Contains(text, old) {
		t.Fatalf("there is no %q in the list", old)
	}
	return strings.Replace(text, old, by, 1)
}

func TestFilesStrict(t *testing.T) {
	for _, c := range []struct {
		why       string
		read      reader
		text      string
		old, by   string
		want      string
		units     int
		successes int
	}{
		{"sound", unit.ReadProvinces, someProvinces, "", "", "", 1, 0},
		{"an empty file", unit.ReadProvinces, someProvinces, someProvinces, "", "1  CAT-UNIT-19", 0, 0},
		{"a mark of byte order", unit.ReadProvinces, someProvinces, "code", "\uFEFFcode", "1  CAT-UNIT-19", 0, 0},
		{"columns in another order", unit.ReadProvinces, someProvinces, "code,name", "name,code", "1  CAT-UNIT-19", 0, 0},
		{"a column too many", unit.ReadProvinces, someProvinces, ",126", ",126,", "2  CAT-UNIT-20", 0, 0},
		{"a quote in the middle", unit.ReadProvinces, someProvinces, "Hanoi", `Ha"noi`, "2  CAT-UNIT-20", 0, 0},
		{"no name", unit.ReadProvinces, someProvinces, "Hanoi", "", "2 /name_en CAT-UNIT-20", 0, 0},
		{"a count that is none", unit.ReadProvinces, someProvinces, "126", "1e2", "2 /n_communes CAT-UNIT-20", 0, 0},
		{"two lines in one value", unit.ReadProvinces, someProvinces, "Hanoi", "\"Ha\nnoi\"", "2 /name_en CAT-UNIT-20", 0, 0},
		{"broken UTF-8", unit.ReadProvinces, someProvinces, "Hanoi", "Han\xffi", "2 /name_en CAT-UNIT-20", 0, 0},
		{"space", unit.ReadProvinces, someProvinces, "Hanoi", "Hanoi ", "2 /name_en CAT-UNIT-21", 1, 0},
		{"a code without its zero", unit.ReadProvinces, someProvinces, "01,", "1,", "2 /code CAT-UNIT-04", 0, 0},
		{"another name", unit.ReadProvinces, someProvinces, "Thành phố Hà Nội", "Thành phố Hà Nam", "2 /full_name CAT-UNIT-25|2 /full_name CAT-UNIT-25", 1, 0},
		{"a row twice", unit.ReadProvinces, someProvinces + strings.SplitAfter(someProvinces, "\n")[1], "", "", "3 /code CAT-UNIT-23", 1, 0},
		{"a type in small letters is kept", unit.ReadCommunes, someCommunes, "Phường Ba Đình", "phường Ba Đình", "2 /full_name CAT-UNIT-25", 2, 0},
		{"a province nobody knows", unit.ReadCommunes, someCommunes, ",01,", ",03,", "2 /province_code CAT-UNIT-22", 1, 0},
		{"sound", unit.ReadProvinceMap, someProvinceMap, "", "", "", 0, 2},
		{"new codes nobody bears", unit.ReadProvinceMap, someProvinceMap, "08,Tuyên Quang", "02,Hà Giang", "2 /new_province_id CAT-UNIT-22", 0, 1},
		{"a name of another", unit.ReadProvinceMap, someProvinceMap, "Tỉnh Hà Giang", "Tỉnh Hà Nam", "2 /old_province CAT-UNIT-25", 0, 2},
		{"one that goes on, merged", unit.ReadProvinceMap, someProvinceMap, "02,Tỉnh Hà Giang", "04,Tỉnh Cao Bằng", "2 /old_province_id CAT-UNIT-27", 0, 1},
		{"one that goes on, as it was", unit.ReadProvinceMap, someProvinceMap, "02,Tỉnh Hà Giang,08,Tuyên Quang", "04,Tỉnh Cao Bằng,04,Tỉnh Cao Bằng", "", 0, 1},
		{"a pair twice", unit.ReadProvinceMap, someProvinceMap + "02,Tỉnh Hà Giang,08,Tuyên Quang\n", "", "", "4 /new_province_id CAT-UNIT-23", 0, 2},
		{"not as an agency code", unit.ReadAgencyCodes, someAgencies, "H26,", "h26,", "2 /agency_code CAT-UNIT-04", 1, 0},
		{"another agency code", unit.ReadAgencyCodes, someAgencies, "H26,", "H27,", "2 /agency_code CAT-UNIT-05", 1, 0},
		{"another body", unit.ReadAgencyCodes, someAgencies, "UBND Thành phố Hà Nội", "Bộ Y tế", "2 /agency_name_dvcqg_2026 CAT-UNIT-25", 1, 0},
		{"a code for two units, one after the other", unit.ReadMapping, someMapping, ",2025-07-01", ",", "2 /valid_from CAT-UNIT-06", 0, 0},
		{"small unit first", unit.ReadMapping, someMapping, "agency:H02", "agency:000.00.00.H02", "", 1, 0},
		{"no scheme", unit.ReadMapping, someMapping, "agency:H02", "H02", "2 /from CAT-UNIT-04", 0, 0},
		{"a scheme nobody knows", unit.ReadMapping, someMapping, "agency:H02", "agent:H02", "2 /from CAT-UNIT-04", 0, 0},
		{"nobody", unit.ReadMapping, someMapping, "gso:24", "gso:99", "2 /to CAT-UNIT-22", 0, 0},
		{"a day that is none", unit.ReadMapping, someMapping, "2025-07-01", "1/7/2025", "2 /valid_to CAT-UNIT-20", 0, 0},
		{"turned round", unit.ReadMapping, someMapping, ",,2025-07-01", ",2025-07-01,2025-07-01", "2 /valid_to CAT-UNIT-06", 0, 0},
	} {
		rows, faults := c.read(strings.NewReader(replaced(t, c.text, c.old, c.by)), unit.Standard(), nil)
		if got := onLines(faults); got != c.want || len(rows.Units) != c.units || len(rows.Successions) != c.successes {
			t.Errorf("%s: %s, want %s; %d units and %d successions, want %d and %d",
				c.why, got, c.want, len(rows.Units), len(rows.Successions), c.units, c.successes)
		}
	}
}

// TestCommuneMap reads the table over a register that has the new communes.
func TestCommuneMap(t *testing.T) {
	rows, _ := unit.ReadCommunes(strings.NewReader(someCommunes), unit.Standard(), nil)
	base, faults := unit.Standard().With(rows)
	if base == nil {
		t.Fatal(faults)
	}
	sound := replaced(t, someCommuneMap, "00006,Phường Vĩnh Phúc,00009", "00006,Phường Vĩnh Phúc,00008")
	for _, c := range []struct{ why, old, by, want, kinds string }{
		{"sound", "", "", "", "merge split split merge"},
		{"fewer rows than targets", "Ngọc Hà,00004,Phường Ba Đình,2\n01,Thành phố Hà Nội,00016,Phường Ngọc Hà,00008,Phường Ngọc Hà,2", "Ngọc Hà,00004,Phường Ba Đình,2", "3 /n_targets CAT-UNIT-24", "merge split rename"},
		{"two counts of one unit", "00008,Phường Ngọc Hà,2", "00008,Phường Ngọc Hà,3", "3 /n_targets CAT-UNIT-24|4 /n_targets CAT-UNIT-23", "merge split rename"},
		{"two names of one unit", "00016,Phường Ngọc Hà,00008", "00016,Phường Đội Cấn,00008", "3 /n_targets CAT-UNIT-24|4 /old_commune CAT-UNIT-23", "merge split rename"},
		{"from another province", "01,Thành phố Hà Nội,00006", "02,Tỉnh Hà Giang,00006", "5 /new_commune_id CAT-UNIT-26", "merge split split merge"},
		{"from a province nobody knows", "01,Thành phố Hà Nội,00006", "03,Tỉnh Hà Giang,00006", "5 /old_province_id CAT-UNIT-22", "merge split split"},
	} {
		rows, faults := unit.ReadCommuneMap(strings.NewReader(replaced(t, sound, c.old, c.by)), base, nil)
		var kinds []string
		for _, s := range rows.Successions {
			kinds = append(kinds, s.Kind.String())
		}
		if got := strings.Join(kinds, " "); onLines(faults) != c.want || got != c.kinds {
			t.Errorf("%s: %s, want %s; %s, want %s", c.why, onLines(faults), c.want, got, c.kinds)
		}
	}
}

// TestKindsOfOne: a unit with one successor of its own went on, or was renamed.
func TestKindsOfOne(t *testing.T) {
	rows, _ := unit.ReadCommunes(strings.NewReader(someCommunes), unit.Standard(), nil)
	base, _ := unit.Standard().With(rows)
	rows, faults := unit.ReadCommuneMap(strings.NewReader(`old_province_id,old_province,old_commune_id,old_commune,new_commune_id,new_commune,n_targets
01,Hà Nội,00004,Phường Ba Đình,00004,Phường Ba Đình,1
01,Hà Nội,00008,Xã Ngọc Hà,00008,Phường Ngọc Hà,1
`), base, &unit.Options{Source: motcua.Source{Act: "1656/NQ-UBTVQH15", Basis: motcua.BasisLaw}})
	if len(faults) > 0 || len(rows.Successions) != 2 {
		t.Fatal(faults)
	}
	for i, want := range []unit.Kind{unit.Continue, unit.Rename} {
		if s := rows.Successions[i]; s.Kind != want || s.Share.String() != "1" || s.Source.Basis != motcua.BasisLaw {
			t.Errorf("%+v, want %v", s, want)
		}
	}
	if u := rows.Units[1]; u.Type != "Xã" || u.Parent != "gso:01" || u.ID != "gso:00008" {
		t.Errorf("%+v", u)
	}
}

// TestEmptyBase: a list read over nothing makes a register of its own.
func TestEmptyBase(t *testing.T) {
	rows, faults := unit.ReadProvinces(strings.NewReader(someProvinces), nil, &unit.Options{Date: motcua.MustDate("2020-01-01")})
	rows.Schemes = sound().Schemes
	r, more := unit.New(rows)
	if len(faults)+len(more) > 0 {
		t.Fatal(faults, more)
	}
	u, ok := r.Find("gso", "01", motcua.MustDate("2020-01-01"))
	if _, before := r.Find("gso", "01", motcua.MustDate("2019-12-31")); !ok || before || u.ID != "gso:01@2020-01-01" {
		t.Errorf("%+v, before: %t", u, before)
	}
}

type broken struct{ io.Reader }

func (broken) Read([]byte) (int, error) { return 0, errors.New("the disk is gone") }

func TestUnreadable(t *testing.T) {
	for name, read := range map[string]reader{
		"provinces": unit.ReadProvinces, "communes": unit.ReadCommunes, "province map": unit.ReadProvinceMap,
		"commune map": unit.ReadCommuneMap, "agencies": unit.ReadAgencyCodes, "mapping": unit.ReadMapping,
	} {
		if _, faults := read(broken{}, nil, nil); places(faults) != "CAT-UNIT-28" {
			t.Errorf("%s: %v", name, faults)
		}
	}
}

// TestManyFaults: a file of nothing but faults is reported up to a limit.
func TestManyFaults(t *testing.T) {
	text := someProvinceMap + strings.Repeat("a,b,c,d\n", 8000)
	_, faults := unit.ReadProvinceMap(strings.NewReader(text), unit.Standard(), nil)
	last := faults[len(faults)-1]
	if len(faults) != 10_001 || !strings.Contains(onLines(faults), "CAT-UNIT-30") || last.Line > 8003 {
		t.Errorf("%d faults, the last %v", len(faults), last)
	}
	_, again := unit.ReadProvinceMap(strings.NewReader(text), unit.Standard(), nil)
	if diff := cmp.Diff(onLines(faults), onLines(again)); diff != "" {
		t.Error(diff)
	}
}
