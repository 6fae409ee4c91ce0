package scoring_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/motcua/motcua/examples/conformance"
	"github.com/motcua/motcua/internal/schematest"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/published"
)

// schemaVector is a line of the vectors, of any of the files about units.
type schemaVector struct {
	Name, Version, Unit, Level, Parent string
	Indicators                         json.RawMessage   // of counts
	Parts                              json.RawMessage   // of groups
	Values                             map[string]string // of tai
	Criteria                           map[string]int64  // of nd61
}

// counts is the line reduced to the members of counts.
func (v schemaVector) counts(t *testing.T) []byte {
	t.Helper()
	line := map[string]any{"unit": v.Unit, "name": v.Name}
	if v.Unit == "" {
		line["unit"] = "unit"
	}
	for name, text := range map[string]string{"level": v.Level, "parent": v.Parent} {
		if text != "" {
			line[name] = text
		}
	}
	given := map[string]any{}
	parts := v.Values
	if v.Parts != nil {
		if err := json.Unmarshal(v.Parts, &parts); err != nil {
			t.Fatal(err)
		}
	}
	for id, points := range parts {
		given[id] = map[string]string{"value": points}
	}
	for id, points := range v.Criteria {
		given[id] = map[string]string{"value": strconv.FormatInt(points, 10)}
	}
	line["indicators"] = given
	if v.Indicators != nil {
		line["indicators"] = v.Indicators
	}
	data, err := json.Marshal(line)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestVectorsConform: the counts of every vector and the result made of them
// are documents of their kinds, and so are the means of all.
func TestVectorsConform(t *testing.T) {
	sides := schemaSides(t)
	tai, err := os.ReadFile("testdata/oecd.tai.json")
	if err != nil {
		t.Fatal(err)
	}
	technology, err := scoring.Parse(tai, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		file  string
		lines int
		index *scoring.Index
	}{
		{"index766-counts.jsonl", 29, nil},
		{"index766-groups.jsonl", 34, shippedIndex(t, "vn.766.groups", "portal-2022")},
		{"nd61.jsonl", 12, shippedIndex(t, "vn.nd61", "tt01-2018")},
		{"tai.jsonl", 23, technology},
	} {
		byIndex := map[*scoring.Index][]scoring.Result{}
		for _, v := range readVectors[schemaVector](t, c.file, c.lines) {
			index := c.index
			if index == nil {
				index = shippedIndex(t, "vn.766", v.Version)
			}
			line := v.counts(t)
			accepted(t, sides["counts"], c.file+" "+v.Name, line)
			counts, faults := index.ParseCounts(line)
			if err := faults.Err(); err != nil {
				t.Fatal(err)
			}
			r := evaluated(t, index, counts)
			acceptedResult(t, sides["result"], *r)
			byIndex[index] = append(byIndex[index], *r)
		}
		for index, results := range byIndex {
			mean, err := index.Mean(index.Counts("all"), results)
			if err != nil {
				t.Fatal(err)
			}
			acceptedResult(t, sides["result"], mean)
		}
	}
}

func acceptedResult(t *testing.T, side schematest.Side, r scoring.Result) {
	t.Helper()
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	accepted(t, side, r.Unit, data)
	var card scoring.Scorecard
	if err := json.Unmarshal(data, &card); err != nil || len(card.Nodes) != len(r.Nodes)-1 || card.Unit != r.Unit {
		t.Errorf("%s is read back as %+v, %v", r.Unit, card, err)
	}
}

// TestEmptyResultConforms: a unit nobody asked anything has nothing to say,
// which is null and never nothing.
func TestEmptyResultConforms(t *testing.T) {
	side := schemaSides(t)["result"]
	for _, x := range scoring.Standard().Indices() {
		acceptedResult(t, side, *evaluated(t, x, x.Counts("nobody")))
	}
}

// TestStatementsConform: the statements of the vectors, and what comes of
// checking them, are documents of their kinds.
func TestStatementsConform(t *testing.T) {
	sides := schemaSides(t)
	x := shippedIndex(t, "vn.766.groups", "portal-2022")
	text, err := fs.ReadFile(conformance.Vectors(), "index766-statements.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	findings := 0
	for line := range strings.Lines(string(text)) {
		tree := parseTree(t, []byte(line))
		if at := tree.index("want"); at >= 0 {
			spot{tree, at}.cut()
		}
		data := tree.append(nil)
		accepted(t, sides["statement"], line, data)
		statement, faults := published.Parse(data)
		found, more := statement.Check(x)
		if err := append(faults, more...).Err(); err != nil {
			t.Error(err)
		}
		for _, f := range found {
			findings++
			data, err := json.Marshal(f)
			if err != nil {
				t.Fatal(err)
			}
			accepted(t, sides["finding"], f.At, data)
		}
	}
	if findings < 11 {
		t.Errorf("only %d findings", findings)
	}
}
