package npsp

import (
	"bytes"
	"io"

	"github.com/motcua/motcua"
)

// chunk is a run of whole lines with what was read from them.
type chunk struct {
	data  []byte // each line with its break
	first int    // number of the first line
	lines int
	mark  bool // a byte order mark stood before the first line
	long  bool // a line longer than may be, which is not in data
	cut   bool // a line that the end of the input cut, which is not in data

	size    int64 // bytes of the input
	batch   Batch
	own     []byte // texts of batch that had escapes
	quality Quality
	kept    budgets // faults in batch
	err     error   // the error that ends a strict reading
	ready   chan struct{}
}

const chunkSize = 512 << 10

// cutter cuts an input into chunks.
type cutter struct {
	r       io.Reader
	longest int
	prompt  bool // whole lines are not kept back for more to come
	line    int  // number of the next line
	rest    []byte
	begun   bool
	err     error // of r
}

// next fills c. It returns the error of the reader with the last chunk, io.EOF
// too.
func (k *cutter) next(c *chunk) error {
	if cap(c.data) > 4*chunkSize && len(k.rest) < chunkSize {
		c.data = nil // it held a long line
	}
	c.first, c.lines, c.size = k.line, 0, 0
	c.mark, c.long, c.cut = false, false, false
	c.data = append(c.data[:0], k.rest...)
	k.rest = k.rest[:0]
	for from := 0; ; from = len(c.data) {
		k.fill(c, max(chunkSize, min(2*len(c.data), k.longest+1)))
		if !k.begun {
			k.begin(c)
		}
		if last := bytes.LastIndexByte(c.data[from:], '\n'); last >= 0 {
			k.split(c, from+last+1)
			return nil
		}
		switch {
		case len(c.data) > k.longest:
			return k.pass(c)
		case k.err != nil:
			return k.end(c)
		}
	}
}

// fill reads until c holds want bytes or there are no more.
func (k *cutter) fill(c *chunk, want int) {
	if cap(c.data) < want {
		c.data = append(make([]byte, 0, want), c.data...)
	}
	for empty := 0; len(c.data) < want && k.err == nil; {
		n, err := k.r.Read(c.data[len(c.data):want])
		c.data, k.err = c.data[:len(c.data)+n], err
		c.size += int64(n)
		if empty++; n > 0 {
			empty = 0
		}
		if k.prompt && bytes.IndexByte(c.data[len(c.data)-n:], '\n') >= 0 {
			return
		}
		if empty == 100 && k.err == nil {
			k.err = io.ErrNoProgress
		}
	}
}

// begin takes a byte order mark from the beginning of the input.
func (k *cutter) begin(c *chunk) {
	k.begun = true
	if rest, found := bytes.CutPrefix(c.data, []byte("\uFEFF")); found {
		c.mark = true
		c.data = c.data[:copy(c.data, rest)]
	}
}

// split leaves whole lines in c, up to end.
func (k *cutter) split(c *chunk, end int) {
	k.rest = append(k.rest[:0], c.data[end:]...)
	c.data = c.data[:end]
	c.lines = bytes.Count(c.data, []byte("\n"))
	k.line += c.lines
}

// end takes the last line, which has no line break. It is whole where the input
// ended in order.
func (k *cutter) end(c *chunk) error {
	if len(c.data) == 0 {
		return k.err
	}
	c.lines = 1
	k.line++
	if k.err == io.EOF { // an error that wraps it is an error
		c.data = append(c.data, '\n')
	} else {
		c.data, c.cut = c.data[:0], true
	}
	return k.err
}

// pass passes over the rest of a line that is too long.
func (k *cutter) pass(c *chunk) error {
	c.long, c.lines = true, 1
	k.line++
	for {
		c.data = c.data[:0]
		k.fill(c, chunkSize)
		if end := bytes.IndexByte(c.data, '\n'); end >= 0 {
			k.rest = append(k.rest[:0], c.data[end+1:]...)
			break
		}
		if k.err != nil {
			c.data = c.data[:0]
			return k.err
		}
	}
	c.data = c.data[:0]
	return nil
}

// worker reads the lines of chunks.
type worker struct {
	scanner
	*stream
	units map[string]motcua.UnitCode // by what stands before the hyphen in MaHoSo
	named motcua.UnitCode            // the last one of units,
	name  []byte                     // and its name there
}

const mostUnits = 1 << 16 // of worker.units

// unit returns the unit in a dossier code; "" where there is none.
func (w *worker) unit(code []byte) motcua.UnitCode {
	hyphen := bytes.IndexByte(code, '-')
	if hyphen <= 0 || hyphen > 13 {
		return ""
	}
	name := code[:hyphen]
	if bytes.Equal(name, w.name) {
		return w.named
	}
	u, known := w.units[string(name)]
	if !known {
		if len(w.units) >= mostUnits || w.units == nil {
			w.units = map[string]motcua.UnitCode{}
		}
		u, _ = motcua.ParseUnit(string(name))
		w.units[string(name)] = u
	}
	w.named, w.name = u, append(w.name[:0], name...)
	return u
}
