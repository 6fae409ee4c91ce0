// Command schemagen writes what the project derives from its Go types and
// definitions: the JSON Schemas in <package>/schema, scoring/rules.md and dossier/life.md.
// It is run by go generate in the root of the module and its output is committed, so
// that a change of a type shows as a change of a schema.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/invopop/jsonschema"

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
	"github.com/motcua/motcua/internal/strict"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/gateway"
	"github.com/motcua/motcua/payment/receipt"
	"github.com/motcua/motcua/payment/reconcile"
	"github.com/motcua/motcua/payment/register"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/facts"
	"github.com/motcua/motcua/scoring/published"
)

func main() {
	if err := run("."); err != nil {
		fmt.Fprintln(os.Stderr, "schemagen:", err)
		os.Exit(1)
	}
}

// prefix begins every $id.
const prefix = strict.SchemaPrefix

// document is a type whose JSON form is written as a schema.
type document struct {
	path  string // of the file; its name is the end of the $id
	value any
	title string
}

var documents = []document{
	{"payment/schema/chargeLine-1.json", payment.Line{}, "Line of a charge"},
	{"payment/register/schema/order-1.json", register.Document{}, "Order of payment: its history"},
	{"payment/register/schema/orderEvent-1.json", register.EventLine{}, "Line of events: one thing that happened to an order"},
	{"payment/register/schema/journalEntry-1.json", payment.Entry{}, "Line of the journal: one entry"},
	{"payment/register/schema/orderOpening-1.json", payment.Opening{}, "What an order asks for"},
	{"payment/register/schema/claim-1.json", payment.Claim{}, "What somebody outside says of an attempt to pay"},
	{"payment/receipt/schema/receipt-1.json", receipt.Receipt{}, "Receipt of a fee or charge"},
	{"payment/receipt/schema/receiptEvent-1.json", receipt.Event{}, "Event of a series of receipts"},
	{"payment/gateway/schema/platformInit-1.json", gateway.Init{}, "Message that opens a payment on the payment platform"},
	{"payment/gateway/schema/platformQuery-1.json", gateway.Query{}, "Message that asks the payment platform how a payment stands, or for its receipt"},
	{"payment/gateway/schema/platformConfirm-1.json", gateway.Confirm{}, "Callback of the payment platform"},
	{"payment/gateway/schema/platformAnswer-1.json", gateway.Answer{}, "Answer to a callback of the payment platform"},
	{"payment/gateway/schema/keyPayRequest-1.json", gateway.KeyPay{}, "Message that opens a payment at KeyPay"},
	{"payment/gateway/schema/keyPayCallback-1.json", gateway.KeyPayCallback{}, "Callback of KeyPay"},
	{"payment/gateway/schema/inquiryBill-1.json", gateway.Bill{}, "What is due for a dossier, as the national portal is told"},
	{"payment/reconcile/schema/statementLine-1.json", reconcile.Line{}, "Line of a statement of a bank or a gateway"},
	{"payment/reconcile/schema/statementColumns-1.json", reconcile.Columns{}, "Columns of a statement in CSV"},
	{"payment/reconcile/schema/reconcileRules-1.json", reconcile.Rules{}, "Rules of a reconciliation"},
	{"catalog/schema/procedure-1.json", catalog.Procedure{}, "Version of an administrative procedure"},
	{"catalog/schema/catalogStats-1.json", catalog.Stats{}, "Figures about the procedures of a catalogue"},
	{"catalog/schema/catalogChange-1.json", catalog.Change{}, "Difference of two versions of a procedure"},
	{"catalog/schema/procedureChange-1.json", catalog.ProcedureChange{}, "Difference of two catalogues in one procedure"},
	{"catalog/intake/schema/procedureDocument-1.json", intake.Document{}, "Procedure as nested text in the shape of the national record"},
	{"catalog/intake/schema/importLoss-1.json", intake.Loss{}, "What was lost in reading a procedure"},
	{"catalog/fee/schema/feeTables-1.json", fee.Tables{}, "Tables by which fees are relieved and computed"},
	{"catalog/unit/schema/units-1.json", unit.Rows{}, "Administrative units and their succession"},
	{"catalog/unit/schema/unitLine-1.json", unit.Line{}, "Line of units: a scheme, a unit or a succession"},
	{"catalog/search/schema/abbreviations-1.json", search.Abbreviations{}, "Abbreviations and words people use"},
	{"dossier/schema/lifeRules-1.json", dossier.LifeRules{}, "Rules by which dossiers live"},
	{"dossier/schema/clockRules-1.json", dossier.ClockRules{}, "Rules by which the clock of a dossier is kept"},
	{"dossier/transcript/schema/dossier-1.json", transcript.Document{}, "Dossier: its history"},
	{"dossier/transcript/schema/event-1.json", transcript.Line{}, "Line of events: one thing that happened to a dossier"},
	{"dossier/transcript/schema/command-1.json", dossier.Command{}, "Command: what is asked to be done with a dossier"},
	{"dossier/transcript/schema/ledger-1.json", transcript.Ledger{}, "Ledger: the clock of a dossier at an instant"},
	{"dossier/transcript/schema/verdict-1.json", transcript.Verdict{}, "Verdict: how a dossier stands to its due date"},
	{"dossier/person/schema/applicant-1.json", person.Applicant{}, "Applicant of a dossier, and who stands beside them"},
	{"dossier/forms/schema/form-1.json", forms.Form{}, "Form of the one-window service, filled in"},
	{"dossier/history/schema/historyRecord-1.json", history.Record{}, "Record of a dossier's history, with the hash that seals it"},
	{"dossier/npsp/schema/dossierMessage-1.json", npsp.Dossier{}, "Dossier as the national portal exchanges it"},
	{"dossier/npsp/schema/progressMessage-1.json", npsp.Progress{}, "Step of a dossier's progress as the national portal exchanges it"},
	{"dossier/npsp/schema/procedureMessage-1.json", npsp.Procedure{}, "Procedure as the national portal answers with it"},
	{"dossier/workday/schema/calendar-1.json", workday.Rules{}, "Working calendar, or an overlay of one"},
	{"dossier/workday/schema/hours-1.json", workday.Hours{}, "Office hours of a unit"},
	{"dossier/workday/schema/limit-1.json", workday.Limit{}, "Time limit of a procedure"},
	{"dossier/workday/schema/profiles-1.json", workday.Profiles{}, "Ways of counting a time limit"},
	{"scoring/schema/definition-1.json", scoring.Definition{}, "Definition of an index"},
	{"scoring/schema/extension-1.json", scoring.Extension{}, "Definition that differs from another one"},
	{"scoring/schema/counts-1.json", scoring.CountsLine{}, "Counts of one unit"},
	{"scoring/schema/result-1.json", scoring.Scorecard{}, "Score of one unit"},
	{"scoring/facts/schema/unitFact-1.json", facts.Unit{}, "Line of facts: a unit"},
	{"scoring/facts/schema/procedureFact-1.json", facts.Procedure{}, "Line of facts: a procedure a unit offers"},
	{"scoring/facts/schema/decisionFact-1.json", facts.Decision{}, "Line of facts: a procedure announced or publicised"},
	{"scoring/facts/schema/petitionFact-1.json", facts.Petition{}, "Line of facts: a petition"},
	{"scoring/facts/schema/ratingFact-1.json", facts.Rating{}, "Line of facts: what was said of a dossier"},
	{"scoring/facts/schema/handlingFact-1.json", facts.Handling{}, "Line of facts: how a dossier was handled"},
	{"scoring/facts/schema/reportFact-1.json", facts.Report{}, "Line of facts: a unit's report"},
	{"scoring/facts/schema/coverageFact-1.json", facts.Coverage{}, "Line of facts: what a source answers for"},
	{"scoring/facts/schema/factRules-1.json", facts.Rules{}, "Rules by which messages become facts"},
	{"scoring/published/schema/statement-1.json", published.Statement{}, "Published figures to be checked"},
	{"scoring/published/schema/finding-1.json", published.Finding{}, "Outcome of a check of published figures"},
}

// run writes all files below dir, the root of the module, which must be the
// working directory for comments to be found.
func run(dir string) error {
	files, err := generate()
	if err != nil {
		return err
	}
	for path, content := range files {
		if err := os.WriteFile(filepath.Join(dir, path), content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// generate returns the content of every file.
func generate() (map[string][]byte, error) {
	files := map[string][]byte{"scoring/rules.md": rules(), "dossier/life.md": []byte(dossier.LifeReport()), "payment/life.md": []byte(payment.OrderReport())}
	source := new(jsonschema.Reflector)
	if err := source.AddGoComments("github.com/motcua/motcua", "./", jsonschema.WithFullComment()); err != nil {
		return nil, err
	}
	if source.CommentMap[reflect.TypeFor[scoring.Definition]().PkgPath()+".Definition"] == "" {
		return nil, errors.New("the sources are not below the working directory")
	}
	for _, d := range documents {
		schema, err := reflectSchema(d, source.CommentMap)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.path, err)
		}
		text, err := json.MarshalIndent(schema, "", "  ")
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.path, err)
		}
		files[d.path] = append([]byte(plain.Replace(string(text))), '\n')
	}
	return files, nil
}

// plain undoes escapes that only HTML needs.
var plain = strings.NewReplacer(`\\`, `\\`, `\u003c`, "<", `\u003e`, ">", `\u0026`, "&")

// rules is the rule book of every definition that is shipped.
func rules() []byte {
	var b bytes.Buffer
	b.WriteString("# The rules of the shipped definitions\n\n" +
		"Generated from `scoring/definitions` by `go generate`. The keys in brackets and in the last column are those of the\n" +
		"list of sources below each table; **ours** marks a choice of this project where the sources leave room.\n")
	for _, x := range scoring.Standard().Indices() {
		b.WriteString("\n")
		b.WriteString(x.Rules())
	}
	return b.Bytes()
}
