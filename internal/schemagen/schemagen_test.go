package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/catalog/intake"
	"github.com/motcua/motcua/catalog/search"
	"github.com/motcua/motcua/catalog/unit"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/forms"
	"github.com/motcua/motcua/dossier/history"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/dossier/transcript"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/internal/schematest"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/gateway"
	"github.com/motcua/motcua/payment/receipt"
	"github.com/motcua/motcua/payment/reconcile"
	"github.com/motcua/motcua/payment/register"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/facts"
	"github.com/motcua/motcua/scoring/published"
)

const root = "../.."

var generatedOnce = sync.OnceValues(generate)

// generated is what the command makes, where the command runs.
func generated(t *testing.T) map[string][]byte {
	t.Helper()
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	t.Chdir(root)
	files, err := generatedOnce()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestCommitted: the committed files are what go generate would write now, and
// there are no others.
func TestCommitted(t *testing.T) {
	files := generated(t)
	for name, content := range files {
		committed, err := os.ReadFile(name)
		if err != nil {
			t.Error(err)
		} else if diff := cmp.Diff(strings.Split(string(committed), "\n"), strings.Split(string(content), "\n")); diff != "" {
			t.Errorf("%s is stale, run go generate (-committed +now):\n%s", name, diff)
		}
		if _, ok := files[filepath.ToSlash(name)]; !ok || bytes.Contains(content, []byte("\r")) {
			t.Errorf("%s depends on the system", name)
		}
	}
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		name = filepath.ToSlash(name)
		if path.Base(path.Dir(name)) == "schema" && !strings.Contains(name, "testdata/") && files[name] == nil {
			t.Errorf("%s is generated no more", name)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// TestRun: a run into a directory writes what another made, to the byte.
func TestRun(t *testing.T) {
	files := generated(t)
	dir := t.TempDir()
	if err := run(dir); err == nil {
		t.Error("wrote into directories that are not there")
	}
	for name := range files {
		if err := os.MkdirAll(filepath.Join(dir, path.Dir(name)), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := run(dir); err != nil {
		t.Fatal(err)
	}
	for name, content := range files {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !bytes.Equal(got, content) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestGenerateElsewhere: without the sources there are no descriptions, and
// that must not pass for a change of them.
func TestGenerateElsewhere(t *testing.T) {
	t.Chdir(t.TempDir())
	if _, err := generate(); err == nil {
		t.Error("generated without the module's sources")
	}
}

// TestSchemasCompile: each schema is one of draft 2020-12 whose references
// resolve, under the $id by which package scoring knows it.
func TestSchemasCompile(t *testing.T) {
	files := generated(t)
	var ids, known []string
	for _, d := range documents {
		var top map[string]any
		if err := json.Unmarshal(files[d.path], &top); err != nil {
			t.Fatal(err)
		}
		id, _ := top["$id"].(string)
		ids = append(ids, id)
		if top["$schema"] != "https://json-schema.org/draft/2020-12/schema" || top["title"] != d.title || id != prefix+path.Base(d.path) {
			t.Errorf("%s: $schema %v, title %v, $id %v", d.path, top["$schema"], top["title"], id)
		}
		schematest.Of(t, motcua.Document{Name: d.path, ID: id, Schema: files[d.path]}) // which refuses a $ref to nothing
		if bytes.Contains(files[d.path], []byte(`\u00`)) {
			t.Errorf("%s escapes what people should read", d.path)
		}
	}
	for _, d := range slices.Concat(payment.Documents(), register.Documents(), receipt.Documents(), gateway.Documents(), reconcile.Documents(), catalog.Documents(), intake.Documents(), fee.Documents(), unit.Documents(), search.Documents(),
		dossier.Documents(), transcript.Documents(), person.Documents(), forms.Documents(), history.Documents(), npsp.Documents(), workday.Documents(), scoring.Documents(), facts.Documents(), published.Documents()) {
		known = append(known, d.ID)
	}
	if diff := cmp.Diff(ids, known); diff != "" {
		t.Errorf("documents of the packages (-generated +known):\n%s", diff)
	}
}

// TestEveryTypeOnce: a schema defines each struct its document reaches, once,
// with every member and a description of both.
func TestEveryTypeOnce(t *testing.T) {
	files := generated(t)
	for _, d := range documents {
		var schema struct {
			Defs map[string]struct {
				Description string
				Properties  map[string]struct{ Description string }
			} `json:"$defs"`
		}
		if err := json.Unmarshal(files[d.path], &schema); err != nil {
			t.Fatal(err)
		}
		reached := map[reflect.Type]bool{}
		reach(reflect.TypeOf(d.value), reached)
		if len(schema.Defs) != len(reached) {
			t.Errorf("%s: %d definitions of %d types", d.path, len(schema.Defs), len(reached))
		}
		for typ := range reached {
			def, ok := schema.Defs[typ.Name()]
			if !ok || def.Description == "" {
				t.Errorf("%s: %s is not there, or has no description", d.path, typ)
			}
			want := memberNames(typ)
			if diff := cmp.Diff(want, slices.Sorted(maps.Keys(def.Properties))); diff != "" {
				t.Errorf("%s: members of %s (-want +got):\n%s", d.path, typ, diff)
			}
			for name, property := range def.Properties {
				if text := property.Description; text == "" || strings.HasPrefix(text, "see ") {
					t.Errorf("%s: %s.%s has no description: %q", d.path, typ, name, text)
				}
			}
		}
	}
}

// reach gathers the structs that t holds and that do not marshal themselves;
// embedded ones melt into the struct around them.
func reach(t reflect.Type, reached map[reflect.Type]bool) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		reach(t.Elem(), reached)
	case reflect.Struct:
		if marshals(t) || reached[t] {
			return
		}
		reached[t] = true
		for _, f := range reflect.VisibleFields(t) {
			if !f.Anonymous {
				reach(f.Type, reached)
			}
		}
	}
}

// memberNames asks encoding/json what it calls the members of a struct.
func memberNames(t reflect.Type) []string {
	var names []string
	for _, f := range reflect.VisibleFields(t) {
		if f.IsExported() && !f.Anonymous {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
