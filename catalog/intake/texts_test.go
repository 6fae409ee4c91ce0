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
		{free, "Đối với cảng hàng không khác", "0 VND conflict", "others pay"},
		{free, "- Thiết bị lẻ, vật tư khác:", "0 VND conflict", "the rest of a list of cases"},
		{free, "Hai triệu đồng", "0 VND conflict", "an amount all in words"},
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

// TestParseFeeLimits: an amount that not everybody pays is in doubt.
func TestParseFeeLimits(t *testing.T) {
	const fifty, million, most = "50,000 Việt Nam Đồng", "1,000,000 VNĐ", "35,000,000 VNĐ"
	for _, row := range []struct{ amount, note, want, why string }{
		{"10,500,000 VNĐ", "10.500.000 đồng /lần đối với tàu nhóm II", "10500000 VND choice /filing (10500000 VND)", "ships of the other group pay another"},
		{"145 USD", "Thẻ tạm trú có thời hạn không quá 02 năm: 145 USD/thẻ.", "145.00 USD choice /card (145.00 USD)", "longer cards cost more"},
		{"155 USD", "Thẻ tạm trú có thời hạn từ trên 02 năm đến 05 năm: 155 USD/thẻ.", "155.00 USD choice /card (155.00 USD)", "a span of years"},
		{"25 USD", "Cấp thị thực có giá trị một lần", "25.00 USD choice", "one entry of many"},
		{"40,000 VNĐ", "Xe ô tô từ 10 chỗ trở lên", "40000 VND choice", "smaller cars pay another"},
		{"40,000 VNĐ", "- Xe ô tô trên 10 chỗ", "40000 VND choice", "more than a number"},
		{"90,000 VNĐ", "Xe ô tô dưới 10 chỗ ngồi: 90.000 đồng/ giấy", "90000 VND choice /paper (90000 VND)", "less than a number"},
		{"200,000 VNĐ", "đối với trường hợp cấp mới", "200000 VND choice", "renewal is another case"},
		{"10,000 VNĐ", "- Đăng ký tạm trú theo danh sách: + thu 10.000 đồng/người/lần đăng ký;", "10000 VND choice /person (10000 VND)", "of those on a list only"},
		{million, "Tàu loại 1", "1000000 VND choice", "a kind"},
		{million, "Nhà ở hạng A", "1000000 VND choice", "a class"},
		{million, "nếu cấp lại", "1000000 VND choice", "a condition"},
		{"2,000,000 VNĐ", "Thiết bị 2.000.000đ/lần", "2000000 VND choice /filing (2000000 VND)", "a line of a table: systems pay another"},
		{"300,000 VNĐ", "Phí thực hiện là 300.000 đồng/lần", "300000 VND /filing (300000 VND)", "the name of the fee limits nothing"},
		{"200,000 VNĐ", "Trên 1 hồ sơ", "200000 VND /dossier", "per dossier is not more than one"},
		{"200,000 VNĐ", "Phí cấp chứng chỉ", "200000 VND", "chứng chỉ is no chỉ, which is only"},
		{fifty, "Phí thẩm định (nếu có)", "50000 VND", "if any is no condition"},
		{fifty, "/trường hợp (trường hợp được tính là một chữ ký)", "50000 VND unit", "a unit, and what it is"},
		{million, "1,5 triệu đồng nếu cấp lại", "1000000 VND choice", "another in words, with a comma"},
		{million, "ngoài ra 2 triệu đồng khi thẩm định", "1000000 VND choice", "one that comes on top"},
		{million, "thẩm định 2triệu đồng", "1000000 VND choice", "glued"},
		{million, "cấp lại: năm trăm nghìn đồng", "1000000 VND choice", "all in words"},
		{million, "cấp lại: năm trăm đồng", "1000000 VND choice", "hundreds of đồng"},
		{million, "2 tỷ", "1000000 VND choice", "milliards"},
		{million, "1.000.000 nghìn đồng", "1000000 VND choice", "cannot be read, so it is another"},
		{million, "một triệu đồng", "1000000 VND", "the same in words"},
		{million, "Thông tư năm 2021, theo tỷ giá, giấy triệu tập", "1000000 VND", "words that are no numbers here"},
		{"1,500,000 VNĐ", "1,5 triệu đồng", "1500000 VND", "the same with a comma"},
		{"1,500,000 VNĐ", "một triệu rưỡi", "1500000 VND", "the same with a half"},
		{"1,500,000 VNĐ", "1 triệu 500 nghìn đồng", "1500000 VND", "the same in two parts"},
		{"105,000 VNĐ", "một trăm linh năm nghìn đồng", "105000 VND", "the same with nought between"},
		{most, "(ba mươi lăm triệu đồng)", "35000000 VND", "the same in words"},
		{"4,500,000 VNĐ", "(bốn triệu năm trăm nghìn việt nam đồng)", "4500000 VND", "the same in words"},
		{most, "ba mươi sáu triệu đồng", "35000000 VND choice", "one more in words"},
		{fifty, "trực tuyến năm mươi phần trăm", "50000 VND choice", "a part in words"},
		{fifty, "một nửa khi nộp trực tuyến", "50000 VND choice", "a half"},
		{fifty, "giảm cho hộ nghèo", "50000 VND choice", "less for some"},
		{fifty, "Miễn lệ phí cho người khuyết tật", "50000 VND choice", "nothing for some"},
		{fifty, "Người thuộc hộ nghèo được miễn", "50000 VND choice", "nothing for some, said last"},
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
		{"5 Ngày50.000 Đồng/lần(Lệ phí)Không quá 20 ngày", "5 Ngày|50.000 Đồng/lần|Lệ phí|Không quá 20 ngày", "a unit behind the currency belongs to the fee"},
		{"5 Ngày50.000 Đồng/Giấy chứng nhậnNộp tại trụ sở", "5 Ngày|50.000 Đồng/Giấy chứng nhận||Nộp tại trụ sở", "a unit before a description"},
		{"1Phí: 50,000 VNĐ", "1|50,000 VNĐ|Phí:|", "a time without a unit before a fee that says what it is"},
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
