package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// A link stays a link, and what it points to is replaced, though it be not there yet.
func TestReplaceFileThroughLinks(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, err := range []error{
		os.Mkdir(at("far"), 0o755), os.WriteFile(at("far/there"), []byte("old"), 0o600),
		os.Symlink("far/there", at("one")), os.Symlink("one", at("two")), os.Symlink(at("far/new"), at("dangling")),
		os.Symlink("round", at("round")),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ name, file string }{{"two", "far/there"}, {"dangling", "far/new"}, {"plain", "plain"}} {
		if err := replaceFile(at(c.name), []byte(c.name)); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if data, err := os.ReadFile(at(c.file)); err != nil || string(data) != c.name {
			t.Errorf("%s holds %q, %v", c.file, data, err)
		}
		if info, err := os.Lstat(at(c.name)); err != nil || (info.Mode()&os.ModeSymlink != 0) != (c.name != c.file) {
			t.Errorf("%s is another kind of file now: %v, %v", c.name, info.Mode(), err)
		}
	}
	if info, err := os.Stat(at("far/there")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("a file that was replaced has other rights: %v, %v", info.Mode(), err)
	}
	if err := replaceFile(at("round"), nil); err == nil {
		t.Error("a circle of links was written to")
	}
	if left, err := filepath.Glob(at("*.*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %q, %v", left, err)
	}
}

// What is no regular file is written to, not replaced.
func TestReplaceFileWritesToPipes(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	name := fmt.Sprintf("/dev/fd/%d", w.Fd())
	if _, err := os.Stat(name); err != nil {
		t.Skip("no names of open files here")
	}
	if err := replaceFile(name, []byte("tally")); err != nil {
		t.Fatal(err)
	}
	w.Close()
	if data, err := io.ReadAll(r); err != nil || string(data) != "tally" {
		t.Errorf("the pipe brought %q, %v", data, err)
	}
	if err := replaceFile(t.TempDir(), nil); err == nil {
		t.Error("a directory was written to")
	}
}
