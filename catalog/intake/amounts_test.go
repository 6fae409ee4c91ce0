package intake

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/payment"
)

// The patterns of this test are its own, so that a mistake of the reader's is not
// repeated here.
var (
	anyAmount   = regexp.MustCompile(`(?i)(\d[\d.,]*\d|\d)[ \t]*(?:việt nam đồng|vnđ|vnd|đồng\b|đ[/ .,;)]|usd|us\$|đô la)`)
	anyDuration = regexp.MustCompile(`(?i)(\d[\d.,]*)[ \t]*(?:ngày|giờ|tháng|tuần|năm|phút)`)
	cellTime    = regexp.MustCompile(`(?:Trực tiếp|Trực tuyến|Dịch vụ bưu chính)(\d[\d.,]*) ?(Ngày làm việc|Ngày|Giờ|Tháng)`)
	notDigits   = regexp.MustCompile(`\D+`)
)

// TestAmountsAndTimes: every amount of every table of channels is the amount of a fee
// row of its procedure or in a loss, and every time that a cell states is a limit or in a
// loss; times in running text stand in a note.
func TestAmountsAndTimes(t *testing.T) {
	amounts, cells, running := 0, 0, 0
	for _, page := range realPages(t) {
		var source struct {
			Code string `json:"ma_thu_tuc"`
			Text string `json:"cach_thuc_thuc_hien"`
		}
		if err := json.Unmarshal(page.line, &source); err != nil {
			t.Fatal(err)
		}
		p, lost := page.procedure, page.losses
		text := plainText(source.Text)
		money := moneyWords(&p, lost)
		for _, m := range anyAmount.FindAllStringSubmatch(text, -1) {
			if amounts++; !money[notDigits.ReplaceAllString(m[1], "")] {
				t.Errorf("%s: nothing says what became of %q", source.Code, m[0])
			}
		}
		times, notes := timeWords(&p, lost)
		for _, m := range cellTime.FindAllStringSubmatch(text, -1) {
			cells++
			if key := m[1] + " " + m[2]; times[key] == 0 {
				t.Errorf("%s: nothing says what became of the time %q", source.Code, m[0])
			} else {
				times[key]--
			}
		}
		for _, m := range anyDuration.FindAllStringSubmatch(text, -1) {
			if running++; !strings.Contains(notes, m[0]) {
				t.Errorf("%s: %q stands nowhere", source.Code, m[0])
			}
		}
	}
	t.Logf("%d amounts, %d times of cells, %d times in all", amounts, cells, running)
}

// moneyWords are the digits of the amounts of fee rows, and of all amounts in losses.
func moneyWords(p *catalog.Procedure, lost []Loss) map[string]bool {
	out := map[string]bool{}
	for i := range p.Fees {
		for _, m := range []*payment.Money{p.Fees[i].Tariff.Fixed, p.Fees[i].Tariff.PerUnit} {
			if m != nil {
				whole, _, _ := strings.Cut(m.Amount(), ".")
				out[whole] = true
			}
		}
	}
	for _, l := range lost {
		for _, m := range anyAmount.FindAllStringSubmatch(plainText(l.Raw), -1) {
			out[notDigits.ReplaceAllString(m[1], "")] = true
		}
	}
	return out
}

// timeWords count the times of limits by their text, with those in losses, and give all
// texts in which a time may stand.
func timeWords(p *catalog.Procedure, lost []Loss) (counts map[string]int, notes string) {
	counts = map[string]int{}
	var all []string
	for _, offer := range p.Channels {
		for _, time := range offer.Times {
			if time.Limit != nil {
				counts[time.Raw]++
			}
			all = append(all, time.Raw, time.Note)
		}
	}
	for i := range p.Fees {
		all = append(all, p.Fees[i].Raw)
	}
	for _, l := range lost {
		all = append(all, l.Raw)
		for _, m := range cellTime.FindAllStringSubmatch(l.Raw, -1) {
			counts[m[1]+" "+m[2]]++
		}
	}
	return counts, strings.Join(all, "\n")
}
