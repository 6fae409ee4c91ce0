package qr

import (
	"cmp"
	"fmt"
	"log/slog"
	"reflect"
	"slices"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Code is what a VietQR code for a transfer says (NAPAS QR format 1.5.2, services
// QRIBFTTA and QRIBFTTC). The currency is đồng and the country Vietnam.
type Code struct {
	Initiation Initiation    `json:"initiation,omitzero"`           // for one payment or many; absent: not said
	Service    Service       `json:"service"`                       // to an account or a card
	Bank       string        `json:"bank"`                          // BIN of the bank, 6 digits
	Account    string        `json:"account" personal:"yes"`        // number of the account or card, at most 19 letters and digits
	Amount     payment.Money `json:"amount"`                        // more than 0 đồng; the zero Money: whoever pays says how much
	Reference  string        `json:"reference,omitempty"`           // number of the bill (62/01), at most 25 letters, digits and spaces
	Note       string        `json:"note,omitempty" personal:"yes"` // purpose (62/08), likewise: what the statement shows
	Rest       []Object      `json:"rest,omitempty"`                // what else it holds, by path
}

// Of is the code of an attempt to pay an order: to the account of the order, with the
// amount and the reference of the attempt. Statements show the note alone, so the
// reference begins it; the note of the order follows as it is. What banks do not take in
// it is a fault of [Code.Payload], and [Plain] takes it out.
func Of(o *payment.Opening, a *payment.Attempt) Code {
	return Code{
		Initiation: InitiationDynamic,
		Service:    ServiceAccount,
		Bank:       o.Beneficiary.Bank,
		Account:    o.Beneficiary.Number,
		Amount:     a.Amount,
		Reference:  a.Reference,
		Note:       strings.TrimSpace(a.Reference + " " + o.Note),
	}
}

// Check finds all that keeps a code from being written, sorted.
func (c *Code) Check() motcua.Faults {
	var faults motcua.Faults
	if _, err := c.Initiation.MarshalText(); err != nil && c.Initiation != 0 {
		fault(&faults, codeOther, "/initiation", "không có loại mã này", "no such initiation")
	}
	if _, err := c.Service.MarshalText(); err != nil {
		fault(&faults, codeMissing, "/service", "thiếu dịch vụ", "the service is missing")
	}
	if len(c.Bank) != 6 || !isDigits(c.Bank) {
		fault(&faults, codeOther, "/bank", "mã BIN của ngân hàng gồm 6 chữ số", "the BIN of a bank is 6 digits")
	}
	if !isAccount(c.Account) {
		fault(&faults, codeOther, "/account", "số tài khoản gồm 1 đến %d chữ cái và chữ số", "an account is 1 to %d letters and digits", maxAccount)
	}
	if _, err := written(c.Amount); err != nil {
		fault(&faults, codeOther, "/amount", "số tiền phải là số đồng lớn hơn 0", "the amount must be more than 0 đồng")
	}
	checkPlain(&faults, "/reference", c.Reference)
	checkPlain(&faults, "/note", c.Note)
	for _, o := range c.Rest {
		if slices.Contains(own, o.Path) {
			fault(&faults, codeTwice, "/rest", "%s có trường riêng", "%s has a member of its own", o.Path)
		}
	}
	faults.Sort()
	return faults
}

// own are the objects that are no rest: those the members of a code stand for, and those
// that are always the same.
var own = []string{"/00", "/01", pathScheme, pathBank, pathAccount, pathService, "/53", "/54", "/58", pathReference, pathNote, "/63"}

const (
	pathScheme    = "/38/00"
	pathBank      = "/38/01/00"
	pathAccount   = "/38/01/01"
	pathService   = "/38/02"
	pathReference = "/62/01"
	pathNote      = "/62/08"
)

const (
	maxAccount = 19
	maxNote    = 25 // of the reference as well
	maxAmount  = 13 // digits
)

// isAccount reports whether a text can be an account number.
func isAccount(s string) bool {
	return s != "" && len(s) <= maxAccount && isPlain(s) && !strings.Contains(s, " ")
}

// isPlain reports whether a text is ASCII letters, digits and spaces.
func isPlain(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0
}

func plain(r rune) bool {
	return r == ' ' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z'
}

func checkPlain(faults *motcua.Faults, pointer, s string) {
	if !isPlain(s) {
		fault(faults, codeUnplain, pointer, "chỉ được có chữ cái không dấu, chữ số và dấu cách", "only letters without marks, digits and spaces are taken")
	}
	if n := len([]rune(s)); n > maxNote {
		fault(faults, codeSize, pointer, "%d ký tự, tối đa %d", "%d characters, at most %d", n, maxNote)
	}
}

// written is the amount as a code writes it: đồng, without a fraction; "" for none.
func written(m payment.Money) (string, error) {
	if m.IsZero() {
		return "", nil
	}
	s := fmt.Sprint(m.Minor())
	if m.Currency() != payment.VND || m.Sign() <= 0 || len(s) > maxAmount {
		return "", payment.ErrCurrency
	}
	return s, nil
}

// Payload writes the code, its objects by id, with what keeps it from being written.
func (c *Code) Payload() (string, motcua.Faults) {
	if faults := c.Check(); len(faults) > 0 {
		return "", faults
	}
	money, _ := written(c.Amount)
	objects := []Object{
		{"/00", "01"}, {pathScheme, aid}, {pathBank, c.Bank}, {pathAccount, c.Account}, {pathService, serviceCodes[c.Service-1]},
		{"/53", "704"}, {"/54", money}, {"/58", "VN"}, {pathReference, c.Reference}, {pathNote, c.Note},
	}
	if c.Initiation != 0 {
		objects = append(objects, Object{"/01", initiationCodes[c.Initiation-1]})
	}
	objects = slices.DeleteFunc(append(objects, c.Rest...), func(o Object) bool { return o.Value == "" })
	payload := write(objects)
	read, faults := Parse(payload)
	if len(faults) == 0 && !read.equal(c) {
		fault(&faults, codeUnwritten, "/rest", "không ghi được", "cannot be written as objects")
	}
	if len(faults) > 0 {
		return "", faults
	}
	return payload, nil
}

// equal reports whether two codes say the same.
func (c *Code) equal(d *Code) bool {
	a, b := *c, *d
	a.Rest, b.Rest = sorted(a.Rest), sorted(b.Rest)
	return reflect.DeepEqual(a, b)
}

// sorted are objects by path.
func sorted(objects []Object) []Object {
	objects = slices.Clone(objects)
	slices.SortStableFunc(objects, func(a, b Object) int { return cmp.Compare(a.Path, b.Path) })
	return objects
}

// String says how much a code is for, and not whom it pays to.
func (c Code) String() string {
	if c.Amount.IsZero() {
		return "VietQR of any amount"
	}
	return "VietQR of " + c.Amount.String()
}

// Format is String for every verb of package fmt.
func (c Code) Format(s fmt.State, verb rune) { show(s, verb, c.String()) }

// LogValue is String.
func (c Code) LogValue() slog.Value { return slog.StringValue(c.String()) }
