package workday

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/motcua/motcua"
)

// Clock is a time of day in whole minutes after midnight, 0 to 1440; 1440 is the
// end of the day and is written 24:00.
type Clock int16

const dayEnd Clock = 24 * 60

var errClock = errors.New("want hh:mm from 00:00 to 24:00")

// ParseClock reads exactly hh:mm in ASCII digits; else a [motcua.ParseError].
func ParseClock(s string) (Clock, error) {
	bad := &motcua.ParseError{Kind: "time of day", Input: s, Err: errClock}
	if len(s) != 5 || s[2] != ':' {
		return 0, bad
	}
	var n [2]Clock
	for i, part := range []string{s[:2], s[3:]} {
		for _, d := range []byte(part) {
			if d < '0' || d > '9' {
				return 0, bad
			}
			n[i] = n[i]*10 + Clock(d-'0')
		}
	}
	c := n[0]*60 + n[1]
	if n[1] > 59 || c > dayEnd {
		return 0, bad
	}
	return c, nil
}

// String writes hh:mm.
func (c Clock) String() string { return fmt.Sprintf("%02d:%02d", c/60, c%60) }

// MarshalText writes hh:mm; a value that is no time of day is an error.
func (c Clock) MarshalText() ([]byte, error) {
	if c < 0 || c > dayEnd {
		return nil, &motcua.ParseError{Kind: "time of day", Input: itoa(int(c)), Err: errClock}
	}
	return []byte(c.String()), nil
}

// UnmarshalText is [ParseClock]; on error c keeps its value.
func (c *Clock) UnmarshalText(text []byte) error {
	parsed, err := ParseClock(string(text))
	if err == nil {
		*c = parsed
	}
	return err
}

// duration is the time since midnight.
func (c Clock) duration() time.Duration { return time.Duration(c) * time.Minute }

// Session (buổi) is a stretch of one day in which an office works: from the
// moment From up to, and not including, the moment To. In text and JSON it is
// "07:30-11:30".
type Session struct {
	From Clock // the first minute of it
	To   Clock // the first after it
}

// ParseSession reads one session; else a [motcua.ParseError]. It does not hold
// the two times against each other: a table of sessions is checked as a whole.
func ParseSession(s string) (Session, error) {
	from, to, ok := strings.Cut(s, "-")
	bad := func(err error) (Session, error) {
		return Session{}, &motcua.ParseError{Kind: "session", Input: s, Err: err}
	}
	if !ok {
		return bad(errors.New("want 07:30-11:30"))
	}
	a, err := ParseClock(from)
	if err != nil {
		return bad(err)
	}
	b, err := ParseClock(to)
	if err != nil {
		return bad(err)
	}
	return Session{a, b}, nil
}

// String writes "07:30-11:30".
func (s Session) String() string { return s.From.String() + "-" + s.To.String() }

// MarshalText writes "07:30-11:30"; times that are none are an error.
func (s Session) MarshalText() ([]byte, error) {
	for _, c := range []Clock{s.From, s.To} {
		if _, err := c.MarshalText(); err != nil {
			return nil, err
		}
	}
	return []byte(s.String()), nil
}

// UnmarshalText is [ParseSession]; on error s keeps its value.
func (s *Session) UnmarshalText(text []byte) error {
	parsed, err := ParseSession(string(text))
	if err == nil {
		*s = parsed
	}
	return err
}

// ParseSessions reads sessions of one day, as "07:30-11:30,13:30-17:00", and
// checks that they stand in order, do not overlap and end on the day they begin.
// The pointers of the faults count the sessions.
func ParseSessions(s string) ([]Session, motcua.Faults) {
	var list []Session
	var faults motcua.Faults
	var end Clock
	for i, text := range strings.Split(s, ",") {
		session, err := ParseSession(strings.TrimSpace(text))
		if err == nil {
			list = append(list, session)
			end = checkAfter(&faults, motcua.Pointer(itoa(i)), session, end)
		} else {
			faults.Add(codeUnreadable, motcua.Pointer(itoa(i)), motcua.Text{Vi: "không phải một buổi làm việc", En: "not a session"}, err)
		}
		if len(faults) >= maxFaultsOfText {
			break
		}
	}
	return list, faults
}

// join writes sessions as [ParseSessions] reads them.
func join(list []Session) string {
	var parts []string
	for _, s := range list {
		parts = append(parts, s.String())
	}
	return strings.Join(parts, ",")
}

// checkSessions holds the sessions of a day against each other.
func checkSessions(faults *motcua.Faults, pointer string, list []Session) {
	var end Clock
	for i, s := range list {
		end = checkAfter(faults, pointer+motcua.Pointer(itoa(i)), s, end)
	}
}

// checkAfter checks a session that follows others, and returns when all of them
// have ended.
func checkAfter(faults *motcua.Faults, at string, s Session, end Clock) Clock {
	if checkSession(faults, at, s) && s.From < end {
		fault(faults, codeSessions, at, "buổi %s bắt đầu trước khi buổi trước kết thúc lúc %s", "session %s begins before the one above ends at %s", s, end)
	}
	return max(end, s.To)
}

// checkSession reports whether a session is one.
func checkSession(faults *motcua.Faults, at string, s Session) bool {
	before := len(*faults)
	switch {
	case s.From < 0 || s.To > dayEnd || s.From > dayEnd || s.To < 0:
		fault(faults, codeClock, at, "không phải giờ trong ngày", "not times of a day")
	case s.To < s.From:
		fault(faults, codeClock, at, "buổi %s qua nửa đêm; hãy chia thành hai", "session %s crosses midnight; write it as two", s)
	case s.To == s.From:
		fault(faults, codeClock, at, "buổi %s không có phút nào", "session %s has no minute", s)
	}
	return len(*faults) == before
}
