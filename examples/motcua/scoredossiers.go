package main

import (
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
	"github.com/motcua/motcua/scoring/facts"
)

// scoreDossiers scores units from messages and lines of facts.
func (s *session) scoreDossiers(r *rules, m *moments, f *factFiles, byText, view string) error {
	by, err := byOf(byText)
	if err != nil {
		return err
	}
	w, index, err := s.window(r, m)
	if err != nil {
		return err
	}
	g, err := s.gather(f)
	if err != nil {
		return err
	}
	counts, err := g.counts(index, m, w, by)
	if err != nil {
		return err
	}
	results := s.score(index, "dossiers", counts)
	if view != "" {
		return s.showView(results, view)
	}
	return s.showResults(index, results)
}

// counts counts what was gathered in a window.
func (g *gathered) counts(index *scoring.Index, m *moments, w counting.Window, by facts.By) ([]scoring.Counts, error) {
	plan, err := counting.Compile(index.Definition().Measures, by.Column())
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
	return board.Counts(tally, w, by)
}
