package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/motcua/motcua"
)

// session is one call of the program.
type session struct {
	in     io.Reader
	out    *bufio.Writer
	err    io.Writer
	clock  func() time.Time
	flags  *flag.FlagSet
	row    command  // what runs
	args   []string // what is left after the flags
	format string
	lang   string
	failed bool // faults have been reported
	heard  bool // in was opened
}

func newSession(in io.Reader, out, err io.Writer, clock func() time.Time) *session {
	return &session{in: in, out: bufio.NewWriter(out), err: err, clock: clock}
}

// usageError is an error in the words of the call.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

func usagef(format string, args ...any) error { return usageError{fmt.Sprintf(format, args...)} }

// errReported says that all there is to say has been said.
var errReported = errors.New("reported")

func (s *session) complain(format string, args ...any) {
	fmt.Fprintf(s.err, "motcua: "+format+"\n", args...)
}

// helpWords ask for help wherever a flag may stand.
var helpWords = []string{"--help", "-help", "-h"}

// dispatch finds the command and runs it.
func (s *session) dispatch(args []string) int {
	if len(args) == 0 {
		s.overview(s.err)
		return exitUsage
	}
	if args[0] == "help" || slices.Contains(helpWords, args[0]) {
		return s.help(args[1:])
	}
	c, rest, ok := lookup(args)
	if !ok {
		return s.unknown(args)
	}
	s.row = c
	s.flags = flag.NewFlagSet(c.name, flag.ContinueOnError)
	s.flags.SetOutput(io.Discard)
	s.flags.StringVar(&s.format, "format", "table", "table for people, json (an object per line) or csv")
	s.flags.StringVar(&s.lang, "lang", "en", "language of titles and messages: en or vi")
	s.args = rest
	err := c.run(s)
	var usage usageError
	switch {
	case errors.Is(err, flag.ErrHelp):
		s.describe(c)
		return exitOK
	case errors.As(err, &usage):
		s.complain("%s; motcua help %s tells more", usage.text, c.name)
		return exitUsage
	case err != nil && !errors.Is(err, errReported):
		s.complain("%v", err)
		return exitFaults
	case err != nil || s.failed:
		return exitFaults
	}
	return exitOK
}

// unknown answers words that name no command: a family of commands is listed.
func (s *session) unknown(args []string) int {
	family := familyOf(args[0])
	switch {
	case len(family) == 0:
		s.complain("there is no command %q; motcua help lists them", strings.Join(args[:min(2, len(args))], " "))
	case len(args) == 1:
		fmt.Fprintf(s.err, "motcua: %s wants one of these words after it:\n\n", args[0])
		list(s.err, family)
	case slices.Contains(helpWords, args[1]):
		return s.help(args[:1])
	default:
		s.complain("there is no command %q; motcua help %s lists them", strings.Join(args[:2], " "), args[0])
	}
	return exitUsage
}

// familyOf are the commands whose first word of several is word.
func familyOf(word string) []command {
	return slices.DeleteFunc(commands(), func(c command) bool { return !strings.HasPrefix(c.name, word+" ") })
}

// lookup finds the command whose words begin args.
func lookup(args []string) (command, []string, bool) {
	for _, c := range commands() {
		words := strings.Fields(c.name)
		if len(args) >= len(words) && slices.Equal(args[:len(words)], words) {
			return c, args[len(words):], true
		}
	}
	return command{}, nil, false
}

// parse reads the flags, wherever they stand among the arguments, and holds the
// number of the others to at least least and at most most.
func (s *session) parse(least, most int) error {
	args := s.args
	s.args = nil
	for {
		if err := s.flags.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return err
			}
			return usagef("%v", err)
		}
		if args = s.flags.Args(); len(args) == 0 {
			break
		}
		s.args, args = append(s.args, args[0]), args[1:]
	}
	switch {
	case !slices.Contains([]string{"table", "json", "csv"}, s.format):
		return usagef("--format %q is none of table, json, csv", s.format)
	case !slices.Contains([]string{"en", "vi"}, s.lang):
		return usagef("--lang %q is none of en, vi", s.lang)
	case len(s.args) < least:
		return usagef("%s is missing", strings.Fields(s.row.args)[len(s.args)])
	case len(s.args) > most:
		return usagef("%q is too much", s.args[most])
	}
	return nil
}

// given reports whether the call has a flag.
func (s *session) given(name string) bool {
	found := false
	s.flags.Visit(func(f *flag.Flag) { found = found || f.Name == name })
	return found
}

// today is the day of the clock in Vietnam.
func (s *session) today() motcua.Date { return motcua.DateOf(s.clock().In(motcua.Vietnam())) }

// text picks the language.
func (s *session) text(t motcua.Text) string { return t.In(s.lang) }

// report writes faults to the error output, and remembers whether they were
// errors: in JSON an object per line, otherwise a line each.
func (s *session) report(file string, faults motcua.Faults) {
	for _, f := range faults {
		if f.Severity != motcua.SeverityWarning {
			s.failed = true
		}
		if s.format == "json" {
			s.encode(s.err, faultLine{file, f.Code, f.Pointer, f.Severity, f.Line, f.Message, cause(f)})
			continue
		}
		place := file
		if f.Line > 0 {
			place = fmt.Sprintf("%s:%d", file, f.Line)
		}
		parts := []string{place}
		for _, part := range []string{f.Pointer, f.Code, f.Severity.String(), s.text(f.Message), cause(f)} {
			if part != "" {
				parts = append(parts, part)
			}
		}
		fmt.Fprintln(s.err, strings.Join(parts, ": "))
	}
}

// cause is what stands behind a fault, if anything does.
func cause(f *motcua.Fault) string {
	if f.Cause == nil {
		return ""
	}
	return f.Cause.Error()
}

// faultLine is the JSON form of a fault of a file.
type faultLine struct {
	File     string          `json:"file"`
	Code     string          `json:"code"`
	Pointer  string          `json:"pointer"`
	Severity motcua.Severity `json:"severity"`
	Line     int             `json:"line"`
	Message  motcua.Text     `json:"message"`
	Cause    string          `json:"cause"`
}
