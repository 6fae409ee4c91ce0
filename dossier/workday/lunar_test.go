package workday

import (
	"encoding/csv"
	"errors"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
)

func TestLunarDays(t *testing.T) {
	for _, c := range []struct {
		civil string
		lunar Lunar
		why   string
	}{
		{"2020-01-25", Lunar{2020, 1, 1, false}, "Tết as published"},
		{"2021-02-12", Lunar{2021, 1, 1, false}, "Tết as published"},
		{"2022-02-01", Lunar{2022, 1, 1, false}, "Tết as published"},
		{"2023-01-22", Lunar{2023, 1, 1, false}, "Tết as published"},
		{"2024-02-10", Lunar{2024, 1, 1, false}, "Tết as published"},
		{"2025-01-29", Lunar{2025, 1, 1, false}, "Tết as published"},
		{"2026-02-17", Lunar{2026, 1, 1, false}, "Tết as published"},
		{"2027-02-06", Lunar{2027, 1, 1, false}, "a day later in Korea"},
		{"2028-01-26", Lunar{2028, 1, 1, false}, "a day later in Korea"},
		{"2030-02-02", Lunar{2030, 1, 1, false}, "a day later in China and Korea"},

		{"2020-04-02", Lunar{2020, 3, 10, false}, "Hùng Kings as published"},
		{"2021-04-21", Lunar{2021, 3, 10, false}, "Hùng Kings as published"},
		{"2022-04-10", Lunar{2022, 3, 10, false}, "Hùng Kings as published"},
		{"2023-04-29", Lunar{2023, 3, 10, false}, "late, after the leap month 2"},
		{"2024-04-18", Lunar{2024, 3, 10, false}, "Hùng Kings as published"},
		{"2025-04-07", Lunar{2025, 3, 10, false}, "Hùng Kings as published"},
		{"2026-04-26", Lunar{2026, 3, 10, false}, "Hùng Kings as published"},
		{"2027-04-16", Lunar{2027, 3, 10, false}, "Hùng Kings"},
		{"2028-04-04", Lunar{2028, 3, 10, false}, "Hùng Kings"},
		{"2030-04-12", Lunar{2030, 3, 10, false}, "Hùng Kings"},

		{"1968-01-29", Lunar{1968, 1, 1, false}, "the first at UTC+7, a day before China"},
		{"1969-02-16", Lunar{1969, 1, 1, false}, "a day before China"},
		{"1985-01-21", Lunar{1985, 1, 1, false}, "a month before China"},
		{"2007-02-17", Lunar{2007, 1, 1, false}, "a day before China"},

		{"2023-03-22", Lunar{2023, 2, 1, true}, "the leap month 2"},
		{"2025-07-25", Lunar{2025, 6, 1, true}, "the leap month 6"},
		{"1985-03-21", Lunar{1985, 2, 1, true}, "in China the leap month is 10 of 1984"},
		{"2033-12-22", Lunar{2033, 11, 1, true}, "months 9 of 2033 and 1 of 2034 have no term either, yet are not leap"},
		{"1900-01-01", Lunar{1899, 12, 1, false}, "the first day answered for"},
		{"2199-12-31", Lunar{2199, 11, 14, false}, "the last day answered for"},
	} {
		t.Run(c.civil, func(t *testing.T) {
			day := motcua.MustDate(c.civil)
			if got, err := LunarOf(day); got != c.lunar || err != nil {
				t.Errorf("%s is %v, %v, want %v: %s", c.civil, got, err, c.lunar, c.why)
			}
			if got, err := c.lunar.Date(); got != day || err != nil {
				t.Errorf("%v is %v, %v, want %s: %s", c.lunar, got, err, c.civil, c.why)
			}
		})
	}
}

// The file was made with CalendarVietnamese of the npm package date-chinese 2.1.4,
// which computes sun and moon from other series (VSOP87). It
// counts days at UTC+7 from 1968 on and at UTC+8 before.
func TestLunarGolden(t *testing.T) {
	f, err := os.Open("testdata/lunar-1968-2100.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 1+133 {
		t.Fatalf("%d rows, want the heading and 133 years", len(rows))
	}
	got := [][]string{{"year", "tet", "hungKings"}}
	for year := 1968; year <= 2100; year++ {
		got = append(got, []string{strconv.Itoa(year),
			civil(t, Lunar{Year: year, Month: 1, Day: 1}), civil(t, Lunar{Year: year, Month: 3, Day: 10})})
	}
	if diff := cmp.Diff(rows, got); diff != "" {
		t.Error("file and computation differ (-file +computed):\n", diff)
	}
}

func civil(t *testing.T, l Lunar) string {
	t.Helper()
	d, err := l.Date()
	if err != nil {
		t.Fatal(err)
	}
	return d.String()
}

// Every day answered for is the day after the day before, and comes back.
func TestLunarEveryDay(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	first, last := motcua.MustDate("1900-01-01"), motcua.MustDate("2199-12-31")
	yesterday := Lunar{1899, 11, 29, false}
	for d := first; d <= last; d++ {
		l, err := LunarOf(d)
		if err != nil {
			t.Fatal(err)
		}
		if !follows(yesterday, l) {
			t.Fatalf("%v: %v follows %v", d, l, yesterday)
		}
		if back, err := l.Date(); back != d || err != nil {
			t.Fatalf("%v is %v, which is %v, %v", d, l, back, err)
		}
		yesterday = l
	}
}

// follows reports whether b can be the day after a.
func follows(a, b Lunar) bool {
	next := a
	next.Day++
	if b == next && b.Day <= 30 {
		return true
	}
	if a.Day < 29 || b.Day != 1 {
		return false
	}
	if b.Leap {
		return !a.Leap && a.Year == b.Year && a.Month == b.Month
	}
	if a.Month == 12 {
		return b.Year == a.Year+1 && b.Month == 1
	}
	return b.Year == a.Year && b.Month == a.Month+1
}

// The leap months of a cycle of 19 years, and the seasons between which Tết falls.
func TestLunarYears(t *testing.T) {
	leaps := 0
	for year := 1900; year < 1900+19*15; year++ {
		inYear := 0
		for month := 1; month <= 12; month++ {
			if _, err := (Lunar{year, month, 1, true}).Date(); err == nil {
				inYear++
			}
		}
		if inYear > 1 {
			t.Errorf("%d has %d leap months", year, inYear)
		}
		leaps += inYear
		tet := civil(t, Lunar{Year: year, Month: 1, Day: 1})[5:]
		if tet < "01-20" || tet > "02-21" {
			t.Errorf("Tết %d is on %s", year, tet)
		}
	}
	if leaps != 7*15 {
		t.Errorf("%d leap months in 15 cycles of 19 years, want 7 each", leaps)
	}
}

func TestLunarFaults(t *testing.T) {
	for _, c := range []struct {
		lunar Lunar
		want  string
	}{
		{Lunar{}, "outside the civil years 1900 to 2199"},
		{Lunar{2030, 0, 1, false}, "month 0 is not in 1..12"},
		{Lunar{2030, 13, 1, false}, "month 13 is not in 1..12"},
		{Lunar{2030, 1, 0, false}, "day 0 is not in 1..30"},
		{Lunar{2030, 1, 31, false}, "the month has 30 days"},
		{Lunar{2030, 3, 30, false}, "the month has 29 days"},
		{Lunar{2030, 3, 10, true}, "no such leap month in that year"},
		{Lunar{2030, 10, 1, true}, "no such leap month in that year"},
		{Lunar{2030, 12, 1, true}, "no such leap month in that year"},
		{Lunar{2023, 3, 1, true}, "no such leap month in that year"},
		{Lunar{1899, 11, 29, false}, "outside the civil years 1900 to 2199"},
		{Lunar{2199, 12, 1, false}, "outside the civil years 1900 to 2199"},
		{Lunar{2200, 1, 1, false}, "outside the civil years 1900 to 2199"},
	} {
		t.Run(c.lunar.String(), func(t *testing.T) {
			d, err := c.lunar.Date()
			wantParseError(t, d == 0, err, c.lunar.String(), c.want)
		})
	}
	for _, text := range []string{"1899-12-31", "2200-01-01"} {
		l, err := LunarOf(motcua.MustDate(text))
		wantParseError(t, l == Lunar{}, err, text, "outside the civil years 1900 to 2199")
	}
	l, err := LunarOf(0)
	wantParseError(t, l == Lunar{}, err, "unset", "outside the civil years 1900 to 2199")
}

func wantParseError(t *testing.T, zero bool, err error, input, want string) {
	t.Helper()
	var parse *motcua.ParseError
	if !zero || !errors.As(err, &parse) || parse.Input != input || !strings.Contains(err.Error(), want) {
		t.Errorf("%s: zero value %t and %v, want true and %q", input, zero, err, want)
	}
}

func TestLunarString(t *testing.T) {
	for want, l := range map[string]Lunar{
		"10/3/2030": {2030, 3, 10, false},
		"1/2+/2023": {2023, 2, 1, true},
		"0/0/0":     {},
	} {
		if got := l.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func BenchmarkLunarOf(b *testing.B) {
	d := motcua.MustDate("2026-01-01")
	for i := 0; b.Loop(); i++ {
		if _, err := LunarOf(d.AddDays(i % 10_000)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLunarDate(b *testing.B) {
	for i := 0; b.Loop(); i++ {
		if _, err := (Lunar{Year: 1990 + i%90, Month: 3, Day: 10}).Date(); err != nil {
			b.Fatal(err)
		}
	}
}
