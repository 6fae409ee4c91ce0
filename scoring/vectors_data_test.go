package scoring_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/league"
)

// openData opens a file of the folder of real data, which the environment
// variable MOTCUA_DATA names; without it the folder beside the repository is
// taken. A test whose file is not there is skipped, and says so.
func openData(t *testing.T, name string) *os.File {
	t.Helper()
	folder := os.Getenv("MOTCUA_DATA")
	if folder == "" {
		folder = filepath.FromSlash("../../shared/data")
	}
	f, err := os.Open(filepath.Join(folder, filepath.FromSlash(name)))
	if err != nil {
		t.Skipf("SKIPPED for want of real data: %v; set MOTCUA_DATA to the folder that has it", err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// TestDataProvinces ranks the provinces of the downloaded table and takes their
// mean; both must come out as published.
func TestDataProvinces(t *testing.T) {
	rows, err := csv.NewReader(openData(t, "index766/province_scores_2026-10-10.csv")).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	x := shippedIndex(t, "vn.766.groups", "portal-2022")
	columns := map[string]int{}
	for i, name := range rows[0] {
		columns[name] = i
	}
	groups := map[string]string{
		"CKMB": "CKMB_max18", "TDGQ": "TDGQ_max20", "CLGQ": "CLGQ_max12",
		"TTTT": "TTTT_max10", "MDSH": "MDSH_max22", "MDHL": "MDHL_max18",
	}
	var units []scoring.Counts
	rank, total := map[string]int{}, map[string]scoring.Points{}
	for _, row := range rows[1:] {
		values := map[string]string{}
		for id, column := range groups {
			values[id] = row[columns[column]]
		}
		unit := row[columns["departmentCode"]]
		units = append(units, givenCounts(t, x, unit, values))
		total[unit] = pointsFrom(t, x, row[columns["totalScore"]])
		if rank[unit], err = strconv.Atoi(row[columns["rank"]]); err != nil {
			t.Fatal(err)
		}
	}
	results, faults := x.Score(units)
	places, err := league.Rank(results, nil)
	if len(faults) != 0 || err != nil || len(places) != 34 {
		t.Fatalf("%d places, %v, %v", len(places), faults, err)
	}
	for _, p := range places {
		if p.Rank != rank[p.Unit] || p.Points != total[p.Unit] {
			t.Errorf("%s has rank %d with %s, published are %d with %s",
				p.Unit, p.Rank, x.Format(p.Points), rank[p.Unit], x.Format(total[p.Unit]))
		}
	}
	mean, err := x.Mean(scoring.Counts{Unit: "VN"}, results)
	if err != nil {
		t.Fatal(err)
	}
	wantPoints(t, &mean, map[string]string{"TONG": "62.59", "CKMB": "10.46", "TDGQ": "17.56", "MDSH": "9.61", "MDHL": "10.24"})
}
