package client

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/motcua/motcua/payment/gateway"
)

// KeyPay speaks to KeyPay, version 3.0. It is safe for concurrent use as long as nobody
// changes it.
type KeyPay struct {
	Link   Link           // where it is
	Client string         // code of the partner (client_id)
	Key    gateway.Secret // key 1
}

// String names the partner.
func (k KeyPay) String() string { return "KeyPay for " + k.Client }

// Format is String for every verb of package fmt.
func (k KeyPay) Format(s fmt.State, verb rune) { fmt.Fprintf(s, fmt.FormatString(s, verb), k.String()) }

// LogValue is String.
func (k KeyPay) LogValue() slog.Value { return slog.StringValue(k.String()) }

// Init opens a payment: the message of [gateway.KeyPayOf] is signed and sent, once. As
// [Platform.Init], with "0" in the place of "00".
func (k *KeyPay) Init(ctx context.Context, m gateway.KeyPay) (gateway.KeyPayReply, error) {
	const operation = "KEYPAY"
	err := m.Check().Err()
	if err == nil {
		m.CheckSum, err = gateway.Sign(&m, k.Key)
	}
	if err != nil {
		return gateway.KeyPayReply{}, &Error{Operation: operation, Err: err}
	}
	data, err := k.Link.sendJSON(ctx, operation, m, false)
	if err != nil {
		return gateway.KeyPayReply{}, err
	}
	reply, _, faults := gateway.ParseLenient[gateway.KeyPayReply](data)
	if err := faults.Err(); err != nil {
		return gateway.KeyPayReply{}, badReply(operation, err)
	}
	return reply, nil
}

// Query asks for the details of a payment, as often as the link says. What comes is not
// documented, and returned as it is. Errors are an [*Error].
func (k *KeyPay) Query(ctx context.Context, reference string) ([]byte, error) {
	const operation = "KEYPAY-QUERY"
	q := gateway.KeyPayQueryOf(k.Client, reference)
	err := q.Check().Err()
	if err == nil {
		q.CheckSum, err = gateway.Sign(&q, k.Key)
	}
	if err != nil {
		return nil, &Error{Operation: operation, Err: err}
	}
	return k.Link.sendJSON(ctx, operation, q, true)
}
