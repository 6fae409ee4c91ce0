package forms_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/forms"
)

var update = flag.Bool("update", false, "rewrite testdata/*.html")

// printed is a form of its story as HTML.
func printed(t testing.TB, id string, s *forms.Setting) (forms.Form, []byte) {
	t.Helper()
	var f forms.Form
	var err error
	if id == forms.Register {
		f, err = forms.RegisterOf([]*dossier.Dossier{mustPlay(t, long()...), mustPlay(t, refused()...), mustPlay(t, stopped()...)}, s)
	} else {
		f, err = forms.Of(mustPlay(t, stories[id]()...), id, s)
	}
	if err != nil {
		t.Fatal(err)
	}
	var page bytes.Buffer
	if err := forms.Standard().Write(&page, &f); err != nil {
		t.Fatal(err)
	}
	return f, page.Bytes()
}

// TestGolden: the seven forms are printed as they were looked at.
func TestGolden(t *testing.T) {
	for id := range stories {
		_, page := printed(t, id, setting())
		path := filepath.Join("testdata", id+".html")
		if *update {
			if err := os.WriteFile(path, page, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(page), "\n")); diff != "" {
			t.Errorf("%s (-golden +now):\n%s", path, diff)
		}
	}
}
