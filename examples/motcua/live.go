package main

import (
	"bytes"
	"errors"
	"fmt"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
	"github.com/motcua/motcua/scoring/facts"
)

var liveCommand = command{
	name:  "live",
	args:  "[--dossiers FILE] [--units FILE] … [--clock wall]",
	short: "score messages as they come, and print the board when it changes",
	long: `
Reads lines of facts first and then messages as they come, from standard input if no
file is named, and prints the board of the year again each time it changes: because a
message came, or because time passed and a dossier fell due. The figures are those of
motcua score of all that has come so far, at that moment.

--clock wall goes by the clock of the machine; --clock messages by the latest time a
message tells of, so that a recorded stream is played again. --as-of is where the
clock of the messages begins.`,
	run: runLive,
}

// ticker is one live board.
type ticker struct {
	*gathered
	s        *session
	index    *scoring.Index
	board    *facts.Board
	live     *counting.Live
	window   func(now time.Time) (counting.Window, error)
	by       facts.By
	replay   bool // the clock is that of the messages
	now      time.Time
	printed  []byte
	messages int
	rows     []counting.Row
}

func runLive(s *session) error {
	var r rules
	var m moments
	var f factFiles
	r.registerDefinition(s)
	m.register(s)
	f.register(s)
	byText := s.flags.String("by", "province", "`WHAT` makes a row: unit, level or province")
	clock := s.flags.String("clock", "wall", "`WHICH` clock: wall or messages")
	if err := s.parse(0, 0); err != nil {
		return err
	}
	by, err := byOf(*byText)
	switch {
	case err != nil:
		return err
	case by.Column() != "unit":
		return usagef("a live board has a row for each unit, level or province")
	case *clock != "wall" && *clock != "messages":
		return usagef("--clock %q is none of wall, messages", *clock)
	case len(f.dossiers) > 1:
		return usagef("one stream of messages is read at a time")
	case m.asOf != "" && *clock == "wall":
		return usagef("--as-of sets the clock of the messages: --clock messages")
	}
	messages := append(names(nil), append(f.dossiers, "-")[0])
	f.dossiers = nil
	t, err := s.newTicker(&r, &m, &f, by, *clock == "messages")
	if err != nil {
		return err
	}
	return t.run(messages[0], &f)
}

// newTicker reads the lines of facts.
func (s *session) newTicker(r *rules, m *moments, f *factFiles, by facts.By, replay bool) (*ticker, error) {
	first, index, err := s.window(r, m)
	if err != nil {
		return nil, err
	}
	g, err := s.gather(f)
	if err != nil {
		return nil, err
	}
	g.register.Cover("dossier", true, facts.MessageColumns()...)
	plan, err := counting.Compile(index.Definition().Measures, by.Column())
	if err != nil {
		return nil, err
	}
	board, err := facts.NewBoard(index, plan, g.tree)
	if err != nil {
		return nil, err
	}
	t := &ticker{gathered: g, s: s, index: index, board: board, by: by, replay: replay, now: m.cut}
	t.live = plan.Live(g.register.Names(), counting.Basis(g.register.Basis()), t.now)
	t.window = func(now time.Time) (counting.Window, error) {
		day := motcua.DateOf(now.In(motcua.Vietnam()))
		w := counting.Window{Period: first.Period, AsOf: day}
		var err error
		switch m.period {
		case "":
			w.Period, err = scoring.ParsePeriod(day.String()[:4])
		case "ytd":
			return counting.YearToDate(day)
		}
		return w, err
	}
	return t, g.supply(t.live.Tally())
}

// run takes in messages until there are no more.
func (t *ticker) run(name string, f *factFiles) error {
	in, err := t.s.open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	if err := t.show(); err != nil {
		return err
	}
	batches, done, end := make(chan *npsp.Batch), make(chan error), make(chan error, 1)
	go func() {
		_, err := npsp.Stream(in, &npsp.Options{Lenient: f.lenient, Strict: f.strict, Prompt: true, MaxFaults: mostShown}, func(b *npsp.Batch) error {
			batches <- b
			return <-done
		})
		end <- err
	}()
	for {
		select {
		case b := <-batches:
			err := t.take(name, b)
			done <- err
			if err != nil {
				return err
			}
		case <-t.due():
			if err := t.advance(t.s.clock()); err != nil {
				return err
			}
		case err := <-end:
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			return nil
		}
	}
}

// due is ready when a figure changes though nothing comes.
func (t *ticker) due() <-chan time.Time {
	next, ok := t.live.Next()
	if t.replay || !ok {
		return nil
	}
	return time.After(max(0, next.Sub(t.s.clock())))
}

// take takes in a batch and shows the board if it changed.
func (t *ticker) take(name string, b *npsp.Batch) error {
	t.s.reportSome(name, b.Faults)
	latest := t.now.Unix()
	t.messages += len(b.Briefs)
	for i := range b.Briefs {
		brief := &b.Briefs[i]
		t.register.Message(brief)
		for _, m := range [...]npsp.Moment{brief.Filed, brief.Received, brief.Finished, brief.Returned, brief.Refused, brief.At} {
			latest = later(latest, m)
		}
		for _, request := range brief.Supplements {
			latest = later(later(latest, request.Asked), request.Answered)
		}
	}
	var failed error
	t.register.Changes(func(id int) {
		var table counting.Table
		table, t.rows = t.register.Rows(id, t.rows[:0])
		failed = errors.Join(failed, t.live.Put(id, table, t.rows...))
	})
	if failed != nil {
		return failed
	}
	if t.replay {
		return t.advance(time.Unix(latest, 0))
	}
	return t.advance(t.s.clock())
}

// later is the later of two times; an absent one is none.
func later(latest int64, m npsp.Moment) int64 {
	if m == 0 {
		return latest
	}
	return max(latest, m.Unix())
}

// advance moves the clock and shows the board if it changed.
func (t *ticker) advance(now time.Time) error {
	if now.After(t.now) {
		t.now = now
		if err := t.live.Advance(now); err != nil {
			return err
		}
	}
	return t.show()
}

// show shows the board under the time, if it is another than before.
func (t *ticker) show() error {
	w, err := t.window(t.now)
	if err != nil {
		return err
	}
	counts, err := t.board.Counts(t.live.Tally(), w, t.by)
	if err != nil {
		return err
	}
	results := t.s.score(t.index, "dossiers", counts)
	var text bytes.Buffer
	if err := t.s.into(&text, func(s *session) error { return s.showResults(t.index, results) }); err != nil {
		return err
	}
	if bytes.Equal(text.Bytes(), t.printed) {
		return nil
	}
	t.printed = bytes.Clone(text.Bytes())
	if t.s.format == "table" {
		t.s.say(textLive, t.now.In(motcua.Vietnam()).Format(time.RFC3339), t.messages)
	}
	t.s.out.Write(t.printed)
	return t.s.out.Flush()
}
