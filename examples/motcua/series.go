package main

import (
	"fmt"
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
	"github.com/motcua/motcua/scoring/facts"
)

var seriesCommand = command{
	name:  "series",
	args:  "--dossiers FILE … [--period PERIOD] [--every week] [--to-date]",
	short: "score units period by period, in one pass over their dossiers",
	long: `
Reads messages and lines of facts once, as motcua score does, and scores every week
(month, quarter, half, day) of a period: each by itself, or with --to-date the year
up to the end of each. A period that the as-of time cuts short is counted up to it
and marked provisional; those that had not begun are left out. Weeks are those of
ISO 8601; one belongs to the period that holds its first day.

--unit shows one unit; if absent, what stands at the top.`,
	run: runSeries,
}

// seriesLine is the JSON form of a score in a series.
type seriesLine struct {
	Provisional bool              `json:"provisional"`
	Window      string            `json:"window"`
	Score       scoring.Scorecard `json:"score"`
}

func runSeries(s *session) error {
	var r rules
	var m moments
	var f factFiles
	r.registerDefinition(s)
	m.register(s)
	f.register(s)
	every := s.flags.String("every", "week", "`KIND` of period that is scored: day, week, month, quarter, half or year")
	toDate := s.flags.Bool("to-date", false, "the year up to the end of each period")
	unit := s.flags.String("unit", "", "`CODE` of the unit that is shown")
	if err := s.parse(0, 0); err != nil {
		return err
	}
	if len(f.dossiers) == 0 {
		return usagef("--dossiers is needed")
	}
	var kind scoring.PeriodKind
	if err := kind.UnmarshalText([]byte(*every)); err != nil || kind == scoring.PeriodRange {
		return usagef("--every %q is none of day, week, month, quarter, half, year", *every)
	}
	w, index, err := s.window(&r, &m)
	if err != nil {
		return err
	}
	windows, err := windowsOf(w, kind, *toDate)
	if err != nil {
		return err
	}
	g, err := s.gather(&f)
	if err != nil {
		return err
	}
	return s.showSeries(g, index, &m, windows, *unit)
}

// seriesWindow is one window of a series; it is provisional where the as-of time
// cuts its period short.
type seriesWindow struct {
	counting.Window
	provisional bool
}

// windowsOf are the windows of a series, in order.
func windowsOf(w counting.Window, kind scoring.PeriodKind, toDate bool) ([]seriesWindow, error) {
	days := w.Period.Days()
	var windows []seriesWindow
	for day := days.From; day < days.To && day <= w.AsOf; {
		p, err := periodOf(kind, day)
		if err != nil {
			return nil, err
		}
		if own := p.Days(); own.From >= days.From {
			one, last := counting.Window{Period: p, AsOf: w.AsOf}, own.To.AddDays(-1)
			if toDate { // up to the end of the last week, and not beyond the period
				last = min(last, days.To.AddDays(-1))
				if one, err = counting.YearToDate(min(last, w.AsOf)); err != nil {
					return nil, err
				}
			}
			windows = append(windows, seriesWindow{one, last > w.AsOf})
		}
		day = p.Days().To
	}
	return windows, nil
}

// showSeries scores and shows.
func (s *session) showSeries(g *gathered, index *scoring.Index, m *moments, windows []seriesWindow, unit string) error {
	counts, err := g.series(index, m, windows, unit)
	if err != nil {
		return err
	}
	columns := groups(index)
	sh := sheet{header: append(heading("period", "provisional", "unit", "name", "total", "max known"), heading(columns...)...)}
	for i, w := range windows {
		results := s.score(index, "dossiers", counts[i])
		for i := range results {
			res := &results[i]
			row := []string{w.Period.String(), yes(w.provisional), res.Unit, res.Name, points(res, res.Total()), index.Format(res.Total().MaxKnown)}
			for _, id := range columns {
				n, _ := res.Node(id)
				row = append(row, points(res, n))
			}
			sh.rows = append(sh.rows, row)
			sh.objects = append(sh.objects, seriesLine{w.provisional, w.Period.String(), res.Scorecard()})
		}
	}
	return s.show(sh)
}

// series are the counts of a unit, or of each that stands at the top, by window.
func (g *gathered) series(index *scoring.Index, m *moments, windows []seriesWindow, unit string) ([][]scoring.Counts, error) {
	plan, err := counting.Compile(index.Definition().Measures)
	if err != nil {
		return nil, err
	}
	tally, err := g.tallied(plan, m)
	if err != nil {
		return nil, err
	}
	board, err := facts.NewBoard(index, plan, g.tree)
	if err != nil {
		return nil, err
	}
	plain := make([]counting.Window, len(windows))
	for i, w := range windows {
		plain[i] = w.Window
	}
	codes := g.seriesUnits(tally)
	if unit != "" {
		code, known := g.seriesUnit(tally, unit)
		if !known {
			return nil, usagef("nothing is known of unit %q", unit)
		}
		codes = []string{code}
	}
	return seriesCounts(board, tally, plain, codes)
}

// seriesCounts are the counts of some units in some windows: read unit by unit or
// window by window, whichever are fewer.
func seriesCounts(board *facts.Board, tally *counting.Tally, windows []counting.Window, codes []string) ([][]scoring.Counts, error) {
	out := make([][]scoring.Counts, len(windows))
	if len(codes) > len(windows) {
		for i, w := range windows {
			all, err := board.Counts(tally, w, facts.ByUnit)
			if err != nil {
				return nil, err
			}
			out[i] = slices.DeleteFunc(all, func(c scoring.Counts) bool { return c.Parent != "" })
		}
		return out, nil
	}
	for _, code := range codes {
		counts, err := board.Series(tally, windows, code)
		if err != nil {
			return nil, err
		}
		for i := range counts {
			if code == "" {
				counts[i].Unit = facts.NoUnit
			}
			out[i] = append(out[i], counts[i])
		}
	}
	return out, nil
}

// seriesUnits are the codes of the units that stand at the top, and of those that
// dossiers name and no line states.
func (g *gathered) seriesUnits(tally *counting.Tally) []string {
	var codes, others []string
	for _, u := range g.tree.Units() {
		if u.Parent == "" {
			codes = append(codes, u.Unit)
		}
	}
	for _, group := range tally.Groups() {
		if _, known := g.tree.Lookup(group[0]); !known {
			others = append(others, group[0])
		}
	}
	slices.Sort(others)
	return append(codes, others...)
}

// seriesUnit finds a unit by its code, in either order of the code.
func (g *gathered) seriesUnit(tally *counting.Tally, unit string) (string, bool) {
	if u, known := g.tree.Lookup(unit); known {
		return u.Unit, true
	}
	if unit == facts.NoUnit {
		unit = ""
	} else if code, err := motcua.ParseUnit(unit); err == nil {
		unit = string(code)
	}
	return unit, slices.ContainsFunc(tally.Groups(), func(g counting.Group) bool { return g[0] == unit })
}

// yes marks what is so.
func yes(is bool) string {
	if is {
		return "yes"
	}
	return nothing
}

// periodOf is the period of a kind that a day lies in.
func periodOf(kind scoring.PeriodKind, day motcua.Date) (scoring.Period, error) {
	_, month, _ := day.Civil()
	text := day.String()
	switch kind {
	case scoring.PeriodYear:
		text = text[:4]
	case scoring.PeriodHalf:
		text = fmt.Sprintf("%s-H%d", text[:4], 1+(int(month)-1)/6)
	case scoring.PeriodQuarter:
		text = fmt.Sprintf("%s-Q%d", text[:4], 1+(int(month)-1)/3)
	case scoring.PeriodMonth:
		text = text[:7]
	case scoring.PeriodWeek:
		year, week := day.In(nil).ISOWeek()
		text = fmt.Sprintf("%04d-W%02d", year, week)
	}
	return scoring.ParsePeriod(text)
}
