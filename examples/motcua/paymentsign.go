package main

import (
	"errors"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/motcua/motcua"
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

A digest in the file is ignored, whatever it is. A value that holds | is signed as it
stands and told: the message has the digest of another one too.`,
	run: runPaymentSign,
}

// messageKinds is what both commands teach of their input.
const messageKinds = `FILE holds the message as JSON with the wire's own names. Only the members that are
signed need be there, as texts or whole numbers, and are taken to the letter: an empty one
counts as empty, one that is missing or null is an error, for nobody says what is signed
in its place, and Vietnamese in composed (NFC) and in decomposed letters (NFD) has two
digests.

  init, query, getbill, confirm, answer          payment platform 1.0.6, secret of the partner
  keypay, keypay-query                           KeyPay 3.0, key 1
  keypay-callback                                KeyPay 3.0, key 2

The secret is what the file of --secret-file holds, without the end of its line. It is
UTF-8, on one line and without a byte order mark: other files are refused, for their digest
would be wrong in silence. It is shown nowhere.`

// signing are the flags of the commands, and what they name.
type signing struct {
	kind, secretFile string
	secret           gateway.Secret
	message          gateway.Members
	faults           motcua.Faults // of the message
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
	if err := g.readSecret(s); err != nil {
		return err
	}
	data, err := s.read(s.args[0])
	if err != nil {
		return err
	}
	g.message, g.faults = gateway.ParseMembers(kind, data)
	return nil
}

// readSecret reads the secret. What a file holds beside it by mistake is not guessed at.
func (g *signing) readSecret(s *session) error {
	data, err := s.read(g.secretFile)
	if err != nil {
		return err
	}
	text, wrong := withoutLineEnd(string(data)), ""
	switch {
	case strings.HasPrefix(text, "\ufeff"):
		wrong = "begins with a byte order mark, which is no part of a secret: save it without"
	case !utf8.ValidString(text):
		wrong = "is not UTF-8: save it so"
	case strings.TrimSpace(text) == "":
		wrong = "holds no secret"
	case strings.ContainsFunc(text, unicode.IsControl):
		wrong = "holds more than one line, or a control character: a secret is one line of text"
	}
	if wrong != "" {
		return errors.New(g.secretFile + " " + wrong)
	}
	g.secret = gateway.NewSecret(text)
	return nil
}

// withoutLineEnd takes one end of a line off, and no more: a secret may end in a space.
func withoutLineEnd(text string) string {
	return strings.TrimSuffix(strings.TrimSuffix(text, "\n"), "\r")
}

// tell reports what is wrong with the signature of the message.
func (g *signing) tell(s *session, err error) {
	var wrong *gateway.SignatureError
	if errors.As(err, &wrong) {
		s.report(s.args[0], motcua.Faults{wrong.Fault()})
	}
}

// noText is the code of a value that is no text; that of the digest is of no interest to
// whoever computes it.
const noText = "PAY-GW-12"

func runPaymentSign(s *session) error {
	var g signing
	if err := g.parse(s); err != nil {
		return err
	}
	own := motcua.Pointer(gateway.Orders()[g.message.Kind-1].Digest)
	g.faults = slices.DeleteFunc(g.faults, func(f *motcua.Fault) bool { return f.Pointer == own && f.Code == noText })
	if s.report(s.args[0], g.faults); g.faults.Err() != nil {
		return errReported
	}
	digest, err := g.message.Digest(g.secret)
	if err != nil {
		return err
	}
	_, err = gateway.Sign(g.message, g.secret)
	g.tell(s, err) // it may be ambiguous
	if s.format == "json" {
		return s.encode(s.out, struct {
			Digest string `json:"digest"`
		}{digest})
	}
	_, err = io.WriteString(s.out, digest+"\n")
	return err
}
