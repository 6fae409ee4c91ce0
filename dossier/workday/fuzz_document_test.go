package workday_test

import (
	"encoding/json"
	"errors"
	"os"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
	"pgregory.net/rapid"
)

// lawOffice is nil, and every use of it panics, if it cannot be made.
var lawOffice = sync.OnceValue(func() *workday.Office {
	office, _ := workday.National().Office(workday.UsualHours())
	return office
})

// begins holds a limit that was accepted to what an accepted limit can: begin
// under every profile, and be due or beyond the calendar, with steps to tell.
func begins(t *testing.T, limit *workday.Limit) {
	t.Helper()
	for _, p := range workday.StandardProfiles().Profiles {
		run, err := lawOffice().Begin(limit, &p, time.Date(2026, 2, 13, 9, 30, 0, 0, time.UTC))
		if err != nil {
			t.Fatalf("%v does not begin by %s: %v", limit, p.ID, err)
		}
		due, err := run.Due()
		if err != nil && !errors.Is(err, workday.ErrHorizon) || err == nil && due.Before(run.Start()) {
			t.Fatalf("%v by %s from %v is due %v, %v", limit, p.ID, run.Start(), due, err)
		}
		if steps := run.Explain(); err == nil && len(steps) == 0 {
			t.Fatalf("%v by %s has no steps", limit, p.ID)
		}
		if _, err = run.Pause(due.Add(-time.Hour), due.Add(time.Hour)); err != nil && !errors.Is(err, workday.ErrHorizon) {
			t.Fatal(err)
		}
		if limit.Lane != nil {
			lane, err := run.Lane(limit.Lane)
			if err != nil {
				t.Fatal(err)
			}
			if _, err = lane.Due(); err != nil && !errors.Is(err, workday.ErrHorizon) && !errors.Is(err, workday.ErrTooShort) {
				t.Fatal(err)
			}
			lane.Explain()
		}
	}
}

// written holds that what was accepted can be written and is accepted again.
func written[T any](t *testing.T, v T, parse func([]byte) (T, motcua.Faults)) {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	again, faults := parse(text)
	if faults.Err() != nil {
		t.Fatalf("%s: %v", text, faults)
	}
	if twice, err := json.Marshal(again); err != nil || string(twice) != string(text) {
		t.Fatalf("%s is read and written as %s, %v", text, twice, err)
	}
}

func FuzzParseHours(f *testing.F) {
	for _, s := range []string{
		`{"rows": [{"weekdays": ["07:30-11:30", "13:30-17:00"]}]}`,
		`{"rows": [{"validity": {"to": "2026-01-01"}, "weekdays": ["07:30-11:30"], "saturday": ["07:30-11:30"]}, {"validity": {"from": "2026-01-01"}, "weekdays": ["00:00-24:00"], "service": [{"day": "friday", "session": "17:00-20:00"}]}]}`,
		`{"rows": []}`, `{"rows": [{"weekdays": ["13:00-12:00"]}]}`, `{"rows": [{"weekdays": null}, {"weekdays": [7]}]}`, `[`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		hours, faults := workday.ParseHours(data)
		saidWell(t, faults)
		if faults.Err() != nil {
			return
		}
		written(t, hours, workday.ParseHours)
		office, faults := workday.National().Office(hours)
		if faults.Err() != nil {
			t.Fatalf("%s is accepted, and no office: %v", data, faults)
		}
		if _, err := office.Add(time.Date(2026, 2, 13, 9, 30, 0, 0, time.UTC), 12*time.Hour); err != nil && !errors.Is(err, workday.ErrHorizon) {
			t.Fatal(err)
		}
	})
}

func FuzzParseRules(f *testing.F) {
	shipped, err := os.ReadFile("calendars/vn.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(shipped)
	for _, s := range []string{
		`{"id": "a", "title": {"vi": "a", "en": "a"}, "horizon": {"from": "2020-01-01", "to": "2022-01-01"}, "holidays": [{"id": "h", "title": {"vi": "h", "en": "h"}, "month": 2, "day": 29, "shift": -31, "shiftOn": {"saturday": 31}, "days": 31, "source": {"basis": "ours"}}], "inLieu": [{"source": {"basis": "ours"}}]}`,
		`{"id": "b", "title": {"vi": "b", "en": "b"}, "swaps": [{"off": "2026-03-02", "work": "2026-03-07", "source": {"basis": "ours"}}], "days": [{"date": "2026-03-03", "off": false, "sessions": ["07:30-09:00"], "title": {"vi": "c", "en": "c"}, "source": {"basis": "ours"}}, {"date": "2026-04-01", "days": 40, "off": true, "title": {"vi": "c", "en": "c"}, "source": {"basis": "ours"}}]}`,
		`{"id": "c", "title": {"vi": "c", "en": "c"}, "days": [{"date": "2100-12-31", "days": 366, "off": true, "title": {"vi": "c", "en": "c"}, "source": {"basis": "ours"}}, {"date": "9999-12-31", "off": true, "title": {"vi": "c", "en": "c"}, "source": {"basis": "ours"}}]}`,
		`{"id": "d", "title": {"vi": "d", "en": "d"}, "horizon": {"from": "1976-01-01", "to": "9999-12-31"}, "settled": [{"validity": {}, "source": {}}]}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		rules, faults := workday.ParseRules(data)
		saidWell(t, faults)
		accepted := faults.Err() == nil
		if accepted {
			written(t, rules, workday.ParseRules)
		}
		c, faults := workday.Compile(rules) // of what could be read: a member nobody knows does not show there
		saidWell(t, faults)
		if (c != nil) != (faults.Err() == nil) {
			t.Fatalf("compiled %t with %v", c != nil, faults)
		}
		over, faults := workday.National().Overlay(data)
		saidWell(t, faults)
		if (over != nil) != (faults.Err() == nil) || over != nil && (!accepted || over.Horizon() != workday.National().Horizon()) {
			t.Fatalf("laid %t with %v", over != nil, faults)
		}
		for _, c := range slices.DeleteFunc([]*workday.Calendar{c, over}, func(c *workday.Calendar) bool { return c == nil }) {
			counts(t, c)
		}
	})
}

// counts holds the tables of a calendar to its days, at its ends and in a year in
// the middle.
func counts(t *testing.T, c *workday.Calendar) {
	h := c.Horizon()
	all, err := c.WorkingDays(h.From, h.To)
	if _, beyond := c.AddWorkingDays(h.From, all+1); err != nil || !errors.Is(beyond, workday.ErrHorizon) {
		t.Fatalf("%d working days, %v; one more: %v", all, err, beyond)
	}
	middle := h.From + (h.To-h.From)/2
	to := min(h.To, middle+366)
	n := 0
	for day := range c.Days(motcua.Validity{From: middle, To: to}) {
		if day.Work {
			n++
		}
	}
	if got, err := c.WorkingDays(middle, to); got != n || err != nil {
		t.Fatalf("%d working days, %v, want %d", got, err, n)
	}
}

func FuzzUnmarshalLimit(f *testing.F) {
	for _, s := range []string{
		`{"terms": [{"amount": 5, "unit": "workingDays"}], "cutOff": {"at": "15:00", "effect": "startNextDay"}, "lane": {"title": {"vi": "a", "en": "a"}, "reduceBy": [{"amount": 1.5, "unit": "workingDays"}], "source": {"basis": "ours"}}}`,
		`{"terms": [{"unit": "withinDay"}], "cutOff": {"at": "24:00", "effect": "dueNextDay"}, "lane": {"title": {"vi": "a", "en": "a"}, "reduceTo": [{"amount": 1, "unit": "officeHours"}], "source": {"basis": "ours"}}}`,
		`{"terms": [{"amount": 2, "unit": "months"}, {"amount": 15.25, "unit": "workingDays"}], "start": "payment", "supplement": "remainder", "remainder": [{"amount": 1, "unit": "clockHours"}], "excluded": [{"reason": "inspection"}]}`,
		`{"terms": []}`, `{"terms": [{"amount": 1.5, "unit": "months"}]}`, `{"terms": [{"amount": 1e3, "unit": "days"}]}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		limit, faults := workday.UnmarshalLimit(data)
		saidWell(t, faults)
		saidWell(t, limit.Check())
		if faults.Err() != nil {
			return
		}
		written(t, limit, workday.UnmarshalLimit)
		begins(t, &limit)
	})
}

func FuzzParseProfiles(f *testing.F) {
	shipped, err := os.ReadFile("profiles.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(shipped)
	f.Add([]byte(`{"profiles": [{"id": "a", "title": {"vi": "a", "en": "a"}, "hoursOfDay": 25, "hoursAsDays": true, "startInOffice": false, "rollKeepsClock": true, "endOfDay": ["withinDay"], "byDate": false, "grounds": [], "source": {}}]}`))
	f.Add([]byte(`{"profiles": []}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		ps, faults := workday.ParseProfiles(data)
		saidWell(t, faults)
		if faults.Err() != nil {
			return
		}
		written(t, ps, workday.ParseProfiles)
		for i := range ps.Profiles {
			if p, ok := ps.Lookup(ps.Profiles[i].ID); !ok || p != &ps.Profiles[i] {
				t.Fatalf("%q is not found", ps.Profiles[i].ID)
			}
		}
	})
}

// FuzzRun lets the fuzzer draw calendars, hours, limits, profiles and pauses.
func FuzzRun(f *testing.F) { f.Fuzz(rapid.MakeFuzz(runAsNaive)) }
