package npsp

import (
	"io"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/motcua/motcua"
)

// Stream reads messages from JSON Lines, one object on each line, which r gives
// without compression. It gives batches to each in the order of the input, on the
// caller's goroutine, and returns what the input was like. An error of each ends
// the reading and is returned; so is, after every whole line before it, an error of
// r. It reads ahead of each by some chunks of half a megabyte, and returns when a
// Read of r that is under way does.
//
// A line with an error gives no message, and its faults name its unit where that can
// be read; a message with warnings is given like any other. [Batch.Faults] holds the first Options.MaxFaults errors and of every
// code the first 20 warnings; Quality counts all. Empty lines are passed over, line
// ends may be CRLF, a byte order mark at the beginning is flagged. An input of which
// the first hundred lines or more give no message is said to be of another kind, and
// read on.
func Stream(r io.Reader, o *Options, each func(*Batch) error) (Quality, error) {
	s := &stream{Options: o.filled(), each: each, quality: newQuality(), stop: make(chan struct{})}
	n := s.Workers + 2
	s.free, s.work, s.order = make(chan *chunk, n), make(chan *chunk, n), make(chan *chunk, n)
	for range n {
		s.free <- &chunk{ready: make(chan struct{}, 1), quality: newQuality()}
	}
	s.running.Add(1 + s.Workers)
	go s.cut(&cutter{r: r, longest: s.MaxLine, prompt: s.Prompt, line: 1})
	for range s.Workers {
		go s.read(&worker{stream: s})
	}
	defer s.running.Wait()
	defer close(s.stop)
	err := s.deliver()
	return s.quality, err
}

// stream is a reading under way: one goroutine cuts the input into chunks, others
// read their lines, and the caller's takes the chunks in their order.
type stream struct {
	Options
	each    func(*Batch) error
	quality Quality
	said    bool // that the input is of another kind

	free, work, order chan *chunk
	stop              chan struct{} // closed when no more is wanted
	running           sync.WaitGroup
	end               error // of the input; set when order is closed

	given [len(budgets{})]atomic.Int64 // faults given away with their place
}

func (s *stream) cut(k *cutter) {
	defer s.running.Done()
	defer close(s.order)
	defer close(s.work)
	for {
		select {
		case <-s.stop:
			return
		case c := <-s.free:
			err := k.next(c)
			if c.lines > 0 || c.mark {
				s.order <- c
				s.work <- c
			}
			if err != nil {
				s.end = err
				return
			}
		}
	}
}

func (s *stream) read(w *worker) {
	defer s.running.Done()
	for c := range s.work {
		select {
		case <-s.stop:
		default:
			w.chunk(c)
		}
		c.ready <- struct{}{}
	}
}

// deliver gives chunks away in their order.
func (s *stream) deliver() error {
	for c := range s.order {
		<-c.ready
		if err := s.give(c); err != nil {
			return err
		}
		s.free <- c
	}
	if s.end != io.EOF {
		return s.end
	}
	if s.quality.Total.Refused > 1 {
		return s.foreign(new(Batch), 0)
	}
	return nil
}

// give gives one chunk away.
func (s *stream) give(c *chunk) error {
	s.quality.Add(c.quality)
	c.batch.Faults = s.within(c.batch.Faults)
	if s.quality.Total.Refused >= 100 {
		if err := s.foreign(&c.batch, c.first); err != nil {
			return err
		}
	}
	if len(c.batch.Briefs) > 0 || len(c.batch.Faults) > 0 {
		if err := s.each(&c.batch); err != nil {
			return err
		}
	}
	return c.err
}

// foreign says that the input is of another kind, once, where it gave no message.
// A batch that is not part of a chunk is given away.
func (s *stream) foreign(b *Batch, line int) error {
	if s.said || s.quality.Total.Messages > 0 {
		return nil
	}
	s.said = true
	s.quality.Codes[codeAllWrong]++
	b.Faults.Add(codeAllWrong, "", motcua.Text{
		Vi: "chưa dòng nào là hồ sơ hay tiến trình; có lẽ đây là tệp loại khác",
		En: "no line so far is a dossier or a step of progress; this may be a file of another kind",
	}, nil).Line = max(line, 1)
	if line > 0 {
		return nil
	}
	return s.each(b)
}

// within keeps the faults that still may be given away.
func (s *stream) within(faults motcua.Faults) motcua.Faults {
	kept := faults[:0]
	for _, f := range faults {
		if kind, most := s.budget(f); s.given[kind].Load() < most {
			s.given[kind].Add(1)
			kept = append(kept, f)
		}
	}
	clear(faults[len(kept):])
	return kept
}

// flagsShown is how many warnings of a code are given away with their place.
const flagsShown = 20

// budgets count faults: the warnings of each code, and last the errors.
type budgets [flagKinds + 1]int32

// budget returns the budget to which a fault belongs, and its limit.
func (s *stream) budget(f *motcua.Fault) (kind int, most int64) {
	if f.Severity == motcua.SeverityWarning {
		if i := slices.Index(flagCodes[:], f.Code); i >= 0 {
			return i, flagsShown
		}
	}
	return int(flagKinds), int64(s.MaxFaults)
}
