package scoring_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/schematest"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/published"
)

// schemaDocuments are the documents of this package and of those below it.
func schemaDocuments() []motcua.Document {
	return append(scoring.Documents(), published.Documents()...)
}

func schemaSides(t testing.TB) map[string]schematest.Side {
	t.Helper()
	return schematest.Sides(t, schemaDocuments())
}

// accepted holds a document to be right in the eyes of both.
func accepted(t testing.TB, s schematest.Side, about string, data []byte) {
	t.Helper()
	if err := s.Refusal(data); err != nil {
		t.Errorf("%s: %v", about, err)
	}
	if err := s.Check(data).Err(); err != nil {
		t.Errorf("%s: %v", about, err)
	}
}

// schemaBases are sound documents by kind; the first of each is the one in
// which faults are planted.
func schemaBases(t testing.TB) map[string][][]byte {
	t.Helper()
	bases := map[string][][]byte{}
	add := func(kind, path string) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		bases[kind] = append(bases[kind], data)
	}
	add("definition", "testdata/sound.json")
	for _, kind := range []string{"extension", "counts", "result", "statement", "finding"} {
		add(kind, "testdata/schema/"+kind+".json")
	}
	shipped, err := filepath.Glob("definitions/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range append(shipped, "testdata/oecd.tai.json") {
		kind := "definition"
		if text, err := os.ReadFile(path); err != nil || bytes.Contains(text, []byte(`"extends"`)) {
			kind = "extension"
		}
		add(kind, path)
	}
	return bases
}

func TestDocumentNames(t *testing.T) {
	var names []string
	for _, d := range schemaDocuments() {
		names = append(names, d.Name)
		if want := "https://github.com/motcua/motcua/schema/" + d.Name + "-1.json"; d.ID != want {
			t.Errorf("%s has the $id %s, want %s", d.Name, d.ID, want)
		}
	}
	if got := strings.Join(names, " "); got != "definition extension counts result statement finding" {
		t.Errorf("documents %s", got)
	}
}

func TestBasesConform(t *testing.T) {
	sides := schemaSides(t)
	n := 0
	for kind, list := range schemaBases(t) {
		for _, data := range list {
			n++
			accepted(t, sides[kind], kind+" "+string(data[:min(len(data), 120)]), data)
			var head struct {
				Schema string `json:"$schema"`
			}
			if err := json.Unmarshal(data, &head); err != nil || head.Schema != "" && head.Schema != sides[kind].ID {
				t.Errorf("%s says it follows %s; %v", kind, head.Schema, err)
			}
		}
	}
	if n < 14 {
		t.Errorf("only %d documents", n)
	}
}

// TestResolvedConform: what extensions come to, written out, is a definition.
func TestResolvedConform(t *testing.T) {
	side := schemaSides(t)["definition"]
	for _, x := range scoring.Standard().Indices() {
		data, err := json.Marshal(x.Definition())
		if err != nil {
			t.Fatal(err)
		}
		accepted(t, side, x.ID()+" "+x.Version(), data)
	}
}

// TestKindsApart: no document passes for one of another kind.
func TestKindsApart(t *testing.T) {
	sides, bases := schemaSides(t), schemaBases(t)
	for kind, list := range bases {
		for name, side := range sides {
			if name == kind {
				continue
			}
			if side.Refusal(list[0]) == nil {
				t.Errorf("the schema of %s takes a %s", name, kind)
			}
			if side.Check(list[0]).Err() == nil {
				t.Errorf("Check of %s takes a %s", name, kind)
			}
		}
	}
}

// plantedRow is one fault in a sound document: a member cut, put or doubled.
// It is refused by both, by a rule alone that no schema can say, or by the
// schema alone: that is a defect, and the row a reminder of it.
type plantedRow struct {
	Of, Why, At, By string
	Put             json.RawMessage
	Twin            bool
}

func TestSchemaAndCheckAgree(t *testing.T) {
	sides, bases := schemaSides(t), schemaBases(t)
	text, err := os.ReadFile("testdata/schema/faults.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for s := bufio.NewScanner(bytes.NewReader(text)); s.Scan(); {
		row := plantedRow{By: "both"}
		if err := json.Unmarshal(s.Bytes(), &row); err != nil {
			t.Fatalf("%s: %v", s.Bytes(), err)
		}
		document := parseTree(t, bases[row.Of][0])
		if !document.plant(row) {
			t.Errorf("%s: %s: there is no %s", row.Of, row.Why, row.At)
			continue
		}
		data := document.append(nil)
		by := map[[2]bool]string{{true, true}: "both", {false, true}: "rule", {true, false}: "schema", {}: "none"}[[2]bool{
			sides[row.Of].Refusal(data) != nil, sides[row.Of].Check(data).Err() != nil,
		}]
		if by != row.By {
			t.Errorf("%s: %s, %s: refused by %s, want %s:\n%v\n%v", row.Of, row.Why, row.At, by, row.By,
				sides[row.Of].Refusal(data), sides[row.Of].Check(data))
		}
		seen[row.Of+" "+by]++
	}
	for kind := range sides {
		if seen[kind+" both"] < 5 || seen[kind+" rule"] < 1 {
			t.Errorf("too few rows for %s: %v", kind, seen)
		}
	}
}
