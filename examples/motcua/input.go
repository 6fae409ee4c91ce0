package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

// open opens a file, or standard input for "-". A name that ends in .gz, or
// content that begins like gzip, is unzipped.
func (s *session) open(name string) (io.ReadCloser, error) {
	var source io.ReadCloser
	if name == "-" {
		if s.heard {
			return nil, usagef("- is standard input and can be read only once")
		}
		source, s.heard = io.NopCloser(s.in), true
	} else {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		source = f
	}
	watched := &progress{r: source, name: name, err: s.err, show: isTerminal(s.err), clock: s.clock}
	b := bufio.NewReader(watched)
	magic, _ := b.Peek(2)
	if string(magic) != "\x1f\x8b" && !strings.HasSuffix(name, ".gz") {
		return input{b, watched, source}, nil
	}
	z, err := gzip.NewReader(b)
	if err != nil {
		source.Close()
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return input{z, watched, source}, nil
}

// input reads a file and closes what lies below it.
type input struct {
	io.Reader
	progress *progress
	source   io.Closer
}

func (i input) Close() error {
	i.progress.done()
	return i.source.Close()
}

// read reads a whole file.
func (s *session) read(name string) ([]byte, error) {
	r, err := s.open(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

// progress tells on a terminal how far a long input has been read.
type progress struct {
	r     io.Reader
	name  string
	err   io.Writer
	show  bool
	clock func() time.Time
	bytes int64
	last  time.Time
	shown bool
}

// patience is how long an input is read before anything is said of it.
const patience = 500 * time.Millisecond

func (p *progress) Read(b []byte) (int, error) {
	n, err := p.r.Read(b)
	p.bytes += int64(n)
	if !p.show {
		return n, err
	}
	switch now := p.clock(); {
	case p.last.IsZero():
		p.last = now
	case now.Sub(p.last) >= patience:
		fmt.Fprintf(p.err, "\r%s: %d MB read", p.name, p.bytes>>20)
		p.last, p.shown = now, true
	}
	return n, err
}

// done wipes the line.
func (p *progress) done() {
	if p.shown {
		fmt.Fprint(p.err, "\r\x1b[K")
	}
}

// isTerminal reports whether w is a terminal, so that nothing is drawn into
// pipes and files.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
