package chain_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/chain"
)

// TestOnce: of many that append one id at once one does, and all others know of it.
func TestOnce(t *testing.T) {
	log := new(motcua.MemoryLog)
	var wait sync.WaitGroup
	var mu sync.Mutex
	fresh := map[string]int{}
	for range 20 {
		wait.Go(func() {
			for _, id := range []string{"a", "b"} {
				known, err := chain.Once(t.Context(), log, "s", motcua.Event{ID: id, Type: "said", Time: noon, Data: []byte("{}")})
				if err != nil {
					t.Error(err)
				}
				mu.Lock()
				if !known {
					fresh[id]++
				}
				mu.Unlock()
			}
		})
	}
	wait.Wait()
	n := 0
	for range log.Read(t.Context(), "s", 0) {
		n++
	}
	if n != 2 || fresh["a"] != 1 || fresh["b"] != 1 {
		t.Errorf("%d records, new to %v", n, fresh)
	}
}

// busy is a Log on which somebody else is always first.
type busy struct{ motcua.MemoryLog }

func (b *busy) Append(context.Context, string, int64, ...motcua.Event) (int64, error) {
	return 0, motcua.ErrConflict
}

// TestOnceEnds: where others are first again and again the conflict is returned.
func TestOnceEnds(t *testing.T) {
	if _, err := chain.Once(t.Context(), new(busy), "s", motcua.Event{ID: "a"}); !errors.Is(err, motcua.ErrConflict) {
		t.Error(err)
	}
}
