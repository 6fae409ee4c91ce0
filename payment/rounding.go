package payment

import "github.com/motcua/motcua/internal/enum"

// Rounding says how an exact amount becomes a whole number of minor units. No act
// gives a rule for đồng, so whoever computes names one.
type Rounding uint8

// The roundings, written "halfUp", "halfEven", "down" and "up".
const (
	HalfUp   Rounding = iota + 1 // to the nearest, a tie away from zero
	HalfEven                     // to the nearest, a tie to the even one
	Down                         // towards zero
	Up                           // away from zero
)

var roundings = enum.New[Rounding]("rounding", "halfUp", "halfEven", "down", "up")

// String names the value; it never fails.
func (r Rounding) String() string { return roundings.String(r) }

// MarshalText writes the name; an unset value is an error.
func (r Rounding) MarshalText() ([]byte, error) { return roundings.Append(nil, r) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (r *Rounding) UnmarshalText(text []byte) error { return roundings.Unmarshal(r, text) }

// away reports whether a quotient that is not exact is rounded away from zero; half
// compares what is left with half a unit.
func (r Rounding) away(quotient uint64, half int) bool {
	switch r {
	case HalfUp:
		return half >= 0
	case HalfEven:
		return half > 0 || half == 0 && quotient%2 == 1
	case Up:
		return true
	}
	return false
}
