package person

import (
	"errors"
	"fmt"
	"log/slog"
)

// The classes of a [NumberError].
var (
	ErrForm       = errors.New("the number has not the form of its type")
	ErrMadeUp     = errors.New("the number is one digit over and over")
	ErrCheckDigit = errors.New("the check digit is wrong")
)

// NumberError is the error of a number that cannot be what it claims. It does not hold
// the number: errors are logged, and the number names a person.
type NumberError struct {
	Type IdentityType // what it claims to be
	Err  error        // ErrForm, ErrMadeUp or ErrCheckDigit
}

// Error names the type and the reason.
func (e *NumberError) Error() string { return fmt.Sprintf("%s: %v", e.Type, e.Err) }

// Unwrap returns the class.
func (e *NumberError) Unwrap() error { return e.Err }

// CitizenNumber is a personal identification number (số định danh cá nhân): three
// digits of where the birth was registered, one of century and sex, two of the year
// and six at random (Decree 137/2015/NĐ-CP, Điều 13, as quoted by others). It has no
// check digit: one wrong digit makes another number. The zero value is no number.
// It prints and logs without its digits.
type CitizenNumber struct{ digits string }

// ParseCitizenNumber reads exactly twelve ASCII digits, not all the same; else a
// *[NumberError]. A place it does not know is no error, see [CitizenNumber.Province].
func ParseCitizenNumber(s string) (CitizenNumber, error) {
	if _, err := formOf(TypeCitizen, false, s); err != nil {
		return CitizenNumber{}, &NumberError{TypeCitizen, err}
	}
	return CitizenNumber{s}, nil
}

// Digits returns the twelve digits; "" of the zero value.
func (n CitizenNumber) Digits() string { return n.digits }

// Province returns the three digits of where the birth was registered, and whether
// that is one of the 63 provinces of before 1 July 2025: a zero and the statistical
// code, so that "002" is "gso:02" of package catalog/unit. Other codes are those of
// countries (mã quốc gia), which are not known here.
func (n CitizenNumber) Province() (code string, known bool) {
	if n.digits == "" {
		return "", false
	}
	return n.digits[:3], isProvince(n.digits[:3])
}

// BirthYear returns the year of birth, 1900 to 2399; 0 of the zero value.
func (n CitizenNumber) BirthYear() int {
	if n.digits == "" {
		return 0
	}
	const first, century = 1900, 100
	return first + century*(n.digit(3)/2) + 10*n.digit(4) + n.digit(5)
}

// Sex returns the sex the number says; unset of the zero value.
func (n CitizenNumber) Sex() Sex {
	if n.digits == "" {
		return 0
	}
	return Male + Sex(n.digit(3)%2)
}

func (n CitizenNumber) digit(i int) int { return int(n.digits[i] - '0') }

// String says that it is a citizen number, and not which.
func (n CitizenNumber) String() string { return "citizen number" }

// Format is String for every verb of package fmt.
func (n CitizenNumber) Format(s fmt.State, verb rune) { show(s, verb, n.String()) }

// LogValue is String.
func (n CitizenNumber) LogValue() slog.Value { return slog.StringValue(n.String()) }

// TaxCode is a tax code (mã số thuế): ten digits with a check digit, for a dependent
// unit (đơn vị phụ thuộc) with a dash and three more, or, of natural persons since
// 1 July 2025, their citizen number. The zero value is no code. It prints and logs
// without its digits, for it may be a person's.
type TaxCode struct{ digits string }

// ParseTaxCode reads a tax code as it is written, such as 0100109106 or
// 0100109106-001; else a *[NumberError]. The check digit finds every single wrong
// digit of the ten, and every two neighbours that were swapped.
func ParseTaxCode(s string) (TaxCode, error) {
	if _, err := formOf(TypeTax, false, s); err != nil {
		return TaxCode{}, &NumberError{TypeTax, err}
	}
	return TaxCode{s}, nil
}

// Digits returns the code as it is written; "" of the zero value.
func (c TaxCode) Digits() string { return c.digits }

// Unit returns the three digits of a dependent unit; "" if there is none.
func (c TaxCode) Unit() string { return branch(c.digits) }

// Citizen returns the citizen number that serves as this code; false if none does.
func (c TaxCode) Citizen() (CitizenNumber, bool) {
	n, err := ParseCitizenNumber(c.digits)
	return n, err == nil
}

// String says that it is a tax code, and not which.
func (c TaxCode) String() string { return "tax code" }

// Format is String for every verb of package fmt.
func (c TaxCode) Format(s fmt.State, verb rune) { show(s, verb, c.String()) }

// LogValue is String.
func (c TaxCode) LogValue() slog.Value { return slog.StringValue(c.String()) }

// weights are those of the first nine digits of a tax code.
var weights = [9]int{31, 29, 23, 19, 17, 13, 7, 5, 3}

// checkDigit computes the tenth digit of a tax code from the nine before it; 10 when
// no code begins with these.
func checkDigit(code string) int {
	const modulus = 11
	sum := 0
	for i, w := range weights {
		sum += w * int(code[i]-'0')
	}
	return modulus - 1 - sum%modulus
}

// branch returns what follows the dash of a tax code.
func branch(code string) string {
	const dash = 10
	if len(code) > dash && code[dash] == '-' {
		return code[dash+1:]
	}
	return ""
}
