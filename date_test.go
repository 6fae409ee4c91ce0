package motcua_test

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/motcua/motcua"
)

const lastDay = motcua.Date(3652059)

func TestParseDate(t *testing.T) {
	for _, c := range []struct {
		in   string
		want motcua.Date // 0: refused
	}{
		{"0001-01-01", 1},
		{"0001-12-31", 365},
		{"0004-02-29", 1155}, // first leap day
		{"1970-01-01", 719163},
		{"2000-02-29", 730179}, // divisible by 400
		{"2024-02-29", 738945},
		{"2025-07-01", 739433},
		{"9999-12-31", lastDay},

		{"", 0},
		{"0000-01-01", 0},  // there is no year 0
		{"1900-02-29", 0},  // divisible by 100 and not by 400
		{"2025-02-29", 0},  // not a leap year
		{"2025-04-31", 0},  // April has 30 days
		{"2025-00-10", 0},  // no month 0
		{"2025-13-10", 0},  // no month 13
		{"2025-01-00", 0},  // no day 0
		{"2025-01-32", 0},  // no day 32
		{"2025-1-01", 0},   // one digit
		{"2025/01/01", 0},  // other separators
		{"01-01-2025", 0},  // day first
		{"20250101", 0},    // no separators
		{"10000-01-01", 0}, // five digits
		{"-025-01-01", 0},  // a sign
		{"+025-01-01", 0},
		{" 025-01-01", 0},
		{"2025-01-01 ", 0},
		{"2025-01-01T00:00:00Z", 0},
		{"２025-01-0", 0}, // ten bytes, one of the digits is full-width
	} {
		got, err := motcua.ParseDate(c.in)
		if got != c.want || (err == nil) != (c.want != 0) {
			t.Errorf("ParseDate(%q) = %d, %v, want %d", c.in, got, err, c.want)
		}
		if err == nil && got.String() != c.in {
			t.Errorf("ParseDate(%q) writes %q", c.in, got)
		}
		var parse *motcua.ParseError
		if err != nil && (!errors.As(err, &parse) || parse.Kind != "date" || parse.Input != c.in || parse.Err == nil) {
			t.Errorf("ParseDate(%q) gives the error %#v", c.in, err)
		}
	}
}

func TestNewDate(t *testing.T) {
	for _, c := range []struct {
		year, month, day int
		want             string // "": refused
	}{
		{2026, 7, 1, "2026-07-01"},
		{1, 1, 1, "0001-01-01"},
		{9999, 12, 31, "9999-12-31"},
		{0, 1, 1, ""},
		{-1, 1, 1, ""},
		{10000, 1, 1, ""},
		{2026, 0, 1, ""},
		{2026, 13, 1, ""},
		{2026, -1, 1, ""},
		{2026, 2, 29, ""},
		{2026, 2, -1, ""},
		{1 << 40, 1, 1, ""},
	} {
		d, err := motcua.NewDate(c.year, time.Month(c.month), c.day)
		if c.want == "" {
			var parse *motcua.ParseError
			if d != 0 || !errors.As(err, &parse) {
				t.Errorf("NewDate(%d, %d, %d) = %v, %v, want a *ParseError", c.year, c.month, c.day, d, err)
			}
		} else if err != nil || d.String() != c.want {
			t.Errorf("NewDate(%d, %d, %d) = %v, %v, want %s", c.year, c.month, c.day, d, err, c.want)
		}
	}
}

func TestDateUnset(t *testing.T) {
	var d motcua.Date
	if !d.IsZero() || d.String() != "unset" || d.Weekday() != time.Sunday || d.AddDays(1) != 0 || d.AddMonths(1) != 0 {
		t.Errorf("the unset date is %v", d)
	}
	if y, m, day := d.Civil(); y != 0 || m != 0 || day != 0 {
		t.Errorf("the unset date is civil %d %d %d", y, m, day)
	}
	if !d.In(time.UTC).IsZero() || motcua.DateOf(time.Time{}) != 0 {
		t.Error("the unset date and the zero time are not each other's")
	}
	for _, bad := range []motcua.Date{0, -1, lastDay + 1, -1 << 31, 1<<31 - 1} {
		if b, err := bad.MarshalText(); err == nil {
			t.Errorf("date %d is written as %q", int32(bad), b)
		}
		if _, m, _ := bad.Civil(); m != 0 || bad.AddDays(0) != 0 || bad.AddMonths(0) != 0 || !bad.In(nil).IsZero() || bad.Weekday() != 0 {
			t.Errorf("date %d is taken for a day", int32(bad))
		}
	}
	if s := motcua.Date(-5).String(); s != "Date(-5)" {
		t.Errorf("a date out of range is %q", s)
	}
}

// TestDateAgainstTime compares with package time: every day near the ends and
// over two centuries, and every 13th day elsewhere.
func TestDateAgainstTime(t *testing.T) {
	dense := func(year int) bool { return year < 5 || year > 9995 || year > 1895 && year < 2105 }
	step := motcua.Date(1)
	for d := motcua.Date(1); d <= lastDay; d += step {
		want := time.Unix((int64(d)-719163)*86400, 0).UTC()
		y, m, day := d.Civil()
		if wy, wm, wd := want.Date(); y != wy || m != wm || day != wd || d.Weekday() != want.Weekday() {
			t.Fatalf("date %d is %d-%d-%d %v, want %v", int32(d), y, m, day, d.Weekday(), want)
		}
		if back, err := motcua.NewDate(y, m, day); back != d || err != nil {
			t.Fatalf("NewDate of %v = %v, %v", d, back, err)
		}
		if step = 13; dense(y) || dense(y+1) {
			step = 1
		}
	}
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-01-15", 1, "2026-02-15"},
		{"2026-01-31", 1, "2026-02-28"}, // shorter month
		{"2024-01-31", 1, "2024-02-29"}, // leap year
		{"2026-01-31", 2, "2026-03-31"}, // not clamped on the way
		{"2026-03-31", -1, "2026-02-28"},
		{"2026-05-31", 0, "2026-05-31"},
		{"2026-01-01", -1, "2025-12-01"}, // over the year
		{"2026-12-31", 1, "2027-01-31"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-02-29", 48, "2028-02-29"},
		{"0001-01-31", -1, "unset"}, // before the first year
		{"0001-02-28", -1, "0001-01-28"},
		{"9999-12-01", 1, "unset"}, // after the last
		{"9999-11-30", 1, "9999-12-30"},
		{"0001-01-01", 9999*12 - 1, "9999-12-01"},
		{"2026-01-01", 1<<63 - 1, "unset"}, // no overflow
		{"2026-01-01", -1 << 63, "unset"},
	} {
		if got := motcua.MustDate(c.from).AddMonths(c.n); got.String() != c.want {
			t.Errorf("%s and %d months = %v, want %s", c.from, c.n, got, c.want)
		}
	}
}

func TestAddDaysEnds(t *testing.T) {
	for _, c := range []struct {
		from motcua.Date
		n    int
		want motcua.Date
	}{
		{1, -1, 0},
		{1, 0, 1},
		{1, int(lastDay) - 1, lastDay},
		{1, int(lastDay), 0},
		{lastDay, 1, 0},
		{lastDay, 1 - int(lastDay), 1},
		{lastDay, -int(lastDay), 0},
		{5, 1<<63 - 1, 0}, // no overflow
		{5, -1 << 63, 0},
		{5, 1 << 32, 0}, // would come back to 5 in 32 bits
	} {
		if got := c.from.AddDays(c.n); got != c.want {
			t.Errorf("%v and %d days = %v, want %v", c.from, c.n, got, c.want)
		}
	}
}

func TestDateOf(t *testing.T) {
	utc := time.Date(2026, 6, 30, 17, 0, 0, 0, time.UTC) // midnight in Vietnam
	vn := motcua.Vietnam()
	for _, c := range []struct {
		name string
		at   time.Time
		want motcua.Date
	}{
		{"the day in UTC", utc, motcua.MustDate("2026-06-30")},
		{"the day in Vietnam", utc.In(vn), motcua.MustDate("2026-07-01")},
		{"a nanosecond before", utc.Add(-1).In(vn), motcua.MustDate("2026-06-30")},
		{"the year 0", time.Date(0, 12, 31, 0, 0, 0, 0, time.UTC), 0},
		{"the year 10000", time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), 0},
		{"the zero time, though it is a day", time.Time{}, 0},
		{"a second after the zero time", time.Time{}.Add(time.Second), 1},
	} {
		if got := motcua.DateOf(c.at); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	if got := motcua.MustDate("2026-07-01").In(nil); !got.Equal(utc) {
		t.Errorf("midnight in Vietnam is %v", got)
	}
	if got := motcua.MustDate("2026-07-01").In(time.UTC); !got.Equal(utc.Add(7 * time.Hour)) {
		t.Errorf("midnight in UTC is %v", got)
	}
}

func TestDateJSON(t *testing.T) {
	type row struct {
		Day  motcua.Date            `json:"day,omitzero"`
		Seen map[motcua.Date]int    `json:"seen,omitempty"`
		Null *motcua.Date           `json:"null"`
		All  []motcua.Date          `json:"all,omitempty"`
		Keep motcua.Validity        `json:"keep,omitzero"`
		By   map[string]motcua.Date `json:"by,omitempty"`
	}
	const text = `{"day":"2026-07-01","seen":{"2026-07-02":3},"null":null,"all":["0001-01-01"],"keep":{"from":"2026-01-01"}}`
	var r row
	if err := json.Unmarshal([]byte(text), &r); err != nil {
		t.Fatal(err)
	}
	if b, err := json.Marshal(r); err != nil || string(b) != text {
		t.Errorf("wrote %s, %v", b, err)
	}
	if b, err := json.Marshal(row{}); err != nil || string(b) != `{"null":null}` {
		t.Errorf("the zero row is %s, %v", b, err)
	}
	if b, err := json.Marshal(row{All: []motcua.Date{0}}); err == nil {
		t.Errorf("an unset date is written: %s", b)
	}
	for _, bad := range []string{`{"day":""}`, `{"day":20260701}`, `{"day":"2026-02-30"}`, `{"seen":{"x":1}}`} {
		r = row{Day: 5}
		if err := json.Unmarshal([]byte(bad), &r); err == nil || r.Day != 5 {
			t.Errorf("%s is read as %v, %v", bad, r.Day, err)
		}
	}
}

func TestMustDatePanics(t *testing.T) {
	mustPanic(t, func() { motcua.MustDate("2026-02-30") })
}

func mustPanic(t *testing.T, f func()) {
	t.Helper()
	defer func() {
		if _, ok := recover().(*motcua.ParseError); !ok {
			t.Error("want a panic with a *ParseError")
		}
	}()
	f()
}
