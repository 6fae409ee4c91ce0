package intake

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/motcua/motcua/catalog"
)

// TestAccount: every letter of every member of every real page lies in a span that a
// text of the procedure or of a loss of that same member accounts for. A text accounts
// for one place only: what stands twice must be kept twice. Losses of kind guessed do
// not count, since their text is in the procedure too.
func TestAccount(t *testing.T) {
	members, letters := 0, 0
	for _, page := range realPages(t) {
		var source map[string]string
		if err := json.Unmarshal(page.line, &source); err != nil {
			t.Fatal(err)
		}
		parts := partsOf(&page.procedure)
		for _, l := range page.losses {
			if l.Kind == LossDropped || l.Kind == LossUnread {
				member := strings.TrimPrefix(l.Pointer, "/")
				parts[member] = append(parts[member], l.Raw)
			}
		}
		for member, text := range source {
			members++
			text = plainText(text)
			letters += len(text)
			marks := ","
			if member == "cach_thuc_thuc_hien" {
				marks = ",()" // a note stands in parentheses behind its fee
			}
			if rest := unaccounted(text, marks, parts[member]); rest != "" {
				t.Errorf("%s/%s: nothing accounts for %q", source["ma_thu_tuc"], member, clip(rest))
			}
		}
	}
	t.Logf("%d members of %d bytes accounted for", members, letters)
}

// partsOf are the texts of a procedure by the member of the page they come from.
func partsOf(p *catalog.Procedure) map[string][]string {
	parts := map[string][]string{
		"bo_nganh": {p.Record.Publisher}, "ma_thu_tuc": {string(p.Code)}, "detail_url": {p.Record.URL}, "ten_thu_tuc": {p.Name.Vi},
		"so_quyet_dinh": {p.Version}, "loai_thu_tuc": {p.Kind}, "linh_vuc": {p.Field.Name}, "dia_chi_tiep_nhan": {p.Reception}, "yeu_cau_dieu_kien": {p.Conditions},
	}
	add := func(member string, texts ...string) { parts[member] = append(parts[member], texts...) }
	for _, l := range p.Levels {
		for _, row := range levels {
			if row.level == l {
				add("cap_thuc_hien", strings.ToUpper(row.name[:1])+row.name[1:])
			}
		}
	}
	for _, s := range p.Subjects {
		add("doi_tuong_thuc_hien", s.Name)
	}
	for member, bodies := range map[string][]catalog.Body{
		"co_quan_co_tham_quyen": p.Bodies.Competent, "co_quan_thuc_hien": p.Bodies.Implementing,
		"co_quan_duoc_uy_quyen": p.Bodies.Authorised, "co_quan_phoi_hop": p.Bodies.Coordinating,
	} {
		for _, b := range bodies {
			add(member, b.Name)
		}
	}
	for _, r := range p.Related {
		add("thu_tuc_lien_quan", r.Name)
	}
	for _, s := range p.Steps {
		add("trinh_tu_thuc_hien", s.Text)
	}
	for _, b := range p.Bases {
		add("can_cu_phap_ly", b.Title, b.Number)
	}
	for _, r := range p.Results {
		add("ket_qua_xu_ly", r.Name.Vi, string(r.Code), r.Note, "Mã:", "Từ khóa", "Mô tả")
	}
	add("cach_thuc_thuc_hien", channelParts(p)...)
	add("thanh_phan_ho_so", paperParts(p)...)
	return parts
}

// channelParts are the texts of channels, times and fees. The name of a channel stands
// once for each of its times, and the cells of a fee are apart from its note.
func channelParts(p *catalog.Procedure) []string {
	var out []string
	for _, offer := range p.Channels {
		for _, time := range offer.Times {
			for name, code := range channelNames {
				if channelCodes[code] == offer.Channel {
					out = append(out, name)
				}
			}
			out = append(out, time.Raw, time.Note)
		}
	}
	for i := range p.Fees {
		fee := cutFee(p.Fees[i].Raw)
		if cell, unread := strings.CutPrefix(fee.Amount, "?"); unread {
			fee.Amount = cell // marked so where the cell was glued to another
		}
		out = append(out, strings.TrimSpace(fee.Amount+" "+fee.Unit))
		out = append(out, strings.Split(fee.Note, "\n")...)
	}
	return out
}

// paperParts are the texts of cases and papers, with their numbers as the page writes
// them.
func paperParts(p *catalog.Procedure) []string {
	var out []string
	for _, c := range p.Cases {
		out = append(out, c.Name.Vi)
	}
	for i := range p.Papers {
		paper := &p.Papers[i]
		out = append(out, paper.Name.Vi, numberText(paper.Originals, " bản chính"), numberText(paper.Copies, " bản sao"))
		if paper.Form != nil && paper.Form.Name != paper.Name.Vi {
			out = append(out, paper.Form.Name)
		}
	}
	return out
}

// unaccounted is what is left of a text when each part has taken one place of its own,
// the longest first. Spaces, the marks that cut lists and the words for nothing may be
// left.
func unaccounted(text, marks string, parts []string) string {
	var pieces []string
	for _, part := range parts {
		if strings.HasPrefix(part, paperHeading) { // one loss for the heads of all tables
			part = strings.ReplaceAll(part, paperHeading, paperHeading+"\n")
		}
		for _, line := range strings.Split(plainText(part), "\n") {
			if line = strings.TrimSpace(line); line != "" {
				pieces = append(pieces, line)
			}
		}
	}
	slices.SortStableFunc(pieces, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	rest := []byte(text)
	for _, piece := range pieces {
		if i := strings.Index(string(rest), piece); i >= 0 {
			copy(rest[i:], strings.Repeat("\x00", len(piece)))
		}
	}
	left := nothing.ReplaceAllString(string(rest), "$1")
	return strings.Trim(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune(marks, r) {
			return 0
		}
		return r
	}, left), "\x00")
}

func clip(text string) string {
	const most = 300
	return strings.ReplaceAll(text[:min(len(text), most)], "\x00", "·")
}
