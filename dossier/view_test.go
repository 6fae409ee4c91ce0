package dossier_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/transcript"
)

// TestViewWritten: the documents of one life at one instant, member for member. Five
// working days from Monday 10:00, a day and a half of which it waited; it is Wednesday of
// the week after.
func TestViewWritten(t *testing.T) {
	l := received(t, "5 working days")
	l.do("03-03 09:00", dossier.ActionAskSupplement, handler, dossier.StateSupplement)
	l.do("03-04 14:00", dossier.ActionSupplement, applicant, dossier.StateProcessing)
	l.do("03-05 09:00", dossier.ActionHandOver, handler, dossier.StateProcessing, toDesk(t, "A", "1 working days"))
	l.Now = at(t, "03-11 09:30")
	ledger, verdict, err := transcript.View(l.Dossier, &l.Setting)
	if err != nil {
		t.Fatal(err)
	}
	ledger.Entries, ledger.Steps = ledger.Entries[:0], ledger.Steps[:0] // their own documents, in their own tests
	for _, row := range []struct {
		view any
		want string
	}{
		{ledger, `{"dossier": "H56.12-260302-0001", "at": "2026-03-11T09:30:00+07:00", "status": "running", "filed": "2026-03-02T09:00:00+07:00",
			"answerDue": "2026-03-03T09:30:00+07:00", "answered": "2026-03-02T10:00:00+07:00", "received": "2026-03-02T10:00:00+07:00",
			"due": "2026-03-10T15:00:00+07:00", "statutory": "2026-03-10T15:00:00+07:00", "provisional": false,
			"balance": {"byClock": false, "granted": 2250, "extended": 0, "consumed": 2490, "paused": 630, "remaining": -240}, "entries": [], "steps": []}`},
		{verdict, `{"dossier": "H56.12-260302-0001", "at": "2026-03-11T09:30:00+07:00", "state": "processing", "citizen": "overdue",
			"index": {"verdict": "late", "reason": "due", "open": true, "end": "2026-03-11T09:30:00+07:00", "due": "2026-03-10T15:00:00+07:00"},
			"late": [{"desk": {"unit": "H56.12", "department": "A", "step": "thẩm định", "budget": [{"amount": "1", "unit": "workingDays"}]}, "by": "handler", "state": "processing",
				"from": "2026-03-05T09:00:00+07:00", "used": 1830, "budget": 450, "over": 1380, "atDue": true}]}`},
	} {
		if diff := cmp.Diff(treeOf(t, []byte(row.want)), treeOf(t, eventOf(t, row.view))); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// TestViewIsLedger: at each time the documents say what the ledger answers.
func TestViewIsLedger(t *testing.T) {
	l := fullLife(t)
	for _, when := range []string{"03-02 08:59", "03-02 09:30", "03-02 14:15", "03-02 15:00", "03-03 12:00", "03-04 14:30", "03-05 09:00", "03-20 09:00"} {
		l.Now = at(t, when)
		d := l.At(l.Now)
		ledger, verdict, err := transcript.View(d, &l.Setting)
		if err != nil {
			t.Fatal(err)
		}
		read, err := d.Ledger(&l.Setting)
		if err != nil {
			t.Fatal(err)
		}
		instant := func(t time.Time, _ bool) time.Time { return t }
		want := []any{
			read.Status(), d.Filed, instant(read.AnswerDue()), instant(read.Answered()), instant(read.Received()), instant(read.Due()), instant(read.Statutory()),
			read.Provisional(), instant(read.Ended()), len(d.Entries), len(read.Explain()), read.Citizen(l.Now), read.Index(l.Now), d.Stands(), l.Now, l.Now,
		}
		got := []any{
			ledger.Status, ledger.Filed, ledger.AnswerDue, ledger.Answered, ledger.Received, ledger.Due, ledger.Statutory,
			ledger.Provisional, ledger.Ended, len(ledger.Entries), len(ledger.Steps), verdict.Citizen, verdict.Index, verdict.State, ledger.At, verdict.At,
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("at %s (-ledger +view):\n%s", when, diff)
		}
		balance, owed := read.Remaining(l.Now)
		next, what, more := read.NextChange(l.Now)
		if owed != (ledger.Balance != nil) || more != (ledger.Next != nil) || more && (ledger.Next.At != next || ledger.Next.What != what) {
			t.Errorf("at %s: %+v, %+v", when, ledger.Balance, ledger.Next)
		}
		if b := ledger.Balance; owed && b.Granted+b.Extended != b.Consumed+b.Remaining || owed && b.Consumed != int64(balance.Consumed/time.Minute) {
			t.Errorf("at %s: %+v is not %+v", when, b, balance)
		}
	}
}

// TestViewFails: of a clock that cannot be read an error is told, and what else is known.
func TestViewFails(t *testing.T) {
	l := received(t, "5 working days")
	whole := l.Setting
	for why, s := range map[string]*dossier.Setting{"no office": {Now: l.Now}, "no such profile": &whole} {
		d := dossier.Fold(l.Events)
		if why != "no office" {
			grant := *d.Grant
			grant.Profile = "lunar"
			d.Grant = &grant
		}
		ledger, verdict, err := transcript.View(d, s)
		if err == nil || ledger.Dossier != l.Filing.Code || verdict.State != dossier.StateProcessing || ledger.Entries == nil || ledger.Steps == nil || verdict.Late == nil {
			t.Errorf("%s: %+v, %+v, %v", why, ledger, verdict, err)
		}
	}
}
