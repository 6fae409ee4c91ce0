package workday

import (
	"math"
	"testing"

	"github.com/motcua/motcua"
)

// Any four values either are a day that comes back as it was, or an error and no
// day; any date likewise.
func FuzzLunar(f *testing.F) {
	f.Add(2030, 1, 1, false, int32(motcua.MustDate("2030-02-02")))
	f.Add(2023, 2, 30, true, int32(motcua.MustDate("2199-12-31")))
	f.Add(1899, 12, 1, false, int32(motcua.MustDate("1900-01-01")))
	f.Add(2033, 11, 29, true, int32(0))
	f.Add(2199, 12, 1, false, int32(math.MinInt32))
	f.Add(math.MaxInt, math.MinInt, math.MaxInt, true, int32(math.MaxInt32))
	f.Fuzz(func(t *testing.T, year, month, day int, leap bool, number int32) {
		l := Lunar{year, month, day, leap}
		if d, err := l.Date(); err != nil {
			wantParseError(t, d == 0, err, l.String(), "")
		} else if back, err := LunarOf(d); back != l || err != nil {
			t.Errorf("%v is %v, which is %v, %v", l, d, back, err)
		}
		d := motcua.Date(number)
		if l, err := LunarOf(d); err != nil {
			wantParseError(t, l == Lunar{}, err, d.String(), "")
		} else if back, err := l.Date(); back != d || err != nil {
			t.Errorf("%v is %v, which is %v, %v", d, l, back, err)
		}
	})
}
