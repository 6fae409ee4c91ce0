package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
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
--add new good rows come in instead of existing ones turning good.`,
	run: runExplain,
}

func runExplain(s *session) error {
	var r rules
	var unit, counts, target, levers string
	var rank int
	var add bool
	r.register(s)
	s.flags.StringVar(&unit, "unit", "", "`CODE` of the unit")
	s.flags.StringVar(&counts, "counts", "", "`FILE` of counts, or of values if its name ends in .csv")
	s.flags.StringVar(&target, "target", "", "`POINTS` the total should reach; one point more than it has if absent")
	s.flags.IntVar(&rank, "rank", 0, "`RANK` the unit should reach among its level")
	s.flags.StringVar(&levers, "levers", "dossier", "`TABLES` whose rows may be moved, as dossier,procedure,petition")
	s.flags.BoolVar(&add, "add", false, "new good rows instead of rows turned good")
	if err := s.parse(0, 0); err != nil {
		return err
	}
	if unit == "" || counts == "" {
		return usagef("--unit and --counts are needed")
	}
	index, period, day, err := r.resolve(s)
	if err != nil {
		return err
	}
	units, results, err := s.score(index, counts, period, day)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(units, func(c scoring.Counts) bool { return c.Unit == unit })
	result := slices.IndexFunc(results, func(r scoring.Result) bool { return r.Unit == unit })
	if at < 0 || result < 0 {
		return fmt.Errorf("%s has no usable counts of unit %q", counts, unit)
	}
	goal, err := goalOf(results, result, target, rank)
	if err != nil {
		return err
	}
	options := &scoring.LeverOptions{Tables: strings.Split(levers, ","), Add: add}
	out, err := explain(&units[at], &results[result], goal, options)
	if err != nil {
		return err
	}
	return s.showExplanation(out)
}

// goalOf is the total that is wanted.
func goalOf(results []scoring.Result, at int, target string, rank int) (scoring.Points, error) {
	r := &results[at]
	index := r.Index
	switch {
	case target != "" && rank != 0:
		return 0, usagef("either --target or --rank")
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
}

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

type planLine struct {
	From    motcua.Decimal `json:"from"`
	Target  motcua.Decimal `json:"target"`
	To      motcua.Decimal `json:"to"`
	Rows    int64          `json:"rows"`
	Reached bool           `json:"reached"`
	Steps   []stepLine     `json:"steps"`
}

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

// showExplanation shows it as asked for: in CSV the losses alone.
func (s *session) showExplanation(out explanation) error {
	if s.format == "json" {
		return s.encode(s.out, out)
	}
	losses := sheet{header: heading("leaf", "title", "lost", "rows", "of", "why")}
	for _, l := range out.Lost {
		if l.Known || s.format == "csv" {
			losses.rows = append(losses.rows, []string{l.Leaf, s.text(l.Title), l.Points.String(), strconv.FormatInt(l.Rows, 10), l.Table, s.text(l.Text)})
		}
	}
	if s.format == "csv" {
		return s.show(losses)
	}
	fmt.Fprintf(s.out, "%s %s: %s points\n\nLost where the figures are known\n\n", out.Unit, out.Name, decimal(out.Total))
	if err := s.show(losses); err != nil {
		return err
	}
	s.showSilent(out.Lost)
	return s.showWayUp(out)
}

// showSilent names the leaves without points, by reason.
func (s *session) showSilent(lost []lossLine) {
	var reasons []motcua.Text
	leaves, sums := map[motcua.Text][]string{}, map[motcua.Text]motcua.Decimal{}
	for _, l := range lost {
		if l.Known {
			continue
		}
		if leaves[l.Text] == nil {
			reasons = append(reasons, l.Text)
		}
		leaves[l.Text] = append(leaves[l.Text], l.Leaf)
		sums[l.Text], _ = sums[l.Text].Add(l.Points) // at most the maximum
	}
	if reasons != nil {
		fmt.Fprint(s.out, "\nWithout points\n\n")
	}
	for _, reason := range reasons {
		fmt.Fprintf(s.out, "%6s  %s: %s\n", sums[reason], s.text(reason), strings.Join(leaves[reason], " "))
	}
}

// showWayUp shows the levers and the plan for people.
func (s *session) showWayUp(out explanation) error {
	if out.Plan == nil {
		fmt.Fprint(s.out, "\nThe definition does more than add rounded leaves, so that levers have no price of their own.\n")
		return nil
	}
	moves := sheet{header: heading("leaf", "title", "rows", "gain", "all rows", "all gain", "one row")}
	for _, l := range out.Levers {
		moves.rows = append(moves.rows, []string{l.Leaf, s.text(l.Title), strconv.FormatInt(l.Rows, 10), l.Gain.String(),
			strconv.FormatInt(l.AllRows, 10), l.AllGain.String(), l.One.String()})
	}
	fmt.Fprint(s.out, "\nLevers: the fewest rows that gain anything, and all that can be gained\n\n")
	if err := s.show(moves); err != nil {
		return err
	}
	if out.Plan.Rows == 0 && out.Plan.Reached {
		_, err := fmt.Fprintf(s.out, "\nThe total of %s is there already.\n", out.Plan.Target)
		return err
	}
	fmt.Fprintf(s.out, "\nThe way from %s to %s: %d rows\n\n", out.Plan.From, out.Plan.Target, out.Plan.Rows)
	if !out.Plan.Reached {
		fmt.Fprintf(s.out, "It cannot be reached with these rows; all of them lead to %s.\n\n", out.Plan.To)
	}
	steps := sheet{header: heading("leaf", "rows", "of", "gain")}
	for _, step := range out.Plan.Steps {
		steps.rows = append(steps.rows, []string{step.Leaf, strconv.FormatInt(step.Rows, 10), step.Table, step.Gain.String()})
	}
	return s.show(steps)
}
