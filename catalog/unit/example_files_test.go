package unit_test

import (
	"fmt"
	"io"
	"log"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/unit"
)

const (
	someProvinces = `code,name,full_name,unit_short,name_en,codename,n_communes
01,Hà Nội,Thành phố Hà Nội,Thành phố,Hanoi,ha_noi,126
`
	someProvinceMap = `old_province_id,old_province,new_province_id,new_province
02,Tỉnh Hà Giang,08,Tuyên Quang
08,Tỉnh Tuyên Quang,08,Tuyên Quang
`
	someCommunes = `code,name,full_name,unit_short,province_code,name_en,codename
00004,Ba Đình,Phường Ba Đình,Phường,01,Ba Dinh,ba_dinh
00008,Ngọc Hà,Phường Ngọc Hà,Phường,01,Ngoc Ha,ngoc_ha
`
	someCommuneMap = `old_province_id,old_province,old_commune_id,old_commune,new_commune_id,new_commune,n_targets
01,Thành phố Hà Nội,00004,Phường Trúc Bạch,00004,Phường Ba Đình,1
01,Thành phố Hà Nội,00016,Phường Ngọc Hà,00004,Phường Ba Đình,2
01,Thành phố Hà Nội,00016,Phường Ngọc Hà,00008,Phường Ngọc Hà,2
01,Thành phố Hà Nội,00006,Phường Vĩnh Phúc,00009,Phường Ngọc Hà,1
`
	someAgencies = `agency_code,agency_name_dvcqg_2026,dvcqg_department_id,gso_province_code,gso_full_name
H26,UBND Thành phố Hà Nội,019d2be3-6a86-70a8-a0af-76e986804225,01,Thành phố Hà Nội
`
	someMapping = `from,to,valid_from,valid_to
agency:H02,gso:24,,2025-07-01
`
)

// Lists as they circulate are read one after another, each over what is known so far.
// A row that cannot be is reported and left out: here a code that names no commune, so
// that of one old commune it is not known where it went.
func Example_files() {
	r := unit.Standard()
	for _, f := range []struct {
		text string
		read func(io.Reader, *unit.Register, *unit.Options) (unit.Rows, motcua.Faults)
	}{
		{someProvinces, unit.ReadProvinces},
		{someProvinceMap, unit.ReadProvinceMap},
		{someAgencies, unit.ReadAgencyCodes},
		{someMapping, unit.ReadMapping},
		{someCommunes, unit.ReadCommunes},
		{someCommuneMap, unit.ReadCommuneMap},
	} {
		rows, faults := f.read(strings.NewReader(f.text), r, nil)
		next, more := r.With(rows)
		for _, fault := range append(faults, more...) {
			fmt.Println(fault.Line, fault.Pointer, fault.Code, fault.Message.En)
		}
		r = next
	}
	today, then := motcua.MustDate("2026-03-01"), motcua.MustDate("2025-06-30")
	for _, code := range []string{"00004", "00016", "00006", "H02", "019d2be3-6a86-70a8-a0af-76e986804225"} {
		res, err := r.Resolve(code, today, then)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(code, res.Unit.Name.Vi, res.Outcome, res.Targets)
	}
	// Output:
	// 5 /new_commune_id CAT-UNIT-22 nobody bears the code 00009 on 2025-07-01
	// 0 /units/2/validity/to CAT-UNIT-17 gso:00006 ends on 2025-07-01 and nobody is known to take over
	// 00004 Phường Trúc Bạch single [gso:00004@2025-07-01]
	// 00016 Phường Ngọc Hà several [gso:00004@2025-07-01 (?) gso:00008@2025-07-01 (?)]
	// 00006 Phường Vĩnh Phúc lost []
	// H02 Tỉnh Bắc Giang single [gso:24@2025-07-01]
	// 019d2be3-6a86-70a8-a0af-76e986804225 Thành phố Hà Nội single [gso:01]
}

func ExampleReadLines() {
	rows, faults := unit.ReadLines(strings.NewReader(`
{"unit": {"id": "G14", "level": "ministry", "name": {"vi": "Bộ Thông tin và Truyền thông", "en": ""}, "codes": [{"scheme": "agency", "value": "G14"}], "validity": {"to": "2025-03-01"}, "source": {"basis": "practice"}}}
{"unit": {"id": "G06", "level": "ministry", "name": {"vi": "Bộ Khoa học và Công nghệ", "en": ""}, "codes": [{"scheme": "agency", "value": "G06"}], "source": {"basis": "practice"}}}
{"succession": {"from": "G14", "to": "G06", "date": "2025-03-01", "kind": "merge", "share": "1", "source": {"act": "176/2025/QH15", "basis": "law"}}}
{"succession": {"from": "G14", "to": "G06", "date": "2025-03-01", "kind": "marge", "share": "1", "source": {"basis": "law"}}}
`))
	for _, f := range faults {
		fmt.Println(f.Line, f.Pointer, f.Code)
	}
	r, _ := unit.Standard().With(rows)
	res, _ := r.Resolve("G14", motcua.MustDate("2026-03-01"), 0)
	fmt.Println(res.Unit.Name.Vi, "→", res.Targets[0].Unit.Name.Vi)
	// Output:
	// 5 /succession/kind DOC-VALUE-02
	// Bộ Thông tin và Truyền thông → Bộ Khoa học và Công nghệ
}

func ExampleDocuments() {
	for _, d := range unit.Documents() {
		fmt.Println(d.Name, d.ID)
	}
	// Output:
	// units https://github.com/motcua/motcua/schema/units-1.json
	// unitLine https://github.com/motcua/motcua/schema/unitLine-1.json
}
