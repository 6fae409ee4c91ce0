package search_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/search"
)

// known are procedures whose names make the rules of the search visible.
var known = []search.Entry{
	{Code: "1.001193", Name: "Thủ tục đăng ký khai sinh", Keywords: []string{"Hộ tịch"}, Facets: map[string][]string{"field": {"Hộ tịch"}, "level": {"xã"}}},
	{Code: "1.004884", Name: "Thủ tục đăng ký lại khai sinh", Facets: map[string][]string{"field": {"Hộ tịch"}, "level": {"xã"}}},
	{Code: "2.000528", Name: "Thủ tục đăng ký khai sinh có yếu tố nước ngoài", Facets: map[string][]string{"field": {"Hộ tịch"}, "level": {"tỉnh", "xã"}}},
	{Code: "1.004873", Name: "Cấp Giấy xác nhận tình trạng hôn nhân", NameEn: "Certificate of marital status"},
	{Code: "3.000346", Name: "Cấp giấy phép lái xe", Text: []string{"Giấy khám sức khỏe"}},
	{Code: "3.000348", Name: "Cấp lại giấy phép lái xe"},
	{Code: "1.012893", Name: "Bán nhà ở cũ thuộc tài sản công"},
	{Code: "2.000908", Name: "Cấp bản sao từ sổ gốc"},
	{Code: "1.000111.000.00.00.H22", Name: "Đăng ký đất đai lần đầu", Facets: map[string][]string{"field": {"Đất đai"}, "level": {"tỉnh"}}},
	{Code: "1.000111", Name: norm.NFD.String("Đăng ký đất đai lần đầu (mẫu)")},
	{Code: "1.000222", Name: "Cấp dát vàng"},
}

// TestSearch shows, for each rule of the search, a query that needs it.
func TestSearch(t *testing.T) {
	x := newIndex(t, known)
	for _, row := range []struct {
		query string
		want  string // codes of the first hits, and no more hits if it ends in "."
		why   string
	}{
		{"dang ky khai sinh", "1.001193 2.000528 1.004884", "the name that is the query is first, then one that begins with it"},
		{"thu tuc dang ky khai sinh", "1.001193", `"thủ tục" before a name and a query is nothing`},
		{"ĐĂNG KÍ KHAI SINH", "1.001193", "kí and ký are one word"},
		{"khai sinh lai", "1.004884", "the rare word decides, wherever it stands"},
		{"dang ky khai s", "1.001193", "the last word is being typed"},
		{"lam giay khai sinh o dau", "1.001193", "fillers tell nothing, and a row says what the rest means"},
		{"giay doc than", "1.004873", "people's words"},
		{"TTHN", "1.004873", "an abbreviation"},
		{"tthn", "1.004873", "in any case"},
		{"marital status", "1.004873.", "the English name"},
		{"giya phep lai xe", "3.000346", "two letters exchanged"},
		{"giayphep lai xe", "3.000346", "two words typed as one"},
		{"cap lai bang lai", "3.000348", `"lại" of the query is not the "lái" of the row`},
		{"kham suc khoe", "3.000346.", "a paper of the dossier"},
		{"ho tich", "1.001193.", "a keyword"},
		{"bán", "1.012893", "marks tell bán"},
		{"bản", "2.000908", "from bản"},
		{"đất", "1.000111.000.00.00.H22", "and đất"},
		{"dát", "1.000222", "from dát"},
		{"1.001193", "1.001193.", "a code"},
		{"1001193", "1.001193.", "without its point"},
		{"1.001193.000.00.00.H22", "1.001193.", "with the suffix of a province that has no form of its own here"},
		{"1.000111.000.00.00.H22", "1.000111.000.00.00.H22 1.000111.", "and of one that has"},
		{"1.0011", "1.001193.", "a code that is being typed"},
		{"mã 1.004884 khai sinh", "1.004884.", "a code among words"},
		{"qqqq", ".", "nothing is like it"},
		{"qqqq khai sinh", "1.001193", "what is like nothing is passed over"},
	} {
		res := x.Search(search.Query{Text: row.query, Limit: 10})
		want, whole := strings.CutSuffix(row.want, ".")
		codes := strings.Fields(want)
		var got []string
		for _, h := range res.Hits {
			got = append(got, string(h.Code))
		}
		if len(got) < len(codes) || !slices.Equal(got[:len(codes)], codes) || whole && len(got) > len(codes) {
			t.Errorf("%q finds %v, want %q: %s\n%+v", row.query, got, row.want, row.why, res)
		}
	}
}

func TestEmptyQueryLists(t *testing.T) {
	x := newIndex(t, known)
	res := x.Search(search.Query{Text: " ?! ", Limit: 4, Offset: 1})
	var got []string
	for _, h := range res.Hits {
		got = append(got, h.Name)
	}
	want := []string{"Cấp bản sao từ sổ gốc", "Cấp dát vàng", "Cấp Giấy xác nhận tình trạng hôn nhân", "Cấp giấy phép lái xe"}
	slices.Sort(got)
	slices.Sort(want)
	if res.Total != len(known) || !slices.Equal(got, want) {
		t.Errorf("%d in all, then %q", res.Total, got)
	}
}

func TestFacets(t *testing.T) {
	x := newIndex(t, known)
	res := x.Search(search.Query{
		Text: "dang ky", Limit: 10, Facets: []string{"field", "level", "none"},
		Filters: map[string][]string{"level": {"xã"}, "field": nil},
	})
	if res.Total != 3 {
		t.Errorf("%d hits in communes", res.Total)
	}
	want := map[string][]search.FacetCount{
		"field": {{Value: "Hộ tịch", Count: 3}},
		"level": {{Value: "xã", Count: 3}, {Value: "tỉnh", Count: 2}}, // its own filter left out
	}
	for id, counts := range want {
		if !slices.Equal(res.Facets[id], counts) {
			t.Errorf("%s: %v, want %v", id, res.Facets[id], counts)
		}
	}
	for _, filters := range []map[string][]string{{"none": {"x"}}, {"level": {"x"}}} {
		if res := x.Search(search.Query{Text: "dang ky", Limit: 1, Filters: filters}); res.Total != 0 {
			t.Errorf("%v passes %d", filters, res.Total)
		}
	}
}

func TestHighlights(t *testing.T) {
	x := newIndex(t, known)
	for _, row := range []struct{ query, code, want, why string }{
		{"khai sinh", "1.001193", "[khai sinh]", "neighbours are one range"},
		{"dang sinh", "1.001193", "[đăng] [sinh]", "others are not"},
		{"dat da", "1.000111", norm.NFD.String("[Đă] [đất đa] [đầ]"), "only what was typed of the last word, and each letter with its marks"},
		{"giya phep", "3.000346", "[giấy phép]", "the word that was meant"},
		{"bằng lái", "3.000346", "[giấy phép lái xe]", "what the row says"},
		{"1.001193", "1.001193", "", "a code is not in the name"},
	} {
		var got []string
		for _, h := range x.Search(search.Query{Text: row.query, Limit: 20}).Hits {
			for _, r := range h.Highlights {
				if !onBoundaries(h.Name, r) {
					t.Errorf("%q: %v cuts %q", row.query, r, h.Name)
				}
				if string(h.Code) == row.code {
					got = append(got, "["+h.Name[r.Start:r.End]+"]")
				}
			}
		}
		if text := strings.Join(got, " "); !strings.EqualFold(text, row.want) && text != row.want {
			t.Errorf("%q in %s: %q, want %q: %s", row.query, row.code, text, row.want, row.why)
		}
	}
}

func TestEmptyIndex(t *testing.T) {
	x := newIndex(t, nil)
	if res := x.Search(search.Query{Text: "a", Limit: 5, Facets: []string{"f"}}); res.Total != 0 || x.Len() != 0 || len(x.Suggest("a", 5)) != 0 {
		t.Errorf("nothing finds %+v", res)
	}
	one := newIndex(t, []search.Entry{{Code: motcua.ProcedureCode(""), Name: ""}})
	if res := one.Search(search.Query{Limit: 5, Offset: -3}); res.Total != 1 || len(res.Hits) != 1 {
		t.Errorf("an entry without a name: %+v", res)
	}
}
