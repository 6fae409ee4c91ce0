package catalog

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"reflect"

	"github.com/motcua/motcua"
)

// WriteError says which procedure cannot be written as JSON, and where: an enum that
// is unset or unknown, a code or a date that is none, a text that is not valid UTF-8.
type WriteError struct {
	Code    motcua.ProcedureCode // of the procedure
	Pointer string               // place in it, RFC 6901
	Err     error                // what is wrong there
}

// Error names the code and the place.
func (e *WriteError) Error() string {
	return fmt.Sprintf("procedure %s cannot be written: %s: %v", e.Code, e.Pointer, e.Err)
}

// Unwrap returns the reason.
func (e *WriteError) Unwrap() error { return e.Err }

// AppendJSON appends the canonical JSON of a procedure: one line, without a line end;
// members in the order of the fields of the type, no white space, nothing escaped
// that need not be. Equal procedures are written in equal bytes, and what was read from
// canonical JSON is written as it stood. What cannot be
// written, which [ParseProcedure] never returns, is a *WriteError and leaves dst as
// it is.
func AppendJSON(dst []byte, p *Procedure) ([]byte, error) {
	w := writer{out: dst}
	if err := w.value(procedurePlan(), reflect.ValueOf(p).Elem()); err != nil {
		return dst, &WriteError{p.Code, w.pointer(), err}
	}
	return w.out, nil
}

// WriteLines writes procedures as JSON Lines, each in its canonical JSON, in the
// order in which they come. The error is a *WriteError or that of the writer.
func WriteLines(w io.Writer, procedures iter.Seq[*Procedure]) error {
	buffered := bufio.NewWriterSize(w, 64<<10)
	var line []byte
	for p := range procedures {
		var err error
		if line, err = AppendJSON(line[:0], p); err != nil {
			return err
		}
		if _, err := buffered.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return buffered.Flush()
}
