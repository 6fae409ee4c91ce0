package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/league"
)

var explainCommand = command{
	name:  "explain",
	args:  "--unit CODE --counts FILE [--target POINTS | --rank N]",
	short: "say where a unit lost points, what a dossier is worth, and the way up",
	long: `
Says three things of one unit: which leaf cost which points, and why (they add up
to the maximum less the total); what one more good row gains at each leaf, all
else staying as it is; and the combination with the fewest rows that reaches a
total (--target) or a rank among the units of its level in the file (--rank).

--levers says which rows may be moved, dossiers alone unless said otherwise; with
--add new good rows come in instead of existing ones turning good.

CSV has the rows of all three in one table; kind is lost, lever or step.`,
	run: runExplain,
}

// runExplain explains one unit.
func runExplain(s *session) error {
	var r rules
	var unit, counts, target, levers string
	var rank int
	var add bool
	r.register(s)
	s.flags.StringVar(&unit, "unit", "", "`CODE` of the unit")
	s.flags.StringVar(&counts, "counts", "", "`FILE` of counts, or a table of values")
	s.flags.StringVar(&target, "target", "", "`POINTS` the total should reach; one point more than it has if absent")
	s.flags.IntVar(&rank, "rank", 0, "`RANK` the unit should reach among its level")
	s.flags.StringVar(&levers, "levers", "", "`TABLES` whose rows may be moved, as dossier,procedure,petition; dossier if absent")
	s.flags.BoolVar(&add, "add", false, "new good rows instead of rows turned good")
	if err := s.parse(0, 0); err != nil {
		return err
	}
	if unit == "" || counts == "" {
		return usagef("--unit and --counts are needed")
	}
	switch {
	case s.given("rank") && rank < 1:
		return usagef("--rank %d is below 1", rank)
	case target != "" && rank != 0:
		return usagef("either --target or --rank")
	}
	index, files, err := r.load(s, false, counts)
	if err != nil {
		return err
	}
	tables, err := s.leverTables(index, levers)
	if err != nil {
		return err
	}
	out, err := s.explainUnit(index, counts, files[0], unit, target, rank, &scoring.LeverOptions{Tables: tables, Add: add})
	if err != nil {
		return err
	}
	out.tables = tables
	return s.showExplanation(out)
}

// explainUnit scores a file and explains one of its units.
func (s *session) explainUnit(index *scoring.Index, file string, units []scoring.Counts, unit, target string, rank int, options *scoring.LeverOptions) (explanation, error) {
	results := s.score(index, file, units)
	at := slices.IndexFunc(units, func(c scoring.Counts) bool { return c.Unit == unit })
	result := slices.IndexFunc(results, func(r scoring.Result) bool { return r.Unit == unit })
	if at < 0 || result < 0 {
		return explanation{}, fmt.Errorf("%s has no usable counts of unit %q", file, unit)
	}
	goal, err := goalOf(results, result, target, rank)
	if err != nil {
		return explanation{}, err
	}
	out, err := explain(&units[at], &results[result], goal, options)
	total := results[result].Total()
	out.rank, out.goal, out.held = rank, index.Decimal(goal), total.Scored && goal <= total.Points
	return out, err
}

// leverTables are the kinds of rows that may be moved: those asked for, which
// the definition must count, or else dossiers where it counts any.
func (s *session) leverTables(index *scoring.Index, levers string) ([]string, error) {
	var counted []string
	for _, m := range index.Definition().Measures {
		if !slices.Contains(counted, m.Table) {
			counted = append(counted, m.Table)
		}
	}
	if !s.given("levers") {
		if len(counted) == 0 {
			return []string{}, nil
		}
		return []string{"dossier"}, nil
	}
	tables := strings.Split(levers, ",")
	for _, table := range tables {
		if !slices.Contains(counted, table) {
			return nil, usagef("--levers: %s %s counts no %q, only %q", index.ID(), index.Version(), table, counted)
		}
	}
	return tables, nil
}

// goalOf is the total that is wanted.
func goalOf(results []scoring.Result, at int, target string, rank int) (scoring.Points, error) {
	r := &results[at]
	index := r.Index
	switch {
	case target != "":
		d, err := motcua.ParseDecimal(target)
		if err == nil {
			d, err = d.Rescale(index.Definition().Decimals)
		}
		if err != nil {
			return 0, usagef("--target: %v", err)
		}
		return scoring.Points(d.Coef()), nil
	case rank != 0:
		places, err := league.Rank(results, nil)
		if err != nil {
			return 0, err
		}
		goal, ok := league.PointsFor(places, r.Unit, rank)
		if !ok {
			return 0, usagef("--rank %d is no rank", rank)
		}
		return goal, nil
	}
	one, _ := motcua.MustDecimal("1").Rescale(index.Definition().Decimals)
	return min(r.Total().Points+scoring.Points(one.Coef()), r.Total().Max), nil
}

// explanation is the JSON form.
type explanation struct {
	Unit   string          `json:"unit"`
	Name   string          `json:"name"`
	Total  *motcua.Decimal `json:"total"`
	Lost   []lossLine      `json:"lost"`
	Levers []leverLine     `json:"levers"`
	Plan   *planLine       `json:"plan"`

	goal   motcua.Decimal // the total that is wanted
	rank   int            // that was asked for, 0 for none
	tables []string       // whose rows may be moved
	held   bool           // the goal is not above the total
}

// lossLine is the JSON form of what a leaf cost.
type lossLine struct {
	Leaf   string         `json:"leaf"`
	Title  motcua.Text    `json:"title"`
	Points motcua.Decimal `json:"points"`
	Reason string         `json:"reason"`
	Text   motcua.Text    `json:"text"`
	Rows   int64          `json:"rows"`
	Table  string         `json:"table"`
	Known  bool           `json:"known"`
}

// leverLine is the JSON form of a lever.
type leverLine struct {
	Leaf    string         `json:"leaf"`
	Title   motcua.Text    `json:"title"`
	Table   string         `json:"table"`
	Rows    int64          `json:"rows"`
	Gain    motcua.Decimal `json:"gain"`
	AllRows int64          `json:"allRows"`
	AllGain motcua.Decimal `json:"allGain"`
	One     motcua.Decimal `json:"one"`
}

// planLine is the JSON form of the way to the goal.
type planLine struct {
	From    motcua.Decimal `json:"from"`
	Target  motcua.Decimal `json:"target"`
	To      motcua.Decimal `json:"to"`
	Rows    int64          `json:"rows"`
	Reached bool           `json:"reached"`
	Steps   []stepLine     `json:"steps"`
}

// stepLine is a leaf's share of it.
type stepLine struct {
	Leaf  string         `json:"leaf"`
	Table string         `json:"table"`
	Rows  int64          `json:"rows"`
	Gain  motcua.Decimal `json:"gain"`
}

// explain gathers all there is to say.
func explain(c *scoring.Counts, r *scoring.Result, goal scoring.Points, options *scoring.LeverOptions) (explanation, error) {
	index := r.Index
	out := explanation{Unit: r.Unit, Name: r.Name, Total: r.Scorecard().Total, Lost: []lossLine{}, Levers: []leverLine{}}
	for _, l := range r.Lost() {
		n, _ := r.Node(l.Leaf)
		out.Lost = append(out.Lost, lossLine{l.Leaf, l.Title, index.Decimal(l.Points), l.Reason.Code, l.Reason.Text, l.Rows, l.Table, n.Scored})
	}
	levers, err := index.Levers(c, options)
	if errors.Is(err, scoring.ErrNotAdditive) {
		return out, nil
	}
	if err != nil {
		return out, err
	}
	for _, l := range levers {
		out.Levers = append(out.Levers, leverLine{l.Leaf, l.Title, l.Table, l.Rows, index.Decimal(l.Gain), l.AllRows, index.Decimal(l.AllGain), l.One})
	}
	plan, err := index.Plan(c, goal, options)
	if err != nil {
		return out, err
	}
	out.Plan = &planLine{From: index.Decimal(plan.From), Target: index.Decimal(plan.Target), To: index.Decimal(plan.To), Rows: plan.Rows, Reached: plan.Reached, Steps: []stepLine{}}
	for _, step := range plan.Steps {
		out.Plan.Steps = append(out.Plan.Steps, stepLine{step.Leaf, step.Table, step.Rows, index.Decimal(step.Gain)})
	}
	return out, nil
}
