package gateway

import (
	"fmt"
	"log/slog"
)

// Secret is the secret of a partner (mã bí mật) or a key of KeyPay. It cannot be read
// back: whatever writes it, as text, as JSON, in a log or within another value, shows
// that there is one and not which.
type Secret struct {
	key *string // behind a pointer, which is all that reflection prints of it
}

// NewSecret keeps a secret; "" is none, and nothing is signed with it.
func NewSecret(text string) Secret {
	if text == "" {
		return Secret{}
	}
	return Secret{&text}
}

// IsZero reports whether there is none.
func (s Secret) IsZero() bool { return s.key == nil }

// String says whether there is a secret.
func (s Secret) String() string {
	if s.IsZero() {
		return "no secret"
	}
	return "secret"
}

// GoString is String.
func (s Secret) GoString() string { return s.String() }

// Format is String for every verb of package fmt.
func (s Secret) Format(f fmt.State, verb rune) { show(f, verb, s.String()) }

// LogValue is String.
func (s Secret) LogValue() slog.Value { return slog.StringValue(s.String()) }

// show writes a text in place of a value.
func show(s fmt.State, verb rune, text string) { fmt.Fprintf(s, fmt.FormatString(s, verb), text) }
