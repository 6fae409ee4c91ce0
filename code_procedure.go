package motcua

import (
	"errors"
	"fmt"
	"strings"
)

// ProcedureCode is the code of an administrative procedure (mã thủ tục hành
// chính). The national form is a digit, a point and six digits, "1.000656". A
// province that publishes the same procedure adds its own code in the older
// order: "1.000656.000.00.00.H22". "" is unset.
type ProcedureCode string

const nationalLength = len("1.000656")

// ParseProcedure reads either form; else a *ParseError. It checks the form, not
// whether the procedure exists.
func ParseProcedure(s string) (ProcedureCode, error) {
	if _, err := parseProcedure(s); err != nil {
		return "", &ParseError{"procedure code", s, err}
	}
	return ProcedureCode(s), nil
}

// parseProcedure returns the issuer, "" for the national form.
func parseProcedure(s string) (UnitCode, error) {
	if len(s) < nationalLength || !digits(s[:1]) || s[1] != '.' || !digits(s[2:nationalLength]) {
		return "", errors.New(`want such as "1.000656"`)
	}
	suffix := s[nationalLength:]
	if suffix == "" {
		return "", nil
	}
	if suffix[0] != '.' {
		return "", errors.New("more than six digits")
	}
	unit, err := parseLegacyUnit(strings.Split(suffix[1:], "."))
	if err != nil {
		return "", fmt.Errorf("suffix: %w", err)
	}
	return unit, nil
}

// String returns the code as it is.
func (c ProcedureCode) String() string { return string(c) }

// National returns the code without the suffix of the unit that published it,
// by which the same procedure of two provinces can be joined.
func (c ProcedureCode) National() ProcedureCode {
	return c[:min(len(c), nationalLength)]
}

// Issuer returns the unit that published the code and whether it names one.
func (c ProcedureCode) Issuer() (UnitCode, bool) {
	u, err := parseProcedure(string(c))
	return u, err == nil && u != ""
}

// MarshalText writes the code; one that ParseProcedure refuses, such as the
// unset code, is an error.
func (c ProcedureCode) MarshalText() ([]byte, error) {
	v, err := ParseProcedure(string(c))
	return []byte(v), err
}

// UnmarshalText is ParseProcedure; on error c keeps its value.
func (c *ProcedureCode) UnmarshalText(text []byte) error {
	v, err := ParseProcedure(string(text))
	if err != nil {
		return err
	}
	*c = v
	return nil
}
