package repotest

import (
	"fmt"
	"go/ast"
	"regexp"
	"slices"
	"strings"
)

// An exemption frees one name from a rule, and says why. One that is no longer
// needed is a problem of its own.
type exemption struct{ name, why string }

var (
	unfuzzed      []exemption // parsers and decoders without a fuzz target
	unexemplified []exemption // verbs that appear in no example
)

func exempt(list []exemption, name string) bool {
	return slices.ContainsFunc(list, func(e exemption) bool { return e.name == name })
}

var reader = regexp.MustCompile(`^(Parse|Unmarshal|Read)([A-Z]|$)`)

// checkFuzz finds exported readers of foreign bytes that no fuzz target of
// their package mentions.
func checkFuzz(t *tree) []string { return fuzzOwed(t, unfuzzed) }

func fuzzOwed(t *tree, except []exemption) []string {
	return owed(t, except, "no fuzz target mentions it",
		func(fn *ast.FuncDecl) bool { return reader.MatchString(fn.Name.Name) },
		func(_ *ast.File, fn *ast.FuncDecl) bool { return strings.HasPrefix(fn.Name.Name, "Fuzz") })
}

// checkExampled finds verbs nobody shows in use. Only examples with output
// count: the others are compiled and never run.
func checkExampled(t *tree) []string { return exampleOwed(t, unexemplified) }

func exampleOwed(t *tree, except []exemption) []string {
	return owed(t, except, "no example with output shows it", verb, func(f *ast.File, fn *ast.FuncDecl) bool {
		return strings.HasPrefix(fn.Name.Name, "Example") && slices.ContainsFunc(f.Comments, func(c *ast.CommentGroup) bool {
			return fn.Body.Pos() < c.Pos() && c.End() < fn.Body.End() && outputMark.MatchString(c.Text())
		})
	})
}

var outputMark = regexp.MustCompile(`(?im)^(unordered )?output:`)

// verb reports whether fn does something a reader wants to see done. Must
// twins are for tests, constructors of errors are seen in what fails, and a
// suite that takes a test's handle cannot appear in an example.
func verb(fn *ast.FuncDecl) bool {
	if strings.HasPrefix(fn.Name.Name, "Must") {
		return false
	}
	for _, p := range fn.Type.Params.List {
		if name := typeName(p.Type); slices.Contains([]string{"testing.T", "testing.B", "testing.F", "testing.TB"}, name) {
			return false
		}
	}
	if results := fn.Type.Results; results != nil && len(results.List) == 1 {
		name := typeName(results.List[0].Type)
		return !strings.HasSuffix(name, "Error") && name != "Fault" && !strings.HasSuffix(name, ".Fault")
	}
	return true
}

// typeName writes a plain type, or a pointer to one, as it stands in source.
func typeName(t ast.Expr) string {
	switch t := t.(type) {
	case *ast.StarExpr:
		return typeName(t.X)
	case *ast.SelectorExpr:
		return typeName(t.X) + "." + t.Sel.Name
	case *ast.Ident:
		return t.Name
	}
	return ""
}

// owed finds the exported functions that owe a test of some kind and are
// mentioned by none of that kind in their own package.
func owed(t *tree, except []exemption, why string, owes func(*ast.FuncDecl) bool, pays func(*ast.File, *ast.FuncDecl) bool) []string {
	var problems []string
	for _, p := range t.pkgs {
		if !p.public() {
			continue
		}
		paid := mentioned(p, pays)
		for _, f := range p.code {
			for fn := range funcs(f) {
				name := p.label() + "." + fn.Name.Name
				if fn.Recv == nil && fn.Name.IsExported() && owes(fn) && !paid[fn.Name.Name] && !exempt(except, name) {
					problems = append(problems, fmt.Sprintf("%s: %s: %s", t.at(fn.Pos()), name, why))
				}
			}
		}
	}
	return problems
}

// mentioned gathers the names in the bodies of the package's tests that count.
func mentioned(p *pkg, counts func(*ast.File, *ast.FuncDecl) bool) map[string]bool {
	names := map[string]bool{}
	for _, f := range p.tests {
		for fn := range funcs(f) {
			if fn.Body == nil || !counts(f, fn) {
				continue
			}
			ast.Inspect(fn.Body, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok {
					names[id.Name] = true
				}
				return true
			})
		}
	}
	return names
}

// funcs yields the functions and methods declared in f.
func funcs(f *ast.File) func(func(*ast.FuncDecl) bool) {
	return func(yield func(*ast.FuncDecl) bool) {
		for _, decl := range f.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && !yield(fn) {
				return
			}
		}
	}
}
