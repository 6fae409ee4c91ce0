package workday_test

import (
	"testing"
	"time"

	"github.com/motcua/motcua/dossier/workday"
)

// Counting allocates nothing, near or far.
func TestCost(t *testing.T) {
	office, faults := workday.National().Office(workday.UsualHours())
	if faults.Err() != nil {
		t.Fatal(faults)
	}
	limit, faults := workday.ParseLimit("15 working days")
	if faults.Err() != nil {
		t.Fatal(faults)
	}
	at := time.Date(2026, 2, 13, 9, 30, 0, 0, time.UTC)
	far := at.AddDate(40, 0, 0)
	for name, f := range map[string]func() error{
		"Add":            func() error { _, err := office.Add(at, 12*time.Hour); return err },
		"Add far":        func() error { _, err := office.Add(at, 12_000*time.Hour); return err },
		"subtract":       func() error { _, err := office.Add(at, -1200*time.Hour); return err },
		"AddWorkingDays": func() error { _, err := office.AddWorkingDays(at, 15); return err },
		"NextOpening":    func() error { _, err := office.NextOpening(at); return err },
		"Between":        func() error { _, err := office.Between(at, far); return err },
		"Due": func() error {
			run, err := office.Begin(&limit, nil, at)
			if err == nil {
				_, err = run.Due()
			}
			return err
		},
		"Pause": func() error {
			run, err := office.Begin(&limit, nil, at)
			if err == nil {
				_, err = run.Pause(at.Add(50*time.Hour), at.Add(150*time.Hour))
			}
			if err == nil {
				_, err = run.Due()
			}
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			var err error
			if n := testing.AllocsPerRun(100, func() { err = f() }); n != 0 || err != nil {
				t.Errorf("%v allocations, %v, want none", n, err)
			}
		})
	}
}
