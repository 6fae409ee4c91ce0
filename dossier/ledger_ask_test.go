package dossier_test

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"pgregory.net/rapid"
)

// TestReceivedEnded: when it was received and ended, as far as it was.
func TestReceivedEnded(t *testing.T) {
	for _, row := range []struct{ why, story, received, ended string }{
		{"nothing", "", "", ""},
		{"filed", "filed 03-02 08:00", "", ""},
		{"received", "filed 03-02 08:00; received 03-02 09:00", "03-02 09:00", ""},
		{"received twice: the first", "received 03-02 09:00; received 03-03 09:00", "03-02 09:00", ""},
		{"ended", "received 03-02 09:00; ended 03-06 09:00", "03-02 09:00", "03-06 09:00"},
		{"ended twice: the first", "received 03-02 09:00; ended 03-06 09:00; ended 03-07 09:00", "03-02 09:00", "03-06 09:00"},
		{"ended before it began", "received 03-02 09:00; ended 02-27 09:00", "03-02 09:00", "02-27 09:00"},
		{"reopened", "received 03-02 09:00; ended 03-06 09:00; reopened 03-09 09:00", "03-02 09:00", ""},
		{"ended again", "received 03-02 09:00; ended 03-06 09:00; reopened 03-09 09:00; ended 03-10 09:00", "03-02 09:00", "03-10 09:00"},
		{"refused", "filed 03-02 08:00; ended refused 03-02 10:00", "", "03-02 10:00"},
	} {
		ledger, _ := termsOf(t, "5 working days").Ledger(storyOf(t, row.story))
		received, ok := ledger.Received()
		ended, also := ledger.Ended()
		if clock(received) != row.received || clock(ended) != row.ended || ok != (row.received != "") || also != (row.ended != "") {
			t.Errorf("%s: received %q, %t, ended %q, %t", row.why, clock(received), ok, clock(ended), also)
		}
	}
}

// TestAtTellsNothingLater: as it stood, a ledger tells what was known then.
func TestAtTellsNothingLater(t *testing.T) {
	ledger, _ := termsOf(t, "5 working days").Ledger(storyOf(t, "received 03-02 09:00; paused supplement 03-03 09:00; resumed supplement 03-04 09:00; extended 03-05 09:00 to 03-20 16:00 sorry; ended 03-06 09:00"))
	for _, row := range []struct{ when, rules, ends, received, ended string }{
		{"03-02 08:59", "granted", "", "", ""},
		{"03-02 09:00", "granted received workingDays due", "", "03-02 09:00", ""},
		{"03-03 12:00", "granted received paused workingDays due", "open", "03-02 09:00", ""},
		{"03-04 09:00", "granted received paused workingDays pause due", "03-04 09:00", "03-02 09:00", ""},
		{"03-05 12:00", "granted received paused extended workingDays pause due", "03-04 09:00", "03-02 09:00", ""},
		{"03-31 12:00", "granted received paused extended ended workingDays pause due", "03-04 09:00", "03-02 09:00", "03-06 09:00"},
	} {
		then := ledger.At(at(t, row.when))
		steps := then.Explain()
		received, _ := then.Received()
		ended, _ := then.Ended()
		if rulesOf(steps) != row.rules || pauseEnds(t, steps) != row.ends || clock(received) != row.received || clock(ended) != row.ended {
			t.Errorf("at %s: %s; pauses to %q, received %q, ended %q", row.when, rulesOf(steps), pauseEnds(t, steps), clock(received), clock(ended))
		}
	}
}

// TestNoOffice: without an office nothing is measured, which is a fault; nothing
// panics, nor does a ledger that was never read.
func TestNoOffice(t *testing.T) {
	terms := termsOf(t, "5 working days", answerBy("online"), stated("03-06 16:00"))
	terms.Office = nil
	ledger, faults := terms.Ledger(storyOf(t, "filed 03-02 08:00; received 03-02 09:00; paused supplement 03-03 09:00"))
	if faultText(faults) != "DOS-CLK-06 " || faults.Err() == nil || ledger.Status() != dossier.StatusPending {
		t.Errorf("%v, %s", faults, ledger.Status())
	}
	var none dossier.Ledger
	for name, l := range map[string]*dossier.Ledger{"no office": &ledger, "no terms": &none} {
		now := at(t, "03-05 09:00")
		due, ok := l.Due()
		if _, balance := l.Remaining(now); ok || balance || l.Citizen(now) != dossier.VerdictNotReceived || l.Index(now).Reason != dossier.IndexNotReceived {
			t.Errorf("%s: due %v, %v, %+v", name, due, l.Citizen(now), l.Index(now))
		}
		if next := nextText(l, now); next != "" || l.Provisional() {
			t.Errorf("%s: next %q", name, next)
		}
		for _, step := range l.Explain() {
			if step.Rule != "granted" {
				t.Errorf("%s: %+v", name, step)
			}
		}
	}
}

// TestReprojectNoOffice: to another calendar from none, and to none: no date is
// left, which is listed, and no day is to blame.
func TestReprojectNoOffice(t *testing.T) {
	defer func() {
		if p := recover(); p != nil {
			t.Errorf("panics: %v", p)
		}
	}()
	terms, bare := termsOf(t, "5 working days"), termsOf(t, "5 working days")
	bare.Office = nil
	story := storyOf(t, "received 03-02 09:00")
	with, _ := terms.Ledger(story)
	without, _ := bare.Ledger(story)
	if _, moves, err := with.Reproject(bare); len(moves) != 2 || err == nil || len(moves[0].Why) > 0 {
		t.Errorf("to no office: %+v, %v", moves, err)
	}
	if _, moves, err := without.Reproject(terms); len(moves) != 2 || err != nil || len(moves[0].Why) > 0 {
		t.Errorf("from no office: %+v, %v", moves, err)
	}
}

// TestFaultsBookNothing: a ledger is that of its entries without those that have
// faults, whatever is asked.
func TestFaultsBookNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &drawing{t: t}
		terms, entries := g.terms(), g.entries(8)
		for i := range entries {
			switch e := &entries[i]; {
			case e.Kind == dossier.EntryEnded: // out of order it is an end all the same
			case g.chance(5, "out of order"):
				e.At = e.At.AddDate(0, 0, -9)
			case g.chance(3, "beyond the calendar"):
				e.At = e.At.AddDate(150, 0, 0)
			case g.chance(3, "nothing"):
				*e = dossier.Entry{}
			}
		}
		ledger, faults := terms.Ledger(entries)
		refused := map[string]bool{}
		for _, f := range faults {
			if f.Severity != motcua.SeverityWarning {
				refused[strings.SplitN(f.Pointer, "/", 3)[1]] = true
			}
		}
		kept := slices.Clone(entries)
		for i := len(kept) - 1; i >= 0; i-- {
			if refused[strconv.Itoa(i)] && kept[i].Kind != dossier.EntryEnded {
				kept = slices.Delete(kept, i, i+1)
			}
		}
		bare, again := terms.Ledger(kept)
		now := entries1(nil, g)
		for _, e := range entries {
			now = latest(now, e.At) // before the last, others would be out of order
		}
		now = now.Add(time.Duration(g.roll(30_000, "later")) * time.Minute)
		if !reflect.DeepEqual(answers(&ledger, now), answers(&bare, now)) {
			t.Fatalf("with faults %v\n%+v\n%+v, without\n%+v", faults, entries, answers(&ledger, now), answers(&bare, now))
		}
		if len(again) > len(faults) {
			t.Fatalf("%v, and without what they are about %v", faults, again)
		}
	})
}
