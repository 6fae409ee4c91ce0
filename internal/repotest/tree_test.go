package repotest

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// A tree is what the rules look at: the packages of one module, and the text
// of every file beneath it.
type tree struct {
	module string
	fset   *token.FileSet
	pkgs   []*pkg // of the module itself, ordered by directory
	files  []file // all text files, those of nested modules and testdata too

	// Types and links are dear to find out, and cannot be had while a package
	// does not compile; rules that need neither then still run.
	typed func() (map[string]*types.Package, error) // by directory
	links func() (map[string][]string, error)       // all that a directory's package links
}

type file struct {
	path string // from the root, with slashes
	text []byte
}

type pkg struct {
	dir         string // from the root, "." for the root itself
	name        string
	code, tests []*ast.File
}

// at tells where in the tree pos is.
func (t *tree) at(pos token.Pos) string {
	p := t.fset.Position(pos)
	return fmt.Sprintf("%s:%d", p.Filename, p.Line)
}

// file returns the text of the file at path.
func (t *tree) file(path string) ([]byte, bool) {
	for _, f := range t.files {
		if f.path == path {
			return f.text, true
		}
	}
	return nil, false
}

// label names the package as its importers know it.
func (p *pkg) label() string {
	if p.dir == "." {
		return p.name
	}
	return p.dir
}

func (p *pkg) internal() bool { return inside("internal", p.dir) }
func (p *pkg) example() bool  { return inside("examples", p.dir) }

// public reports whether users of the module can import the package.
func (p *pkg) public() bool { return !p.internal() && p.name != "main" && len(p.code) > 0 }

// inside reports whether dir is, or lies beneath, a directory called name.
func inside(name, dir string) bool { return slices.Contains(strings.Split(dir, "/"), name) }

// load reads the tree in fsys, whose root holds a go.mod.
func load(fsys fs.FS) (*tree, error) {
	mod, err := fs.ReadFile(fsys, "go.mod")
	if err != nil {
		return nil, err
	}
	t := &tree{module: modulePath(mod), fset: token.NewFileSet()}
	if t.module == "" {
		return nil, errors.New("go.mod names no module")
	}
	foreign := map[string]bool{} // directories whose Go files are not packages of this module
	err = fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if d.Name() == ".git" || d.Name() == "node_modules" {
				return fs.SkipDir
			}
			foreign[p] = foreign[path.Dir(p)] || p != "." && isForeign(fsys, p)
			return nil
		}
		if !d.Type().IsRegular() || ignored(p) {
			return nil
		}
		text, err := fs.ReadFile(fsys, p)
		if err != nil || bytes.IndexByte(text, 0) >= 0 {
			return err
		}
		t.files = append(t.files, file{p, text})
		if foreign[path.Dir(p)] || path.Ext(p) != ".go" {
			return nil
		}
		return t.parse(p, text)
	})
	slices.SortFunc(t.pkgs, func(a, b *pkg) int { return strings.Compare(a.dir, b.dir) })
	return t, err
}

// isForeign reports whether the go command would not count the directory to
// the packages of the module around it.
func isForeign(fsys fs.FS, dir string) bool {
	name := path.Base(dir)
	if name == "testdata" || name == "vendor" || name[0] == '.' || name[0] == '_' {
		return true
	}
	_, err := fs.Stat(fsys, path.Join(dir, "go.mod"))
	return err == nil
}

// ignored reports whether the file is left over from running tests and never
// committed; .gitignore lists the same endings.
func ignored(p string) bool {
	return slices.Contains([]string{".test", ".prof", ".out"}, path.Ext(p)) || strings.HasPrefix(p, "coverage")
}

func modulePath(mod []byte) string {
	for line := range strings.Lines(string(mod)) {
		if rest, ok := strings.CutPrefix(line, "module "); ok {
			return strings.TrimSpace(rest)
		}
	}
	return ""
}

// parse adds one Go file to the package of its directory.
func (t *tree) parse(p string, text []byte) error {
	syntax, err := parser.ParseFile(t.fset, p, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	test := strings.HasSuffix(p, "_test.go")
	name := syntax.Name.Name
	if test {
		name = strings.TrimSuffix(name, "_test")
	}
	dir := path.Dir(p)
	i := slices.IndexFunc(t.pkgs, func(k *pkg) bool { return k.dir == dir })
	if i < 0 {
		i = len(t.pkgs)
		t.pkgs = append(t.pkgs, &pkg{dir: dir, name: name})
	}
	k := t.pkgs[i]
	switch {
	case k.name != name:
		return fmt.Errorf("%s: package %s beside package %s", p, name, k.name)
	case test:
		k.tests = append(k.tests, syntax)
	default:
		k.code = append(k.code, syntax)
	}
	return nil
}

// moduleRoot walks up from the working directory to the nearest go.mod.
func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", errors.New("no go.mod above the working directory")
		}
		dir = up
	}
}
