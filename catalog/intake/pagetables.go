package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The headings of the tables of a page.
const (
	channelHeading = "Hình thức nộpThời gianPhí, lệ phíMô tả"
	paperHeading   = "Tên giấy tờMẫu đơn, tờ khaiSố lượng"
	basisHeading   = "Tên văn bản pháp lýMã văn bản"
)

// channelRow begins a row of the table of channels: the name of a channel and what a
// cell of times may begin with.
var channelRow = regexp.MustCompile(`(Trực tiếp|Trực tuyến|Dịch vụ bưu chính)(\d|Không có thông tin|Miễn phí|Phí ?:|Lệ phí ?:)`)

var channelNames = map[string]string{"Trực tiếp": "1", "Trực tuyến": "2", "Dịch vụ bưu chính": "3"}

// channels reads the table of channels; several rows of one channel are its time options.
func (c *cutter) channels(text string) []DocumentChannel {
	const pointer = "/cach_thuc_thuc_hien"
	body := c.headed(pointer, plainText(c.stated(text)), channelHeading)
	starts := channelRow.FindAllStringSubmatchIndex(body, -1)
	if len(starts) == 0 {
		c.unread(pointer, body)
		return nil
	}
	c.unread(pointer, body[:starts[0][0]])
	var out []DocumentChannel
	for i, m := range starts {
		end := len(body)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		code := channelNames[body[m[2]:m[3]]]
		time := c.channelCell(pointer, body[m[3]:end])
		if n := len(out); n > 0 && out[n-1].Channel == code {
			out[n-1].Times = append(out[n-1].Times, time)
		} else {
			out = append(out, DocumentChannel{Channel: code, Times: []DocumentTime{time}})
		}
	}
	return out
}

// headed takes the heading of a table off.
func (c *cutter) headed(pointer, text, heading string) string {
	body, ok := strings.CutPrefix(strings.TrimSpace(text), heading)
	if ok {
		c.add(LossDropped, lossChrome, pointer, "", heading, "tiêu đề bảng", "the heading of a table")
	}
	return body
}

// unread reports a text nothing was made of.
func (c *cutter) unread(pointer, text string) {
	if strings.TrimSpace(text) != "" {
		c.add(LossUnread, lossText, pointer, "", text, "không hiểu được đoạn này", "nothing was made of this text")
	}
}

var (
	// timeCell is a time: a number and a unit, or the words for none.
	timeCell = regexp.MustCompile(`^(?:(\d+(?:[.,]\d+)*) ?(Ngày làm việc|Ngày|Giờ làm việc|Giờ|Tháng|Năm|Tuần|Phút)|Không có thông tin)`)
	// bareTime is a number without a unit before a fee that begins with a word.
	bareTime = regexp.MustCompile(`^(\d{1,3})(Miễn phí|Không có thông tin)`)
	// moneyCell is a fee: an amount and a currency, or the words for nothing and for none.
	moneyCell = regexp.MustCompile(`^\s*((?:Phí|Lệ phí) ?: ?)?(([\d.,]+) (Việt Nam Đồng|VNĐ|VND|USD|Đồng)|Miễn phí|Không có thông tin)`)
	// gluedCell is a time without a unit and an amount, which nobody can tell apart.
	gluedCell = regexp.MustCompile(`^[\d.,]+ (?:Việt Nam Đồng|VNĐ|VND|USD|Đồng)`)
)

// channelCell reads the cells of a row after the name of its channel.
func (c *cutter) channelCell(pointer, cells string) DocumentTime {
	var t DocumentTime
	rest := cells
	switch m := timeCell.FindStringSubmatch(rest); {
	case m != nil:
		t.Value, t.Unit = m[1], m[2]
		if m[1] == "" {
			t.Value = notStated
		}
		rest = rest[len(m[0]):]
	case bareTime.MatchString(rest):
		t.Value = bareTime.FindStringSubmatch(rest)[1]
		rest = rest[len(t.Value):]
	case gluedCell.MatchString(rest):
		cell := gluedCell.FindString(rest)
		note, after := cutNote(rest[len(cell):])
		c.add(LossUnread, lossTime, pointer, "", cell, "thời hạn không có đơn vị dính liền số tiền, không tách được", "a time without a unit and an amount, which cannot be told apart")
		t.Value, t.Note = cell, after
		t.Fees = []DocumentFee{{Amount: "? " + cell, Note: note}}
		return t
	case feeLine.MatchString(rest): // no time at all
	default:
		c.unread(pointer, cells)
		return t
	}
	t.Fees, rest = c.feeCells(pointer, rest)
	t.Note = strings.TrimSpace(rest)
	return t
}

// feeCells reads the fees of a row: one cell, or several that each say what they are,
// "Phí: 50.000 Đồng (…)Lệ phí: 20.000 Đồng". What speaks of fees without such a cell is
// the note of one that states nothing else.
func (c *cutter) feeCells(pointer, rest string) ([]DocumentFee, string) {
	var fees []DocumentFee
	for m := moneyCell.FindStringSubmatch(rest); m != nil && (fees == nil || m[1] != ""); m = moneyCell.FindStringSubmatch(rest) {
		fee := DocumentFee{Amount: m[3], Unit: m[4]}
		if m[3] == "" {
			fee.Amount = m[2]
		}
		fee.Note, rest = cutNote(strings.TrimLeft(rest[len(m[0]):], " "))
		fee.Note = strings.TrimSpace(m[1] + fee.Note)
		fees = append(fees, fee)
	}
	if len(fees) > 1 {
		return fees, rest
	}
	fee := DocumentFee{}
	if len(fees) == 1 {
		fee = fees[0]
	}
	lines, rest := c.feeLines(pointer, fee.Amount, rest)
	fee.Note = strings.TrimSpace(fee.Note + "\n" + lines)
	if fee == (DocumentFee{}) {
		return nil, rest
	}
	return []DocumentFee{fee}, rest
}

// feeLines takes the lines of a description that speak of fees. Where no fee is stated,
// only lines with amounts do.
func (c *cutter) feeLines(pointer, amount, text string) (lines, rest string) {
	var moved, kept []string
	for _, line := range strings.Split(text, "\n") {
		if len(amountsIn(norm.NFC.String(line))) > 0 || amount != notStated && feeLine.MatchString(line) {
			moved = append(moved, line)
		} else {
			kept = append(kept, line)
		}
	}
	if len(moved) == 0 {
		return "", text
	}
	lines = strings.TrimSpace(strings.Join(moved, "\n"))
	c.add(LossGuessed, lossGlued, pointer, "", lines, "mô tả nói về phí, lệ phí; coi là chú thích của khoản thu", "the description speaks of fees; it is taken for the note of the fee")
	return lines, strings.Join(kept, "\n")
}

// feeLine is a line that speaks of a fee from its begin.
var feeLine = regexp.MustCompile(`(?i)^[-+. (]*(lệ )?phí([ :,]|$)`)

// cutNote cuts the note in parentheses that begins a text; parentheses inside count, and
// those behind the letter of an item do not, "(a) … ; b) …)", unless nothing else closes
// the note.
func cutNote(text string) (note, rest string) {
	if !strings.HasPrefix(text, "(") {
		return "", text
	}
	end := noteEnd(text, true)
	if end < 0 {
		end = noteEnd(text, false)
	}
	if end < 0 {
		return text[1:], "" // it is never closed
	}
	return text[1:end], text[end+1:]
}

// noteEnd is where the parentheses that begin a text are closed; -1 if they never are.
func noteEnd(text string, items bool) int {
	depth := 0
	for i, r := range text {
		switch {
		case r == '(':
			depth++
		case r == ')' && items && itemMark.MatchString(text[max(0, i-itemMarkBytes):i]):
			// "b)" closes nothing
		case r == ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// itemMarkBytes is how far before a parenthesis the mark of an item is looked for.
const itemMarkBytes = 8

// itemMark ends in the letter of an item, at the begin or behind a sentence.
var itemMark = regexp.MustCompile(`(?:^\(|[.;:\n]\s*)[a-zđ]$`)

// quantity may end a row of the table of papers.
var quantity = regexp.MustCompile(`(\d+) bản chính(?:, ?(\d+) bản sao)?|(\d+) bản sao`)

// papers reads the tables of papers, one for each case.
func (c *cutter) papers(text string) []DocumentPapers {
	const pointer = "/thanh_phan_ho_so"
	body := plainText(c.stated(text))
	if body == "" {
		return nil
	}
	parts := strings.Split(body, paperHeading)
	if len(parts) == 1 {
		c.unread(pointer, body)
		return nil
	}
	c.add(LossDropped, lossChrome, pointer, "", strings.Repeat(paperHeading, len(parts)-1), "tiêu đề bảng", "the heading of a table")
	var out []DocumentPapers
	name := c.caseName(pointer, parts[0])
	for i, part := range parts[1:] {
		papers, rest := c.paperRows(pointer, part)
		if len(papers) > 0 {
			out = append(out, DocumentPapers{Case: name, Papers: papers})
		} else {
			c.unread(pointer, name)
		}
		if i < len(parts)-2 {
			name = c.caseName(pointer, rest)
		} else {
			c.unread(pointer, rest)
		}
	}
	return out
}

// paperRows reads the rows of one table, and returns what stands behind the last.
func (c *cutter) paperRows(pointer, part string) ([]DocumentPaper, string) {
	var papers []DocumentPaper
	from := 0
	for _, m := range quantity.FindAllStringSubmatchIndex(part, -1) {
		start, sure := countStart(part, m)
		if start <= from || m[0] < from || !rowEnds(part[m[1]:]) {
			continue
		}
		if !sure {
			c.add(LossGuessed, lossGlued, pointer, "", part[m[0]:m[1]], "số bản dính liền một số khác, lấy chữ số cuối", "a number of copies is glued to another number; its last digit was taken")
		}
		paper := c.paperCell(pointer, part[from:start])
		if m[2] >= 0 {
			paper.Originals = part[start:m[3]]
		} else {
			paper.Copies = part[start:m[7]]
		}
		paper.Copies += submatch(part, m, 2)
		papers = append(papers, paper)
		from = m[1]
	}
	return papers, part[from:]
}

// countStart is where the number of copies begins. The cell of a name is glued to it
// without a space, so that of digits behind a space, a stroke or a point only the last
// is the number; "01" behind a space is no cell at all.
func countStart(part string, m []int) (start int, sure bool) {
	digits := part[m[0] : strings.IndexByte(part[m[0]:], ' ')+m[0]]
	before := ' '
	if m[0] > 0 {
		before, _ = utf8.DecodeLastRuneInString(part[:m[0]])
	}
	switch {
	case len(digits) == 1 && !unicode.IsSpace(before) && before != '(':
		return m[0], true
	case digits[0] == '0' && len(digits) > 1, len(digits) == 1:
		return 0, true // words of a name: "01 bản chính", "(1 bản sao"
	case unicode.IsLetter(before) || before == ')':
		return m[0], true
	}
	return m[0] + len(digits) - 1, false
}

// rowEnds reports whether what follows a number of copies begins a new row.
func rowEnds(rest string) bool {
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(rest, unicode.IsSpace))
	return rest == "" || !unicode.IsLower(next) && !strings.ContainsRune(").,;:/", next) || startsItem(rest)
}

// startsItem reports whether a text begins with the letter of an item: "đ) Bản sao".
func startsItem(rest string) bool {
	_, size := utf8.DecodeRuneInString(rest)
	return len(rest) > size && rest[size] == ')'
}

func submatch(text string, m []int, i int) string {
	if m[2*i] < 0 {
		return ""
	}
	return text[m[2*i]:m[2*i+1]]
}

// caseName is the name of a case; "--" is none.
func (c *cutter) caseName(pointer, text string) string {
	text = strings.TrimSpace(text)
	if strings.Trim(text, "- ") == "" {
		if text != "" {
			c.add(LossDropped, lossChrome, pointer, "", text, "dấu thay cho tên trường hợp", "a mark instead of the name of a case")
		}
		return ""
	}
	return text
}

// formFile ends the name of a form.
var formFile = regexp.MustCompile(`(?i)\.(docx?|pdf|xlsx?|rar|zip|jpe?g|png|odt|rtf)\s*$`)

// paperCell cuts the name of a paper from the file of its form, which is glued to it.
func (c *cutter) paperCell(pointer, text string) DocumentPaper {
	text = strings.TrimSpace(text)
	if !formFile.MatchString(text) {
		return DocumentPaper{Name: text}
	}
	cut := boundary(text)
	c.add(LossGuessed, lossGlued, pointer, "", text, "tên giấy tờ dính liền tên tệp mẫu, tách bằng phỏng đoán", "the name of a paper is glued to the file of its form; cut by a guess")
	if cut == 0 {
		return DocumentPaper{Name: text, Form: text}
	}
	return DocumentPaper{Name: strings.TrimSpace(text[:cut]), Form: strings.TrimSpace(text[cut:])}
}

// boundary is the last place at which a word ends and another begins without a space:
// "khaiMẫu", "NA20).Mau", "sơMau so 1". The extension of the file is left aside.
func boundary(text string) int {
	end := strings.LastIndexByte(strings.TrimRight(text, " "), '.')
	cut := 0
	before := rune(0)
	for i, r := range text[:end] {
		small := unicode.IsLower(before) || strings.ContainsRune(").;:,”\"", before)
		if i > 0 && small && (unicode.IsUpper(r) || unicode.IsDigit(r) && before != '.' && before != ',' && !unicode.IsLower(before)) {
			cut = i
		}
		before = r
	}
	return cut
}

// actNumber is the number of an act.
var actNumber = regexp.MustCompile(`\d+(?:\.\d+)?(?:/\d{4})?/(?:QH\d{1,2}|[A-ZĐƯ]{2,}(?:[-–](?:QH\d{2}|[A-ZĐƯ]+))*)|\d+[-–][A-ZĐ]{2,}/[A-ZĐ]{2,}|Không số`)

// bases reads the table of legal bases: titles, each with the number of its act glued to
// it. A number that is followed by a space belongs to a title, and one that is followed
// by itself ends it.
func (c *cutter) bases(text string) []DocumentBasis {
	const pointer = "/can_cu_phap_ly"
	body := plainText(c.stated(text))
	if body == "" {
		return nil
	}
	body = c.headed(pointer, body, basisHeading)
	var out []DocumentBasis
	from := 0
	for _, m := range actNumber.FindAllStringIndex(body, -1) {
		start, end := afterYear(body, m[0], m[1]), giveBack(body, m[1])
		number := body[start:end]
		switch {
		case start < from:
			continue
		case strings.HasPrefix(body[end:], number):
			start, end = end, end+len(number)
		case !endsRow(body[end:]):
			continue
		}
		out = append(out, DocumentBasis{Title: strings.TrimSpace(body[from:start]), Number: number})
		from = end
	}
	if len(out) > 0 {
		c.add(LossGuessed, lossGlued, pointer, "", "", "tên và số văn bản dính liền, tách bằng phỏng đoán", "titles and numbers of acts are glued together; cut by a guess")
	}
	c.unread(pointer, body[from:])
	return out
}

const yearDigits = 4

// afterYear is where a number begins whose digits are glued to a year that ends the
// title: "Luật Khiếu nại năm 201102/2011/QH13".
func afterYear(body string, start, end int) int {
	digits := strings.IndexAny(body[start:end], "/-–")
	if digits > yearDigits && (strings.HasPrefix(body[start:], "19") || strings.HasPrefix(body[start:], "20")) {
		return start + yearDigits
	}
	return start
}

// organs are the abbreviations of bodies that issue acts; a title in capitals may be
// glued to one.
var organs = []string{
	"BLĐTBXH", "BNNPTNT", "BVHTTDL", "BGDĐT", "BKHCN", "BKHĐT", "BTNMT", "BTTTT", "BGTVT", "BNNMT", "NHNN", "VPCP", "TTCP", "BCA", "BCT", "BNG", "BNV", "BQP",
	"BTC", "BTP", "BXD", "BYT", "CP",
}

// giveBack takes the letters that begin the next title off a number.
func giveBack(body string, end int) int {
	segment := body[strings.LastIndexAny(body[:end], "-–/")+1 : end]
	for _, organ := range organs {
		if rest, ok := strings.CutPrefix(strings.TrimLeft(segment, "\x93\x80"), organ); ok {
			return end - len(rest)
		}
	}
	next, _ := utf8.DecodeRuneInString(body[end:])
	last, size := utf8.DecodeLastRuneInString(body[:end])
	if unicode.IsLower(next) && unicode.IsUpper(last) {
		return end - size
	}
	return end
}

// endsRow reports whether what follows a number begins a new row.
func endsRow(rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || !unicode.IsSpace(next) && !strings.ContainsRune(",.;:)”\"-–/", next)
}

var resultParts = regexp.MustCompile(`(?s)Mã: ?(.*?)Từ khóa(.*?)Mô tả`)

// chrome is what stands on the page behind its last part.
const chrome = "Chọn cơ quan thực hiện"

// results reads the results: a name, a code, keywords and a description each.
func (c *cutter) results(text string) []DocumentResult {
	const pointer = "/ket_qua_xu_ly"
	body := plainText(c.stated(text))
	if i := strings.Index(body, chrome); i >= 0 {
		c.add(LossDropped, lossChrome, pointer, "", body[i:], "nút bấm của trang", "buttons of the page")
		body = body[:i]
	}
	var out []DocumentResult
	from := 0
	starts := resultParts.FindAllStringSubmatchIndex(body, -1)
	for i, m := range starts {
		name := strings.TrimSpace(body[from:m[0]])
		result := DocumentResult{Name: name, Code: strings.TrimSpace(body[m[2]:m[3]])}
		if result.Code == notStated {
			result.Code = ""
		}
		if words := strings.TrimSpace(body[m[4]:m[5]]); words != notStated && words != "" {
			c.add(LossDropped, lossMember, pointer, "", words, "từ khóa của kết quả không giữ", "the keywords of a result are not kept")
		}
		rest := body[m[1]:]
		if i+1 < len(starts) {
			rest = body[m[1]:starts[i+1][0]]
		}
		from = m[1]
		if strings.HasPrefix(rest, notStated) {
			from += len(notStated)
		} else if i+1 == len(starts) {
			result.Note, from = strings.TrimSpace(rest), len(body)
		} else {
			c.add(LossGuessed, lossGlued, pointer, "", rest, "mô tả dính liền tên kết quả sau", "a description is glued to the name of the next result")
		}
		out = append(out, result)
	}
	if rest := strings.TrimSpace(body[from:]); rest != "" {
		out = append(out, DocumentResult{Name: rest})
	}
	return out
}
