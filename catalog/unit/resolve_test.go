package unit_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/unit"
)

// history is a code with three lives: 00001 was of a until 2010, of c from 2010 to
// 2020, of e since. a was renamed to b; b and c were merged into d in 2020; z of code
// 00003 was split in 2015 into b and y, and y was abolished in 2018 without heir.
func history() unit.Rows {
	rows := sound()
	rows.Successions = nil
	rows.Schemes = append(rows.Schemes, unit.Scheme{ID: "old", Title: motcua.Text{Vi: "Mã cũ"}, Source: ours})
	rows.Units = []unit.Unit{
		commune("a", "00001", between("", "2010-01-01")),
		commune("b", "00002", between("2010-01-01", "2020-01-01")),
		commune("c", "00001", between("2010-01-01", "2020-01-01")),
		commune("d", "00004", between("2020-01-01", "")),
		commune("e", "00001", between("2020-01-01", "")),
		commune("y", "00005", between("2015-01-01", "2018-01-01")),
		commune("z", "00003", between("", "2015-01-01")),
	}
	rows.Units[4].Codes = append(rows.Units[4].Codes, unit.Code{Scheme: "old", Value: "00002"}, unit.Code{Scheme: "old", Value: "X-1"})
	rows.Successions = []unit.Succession{
		takeover("a", "b", "2010-01-01", unit.Rename, share("1")),
		takeover("b", "d", "2020-01-01", unit.Merge, share("1")),
		takeover("c", "d", "2020-01-01", unit.Split, share("0.5")),
		takeover("c", "e", "2020-01-01", unit.Split, share("0.5")),
		takeover("z", "b", "2015-01-01", unit.Split, share("0.9")),
		takeover("z", "y", "2015-01-01", unit.Split, share("0.1")),
		takeover("y", "", "2018-01-01", unit.Abolish, nil),
	}
	return rows
}

func mustNew(t testing.TB, rows unit.Rows) *unit.Register {
	t.Helper()
	r, faults := unit.New(rows)
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	return r
}

func day(s string) motcua.Date {
	if s == "" {
		return 0
	}
	return motcua.MustDate(s)
}

func TestResolve(t *testing.T) {
	r := mustNew(t, history())
	for _, c := range []struct{ why, code, at, used, want string }{
		{"in force, its other lives went elsewhere", "00001", "2026-01-01", "", "e single [e] disputed; a single [d]; c several [d (0.5) e (0.5)]"},
		{"used in its first life", "00001", "2026-01-01", "2009-12-31", "a single [d]; c several [d (0.5) e (0.5)]; e single [e]"},
		{"used on the first day of the second", "00001", "2026-01-01", "2010-01-01", "c several [d (0.5) e (0.5)]; a single [d]; e single [e]"},
		{"used on the day asked about", "gso:00001", "2026-01-01", "2026-01-01", "e single [e]; a single [d]; c several [d (0.5) e (0.5)]"},
		{"asked about an earlier day; later lives are no doubt", "00001", "2005-01-01", "", "a single [a]; c later []; e later []"},
		{"asked on the last day of the old one", "00001", "2019-12-31", "", "c single [c] disputed; a single [b]; e later [c (0.5)]"},
		{"ended, never given to another", "gso:00002", "2026-01-01", "", "b single [d]"},
		{"a part was abolished", "00003", "2026-01-01", "", "z several [d (0.9)]"},
		{"while that part was there", "00003", "2016-01-01", "", "z several [b (0.9) y (0.1)]"},
		{"abolished", "00005", "2026-01-01", "", "y lost []"},
		{"before it was there", "00004", "2019-12-31", "", "d later [b (1) c (0.5)]"},
		{"before it was there by far", "00004", "2000-01-01", "", "d later [a (1) z (0.9)]"},
		{"used on a day on which nobody bore it", "00005", "2026-01-01", "2025-01-01", "y lost [] unmatched"},
		{"another scheme", "X-1", "2026-01-01", "", "e single [e]"},
		{"another scheme, named", "old:00002", "2026-01-01", "", "e single [e]"},
	} {
		res, err := r.Resolve(c.code, day(c.at), day(c.used))
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		if got := told(&res); got != c.want {
			t.Errorf("%s: %s, want %s", c.why, got, c.want)
		}
	}
}

func told(res *unit.Resolution) string {
	out := fmt.Sprintf("%s %s %s", res.Unit.ID, res.Outcome, targets(res.Targets))
	if res.Disputed {
		out += " disputed"
	}
	if res.Unmatched {
		out += " unmatched"
	}
	for _, h := range res.Formerly {
		out += fmt.Sprintf("; %s %s %s", h.Unit.ID, h.Outcome, targets(h.Targets))
	}
	return out
}

// targets writes shares of all the rest too where there are several.
func targets(ts []unit.Target) string {
	out := "["
	for i, t := range ts {
		if i > 0 {
			out += " "
		}
		out += t.String()
		if len(ts) > 1 && t.Share.String() == "1" {
			out += " (1)"
		}
	}
	return out + "]"
}

func TestUnresolved(t *testing.T) {
	r, standard := mustNew(t, history()), unit.Standard()
	today := day("2026-01-01")
	for _, c := range []struct {
		why, code string
		r         *unit.Register
		at, used  motcua.Date
		is        error
		above     motcua.UnitCode
	}{
		{"two schemes know it", "00002", r, today, 0, unit.ErrSchemes, ""},
		{"nobody bears it", "00009", r, today, 0, unit.ErrUnknown, ""},
		{"nobody bears it in the scheme", "gso:00009", r, today, 0, unit.ErrUnknown, ""},
		{"a unit below one that is known", "000.12.34.H56", standard, today, 0, unit.ErrUnknown, "H56"},
		{"no province of the list", "H99.01", standard, today, 0, unit.ErrUnknown, ""},
		{"no such scheme", "gos:01", standard, today, 0, nil, ""},
		{"nothing", "", standard, today, 0, unit.ErrUnknown, ""},
		{"no day", "gso:01", standard, 0, 0, nil, ""},
		{"a day out of range", "gso:01", standard, 1 << 30, 0, nil, ""},
		{"a use out of range", "gso:01", standard, today, -1, nil, ""},
		{"an empty register", "gso:01", new(unit.Register), today, 0, nil, ""},
		{"no register", "gso:01", nil, today, 0, unit.ErrUnknown, ""},
	} {
		_, err := c.r.Resolve(c.code, c.at, c.used)
		var typed *unit.CodeError
		if !errors.As(err, &typed) || typed.Input != c.code || typed.Above != c.above || c.is != nil && !errors.Is(err, c.is) {
			t.Errorf("%s: %v", c.why, err)
		}
	}
}

// TestPath follows a chain and tells it by date, with its sources.
func TestPath(t *testing.T) {
	res, err := mustNew(t, history()).Resolve("00001", day("2026-01-01"), day("2000-01-01"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range res.Path {
		got = append(got, fmt.Sprint(s.From.ID, " ", s.Row.Kind, " ", s.Row.Date, " ", s.To.ID, " ", s.Row.Source))
	}
	if diff := cmp.Diff([]string{"a rename 2010-01-01 b (ours)", "b merge 2020-01-01 d (ours)"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestHierarchy(t *testing.T) {
	rows := sound()
	ministry := unit.Unit{ID: "m", Level: unit.Ministry, Name: motcua.Text{Vi: "Bộ M"}, Source: ours}
	rows.Units = append(rows.Units, ministry)
	r := mustNew(t, rows)
	if p, ok := r.Province("a"); !ok || p.ID != "p" {
		t.Errorf("a lies in %v", p)
	}
	if p, ok := r.Province("p"); !ok || p.ID != "p" {
		t.Errorf("p lies in %v", p)
	}
	if p, ok := r.Province("m"); ok {
		t.Errorf("a ministry lies in %v", p)
	}
	if ps := r.Parents("c"); len(ps) != 1 || ps[0].ID != "p" || r.Parents("p") != nil || r.Parents("?") != nil {
		t.Errorf("above c: %v", ps)
	}
	for at, want := range map[string]string{"2019-12-31": "a b", "2020-01-01": "b c"} {
		got := ""
		for _, u := range r.Children("p", day(at)) {
			got += u.ID + " "
		}
		if got != want+" " {
			t.Errorf("on %s %q lie under p, want %q", at, got, want)
		}
	}
	if len(r.Successors("a")) != 2 || len(r.Predecessors("c")) != 1 || r.Successors("?") != nil || r.Children("?", 1) != nil {
		t.Error("the successions of a or c are not as they were stated")
	}
}
