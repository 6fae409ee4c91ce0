package npsp

import (
	"reflect"
	"testing"

	"github.com/motcua/motcua"
)

// agree holds the single pass to the full reader on one line: where it takes the
// line, the full reader takes it too, with as many warnings of each code, and both
// make the same brief. It returns whether the single pass took the line.
func agree(t interface {
	Helper()
	Fatalf(format string, args ...any)
}, line []byte, o *Options) bool {
	t.Helper()
	var s scanner
	var fast Brief
	if !s.single(line, &fast, o) {
		return false
	}
	m, faults := Parse(line, o)
	if err := faults.Err(); err != nil {
		t.Fatalf("taken in one pass and refused in full:\n%s\n%v", line, err)
	}
	var counted, want counts
	counted = s.flags
	for _, f := range faults {
		if f.Severity != motcua.SeverityWarning {
			t.Fatalf("%v is an error", f)
		}
		for i, code := range flagCodes {
			if code == f.Code {
				want[i]++
			}
		}
	}
	if counted != want || s.any != (len(faults) > 0) {
		t.Fatalf("%s\nwarnings %v, in full %v: %v", line, counted, want, faults)
	}
	full := briefOf(m)
	full.Line = 1
	plain(&fast)
	plain(&full)
	if !reflect.DeepEqual(fast, full) {
		t.Fatalf("%s\nin one pass %+v\nin full     %+v", line, fast, full)
	}
	return true
}

// plain makes nothing and none the same.
func plain(b *Brief) {
	for _, t := range []*[]byte{&b.Dossier, &b.Procedure, &b.Field} {
		if len(*t) == 0 {
			*t = nil
		}
	}
	if len(b.Supplements) == 0 {
		b.Supplements = nil
	}
}

func TestSampleFast(t *testing.T) {
	d := sampleDossier()
	line, err := d.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	if !agree(t, line, nil) {
		t.Error("slow")
	}
	p := sampleProgress()
	line, err = p.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	if !agree(t, line, nil) {
		t.Error("slow")
	}
}
