package reconcile

import (
	"cmp"
	"slices"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Report is what a reconciliation comes to.
type Report struct {
	Lines     int64     `json:"lines"`     // of the statement
	Movements int64     `json:"movements"` // of the journal, what it says once more too
	Idle      int64     `json:"idle"`      // lines that moved no money, and here none moved
	Outside   int64     `json:"outside"`   // movements and lines of another time, alone or with one another
	Counts    []Count   `json:"counts"`    // by class, each of them
	Findings  []Finding `json:"findings"`  // all but the matched, by class
	Closings  []Closing `json:"closings"`  // by currency and day
}

// Count is how often a class was found.
type Count struct {
	Class Class `json:"class"` // which
	Count int64 `json:"count"` // of findings, within the time that is asked for
}

// Finding is one difference of the two sides.
type Finding struct {
	Class          Class         `json:"class"`                    // of the difference
	Key            Key           `json:"key,omitzero"`             // by which the two sides were matched; absent: they were not
	Direction      Direction     `json:"direction"`                // where the money went
	Order          string        `json:"order,omitempty"`          // id of the order
	Reference      string        `json:"reference,omitempty"`      // of the attempt
	ThereReference string        `json:"thereReference,omitempty"` // as the statement has it, where that is another one
	Transaction    string        `json:"transaction,omitempty"`    // of the bank or the gateway
	Dossier        string        `json:"dossier,omitempty"`        // code of the dossier
	Row            int64         `json:"row,omitempty"`            // of the statement
	Here           payment.Money `json:"here,omitzero"`            // in the journal; absent: not there
	There          payment.Money `json:"there,omitzero"`           // on the statement; absent: not there
	HereDated      time.Time     `json:"hereDated,omitzero"`       // when, by the journal
	ThereDated     time.Time     `json:"thereDated,omitzero"`      // when, by the statement
	Proposal       Proposal      `json:"proposal"`                 // what could be done
}

// Proposal is what could be done about a finding; nothing is applied.
type Proposal struct {
	Step       Step                `json:"step"`                 // what to do
	Reference  string              `json:"reference,omitempty"`  // of the attempt to ask for
	Claim      *payment.Claim      `json:"claim,omitempty"`      // to be reported
	Correction *payment.Correction `json:"correction,omitempty"` // to be made, with a reason
}

// Closing is one day in one currency, in minor units: both sides and the difference, here
// less there, which the classes explain. What went out counts below 0.
type Closing struct {
	Day        motcua.Date      `json:"day"`        // in Vietnam
	Currency   payment.Currency `json:"currency"`   // each has its own closings
	Opening    int64            `json:"opening"`    // balance of the journal before the day
	HereIn     int64            `json:"hereIn"`     // journal
	HereOut    int64            `json:"hereOut"`    // journal
	ThereIn    int64            `json:"thereIn"`    // statement
	ThereOut   int64            `json:"thereOut"`   // statement
	Closing    int64            `json:"closing"`    // balance of the journal after the day
	Difference int64            `json:"difference"` // of the totals
	Explained  []Part           `json:"explained"`  // of the findings; matched: days and tolerances that differ
	Balances   bool             `json:"balances"`   // the difference is what is explained
}

// Part is what a class explains of a difference.
type Part struct {
	Class  Class `json:"class"`  // of findings
	Amount int64 `json:"amount"` // here less there
}

// Balances reports whether every closing balances.
func (r *Report) Balances() bool {
	return !slices.ContainsFunc(r.Closings, func(c Closing) bool { return !c.Balances })
}

// Count is how often a class was found.
func (r *Report) Count(c Class) int64 {
	for _, n := range r.Counts {
		if n.Class == c {
			return n.Count
		}
	}
	return 0
}

// day is a day in a currency.
type day struct {
	date     motcua.Date
	currency payment.Currency
}

// sums are the two sides of a day, and what explains their difference.
type sums struct {
	here, there [Out + 1]int64
	explained   [ClassReference + 1]int64
}

type ledger map[day]*sums

func (b ledger) at(unix int64, c payment.Currency) *sums {
	d := day{motcua.DateOf(at(unix)), c}
	s := b[d]
	if s == nil {
		s = new(sums)
		b[d] = s
	}
	return s
}

func (b ledger) here(i *item) { b.at(i.dated, i.currency).here[i.direction] += i.signed() }
func (b ledger) there(l *Line) {
	b.at(l.Dated.Unix(), l.Amount.Currency()).there[l.Direction] += l.signed().Minor()
}

// explain adds what an item and a line contribute to the difference of their days.
func (b ledger) explain(rules *Rules, c Class, i *item, l *Line) {
	if i != nil && rules.within(i.dated) {
		b.at(i.dated, i.currency).explained[c] += i.signed()
	}
	if l != nil && rules.within(l.Dated.Unix()) {
		b.at(l.Dated.Unix(), l.Amount.Currency()).explained[c] -= l.signed().Minor()
	}
}

// signed is what moved, below 0 for what went out.
func (i *item) signed() int64 {
	if i.direction == Out {
		return -i.minor
	}
	return i.minor
}

// at is an instant in Vietnam.
func at(unix int64) time.Time { return time.Unix(unix, 0).In(motcua.Vietnam()) }

// finding says what is known of both sides.
func finding(c Class, k Key, i *item, l *Line) Finding {
	f := Finding{Class: c, Key: k}
	if l != nil {
		f.Direction, f.Reference, f.Transaction, f.Dossier, f.Row = l.Direction, l.Reference, l.Transaction, l.Dossier, l.Row
		f.There, f.ThereDated = l.Amount, l.Dated
	}
	if i != nil {
		if l != nil && l.Reference != i.reference {
			f.ThereReference = l.Reference
		}
		f.Direction, f.Order, f.Reference, f.Transaction, f.Dossier = i.direction, i.order, i.reference, i.transaction, i.dossier
		f.Here, f.HereDated = money(i.minor, i.currency), at(i.dated)
	}
	return f
}

// propose says what could be done.
func propose(c Class, i *item, l *Line) Proposal {
	switch c {
	case ClassMissingHere:
		if l.Direction == In && l.Transaction != "" && known(l.Reference) {
			return Proposal{Step: StepReport, Reference: l.Reference, Claim: &payment.Claim{
				Reference: l.Reference, Outcome: l.Outcome, Transaction: l.Transaction, Amount: l.Amount, At: l.Dated, Code: l.Status, Origin: payment.OriginStatement,
			}}
		}
	case ClassAmount:
		if i.order != "" && i.direction == In && i.transaction != "" && known(i.reference) && l.Amount.Currency() == i.currency {
			return Proposal{Step: StepCorrect, Reference: i.reference, Correction: &payment.Correction{Reference: i.reference, Transaction: i.transaction, Amount: l.Amount}}
		}
	case ClassMissingThere, ClassStatus:
		if known(i.reference) {
			return Proposal{Step: StepQuery, Reference: i.reference}
		}
	case ClassNotYet, ClassDate:
		return Proposal{Step: StepWait}
	}
	return Proposal{Step: StepInspect}
}

func known(reference string) bool {
	_, ok := payment.OrderOf(reference)
	return ok
}

// add counts a finding, and keeps it if there is something to tell.
func (r *Report) add(f Finding, asked bool) {
	if !asked {
		r.Outside++
		return
	}
	r.Counts[f.Class-1].Count++
	if f.Class != ClassMatched {
		r.Findings = append(r.Findings, f)
	}
}

// finish sorts the findings and closes the days.
func (r *Report) finish(opening []payment.Money, b ledger) {
	if r.Findings == nil {
		r.Findings = []Finding{}
	}
	slices.SortFunc(r.Findings, compareFindings)
	days := make([]day, 0, len(b))
	for d := range b {
		days = append(days, d)
	}
	slices.SortFunc(days, func(a, b day) int { return cmp.Or(cmp.Compare(a.currency, b.currency), cmp.Compare(a.date, b.date)) })
	balance := map[payment.Currency]int64{}
	for _, m := range opening {
		balance[m.Currency()] = m.Minor()
	}
	r.Closings = []Closing{}
	for _, d := range days {
		c := b[d].closing(d, balance[d.currency])
		balance[d.currency] = c.Closing
		r.Closings = append(r.Closings, c)
	}
}

func compareFindings(a, b Finding) int {
	return cmp.Or(cmp.Compare(a.Class, b.Class), cmp.Compare(a.Order, b.Order), cmp.Compare(a.Reference, b.Reference), cmp.Compare(a.Transaction, b.Transaction),
		cmp.Compare(a.Row, b.Row), compareMoney(a.Here, b.Here), compareMoney(a.There, b.There), a.HereDated.Compare(b.HereDated), a.ThereDated.Compare(b.ThereDated),
		cmp.Compare(a.Dossier, b.Dossier), cmp.Compare(a.Direction, b.Direction), cmp.Compare(a.Key, b.Key))
}

func compareMoney(a, b payment.Money) int {
	return cmp.Or(cmp.Compare(a.Currency(), b.Currency()), cmp.Compare(a.Minor(), b.Minor()))
}

// closing is a day as it is closed.
func (s *sums) closing(d day, opening int64) Closing {
	c := Closing{
		Day: d.date, Currency: d.currency, Opening: opening, HereIn: s.here[In], HereOut: s.here[Out], ThereIn: s.there[In], ThereOut: s.there[Out],
		Closing: opening + s.here[In] + s.here[Out], Difference: s.here[In] + s.here[Out] - s.there[In] - s.there[Out], Explained: []Part{},
	}
	sum := int64(0)
	for class, n := range s.explained {
		if n != 0 {
			sum += n
			c.Explained = append(c.Explained, Part{Class(class), n})
		}
	}
	c.Balances = sum == c.Difference
	return c
}
