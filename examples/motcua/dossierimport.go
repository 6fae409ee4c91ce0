package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/eventlog"
	"github.com/motcua/motcua/dossier/transcript"
	"github.com/motcua/motcua/dossier/workday"
)

var dossierImportCommand = command{
	name:  "dossier import",
	args:  "FILE … --from wabo|bpic15",
	short: "take other people's cases through the life of a dossier, and tell what became of every event",
	long: `
Reads an event log of Dutch permits, gzipped or not, takes each case through the life of
a dossier and counts what became of it. Nothing is mended: every event is applied, or
reported with the reason.

  wabo    the receipt phase of a municipality (CoSeLoG): one table
  bpic15  a municipality of the BPI Challenge 2015: cases and events, two tables or one,
          in any order

  motcua dossier import --from bpic15 cases.csv.gz events.csv.gz --out events.jsonl --losses losses.jsonl

An event is applied, refused where the dossier stands, out of order (before its case
begins), without a counterpart, or not understood: a code or a name that no row knows is
never taken for work inside, and is listed. Outcomes add up to events and to starts and
ends that the cases state.

--out writes what was applied as events (motcua schema show event). The log names no
applicants, so neither do they, which motcua dossier replay says of every filing; and it
holds them to the rules of its own country. --losses writes every step that was not
applied, with its case and the line of its event.

A verdict is by the due date that the case states, or else by the term of the law: 8
weeks or 26, six more by an extension. That is assumed; --limit "60 days" replaces it,
--limit none leaves cases without a date undecided. Lines that cannot be read are
reported and left out, exit code 1.`,
	run: runDossierImport,
}

// logImport is one import of a log.
type logImport struct {
	s                      *session
	from, zone, limit, now string
	out, losses            string
	m                      *eventlog.Map
	totals                 eventlog.Totals
}

func runDossierImport(s *session) error {
	m := logImport{s: s}
	s.flags.StringVar(&m.from, "from", "", "`LOG`: wabo or bpic15")
	s.flags.StringVar(&m.out, "out", "", "`FILE.jsonl` for the events of the dossiers")
	s.flags.StringVar(&m.losses, "losses", "", "`FILE.jsonl` for what was not applied")
	s.flags.StringVar(&m.limit, "limit", "", "`TEXT` of the limit of all cases, such as \"60 days\", instead of the law's; none: there is none")
	s.flags.StringVar(&m.now, "now", "", "`TIME` of the verdicts, with its zone; the last of the log if absent")
	s.flags.StringVar(&m.zone, "zone", "Europe/Amsterdam", "`ZONE` of times that state none")
	if err := s.parse(1, 1<<10); err != nil {
		return err
	}
	log, err := m.read()
	if err != nil {
		return err
	}
	if err := m.replay(log); err != nil {
		return err
	}
	return s.show(m.sheet())
}

// read reads the tables by the flags; their faults are reported.
func (m *logImport) read() (*eventlog.Log, error) {
	zone, err := m.law()
	if err != nil {
		return nil, err
	}
	var tables []io.Reader
	for _, name := range m.s.args {
		in, err := m.s.open(name)
		if err != nil {
			return nil, err
		}
		defer in.Close()
		tables = append(tables, in)
	}
	log, faults := eventlog.Read(zone, tables...)
	for _, f := range faults {
		m.s.report(m.place(f))
	}
	if len(log.Cases) == 0 && faults.Err() != nil {
		return nil, errReported
	}
	m.totals.At = log.Last()
	if m.now != "" {
		if m.totals.At, err = time.Parse(time.RFC3339, m.now); err != nil {
			return nil, usagef("--now: want a time such as 2026-03-06T16:30:00+07:00")
		}
	}
	return log, nil
}

// law is the map of the log under the limit that is asked for, and its zone.
func (m *logImport) law() (*time.Location, error) {
	switch m.from {
	case "wabo":
		m.m = eventlog.Receipt()
	case "bpic15":
		m.m = eventlog.BPIC2015()
	default:
		return nil, usagef("--from %q is none of wabo, bpic15", m.from)
	}
	if m.limit != "" {
		m.m.Terms = nil
	}
	if m.limit != "" && m.limit != "none" {
		limit, faults := workday.ParseLimit(m.limit)
		if err := faults.Err(); err != nil {
			return nil, usagef("--limit: %v", err)
		}
		m.m.Terms = []eventlog.Term{{Limit: limit, Supplements: 2}}
	}
	zone, err := time.LoadLocation(m.zone)
	if err != nil {
		return nil, usagef("--zone: %v", err)
	}
	return zone, nil
}

// place gives a fault to the file it is about: the first part of its pointer.
func (m *logImport) place(f *motcua.Fault) (string, motcua.Faults) {
	number, column, _ := strings.Cut(strings.TrimPrefix(f.Pointer, "/"), "/")
	n, err := strconv.Atoi(number)
	if err != nil || n >= len(m.s.args) {
		return m.from, motcua.Faults{f}
	}
	told := *f
	if told.Pointer = ""; column != "" {
		told.Pointer = "/" + column
	}
	return m.s.args[n], motcua.Faults{&told}
}

// replay takes the cases through the life, and writes what became of them.
func (m *logImport) replay(log *eventlog.Log) error {
	return m.writeIf(m.out, func(out io.Writer) error {
		return m.writeIf(m.losses, func(losses io.Writer) error {
			for i := range log.Cases {
				life := m.m.Replay(&log.Cases[i], nil)
				m.totals.Add(life)
				if err := m.write(out, losses, life); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

// writeIf writes a file that is asked for, or nothing.
func (m *logImport) writeIf(name string, write func(io.Writer) error) error {
	if name == "" {
		return write(io.Discard)
	}
	return m.s.writeTo(name, write)
}

func (m *logImport) write(out, losses io.Writer, life *eventlog.Life) error {
	var text []byte
	for i := range life.Dossier.Events {
		var err error
		if text, err = transcript.AppendLine(text, life.Case.ID, &life.Dossier.Events[i]); err != nil {
			return fmt.Errorf("%s: %w", life.Case.ID, err)
		}
	}
	if _, err := out.Write(text); err != nil {
		return err
	}
	for _, r := range life.Reports {
		if r.Outcome == eventlog.OutcomeApplied {
			continue
		}
		if err := m.s.encode(losses, r); err != nil {
			return err
		}
	}
	return nil
}

// The words of an import, for people.
var (
	outcomeWords = map[eventlog.Outcome]motcua.Text{
		eventlog.OutcomeApplied: {En: "applied", Vi: "đã áp dụng"}, eventlog.OutcomePartly: {En: "applied in part", Vi: "áp dụng một phần"},
		eventlog.OutcomeRefused: {En: "refused", Vi: "bị từ chối"}, eventlog.OutcomeOutOfOrder: {En: "out of order", Vi: "sai thứ tự"},
		eventlog.OutcomeNoCounterpart: {En: "no counterpart", Vi: "không có hành động tương ứng"}, eventlog.OutcomeNotUnderstood: {En: "not understood", Vi: "không hiểu"},
	}
	importGroups = map[string]motcua.Text{
		"total": {En: "total", Vi: "tổng"}, "outcome": {En: "outcome", Vi: "kết quả"}, "commands": {En: "commands", Vi: "lệnh"},
		"action": {En: "action", Vi: "hành động"}, "state": {En: "state", Vi: "tình trạng"}, "verdict": {En: "verdict", Vi: "kết luận"},
		"unknown": {En: "not understood", Vi: "không hiểu"},
	}
	importFigures = map[string]motcua.Text{
		"cases": {En: "cases", Vi: "hồ sơ"}, "events": {En: "events", Vi: "sự kiện"}, "stated": {En: "starts and ends stated", Vi: "ngày bắt đầu, kết thúc được khai"},
		"later": {En: "booked later", Vi: "ghi muộn"}, "made": {En: "made", Vi: "đã lập"}, "applied": {En: "applied", Vi: "đã áp dụng"},
		"refused": {En: "refused", Vi: "bị từ chối"}, "untried": {En: "behind a refused one", Vi: "sau lệnh bị từ chối"},
	}
)

// sheet is the totals to show.
func (m *logImport) sheet() sheet {
	s, t := m.s, &m.totals
	sh := sheet{header: heading("group", "what", "count"), objects: []any{t}}
	row := func(group, what string, n int) {
		sh.rows = append(sh.rows, []string{s.term(group, importGroups[group]), what, strconv.Itoa(n)})
	}
	figure := func(group, name string, n int) { row(group, s.term(name, importFigures[name]), n) }
	figure("total", "cases", t.Cases)
	figure("total", "events", t.Events)
	figure("total", "stated", t.Stated)
	figure("total", "later", t.Later)
	for _, o := range sorted(t.Outcomes) {
		row("outcome", s.term(o.String(), outcomeWords[o]), t.Outcomes[o])
	}
	figure("commands", "made", t.Commands)
	figure("commands", "applied", t.Applied)
	figure("commands", "refused", t.Refused)
	figure("commands", "untried", t.Untried)
	for _, a := range sorted(t.Actions) {
		row("action", s.term(a.String(), a.Title()), t.Actions[a])
	}
	for _, x := range sorted(t.States) {
		row("state", s.state(x), t.States[x])
	}
	for _, v := range sorted(t.Verdicts) {
		row("verdict", s.verdict(v), t.Verdicts[v])
	}
	for _, r := range t.Reasons {
		row(s.term(r.Outcome.String(), outcomeWords[r.Outcome]), m.because(&r), r.Count)
	}
	for _, u := range t.Unknown {
		row("unknown", strings.TrimSpace(u.Code+" "+u.Name), u.Count)
	}
	return sh
}

// sorted are the keys of counts, in order.
func sorted[K cmp.Ordered, V any](counts map[K]V) []K { return slices.Sorted(maps.Keys(counts)) }

// because says why steps were not applied, with where the first of them is.
func (m *logImport) because(r *eventlog.Reason) string {
	var parts []string
	for i, a := range r.Actions {
		join := []string{"", " + "}[min(i, 1)]
		parts = append(parts, join+m.s.term(a.String(), a.Title()))
	}
	text := strings.Join(parts, "")
	if r.State != 0 {
		text += " · " + m.s.state(r.State)
	}
	if len(r.Grounds) > 0 {
		text += " · " + strings.Join(r.Grounds, ", ")
	}
	if !r.Why.IsZero() {
		text += m.s.text(r.Why)
	}
	at := r.First.Case
	if r.First.Line > 0 {
		at += ":" + strconv.Itoa(r.First.Line)
	}
	return strings.TrimSpace(text + " (" + at + ")")
}
