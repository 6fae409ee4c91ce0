package gateway_test

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment/gateway"
)

// TestMoments: a clock of 24 hours, in Vietnam, whatever zone the time came in.
func TestMoments(t *testing.T) {
	for text, want := range map[string]time.Time{
		"20260701203000": evening,
		"20260701000000": time.Date(2026, 6, 30, 17, 0, 0, 0, time.UTC),
		"20240229235959": time.Date(2024, 2, 29, 23, 59, 59, 0, motcua.Vietnam()),
		"99991231235959": time.Date(9999, 12, 31, 23, 59, 59, 0, motcua.Vietnam()),
	} {
		if got := gateway.Moment(want.UTC().Add(999 * time.Millisecond)); got != text {
			t.Errorf("%v is written %s, want %s", want, got, text)
		}
		if got, err := gateway.ParseMoment(text); err != nil || !got.Equal(want) {
			t.Errorf("%s is read as %v, %v", text, got, err)
		}
	}
	for _, text := range []string{
		"", "2026070108300", "202607010830000", "20260701083000 ", "20260701246060", "20260701240000", "20260230083000", "20250229000000", "20260001000000",
		"20260701083060", "2026-07-01T08:30", "２0260701083000", "00000101000000", "20260701083000.5", "2026070108300x",
	} {
		var parse *motcua.ParseError
		if got, err := gateway.ParseMoment(text); !errors.As(err, &parse) || !got.IsZero() {
			t.Errorf("%q is read as %v, %v", text, got, err)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		at := time.Unix(rapid.Int64Range(-62_000_000_000, 253_000_000_000).Draw(t, "at"), 0)
		if got, err := gateway.ParseMoment(gateway.Moment(at)); err != nil || !got.Equal(at) {
			t.Fatalf("%v is read again as %v, %v", at, got, err)
		}
	})
}

// TestWindow: both ends of the window are within it.
func TestWindow(t *testing.T) {
	w := gateway.Window{Before: time.Hour, After: 5 * time.Minute}
	for _, c := range []struct {
		why  string
		now  time.Time
		want string
	}{
		{"at once", evening, ""},
		{"in another zone", evening.UTC(), ""},
		{"an hour old", evening.Add(time.Hour), ""},
		{"older", evening.Add(time.Hour + time.Second), "the message of 2026-07-01T20:30:00+07:00 is too old by 1s"},
		{"much older", evening.AddDate(1, 0, 0), "the message of 2026-07-01T20:30:00+07:00 is too old by 8759h0m0s"},
		{"of a clock ahead", evening.Add(-5 * time.Minute), ""},
		{"of a time to come", evening.Add(-5*time.Minute - time.Second), "the message of 2026-07-01T20:30:00+07:00 is ahead of its time by 1s"},
	} {
		err := w.Check("20260701203000", c.now)
		var outside *gateway.WindowError
		if c.want == "" && err != nil || c.want != "" && (!errors.As(err, &outside) || err.Error() != c.want || !outside.At.Equal(evening) || outside.Window != w) {
			t.Errorf("%s: %v", c.why, err)
		}
	}
	var parse *motcua.ParseError
	if err := w.Check("20260701083", evening); !errors.As(err, &parse) {
		t.Errorf("no time: %v", err)
	}
	if err := (gateway.Window{}).Check("20260701203000", evening.Add(time.Second)); err == nil {
		t.Error("no window takes what is not of the same second")
	}
}
