package intake

import (
	"regexp"
	"slices"
	"strings"

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
// states nothing. Where the note contradicts the cell, the fee is in doubt: "conflict" for
// free beside an amount or beside a rule that sets one, or for another amount than that of
// the cell; "choice" for several amounts; "currency" for đồng beside dollars; "unit" for an
// amount too small to be one of đồng, or a unit of count nobody listed; "unreadable" for
// the rest.
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
		if len(found) > 0 && slices.ContainsFunc(found, func(a amountIn) bool { return a.money.Sign() > 0 }) || setElsewhere.MatchString(note) {
			f.Doubt = "conflict"
		}
		return f
	}
	f.Stated = true
	own := amountsIn(cell)
	if len(own) != 1 || own[0].text != cell && own[0].text+own[0].per != cell {
		f.Doubt = "unreadable"
		return f
	}
	f.Amount = &own[0].money
	f.judge(own[0], found, note)
	return f
}

var (
	freeWord     = regexp.MustCompile(`(?i)^(miễn phí|miễn lệ phí|không thu phí|không mất phí|không thu|0 đồng)$`)
	setElsewhere = regexp.MustCompile(`(?i)mức (thu|phí|lệ phí)|hội đồng nhân dân|hđnd|chưa (có )?quy định|theo quy định|thông tư|nghị định|nghị quyết`)
)

// leastDong is the least amount in đồng that anybody charges; below it the thousands
// were left out. The smallest coin in use was 200 đồng, the smallest fee seen 1,000.
const leastDong = 1000

// judge holds the amount of a cell against its note.
func (f *Fee) judge(own amountIn, found []amountIn, note string) {
	f.Unit = own.unit
	same := 0
	for _, a := range found {
		if a.money == own.money {
			same++
			if f.Unit == "" {
				f.Unit = a.unit
			}
		}
	}
	if f.Unit == "" && len(found) == 0 {
		f.Unit = unitOf(strings.TrimPrefix(note, "/"))
		if !strings.HasPrefix(note, "/") {
			f.Unit = ""
		}
	}
	others := len(f.Note)
	if same > 0 {
		others--
	}
	switch {
	case own.money.Currency() == payment.VND && slices.ContainsFunc(found, func(a amountIn) bool { return a.money.Currency() != payment.VND }):
		f.Doubt = "currency"
	case own.money.Currency() == payment.VND && own.money.Sign() > 0 && own.money.Minor() < leastDong:
		f.Doubt = "unit"
	case others > 1 || others == 1 && same > 0:
		f.Doubt = "choice"
	case others == 1:
		f.Doubt = "conflict"
	case f.Unit == unknownUnit:
		f.Doubt, f.Unit = "unit", ""
	}
	if f.Unit == unknownUnit {
		f.Unit = ""
	}
}

// amountIn is an amount found in a text.
type amountIn struct {
	text  string // the amount and its currency
	per   string // what follows it: "/lần"
	unit  string // code of that unit
	money payment.Money
}

// amountText finds amounts that bear a currency.
var amountText = regexp.MustCompile(`(?i)(\d{1,3}(?:[.,\x{a0} ]\d{3})+|\d+)\s?(việt nam đồng|vnđ|vnd|đồng|đ|usd|đô la mỹ|us\$)(?:/([\p{L}\d ]{1,24}))?`)

// amountsIn finds the amounts of a text, in their order.
func amountsIn(text string) []amountIn {
	var out []amountIn
	for _, at := range amountText.FindAllStringSubmatchIndex(text, -1) {
		group := func(i int) string {
			if at[2*i] < 0 {
				return ""
			}
			return text[at[2*i]:at[2*i+1]]
		}
		if at[0] > 0 && (text[at[0]-1] == '.' || text[at[0]-1] == ',' || text[at[0]-1] == '/') || wordGoesOn(text[at[5]:]) {
			continue // part of another number, or the currency is the begin of a word
		}
		currency := payment.VND
		if word := strings.ToLower(group(2)); word == "usd" || word == "us$" || word == "đô la mỹ" {
			currency = payment.USD
		}
		digits := strings.NewReplacer(".", "", ",", "", "\u00a0", "", " ", "").Replace(group(1))
		digits = strings.TrimLeft(digits[:len(digits)-1], "0") + digits[len(digits)-1:]
		m, err := payment.ParseAmount(digits, currency)
		if err != nil {
			continue
		}
		a := amountIn{text: text[at[0]:at[5]], money: m}
		if per := group(3); per != "" {
			a.per, a.unit = "/"+per, unitOf(per)
		}
		out = append(out, a)
	}
	return out
}

// wordGoesOn reports whether a text goes on with a letter, so that what stood before is
// no word of its own.
func wordGoesOn(rest string) bool {
	for _, r := range rest {
		return r == 'ồ' || r == 'Ồ' || r == 'ị' || r == 'ă' || r == 'i' || r == 'ã' || r == 'ạ' || r == 'ể' || r == 'ư' || r == 'ố'
	}
	return false
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
		if strings.HasPrefix(words, name) && len(name) > best {
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
