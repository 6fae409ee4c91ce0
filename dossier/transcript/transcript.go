package transcript

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strconv"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/internal/strict"
)

// Codes of faults of a document or a line as a whole; they stand in one list with those
// of package dossier.
const (
	codeUnset = "DOS-FIL-03" // without the code of the dossier
	codeOther = "DOS-FIL-06" // under another code than the one filed
	codeNewer = "DOS-HIS-05" // of a newer format
)

// Format is the version of the form in which histories are written. A greater number
// is of a newer version of this package.
const Format = 1

// Document is the JSON form of a dossier: nothing but what happened.
type Document struct {
	Format  int64           `json:"format,omitempty"` // version of the form it is written in; absent: 1
	Dossier string          `json:"dossier"`          // code of the dossier
	Events  []dossier.Event `json:"events"`           // in order
}

// Line is one event in JSON Lines, which hold many histories: the events of one dossier
// stand in order, those of several may be mixed.
type Line struct {
	Format  int64  `json:"format,omitempty"` // version of the form it is written in; absent: 1
	Dossier string `json:"dossier"`          // code of the dossier
	dossier.Event
}

// String says the dossier and the event, and no person.
func (l Line) String() string { return l.Dossier + " " + l.Event.String() }

// GoString is String.
func (l Line) GoString() string { return l.String() }

// String says the dossier and how much happened, and no person.
func (h Document) String() string { return h.Dossier + ": " + strconv.Itoa(len(h.Events)) + " events" }

// GoString is String.
func (h Document) GoString() string { return h.String() }

// LogValue is String.
func (h Document) LogValue() slog.Value { return slog.StringValue(h.String()) }

// Of is the dossier as it is written; it shares its events.
func Of(d *dossier.Dossier) Document {
	h := Document{Dossier: d.Code(), Events: d.Events}
	if h.Events == nil {
		h.Events = []dossier.Event{}
	}
	return h
}

// plainJSON writes JSON on one line with nothing escaped that need not be.
func plainJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// Parse reads a dossier as a document of its history: all that is wrong with its form,
// with every event and with their order under the rows of the life, at once and sorted.
// The dossier is what the events make, except for those that may not follow what stands
// before them. The setting is that of dossier.Replay; with nil deadlines are not looked
// at.
func Parse(data []byte, s *dossier.Setting) (*dossier.Dossier, motcua.Faults) {
	if s == nil {
		s = new(dossier.Setting)
	}
	var d *dossier.Dossier
	_, faults := strict.Read(data, func(h *Document) (faults motcua.Faults) {
		d, faults = h.replay(s)
		return faults
	})
	if d == nil {
		d = new(dossier.Dossier)
	}
	return d, strict.Unquoted(faults)
}

func (h *Document) replay(s *dossier.Setting) (*dossier.Dossier, motcua.Faults) {
	var faults motcua.Faults
	checkFormat(&faults, h.Format)
	for i := range h.Events {
		faults = append(faults, h.Events[i].Check().At(motcua.Pointer("events", strconv.Itoa(i)))...)
	}
	d, unlawful := dossier.Replay(h.Events, s)
	faults = append(faults, unlawful.At("/events")...)
	checkCode(&faults, h.Dossier, d.Filing)
	return d, faults
}

// checkCode holds the code that events are written under to the one that was filed.
func checkCode(faults *motcua.Faults, code string, filed *dossier.Filing) {
	switch {
	case code == "":
		faults.Add(codeUnset, "/dossier", motcua.Text{Vi: "thiếu mã hồ sơ", En: "the code of the dossier is missing"}, nil)
	case filed != nil && !filed.Is(code):
		faults.Add(codeOther, "/dossier", motcua.Text{Vi: "khác mã hồ sơ đã nộp", En: "another code than the one filed"}, nil)
	}
}

func checkFormat(faults *motcua.Faults, format int64) {
	if format < 0 || format > Format {
		faults.Add(codeNewer, "/format", motcua.Text{
			Vi: fmt.Sprintf("phiên bản %d, mới hơn phần mềm này", format), En: fmt.Sprintf("of format %d, newer than this program", format),
		}, nil)
	}
}

// ParseEvent reads one event: all that is wrong with it by itself.
func ParseEvent(data []byte) (dossier.Event, motcua.Faults) {
	e, faults := strict.Read(data, (*dossier.Event).Check)
	return e, strict.Unquoted(faults)
}

// ParseCommand reads one command: all that is wrong with it by itself.
func ParseCommand(data []byte) (dossier.Command, motcua.Faults) {
	c, faults := strict.Read(data, (*dossier.Command).Check)
	return c, strict.Unquoted(faults)
}

// ParseLine reads one line of events.
func ParseLine(data []byte) (Line, motcua.Faults) {
	l, faults := strict.Read(data, func(l *Line) motcua.Faults {
		faults := l.Event.Check()
		checkFormat(&faults, l.Format)
		checkCode(&faults, l.Dossier, l.Filing)
		return faults
	})
	return l, strict.Unquoted(faults)
}

// MaxLine is the longest line of events, in bytes: 16 MiB.
const MaxLine = 16 << 20

// ReadLines reads events in JSON Lines and gives each to the function with the number of
// its line and what is wrong with it; the function may keep both. A line that is no
// event at all is given too, with its faults, so that nothing is lost from sight. Empty
// lines are passed over. The error is that of reading, of a line that is too long, or of
// the function.
func ReadLines(r io.Reader, each func(number int, l *Line, faults motcua.Faults) error) error {
	in := bufio.NewReaderSize(r, 1<<16)
	for number := 1; ; number++ {
		text, err := line(in)
		if trimmed := bytes.TrimSpace(text); len(trimmed) > 0 {
			l, faults := ParseLine(trimmed)
			for _, f := range faults {
				f.Line = number
			}
			if err := each(number, &l, faults); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", number, err)
		}
	}
}

// errLong is the error of a line that is too long.
var errLong = errors.New("a line of more than 16 MiB")

func line(in *bufio.Reader) ([]byte, error) {
	var text []byte
	for {
		part, err := in.ReadSlice('\n')
		if len(text)+len(part) > MaxLine {
			return nil, errLong
		}
		text = append(text, part...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return text, err
		}
	}
}

// AppendLine appends an event as a line of JSON Lines, its end included.
func AppendLine(dst []byte, dossier string, e *dossier.Event) ([]byte, error) {
	text, err := plainJSON(Line{Dossier: dossier, Event: *e})
	if err != nil {
		return dst, err
	}
	return append(append(dst, text...), '\n'), nil
}
