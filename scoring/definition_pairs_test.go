package scoring_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua"
)

// related are pairs of places at which one mistake bears on what can be said
// about the other; all other pairs are independent.
var related = []struct {
	one, two *regexp.Regexp
	why      string
}{
	{regexp.MustCompile(`^/[dD]ecimals$`), regexp.MustCompile(`/(points|from|max)$`), "how many decimals points have"},
	{regexp.MustCompile(`^/root(/nodes/[0-9]+)*(/id)?$`), regexp.MustCompile(`^/views/`), "which nodes there are"},
	{regexp.MustCompile(`^/root(/nodes/[0-9]+)*$`), regexp.MustCompile(`/max$`), "what is added up"},
	{regexp.MustCompile(`^/sources/[0-9]+(/key)?$`), regexp.MustCompile(`/sources/[0-9]+$`), "which sources there are"},
	{regexp.MustCompile(`^/levels`), regexp.MustCompile(`/level$`), "which levels there are"},
	{regexp.MustCompile(`/level$`), regexp.MustCompile(`/level$`), "one makes the other no double"},
	{regexp.MustCompile(`^/measures/[0-9]+/id$`), regexp.MustCompile(`/(num|den)$`), "which measures there are"},
	{regexp.MustCompile(`/max$`), regexp.MustCompile(`/max$`), "a sum and what is added up"},
	{regexp.MustCompile(`/max$`), regexp.MustCompile(`/scale/min$`), "a minimum is held to the maximum"},
	{regexp.MustCompile(`/scale/from$`), regexp.MustCompile(`/scale/to$`), "goalposts are held to each other"},
	{regexp.MustCompile(`/relation$`), regexp.MustCompile(`/(num|den|zero)$`), "only a ratio needs both"},
	{regexp.MustCompile(`/zero/rule$`), regexp.MustCompile(`/zero/to(/[0-9]+)?$`), "what a rule needs"},
	{regexp.MustCompile(`^/measures/0/(table|count)$`), regexp.MustCompile(`^/measures/0/(column|except)$`), "what a measure can take"},
}

// blinds reports whether a mistake bears on another: the text is no JSON, one
// is about what holds the other, or they are related.
func (p plant) blinds(q plant) bool {
	if strings.HasPrefix(p.code, "DOC-SYNTAX") && p.pointer == "" || p.pointer == q.pointer || strings.HasPrefix(q.pointer, p.pointer+"/") {
		return true
	}
	for _, r := range related {
		if r.one.MatchString(p.pointer) && r.two.MatchString(q.pointer) {
			return true
		}
	}
	return false
}

// bothPlants makes two mistakes in a text; false where they change the same words.
func bothPlants(text string, a, b plant) (string, bool) {
	for _, p := range []plant{a, b} {
		if strings.Count(text, p.old) != 1 {
			return "", false
		}
		text = strings.Replace(text, p.old, p.with, 1)
	}
	return text, strings.Contains(text, a.with)
}

// TestPlantedPairs makes two independent mistakes at once: each of the ten with
// every other one, and a share of the rest. No mistake may hide another, and
// none may breed.
func TestPlantedPairs(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	text := soundText(t)
	all := slices.Concat(tenPlants, plants)
	tried := 0
	for i, a := range all {
		for j, b := range all[:i] {
			if j >= len(tenPlants) && (i+j)%12 != 0 || a.blinds(b) || b.blinds(a) {
				continue
			}
			planted, ok := bothPlants(text, a, b)
			if !ok {
				continue
			}
			tried++
			faults := faultsOfText(t, planted)
			for _, p := range []plant{a, b} {
				if !slices.ContainsFunc(faults, func(f *motcua.Fault) bool { return f.Code == p.code && f.Pointer == p.pointer }) {
					t.Errorf("of %s %s and %s %s only one is found", a.code, a.pointer, b.code, b.pointer)
				}
			}
			if len(faults) != 2 {
				t.Errorf("%s %s and %s %s: %d faults:\n%s", a.code, a.pointer, b.code, b.pointer, len(faults), plainFaults(faults))
			}
		}
	}
	if tried < 1000 { // of some 5000
		t.Errorf("only %d pairs were tried", tried)
	}
}
