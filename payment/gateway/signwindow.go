package gateway

import (
	"errors"
	"fmt"
	"time"

	"github.com/motcua/motcua"
)

// moment is how the wire writes times: yyyyMMddHHmmss in Vietnam, on a clock of 24 hours.
const moment = "20060102150405"

// Moment writes a time as the wire does (ThoiGianGD), cut to the second below.
func Moment(t time.Time) string { return t.In(motcua.Vietnam()).Format(moment) }

// ParseMoment reads a time of the wire. One that does not exist, as 24 o'clock, is a
// [*motcua.ParseError].
func ParseMoment(s string) (time.Time, error) {
	t, err := time.ParseInLocation(moment, s, motcua.Vietnam())
	if err != nil || len(s) != len(moment) || t.Year() == 0 || t.Format(moment) != s {
		return time.Time{}, &motcua.ParseError{Kind: "moment", Input: s, Err: errMoment}
	}
	return t, nil
}

var errMoment = errors.New("want a time that exists, as yyyyMMddHHmmss")

// Window says how far the time of a message may lie from the clock: a message that was
// caught and is sent again much later is not taken. Within it a message that is sent
// again says nothing new, see [payment.Claim].
type Window struct {
	Before time.Duration // how long ago it may be
	After  time.Duration // how far ahead, for clocks that differ
}

// Check holds the time of a message (ThoiGianGD) to the clock. What lies outside is a
// [*WindowError], what is no time a [*motcua.ParseError].
func (w Window) Check(moment string, now time.Time) error {
	at, err := ParseMoment(moment)
	if err != nil {
		return err
	}
	if at.Before(now.Add(-w.Before)) || at.After(now.Add(w.After)) {
		return &WindowError{at, now, w}
	}
	return nil
}

// WindowError is the error of a message that is too old, or from a time to come.
type WindowError struct {
	At     time.Time // as the message says
	Now    time.Time // by the clock
	Window Window    // what would have been taken
}

// Error says how far the message lies outside.
func (e *WindowError) Error() string {
	if late := e.Now.Add(-e.Window.Before).Sub(e.At); late > 0 {
		return fmt.Sprintf("the message of %s is too old by %v", e.At.Format(time.RFC3339), late)
	}
	return fmt.Sprintf("the message of %s is ahead of its time by %v", e.At.Format(time.RFC3339), e.At.Sub(e.Now.Add(e.Window.After)))
}
