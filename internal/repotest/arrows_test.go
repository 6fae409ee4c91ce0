package repotest

import (
	"fmt"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strings"
)

// An arrow row says which packages of this module a package may import. What a
// row may import, it may also import through: dossier names catalog, so it may
// name payment as well. A package without a row is a problem, which makes
// adding one a decision and not an accident.
type arrow struct {
	pkg  string
	may  []string
	open bool // anyone above the vocabulary may import it
	shut bool // only rows that name it may; being below a row is not enough
	only bool // imports what it names, and open packages are no exception
	all  bool // may import everything but internal packages
}

// arrows is the whole order of the module; a row names only rows above it, so
// that nothing can be below itself. Rows may precede their packages.
var arrows = []arrow{
	{pkg: "internal/enum", open: true},
	{pkg: "internal/flow", open: true},
	{pkg: ".", may: []string{"internal/enum"}, only: true},
	{pkg: "internal/strict", may: []string{"."}, open: true},
	{pkg: "internal/chain", may: []string{"."}},
	{pkg: "dossier/workday", may: []string{"."}, open: true},
	{pkg: "dossier/person", may: []string{"."}},

	{pkg: "payment", may: []string{"."}},
	{pkg: "payment/qr", may: []string{"payment"}},
	{pkg: "payment/choice", may: []string{"payment"}},
	{pkg: "payment/gateway", may: []string{"payment", "payment/qr"}},
	{pkg: "payment/gateway/client", may: []string{"payment/gateway", "internal/chain"}},
	{pkg: "payment/gateway/client/simulator", may: []string{"payment/gateway"}},
	{pkg: "payment/receipt", may: []string{"payment", "internal/chain"}},
	{pkg: "payment/register", may: []string{"payment", "internal/chain"}},
	{pkg: "payment/reconcile", may: []string{"payment/register"}},
	{pkg: "catalog/fee", may: []string{"payment"}},
	{pkg: "catalog/unit", may: []string{"."}},
	{pkg: "catalog", may: []string{"catalog/fee", "catalog/unit"}},
	{pkg: "catalog/search", may: []string{"catalog"}},
	{pkg: "catalog/intake", may: []string{"catalog"}},
	{pkg: "catalog/sample", may: []string{"catalog"}},
	{pkg: "dossier", may: []string{"catalog", "dossier/person"}},
	{pkg: "dossier/eventlog", may: []string{"dossier"}},
	{pkg: "dossier/transcript", may: []string{"dossier"}},
	{pkg: "dossier/house", may: []string{"dossier"}},
	{pkg: "dossier/forms", may: []string{"dossier"}},
	{pkg: "dossier/history", may: []string{"dossier"}},
	{pkg: "dossier/settlement", may: []string{"dossier/history", "dossier/house", "payment/register"}},
	{pkg: "dossier/npsp", may: []string{"dossier", "catalog/intake"}, shut: true},
	{pkg: "dossier/npsp/client", may: []string{"dossier/npsp"}},

	{pkg: "scoring", may: []string{".", "internal/enum", "internal/strict"}, only: true},
	{pkg: "scoring/league", may: []string{"scoring"}},
	{pkg: "scoring/published", may: []string{"scoring"}},
	{pkg: "scoring/counting", may: []string{"scoring"}},
	{pkg: "scoring/facts", may: []string{"scoring/counting", "catalog", "dossier", "dossier/npsp", "dossier/settlement"}},
	{pkg: "scoring/synth", may: []string{"scoring/facts", "dossier/npsp"}},
	{pkg: "scoring/reform", may: []string{"scoring"}},
	{pkg: "scoring/uncertainty", may: []string{"scoring"}},

	{pkg: "examples/quickstart", all: true},
	{pkg: "examples/join", all: true},
	{pkg: "examples/motcua", all: true},
	{pkg: "examples/conformance", all: true},

	{pkg: "internal/schemagen", may: []string{"internal/enum", "internal/strict"}, all: true},
	{pkg: "internal/schematest", may: []string{"."}},
	{pkg: "internal/repotest"},
}

func arrowOf(dir string) (arrow, bool) {
	i := slices.IndexFunc(arrows, func(a arrow) bool { return a.pkg == dir })
	if i < 0 {
		return arrow{}, false
	}
	return arrows[i], true
}

// below lists the rows a may import, through any number of steps.
func below(a arrow) []arrow {
	var reach []arrow
	for _, name := range a.may {
		if b, ok := arrowOf(name); ok {
			reach = append(append(reach, b), below(b)...)
		}
	}
	return reach
}

// allowed reports whether the package of row a may import the package in dir.
func allowed(a arrow, dir string) bool {
	b, ok := arrowOf(dir)
	switch {
	case slices.Contains(a.may, dir):
		return true
	case !ok || a.only:
		return false
	case a.all:
		return !inside("internal", dir)
	case b.open:
		return true
	}
	return !b.shut && slices.ContainsFunc(below(a), func(c arrow) bool { return c.pkg == dir })
}

// checkArrows finds imports against the order, in code; tests may look where
// they like, the compiler refuses the cycles.
func checkArrows(t *tree) []string {
	var problems []string
	for _, p := range t.pkgs {
		a, ok := arrowOf(p.dir)
		if !ok {
			problems = append(problems, fmt.Sprintf("%s has no row in the table of arrows", p.label()))
		}
		for _, f := range p.code {
			for i, to := range imports(f) {
				if ok && ours(t.module, to) && !allowed(a, directory(t.module, to)) {
					problems = append(problems, fmt.Sprintf("%s: %s may not import %s", t.at(f.Imports[i].Pos()), p.label(), to))
				}
			}
		}
	}
	return problems
}

// checkExamples finds examples that reach for what their readers cannot have.
// Nested modules and tests count too: all of it is shown as use of the library.
func checkExamples(t *tree) []string {
	var problems []string
	for _, f := range t.files {
		if !strings.HasPrefix(f.path, "examples/") || path.Ext(f.path) != ".go" || inside("testdata", path.Dir(f.path)) {
			continue
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), f.path, f.text, parser.ImportsOnly)
		if err != nil {
			problems = append(problems, err.Error())
			continue
		}
		for _, to := range imports(syntax) {
			if ours(t.module, to) && inside("internal", to) {
				problems = append(problems, fmt.Sprintf("%s: an example imports %s", f.path, to))
			}
		}
	}
	return problems
}

// A link row says which packages may link what, however many imports away.
type link struct {
	path     string   // and all beneath it
	by       []string // "x" alone, "x/..." with what is beneath, ".../x" at any depth
	commands bool     // holds for examples and internal packages as well
	why      string
}

var linkRows = []link{
	{path: "net/http", by: []string{".../client", "payment/gateway/client/simulator"}, why: "a program that decodes messages speaks to no network"},
	{path: "html/template", by: []string{"payment/receipt", "dossier/forms"}, why: "only documents for people need templates"},
	{path: "text/template", by: []string{"payment/receipt", "dossier/forms"}, why: "only documents for people need templates"},
	{path: "gonum.org/v1/gonum", by: []string{"scoring/uncertainty"}, why: "no float before statistics"},
	{path: "github.com/invopop/jsonschema", by: []string{"internal/schemagen/..."}, commands: true, why: "schemas are generated once and committed"},
	{path: "github.com/santhosh-tekuri", by: []string{"internal/schematest"}, commands: true, why: "an oracle in tests, too slow to start to be linked"},
	{path: "github.com/google/go-cmp", by: []string{"examples/conformance/..."}, commands: true, why: "for tests"},
	{path: "pgregory.net/rapid", by: []string{"examples/conformance/..."}, commands: true, why: "for tests"},
	{path: "testing", by: []string{"examples/conformance/...", "internal/schematest"}, commands: true, why: "for tests"},
}

func matches(pattern, dir string) bool {
	if end, ok := strings.CutPrefix(pattern, "..."); ok {
		return strings.HasSuffix(dir, end)
	}
	if start, ok := strings.CutSuffix(pattern, "/..."); ok {
		return dir == start || strings.HasPrefix(dir, start+"/")
	}
	return dir == pattern
}

// checkLinks finds packages that link what their users should not pay for.
func checkLinks(t *tree) []string {
	links, err := t.links()
	if err != nil {
		return []string{err.Error()}
	}
	var problems []string
	for _, p := range t.pkgs {
		for _, l := range linkRows {
			by := func(pattern string) bool { return matches(pattern, p.dir) }
			linked := func(dep string) bool { return matches(l.path+"/...", dep) }
			free := !l.commands && (p.internal() || p.example())
			if !free && !slices.ContainsFunc(l.by, by) && slices.ContainsFunc(links[p.dir], linked) {
				problems = append(problems, fmt.Sprintf("%s links %s: %s", p.label(), l.path, l.why))
			}
		}
	}
	return problems
}
