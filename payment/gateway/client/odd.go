package client

import (
	"fmt"
	"log/slog"

	"github.com/motcua/motcua/payment"
)

// Odd is a callback with the right digest that cannot be taken: another currency, no
// amount, a time outside the window, another partner, a success that KeyPay does not
// confirm. It is no claim, and the gateway was told that it was not taken; but somebody
// who knows the secret said it. Keep it, and ask about the attempt ([Platform.Query]): a
// payment that was told too late is found so.
type Odd struct {
	Why       string // why it was not taken, in English: "lies outside the window"
	Reference string // of the attempt that it names; "" if it names none
	Body      []byte // as it was posted, with its digest; it may name the payer
}

// String says why and the reference, and nothing that was posted.
func (o Odd) String() string {
	return fmt.Sprintf("callback of %q %s, %d bytes", o.Reference, o.Why, len(o.Body))
}

// Format is String for every verb of package fmt.
func (o Odd) Format(s fmt.State, verb rune) { fmt.Fprintf(s, fmt.FormatString(s, verb), o.String()) }

// LogValue is String.
func (o Odd) LogValue() slog.Value { return slog.StringValue(o.String()) }

// odd tells of a callback that cannot be taken; one that was, or was not this time, is
// not odd.
func odd(tell func(Odd), why, reference string, body []byte) {
	if tell == nil || why == "" || why == notTaken {
		return
	}
	if _, ok := payment.OrderOf(reference); !ok {
		reference = ""
	}
	tell(Odd{why, reference, body})
}
