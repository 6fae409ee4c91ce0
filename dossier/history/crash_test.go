package history_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/history"
	"pgregory.net/rapid"
)

var errLine = errors.New("the line was cut")

// fate is what becomes of an Append.
type fate int

const (
	well          fate = iota
	before             // the line is cut before it arrives
	after              // the line is cut before the answer does
	byItself           // the driver repeats what went through, and meets itself
	another            // somebody else was first
	anotherAndOff      // somebody else was first, and the line is cut before the answer
)

// cut is a Log behind a line that is cut as the fates have it.
type cut struct {
	motcua.Log
	fates []fate
}

func (l *cut) Append(ctx context.Context, stream string, expected int64, events ...motcua.Event) (int64, error) {
	f := well
	if len(l.fates) > 0 {
		f, l.fates = l.fates[0], l.fates[1:]
	}
	if f == before {
		return 0, errLine
	}
	if f == another || f == anotherAndOff {
		c := command(1000+len(l.fates), dossier.ActionComplain, dossier.RoleApplicant)
		_, _ = history.Store{Log: l.Log}.Execute(ctx, code, c, setting(0)) // refused where it may not be
	}
	n, err := l.Log.Append(ctx, stream, expected, events...)
	switch f {
	case after, anotherAndOff:
		return 0, errLine
	case byItself:
		return l.Log.Append(ctx, stream, expected, events...)
	}
	return n, err
}

// TestUnknownOutcome: whatever becomes of the line, who sends a command again until it is
// answered has it done once.
func TestUnknownOutcome(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		log := &cut{Log: new(motcua.MemoryLog)}
		retries := rapid.IntRange(0, 1).Draw(r, "retries")
		for i, c := range life() {
			for range rapid.IntRange(0, 4).Draw(r, "cuts") {
				log.fates = append(log.fates, fate(rapid.IntRange(int(well), int(anotherAndOff)).Draw(r, "fate")))
			}
			var e dossier.Event
			for tries, err := 0, errLine; err != nil; tries++ {
				e, err = history.Store{Log: log, Retries: retries}.Execute(context.Background(), code, c, setting(100+i))
				if err != nil && !errors.Is(err, errLine) && !errors.Is(err, motcua.ErrConflict) || tries > 9 {
					r.Fatalf("%v, the %d. time: %v", c, tries, err)
				}
			}
			log.fates = nil
			again, err := history.Store{Log: log}.Execute(context.Background(), code, c, setting(200))
			if err != nil || !cmp.Equal(again, e, exact) {
				r.Fatalf("%v after %v: %v, %v", c, e, again, err)
			}
		}
		var done []string
		for _, e := range sound(t, log) {
			if e.Action != dossier.ActionComplain {
				done = append(done, e.ID)
			}
		}
		if want := []string{"c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7"}; !slices.Equal(done, want) {
			r.Fatalf("%v", done)
		}
	})
}

// TestConflictShows: both sides of a conflict, and what a person may do.
func TestConflictShows(t *testing.T) {
	log := lived(t, 3)
	ask := command(9, dossier.ActionFinish, dossier.RoleHandler)
	w := write(log, 0, []*dossier.Command{ask})
	w.next()
	if _, err := (history.Store{Log: log}).Execute(t.Context(), code, command(8, dossier.ActionStop, dossier.RoleLeader), setting(9)); err != nil {
		t.Fatal(err)
	}
	w.next()
	var conflict *history.ConflictError
	if err := w.outcomes[0].err; !errors.As(err, &conflict) || err.Error() != `dossier "`+code+`": finish was not appended to version 3, which was followed by stop` {
		t.Fatalf("%v", err)
	}
	if text := fmt.Sprintf("%v %+v %#v", conflict, conflict, conflict); tells(text) {
		t.Errorf("tells of a person: %s", text)
	}
	_, err := history.Store{Log: log, Retries: 3}.Execute(t.Context(), code, ask, setting(9))
	var refusal *dossier.RefusalError
	if !errors.As(err, &refusal) || refusal.State != dossier.StateStopped {
		t.Errorf("decided again: %v", err)
	}
}

// TestClock: who decides again does so at a later time, if there is a clock.
func TestClock(t *testing.T) {
	log, now := lived(t, 3), hours(3)
	tick := func() time.Time { now = now.Add(time.Hour); return now }
	gates := 0
	busy := gated{log, func() {
		if gates++; gates == 1 {
			if _, err := (history.Store{Log: log}).Execute(t.Context(), code, command(8, dossier.ActionComplain, dossier.RoleApplicant), &dossier.Setting{Now: now.Add(time.Minute)}); err != nil {
				t.Error(err)
			}
		}
	}}
	c := command(9, dossier.ActionFinish, dossier.RoleHandler)
	e, err := history.Store{Log: busy, Retries: 1, Clock: tick}.Execute(t.Context(), code, c, setting(0))
	if err != nil || !e.At.Equal(hours(5)) {
		t.Errorf("%v, %v", e, err)
	}
	sound(t, log)
}

// TestUsedID: an id that was used for something else is an error, with what it was used for.
func TestUsedID(t *testing.T) {
	log := lived(t, 3)
	e, err := history.Store{Log: log}.Execute(t.Context(), code, command(1, dossier.ActionComplain, dossier.RoleApplicant), setting(9))
	if !errors.Is(err, dossier.ErrRepeated) || e.Action != dossier.ActionReceive || len(sound(t, log)) != 3 {
		t.Errorf("%v, %v", e, err)
	}
}

// TestUnwritable: what could not be read again is not written.
func TestUnwritable(t *testing.T) {
	for why, row := range map[string]struct {
		code   string
		change func(*dossier.Command)
		want   string
	}{
		"another dossier's filing": {"H56.12-260302-0002", func(*dossier.Command) {}, "HIS-REC-07 /filing/code"},
		"no applicant":             {code, func(c *dossier.Command) { c.Filing.Applicant.Kind = 0 }, "PER-APP-01 /filing/applicant/kind"},
		"a unit without a code":    {code, func(c *dossier.Command) { c.By.Unit = "sở" }, "DOS-FIL-02 /by/unit"},
		"a paper in no form":       {code, func(c *dossier.Command) { c.Papers = append(c.Papers, dossier.Paper{ID: "p2", Name: "Ảnh"}) }, "HIS-FORM-06 "},
		"a paper without an id": {code, func(c *dossier.Command) {
			c.Papers = append(c.Papers, dossier.Paper{Name: "Ảnh", Form: dossier.PaperCopy})
		}, "DOS-FIL-03 /papers/1/id"},
	} {
		log, c := new(motcua.MemoryLog), life()[0]
		row.change(c)
		e, err := history.Store{Log: log}.Execute(t.Context(), row.code, c, setting(0))
		var faults motcua.Faults
		if !errors.As(err, &faults) || !slices.Equal(codes(faults), []string{row.want}) || e.ID != "" {
			t.Errorf("%s: %v, %v", why, e, err)
		}
		if got := len(recorded(t, log)); got != 0 || tells(fmt.Sprint(err)) {
			t.Errorf("%s: %d records, %v", why, got, err)
		}
	}
}

// TestStopped: a context that is done stops everything, and no code is refused.
func TestStopped(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	store := history.Store{Log: lived(t, 3)}
	d, _, err := store.Load(ctx, code)
	past, err2 := store.At(ctx, code, begin)
	_, faults, err3 := store.Verify(ctx, code, history.Head{})
	e, err4 := store.Execute(ctx, code, command(9, dossier.ActionComplain, dossier.RoleApplicant), setting(9))
	for _, err := range []error{err, err2, err3, err4} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%v", err)
		}
	}
	if d != nil || past != nil || faults != nil || e.ID != "" {
		t.Errorf("%v, %v, %v, %v", d, past, faults, e)
	}
	if _, _, err := store.Load(t.Context(), ""); !errors.Is(err, motcua.ErrRefused) {
		t.Errorf("no code: %v", err)
	}
}
