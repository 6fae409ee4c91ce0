package repotest

import (
	"fmt"
	"go/types"
	"slices"
	"strings"
)

// checkMentions finds exported names through which users meet a type of an
// internal package, which they could hold but never name.
func checkMentions(t *tree) []string {
	typed, err := t.typed()
	if err != nil {
		return []string{err.Error()}
	}
	var problems []string
	for _, p := range t.pkgs {
		if !p.public() {
			continue
		}
		scope := typed[p.dir].Scope()
		for _, name := range exported(scope) {
			for _, met := range mentions(t.module, scope.Lookup(name)) {
				problems = append(problems, fmt.Sprintf("%s.%s mentions %s", p.label(), name, met))
			}
		}
	}
	return problems
}

func exported(scope *types.Scope) []string {
	return slices.DeleteFunc(scope.Names(), func(name string) bool { return !scope.Lookup(name).Exported() })
}

// mentions lists the internal types that obj lets its users meet.
func mentions(module string, obj types.Object) []string {
	w := &walk{module: module, from: obj.Pkg(), seen: map[types.Type]bool{}, met: map[string]bool{}}
	if name, ok := obj.(*types.TypeName); ok && !name.IsAlias() {
		w.contents(obj.Type())
	} else {
		w.visit(obj.Type())
	}
	var met []string
	for name := range w.met {
		met = append(met, name)
	}
	slices.Sort(met)
	return met
}

type walk struct {
	module string
	from   *types.Package
	seen   map[types.Type]bool
	met    map[string]bool
}

// visit notes the internal types in t. It goes into types without a name and
// into unexported ones, whose members are reached all the same; exported types
// answer for themselves.
func (w *walk) visit(t types.Type) {
	if t == nil || w.seen[t] {
		return
	}
	w.seen[t] = true
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		obj := t.Obj()
		if p := obj.Pkg(); p != nil && ours(w.module, p.Path()) && inside("internal", p.Path()) {
			w.met[p.Path()+"."+obj.Name()] = true
		}
		for arg := range t.TypeArgs().Types() {
			w.visit(arg)
		}
		if obj.Pkg() == w.from && !obj.Exported() {
			w.contents(t)
		}
	default:
		for _, part := range parts(t) {
			w.visit(part)
		}
	}
}

// contents visits what a named type shows: its parameters, its underlying
// type, and its methods.
func (w *walk) contents(t types.Type) {
	named, ok := t.(*types.Named)
	if !ok {
		return
	}
	for p := range named.TypeParams().TypeParams() {
		w.visit(p.Constraint())
	}
	w.visit(named.Underlying())
	for m := range named.Methods() {
		if m.Exported() {
			w.visit(m.Type())
		}
	}
}

// parts lists the types one level below t that users of t can reach.
func parts(t types.Type) []types.Type {
	switch t := t.(type) {
	case interface{ Elem() types.Type }: // pointers, slices, arrays, maps, channels
		if m, ok := t.(*types.Map); ok {
			return []types.Type{m.Key(), m.Elem()}
		}
		return []types.Type{t.Elem()}
	case *types.Struct:
		return structParts(t)
	case *types.Interface:
		return interfaceParts(t)
	case *types.Signature:
		parts := []types.Type{t.Params(), t.Results()}
		for p := range t.TypeParams().TypeParams() {
			parts = append(parts, p.Constraint())
		}
		return parts
	case *types.Tuple:
		var parts []types.Type
		for v := range t.Variables() {
			parts = append(parts, v.Type())
		}
		return parts
	case *types.Union:
		var parts []types.Type
		for term := range t.Terms() {
			parts = append(parts, term.Type())
		}
		return parts
	}
	return nil
}

func structParts(t *types.Struct) []types.Type {
	var parts []types.Type
	for f := range t.Fields() {
		if f.Exported() || f.Embedded() {
			parts = append(parts, f.Type())
		}
	}
	return parts
}

func interfaceParts(t *types.Interface) []types.Type {
	var parts []types.Type
	for m := range t.ExplicitMethods() {
		if m.Exported() {
			parts = append(parts, m.Type())
		}
	}
	for e := range t.EmbeddedTypes() {
		parts = append(parts, e)
	}
	return parts
}

// maxNames is how many exported names one package can teach. Enum members, the
// methods of a type and the rows of a table are learnt with their type and not
// counted.
const maxNames = 60

// tableRows are the types that exist as rows of another exported type's table:
// structs without methods that stand in a slice field.
func tableRows(scope *types.Scope) map[types.Type]bool {
	out := map[types.Type]bool{}
	for _, name := range exported(scope) {
		table, ok := scope.Lookup(name).Type().Underlying().(*types.Struct)
		if !ok {
			continue
		}
		for field := range table.Fields() {
			list, ok := field.Type().(*types.Slice)
			if !ok || !field.Exported() {
				continue
			}
			row, ok := list.Elem().(*types.Named)
			if !ok || row.Obj().Parent() != scope || row.NumMethods() > 0 || row.Obj().Name() == name {
				continue
			}
			if _, ok := row.Underlying().(*types.Struct); ok {
				out[row] = true
			}
		}
	}
	return out
}

// checkNames finds packages with more exported names than that, and exported
// variables: anyone could assign to them. Error values are the custom's one
// exception.
func checkNames(t *tree) []string {
	typed, err := t.typed()
	if err != nil {
		return []string{err.Error()}
	}
	var problems []string
	for _, p := range t.pkgs {
		if typed[p.dir] == nil { // a command, or tests alone
			continue
		}
		scope, count := typed[p.dir].Scope(), 0
		learnt := tableRows(scope)
		for _, name := range exported(scope) {
			switch o := scope.Lookup(name).(type) {
			case *types.Const:
				continue
			case *types.TypeName:
				if learnt[o.Type()] {
					continue
				}
			case *types.Var:
				if !errorName(name) {
					problems = append(problems, fmt.Sprintf("%s.%s is an exported variable", p.label(), name))
				}
			}
			count++
		}
		if count > maxNames {
			problems = append(problems, fmt.Sprintf("%s exports %d names, more than %d", p.label(), count, maxNames))
		}
	}
	return problems
}

// errorName reports whether name follows the custom for error values: ErrFull.
func errorName(name string) bool {
	rest, ok := strings.CutPrefix(name, "Err")
	return ok && rest != "" && strings.ToUpper(rest[:1]) == rest[:1]
}
