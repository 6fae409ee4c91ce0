package workday_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

// saidWell holds faults to what a reader of them needs: a code, a place and words
// in both languages.
func saidWell(t *testing.T, faults motcua.Faults) {
	t.Helper()
	for _, f := range faults {
		if f.Code == "" || f.Message.Vi == "" || f.Message.En == "" || f.Severity.String() == "" {
			t.Fatalf("a fault without code or words: %+v", f)
		}
		if f.Pointer != "" && !strings.HasPrefix(f.Pointer, "/") {
			t.Fatalf("%q is no pointer: %v", f.Pointer, f)
		}
	}
}

func FuzzParseClock(f *testing.F) {
	for _, s := range []string{"00:00", "07:30", "23:59", "24:00", "24:01", "7:30", "-1:00", "07:60", "٠٧:٣٠"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := workday.ParseClock(s)
		if err != nil {
			if c != 0 || err.Error() == "" {
				t.Fatalf("%q gave both %v and %v", s, c, err)
			}
			return
		}
		text, err := c.MarshalText()
		if c.String() != s || err != nil || string(text) != s || c < 0 || c > 1440 {
			t.Fatalf("%q is read as %d and written as %q, %v", s, c, text, err)
		}
	})
}

func FuzzParseSession(f *testing.F) {
	for _, s := range []string{"07:30-11:30", "13:00-24:00", "00:00-00:00", "11:30-07:30", "07:30", "07:30-", "07:30–11:30", "07:30-11:30-12:00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		session, err := workday.ParseSession(s)
		if err != nil {
			if session != (workday.Session{}) || err.Error() == "" {
				t.Fatalf("%q gave both %v and %v", s, session, err)
			}
			return
		}
		if text, err := session.MarshalText(); session.String() != s || err != nil || string(text) != s {
			t.Fatalf("%q is read as %v and written as %q, %v", s, session, text, err)
		}
	})
}

func FuzzParseSessions(f *testing.F) {
	for _, s := range []string{"07:30-11:30,13:30-17:00", "07:30-11:30, 11:30-24:00", "", ",", "13:30-17:00,07:30-11:30", "07:30-11:30,11:00-12:00", "22:00-06:00", strings.Repeat(",", 40)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		list, faults := workday.ParseSessions(s)
		saidWell(t, faults)
		if faults != nil {
			return
		}
		var texts []string
		for i, session := range list {
			if session.From >= session.To || i > 0 && session.From < list[i-1].To {
				t.Fatalf("%q is read as %v", s, list)
			}
			texts = append(texts, session.String())
		}
		if again, faults := workday.ParseSessions(strings.Join(texts, ",")); faults != nil || !slices.Equal(again, list) {
			t.Fatalf("%q is read as %v and then as %v, %v", s, list, again, faults)
		}
		if _, faults := workday.National().Office(workday.Week(list, list)); len(faults) > 0 {
			t.Fatalf("%q is no office: %v", s, faults)
		}
	})
}

func FuzzParseLimit(f *testing.F) {
	for _, s := range []string{"5 working days", "1.5 working days", "12 hours", "24 clock hours", "10 days", "2 months 15 working days", "same day", "05 ngày làm việc", "8 giờ làm việc", "24 giờ", "8 hours and 5 working days", "1,5 days", "02 tháng và 15 ngày làm việc", "trong ngày", "0.0001 hours", "1 day 1 day", "-1 days", "1.00000 days", "900000 clock hours", "9999999999999999999 days", "và", "1", "months 3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		limit, faults := workday.ParseLimit(s)
		saidWell(t, faults)
		if faults.Err() != nil {
			return
		}
		for _, text := range []string{limit.String(), limit.Text().Vi} {
			again, faults := workday.ParseLimit(text)
			if diff := cmp.Diff(limit, again, cmp.Comparer(func(a, b motcua.Decimal) bool { return a == b })); faults != nil || diff != "" {
				t.Fatalf("%q is written as %q and read again: %v\n%s", s, text, faults, diff)
			}
		}
		begins(t, &limit)
	})
}
