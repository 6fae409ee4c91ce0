package enum_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua/internal/enum"
)

type colour uint8

const (
	red colour = iota + 1
	green
	blue
)

var colours = enum.New[colour]("colour", "red", "green", "xanh da trời")

func TestString(t *testing.T) {
	for _, c := range []struct {
		value colour
		want  string
	}{
		{0, "colour(0)"}, {red, "red"}, {green, "green"}, {blue, "xanh da trời"}, {4, "colour(4)"}, {255, "colour(255)"},
	} {
		if got := colours.String(c.value); got != c.want {
			t.Errorf("String(%d) = %q, want %q", uint8(c.value), got, c.want)
		}
	}
}

// TestEveryValue walks all values a uint8 has: those with a name come back from
// it, the others have none.
func TestEveryValue(t *testing.T) {
	for i := range 256 {
		value, named := colour(i), i >= 1 && i <= 3
		text, err := colours.Append([]byte("> "), value)
		if (err == nil) != named {
			t.Errorf("Append(%d): error %v", i, err)
		}
		if !named {
			if string(text) != "> " || err.Error() != fmt.Sprintf("colour %d has no name", i) {
				t.Errorf("Append(%d) = %q, %v", i, text, err)
			}
			continue
		}
		name, kept := strings.CutPrefix(string(text), "> ")
		if back, err := colours.Parse([]byte(name)); err != nil || back != value || !kept || name != colours.String(value) {
			t.Errorf("%d is written %q and read as %d, %v", i, text, back, err)
		}
	}
}

func TestParseUnknown(t *testing.T) {
	for _, text := range []string{"", "Red", "red ", "yellow", "colour(1)", "1", "xanh da tro\u031b\u0300i"} { // the last is decomposed
		got, err := colours.Parse([]byte(text))
		want := fmt.Sprintf(`unknown colour %q, want one of ["red" "green" "xanh da trời"]`, text)
		if got != 0 || err == nil || err.Error() != want {
			t.Errorf("Parse(%q) = %d, %v", text, got, err)
		}
	}
}

func TestNames(t *testing.T) {
	want := []string{"red", "green", "xanh da trời"}
	colours.Names()[0] = "mine" // a copy
	if diff := cmp.Diff(want, colours.Names()); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

// TestZeroTable: a table nobody made knows nothing, and does not panic.
func TestZeroTable(t *testing.T) {
	var none enum.Table[colour]
	if _, err := none.Append(nil, red); err == nil || none.String(red) != "(1)" || len(none.Names()) != 0 {
		t.Errorf("error %v, string %q, names %q", err, none.String(red), none.Names())
	}
	if _, err := none.Parse([]byte("")); err == nil {
		t.Error("an empty table reads an empty name")
	}
}

func TestNoAllocation(t *testing.T) {
	buffer, name := make([]byte, 0, 64), []byte("green")
	if n := testing.AllocsPerRun(100, func() {
		_, _ = colours.Append(buffer, blue)
		_, _ = colours.Parse(name)
		_ = colours.String(red)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
