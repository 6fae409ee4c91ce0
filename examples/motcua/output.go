package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"unicode"
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
		return w.WriteAll(mapCells(sh.rows, func(cell string) string {
			if cell == nothing {
				return ""
			}
			return cell
		}))
	}
	return s.table(header, mapCells(sh.rows, visible))
}

// mapCells returns rows with every cell changed.
func mapCells(rows [][]string, change func(string) string) [][]string {
	out := make([][]string, len(rows))
	for i, row := range rows {
		out[i] = make([]string, len(row))
		for j, cell := range row {
			out[i][j] = change(cell)
		}
	}
	return out
}

// visible escapes what would break a line or steer a terminal: control and
// format characters.
func visible(text string) string {
	var b strings.Builder
	for _, r := range text {
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
			b.WriteString(strings.Trim(strconv.QuoteRune(r), "'"))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
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

// into runs something whose output goes elsewhere.
func (s *session) into(w io.Writer, run func(*session) error) error {
	other := *s
	other.out = bufio.NewWriter(w)
	if err := run(&other); err != nil {
		return err
	}
	return other.out.Flush()
}
