package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/intake"
	"github.com/motcua/motcua/dossier/npsp"
)

var catalogImportCommand = command{
	name:  "catalog import",
	args:  "--from page|record|document FILE … --out catalog.jsonl --losses losses.jsonl",
	short: "read other people's catalogues, with a report of everything that is lost",
	long: `
Reads procedures as others keep them, gzipped or not, and writes them in the library's
own form, one version a line. Everything that was dropped, guessed, defaulted or not
understood is written to --losses: procedure, line, kind, code, the place in the source,
the place in the procedure, the text as it stood there.

  page      lines of crawled pages of the national portal ("ma_thu_tuc",
            "cach_thuc_thuc_hien" …), tables flattened and cells glued together
  record    answers of LayThuTuc, bare records or lists of them (MATTHC, TENTTHC …)
  document  the record as nested JSON with names of ours, one a line or a list (motcua
            schema show procedureDocument)

A line that cannot be read is reported and left out, exit code 1. Without --out the
procedures go to the output. --lenient drops members nobody knows, with a loss.`,
	run: runCatalogImport,
}

// importer is one import.
type importer struct {
	s        *session
	from     string
	lenient  bool
	versions []catalog.Procedure
	losses   []intake.Loss
}

func runCatalogImport(s *session) error {
	var out, losses string
	m := importer{s: s}
	s.flags.StringVar(&m.from, "from", "", "`SHAPE`: page, record or document")
	s.flags.StringVar(&out, "out", "", "`FILE.jsonl` for the procedures; the output if absent")
	s.flags.StringVar(&losses, "losses", "", "`FILE.jsonl` for the losses")
	s.flags.BoolVar(&m.lenient, "lenient", false, "drop members nobody knows, with a loss")
	if err := s.parse(1, 1<<16); err != nil {
		return err
	}
	if !slices.Contains([]string{"page", "record", "document"}, m.from) {
		return usagef("--from %q is none of page, record, document", m.from)
	}
	for _, name := range s.args {
		if err := m.file(name); err != nil {
			return err
		}
	}
	if err := m.write(out, losses); err != nil {
		return err
	}
	if out == "" {
		return nil
	}
	return m.summary()
}

// file reads one file: lines, or one document over several lines.
func (m *importer) file(name string) error {
	in, err := m.s.open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	data, err := io.ReadAll(in)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if m.from != "page" && !json.Valid(firstLine(data)) {
		m.s.report(name, m.one(data, 1))
		return nil
	}
	for n, line := range bytes.Split(data, []byte("\n")) {
		if line = bytes.TrimSpace(line); len(line) > 0 {
			m.s.report(name, m.one(line, n+1))
		}
	}
	return nil
}

// firstLine is the first line that is not empty.
func firstLine(data []byte) []byte {
	line, _, _ := bytes.Cut(bytes.TrimLeft(data, " \t\r\n"), []byte("\n"))
	return bytes.TrimSpace(line)
}

// one reads one line.
func (m *importer) one(data []byte, line int) motcua.Faults {
	var faults motcua.Faults
	switch m.from {
	case "page":
		p, losses, found := intake.ParsePage(data, &intake.Options{Lenient: m.lenient})
		if faults = found; faults.Err() == nil {
			m.take(&faults, p, losses, line)
		}
	case "record":
		reply, found := npsp.ParseReply(data, &npsp.Options{Lenient: m.lenient})
		if faults = found; faults.Err() == nil {
			for i := range reply.Result {
				d := reply.Result[i].Document()
				p, losses := intake.FromDocument(&d)
				m.take(&faults, p, losses, line)
			}
		}
	case "document":
		documents, found := intake.ParseDocuments(data, &intake.Options{Lenient: m.lenient})
		if faults = found; faults.Err() == nil {
			for i := range documents {
				p, losses := intake.FromDocument(&documents[i])
				m.take(&faults, p, losses, line)
			}
		}
	}
	return m.droppedMembers(faults, line)
}

// codeUnknownMember is the code of a member nobody knows.
const codeUnknownMember = "DOC-MEMBER-02"

// droppedMembers makes losses of members that were let pass, and gives the other faults
// their line.
func (m *importer) droppedMembers(faults motcua.Faults, line int) motcua.Faults {
	var rest motcua.Faults
	for _, f := range faults {
		f.Line = line
		if f.Code == codeUnknownMember && f.Severity == motcua.SeverityWarning {
			m.losses = append(m.losses, intake.Loss{Line: line, Kind: intake.LossDropped, Code: "INT-DOC-01", Pointer: f.Pointer, Message: f.Message})
			continue
		}
		rest = append(rest, f)
	}
	return rest
}

// codeNoProcedure is the code of a procedure whose code is none.
const codeNoProcedure = "INT-DOC-11"

// take keeps a procedure and its losses. One without a code of its own is left out, with
// a fault: nothing could be found or written under it.
func (m *importer) take(faults *motcua.Faults, p catalog.Procedure, losses []intake.Loss, line int) {
	if p.Code == "" {
		given := ""
		for _, l := range losses {
			given = cmp.Or(given, l.Procedure)
		}
		faults.Add(codeNoProcedure, "/code", motcua.Text{
			Vi: "không phải mã thủ tục, bỏ qua: " + strconv.Quote(given), En: "not a procedure code, left out: " + strconv.Quote(given),
		}, nil)
		return
	}
	m.versions = append(m.versions, p)
	for _, l := range losses {
		l.Line = line
		m.losses = append(m.losses, l)
	}
}

// write writes procedures and losses, each line as one.
func (m *importer) write(out, losses string) error {
	err := m.s.writeTo(out, func(w io.Writer) error {
		return catalog.WriteLines(w, func(yield func(*catalog.Procedure) bool) {
			for i := range m.versions {
				if !yield(&m.versions[i]) {
					return
				}
			}
		})
	})
	if err != nil || losses == "" {
		return err
	}
	return m.s.writeTo(losses, func(w io.Writer) error {
		for _, l := range m.losses {
			if err := m.s.encode(w, l); err != nil {
				return err
			}
		}
		return nil
	})
}

// writeTo writes a file, or to the output where no name is given.
func (s *session) writeTo(name string, write func(io.Writer) error) error {
	if name == "" || name == "-" {
		return write(s.out)
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	b := bufio.NewWriter(f)
	if err := write(b); err != nil {
		f.Close()
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := b.Flush(); err != nil {
		f.Close()
		return fmt.Errorf("%s: %w", name, err)
	}
	return f.Close()
}

// importLine is the JSON form of the summary.
type importLine struct {
	Procedures int            `json:"procedures"`
	Losses     int            `json:"losses"`
	Kinds      map[string]int `json:"kinds"`
	Codes      map[string]int `json:"codes"`
}

// summary counts what was read and what was lost.
func (m *importer) summary() error {
	line := importLine{Procedures: len(m.versions), Losses: len(m.losses), Kinds: map[string]int{}, Codes: map[string]int{}}
	for _, l := range m.losses {
		line.Kinds[l.Kind.String()]++
		line.Codes[l.Code]++
	}
	sh := sheet{header: heading("figure", "count"), objects: []any{line}}
	sh.rows = append(sh.rows, []string{"procedures", strconv.Itoa(line.Procedures)}, []string{"losses", strconv.Itoa(line.Losses)})
	for _, group := range []map[string]int{line.Kinds, line.Codes} {
		var names []string
		for name := range group {
			names = append(names, name)
		}
		slices.SortFunc(names, strings.Compare)
		for _, name := range names {
			sh.rows = append(sh.rows, []string{name, strconv.Itoa(group[name])})
		}
	}
	return m.s.show(sh)
}
