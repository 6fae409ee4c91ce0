package main

import (
	"bufio"
	"bytes"
	"fmt"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/published"
)

var checkCommand = command{
	name:  "check",
	args:  "FILE [--definition vn.766]",
	short: "hold published figures against their own parts",
	long: `
Checks statements, JSON Lines: a total against the sum of its parts, parts against
their maxima, percentages against their counts. A part names a node of the
definition or a group of one of its views ("online" is the decree's combined 22
points), or has a label. Counts are exact or "more than":

  {"name":"Sơn La","date":"2025-12-15","total":"86.94","parts":[{"node":"CKMB","points":"15.3"},…]}
  {"name":"Kinh Bắc","ratios":[{"label":"on time","num":{"exactly":"441"},"den":{"moreThan":"2800"},"stated":"18.22"}]}

Figures of two decimals must agree to the last digit; otherwise the sum of half
units of the last stated digits is allowed. --decimals 2 says that the source
dropped trailing zeros. Exit code 1 if anything does not fit.`,
	run: runCheck,
}

// runCheck checks statements.
func runCheck(s *session) error {
	var r rules
	var decimals int
	r.register(s)
	s.flags.IntVar(&decimals, "decimals", 0, "the figures have at least `N` decimals, zeros dropped or not")
	if err := s.parse(1, 1); err != nil {
		return err
	}
	if decimals < 0 || decimals > 6 {
		return usagef("--decimals %d is not 0 to 6", decimals)
	}
	period, day, err := r.times(s)
	if err != nil {
		return err
	}
	index, err := r.index(s, period, day)
	if err != nil {
		return err
	}
	data, err := s.read(s.args[0])
	if err != nil {
		return err
	}
	sh := sheet{header: heading("line", "name", "at", "verdict", "stated", "computed", "tolerance", "message")}
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, scoring.MaxLine)
	for n := 1; lines.Scan(); n++ {
		if text := bytes.TrimSpace(lines.Bytes()); len(text) > 0 {
			s.checkLine(&sh, index, text, n, decimals)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s: %w", s.args[0], err)
	}
	return s.show(sh)
}

// findingLine is the JSON form of a finding, with its place.
type findingLine struct {
	Line int         `json:"line"`
	Name string      `json:"name"`
	Date motcua.Date `json:"date,omitzero"`
	published.Finding
}

// checkLine checks one statement and puts its findings into the sheet.
func (s *session) checkLine(sh *sheet, index *scoring.Index, text []byte, line, decimals int) {
	statement, faults := published.Parse(text)
	var findings []published.Finding
	if faults.Err() == nil {
		pad(&statement, decimals)
		findings, faults = statement.Check(index)
	}
	for _, f := range faults {
		f.Line = line
	}
	s.report(s.args[0], faults)
	for _, f := range findings {
		s.failed = s.failed || f.Verdict == published.VerdictMismatch
		computed := nothing
		if f.Computed != nil {
			computed = f.Computed.String()
		}
		sh.rows = append(sh.rows, []string{fmt.Sprint(line), statement.Name, f.At, f.Verdict.String(), f.Stated.String(), computed,
			f.Tolerance.String(), s.text(f.Message)})
		sh.objects = append(sh.objects, findingLine{line, statement.Name, statement.Date, f})
	}
}

// pad states points with at least so many decimals.
func pad(statement *published.Statement, decimals int) {
	widen := func(d *motcua.Decimal) {
		if wider, err := d.Rescale(decimals); err == nil && d.Scale() < decimals {
			*d = wider
		}
	}
	if statement.Total != nil {
		widen(statement.Total)
	}
	for i := range statement.Parts {
		widen(&statement.Parts[i].Points)
	}
}
