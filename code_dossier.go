package motcua

import (
	"errors"
	"fmt"
	"strings"
)

// DossierCode is the code of a dossier (mã hồ sơ): the code of the unit that
// received it, the day as yymmdd in the years 2000 to 2099, and a serial of four
// or more digits that starts anew each day in each unit (Circular
// 01/2018/TT-VPCP). The unit stands in either order,
// "000.12.34.H56-260701-0001" or "H56.34.12-260701-0001", and is written as it
// was read; Canonical makes codes comparable with ==. The zero value is unset.
type DossierCode struct {
	text string
	unit UnitCode
	date Date
}

const (
	dossierKind   = "dossier code"
	serialDigits  = 4
	longestSerial = 18
)

// NewDossierCode makes the canonical code of the serial-th dossier that a unit
// received on a day. A unit that ParseUnit refuses, a day outside the years 2000
// to 2099 and a serial below one are a *ParseError.
func NewDossierCode(unit UnitCode, date Date, serial int) (DossierCode, error) {
	year, month, day := date.Civil()
	text := fmt.Sprintf("%s-%02d%02d%02d-%0*d", unit, year%100, int(month), day, serialDigits, serial)
	if year < 2000 || year > 2099 {
		return DossierCode{}, &ParseError{dossierKind, text, fmt.Errorf("date %v is not in 2000..2099", date)}
	}
	if serial < 1 {
		return DossierCode{}, &ParseError{dossierKind, text, errors.New("serial is less than 1")}
	}
	c, err := ParseDossier(text)
	return c.Canonical(), err
}

// ParseDossier reads a dossier code with the unit in either order; else a
// *ParseError.
func ParseDossier(s string) (DossierCode, error) {
	c, err := parseDossier(s)
	if err != nil {
		return DossierCode{}, &ParseError{dossierKind, s, err}
	}
	return c, nil
}

func parseDossier(s string) (DossierCode, error) {
	parts := strings.Split(s, "-")
	if len(parts) != 3 {
		return DossierCode{}, errors.New("want unit, date and serial joined by hyphens")
	}
	unit, err := parseUnit(parts[0])
	if err != nil {
		return DossierCode{}, fmt.Errorf("unit: %w", err)
	}
	day, serial := parts[1], parts[2]
	if len(day) != 6 || !digits(day) {
		return DossierCode{}, errors.New("date is not six digits")
	}
	y, m, d := 2000+number(day[:2]), number(day[2:4]), number(day[4:])
	if err := checkDate(y, m, d); err != nil {
		return DossierCode{}, fmt.Errorf("date: %w", err)
	}
	if !digits(serial) || len(serial) < serialDigits || len(serial) > longestSerial {
		return DossierCode{}, fmt.Errorf("serial is not %d to %d digits", serialDigits, longestSerial)
	}
	return DossierCode{s, unit, dayNumber(y, m, d)}, nil
}

// IsZero reports whether c is unset.
func (c DossierCode) IsZero() bool { return c == DossierCode{} }

// Unit returns the unit that received the dossier.
func (c DossierCode) Unit() UnitCode { return c.unit }

// Date returns the day in the code.
func (c DossierCode) Date() Date { return c.date }

// Serial returns the digits after the date; leading zeros belong to them.
func (c DossierCode) Serial() string { return c.text[strings.LastIndexByte(c.text, '-')+1:] }

// Canonical returns the same code with the large unit first and no trailing zero
// parts.
func (c DossierCode) Canonical() DossierCode { return c.withUnit(string(c.unit)) }

// Legacy returns the same code with the unit in the older form of four parts,
// small unit first.
func (c DossierCode) Legacy() DossierCode { return c.withUnit(c.unit.Legacy()) }

func (c DossierCode) withUnit(unit string) DossierCode {
	if _, rest, ok := strings.Cut(c.text, "-"); ok {
		c.text = unit + "-" + rest
	}
	return c
}

// String returns the code as it was read; "" when it is unset.
func (c DossierCode) String() string { return c.text }

// MarshalText writes the code as it was read; an unset code is an error.
func (c DossierCode) MarshalText() ([]byte, error) {
	if c.IsZero() {
		return nil, &ParseError{dossierKind, "", errors.New("unset")}
	}
	return []byte(c.text), nil
}

// UnmarshalText is ParseDossier; on error c keeps its value.
func (c *DossierCode) UnmarshalText(text []byte) error {
	v, err := ParseDossier(string(text))
	if err != nil {
		return err
	}
	*c = v
	return nil
}
