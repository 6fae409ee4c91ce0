package dossier_test

import (
	"testing"
)

// TestAnswers: a filing online is to be answered within 8 office hours, by taking
// it in, by a request for supplements, or by refusing it.
func TestAnswers(t *testing.T) {
	for _, row := range []struct{ why, id, story, due, next string }{
		{"not filed", "online", "received 03-02 09:00", "", "03-09 09:00 due"},
		{"6 hours on Monday, 2 on Tuesday", "online", "filed 03-02 09:00", "03-03 09:30", "03-03 09:30 answer"},
		{"filed on a Saturday night", "online", "filed 03-07 22:00", "03-10 08:00", "03-10 08:00 answer"},
		{"answered by the reception", "online", "filed 03-02 09:00; received 03-02 10:00", "03-03 09:30", "03-09 10:00 due"},
		{"answered by a request for supplements", "online", "filed 03-02 09:00; paused supplement 03-02 10:00", "03-03 09:30", ""},
		{"answered by a refusal", "online", "filed 03-02 09:00; ended refused 03-02 10:00", "03-03 09:30", ""},
		{"not answered by an entry that is refused", "online", "filed 03-02 09:00; resumed supplement 03-02 10:00", "03-03 09:30", "03-03 09:30 answer"},
		{"on paper one working day", "paper", "filed 03-06 09:00", "03-09 09:00", "03-09 09:00 answer"},
	} {
		terms := termsOf(t, "5 working days", answerBy(row.id))
		ledger, _ := terms.Ledger(storyOf(t, row.story))
		due, ok := ledger.AnswerDue()
		if clock(due) != row.due || ok != (row.due != "") {
			t.Errorf("%s: to be answered by %q, %t, want %q", row.why, clock(due), ok, row.due)
		}
		entries := storyOf(t, row.story)
		if got := nextText(&ledger, entries[len(entries)-1].At); got != row.next {
			t.Errorf("%s: next %q, want %q", row.why, got, row.next)
		}
	}
	ledger, _ := termsOf(t, "5 working days").Ledger(storyOf(t, "filed 03-02 09:00"))
	if due, ok := ledger.AnswerDue(); ok {
		t.Errorf("no time to answer is stated, and it is %v", due)
	}
	_, faults := termsOf(t, "5 working days", answerBy("online")).Ledger(storyOf(t, "filed 2100-12-31 16:00"))
	if got := faultText(faults); got != "" {
		t.Errorf("an answer beyond the calendar is not due, and no fault: %s", got)
	}
}

// TestOwnTerms: the applicant has terms too: twenty days to supplement, or else
// it stops; a day to look at a draft, or else he consents.
func TestOwnTerms(t *testing.T) {
	twists := []twist{excludes("draft"), ownTerm("supplement", "20 days", "stop"), ownTerm("draft", "1 working days", "consent")}
	for _, row := range []struct{ why, story, due, then string }{
		{"none asked", "received 03-02 09:00", "", ""},
		{"to 25 March", "received 03-02 09:00; paused supplement 03-05 10:00", "03-25 10:00", "stop"},
		{"to Sunday, rolled", "received 03-02 09:00; paused supplement 03-02 10:00", "03-23 07:30", "stop"},
		{"answered", "received 03-02 09:00; paused supplement 03-05 10:00; resumed supplement 03-09 10:00", "", ""},
		{"one of two answered: from the second", "received 03-02 09:00; paused supplement 03-05 10:00; paused supplement 03-06 10:00; resumed supplement 03-09 10:00", "03-26 10:00", "stop"},
		{"asked before the reception", "filed 03-02 09:00; paused supplement 03-05 10:00", "03-25 10:00", "stop"},
		{"answered by the reception", "filed 03-02 09:00; paused supplement 03-05 10:00; received 03-09 10:00", "", ""},
		{"the draft, over a weekend", "received 03-02 09:00; paused draft 03-06 10:00", "03-09 10:00", "consent"},
		{"the later of two", "received 03-02 09:00; paused supplement 03-05 10:00; paused draft 03-06 10:00", "03-09 10:00", "consent"},
		{"another reason has no term", "received 03-02 09:00; paused financialObligation 03-05 10:00", "", ""},
		{"it passed: stopped", "received 03-02 09:00; paused supplement 03-05 10:00; ended stop 03-25 10:01", "", ""},
	} {
		ledger, faults := termsOf(t, "5 working days", twists...).Ledger(storyOf(t, row.story))
		due, own, ok := ledger.OwnDue()
		then := ""
		if own != nil {
			then = own.Then
		}
		if faults != nil || clock(due) != row.due || then != row.then || ok != (row.due != "") {
			t.Errorf("%s: %q, %q, %t, %v; want %q, %q", row.why, clock(due), then, ok, faults, row.due, row.then)
		}
		entries := storyOf(t, row.story)
		next := nextText(&ledger, entries[len(entries)-1].At)
		if want := row.due + " own"; ok && next != want {
			t.Errorf("%s: next %q, want %q", row.why, next, want)
		}
	}
}
