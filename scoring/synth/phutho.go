package synth

import (
	"fmt"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// phuThoProvince are the counts of the province: published, with the edits.
var phuThoProvince = pairs{
	"1.1": {0, 89}, "1.2": {0, 70}, "1.3": {87, 89}, "1.4": {597918, 597918}, "2.1": {528684, 597918},
	"3.1": {52, 89}, "3.2": {516, 1884}, "3.3": {589496, 597918}, "3.5": {68, 313}, "3.5b": {119, 313}, "3.6": {309542, 358625},
	"4.1": {433356, 597918}, "4.2": {145096, 597918}, "4.3": {136827, 597918}, "4.4": {0, 597918}, "4.5a": {396, 1300}, "4.5b": {325596, 597918},
	"5.2": {182, 247}, "5.3": {137, 247}, "5.4": {493503, 629836},
}

// phuThoUnits are the units of which something was published, with what was. Their
// codes are made up.
var phuThoUnits = []namedUnit{
	{"H44.01", "Văn phòng UBND", levelDepartment, pairs{"3.5": {0, 1}, "3.5b": {0, 1}, "3.6": {0, 0}, "2.1": {0, 0}, "5.2": {0, 0}}},
	{"H44.02", "BQL khu công nghiệp", levelDepartment, pairs{"2.1": {1689, 1840}, "3.5": {0, 3}, "3.5b": {2, 3}, "3.6": {18, 18}}},
	{"H44.03", "Sở Công Thương", levelDepartment, pairs{"2.1": {1652, 2270}, "3.5": {0, 13}, "3.5b": {12, 13}, "3.6": {118, 118}}},
	{"H44.04", "Sở GDĐT", levelDepartment, pairs{"2.1": {758, 1120}, "3.5": {0, 2}, "3.5b": {0, 2}, "3.6": {0, 2}}},
	{"H44.05", "Sở Ngoại vụ", levelDepartment, pairs{"2.1": {3, 5}}},
	{"H44.60.01", "Việt Trì", levelCommune, pairs{
		"2.1": {7368, 8253}, "3.5": {10, 38}, "3.5b": {18, 38}, "3.6": {4015, 4920},
		"4.1": {6722, 8253}, "4.2": {1662, 8253}, "4.3": {984, 8253}, "4.4": {0, 8253}, "4.5a": {63, 385}, "4.5b": {4032, 8253},
	}},
	{"H44.60.02", "Nông Trang", levelCommune, pairs{"2.1": {5646, 6178}, "3.5": {5, 40}, "3.5b": {15, 40}, "3.6": {3384, 3804}}},
	{"H44.60.03", "Vân Phú", levelCommune, pairs{"3.5": {6, 32}, "3.5b": {8, 32}, "3.6": {5623, 5914}}},
	{"H44.60.04", "Bản Nguyên", levelCommune, pairs{"3.5": {11, 39}, "3.5b": {20, 39}, "3.6": {5154, 5553}}},
	{"H44.60.05", "Bình Phú", levelCommune, pairs{"3.5": {10, 41}, "3.5b": {21, 41}, "3.6": {1883, 2123}}},
}

const (
	levelProvince   = "province"
	levelDepartment = "department"

	phuThoDepartments = 15
	phuThoCommunes    = 148
)

// PhuTho2026 is a world with the counts of the province of Phú Thọ in 2026, as the
// portal published them on 28 September, and the edits that make one world of them.
// Ten of its units bear their names and whatever was published of them; the others
// are made up, and so is how they share what is left. All codes of units are made up.
func PhuTho2026() *World {
	w := phuTho().world()
	w.title = motcua.Text{Vi: "Phú Thọ năm 2026", En: "Phú Thọ in 2026"}
	w.edits = phuThoEdits()
	return w
}

func phuTho() *province {
	units := append([]namedUnit(nil), phuThoUnits...)
	for i := 6; i <= phuThoDepartments; i++ {
		units = append(units, namedUnit{fmt.Sprintf("H44.%02d", i), fmt.Sprintf("Sở Mẫu %02d", i-5), levelDepartment, nil})
	}
	for i := 6; i <= phuThoCommunes; i++ {
		units = append(units, namedUnit{fmt.Sprintf("H44.%02d.%02d", 60+i/99, i%99+1), fmt.Sprintf("Xã Mẫu %03d", i-5), levelCommune, nil})
	}
	return &province{name: "phutho-2026", code: "H44", title: "Phú Thọ", total: phuThoProvince, units: units, null: []string{"4.6"}, sizes: sizes{
		authority: 8, provided: 5, services: 380, servicesUsed: 26, feeBearing: 37, feePaid: 14, integrated: 7, population: 370, connected: 45, departmentServices: 110,
	}}
}

// Small is a world of about two thousand dossiers in a province that does not exist,
// with three departments and four communes: small enough to be embedded.
func Small() *World {
	w := small().world()
	w.title = motcua.Text{Vi: "một tỉnh nhỏ không có thật", En: "a small province that does not exist"}
	return w
}

func small() *province {
	total := pairs{
		"1.1": {9, 12}, "1.2": {7, 10}, "1.3": {11, 12}, "1.4": {1980, 2000}, "2.1": {1868, 2000},
		"3.1": {16, 18}, "3.2": {41, 60}, "3.3": {1480, 2000}, "3.5": {14, 20}, "3.5b": {12, 20}, "3.6": {702, 810},
		"4.1": {1610, 2000}, "4.2": {1495, 2000}, "4.3": {1204, 2000}, "4.4": {260, 2000}, "4.5a": {25, 32}, "4.5b": {1330, 2000}, "4.6": {3, 4},
		"5.2": {21, 24}, "5.3": {18, 24}, "5.4": {1755, 2060},
	}
	p := &province{name: "small", code: "H99", title: "Tỉnh Mẫu", total: total, sizes: sizes{
		authority: 7, provided: 6, services: 24, servicesUsed: 12, feeBearing: 9, feePaid: 5, integrated: 6, population: 14, connected: 11, departmentServices: 20,
	}}
	for i := 1; i <= 3; i++ {
		p.units = append(p.units, namedUnit{fmt.Sprintf("H99.%02d", i), fmt.Sprintf("Sở Mẫu %02d", i), levelDepartment, nil})
	}
	for i := 1; i <= 4; i++ {
		p.units = append(p.units, namedUnit{fmt.Sprintf("H99.60.%02d", i), fmt.Sprintf("Xã Mẫu %03d", i), levelCommune, nil})
	}
	return p
}

// world makes a world of a province whose counts this package holds: they are sound,
// as the tests show.
func (p *province) world() *World {
	index, err := scoring.Standard().Lookup("vn.766", "portal-2026")
	if err != nil {
		return &World{}
	}
	w, faults := FromCounts(index, p.counts(index))
	if faults.Err() != nil {
		return &World{}
	}
	w.name = p.name
	return w
}
