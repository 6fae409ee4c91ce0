package main

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/motcua/motcua/payment/gateway"
)

var paymentSignCommand = command{
	name:  "payment sign",
	args:  "FILE --message KIND --secret-file FILE",
	short: "compute the digest of a message of the payment platform or of KeyPay",
	long: `
Computes the digest that a message to or from a payment gateway bears (MaXacThuc,
check_sum), and prints it; JSON is {"digest":"…"}.

  motcua payment sign --message query --secret-file secret.txt query.json
  motcua payment sign --message keypay --secret-file key1.txt - < keypay.json

` + messageKinds + `

A digest in the file is ignored. A value that holds | is signed as it stands and told: the
message has the digest of another one too.`,
	run: runPaymentSign,
}

// messageKinds is what both commands teach of their input.
const messageKinds = `FILE holds the message as JSON with the wire's own names. Only the members that are
signed need be there, as texts or whole numbers; an empty one counts as empty, one that
is missing is an error.

  init, query, getbill, confirm, answer          payment platform 1.0.6, secret of the partner
  keypay, keypay-query                           KeyPay 3.0, key 1
  keypay-callback                                KeyPay 3.0, key 2

The secret is what the file of --secret-file holds, without the end of its line. It is
shown nowhere.`

// signing are the flags of the commands, and what they name.
type signing struct {
	kind, secretFile string
	secret           gateway.Secret
	message          gateway.Members
}

// parse reads the flags, the secret and the message.
func (g *signing) parse(s *session) error {
	s.flags.StringVar(&g.kind, "message", "", "`KIND` of message")
	s.flags.StringVar(&g.secretFile, "secret-file", "", "`FILE` that holds the secret")
	if err := s.parse(1, 1); err != nil {
		return err
	}
	var kind gateway.Kind
	switch err := kind.UnmarshalText([]byte(g.kind)); {
	case g.kind == "":
		return usagef("--message is missing")
	case err != nil:
		return usagef("--message: %v", err)
	case g.secretFile == "":
		return usagef("--secret-file is missing")
	case g.secretFile == "-" && s.args[0] == "-":
		return usagef("standard input is the message or the secret, not both")
	case s.format == "csv":
		return usagef("--format csv: a digest is a line of text, or json")
	}
	secret, err := s.read(g.secretFile)
	if err != nil {
		return err
	}
	if bytes.HasPrefix(secret, []byte("\ufeff")) {
		return errors.New(g.secretFile + " begins with a byte order mark, which is no part of a secret: save it without")
	}
	g.secret = gateway.NewSecret(withoutLineEnd(string(secret)))
	if g.secret.IsZero() {
		return errors.New(g.secretFile + " holds no secret")
	}
	data, err := s.read(s.args[0])
	if err != nil {
		return err
	}
	message, faults := gateway.ParseMembers(kind, data)
	if s.report(s.args[0], faults); faults.Err() != nil {
		return errReported
	}
	g.message = message
	return nil
}

// withoutLineEnd takes one end of a line off, and no more: a secret may end in a space.
func withoutLineEnd(text string) string {
	return strings.TrimSuffix(strings.TrimSuffix(text, "\n"), "\r")
}

func runPaymentSign(s *session) error {
	var g signing
	if err := g.parse(s); err != nil {
		return err
	}
	digest, err := g.message.Digest(g.secret)
	if err != nil {
		return err
	}
	if _, err := gateway.Sign(g.message, g.secret); err != nil {
		s.complain("%v", err) // it is ambiguous
	}
	if s.format == "json" {
		return s.encode(s.out, struct {
			Digest string `json:"digest"`
		}{digest})
	}
	_, err = io.WriteString(s.out, digest+"\n")
	return err
}
