package workday

import (
	"encoding"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
)

// TestEveryCodeIsProvoked: each code that the source declares is found by some
// row of bad input, and by none that the source does not declare.
func TestEveryCodeIsProvoked(t *testing.T) {
	source, err := os.ReadFile("faults.go")
	if err != nil {
		t.Fatal(err)
	}
	var declared []string
	for _, m := range regexp.MustCompile(`= "([A-Z]+-[A-Z]+-\d\d)"`).FindAllSubmatch(source, -1) {
		declared = append(declared, string(m[1]))
	}
	provoked := map[string]bool{}
	for _, c := range slices.Concat(badCalendars, badOverlays, badHours, badLimits, badTexts, badProfiles) {
		for _, place := range c.want {
			if code := place[strings.LastIndex(place, " ")+1:]; !strings.HasPrefix(code, "DOC-") {
				provoked[code] = true
			}
		}
	}
	var list []string
	for code := range provoked {
		list = append(list, code)
	}
	slices.Sort(list)
	slices.Sort(declared)
	if diff := cmp.Diff(declared, list); diff != "" || len(slices.Compact(slices.Clone(declared))) != len(declared) {
		t.Errorf("declared and provoked differ, or a code stands twice: %s", diff)
	}
}

// enumValue is what every closed vocabulary can do.
type enumValue interface {
	~uint8
	encoding.TextMarshaler
	String() string
}

// roundTrip holds the names of a vocabulary to the members that mean them.
func roundTrip[E enumValue, P interface {
	*E
	encoding.TextUnmarshaler
}](t *testing.T, table enum.Table[E], members ...E) {
	t.Helper()
	var names []string
	for _, e := range members {
		text, err := e.MarshalText()
		if err != nil {
			t.Error(err)
		}
		var back E
		if err := P(&back).UnmarshalText(text); err != nil || back != e || e.String() != string(text) {
			t.Errorf("%v is written %q and read as %v, %v", e, text, back, err)
		}
		if err := P(&back).UnmarshalText([]byte(strings.ToUpper(string(text)))); err == nil || back != e {
			t.Errorf("%q in capitals is read as %v", text, back)
		}
		names = append(names, string(text))
	}
	if diff := cmp.Diff(table.Names(), names); diff != "" {
		t.Error(diff)
	}
	for _, e := range []E{0, E(len(names) + 1), 255} {
		if text, err := e.MarshalText(); err == nil || e.String() == "" {
			t.Errorf("%d is written %q, and shown as %q", uint8(e), text, e.String())
		}
	}
}

func TestVocabularies(t *testing.T) {
	roundTrip(t, weekdays, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday)
	roundTrip(t, openings, Closed, OfficeHours, ServiceHours)
	roundTrip(t, units, Months, CalendarDays, WorkingDays, OfficeTime, ClockTime, WithinDay)
	roundTrip(t, effects, StartNextDay, DueNextDay)
	roundTrip(t, modes, SupplementContinue, SupplementRestart, SupplementRemainder)
	roundTrip(t, starts, StartOnReception, StartOnPayment)
	for d := motcua.MustDate("2026-03-02"); d < motcua.MustDate("2026-03-09"); d++ {
		if got := weekdayOf(d.Weekday()).String(); got != strings.ToLower(d.Weekday().String()) {
			t.Errorf("%v is a %v, want %v", d, got, d.Weekday())
		}
	}
}

func TestClocks(t *testing.T) {
	for text, want := range map[string]Clock{"00:00": 0, "07:30": 450, "23:59": 1439, "24:00": 1440} {
		c, err := ParseClock(text)
		back, wrong := c.MarshalText()
		if c != want || err != nil || string(back) != text || wrong != nil || c.String() != text {
			t.Errorf("%s is %d, %v, written %q, %v", text, c, err, back, wrong)
		}
	}
	for _, text := range []string{"", "7:30", "07:60", "24:01", "25:00", "-1:00", "07h30", "07:3", "07:300", "０7:30", " 7:30", "+7:30"} {
		c := Clock(77)
		if err := c.UnmarshalText([]byte(text)); err == nil || c != 77 {
			t.Errorf("%q is read as %v", text, c)
		}
	}
	for _, text := range []string{"", "07:30", "07:30-", "-", "07:30-11:30-12:00", "07:30–11:30", "07:30 - 11:30"} {
		s := Session{1, 2}
		if err := s.UnmarshalText([]byte(text)); err == nil || s != (Session{1, 2}) {
			t.Errorf("%q is read as %v", text, s)
		}
	}
	for _, s := range []Session{{-1, 60}, {0, 1441}, {2000, 60}} {
		if text, err := s.MarshalText(); err == nil {
			t.Errorf("%v is written %q", s, text)
		}
		var faults motcua.Faults
		if checkSessions(&faults, "", []Session{s}); len(faults) != 1 || faults[0].Code != codeClock {
			t.Errorf("%v: %v", s, faults)
		}
	}
}
