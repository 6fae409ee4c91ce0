package eventlog_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/eventlog"
)

// The smallest tables that can be read: what a test changes, it changes in these.
const (
	caseTable = `concept:name,startDate,endDatePlanned,endDate,caseStatus,last_phase,termName,parts,caseProcedure,requestComplete,SUMleges
c1,2026-03-02T00:00:00+01:00,,2026-03-20T00:00:00+01:00,G,Besluit genomen,,"Bouw,Kap",Regulier,TRUE,-12.50
`
	eventTable = `_case,concept:name,time:timestamp,activityNameEN,question,org:resource,dueDate,planned,dateFinished,dateStop
c1,01_HOOFD_010,2026-03-02T00:00:00+01:00,register submission date request,EMPTY,r1,2026-03-09T09:30:00+01:00,,2026-03-03 08:00:00,
c1,08_AWB45_040,2026-03-06T10:00:00+01:00,enter receipt of additional data,5-3-2026 0:00:00,r2,,,2026-03-06 10:00:00,
`
	receiptTable = `case:channel,case:concept:name,case:deadline,case:enddate,case:enddate_planned,case:startdate,concept:name,org:group,org:resource,time:timestamp
Desk,w1,2026-05-01 00:00:00+02:00,,2026-05-01 00:00:00.010000+02:00,2026-03-02 00:00:00.020000+01:00,Confirmation of receipt,EMPTY,r1,2026-03-03 09:00:00.500000+01:00
Desk,w1,2026-05-01 00:00:00+02:00,,2026-05-01 00:00:00.010000+02:00,2026-03-02 00:00:00.020000+01:00,T02 Check confirmation of receipt,Group 1,r2,2026-03-03 10:00:00+01:00
`
)

func at(day, hour, minute int) time.Time {
	return time.Date(2026, time.March, day, hour, minute, 0, 0, time.FixedZone("", 3600))
}

// read reads texts as tables; times without a zone are of +01:00.
func read(tables ...string) (*eventlog.Log, motcua.Faults) {
	readers := make([]io.Reader, len(tables))
	for i, text := range tables {
		readers[i] = strings.NewReader(text)
	}
	return eventlog.Read(time.FixedZone("", 3600), readers...)
}

// faultText is a fault in one line: what tests ask about, without the message.
func faultText(faults motcua.Faults) string {
	var b strings.Builder
	for _, f := range faults {
		fmt.Fprintf(&b, "%s %s %s %d\n", f.Code, f.Pointer, f.Severity, f.Line)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func packed(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestReadTwoTables(t *testing.T) {
	yes, fee := true, motcua.MustDecimal("-12.50")
	want := []eventlog.Case{{
		ID: "c1", Line: 2, Started: at(2, 0, 0), Ended: at(20, 0, 0), Status: "G", Phase: "Besluit genomen",
		Parts: "Bouw,Kap", Procedure: "Regulier", Complete: &yes, Fee: &fee,
		Events: []eventlog.Event{
			{Line: 2, At: at(2, 0, 0), Day: true, Code: "01_HOOFD_010", Activity: "register submission date request", Resource: "r1", Due: at(9, 9, 30), Finished: at(3, 8, 0)},
			{Line: 3, At: at(6, 10, 0), Code: "08_AWB45_040", Activity: "enter receipt of additional data", Answer: "5-3-2026 0:00:00", Resource: "r2", Finished: at(6, 10, 0)},
		},
	}}
	decimals := cmp.Comparer(func(a, b motcua.Decimal) bool { return a == b })
	joined := "case:" + strings.ReplaceAll(strings.SplitN(caseTable, "\n", 2)[0], ",", ",case:") + "," + strings.SplitN(strings.SplitN(eventTable, "\n", 2)[0], ",", 2)[1]
	for i, row := range strings.Split(strings.TrimSpace(eventTable), "\n")[1:] {
		if i == 0 {
			joined += "\n"
		}
		joined += strings.Split(caseTable, "\n")[1] + "," + strings.SplitN(row, ",", 2)[1] + "\n"
	}
	for name, tables := range map[string][]string{
		"plain":        {caseTable, eventTable},
		"packed":       {packed(t, caseTable), packed(t, eventTable)},
		"events first": {eventTable, caseTable},
		"one table":    {joined},
		"others' ends": {strings.ReplaceAll("\uFEFF"+caseTable, "\n", "\r\n"), strings.TrimSuffix(eventTable, "\n")},
	} {
		log, faults := read(tables...)
		if faults != nil {
			t.Errorf("%s: %v", name, faults)
		}
		if diff := cmp.Diff(want, log.Cases, decimals); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestReadReceipt(t *testing.T) {
	log, faults := read(receiptTable)
	if faults != nil {
		t.Fatal(faults)
	}
	c := log.Cases[0]
	due := time.Date(2026, time.May, 1, 0, 0, 0, 0, time.FixedZone("", 7200))
	if c.ID != "w1" || c.Channel != "Desk" || !c.Due.Equal(due) || !c.Planned.Equal(due.Add(10*time.Millisecond)) || !c.Ended.IsZero() || len(c.Events) != 2 {
		t.Errorf("%+v", c)
	}
	if e := c.Events[0]; e.Code != "" || e.Activity != "Confirmation of receipt" || e.Group != "" || e.Resource != "r1" || e.Day {
		t.Errorf("%+v", e)
	}
}

// swap is a text in which one part, which must be there, is another.
func swap(t *testing.T, text, old, other string) string {
	t.Helper()
	if !strings.Contains(text, old) {
		t.Fatalf("no %q", old)
	}
	return strings.Replace(text, old, other, 1)
}

func TestFaults(t *testing.T) {
	const e = "\nc1,08_AWB45_040,"
	for _, row := range []struct {
		why    string
		tables []string
		want   string
		events int // that are left
	}{
		{"no table", nil, "", 0},
		{"an empty table", []string{""}, "ELG-FILE-02 /0 error 0", 0},
		{"a cut gzip", []string{packed(t, caseTable)[:40]}, "ELG-FILE-01 /0 error 1", 0},
		{"a broken gzip", []string{"\x1f\x8bxx"}, "ELG-FILE-01 /0 error 0", 0},
		{"another table", []string{"name,age\nx,1\n"}, "ELG-COL-01 /0 error 1", 0},
		{"no time column", []string{caseTable, swap(t, eventTable, "time:timestamp", "time")}, "ELG-COL-02 /1/time:timestamp error 1\nELG-CASE-03 /0 warning 2", 0},
		{"no column that can be missed", []string{caseTable, swap(t, eventTable, "planned", "plan")}, "ELG-COL-02 /1/planned warning 1", 2},
		{"a column twice", []string{caseTable, swap(t, eventTable, "dateStop", "planned")}, "ELG-COL-02 /1/dateStop warning 1\nELG-COL-03 /1/planned warning 1", 2},
		{"a row too short", []string{caseTable, swap(t, eventTable, e, "\nc1\nc1,08_AWB45_040,")}, "ELG-ROW-01 /1 error 3", 2},
		{"a quote that is never closed", []string{caseTable, swap(t, eventTable, e, "\n\"c1,x\nc1,08_AWB45_040,")}, "ELG-ROW-01 /1 error 3", 2},
		{"text behind a quote", []string{caseTable, swap(t, eventTable, e, "\n\"c1\"x,,,,,,,,,\nc1,08_AWB45_040,")}, "ELG-ROW-01 /1 error 3", 2},
		{"a line too long", []string{caseTable, swap(t, eventTable, e, "\n"+strings.Repeat("x", 1<<17)+"\nc1,08_AWB45_040,")}, "ELG-ROW-02 /1 error 3", 2},
		{"no case", []string{caseTable, swap(t, eventTable, e, "\nEMPTY,08_AWB45_040,")}, "ELG-ROW-03 /1/_case error 3", 1},
		{"no activity", []string{caseTable, swap(t, eventTable, e, "\nc1,,")}, "ELG-ROW-03 /1/concept:name error 3", 1},
		{"no time", []string{caseTable, swap(t, eventTable, "2026-03-06T10:00:00+01:00", "yesterday")}, "ELG-ROW-03 /1/time:timestamp error 3", 1},
		{"no due date", []string{caseTable, swap(t, eventTable, "2026-03-09T09:30:00+01:00", "soon")}, "ELG-ROW-03 /1/dueDate warning 2", 2},
		{"no sum", []string{swap(t, caseTable, "-12.50", "much"), eventTable}, "ELG-ROW-03 /0/SUMleges warning 2", 2},
		{"no flag", []string{swap(t, caseTable, "TRUE", "J"), eventTable}, "ELG-ROW-03 /0/requestComplete warning 2", 2},
		{"no start", []string{swap(t, caseTable, "2026-03-02T00:00:00+01:00", ""), eventTable}, "ELG-ROW-03 /0/startDate error 2", 2},
		{"not UTF-8", []string{swap(t, caseTable, "genomen", "be\xebindigd"), eventTable}, "ELG-ROW-04 /0 warning 2", 2},
		{"a case stated otherwise", []string{caseTable + strings.Replace(strings.SplitN(caseTable, "\n", 2)[1], ",G,", ",O,", 1), eventTable}, "ELG-CASE-01 /0/caseStatus warning 3", 2},
		{"a case stated again", []string{caseTable + strings.SplitN(caseTable, "\n", 2)[1], eventTable}, "", 2},
		{"events without a case", []string{swap(t, caseTable, "c1", "c2"), eventTable}, "ELG-CASE-03 /0 warning 2\nELG-CASE-02 /1 warning 2", 2},
	} {
		log, faults := read(row.tables...)
		if got := faultText(faults); got != row.want {
			t.Errorf("%s: %s", row.why, cmp.Diff(row.want, got))
		}
		events := 0
		for _, c := range log.Cases {
			events += len(c.Events)
		}
		if events != row.events {
			t.Errorf("%s: %d events, not %d", row.why, events, row.events)
		}
	}
}

func TestReadBreaksOff(t *testing.T) {
	_, faults := eventlog.Read(nil, io.MultiReader(strings.NewReader(receiptTable), iotest.ErrReader(io.ErrUnexpectedEOF)))
	if got := faultText(faults); got != "ELG-FILE-01 /0 error 4" || !errors.Is(faults, io.ErrUnexpectedEOF) {
		t.Errorf("%s, %v", got, faults)
	}
}

func TestManyFaults(t *testing.T) {
	_, faults := read(receiptTable + strings.Repeat("x\n", 10002))
	if n := len(faults); n != 10001 || faults[0].Code != "ELG-FILE-03" || faults[0].Message.En != "2 more faults" {
		t.Errorf("%d faults, the first %v", n, faults[0])
	}
}

func TestTimes(t *testing.T) {
	for text, want := range map[string]time.Time{
		"2026-03-06T10:00:00Z":        at(6, 11, 0),
		"2026-03-06 10:00:00+01:00":   at(6, 10, 0),
		"2026-03-06 10:00:00.5+01:00": at(6, 10, 0).Add(500 * time.Millisecond),
		"2026-03-06 10:00:00":         at(6, 10, 0),
		"2026-03-06T10:00:00":         at(6, 10, 0),
		"2026/03/06 10:00:00.000":     at(6, 10, 0),
		"2026-03-06":                  at(6, 0, 0),
		"6-3-2026 9:00:00":            at(6, 9, 0),
		"6-3-2026":                    at(6, 0, 0),
	} {
		table := swap(t, eventTable, "2026-03-06T10:00:00+01:00", text)
		log, faults := read(caseTable, table)
		if faults != nil {
			t.Errorf("%s: %v", text, faults)
		} else if got := log.Cases[0].Events[1].At; !got.Equal(want) {
			t.Errorf("%s is read as %v", text, got)
		}
		zoned := strings.ContainsAny(text, "Z+")
		_, faults = eventlog.Read(nil, strings.NewReader(caseTable), strings.NewReader(table))
		if broken := faults.Under("/1/time:timestamp"); broken == zoned {
			t.Errorf("%s without a zone: %v", text, faults)
		}
	}
}

// TestOrder: events of many cases may stand mixed, and out of order.
func TestOrder(t *testing.T) {
	rows := strings.Split(strings.TrimSpace(eventTable), "\n")
	mixed := strings.Join([]string{rows[0], rows[2], strings.Replace(rows[2], "c1", "c2", 1), rows[1]}, "\n")
	log, _ := read(mixed)
	if len(log.Cases) != 2 || len(log.Cases[0].Events) != 2 || log.Cases[0].Events[0].Line != 4 || log.Cases[1].ID != "c2" {
		t.Errorf("%+v", log.Cases)
	}
}
