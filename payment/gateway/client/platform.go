package client

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"time"

	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/gateway"
)

// Platform speaks to the payment platform, version 1.0.6. It is safe for concurrent use
// as long as nobody changes it.
type Platform struct {
	Link    Link             // where it is
	Partner string           // code of the partner (MaDoiTac)
	Secret  gateway.Secret   // of the partner
	Clock   func() time.Time // nil: [time.Now]
}

// String names the partner.
func (p Platform) String() string { return "platform for " + p.Partner }

// Format is String for every verb of package fmt.
func (p Platform) Format(s fmt.State, verb rune) {
	fmt.Fprintf(s, fmt.FormatString(s, verb), p.String())
}

// LogValue is String.
func (p Platform) LogValue() slog.Value { return slog.StringValue(p.String()) }

// Init opens a payment: the message of [gateway.InitOf] is signed and sent, once. After
// an error it is not known whether the platform has the payment, and [Platform.Query]
// asks. A reply with another code than "00" is no error: it says where to go only where
// it is. Errors are an [*Error].
func (p *Platform) Init(ctx context.Context, m gateway.Init) (gateway.InitReply, error) {
	const operation = "INIT"
	err := m.Check().Err()
	if err == nil {
		m.MaXacThuc, err = gateway.Sign(&m, p.Secret)
	}
	if err != nil {
		return gateway.InitReply{}, &Error{Operation: operation, Err: err}
	}
	data, err := p.send(ctx, operation, m, false)
	if err != nil {
		return gateway.InitReply{}, err
	}
	reply, _, err := gateway.ParseInitReply(data)
	if err != nil {
		return gateway.InitReply{}, badReply(operation, err)
	}
	return reply, nil
}

// Query asks how an attempt stands, as often as the link says, and returns what the
// platform claims. Errors are an [*Error].
func (p *Platform) Query(ctx context.Context, reference string) (payment.Claim, error) {
	q := gateway.QueryOf(p.Partner, reference, now(p.Clock))
	data, err := p.ask(ctx, &q)
	if err != nil {
		return payment.Claim{}, err
	}
	reply, _, err := gateway.ParseQueryReply(data)
	if err != nil {
		return payment.Claim{}, badReply(q.LoaiBanTin, err)
	}
	claim, err := reply.Claim(reference)
	if err != nil {
		return payment.Claim{}, badReply(q.LoaiBanTin, err)
	}
	return claim, nil
}

// Bill asks for the receipt of a payment, a PDF, as often as the link says. Errors are an
// [*Error]; what comes and is no PDF is [ErrReply].
func (p *Platform) Bill(ctx context.Context, reference string) ([]byte, error) {
	q := gateway.GetBillOf(p.Partner, reference, now(p.Clock))
	data, err := p.ask(ctx, &q)
	if err == nil && !bytes.HasPrefix(data, []byte("%PDF-")) {
		return nil, badReply(q.LoaiBanTin, nil)
	}
	return data, err
}

// ask signs and sends a message that changes nothing.
func (p *Platform) ask(ctx context.Context, q *gateway.Query) ([]byte, error) {
	err := q.Check().Err()
	if err == nil {
		q.MaXacThuc, err = gateway.Sign(q, p.Secret)
	}
	if err != nil {
		return nil, &Error{Operation: q.LoaiBanTin, Err: err}
	}
	return p.send(ctx, q.LoaiBanTin, q, true)
}

func (p *Platform) send(ctx context.Context, operation string, m any, again bool) ([]byte, error) {
	return p.Link.sendJSON(ctx, operation, m, again)
}

// sendJSON is send for a message in JSON.
func (l *Link) sendJSON(ctx context.Context, operation string, m any, again bool) ([]byte, error) {
	body, err := json.Marshal(m)
	if err != nil {
		return nil, &Error{Operation: operation, Err: ErrRequest}
	}
	return l.send(ctx, operation, "application/json; charset=utf-8", body, again)
}

func now(clock func() time.Time) time.Time {
	if clock == nil {
		return time.Now()
	}
	return clock()
}
