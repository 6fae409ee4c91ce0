package catalog

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/motcua/motcua"
)

// chunk is some whole lines of the input.
type chunk struct {
	text  []byte
	first int // number of the first line

	parsed []parsedLine
	faults motcua.Faults
	done   chan struct{} // closed when the lines are read
}

// parsedLine is a line without faults.
type parsedLine struct {
	line      int
	procedure *Procedure
}

// read reads the lines.
func (c *chunk) read(options *Options) {
	defer close(c.done)
	number := c.first
	for line := range bytes.Lines(c.text) {
		whole := line[len(line)-1] == '\n'
		line = bytes.Trim(line, blanks)
		switch {
		case len(line) > MaxLine:
			c.faults = append(c.faults, longLine(number))
		case len(line) > 0:
			c.parse(line, number, options, !whole)
		}
		number++
	}
}

func (c *chunk) parse(line []byte, number int, options *Options, open bool) {
	p := new(Procedure)
	var faults motcua.Faults
	if *p, faults = ParseProcedure(line, options); faults.Err() == nil {
		c.parsed = append(c.parsed, parsedLine{number, p})
	} else if open && cutOff(line) {
		faults = nil
		f := complain(&faults, fileCut, "", "tệp bị cắt giữa dòng cuối", "the file is cut off within its last line")
		f.Cause = io.ErrUnexpectedEOF
	}
	for _, f := range faults {
		f.Line = number
	}
	c.faults = append(c.faults, faults...)
}

// cutOff reports whether a line is the beginning of a JSON value.
func cutOff(line []byte) bool {
	line = bytes.ToValidUTF8(line, nil) // a character may be cut too
	var syntax *json.SyntaxError
	err := json.Unmarshal(line, new(json.RawMessage))
	return errors.As(err, &syntax) && strings.Contains(syntax.Error(), "unexpected end")
}

func longLine(number int) *motcua.Fault {
	var faults motcua.Faults
	f := complain(&faults, fileLong, "", fmt.Sprintf("dòng dài hơn %d byte", MaxLine), fmt.Sprintf("a line of more than %d bytes", MaxLine))
	f.Line = number
	return f
}

// lineSource cuts an input into chunks.
type lineSource struct {
	in     io.Reader
	number int           // of the next line
	carry  []byte        // the beginning of a line whose end is to come
	faults motcua.Faults // lines too long
	free   [][]byte      // buffers of chunks that are done with
}

// chunkSize is about the size of a chunk.
const chunkSize = 256 << 10

// mostIdle is how often a reader may return nothing at once.
const mostIdle = 100

// next returns the next chunk, nil if there is none, and the error of the input, with
// or without a last chunk; io.EOF at its end.
func (s *lineSource) next() (*chunk, error) {
	text := append(s.buffer(), s.carry...)
	s.carry = s.carry[:0]
	for searched, idle := 0, 0; idle < mostIdle; {
		if end := searched + bytes.LastIndexByte(text[searched:], '\n') + 1; end > searched {
			s.carry = append(s.carry, text[end:]...)
			return s.chunk(text[:end]), nil
		}
		searched = len(text)
		var err error
		if len(text) > MaxLine {
			text, err = s.skip(text)
			searched = 0
		} else {
			var n int
			text = roomy(text)
			n, err = s.in.Read(text[len(text):cap(text)])
			text = text[:len(text)+max(n, 0)]
		}
		if err != nil {
			return s.chunk(text), err
		}
		if len(text) == searched {
			idle++
		}
	}
	return nil, io.ErrNoProgress
}

// roomy returns text with room to read into.
func roomy(text []byte) []byte {
	if cap(text)-len(text) < chunkSize/2 {
		return append(make([]byte, 0, 2*cap(text)), text...)
	}
	return text
}

// skip passes over a line that is too long, of which text is the beginning, and
// returns what was read behind it.
func (s *lineSource) skip(text []byte) ([]byte, error) {
	s.faults = append(s.faults, longLine(s.number))
	for idle := 0; idle < mostIdle; {
		n, err := s.in.Read(text[:chunkSize])
		if n <= 0 {
			idle++
		}
		part := text[:max(n, 0)]
		if end := bytes.IndexByte(part, '\n'); end >= 0 {
			s.number++
			return append(s.buffer(), part[end+1:]...), err
		}
		if err != nil {
			return nil, err
		}
	}
	return nil, io.ErrNoProgress
}

func (s *lineSource) chunk(text []byte) *chunk {
	if len(text) == 0 {
		return nil
	}
	c := &chunk{text: text, first: s.number, done: make(chan struct{})}
	s.number += bytes.Count(text, []byte{'\n'})
	return c
}

// buffer returns an empty buffer. Those that grew for a long line are not kept.
func (s *lineSource) buffer() []byte {
	for len(s.free) > 0 {
		last := s.free[len(s.free)-1]
		s.free = s.free[:len(s.free)-1]
		if cap(last) >= chunkSize && cap(last) <= 4*chunkSize {
			return last[:0]
		}
	}
	return make([]byte, 0, chunkSize)
}
