package npsp

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"
	"time"
)

// wanted is what Brief holds, for encoding/json, with the members a dossier has.
type wanted struct {
	MaHoSo, MaTTHC, MaLinhVuc, KenhThucHien, NoiNopHoSo, DuocThanhToanTrucTuyen, TrangThaiHoSo, HoSoCoThanhPhanSoHoa, TaiKhoanDuocXacThucVoiVNeID string
	NgayNopHoSo, NgayTiepNhan, NgayHenTra, NgayKetThucXuLy, NgayTra, NgayTuChoi                                                                   string
	DanhSachLePhi                                                                                                                                 []struct{ Gia string }
	DSKetNoiCSDL                                                                                                                                  []struct{ MaCSDL string }
	TaiLieuNop                                                                                                                                    []struct{ IsDeleted, DuocSoHoa, DuocTaiSuDung, DuocLayTuKhoDMQG string }
	DanhSachGiayToKetQua                                                                                                                          []struct{ DuongDanTepTinKetQua string }
	DanhSachHoSoBoSung                                                                                                                            []struct {
		HoSoBoSungId                                                   int64
		NgayBoSung, NgayTiepNhanBoSung, NgayHenTraTruoc, NgayHenTraMoi string
	}
}

// usual is the usual dossier without the members that its sender leaves out: about
// the payload systems send.
func usual(t testing.TB) []byte {
	line := []byte(sampleLine(t))
	for _, name := range []string{"SoBienNhan", "SoGiayToChuHoSo", "ThongTinKhac", "Fax", "ThongTinTra", "GhiChu"} {
		line = bytes.Replace(line, []byte(`"`+name+`":"",`), nil, 1)
	}
	return line
}

// BenchmarkReaders compares, on one line, the single pass, encoding/json into the
// same wanted members, and the full reader.
func BenchmarkReaders(b *testing.B) {
	line := usual(b)
	for _, r := range readers {
		b.Run(r.name, func(b *testing.B) {
			b.SetBytes(int64(len(line)))
			b.ReportAllocs()
			for b.Loop() {
				if !r.read(line) {
					b.Fatal("refused")
				}
			}
		})
	}
	b.Run("ratio", func(b *testing.B) {
		for b.Loop() {
			fast, plain := pace(readers[0].read, line), pace(readers[1].read, line)
			b.ReportMetric(plain/fast, "times")
		}
	})
}

var readers = []struct {
	name string
	read func(line []byte) bool
}{
	{"brief", func(line []byte) bool { var b Brief; return ReadBrief(line, &b, nil) == nil }},
	{"encoding/json", func(line []byte) bool { return json.Unmarshal(line, new(wanted)) == nil }},
	{"full", func(line []byte) bool { _, faults := Parse(line, nil); return faults == nil }},
}

// pace is the time of a read in nanoseconds, the best of five.
func pace(read func([]byte) bool, line []byte) float64 {
	best := time.Hour
	const rounds = 2000
	for range 5 {
		start := time.Now()
		for range rounds {
			read(line)
		}
		best = min(best, time.Since(start))
	}
	return float64(best.Nanoseconds()) / rounds
}

// BenchmarkSpellings reads one message in spellings that other systems write.
func BenchmarkSpellings(b *testing.B) {
	line := usual(b)
	escaped := make([]byte, 0, 2*len(line))
	for _, r := range string(line) {
		if r < 0x80 {
			escaped = append(escaped, byte(r))
		} else {
			escaped = fmt.Appendf(escaped, `\u%04x`, r)
		}
	}
	d := sampleDossier()
	d.TrangThaiHoSo = "77"
	flagged, _ := d.AppendJSON(nil)
	for name, line := range map[string][]byte{
		"escaped": escaped,
		"spaced":  bytes.ReplaceAll(bytes.ReplaceAll(line, []byte(`,"`), []byte(`, "`)), []byte(`":`), []byte(`" : `)),
		"flagged": flagged,
	} {
		b.Run(name, func(b *testing.B) {
			var s scanner
			var brief Brief
			b.SetBytes(int64(len(line)))
			b.ReportAllocs()
			for b.Loop() {
				if !s.single(line, &brief, nil) {
					b.Fatal("slow")
				}
			}
		})
	}
}

func BenchmarkAppendJSON(b *testing.B) {
	d := sampleDossier()
	var buf []byte
	b.ReportAllocs()
	for b.Loop() {
		buf, _ = d.AppendJSON(buf[:0])
		b.SetBytes(int64(len(buf)))
	}
}

func BenchmarkStream(b *testing.B) {
	d := sampleDossier()
	d.TrangThaiHoSo = "77"
	flagged, _ := d.AppendJSON(nil)
	for _, c := range []struct {
		name    string
		line    []byte
		workers int
	}{{"clean/1", usual(b), 1}, {"clean/2", usual(b), 2}, {"flagged/1", flagged, 1}} {
		b.Run(c.name, func(b *testing.B) {
			const n = 20000
			data := bytes.Repeat(append(c.line, '\n'), n)
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				q, err := Stream(bytes.NewReader(data), &Options{Workers: c.workers}, func(*Batch) error { return nil })
				if err != nil || q.Total.Messages != n || q.Fast != n {
					b.Fatal(err, q)
				}
			}
		})
	}
}

// TestNoAllocation: the single pass allocates nothing, whatever the spelling and
// the flags; nor does writing into memory that is there.
func TestNoAllocation(t *testing.T) {
	full := fullDossier()
	most, _ := full.AppendJSON(nil)
	full.TrangThaiHoSo, full.MaHoSo, full.DinhDanhCHS[0].SoDinhDanh = "77", "x", "y"
	flagged, _ := full.AppendJSON(nil)
	p := sampleProgress()
	step, _ := p.AppendJSON(nil)
	var s scanner
	var b Brief
	for name, line := range map[string][]byte{
		"usual": usual(t), "every member": most, "flagged": flagged, "step": step, "unknown": append([]byte(`{"La":1,`), step[1:]...),
		"escaped": bytes.ReplaceAll(most, []byte("n"), []byte(`\u006e`)),
	} {
		if n := testing.AllocsPerRun(100, func() {
			if !s.single(line, &b, &Options{Lenient: true}) {
				t.Fatal("slow")
			}
		}); n != 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
	line := usual(t)
	if n := testing.AllocsPerRun(100, func() { ReadBrief(line, &b, nil) }); n != 0 {
		t.Errorf("ReadBrief: %v allocations", n)
	}
	buf := make([]byte, 0, 1<<16)
	if n := testing.AllocsPerRun(100, func() { _, _ = full.AppendJSON(buf) }); n != 0 {
		t.Errorf("AppendJSON: %v allocations", n)
	}
}
