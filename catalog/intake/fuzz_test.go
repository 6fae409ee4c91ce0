package intake

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// FuzzParseDuration: a time that is read is one that holds, and has its number from the
// text.
func FuzzParseDuration(f *testing.F) {
	for _, seed := range []string{"1.5 Ngày làm việc", "02 tháng và 15 ngày làm việc", "1,5 ngày", "5-7 ngày", "120,000", "1", "Trong ngày", "", notStated, "60\u00a0Nga\u0300y", "\xff ngày"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		limit, read := ParseDuration(raw)
		if limit == nil {
			return
		}
		if !read {
			t.Fatalf("%q is read and is not", raw)
		}
		if faults := limit.Check(); faults.Err() != nil {
			t.Fatalf("%q: %v", raw, faults)
		}
		for _, term := range limit.Terms {
			number := strings.ReplaceAll(term.Amount.String(), ".", "")
			if term.Amount.Sign() > 0 && !strings.Contains(digitsOf(norm.NFC.String(raw)), strings.Trim(number, "0")) {
				t.Fatalf("%q: %s is not there", raw, term.Amount)
			}
		}
	})
}

// FuzzParseFee: an amount that is read has its digits from the cell, and one that is not
// is in doubt.
func FuzzParseFee(f *testing.F) {
	for _, seed := range [][2]string{
		{"70,000 Việt Nam Đồng", "70.000 đồng/thẻ căn cước"}, {"Miễn phí", "150.000 đồng/giấy"}, {"155 VNĐ", "155 USD/thẻ"}, {"25 USD", ""}, {"1", "1"},
		{"50 000 đ", "50%"}, {"0 VNĐ", "(a) 1; b) 2)"}, {notStated, "5.000đ"}, {"\xff đồng", "\xff/"}, {"15.000.0000 đồng", "Miễn từ ngày 1/1/2026"},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, amount, note string) {
		fee := ParseFee(amount, note)
		switch {
		case !fee.Stated && (fee.Amount != nil || fee.Doubt != "" || fee.Unit != ""):
			t.Fatalf("%q, %q states nothing and is %+v", amount, note, fee)
		case fee.Stated && fee.Amount == nil && fee.Doubt == "":
			t.Fatalf("%q, %q is not read, and nothing says so", amount, note)
		case fee.Unit == unknownUnit:
			t.Fatalf("%q, %q has no unit of ours", amount, note)
		}
		if fee.Amount != nil && fee.Amount.Sign() != 0 {
			number := strings.TrimRight(digitsOf(strings.Fields(fee.Amount.String())[0]), "0")
			if !strings.Contains(digitsOf(strings.Join(strings.Fields(amount), "")), number) {
				t.Fatalf("%q: %s is not there", amount, fee.Amount)
			}
		}
		for _, m := range fee.Note {
			if m.Sign() < 0 || m.Sign() == 0 && !strings.Contains(note, "0") {
				t.Fatalf("%q: %s is not there", note, m)
			}
		}
	})
}

// FuzzParsePage: whatever stands in the table of channels, all its digits are in the
// procedure or in the losses.
func FuzzParsePage(f *testing.F) {
	for _, seed := range []string{
		channelHeading + "Trực tiếp5 Ngày làm việc70,000 Việt Nam Đồng(70.000 đồng/thẻ)Nộp tại 1 nơi", channelHeading + "Trực tuyến1200 VNĐ(2)", channelHeading + "Trực tiếp1Miễn phí",
		channelHeading + "Trực tuyến5 NgàyMiễn phí((a) 1; b) 2", "Trực tiếp", channelHeading + "Dịch vụ bưu chínhPhí: 5.000 Đồng(x)Lệ phí : 2.000 VNĐ", "\xff1",
		channelHeading + "Trực tiếp3 ThángKhông có thông tin- 5 ngày\nLệ phí: 20.000 đồng\n3 bản", "Không có thông tin1", notStated,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, channels string) {
		data, err := json.Marshal(map[string]string{"ma_thu_tuc": "1.000178", "ten_thu_tuc": "Thử", "cach_thuc_thuc_hien": channels})
		if err != nil {
			t.Fatal(err)
		}
		p, lost, faults := ParsePage(data, nil)
		if faults.Err() != nil {
			return
		}
		counts := map[rune]int{}
		kept, err := json.Marshal(p.Channels)
		if err != nil {
			t.Fatal(err)
		}
		count(counts, string(kept), 1)
		for _, row := range p.Fees {
			count(counts, row.Raw, 1)
		}
		for _, l := range lost {
			count(counts, l.Raw, 1)
		}
		whole := map[rune]int{}
		count(whole, norm.NFC.String(channels), 1)
		for r, n := range whole {
			if unicode.IsDigit(r) && counts[r] < n {
				t.Fatalf("%q: %d of %d %q are left", channels, counts[r], n, r)
			}
		}
	})
}
