package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/motcua/motcua/payment"
)

var paymentWordsCommand = command{
	name:  "payment words",
	args:  "AMOUNT",
	short: "write an amount in Vietnamese words, as receipts have it",
	long: `
Writes the text alone:

  motcua payment words 25000                    Hai mươi lăm nghìn đồng
  motcua payment words 25.50 --currency USD     Hai mươi lăm đô la Mỹ năm mươi xu
  motcua payment words -15                      Âm mười lăm đồng

AMOUNT is digits, with a point before decimals where the currency has them; where it has
none, as đồng, points between thousands are taken: 1.005.021.015. JSON is
{"amount":{"amount","currency"},"words"}.`,
	run: runPaymentWords,
}

func runPaymentWords(s *session) error {
	code := s.flags.String("currency", payment.VND.String(), "`CODE` of the currency, ISO 4217")
	if i := slices.IndexFunc(s.args, negative); i >= 0 && !slices.Contains(s.args[:i], "--") {
		amount := s.args[i]
		s.args = append(slices.Delete(slices.Clone(s.args), i, i+1), "--", amount)
	}
	if err := s.parse(1, 1); err != nil {
		return err
	}
	if s.format == "csv" {
		return usagef("--format csv: words are a line of text, or json")
	}
	currency, err := payment.ParseCurrency(*code)
	if err != nil {
		return usagef("--currency: %v", err)
	}
	text := s.args[0]
	if currency.Digits() == 0 && inThousands(text) {
		text = strings.ReplaceAll(text, ".", "")
	}
	amount, err := payment.ParseAmount(text, currency)
	if err != nil {
		return usagef("%v", err)
	}
	if s.format == "json" {
		return s.encode(s.out, struct {
			Amount payment.Money `json:"amount"`
			Words  string        `json:"words"`
		}{amount, amount.Words()})
	}
	_, err = fmt.Fprintln(s.out, amount.Words())
	return err
}

// negative reports whether an argument is a number below 0, which would be read as a
// flag: no flag begins with a digit.
func negative(arg string) bool {
	return len(arg) > 1 && arg[0] == '-' && arg[1] >= '0' && arg[1] <= '9'
}

// inThousands reports whether an amount is written with points between groups of three,
// which can be no decimals where the currency has none.
func inThousands(text string) bool {
	groups := strings.Split(strings.TrimPrefix(text, "-"), ".")
	for i, g := range groups {
		if len(g) != 3 && (i > 0 || len(g) == 0 || len(g) > 3) {
			return false
		}
	}
	return len(groups) > 1
}
