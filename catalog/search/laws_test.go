package search_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/search"
)

// best returns the codes that share the best score.
func best(res search.Results) []motcua.ProcedureCode {
	var codes []motcua.ProcedureCode
	for _, h := range res.Hits {
		if h.Score == res.Hits[0].Score {
			codes = append(codes, h.Code)
		}
	}
	return codes
}

// TestNameFindsItself asks for every real name. It must be first or share the first
// place; only names longer than a query may be are cut.
func TestNameFindsItself(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	x := overReal(t)
	missed := 0
	for _, e := range realEntries(t) {
		if len(strings.Fields(e.Name)) > 32 {
			continue
		}
		if res := x.Search(search.Query{Text: e.Name + " ", Limit: 20}); !slices.Contains(best(res), e.Code) {
			missed++
			t.Errorf("%s %q finds first %s %q", e.Code, e.Name, res.Hits[0].Code, res.Hits[0].Name)
		}
	}
}

// TestWritingMakesNoDifference asks in NFD, in capitals and with other spaces for the
// same answer; without marks the procedure must still be among the first.
func TestWritingMakesNoDifference(t *testing.T) {
	x := overReal(t)
	entries := realEntries(t)
	rapid.Check(t, func(t *rapid.T) {
		e := rapid.SampledFrom(entries).Draw(t, "entry")
		words := strings.Fields(e.Name)
		words = words[:min(len(words), 12)]
		text := norm.NFC.String(strings.Join(words, " "))
		want := x.Search(search.Query{Text: text, Limit: 10})
		for _, other := range []string{norm.NFD.String(text), strings.ToUpper(text), strings.ReplaceAll(text, " ", "\u00a0")} {
			if diff := cmp.Diff(want, x.Search(search.Query{Text: other, Limit: 10})); diff != "" {
				t.Fatalf("%q (-NFC +this):\n%s", other, diff)
			}
		}
		if bare := x.Search(search.Query{Text: search.Fold(text), Limit: 40}); len(words) == len(strings.Fields(e.Name)) && !found(bare, e.Code) {
			t.Fatalf("%q finds %q no more", search.Fold(text), e.Name)
		}
	})
}

func found(res search.Results, code motcua.ProcedureCode) bool {
	return slices.ContainsFunc(res.Hits, func(h search.Hit) bool { return h.Code == code })
}

// TestTransposition exchanges two letters of a long word of a name, which must still
// find it.
func TestTransposition(t *testing.T) {
	x := overReal(t)
	entries := realEntries(t)
	rapid.Check(t, func(t *rapid.T) {
		e := rapid.SampledFrom(entries).Draw(t, "entry")
		words := strings.Fields(search.Fold(e.Name))
		words = words[:min(len(words), 8)]
		var long []int
		for i, w := range words {
			if len(w) >= 5 {
				long = append(long, i)
			}
		}
		if len(long) == 0 || len(words) < 4 {
			t.Skip("no long word")
		}
		i := rapid.SampledFrom(long).Draw(t, "word")
		w := []byte(words[i])
		at := rapid.IntRange(0, len(w)-2).Draw(t, "letter")
		w[at], w[at+1] = w[at+1], w[at]
		clean := x.Search(search.Query{Text: strings.Join(words, " ") + " ", Limit: 1})
		words[i] = string(w)
		res := x.Search(search.Query{Text: strings.Join(words, " ") + " ", Limit: 60})
		if !found(res, clean.Hits[0].Code) {
			t.Fatalf("%q no longer finds %q", strings.Join(words, " "), clean.Hits[0].Name)
		}
	})
}

// TestOrder holds the order of hits to scores, and pages to the whole.
func TestOrder(t *testing.T) {
	x := overReal(t)
	for _, q := range readJudged(t, "queries.jsonl") {
		all := x.Search(search.Query{Text: q.Query, Limit: 100_000})
		if len(all.Hits) != all.Total {
			t.Errorf("%q: %d hits of %d", q.Query, len(all.Hits), all.Total)
		}
		for i, h := range all.Hits {
			if h.Score != h.Parts.Score() || i > 0 && h.Score > all.Hits[i-1].Score {
				t.Errorf("%q: hit %d has score %d of parts %+v after %d", q.Query, i, h.Score, h.Parts, all.Hits[max(i-1, 0)].Score)
			}
		}
		from, to := min(3, all.Total), min(8, all.Total)
		page := x.Search(search.Query{Text: q.Query, Offset: from, Limit: to - from})
		if diff := cmp.Diff(all.Hits[from:to], page.Hits); diff != "" && to > from {
			t.Errorf("%q: hits 3 to 8 (-whole +page):\n%s", q.Query, diff)
		}
	}
}

// TestConcurrent searches and sorts from many goroutines, for the race detector.
func TestConcurrent(t *testing.T) {
	x := few()
	want := x.Search(search.Query{Text: "khai sinh", Limit: 5})
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for i := range 50 {
				x.Search(search.Query{Text: fmt.Sprint("giay phep ", i), Limit: 5, Facets: []string{"field"}})
				x.Suggest("khai", 3)
				if got := x.Search(search.Query{Text: "khai sinh", Limit: 5}); cmp.Diff(want, got) != "" {
					t.Error("the answer changed")
				}
				search.Sort([]string{"đ", "d", "ă", "a"})
			}
		})
	}
	wait.Wait()
}
