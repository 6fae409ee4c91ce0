package main

import (
	"bytes"

	"github.com/motcua/motcua/payment/receipt"
)

var paymentReceiptCommand = command{
	name:  "payment receipt",
	args:  "FILE [--out FILE.html]",
	short: "print a receipt of phí or lệ phí (biên lai) as a page",
	long: `
Reads a receipt as a document (motcua schema show receipt), holds it to what must be so –
lines of one kind, a total that is theirs, words that are those of the total, a number –
and prints it as one page of HTML that needs nothing from anywhere. With --format json it
is the receipt as a document.

  motcua payment receipt receipt.json --personal --out receipt.html

Where a person stands there are dots for the pen, unless --personal is given. A receipt
that was made void or replaced says so across the page. One with faults is not printed;
exit code 1.`,
	run: runPaymentReceipt,
}

func runPaymentReceipt(s *session) error {
	personal := s.flags.Bool("personal", false, "print the persons too")
	out := s.flags.String("out", "", "`FILE.html` that is written; the output if absent")
	if err := s.parse(1, 1); err != nil {
		return err
	}
	if s.format == "csv" {
		return usagef("--format csv: a receipt is a page, or json")
	}
	data, err := s.read(s.args[0])
	if err != nil {
		return err
	}
	r, faults := receipt.ParseReceipt(data)
	if s.report(s.args[0], faults); faults.Err() != nil {
		return errReported
	}
	if !*personal {
		r = r.Redacted()
	}
	var page bytes.Buffer
	if s.format == "json" {
		err = s.encode(&page, r)
	} else {
		err = r.WriteHTML(&page)
	}
	switch {
	case err != nil:
		return err
	case *out != "":
		return replaceFile(*out, page.Bytes())
	}
	_, err = s.out.Write(page.Bytes())
	return err
}
