package search_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/search"
)

func TestUsualAbbreviations(t *testing.T) {
	usual := search.UsualAbbreviations()
	if faults := usual.Check(); len(faults) > 0 {
		t.Errorf("the usual rows are wrong: %v", faults)
	}
	short := 0
	for _, row := range usual.Abbreviations {
		if row.Kind == search.RowAbbreviation {
			short++
		}
	}
	if short < 60 {
		t.Errorf("%d abbreviations, want 60 and more", short)
	}
	usual.Abbreviations[0].Short = "changed"
	if again := search.UsualAbbreviations(); again.Abbreviations[0].Short == "changed" {
		t.Error("a caller changed the rows of all")
	}
	data, err := json.Marshal(search.UsualAbbreviations())
	if err != nil {
		t.Fatal(err)
	}
	read, faults := search.ParseAbbreviations(data)
	if diff := cmp.Diff(search.UsualAbbreviations(), read); diff != "" || len(faults) > 0 {
		t.Errorf("written and read (-usual +read):\n%s%v", diff, faults)
	}
}

// TestAbbreviationsFaults plants a fault of each kind.
func TestAbbreviationsFaults(t *testing.T) {
	_, faults := search.ParseAbbreviations([]byte(`{
		"abbreviations": [
			{"short": "?", "kind": "word", "long": ["a b"], "source": {"basis": "ours"}},
			{"short": "GP", "kind": "abbreviation", "long": [], "source": {"basis": "ours"}},
			{"short": "gp", "kind": "abbreviation", "long": ["GP.", "giấy phép"], "source": {"basis": "ours"}},
			{"short": "a b c d e f g h i j k l m", "kind": "word", "long": ["x"], "source": {"basis": "ours"}},
			{"short": "KS", "kind": "short", "long": ["khai sinh"], "source": {"basis": "ours"}, "more": 1}
		],
		"fillers": [
			{"text": "xin", "weight": 16},
			{"text": "XIN", "weight": 0},
			{"text": "", "weight": -1}
		]
	}`))
	var got []string
	for _, f := range faults {
		got = append(got, f.Code+" "+f.Pointer)
	}
	want := []string{
		"CAT-ABB-01 /abbreviations/0/short",
		"CAT-ABB-02 /abbreviations/1/long",
		"CAT-ABB-02 /abbreviations/2/long/0", // the short form in other letters
		"CAT-ABB-01 /abbreviations/2/short",  // marks and case apart, it stands above
		"CAT-ABB-07 /abbreviations/3/short",
		"DOC-VALUE-02 /abbreviations/4/kind",
		"DOC-MEMBER-02 /abbreviations/4/more",
		"CAT-ABB-06 /fillers/0/weight",
		"CAT-ABB-05 /fillers/1/text",
		"CAT-ABB-05 /fillers/2/text",
		"CAT-ABB-06 /fillers/2/weight",
	}
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("faults (-want +got):\n%s", diff)
	}
	bare := search.Abbreviations{Abbreviations: []search.Abbreviation{{Short: "KS", Long: []string{"khai sinh"}}}}
	if text := bare.Check().Error(); !strings.Contains(text, "CAT-ABB-03") || !strings.Contains(text, "CAT-ABB-04") {
		t.Errorf("a row in Go without kind and ground: %s", text)
	}
	if _, err := search.New(nil, &search.Options{Abbreviations: bare}); err == nil {
		t.Error("an index takes rows that are wrong")
	}
}

// TestMarksOfRows keeps rows apart that fold alike.
func TestMarksOfRows(t *testing.T) {
	rows := search.Abbreviations{Abbreviations: []search.Abbreviation{
		{Short: "sổ đỏ", Kind: search.RowWord, Long: []string{"quyền sử dụng đất"}, Source: motcua.Source{Basis: motcua.BasisOurs}},
	}}
	x, err := search.New([]search.Entry{{Code: "1.000001", Name: "Đăng ký quyền sử dụng đất"}, {Code: "1.000002", Name: "Nộp sơ đồ"}},
		&search.Options{Abbreviations: rows, Bare: true})
	if err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]string{
		"sổ đỏ": "1.000001 of 2", // the row's marks; the other folds alike and comes after
		"sơ đồ": "1.000002 of 1", // other marks: no row
		"so do": "1.000001 of 2", // none: either
	} {
		res := x.Search(search.Query{Text: query, Limit: 5})
		if got := fmt.Sprintf("%s of %d", res.Hits[0].Code, res.Total); got != want {
			t.Errorf("%q finds %s, want %s", query, got, want)
		}
	}
}

// TestKinds holds the names of the enums to their texts.
func TestKinds(t *testing.T) {
	for k := search.KindExact; k <= search.KindUnknown; k++ {
		var back search.Kind
		if text, err := k.MarshalText(); err != nil || back.UnmarshalText(text) != nil || back != k {
			t.Errorf("%v comes back as %v, %v", k, back, err)
		}
	}
	for k := search.RowAbbreviation; k <= search.RowWord; k++ {
		var back search.RowKind
		if text, err := k.MarshalText(); err != nil || back.UnmarshalText(text) != nil || back != k {
			t.Errorf("%v comes back as %v, %v", k, back, err)
		}
	}
	if _, err := search.Kind(0).MarshalText(); err == nil {
		t.Error("an unset kind is written")
	}
}

func FuzzParseAbbreviations(f *testing.F) {
	f.Add([]byte(`{"abbreviations": [{"short": "GP", "kind": "abbreviation", "long": ["giấy phép"], "source": {"basis": "ours"}}], "fillers": [{"text": "xin", "weight": 3}]}`))
	f.Add([]byte(`{"abbreviations": [{"short": "", "long": null}], "fillers": {}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		a, faults := search.ParseAbbreviations(data)
		x, err := search.New(known, &search.Options{Abbreviations: a, Bare: true})
		if faults.Err() == nil && err != nil {
			t.Errorf("rows without faults are refused: %v", err)
		}
		if err == nil {
			for _, row := range a.Abbreviations {
				x.Search(search.Query{Text: row.Short, Limit: 1})
			}
		}
	})
}

func FuzzSearch(f *testing.F) {
	x := func() *search.Index {
		x, err := search.New(known, nil)
		if err != nil {
			f.Fatal(err)
		}
		return x
	}()
	for _, text := range []string{"dang ky khai sinh", "1.0011", "giya phep", "", "đất đ", "xin xin xin", "1.001193.000.00.00.H22", "a\u0301\u0301 \xff"} {
		f.Add(text, 0, 3)
	}
	f.Fuzz(func(t *testing.T, text string, offset, limit int) {
		q := search.Query{Text: text, Offset: offset, Limit: limit, Facets: []string{"field"}}
		res := x.Search(q)
		if len(res.Hits) > max(limit, 0) || res.Total > x.Len() {
			t.Errorf("%d hits of %d", len(res.Hits), res.Total)
		}
		for _, h := range res.Hits {
			end := 0
			for _, r := range h.Highlights {
				if !onBoundaries(h.Name, r) || r.Start < end {
					t.Errorf("%q: %v in %q", text, h.Highlights, h.Name)
				}
				end = r.End
			}
		}
		if diff := cmp.Diff(res, x.Search(q)); diff != "" {
			t.Errorf("asked again (-first +second):\n%s", diff)
		}
		for _, s := range x.Suggest(text, 3) {
			for _, r := range s.Highlights {
				if !onBoundaries(s.Text, r) {
					t.Errorf("%q: %v in %q", text, r, s.Text)
				}
			}
		}
	})
}
