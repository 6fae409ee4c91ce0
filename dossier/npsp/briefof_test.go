package npsp

import "testing"

// A truth may be written 0 and 1, False and True, as text or as itself.
func TestTruths(t *testing.T) {
	for _, text := range []string{`"1"`, `1`, `true`, `"True"`, `"true"`} {
		line := []byte(`{"MaHoSo":"H56-260701-0001","MaTTHC":"1.004194","HoSoCoThanhPhanSoHoa":` + text +
			`,"TaiLieuNop":[{"DuocSoHoa":` + text + `,"DuocLayTuKhoDMQG":` + text + `},{"IsDeleted":` + text + `}]}`)
		var b Brief
		if faults := ReadBrief(line, &b, nil); faults.Err() != nil {
			t.Errorf("%s: %v", text, faults)
		}
		if b.Digitised != 1 || b.Components != [16]int32{ComponentDigitised | ComponentFromStore: 1} {
			t.Errorf("%s: %+v", text, b)
		}
	}
}
