package workday_test

import (
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

// overlaid is the national calendar under an overlay of the given members.
func overlaid(t *testing.T, members string) *workday.Calendar {
	t.Helper()
	c, faults := workday.National().Overlay([]byte(`{"id": "own", "title": {"vi": "riêng", "en": "own"}, ` + members + `}`))
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	return c
}

// TestDecidedDays: what is decided for a very day stands, with an act as settled
// and without one as provisional, even where the day was that way before; a swap
// that changes nothing takes no holiday away.
func TestDecidedDays(t *testing.T) {
	const source, title = `"source": {"act": "1/TB", "basis": "law"}`, `"title": {"vi": "nghỉ", "en": "rest"}`
	for _, c := range []struct {
		members, date                    string
		work, holiday, provisional, open bool // open at 08:00, with Saturday mornings
		why                              string
	}{
		{`"days": [{"date": "2027-03-06", "off": true, ` + title + `, ` + source + `}]`, "2027-03-06", false, false, false, false, "a Saturday off closes its morning"},
		{`"days": []`, "2027-03-06", false, false, true, true, "another Saturday morning is open"},
		{`"days": [{"date": "2027-04-30", "off": true, ` + title + `, ` + source + `}]`, "2027-04-30", false, false, false, false, "a holiday that an act confirms"},
		{`"days": [{"date": "2026-04-30", "off": true, ` + title + `, "source": {"basis": "ours"}}]`, "2026-04-30", false, false, true, false, "without an act it is only said"},
		{`"swaps": [{"off": "2027-04-30", "work": "2027-04-24", ` + source + `}]`, "2027-04-30", false, true, true, false, "a holiday is no working day to be swapped"},
		{`"swaps": [{"off": "2026-08-31", "work": "2026-08-22", ` + source + `}]`, "2026-08-31", false, false, false, false, "the assumed swap, confirmed"},
		{`"swaps": [{"off": "2026-08-31", "work": "2026-08-22", ` + source + `}]`, "2026-08-22", true, false, false, true, "and the day worked for it"},
		{`"swaps": [{"off": "2026-08-31", "work": "2026-08-29", ` + source + `}]`, "2026-08-29", true, false, false, true, "the swap corrected: another Saturday is worked"},
		{`"swaps": [{"off": "2026-08-31", "work": "2026-08-29", ` + source + `}]`, "2026-08-22", false, false, false, true, "and the one assumed is a Saturday like others"},
		{`"swaps": [{"off": "2026-08-31", "work": "2026-08-29", ` + source + `}]`, "2026-08-31", false, false, false, false, "off in both"},
	} {
		calendar := overlaid(t, c.members)
		day, err := calendar.Day(motcua.MustDate(c.date))
		if err != nil || day.Work != c.work || day.Holiday != c.holiday || day.Provisional != c.provisional {
			t.Errorf("%s: %s is %+v, %v", c.why, c.date, day, err)
		}
		morning := []workday.Session{{From: 7*60 + 30, To: 11*60 + 30}}
		office, faults := calendar.Office(workday.Week(morning, morning))
		if err := faults.Err(); err != nil {
			t.Fatal(err)
		}
		opening, err := office.OpenAt(motcua.MustDate(c.date).In(nil).Add(8 * time.Hour))
		if err != nil || (opening == workday.OfficeHours) != c.open {
			t.Errorf("%s: at 08:00 on %s the office is %v, %v", c.why, c.date, opening, err)
		}
	}
}
