package motcua

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestVietnamWithoutZoneData(t *testing.T) {
	fixed := loadVietnam(func(string) (*time.Location, error) { return nil, errors.New("no zone data") })
	at := time.Date(2026, 6, 30, 17, 0, 0, 0, time.UTC)
	if got := at.In(fixed).String(); got != "2026-07-01 00:00:00 +0700 Asia/Ho_Chi_Minh" {
		t.Errorf("with the fixed zone it is %s", got)
	}
	if first, second := Vietnam(), Vietnam(); first != second || first.String() != "Asia/Ho_Chi_Minh" {
		t.Errorf("the zone is %v and %v", first, second)
	}
	if a, b := at.In(fixed).Format(time.DateTime), at.In(Vietnam()).Format(time.DateTime); a != b {
		t.Errorf("the zones differ: %s and %s", a, b)
	}
}

func TestQuoteCutsBetweenCharacters(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", `""`},
		{"a\"b", `"a\"b"`},
		{strings.Repeat("a", 64), `"` + strings.Repeat("a", 64) + `"`}, // just fits
		{strings.Repeat("a", 65), `"` + strings.Repeat("a", 64) + `"… (65 bytes)`},
		{strings.Repeat("a", 63) + "ờ!", `"` + strings.Repeat("a", 63) + `"… (67 bytes)`}, // three bytes
		{strings.Repeat("\x80", 70), `"` + strings.Repeat(`\x80`, 60) + `"… (70 bytes)`},  // never a start
	} {
		if got := quote(c.in); got != c.want {
			t.Errorf("quote(%q) = %s, want %s", c.in, got, c.want)
		}
	}
}
