package conformance

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"testing"

	"github.com/motcua/motcua"
)

func TestMemoryLog(t *testing.T) {
	Log(t, func(*testing.T) motcua.Log { return new(motcua.MemoryLog) })
}

// witness stands in for *testing.T and remembers what was reported.
type witness struct {
	ctx      context.Context
	mu       sync.Mutex
	messages []string
}

func (w *witness) Helper()                  {}
func (w *witness) Context() context.Context { return w.ctx }

func (w *witness) Errorf(format string, args ...any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.messages = append(w.messages, fmt.Sprintf(format, args...))
}

func (w *witness) Fatalf(format string, args ...any) {
	w.Errorf(format, args...)
	runtime.Goexit()
}

// failures runs every case on its own log and returns the names of those that
// reported something.
func failures(t *testing.T, open func() motcua.Log) map[string]bool {
	failed := make(map[string]bool)
	for _, c := range logCases {
		w := &witness{ctx: t.Context()}
		done := make(chan struct{})
		go func() { // its own goroutine, since Fatalf ends it
			defer close(done)
			c.run(w, open())
		}()
		<-done
		w.mu.Lock()
		if len(w.messages) > 0 {
			failed[c.name] = true
			t.Logf("%s: %s", c.name, w.messages[0])
		}
		w.mu.Unlock()
	}
	return failed
}

func TestSuiteAcceptsTheSound(t *testing.T) {
	if failed := failures(t, func() motcua.Log { return new(motcua.MemoryLog) }); len(failed) > 0 {
		t.Errorf("a sound log fails %v", failed)
	}
}

// TestSuiteNoticesTheBroken breaks a log in one way at a time; the case that is
// about that way must notice, and every case must notice something.
func TestSuiteNoticesTheBroken(t *testing.T) {
	noticed := make(map[string]bool)
	for _, m := range mutants {
		t.Run(m.name, func(t *testing.T) {
			failed := failures(t, m.open)
			if !failed[m.noticedBy] {
				t.Errorf("%q does not notice; %v do", m.noticedBy, failed)
			}
			for name := range failed {
				noticed[name] = true
			}
		})
	}
	for _, c := range logCases {
		if !noticed[c.name] {
			t.Errorf("no broken log fails %q", c.name)
		}
	}
}
