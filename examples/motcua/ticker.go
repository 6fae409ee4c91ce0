package main

import (
	"bytes"
	"fmt"
	"os"
	"os/signal"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/scoring"
)

// redrawPause is the real time between two drawings of a live board while input keeps
// coming.
const redrawPause = 200 * time.Millisecond

// streamEnd is how a stream of messages ended.
type streamEnd struct {
	quality npsp.Quality
	err     error
}

// run takes in messages until there are no more.
func (t *ticker) run(name string, f *factFiles) error {
	in, err := t.s.open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	if !t.unset {
		if err := t.show(); err != nil {
			return err
		}
	}
	batches, done, end := make(chan *npsp.Batch), make(chan error), make(chan streamEnd, 1)
	go func() {
		quality, err := npsp.Stream(in, &npsp.Options{Lenient: f.lenient, Strict: f.strict, Prompt: true, MaxFaults: mostShown}, func(b *npsp.Batch) error {
			batches <- b
			return <-done
		})
		end <- streamEnd{quality, err}
	}()
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt)
	defer signal.Stop(interrupted)
	for {
		var err error
		select {
		case <-interrupted: // the usual end of a stream without one
			return t.finish(name, new(streamEnd))
		case b := <-batches:
			err = t.take(name, b)
			done <- err
		case <-t.due():
			err = t.advance(t.s.clock())
		case <-t.redraw():
			err = t.show()
		case e := <-end:
			return t.finish(name, &e)
		}
		if err != nil {
			return err
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

// redraw is ready when what happened is to be shown: at once, or when the board has
// stood for a pause.
func (t *ticker) redraw() <-chan time.Time {
	if !t.dirty {
		return nil
	}
	return time.After(max(0, redrawPause-time.Since(t.drawn)))
}

// finish shows the last state, and says what was refused and what is odd.
func (t *ticker) finish(name string, e *streamEnd) error {
	shown := t.show()
	t.s.tellRefused(name, &e.quality)
	if t.ignored > 0 {
		t.s.complain(t.s.text(motcua.Text{
			En: "dates that did not move the clock: %d; before 1976, after 2999, or more than 366 days ahead of it",
			Vi: "số ngày giờ không làm đồng hồ chạy: %d; trước 1976, sau 2999, hoặc sớm hơn đồng hồ quá 366 ngày",
		}), t.ignored)
	}
	t.s.tellNotes(t.register.Notes())
	if e.err != nil {
		return fmt.Errorf("%s: %w", name, e.err)
	}
	return shown
}

// take takes in a batch.
func (t *ticker) take(name string, b *npsp.Batch) error {
	t.s.reportSome(name, b.Faults, 0)
	latest := t.now.Unix()
	t.messages += len(b.Briefs)
	for i := range b.Briefs {
		brief := &b.Briefs[i]
		t.register.Message(brief)
		for _, m := range [...]npsp.Moment{brief.Filed, brief.Received, brief.Finished, brief.Returned, brief.Refused, brief.At} {
			latest = t.later(latest, m)
		}
		for _, request := range brief.Supplements {
			latest = t.later(t.later(latest, request.Asked), request.Answered)
		}
	}
	if err := t.register.Update(t.live); err != nil {
		return err
	}
	if t.replay {
		return t.advance(time.Unix(latest, 0))
	}
	return t.advance(t.s.clock())
}

// furthest is how many seconds a date may be ahead of the clock of the messages.
const furthest = 366 * 24 * 60 * 60

// firstClock is a time before all that can be counted.
var firstClock = time.Date(1976, time.January, 1, 0, 0, 0, 0, motcua.Vietnam())

// later is the later of the clock and a date; an absent one is none, and one that can
// only be wrong is counted and none.
func (t *ticker) later(latest int64, m npsp.Moment) int64 {
	if m.IsZero() {
		return latest
	}
	at := m.Unix()
	if year := int64(m) / 1e10; year < 1976 || year > 2999 || !t.unset && at-latest > furthest {
		t.ignored++
		return latest
	}
	t.unset = false
	return max(latest, at)
}

// advance moves the clock: what is shown may be another now.
func (t *ticker) advance(now time.Time) error {
	t.dirty = true
	if !now.After(t.now) {
		return nil
	}
	t.now = now
	return t.live.Advance(now)
}

// liveLine is the JSON form of a row of a live board.
type liveLine struct {
	At       string            `json:"at"`
	Messages int               `json:"messages"`
	Score    scoring.Scorecard `json:"score"`
}

// show shows the board under the time, if it is another than before.
func (t *ticker) show() error {
	t.dirty, t.drawn = false, time.Now()
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
	at := t.now.In(motcua.Vietnam()).Format(time.RFC3339)
	switch t.s.format {
	case "json":
		for i := range results {
			if err := t.s.encode(t.s.out, liveLine{at, t.messages, results[i].Scorecard()}); err != nil {
				return err
			}
		}
		return t.s.out.Flush()
	case "table":
		t.s.say(textLive, at, t.messages)
	}
	if _, err := t.s.out.Write(t.printed); err != nil {
		return err
	}
	return t.s.out.Flush()
}
