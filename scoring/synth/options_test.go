package synth_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/synth"
)

func TestParseFaultMix(t *testing.T) {
	for _, in := range []string{"", "duplicates=0.01", "duplicates=0.01,corrections=0.02,late=0.01,malformed=0.001,resent=2", "resent=99", "late=1"} {
		m, err := synth.ParseFaultMix(in)
		if err != nil || m.String() != in {
			t.Errorf("%q is read as %q, %v", in, m, err)
		}
	}
	if m, err := synth.ParseFaultMix(" late=0.5, duplicates=0 "); err != nil || m.String() != "late=0.5" {
		t.Errorf("%q, %v", m, err)
	}
	for _, in := range []string{"duplicates", "late=2", "late=-0.1", "late=x", "resent=100", "resent=-1", "resent=1.5", "lost=0.1", "late=0.1,late=0.2", ",", "late=0.1,"} {
		m, err := synth.ParseFaultMix(in)
		var faults motcua.Faults
		if !errors.As(err, &faults) || m != (synth.FaultMix{}) {
			t.Errorf("%q is taken as %q, %v", in, m, err)
		}
	}
	_, err := synth.ParseFaultMix("late=2,resent=x")
	var faults motcua.Faults
	if !errors.As(err, &faults) || len(faults) != 2 || faults[0].Pointer != "/late" || faults[1].Pointer != "/resent" {
		t.Errorf("both faults: %v", err)
	}
}

func FuzzParseFaultMix(f *testing.F) {
	for _, in := range []string{"", "duplicates=0.01,corrections=0.02,late=0.01,malformed=0.001,resent=2", "late=0.5,late=1", "resent=", "=", ","} {
		f.Add(in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		m, err := synth.ParseFaultMix(in)
		if err != nil {
			return
		}
		again, err := synth.ParseFaultMix(m.String())
		if err != nil || again.String() != m.String() {
			t.Errorf("%q is %q, and that is %q, %v", in, m, again, err)
		}
	})
}

// TestOptionsRefused refuses what means nothing, before anything is written.
func TestOptionsRefused(t *testing.T) {
	share := func(s string) *motcua.Decimal { d := motcua.MustDecimal(s); return &d }
	for name, o := range map[string]synth.Options{
		"/scale":     {Scale: share("0")},
		"/scale ":    {Scale: share("-1")},
		"/scale  ":   {Scale: share("1000.1")},
		"/late":      {Faults: synth.FaultMix{Late: *share("1.1")}},
		"/malformed": {Faults: synth.FaultMix{Malformed: *share("-0.1")}},
		"/resent":    {Faults: synth.FaultMix{Resent: 100}},
	} {
		files := synth.Memory{}
		_, err := synth.Small().Generate(&o, files)
		var faults motcua.Faults
		if !errors.As(err, &faults) || faults[0].Pointer != strings.TrimSpace(name) || len(files) > 0 {
			t.Errorf("%s: %v, %d files", name, err, len(files))
		}
	}
	if _, err := synth.PhuTho2026().Generate(&synth.Options{Scale: share("100")}, synth.Memory{}); err == nil {
		t.Error("sixty million dossiers are taken")
	}
}

// failing fails after so many bytes of one file, when it is created, or closed.
type failing struct {
	name   string
	after  int
	create bool
	shut   bool
}

var errFull = errors.New("no space left on device")

func (f *failing) Create(name string) (io.WriteCloser, error) {
	if name == f.name && f.create {
		return nil, errFull
	}
	return &failingFile{f, name == f.name}, nil
}

type failingFile struct {
	*failing
	here bool
}

func (f *failingFile) Write(b []byte) (int, error) {
	if f.here && !f.shut {
		if f.after -= len(b); f.after < 0 {
			return 0, errFull
		}
	}
	return len(b), nil
}

func (f *failingFile) Close() error {
	if f.here && f.shut {
		return errFull
	}
	return nil
}

// tiny is a world with all files and few lines.
func tiny(t *testing.T) *synth.World {
	t.Helper()
	c := unitOf(t, "H99.01", "department", "", stated{"1.1": {1, 2}, "1.4": {9, 9}, "2.1": {5, 9}, "3.5": {2, 6}, "4.4": {3, 9}, "5.2": {3, 5}, "5.4": {4, 10}})
	w, faults := synth.FromCounts(standard(t), []scoring.Counts{c})
	if faults.Err() != nil {
		t.Fatal(faults)
	}
	return w
}

// TestFullDisk returns the error of whichever file cannot be written.
func TestFullDisk(t *testing.T) {
	mix, err := synth.ParseFaultMix("malformed=0.9,resent=1")
	if err != nil {
		t.Fatal(err)
	}
	w := tiny(t)
	for _, compressed := range []bool{false, true} {
		o := &synth.Options{Gzip: compressed, Faults: mix}
		files := synth.Memory{}
		if _, err := w.Generate(o, files); err != nil {
			t.Fatal(err)
		}
		if len(files) != 9 {
			t.Errorf("%d files", len(files))
		}
		for name := range files {
			for _, sink := range []*failing{{name: name, create: true}, {name: name, shut: true}, {name: name, after: len(files[name]) - 1}, {name: name}} {
				if lines, err := w.Generate(o, sink); !errors.Is(err, errFull) || lines != nil {
					t.Errorf("%+v: %v", *sink, err)
				}
			}
		}
	}
}

// TestDirectory writes the files that memory keeps.
func TestDirectory(t *testing.T) {
	files, dir := synth.Memory{}, t.TempDir()
	if _, err := synth.Small().Generate(nil, files); err != nil {
		t.Fatal(err)
	}
	if _, err := synth.Small().Generate(nil, synth.Directory(dir)); err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(got) != string(want) {
			t.Errorf("%s: %d bytes, want %d: %v", name, len(got), len(want), err)
		}
	}
	if _, err := synth.Small().Generate(nil, synth.Directory(filepath.Join(dir, "nowhere"))); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a directory that is not there: %v", err)
	}
}
