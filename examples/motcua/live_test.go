package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
	"time"
)

// drawing is a line of a live board as programs read it.
type drawing struct {
	At       time.Time `json:"at"`
	Messages int       `json:"messages"`
	Score    struct {
		Unit string `json:"unit"`
	} `json:"score"`
}

// screen keeps what is written, for several goroutines.
type screen struct {
	lock sync.Mutex
	text bytes.Buffer
}

func (s *screen) Write(b []byte) (int, error) {
	s.lock.Lock()
	defer s.lock.Unlock()
	return s.text.Write(b)
}

// drawings are the lines so far.
func (s *screen) drawings(t *testing.T) []drawing {
	t.Helper()
	s.lock.Lock()
	defer s.lock.Unlock()
	var out []drawing
	lines := json.NewDecoder(strings.NewReader(s.text.String()))
	for {
		var d drawing
		if err := lines.Decode(&d); errors.Is(err, io.EOF) {
			return out
		} else if err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
}

// liveCall is motcua live under way, by the wall clock, which begins two seconds
// before five in the afternoon of 10 July 2026.
type liveCall struct {
	in  *io.PipeWriter
	out screen
	err bytes.Buffer // to be read after code
	end chan int
}

func startLive(args ...string) *liveCall {
	begun, first := time.Now(), time.Date(2026, time.July, 10, 9, 59, 58, 0, time.UTC)
	clock := func() time.Time { return first.Add(time.Since(begun)) }
	from, to := io.Pipe()
	c := &liveCall{in: to, end: make(chan int, 1)}
	go func() {
		c.end <- run(append([]string{"live", "--by", "unit", "--format", "json"}, args...), from, &c.out, &c.err, clock)
	}()
	return c
}

// code ends the input and waits.
func (c *liveCall) code(t *testing.T) int {
	t.Helper()
	c.in.Close()
	select {
	case code := <-c.end:
		return code
	case <-time.After(time.Minute):
		t.Fatal("live does not end with its input")
		return 0
	}
}

// openDossier is a message of the n-th dossier, which is due at five.
func openDossier(n int) string {
	return fmt.Sprintf(`{"MaHoSo":"H44.60-260701-%04d","MaTTHC":"1.004194","KenhThucHien":"2","NgayTiepNhan":"20260701080000","NgayHenTra":"20260710170000","TrangThaiHoSo":"4"}`+"\n", n)
}

// A dossier falls due, and the board moves though nothing comes.
func TestLiveWallClock(t *testing.T) {
	t.Parallel()
	c := startLive()
	if _, err := io.WriteString(c.in, openDossier(1)); err != nil {
		t.Fatal(err)
	}
	due := time.Date(2026, time.July, 10, 10, 0, 0, 0, time.UTC)
	for begun := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		seen := c.out.drawings(t)
		if n := len(seen); n > 1 && !seen[n-1].At.Before(due) {
			if seen[0].At.After(due) || seen[n-1].Messages != 1 || seen[n-1].Score.Unit != "H44.60" {
				t.Errorf("drawn: %+v", seen)
			}
			break
		}
		if time.Since(begun) > 20*time.Second {
			t.Fatalf("the board stands still: %+v", seen)
		}
	}
	if code := c.code(t); code != exitOK {
		t.Errorf("exit %d: %s", code, c.err.String())
	}
}

// While messages keep coming the board is drawn at most every 200 ms, and the last
// state is drawn.
func TestLiveRedraws(t *testing.T) {
	t.Parallel()
	begun := time.Now()
	c := startLive("--clock", "messages", "--as-of", "2026-07-10T12:00:00+07:00")
	const messages = 60
	for n := range messages {
		// Each dossier belongs to another unit, so that every message changes the board.
		text := strings.Replace(openDossier(n), "H44.60", fmt.Sprintf("H44.60.%02d", n+1), 1)
		if _, err := io.WriteString(c.in, text); err != nil {
			t.Fatal(err)
		}
		time.Sleep(10 * time.Millisecond)
	}
	if code := c.code(t); code != exitOK {
		t.Errorf("exit %d: %s", code, c.err.String())
	}
	boards, last := map[int]bool{}, 0
	for _, d := range c.out.drawings(t) {
		boards[d.Messages] = true
		last = d.Messages
	}
	if most := int(time.Since(begun)/redrawPause) + 2; len(boards) > most || len(boards) < 2 || last != messages {
		t.Errorf("%d boards, at most %d; the last of %d messages", len(boards), most, last)
	}
}
