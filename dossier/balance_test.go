package dossier_test

import (
	"slices"
	"testing"
	"time"

	"github.com/motcua/motcua/dossier"
	"pgregory.net/rapid"
)

type balanceRow struct {
	why, limit                                     string
	with                                           []twist
	story, now                                     string
	granted, extended, consumed, paused, remaining string
}

var balances = []balanceRow{
	{"all of it at the start", "12 office hours", nil, "received 03-02 07:30", "03-02 07:30", "12h", "0", "0", "0", "12h"},
	{"nothing is consumed before the start", "12 office hours", nil, "received 03-02 18:00", "03-02 20:00", "12h", "0", "0", "0", "12h"},
	{"nothing is consumed before the start by the clock", "2 days", nil, "received 03-02 18:00", "03-02 20:00", "48h", "0", "0", "0", "48h"},
	{"half a day on", "12 office hours", nil, "received 03-02 07:30", "03-02 11:30", "12h", "0", "4h", "0", "8h"},
	{"a night consumes nothing", "12 office hours", nil, "received 03-02 07:30", "03-03 06:00", "12h", "0", "7h30m", "0", "4h30m"},
	{"used up", "12 office hours", nil, "received 03-02 07:30", "03-03 14:00", "12h", "0", "12h", "0", "0"},
	{"overdue by an hour", "12 office hours", nil, "received 03-02 07:30", "03-03 15:00", "12h", "0", "13h", "0", "-1h"},
	{"frozen while paused", "12 office hours", nil, "received 03-02 07:30; paused supplement 03-02 09:30", "03-20 09:30", "12h", "0", "2h", "0", "10h"},
	{"on after the pause of a day", "12 office hours", nil, "received 03-02 07:30; paused supplement 03-02 09:30; resumed supplement 03-03 09:30", "03-03 10:30", "12h", "0", "3h", "7h30m", "9h"},
	{"a pause after the due date freezes nothing", "8 office hours", nil, "received 03-02 07:30; paused supplement 03-03 09:00", "03-03 10:00", "8h", "0", "10h", "0", "-2h"},
	{"after the end it stands still", "12 office hours", nil, "received 03-02 07:30; ended 03-02 09:30", "03-20 09:30", "12h", "0", "2h", "0", "10h"},
	{"ended while paused", "12 office hours", nil, "received 03-02 07:30; paused supplement 03-02 09:30; ended 03-03 09:30", "03-20 09:30", "12h", "0", "2h", "7h30m", "10h"},
	{"ended late", "12 office hours", nil, "received 03-02 07:30; ended 03-03 15:00", "03-20 09:30", "12h", "0", "13h", "0", "-1h"},
	{"as it was before the end", "12 office hours", nil, "received 03-02 07:30; ended 03-02 09:30", "03-02 08:30", "12h", "0", "1h", "0", "11h"},
	{"working days are counted in the office's hours", "2 working days", nil, "received 03-02 09:00", "03-03 09:00", "15h", "0", "7h30m", "0", "7h30m"},
	{"calendar days by the clock", "2 days", nil, "received 03-02 09:00", "03-03 10:00", "48h", "0", "25h", "0", "23h"},
	{"calendar days paused by the clock", "3 days", nil, "received 03-02 09:00; paused supplement 03-02 12:00; resumed supplement 03-03 12:00", "03-03 13:00", "72h", "0", "4h", "24h", "68h"},
	{"Saturday rolled to Monday, and so does Sunday: the day paused is lost", "3 days", nil, "received 03-04 09:00; paused supplement 03-04 12:00; resumed supplement 03-05 12:00", "03-05 13:00", "118h30m", "-24h", "4h", "24h", "90h30m"},
	{"a restart grants all of it anew", "5 working days", []twist{restart}, "received 03-02 09:00; paused financialObligation 03-03 09:00; resumed financialObligation 03-04 09:00; paused supplement 03-05 09:00; resumed supplement 03-06 09:00",
		"03-09 09:00", "37h30m", "0", "7h30m", "0", "30h"},
	{"a re-appointment adds a day", "2 working days", nil, "received 03-02 09:00; extended 03-03 09:00 to 03-05 09:00 sorry", "03-03 09:00", "15h", "7h30m", "7h30m", "0", "15h"},
	{"the lane grants less", "5 working days", []twist{laneTo("3 working days")}, "received 03-02 09:00; lane 03-02 09:00", "03-03 09:00", "22h30m", "0", "7h30m", "0", "15h"},
	{"from the payment to the appointment as the wait moved it", "5 working days", []twist{onPayment, stated("03-06 16:00")}, "received 03-02 09:00; paused financialObligation 03-02 10:00; resumed financialObligation 03-10 09:00", "03-10 09:00", "34h", "0h", "0h", "0h", "34h"},
	{"a date newly stated adds to what was granted", "5 working days", nil, "received 03-02 09:00; paused supplement 03-03 09:00; resumed supplement 03-10 16:00 to 03-20 16:00", "03-10 16:00", "37h30m", "30h", "7h30m", "42h30m", "60h"},
	{"of a mixed limit office time is left, and a pause leaves it as it was", "1 month 5 working days", nil, "received 03-02 09:00; paused supplement 04-03 16:00; resumed supplement 04-06 08:00", "04-06 08:00", "210h", "0", "185h", "1h30m", "25h"},
	{"before the pause ends too", "1 month 5 working days", nil, "received 03-02 09:00; paused supplement 04-03 16:00", "04-05 08:00", "210h", "0", "185h", "0", "25h"},
	{"a date stated where there was none is what is granted; nothing could be paused before", "", nil, "received 03-02 09:00; paused supplement 03-03 09:00; resumed supplement 03-04 09:00 to 03-05 09:00", "03-04 10:00", "22h30m", "0", "16h", "0", "6h30m"},
	{"granted after a pause, the lane grants what it would have", "5 working days", []twist{laneBy("2 working days")}, "received 03-02 09:00; paused financialObligation 03-03 09:00; resumed financialObligation 03-04 09:00; lane 03-04 09:00",
		"03-04 09:00", "22h30m", "0", "7h30m", "7h30m", "15h"},
	{"a re-appointment adds a day, and a pause of a day nothing", "2 working days", nil, "received 03-02 09:00; extended 03-03 09:00 to 03-05 09:00 sorry; paused financialObligation 03-03 10:00; resumed financialObligation 03-04 10:00",
		"03-04 11:00", "15h", "7h30m", "9h30m", "7h30m", "13h"},
	{"an appointment without a limit", "", []twist{stated("03-04 09:00")}, "received 03-02 09:00", "03-03 09:00", "15h", "0", "7h30m", "0", "7h30m"},
	{"an appointment without a limit, paused for a day", "", []twist{stated("03-04 09:00")}, "received 03-02 09:00; paused supplement 03-02 10:00; resumed supplement 03-03 10:00", "03-03 11:00", "15h", "0", "2h", "7h30m", "13h"},
	{"an appointment is by the clock where the limit is", "3 days", []twist{stated("03-10 09:00")}, "received 03-02 09:00", "03-03 09:00", "192h", "0", "24h", "0", "168h"},
	{"an appointment grants what it does", "5 working days", []twist{stated("03-04 09:00")}, "received 03-02 09:00", "03-03 09:00", "15h", "0", "7h30m", "0", "7h30m"},
}

// TestBalance holds budgets to a table worked out by hand.
func TestBalance(t *testing.T) {
	for _, r := range balances {
		ledger, faults := termsOf(t, r.limit, r.with...).Ledger(storyOf(t, r.story))
		got, ok := ledger.Remaining(at(t, r.now))
		byClock := r.limit == "2 days" || r.limit == "3 days"
		want := dossier.Balance{ByClock: byClock, Granted: hours(t, r.granted), Extended: hours(t, r.extended), Consumed: hours(t, r.consumed), Paused: hours(t, r.paused), Remaining: hours(t, r.remaining)}
		if !ok || faults.Err() != nil || got != want {
			t.Errorf("%s: %+v, %t, %v; want %+v", r.why, got, ok, faults, want)
		}
	}
	for _, story := range []string{"", "filed 03-02 09:00"} {
		ledger, _ := termsOf(t, "5 working days").Ledger(storyOf(t, story))
		if b, ok := ledger.Remaining(at(t, "03-03 09:00")); ok {
			t.Errorf("%q has a balance: %+v", story, b)
		}
	}
	ledger, _ := termsOf(t, "5 working days", onPayment, stated("03-06 16:00")).Ledger(storyOf(t, "received 03-02 09:00"))
	if b, ok := ledger.Remaining(at(t, "03-03 09:00")); ok {
		t.Errorf("before the payment there is a balance: %+v", b)
	}
	ledger, _ = termsOf(t, "").Ledger(storyOf(t, "received 03-02 09:00"))
	if b, ok := ledger.Remaining(at(t, "03-03 09:00")); ok {
		t.Errorf("no due date, and a balance: %+v", b)
	}
}

func hours(t testing.TB, s string) time.Duration {
	t.Helper()
	d, err := time.ParseDuration(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// nextText writes the next change; "" for none.
func nextText(l *dossier.Ledger, now time.Time) string {
	when, what, ok := l.NextChange(now)
	if !ok {
		return ""
	}
	return clock(when) + " " + what.String()
}

// TestNextChanges walks from change to change.
func TestNextChanges(t *testing.T) {
	own := ownTerm("supplement", "20 days", "stop")
	for _, row := range []struct {
		why, limit string
		with       []twist
		story      string
		want       []string
	}{
		{"received out of hours", "5 working days", nil, "received 03-02 18:00", []string{"03-03 07:30 starts", "03-10 07:30 due"}},
		{"received in hours", "5 working days", nil, "received 03-02 09:00", []string{"03-09 09:00 due"}},
		{"lane and limit", "5 working days", []twist{laneTo("3 working days")}, "received 03-02 09:00; lane 03-02 09:00", []string{"03-05 09:00 due", "03-09 09:00 statutory"}},
		{"an appointment after the limit", "5 working days", []twist{stated("03-12 09:00")}, "received 03-02 09:00", []string{"03-09 09:00 statutory", "03-12 09:00 due"}},
		{"filed", "5 working days", []twist{answerBy("online")}, "filed 03-02 09:00", []string{"03-03 09:30 answer"}},
		{"paused", "5 working days", []twist{own}, "received 03-02 09:00; paused supplement 03-05 10:00", []string{"03-25 10:00 own"}},
		{"the applicant's term in a pause that does not count", "5 working days", []twist{ownTerm("inspection", "3 working days", "stop")},
			"received 03-02 09:00; paused inspection 03-03 10:00", []string{"03-06 10:00 own", "03-09 09:00 due"}},
		{"waiting for the payment", "5 working days", []twist{onPayment}, "received 03-02 09:00", nil},
		{"an appointment that waits for the payment", "5 working days", []twist{onPayment, stated("03-06 16:00")}, "received 03-02 09:00", nil},
		{"dates alone are compared: the end of the due day", "5 working days", []twist{profile("td")}, "received 03-02 09:00", []string{"03-10 00:00 due"}},
		{"dates alone are compared: a due date at 24:00", "5 working days", []twist{profile("dateOnly")}, "received 03-02 09:00", []string{"03-10 00:00 due"}},
		{"dates alone are compared: paused when the time was up, which stops nothing", "5 working days", []twist{profile("td")}, "received 03-02 09:00; paused financialObligation 03-09 10:00", []string{"03-10 00:00 due"}},
		{"dates alone are compared: paused before it was up", "5 working days", []twist{profile("td")}, "received 03-02 09:00; paused financialObligation 03-09 08:00", nil},
		{"dates alone are compared: lane and limit", "5 working days", []twist{profile("td"), laneTo("3 working days")}, "received 03-02 09:00; lane 03-02 09:00", []string{"03-06 00:00 due", "03-10 00:00 statutory"}},
		{"ended", "5 working days", []twist{answerBy("online")}, "filed 03-02 09:00; ended 03-02 10:00", nil},
		{"ended after the reception", "5 working days", nil, "received 03-02 18:00; ended 03-02 19:00", nil},
		{"reopened", "5 working days", nil, "received 03-02 09:00; ended 03-03 09:00; reopened 03-04 09:00", []string{"03-09 09:00 due"}},
	} {
		entries := storyOf(t, row.story)
		ledger, _ := termsOf(t, row.limit, row.with...).Ledger(entries)
		var got []string
		now := entries[len(entries)-1].At
		for range 10 {
			text := nextText(&ledger, now)
			if text == "" {
				break
			}
			got = append(got, text)
			now, _, _ = ledger.NextChange(now)
		}
		if len(got) != len(row.want) {
			t.Errorf("%s: %q, want %q", row.why, got, row.want)
			continue
		}
		for i := range got {
			if got[i] != row.want[i] {
				t.Errorf("%s: %q, want %q", row.why, got, row.want)
			}
		}
	}
}

// TestBalanceLaws: what was granted and added is what was used and is left,
// whatever happened; used and left change by the same time.
func TestBalanceLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &drawing{t: t}
		terms, entries := g.terms(), g.entries(8)
		ledger, _ := terms.Ledger(entries)
		now := g.moment("now")
		then := ledger.At(now)
		b, ok := ledger.Remaining(now)
		if due, has := then.Due(); has != ok {
			t.Fatalf("due %v, %t, and a balance %t", due, has, ok)
		}
		if !ok {
			return
		}
		if b.Granted+b.Extended != b.Consumed+b.Remaining {
			t.Fatalf("%+v", b)
		}
		if b.Paused < 0 || b.Consumed < 0 && then.Status() != dossier.StatusEnded {
			t.Fatalf("%+v", b)
		}
		later := now.Add(time.Duration(g.roll(3000, "later")) * time.Minute)
		if slices.ContainsFunc(entries, func(e dossier.Entry) bool { return e.At.After(now) && !e.At.After(later) }) {
			return
		}
		c, _ := ledger.Remaining(later)
		if c.Granted != b.Granted || c.Extended != b.Extended || c.Remaining > b.Remaining {
			t.Fatalf("%+v, and later %+v", b, c)
		}
		if s := then.Status(); (s == dossier.StatusEnded) && c != b {
			t.Fatalf("%s: %+v, and later %+v", s, b, c)
		}
	})
}
