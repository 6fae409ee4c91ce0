package house_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/house"
)

// TestAllocateCode: the codes that units are given one after another, by day in Vietnam.
func TestAllocateCode(t *testing.T) {
	serials := new(house.MemorySerials)
	for _, row := range []struct{ why, unit, at, want string }{
		{"the first", "H56.12", "2026-03-02T09:00:00+07:00", "H56.12-260302-0001"},
		{"the second", "H56.12", "2026-03-02T23:59:59+07:00", "H56.12-260302-0002"},
		{"in the older order", "000.00.12.H56", "2026-03-02T09:00:00+07:00", "H56.12-260302-0003"},
		{"with empty parts", "H56.12.00", "2026-03-02T09:00:00+07:00", "H56.12-260302-0004"},
		{"another unit", "H56.13", "2026-03-02T09:00:00+07:00", "H56.13-260302-0001"},
		{"still the day before in London", "H56.12", "2026-03-02T16:59:59Z", "H56.12-260302-0005"},
		{"midnight in Vietnam", "H56.12", "2026-03-02T17:00:00Z", "H56.12-260303-0001"},
		{"midnight in London", "H56.12", "2026-03-03T00:00:00Z", "H56.12-260303-0002"},
	} {
		instant, err := time.Parse(time.RFC3339, row.at)
		if err != nil {
			t.Fatal(err)
		}
		code, err := house.AllocateCode(t.Context(), serials, motcua.UnitCode(row.unit), instant)
		if err != nil || code.String() != row.want {
			t.Errorf("%s: %v, %v, want %s", row.why, code, err, row.want)
		}
		if again, err := motcua.ParseDossier(code.Legacy().String()); err != nil || again.Canonical() != code || !strings.HasSuffix(code.Legacy().String(), row.want[6:]) {
			t.Errorf("%s: %v in the older order, %v", row.why, code.Legacy(), err)
		}
	}
}

// failing are serials that fail, or give what no code can hold.
type failing struct {
	n   int
	err error
}

func (f *failing) Next(context.Context, motcua.UnitCode, motcua.Date) (int, error) { return f.n, f.err }

var errDown = errors.New("the database is down")

// TestAllocateCodeFails: what cannot stand in a code spends no number, and a failure of
// the serials is told with its cause.
func TestAllocateCodeFails(t *testing.T) {
	serials, now := new(house.MemorySerials), time.Date(2026, time.March, 2, 9, 0, 0, 0, motcua.Vietnam())
	for _, row := range []struct {
		unit motcua.UnitCode
		at   time.Time
	}{
		{"", now}, {"H5", now}, {"H56.1", now}, {"Sở Xây dựng", now},
		{"H56.12", time.Time{}}, {"H56.12", now.AddDate(-100, 0, 0)}, {"H56.12", now.AddDate(100, 0, 0)},
	} {
		var wrong *motcua.ParseError
		if code, err := house.AllocateCode(t.Context(), serials, row.unit, row.at); !errors.As(err, &wrong) || !code.IsZero() {
			t.Errorf("%q at %v: %v, %v", row.unit, row.at, code, err)
		}
	}
	if code, err := house.AllocateCode(t.Context(), &failing{err: errDown}, "H56.12", now); !errors.Is(err, errDown) || !code.IsZero() || !strings.Contains(err.Error(), "H56.12 on 2026-03-02") {
		t.Errorf("%v, %v", code, err)
	}
	if code, err := house.AllocateCode(t.Context(), &failing{n: 0}, "H56.12", now); err == nil || !code.IsZero() {
		t.Errorf("%v, %v", code, err)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if _, err := house.AllocateCode(ended, serials, "H56.12", now); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if code, err := house.AllocateCode(t.Context(), serials, "H56.12", now); err != nil || code.Serial() != "0001" {
		t.Errorf("a number was spent: %v, %v", code, err)
	}
	if code, err := house.AllocateCode(t.Context(), &failing{n: 12345}, "H56.12", now); err != nil || code.Serial() != "12345" {
		t.Errorf("more than four digits: %v, %v", code, err)
	}
}

// TestAllocateTogether: many at once, in both orders of one unit, are given each number
// once and leave none out.
func TestAllocateTogether(t *testing.T) {
	const clerks, each = 8, 50
	serials, now := new(house.MemorySerials), time.Date(2026, time.March, 2, 9, 0, 0, 0, motcua.Vietnam())
	codes := make([][]string, clerks)
	var all sync.WaitGroup
	for i := range clerks {
		all.Go(func() {
			for range each {
				code, err := house.AllocateCode(t.Context(), serials, []motcua.UnitCode{"H56.12", "000.00.12.H56"}[i%2], now)
				if err != nil {
					t.Error(err)
				}
				codes[i] = append(codes[i], code.String())
			}
		})
	}
	all.Wait()
	got := slices.Sorted(slices.Values(slices.Concat(codes...)))
	for i, code := range got {
		if want := fmt.Sprintf("H56.12-260302-%04d", i+1); code != want {
			t.Fatalf("%s, want %s", code, want)
		}
	}
	if len(got) != clerks*each {
		t.Errorf("%d codes", len(got))
	}
}
