package eventlog_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/motcua/motcua/dossier/eventlog"
)

// Two tables are joined, and each event says what it is to a dossier, or why it is
// nothing.
func ExampleRead() {
	cases := strings.NewReader(`concept:name,startDate,endDatePlanned,endDate,caseStatus,last_phase,termName,parts,caseProcedure,requestComplete,SUMleges
1,2026-03-02T00:00:00+01:00,,,O,,,Bouw,,FALSE,
`)
	events := strings.NewReader(`_case,concept:name,time:timestamp,activityNameEN,question,org:resource,dueDate,planned,dateFinished,dateStop
1,08_AWB45_020_2,2026-03-04T00:00:00+01:00,enter senddate retrieve missing data,EMPTY,a,,,,
1,08_AWB45_040,2026-03-20T11:00:00+01:00,enter receipt of additional data,18-3-2026 0:00:00,a,,,,
1,01_BB_540,never,objection lodged against decision,True,a,,,,
`)
	log, faults := eventlog.Read(time.FixedZone("", 3600), cases, events)
	for _, f := range faults {
		fmt.Println(f)
	}
	m := eventlog.BPIC2015()
	for _, s := range m.Steps(&log.Cases[0]) {
		fmt.Println(s.At.Format(time.DateOnly), s.Row.Actions, s.Row.Why)
	}
	// Output:
	// line 4: /1/time:timestamp: ELG-ROW-03: the value is missing or cannot be read
	// 2026-03-02 [submit receive] the term runs from the filing, so the reception is booked with it
	// 2026-03-04 [askSupplement] the day on which the letter was sent
	// 2026-03-18 [supplement] the day it came is the answer; the event is when it was booked
}

// The receipt log knows work inside an office and little else.
func ExampleReceipt() {
	for _, r := range eventlog.Receipt().Rows[:4] {
		fmt.Printf("%s%s %v %q\n", r.Code, r.Name, r.Actions, r.Pause)
	}
	// Output:
	// case:start [submit receive handOver] ""
	// case:end [finish] ""
	// T08 * [handOver] "consultation"
	// T09-* [handOver] ""
}

// A case goes through the life of a dossier; what does not fit is reported, not mended.
func ExampleMap_Replay() {
	m := eventlog.BPIC2015()
	day := func(d, hour int) time.Time { return time.Date(2026, time.March, d, hour, 0, 0, 0, time.UTC) }
	c := eventlog.Case{ID: "1", Started: day(2, 9), Events: []eventlog.Event{
		{Line: 2, At: day(3, 9), Code: "01_HOOFD_030_1", Activity: "send confirmation receipt", Resource: "a"},
		{Line: 3, At: day(4, 9), Code: "01_HOOFD_510_2", Activity: "enter senddate decision environmental permit", Resource: "a"},
		{Line: 4, At: day(5, 9), Code: "01_HOOFD_490_5", Activity: "record date of decision environmental permit", Resource: "a"},
		{Line: 5, At: day(6, 9), Code: "01_HOOFD_888", Activity: "ring a bell", Resource: "a"},
	}}
	life := m.Replay(&c, nil)
	for _, r := range life.Reports {
		fmt.Println(r.Line, r.Outcome, r.Actions)
	}
	totals := eventlog.Totals{At: day(31, 0)}
	totals.Add(life)
	for _, r := range totals.Reasons {
		fmt.Println(r.Count, r)
	}
	fmt.Println(life.Dossier.State, life.Verdict(totals.At))
	// Output:
	// 0 applied [submit receive]
	// 2 applied [handOver]
	// 3 refused [issue returnResult]
	// 4 applied [finish signResult]
	// 5 notUnderstood []
	// 1 refused: issue+returnResult: in state processing: state
	// 1 notUnderstood
	// finished early
}
