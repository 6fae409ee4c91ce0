package eventlog_test

import (
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua/dossier/eventlog"
)

// real reads tables of the published logs; the test is skipped where they are not.
func real(t *testing.T, names ...string) *eventlog.Log {
	t.Helper()
	if testing.Short() {
		t.Skip("SKIPPED in short tests: a real log takes a while, and replays run in one goroutine")
	}
	zone, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	folder := os.Getenv("MOTCUA_DATA")
	if folder == "" {
		folder = filepath.Join("..", "..", "..", "shared", "data")
	}
	var tables []io.Reader
	for _, name := range names {
		f, err := os.Open(filepath.Join(folder, "eventlogs", name))
		if err != nil {
			t.Skipf("SKIPPED for want of real data: %v; set MOTCUA_DATA to the folder that has it", err)
		}
		defer f.Close()
		tables = append(tables, f)
	}
	log, faults := eventlog.Read(zone, tables...)
	if faults != nil {
		t.Errorf("%v", faults)
	}
	return log
}

// count counts what the log holds and what it comes to by the map, whose rows must
// all be needed.
func count(t *testing.T, log *eventlog.Log, m *eventlog.Map) map[string]int {
	t.Helper()
	n, fit := map[string]int{"cases": len(log.Cases)}, map[*eventlog.Row]bool{}
	for i := range log.Cases {
		c := &log.Cases[i]
		n["events"] += len(c.Events)
		for _, e := range c.Events {
			if e.Day {
				n["days"]++
			}
			if e.At.Before(c.Started) {
				n["before start"]++
			}
			if !c.Ended.IsZero() && e.At.After(c.Ended) {
				n["after end"]++
			}
		}
		for _, s := range m.Steps(c) {
			if s.Row == nil {
				t.Errorf("%s: no row fits %+v", m.Name, s.Event)
				continue
			}
			fit[s.Row] = true
			if a := names(s.Row.Actions); a != "" {
				n[a+s.Row.Pause]++
			} else {
				n["none"]++
			}
		}
	}
	for i := range m.Rows {
		if !fit[&m.Rows[i]] {
			t.Errorf("%s: nothing is like %+v", m.Name, m.Rows[i])
		}
	}
	return n
}

func TestRealReceipt(t *testing.T) {
	log := real(t, "receipt_wabo_coselog.csv.gz")
	verdicts := map[string]int{}
	for _, c := range log.Cases {
		verdicts[plain(&c)]++
		if !c.Ended.IsZero() && c.Ended.Before(c.Started) {
			verdicts["before"]++
		}
	}
	if diff := cmp.Diff(map[string]int{"on time": 952, "late": 377, "open": 105, "before": 2}, verdicts); diff != "" {
		t.Error(diff)
	}
	want := map[string]int{
		"cases": 1434, "events": 8577, "before start": 12, "after end": 180,
		"submit+receive+handOver": 1434, "finish": 1329, "handOver": 8559, "handOverconsultation": 18,
	}
	if diff := cmp.Diff(want, count(t, log, eventlog.Receipt())); diff != "" {
		t.Error(diff)
	}
}

func TestRealBPIC2015(t *testing.T) {
	log := real(t, "bpic15_1_cases.csv.gz", "bpic15_1_events.csv.gz")
	facts := map[string]int{}
	for _, c := range log.Cases {
		if c.Ended.IsZero() {
			facts["open"]++
		}
		if c.Fee == nil {
			facts["no fee"]++
		} else if c.Fee.Sign() < 0 {
			facts["paid back"]++
		}
		if c.Complete != nil && *c.Complete {
			facts["complete"]++
		}
	}
	if diff := cmp.Diff(map[string]int{"open": 243, "no fee": 293, "paid back": 5, "complete": 948}, facts); diff != "" {
		t.Error(diff)
	}
	want := map[string]int{
		"cases": 1199, "events": 52217, "days": 23990, "before start": 42, "after end": 5843,
		"submit+receive": 1199, "askSupplement": 292, "supplement": 250, "extend": 143, "transfer": 9, "withdraw": 68, "stop": 52,
		"finish+signResult": 914, "issue+returnResult": 904, "handOver": 14512, "handOverotherBody": 26, "none": 36003,
	}
	if diff := cmp.Diff(want, count(t, log, eventlog.BPIC2015())); diff != "" {
		t.Error(diff)
	}
}

// plain compares the dates of a case.
func plain(c *eventlog.Case) string {
	switch {
	case c.Ended.IsZero():
		return "open"
	case c.Ended.After(c.Due):
		return "late"
	}
	return "on time"
}
