package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"github.com/motcua/motcua/scoring"
)

var definitionListCommand = command{
	name:  "definition list",
	short: "list the shipped definitions",
	long:  "Lists the shipped definitions with their versions, validity and number of leaves. A variant is found by name only, never picked by date.",
	run: func(s *session) error {
		if err := s.parse(0, 0); err != nil {
			return err
		}
		sh := sheet{header: heading("id", "version", "in force", "variant", "leaves", "title")}
		indices := scoring.Standard().Indices()
		slices.SortFunc(indices, func(a, b *scoring.Index) int {
			return cmp.Or(cmp.Compare(a.ID(), b.ID()), cmp.Compare(a.Version(), b.Version()))
		})
		for _, x := range indices {
			d := x.Definition()
			sh.rows = append(sh.rows, []string{d.ID, d.Version, d.Validity.String(), strconv.FormatBool(d.Variant), strconv.Itoa(len(x.Leaves())), s.text(d.Title)})
			sh.objects = append(sh.objects, map[string]any{"id": d.ID, "version": d.Version, "validity": d.Validity, "variant": d.Variant, "leaves": x.Leaves(), "title": d.Title})
		}
		return s.show(sh)
	},
}

var definitionShowCommand = command{
	name:  "definition show",
	args:  "[ID|FILE.json] [--version NAME]",
	short: "write a definition as JSON, extensions resolved",
	long:  "Writes a definition as one JSON document with everything it takes from the definition it extends. Save it, change it, check it, score with it.",
	run: func(s *session) error {
		index, err := s.named()
		if err != nil {
			return err
		}
		if s.format == "json" {
			return s.encode(s.out, index.Definition())
		}
		e := json.NewEncoder(s.out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(index.Definition())
	},
}

var definitionRulesCommand = command{
	name:  "definition rules",
	args:  "[ID|FILE.json] [--version NAME]",
	short: "write a definition's rule book",
	long:  "Writes, in Markdown, for each leaf its population, anchor and cut, its scale, what zero and null are worth, what it is at each level, and on whose word.",
	run: func(s *session) error {
		index, err := s.named()
		if err != nil {
			return err
		}
		_, err = s.out.WriteString(index.Rules())
		return err
	},
}

// named reads the flags and finds the definition that is named: its newest
// version where none is in force today.
func (s *session) named() (*scoring.Index, error) {
	var r rules
	r.register(s)
	if err := s.parse(0, 1); err != nil {
		return nil, err
	}
	if len(s.args) == 1 {
		r.definition = s.args[0]
	}
	period, day, err := r.times(s)
	if err != nil {
		return nil, err
	}
	index, err := r.index(s, period, day)
	if err == nil || !r.undated() || r.asOf != "" {
		return index, err
	}
	last := newest(r.definition)
	if last == nil {
		return nil, err
	}
	s.complain(s.text(textNewest), last.ID(), day, last.Version(), last.Validity())
	return last, nil
}

var definitionCheckCommand = command{
	name:  "definition check",
	args:  "FILE.json",
	short: "check a definition and report every fault at once",
	long:  "Checks a definition or an extension of a shipped one: every fault at once, with line, pointer and code. Exit code 1 if there is an error.",
	run: func(s *session) error {
		if err := s.parse(1, 1); err != nil {
			return err
		}
		index, err := s.parseDefinition(s.args[0])
		if err != nil {
			return err
		}
		if s.format == "json" {
			return s.encode(s.out, map[string]any{"id": index.ID(), "version": index.Version(), "hash": fmt.Sprintf("%x", index.Hash())})
		}
		fmt.Fprintf(s.out, "%s %s: %d leaves, sha256 %x\n", index.ID(), index.Version(), len(index.Leaves()), index.Hash())
		return nil
	},
}

var definitionColumnsCommand = command{
	name:  "definition columns",
	short: "list the columns measures may speak of",
	long:  "Lists the tables of facts and their columns: the only words a measure's predicates may use, and the data dictionary of exports.",
	run: func(s *session) error {
		if err := s.parse(0, 0); err != nil {
			return err
		}
		sh := sheet{header: heading("table", "name", "type", "from", "meaning")}
		for _, c := range scoring.Columns() {
			sh.rows = append(sh.rows, []string{c.Table, c.Name, c.Type.String(), c.From, s.text(c.Meaning)})
			sh.objects = append(sh.objects, c)
		}
		return s.show(sh)
	},
}
