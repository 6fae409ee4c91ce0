package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
)

var catalogCheckCommand = command{
	name:  "catalog check",
	args:  "FILE.jsonl …",
	short: "find everything that is wrong with a catalogue",
	long: `
Reads procedures in JSON Lines, one version a line, gzipped or not, and reports every
fault at once with line, pointer and code: what cannot be read, what contradicts
itself, fees with holes, versions that overlap or leave a gap, conditions nobody can
meet, papers of cases that do not exist, text that is no plain text. Warnings are
things somebody should look at. Exit code 1 if there is an error.

With --format json each fault is an object on the error output, and the last line of
the output counts them.`,
	run: runCatalogCheck,
}

// catalogCheckLine is the JSON form of what was found in a file.
type catalogCheckLine struct {
	File     string `json:"file"`
	Versions int    `json:"versions"`
	Errors   int    `json:"errors"`
	Warnings int    `json:"warnings"`
}

func runCatalogCheck(s *session) error {
	quiet := s.flags.Bool("quiet", false, "count warnings without showing any")
	if err := s.parse(1, 1<<16); err != nil {
		return err
	}
	sh := sheet{header: heading("file", "versions", "errors", "warnings")}
	for _, name := range s.args {
		line, err := s.checkCatalogue(name, *quiet)
		if err != nil {
			return err
		}
		sh.rows = append(sh.rows, []string{line.File, fmt.Sprint(line.Versions), fmt.Sprint(line.Errors), fmt.Sprint(line.Warnings)})
		sh.objects = append(sh.objects, line)
	}
	return s.show(sh)
}

// checkCatalogue checks a file. A fault of a version bears its line.
func (s *session) checkCatalogue(name string, quiet bool) (catalogCheckLine, error) {
	in, err := s.open(name)
	if err != nil {
		return catalogCheckLine{}, err
	}
	defer in.Close()
	var versions []catalog.Procedure
	var lines []int
	faults, err := catalog.ReadLines(in, nil, func(line int, p *catalog.Procedure) error {
		versions, lines = append(versions, *p), append(lines, line)
		return nil
	})
	if err != nil {
		return catalogCheckLine{}, fmt.Errorf("%s: %w", name, err)
	}
	faults = append(faults, onLines(catalog.Check(versions), lines)...)
	faults.Sort()
	out := catalogCheckLine{File: name, Versions: len(versions)}
	for _, f := range faults {
		if f.Severity == motcua.SeverityWarning {
			out.Warnings++
		} else {
			out.Errors++
		}
	}
	if quiet {
		faults = onlyErrors(faults)
	}
	s.report(name, faults)
	return out, nil
}

// onLines gives the faults of versions the lines they came from: the first token of a
// pointer is the place in the list.
func onLines(faults motcua.Faults, lines []int) motcua.Faults {
	for _, f := range faults {
		place, rest, _ := strings.Cut(strings.TrimPrefix(f.Pointer, "/"), "/")
		if i, err := strconv.Atoi(place); err == nil && i < len(lines) {
			f.Line, f.Pointer = lines[i], ""
			if rest != "" {
				f.Pointer = "/" + rest
			}
		}
	}
	return faults
}
