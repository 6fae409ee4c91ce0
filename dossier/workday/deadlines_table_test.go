package workday

import (
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/motcua/motcua"
)

// deadline is one limit worked out by hand. Times are Vietnamese; a pause is two
// of them with a slash, several stand apart by semicolons. The due date of a row
// was counted on paper, and why says how.
type deadline struct {
	received string
	limit    string
	hours    string // a key of deadlineHours; "" are the usual ones
	cutOff   string // "15:00", or "15:00 due" for the effect dueNextDay
	pauses   string
	profile  string
	want     string
	why      string
}

// deadlineHours are offices by name. The usual one works 4 hours and 3.5 hours.
var deadlineHours = map[string]Hours{
	"":      UsualHours(),
	"long":  Week(clocks("07:00-11:30,13:30-17:00"), nil),                              // 4.5 and 3.5 hours
	"sat":   Week(clocks("07:30-11:30,13:30-17:00"), clocks("07:30-11:30")),            // and Saturday mornings
	"sat12": Week(clocks("07:30-11:30,13:30-17:00"), clocks("08:00-12:00")),            // into the weekday's lunch
	"eve":   withService(UsualHours(), Friday, "17:30-19:30", Saturday, "08:00-11:00"), // filing only
}

// deadlineOffices are made once for all the rows.
var deadlineOffices = sync.OnceValue(func() map[string]*Office {
	offices := map[string]*Office{}
	for name, hours := range deadlineHours {
		office, faults := National().Office(hours)
		if faults != nil {
			panic(faults)
		}
		offices[name] = office
	}
	return offices
})

func clocks(text string) []Session {
	list, faults := ParseSessions(text)
	if faults != nil {
		panic(faults)
	}
	return list
}

func withService(h Hours, a Weekday, as string, b Weekday, bs string) Hours {
	h.Rows[0].Service = []Service{{a, clocks(as)[0]}, {b, clocks(bs)[0]}}
	return h
}

// clockTime reads "2026-02-13 16:30", with seconds or without.
func clockTime(t testing.TB, text string) time.Time {
	t.Helper()
	for _, layout := range []string{"2006-01-02 15:04", "2006-01-02 15:04:05.999999999"} {
		if at, err := time.ParseInLocation(layout, text, motcua.Vietnam()); err == nil {
			return at
		}
	}
	t.Fatalf("no time: %q", text)
	return time.Time{}
}

// begin makes the run of a row, pauses and all.
func (d *deadline) begin(t testing.TB) Run {
	t.Helper()
	office, ok := deadlineOffices()[d.hours]
	profile, known := StandardProfiles().Lookup(d.profile)
	if !ok || d.profile != "" && !known {
		t.Fatalf("no hours %q or no profile %q", d.hours, d.profile)
	}
	limit, faults := ParseLimit(d.limit)
	if at, effect, _ := strings.Cut(d.cutOff, " "); at != "" {
		limit.CutOff = &CutOff{clocks(at + "-24:00")[0].From, StartNextDay}
		if effect == "due" {
			limit.CutOff.Effect = DueNextDay
		}
		faults = append(faults, limit.Check()...)
	}
	if faults != nil {
		t.Fatal(faults)
	}
	run, err := office.Begin(&limit, profile, clockTime(t, d.received))
	if err != nil {
		t.Fatal(err)
	}
	d.pause(t, &run)
	return run
}

// pause takes the row's pauses out of a run.
func (d *deadline) pause(t testing.TB, run *Run) {
	t.Helper()
	for pause := range strings.SplitSeq(d.pauses, ";") {
		from, to, ok := strings.Cut(strings.TrimSpace(pause), "/")
		if !ok {
			continue
		}
		if _, err := run.Pause(clockTime(t, from), clockTime(t, to)); err != nil {
			t.Fatal(err)
		}
	}
}

func deadlines() []deadline {
	var all []deadline
	for _, list := range [][]deadline{officeTimeRows, workingDayRows, fractionRows, calendarRows, mixedRows,
		withinDayRows, cutOffRows, saturdayRows, serviceRows, pauseRows, mixedPauseRows, profileRows} {
		all = append(all, list...)
	}
	return all
}

func TestDeadlines(t *testing.T) {
	rows := deadlines()
	if len(rows) < 70 {
		t.Errorf("only %d rows", len(rows))
	}
	for _, d := range rows {
		run := d.begin(t)
		due, err := run.Due()
		if want := clockTime(t, d.want); err != nil || !due.Equal(want) {
			t.Errorf("%s + %s [hours %q, cut-off %q, pauses %q, profile %q] is due %s, want %s: %s; %v",
				d.received, d.limit, d.hours, d.cutOff, d.pauses, d.profile, InWords(due).En, InWords(want).En, d.why, err)
		}
	}
}

// TestDeadlineZones: the same instant is due at the same instant, wherever the
// clock of the caller stands.
func TestDeadlineZones(t *testing.T) {
	d := deadline{limit: "12 hours", want: "2026-02-24 11:30"}
	for _, zone := range []*time.Location{time.UTC, time.FixedZone("far east", 14*3600), time.FixedZone("far west", -12*3600)} {
		office, _ := National().Office(UsualHours())
		limit, _ := ParseLimit(d.limit)
		run, err := office.Begin(&limit, nil, clockTime(t, "2026-02-13 16:30").In(zone))
		if err != nil {
			t.Fatal(err)
		}
		if due, err := run.Due(); err != nil || !due.Equal(clockTime(t, d.want)) || due.Location() != motcua.Vietnam() {
			t.Errorf("from %v: due %v, %v", zone, due, err)
		}
	}
}

// TestPauseSaysWhetherItDid: a pause that changes nothing because it is no pause
// of this run is told apart from one that happens to add no time.
func TestPauseSaysWhetherItDid(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     bool
		why      string
	}{
		{"2026-03-04 09:00", "2026-03-04 11:00", true, "in the middle"},
		{"2026-03-04 18:00", "2026-03-05 07:00", true, "a night, which adds nothing"},
		{"2026-03-09 09:00", "2026-03-10 09:00", false, "begins when the run is due"},
		{"2026-03-09 09:30", "2026-03-10 09:00", false, "begins when it was due"},
		{"2026-03-09 08:59", "2026-03-10 09:00", true, "begins a minute before it is due"},
		{"2026-03-04 09:00", "2026-03-04 09:00", false, "has no time"},
		{"2026-03-04 09:00", "2026-03-03 09:00", false, "ends before it begins"},
		{"2026-02-27 09:00", "2026-03-02 09:00", false, "ends when the run starts"},
		{"2026-02-27 09:00", "2026-03-02 09:01", true, "ends a minute after the start"},
	} {
		run := (&deadline{received: "2026-03-02 09:00", limit: "5 working days"}).begin(t)
		if got, err := run.Pause(clockTime(t, c.from), clockTime(t, c.to)); got != c.want || err != nil {
			t.Errorf("%s to %s: %t, %v; it %s", c.from, c.to, got, err, c.why)
		}
	}
}
