package dossier_test

import (
	"strings"
	"testing"

	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
)

// textsOf are the English texts of an explanation.
func textsOf(steps []workday.Step) string {
	var texts []string
	for _, s := range steps {
		texts = append(texts, s.Text.En)
	}
	return strings.Join(texts, "\n")
}

// TestExplainStated: a date stated at midnight is told as the end of its day, by
// every step that tells of it.
func TestExplainStated(t *testing.T) {
	for _, c := range []struct {
		with  []twist
		story string
		want  []string
	}{
		{nil, "received 03-02 09:00; extended 03-05 09:00 to 03-13 00:00 sorry", []string{"Re-appointed with an apology: Friday 13 March 2026, 24:00", "Due: Friday 13 March 2026, 24:00"}},
		{[]twist{stated("03-13 00:00")}, "received 03-02 09:00", []string{"The appointment as stated: Friday 13 March 2026, 24:00", "Due: Friday 13 March 2026, 24:00"}},
	} {
		ledger, faults := termsOf(t, "5 working days", c.with...).Ledger(storyOf(t, c.story))
		if faults.Err() != nil {
			t.Fatal(faults)
		}
		texts := textsOf(ledger.Explain())
		for _, want := range c.want {
			if !strings.Contains(texts, want) {
				t.Errorf("%s: no %q in\n%s", c.story, want, texts)
			}
		}
	}
}

// TestAnswered: when a filing was answered, and whether in time.
func TestAnswered(t *testing.T) {
	for story, want := range map[string]string{
		"filed 03-02 07:30; received 03-02 09:00":          "Answered in time, Monday 2 March 2026, 09:00",
		"filed 03-02 07:30; paused supplement 03-02 09:00": "Answered in time, Monday 2 March 2026, 09:00",
		"filed 03-02 07:30; ended 03-05 09:00":             "Answered late, Thursday 5 March 2026, 09:00",
	} {
		ledger, _ := termsOf(t, "5 working days", answerBy("online")).Ledger(storyOf(t, story))
		at, ok := ledger.Answered()
		due, owed := ledger.AnswerDue()
		if texts := textsOf(ledger.Explain()); !ok || !owed || !strings.Contains(texts, want) || at.After(due) != strings.Contains(want, "late") {
			t.Errorf("%s: answered %v, %t, due %v:\n%s", story, at, ok, due, texts)
		}
	}
	ledger, _ := termsOf(t, "5 working days", answerBy("online")).Ledger(storyOf(t, "filed 03-02 07:30"))
	if at, ok := ledger.Answered(); ok {
		t.Errorf("answered %v by nobody", at)
	}
}

// TestPastDates: a due date that lies before it is stated is taken as stated, with
// a warning.
func TestPastDates(t *testing.T) {
	for story, with := range map[string][]twist{
		"received 03-02 09:00": {stated("02-27 09:00")},
		"received 03-02 09:00; paused supplement 03-03 09:00; resumed supplement 03-04 09:00 to 03-02 16:00": nil,
	} {
		ledger, faults := termsOf(t, "5 working days", with...).Ledger(storyOf(t, story))
		if faults.Err() != nil || len(faults) != 1 || faults[0].Code != "DOS-CLK-11" || ledger.Status() != dossier.StatusRunning {
			t.Errorf("%s: %v, %v", story, faults, ledger.Status())
		}
	}
}

// TestOwnTermsTogether: two terms run side by side, and the first to pass is the
// one that is told.
func TestOwnTermsTogether(t *testing.T) {
	terms := termsOf(t, "5 working days")
	for reason, limit := range map[string]string{"supplement": "30 days", "draft": "1 day"} {
		l, faults := workday.ParseLimit(limit)
		if faults != nil {
			t.Fatal(faults)
		}
		terms.Own = append(terms.Own, dossier.OwnTerm{Reason: reason, Limit: l, Then: "stop"})
	}
	story := "received 03-02 09:00; paused supplement 03-03 09:00; paused draft 03-04 09:00"
	for _, c := range []struct{ story, want string }{
		{story, "draft"},
		{story + "; resumed draft 03-05 09:00", "supplement"},
		{story + "; resumed draft 03-05 09:00; resumed supplement 03-05 10:00", ""},
	} {
		ledger, _ := terms.Ledger(storyOf(t, c.story))
		got := ""
		if _, row, ok := ledger.OwnDue(); ok {
			got = row.Reason
		}
		if got != c.want {
			t.Errorf("%s: %q runs, want %q", c.story, got, c.want)
		}
	}
}

// TestTermsCheck: what cannot be is found before any dossier is read.
func TestTermsCheck(t *testing.T) {
	if faults := termsOf(t, "5 working days", answerBy("online"), laneTo("2 working days")).Check(); faults != nil {
		t.Error(faults)
	}
	limit := workday.Limit{Excluded: []workday.Exclusion{{Reason: "nosuch"}}}
	own := dossier.OwnTerm{Reason: "suplement", Limit: workday.Limit{Terms: []workday.Term{{Unit: workday.WithinDay}}}}
	bad := dossier.Terms{Limit: &limit, Own: []dossier.OwnTerm{own, own}, Answer: &dossier.Answer{}, Rules: &dossier.ClockRules{Extension: dossier.ExtensionRule{Most: -1}}}
	var got []string
	for _, f := range bad.Check() {
		got = append(got, f.Pointer+" "+f.Code)
	}
	want := "/answer/limit/terms CAL-LIM-08, /limit/excluded/0/reason DOS-CLK-04, /limit/terms CAL-LIM-08, /office DOS-CLK-06, " +
		"/own/0/reason DOS-CLK-04, /own/1/reason DOS-CLK-04, /own/1/reason DOS-CLK-04, /rules/extension/most DOS-CLK-09"
	if strings.Join(got, ", ") != want {
		t.Errorf("found %s,\nwant  %s", strings.Join(got, ", "), want)
	}
}

// TestNextChangeOfEach: a pause after the lane's date and before the limit's stops
// the limit, and of two terms of the applicant's the second is told when the first
// has passed.
func TestNextChangeOfEach(t *testing.T) {
	terms := termsOf(t, "5 working days", laneBy("2 working days"), ownTerm("supplement", "30 days", "stop"), ownTerm("draft", "1 day", "consent"))
	ledger, _ := terms.Ledger(storyOf(t, "received 03-02 09:00; lane 03-02 10:00; paused supplement 03-05 09:30; paused draft 03-06 09:00"))
	for _, c := range []struct{ now, at, what string }{
		{"03-04 08:00", "03-05 09:00", "due"},
		{"03-06 10:00", "03-09 07:30", "own"},
		{"03-09 08:00", "04-06 07:30", "own"},
		{"04-06 08:00", "", ""},
	} {
		when, what, ok := ledger.NextChange(at(t, c.now))
		if ok != (c.at != "") || ok && (!when.Equal(at(t, c.at)) || what.String() != c.what) {
			t.Errorf("after %s: %v %v, want %s %s", c.now, when, what, c.at, c.what)
		}
	}
}
