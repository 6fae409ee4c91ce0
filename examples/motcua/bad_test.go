package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// plain766 is a message without faults.
const plain766 = `{"MaHoSo":"H44.60-260706-0001","MaTTHC":"1.004194","KenhThucHien":"1","NgayTiepNhan":"20260706080000","NgayHenTra":"20260713080000","TrangThaiHoSo":"4"}` + "\n"

// zipped is a gzipped text.
func zipped(parts ...string) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	for _, part := range parts {
		io.WriteString(z, part)
	}
	z.Close()
	return b.Bytes()
}

// TestBadFiles: whatever is wrong with a file of messages, the fault is clear, has its
// place, and nothing is lost in silence: of a file that is cut nothing is scored.
func TestBadFiles(t *testing.T) {
	many := strings.Repeat(plain766, 3000)
	huge := 100 << 20
	if testing.Short() {
		huge = 20 << 20 // a race needs no more than a line that is too long
	}
	whole := zipped(many)
	for _, row := range []struct {
		name string
		data []byte
		code int
		said []string // on the error output
		rows string   // on the output; "" for none
	}{
		{"truncated.jsonl.gz", whole[:len(whole)*2/3], exitFaults, []string{"unexpected EOF", ":"}, ""},
		{"long.jsonl.gz", zipped(plain766, `{"MaHoSo":"`, strings.Repeat("x", huge), "\"}\n", plain766), exitFaults, []string{":2: ", "1 of 3 lines were refused"}, "H44.60"},
		{"latin1.jsonl", []byte(plain766 + "{\"MaHoSo\":\"H44.60-260706-0002\",\"MaTTHC\":\"1.004194\",\"ChuHoSo\":\"Nguy\xean\"}\n"), exitFaults, []string{":2: ", "DOC-SYNTAX-02"}, "H44.60"},
		{"surrogate.jsonl", []byte(plain766 + `{"MaHoSo":"H44.60-260706-0002","MaTTHC":"1.004194","ChuHoSo":"\ud800"}` + "\n"), exitFaults, []string{":2: ", "DOC-SYNTAX-02"}, "H44.60"},
		{"twice.jsonl", []byte(plain766 + `{"MaHoSo":"H44.60-260706-0002","MaTTHC":"1.004194","MaTTHC":"1.004195"}` + "\n"), exitFaults, []string{":2: /MaTTHC: DOC-MEMBER-01"}, "H44.60"},
		{"number.jsonl", []byte(plain766 + `{"MaHoSo":"H44.60-260706-0002","MaTTHC":"1.004194","DanhSachLePhi":[{"Gia":"99999999999999999999"}]}` + "\n"), exitFaults, []string{":2: /DanhSachLePhi/0/Gia"}, "H44.60"},
		{"date.jsonl", []byte(plain766 + `{"MaHoSo":"H44.60-260706-0002","MaTTHC":"1.004194","NgayTiepNhan":"20260230080000"}` + "\n"), exitFaults, []string{":2: /NgayTiepNhan", "20260230080000 does not exist"}, "H44.60"},
		{"table.csv", []byte("unit,name\nH44,Phú Thọ\nH05,Bắc Ninh\n"), exitFaults, []string{"another kind"}, ""},
		{"picture.png", bytes.Repeat([]byte{0x89, 'P', 'N', 'G', 0, 1, 2, '\n'}, 500), exitFaults, []string{"another kind"}, ""},
		{"empty.jsonl", nil, exitOK, nil, ""},
	} {
		file := filepath.Join(t.TempDir(), row.name)
		if err := os.WriteFile(file, row.data, 0o600); err != nil {
			t.Fatal(err)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		var out, errs bytes.Buffer
		code := run([]string{"score", "--dossiers", file, "--period", "2026", "--format", "csv"}, nil, &out, &errs, noon)
		runtime.ReadMemStats(&after)
		if code != row.code {
			t.Errorf("%s: exit %d, %s", row.name, code, errs.String())
		}
		for _, said := range row.said {
			if !strings.Contains(errs.String(), said) {
				t.Errorf("%s: nothing is said of %q:\n%.600s", row.name, said, errs.String())
			}
		}
		if got := out.String(); strings.Contains(got, "H44.60") != (row.rows != "") {
			t.Errorf("%s: the output is\n%.600s", row.name, got)
		}
		if len(errs.String()) > 20000 {
			t.Errorf("%s: %d bytes of faults", row.name, errs.Len())
		}
		if grown := after.TotalAlloc - before.TotalAlloc; grown > 400<<20 {
			t.Errorf("%s: %d MB were allocated", row.name, grown>>20)
		}
	}
}

// TestNoRoom: a disk that is full is reported, and what was there stays.
func TestNoRoom(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "d.jsonl")
	if err := os.WriteFile(file, []byte(plain766), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("SKIPPED: this system has no full device")
	}
	if err := os.Symlink("/dev/full", filepath.Join(dir, "dossiers.jsonl.gz")); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	if code := run([]string{"generate", "--world", "small", "--scale", "0.1", "--out", dir}, nil, &out, &errs, noon); code != exitFaults || !strings.Contains(errs.String(), "no space left") {
		t.Errorf("generate: exit %d, %s", code, errs.String())
	}
	errs.Reset()
	missing := filepath.Join(dir, "missing", "x.tally")
	if code := run([]string{"tally", "build", "--source", "a", "--dossiers", file, "--out", missing}, nil, &out, &errs, noon); code != exitFaults || !strings.Contains(errs.String(), "no such file") {
		t.Errorf("tally build: exit %d, %s", code, errs.String())
	}
}
