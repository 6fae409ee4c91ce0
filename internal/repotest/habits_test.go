package repotest

import (
	"bytes"
	"fmt"
	"go/ast"
	"regexp"
	"strings"
)

// checkHabits finds init functions, whose effects no caller asked for, and
// panics anywhere but in functions that say so by being called Must.
func checkHabits(t *tree) []string {
	var problems []string
	for _, p := range t.pkgs {
		for _, f := range p.code {
			for _, decl := range f.Decls {
				fn, ok := decl.(*ast.FuncDecl)
				if ok && fn.Recv == nil && fn.Name.Name == "init" {
					problems = append(problems, t.at(fn.Pos())+": func init")
				}
				if ok && strings.HasPrefix(strings.ToLower(fn.Name.Name), "must") {
					continue
				}
				problems = append(problems, panics(t, decl)...)
			}
		}
	}
	return problems
}

func panics(t *tree, n ast.Node) []string {
	var problems []string
	ast.Inspect(n, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "panic" {
				problems = append(problems, t.at(call.Pos())+": panic outside Must…")
			}
		}
		return true
	})
	return problems
}

// What fits on one screen and into one head.
const (
	maxFunc = 60  // lines of a function, from its signature to its closing brace
	maxFile = 300 // lines of a file somebody wrote
)

// checkSizes finds functions and files beyond those limits, tests included.
// Rows of a table may be as many as the law has, so a function that only
// returns one literal is as long as it needs to be.
func checkSizes(t *tree) []string {
	var problems []string
	for _, p := range t.pkgs {
		for _, f := range append(append([]*ast.File(nil), p.code...), p.tests...) {
			if ast.IsGenerated(f) {
				continue
			}
			for _, decl := range f.Decls {
				problems = append(problems, longFuncs(t, decl)...)
			}
			name := t.fset.Position(f.Pos()).Filename
			text, _ := t.file(name)
			if n := bytes.Count(text, []byte("\n")); n > maxFile {
				problems = append(problems, fmt.Sprintf("%s: %d lines, more than %d", name, n, maxFile))
			}
		}
	}
	return problems
}

func longFuncs(t *tree, decl ast.Decl) []string {
	var problems []string
	ast.Inspect(decl, func(n ast.Node) bool {
		var body *ast.BlockStmt
		switch n := n.(type) {
		case *ast.FuncDecl:
			body = n.Body
		case *ast.FuncLit:
			body = n.Body
		}
		if body == nil || rows(body) {
			return true
		}
		lines := t.fset.Position(body.End()).Line - t.fset.Position(n.Pos()).Line + 1
		if decl, ok := n.(*ast.FuncDecl); ok { // its comment is not its length
			lines = t.fset.Position(body.End()).Line - t.fset.Position(decl.Type.Func).Line + 1
		}
		if lines > maxFunc {
			problems = append(problems, fmt.Sprintf("%s: a function of %d lines, more than %d", t.at(n.Pos()), lines, maxFunc))
		}
		return true
	})
	return problems
}

// rows reports whether the body is one return of a literal.
func rows(body *ast.BlockStmt) bool {
	if len(body.List) != 1 {
		return false
	}
	ret, ok := body.List[0].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return false
	}
	value := ret.Results[0]
	if ref, ok := value.(*ast.UnaryExpr); ok {
		value = ref.X
	}
	_, ok = value.(*ast.CompositeLit)
	return ok
}

// Both patterns are spelt so that they do not match their own text.
var (
	machinePath = regexp.MustCompile(`/wor[k]/|/far[m]/|/tmp/bash_job[s]`)
	unfinished  = regexp.MustCompile(`\b(TOD[O]|FIXM[E]|XX[X])\b`)
)

// checkHygiene finds traces of one machine, marks of unfinished work in Go
// files, and line endings that differ from everyone else's.
func checkHygiene(t *tree) []string {
	var problems []string
	for _, f := range t.files {
		number := 0
		for line := range bytes.Lines(f.text) {
			number++
			at := fmt.Sprintf("%s:%d: ", f.path, number)
			if hit := machinePath.Find(line); hit != nil {
				problems = append(problems, at+"a path of one machine: "+string(hit))
			}
			if hit := unfinished.Find(line); hit != nil && strings.HasSuffix(f.path, ".go") {
				problems = append(problems, at+"an unfinished mark: "+string(hit))
			}
			if bytes.HasSuffix(line, []byte("\r\n")) {
				problems = append(problems, at+"a carriage return at the end of the line")
			}
		}
	}
	return problems
}
