package npsp

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/motcua/motcua"
)

// TestMoments holds every second that the zone has to package time.
func TestMoments(t *testing.T) {
	zone := motcua.Vietnam()
	first := time.Date(1, 1, 1, 0, 0, 0, 0, zone).Unix()
	rapid.Check(t, func(t *rapid.T) {
		sec := rapid.OneOf(rapid.Int64Range(first, lastSecond), rapid.Int64Range(0, 1<<32), rapid.Int64Range(zoneSettled-3*86400, zoneSettled+86400)).Draw(t, "second")
		want := time.Unix(sec, 999999999).In(zone)
		m := MomentOf(want.UTC())
		if m.String() != want.Format("20060102150405") || m.Date() != motcua.DateOf(want) {
			t.Fatalf("%v: %v, %v", want, m, m.Date())
		}
		back := time.Date(want.Year(), want.Month(), want.Day(), want.Hour(), want.Minute(), want.Second(), 0, zone)
		if m.Unix() != back.Unix() || !m.Time().Equal(back) || m.Time().Location() != zone {
			t.Fatalf("%v: %d, %v", want, m.Unix(), m.Time())
		}
		if read, err := ParseMoment(m.String()); err != nil || read != m {
			t.Fatalf("%v: read %v, %v", m, read, err)
		}
	})
}

func TestMomentsThatAreNone(t *testing.T) {
	for _, s := range []string{
		"20260230000000", "20250229000000", "19000229000000", "20260431000000", "20261301000000", "20260001000000", "20260100000000", "00000101000000",
		"20260701240000", "20260701006000", "20260701000060", "2026070108150", "202607010815000", "2026070108150x", "2026070108150 ", "-2026070108150", "0", "２０２６",
	} {
		m, err := ParseMoment(s)
		var parse *motcua.ParseError
		if m != 0 || !errors.As(err, &parse) || parse.Input != s {
			t.Errorf("%q: %d, %v", s, m, err)
		}
	}
	for _, s := range []string{"20240229235959", "20000229000000", "00010101000000", "99991231235959"} {
		if m, err := ParseMoment(s); err != nil || m.String() != s {
			t.Errorf("%q: %v, %v", s, m, err)
		}
	}
	for _, m := range []Moment{0, -1, 1, 20260230000000, 20260701240000, 99999999999999, 100000101000000, 1<<63 - 1, -1 << 63} {
		if m.String() != "" || !m.Time().IsZero() || m.Unix() != 0 || m.Date() != 0 || len(m.AppendDigits(nil)) != 0 {
			t.Errorf("%d: %q, %v, %d, %v", int64(m), m, m.Time(), m.Unix(), m.Date())
		}
	}
	for _, out := range []time.Time{{}, time.Date(10000, 1, 1, 0, 0, 0, 0, motcua.Vietnam()), time.Date(-5, 1, 1, 0, 0, 0, 0, time.UTC), time.Unix(1<<62, 0)} {
		if m := MomentOf(out); m != 0 {
			t.Errorf("%v: %v", out, m)
		}
	}
	if m := MomentOf(time.Unix(lastSecond, 0)); m != 99991231235959 {
		t.Errorf("the last second: %v", m)
	}
	if m, err := ParseMoment(""); m != 0 || err != nil {
		t.Errorf("absent: %v, %v", m, err)
	}
}

// TestScalars reads texts at the borders of what they may be.
func TestScalars(t *testing.T) {
	for s, want := range map[string]Code{
		"": CodeAbsent, "0": 0, "7": 7, "10": 10, "127": 127, "128": CodeOther, "00": CodeOther, "01": CodeOther, "-1": CodeOther, "1.0": CodeOther, "1 ": CodeOther, "1000": CodeOther, "x": CodeOther,
	} {
		if got := codeOf(s); got != want {
			t.Errorf("code %q: %d", s, got)
		}
	}
	for s, want := range map[string]int64{"": 0, "0": 0, "007": 7, "9007199254740991": largestAmount, "9007199254740992": -1, "99999999999999999999999": -1, "-0": -1, "1.0": -1, "+1": -1} {
		if got, ok := amountOf(s); ok != (want >= 0) || ok && got != want {
			t.Errorf("amount %q: %d, %t", s, got, ok)
		}
	}
	for s, want := range map[string]whole{
		"": wholeRead, "-9223372036854775808": wholeRead, "9223372036854775807": wholeRead, "9223372036854775808": wholeBeyond, "-9223372036854775809": wholeBeyond,
		"18446744073709551616": wholeBeyond, "184467440737095516160": wholeBeyond, "-": wholeText, "1e3": wholeText, "99999999999999999999x": wholeText,
	} {
		if _, got := wholeOf(s); got != want {
			t.Errorf("whole %q: %d", s, got)
		}
	}
	if n, _ := wholeOf("-9223372036854775808"); n != -1<<63 {
		t.Errorf("the least number is read as %d", n)
	}
}
