package repotest

import (
	"slices"
	"strings"
)

// A planting is a small tree and the problems one rule must find in it, in
// order and by their words. Where want is empty the rule must stay silent.
type planting struct {
	rule, name string
	files      map[string]string
	want       []string
}

var planted = slices.Concat(plantedOrder, plantedSource, plantedTexts)

// uses is a package that imports each of the paths.
func uses(name string, paths ...string) string {
	var b strings.Builder
	b.WriteString("package " + name + "\n")
	for _, p := range paths {
		b.WriteString("import _ \"" + strings.Replace(p, "~", "github.com/motcua/motcua", 1) + "\"\n")
	}
	return b.String()
}

// plantedOrder is planted for the rules about who imports and mentions what.
var plantedOrder = []planting{
	{rule: "arrows", name: "the way DESIGN draws them", files: map[string]string{
		"date.go":                        uses("motcua", "~/internal/enum", "time"),
		"internal/enum/a.go":             uses("enum"),
		"payment/a.go":                   uses("payment", "~", "~/dossier/workday", "~/internal/strict"),
		"dossier/a.go":                   uses("dossier", "~", "~/payment", "~/catalog"),
		"dossier/npsp/a.go":              uses("npsp", "~/payment", "~/dossier"),
		"dossier/npsp/client/a.go":       uses("client", "~/dossier/npsp", "net/http"),
		"scoring/facts/a.go":             uses("facts", "~/scoring", "~/dossier/npsp", "~/payment"),
		"examples/quickstart/a.go":       uses("main", "~/dossier/npsp", "~/scoring/facts"),
		"scoring/testdata/a/a.go":        uses("a", "~/payment"),
		"examples/heavy/go.mod":          "module example.com/heavy\n",
		"examples/heavy/a.go":            uses("main", "~/scoring"),
		"payment/conformance_test.go":    uses("payment_test", "~/examples/conformance"),
		"internal/schemagen/generate.go": uses("main", "~/scoring", "~/internal/enum"),
	}},
	{rule: "arrows", name: "against the order", files: map[string]string{
		"date.go":             uses("motcua", "~/payment", "~/dossier/workday"),
		"payment/a.go":        uses("payment", "~/catalog"),
		"catalog/a.go":        uses("catalog", "~/scoring"),
		"dossier/a.go":        uses("dossier", "~/examples/conformance"),
		"scoring/a.go":        uses("scoring", "~/dossier/workday"),
		"scoring/reform/a.go": uses("reform", "~/scoring/facts"),
	}, want: []string{
		"motcua may not import github.com/motcua/motcua/payment", "motcua may not import github.com/motcua/motcua/dossier/workday",
		"catalog may not import", "dossier may not import", "payment may not import", "scoring may not import", "scoring/reform may not import",
	}},
	{rule: "arrows", name: "messages are shut to those above", files: map[string]string{
		"dossier/forms/a.go":              uses("forms", "~/dossier/npsp"),
		"examples/motcua/a.go":            uses("main", "~/scoring", "~/internal/enum"),
		"payment/gateway/client/a.go":     uses("client", "~/payment/gateway"),
		"payment/gateway/client/wrong.go": uses("client", "~/dossier/npsp"),
	}, want: []string{"dossier/forms may not import", "examples/motcua may not import", "payment/gateway/client may not import"}},
	{rule: "arrows", name: "a package nobody decided on", files: map[string]string{
		"helpers/a.go": uses("helpers", "~/scoring"),
	}, want: []string{"helpers has no row"}},

	{rule: "examples", name: "what a user could write", files: map[string]string{
		"examples/quickstart/a.go": uses("main", "~/scoring", "example.com/internal/x"),
	}},
	{rule: "examples", name: "code and tests and nested modules", files: map[string]string{
		"examples/heavy/go.mod":         "module example.com/heavy\n",
		"examples/heavy/a.go":           uses("main", "~/internal/enum"),
		"examples/quickstart/a_test.go": uses("main", "~/internal/strict"),
	}, want: []string{"examples/heavy/a.go: an example imports", "examples/quickstart/a_test.go: an example imports"}},

	{rule: "links", name: "clients speak and papers have templates", files: map[string]string{
		"payment/gateway/client/a.go":      uses("client", "net/http"),
		"dossier/forms/a.go":               uses("forms", "html/template"),
		"examples/motcua/a.go":             uses("main", "~/dossier/forms", "net/http"),
		"internal/schemagen/jsonschema.go": uses("main", "github.com/invopop/jsonschema"),
		"scoring/oracle_test.go":           uses("scoring", "github.com/santhosh-tekuri/jsonschema/v6", "testing"),
		"scoring/uncertainty/a.go":         uses("uncertainty", "gonum.org/v1/gonum/stat"),
	}},
	{rule: "links", name: "directly and through others", files: map[string]string{
		"catalog/a.go":                 uses("catalog", "github.com/invopop/jsonschema"),
		"dossier/npsp/a.go":            uses("npsp", "~/dossier/forms"),
		"dossier/forms/a.go":           uses("forms", "html/template"),
		"examples/motcua/a.go":         uses("main", "github.com/santhosh-tekuri/jsonschema/v6"),
		"payment/gateway/client/a.go":  uses("client", "text/template"),
		"scoring/a.go":                 uses("scoring", "net/http/httptest"),
		"scoring/facts/a.go":           uses("facts", "~/scoring"),
		"scoring/facts/statistics_.go": uses("facts", "gonum.org/v1/gonum/stat"),
	}, want: []string{
		"catalog links github.com/invopop/jsonschema", "dossier/npsp links html/template",
		"examples/motcua links github.com/santhosh-tekuri", "payment/gateway/client links text/template",
		"scoring links net/http", "scoring/facts links net/http", "scoring/facts links gonum.org/v1/gonum",
	}},

	{rule: "mentions", name: "inside is nobody's business", files: map[string]string{
		"internal/enum/a.go": enumSource,
		"scoring/a.go": `package scoring
import "github.com/motcua/motcua/internal/enum"
var table = enum.New()
type State uint8
type Open struct { Name string; table enum.Table; rest []hidden }
type hidden struct { Table enum.Table }
func (s State) String() string { return "" }
func (s State) table() enum.Table { return table }
`,
	}},
	{rule: "mentions", name: "every way to meet an internal type", files: map[string]string{
		"internal/enum/a.go": enumSource,
		"scoring/a.go": `package scoring
import "github.com/motcua/motcua/internal/enum"
var Deduced = enum.New()
const Unset = enum.None
type Alias = enum.Table
type Field struct { In map[string][]*enum.Table }
type Promoted struct { inner }
type inner struct { Names enum.Table }
type Method struct{}
func (*Method) Of() (_ interface{ M(enum.Table) }) { return }
func Generic[T interface{ ~[]enum.Table }](T) {}
func Hidden() (_ unnamed) { return }
type unnamed struct{}
func (unnamed) Table() (_ chan enum.Table) { return }
type Fine struct{ Field Field }
`,
	}, want: []string{"scoring.Alias", "scoring.Deduced", "scoring.Field", "scoring.Generic", "scoring.Hidden", "scoring.Method", "scoring.Promoted", "scoring.Unset"}},

	{rule: "names", name: "errors may be variables", files: map[string]string{
		"scoring/a.go": "package scoring\nvar ErrFull, errHidden error\nvar hidden = 1\nconst A, B = 1, 2\n" + many("const C", "=1", 80) + many("type T", "int", maxNames-1),
	}},
	{rule: "names", name: "anyone could assign", files: map[string]string{
		"scoring/a.go":       "package scoring\nvar Default = 1\nvar Errors []error\nvar Err error\n",
		"internal/enum/a.go": "package enum\nvar Table = 1\n",
	}, want: []string{"internal/enum.Table is", "scoring.Default is", "scoring.Err is", "scoring.Errors is"}},
	{rule: "names", name: "rows are learnt with their table", files: map[string]string{
		"scoring/a.go": "package scoring\ntype Row struct{ N int }\ntype Table struct { Rows []Row }\n" + many("type T", "int", maxNames-1),
	}},
	{rule: "names", name: "a type with methods is no row", files: map[string]string{
		"scoring/a.go": "package scoring\ntype Row struct{ N int }\nfunc (Row) M() {}\ntype Table struct { Rows []Row }\n" + many("type T", "int", maxNames-1),
	}, want: []string{"scoring exports 61 names"}},
	{rule: "names", name: "too many to learn", files: map[string]string{
		"scoring/a.go": "package scoring\nfunc F() {}\n" + many("type T", "int", maxNames),
	}, want: []string{"scoring exports 61 names"}},
}

const enumSource = "package enum\ntype Table struct{}\nfunc New() Table { return Table{} }\ntype Kind uint8\nconst None Kind = 0\n"

// many is n declarations, one a line.
func many(before, after string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(before + string(rune('A'+i/26)) + string(rune('a'+i%26)) + " " + after + "\n")
	}
	return b.String()
}
