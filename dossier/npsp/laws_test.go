package npsp

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// drawLine draws a message in a drawn spelling, with that many faults planted.
func drawLine(t *rapid.T, faults int) []byte {
	s := drawSpelling(t)
	s.fault = faults
	var v any = new(Dossier)
	if rapid.IntRange(0, 3).Draw(t, "step") == 0 {
		v = new(Progress)
	}
	drawInto(t, reflect.ValueOf(v).Elem())
	return []byte(s.space() + s.object(reflect.ValueOf(v).Elem()) + s.space())
}

// TestBothReadersAgree: what the full reader takes, the single pass takes, however
// it is spelt, and nothing else; both tell the same.
func TestBothReadersAgree(t *testing.T) {
	for _, lenient := range []bool{false, true} {
		var taken, refused int
		rapid.Check(t, func(rt *rapid.T) {
			line := drawLine(rt, rapid.IntRange(0, 2).Draw(rt, "faults"))
			o := &Options{Lenient: lenient}
			fast := agree(rt, line, o)
			_, faults := Parse(line, o)
			if full := faults.Err() == nil; full && !fast && !lenient {
				rt.Fatalf("taken in full alone:\n%s", line)
			}
			if fast {
				taken++
			} else {
				refused++
			}
		})
		t.Logf("lenient %t: %d taken, %d refused", lenient, taken, refused)
		if n := taken + refused; n >= 100 && (taken < n/10 || refused < n/10) {
			t.Errorf("lenient %t: %d taken, %d refused; the draw is one-sided", lenient, taken, refused)
		}
	}
}
