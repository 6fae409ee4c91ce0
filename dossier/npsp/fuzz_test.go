package npsp

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
)

// someLines are messages in many spellings, and what is nearly one.
func someLines(t testing.TB) []string {
	t.Helper()
	d, p := sampleDossier(), sampleProgress()
	full := fullDossier()
	var lines []string
	for _, m := range []interface{ AppendJSON([]byte) ([]byte, error) }{&d, &p, &full} {
		line, err := m.AppendJSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, string(line), strings.ReplaceAll(string(line), ":", " :\t"), strings.ReplaceAll(string(line), "ễ", `\u1ec5`))
	}
	for _, wrong := range someWrong {
		lines = append(lines, `{"MaHoSo":"000.12.34.H56-260701-0001","MaTTHC":"1.004194","ChuHoSo":`+wrong+`,"NgayTra":null}`,
			`{"MaHoSo":`+wrong+`,"TaiLieuNop":[{"IsDeleted":`+wrong+`}],"TrangThaiHoSo":2}`)
	}
	return append(lines, "", "{}", "[]", "{", "null", `{"MaHoSo":"1"}`, `{"MaHoSo":"1","TrangThai":4}`, `{"MaHoSo":"1","TrangThai":4,"MaTTHC":""}`,
		`{"MaHoSo":"1","MaHoSo":"2","TrangThai":4}`, `{"MaHoSo":"1","M\u0061HoSo":"2","TrangThai":4}`, `{"M\u0061HoSo":"\u0031","TrangThai":4, "La" : 1}`,
		`{"MaHoSo":"1","TaiLieuNop":null,"DanhSachLePhi":[{"Gia":"9007199254740992"}]}`, `{"MaHoSo":"1","DanhSachLePhi":[{"Gia":25000},{"Gia":""},{}]}`,
		"\uFEFF"+`{"MaHoSo":"1","TrangThai":4}`, `{"MaHoSo":"1","TrangThai":4}`+"\r\n", `{"MaHoSo":"1","TrangThai":4}`+"\x00", `{"MaHoSo":"1",`+"\n"+`"TrangThai":4}`,
		`{"MaHoSo":"1","TrangThai":4}`+"\n"+`{"MaHoSo":"1","TrangThai":4}`+"\n", `{"MaHoSo":"1","TrangThai":4}`+"\n\n",
		`{"MaHoSo":"1","DanhSachHoSoBoSung":[{"HoSoBoSungId":9223372036854775808}]}`, `{"MaHoSo":"1","NgayTra":"20260230000000"}`, `{"MaHoSo":"1","NgayTra":20260228000000}`)
}

// FuzzBrief holds the single pass to the full reader on any bytes.
func FuzzBrief(f *testing.F) {
	for i, line := range someLines(f) {
		f.Add([]byte(line), i%2 == 0)
	}
	f.Fuzz(func(t *testing.T, line []byte, lenient bool) {
		o := &Options{Lenient: lenient}
		fast := agree(t, line, o)
		var b Brief
		faults := ReadBrief(line, &b, o)
		if (faults.Err() == nil) != (b.Kind != 0) || fast && b.Kind == 0 {
			t.Fatalf("%q: kind %v, faults %v", line, b.Kind, faults)
		}
		if _, full := Parse(line, o); len(full) != len(faults) {
			t.Fatalf("%q: faults %v, in full %v", line, faults, full)
		}
	})
}

// FuzzParse reads any bytes and writes what was read: it is the same message.
func FuzzParse(f *testing.F) {
	for _, line := range someLines(f) {
		f.Add([]byte(line))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		m, faults := Parse(line, nil)
		if faults.Err() != nil {
			return
		}
		var again Message
		if m.Kind == KindDossier {
			text, err := m.Dossier.AppendJSON(nil)
			d, faults := ParseDossier(text, nil)
			if err != nil || faults.Err() != nil {
				t.Fatalf("%q is written %q: %v, %v", line, text, err, faults)
			}
			again = Message{Kind: KindDossier, Dossier: &d}
			drop(reflect.ValueOf(again.Dossier).Elem())
			drop(reflect.ValueOf(m.Dossier).Elem())
		} else {
			text, err := m.Progress.AppendJSON(nil)
			p, faults := ParseProgress(text, nil)
			if err != nil || faults.Err() != nil {
				t.Fatalf("%q is written %q: %v, %v", line, text, err, faults)
			}
			again = Message{Kind: KindProgress, Progress: &p}
		}
		if !reflect.DeepEqual(m, again) {
			t.Fatalf("%q is read as %+v, then %+v", line, m, again)
		}
	})
}

// drop makes empty lists nil.
func drop(v reflect.Value) {
	for i := range v.NumField() {
		f := v.Field(i)
		if f.Kind() != reflect.Slice {
			continue
		}
		if f.Len() == 0 {
			f.SetZero()
		}
		for j := range f.Len() {
			drop(f.Index(j))
		}
	}
}

// FuzzMoment holds moments to package time.
func FuzzMoment(f *testing.F) {
	for _, s := range someMoments {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := ParseMoment(s)
		want, timeErr := time.ParseInLocation("20060102150405", s, motcua.Vietnam())
		exists := timeErr == nil && len(s) == 14 && s >= "0001" && strings.Trim(s, "0123456789") == ""
		if (err == nil) != (exists || s == "") {
			t.Fatalf("%q: %v, package time: %v", s, err, timeErr)
		}
		if !exists {
			return
		}
		if !m.Time().Equal(want) || m.Unix() != want.Unix() || m.String() != s || m.Date() != motcua.DateOf(want) && want.Format("20060102150405") == s {
			t.Fatalf("%q: %v, %d, %q, %v, want %v", s, m.Time(), m.Unix(), m, m.Date(), want)
		}
		if back := MomentOf(m.Time()); back != m && want.Format("20060102150405") == s {
			t.Fatalf("%q: back %v", s, back)
		}
	})
}

// FuzzCodes holds the readers of bytes to those of the vocabulary.
func FuzzCodes(f *testing.F) {
	for _, s := range append(append([]string{"H56", "H56.34.12.001", "000.12.34.H56", "H56.00.00.000", "H56.00.12", "H56.", "000.12.00.H56", "H56.34.12.H57", "001.00.00.H56"}, someDossiers...), someProcedures...) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		b := []byte(s)
		if _, err := motcua.ParseDossier(s); (err == nil) != isDossierCode(b) {
			t.Errorf("%q: a dossier code: %t, %v", s, isDossierCode(b), err)
		}
		if _, err := motcua.ParseUnit(s); (err == nil) != isUnit(b) {
			t.Errorf("%q: a unit code: %t, %v", s, isUnit(b), err)
		}
		code, err := motcua.ParseProcedure(s)
		if ok, suffix := isProcedure(b); ok != (err == nil) || suffix != (ok && code.National() != code) {
			t.Errorf("%q: a procedure code: %t, %t, %v", s, ok, suffix, err)
		}
		if u, err := motcua.ParseUnit(strings.SplitN(s, "-", 2)[0]); strings.Contains(s, "-") && err == nil && new(worker).unit(b) != u {
			t.Errorf("%q: unit %q, want %q", s, new(worker).unit(b), u)
		}
	})
}

// FuzzStream gives any bytes to Stream: every line is counted once, and one worker
// tells what three do.
func FuzzStream(f *testing.F) {
	f.Add([]byte(step(1)+"\n\uFEFF"+step(2)+"\r\n"+strings.Replace(step(3), "0900", "2500", 1)), uint8(100))
	f.Add([]byte("{}\n\n{"), uint8(1))
	f.Fuzz(func(t *testing.T, data []byte, longest uint8) {
		var seen [2][]string
		for i, workers := range []int{1, 3} {
			q, err := Stream(bytes.NewReader(data), &Options{Workers: workers, MaxLine: int(longest) * 8}, func(b *Batch) error {
				seen[i] = append(seen[i], batchText(b))
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			blank := int64(0)
			lines := bytes.Split(bytes.TrimPrefix(data, []byte("\uFEFF")), []byte("\n"))
			for _, line := range lines {
				if len(bytes.Trim(line, " \t\r")) == 0 {
					blank++
				}
			}
			if got := q.Total.Messages + q.Total.Refused; got > int64(len(lines)) || got < int64(len(lines))-blank {
				t.Fatalf("%d lines, %d of them blank: %+v", len(lines), blank, q.Total)
			}
		}
		if !reflect.DeepEqual(seen[0], seen[1]) {
			t.Fatalf("one worker: %q\nthree: %q", seen[0], seen[1])
		}
	})
}
