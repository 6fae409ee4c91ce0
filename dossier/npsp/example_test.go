package npsp_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
)

const steps = `{"MaHoSo":"000.12.34.H56-260701-0001","NguoiXuLy":"Trần Thị B","ThoiDiemXuLy":"20260702090000","NoiDungXuLy":"Thẩm định","TrangThai":"4"}
{"MaHoSo":"000.12.34.H56-260701-0001","NguoiXuLy":"Trần Thị B","ThoiDiemXuLy":20260704160000,"NoiDungXuLy":"Tr\u1ea3","TrangThai":99}
{"MaHoSo":"000.12.34.H56-260701-0001","NguoiXuLy":"Trần Thị B","ThoiDiemXuLy":"20260230090000","NoiDungXuLy":"Thẩm định","TrangThai":"9"}
not a message
`

func ExampleStream() {
	quality, err := npsp.Stream(strings.NewReader(steps), nil, func(b *npsp.Batch) error {
		for _, brief := range b.Briefs {
			fmt.Printf("line %d: %s is in state %d since %s\n", brief.Line, brief.Dossier, brief.State, brief.At)
		}
		for _, fault := range b.Faults {
			fmt.Printf("%v %s at line %d%s\n", fault.Severity, fault.Code, fault.Line, fault.Pointer)
		}
		return nil
	})
	fmt.Println(err, quality.Total)
	var tally npsp.Tally = quality.Units["H56.34.12"]
	fmt.Println(tally.Messages, "messages of H56.34.12,", tally.Flagged, "flagged;", tally.Refused, "lines refused")
	// Output:
	// line 1: 000.12.34.H56-260701-0001 is in state 4 since 20260702090000
	// line 2: 000.12.34.H56-260701-0001 is in state 99 since 20260704160000
	// warning NPS-MSG-06 at line 2/TrangThai
	// error NPS-MSG-04 at line 3/ThoiDiemXuLy
	// error DOC-SYNTAX-01 at line 4
	// <nil> {2 0 2 2 1}
	// 2 messages of H56.34.12, 1 flagged; 1 lines refused
}

// A strict reading ends at the first line that gives no message.
func ExampleStream_strict() {
	options := npsp.Options{Strict: true, Workers: 1}
	_, err := npsp.Stream(strings.NewReader(steps), &options, func(b *npsp.Batch) error {
		fmt.Println(len(b.Briefs), "messages before")
		return nil
	})
	fmt.Println(err)
	// Output:
	// 2 messages before
	// line 3: /ThoiDiemXuLy: NPS-MSG-04: the time 20260230090000 does not exist (unit H56.34.12)
}

func ExampleReadBrief() {
	line := []byte(`{"MaHoSo":"000.12.34.H56-260701-0001","TrangThai":"5","NguoiXuLy":"Trần Thị B","ThoiDiemXuLy":"20260702090000","NoiDungXuLy":"Bổ sung"}`)
	var brief npsp.Brief
	faults := npsp.ReadBrief(line, &brief, nil)
	fmt.Println(brief.Kind == npsp.KindProgress, brief.State, brief.At.Date(), len(faults))
	// Output: true 5 2026-07-02 0
}

func ExampleParse() {
	for _, line := range []string{
		`{"MaHoSo":"000.12.34.H56-260701-0001","MaTTHC":"1.004194","DanhSachHoSoBoSung":[{"HoSoBoSungId":1}]}`,
		`{"MaHoSo":"000.12.34.H56-260701-0001","TrangThai":"4"}`,
		`{"MaHoSo":"000.12.34.H56-260701-0001"}`,
	} {
		message, faults := npsp.Parse([]byte(line), nil)
		fmt.Println(message.Kind, faults.Err() == nil)
	}
	// Output:
	// dossier true
	// progress true
	// kind(0) false
}

func ExampleParseDossier() {
	dossier, faults := npsp.ParseDossier([]byte(`{
 "MaHoSo": "HS-2026-17", "MaTTHC": "1.004194", "TenTTHC": "Thủ tục mẫu", "MaLinhVuc": "G01-DC02", "TenLinhVuc": "Cư trú", "KenhThucHien": 2,
 "LoaiDoiTuong": 1, "NgayNopHoSo": "20260701081500", "NgayTiepNhan": "20260701080000", "TrangThaiHoSo": 9, "HinhThuc": 0, "DonViXuLy": "UBND xã Mẫu",
 "NoiNopHoSo": 2, "HoSoCoThanhPhanSoHoa": 1, "TaiKhoanDuocXacThucVoiVNeID": 1, "DuocThanhToanTrucTuyen": 0,
 "DinhDanhCHS": [{"LoaiDinhDanh": 2, "SoDinhDanh": "000000000"}]
}`), &npsp.Options{Lenient: true})
	fmt.Println(dossier, faults.Err())
	for _, fault := range faults {
		fmt.Println(fault)
	}
	fmt.Println(len(dossier.Check()), "stand against sending it; errors:", dossier.Check().Err() != nil)
	// Output:
	// dossier HS-2026-17 of procedure 1.004194 in state 9 <nil>
	// line 2: /MaHoSo: NPS-MSG-07: warning: not a dossier code by the rules; the portal cannot tell the unit
	// line 3: /NgayTiepNhan: NPS-MSG-05: warning: NgayTiepNhan (20260701080000) is before NgayNopHoSo (20260701081500)
	// line 3: /TrangThaiHoSo: NPS-MSG-14: warning: state 9 without the time of its end (endTimeMissing)
	// line 5: /DinhDanhCHS/0/SoDinhDanh: NPS-MSG-10: warning: a made-up identity number
	// 4 stand against sending it; errors: true
}

func ExampleParseProgress() {
	step, faults := npsp.ParseProgress([]byte(`{"MaHoSo":"000.12.34.H56-260701-0001","NguoiXuLy":"Trần Thị B","NoiDungXuLy":null,"TrangThai":4}`), nil)
	fmt.Println(step.TrangThai == npsp.Value("4"))
	var fault *motcua.Fault
	if errors.As(faults, &fault) {
		fmt.Println(fault)
	}
	// Output:
	// true
	// line 1: /NoiDungXuLy: NPS-MSG-03: warning: missing or empty; some require it
}

func ExampleDossier_AppendJSON() {
	d := npsp.Dossier{
		MaHoSo:                 "000.12.34.H56-260701-0001",
		DinhDanhCHS:            []npsp.DinhDanh{{LoaiDinhDanh: "1", SoDinhDanh: "001000000123"}},
		DSKetNoiCSDL:           []npsp.KetNoiCSDL{{MaCSDL: "1"}},
		TaiLieuNop:             []npsp.TaiLieuNop{{TenTepDinhKem: "don.pdf"}},
		DanhSachLePhi:          []npsp.LePhi{{Gia: "25000"}},
		DanhSachTepDinhKemKhac: []npsp.TepDinhKemKhac{{TenGiayTo: "Ảnh", SoLuong: "2", LoaiGiayTo: "1"}},
		DanhSachHoSoBoSung:     []npsp.HoSoBoSung{{HoSoBoSungId: "1", TrangThaiBoSung: "false"}},
		DanhSachGiayToKetQua:   []npsp.GiayToKetQua{{DuongDanTepTinKetQua: "https://example.invalid/1"}},
	}
	line, err := d.AppendJSON(nil)
	_, lists, _ := strings.Cut(string(line), `"NgayTuChoi":"",`)
	fmt.Println(string(line[:37]), err)
	fmt.Println(strings.ReplaceAll(lists, `],"`, "],\n\""))
	// Output:
	// {"MaHoSo":"000.12.34.H56-260701-0001" <nil>
	// "DinhDanhCHS":[{"LoaiDinhDanh":"1","SoDinhDanh":"001000000123"}],
	// "DSKetNoiCSDL":[{"MaCSDL":"1"}],
	// "TaiLieuNop":[{"TepDinhKemId":"","TenTepDinhKem":"don.pdf","IsDeleted":"","MaThanhPhanHoSo":"","DuongDanTaiTepTin":"","DuocSoHoa":"","DuocTaiSuDung":"","DuocLayTuKhoDMQG":"","MaKetQuaThayThe":""}],
	// "DanhSachLePhi":[{"TenPhiLePhi":"","MaPhiLePhi":"","HinhThucThu":"","Gia":"25000","LoaiPhiLePhi":""}],
	// "DanhSachTepDinhKemKhac":[{"TenGiayTo":"Ảnh","SoLuong":2,"LoaiGiayTo":1}],
	// "DanhSachHoSoBoSung":[{"HoSoBoSungId":1,"NguoiYeuCauBoSung":"","NoiDungBoSung":"","NgayBoSung":"","NguoiTiepNhanBoSung":"","ThongTinTiepNhan":"","NgayTiepNhanBoSung":"","TrangThaiBoSung":false,"DanhSachGiayToBoSung":[],
	// "DanhSachLePhiBoSung":[],
	// "NgayHenTraTruoc":"","NgayHenTraMoi":""}],
	// "DanhSachGiayToKetQua":[{"TenGiayTo":"","MaThanhPhanHoSo":"","GiayToId":"","DuongDanTepTinKetQua":"https://example.invalid/1","MaGiayToKetQua":""}]}
}

func ExamplePersonalFields() {
	p := npsp.Progress{MaHoSo: "000.12.34.H56-260701-0001", NguoiXuLy: "Trần Thị B", ThoiDiemXuLy: "20260702090000", TrangThai: "4"}
	fmt.Println(p)
	fmt.Printf("%q\n", p.Redacted().NguoiXuLy)
	fmt.Println(len(npsp.PersonalFields()), npsp.PersonalFields()[0])
	// Output:
	// step of dossier 000.12.34.H56-260701-0001 at 20260702090000 to state 4
	// ""
	// 22 ChuHoSo
}

func ExampleParseMoment() {
	m, err := npsp.ParseMoment("20260701081500")
	fmt.Println(m.Date(), m.Time().UTC(), m.Unix(), err)
	_, err = npsp.ParseMoment("20260230000000")
	fmt.Println(err)
	// Output:
	// 2026-07-01 2026-07-01 01:15:00 +0000 UTC 1782868500 <nil>
	// moment "20260230000000": want a time that exists, as yyyyMMddHHmmss
}

func ExampleMomentOf() {
	m := npsp.MomentOf(time.Date(2026, time.July, 1, 1, 15, 0, 0, time.UTC))
	fmt.Println(m, m > 20260701000000, npsp.Moment(0).IsZero())
	// Output: 20260701081500 true true
}

func ExampleQuality_Add() {
	var year npsp.Quality
	var message npsp.Message
	fmt.Println(message.Kind == 0)
	for range 2 {
		month, err := npsp.Stream(strings.NewReader(steps), nil, func(*npsp.Batch) error { return nil })
		if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
			fmt.Println(err)
		}
		year.Add(month)
	}
	fmt.Println(year.Lines, year.Fast, year.Slow, year.Codes)
	// Output:
	// true
	// 8 4 4 map[DOC-SYNTAX-01:2 NPS-MSG-04:2 NPS-MSG-06:2]
}

func ExampleDocuments() {
	for _, d := range npsp.Documents() {
		fmt.Println(d.Name, len(d.Check([]byte(`{"MaHoSo":""}`))) > 0)
	}
	// Output:
	// dossierMessage true
	// progressMessage true
	// procedureMessage true
}

// Briefs of dossiers carry what is counted.
func ExampleSupplement() {
	var b npsp.Brief
	faults := npsp.ReadBrief([]byte(`{"MaHoSo":"000.12.34.H56-260701-0001","KenhThucHien":"7","NgayTiepNhan":"20260701100000",
"DSKetNoiCSDL":[{"MaCSDL":"1"}],"DanhSachLePhi":[{"Gia":"0"},{"Gia":"25000"}],"TaiLieuNop":[{"DuocSoHoa":"1","DuocTaiSuDung":"1"},{"IsDeleted":"True"}],
"DanhSachHoSoBoSung":[{"HoSoBoSungId":3,"NgayBoSung":"20260702080000"}]}`), &b, nil)
	var s npsp.Supplement = b.Supplements[0]
	fmt.Println(faults.Err(), b.Channel, b.State == npsp.CodeAbsent, b.FeeLines, b.FeesAboveZero, b.Databases)
	fmt.Println(b.Components[npsp.ComponentDigitised|npsp.ComponentFromDossier], s.ID, s.Asked, s.Answered.IsZero())
	// Output:
	// <nil> 7 true 2 1 2
	// 1 3 20260702080000 true
}
