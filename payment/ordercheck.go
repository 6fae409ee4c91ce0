package payment

import (
	"time"

	"github.com/motcua/motcua"
)

// Check finds all that is wrong with a command by itself, sorted: no id, action or role,
// what its action needs and does not have, what it does not take, and faults in that.
func (c *Command) Check() motcua.Faults {
	var faults motcua.Faults
	checkForm(&faults, c.ID, c.Action, c.By, &c.Details)
	c.check(&faults)
	faults.Sort()
	return faults
}

// Check finds all that is wrong with an event by itself, sorted: what [Command.Check]
// finds, no time or state, a fingerprint that is not that of what it says, and postings
// that do not add up to 0.
func (e *Event) Check() motcua.Faults {
	var faults motcua.Faults
	checkForm(&faults, e.ID, e.Action, e.By, &e.Details)
	e.check(&faults)
	if e.At.IsZero() {
		fault(&faults, codeOrderUnsaid, "/at", "thiếu thời điểm", "the time is missing")
	}
	if e.To.row().state == 0 {
		fault(&faults, codeOrderUnsaid, "/to", "thiếu trạng thái", "the state is missing")
	}
	if print, err := fingerprint(e.Action, e.By, e.Who, e.Details); err == nil && print != e.Fingerprint {
		fault(&faults, codePrint, "/fingerprint", "không khớp nội dung", "not that of what the event says")
	}
	if !balanced(e.Postings) {
		fault(&faults, codePosted, "/postings", "tổng các bút toán khác 0", "the postings do not add up to 0")
	}
	faults.Sort()
	return faults
}

// balanced reports whether postings add up to 0 in every currency. A posting without a
// book is none.
func balanced(list []Posting) bool {
	sums := map[Currency]int64{}
	for _, p := range list {
		if p.Book == 0 {
			return false
		}
		sums[p.Amount.currency] += p.Amount.minor
	}
	for _, n := range sums {
		if n != 0 {
			return false
		}
	}
	return true
}

func checkForm(faults *motcua.Faults, id string, a Action, by Role, d *Details) {
	if id == "" {
		fault(faults, codeOrderUnsaid, "/id", "thiếu mã", "the id is missing")
	}
	row := a.row()
	if row.action == 0 {
		fault(faults, codeOrderUnsaid, "/action", "thiếu hành động", "the action is missing")
		return
	}
	if _, err := by.MarshalText(); err != nil {
		fault(faults, codeOrderUnsaid, "/by", "thiếu tư cách", "the role is missing")
	}
	has := d.members()
	for i, name := range detailNames {
		switch bit := detail(1) << i; {
		case row.needs&bit != 0 && has&bit == 0:
			fault(faults, codeOrderNeeds, "/"+name, "%s cần %s", "%s needs %s", a, name)
		case row.needs&bit == 0 && has&bit != 0 && bit != hasReason:
			fault(faults, codeOrderTakes, "/"+name, "%s không nhận %s", "%s does not take %s", a, name)
		}
	}
}

// check finds what is wrong with the details that are there.
func (d *Details) check(faults *motcua.Faults) {
	if d.Opening != nil {
		*faults = append(*faults, d.Opening.Check().At("/opening")...)
	}
	if a := d.Attempt; a != nil {
		checkReference(faults, "/attempt/reference", a.Reference)
		checkMethod(faults, "/attempt/method", a.Method)
		checkPositive(faults, "/attempt/amount", a.Amount)
	}
	if d.Claim != nil {
		*faults = append(*faults, d.Claim.Check().At("/claim")...)
	}
	if d.Reference != "" {
		checkReference(faults, "/reference", d.Reference)
	}
	if r := d.Relief; r != nil {
		checkPositive(faults, "/relief/amount", r.Amount)
		checkRule(faults, "/relief", r.Rule, r.Source)
	}
	if r := d.Refund; r != nil {
		checkSaid(faults, "/refund/id", r.ID)
		checkPositive(faults, "/refund/amount", r.Amount)
		checkMethod(faults, "/refund/method", r.Method)
	}
	if c := d.Dispute; c != nil {
		checkSaid(faults, "/dispute/id", c.ID)
		checkSaid(faults, "/dispute/transaction", c.Transaction)
		checkPositive(faults, "/dispute/amount", c.Amount)
	}
	if s := d.Settlement; s != nil {
		checkSaid(faults, "/settlement/id", s.ID)
		checkOutcome(faults, "/settlement/outcome", s.Outcome)
		checkTime(faults, "/settlement/at", s.At)
	}
	if c := d.Correction; c != nil {
		checkReference(faults, "/correction/reference", c.Reference)
		checkSaid(faults, "/correction/transaction", c.Transaction)
		if c.Amount.minor < 0 || c.Amount.minor > maxAmount || c.Amount.currency == 0 {
			fault(faults, codeOrderAmount, "/correction/amount", "số tiền phải từ 0 trở lên và có đồng tiền", "the amount is 0 or more, in a currency")
		}
	}
}

// Check finds all that is wrong with a claim by itself, sorted.
func (c *Claim) Check() motcua.Faults {
	var faults motcua.Faults
	checkSaid(&faults, "/reference", c.Reference)
	checkOutcome(&faults, "/outcome", c.Outcome)
	if _, err := c.Origin.MarshalText(); err != nil {
		fault(&faults, codeOrderUnsaid, "/origin", "thiếu nguồn", "the origin is missing")
	}
	if c.Outcome == OutcomeSucceeded {
		checkSaid(&faults, "/transaction", c.Transaction)
		checkPositive(&faults, "/amount", c.Amount)
	} else if c.Amount.minor < 0 || c.Amount.minor > maxAmount {
		fault(&faults, codeOrderAmount, "/amount", "số tiền không hợp lý", "the amount is below 0 or out of all proportion")
	}
	checkTime(&faults, "/at", c.At)
	faults.Sort()
	return faults
}

func checkReference(faults *motcua.Faults, at, reference string) {
	if _, ok := OrderOf(reference); !ok {
		fault(faults, codeReference, at, "không phải mã tham chiếu", "not the reference of an attempt")
	}
}

func checkSaid(faults *motcua.Faults, at, text string) {
	if text == "" {
		fault(faults, codeOrderUnsaid, at, "thiếu", "missing")
	}
}

func checkMethod(faults *motcua.Faults, at string, m Method) {
	if _, err := m.MarshalText(); err != nil {
		fault(faults, codeOrderUnsaid, at, "thiếu hình thức thanh toán", "the method is missing")
	}
}

func checkOutcome(faults *motcua.Faults, at string, o Outcome) {
	if _, err := o.MarshalText(); err != nil {
		fault(faults, codeOrderUnsaid, at, "thiếu kết quả", "the outcome is missing")
	}
}

func checkTime(faults *motcua.Faults, at string, t time.Time) {
	if y := t.UTC().Year(); y < 0 || y > 9999 {
		fault(faults, codeOrderUnsaid, at, "thời điểm không ghi được", "a time that cannot be written")
	}
}

func checkPositive(faults *motcua.Faults, at string, m Money) {
	switch {
	case m.currency == 0:
		fault(faults, codeOrderCurrency, at, "thiếu đồng tiền", "the currency is missing")
	case m.minor <= 0:
		fault(faults, codeOrderAmount, at, "số tiền phải lớn hơn 0", "the amount must be more than 0")
	case m.minor > maxAmount:
		fault(faults, codeOrderAmount, at, "số tiền quá lớn", "the amount is out of all proportion")
	}
}
