package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/catalog/sample"
	"github.com/motcua/motcua/payment"
)

var catalogQuoteCommand = command{
	name:  "catalog quote",
	args:  "--procedure CODE --channel online|inPerson|post [--date DATE]",
	short: "price a filing to the đồng, with the act behind each line, or say what is missing",
	long: `
Prices one filing of a procedure on the day it is filed: each fee and charge with its
act, what was taken off and by which act, what is to be paid. A line of 0 stays.

What cannot be known is not guessed: the quote is then refused, exit code 1, and every
reason is told (in JSON as {"refused":[{"code":"quantityMissing",…}]}). Reliefs that
might apply and are not complete are told as possible and never applied.

  motcua catalog quote --procedure 1.014063 --channel online --date 2026-03-01
  motcua catalog quote --procedure 1.001193 --channel online --answer late=false --beneficiary child
  motcua catalog quote --procedure 2.000815 --channel inPerson --case here --quantity page=12

--quantity N counts the one thing the fees of the procedure count; where they count
several, --quantity page=N names it. Amounts of --value are đồng, or bear their
currency ("cost=1000.00 USD"). --unit is the unit that receives, which decides whose
reliefs apply.

  {"totals":[{"amount":"0","currency":"VND"}],"lines":[{"name":"…","kind":"le-phi","amount":"0","source":"…","reason":"…",…}],"possible":[]}`,
	run: runCatalogQuote,
}

// quoteLine is the JSON form of a quote.
type quoteLine struct {
	Totals   []payment.Money `json:"totals"`
	Lines    []chargeLine    `json:"lines"`
	Possible []possibleLine  `json:"possible"`
}

// refusedLine is the JSON form of a quote that was refused.
type refusedLine struct {
	Refused  []refusalLine  `json:"refused"`
	Possible []possibleLine `json:"possible"`
}

// refusalLine is one reason of a refusal.
type refusalLine struct {
	Code   string `json:"code"`
	Row    string `json:"row"`
	Reason string `json:"reason"`
}

// chargeLine is one line of a quote.
type chargeLine struct {
	Name     string         `json:"name"`
	Kind     payment.Kind   `json:"kind"`
	Amount   string         `json:"amount"`
	Currency string         `json:"currency"`
	Full     string         `json:"full"`
	Support  string         `json:"support"`
	Quantity motcua.Decimal `json:"quantity"`
	Unit     string         `json:"unit"`
	Rule     string         `json:"rule"`
	Source   string         `json:"source"`
	Reason   string         `json:"reason"`
	Changes  []reliefLine   `json:"changes"`
}

// reliefLine is one relief that was applied.
type reliefLine struct {
	Kind   payment.ChangeKind `json:"kind"`
	Rule   string             `json:"rule"`
	Amount string             `json:"amount"`
	Title  string             `json:"title"`
	Source string             `json:"source"`
}

// possibleLine is a relief that was not applied.
type possibleLine struct {
	Rule   string `json:"rule"`
	Title  string `json:"title"`
	Why    string `json:"why"`
	Source string `json:"source"`
}

// quoteFlags are the words of a quote.
type quoteFlags struct {
	catalogueFlags
	code, channel, of, option, unit, tables  string
	beneficiary, quantities, values, answers words
}

func (f *quoteFlags) register(s *session) {
	f.catalogueFlags.register(s)
	s.flags.StringVar(&f.code, "procedure", "", "`CODE` of the procedure")
	s.flags.StringVar(&f.channel, "channel", "", "`CHANNEL`: online, inPerson or post")
	s.flags.StringVar(&f.of, "case", "", "`ID` of the case")
	s.flags.StringVar(&f.option, "option", "", "`ID` of the time option")
	s.flags.StringVar(&f.unit, "unit", "", "`CODE` of the unit that receives")
	s.flags.StringVar(&f.tables, "tables", "", "`FILE.json` of reliefs and choices (schema feeTables); those of the library if absent")
	s.flags.Var(&f.beneficiary, "beneficiary", "`CLASS` of the beneficiary, as child; may be repeated")
	s.flags.Var(&f.quantities, "quantity", "`N` or UNIT=N: how many; may be repeated")
	s.flags.Var(&f.values, "value", "`ID=AMOUNT` that a percentage is of; may be repeated")
	s.flags.Var(&f.answers, "answer", "`ID=VALUE` that a condition looks at; may be repeated")
}

func runCatalogQuote(s *session) error {
	var f quoteFlags
	f.register(s)
	if err := s.parse(0, 1); err != nil {
		return err
	}
	if len(s.args) == 1 && f.code == "" {
		f.code = s.args[0]
	}
	if f.code == "" {
		return usagef("--procedure is missing")
	}
	snapshot, err := f.open(s)
	if err != nil {
		return err
	}
	p, err := s.find(snapshot, f.code)
	if err != nil {
		return err
	}
	q, err := f.question(p)
	if err != nil {
		return err
	}
	q.Date = snapshot.Valid()
	tables, err := f.feeTables(s)
	if err != nil {
		return err
	}
	quote, err := p.Quote(tables, q)
	var refusal *fee.RefusalError
	if errors.As(err, &refusal) {
		return s.showRefusal(p, refusal, quote.Possible)
	}
	if err != nil {
		return err
	}
	return s.showQuote(p, &quote)
}

// feeTables are the reliefs the call names.
func (f *quoteFlags) feeTables(s *session) (*fee.Tables, error) {
	if f.tables == "" {
		if f.file == "" {
			return sample.Tables(), nil
		}
		return fee.Standard(), nil
	}
	data, err := s.read(f.tables)
	if err != nil {
		return nil, err
	}
	tables, faults := fee.ParseTables(data)
	s.report(f.tables, faults)
	return &tables, reported(faults)
}

// question reads the words of the call.
func (f *quoteFlags) question(p *catalog.Procedure) (fee.Question, error) {
	q := fee.Question{Case: f.of, Option: f.option, Beneficiary: f.beneficiary,
		Quantities: map[string]motcua.Decimal{}, Values: map[string]payment.Money{}}
	if f.channel != "" {
		if err := q.Channel.UnmarshalText([]byte(f.channel)); err != nil {
			return q, usagef("--channel: %v", err)
		}
	}
	if f.unit != "" {
		unit, err := motcua.ParseUnit(f.unit)
		if err != nil {
			return q, usagef("--unit: %v", err)
		}
		q.Unit = unit
	}
	for _, text := range f.quantities {
		unit, number, named := strings.Cut(text, "=")
		if !named {
			number = unit
			units := countedUnits(p, &q)
			if len(units) != 1 {
				return q, usagef("--quantity %s: name what is counted, as page=%s; the fees of %s count %q", text, text, p.Code, units)
			}
			unit = units[0]
		}
		n, err := motcua.ParseDecimal(number)
		if err != nil {
			return q, usagef("--quantity: %v", err)
		}
		q.Quantities[unit] = n
	}
	for _, text := range f.values {
		id, amount, _ := strings.Cut(text, "=")
		if !strings.Contains(amount, " ") {
			amount += " VND"
		}
		m, err := payment.ParseMoney(amount)
		if err != nil {
			return q, usagef("--value: %v", err)
		}
		q.Values[id] = m
	}
	answers, err := answersOf(p, f.answers)
	q.Answers = answers
	return q, err
}

// countedUnits are the units that the fees of a procedure count, in the case and the
// channel that are asked for.
func countedUnits(p *catalog.Procedure, q *fee.Question) []string {
	var units []string
	for i := range p.Fees {
		r := &p.Fees[i]
		counts := r.Tariff.PerUnit != nil || r.Tariff.Bands != nil
		mine := (len(r.Channels) == 0 || q.Channel == 0 || slices.Contains(r.Channels, q.Channel)) &&
			(len(r.Cases) == 0 || q.Case == "" || slices.Contains(r.Cases, q.Case))
		if counts && mine && !slices.Contains(units, r.Unit) {
			units = append(units, r.Unit)
		}
	}
	return units
}

// answersOf reads answers to the questions of a procedure, by their types.
func answersOf(p *catalog.Procedure, texts words) (map[string]motcua.Scalar, error) {
	answers := map[string]motcua.Scalar{}
	for _, text := range texts {
		id, value, ok := strings.Cut(text, "=")
		if !ok {
			return nil, usagef("--answer %s: want ID=VALUE", text)
		}
		scalar := motcua.TextScalar(value)
		i := slices.IndexFunc(p.Questions, func(q catalog.Question) bool { return q.ID == id })
		if i >= 0 && (p.Questions[i].Type == motcua.ColumnFlag || p.Questions[i].Type == motcua.ColumnNumber) {
			if err := scalar.UnmarshalJSON([]byte(value)); err != nil {
				return nil, usagef("--answer %s: %v", id, err)
			}
		} else if i >= 0 {
			typed, err := scalar.As(p.Questions[i].Type)
			if err != nil {
				return nil, usagef("--answer %s: %v", id, err)
			}
			scalar = typed
		}
		if _, twice := answers[id]; twice {
			return nil, usagef("--answer %s stands twice", id)
		}
		answers[id] = scalar
	}
	return answers, nil
}
