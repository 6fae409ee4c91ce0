package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/motcua/motcua"
)

// showExplanation shows it as asked for.
func (s *session) showExplanation(out explanation) error {
	switch s.format {
	case "json":
		return s.encode(s.out, out)
	case "csv":
		return s.show(out.cells())
	}
	losses := sheet{header: heading("leaf", "title", "lost", "rows", "table", "why")}
	for _, l := range out.Lost {
		if l.Known {
			losses.rows = append(losses.rows, []string{l.Leaf, s.text(l.Title), l.Points.String(), whole(l.Rows), l.Table, s.text(l.Text)})
		}
	}
	s.say(textExplained, out.Unit, out.Name, figure(out.Total))
	if err := s.show(losses); err != nil {
		return err
	}
	s.showSilent(out.Lost)
	return s.showWayUp(out)
}

// cells are all rows of an explanation in one table, told apart by their kind:
// points are lost, or gained by the rows.
func (e *explanation) cells() sheet {
	sh := sheet{header: heading("kind", "unit", "leaf", "title", "table", "rows", "points", "allRows", "allPoints", "onePoints", "reason", "why", "known")}
	for _, l := range e.Lost {
		sh.rows = append(sh.rows, []string{"lost", e.Unit, l.Leaf, l.Title.En, l.Table, whole(l.Rows), l.Points.String(), "", "", "", l.Reason, l.Text.En, strconv.FormatBool(l.Known)})
	}
	titles := map[string]string{}
	for _, l := range e.Levers {
		titles[l.Leaf] = l.Title.En
		sh.rows = append(sh.rows, []string{"lever", e.Unit, l.Leaf, l.Title.En, l.Table, whole(l.Rows), l.Gain.String(), whole(l.AllRows), l.AllGain.String(), l.One.String(), "", "", ""})
	}
	if e.Plan == nil {
		return sh
	}
	for _, step := range e.Plan.Steps {
		sh.rows = append(sh.rows, []string{"step", e.Unit, step.Leaf, titles[step.Leaf], step.Table, whole(step.Rows), step.Gain.String(), "", "", "", "", "", ""})
	}
	return sh
}

// whole writes a whole number.
func whole(n int64) string { return strconv.FormatInt(n, 10) }

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
		s.say(textSilent)
	}
	for _, reason := range reasons {
		fmt.Fprintf(s.out, "%6s  %s: %s\n", sums[reason], s.text(reason), strings.Join(leaves[reason], " "))
	}
}

// showWayUp shows the levers and the plan for people.
func (s *session) showWayUp(out explanation) error {
	if out.Plan == nil {
		s.say(textNotAdditive)
	} else if err := s.showLevers(out); err != nil {
		return err
	}
	switch {
	case out.held && out.rank > 0:
		s.say(textRankHeld, out.rank)
	case out.held:
		s.say(textTotalHeld, out.goal)
	case out.Plan == nil || len(out.Levers) == 0: // all has been said
	case !out.Plan.Reached:
		s.say(textTooFar, out.Plan.Target, out.Plan.To)
		return s.showSteps(out.Plan.Steps)
	default:
		s.say(textWay, out.Plan.From, out.Plan.Target, out.Plan.Rows)
		return s.showSteps(out.Plan.Steps)
	}
	return nil
}

// showLevers shows what each leaf could gain, or says that none could.
func (s *session) showLevers(out explanation) error {
	switch {
	case len(out.tables) == 0:
		s.say(textNoTables)
		return nil
	case len(out.Levers) == 0:
		s.say(textNoLevers, strings.Join(out.tables, ", "))
		return nil
	}
	moves := sheet{header: heading("leaf", "title", "rows", "gain", "all rows", "all gain", "one row")}
	for _, l := range out.Levers {
		moves.rows = append(moves.rows, []string{l.Leaf, s.text(l.Title), whole(l.Rows), l.Gain.String(), whole(l.AllRows), l.AllGain.String(), l.One.String()})
	}
	s.say(textLevers)
	return s.show(moves)
}

// showSteps shows a plan, leaf by leaf, if it has any.
func (s *session) showSteps(steps []stepLine) error {
	sh := sheet{header: heading("leaf", "rows", "table", "gain")}
	for _, step := range steps {
		sh.rows = append(sh.rows, []string{step.Leaf, whole(step.Rows), step.Table, step.Gain.String()})
	}
	if len(sh.rows) == 0 {
		return nil
	}
	return s.show(sh)
}
