package person

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/motcua/motcua"
)

const (
	maxText   = 500 // bytes of a name, an address, an issuer
	maxNumber = 50  // bytes of a number of another type
	maxEmail  = 254 // bytes (RFC 5321)

	leastPhone, mostPhone = 8, 15 // digits; ITU-T E.164 allows no more
)

// Check returns everything that is wrong with an applicant and those beside them,
// sorted; nil when nothing is. The applicant and a representative must have names.
func (a Applicant) Check() motcua.Faults {
	var c checker
	if !a.Kind.known() {
		c.add(flawKind, "/kind")
	}
	c.named("/person", a.Person)
	if len(a.Person.Identities) == 0 {
		c.add(flawNobody, "/person/identities")
	}
	if r := a.Representative; r != nil {
		c.named("/representative/person", r.Person)
		if !r.Authority.known() {
			c.add(flawAuthority, "/representative/authority")
		}
		if r.Authority == Mandated && r.Mandate == "" {
			c.add(flawMandate, "/representative/mandate")
		}
		c.text(r.Mandate, maxText, "/representative/mandate")
	}
	if a.Beneficiary != nil {
		c.person("/beneficiary", *a.Beneficiary)
	}
	c.text(a.Account, maxText, "/account")
	return c.sorted()
}

// Check returns everything that is wrong with what is stated of a person, sorted; nil
// when nothing is. Nothing need be stated.
func (p Person) Check() motcua.Faults {
	var c checker
	c.person("", p)
	return c.sorted()
}

// Check returns everything that is wrong with an identity, sorted; nil when nothing
// is.
func (id Identity) Check() motcua.Faults {
	var c checker
	c.identity("", id, 0)
	return c.sorted()
}

func (c *checker) named(at string, p Person) {
	if p.Name == "" {
		c.add(flawName, at, "/name")
	}
	c.person(at, p)
}

func (c *checker) person(at string, p Person) {
	c.text(p.Name, maxText, at, "/name")
	c.text(p.Address, maxText, at, "/address")
	c.date(p.Birth, at, "/birth")
	if p.Phone != "" && !phone(p.Phone) {
		c.add(flawPhone, at, "/phone")
	}
	if p.Email != "" && !email(p.Email) {
		c.add(flawEmail, at, "/email")
	}
	type key struct {
		t               IdentityType
		number, country string
	}
	seen := make(map[key]bool, len(p.Identities))
	for i, id := range p.Identities {
		at := at + "/identities/" + strconv.Itoa(i)
		c.identity(at, id, p.Birth)
		k := key{id.Type, id.Number, id.Country}
		if seen[k] {
			c.add(flawTwice, at)
		}
		seen[k] = true
		if n, ok := id.citizen(); ok && year(p.Birth) > 0 && year(p.Birth) != n.BirthYear() {
			c.add(flawBirth, at, "/number")
		}
	}
}

// identity checks an identity of somebody born on a day, if that is known.
func (c *checker) identity(at string, id Identity, born motcua.Date) {
	c.text(id.Issuer, maxText, at, "/issuer")
	c.text(id.Label, maxText, at, "/label")
	c.date(id.Issued, at, "/issued")
	if id.Issued > 0 && !id.issuable(born) {
		c.add(flawIssued, at, "/issued")
	}
	if id.Country != "" && (id.Type != TypePassport || !country(id.Country)) {
		c.add(flawCountry, at, "/country")
	}
	if (id.Label == "") == (id.Type == TypeOther) {
		c.add(flawLabel, at, "/label")
	}
	switch {
	case !id.Type.known():
		c.add(flawType, at, "/type")
	case id.Type == TypeOther:
		c.add(flawOther, at, "/type")
		if id.Number == "" {
			c.add(flawForm, at, "/number")
		}
		c.text(id.Number, maxNumber, at, "/number")
	default:
		c.number(at, id)
	}
}

// number checks a number of a type that has forms.
func (c *checker) number(at string, id Identity) {
	if _, err := formOf(id.Type, id.abroad(), id.Number); err != nil {
		c.add(flawOf(err), at, "/number")
		return
	}
	if n, ok := id.citizen(); ok {
		if _, known := n.Province(); !known {
			c.add(flawProvince, at, "/number")
		}
	}
}

// issuable reports whether the identity can have been issued on its day to somebody
// born on a day, if that is known.
func (id Identity) issuable(born motcua.Date) bool {
	form, _ := id.Form()
	n, _ := id.citizen()
	ended := form.Validity.To > 0 && id.Issued >= form.Validity.To
	return !ended && id.Issued >= born && (year(id.Issued) == 0 || year(id.Issued) >= n.BirthYear())
}

// citizen returns the citizen number an identity is, or serves as.
func (id Identity) citizen() (CitizenNumber, bool) {
	if id.Type != TypeCitizen && id.Type != TypeTax {
		return CitizenNumber{}, false
	}
	n, err := ParseCitizenNumber(id.Number)
	return n, err == nil
}

func (c *checker) text(s string, most int, at ...string) {
	if len(s) > most || !utf8.ValidString(s) || strings.TrimSpace(s) != s || strings.ContainsFunc(s, unicode.IsControl) {
		c.add(flawText, at...)
	}
}

func (c *checker) date(d motcua.Date, at ...string) {
	if d != 0 && year(d) == 0 {
		c.add(flawDate, at...)
	}
}

// year returns the year of a date; 0 when it is unset or none.
func year(d motcua.Date) int {
	y, _, _ := d.Civil()
	return y
}

func phone(s string) bool {
	digits := 0
	for i, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case i > 0 && strings.ContainsRune(" .-", r) || i == 0 && r == '+':
		default:
			return false
		}
	}
	return digits >= leastPhone && digits <= mostPhone
}

// email looks for what every address has, and leaves the rest to the mail.
func email(s string) bool {
	local, domain, _ := strings.Cut(s, "@")
	odd := func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || r == '@' || r == utf8.RuneError
	}
	return len(s) <= maxEmail && local != "" && !strings.ContainsFunc(local+domain, odd) &&
		strings.Contains(strings.Trim(domain, "."), ".") && strings.Trim(domain, ".") == domain
}

func country(s string) bool {
	return len(s) == 2 && s[0]-'A' < 26 && s[1]-'A' < 26
}
