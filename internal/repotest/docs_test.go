package repotest

import (
	"fmt"
	"go/ast"
	"go/token"
	"regexp"
	"strings"
)

// checkDocs finds exported names without a comment and packages without a
// comment worth the name. A comment on a group of constants or variables
// covers its members, a line comment covers a field or a member.
func checkDocs(t *tree) []string {
	var problems []string
	for _, p := range t.pkgs {
		if len(p.code) == 0 {
			continue
		}
		d := &docs{tree: t}
		var about strings.Builder
		for _, f := range p.code {
			about.WriteString(f.Doc.Text() + "\n")
			for _, decl := range f.Decls {
				d.decl(decl)
			}
		}
		if n := len(sentenceEnd.FindAllString(about.String(), -1)); n < 2 {
			problems = append(problems, fmt.Sprintf("%s: the package comment has %d sentences, fewer than two", p.label(), n))
		}
		problems = append(problems, d.problems...)
	}
	return problems
}

var sentenceEnd = regexp.MustCompile(`[.!?]["')]?(\s|$)`)

type docs struct {
	tree     *tree
	problems []string
}

// need demands that one of the comments says something about name.
func (d *docs) need(name *ast.Ident, owner string, comments ...*ast.CommentGroup) {
	if !name.IsExported() {
		return
	}
	for _, c := range comments {
		if c.Text() != "" {
			return
		}
	}
	d.problems = append(d.problems, fmt.Sprintf("%s: %s%s has no comment", d.tree.at(name.Pos()), owner, name.Name))
}

func (d *docs) decl(decl ast.Decl) {
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		if owner := receiver(decl); owner == "" || ast.IsExported(owner) {
			d.need(decl.Name, dotted(owner), decl.Doc)
		}
	case *ast.GenDecl:
		for _, spec := range decl.Specs {
			d.spec(decl, spec)
		}
	}
}

func (d *docs) spec(decl *ast.GenDecl, spec ast.Spec) {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		own := spec.Doc
		if decl.Lparen == token.NoPos {
			own = decl.Doc // a group's comment does not explain each of its types
		}
		d.need(spec.Name, "", own, spec.Comment)
		if spec.Name.IsExported() {
			d.members(spec.Name.Name, spec.Type)
		}
	case *ast.ValueSpec:
		for _, name := range spec.Names {
			d.need(name, "", decl.Doc, spec.Doc, spec.Comment)
		}
	}
}

// members looks at the fields and methods inside the type of an exported name.
// An embedded type has its own comment.
func (d *docs) members(owner string, t ast.Expr) {
	ast.Inspect(t, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncType:
			return false // parameters are no members
		case *ast.Field:
			for _, name := range n.Names {
				d.need(name, dotted(owner), n.Doc, n.Comment)
			}
		}
		return true
	})
}

func dotted(owner string) string {
	if owner == "" {
		return ""
	}
	return owner + "."
}

// receiver names the type f is a method of; it is empty for functions.
func receiver(f *ast.FuncDecl) string {
	if f.Recv == nil || len(f.Recv.List) == 0 {
		return ""
	}
	name := ""
	ast.Inspect(f.Recv.List[0].Type, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && name == "" {
			name = id.Name
		}
		return name == ""
	})
	return name
}
