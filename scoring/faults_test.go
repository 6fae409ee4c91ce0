package scoring

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var verb = regexp.MustCompile(`%[-+.0-9]*[a-z]`)

// The Vietnamese and the English format of a fault take the same arguments in
// the same order: whatever call has two formats beside each other, their verbs
// are the same.
func TestFormatsTakeTheSameArguments(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	pairs := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || !slices.Contains([]string{"fault", "warn", "refer", "named"}, called(call)) {
				return true
			}
			formats := literals(call)
			if len(formats) < 2 {
				return true
			}
			vi, en := formats[len(formats)-2], formats[len(formats)-1]
			if pairs++; !slices.Equal(verb.FindAllString(vi, -1), verb.FindAllString(en, -1)) {
				t.Errorf("%s: %q and %q differ in verbs", set.Position(call.Pos()), vi, en)
			}
			return true
		})
	}
	if pairs < 50 {
		t.Errorf("only %d pairs of formats were found", pairs)
	}
}

func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// literals are the string literals among the arguments themselves.
func literals(call *ast.CallExpr) []string {
	var out []string
	for _, a := range call.Args {
		if l, ok := a.(*ast.BasicLit); ok && l.Kind == token.STRING {
			text, err := strconv.Unquote(l.Value)
			if err == nil {
				out = append(out, text)
			}
		}
	}
	return out
}
