package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/payment"
)

// Fee is a fee as it could be read.
type Fee struct {
	Stated bool            // whether anything is stated at all
	Amount *payment.Money  // what the cell says; 0 where it is free; nil if unread
	Unit   string          // unit of count by a code of package fee; "" once a filing
	Doubt  string          // why the row cannot be used as it stands; see [fee.Row]
	Note   []payment.Money // further amounts of the note, each once, in its order
}

// ParseFee reads a fee as catalogues write it, an amount with a currency, and the note
// beside it: "70,000 Việt Nam Đồng" and "70.000đ/lần" are both seventy thousand, since
// đồng have no decimals; "25 USD" is dollars; "Miễn phí" is free; "Không có thông tin"
// states nothing. Where the note contradicts the cell, the fee is in doubt, for the first
// of these reasons that holds: "currency" for đồng beside dollars; "unit" for an amount
// too small to be one of đồng; "conflict" for free beside an amount, beside words that
// the level is set elsewhere, or beside those to whom it is limited; "choice" for several
// amounts or a percentage of one; "conflict" for another amount than that of the cell;
// "choice" for one that ends on a day, that is limited to a case ("đối với tàu nhóm I"),
// that is lowered or waived for some, or beside another one in words ("1,5 triệu đồng");
// "unit" for a unit of count nobody listed; "unreadable" for the rest.
func ParseFee(amount, note string) Fee {
	cell := strings.Join(strings.Fields(norm.NFC.String(amount)), " ")
	note = strings.Join(strings.Fields(norm.NFC.String(note)), " ")
	found := amountsIn(note)
	f := Fee{Note: distinct(found)}
	switch {
	case cell == "" && note == "", strings.EqualFold(cell, notStated) && len(found) == 0:
		return Fee{}
	case strings.EqualFold(cell, notStated), cell == "":
		f.Stated, f.Doubt = true, "unreadable"
		return f
	case freeWord.MatchString(cell):
		zero := payment.MustMoney("0 VND")
		f.Stated, f.Amount = true, &zero
		if notFree(found, note) {
			f.Doubt = "conflict"
		}
		return f
	}
	f.Stated = true
	own := amountsIn(cell)
	if len(own) != 1 || own[0].text != cell {
		f.Doubt = "unreadable"
		return f
	}
	f.Amount = &own[0].money
	f.judge(own[0], found, note)
	if f.Amount.Sign() == 0 && f.Doubt == "" && notFree(found, note) {
		f.Doubt = "conflict"
	}
	return f
}

var (
	freeWord     = regexp.MustCompile(`(?i)^(miễn phí|miễn lệ phí|không thu phí|không mất phí|không thu|0 đồng)$`)
	setElsewhere = regexp.MustCompile(`(?i)mức (thu|phí|lệ phí)|hội đồng nhân dân|hđnd|chưa (có )?quy định|theo quy định|thông tư|nghị định|nghị quyết`)
	// onRequest is a sentence on what is paid for copies that somebody asks for beside.
	onRequest = regexp.MustCompile(`(?i)phí [^.]*\(nếu có yêu cầu\)[^.]*(\.|$)`)
	// limited says to whom or when it is free, so that others pay.
	limited = regexp.MustCompile(`(?i)miễn ?(thu )?(lệ )?(phí)? ?:? ?(đối với|cho |(kể )?từ )`)
	// freed is an amount that is not taken for a while.
	freed    = regexp.MustCompile(`(?i)miễn ?(thu )?(lệ )?(phí)? ?(kể )?từ `)
	paid     = regexp.MustCompile(`(?i)(không |chưa )?(phải )?(trả|nộp) (lệ )?phí`)
	percent  = regexp.MustCompile(`(?i)\d ?%`)
	caseFree = regexp.MustCompile(`(?i): ?(không|không thu|miễn phí|miễn lệ phí)($|[.;,] ?|\))`)
	// bare is a level that bears no currency.
	bare = regexp.MustCompile(`(?i)(?:phí|mức thu) ?: ?(\d{1,3}(?:[.,]\d{3})+)(?: ?[^\d.,\p{L} ]|$)|(\d{1,3}(?:[.,]\d{3})+) ?/ ?\p{L}`)
	// inWords is a level whose thousands are a word.
	inWords = regexp.MustCompile(`(?i)\d ?(trăm|nghìn|ngàn|triệu)`)
	// dated is a level that ends on a day, and what holds after it is another.
	dated   = regexp.MustCompile(`(?i)đến (hết )?(ngày )?\d{1,2}(/\d{1,2}/\d{4}| tháng \d{1,2} năm)`)
	dollars = regexp.MustCompile(`(?i)usd|\$|đô la`)
	// local says that the level is set where one lives.
	local = regexp.MustCompile(`(?i)(hội đồng nhân dân|hđnd)[^.;]*(quyết định|quy định|ban hành)`)
)

// notFree reports whether a note contradicts that something is free.
func notFree(found []amountIn, note string) bool {
	owed := func(a amountIn) bool { return a.money.Sign() > 0 }
	for _, words := range paid.FindAllString(note, -1) {
		if w := strings.ToLower(words); !strings.HasPrefix(w, "không") && !strings.HasPrefix(w, "chưa") {
			return true
		}
	}
	return slices.ContainsFunc(found, owed) || malformed(note) || limitedTo(note) || otherInWords(payment.MustMoney("0 VND"), note) || slices.ContainsFunc([]*regexp.Regexp{bare, inWords, dollars, percent, limited}, func(words *regexp.Regexp) bool {
		return words.MatchString(note)
	}) || setElsewhere.MatchString(onRequest.ReplaceAllString(note, ""))
}

// leastDong is the least amount in đồng that anybody charges; below it the thousands
// were left out. The smallest coin in use was 200 đồng, the smallest fee seen 1,000.
const leastDong = 1000

// judge holds the amount of a cell against its note.
func (f *Fee) judge(own amountIn, found []amountIn, note string) {
	f.Unit = countedBy(own, found, note)
	others := len(f.Note)
	if slices.Contains(f.Note, own.money) {
		others--
	}
	dong := own.money.Currency() == payment.VND
	switch {
	case dong && dollars.MatchString(note), !dong && slices.ContainsFunc(found, func(a amountIn) bool { return a.money.Currency() == payment.VND }):
		f.Doubt = "currency"
	case dong && own.money.Sign() > 0 && own.money.Minor() < leastDong:
		f.Doubt = "unit"
	case freed.MatchString(note), local.MatchString(note):
		f.Doubt = "conflict"
	case others > 1, others == 1 && len(f.Note) > 1, percent.MatchString(note), caseFree.MatchString(note), otherBare(own, note):
		f.Doubt = "choice"
	case others == 1, malformed(note):
		f.Doubt = "conflict"
	case changed(own.money, note):
		f.Doubt = "choice"
	case f.Unit == unknownUnit:
		f.Doubt = "unit"
	}
	if f.Unit == unknownUnit {
		f.Unit = ""
	}
}

// otherBare reports whether a note states a level without a currency that is not the
// amount of the cell.
func otherBare(own amountIn, note string) bool {
	return slices.ContainsFunc(bare.FindAllStringSubmatch(note, -1), func(m []string) bool {
		return own.money.Currency() != payment.VND || strings.TrimLeft(digitsOf(m[1]+m[2]), "0") != strconv.FormatInt(own.money.Minor(), 10)
	})
}

// countedBy is the code of the unit an amount is counted by: that of the cell, that of the
// same amount in the note, what the note begins with, or the one unit all of its amounts
// have; "" for none.
func countedBy(own amountIn, found []amountIn, note string) string {
	if own.unit != "" {
		return own.unit
	}
	for _, a := range found {
		if a.money == own.money && a.unit != "" {
			return a.unit
		}
	}
	if m := perNote.FindStringSubmatch(note); m != nil {
		return unitOf(m[1])
	}
	if words := strings.Trim(note, "() ."); len(words) <= shortNote && unitOf(words) != unknownUnit {
		return unitOf(words)
	}
	if m := wrongNumber.FindStringSubmatch(note); m != nil && len(found) == 0 && m[2] != "" {
		return unitOf(m[2])
	}
	unit := ""
	for i, a := range found {
		if i > 0 && a.unit != unit {
			return ""
		}
		unit = a.unit
	}
	return unit
}

// shortNote is the length of a note that says but a unit: "lần cấp", "(hồ sơ)".
const shortNote = 24

// perNote is a note that goes on where the amount of the cell ended: "/lần", "đồng/lần".
var perNote = regexp.MustCompile(`(?i)^\(?(?:(?:việt nam đồng|đồng|vnđ|đ)? ?/ ?|(?:trên|mỗi|tính trên) 0?1 )(.*)`)

// amountIn is an amount found in a text.
type amountIn struct {
	text  string // all of it
	unit  string // code of the unit behind it, "70.000đ/lần"; "" for none
	money payment.Money
}

// amountText finds amounts that bear a currency; their words and what they count may
// follow: "35.000.000 đồng (ba mươi lăm triệu đồng)/lần".
var amountText = regexp.MustCompile(`(?i)(\d{1,3}(?:[.,\x{a0} ]\d{3})+|\d+)[.,]?-?\s?(?:\([\p{L} ]*\) )?(việt nam đồng|vn[đð]|vnd|[đð]ồng|[đð]|usd|đô la mỹ|us\$)(?:(?: ?\([^()]*\))? ?/ ?([\p{L}\d][\p{L}\d ]{0,23}))?`)

// wrongNumber is a number before a currency whose groups are not of three digits.
var wrongNumber = regexp.MustCompile(`(?i)(\d+(?:[.,]\d+)+)\s?(?:việt nam đồng|vnđ|vnd|đồng)(?: ?/ ?([\p{L}\d][\p{L}\d ]{0,23}))?`)
var rightNumber = regexp.MustCompile(`^\d{1,3}(?:[.,]\d{3})+$`)

// malformed reports whether a note holds an amount that cannot be read:
// "15.000.0000 đồng".
func malformed(note string) bool {
	return slices.ContainsFunc(wrongNumber.FindAllStringSubmatch(note, -1), func(m []string) bool { return !rightNumber.MatchString(m[1]) })
}

// amountsIn finds the amounts of a text, in their order.
func amountsIn(text string) []amountIn {
	var out []amountIn
	for _, at := range amountText.FindAllStringSubmatchIndex(text, -1) {
		if at[0] > 0 && strings.IndexByte(".,/", text[at[0]-1]) >= 0 || wordGoesOn(text[at[4]:at[5]], text[at[5]:]) {
			continue // part of another number, or the currency is the begin of a word
		}
		currency := payment.VND
		if word := strings.ToLower(text[at[4]:at[5]]); word == "usd" || word == "us$" || word == "đô la mỹ" {
			currency = payment.USD
		}
		digits := digitsOf(text[at[2]:at[3]])
		digits = strings.TrimLeft(digits[:len(digits)-1], "0") + digits[len(digits)-1:]
		m, err := payment.ParseAmount(digits, currency)
		if err != nil {
			continue
		}
		a := amountIn{text: text[at[0]:at[1]], money: m}
		if at[6] >= 0 {
			a.unit = unitOf(text[at[6]:at[7]])
		}
		out = append(out, a)
	}
	return out
}

// digitsOf takes the marks of thousands off.
func digitsOf(number string) string {
	return strings.NewReplacer(".", "", ",", "", "\u00a0", "", " ", "").Replace(number)
}

// wordGoesOn reports whether what looked like a currency is the begin of a word: "khoản 1
// Điều 2". A capital behind a whole word is the begin of the next, glued to it.
func wordGoesOn(currency, rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLower(next) || unicode.IsUpper(next) && utf8.RuneCountInString(currency) == 1
}

func distinct(found []amountIn) []payment.Money {
	var out []payment.Money
	for _, a := range found {
		if !slices.Contains(out, a.money) {
			out = append(out, a.money)
		}
	}
	return out
}

const unknownUnit = "?"

// unitOf is the code of a unit of count by the words that begin a text; unknownUnit for
// words nobody listed.
func unitOf(words string) string {
	words = strings.ToLower(strings.TrimSpace(strings.TrimLeft(words, "0123456789 ")))
	best, code := 0, unknownUnit
	for _, u := range fee.Standard().Units {
		name := strings.ToLower(u.Text.Vi)
		rest, ok := strings.CutPrefix(words, name)
		next, _ := utf8.DecodeRuneInString(rest)
		if ok && !unicode.IsLetter(next) && len(name) > best {
			best, code = len(name), u.Code
		}
	}
	return code
}

// kindOf tells phí from lệ phí by the words of a note; false where it does not say.
func kindOf(note string) (payment.Kind, bool) {
	lower := strings.ToLower(norm.NFC.String(note))
	lePhi := strings.Contains(lower, "lệ phí")
	phi := strings.Contains(strings.ReplaceAll(strings.ReplaceAll(lower, "lệ phí", ""), "miễn phí", ""), "phí")
	switch {
	case lePhi && !phi:
		return payment.KindLePhi, true
	case phi && !lePhi:
		return payment.KindPhi, true
	}
	return payment.KindLePhi, false
}

var practice = motcua.Source{Basis: motcua.BasisPractice, Note: motcua.Text{
	Vi: "danh mục của Cổng Dịch vụ công quốc gia; văn bản quy định mức thu không nêu riêng", En: "catalogue of the national portal; it does not say which act sets the fee",
}}
