package qr

import "strings"

// A list is a list of objects: the root of a code, or a template.
type list uint8

const (
	listRoot        list = iota // the code itself
	listAccount                 // an account of some scheme (26 to 51)
	listNapas                   // the account of NAPAS (38)
	listBeneficiary             // the beneficiary within it (38/01)
	listAdditional              // additional data (62)
	listLanguage                // name and city in another alphabet (64)
	listForeign                 // of some scheme (62/50 to 62/99, 80 to 99)
)

// An alphabet says which characters a value may have.
type alphabet uint8

const (
	digits    alphabet = iota // 0 to 9 (EMVCo N)
	amount                    // digits, and a point between them
	printable                 // printable ASCII (EMVCo ans)
	unicoded                  // all but control characters (EMVCo S)
	sum                       // the check sum, looked at by itself
)

// A row is what is known of the objects from one id to another in a list.
type row struct {
	in       list
	from, to string
	alphabet alphabet
	min, max int  // characters
	inner    list // of a template
	template bool
	reserved bool // nobody may use it yet
}

// rows are those of EMVCo QRCPS Merchant-Presented Mode 1.1, and for the account of
// NAPAS those of its QR format (Technical Specifications on NAPAS QR Switching 1.5.2,
// January 2021, part IV).
var rows = [...]row{
	{in: listRoot, from: "00", to: "00", alphabet: digits, min: 2, max: 2},                                // payload format indicator
	{in: listRoot, from: "01", to: "01", alphabet: digits, min: 2, max: 2},                                // point of initiation
	{in: listRoot, from: "02", to: "25", alphabet: printable, min: 1, max: 99},                            // accounts of card schemes
	{in: listRoot, from: "26", to: "51", alphabet: unicoded, max: 99, template: true, inner: listAccount}, // accounts of other schemes
	{in: listRoot, from: "52", to: "52", alphabet: digits, min: 4, max: 4},                                // merchant category
	{in: listRoot, from: "53", to: "53", alphabet: digits, min: 3, max: 3},                                // currency
	{in: listRoot, from: "54", to: "54", alphabet: amount, min: 1, max: 13},                               // amount
	{in: listRoot, from: "55", to: "55", alphabet: digits, min: 2, max: 2},                                // tip or fee
	{in: listRoot, from: "56", to: "56", alphabet: amount, min: 1, max: 13},                               // fee, fixed
	{in: listRoot, from: "57", to: "57", alphabet: amount, min: 1, max: 5},                                // fee, percent
	{in: listRoot, from: "58", to: "58", alphabet: printable, min: 2, max: 2},                             // country
	{in: listRoot, from: "59", to: "59", alphabet: printable, min: 1, max: 25},                            // name
	{in: listRoot, from: "60", to: "60", alphabet: printable, min: 1, max: 15},                            // city
	{in: listRoot, from: "61", to: "61", alphabet: printable, min: 1, max: 10},                            // postal code
	{in: listRoot, from: "62", to: "62", alphabet: unicoded, max: 99, template: true, inner: listAdditional},
	{in: listRoot, from: "63", to: "63", alphabet: sum, min: 4, max: 4},
	{in: listRoot, from: "64", to: "64", alphabet: unicoded, max: 99, template: true, inner: listLanguage},
	{in: listRoot, from: "65", to: "79", alphabet: unicoded, min: 1, max: 99, reserved: true},
	{in: listRoot, from: "80", to: "99", alphabet: unicoded, max: 99, template: true, inner: listForeign},

	{in: listAccount, from: "00", to: "00", alphabet: printable, min: 1, max: 32}, // whose scheme it is
	{in: listAccount, from: "01", to: "99", alphabet: unicoded, min: 1, max: 99},

	{in: listNapas, from: "00", to: "00", alphabet: printable, min: 1, max: 32},
	{in: listNapas, from: "01", to: "01", alphabet: printable, max: 99, template: true, inner: listBeneficiary},
	{in: listNapas, from: "02", to: "02", alphabet: printable, min: 1, max: 10}, // service
	{in: listNapas, from: "03", to: "99", alphabet: unicoded, min: 1, max: 99, reserved: true},

	{in: listBeneficiary, from: "00", to: "00", alphabet: digits, min: 6, max: 6},     // BIN of the bank
	{in: listBeneficiary, from: "01", to: "01", alphabet: printable, min: 1, max: 19}, // account or card
	{in: listBeneficiary, from: "02", to: "99", alphabet: unicoded, min: 1, max: 99, reserved: true},

	{in: listAdditional, from: "01", to: "08", alphabet: printable, min: 1, max: 25}, // bill, mobile, store, loyalty, reference, customer, terminal, purpose
	{in: listAdditional, from: "09", to: "09", alphabet: printable, min: 1, max: 3},  // what is asked of the payer
	{in: listAdditional, from: "10", to: "49", alphabet: unicoded, min: 1, max: 99, reserved: true},
	{in: listAdditional, from: "50", to: "99", alphabet: unicoded, max: 99, template: true, inner: listForeign},

	{in: listLanguage, from: "00", to: "00", alphabet: printable, min: 2, max: 2}, // language
	{in: listLanguage, from: "01", to: "01", alphabet: unicoded, min: 1, max: 25}, // name
	{in: listLanguage, from: "02", to: "02", alphabet: unicoded, min: 1, max: 15}, // city
	{in: listLanguage, from: "03", to: "99", alphabet: unicoded, min: 1, max: 99, reserved: true},

	{in: listForeign, from: "00", to: "00", alphabet: printable, min: 1, max: 32},
	{in: listForeign, from: "01", to: "99", alphabet: unicoded, min: 1, max: 99},
}

// napas begins the account of NAPAS: the AID under which it is registered.
const napas = "0010" + aid

const aid = "A000000727"

// rowOf finds the row of an object; the value tells whose account it is.
func rowOf(in list, id, value string) row {
	for _, r := range rows {
		if r.in == in && r.from <= id && id <= r.to {
			if in == listRoot && id == "38" && strings.HasPrefix(value, napas) {
				r.inner = listNapas
			}
			return r
		}
	}
	return row{reserved: true, alphabet: unicoded, min: 1, max: 99}
}

// takes reports whether a value has no character but those of the alphabet.
func (a alphabet) takes(value string) bool {
	switch a {
	case digits:
		return isDigits(value)
	case amount:
		whole, fraction, point := strings.Cut(value, ".")
		return isDigits(whole) && isDigits(fraction) && whole != "" && (fraction != "" || !point)
	case printable:
		return strings.IndexFunc(value, func(r rune) bool { return r < ' ' || r > '~' }) < 0
	}
	return strings.IndexFunc(value, func(r rune) bool { return r < ' ' || r >= 0x7F && r < 0xA0 }) < 0
}

// isDigits reports whether a text is ASCII digits, or nothing.
func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }
