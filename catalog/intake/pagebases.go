package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

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
	segment := strings.TrimLeft(body[max(strings.LastIndexAny(body[:end], "-–/"), 0):end], "-–/")
	for _, organ := range organs {
		if rest, ok := strings.CutPrefix(segment, organ); ok {
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
