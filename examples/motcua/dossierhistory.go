package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
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
		err = h.document(text, set)
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

// document reads a history as a document.
func (h *histories) document(text io.Reader, set *dossier.Setting) error {
	data, err := io.ReadAll(text)
	if err != nil {
		return err
	}
	d, faults := transcript.Parse(data, set)
	h.faults = faults
	var named struct{ Dossier string }
	if json.Unmarshal(data, &named) == nil {
		h.list = append(h.list, &telling{code: named.Dossier, d: d})
	}
	return nil
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

// replay holds the lines of each dossier to the rows of the life. What a line that could
// not be read whole is told of already is not told again.
func (h *histories) replay(set *dossier.Setting) {
	for _, one := range h.list {
		var faults motcua.Faults
		one.d, faults = dossier.Replay(one.events, set)
		one.events = nil
		if !h.wanted(one.code) {
			continue
		}
		for _, f := range onLines(faults, one.lines) {
			broken := h.broken[f.Line]
			if !broken.Under(f.Pointer) && !slices.ContainsFunc(broken, func(b *motcua.Fault) bool { return (motcua.Faults{f}).Under(b.Pointer) }) {
				h.faults = append(h.faults, f)
			}
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
