package store

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"github.com/motcua/motcua"
)

var errDied = errors.New("died")

// mortal is a Log that dies at one of its appends: before that is done, or after, when
// the answer is lost.
type mortal struct {
	motcua.Log
	left  int  // appends until then
	after bool // it is done
	dead  bool
}

func (l *mortal) Append(ctx context.Context, stream string, expected int64, events ...motcua.Event) (int64, error) {
	if l.dead {
		return 0, errDied
	}
	if l.left--; l.left >= 0 {
		return l.Log.Append(ctx, stream, expected, events...)
	}
	if l.dead = true; l.after {
		if _, err := l.Log.Append(ctx, stream, expected, events...); err != nil {
			return 0, err
		}
	}
	return 0, errDied
}

// TestEveryPoint: a program that dies before or after any of its appends, is started
// again and does all again leaves what one leaves that did not die. Kills at random find
// some of these points; here is each of one dossier that is paid in two parts.
func TestEveryPoint(t *testing.T) {
	t.Parallel()
	points := 0
	for _, after := range []bool{false, true} {
		for n := 0; ; n++ {
			path, w := filepath.Join(t.TempDir(), "house.db"), newWorld(4)
			file := at(t, path)
			log := &mortal{Log: file, left: n, after: after}
			err := live(t.Context(), log, w, "11", 5)
			if err == nil && !log.dead {
				break
			}
			if points++; !errors.Is(err, errDied) {
				t.Fatal(err)
			}
			file.Close()
			file = at(t, path)
			if err := live(t.Context(), file, w, "11", 5); err != nil {
				t.Fatal(err)
			}
			for _, wrong := range recovered(t, file, w) {
				t.Errorf("died at append %d, done: %v: %s", n, after, wrong)
			}
			file.Close()
		}
	}
	if points < 18 {
		t.Errorf("%d points, want those of 9 appends, before and after", points)
	}
	t.Logf("%d points", points)
}
