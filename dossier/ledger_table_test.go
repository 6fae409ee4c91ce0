package dossier_test

import (
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
)

// history is a story with all that is to come of it, worked out by hand.
type history struct {
	why       string
	limit     string
	with      []twist
	story     string
	cut       string // when the views are asked for; the end of March if empty
	due       string
	statutory string // "=" is the due date again
	status    string
	citizen   string
	index     string // verdict, reason, due date; and the end, where requests decide it
	faults    string // codes and pointers
}

// TestHistories holds ledgers to tables worked out by hand.
func TestHistories(t *testing.T) {
	tables := map[string][]history{
		"plain": plainHistories(), "starts": startHistories(), "pauses": pauseHistories(), "unions": unionHistories(),
		"late pauses": latePauseHistories(), "supplements": supplementHistories(), "extensions": extensionHistories(),
		"lanes": laneHistories(), "appointments": appointmentHistories(), "ends": endHistories(), "faults": faultHistories(),
		"index": indexHistories(), "profiles": profileHistories(), "payment": paymentHistories(), "before": beforeHistories(),
	}
	seen := map[string]bool{}
	for name, table := range tables {
		for _, h := range table {
			if seen[h.why] {
				t.Errorf("%s: stands twice", h.why)
			}
			seen[h.why] = true
			t.Run(name+"/"+h.why, h.check)
		}
	}
	if len(seen) < 100 {
		t.Errorf("only %d histories", len(seen))
	}
}

func (h history) check(t *testing.T) {
	terms := termsOf(t, h.limit, h.with...)
	ledger, faults := terms.Ledger(storyOf(t, h.story))
	cut := at(t, "03-31 12:00")
	if h.cut != "" {
		cut = at(t, h.cut)
	}
	if h.statutory == "=" {
		h.statutory = h.due
	}
	due, hasDue := ledger.Due()
	statutory, hasStatutory := ledger.Statutory()
	if hasDue == due.IsZero() || hasStatutory == statutory.IsZero() {
		t.Errorf("due %v, %t; statutory %v, %t", due, hasDue, statutory, hasStatutory)
	}
	for _, pair := range [][3]string{
		{"due", clock(due), h.due},
		{"statutory", clock(statutory), h.statutory},
		{"status", ledger.Status().String(), h.status},
		{"citizen", ledger.Citizen(cut).String(), h.citizen},
		{"index", indexText(ledger.Index(cut)), h.index},
		{"faults", faultText(faults), h.faults},
	} {
		if pair[1] != pair[2] {
			t.Errorf("%s: %s is %q, want %q", h.story, pair[0], pair[1], pair[2])
		}
	}
}

// indexText writes a view of the index, with its end only where requests decide it.
func indexText(v dossier.IndexView) string {
	words := []string{v.Verdict.String(), v.Reason.String()}
	if !v.Due.IsZero() {
		words = append(words, clock(v.Due))
	}
	if v.Reason == dossier.IndexTooManyRequests || v.Reason == dossier.IndexUnanswered {
		words = append(words, "end", clock(v.End))
	}
	return strings.Join(words, " ")
}

func faultText(faults motcua.Faults) string {
	var words []string
	for _, f := range faults {
		words = append(words, f.Code+" "+f.Pointer)
	}
	return strings.Join(words, ", ")
}

// errorText is faultText without warnings.
func errorText(faults motcua.Faults) string {
	var errors motcua.Faults
	for _, f := range faults {
		if f.Severity != motcua.SeverityWarning {
			errors = append(errors, f)
		}
	}
	return faultText(errors)
}

func plainHistories() []history {
	return []history{
		{why: "open at the due date: still in time", limit: "5 working days", cut: "03-09 09:00",
			story: "received 03-02 09:00",
			due:   "03-09 09:00", statutory: "=", status: "running", citizen: "pending", index: "onTime due 03-09 09:00"},
		{why: "open a minute later: overdue", limit: "5 working days", cut: "03-09 09:01",
			story: "received 03-02 09:00",
			due:   "03-09 09:00", statutory: "=", status: "running", citizen: "overdue", index: "late due 03-09 09:00"},
		{why: "before the reception nothing is received", limit: "5 working days", cut: "03-02 08:59",
			story: "received 03-02 09:00",
			due:   "03-09 09:00", statutory: "=", status: "running", citizen: "notReceived", index: "notReceived notReceived"},
		{why: "ended at the due date", limit: "5 working days",
			story: "received 03-02 09:00; ended 03-09 09:00",
			due:   "03-09 09:00", statutory: "=", status: "ended", citizen: "onTime", index: "onTime due 03-09 09:00"},
		{why: "ended on the due day, hours before: on time, not early", limit: "5 working days",
			story: "received 03-02 09:00; ended 03-09 07:30",
			due:   "03-09 09:00", statutory: "=", status: "ended", citizen: "onTime", index: "onTime due 03-09 09:00"},
		{why: "ended on the Friday before: early", limit: "5 working days",
			story: "received 03-02 09:00; ended 03-06 16:59",
			due:   "03-09 09:00", statutory: "=", status: "ended", citizen: "early", index: "onTime due 03-09 09:00"},
		{why: "ended a minute late on the due day", limit: "5 working days",
			story: "received 03-02 09:00; ended 03-09 09:01",
			due:   "03-09 09:00", statutory: "=", status: "ended", citizen: "late", index: "late due 03-09 09:00"},
		{why: "the end is not known before it happens", limit: "5 working days", cut: "03-05 12:00",
			story: "received 03-02 09:00; ended 03-20 09:00",
			due:   "03-09 09:00", statutory: "=", status: "ended", citizen: "pending", index: "onTime due 03-09 09:00"},
		{why: "twelve office hours: 1 on Friday, 7.5 on Monday, 3.5 on Tuesday", limit: "12 office hours",
			story: "received 03-06 16:00",
			due:   "03-10 11:00", statutory: "=", status: "running", citizen: "overdue", index: "late due 03-10 11:00"},
		{why: "ten calendar days count the weekend", limit: "10 days",
			story: "received 03-02 09:00",
			due:   "03-12 09:00", statutory: "=", status: "running", citizen: "overdue", index: "late due 03-12 09:00"},
		{why: "calendar days that end on a Saturday roll to Monday's opening", limit: "5 days",
			story: "received 03-02 09:00",
			due:   "03-09 07:30", statutory: "=", status: "running", citizen: "overdue", index: "late due 03-09 07:30"},
		{why: "two months to Saturday 2 May roll to Monday", limit: "2 months",
			story: "received 03-02 09:00",
			due:   "05-04 07:30", statutory: "=", status: "running", citizen: "pending", index: "onTime due 05-04 07:30"},
		{why: "within the day is closing time", limit: "same day",
			story: "received 03-02 09:00; ended 03-02 17:00",
			due:   "03-02 17:00", statutory: "=", status: "ended", citizen: "onTime", index: "onTime due 03-02 17:00"},
		{why: "clock hours run through the night", limit: "24 clock hours",
			story: "received 03-06 16:00",
			due:   "03-07 16:00", statutory: "=", status: "running", citizen: "overdue", index: "late due 03-07 16:00"},
		{why: "no limit and no appointment: undecided", limit: "",
			story: "received 03-02 09:00",
			due:   "", statutory: "", status: "running", citizen: "undecided", index: "undecided noDue"},
		{why: "nothing happened", limit: "5 working days",
			story: "", status: "pending", citizen: "notReceived", index: "notReceived notReceived"},
		{why: "filed and not received", limit: "5 working days",
			story: "filed 03-02 09:00", status: "pending", citizen: "notReceived", index: "notReceived notReceived"},
	}
}

func startHistories() []history {
	return []history{
		{why: "received after closing: from the next opening", limit: "5 working days",
			story: "received 03-02 18:30",
			due:   "03-10 07:30", statutory: "=", status: "running", citizen: "overdue", index: "late due 03-10 07:30"},
		{why: "received at noon: from the afternoon's opening", limit: "5 working days",
			story: "received 03-02 12:00",
			due:   "03-09 13:30", statutory: "=", status: "running", citizen: "overdue", index: "late due 03-09 13:30"},
		{why: "received on a Saturday: from Monday's opening", limit: "5 working days",
			story: "received 03-07 08:00",
			due:   "03-16 07:30", statutory: "=", status: "running", citizen: "overdue", index: "late due 03-16 07:30"},
		{why: "received at the moment of closing: from the next opening", limit: "5 working days",
			story: "received 03-02 17:00",
			due:   "03-10 07:30", statutory: "=", status: "running", citizen: "overdue", index: "late due 03-10 07:30"},
		{why: "received after the cut-off: from the next opening", limit: "5 working days", with: []twist{cutOff(15 * 60)},
			story: "received 03-02 15:01",
			due:   "03-10 07:30", statutory: "=", status: "running", citizen: "overdue", index: "late due 03-10 07:30"},
		{why: "received at the cut-off: in time", limit: "5 working days", with: []twist{cutOff(15 * 60)},
			story: "received 03-02 15:00",
			due:   "03-09 15:00", statutory: "=", status: "running", citizen: "overdue", index: "late due 03-09 15:00"},
		{why: "start on payment: nothing runs before", limit: "5 working days", with: []twist{onPayment},
			story: "received 03-02 09:00; paused financialObligation 03-02 10:00",
			due:   "", statutory: "", status: "notStarted", citizen: "pending", index: "undecided noDue"},
		{why: "start on payment: from the payment", limit: "5 working days", with: []twist{onPayment},
			story: "received 03-02 09:00; paused financialObligation 03-02 10:00; resumed financialObligation 03-05 14:00; ended 03-12 14:00",
			due:   "03-12 14:00", statutory: "=", status: "ended", citizen: "onTime", index: "onTime due 03-12 14:00"},
		{why: "start on payment: paid at night, from the next opening", limit: "5 working days", with: []twist{onPayment},
			story: "received 03-02 09:00; paused financialObligation 03-02 10:00; resumed financialObligation 03-05 20:00",
			due:   "03-13 07:30", statutory: "=", status: "running", citizen: "overdue", index: "late due 03-13 07:30"},
		{why: "start on payment: another pause does not start it", limit: "5 working days", with: []twist{onPayment},
			story: "received 03-02 09:00; paused supplement 03-02 10:00; resumed supplement 03-03 10:00",
			due:   "", statutory: "", status: "notStarted", citizen: "pending", index: "undecided noDue"},
		{why: "start on payment: paused at once by what was asked for before", limit: "5 working days", with: []twist{onPayment, excludes("otherBody")},
			story: "received 03-02 09:00; paused financialObligation 03-02 10:00; paused otherBody 03-03 09:00; resumed financialObligation 03-05 14:00",
			due:   "03-12 14:00", statutory: "=", status: "paused", citizen: "pending", index: "late due 03-12 14:00"},
		{why: "start on payment: that pause is taken out from the start on, 7.5 hours", limit: "5 working days", with: []twist{onPayment, excludes("otherBody")},
			story: "received 03-02 09:00; paused financialObligation 03-02 10:00; paused otherBody 03-03 09:00; resumed financialObligation 03-05 14:00; resumed otherBody 03-06 14:00",
			due:   "03-13 14:00", statutory: "=", status: "running", citizen: "overdue", index: "late due 03-12 14:00"},
		{why: "start on payment: a second obligation is a pause of a day", limit: "5 working days", with: []twist{onPayment},
			story: "received 03-02 09:00; paused financialObligation 03-02 10:00; resumed financialObligation 03-05 14:00; paused financialObligation 03-09 09:00; resumed financialObligation 03-10 09:00",
			due:   "03-13 14:00", statutory: "=", status: "running", citizen: "overdue", index: "late due 03-12 14:00"},
		{why: "start on reception: an obligation is a pause", limit: "5 working days",
			story: "received 03-02 09:00; paused financialObligation 03-03 09:00; resumed financialObligation 03-04 09:00",
			due:   "03-10 09:00", statutory: "=", status: "running", citizen: "overdue", index: "late due 03-09 09:00"},
	}
}
