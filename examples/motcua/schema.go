package main

import (
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/catalog/intake"
	"github.com/motcua/motcua/catalog/search"
	"github.com/motcua/motcua/catalog/unit"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/forms"
	"github.com/motcua/motcua/dossier/history"
	"github.com/motcua/motcua/dossier/npsp"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/dossier/transcript"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/gateway"
	"github.com/motcua/motcua/payment/receipt"
	"github.com/motcua/motcua/payment/reconcile"
	"github.com/motcua/motcua/payment/register"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/facts"
	"github.com/motcua/motcua/scoring/published"
)

// documents are all kinds of document the library reads and writes.
func documents() []motcua.Document {
	return slices.Concat(
		scoring.Documents(), facts.Documents(), published.Documents(),
		dossier.Documents(), transcript.Documents(), history.Documents(), person.Documents(), forms.Documents(), workday.Documents(), npsp.Documents(),
		catalog.Documents(), fee.Documents(), unit.Documents(), intake.Documents(), search.Documents(),
		payment.Documents(), register.Documents(), receipt.Documents(), gateway.Documents(), reconcile.Documents(),
	)
}

var schemaListCommand = command{
	name:  "schema list",
	short: "list the kinds of document and their JSON Schemas",
	long:  "Lists the kinds of JSON document the library reads and writes, with the $id of their schemas (JSON Schema 2020-12).",
	run: func(s *session) error {
		if err := s.parse(0, 0); err != nil {
			return err
		}
		sh := sheet{header: heading("name", "$id")}
		for _, d := range documents() {
			sh.rows = append(sh.rows, []string{d.Name, d.ID})
			sh.objects = append(sh.objects, map[string]string{"name": d.Name, "id": d.ID})
		}
		return s.show(sh)
	},
}

var schemaShowCommand = command{
	name:  "schema show",
	args:  "NAME",
	short: "write a JSON Schema",
	long:  "Writes the JSON Schema of a kind of document. What a schema cannot say, as that maxima add up, the program checks beyond it.",
	run: func(s *session) error {
		if err := s.parse(1, 1); err != nil {
			return err
		}
		for _, d := range documents() {
			if d.Name == s.args[0] {
				_, err := s.out.Write(d.Schema)
				return err
			}
		}
		return usagef("there is no document %q; motcua schema list shows what there is", s.args[0])
	},
}
