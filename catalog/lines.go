package catalog

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"

	"github.com/motcua/motcua"
)

// MaxLine is the longest line of a catalogue, in bytes: 16 MiB.
const MaxLine = 16 << 20

// ReadLines reads procedures in JSON Lines, each line as [ParseProcedure] does, and
// gives them in their order to the function, with the number of the line; the function
// may keep them. A line with a fault is left out and reported with its number, and
// the rest goes on; a line longer than [MaxLine] is a fault too and is never held. Of
// many faults the first 10,000 are kept, and one that counts the others. Empty lines
// are passed over. A first line that is no procedure at all, but a table, a web page,
// a packed file or the lines of something else, is one fault that says so, and nothing
// is read after it.
//
// Lines are read on all processors, some megabytes ahead of the function, so a line
// may wait for those behind it. The error is that of reading or of the function.
func ReadLines(r io.Reader, options *Options, each func(line int, p *Procedure) error) (motcua.Faults, error) {
	l := &lineReader{source: lineSource{in: r, number: 1}, options: options, each: each}
	err := l.run()
	if l.more > 0 {
		complain(&l.faults, fileMany, "", fmt.Sprintf("còn %d lỗi khác", l.more), fmt.Sprintf("%d more faults", l.more)).Line = l.last
	}
	l.faults.Sort()
	return l.faults, err
}

// mostFaults bounds the memory that faults take.
const mostFaults = 10000

// lineReader keeps a few chunks of lines in work and delivers them in order.
type lineReader struct {
	source  lineSource
	options *Options
	each    func(line int, p *Procedure) error

	queue  []*chunk
	faults motcua.Faults
	more   int // faults beyond those kept
	last   int // line of the last of them
}

// run reads to the end. It reads in the caller's goroutine, so that nothing reads on
// once it has returned.
func (l *lineReader) run() error {
	defer l.drain()
	ahead := runtime.GOMAXPROCS(0) + 1
	for first := true; ; {
		c, err := l.source.next()
		for _, f := range l.source.faults {
			l.report(f)
		}
		l.source.faults = nil
		if c != nil && first {
			var other bool
			if other, first = l.begin(c); other {
				return nil
			}
		}
		if c != nil {
			l.queue = append(l.queue, c)
			go c.read(l.options)
		}
		for len(l.queue) > 0 && (err != nil || len(l.queue) >= ahead) {
			if err := l.deliver(); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			f := complain(&l.faults, fileRead, "", "không đọc tiếp được", "cannot read on")
			f.Line, f.Cause = l.source.number, err
			return err
		}
	}
}

// drain waits for the chunks nobody wants any more.
func (l *lineReader) drain() {
	for _, c := range l.queue {
		<-c.done
	}
}

// deliver waits for the oldest chunk and gives its procedures to the function.
func (l *lineReader) deliver() error {
	c := l.queue[0]
	<-c.done
	l.queue = l.queue[1:]
	l.source.free = append(l.source.free, c.text)
	for _, f := range c.faults {
		l.report(f)
	}
	for _, p := range c.parsed {
		if err := l.each(p.line, p.procedure); err != nil {
			return err
		}
	}
	return nil
}

func (l *lineReader) report(f *motcua.Fault) {
	if len(l.faults) >= mostFaults {
		l.more, l.last = l.more+1, f.Line
		return
	}
	l.faults = append(l.faults, f)
}

// begin looks at the first line that is not empty: a mark of byte order before it is
// reported and taken off, a line of another kind ends the reading. It wants to see the
// next chunk too if all lines of this one are empty.
func (l *lineReader) begin(c *chunk) (other, again bool) {
	if c.first == 1 && bytes.HasPrefix(c.text, mark) {
		c.text = c.text[len(mark):]
		marked(&l.faults)
	}
	number := c.first
	for line := range bytes.Lines(c.text) {
		if line = bytes.Trim(line, blanks); len(line) > 0 {
			hint, other := otherKind(line)
			if other {
				l.faults.Add(fileKind, "", hint, nil).Line = number
			}
			return other, false
		}
		number++
	}
	return false, true
}

var mark = []byte("\uFEFF")

// marked warns of a mark of byte order that was taken off.
func marked(faults *motcua.Faults) {
	faults.Warn(fileMark, "", motcua.Text{
		Vi: "bỏ qua dấu thứ tự byte (BOM) ở đầu tệp", En: "passed over the byte order mark (BOM) at the start of the file",
	}, nil).Line = 1
}

const blanks = " \t\r\n"
