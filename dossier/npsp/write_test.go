package npsp

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/motcua/motcua"
)

// wantSample is the usual dossier as it is written, member by member.
const wantSample = `{"MaHoSo":"000.12.34.H56-260701-0001","MaTTHC":"1.004194","TenTTHC":"Đăng ký tạm trú (mẫu)","MaLinhVuc":"G01-DC02",` +
	`"TenLinhVuc":"Đăng ký, quản lý cư trú","SoBienNhan":"","KenhThucHien":"2","SoGiayToChuHoSo":"","ChuHoSo":"Nguyễn Văn A","LoaiDoiTuong":"1",` +
	`"MaDoiTuong":"tech-0001","ThongTinKhac":"","Email":"","Fax":"","SoDienThoai":"0900000000","TrichYeuHoSo":"Hồ sơ đăng ký tạm trú của ông Nguyễn Văn A",` +
	`"NgayNopHoSo":"20260701081500","NgayTiepNhan":"20260701100000","NgayHenTra":"20260706100000","TrangThaiHoSo":"2","NgayTra":"","ThongTinTra":"",` +
	`"HinhThuc":"0","NgayKetThucXuLy":"","DonViXuLy":"UBND xã Mẫu","GhiChu":"","NoiNopHoSo":"2","HoSoCoThanhPhanSoHoa":"1","TaiKhoanDuocXacThucVoiVNeID":"1",` +
	`"DuocThanhToanTrucTuyen":"1","NgayTuChoi":"","DinhDanhCHS":[{"LoaiDinhDanh":"1","SoDinhDanh":"001000000123"}],"DSKetNoiCSDL":[{"MaCSDL":"1"}],` +
	`"TaiLieuNop":[{"TepDinhKemId":"1","TenTepDinhKem":"Tờ khai thay đổi thông tin.pdf","IsDeleted":"False","MaThanhPhanHoSo":"TP-0001",` +
	`"DuongDanTaiTepTin":"https://example.invalid/1","DuocSoHoa":"1","DuocTaiSuDung":"0","DuocLayTuKhoDMQG":"0","MaKetQuaThayThe":""},` +
	`{"TepDinhKemId":"2","TenTepDinhKem":"Hợp đồng thuê nhà.pdf","IsDeleted":"False","MaThanhPhanHoSo":"TP-0002",` +
	`"DuongDanTaiTepTin":"https://example.invalid/2","DuocSoHoa":"1","DuocTaiSuDung":"1","DuocLayTuKhoDMQG":"1","MaKetQuaThayThe":""}],` +
	`"DanhSachLePhi":[{"TenPhiLePhi":"Lệ phí đăng ký cư trú","MaPhiLePhi":"2","HinhThucThu":"1","Gia":"25000","LoaiPhiLePhi":"2"}],` +
	`"DanhSachTepDinhKemKhac":[],"DanhSachHoSoBoSung":[],"DanhSachGiayToKetQua":[]}`

func TestWritten(t *testing.T) {
	if diff := cmp.Diff(wantSample, sampleLine(t)); diff != "" {
		t.Error(diff)
	}
	d := Dossier{
		MaHoSo: "</a>&\"\\/\n\r\t\b\x00\x7f\u2028",
		DanhSachTepDinhKemKhac: []TepDinhKemKhac{
			{SoLuong: "-12", LoaiGiayTo: "0"}, {SoLuong: "01", LoaiGiayTo: "1.0"}, {SoLuong: "-", LoaiGiayTo: "123456789012345678901234567890"},
		},
		DanhSachHoSoBoSung: []HoSoBoSung{{HoSoBoSungId: "7", TrangThaiBoSung: "false"}, {TrangThaiBoSung: "False"}},
	}
	text, err := d.AppendJSON([]byte("> "))
	for _, want := range []string{
		`> {"MaHoSo":"</a>&\"\\/\n\r\t\u0008\u0000` + "\x7f\u2028" + `","MaTTHC":"",`, `{"TenGiayTo":"","SoLuong":-12,"LoaiGiayTo":0}`, `"SoLuong":"01","LoaiGiayTo":"1.0"`,
		`"SoLuong":"-","LoaiGiayTo":123456789012345678901234567890`, `{"HoSoBoSungId":7,`, `"TrangThaiBoSung":false,`, `"TrangThaiBoSung":"False",`, `{"HoSoBoSungId":"",`,
		`"DanhSachGiayToBoSung":[],"DanhSachLePhiBoSung":[],"NgayHenTraTruoc":""`,
	} {
		if !strings.Contains(string(text), want) {
			t.Errorf("%s is not in %s, error %v", want, text, err)
		}
	}
}

// TestWrittenInOrder: every member of the types is written, in their order, so that
// a field nobody writes cannot be added.
func TestWrittenInOrder(t *testing.T) {
	full, p := fullDossier(), sampleProgress()
	for _, m := range []struct {
		v interface{ AppendJSON([]byte) ([]byte, error) }
		n []string
	}{{&full, dossierNames.names}, {&p, progressNames.names}} {
		text, err := m.v.AppendJSON(nil)
		if err != nil || !json.Valid(text) {
			t.Fatalf("%s: %v", text, err)
		}
		var want []string
		var plain map[string]json.RawMessage
		if err := json.Unmarshal(text, &plain); err != nil {
			t.Fatal(err)
		}
		rest := string(text)
		for i := range reflect.TypeOf(m.v).Elem().NumField() {
			f := reflect.TypeOf(m.v).Elem().Field(i)
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			want = append(want, name)
			at := strings.Index(rest, `"`+name+`":`)
			if at < 0 || name != f.Name || plain[name] == nil {
				t.Fatalf("%s is not written after the members before it", f.Name)
			}
			rest = rest[at:]
		}
		if diff := cmp.Diff(want, m.n); diff != "" || len(plain) != len(want) {
			t.Errorf("names of the table: %s", diff)
		}
	}
	if len(messageNames.names) != mQuyDinh+1 || messageNames.names[mQuyDinh] != "NgayKetThucTheoQuyDinh" || messageNames.names[mKetQua] != "DanhSachGiayToKetQua" || messageNames.names[firstStep] != "NguoiXuLy" {
		t.Error("the places of members are not those of their names")
	}
	for n, v := range map[*names]any{
		identityNames: DinhDanh{}, databaseNames: KetNoiCSDL{}, paperNames: TaiLieuNop{}, feeNames: LePhi{},
		attachmentNames: TepDinhKemKhac{}, supplementNames: HoSoBoSung{}, resultNames: GiayToKetQua{},
	} {
		for i, name := range n.names {
			if reflect.TypeOf(v).NumField() != len(n.names) || reflect.TypeOf(v).Field(i).Name != name || n.find([]byte(name)) != i || n.find([]byte(name+"x")) >= 0 {
				t.Errorf("%T: %s", v, name)
			}
		}
	}
}

// TestWrittenAndRead: what is written is read as the same message, and written the
// same again.
func TestWrittenAndRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var d Dossier
		drawInto(t, reflect.ValueOf(&d).Elem())
		text, err := d.AppendJSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		back, faults := ParseDossier(text, nil)
		again, err := back.AppendJSON(nil)
		for _, f := range faults {
			if strings.HasPrefix(f.Code, "DOC-") {
				t.Fatalf("%s: %v", text, f)
			}
		}
		if err != nil || string(again) != string(text) {
			t.Fatalf("%s\n%s\n%v", text, again, err)
		}
		drop(reflect.ValueOf(&d).Elem())
		drop(reflect.ValueOf(&back).Elem())
		if diff := cmp.Diff(d, back); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestNoUTF8 finds the place of every text that cannot be written, and writes
// nothing.
func TestNoUTF8(t *testing.T) {
	d := fullDossier()
	d.MaHoSo, d.ChuHoSo, d.LoaiDinhDanhCHS = "\xff", "Nguy\xe1n", "\xc3"
	d.DanhSachHoSoBoSung[0].DanhSachGiayToBoSung = []TaiLieuNop{{}, {TenTepDinhKem: "\xed\xa0\x80"}}
	text, err := d.AppendJSON([]byte("x"))
	var faults motcua.Faults
	if !errors.As(err, &faults) || string(text) != "x" {
		t.Fatalf("%q, %v", text, err)
	}
	want := []string{"/MaHoSo", "/ChuHoSo", "/DanhSachHoSoBoSung/0/DanhSachGiayToBoSung/1/TenTepDinhKem", "/LoaiDinhDanhCHS"}
	var got []string
	for _, f := range faults {
		got = append(got, f.Pointer)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if _, err := (&Progress{NguoiXuLy: "\xff"}).AppendJSON(nil); err == nil {
		t.Error("a step that is no UTF-8 is written")
	}
	if _, err := json.Marshal(Value("\xff")); err == nil {
		t.Error("a value that is no UTF-8 is written")
	}
}

// TestValue reads every kind of scalar.
func TestValue(t *testing.T) {
	for in, want := range map[string]Value{
		`"1"`: "1", `1`: "1", `-1.50e3`: "-1.50e3", `true`: "true", `false`: "false", `null`: "", `""`: "", `"a\u1ec5\/"`: "aễ/", `20260701081500`: "20260701081500",
	} {
		got := Value("before")
		if err := json.Unmarshal([]byte(in), &got); err != nil || got != want {
			t.Errorf("%s: %q, %v", in, got, err)
		}
		out, err := json.Marshal(got)
		var text string
		if err != nil || json.Unmarshal(out, &text) != nil || Value(text) != want {
			t.Errorf("%s is written %s, %v", in, out, err)
		}
	}
	for _, in := range []string{`{}`, `[1]`, ``, `nul`, `"`, `01`} {
		got := Value("before")
		if err := got.UnmarshalJSON([]byte(in)); err == nil || got != "before" {
			t.Errorf("%s: %q, %v", in, got, err)
		}
	}
}
