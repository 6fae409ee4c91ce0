package facts_test

import (
	"compress/gzip"
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
	"github.com/motcua/motcua/scoring/facts"
)

// permit is a case of somebody else's log: Dutch permits, no portal messages.
type permit struct {
	code, department     string
	received, due, ended time.Time
	fee                  bool
	online               bool
}

// rowsOf reads a log of the folder of real data; the test is skipped without it.
func rowsOf(t *testing.T, name string) []map[string]string {
	t.Helper()
	folder := os.Getenv("MOTCUA_DATA")
	if folder == "" {
		folder = filepath.Join("..", "..", "..", "shared", "data")
	}
	f, err := os.Open(filepath.Join(folder, "eventlogs", name))
	if err != nil {
		t.Skipf("SKIPPED for want of real data: %v; set MOTCUA_DATA to the folder that has it", err)
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(unzipped).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, cell := range record {
			row[records[0][i]] = cell
		}
		rows = append(rows, row)
	}
	return rows
}

func instant(t *testing.T, layout, text string) time.Time {
	if text == "" {
		return time.Time{}
	}
	at, err := time.Parse(layout, text)
	if err != nil {
		t.Fatal(err)
	}
	return at.In(motcua.Vietnam()).Truncate(time.Second)
}

// receipts are the cases of the receipt phase of permits (WABO).
func receipts(t *testing.T) []permit {
	const layout = "2006-01-02 15:04:05.999999999-07:00"
	seen := map[string]bool{}
	var list []permit
	for _, row := range rowsOf(t, "receipt_wabo_coselog.csv.gz") {
		if code := row["case:concept:name"]; !seen[code] {
			seen[code] = true
			list = append(list, permit{
				code: code, department: row["case:department"], online: row["case:channel"] == "Internet",
				received: instant(t, layout, row["case:startdate"]), due: instant(t, layout, row["case:deadline"]), ended: instant(t, layout, row["case:enddate"]),
			})
		}
	}
	return list
}

// buildings are the cases of building permits of one municipality (BPI 2015, 1).
func buildings(t *testing.T) []permit {
	var list []permit
	for _, row := range rowsOf(t, "bpic15_1_cases.csv.gz") {
		fee, _ := strconv.ParseFloat(row["SUMleges"], 64)
		list = append(list, permit{
			code: row["concept:name"], department: "actor " + row["Responsible_actor"], fee: fee > 0,
			received: instant(t, time.RFC3339, row["startDate"]), due: instant(t, time.RFC3339, row["endDatePlanned"]), ended: instant(t, time.RFC3339, row["endDate"]),
		})
	}
	return list
}

// share is a count over another.
type share struct{ Num, Den int64 }

// TestRealPermits: on other people's cases, shares by month and department are those
// of a count that shares nothing with this one.
func TestRealPermits(t *testing.T) {
	for name, log := range map[string][]permit{"WABO": receipts(t), "BPI 2015": buildings(t)} {
		g, err := facts.NewRegister(nil)
		if err != nil {
			t.Fatal(err)
		}
		first, last := log[0].received, log[0].received
		for _, p := range log {
			tell(t, g, p)
			if p.received.Before(first) {
				first = p.received
			}
			if p.received.After(last) {
				last = p.received
			}
		}
		tally := count(t, g)
		months, checked := 0, int64(0)
		for day := motcua.DateOf(first); day <= motcua.DateOf(last).AddMonths(1); day = day.AddMonths(1) {
			period, err := scoring.ParsePeriod(day.String()[:7])
			if err != nil {
				t.Fatal(err)
			}
			for _, wait := range []int{0, 40, 4000} { // as of the month's end, and later
				asOf := period.Days().To.AddDays(wait - 1)
				got := shares(t, tally, counting.Window{Period: period, AsOf: asOf})
				want := naive(log, period.Days(), min(asOf, period.Days().To.AddDays(-1)))
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s, %s as of %s (-naive +tally):\n%s", name, period, asOf, diff)
				}
				for _, s := range got {
					checked += s.Den
				}
			}
			months++
		}
		t.Logf("%s: %d cases in %d months, %d cells of on time, online and fee compared", name, len(log), months, checked)
		if checked < int64(2*len(log)) {
			t.Errorf("%s: only %d rows were compared", name, checked)
		}
	}
}

// tell tells a register of a case as a message would.
func tell(t *testing.T, g *facts.Register, p permit) {
	b := npsp.Brief{
		Kind: npsp.KindDossier, Dossier: []byte(p.code), Procedure: []byte("1.000001"), Channel: 1, Payment: npsp.CodeAbsent, State: npsp.CodeAbsent,
		Received: npsp.MomentOf(p.received), Due: npsp.MomentOf(p.due), Finished: npsp.MomentOf(p.ended),
	}
	if p.online {
		b.Channel = 2
	}
	if p.fee {
		b.FeeLines, b.FeesAboveZero = 1, 1
	}
	if _, ok := g.Message(&b); !ok {
		t.Errorf("%s is not taken", p.code)
	}
	line := facts.Line{Handling: &facts.Handling{Fact: facts.LineHandling, Dossier: p.code, Unit: p.department}}
	if err := g.Take(&line).Err(); err != nil {
		t.Error(err)
	}
}

// count adds all rows of a register up, by unit.
func count(t testing.TB, g *facts.Register) *counting.Tally {
	index, err := scoring.Standard().Lookup("vn.766", "portal-2026")
	if err != nil {
		t.Fatal(err)
	}
	plan, err := counting.Compile(index.Definition().Measures)
	if err != nil {
		t.Fatal(err)
	}
	tally := plan.New(g.Names(), counting.Basis(g.Basis()))
	g.Cover("dossier", true, facts.MessageColumns()...)
	g.Covered(func(table string, known bool, column string) {
		if err := tally.Supply(table, known, column); err != nil {
			t.Error(err)
		}
	})
	for id := range g.IDs() {
		table, rows := g.Rows(id, nil)
		for i := range rows {
			if err := tally.Add(table, &rows[i]); err != nil {
				t.Error(err)
			}
		}
	}
	return tally
}

// shares are on time, online and fee by department, as a tally has them.
func shares(t *testing.T, tally *counting.Tally, w counting.Window) map[string]share {
	all, err := tally.All(w)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]share{}
	for _, g := range all {
		n := map[string]int64{}
		for i, m := range tally.Plan().Measures() {
			n[m.ID] = g.Figures[i].Count
		}
		put(out, g.Group[0], n["onTime"], n["filedOnline"], n["obligated"], n["received"])
	}
	return out
}

func put(out map[string]share, department string, onTime, online, fee, received int64) {
	if received > 0 {
		out[department+" on time"] = share{onTime, received}
		out[department+" online"] = share{online, received}
		out[department+" fee"] = share{fee, received}
	}
}

// naive counts the cases received in some days, as known at the end of a day.
func naive(log []permit, days motcua.Validity, cutDay motcua.Date) map[string]share {
	cut := cutDay.AddDays(1).In(nil).Add(-time.Second)
	type counts struct{ onTime, online, fee, received int64 }
	by := map[string]*counts{}
	for _, p := range log {
		if p.received.After(cut) || !days.Contains(motcua.DateOf(p.received)) {
			continue
		}
		c := by[p.department]
		if c == nil {
			c = new(counts)
			by[p.department] = c
		}
		c.received++
		if p.online {
			c.online++
		}
		if p.fee {
			c.fee++
		}
		due, end := p.due, p.ended
		if h, m, s := due.Clock(); h+m+s == 0 {
			due = due.Add(24 * time.Hour)
		}
		if end.IsZero() || end.After(cut) || end.Before(p.received) { // an end before the reception is none
			end = cut
		}
		if !p.due.IsZero() && !end.After(due) {
			c.onTime++
		}
	}
	out := map[string]share{}
	for department, c := range by {
		put(out, department, c.onTime, c.online, c.fee, c.received)
	}
	return out
}
