package npsp_test

import (
	"encoding/json"
	"testing"

	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/dossier/transcript"
)

// TestForeignDossierIsKept: what a message leaves unsaid does not keep its dossier from
// TestForeignDossierIsKept: what a message leaves unsaid does not keep its dossier from
// being written, and reading it back says what is missing.
func TestForeignDossierIsKept(t *testing.T) {
	for _, text := range []string{
		`{"MaHoSo": "foreign"}`,
		`{"MaHoSo": "foreign", "TrangThaiHoSo": "4", "KenhThucHien": "9", "HinhThuc": "7", "LoaiDoiTuong": "8", "NgayNopHoSo": "20260302090000", "NgayTiepNhan": "20260302100000"}`,
	} {
		m, faults := npsp.ParseDossier([]byte(text), nil)
		if err := faults.Err(); err != nil {
			t.Fatal(err)
		}
		d, _ := npsp.DossierOf(&m, nil)
		data, err := json.Marshal(d)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if _, faults := transcript.Parse(data, nil); faults.Err() == nil {
			t.Errorf("%s: nothing is missing", text)
		}
	}
}
