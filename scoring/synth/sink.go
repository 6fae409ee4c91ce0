package synth

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// Sink is where files go.
type Sink interface {
	// Create begins a file of that name, in place of one that is there.
	Create(name string) (io.WriteCloser, error)
}

// Directory is a sink of files in a directory, which must be there.
type Directory string

// Create creates a file in the directory.
func (d Directory) Create(name string) (io.WriteCloser, error) {
	return os.Create(filepath.Join(string(d), name))
}

// Memory is a sink that keeps files by name. A file is there when it is closed.
type Memory map[string][]byte

// Create begins a file in memory.
func (m Memory) Create(name string) (io.WriteCloser, error) {
	return &memoryFile{files: m, name: name}, nil
}

type memoryFile struct {
	bytes.Buffer
	files Memory
	name  string
}

// Close puts the file among the others.
func (f *memoryFile) Close() error {
	f.files[f.name] = f.Bytes()
	return nil
}

// file is a file being written: lines, perhaps compressed. Errors are kept until it
// is closed.
type file struct {
	name   string
	lines  int
	under  io.WriteCloser
	packed *gzip.Writer
	*bufio.Writer
}

const gzipEnd = ".gz"

// fewLines are compressed as well as can be, more of them for speed.
const fewLines = 10_000

// create begins a file of some lines; one whose name ends in ".gz" is compressed.
func create(sink Sink, name string, lines int) (*file, error) {
	under, err := sink.Create(name)
	if err != nil {
		return nil, err
	}
	f := &file{name: name, under: under}
	to := io.Writer(under)
	if strings.HasSuffix(name, gzipEnd) {
		level := gzip.BestSpeed
		if lines <= fewLines {
			level = gzip.BestCompression
		}
		f.packed, err = gzip.NewWriterLevel(under, level)
		to = f.packed
	}
	f.Writer = bufio.NewWriterSize(to, 256<<10)
	return f, err
}

// line writes a line and counts it.
func (f *file) line(b []byte) error {
	f.lines++
	if _, err := f.Write(b); err != nil {
		return err
	}
	return f.WriteByte('\n')
}

// close ends the file and returns the first error of it.
func (f *file) close(err error) error {
	first := func(next error) {
		if err == nil {
			err = next
		}
	}
	if err == nil {
		first(f.Flush())
	}
	if f.packed != nil && err == nil {
		first(f.packed.Close())
	}
	first(f.under.Close())
	return err
}
