package intake

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestParseDuration(t *testing.T) {
	for _, row := range []struct{ raw, want, why string }{
		{"60 Ngày làm việc", "60 workingDays", "what most cells say"},
		{"15 Ngày", "15 calendarDays", "days without a word are those of the calendar"},
		{"1.5 Ngày làm việc", "1.5 workingDays", "a point before one digit"},
		{"1,5 ngày làm việc", "1.5 workingDays", "a comma before one digit, in small letters"},
		{"02 tháng và 15 ngày làm việc", "2 months + 15 workingDays", "two units of an act"},
		{"12 Tháng", "12 months", "twelve months are not made a year"},
		{"24 Giờ", "24 clockHours", "hours without a word are those of the clock"},
		{"8 giờ làm việc", "8 officeHours", "hours of an office"},
		{"Trong ngày", "withinDay", "no number at all"},
		{"không quá 30 ngày", "30 calendarDays", "at most"},
		{"Trong thời hạn 05 ngày làm việc.", "5 workingDays", "a sentence, and a zero before"},
		{norm.NFD.String("60 Ngày làm việc"), "60 workingDays", "letters in parts"},
		{"60\u00a0Ngày làm việc", "60 workingDays", "a space that does not break"},
		{"  3\n Ngày \t làm việc ", "3 workingDays", "spaces of a table"},
		{"", "none", "nothing"},
		{"Không có thông tin", "none", "nothing, in words"},
		{norm.NFD.String("Không có thông tin"), "none", "nothing, in words and parts"},
		{"1", "unread", "a number without a unit is no day"},
		{"120,000", "unread", "an amount that slipped into the cell is not 120 of anything"},
		{"1200 VNĐ", "unread", "a number glued to an amount"},
		{"5-7 ngày", "unread", "a range is no limit"},
		{"5 – 7 ngày làm việc", "unread", "a range with a long stroke"},
		{"từ 5 đến 7 ngày", "unread", "a range in words"},
		{"Theo quy định", "unread", "no number and no day"},
		{"30 Phút", "unread", "a unit nobody counts in"},
		{"-5 ngày", "unread", "less than nothing"},
		{"1.-5 ngày", "unread", "no number"},
		{"１２ ngày", "unread", "digits of another script"},
		{"1e9 ngày", "unread", "a number of programs"},
		{strings.Repeat("9", 400) + " ngày", "unread", "more than anybody waits"},
	} {
		limit, read := ParseDuration(row.raw)
		got := "none"
		switch {
		case !read:
			got = "unread"
		case limit != nil:
			got = termsText(limit)
		}
		if got != row.want || limit != nil && !read {
			t.Errorf("%q is %s, want %s: %s", row.raw, got, row.want, row.why)
		}
	}
}

// feeWords is a fee in words: amount, doubt, unit and the amounts of the note.
func feeWords(f Fee) string {
	if !f.Stated {
		return "none"
	}
	words := []string{"unread"}
	if f.Amount != nil {
		words[0] = f.Amount.String()
	}
	if f.Doubt != "" {
		words = append(words, f.Doubt)
	}
	if f.Unit != "" {
		words = append(words, "/"+f.Unit)
	}
	for _, m := range f.Note {
		words = append(words, "("+m.String()+")")
	}
	return strings.Join(words, " ")
}

func TestParseFeeCells(t *testing.T) {
	for _, row := range []struct{ amount, want, why string }{
		{"70,000 Việt Nam Đồng", "70000 VND", "a comma between thousands: đồng have no decimals"},
		{"70.000đ/lần", "70000 VND /filing", "a point between thousands, and a unit"},
		{"1,200,000 VNĐ", "1200000 VND", "two commas"},
		{"50000 Đồng", "50000 VND", "no mark at all"},
		{"50 000 đồng", "50000 VND", "spaces between thousands"},
		{"50\u00a0000 đồng", "50000 VND", "spaces that do not break"},
		{"70.000 đồng/02 thẻ", "70000 VND /card", "digits before a unit are not the unit"},
		{"25 USD", "25.00 USD", "dollars"},
		{"155 US$", "155.00 USD", "dollars in another way"},
		{norm.NFD.String("70,000 Việt Nam Đồng"), "70000 VND", "letters in parts"},
		{"50,000 VN\u00d0", "50000 VND", "the letter Eth, which looks like Đ"},
		{"Miễn phí", "0 VND", "free"},
		{norm.NFD.String("Miễn phí"), "0 VND", "free, in parts"},
		{"0 VNĐ", "0 VND", "nothing is no amount with its thousands left out"},
		{"", "none", "nothing"},
		{"Không có thông tin", "none", "nothing, in words"},
		{"1", "unread unreadable", "a number without a currency is no amount"},
		{"120,000", "unread unreadable", "neither is a longer one"},
		{"1200 VNĐ", "1200 VND", "what a cell of its own says is read"},
		{"? 1200 VNĐ", "unread unreadable", "a time and an amount glued together are marked so"},
		{"200 VNĐ", "200 VND unit", "nobody charges two hundred đồng: the thousands were left out"},
		{"10,000 đồng/khẩu-chiếc", "unread unreadable", "a unit nobody listed, with a stroke"},
		{"10,000 đồng/khẩu", "10000 VND unit", "a unit nobody listed"},
		{"15.000.0000 đồng", "unread unreadable", "groups of four digits"},
		{"100.000 - 200.000 đồng", "unread unreadable", "a range"},
		{"-5.000 đồng", "unread unreadable", "less than nothing"},
		{"１２.000 đồng", "unread unreadable", "digits of another script"},
		{"99999999999999999999 đồng", "unread unreadable", "more than there is"},
		{"Theo quy định", "unread unreadable", "words"},
	} {
		if got := feeWords(ParseFee(row.amount, "")); got != row.want {
			t.Errorf("%q is %s, want %s: %s", row.amount, got, row.want, row.why)
		}
	}
}

func TestParseFeeNotes(t *testing.T) {
	const free, fifty = "Miễn phí", "50,000 Việt Nam Đồng"
	for _, row := range []struct{ amount, note, want, why string }{
		{free, "Không", "0 VND", "the note agrees"},
		{free, "Không thu lệ phí", "0 VND", "the note agrees"},
		{free, "Không quy định.", "0 VND", "no act sets a fee"},
		{free, "Không phải nộp phí", "0 VND", "nothing has to be paid"},
		{free, "Chưa quy định.", "0 VND conflict", "a fee is not yet set"},
		{free, "150.000 đồng/giấy", "0 VND conflict (150000 VND)", "an amount"},
		{free, "150.000/giấy", "0 VND conflict", "an amount without a currency"},
		{free, "2 triệu đồng", "0 VND conflict", "an amount whose thousands are a word"},
		{free, "15.000.0000 đồng", "0 VND conflict", "an amount that cannot be read"},
		{free, "20% mức phí", "0 VND conflict", "a part of an amount"},
		{free, "USD 25", "0 VND conflict", "dollars before the number"},
		{free, "Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định", "0 VND conflict", "the province sets it"},
		{free, "Trả phí cho đơn vị cung cấp dịch vụ.", "0 VND conflict", "something is paid"},
		{free, "Miễn lệ phí đối với người khuyết tật", "0 VND conflict", "others pay"},
		{free, "Miễn phí từ ngày 07/4/2026 đến 30/6/2026", "0 VND conflict", "before and after it is not"},
		{free, "Miễn lệ phí. Phí cấp bản sao (nếu có yêu cầu) theo quy định tại Thông tư số 281/2016/TT-BTC.", "0 VND", "copies on request are another fee"},
		{"0 VNĐ", "Theo quy định của Hội đồng nhân dân", "0 VND conflict", "nothing in digits is free too"},
		{fifty, "50.000 đồng/thẻ căn cước", "50000 VND /card (50000 VND)", "the same, and its unit"},
		{fifty, "/hồ sơ", "50000 VND /dossier", "a note that goes on where the cell ended"},
		{fifty, "đồng/lần", "50000 VND /filing", "so does this"},
		{fifty, "lần cấp ", "50000 VND /filing", "a note of a unit only"},
		{fifty, "50.000 đồng (năm mươi nghìn đồng)/lần", "50000 VND /filing (50000 VND)", "words between"},
		{fifty, "50.000 (năm mươi nghìn) đồng/trường hợp", "50000 VND unit (50000 VND)", "words before the currency, and a unit nobody listed"},
		{fifty, "/văn bản", "50000 VND unit", "a unit nobody listed"},
		{fifty, "Theo quy định của Bộ Tài chính", "50000 VND", "the act behind the amount"},
		{fifty, "theo khoản 2 Điều 24, điểm 3 đoạn 1", "50000 VND", "numbers before words that begin with đ"},
		{fifty, "áp dụng mức phí 25.000 đồng/hồ sơ", "50000 VND conflict /dossier (25000 VND)", "another amount"},
		{fifty, "50.000 đồng; 25.000 đồng", "50000 VND choice (50000 VND) (25000 VND)", "two amounts"},
		{fifty, "Phí: 25,000 (xe nhỏ)", "50000 VND choice", "another without a currency"},
		{fifty, "bằng 50% mức thu lệ phí", "50000 VND choice", "a part of it"},
		{fifty, "Cấp đổi: 50.000 đồng. Cấp mới: Không", "50000 VND choice (50000 VND)", "nothing in one case"},
		{fifty, "áp dụng đến hết ngày 31/12/2024", "50000 VND choice", "what holds after that day is another"},
		{fifty, "Miễn kể từ ngày 07/4/2026 đến 30/6/2026", "50000 VND conflict", "for a while nothing"},
		{fifty, "do Hội đồng nhân dân tỉnh quyết định", "50000 VND conflict", "the province sets it"},
		{fifty, "15.000.0000 đồng/lần", "50000 VND conflict /filing", "another that cannot be read"},
		{"155 VNĐ", "155 USD/thẻ.", "155 VND currency /card (155.00 USD)", "dollars under the name of đồng"},
		{"25 USD", "550.000 đồng", "25.00 USD currency (550000 VND)", "đồng beside dollars"},
		{"100 VNĐ", "100.000 đồng/lần", "100 VND unit /filing (100000 VND)", "the note has the thousands"},
		{"Không có thông tin", "50.000 đồng", "unread unreadable (50000 VND)", "an amount of the note only"},
		{"Không có thông tin", "theo quy định", "none", "nothing that could be charged"},
		{"", "Phí theo Thông tư", "unread unreadable", "words in the note only"},
	} {
		if got := feeWords(ParseFee(row.amount, row.note)); got != row.want {
			t.Errorf("%q (%s) is %s, want %s: %s", row.amount, row.note, got, row.want, row.why)
		}
	}
}

// TestChannelCells: how the cells of a row are cut, which the page glues together.
func TestChannelCells(t *testing.T) {
	for _, row := range []struct{ cells, want, why string }{
		{"5 Ngày làm việcMiễn phíNộp tại trụ sở", "5 Ngày làm việc|Miễn phí||Nộp tại trụ sở", "three cells and a description"},
		{"5 NgàyMiễn phí(a (b) c)d", "5 Ngày|Miễn phí|a (b) c|d", "parentheses inside a note"},
		{"5 NgàyMiễn phí(a) Sân bay: 5.000 đồng; b) Cảng: 6.000 đồng)Nộp", "5 Ngày|Miễn phí|a) Sân bay: 5.000 đồng; b) Cảng: 6.000 đồng|Nộp", "the letters of items close nothing"},
		{"5 NgàyMiễn phí(theo khoản 1 (điểm a))Nộp", "5 Ngày|Miễn phí|theo khoản 1 (điểm a)|Nộp", "a letter that is no item"},
		{"5 Ngày100 VNĐ(", "5 Ngày|100 VNĐ||", "a note that begins and ends with the page"},
		{"5 Ngày2,000 VNĐ(/trang)Từ trang thứ 3: 1.000 đồng\nNộp", "5 Ngày|2,000 VNĐ|/trang\nTừ trang thứ 3: 1.000 đồng|Nộp", "a line of the description with an amount belongs to the fee"},
		{"5 NgàyMiễn phíPhí : theo Thông tư số 261\n- 5 ngày", "5 Ngày|Miễn phí|Phí : theo Thông tư số 261|- 5 ngày", "so does one that begins with phí"},
		{"5 NgàyKhông có thông tinPhí, lệ phí (nếu có): không", "5 Ngày|Không có thông tin||Phí, lệ phí (nếu có): không", "but not where no fee is stated at all"},
		{"5 NgàyPhí : 50,000 Đồng (thẩm định)Lệ phí : 20,000 Đồng", "5 Ngày|50,000 Đồng|Phí : thẩm định|20,000 Đồng|Lệ phí :|", "fees that say what they are"},
		{"Phí: 50,000 VNĐ", "|50,000 VNĐ|Phí:|", "no time at all"},
		{"1Miễn phí", "1|Miễn phí||", "a time without a unit before a word"},
		{"1200 VNĐ(x)", "1200 VNĐ|? 1200 VNĐ|x|", "one and two hundred, or twelve and nought, or all of it"},
		{"Không có thông tinKhông có thông tinKhông quy định", "Không có thông tin|Không có thông tin||Không quy định", "nothing, twice, and a sentence"},
	} {
		c := cutter{losses: &losses{}}
		d := c.channelCell("/x", row.cells)
		got := strings.TrimSpace(d.Value + " " + d.Unit)
		for _, f := range d.Fees {
			got += "|" + strings.TrimSpace(f.Amount+" "+f.Unit) + "|" + f.Note
		}
		if got += "|" + d.Note; got != row.want {
			t.Errorf("%q is cut into\n %q, want\n %q: %s", row.cells, got, row.want, row.why)
		}
	}
}
