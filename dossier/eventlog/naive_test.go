package eventlog_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/eventlog"
)

// mark is something that moves or stops a term.
type mark struct {
	kind string // "stand", "go", "longer", "end"
	at   time.Time
}

// naiveDue is the end of the last day of a term: a Saturday and a Sunday are followed by
// Monday. Days are those of Vietnam, in which the library counts.
func naiveDue(base time.Time) time.Time {
	y, m, d := base.In(motcua.Vietnam()).Date()
	last := time.Date(y, m, d, 0, 0, 0, 0, motcua.Vietnam())
	for last.Weekday() == time.Saturday || last.Weekday() == time.Sunday {
		last = last.AddDate(0, 0, 1)
	}
	return last.AddDate(0, 0, 1)
}

// naiveVerdict compares dates: the term from the start, what it stood, what it was made
// longer, the end.
func naiveVerdict(start time.Time, days int, marks []mark, now time.Time) string {
	slices.SortStableFunc(marks, func(a, b mark) int { return a.at.Compare(b.at) })
	base, stood := start.AddDate(0, 0, days), time.Time{}
	ended := time.Time{}
	longer := false
	clock := func(at time.Time) time.Time { // as far as it has run
		if stood.IsZero() {
			return at
		}
		return stood
	}
	goOn := func(at time.Time) {
		if !stood.IsZero() && stood.Before(naiveDue(base)) {
			base = base.Add(at.Sub(stood))
		}
		stood = time.Time{}
	}
	for _, m := range marks {
		switch {
		case !ended.IsZero():
		case m.kind == "stand" && stood.IsZero():
			stood = m.at
		case m.kind == "go":
			goOn(m.at)
		case m.kind == "longer" && !longer && clock(m.at).Before(naiveDue(base)):
			longer = true
			base = naiveDue(base).AddDate(0, 0, 42).Add(-time.Nanosecond)
		case m.kind == "end":
			ended = m.at
			goOn(m.at)
		}
	}
	due, at := naiveDue(base), clock(now)
	day := func(t time.Time) string { return t.In(motcua.Vietnam()).Format(time.DateOnly) }
	switch {
	case !ended.IsZero() && ended.After(due):
		return "late"
	case !ended.IsZero() && day(ended) < day(due.Add(-time.Nanosecond)):
		return "early"
	case !ended.IsZero():
		return "onTime"
	case at.After(due):
		return "overdue"
	}
	return "pending"
}

// naiveDays is the term of a case.
func naiveDays(c *eventlog.Case) int {
	if c.Procedure == "Uitgebreid" {
		return 26 * 7
	}
	return 8 * 7
}

// naiveKinds are what codes are to a term; "dated" is what happened on the day that is
// answered.
var naiveKinds = map[string]string{
	"08_AWB45_020_2": "stand", "12_AP_020_2": "stand", "12_AP_UOV_020_2": "stand",
	"01_HOOFD_580_2": "stand", "07_OPS_051": "stand dated", "11_AH_II_036": "stand dated",
	"08_AWB45_040": "go dated", "12_AP_050": "go dated", "12_AP_UOV_050": "go dated",
	"01_HOOFD_600_2": "go", "07_OPS_071": "go dated", "11_AH_II_140": "go dated",
	"06_VD_060_2": "longer", "06_VD_070": "longer",
	"05_EIND_020": "end dated", "08_AWB45_090_2": "end", "02_DRZ_045": "end",
}

// naiveMark is what an event is to a term; of no kind for nothing.
func naiveMark(e *eventlog.Event) mark {
	kind := naiveKinds[e.Code]
	switch {
	case strings.HasPrefix(e.Activity, "register date environmental permit decision"), strings.HasPrefix(e.Activity, "record date of decision"):
		kind = "end"
	case e.Code == "02_DRZ_030" && e.Activity == "phase procedure aborted":
		kind = "end"
	case e.Answer == "True" && (e.Code == "05_EIND_011" || e.Code == "05_EIND_020_0" && strings.HasPrefix(e.Activity, "initiative")):
		kind = "end"
	}
	first, dated := strings.CutSuffix(kind, " dated")
	if day, err := time.ParseInLocation("2-1-2006 15:04:05", e.Answer, e.At.Location()); dated && err == nil {
		return mark{first, day}
	}
	return mark{first, e.At}
}

// appliedMarks finds the same in what was applied.
func appliedMarks(d *dossier.Dossier) []mark {
	var marks []mark
	for _, e := range d.Events {
		switch e.Action {
		case dossier.ActionAskSupplement:
			marks = append(marks, mark{"stand", e.At})
		case dossier.ActionSupplement:
			marks = append(marks, mark{"go", e.At})
		case dossier.ActionExtend:
			marks = append(marks, mark{"longer", e.At})
		case dossier.ActionFinish, dossier.ActionWithdraw, dossier.ActionStop:
			marks = append(marks, mark{"end", e.At})
		case dossier.ActionTransfer:
			marks = append(marks, mark{"go", e.At})
		case dossier.ActionHandOver:
			kind := "go"
			if e.Pause != "" {
				kind = "stand"
			}
			marks = append(marks, mark{kind, e.At})
		}
	}
	return marks
}

// byADay are the cases that a day without a clock decides: by the log, and by the ledger.
var byADay = map[string]string{
	"2887943": "early onTime", // the request stands behind the work of its day: the clock stands some hours less, the term ends a day sooner
	"3074788": "early onTime", // the same
	"6663791": "early late",   // put off by the clock, taken up again on the same day by a date: midnight is before it
}

// TestRealBPIC2015Verdicts: by what was applied every case stands to its term as plain
// dates say; so it does by the log itself, where all was applied that touches the term.
func TestRealBPIC2015Verdicts(t *testing.T) {
	log, m := real(t, "bpic15_1_cases.csv.gz", "bpic15_1_events.csv.gz"), eventlog.BPIC2015()
	now, compared := log.Last(), 0
	for i := range log.Cases {
		c := &log.Cases[i]
		l := m.Replay(c, nil)
		got := l.Verdict(now).String()
		if want := naiveVerdict(c.Started, naiveDays(c), appliedMarks(l.Dossier), now); want != got {
			t.Errorf("%s: by what was applied it is %s, and the ledger says %s", c.ID, want, got)
		}
		var marks []mark
		whole := true
		for j := range c.Events {
			e := &c.Events[j]
			if one := naiveMark(e); one.kind != "" {
				marks = append(marks, one)
				n := slices.IndexFunc(l.Reports, func(r eventlog.Report) bool { return r.Line == e.Line })
				whole = whole && l.Reports[n].Outcome == eventlog.OutcomeApplied
			}
		}
		if !whole {
			continue
		}
		compared++
		want := naiveVerdict(c.Started, naiveDays(c), marks, now)
		if but, ok := byADay[c.ID]; ok != (want != got) || ok && but != want+" "+got {
			t.Errorf("%s: by the log it is %s, and the ledger says %s", c.ID, want, got)
		}
	}
	if compared != 1160 {
		t.Errorf("%d cases compared", compared)
	}
}
