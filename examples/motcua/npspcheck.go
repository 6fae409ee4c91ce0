package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/npsp"
)

var npspCheckCommand = command{
	name:  "npsp check",
	args:  "FILE …",
	short: "check messages line by line, and count their quality by unit",
	long: `
Checks messages of the National Public Service Portal in JSON Lines, dossiers
(DongBoHoSoMC) and steps of progress (CapNhatTienDoHoSoMC), gzipped or not: grammar,
UTF-8, members, codes, dates, orders. Every line is read; what is wrong goes to the
error output with line, pointer and code (of errors the first --most, of each kind of
warning the first few), and the table counts all of it by unit: messages, dossiers,
steps, lines refused, lines flagged. Values that identify a person are never shown.

An error refuses its line; a warning flags it and keeps it. --strict stops at the
first error. --lenient flags members nobody knows instead of refusing the line.

With --format json a unit is a line, and the last line is {"codes":{…}}, the number of
faults of each code.`,
	run: runNpspCheck,
}

func runNpspCheck(s *session) error {
	o := npsp.Options{}
	s.flags.BoolVar(&o.Lenient, "lenient", false, "flag members nobody knows, instead of refusing the line")
	s.flags.BoolVar(&o.Strict, "strict", false, "stop at the first line with an error")
	s.flags.IntVar(&o.MaxFaults, "most", 100, "`N`, how many errors of a file are shown")
	quiet := s.flags.Bool("quiet", false, "count warnings without showing any")
	if err := s.parse(1, 1<<16); err != nil {
		return err
	}
	var quality npsp.Quality
	var broken error
	for _, name := range s.args {
		one, err := s.checkMessages(name, &o, *quiet)
		quality.Add(one)
		if err != nil {
			broken = cmp.Or(broken, err)
		}
	}
	if err := s.showQuality(&quality); err != nil {
		return err
	}
	s.failed = s.failed || quality.Total.Refused > 0
	return broken
}

// checkMessages checks one file.
func (s *session) checkMessages(name string, o *npsp.Options, quiet bool) (npsp.Quality, error) {
	in, err := s.open(name)
	if err != nil {
		return npsp.Quality{}, err
	}
	defer in.Close()
	head := &opening{r: in}
	quality, err := npsp.Stream(head, o, func(b *npsp.Batch) error {
		faults := b.Faults
		if quiet {
			faults = onlyErrors(faults)
		}
		s.report(name, faults)
		return nil
	})
	s.hint(name, head, &quality)
	if err != nil {
		err = fmt.Errorf("%s: %w", name, err)
	}
	return quality, err
}

// qualityLine is the JSON form of a unit's quality.
type qualityLine struct {
	Unit     string `json:"unit"`
	Messages int64  `json:"messages"`
	Dossiers int64  `json:"dossiers"`
	Steps    int64  `json:"steps"`
	Refused  int64  `json:"refused"`
	Flagged  int64  `json:"flagged"`
}

// showQuality shows a row for each unit, the whole, and the faults by code.
func (s *session) showQuality(q *npsp.Quality) error {
	sh := sheet{header: heading("unit", "messages", "dossiers", "steps", "refused", "flagged")}
	add := func(unit string, t npsp.Tally) {
		row := []string{unit}
		for _, n := range []int64{t.Messages, t.Dossiers, t.Steps, t.Refused, t.Flagged} {
			row = append(row, strconv.FormatInt(n, 10))
		}
		sh.rows = append(sh.rows, row)
		sh.objects = append(sh.objects, qualityLine{unit, t.Messages, t.Dossiers, t.Steps, t.Refused, t.Flagged})
	}
	for _, unit := range slices.Sorted(maps.Keys(q.Units)) {
		add(cmp.Or(string(unit), "?"), q.Units[motcua.UnitCode(unit)])
	}
	switch s.format {
	case "table":
		add("", q.Total)
	case "json":
		codes := q.Codes
		if codes == nil {
			codes = map[string]int64{}
		}
		sh.objects = append(sh.objects, map[string]any{"codes": codes})
	}
	if err := s.show(sh); err != nil || s.format != "table" {
		return err
	}
	for i, code := range slices.Sorted(maps.Keys(q.Codes)) {
		if i == 0 {
			fmt.Fprintln(s.out)
		}
		fmt.Fprintf(s.out, "%s  %d\n", code, q.Codes[code])
	}
	return nil
}
