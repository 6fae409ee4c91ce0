package gateway

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// memberRow is a rule for a member of a message.
type memberRow struct {
	name string
	rule rule
}

// rule finds what is wrong with the text of a member.
type rule func(faults *motcua.Faults, at, text string)

// said wants a text.
func said(faults *motcua.Faults, at, text string) {
	if text == "" {
		fault(faults, codeMissing, at, "thiếu", "missing")
	}
}

// is wants one text and no other.
func is(want string) rule {
	return func(faults *motcua.Faults, at, text string) {
		if text != want {
			fault(faults, codeKind, at, "phải là %q", "want %q", want)
		}
	}
}

// like wants a text, and tells of one that is not documented.
func like(known ...string) rule {
	return func(faults *motcua.Faults, at, text string) {
		if said(faults, at, text); text != "" && !slices.Contains(known, text) {
			warn(faults, codeUnknown, at, "mã không có trong tài liệu, được giữ nguyên", "a code that is not documented, kept")
		}
	}
}

// coded wants a text that a row of codes knows, or tells of it.
func coded(message, member string) rule {
	return func(faults *motcua.Faults, at, text string) {
		like(codesOf(message, member)...)(faults, at, text)
	}
}

// reference wants ASCII letters and digits.
func reference(faults *motcua.Faults, at, text string) {
	if said(faults, at, text); text != "" && !plain(text) {
		fault(faults, codeReference, at, "chỉ được gồm chữ cái và chữ số ASCII", "want ASCII letters and digits alone")
	}
}

// plain reports whether a text holds ASCII letters and digits alone.
func plain(text string) bool {
	for _, c := range []byte(text) {
		if (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}

// amount wants a whole number of đồng, 0 included.
func amount(faults *motcua.Faults, at, text string) {
	if _, ok := dong(text); !ok {
		fault(faults, codeAmount, at, "phải là số nguyên đồng, viết bằng chữ số", "want a whole number of đồng in digits")
	}
}

// positive wants a whole number of đồng above 0.
func positive(faults *motcua.Faults, at, text string) {
	if m, ok := dong(text); !ok || m.Sign() <= 0 {
		fault(faults, codeAmount, at, "phải là số nguyên đồng lớn hơn 0", "want a whole number of đồng above 0")
	}
}

// dong reads a whole number of đồng as the wire writes it.
func dong(text string) (payment.Money, bool) {
	if strings.HasPrefix(text, "-") {
		return payment.Money{}, false
	}
	digits, ok := integer([]byte(text))
	m, err := payment.ParseAmount(digits, payment.VND)
	return m, ok && err == nil
}

// currency wants đồng.
func currency(faults *motcua.Faults, at, text string) {
	if text != vnd {
		fault(faults, codeCurrency, at, "chỉ nhận VND", "only VND is taken")
	}
}

// instant wants a time of the wire.
func instant(faults *motcua.Faults, at, text string) {
	if _, err := ParseMoment(text); err != nil {
		fault(faults, codeMoment, at, "phải là thời điểm có thật, dạng yyyyMMddHHmmss", "want a time that exists, as yyyyMMddHHmmss")
	}
}

// address wants an address of the web.
func address(faults *motcua.Faults, at, text string) {
	if u, err := url.Parse(text); err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		fault(faults, codeAddress, at, "phải là địa chỉ web", "want an address of the web")
	}
}

// maybe lets a member be empty.
func maybe(r rule) rule {
	return func(faults *motcua.Faults, at, text string) {
		if text != "" {
			r(faults, at, text)
		}
	}
}

// check holds the members of a message to its rows.
func check(faults *motcua.Faults, texts map[string]string, rows []memberRow) {
	for _, row := range rows {
		row.rule(faults, motcua.Pointer(row.name), texts[row.name])
	}
}

// checkSigned is check for a message that is signed: no value may hold the separator.
func checkSigned(m Members, rows []memberRow) motcua.Faults {
	var faults motcua.Faults
	check(&faults, m.Texts, rows)
	for _, name := range m.Kind.row().Members {
		if strings.Contains(m.Texts[name], Separator) {
			fault(&faults, codeSeparator, motcua.Pointer(name), "không được chứa dấu %q", "must not hold %q", Separator)
		}
	}
	faults.Sort()
	return faults
}

// whole writes an index.
func whole(i int) string { return strconv.Itoa(i) }
