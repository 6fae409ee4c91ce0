package store

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"
)

// The tests that kill run this program again as the process that is killed: what it is to
// do stands in its environment, what it has done it prints, a line after each step that
// is on the disk.
const (
	workName = "STORE_TEST_WORK" // a key of works
	pathName = "STORE_TEST_PATH" // of the file
	unitName = "STORE_TEST_UNIT" // where the process works
)

// works are what a process can do until it is killed.
var works = map[string]func(path, unit string, in io.Reader, tell func(string)) error{
	"append":          appendUntilKilled,
	"pay":             payUntilKilled,
	"pay from memory": payFromMemory,
}

func TestMain(m *testing.M) {
	work, is := works[os.Getenv(workName)]
	if !is {
		os.Exit(m.Run())
	}
	var mu sync.Mutex
	tell := func(line string) {
		mu.Lock()
		defer mu.Unlock()
		fmt.Println(line) // one write: the reader has the line or has not
	}
	tell(born)
	if err := work(os.Getenv(pathName), os.Getenv(unitName), os.Stdin, tell); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	os.Exit(1) // it should have been killed
}

// The lines that say how far a process is.
const (
	born  = "born"  // it runs
	ready = "ready" // it has opened the file and recovered
)

// victim is a process to be killed.
type victim struct {
	work, path, unit string
	when             string                  // the line from which, once it is heard, the time runs
	after            time.Duration           // how long after that it is killed
	hear             func(string, io.Writer) // told each line, and may answer; not at once with itself
}

// die runs the process, kills it, and returns when all that it said has been heard.
func (v victim) die(t testing.TB) {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), workName+"="+v.work, pathName+"="+v.path, unitName+"="+v.unit)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		v.hear(lines.Text(), in)
		if lines.Text() == v.when {
			time.AfterFunc(v.after, func() { cmd.Process.Kill() })
		}
	}
	cmd.Wait()
	if cmd.ProcessState.ExitCode() != -1 { // not by a signal
		t.Fatalf("it was not killed: %v\n%s", cmd.ProcessState, complaint.String())
	}
}

// sound fails where the tree in the file is not one.
func sound(t testing.TB, log *Log) {
	t.Helper()
	err := log.db.View(func(tx *bolt.Tx) error {
		var all []error
		for err := range tx.Check() {
			all = append(all, err)
		}
		return errors.Join(all...)
	})
	if err != nil {
		t.Fatal(err)
	}
}
