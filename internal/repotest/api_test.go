package repotest

import (
	"fmt"
	"go/types"
	"path"
	"slices"
	"strings"

	"github.com/google/go-cmp/cmp"
)

// apiGolden is where the exported API is written down.
const apiGolden = "api/motcua.txt"

// checkAPI finds differences between the exported API and its golden file.
func checkAPI(t *tree) []string {
	now, err := apiText(t)
	if err != nil {
		return []string{err.Error()}
	}
	then, ok := t.file(apiGolden)
	if !ok {
		return []string{apiGolden + " is missing; write it with: go test ./internal/repotest -update"}
	}
	if diff := lineDiff(string(then), now); diff != "" {
		return []string{fmt.Sprintf("the exported API is not the one in %s (-golden +now):\n%s"+
			"If the change is meant, say so in CHANGELOG.md and run: go test ./internal/repotest -update", apiGolden, diff)}
	}
	return nil
}

// lineDiff compares texts by whole lines: a reader looks for a name, not for
// the byte that differs.
func lineDiff(want, got string) string {
	whole := cmp.Comparer(func(a, b string) bool { return a == b })
	return cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n"), whole)
}

// apiText writes one line per exported name, field and method, sorted. Names
// of parameters are left out: changing one breaks nobody. Tags stay in, because
// the documents people keep depend on them.
func apiText(t *tree) (string, error) {
	typed, err := t.typed()
	if err != nil {
		return "", err
	}
	var lines []string
	for _, p := range t.pkgs {
		if !p.public() {
			continue
		}
		a := &api{pkg: typed[p.dir], prefix: "pkg " + path.Join(path.Base(t.module), p.dir) + ", "}
		for _, name := range exported(a.pkg.Scope()) {
			a.object(a.pkg.Scope().Lookup(name))
		}
		lines = append(lines, a.lines...)
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n") + "\n", nil
}

type api struct {
	pkg    *types.Package
	prefix string
	lines  []string
}

func (a *api) add(format string, args ...any) {
	a.lines = append(a.lines, a.prefix+fmt.Sprintf(format, args...))
}

// text writes a type as its package's users do.
func (a *api) text(t types.Type) string {
	return types.TypeString(t, func(p *types.Package) string {
		if p == a.pkg {
			return ""
		}
		return p.Name()
	})
}

func (a *api) object(obj types.Object) {
	name := obj.Name()
	switch obj := obj.(type) {
	case *types.Const:
		a.add("const %s %s = %s", name, a.text(obj.Type()), obj.Val().ExactString())
	case *types.Var:
		a.add("var %s %s", name, a.text(obj.Type()))
	case *types.Func:
		a.add("func %s%s", name, a.signature(obj.Signature()))
	case *types.TypeName:
		if alias, ok := obj.Type().(*types.Alias); ok {
			a.add("type %s = %s", name, a.text(alias.Rhs()))
			return
		}
		a.named(name, obj.Type().(*types.Named))
	}
}

// named writes a type, then each of its members on a line of its own.
func (a *api) named(name string, t *types.Named) {
	head := "type " + name + a.params(t.TypeParams())
	switch u := t.Underlying().(type) {
	case *types.Struct:
		a.add("%s struct", head)
		a.fields(name, u)
	case *types.Interface:
		a.iface(head, name, u)
	default:
		a.add("%s %s", head, a.text(u))
	}
	a.methods(name, t)
}

func (a *api) fields(owner string, s *types.Struct) {
	for i := range s.NumFields() {
		f, tag := s.Field(i), ""
		if !f.Exported() {
			continue
		}
		if s.Tag(i) != "" {
			tag = " `" + s.Tag(i) + "`"
		}
		if f.Embedded() {
			a.add("type %s struct, embedded %s%s", owner, a.text(f.Type()), tag)
		} else {
			a.add("type %s struct, %s %s%s", owner, f.Name(), a.text(f.Type()), tag)
		}
	}
}

// iface writes an interface. That it has unexported methods is part of the
// API, what they are called is not.
func (a *api) iface(head, name string, i *types.Interface) {
	if !i.IsMethodSet() {
		a.add("%s %s", head, a.text(i))
		return
	}
	sealed := ""
	for m := range i.Methods() {
		if !m.Exported() {
			sealed = ", with unexported methods"
			continue
		}
		a.add("type %s interface, %s%s", name, m.Name(), a.signature(m.Signature()))
	}
	a.add("%s interface%s", head, sealed)
}

// methods writes the methods users can call on t by its own name: those
// declared on it and those of embedded types they cannot name.
func (a *api) methods(name string, t *types.Named) {
	if types.IsInterface(t) {
		return
	}
	for sel := range types.NewMethodSet(types.NewPointer(t)).Methods() {
		m := sel.Obj().(*types.Func)
		if !m.Exported() || !ownMethod(t, sel.Index()) {
			continue
		}
		star := ""
		if _, ok := m.Signature().Recv().Type().(*types.Pointer); ok {
			star = "*"
		}
		a.add("method (%s%s) %s%s", star, name, m.Name(), a.signature(m.Signature()))
	}
}

func ownMethod(t *types.Named, index []int) bool {
	s, ok := t.Underlying().(*types.Struct)
	return len(index) == 1 || ok && !s.Field(index[0]).Exported()
}

// signature writes what callers see of a function.
func (a *api) signature(s *types.Signature) string {
	bare := types.NewSignatureType(nil, nil, nil, nameless(s.Params()), nameless(s.Results()), s.Variadic())
	return a.params(s.TypeParams()) + strings.TrimPrefix(a.text(bare), "func")
}

func nameless(t *types.Tuple) *types.Tuple {
	var vars []*types.Var
	for v := range t.Variables() {
		vars = append(vars, types.NewParam(v.Pos(), v.Pkg(), "", v.Type()))
	}
	return types.NewTuple(vars...)
}

func (a *api) params(list *types.TypeParamList) string {
	if list.Len() == 0 {
		return ""
	}
	var params []string
	for p := range list.TypeParams() {
		params = append(params, p.Obj().Name()+" "+a.text(p.Constraint()))
	}
	return "[" + strings.Join(params, ", ") + "]"
}
