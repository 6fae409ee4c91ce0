package eventlog_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/eventlog"
	"pgregory.net/rapid"
)

// FuzzRead: whatever the tables hold, reading ends, events stand by time and have their
// lines, and what was read gives steps.
func FuzzRead(f *testing.F) {
	f.Add(caseTable, eventTable)
	f.Add(receiptTable, "")
	f.Add("\x1f\x8b\x08", "_case,concept:name,time:timestamp\n\"a\"\"b\",\"x,y\",2026-03-02\n\"a,\n")
	f.Add("concept:name,startDate\nc,2-1-2026\n", "\n\n_case,_case\n")
	f.Fuzz(func(t *testing.T, first, second string) {
		log, faults := eventlog.Read(time.UTC, strings.NewReader(first), strings.NewReader(second))
		for _, fault := range faults {
			if fault.Code == "" || fault.Message.Vi == "" || fault.Message.En == "" {
				t.Errorf("%+v", fault)
			}
		}
		ids := map[string]bool{}
		for i := range log.Cases {
			c := &log.Cases[i]
			if c.ID == "" || ids[c.ID] {
				t.Errorf("case %q", c.ID)
			}
			ids[c.ID] = true
			if !slices.IsSortedFunc(c.Events, func(a, b eventlog.Event) int { return a.At.Compare(b.At) }) {
				t.Error("not by time")
			}
			for _, e := range c.Events {
				if e.Line < 2 || e.At.IsZero() {
					t.Errorf("%+v", e)
				}
			}
			for _, m := range []*eventlog.Map{eventlog.Receipt(), eventlog.BPIC2015()} {
				n := len(m.Steps(c))
				if n < len(c.Events) || n > len(c.Events)+2 {
					t.Errorf("%d steps of %d events", n, len(c.Events))
				}
				replayed(t, m, c, n)
			}
		}
	})
}

// replayed holds a replay to what it promises: each step is reported once, each event of
// the dossier was a command of one, and the history is lawful by itself.
func replayed(t rapid.TB, m *eventlog.Map, c *eventlog.Case, steps int) {
	t.Helper()
	life := m.Replay(c, nil)
	if len(life.Reports) != steps {
		t.Errorf("%d reports of %d steps", len(life.Reports), steps)
	}
	applied, lines := 0, map[int]int{}
	for _, r := range life.Reports {
		applied += r.Applied
		lines[r.Line]++
		whole := r.Applied == len(r.Actions) && r.Applied > 0
		if whole != (r.Outcome == eventlog.OutcomeApplied) || (r.Applied > 0 && !whole) != (r.Outcome == eventlog.OutcomePartly) {
			t.Errorf("%+v", r)
		}
	}
	if applied != len(life.Dossier.Events) {
		t.Errorf("%d applied, %d events", applied, len(life.Dossier.Events))
	}
	for i := range c.Events {
		if lines[c.Events[i].Line] == 0 {
			t.Errorf("line %d is not reported", c.Events[i].Line)
		}
	}
	setting := life.Setting
	if _, faults := dossier.Replay(life.Dossier.Events, &setting); faults.Err() != nil {
		t.Errorf("what was applied is not lawful: %v", faults)
	}
	if _, err := life.Verdict(time.Unix(1500000000, 0)).MarshalText(); err != nil {
		t.Error(err)
	}
}
