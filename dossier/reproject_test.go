package dossier_test

import (
	"strings"
	"testing"

	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
)

// daysOff is the usual office with days off by a notice.
func daysOff(t testing.TB, days ...string) *workday.Office {
	t.Helper()
	var rows []string
	for _, d := range days {
		rows = append(rows, `{"date": "2026-`+d+`", "off": true, "title": {"vi": "nghỉ", "en": "off"}, "source": {"act": "1/TB", "basis": "ours"}}`)
	}
	calendar, faults := workday.National().Overlay([]byte(`{"id": "notice", "title": {"vi": "Thông báo", "en": "Notice"}, "days": [` + strings.Join(rows, ",") + `]}`))
	if faults != nil {
		t.Fatal(faults)
	}
	return officeOf(t, calendar)
}

// TestReprojectMovesAll: every date that moves is listed, with all days that are
// now between.
func TestReprojectMovesAll(t *testing.T) {
	for _, row := range []struct {
		why, limit string
		with       []twist
		story      string
		off        []string
		want       []string
	}{
		{"two days off where it was due", "5 working days", nil, "received 03-02 09:00", []string{"03-09", "03-10"},
			[]string{"due 03-09 09:00 to 03-11 09:00: 2026-03-09 2026-03-10", "statutory 03-09 09:00 to 03-11 09:00: 2026-03-09 2026-03-10"}},
		{"a day off before and one after", "5 working days", nil, "received 03-02 09:00", []string{"02-27", "03-11"}, nil},
		{"received on a day that is off now", "5 working days", nil, "received 03-02 09:00", []string{"03-02"},
			[]string{"due 03-09 09:00 to 03-10 07:30: 2026-03-02", "statutory 03-09 09:00 to 03-10 07:30: 2026-03-02"}},
		{"a promise stays, the limit moves", "5 working days", []twist{stated("03-12 16:00")}, "received 03-02 09:00", []string{"03-04"},
			[]string{"statutory 03-09 09:00 to 03-10 09:00: 2026-03-04"}},
		{"a promise paused over a day that is off now", "5 working days", []twist{stated("03-12 16:00")}, "received 03-02 09:00; paused supplement 03-03 09:00; resumed supplement 03-05 09:00", []string{"03-04"},
			[]string{"due 03-16 16:00 to 03-13 16:00: 2026-03-04"}},
		{"a lane counted back over a day that is off now", "5 working days", []twist{laneBy("5 days")}, "received 03-02 09:00; lane 03-02 09:00", []string{"03-06"},
			[]string{"due 03-04 09:00 to 03-05 09:00: 2026-03-06", "statutory 03-09 09:00 to 03-10 09:00: 2026-03-06"}},
		{"calendar days do not", "10 days", nil, "received 03-02 09:00", []string{"03-04"}, nil},
		{"the answer", "5 working days", []twist{answerBy("online")}, "filed 03-02 09:00", []string{"03-03"},
			[]string{"answer 03-03 09:30 to 03-04 09:30: 2026-03-03"}},
		{"the applicant's term", "10 days", []twist{ownTerm("supplement", "3 working days", "stop")}, "received 03-02 09:00; paused supplement 03-03 09:00", []string{"03-05"},
			[]string{"own 03-06 09:00 to 03-09 09:00: 2026-03-05"}},
	} {
		terms := termsOf(t, row.limit, row.with...)
		ledger, _ := terms.Ledger(storyOf(t, row.story))
		after := *terms
		after.Office = daysOff(t, row.off...)
		_, moves, err := ledger.Reproject(&after)
		if err != nil {
			t.Errorf("%s: %v", row.why, err)
		}
		var got []string
		for _, m := range moves {
			text := m.What.String() + " " + clock(m.From) + " to " + clock(m.To) + ":"
			for _, c := range m.Why {
				text += " " + c.After.Date.String()
			}
			got = append(got, text)
		}
		if strings.Join(got, "; ") != strings.Join(row.want, "; ") {
			t.Errorf("%s: %q, want %q", row.why, got, row.want)
		}
	}
}

// TestReprojectFaults: an entry that cannot be booked any more is said to be so.
func TestReprojectFaults(t *testing.T) {
	terms := termsOf(t, "5 working days")
	ledger, _ := terms.Ledger(storyOf(t, "received 03-02 09:00; extended 03-06 09:00 to 03-09 16:00 sorry"))
	after := *terms
	after.Office = daysOff(t, "03-04")
	next, moves, err := ledger.Reproject(&after)
	if due, _ := next.Due(); err == nil || clock(due) != "03-10 09:00" || len(moves) != 2 {
		t.Errorf("%v, due %v, %+v: the re-appointment is before the date now", err, due, moves)
	}
}

// TestProvisional: what rests on a day that a notice may still move says so.
func TestProvisional(t *testing.T) {
	for _, row := range []struct {
		why, limit string
		with       []twist
		story      string
		want       bool
	}{
		{"a settled year", "15 working days", nil, "received 03-02 09:00", false},
		{"into a year without a notice", "15 working days", nil, "received 12-14 09:00", true},
		{"over the last day of August, whose row cites no act", "5 working days", nil, "received 08-27 09:00", true},
		{"before it", "2 working days", nil, "received 08-25 09:00", false},
		{"the lane before it, the limit after it", "5 working days", []twist{laneTo("1 working days")}, "received 08-27 09:00; lane 08-27 09:00", true},
		{"the promise before it, the limit after it", "5 working days", []twist{stated("08-28 09:00")}, "received 08-27 09:00", true},
		{"a promise alone", "", []twist{stated("08-28 09:00")}, "received 08-27 09:00", false},
		{"no due date", "5 working days", nil, "filed 08-27 09:00", false},
	} {
		ledger, _ := termsOf(t, row.limit, row.with...).Ledger(storyOf(t, row.story))
		if got := ledger.Provisional(); got != row.want {
			t.Errorf("%s: %t, want %t", row.why, got, row.want)
		}
	}
}

// TestReopenedIsAnswered: a request that was open at an end made by mistake is not
// open after it.
func TestReopenedIsAnswered(t *testing.T) {
	ledger, _ := termsOf(t, "5 working days").Ledger(storyOf(t, "received 03-02 09:00; paused supplement 03-03 09:00; ended 03-04 09:00; reopened 03-05 09:00"))
	if v := ledger.Index(at(t, "03-05 09:00")); v.Reason != dossier.IndexByDue || !v.Open {
		t.Errorf("%+v", v)
	}
}
