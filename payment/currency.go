package payment

import (
	"fmt"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
)

// Currency is a currency by its ISO 4217 code. The zero value is none.
type Currency uint8

// The currencies that programs name. All that fees, visas and the State Bank's
// procedures meet are rows of one table; the others are had by [ParseCurrency].
const (
	VND Currency = iota + 1 // Vietnamese đồng; no minor unit in use
	USD                     // US dollar, of 100 cents
	EUR                     // euro, of 100 cents
	JPY                     // Japanese yen; no minor unit
)

// currencyRow is what is known of a currency.
type currencyRow struct {
	code   string
	digits int         // of the minor unit, ISO 4217
	sign   motcua.Text // for people
	name   motcua.Text // in words
	minor  motcua.Text // name of the minor unit, where there is one
}

// currencyRows are all currencies; the first are those of the constants, in their
// order. Codes and digits are those of ISO 4217, signs those in common use.
var currencyRows = [...]currencyRow{
	{"VND", 0, motcua.Text{Vi: "₫", En: "₫"}, motcua.Text{Vi: "đồng", En: "đồng"}, motcua.Text{}},
	{"USD", 2, motcua.Text{Vi: "US$", En: "$"}, motcua.Text{Vi: "đô la Mỹ", En: "US dollars"}, motcua.Text{Vi: "xu", En: "cents"}},
	{"EUR", 2, motcua.Text{Vi: "€", En: "€"}, motcua.Text{Vi: "ơ rô", En: "euros"}, motcua.Text{Vi: "xu", En: "cents"}},
	{"JPY", 0, motcua.Text{Vi: "JP¥", En: "¥"}, motcua.Text{Vi: "yên Nhật", En: "yen"}, motcua.Text{}},
	{"CNY", 2, motcua.Text{Vi: "CN¥", En: "CN¥"}, motcua.Text{Vi: "nhân dân tệ", En: "yuan"}, motcua.Text{Vi: "phân", En: "fen"}},
	{"KRW", 0, motcua.Text{Vi: "₩", En: "₩"}, motcua.Text{Vi: "won Hàn Quốc", En: "won"}, motcua.Text{}},
	{"GBP", 2, motcua.Text{Vi: "£", En: "£"}, motcua.Text{Vi: "bảng Anh", En: "pounds"}, motcua.Text{Vi: "xu", En: "pence"}},
	{"AUD", 2, motcua.Text{Vi: "A$", En: "A$"}, motcua.Text{Vi: "đô la Úc", En: "Australian dollars"}, motcua.Text{Vi: "xu", En: "cents"}},
	{"CAD", 2, motcua.Text{Vi: "CA$", En: "CA$"}, motcua.Text{Vi: "đô la Canada", En: "Canadian dollars"}, motcua.Text{Vi: "xu", En: "cents"}},
	{"CHF", 2, motcua.Text{Vi: "CHF", En: "CHF"}, motcua.Text{Vi: "franc Thụy Sĩ", En: "Swiss francs"}, motcua.Text{Vi: "xu", En: "centimes"}},
	{"SGD", 2, motcua.Text{Vi: "S$", En: "S$"}, motcua.Text{Vi: "đô la Singapore", En: "Singapore dollars"}, motcua.Text{Vi: "xu", En: "cents"}},
	{"HKD", 2, motcua.Text{Vi: "HK$", En: "HK$"}, motcua.Text{Vi: "đô la Hồng Kông", En: "Hong Kong dollars"}, motcua.Text{Vi: "xu", En: "cents"}},
	{"TWD", 2, motcua.Text{Vi: "NT$", En: "NT$"}, motcua.Text{Vi: "đô la Đài Loan", En: "New Taiwan dollars"}, motcua.Text{Vi: "xu", En: "cents"}},
	{"THB", 2, motcua.Text{Vi: "฿", En: "฿"}, motcua.Text{Vi: "bạt Thái", En: "baht"}, motcua.Text{Vi: "xa tang", En: "satang"}},
	{"LAK", 2, motcua.Text{Vi: "₭", En: "₭"}, motcua.Text{Vi: "kíp Lào", En: "kip"}, motcua.Text{Vi: "át", En: "att"}},
	{"KHR", 2, motcua.Text{Vi: "៛", En: "៛"}, motcua.Text{Vi: "riên Campuchia", En: "riels"}, motcua.Text{Vi: "xen", En: "sen"}},
	{"MYR", 2, motcua.Text{Vi: "RM", En: "RM"}, motcua.Text{Vi: "ringgit Malaysia", En: "ringgit"}, motcua.Text{Vi: "xen", En: "sen"}},
	{"RUB", 2, motcua.Text{Vi: "₽", En: "₽"}, motcua.Text{Vi: "rúp Nga", En: "roubles"}, motcua.Text{Vi: "cô pếch", En: "kopecks"}},
}

var currencies = enum.New[Currency]("currency", currencyCodes()...)

func currencyCodes() []string {
	codes := make([]string, len(currencyRows))
	for i, r := range currencyRows {
		codes[i] = r.code
	}
	return codes
}

// row is what is known of c; nothing of one that has no code.
func (c Currency) row() currencyRow {
	if i := int(c) - 1; i >= 0 && i < len(currencyRows) {
		return currencyRows[i]
	}
	return currencyRow{}
}

// Digits returns the number of decimals of the minor unit: 0 for đồng, 2 for dollars.
func (c Currency) Digits() int { return c.row().digits }

// Name returns the name of the currency in words; empty for none.
func (c Currency) Name() motcua.Text { return c.row().name }

// String returns the code, or "currency(n)" where there is none.
func (c Currency) String() string { return currencies.String(c) }

// MarshalText writes the code; none is an error.
func (c Currency) MarshalText() ([]byte, error) { return currencies.Append(nil, c) }

// UnmarshalText reads a code; an unknown one is an error and changes nothing.
func (c *Currency) UnmarshalText(text []byte) error { return currencies.Unmarshal(c, text) }

// ParseCurrency reads the ISO 4217 code of a currency in capital letters; any other
// text is a [*motcua.ParseError].
func ParseCurrency(s string) (Currency, error) {
	c := currencyOf(s)
	if c == 0 {
		return 0, &motcua.ParseError{Kind: "currency", Input: s, Err: fmt.Errorf("want one of %q", currencies.Names())}
	}
	return c, nil
}

// currencyOf finds a currency by its code; zero is none.
func currencyOf(code string) Currency {
	for i := range currencyRows {
		if currencyRows[i].code == code {
			return Currency(i + 1)
		}
	}
	return 0
}
