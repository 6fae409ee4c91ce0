package npsp_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/internal/schematest"
)

// whole are messages with every list.
var whole = map[string]string{
	"dossierMessage": `{"MaHoSo":"000.12.34.H56-260701-0001","MaTTHC":"1.004194","TrangThaiHoSo":2,"DinhDanhCHS":[{"LoaiDinhDanh":"1","SoDinhDanh":"001000000000"}],
		"DSKetNoiCSDL":[{"MaCSDL":"1"}],"TaiLieuNop":[{"TenTepDinhKem":"don.pdf","IsDeleted":"False","DuocSoHoa":"1"}],"DanhSachLePhi":[{"Gia":"25000"}],
		"DanhSachTepDinhKemKhac":[{"TenGiayTo":"x","SoLuong":1}],"DanhSachHoSoBoSung":[{"HoSoBoSungId":1,"NgayBoSung":"20260702090000","TrangThaiBoSung":true}],
		"DanhSachGiayToKetQua":[{"DuongDanTepTinKetQua":"https://example.invalid/1"}]}`,
	"procedureMessage": wholeProcedure,
	"progressMessage":  `{"MaHoSo":"000.12.34.H56-260701-0001","ThoiDiemXuLy":"20260702090000","TrangThai":"4"}`,
}

// variants are a value with one member, at any depth, left out, added or replaced.
func variants(v any) []any {
	var out []any
	switch v := v.(type) {
	case map[string]any:
		with := func(name string, value any) {
			copied := maps.Clone(v)
			copied[name] = value
			out = append(out, copied)
		}
		for name, member := range v {
			without := maps.Clone(v)
			delete(without, name)
			out = append(out, without)
			for _, value := range []any{nil, true, 7, "", "x", []any{}, []any{nil}, []any{7}, map[string]any{}} {
				with(name, value)
			}
			for _, inner := range variants(member) {
				with(name, inner)
			}
		}
		with("MauSac", "red")
	case []any:
		for i := range v {
			for _, inner := range variants(v[i]) {
				copied := slices.Clone(v)
				copied[i] = inner
				out = append(out, copied)
			}
		}
	}
	return out
}

// TestSchemasTellTheTruth: the schema and the reader agree on the shape of messages.
// What only sense refuses, as a day that does not exist, has codes of its own.
func TestSchemasTellTheTruth(t *testing.T) {
	for _, d := range npsp.Documents() {
		side := schematest.Of(t, d)
		var message any
		if err := json.Unmarshal([]byte(whole[d.Name]), &message); err != nil {
			t.Fatal(err)
		}
		checked, refusals := 0, 0
		for _, variant := range append(variants(message), message) {
			data, err := json.Marshal(variant)
			if err != nil {
				t.Fatal(err)
			}
			refused := side.Refusal(data)
			faults := d.Check(data)
			shape := slices.ContainsFunc(faults, func(f *motcua.Fault) bool { return strings.HasPrefix(f.Code, "DOC-") })
			if refused != nil && faults.Err() == nil || refused == nil && shape {
				t.Errorf("%s: the schema says %v, the reader %v", data, refused, faults)
			}
			if checked++; refused != nil {
				refusals++
			}
		}
		if checked < 30 || refusals == 0 {
			t.Errorf("%s: %d variants, %d refused", d.Name, checked, refusals)
		}
	}
}
