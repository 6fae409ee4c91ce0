package dossier

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// Format is the version of the form in which histories are written. A greater number
// is of a newer version of this package.
const Format = 1

// History is the JSON form of a dossier: nothing but what happened.
type History struct {
	Format  int64   `json:"format,omitempty"` // version of the form it is written in; absent: 1
	Dossier string  `json:"dossier"`          // code of the dossier
	Events  []Event `json:"events"`           // in order
}

// Line is one event in JSON Lines, which hold many histories: the events of one dossier
// stand in order, those of several may be mixed.
type Line struct {
	Format  int64  `json:"format,omitempty"` // version of the form it is written in; absent: 1
	Dossier string `json:"dossier"`          // code of the dossier
	Event
}

// String says the dossier and the event, and no person.
func (l Line) String() string { return l.Dossier + " " + l.Event.String() }

// GoString is String.
func (l Line) GoString() string { return l.String() }

// String says the dossier and how much happened, and no person.
func (h History) String() string { return h.Dossier + ": " + itoa(len(h.Events)) + " events" }

// GoString is String.
func (h History) GoString() string { return h.String() }

// LogValue is String.
func (h History) LogValue() slog.Value { return slog.StringValue(h.String()) }

// MarshalJSON writes the history.
func (d *Dossier) MarshalJSON() ([]byte, error) { return plainJSON(d.History()) }

// History is the dossier as it is written; it shares its events.
func (d *Dossier) History() History {
	h := History{Events: d.Events}
	if d.Filing != nil {
		h.Dossier = d.Filing.Code
	}
	if h.Events == nil {
		h.Events = []Event{}
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

// ParseDossier reads a dossier as a document of its history: all that is wrong with its
// form, with every event and with their order under the rows of the life, at once and
// sorted. The dossier is what the events make, except for those that may not follow what
// stands before them. Deadlines are not looked at; [Setting.ParseDossier] does.
func ParseDossier(data []byte) (*Dossier, motcua.Faults) { return new(Setting).ParseDossier(data) }

// ParseDossier is the function of that name, and holds deadlines too as [Replay] does.
func (s *Setting) ParseDossier(data []byte) (*Dossier, motcua.Faults) {
	var d *Dossier
	_, faults := strict.Read(data, func(h *History) (faults motcua.Faults) {
		d, faults = h.replay(s)
		return faults
	})
	if d == nil {
		d = new(Dossier)
	}
	return d, unquoted(faults)
}

func (h *History) replay(s *Setting) (*Dossier, motcua.Faults) {
	var faults motcua.Faults
	checkFormat(&faults, h.Format)
	for i := range h.Events {
		faults = append(faults, h.Events[i].Check().At(motcua.Pointer("events", itoa(i)))...)
	}
	d, unlawful := Replay(h.Events, s)
	faults = append(faults, unlawful.At("/events")...)
	checkCode(&faults, h.Dossier, d.Filing)
	return d, faults
}

// checkCode holds the code that events are written under to the one that was filed.
func checkCode(faults *motcua.Faults, code string, filed *Filing) {
	switch {
	case code == "":
		fault(faults, codeUnset, "/dossier", "thiếu mã hồ sơ", "the code of the dossier is missing")
	case filed != nil && filed.Code != code:
		fault(faults, codePlainly, "/dossier", "khác mã hồ sơ đã nộp", "another code than the one filed")
	}
}

func checkFormat(faults *motcua.Faults, format int64) {
	if format < 0 || format > Format {
		fault(faults, codeNewer, "/format", "phiên bản %d, mới hơn phần mềm này", "of format %d, newer than this program", format)
	}
}

// ParseEvent reads one event: all that is wrong with it by itself.
func ParseEvent(data []byte) (Event, motcua.Faults) {
	e, faults := strict.Read(data, (*Event).Check)
	return e, unquoted(faults)
}

// ParseCommand reads one command: all that is wrong with it by itself.
func ParseCommand(data []byte) (Command, motcua.Faults) {
	c, faults := strict.Read(data, (*Command).Check)
	return c, unquoted(faults)
}

// ParseLine reads one line of events.
func ParseLine(data []byte) (Line, motcua.Faults) {
	l, faults := strict.Read(data, func(l *Line) motcua.Faults {
		faults := l.Event.Check()
		checkFormat(&faults, l.Format)
		checkCode(&faults, l.Dossier, l.Filing)
		return faults
	})
	return l, unquoted(faults)
}

// unquoted takes away causes that quote the input, which may name a person.
func unquoted(faults motcua.Faults) motcua.Faults {
	for _, f := range faults {
		if !strings.HasPrefix(f.Code, "DOC-SYNTAX-") {
			f.Cause = nil
		}
	}
	return faults
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
func AppendLine(dst []byte, dossier string, e *Event) ([]byte, error) {
	text, err := plainJSON(Line{Dossier: dossier, Event: *e})
	if err != nil {
		return dst, err
	}
	return append(append(dst, text...), '\n'), nil
}
