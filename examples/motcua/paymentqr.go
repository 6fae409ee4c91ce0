package main

import (
	"cmp"
	"io"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/qr"
	"github.com/motcua/motcua/payment/register"
)

var paymentQRCommand = command{
	name:  "payment qr",
	args:  "[--order FILE | --bank BIN --account NUMBER …] [--verify PAYLOAD]",
	short: "write the text of a VietQR code, or verify one",
	long: `
Writes what a VietQR code for a bank transfer says, as one line of text that any program
can draw as a QR code:

  motcua payment qr --bank 970403 --account 0011012345678 --amount 25000 --reference HD0001T1
  motcua payment qr --order opening.json --plain

FILE is what an order asks for (motcua schema show orderOpening): its account, its total,
the reference of its attempt, and its note after that. --bank and --account are those of
an order that names none. Banks take letters without marks, digits and spaces in a note,
25 at most. A note with more is an error, unless --plain takes it off; what was changed is
told. JSON is {"payload","code","changes"}.

With --verify the code is read and held to what the other flags say: another bank,
account, amount or reference, a second account, a fee on top, an order that expired. Each
is told, exit code 1. Without other flags the code is only read.

  motcua payment qr --order opening.json --verify 00020101021238…
  motcua payment qr --verify - < scanned.txt

JSON is {"valid","code"}; a code that could not be read is null.`,
	run: runPaymentQR,
}

// codeFlags are the flags that say what a code should be.
type codeFlags struct {
	order                 string
	attempt               int
	bank, account, amount string
	reference, note       string
	static, card, plain   bool
	verify, expires, now  string
}

func (c *codeFlags) register(s *session) {
	s.flags.StringVar(&c.order, "order", "", "`FILE` of what an order asks for")
	s.flags.IntVar(&c.attempt, "attempt", 1, "`NUMBER` of the attempt to pay the order")
	s.flags.StringVar(&c.bank, "bank", "", "`BIN` of the bank, 6 digits")
	s.flags.StringVar(&c.account, "account", "", "`NUMBER` of the account")
	s.flags.StringVar(&c.amount, "amount", "", "`AMOUNT` in đồng; of the order: its total if absent")
	s.flags.StringVar(&c.reference, "reference", "", "`TEXT` that tells the payment from others")
	s.flags.StringVar(&c.note, "note", "", "`TEXT` that the statement shows; of an order: what follows the reference")
	s.flags.BoolVar(&c.static, "static", false, "a code for many payments, and not for one")
	s.flags.BoolVar(&c.card, "card", false, "the number is that of a card")
	s.flags.BoolVar(&c.plain, "plain", false, "take off what banks do not take in a note")
	s.flags.StringVar(&c.verify, "verify", "", "`PAYLOAD` to be read and held to the other flags; - is standard input")
	s.flags.StringVar(&c.expires, "expires", "", "`TIME` from which nobody should pay; of an order: when it is due if absent")
	s.flags.StringVar(&c.now, "now", "", "`TIME` of the verification, 2026-07-01T08:00:00+07:00; that of the clock if absent")
}

func runPaymentQR(s *session) error {
	var c codeFlags
	c.register(s)
	if err := s.parse(0, 0); err != nil {
		return err
	}
	if s.format == "csv" {
		return usagef("--format csv: a code is a line of text, or json")
	}
	if s.given("attempt") && (c.attempt < 1 || !s.given("order")) {
		return usagef("--attempt is the number, from 1, of an attempt to pay the order of --order")
	}
	if !s.given("order") && !s.given("verify") && (c.bank == "" || c.account == "") {
		return usagef("a code wants --bank and --account, or --order, or --verify with one to be read")
	}
	o, a, err := c.wanted(s)
	switch {
	case err != nil:
		return err
	case s.given("verify"):
		return c.check(s, o, a)
	}
	return c.write(s, o, a)
}

// wanted is the order that the flags or the file tell of, and the attempt to pay it.
func (c *codeFlags) wanted(s *session) (*payment.Opening, *payment.Attempt, error) {
	o := payment.Opening{Beneficiary: payment.Account{Bank: c.bank, Number: c.account}, Note: c.note}
	a := payment.Attempt{Reference: c.reference}
	if c.order != "" {
		if s.given("reference") {
			return nil, nil, usagef("--order says --reference")
		}
		data, err := s.read(c.order)
		if err != nil {
			return nil, nil, err
		}
		read, faults := register.ParseOpening(data)
		if s.report(c.order, faults); faults.Err() != nil {
			return nil, nil, errReported
		}
		if given := o.Beneficiary; s.given("bank") || s.given("account") {
			if read.Beneficiary != (payment.Account{}) {
				return nil, nil, usagef("--order says --bank and --account")
			}
			read.Beneficiary = given
		}
		o = read
		if s.given("note") {
			o.Note = c.note
		}
		a.Reference = payment.Reference(o.ID, c.attempt)
		if totals, err := payment.LineTotals(o.Lines); err == nil && len(totals) == 1 {
			a.Amount = totals[0]
		}
	}
	var err error
	if c.amount != "" {
		if a.Amount, err = payment.ParseAmount(c.amount, payment.VND); err != nil {
			return nil, nil, usagef("--amount: %v", err)
		}
	}
	if c.expires != "" {
		if a.Expires, err = time.Parse(time.RFC3339, c.expires); err != nil {
			return nil, nil, usagef("--expires %q is no time, 2026-07-01T08:00:00+07:00", c.expires)
		}
	}
	return &o, &a, nil
}

// write writes the code.
func (c *codeFlags) write(s *session, o *payment.Opening, a *payment.Attempt) error {
	code := qr.Of(o, a)
	if c.order == "" {
		code.Note = c.note
	}
	if c.static {
		code.Initiation = qr.InitiationStatic
	}
	if c.card {
		code.Service = qr.ServiceCard
	}
	changes := []qr.Change{}
	if c.plain {
		note, changed := qr.Plain(code.Note)
		if code.Note, changes = note, append(changes, changed...); len(changes) > 0 {
			s.complain("the note is now %q", note)
		}
	}
	payload, faults := code.Payload()
	if s.report("code", faults); faults != nil {
		return errReported
	}
	if s.format == "json" {
		return s.encode(s.out, struct {
			Payload string      `json:"payload"`
			Code    qr.Code     `json:"code"`
			Changes []qr.Change `json:"changes"`
		}{payload, code, changes})
	}
	_, err := io.WriteString(s.out, payload+"\n")
	return err
}

// check reads the code and holds it to what is wanted.
func (c *codeFlags) check(s *session, o *payment.Opening, a *payment.Attempt) error {
	payload, now := c.verify, s.clock()
	if c.verify == "-" {
		data, err := s.read("-")
		if err != nil {
			return err
		}
		payload = strings.TrimRight(string(data), "\r\n")
	}
	if c.now != "" {
		var err error
		if now, err = time.Parse(time.RFC3339, c.now); err != nil {
			return usagef("--now %q is no time, 2026-07-01T08:00:00+07:00", c.now)
		}
	}
	code, faults := qr.Parse(payload)
	if s.given("order") || s.given("bank") || s.given("account") || s.given("amount") || s.given("reference") || s.given("expires") {
		want := qr.Expect(o, a)
		code, faults = qr.Verify(payload, &want, now)
	}
	s.report("code", faults)
	if s.format == "json" {
		answer := struct {
			Valid bool     `json:"valid"`
			Code  *qr.Code `json:"code"` // null: it could not be read
		}{Valid: faults.Err() == nil}
		if code.Service != 0 {
			answer.Code = &code
		}
		return s.encode(s.out, answer)
	}
	return s.showCode(&code)
}

// showCode writes the members of a code for people.
func (s *session) showCode(c *qr.Code) error {
	sh := sheet{header: heading("what", "code")}
	amount := nothing
	if !c.Amount.IsZero() {
		amount = c.Amount.String()
	}
	for _, row := range []struct {
		title motcua.Text
		value string
	}{
		{motcua.Text{Vi: "ngân hàng", En: "bank"}, c.Bank},
		{motcua.Text{Vi: "tài khoản", En: "account"}, c.Account},
		{motcua.Text{Vi: "số tiền", En: "amount"}, amount},
		{motcua.Text{Vi: "mã tham chiếu", En: "reference"}, c.Reference},
		{motcua.Text{Vi: "nội dung", En: "note"}, c.Note},
	} {
		sh.rows = append(sh.rows, []string{s.text(row.title), cmp.Or(row.value, nothing)})
	}
	return s.show(sh)
}
