package search

import (
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/fee"
)

// The facets of the entries of procedures.
const (
	FacetField   = "field"   // name of the field (lĩnh vực)
	FacetLevel   = "level"   // level of administration: "province", "commune", …
	FacetBody    = "body"    // name of a body that decides or carries out
	FacetSubject = "subject" // class of applicants
	FacetChannel = "channel" // "inPerson", "online", "post"
	FacetOnline  = "online"  // "information", "partly", "fully", "testing"
	FacetFree    = "free"    // "true" where every fee of the day is 0, "false" where one is not
)

// ProcedureFacets returns the facets of the entries of procedures, in order.
func ProcedureFacets() []string {
	return []string{FacetField, FacetLevel, FacetBody, FacetSubject, FacetChannel, FacetOnline, FacetFree}
}

// Procedures returns an entry for each procedure of a snapshot that is in use: its
// names, keywords and field, the names of its papers, results and cases, and its
// facets. What a procedure does not state has no value of that facet.
func Procedures(s catalog.Snapshot) []Entry {
	var entries []Entry
	for p := range s.All() {
		if p.Status == catalog.StatusPublic {
			entries = append(entries, entryOf(p, s.Valid()))
		}
	}
	return entries
}

func entryOf(p *catalog.Procedure, day motcua.Date) Entry {
	e := Entry{Code: p.Code, Name: p.Name.Vi, NameEn: p.Name.En, Keywords: slices.Clone(p.Keywords), Facets: map[string][]string{}}
	if e.Name == "" {
		e.Name = p.Name.En
	}
	if p.Field.Name != "" {
		e.Keywords = append(e.Keywords, p.Field.Name)
		e.Facets[FacetField] = []string{p.Field.Name}
	}
	for _, r := range p.Results {
		e.Text = append(e.Text, r.Name.Vi)
	}
	for _, c := range p.Cases {
		e.Text = append(e.Text, c.Name.Vi)
	}
	for _, paper := range p.Papers {
		e.Text = append(e.Text, paper.Name.Vi)
	}
	add := func(facet, value string) {
		if value != "" && !slices.Contains(e.Facets[facet], value) {
			e.Facets[facet] = append(e.Facets[facet], value)
		}
	}
	for _, l := range p.Levels {
		add(FacetLevel, l.String())
	}
	for _, b := range slices.Concat(p.Bodies.Competent, p.Bodies.Implementing) {
		add(FacetBody, b.Name)
	}
	for _, subject := range p.Subjects {
		add(FacetSubject, subject.Name)
	}
	for _, offer := range p.Channels {
		add(FacetChannel, offer.Channel.String())
	}
	if p.Service != nil && p.Service.Online != 0 {
		add(FacetOnline, p.Service.Online.String())
	}
	switch fee.BurdenOf(p.Fees, day, 0) {
	case fee.BurdenFree:
		add(FacetFree, "true")
	case fee.BurdenAmount:
		add(FacetFree, "false")
	}
	return e
}
