package reconcile

import (
	"bufio"
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

//go:embed schema
var schemas embed.FS

// Documents returns the kinds of JSON document this package reads.
func Documents() []motcua.Document {
	return strict.Documents(schemas,
		strict.Kind{Name: "statementLine", Check: func(data []byte) motcua.Faults { _, faults := ParseLine(data); return faults }},
		strict.Kind{Name: "statementColumns", Check: func(data []byte) motcua.Faults { _, faults := ParseColumns(data); return faults }},
		strict.Kind{Name: "reconcileRules", Check: func(data []byte) motcua.Faults { _, faults := ParseRules(data); return faults }},
	)
}

// MaxLine is the longest line of a statement or a journal, in bytes: 1 MiB.
const MaxLine = 1 << 20

// ParseLine reads a line of a statement as a JSON document: all that is wrong with its
// form, and what [Line.Check] finds, at once and sorted. No fault quotes a value.
func ParseLine(data []byte) (Line, motcua.Faults) {
	l, faults := strict.Read(data, (*Line).Check)
	return l, strict.Unquoted(faults)
}

// ParseRules reads rules as a JSON document: all that is wrong with its form, and what
// [Rules.Check] finds, at once and sorted.
func ParseRules(data []byte) (Rules, motcua.Faults) { return strict.Read(data, (*Rules).Check) }

// ReadLines reads a statement in JSON Lines and gives each line to the function, with
// what is wrong with it; a line with faults is given too. Empty lines are passed over.
// The error is that of reading, of a line that is too long, or of the function.
func ReadLines(r io.Reader, each func(l *Line, faults motcua.Faults) error) error {
	return scan(r, func(number int, text []byte) error {
		l, faults := ParseLine(text)
		if l.Row == 0 {
			l.Row = int64(number)
		}
		return each(&l, numbered(faults, number))
	})
}

// ReadJournal reads entries of the journal in JSON Lines, as [ReadLines] reads lines.
func ReadJournal(r io.Reader, each func(e *payment.Entry, faults motcua.Faults) error) error {
	return scan(r, func(number int, text []byte) error {
		e, faults := register.ParseEntry(text)
		return each(&e, numbered(faults, number))
	})
}

func numbered(faults motcua.Faults, line int) motcua.Faults {
	for _, f := range faults {
		f.Line = line
	}
	return faults
}

func scan(r io.Reader, each func(number int, text []byte) error) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 1<<16), MaxLine)
	number := 0
	for lines.Scan() {
		number++
		text := lines.Bytes()
		if number == 1 {
			text = bytes.TrimPrefix(text, []byte("\ufeff")) // as Windows begins a file, of CSV too
		}
		if text = bytes.TrimSpace(text); len(text) > 0 {
			if err := each(number, text); err != nil {
				return err
			}
		}
	}
	if err := lines.Err(); err != nil {
		if errors.Is(err, bufio.ErrTooLong) {
			err = fmt.Errorf("longer than %d bytes: %w", MaxLine, err)
		}
		return fmt.Errorf("line %d: %w", number+1, err)
	}
	return nil
}
