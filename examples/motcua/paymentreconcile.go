package main

import (
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/reconcile"
)

var paymentReconcileCommand = command{
	name:  "payment reconcile",
	args:  "--journal FILE --statement FILE",
	short: "hold the statement of a bank or a gateway against the journal of orders",
	long: `
Finds where the journal and the statement differ, proposes what to do about it, and closes
each day. Nothing is applied.

  motcua payment journal events.jsonl --format json > journal.jsonl
  motcua payment reconcile --journal journal.jsonl --statement bank.csv

The journal is entries in JSON Lines (motcua schema show journalEntry), what payment
journal writes. The statement is JSON Lines (schema show statementLine), or CSV if its
name ends in .csv or .csv.gz. Its headers are the members of a line or the fields of the
payment platform (MaThamChieu, MaGiaoDich, SoTien, ThoiGianGD, TrangThaiGD …), in any order,
with any of , ; | and tabs between cells; dates are 2026-03-02 or 02/03/2026, thousands may
have points. A bank that writes otherwise is described by --columns (schema show
statementColumns). Files may be gzipped; - is standard input.

Lines find their movements by transaction, then by reference and amount, then by
reference, then by dossier, amount and day; a key that could mean several decides nothing.
--rules says how far apart the two may be, and of which units and methods the account is
(schema show reconcileRules); --from and --to which time it is about: a date is the
beginning of the day.

Classes: missingHere, missingThere, notYet, amount, date, status, duplicate, ambiguous,
reference.
Exit code 1 if anything was found but what the statement may still bring, or if a line
could not be read; such lines are told and left out. JSON is one object:

  {"lines":2,"movements":2,"idle":0,"outside":0,"totals":{"matched":1,…},"findings":[{"class":"missingThere","order":"HD0002",…,"proposal":{"step":"query",…}}],"closing":[{"day":"2026-03-02",…,"balances":true}],"balances":true}

CSV is the findings.`,
	run: runPaymentReconcile,
}

// reconcileFlags are the files and rules of a reconciliation.
type reconcileFlags struct {
	journal, statement, columns, rules, from, to string
}

// reconciled is the JSON form of a report.
type reconciled struct {
	Lines     int64               `json:"lines"`
	Movements int64               `json:"movements"`
	Idle      int64               `json:"idle"`
	Outside   int64               `json:"outside"`
	Totals    map[string]int64    `json:"totals"`
	Findings  []reconcile.Finding `json:"findings"`
	Closing   []reconcile.Closing `json:"closing"`
	Balances  bool                `json:"balances"`
}

func runPaymentReconcile(s *session) error {
	var f reconcileFlags
	s.flags.StringVar(&f.journal, "journal", "", "`FILE` of entries of the journal")
	s.flags.StringVar(&f.statement, "statement", "", "`FILE` of the statement")
	s.flags.StringVar(&f.columns, "columns", "", "`FILE` that says what the columns of the CSV are")
	s.flags.StringVar(&f.rules, "rules", "", "`FILE` of tolerances")
	s.flags.StringVar(&f.from, "from", "", "`DAY` from which the reconciliation is about, or a time")
	s.flags.StringVar(&f.to, "to", "", "`DAY` it ends before, or a time")
	if err := s.parse(0, 0); err != nil {
		return err
	}
	if f.journal == "" || f.statement == "" {
		return usagef("--journal and --statement are needed")
	}
	rules, columns, err := f.read(s)
	if err != nil {
		return err
	}
	r := reconcile.New(&rules)
	if err := f.feed(s, r, columns); err != nil {
		return err
	}
	report := r.Close()
	if err := s.reconciled(report); err != nil {
		return err
	}
	for _, c := range report.Counts {
		if c.Class != reconcile.ClassMatched && c.Class != reconcile.ClassNotYet && c.Count > 0 {
			s.failed = true
		}
	}
	if s.failed || !report.Balances() {
		return errReported
	}
	return nil
}

// read reads the rules and the columns.
func (f *reconcileFlags) read(s *session) (rules reconcile.Rules, columns *reconcile.Columns, err error) {
	rules = reconcile.Usual()
	if f.rules != "" {
		data, err := s.read(f.rules)
		if err != nil {
			return rules, nil, err
		}
		var faults motcua.Faults
		rules, faults = reconcile.ParseRules(data)
		s.report(f.rules, faults)
	}
	if f.columns != "" {
		data, err := s.read(f.columns)
		if err != nil {
			return rules, nil, err
		}
		read, faults := reconcile.ParseColumns(data)
		s.report(f.columns, faults)
		columns = &read
	}
	if rules.From, err = bound(f.from, rules.From); err != nil {
		return rules, nil, usagef("--from: %v", err)
	}
	if rules.To, err = bound(f.to, rules.To); err != nil {
		return rules, nil, usagef("--to: %v", err)
	}
	if s.failed {
		return rules, nil, errReported
	}
	s.report("rules", rules.Check())
	if s.failed {
		err = errReported
	}
	return rules, columns, err
}

// bound is a day or a time; what it was if nothing is said.
func bound(text string, was time.Time) (time.Time, error) {
	if text == "" {
		return was, nil
	}
	if d, err := motcua.ParseDate(text); err == nil {
		return d.In(motcua.Vietnam()), nil
	}
	return time.Parse(time.RFC3339, text)
}

// feed reads both files.
func (f *reconcileFlags) feed(s *session, r *reconcile.Reconciler, columns *reconcile.Columns) error {
	in, err := s.open(f.journal)
	if err != nil {
		return err
	}
	defer in.Close()
	err = reconcile.ReadJournal(in, func(e *payment.Entry, faults motcua.Faults) error {
		if s.report(f.journal, faults); faults.Err() != nil {
			return nil
		}
		return r.Here(e)
	})
	if err != nil {
		return err
	}
	lines, err := s.open(f.statement)
	if err != nil {
		return err
	}
	defer lines.Close()
	each := func(l *reconcile.Line, faults motcua.Faults) error {
		if s.report(f.statement, faults); faults.Err() != nil {
			return nil
		}
		return r.There(l)
	}
	if name := strings.TrimSuffix(f.statement, ".gz"); columns != nil || strings.HasSuffix(name, ".csv") {
		err = reconcile.ReadCSV(lines, columns, each)
	} else {
		err = reconcile.ReadLines(lines, each)
	}
	if told, ok := err.(motcua.Faults); ok {
		s.report(f.statement, told)
		err = errReported
	}
	return err
}

// reconciled shows a report.
func (s *session) reconciled(r *reconcile.Report) error {
	if s.format == "json" {
		x := reconciled{r.Lines, r.Movements, r.Idle, r.Outside, map[string]int64{}, r.Findings, r.Closings, r.Balances()}
		for _, c := range r.Counts {
			x.Totals[c.Class.String()] = c.Count
		}
		return s.encode(s.out, x)
	}
	sh := sheet{header: heading("class", "order", "reference", "transaction", "row", "here", "there", "proposal")}
	for _, f := range r.Findings {
		row := []string{s.text(f.Class.Title()), f.Order, f.Reference, f.Transaction, nothing, amount(f.Here), amount(f.There), f.Proposal.Step.String()}
		if s.format == "csv" {
			row[0] = f.Class.String()
		}
		if f.Row > 0 {
			row[4] = whole(f.Row)
		}
		sh.rows = append(sh.rows, row)
	}
	if s.format == "csv" || len(sh.rows) > 0 {
		if err := s.show(sh); err != nil || s.format == "csv" {
			return err
		}
		s.out.WriteString("\n")
	}
	return s.closings(r)
}

// closings shows how often what was found, and the days.
func (s *session) closings(r *reconcile.Report) error {
	counts := sheet{header: heading("class", "count")}
	for _, c := range r.Counts {
		counts.rows = append(counts.rows, []string{s.text(c.Class.Title()), whole(c.Count)})
	}
	if err := s.show(counts); err != nil {
		return err
	}
	s.out.WriteString("\n")
	days := sheet{header: heading("day of closing", "currency", "opening", "in here", "out here", "in there", "out there", "closing", "difference", "explained by")}
	for _, c := range r.Closings {
		var parts []string
		for _, p := range c.Explained {
			parts = append(parts, s.text(p.Class.Title())+" "+whole(p.Amount))
		}
		if !c.Balances {
			parts = append(parts, "?")
		}
		days.rows = append(days.rows, []string{c.Day.String(), c.Currency.String(), whole(c.Opening), whole(c.HereIn), whole(c.HereOut), whole(c.ThereIn), whole(c.ThereOut),
			whole(c.Closing), whole(c.Difference), strings.Join(parts, ", ")})
	}
	return s.show(days)
}

// amount writes an amount, and nothing for none.
func amount(m payment.Money) string {
	if m.IsZero() {
		return nothing
	}
	return m.String()
}
