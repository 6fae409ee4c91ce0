package qr

import (
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Request is a request to pay, in whatever form it comes: whom it pays, how much, what
// for.
type Request struct {
	Bank      string        `json:"bank"`                          // code of the bank
	Account   string        `json:"account" personal:"yes"`        // number of the account
	Amount    payment.Money `json:"amount"`                        // the zero Money: whoever pays says how much
	Reference string        `json:"reference,omitempty"`           // of the attempt
	Note      string        `json:"note,omitempty" personal:"yes"` // what the statement will show
}

// Request is what the code asks for.
func (c *Code) Request() Request {
	return Request{Bank: c.Bank, Account: c.Account, Amount: c.Amount, Reference: c.Reference, Note: c.Note}
}

// String says how much is asked for, and not for whom.
func (r Request) String() string { return "request to pay " + r.Amount.String() }

// Format is String for every verb of package fmt.
func (r Request) Format(s fmt.State, verb rune) {
	show(s, verb, r.String())
}

// LogValue is String.
func (r Request) LogValue() slog.Value { return slog.StringValue(r.String()) }

// Expected is what a request to pay has to ask for.
type Expected struct {
	Account   payment.Account `json:"account"`          // of the unit that collects
	Amount    payment.Money   `json:"amount"`           // of the attempt
	Reference string          `json:"reference"`        // of the attempt; "": not known, and none is held to it
	Expires   time.Time       `json:"expires,omitzero"` // from then on nobody should pay; absent: no limit
}

// Expect is what a request to pay an attempt of an order has to ask for: until the
// attempt expires or the order is due, whichever comes first.
func Expect(o *payment.Opening, a *payment.Attempt) Expected {
	until := a.Expires
	if until.IsZero() || !o.Due.IsZero() && o.Due.Before(until) {
		until = o.Due
	}
	return Expected{Account: o.Beneficiary, Amount: a.Amount, Reference: a.Reference, Expires: until}
}

// Check finds where a request is not the one expected, at a time: another bank or
// account, another amount, another reference, too late. Those are errors: nobody should
// pay. A request without an amount or a reference pays the right account and may be
// paid by somebody who knows the two, and so may one whose note has a second reference
// beside the right one: warnings. No finding quotes an account.
//
// The pointers are those of [Request].
func (x *Expected) Check(r *Request, now time.Time) motcua.Faults {
	var f motcua.Faults
	switch {
	case x.Account.Bank == "" || x.Account.Number == "":
		fault(&f, codeUnexpected, "", "không biết tài khoản thụ hưởng để đối chiếu", "the account that should receive it is not known")
	default:
		if r.Bank != x.Account.Bank {
			fault(&f, codeBank, "/bank", "chuyển tới ngân hàng khác với ngân hàng của đơn vị thu", "pays to another bank than that of the unit that collects")
		}
		if r.Account != x.Account.Number {
			fault(&f, codeAccount, "/account", "chuyển tới tài khoản khác với tài khoản của đơn vị thu", "pays to another account than that of the unit that collects")
		}
	}
	switch {
	case x.Amount.Sign() <= 0:
		fault(&f, codeUnexpected, "/amount", "không biết số tiền phải nộp để đối chiếu", "the amount that is to be paid is not known")
	case r.Amount.IsZero():
		warn(&f, codeNoAmount, "/amount", "không ghi số tiền; phải nộp %v", "asks for no amount; %v is to be paid", x.Amount)
	case r.Amount != x.Amount:
		fault(&f, codeAmount, "/amount", "số tiền %v, phải nộp %v", "asks for %v, and %v is to be paid", r.Amount, x.Amount)
	}
	x.reference(&f, r)
	if !x.Expires.IsZero() && !now.Before(x.Expires) {
		fault(&f, codeExpired, "", "đã hết hạn lúc %[1]s", "expired at %[1]s", x.Expires.In(motcua.Vietnam()).Format(time.RFC3339))
	}
	f.Sort()
	return f
}

// reference looks at the reference, and at references in the note: it is the note that
// comes with the money.
func (x *Expected) reference(f *motcua.Faults, r *Request) {
	if x.Reference == "" {
		return
	}
	named := r.Reference == x.Reference
	if !named && r.Reference != "" {
		fault(f, codeReference, "/reference", "mã tham chiếu của khoản khác", "the reference is another one")
	}
	words := strings.Fields(r.Note)
	other := slices.ContainsFunc(words, func(word string) bool { return word != x.Reference && isReference(word) })
	switch own := slices.Contains(words, x.Reference); {
	case own && other:
		named = true
		warn(f, codeReference, "/note", "nội dung còn mang mã tham chiếu của khoản khác", "the note names another reference too")
	case own:
		named = true
	case other:
		fault(f, codeReference, "/note", "nội dung mang mã tham chiếu của khoản khác", "the note names another reference")
		return
	}
	if !named && r.Reference == "" {
		warn(f, codeNoRef, "/reference", "không ghi mã tham chiếu", "names no reference")
	}
}

func isReference(word string) bool {
	_, is := payment.OrderOf(word)
	return is
}

// Verify reads the payload of a VietQR code and holds it to what is expected, at a time.
// Beside what [Parse] and [Expected.Check] find it finds what makes an app pay somebody
// else or more: a second account, a tip or a fee on top, a card in the place of an
// account. The pointers of what Check finds are those of the objects.
func Verify(payload string, x *Expected, now time.Time) (Code, motcua.Faults) {
	c, p := parse(payload)
	faults := p.faults
	if len(p.broken) > 0 {
		return c, faults // what could not be read cannot be compared
	}
	r := c.Request()
	for _, f := range x.Check(&r, now) {
		if f.Pointer = objectOf(f.Pointer); f.Pointer == "" || !faults.Under(f.Pointer) {
			faults = append(faults, f)
		}
	}
	if c.Service == ServiceCard {
		fault(&faults, codeCard, pathService, "chuyển tới số thẻ, không phải số tài khoản", "pays to the number of a card, not of an account")
	}
	for _, o := range c.Rest {
		switch root := o.Path[1:3]; {
		case "02" <= root && root <= "51" && (root != "38" || o.Path == "/38"):
			fault(&faults, codeSecond, o.Path, "có thêm tài khoản nhận tiền khác", "names a second account")
		case "55" <= root && root <= "57":
			fault(&faults, codeExtra, o.Path, "cộng thêm tiền tip hoặc phí", "adds a tip or a fee")
		}
	}
	faults.Sort()
	return c, faults
}

// objectOf is the object that a member of a request comes from.
func objectOf(pointer string) string {
	switch pointer {
	case "/bank":
		return pathBank
	case "/account":
		return pathAccount
	case "/amount":
		return "/54"
	case "/reference":
		return pathReference
	case "/note":
		return pathNote
	}
	return pointer
}
