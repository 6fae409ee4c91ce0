package motcua

import (
	"errors"
	"fmt"
	"strings"
)

// UnitCode is the electronic identifier of a unit (mã định danh điện tử) in the
// order of Decision 20/2020/QĐ-TTg: the large unit first, without trailing parts
// that are all zero, such as "H56", "H56.34" or "H56.34.12.001". "" is unset.
// ParseUnit makes it canonical, so == compares units.
type UnitCode string

// ParseUnit reads a unit code in either order: "H56.34.12", with or without
// trailing zero parts, and the older small-unit-first form of four parts,
// "000.12.34.H56", which is the same unit. Anything else is a *ParseError. The
// form is checked, not whether the unit exists.
func ParseUnit(s string) (UnitCode, error) {
	u, err := parseUnit(s)
	if err != nil {
		return "", &ParseError{"unit code", s, err}
	}
	return u, nil
}

func parseUnit(s string) (UnitCode, error) {
	parts := strings.Split(s, ".")
	if len(parts) > len(unitWidths) {
		return "", fmt.Errorf("more than %d parts", len(unitWidths))
	}
	switch {
	case isRoot(parts[0]):
		return joinUnit(parts)
	case isRoot(parts[len(parts)-1]):
		return parseLegacyUnit(parts)
	}
	return "", errors.New(`want such as "H56.34.12" or "000.12.34.H56"`)
}

// parseLegacyUnit reads the parts of the small-unit-first form.
func parseLegacyUnit(parts []string) (UnitCode, error) {
	if len(parts) != len(unitWidths) || !isRoot(parts[3]) {
		return "", errors.New(`want a unit such as "000.12.34.H56"`)
	}
	return joinUnit([]string{parts[3], parts[2], parts[1], parts[0]})
}

// unitWidths is the number of characters of each part, large unit first.
var unitWidths = [...]int{3, 2, 2, 3}

// isRoot reports whether part is a capital letter and two digits.
func isRoot(part string) bool {
	return len(part) == 3 && part[0] >= 'A' && part[0] <= 'Z' && digits(part[1:])
}

// joinUnit checks parts, large unit first and the first of them a root, and
// drops those at the end that are zero.
func joinUnit(parts []string) (UnitCode, error) {
	used := 1
	for i, part := range parts[1:] {
		if len(part) != unitWidths[i+1] || !digits(part) {
			return "", fmt.Errorf("part %s is not %d digits", quote(part), unitWidths[i+1])
		}
		if strings.Trim(part, "0") == "" {
			continue
		}
		if used != i+1 {
			return "", fmt.Errorf("part %q stands under a part that is zero", part)
		}
		used = i + 2
	}
	return UnitCode(strings.Join(parts[:used], ".")), nil
}

// String returns the code as it is.
func (u UnitCode) String() string { return string(u) }

// Legacy writes the older form of four parts, small unit first: "000.12.34.H56"
// for "H56.34.12". It is "" for a code that ParseUnit would refuse.
func (u UnitCode) Legacy() string {
	c, err := parseUnit(string(u))
	if err != nil {
		return ""
	}
	parts := [...]string{"", "00", "00", "000"}
	copy(parts[:], strings.Split(string(c), "."))
	return parts[3] + "." + parts[2] + "." + parts[1] + "." + parts[0]
}

// Parent returns the unit above and whether there is one.
func (u UnitCode) Parent() (UnitCode, bool) {
	i := strings.LastIndexByte(string(u), '.')
	if i < 0 {
		return "", false
	}
	return u[:i], true
}

// Root returns the unit of the first level, a ministry ("G12") or a province
// ("H56").
func (u UnitCode) Root() UnitCode {
	root, _, _ := strings.Cut(string(u), ".")
	return UnitCode(root)
}

// MarshalText writes the canonical code; one that ParseUnit refuses, such as
// the unset code, is an error.
func (u UnitCode) MarshalText() ([]byte, error) {
	c, err := ParseUnit(string(u))
	return []byte(c), err
}

// UnmarshalText is ParseUnit; on error u keeps its value.
func (u *UnitCode) UnmarshalText(text []byte) error {
	v, err := ParseUnit(string(text))
	if err != nil {
		return err
	}
	*u = v
	return nil
}
