package repotest

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite "+apiGolden+" and the blocks of "+readmeFile)

// A rule looks at a tree and says what is wrong with it.
type rule struct {
	name  string
	check func(*tree) []string
}

var rules = []rule{
	{"arrows", checkArrows},
	{"examples", checkExamples},
	{"links", checkLinks},
	{"mentions", checkMentions},
	{"names", checkNames},
	{"docs", checkDocs},
	{"habits", checkHabits},
	{"sizes", checkSizes},
	{"fuzz", checkFuzz},
	{"exampled", checkExampled},
	{"hygiene", checkHygiene},
	{"readme", checkReadme},
	{"api", checkAPI},
}

// TestRepository holds this repository to every rule.
func TestRepository(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	repo, root, err := repository()
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := rewrite(repo, root); err != nil {
			t.Error(err)
		}
		if repo, _, err = repository(); err != nil {
			t.Fatal(err)
		}
	}
	for _, r := range rules {
		t.Run(r.name, func(t *testing.T) {
			for _, problem := range r.check(repo) {
				t.Error(problem)
			}
		})
	}
}

// rewrite brings the API golden and the README's blocks up to date.
func rewrite(repo *tree, root string) error {
	if text, ok := repo.file(readmeFile); ok {
		_, mended := readmeProblems(repo, string(text))
		if err := os.WriteFile(filepath.Join(root, readmeFile), []byte(mended), 0o644); err != nil {
			return err
		}
	}
	text, err := apiText(repo)
	if err != nil {
		return err
	}
	golden := filepath.Join(root, filepath.FromSlash(apiGolden))
	if err := os.MkdirAll(filepath.Dir(golden), 0o755); err != nil {
		return err
	}
	return os.WriteFile(golden, []byte(text), 0o644)
}

// TestPlanted shows for every rule that it finds what was planted, and nothing
// where nothing was.
func TestPlanted(t *testing.T) {
	for _, r := range rules {
		var bad, good bool
		for _, p := range planted {
			if p.rule != r.name {
				continue
			}
			bad, good = bad || len(p.want) > 0, good || len(p.want) == 0
			t.Run(r.name+"/"+strings.ReplaceAll(p.name, " ", "_"), func(t *testing.T) {
				tree, err := plant(p.files)
				if err != nil {
					t.Fatal(err)
				}
				compare(t, p.want, r.check(tree))
			})
		}
		if !bad || !good {
			t.Errorf("rule %s: planted with a problem: %t, without: %t; want both", r.name, bad, good)
		}
	}
	for _, p := range planted {
		if !slices.ContainsFunc(rules, func(r rule) bool { return r.name == p.rule }) {
			t.Errorf("%s is planted for %s, which is no rule", p.name, p.rule)
		}
	}
}

// compare demands as many problems as wanted, each holding the wanted words.
func compare(t *testing.T, want, got []string) {
	t.Helper()
	ok := len(want) == len(got)
	for i := 0; ok && i < len(want); i++ {
		ok = strings.Contains(got[i], want[i])
	}
	if !ok {
		t.Errorf("got problems\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// TestMended shows that rewriting the README mends all that marks tell, and
// leaves a README as it should be alone.
func TestMended(t *testing.T) {
	files := map[string]string{
		"README.md": "# A\n" + twoCommands + exampleMark + block("go", "old()") + "between\n" +
			outputMarked + block("text", "old") + exampleMark + block("go", "") + "end",
		"scoring/example_test.go": exampleSource,
		"board.txt":               "a\n\nb\n",
	}
	for _, wrong := range []int{3, 0} {
		planted, err := plant(files)
		if err != nil {
			t.Fatal(err)
		}
		problems, mended := readmeProblems(planted, files["README.md"])
		if len(problems) != wrong {
			t.Errorf("got %d problems, want %d: %q", len(problems), wrong, problems)
		}
		files["README.md"] = mended
	}
	want := "# A\n" + twoCommands + exampleMark + block("go", exampleText) + "between\n" +
		outputMarked + block("text", "a\n\nb") + exampleMark + block("go", exampleText) + "end"
	if diff := lineDiff(want, files["README.md"]); diff != "" {
		t.Errorf("mended (-want +got):\n%s", diff)
	}
}

// TestExemptionsNeeded finds exemptions that have outlived their reason.
func TestExemptionsNeeded(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	repo, _, err := repository()
	if err != nil {
		t.Fatal(err)
	}
	lists := []struct {
		owed func(*tree, []exemption) []string
		list []exemption
	}{{fuzzOwed, unfuzzed}, {exampleOwed, unexemplified}}
	for _, l := range lists {
		problems := strings.Join(l.owed(repo, nil), "\n")
		for _, e := range l.list {
			if e.why == "" || !strings.Contains(problems, ": "+e.name+": ") {
				t.Errorf("the exemption of %s has no reason or is not needed", e.name)
			}
		}
	}
}

// TestArrowsSound holds the table of arrows itself to its form.
func TestArrowsSound(t *testing.T) {
	above := map[string]bool{}
	for _, a := range arrows {
		for _, to := range a.may {
			if !above[to] {
				t.Errorf("%s may import %s, which has no row above it", a.pkg, to)
			}
		}
		if above[a.pkg] {
			t.Errorf("%s has two rows", a.pkg)
		}
		above[a.pkg] = true
	}
}
