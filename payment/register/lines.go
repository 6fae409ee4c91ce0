package register

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// MaxLine is the longest line of events, in bytes: 16 MiB.
const MaxLine = 16 << 20

// ReadLines reads events in JSON Lines and gives each to the function with the number of
// its line and what is wrong with it; the function may keep both. A line that is no
// event at all is given too, with its faults, so that nothing is lost from sight. Empty
// lines are passed over. The error is that of reading, of a line that is too long, or of
// the function.
func ReadLines(r io.Reader, each func(number int, l *EventLine, faults motcua.Faults) error) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 1<<16), MaxLine)
	for number := 1; lines.Scan(); number++ {
		text := bytes.TrimSpace(lines.Bytes())
		if len(text) == 0 {
			continue
		}
		l, faults := ParseEvent(text)
		for _, f := range faults {
			f.Line = number
		}
		if err := each(number, &l, faults); err != nil {
			return err
		}
	}
	err := lines.Err()
	if errors.Is(err, bufio.ErrTooLong) {
		err = fmt.Errorf("a line of more than 16 MiB: %w", err)
	}
	return err
}

// AppendLine appends an event as a line of JSON Lines, its end included. It is an error if
// a value of the event is none of its kind; dst is then as it was.
func AppendLine(dst []byte, order string, e *payment.Event) ([]byte, error) {
	var b bytes.Buffer
	text := json.NewEncoder(&b)
	text.SetEscapeHTML(false)
	if err := text.Encode(EventLine{order, *e}); err != nil {
		return dst, err
	}
	return append(dst, b.Bytes()...), nil
}
