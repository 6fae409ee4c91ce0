package dossier_test

import (
	"compress/gzip"
	"encoding/csv"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
)

// permit is a case of the receipt phase of Dutch building permits: what was
// received, until when it was promised, and when it ended, if it did.
type permit struct{ received, deadline, ended time.Time }

// permits reads the cases of the log; the test is skipped where it is not.
func permits(t *testing.T) map[string]permit {
	t.Helper()
	folder := os.Getenv("MOTCUA_DATA")
	if folder == "" {
		folder = filepath.Join("..", "..", "shared", "data")
	}
	f, err := os.Open(filepath.Join(folder, "eventlogs", "receipt_wabo_coselog.csv.gz"))
	if err != nil {
		t.Skipf("SKIPPED for want of real data: %v; set MOTCUA_DATA to the folder that has it", err)
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(unzipped).ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	cases := map[string]permit{}
	for _, row := range rows[1:] {
		instant := func(name string) time.Time {
			text := row[column[name]]
			if text == "" {
				return time.Time{}
			}
			at, err := time.Parse("2006-01-02 15:04:05.999999999-07:00", text)
			if err != nil {
				t.Fatal(err)
			}
			return at
		}
		cases[row[column["case:concept:name"]]] = permit{instant("case:startdate"), instant("case:deadline"), instant("case:enddate")}
	}
	return cases
}

// TestReceiptLog: on a log of other people's cases the views come to what counting
// ends beside deadlines comes to.
func TestReceiptLog(t *testing.T) {
	office := usual(t)
	cut := time.Date(2015, time.January, 1, 0, 0, 0, 0, motcua.Vietnam())
	got, naive, index := map[string]int{}, map[string]int{}, map[string]int{}
	for name, p := range permits(t) {
		terms := dossier.Terms{Office: office, Appointment: p.deadline}
		entries := []dossier.Entry{{Kind: dossier.EntryReceived, At: p.received}}
		if !p.ended.IsZero() {
			entries = append(entries, dossier.Entry{Kind: dossier.EntryEnded, At: p.ended})
		}
		ledger, faults := terms.Ledger(entries)
		if before := !p.ended.IsZero() && p.ended.Before(p.received); before {
			naive["before"]++
			if faultText(faults) != "DOS-CLK-02 /1/at" {
				t.Errorf("%s ends before it starts: %v", name, faults)
			}
		} else if faults != nil {
			t.Errorf("%s: %v", name, faults)
		}
		now := latest(cut, p.deadline) // an open case is open whatever the time
		verdict := group(ledger.Citizen(now))
		got[verdict]++
		v := ledger.Index(now)
		index[v.Verdict.String()]++
		if v.Open {
			index["open"]++
		}
		plain := "on time"
		switch {
		case p.ended.IsZero():
			plain = "open"
		case p.ended.After(p.deadline):
			plain = "late"
		}
		if naive[plain]++; plain != verdict {
			t.Errorf("%s is %s, and the ledger says %s", name, plain, verdict)
		}
	}
	want := map[string]int{"on time": 952, "late": 377, "open": 105, "before": 2}
	if diff := cmp.Diff(want, naive); diff != "" {
		t.Errorf("the log is not the one that was counted: %s", diff)
	}
	delete(want, "before")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("citizen: %s", diff)
	}
	// What is open is held to the cut, which is after every deadline: late.
	if diff := cmp.Diff(map[string]int{"onTime": 952, "late": 377 + 105, "open": 105}, index); diff != "" {
		t.Errorf("index: %s", diff)
	}
}

// group is how the log was counted.
func group(v dossier.Verdict) string {
	switch v {
	case dossier.VerdictEarly, dossier.VerdictOnTime:
		return "on time"
	case dossier.VerdictPending, dossier.VerdictOverdue:
		return "open"
	}
	return v.String()
}
