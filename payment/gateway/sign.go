package gateway

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
)

// Kind is a kind of message that is signed.
type Kind uint8

// The kinds, written "init", "query", "getbill", "confirm" and "answer" for the payment
// platform, "keypay", "keypay-callback" and "keypay-query" for KeyPay.
const (
	KindInit           Kind = iota + 1 // opens a payment on the platform
	KindQuery                          // asks how it stands
	KindGetBill                        // asks for its receipt
	KindConfirm                        // callback: what came of it
	KindAnswer                         // answer to that callback
	KindKeyPay                         // opens a payment at KeyPay
	KindKeyPayCallback                 // callback: what came of it
	KindKeyPayQuery                    // asks for its details
)

var kinds = enum.New[Kind]("kind of message", "init", "query", "getbill", "confirm", "answer", "keypay", "keypay-callback", "keypay-query")

// String names the value; it never fails.
func (k Kind) String() string { return kinds.String(k) }

// MarshalText writes the name; an unset value is an error.
func (k Kind) MarshalText() ([]byte, error) { return kinds.Append(nil, k) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (k *Kind) UnmarshalText(text []byte) error { return kinds.Unmarshal(k, text) }

// Signable is a message that is signed: a pointer to one of the types of this package
// that bear a digest, or [Members].
type Signable interface{ signed() Members }

// Members are the signed members of a message by the names of the wire, and its digest
// if it has one. It is the message as somebody wrote it, whatever else it says.
type Members struct {
	Kind  Kind              // decides what is signed, in which order
	Texts map[string]string // by the names of the wire; others than the signed ones do not matter
}

func (m Members) signed() Members { return m }

// membersOf takes the texts of a message by the names it has on the wire.
func membersOf(kind Kind, message any) Members {
	v := reflect.ValueOf(message).Elem()
	texts := make(map[string]string, v.NumField())
	for f, field := range v.Fields() {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); field.Kind() == reflect.String {
			texts[name] = field.String()
		}
	}
	return Members{kind, texts}
}

// The classes of what is wrong with a signature.
var (
	ErrSecret    = errors.New("there is no secret")
	ErrMember    = errors.New("a signed member is missing")
	ErrNoDigest  = errors.New("the digest is missing")
	ErrDigest    = errors.New("the digest is not that of the message")
	ErrAmbiguous = errors.New("a signed value holds the separator, so that another message has the same digest")
)

// SignatureError says what is wrong with the signature of a message. It holds no digest,
// no secret and no value of the message.
type SignatureError struct {
	Kind   Kind   // of the message
	Member string // the one it is about, if it is about one
	Err    error  // [ErrSecret], [ErrMember], [ErrNoDigest], [ErrDigest], [ErrAmbiguous] or of a kind that is none
}

// Error says what is wrong with what.
func (e *SignatureError) Error() string {
	if e.Member == "" {
		return fmt.Sprintf("%v: %v", e.Kind, e.Err)
	}
	return fmt.Sprintf("%v: %s: %v", e.Kind, e.Member, e.Err)
}

// Unwrap returns the class of the error.
func (e *SignatureError) Unwrap() error { return e.Err }

// signatureFaults are the classes as faults of a document.
var signatureFaults = [...]struct {
	err      error
	code     string
	severity motcua.Severity
	vi       string
}{
	{ErrSecret, codeSecret, motcua.SeverityError, "không có khóa bí mật"},
	{ErrMember, codeSigned, motcua.SeverityError, "thiếu trường phải ký"},
	{ErrNoDigest, codeNoDigest, motcua.SeverityError, "thiếu mã xác thực"},
	{ErrDigest, codeDigest, motcua.SeverityError, "mã xác thực không phải của thông điệp"},
	{ErrAmbiguous, codeSeparator, motcua.SeverityWarning, "giá trị phải ký chứa dấu phân cách, nên thông điệp khác có cùng mã xác thực"},
}

// Fault is the error as a fault of the message, at its member. A value that holds the
// separator is a warning, since the digest is right; everything else is an error.
func (e *SignatureError) Fault() *motcua.Fault {
	pointer := ""
	if e.Member != "" {
		pointer = motcua.Pointer(e.Member)
	}
	for _, row := range signatureFaults {
		if errors.Is(e.Err, row.err) {
			return &motcua.Fault{Code: row.code, Pointer: pointer, Severity: row.severity, Message: motcua.Text{Vi: row.vi, En: row.err.Error()}}
		}
	}
	return &motcua.Fault{Code: codeKind, Pointer: pointer, Severity: motcua.SeverityError, Message: motcua.Text{Vi: "không phải loại thông điệp nào", En: "no kind of message"}}
}

// Sign computes the digest of a message with a secret: that of the partner for the
// platform, key 1 or key 2 for KeyPay ([Order.Key]). The digest the message bears is
// ignored. A value with the separator is an error ([ErrAmbiguous]), for nobody could
// tell the message from another one. Every error is a [*SignatureError].
func Sign(m Signable, secret Secret) (string, error) {
	members := m.signed()
	digest, err := members.Digest(secret)
	if err == nil {
		err = members.ambiguous()
	}
	if err != nil {
		return "", err
	}
	return digest, nil
}

// Verify holds the digest that a message bears to the message, in constant time. The
// digest is that of the wire to the letter: 64 lower-case hexadecimal digits; one in
// upper case is refused like any other ([ErrDigest]). A message with the right digest
// whose values hold the separator is told too ([ErrAmbiguous]): it proves nothing. Every
// error is a [*SignatureError].
func Verify(m Signable, secret Secret) error {
	members := m.signed()
	digest, err := members.Digest(secret)
	if err != nil {
		return err
	}
	row := members.Kind.row()
	switch given := members.Texts[row.Digest]; {
	case given == "":
		return &SignatureError{members.Kind, row.Digest, ErrNoDigest}
	case !hmac.Equal([]byte(given), []byte(digest)):
		return &SignatureError{members.Kind, row.Digest, ErrDigest}
	}
	return members.ambiguous()
}

// Digest computes the digest of a message as it stands, whether or not it is ambiguous: 64
// lower-case hexadecimal digits. The error is a *SignatureError: no such kind, no secret, a
// signed member that is missing.
func (m Members) Digest(secret Secret) (string, error) {
	row := m.Kind.row()
	if row == nil {
		_, err := m.Kind.MarshalText()
		return "", &SignatureError{m.Kind, "", err}
	}
	if secret.key == nil {
		return "", &SignatureError{m.Kind, "", ErrSecret}
	}
	values := make([]string, len(row.Members))
	for i, name := range row.Members {
		text, ok := m.Texts[name]
		if !ok {
			return "", &SignatureError{m.Kind, name, ErrMember}
		}
		values[i] = text
	}
	return row.Scheme.digest(strings.Join(values, Separator), *secret.key), nil
}

// ambiguous finds a signed value that holds the separator.
func (m Members) ambiguous() error {
	for _, name := range m.Kind.row().Members {
		if strings.Contains(m.Texts[name], Separator) {
			return &SignatureError{m.Kind, name, ErrAmbiguous}
		}
	}
	return nil
}

// Scheme is a way to make a digest of joined values.
type Scheme uint8

// The schemes, written "sha256" and "hmac-sha256".
const (
	SchemeSHA256 Scheme = iota + 1 // plain SHA-256 with the secret as the last value (platform)
	SchemeHMAC                     // HMAC-SHA256 with the secret as the key (KeyPay)
)

var schemes = enum.New[Scheme]("scheme", "sha256", "hmac-sha256")

// String names the value; it never fails.
func (s Scheme) String() string { return schemes.String(s) }

// MarshalText writes the name; an unset value is an error.
func (s Scheme) MarshalText() ([]byte, error) { return schemes.Append(nil, s) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (s *Scheme) UnmarshalText(text []byte) error { return schemes.Unmarshal(s, text) }

// digest is the digest in lower-case hexadecimal.
func (s Scheme) digest(joined, secret string) string {
	if s == SchemeSHA256 {
		sum := sha256.Sum256([]byte(joined + Separator + secret))
		return hex.EncodeToString(sum[:])
	}
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(joined))
	return hex.EncodeToString(mac.Sum(nil))
}

// Orders are the orders in which values are signed, a row for each kind of message in
// the order of the kinds. The rows are copies.
func Orders() []Order {
	rows := slices.Clone(orders[:])
	for i := range rows {
		rows[i].Members = slices.Clone(rows[i].Members)
	}
	return rows
}

// row is the order of a kind; nil of one that is none.
func (k Kind) row() *Order {
	if i := int(k) - 1; i >= 0 && i < len(orders) {
		return &orders[i]
	}
	return nil
}
