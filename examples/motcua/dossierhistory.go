package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/transcript"
)

// historyFlags are the flags that say at which instant and in whose time histories are
// read, and which of them.
type historyFlags struct {
	office    officeFlags
	now, code string
}

// register adds the flags to a command.
func (h *historyFlags) register(s *session) {
	s.flags.StringVar(&h.now, "now", "", "`TIME` for which all is told, with its zone: 2026-03-06T16:30:00+07:00; that of the clock if absent")
	h.office.register(s)
}

// registerCode adds the flag that picks one dossier.
func (h *historyFlags) registerCode(s *session) {
	s.flags.StringVar(&h.code, "dossier", "", "`CODE` of the dossier, where the file holds several")
}

// setting is what the flags mean; all faults are reported.
func (h *historyFlags) setting(s *session) (*dossier.Setting, error) {
	calendar := h.office.lay(s)
	set := &dossier.Setting{Now: s.clock().In(motcua.Vietnam())}
	if s.given("now") {
		set.Now, _ = s.instant("--now", "", h.now, calendar)
	}
	set.Office, _ = h.office.open(s, calendar)
	if s.failed {
		return nil, errReported
	}
	return set, nil
}

// telling is what a file says of one dossier.
type telling struct {
	code   string
	d      *dossier.Dossier // all that happened
	events []dossier.Event  // as they stand in the file
	lines  []int            // where
	faults motcua.Faults    // of their order

	children []*telling // those it set off, if they stand in the file too
}

// asOf is the dossier as it stood at the instant of a setting.
func (h *telling) asOf(set *dossier.Setting) *dossier.Dossier {
	n := slices.IndexFunc(h.d.Events, func(e dossier.Event) bool { return e.At.After(set.Now) })
	if n < 0 {
		return h.d
	}
	d, _ := dossier.Replay(h.d.Events[:n], set)
	return d
}

// redacted is a dossier without anything that identifies a person.
func redacted(d *dossier.Dossier, set *dossier.Setting) *dossier.Dossier {
	d, _ = dossier.Replay(d.Public().Events, set)
	return d
}

// histories are those of a file, in the order of their first lines.
type histories struct {
	list   []*telling
	byCode map[string]*telling
	faults motcua.Faults
	want   string                // the one whose faults are told; empty: all
	broken map[int]motcua.Faults // lines that could not be read whole
}

// histories reads the histories of a file, a document or lines, and reports their faults
// in order: of all dossiers, or of the one that is wanted.
func (s *session) histories(name string, set *dossier.Setting, want string) ([]*telling, error) {
	in, err := s.open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	h := &histories{byCode: map[string]*telling{}, want: want, broken: map[int]motcua.Faults{}}
	if whole, text := isDocument(in); whole {
		err = h.document(s, text, set)
	} else {
		err = transcript.ReadLines(text, h.line)
		h.replay(set)
	}
	h.faults.Sort()
	s.report(name, h.faults)
	if err != nil {
		err = fmt.Errorf("%s: %w", name, err)
	}
	if !s.given("now") {
		s.later(name, h.list, set)
	}
	return h.list, err
}

// isDocument tells by the members of the first object whether a text is one history, and
// not a line for each event. It returns the text from its beginning.
func isDocument(in io.Reader) (bool, io.Reader) {
	var seen bytes.Buffer
	text := json.NewDecoder(io.TeeReader(io.LimitReader(in, transcript.MaxLine), &seen))
	whole := false
	if begin, err := text.Token(); err == nil && begin == json.Delim('{') {
		for !whole && text.More() {
			member, err := text.Token()
			whole = err == nil && member == "events"
			var value json.RawMessage
			if err != nil || !whole && text.Decode(&value) != nil {
				break
			}
		}
	}
	return whole, io.MultiReader(&seen, in)
}

// document reads a history as a document, after which nothing may follow.
func (h *histories) document(s *session, text io.Reader, set *dossier.Setting) error {
	data, err := io.ReadAll(text)
	if err != nil {
		return err
	}
	if line := after(data); line > 0 {
		return fmt.Errorf(s.text(textAfter), line)
	}
	d, faults := transcript.Parse(data, set)
	h.faults = faults
	var named struct{ Dossier string }
	if json.Unmarshal(data, &named) == nil {
		h.list = append(h.list, &telling{code: named.Dossier, d: d})
	}
	return nil
}

// after is the line on which something follows a JSON value; 0 if nothing does, or if it
// is none.
func after(data []byte) int {
	value := json.NewDecoder(bytes.NewReader(data))
	if value.Decode(new(json.RawMessage)) != nil {
		return 0
	}
	rest := bytes.TrimLeft(data[value.InputOffset():], " \t\r\n")
	if len(rest) == 0 {
		return 0
	}
	return 1 + bytes.Count(data[:len(data)-len(rest)], []byte("\n"))
}

// line takes a line in.
func (h *histories) line(number int, l *transcript.Line, faults motcua.Faults) error {
	for _, f := range faults {
		if strings.HasPrefix(f.Code, "DOC-") {
			h.broken[number] = append(h.broken[number], f)
		}
	}
	if h.wanted(l.Dossier) || l.Dossier == "" {
		h.faults = append(h.faults, faults...)
	}
	if l.Dossier == "" {
		return nil
	}
	one := h.byCode[l.Dossier]
	if one == nil {
		one = &telling{code: l.Dossier}
		h.list, h.byCode[l.Dossier] = append(h.list, one), one
	}
	one.events, one.lines = append(one.events, l.Event), append(one.lines, number)
	return nil
}

func (h *histories) wanted(code string) bool { return h.want == "" || h.want == code }

// Codes of faults of an action that is not known: that its word is none, and what then
// becomes of the event.
const (
	codeWord    = "DOC-VALUE-02"
	codeUnknown = "DOS-HIS-05"
)

// replay holds the lines of each dossier to the rows of the life, and parents to their
// children in the file.
func (h *histories) replay(set *dossier.Setting) {
	for _, one := range h.list {
		one.d, one.faults = dossier.Replay(one.events, set)
		if one.d.Filing == nil || len(one.d.Filing.Children) == 0 {
			one.events = nil
		}
	}
	for _, one := range h.list {
		if h.wanted(one.code) {
			h.family(one, set)
			h.tell(onLines(one.faults, one.lines))
		}
		one.events, one.faults = nil, nil
	}
}

// family judges when a parent was finished by its children as they stood then. If none
// of them stands in the file their end is taken for granted.
func (h *histories) family(one *telling, set *dossier.Setting) {
	for i := range one.events {
		e := &one.events[i]
		if e.Action != dossier.ActionFinish {
			continue
		}
		then := *set
		for _, c := range one.d.Filing.Children {
			if child := h.byCode[c.Code]; child != nil && child.d.Filing != nil {
				then.Children = append(then.Children, child.d.At(e.At))
			}
		}
		if then.Children == nil {
			return
		}
		at := "/" + strconv.Itoa(i)
		_, faults := dossier.Replay(one.events, &then)
		other := func(f *motcua.Fault) bool { return !(motcua.Faults{f}).Under(at) }
		one.faults = append(slices.DeleteFunc(one.faults, func(f *motcua.Fault) bool { return !other(f) }), slices.DeleteFunc(faults, other)...)
	}
}

// tell takes in what is wrong with the order of lines. What a line that could not be read
// whole is told of already is not told again, save that its action is not known.
func (h *histories) tell(faults motcua.Faults) {
	for _, f := range faults {
		broken := h.broken[f.Line]
		told := broken.Under(f.Pointer) || slices.ContainsFunc(broken, func(b *motcua.Fault) bool { return (motcua.Faults{f}).Under(b.Pointer) })
		unknown := f.Code == codeUnknown && slices.ContainsFunc(broken, func(b *motcua.Fault) bool { return b.Code == codeWord && b.Pointer == f.Pointer })
		if !told || unknown {
			h.faults = append(h.faults, f)
		}
	}
}

// later says that events lie after the clock, and are left out.
func (s *session) later(name string, list []*telling, set *dossier.Setting) {
	n := 0
	for _, one := range list {
		for i := range one.d.Events {
			if one.d.Events[i].At.After(set.Now) {
				n++
			}
		}
	}
	if n > 0 {
		s.complain(s.text(textLater), name, stamp(set.Now), n)
	}
}

// one reads a file that holds one dossier, or picks one of several.
func (h *historyFlags) one(s *session, name string, set *dossier.Setting) (*telling, error) {
	list, err := s.histories(name, set, h.code)
	switch {
	case err != nil:
		return nil, err
	case len(list) == 0:
		return nil, fmt.Errorf(s.text(textNoDossier), name)
	case len(list) > 1 && h.code == "":
		return nil, usagef("%s holds %d dossiers, the first %s; --dossier CODE picks one", name, len(list), list[0].code)
	}
	for _, one := range list {
		if h.code == "" || one.code == h.code {
			one.children = slices.DeleteFunc(list, func(other *telling) bool { return other.d.Filing == nil || other.d.Filing.Parent != one.code })
			return one, nil
		}
	}
	return nil, fmt.Errorf(s.text(textOtherDossier), name, h.code)
}
