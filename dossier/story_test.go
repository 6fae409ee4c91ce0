package dossier_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
)

// Stories are entries as a clerk would jot them down, in 2026:
//
//	received 03-02 09:00; paused supplement 03-03 10:00; resumed supplement 03-05 10:00 to 03-20 16:00; extended 03-06 09:00 to 03-13 16:00 sorry
//
// March 2026 begins on a Sunday and has no holiday: Mondays are the 2nd, the 9th,
// the 16th, the 23rd and the 30th.
func storyOf(t testing.TB, story string) []dossier.Entry {
	t.Helper()
	var entries []dossier.Entry
	for _, part := range strings.Split(story, ";") {
		if words := strings.Fields(part); len(words) > 0 {
			entries = append(entries, entryOf(t, words))
		}
	}
	return entries
}

func entryOf(t testing.TB, words []string) dossier.Entry {
	t.Helper()
	var e dossier.Entry
	if words[0] != "something" { // an entry without a kind
		if err := e.Kind.UnmarshalText([]byte(words[0])); err != nil {
			t.Fatal(err)
		}
	}
	words = words[1:]
	if len(words) > 0 && strings.Trim(words[0], "0123456789-") != "" {
		e.Reason, words = words[0], words[1:]
	}
	if len(words) >= 2 {
		e.At, words = at(t, words[0]+" "+words[1]), words[2:]
	}
	if len(words) >= 3 && words[0] == "to" {
		e.Due, words = at(t, words[1]+" "+words[2]), words[3:]
	}
	if len(words) == 1 && words[0] == "sorry" {
		e.Apology, words = "12/TXL", nil
	}
	if len(words) > 0 {
		t.Fatalf("the story goes on with %q", words)
	}
	return e
}

const layout = "2006-01-02 15:04"

// at reads a time of 2026, or of another year if it names one.
func at(t testing.TB, s string) time.Time {
	t.Helper()
	if len(s) == len("01-02 15:04") {
		s = "2026-" + s
	}
	instant, err := time.ParseInLocation(layout, s, motcua.Vietnam())
	if err != nil {
		t.Fatal(err)
	}
	return instant
}

// clock writes what at reads; "" is no time.
func clock(instant time.Time) string {
	if instant.IsZero() {
		return ""
	}
	s := instant.In(motcua.Vietnam()).Format(layout)
	if !instant.Equal(instant.Truncate(time.Minute)) {
		s = instant.In(motcua.Vietnam()).Format(time.RFC3339Nano)
	}
	return strings.TrimPrefix(s, "2026-")
}

// usual is the office of these tests: 07:30–11:30 and 13:30–17:00, seven and a
// half hours a day.
func usual(t testing.TB) *workday.Office {
	t.Helper()
	office, faults := usualOffice()
	if faults != nil {
		t.Fatal(faults)
	}
	return office
}

var usualOffice = sync.OnceValues(func() (*workday.Office, motcua.Faults) {
	return workday.National().Office(workday.UsualHours())
})

func officeOf(t testing.TB, c *workday.Calendar) *workday.Office {
	t.Helper()
	office, faults := c.Office(workday.UsualHours())
	if faults != nil {
		t.Fatal(faults)
	}
	return office
}

func limitOf(t testing.TB, s string) *workday.Limit {
	t.Helper()
	limit, faults := workday.ParseLimit(s)
	if faults != nil {
		t.Fatal(faults)
	}
	return &limit
}

// A twist changes terms.
type twist func(testing.TB, *dossier.Terms)

// termsOf are terms with a limit; "" is none.
func termsOf(t testing.TB, limit string, twists ...twist) *dossier.Terms {
	t.Helper()
	terms := &dossier.Terms{Office: usual(t)}
	if limit != "" {
		terms.Limit = limitOf(t, limit)
	}
	for _, change := range twists {
		change(t, terms)
	}
	return terms
}

func onPayment(_ testing.TB, terms *dossier.Terms) { terms.Limit.Start = workday.StartOnPayment }

func restart(_ testing.TB, terms *dossier.Terms) { terms.Limit.Supplement = workday.SupplementRestart }

func remainder(s string) twist {
	return func(t testing.TB, terms *dossier.Terms) {
		terms.Limit.Supplement = workday.SupplementRemainder
		terms.Limit.Remainder = limitOf(t, s).Terms
	}
}

func excludes(reasons ...string) twist {
	return func(_ testing.TB, terms *dossier.Terms) {
		for _, r := range reasons {
			terms.Limit.Excluded = append(terms.Limit.Excluded, workday.Exclusion{Reason: r})
		}
	}
}

func laneBy(s string) twist {
	return func(t testing.TB, terms *dossier.Terms) {
		terms.Limit.Lane = &workday.Lane{Title: motcua.Text{Vi: "luồng xanh", En: "green lane"}, ReduceBy: limitOf(t, s).Terms}
	}
}

func laneTo(s string) twist {
	return func(t testing.TB, terms *dossier.Terms) {
		terms.Limit.Lane = &workday.Lane{Title: motcua.Text{Vi: "luồng xanh", En: "green lane"}, ReduceTo: limitOf(t, s).Terms}
	}
}

func stated(s string) twist {
	return func(t testing.TB, terms *dossier.Terms) { terms.Appointment = at(t, s) }
}

func cutOff(clock workday.Clock) twist {
	return func(_ testing.TB, terms *dossier.Terms) {
		terms.Limit.CutOff = &workday.CutOff{At: clock, Effect: workday.StartNextDay}
	}
}

func profile(id string) twist {
	return func(t testing.TB, terms *dossier.Terms) {
		p, ok := workday.StandardProfiles().Lookup(id)
		if !ok {
			t.Fatalf("no profile %s", id)
		}
		terms.Profile = p
	}
}

func answerBy(id string) twist {
	return func(t testing.TB, terms *dossier.Terms) {
		limit, ok := dossier.StandardClockRules().Answer(id)
		if !ok {
			t.Fatalf("no answer %s", id)
		}
		terms.Answer = limit
	}
}

func ownTerm(reason, limit, then string) twist {
	return func(t testing.TB, terms *dossier.Terms) {
		terms.Own = append(terms.Own, dossier.OwnTerm{Reason: reason, Limit: *limitOf(t, limit), Then: then})
	}
}

// withReason adds a row of a reason to the rules.
func withReason(row dossier.Reason) twist {
	return func(_ testing.TB, terms *dossier.Terms) {
		terms.Rules = dossier.StandardClockRules()
		terms.Rules.Reasons = append(terms.Rules.Reasons, row)
	}
}

func twoRequests(_ testing.TB, terms *dossier.Terms) {
	terms.Rules = dossier.StandardClockRules()
	terms.Rules.Index.Supplements = 2
}

func inOfficeTime(_ testing.TB, terms *dossier.Terms) {
	terms.Rules = dossier.StandardClockRules()
	terms.Rules.Index.WaitingByClock = false
}

func midnightBegins(_ testing.TB, terms *dossier.Terms) {
	terms.Rules = dossier.StandardClockRules()
	terms.Rules.Stated.MidnightEnds = false
}
