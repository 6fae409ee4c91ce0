package repotest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing/fstest"
)

// repository loads the module this test belongs to.
func repository() (*tree, string, error) {
	root, err := moduleRoot()
	if err != nil {
		return nil, "", err
	}
	t, err := load(os.DirFS(root))
	if err != nil {
		return nil, "", err
	}
	built := sync.OnceValues(func() (*build, error) { return goList(root, t.module) })
	t.typed = func() (map[string]*types.Package, error) {
		b, err := built()
		if err != nil {
			return nil, err
		}
		return b.typed, nil
	}
	t.links = func() (map[string][]string, error) {
		b, err := built()
		if err != nil {
			return nil, err
		}
		return b.links, nil
	}
	return t, root, nil
}

type build struct {
	typed map[string]*types.Package
	links map[string][]string
}

// listing is what the go command tells about one package.
type listing struct {
	ImportPath, Name, Export string
	DepOnly                  bool
	Deps                     []string
}

// goList has the go command compile the module: the compiler's own export data
// is the only account of the API that cannot disagree with what users get.
func goList(root, module string) (*build, error) {
	cmd := exec.Command("go", "list", "-export", "-deps", "-json=ImportPath,Name,Export,DepOnly,Deps", "./...")
	cmd.Dir = root
	var problems bytes.Buffer
	cmd.Stderr = &problems
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("the module does not compile: %w\n%s", err, problems.String())
	}
	exports := map[string]string{}
	var own []listing
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var l listing
		if err := dec.Decode(&l); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		exports[l.ImportPath] = l.Export
		if !l.DepOnly {
			own = append(own, l)
		}
	}
	imp := importer.ForCompiler(token.NewFileSet(), "gc", func(p string) (io.ReadCloser, error) { return os.Open(exports[p]) })
	b := &build{typed: map[string]*types.Package{}, links: map[string][]string{}}
	for _, l := range own {
		dir := directory(module, l.ImportPath)
		b.links[dir] = l.Deps
		if l.Name == "main" {
			continue
		}
		if b.typed[dir], err = imp.Import(l.ImportPath); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// directory turns an import path of the module into a directory of the tree.
func directory(module, importPath string) string {
	if importPath == module {
		return "."
	}
	return strings.TrimPrefix(importPath, module+"/")
}

// ours reports whether the import path names a package of the module.
func ours(module, importPath string) bool {
	return importPath == module || strings.HasPrefix(importPath, module+"/")
}

func imports(f *ast.File) []string {
	var paths []string
	for _, spec := range f.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			panic(err) // the parser has accepted it
		}
		paths = append(paths, p)
	}
	return paths
}

// plant makes a tree of files held in memory; a go.mod of this module is added.
func plant(files map[string]string) (*tree, error) {
	fsys := fstest.MapFS{"go.mod": {Data: []byte("module github.com/motcua/motcua\n\ngo 1.26.0\n")}}
	for p, text := range files {
		fsys[p] = &fstest.MapFile{Data: []byte(text)}
	}
	t, err := load(fsys)
	if err != nil {
		return nil, err
	}
	g := &greenhouse{tree: t, typed: map[string]*types.Package{}}
	t.typed = func() (map[string]*types.Package, error) {
		for _, p := range t.pkgs {
			if _, err := g.Import(path.Join(t.module, p.dir)); err != nil {
				return nil, err
			}
		}
		return g.typed, nil
	}
	t.links = func() (map[string][]string, error) {
		links := map[string][]string{}
		for _, p := range t.pkgs {
			links[p.dir] = g.linked(p.dir, nil)
		}
		return links, nil
	}
	return t, nil
}

// A greenhouse checks the types of planted packages from their source. What
// they import from elsewhere is not there: to the rules only its name matters.
type greenhouse struct {
	tree  *tree
	typed map[string]*types.Package
}

func (g *greenhouse) code(dir string) []*ast.File {
	for _, p := range g.tree.pkgs {
		if p.dir == dir {
			return p.code
		}
	}
	return nil
}

// Import implements types.Importer.
func (g *greenhouse) Import(importPath string) (*types.Package, error) {
	dir := directory(g.tree.module, importPath)
	if done := g.typed[dir]; done != nil {
		return done, nil
	}
	if !ours(g.tree.module, importPath) {
		return nil, fmt.Errorf("%s is not planted", importPath)
	}
	conf := types.Config{Importer: g}
	p, err := conf.Check(importPath, g.tree.fset, g.code(dir), nil)
	if err != nil {
		return nil, err
	}
	g.typed[dir] = p
	return p, nil
}

// linked adds what the package in dir imports, through any number of steps.
func (g *greenhouse) linked(dir string, seen []string) []string {
	for _, f := range g.code(dir) {
		for _, p := range imports(f) {
			if slices.Contains(seen, p) {
				continue
			}
			seen = append(seen, p)
			if ours(g.tree.module, p) {
				seen = g.linked(directory(g.tree.module, p), seen)
			}
		}
	}
	return seen
}
