package dossier_test

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/workday"
)

// fuzzTerms are terms of all kinds; entries choose one.
func fuzzTerms(t testing.TB) []*dossier.Terms {
	t.Helper()
	return []*dossier.Terms{
		termsOf(t, "5 working days", answerBy("online"), ownTerm("supplement", "20 days", "stop")),
		termsOf(t, "5 working days", restart, laneBy("2 working days"), excludes("otherBody")),
		termsOf(t, "10 days", remainder("2 working days"), laneTo("24 clock hours")),
		termsOf(t, "8 office hours", onPayment, profile("td"), excludes("otherBody", "inspection")),
		termsOf(t, "1 months 5 working days", profile("statutory"), stated("03-20 00:00")),
		termsOf(t, "same day", profile("dateOnly"), cutOff(15*60)),
		termsOf(t, "1 working days", laneBy("3 days")),
		termsOf(t, "", answerBy("paper")),
		termsOf(t, "1200 months"),
		termsOf(t, "", stated("03-06 16:00")),
		termsOf(t, "10 days", stated("03-10 09:00"), onPayment, laneBy("5 office hours")),
	}
}

// entriesOf makes entries of bytes, seven each: most are near one another, some
// are beyond all calendars, and some are nothing at all.
func entriesOf(data []byte) []dossier.Entry {
	reasons := []string{"supplement", "financialObligation", "otherBody", "inspection", "weather", ""}
	now := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	var entries []dossier.Entry
	for ; len(data) >= 7 && len(entries) < 64; data = data[7:] {
		step := time.Duration(int16(data[1])<<8|int16(data[2])) * time.Minute
		switch data[3] {
		case 0xff:
			step = 90 * 365 * 24 * time.Hour
		case 0xfe:
			step = -1 << 63
		case 0xfd:
			step = 1<<63 - 1
		}
		now = now.Add(step)
		e := dossier.Entry{Kind: dossier.EntryKind(data[0] % 11), At: now, Reason: reasons[int(data[4])%len(reasons)]}
		if data[3] == 0xfc {
			e.At = time.Time{}
		}
		if data[5]&1 > 0 {
			e.Due = now.Add(time.Duration(data[6]) * time.Hour)
		}
		if data[5]&2 > 0 {
			e.Apology = "12/TXL"
		}
		entries = append(entries, e)
	}
	return entries
}

// FuzzLedger: whatever the entries, nothing panics, faults point into the list, the
// balance balances, and the last step of an explanation is the due date.
func FuzzLedger(f *testing.F) {
	f.Add([]byte{0, 2, 0, 0, 0, 0, 0, 0, 3, 0, 60, 0, 0, 0, 0, 4, 1, 0, 0, 0, 1, 100, 7, 2, 0, 0, 0, 0, 0})
	f.Add([]byte{1, 1, 0, 0, 0, 0, 0, 0, 2, 0, 9, 0, 0, 0, 0, 5, 0, 9, 0, 0, 0, 0, 6, 0, 9, 0, 0, 3, 200, 7, 0x80, 0, 0, 0, 0, 0, 8, 0, 1, 0, 0, 0, 0})
	f.Add([]byte{2, 2, 0, 0, 0, 0, 0, 0, 3, 0, 1, 0xff, 0, 0, 0, 4, 0, 1, 0xfd, 0, 0, 0, 7, 0, 1, 0xfe, 0, 0, 0, 0, 0, 1, 0xfc, 0, 0, 0})
	terms := fuzzTerms(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) == 0 {
			return
		}
		chosen := terms[int(data[0])%len(terms)]
		entries := entriesOf(data[1:])
		ledger, faults := chosen.Ledger(entries)
		for _, x := range faults {
			token, _, _ := strings.Cut(strings.TrimPrefix(x.Pointer, "/"), "/")
			if n, err := strconv.Atoi(token); err != nil || n >= len(entries) || x.Message.Vi == "" || x.Message.En == "" {
				t.Errorf("fault %v of %d entries", x, len(entries))
			}
		}
		moments := []time.Time{{}, time.Date(2026, time.March, 12, 9, 0, 0, 0, time.UTC)}
		for _, e := range entries {
			moments = append(moments, e.At, e.Due)
		}
		for _, now := range moments {
			askAll(t, &ledger, now)
		}
		if _, _, err := ledger.Reproject(terms[0]); err != nil {
			var list motcua.Faults
			if list, _ = err.(motcua.Faults); len(list) == 0 {
				t.Errorf("not faults: %v", err)
			}
		}
	})
}

func askAll(t *testing.T, l *dossier.Ledger, now time.Time) {
	t.Helper()
	then := l.At(now)
	if b, ok := l.Remaining(now); ok && b.Granted+b.Extended != b.Consumed+b.Remaining {
		t.Errorf("%+v", b)
	}
	if when, what, ok := l.NextChange(now); ok && (!when.After(now) || what == 0) {
		t.Errorf("after %v comes %v, %v", now, when, what)
	}
	l.AnswerDue()
	l.OwnDue()
	l.Provisional()
	for _, name := range []string{l.Citizen(now).String(), l.Index(now).Verdict.String(), l.Index(now).Reason.String(), then.Status().String()} {
		if strings.Contains(name, "(") {
			t.Errorf("at %v: %s", now, name)
		}
	}
	steps := then.Explain()
	if due, ok := then.Due(); ok && (len(steps) == 0 || steps[len(steps)-1].Result != due.Format(time.RFC3339Nano)) {
		t.Errorf("due %v, and the steps end otherwise", due)
	}
}

// FuzzParseClockRules: whatever the bytes, rules that are taken can be written,
// read again, and kept a ledger by.
func FuzzParseClockRules(f *testing.F) {
	shipped, err := json.Marshal(dossier.StandardClockRules())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(shipped)
	f.Add([]byte(`{"reasons": [], "answers": [], "extension": {"most": 0, "apology": false, "source": {"basis": "ours"}}, "stated": {"midnightEnds": false, "source": {"basis": "ours"}}, "index": {"supplements": 0, "waitingByClock": false, "source": {"basis": "ours"}}}`))
	f.Add([]byte(`{"reasons": [{"id": "a"}, {"id": "a"}]}`))
	office := usual(f)
	limit, _ := workday.ParseLimit("5 working days")
	f.Fuzz(func(t *testing.T, data []byte) {
		rules, faults := dossier.ParseClockRules(data)
		if rules == nil || faults.Err() != nil {
			return
		}
		again, err := json.Marshal(rules)
		if err != nil {
			t.Fatal(err)
		}
		if _, faults := dossier.ParseClockRules(again); faults.Err() != nil {
			t.Errorf("%s: %v", again, faults)
		}
		terms := dossier.Terms{Office: office, Limit: &limit, Rules: rules}
		entries := storyOf(t, "received 03-02 09:00; extended 03-03 09:00 to 03-20 16:00 sorry")
		for _, r := range rules.Reasons {
			entries = append(entries, dossier.Entry{Kind: dossier.EntryPaused, At: at(t, "03-04 09:00"), Reason: r.ID}, dossier.Entry{Kind: dossier.EntryResumed, At: at(t, "03-04 09:00"), Reason: r.ID})
		}
		ledger, _ := terms.Ledger(entries)
		askAll(t, &ledger, at(t, "03-10 09:00"))
	})
}

// FuzzParseLifeRules: rules that are taken are written and read the same, and faults
// have a place in the input and a message.
func FuzzParseLifeRules(f *testing.F) {
	f.Add(eventOf(f, dossier.StandardLifeRules()))
	f.Add([]byte(`{"default": {"supplements": 0, "source": {"basis": "ours"}}, "procedures": [{"code": "1.000001", "supplements": -1, "source": {"basis": "ours"}}], "answers": []}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		rules, faults := dossier.ParseLifeRules(data)
		for _, x := range faults {
			if x.Code == "" || x.Line < 1 || x.Message.Vi == "" || x.Message.En == "" || x.Pointer != "" && x.Pointer[0] != '/' {
				t.Errorf("%+v", x)
			}
		}
		if faults.Err() != nil {
			return
		}
		text := eventOf(t, rules)
		again, faults := dossier.ParseLifeRules(text)
		if got := eventOf(t, again); faults.Err() != nil || !bytes.Equal(got, text) {
			t.Errorf("%s\nis read as\n%s: %v", text, got, faults)
		}
	})
}
