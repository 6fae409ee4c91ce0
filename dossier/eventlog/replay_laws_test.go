package eventlog_test

import (
	"slices"
	"testing"

	"github.com/motcua/motcua/dossier/eventlog"
	"pgregory.net/rapid"
)

// TestReplayLaws: whatever happened in whatever order, each step is reported once, what
// was applied is a lawful history, and days stay what they were.
func TestReplayLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kinds := []eventlog.Event{work, work, ask, come, longer, decide, send, withdraw, aside, goOn, object, {Code: "x", Activity: "unknown"}}
		c := eventlog.Case{ID: "c", Started: at(rapid.IntRange(1, 5).Draw(t, "start"), rapid.IntRange(0, 1).Draw(t, "clock")*9, 0)}
		for i := range rapid.IntRange(0, 25).Draw(t, "events") {
			e := on(rapid.SampledFrom(kinds).Draw(t, "kind"), rapid.IntRange(1, 90).Draw(t, "day"), rapid.SampledFrom([]int{0, 0, 9, 10, 15}).Draw(t, "hour"), rapid.SampledFrom([]string{"a", "b", ""}).Draw(t, "who"))
			if e.Code == come.Code {
				e.Answer = rapid.SampledFrom([]string{"", "3-3-2026 0:00:00", "9-4-2026 0:00:00"}).Draw(t, "answer")
			}
			e.Line = i + 2
			c.Events = append(c.Events, e)
		}
		slices.SortStableFunc(c.Events, func(a, b eventlog.Event) int { return a.At.Compare(b.At) })
		replayed(t, eventlog.BPIC2015(), &c, len(c.Events)+1)
		life := eventlog.BPIC2015().Replay(&c, nil)
		days := map[string]bool{}
		for _, r := range life.Reports {
			days[r.At.Format("2006-01-02")] = true
		}
		for _, e := range life.Dossier.Events {
			if !days[e.At.Format("2006-01-02")] {
				t.Fatalf("%s is on a day on which nothing happened", e)
			}
		}
	})
}
