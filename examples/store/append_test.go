package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
)

// batchOf is what is appended as the n-th batch of a stream: 1 to 4 events that say so.
func batchOf(stream string, n int) (list []motcua.Event) {
	for i := range 1 + n%4 {
		list = append(list, motcua.Event{
			ID: fmt.Sprintf("%d.%d", n, i), Type: "noted", Time: time.UnixMicro(int64(n)),
			Data: json.RawMessage(fmt.Sprintf(`{"stream":%q,"of":%d,"fill":%q}`, stream, 1+n%4, strings.Repeat("x", 40*(n%13)))),
		})
	}
	return list
}

// known finds the batch of a stream that comes next, and its version.
func known(ctx context.Context, log motcua.Log, stream string) (next int, version int64, err error) {
	for r, err := range log.Read(ctx, stream, 0) {
		if err != nil {
			return 0, 0, err
		}
		if version = r.Version; strings.HasSuffix(r.ID, ".0") {
			next++
		}
	}
	return next, version, nil
}

// appendUntilKilled appends to some streams at once. Each writer first appends again what
// came last, as it does not know whether that went through, and must be told so.
func appendUntilKilled(path, _ string, _ io.Reader, tell func(string)) error {
	log, err := Open(path)
	if err != nil {
		return err
	}
	tell(ready)
	failed := make(chan error)
	for _, stream := range []string{"a", "b", "c"} {
		go func() {
			next, version, err := known(context.Background(), log, stream)
			if err == nil && next > 0 {
				last := batchOf(stream, next-1)
				_, again := log.Append(context.Background(), stream, version-int64(len(last)), last...)
				var conflict *motcua.ConflictError
				if !errors.As(again, &conflict) || len(conflict.Theirs) != len(last) || conflict.Theirs[0].ID != last[0].ID {
					err = fmt.Errorf("%s: again: %w", stream, again)
				}
			}
			for ; err == nil; next++ {
				if version, err = log.Append(context.Background(), stream, version, batchOf(stream, next)...); err == nil {
					tell(fmt.Sprint(stream, " ", next))
				}
			}
			failed <- err
		}()
	}
	return <-failed
}

// TestAppendsKilled: what was acknowledged is there, once, in order and whole, whenever
// the process that appends is killed; and at most what was under way is there besides.
func TestAppendsKilled(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "house.db")
	random := rand.New(rand.NewPCG(1, 2))
	acknowledged := map[string]int{} // how many batches, by stream
	unanswered := 0
	for kill := range 40 {
		v := victim{work: "append", path: path, when: ready, after: time.Duration(1+random.IntN(40)) * time.Millisecond}
		if kill%4 == 0 {
			v.when = born
		}
		v.hear = func(line string, _ io.Writer) {
			var stream string
			var n int
			if _, err := fmt.Sscan(line, &stream, &n); err == nil {
				acknowledged[stream] = n + 1
			}
		}
		v.die(t)
		log := at(t, path)
		for _, stream := range []string{"a", "b", "c"} {
			next, _, err := known(t.Context(), log, stream)
			if extra := next - acknowledged[stream]; err != nil || extra < 0 || extra > 1 {
				t.Fatalf("kill %d after %v: %q holds %d batches of %d acknowledged, %v", kill, v.after, stream, next, acknowledged[stream], err)
			} else if extra == 1 {
				unanswered++
				acknowledged[stream] = next
			}
		}
		sound(t, log)
		log.Close()
	}
	log := at(t, path)
	for stream, n := range acknowledged {
		var want []string
		for i := range n {
			for _, e := range batchOf(stream, i) {
				want = append(want, e.ID)
			}
		}
		if got := ids(t, log, stream); strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%q holds %v, want %v", stream, got, want)
		}
	}
	t.Logf("%v batches; %d were there unanswered", acknowledged, unanswered)
}
