package synth_test

import (
	"bytes"
	"maps"
	"reflect"
	"slices"
	"testing"

	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/scoring/facts"
	"github.com/motcua/motcua/scoring/synth"
)

// mixed are the lines of the dossiers of Small with one fault, and the other files.
func mixed(t *testing.T, mix string) ([]string, synth.Memory) {
	t.Helper()
	m, err := synth.ParseFaultMix(mix)
	if err != nil {
		t.Fatal(err)
	}
	files := synth.Memory{}
	if _, err := synth.Small().Generate(&synth.Options{Seed: 5, Faults: m}, files); err != nil {
		t.Fatal(err)
	}
	return linesOf(files["dossiers.jsonl"]), files
}

func linesOf(data []byte) []string {
	var lines []string
	for line := range bytes.Lines(data) {
		lines = append(lines, string(line))
	}
	return lines
}

// counted is how often each line stands in a list.
func counted(lines []string) map[string]int {
	out := map[string]int{}
	for _, line := range lines {
		out[line]++
	}
	return out
}

// about demands a tenth of the dossiers, whose steps are lines too.
func about(t *testing.T, plain []string, got int) {
	t.Helper()
	if want := len(plain) / 11; got < want/2 || got > 2*want {
		t.Errorf("%d faults, want about %d", got, want)
	}
}

// TestEachFault puts in one kind of fault at a time and looks that it is there, in
// about its share, and nothing else.
func TestEachFault(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	plain, none := mixed(t, "")
	if _, there := none["faults.planted.jsonl"]; there {
		t.Error("faults are listed where there are none")
	}
	for name, look := range map[string]func(t *testing.T, plain []string){
		"duplicates":  lookDuplicates,
		"corrections": lookCorrections,
		"late":        lookLate,
		"malformed":   lookMalformed,
		"resent":      lookResent,
	} {
		t.Run(name, func(t *testing.T) { look(t, plain) })
	}
}

func lookDuplicates(t *testing.T, plain []string) {
	lines, _ := mixed(t, "duplicates=0.1")
	about(t, plain, len(lines)-len(plain))
	want := counted(plain)
	for line, n := range counted(lines) {
		if n < want[line] || n > want[line]+1 || want[line] == 0 {
			t.Errorf("%d times, not %d: %s", n, want[line], line)
		}
	}
}

func lookCorrections(t *testing.T, plain []string) {
	lines, _ := mixed(t, "corrections=0.1")
	about(t, plain, len(lines)-len(plain))
	right, wrong := counted(plain), map[string]int{}
	for i, line := range lines {
		code := line[:len(`{"MaHoSo":"000.00.01.H99-260101-0001"`)]
		if right[line] == 0 {
			wrong[code] = i
		} else if bytes.Contains([]byte(line), []byte("NgayTiepNhan")) {
			delete(wrong, code) // the right message comes after the wrong one
		}
		if _, faults := npsp.Parse([]byte(line), nil); faults.Err() != nil {
			t.Error(faults)
		}
	}
	if len(wrong) > 0 {
		t.Errorf("%d wrong messages are never put right", len(wrong))
	}
}

func lookLate(t *testing.T, plain []string) {
	lines, _ := mixed(t, "late=0.1")
	if !maps.Equal(counted(lines), counted(plain)) {
		t.Error("the lines are not the same")
	}
	moved := 0
	for i, line := range plain {
		if slices.Index(lines, line) > i+len(plain)/20 {
			moved++
		}
	}
	about(t, plain, moved)
}

func lookMalformed(t *testing.T, plain []string) {
	lines, files := mixed(t, "malformed=0.1")
	n, kinds := newNaive(t, synth.Small()), map[string]int{}
	planted := linesOf(files["faults.planted.jsonl"])
	about(t, plain, len(planted))
	for i := len(planted) - 1; i >= 0; i-- {
		var l naiveLine
		n.check(unmarshal([]byte(planted[i]), &l))
		if _, faults := npsp.Parse([]byte(lines[l.Line-1]), nil); faults.Err() == nil || l.File != "dossiers.jsonl" || l.Unit == "" {
			t.Errorf("%s: line %d is a message: %s", planted[i], l.Line, lines[l.Line-1])
		}
		kinds[l.Kind]++
		lines = slices.Delete(lines, l.Line-1, l.Line)
	}
	if !slices.Equal(lines, plain) || len(kinds) != 5 {
		t.Errorf("without them the file is not the same; kinds %v", kinds)
	}
}

func lookResent(t *testing.T, plain []string) {
	lines, files := mixed(t, "resent=2")
	if !slices.Equal(lines, plain) {
		t.Error("the file is not the same")
	}
	known := counted(plain)
	for _, name := range []string{"dossiers.resent-1.jsonl", "dossiers.resent-2.jsonl"} {
		again := linesOf(files[name])
		about(t, plain, len(again))
		for _, line := range again {
			if known[line] == 0 {
				t.Errorf("%s has another line: %s", name, line)
			}
		}
	}
	if bytes.Equal(files["dossiers.resent-1.jsonl"], files["dossiers.resent-2.jsonl"]) {
		t.Error("both files repeat the same")
	}
}

// TestLinesAsTyped reads every line of facts and writes it again as its own package's
// type has it: the same bytes.
func TestLinesAsTyped(t *testing.T) {
	_, files := mixed(t, "")
	for _, name := range []string{"procedures.jsonl", "reports.jsonl", "petitions.jsonl", "ratings.jsonl", "units.jsonl"} {
		faults, err := facts.ReadLines(bytes.NewReader(files[name]), func(l *facts.Line) error {
			want := linesOf(files[name])[l.Number-1]
			for _, v := range []any{l.Unit, l.Procedure, l.Decision, l.Petition, l.Rating, l.Handling, l.Report, l.Coverage} {
				if !reflect.ValueOf(v).IsNil() && string(jsonOf(t, v))+"\n" != want {
					t.Errorf("%s is not %s", want, jsonOf(t, v))
				}
			}
			return nil
		})
		if err != nil || len(faults) > 0 {
			t.Errorf("%s: %v, %v", name, faults, err)
		}
	}
}
