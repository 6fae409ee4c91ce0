package motcua_test

import (
	"slices"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"pgregory.net/rapid"
)

func anyDate() *rapid.Generator[motcua.Date] {
	return rapid.Custom(func(t *rapid.T) motcua.Date {
		return motcua.Date(rapid.Int32Range(1, int32(lastDay)).Draw(t, "date"))
	})
}

func TestDateLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyDate().Draw(t, "a"), anyDate().Draw(t, "b")
		if back, err := motcua.ParseDate(a.String()); back != a || err != nil {
			t.Fatalf("%v is read as %v, %v", a, back, err)
		}
		if got := a.AddDays(int(b - a)); got != b {
			t.Fatalf("%v and %d days = %v, want %v", a, b-a, got, b)
		}
		if (a < b) != (a.String() < b.String()) {
			t.Fatalf("%v and %v are in different orders as dates and as text", a, b)
		}
		if a != 1 && motcua.DateOf(a.In(time.UTC)) != a {
			t.Fatalf("midnight of %v is on %v", a, motcua.DateOf(a.In(time.UTC)))
		}
		n := rapid.IntRange(-30000, 30000).Draw(t, "n")
		c := a.AddMonths(n)
		if c == 0 {
			return // beyond the ends: a table tests those
		}
		y, m, d := a.Civil()
		cy, cm, cd := c.Civil()
		if 12*cy+int(cm) != 12*y+int(m)+n {
			t.Fatalf("%v and %d months = %v, another month", a, n, c)
		}
		if _, next, _ := c.AddDays(1).Civil(); cd != d && (cd > d || next == cm) {
			t.Fatalf("%v and %d months = %v, neither the day nor the month's last", a, n, c)
		}
	})
}

func TestDatesSortAsNumbers(t *testing.T) {
	days := []motcua.Date{motcua.MustDate("2026-07-01"), motcua.MustDate("1945-09-02"), 0}
	slices.Sort(days)
	if days[0] != 0 || days[2].String() != "2026-07-01" {
		t.Errorf("sorted: %v", days)
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2026-07-01", "2024-02-29", "0001-01-01", "9999-12-31", "2026-02-30", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := motcua.ParseDate(s)
		want, timeErr := time.Parse("2006-01-02", s)
		if (err == nil) != (timeErr == nil && want.Year() > 0) {
			t.Fatalf("ParseDate(%q): %v, package time: %v", s, err, timeErr)
		}
		if err == nil && d.String() != s {
			t.Fatalf("ParseDate(%q) writes %q", s, d)
		}
	})
}
