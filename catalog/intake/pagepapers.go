package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

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
		if adviceHeading.MatchString(name) {
			c.advice(pointer, name, papers)
		} else if len(papers) > 0 {
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

// What stands above a table without being a case: what the list is, and advice.
var (
	listHeading   = regexp.MustCompile(`(?i)^[^\pL]*((các )?giấy tờ (phải |cần )?(nộp|xuất trình)|thành phần( hồ sơ)?|hồ sơ (bao )?gồm|bao gồm|gồm( có)?|số lượng hồ sơ)`)
	adviceHeading = regexp.MustCompile(`(?i)^[^\pL]*(lưu ý|ghi chú|chú ý)`)
	namesCase     = regexp.MustCompile(`(?i)trường hợp|đối với|khi `)
)

// caseName is the name of a case; "--" is none, and neither is a heading that says what
// the list is.
func (c *cutter) caseName(pointer, text string) string {
	text = strings.TrimSpace(text)
	switch {
	case strings.Trim(text, "- ") == "":
		if text != "" {
			c.add(LossDropped, lossChrome, pointer, "", text, "dấu thay cho tên trường hợp", "a mark instead of the name of a case")
		}
		return ""
	case listHeading.MatchString(text) && !namesCase.MatchString(text):
		c.add(LossDropped, lossText, pointer, "", text, "tiêu đề của danh sách, không phải trường hợp", "the heading of a list, not a case")
		return ""
	}
	return text
}

// advice reports the rows of a table that is headed as advice: they are no papers.
func (c *cutter) advice(pointer, name string, papers []DocumentPaper) {
	for _, p := range papers {
		text := p.Name
		if p.Form != "" && p.Form != p.Name {
			text += p.Form
		}
		if p.Originals != "" {
			text += p.Originals + " bản chính"
		}
		if p.Copies != "" {
			text += "," + p.Copies + " bản sao"
		}
		c.unread(pointer, text)
	}
	c.unread(pointer, name)
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
