package receipt

import (
	"fmt"
	"log/slog"

	"github.com/motcua/motcua/payment"
)

// PersonalFields lists the members of a receipt that identify a person, as JSON Pointers.
func PersonalFields() []string {
	return []string{"/payer/name", "/payer/id", "/payer/address", "/collector", "/void/reason"}
}

// Redacted is the receipt without anything that identifies a person: every member of
// [PersonalFields] is empty. It is a sound document, and is printed with dots.
func (r *Receipt) Redacted() Receipt {
	c := r.clone()
	c.Payer, c.Collector = payment.Payer{}, ""
	if c.Void != nil {
		c.Void.Reason = ""
	}
	return c
}

// show writes text for any verb of package fmt.
func show(s fmt.State, verb rune, text string) {
	fmt.Fprintf(s, fmt.FormatString(s, verb), text)
}

// String says which receipt it is, for how much, and whether it stands; nobody is named.
func (r Receipt) String() string {
	return fmt.Sprintf("receipt %s of %v for %v: %v", r.Number, r.Name, r.Total, r.Status())
}

// Format is String for every verb of package fmt, %#v among them.
func (r Receipt) Format(s fmt.State, verb rune) { show(s, verb, r.String()) }

// LogValue is String.
func (r Receipt) LogValue() slog.Value { return slog.StringValue(r.String()) }

// String says since when, and not why.
func (v Void) String() string { return statusOf(&v).String() }

// Format is String for every verb of package fmt, %#v among them.
func (v Void) Format(s fmt.State, verb rune) { show(s, verb, v.String()) }

// LogValue is String.
func (v Void) LogValue() slog.Value { return slog.StringValue(v.String()) }

// String says what happened, and names nobody.
func (e Event) String() string { return fmt.Sprintf("%v %s", e.Action, e.ID) }

// Format is String for every verb of package fmt, %#v among them.
func (e Event) Format(s fmt.State, verb rune) { show(s, verb, e.String()) }

// LogValue is String.
func (e Event) LogValue() slog.Value { return slog.StringValue(e.String()) }

// String names the number, and not why.
func (v Voiding) String() string { return "void " + v.Number }

// Format is String for every verb of package fmt, %#v among them.
func (v Voiding) Format(s fmt.State, verb rune) { show(s, verb, v.String()) }

// LogValue is String.
func (v Voiding) LogValue() slog.Value { return slog.StringValue(v.String()) }

// String names the order, and nobody.
func (a Ask) String() string { return fmt.Sprintf("receipts of order %s", a.Order) }

// Format is String for every verb of package fmt, %#v among them.
func (a Ask) Format(s fmt.State, verb rune) { show(s, verb, a.String()) }

// LogValue is String.
func (a Ask) LogValue() slog.Value { return slog.StringValue(a.String()) }

// String says that there is a reason, and not which.
func (w Why) String() string { return "reason" }

// Format is String for every verb of package fmt, %#v among them.
func (w Why) Format(s fmt.State, verb rune) { show(s, verb, w.String()) }

// LogValue is String.
func (w Why) LogValue() slog.Value { return slog.StringValue(w.String()) }
