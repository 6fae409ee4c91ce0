package unit

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// ParseRows reads rows as a document of the kind "units" and checks each by itself, all
// faults at once, with pointers; what rows refer to is looked at by [New] and
// [Register.With], for it may be in other rows.
func ParseRows(data []byte) (Rows, motcua.Faults) {
	return strict.Read(data, (*Rows).check)
}

// Line is one row of a file of JSON Lines: exactly one of its members is there.
type Line struct {
	Scheme     *Scheme     `json:"scheme,omitempty"`     // a scheme of codes
	Unit       *Unit       `json:"unit,omitempty"`       // a unit
	Succession *Succession `json:"succession,omitempty"` // a succession
}

func (l *Line) check() motcua.Faults {
	var faults motcua.Faults
	n := 0
	if l.Scheme != nil {
		n++
		checkScheme(&faults, "/scheme", l.Scheme)
	}
	if l.Unit != nil {
		n++
		checkUnit(&faults, "/unit", l.Unit)
	}
	if l.Succession != nil {
		n++
		checkSuccession(&faults, "/succession", l.Succession)
	}
	if n != 1 {
		fault(&faults, codeLine, "", "mỗi dòng phải có đúng một scheme, unit hoặc succession", "a line holds exactly one scheme, unit or succession")
	}
	return faults
}

const (
	maxLine   = 1 << 20 // bytes of a line of JSON
	maxFile   = 64 << 20
	maxFaults = 10_000 // that are listed
)

// ReadLines reads rows in JSON Lines, a [Line] each, and checks each by itself. A line
// with a fault is left out and reported with its number. Empty lines are passed over; a
// line of more than 1 MiB ends the reading. Of many faults the first 10,000 are kept and
// one more says so.
func ReadLines(in io.Reader) (Rows, motcua.Faults) {
	var rows Rows
	var faults motcua.Faults
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	number := 1
	for ; lines.Scan(); number++ {
		data := bytes.TrimSpace(lines.Bytes())
		if len(data) == 0 {
			continue
		}
		if len(faults) >= maxFaults {
			fault(&faults, codeMany, "", "còn nhiều lỗi khác", "there are more faults than these").Line = number
			break
		}
		l, found := readLine(data, number)
		faults = append(faults, found...)
		if found.Err() == nil {
			rows.add(l)
		}
	}
	if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		fault(&faults, codeRead, "", "dòng dài quá %d byte", "a line of more than %d bytes", maxLine).Line = number
	} else if err != nil {
		faults.Add(codeRead, "", motcua.Text{Vi: "không đọc tiếp được", En: "cannot read on"}, err).Line = number
	}
	faults.Sort()
	return rows, faults
}

func readLine(data []byte, number int) (Line, motcua.Faults) {
	l, faults := strict.Read(data, (*Line).check)
	for _, f := range faults {
		f.Line = number // a line is a line
	}
	return l, faults
}

func (r *Rows) add(l Line) {
	switch {
	case l.Scheme != nil:
		r.Schemes = append(r.Schemes, *l.Scheme)
	case l.Unit != nil:
		r.Units = append(r.Units, *l.Unit)
	case l.Succession != nil:
		r.Successions = append(r.Successions, *l.Succession)
	}
}

// Write writes the rows as one document, sorted and indented: the same rows give the
// same bytes. The error is that of w, or of a value that cannot be written, such as an
// unset level.
func (r Rows) Write(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(r.Sorted())
}

// WriteLines writes the rows in JSON Lines, sorted: schemes, units, successions. The
// errors are those of [Rows.Write].
func (r Rows) WriteLines(w io.Writer) error {
	buffer := bufio.NewWriter(w)
	enc := json.NewEncoder(buffer)
	enc.SetEscapeHTML(false)
	s := r.Sorted()
	var lines []Line
	for i := range s.Schemes {
		lines = append(lines, Line{Scheme: &s.Schemes[i]})
	}
	for i := range s.Units {
		lines = append(lines, Line{Unit: &s.Units[i]})
	}
	for i := range s.Successions {
		lines = append(lines, Line{Succession: &s.Successions[i]})
	}
	for _, l := range lines {
		if err := enc.Encode(l); err != nil {
			return err
		}
	}
	return buffer.Flush()
}
