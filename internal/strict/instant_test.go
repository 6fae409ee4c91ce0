package strict_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// TestInstant: an instant is RFC 3339 as schemas have it, to the letter. What package
// time takes beside that is a fault, and nothing of a time is dropped.
func TestInstant(t *testing.T) {
	at := time.Date(2026, time.March, 2, 8, 0, 0, 0, time.UTC)
	for _, row := range []struct {
		why, json string
		want      time.Time // zero: a fault
	}{
		{"in UTC", `"2026-03-02T08:00:00Z"`, at},
		{"of here", `"2026-03-02T15:00:00+07:00"`, at},
		{"written with escapes, as JSON allows", `"2026\u002d03-02T08:00:00Z"`, at},
		{"to the nanosecond", `"2026-03-02T08:00:00.000000001Z"`, at.Add(1)},
		{"finer than it can be kept", `"2026-03-02T08:00:00.0000000001Z"`, time.Time{}},
		{"a comma", `"2026-03-02T08:00:00,5Z"`, time.Time{}},
		{"one digit for the hour", `"2026-03-02T8:00:00Z"`, time.Time{}},
		{"midnight of the day before", `"2026-03-02T24:00:00Z"`, time.Time{}},
		{"a leap second", `"2016-12-31T23:59:60Z"`, time.Time{}},
		{"a zone of a day", `"2026-03-02T08:00:00+24:00"`, time.Time{}},
		{"no zone", `"2026-03-02T08:00:00"`, time.Time{}},
		{"lower case", `"2026-03-02t08:00:00z"`, time.Time{}},
		{"no such day", `"2026-02-30T08:00:00Z"`, time.Time{}},
		{"a day", `"2026-03-02"`, time.Time{}},
		{"a line after it", strconv.Quote("2026-03-02T08:00:00Z\n"), time.Time{}},
	} {
		type line struct {
			At time.Time `json:"at"`
		}
		got, faults := strict.Read([]byte(`{"at":`+row.json+`}`), func(*line) motcua.Faults { return nil })
		switch {
		case row.want.IsZero() && (len(faults) != 1 || faults[0].Code != strict.CodeValue || faults[0].Pointer != "/at"):
			t.Errorf("%s: %v, %v", row.why, got, faults)
		case !row.want.IsZero() && (faults != nil || !got.At.Equal(row.want)):
			t.Errorf("%s: %v, %v", row.why, got, faults)
		}
	}
}
