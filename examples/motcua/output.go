package main

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/motcua/motcua"
)

// sheet is what a command has to show: rows for people and spreadsheets,
// objects for programs.
type sheet struct {
	header  []motcua.Text
	rows    [][]string
	objects []any
}

// heading makes a header of words that need no translation.
func heading(words ...string) []motcua.Text {
	out := make([]motcua.Text, len(words))
	for i, w := range words {
		out[i] = motcua.Text{Vi: w, En: w}
	}
	return out
}

// show writes a sheet in the format asked for.
func (s *session) show(sh sheet) error {
	header := make([]string, len(sh.header))
	for i, h := range sh.header {
		header[i] = s.text(h)
	}
	switch s.format {
	case "json":
		for _, o := range sh.objects {
			if err := s.encode(s.out, o); err != nil {
				return err
			}
		}
		return nil
	case "csv":
		for i, h := range sh.header {
			header[i] = h.En
		}
		w := csv.NewWriter(s.out)
		if err := w.Write(header); err != nil {
			return err
		}
		return w.WriteAll(sh.rows)
	}
	return s.table(header, sh.rows)
}

// encode writes a JSON object on a line of its own.
func (s *session) encode(w io.Writer, o any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(o)
}

// table writes columns, numbers to the right.
func (s *session) table(header []string, rows [][]string) error {
	widths := make([]int, len(header))
	right := make([]bool, len(header))
	for i, h := range header {
		widths[i], right[i] = utf8.RuneCountInString(h), true
		for _, row := range rows {
			widths[i] = max(widths[i], utf8.RuneCountInString(row[i]))
			right[i] = right[i] && isFigure(row[i])
		}
	}
	for _, row := range append([][]string{header}, rows...) {
		var b strings.Builder
		for i, cell := range row {
			pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if right[i] {
				b.WriteString(pad + cell)
			} else {
				b.WriteString(cell + pad)
			}
			b.WriteString("  ")
		}
		if _, err := io.WriteString(s.out, strings.TrimRight(b.String(), " ")+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// isFigure reports whether a cell is a number, a rank or nothing.
func isFigure(cell string) bool {
	return strings.Trim(cell, "0123456789.,+-−–=/% ") == ""
}
