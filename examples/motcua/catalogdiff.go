package main

import (
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
)

var catalogDiffCommand = command{
	name:  "catalog diff",
	args:  "A.jsonl B.jsonl",
	short: "tell how two catalogues differ, in the terms people use",
	long: `
Compares the procedures of two files of procedures as they hold on a day: which are new
or gone, and for the others what changed: "fee up 20 %", "two papers fewer", "three
working days shorter", "fully online from 1/1/2026". Every member counts; the pointer
is the place in B, or in A for what is gone.

With --procedure CODE only that one is compared; with --before DATE the files may be
the same one, A taken at that day and B at --date: what changed since.`,
	run: runCatalogDiff,
}

func runCatalogDiff(s *session) error {
	var before string
	var f catalogueFlags
	code := s.flags.String("procedure", "", "`CODE` of the only procedure to compare")
	s.flags.StringVar(&f.date, "date", "", "`DATE` on which they are to hold; today if absent")
	s.flags.StringVar(&before, "before", "", "`DATE` on which A is to hold, if another")
	if err := s.parse(2, 2); err != nil {
		return err
	}
	older, newer := f, f
	older.file, newer.file = s.args[0], s.args[1]
	if before != "" {
		older.date = before
	}
	a, err := older.open(s)
	if err != nil {
		return err
	}
	b, err := newer.open(s)
	if err != nil {
		return err
	}
	sh := sheet{header: heading("code", "event", "change", "from", "to", "pointer")}
	for _, change := range catalog.DiffCatalogs(a, b) {
		if *code != "" && string(change.Code) != *code {
			continue
		}
		sh.objects = append(sh.objects, change)
		sh.rows = append(sh.rows, s.changeRows(change)...)
	}
	if len(sh.rows) == 0 && s.format == "table" {
		s.say(textSame)
		return nil
	}
	return s.show(sh)
}

var textSame = motcua.Text{En: "No difference.\n", Vi: "Không có khác biệt.\n"}

// changeRows are the rows of one procedure.
func (s *session) changeRows(change catalog.ProcedureChange) [][]string {
	if len(change.Changes) == 0 {
		return [][]string{{string(change.Code), change.Event, s.text(change.Name), nothing, nothing, nothing}}
	}
	var rows [][]string
	for _, c := range change.Changes {
		row := []string{string(change.Code), change.Event, s.text(c.Text), s.text(c.From), s.text(c.To), c.Pointer}
		for i := range row {
			if row[i] == "" {
				row[i] = nothing
			}
		}
		rows = append(rows, row)
	}
	return rows
}
