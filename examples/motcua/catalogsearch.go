package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/search"
)

var catalogSearchCommand = command{
	name:  "catalog search",
	args:  "WORDS …",
	short: "find procedures as people type: no marks, typos, abbreviations, codes",
	long: `
Finds procedures by what people type: with or without marks ("dang ky khai sinh"), with
a typo in a word, by abbreviations (GPLX, CCCD, QSDĐ …) and people's words ("so do"),
by the beginning of the last word, by code with or without suffix. Best first; the score
tells how well it fits, and the highlights which bytes of the name it fits by.

  motcua catalog search "dang ky khai sinh"
  motcua catalog search --catalog catalog.jsonl --filter level=commune --format json "tam tru"

  {"code":"1.001193","name":"…","score":…,"highlights":[{"start":0,"end":10}]}

--filter FACET=VALUE keeps those of a value, of field, level, body, subject, channel,
online or free; --facets counts the values of the hits instead of listing them.`,
	run: runCatalogSearch,
}

// hitLine is the JSON form of a hit.
type hitLine struct {
	Code       motcua.ProcedureCode `json:"code"`
	Name       string               `json:"name"`
	Score      int                  `json:"score"`
	Highlights []search.Range       `json:"highlights"`
}

// facetLine is the JSON form of a value of a facet.
type facetLine struct {
	Facet string `json:"facet"`
	Value string `json:"value"`
	Count int    `json:"count"`
}

func runCatalogSearch(s *session) error {
	var f catalogueFlags
	var filters words
	f.register(s)
	limit := s.flags.Int("limit", 10, "`N`, how many are listed")
	facets := s.flags.Bool("facets", false, "count the values of the hits")
	s.flags.Var(&filters, "filter", "`FACET=VALUE` of the hits; may be repeated")
	if err := s.parse(1, 1<<10); err != nil {
		return err
	}
	if *limit < 0 {
		return usagef("--limit %d is less than none", *limit)
	}
	snapshot, err := f.open(s)
	if err != nil {
		return err
	}
	entries := search.Procedures(snapshot)
	index, err := search.New(entries, nil)
	if err != nil {
		return err
	}
	q := search.Query{Text: strings.Join(s.args, " "), Limit: *limit, Filters: map[string][]string{}}
	if *facets {
		q.Facets = search.ProcedureFacets()
	}
	for _, text := range filters {
		name, value, ok := strings.Cut(text, "=")
		if !ok {
			return usagef("--filter %s: want FACET=VALUE", text)
		}
		if !slices.Contains(search.ProcedureFacets(), name) {
			return usagef("--filter %s: there is no facet %s; there are %s", text, name, strings.Join(search.ProcedureFacets(), ", "))
		}
		q.Filters[name] = append(q.Filters[name], value)
	}
	if err := someHave(entries, q.Filters); err != nil {
		return err
	}
	return s.showHits(index.Search(q), *facets)
}

// someHave refuses a filter with a value that no procedure has, which is a slip of the
// pen more often than a question.
func someHave(entries []search.Entry, filters map[string][]string) error {
	for name, values := range filters {
		for _, value := range values {
			if !slices.ContainsFunc(entries, func(e search.Entry) bool { return slices.Contains(e.Facets[name], value) }) {
				return usagef("--filter %s=%s: no procedure has this value; --facets lists them", name, value)
			}
		}
	}
	return nil
}

// showHits shows what was found, or counts it.
func (s *session) showHits(found search.Results, facets bool) error {
	if facets {
		sh := sheet{header: heading("facet", "value", "count")}
		for _, name := range search.ProcedureFacets() {
			for _, c := range found.Facets[name] {
				sh.rows = append(sh.rows, []string{name, c.Value, strconv.Itoa(c.Count)})
				sh.objects = append(sh.objects, facetLine{name, c.Value, c.Count})
			}
		}
		return s.show(sh)
	}
	sh := sheet{header: heading("score", "code", "name")}
	for _, hit := range found.Hits {
		line := hitLine{hit.Code, hit.Name, hit.Score, append([]search.Range{}, hit.Highlights...)}
		sh.rows = append(sh.rows, []string{strconv.Itoa(line.Score), string(line.Code), line.Name})
		sh.objects = append(sh.objects, line)
	}
	return s.show(sh)
}
