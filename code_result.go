package motcua

import (
	"errors"
	"strings"
)

// ResultCode is the code of a kind of paper: a result (kết quả, "KQ") or a
// component of a dossier (thành phần, "TP"). Catalogues hold several forms of
// it: "KQ.G12.001083" today, and from before "KQ-G10.000001",
// "TP-G12.0001300", "000.00.00.G11-KQ1711" and "G19-KQ0061781". It is kept as
// written; "" is unset.
type ResultCode string

// ParseResult reads any of the forms; else a *ParseError. The kind is two
// capital letters; which kinds exist is not checked.
func ParseResult(s string) (ResultCode, error) {
	if _, err := parseResult(s); err != nil {
		return "", &ParseError{"result code", s, err}
	}
	return ResultCode(s), nil
}

// parseResult returns the issuer.
func parseResult(s string) (UnitCode, error) {
	if unit, tail, ok := strings.Cut(s, "-"); ok && len(unit) > 2 {
		if len(tail) < 3 || !isKind(tail[:2]) || !digits(tail[2:]) {
			return "", errors.New(`want a kind and digits after the unit, such as "KQ1711"`)
		}
		return parseUnit(unit)
	}
	if len(s) < 3 || !isKind(s[:2]) || s[2] != '.' && s[2] != '-' {
		return "", errors.New(`want such as "KQ.G12.001083"`)
	}
	i := strings.LastIndexByte(s, '.')
	if i <= 3 || len(s)-i-1 < serialDigits || !digits(s[i+1:]) {
		return "", errors.New("want a unit and four or more digits after the kind")
	}
	parts := strings.Split(s[3:i], ".")
	if len(parts) > len(unitWidths) || !isRoot(parts[0]) {
		return "", errors.New(`want a unit such as "G12" after the kind`)
	}
	return joinUnit(parts)
}

// isKind reports whether s is two capital letters.
func isKind(s string) bool {
	return len(s) == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z'
}

// String returns the code as it is.
func (c ResultCode) String() string { return string(c) }

// Issuer returns the unit that gave the code; "" for a code that ParseResult
// would refuse.
func (c ResultCode) Issuer() UnitCode {
	u, err := parseResult(string(c))
	if err != nil {
		return ""
	}
	return u
}

// MarshalText writes the code; one that ParseResult refuses, such as the unset
// code, is an error.
func (c ResultCode) MarshalText() ([]byte, error) {
	v, err := ParseResult(string(c))
	return []byte(v), err
}

// UnmarshalText is ParseResult; on error c keeps its value.
func (c *ResultCode) UnmarshalText(text []byte) error {
	v, err := ParseResult(string(text))
	if err != nil {
		return err
	}
	*c = v
	return nil
}
