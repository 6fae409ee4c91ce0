package eventlog_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua/dossier/eventlog"
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
				if e.Line < 2 || e.At.IsZero() && !e.Day {
					t.Errorf("%+v", e)
				}
			}
			for _, m := range []*eventlog.Map{eventlog.Receipt(), eventlog.BPIC2015()} {
				if n := len(m.Steps(c)); n < len(c.Events) || n > len(c.Events)+2 {
					t.Errorf("%d steps of %d events", n, len(c.Events))
				}
			}
		}
	})
}
