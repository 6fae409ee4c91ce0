package workday

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
)

// overlaid lays an overlay that must be sound over a calendar.
func overlaid(t testing.TB, c *Calendar, document string) *Calendar {
	t.Helper()
	next, faults := c.Overlay([]byte(document))
	if len(faults) > 0 {
		t.Fatalf("%v in %s", faults, document)
	}
	return next
}

// notice2027 is what a yearly notice may look like: Tết a day later than the
// rule has it, a swap, a day off of the province, and a half day.
const notice2027 = `{
	"id": "notice-2027", "title": {"vi": "Thông báo 2027", "en": "Notice for 2027"},
	"settled": [{"validity": {"from": "2027-01-01", "to": "2028-01-01"}, "source": {"act": "1/TB-BNV", "basis": "law"}}],
	"swaps": [{"off": "2027-09-06", "work": "2027-08-28", "source": {"act": "1/TB-BNV", "basis": "law"}}],
	"days": [
		{"date": "2027-02-03", "off": false, "sessions": ["07:30-11:30"], "title": {"vi": "làm nửa ngày", "en": "half day"}, "source": {"act": "1/TB-BNV", "basis": "law"}},
		{"date": "2027-02-04", "off": false, "title": {"vi": "làm việc", "en": "worked"}, "source": {"act": "1/TB-BNV", "basis": "law"}},
		{"date": "2027-02-11", "days": 2, "off": true, "title": {"vi": "nghỉ Tết", "en": "Tết"}, "source": {"act": "1/TB-BNV", "basis": "law"}},
		{"date": "2027-06-01", "off": true, "title": {"vi": "ngày của tỉnh", "en": "day of the province"}, "source": {"basis": "ours"}}
	]
}`

func TestOverlayWinsDayByDay(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: no race to find that a shorter test has not")
	}
	before := slices.Collect(National().Days(National().Horizon()))
	c := overlaid(t, National(), notice2027)
	if diff := cmp.Diff(before, slices.Collect(National().Days(National().Horizon()))); diff != "" {
		t.Errorf("the overlay changed the calendar below: %s", diff)
	}
	for _, row := range []struct {
		day         string
		work        bool
		provisional bool
		why         string
	}{
		{"2027-02-03", true, false, "half day"},
		{"2027-02-04", true, false, "worked"},
		{"2027-02-05", false, false, "Lunar New Year"},
		{"2027-02-11", false, false, "Tết"},
		{"2027-02-12", false, false, "Tết"},
		{"2027-02-15", true, false, ""},
		{"2027-06-01", false, true, "province"}, // cites no act, so a notice may move it
		{"2027-08-28", true, false, "make-up"},
		{"2027-09-06", false, false, "exchange"},
		{"2027-12-31", true, false, ""},
		{"2028-01-03", false, true, "New Year"}, // the notice is for one year
		{"2026-12-31", true, false, ""},
	} {
		day := dayOn(t, c, row.day)
		if day.Work != row.work || day.Provisional != row.provisional || !strings.Contains(day.Title.En, row.why) || day.Plain() != (row.why == "") {
			t.Errorf("%s is %+v, want worked %t, provisional %t, %q", row.day, day, row.work, row.provisional, row.why)
		}
	}
}

// TestSettled: the settled year is certain as far as its rows cite an act.
func TestSettled(t *testing.T) {
	c := overlaid(t, National(), notice2027)
	for _, row := range []struct {
		from, to string
		want     bool
	}{
		{"2027-01-01", "2027-05-31", false},
		{"2027-06-02", "2027-12-31", false},
		{"2027-05-31", "2027-06-02", true},
		{"2027-06-02", "2028-01-01", true},
		{"2026-09-01", "2027-05-31", false},
		{"2026-08-31", "2026-08-31", true},
		{"2026-12-31", "2026-12-01", false}, // no day at all
	} {
		from, to := motcua.MustDate(row.from), motcua.MustDate(row.to)
		if got := c.Provisional(from, to); got != row.want {
			t.Errorf("%s to %s: %t, want %t", row.from, row.to, got, row.want)
		}
	}
	if !National().Provisional(motcua.MustDate("2027-01-04"), motcua.MustDate("2027-01-04")) {
		t.Error("2027 is certain without a notice")
	}
}

func TestDiff(t *testing.T) {
	c := overlaid(t, National(), notice2027)
	from, to := motcua.MustDate("2026-01-01"), motcua.MustDate("2028-12-31")
	var got []string
	for _, change := range National().Diff(c, from, to) {
		if change.Before.Date != change.After.Date {
			t.Errorf("%v is set beside %v", change.Before.Date, change.After.Date)
		}
		kind := map[bool]string{true: " worked", false: " off"}[change.After.Work]
		if change.Before.Work == change.After.Work {
			kind = " half"
		}
		got = append(got, change.After.Date.String()+kind)
	}
	want := []string{"2027-02-03 half", "2027-02-04 worked", "2027-02-11 off", "2027-02-12 off", "2027-06-01 off", "2027-08-28 worked", "2027-09-06 off"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if same := c.Diff(c, from, to); same != nil {
		t.Errorf("the calendar differs from itself: %v", same)
	}
	if back := c.Diff(National(), from, to); len(back) != len(want) || back[1].Before.Title.En != "worked" {
		t.Errorf("the other way round: %v", back)
	}
	if all := National().Diff(c, 0, motcua.MustDate("9999-12-31")); len(all) != len(want) {
		t.Errorf("over all days: %v", all)
	}
}

// TestOverlays: of several overlays the last has the word, and each is laid over
// what the ones before made.
func TestOverlays(t *testing.T) {
	off := `{"id":"a","title":{"vi":"a","en":"a"},"days":[{"date":"2027-03-01","off":true,"title":{"vi":"nghỉ","en":"off"},"source":{"act":"a","basis":"law"}}]}`
	on := strings.NewReplacer(`"off":true`, `"off":false`, `"nghỉ"`, `"làm"`, `"en":"off"`, `"en":"worked after all"`).Replace(off)
	c := overlaid(t, overlaid(t, National(), off), on)
	if day := dayOn(t, c, "2027-03-01"); !day.Work || day.Title.En != "worked after all" {
		t.Errorf("%+v", day)
	}
	if _, faults := National().Overlay([]byte(on)); len(faults) != 1 || faults[0].Code != codeNothing || faults.Err() != nil {
		t.Errorf("a day that is worked anyway: %v, want one warning", faults)
	}
	withHoliday := `{"id":"h","title":{"vi":"h","en":"h"},
		"holidays":[{"id":"founding","title":{"vi":"Ngày thành lập tỉnh","en":"Founding Day"},"month":3,"day":7,"source":{"act":"b","basis":"law"}}],
		"inLieu":[{"source":{"act":"b","basis":"law"}}]}`
	c = overlaid(t, National(), withHoliday)
	for text, want := range map[string]string{
		"2027-03-07": "Founding Day",             // a Sunday
		"2027-03-08": "Founding Day, in lieu",    // the Monday after
		"2028-03-07": "Founding Day",             // a Tuesday
		"2027-02-08": "Lunar New Year",           // what was there stays
		"2027-02-09": "Lunar New Year (Tết), in", // and is not made good twice
	} {
		if day := dayOn(t, c, text); day.Work || !strings.HasPrefix(day.Title.En, want) {
			t.Errorf("%s is %+v, want %s", text, day, want)
		}
	}
	if day := dayOn(t, c, "2027-02-11"); !day.Work {
		t.Errorf("%+v: Tết made good twice", day)
	}
}

// TestHalfDay: a day worked for a part counts as a working day and has the time
// of its own sessions, whatever the office.
func TestHalfDay(t *testing.T) {
	office, faults := overlaid(t, National(), notice2027).Office(Week([]Session{{8 * 60, 12 * 60}, {13 * 60, 17 * 60}}, nil))
	if faults != nil {
		t.Fatal(faults)
	}
	d := motcua.MustDate("2027-02-03")
	for _, row := range []struct {
		from, to motcua.Date
		want     string
	}{
		{d, d + 1, "4h0m0s"},
		{d - 1, d, "8h0m0s"},
		{d, d + 2, "12h0m0s"},
	} {
		if got, err := office.Between(row.from.In(nil), row.to.In(nil)); got.String() != row.want || err != nil {
			t.Errorf("%v to %v: %v, %v, want %s", row.from, row.to, got, err, row.want)
		}
	}
	if n, err := office.Calendar().WorkingDays(d-1, d+2); n != 3 || err != nil {
		t.Errorf("%d working days, %v", n, err)
	}
}
