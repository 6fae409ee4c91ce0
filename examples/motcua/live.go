package main

import (
	"time"

	"github.com/motcua/motcua"
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
message tells of, so that a recorded stream is played again; it begins at --as-of, or
with the first message. A date before 1976, after 2999 or more than 366 days
ahead of that clock does not move it. While input keeps coming the board is printed at
most five times a second; the last state is always printed.

With --format json a line is {"at":time,"messages":number so far,"score":{…}}, one for
each row of the board. When the input ends, what was refused and what is odd is said.`,
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
	ignored  int64     // dates that did not move the clock of the messages
	dirty    bool      // something happened since the board was drawn
	drawn    time.Time // when that was, in real time
	printed  []byte
	unset    bool // the clock waits for the first message
	messages int
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
	g, err := s.gatherFiles(f) // what is odd is said at the end
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
	if replay && m.asOf == "" {
		t.unset, t.now = true, firstClock
	}
	if t.live, err = g.register.Live(plan, t.now); err != nil {
		return nil, err
	}
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
	return t, nil
}
