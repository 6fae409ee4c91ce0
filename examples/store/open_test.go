package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"
)

// TestReopen: what was appended is there when the file is opened again, and its owner
// alone may read it.
func TestReopen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "house.db")
	var want []string
	for i := range 4 {
		log, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, fmt.Sprint("a", i), fmt.Sprint("b", i))
		if _, err := log.Append(t.Context(), "s", int64(2*i), noted(want[2*i]), noted(want[2*i+1])); err != nil {
			t.Fatal(err)
		}
		if log.db.NoSync || log.db.NoGrowSync {
			t.Error("commits are not flushed")
		}
		if err := errors.Join(log.Close(), log.Close()); err != nil {
			t.Fatal(err)
		}
	}
	if got := ids(t, at(t, path), "s"); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != mode {
		t.Errorf("%v %v", info.Mode(), err)
	}
	if rest, _ := filepath.Glob(path + ".*"); len(rest) > 0 {
		t.Errorf("left beside it: %v", rest)
	}
}

// TestMaking: of some who make a file at once one does; what the others append, each in
// its turn, is in the same file.
func TestMaking(t *testing.T) {
	for range 5 {
		path := filepath.Join(t.TempDir(), "house.db")
		var group sync.WaitGroup
		for i := range 6 {
			group.Go(func() {
				log, err := Open(path)
				for errors.Is(err, ErrLocked) {
					log, err = Open(path)
				}
				if err != nil {
					t.Error(err)
					return
				}
				_, err = log.Append(t.Context(), fmt.Sprint(i), 0, noted("a"))
				if err := errors.Join(err, log.Close()); err != nil {
					t.Error(err)
				}
			})
		}
		group.Wait()
		log := at(t, path)
		for i := range 6 {
			if got := ids(t, log, fmt.Sprint(i)); len(got) != 1 {
				t.Errorf("what %d appended is gone: %v", i, got)
			}
		}
		if rest, _ := filepath.Glob(path + ".*"); len(rest) > 0 {
			t.Errorf("left beside it: %v", rest)
		}
	}
}

// TestKilledWhileMaking: a file is there whole, or not at all.
func TestKilledWhileMaking(t *testing.T) {
	t.Parallel()
	random, made := rand.New(rand.NewPCG(5, 6)), 0
	for range 20 {
		path := filepath.Join(t.TempDir(), "house.db")
		victim{work: "append", path: path, when: born, after: time.Duration(random.IntN(40_000)) * time.Microsecond, hear: func(string, io.Writer) {}}.die(t)
		if _, err := os.Stat(path); err == nil {
			made++
		}
		log := at(t, path)
		sound(t, log)
		log.Close()
	}
	t.Logf("%d of 20 were made", made)
}

// TestLocked: of two who open a file, in one process or in two, the second is told, and
// has it once it is free or its holder is dead.
func TestLocked(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "house.db")
	locked := func() {
		began := time.Now()
		if second, err := Open(path); second != nil || !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), path) {
			t.Errorf("%v, %v", second, err)
		}
		if took := time.Since(began); took < patience/2 || took > 5*patience {
			t.Errorf("it took %v", took)
		}
	}
	victim{work: "append", path: path, when: ready, hear: func(line string, _ io.Writer) {
		if line == ready {
			locked()
		}
	}}.die(t)
	first := at(t, path)
	locked()
	time.AfterFunc(100*time.Millisecond, func() { first.Close() })
	at(t, path)
}

// TestDamaged: a file that is no Log, or not all of one, is not opened.
func TestDamaged(t *testing.T) {
	dir := t.TempDir()
	sound := filepath.Join(dir, "sound")
	log := at(t, sound)
	for i := range int64(200) {
		e := noted("a")
		e.Data = json.RawMessage(`"` + strings.Repeat("x", 1000) + `"`)
		if _, err := log.Append(t.Context(), "s", i, e); err != nil {
			t.Fatal(err)
		}
	}
	log.Close()
	whole, err := os.ReadFile(sound)
	if err != nil {
		t.Fatal(err)
	}
	foreign := filepath.Join(dir, "foreign")
	if db, err := bolt.Open(foreign, mode, nil); err != nil || db.Close() != nil {
		t.Fatal(err)
	}
	other, err := os.ReadFile(foreign)
	if err != nil {
		t.Fatal(err)
	}
	page := os.Getpagesize()
	for why, data := range map[string][]byte{
		"empty": nil, "text": []byte(strings.Repeat("Kính gửi. ", 5000)), "a database of somebody else": other,
		"one page": whole[:page], "no pages but the heads": whole[:2*page], "the end is missing": whole[:len(whole)/4],
		"no heads": append(make([]byte, 2*page), whole[2*page:]...),
	} {
		path := filepath.Join(dir, "damaged")
		if err := os.WriteFile(path, data, mode); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(path); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", why, err)
		}
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, data) {
			t.Errorf("%s: the file was changed, %v", why, err)
		}
	}
	if _, err := Open(filepath.Join(dir, "none", "house.db")); !errors.Is(err, fs.ErrNotExist) || errors.Is(err, ErrDamaged) {
		t.Errorf("no directory: %v", err)
	}
}
