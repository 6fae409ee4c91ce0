package scoring_test

import (
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// soundText reads the definition the plants are made in.
func soundText(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("testdata/sound.json")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// faultsOfText are the faults of a definition.
func faultsOfText(t *testing.T, text string) motcua.Faults {
	t.Helper()
	x, err := scoring.Parse([]byte(text), nil)
	if err == nil {
		return x.Warnings()
	}
	var faults motcua.Faults
	if !errors.As(err, &faults) {
		t.Fatalf("%v is no motcua.Faults", err)
	}
	return faults
}

func TestSoundIsSound(t *testing.T) {
	if faults := faultsOfText(t, soundText(t)); len(faults) != 0 {
		t.Error(faults)
	}
}

// lineHolding is the number of the line a text begins on, which must stand once.
func lineHolding(t *testing.T, text, at string) int {
	t.Helper()
	before, after, ok := strings.Cut(text, at)
	if !ok || at == "" || strings.Contains(after, at) {
		t.Fatalf("%q does not stand once", at)
	}
	return strings.Count(before, "\n") + 1
}

// line is where the fault of a plant must be reported: the first line of the
// sound text that it changes, unless the plant says otherwise.
func (p plant) line(t *testing.T, sound, planted string) int {
	t.Helper()
	if p.on != "" {
		return lineHolding(t, planted, p.on)
	}
	was, is := strings.Split(p.old, "\n"), strings.Split(p.with, "\n")
	same := 0
	for same+1 < min(len(was), len(is)) && was[same] == is[same] {
		same++
	}
	return lineHolding(t, sound, p.old) + same
}

// TestPlantedFaults makes one mistake at a time: one fault must come of it, with
// its code, at its place, in both languages.
func TestPlantedFaults(t *testing.T) {
	text := soundText(t)
	for _, p := range slices.Concat(tenPlants, plants) {
		t.Run(strings.Join([]string{p.code, p.pointer, p.with}, " "), func(t *testing.T) {
			planted := editedOnce(t, text, p.old, p.with)
			faults := faultsOfText(t, planted)
			if len(faults) != 1 {
				t.Fatalf("%d faults, want one:\n%s", len(faults), plainFaults(faults))
			}
			f := faults[0]
			if f.Code != p.code || f.Pointer != p.pointer || f.Severity != motcua.SeverityError {
				t.Errorf("%v, want the error %s at %s", f, p.code, p.pointer)
			}
			if want := p.line(t, text, planted); f.Line != want {
				t.Errorf("line %d, want %d", f.Line, want)
			}
			if f.Message.Vi == "" || f.Message.En == "" {
				t.Errorf("the message is %+v", f.Message)
			}
		})
	}
}

// TestEveryCodePlanted holds that no code of definitions is without a plant.
func TestEveryCodePlanted(t *testing.T) {
	source, err := os.ReadFile("faults.go")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(source)) {
		_, rest, ok := strings.Cut(line, `"SCO-DEF-`)
		if !ok || strings.Contains(line, "(warning)") {
			continue
		}
		code := "SCO-DEF-" + rest[:2]
		if !slices.ContainsFunc(plants, func(p plant) bool { return p.code == code }) {
			t.Errorf("%s is planted nowhere", code)
		}
	}
}

// TestTenFaults makes ten independent mistakes in one document. All ten must be
// reported, no more, in the order of lines, and the same way every time.
func TestTenFaults(t *testing.T) {
	sound := soundText(t)
	text := sound
	for _, p := range tenPlants {
		text = editedOnce(t, text, p.old, p.with)
	}
	type row struct {
		line          int
		code, pointer string
	}
	var want, got []row
	for _, p := range tenPlants {
		want = append(want, row{p.line(t, sound, text), p.code, p.pointer})
	}
	slices.SortFunc(want, func(a, b row) int { return a.line - b.line })
	faults := faultsOfText(t, text)
	for _, f := range faults {
		got = append(got, row{f.Line, f.Code, f.Pointer})
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%v\nwant\n%v\n%s", got, want, plainFaults(faults))
	}
	first, err := json.Marshal(faults)
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		again, err := json.Marshal(faultsOfText(t, text))
		if err != nil {
			t.Fatal(err)
		}
		if string(again) != string(first) {
			t.Fatalf("now %s\nthen %s", again, first)
		}
	}
}

// TestUnusedMeasureIsAWarning shows that something nothing refers to is odd, but
// does not stop a definition.
func TestUnusedMeasureIsAWarning(t *testing.T) {
	text := editedOnce(t, soundText(t), `"num": "announced"`, `"num": "services"`)
	x, err := scoring.Parse([]byte(text), nil)
	if err != nil {
		t.Fatal(err)
	}
	w := x.Warnings()
	if len(w) != 1 || w[0].Code != "SCO-DEF-12" || w[0].Pointer != "/measures/3" || w[0].Severity != motcua.SeverityWarning || w[0].Line == 0 {
		t.Errorf("warnings %v, want SCO-DEF-12 at /measures/3", w)
	}
}
