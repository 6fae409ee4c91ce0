package search

import (
	"slices"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/payment"
)

// TestProcedures: what is in use on the day becomes an entry, with the facets it
// states and no others.
func TestProcedures(t *testing.T) {
	zero, some := payment.MustMoney("0 VND"), payment.MustMoney("5000 VND")
	row := func(m *payment.Money, from string) fee.Row {
		r := fee.Row{ID: "x", Tariff: fee.Tariff{Fixed: m}}
		if from != "" {
			r.Validity.From = motcua.MustDate(from)
		}
		return r
	}
	of := func(code motcua.ProcedureCode, status catalog.Status, rows ...fee.Row) catalog.Procedure {
		return catalog.Procedure{Code: code, Status: status, Name: motcua.Text{Vi: "Đăng ký thử"}, Fees: rows}
	}
	full := of("1.000001", catalog.StatusPublic, row(&zero, ""))
	full.Field.Name, full.Channels = "Hộ tịch", []catalog.Offer{{Channel: motcua.ChannelOnline}}
	full.Service = &catalog.Service{Online: catalog.OnlineFully}
	doubtful := of("1.000003", catalog.StatusPublic, row(&zero, ""))
	doubtful.Fees[0].Doubt = "conflict"
	s := catalog.New([]catalog.Procedure{
		full, of("1.000002", catalog.StatusPublic, row(&some, "2026-01-01")), doubtful,
		of("1.000004", catalog.StatusAbolished), of("1.000005", catalog.StatusPublic, row(&some, "2027-01-01")),
	}).At(motcua.MustDate("2026-06-01"), time.Time{})
	entries := Procedures(s)
	var codes, free []string
	for _, e := range entries {
		codes, free = append(codes, string(e.Code)), append(free, append(e.Facets[FacetFree], "?")[0])
	}
	if want := []string{"1.000001", "1.000002", "1.000003", "1.000005"}; !slices.Equal(codes, want) {
		t.Errorf("entries %v, want %v", codes, want)
	}
	if want := []string{"true", "false", "?", "?"}; !slices.Equal(free, want) {
		t.Errorf("free: %v, want %v: a doubt and a fee of another day tell nothing", free, want)
	}
	if e := entries[0]; e.Facets[FacetField][0] != "Hộ tịch" || e.Facets[FacetOnline][0] != "fully" || e.Facets[FacetChannel][0] != "online" || e.Facets[FacetLevel] != nil {
		t.Errorf("facets %v", e.Facets)
	}
	x, err := New(entries, nil)
	if err != nil {
		t.Fatal(err)
	}
	found := x.Search(Query{Text: "dang ky thu", Limit: 5, Filters: map[string][]string{FacetFree: {"true"}}, Facets: ProcedureFacets()})
	if found.Total != 1 || found.Hits[0].Code != "1.000001" || len(found.Facets[FacetFree]) != 2 {
		t.Errorf("%+v", found)
	}
}
