package main

import (
	"io"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment/gateway"
)

var paymentVerifyCommand = command{
	name:  "payment verify",
	args:  "FILE --message KIND --secret-file FILE",
	short: "tell whether a message of the payment platform or of KeyPay bears the right digest",
	long: `
Tells whether a message to or from a payment gateway bears the digest that is its own
(MaXacThuc, check_sum); JSON is {"valid":true}. If it does not, or cannot be read, it is
not valid: what is wrong is told and the exit code is 1.

  motcua payment verify --message confirm --secret-file secret.txt callback.json

` + messageKinds + `

A digest is 64 lower-case hexadecimal digits; one in upper case is not valid. A valid
message with a | in a value is told: it proves less, for another one has the same digest.
The digest says who wrote the message and not when: how old it is, its amount and its
order are not looked at.`,
	run: runPaymentVerify,
}

func runPaymentVerify(s *session) error {
	var g signing
	if err := g.parse(s); err != nil {
		return err
	}
	s.report(s.args[0], g.faults)
	if g.faults.Err() == nil {
		g.tell(s, gateway.Verify(g.message, g.secret))
	}
	valid := !s.failed
	if s.format == "json" {
		return s.encode(s.out, struct {
			Valid bool `json:"valid"`
		}{valid})
	}
	word := motcua.Text{Vi: "hợp lệ", En: "valid"}
	if !valid {
		word = motcua.Text{Vi: "không hợp lệ", En: "not valid"}
	}
	_, err := io.WriteString(s.out, s.text(word)+"\n")
	return err
}
