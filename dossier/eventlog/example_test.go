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
	// case:start [submit receive] ""
	// case:end [finish] ""
	// T08 * [handOver] "consultation"
	// T09-* [handOver] ""
}
