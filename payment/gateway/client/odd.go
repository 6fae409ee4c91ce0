package client

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"reflect"
	"strings"

	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/gateway"
)

// Odd is a callback with the right digest that cannot be taken: another currency, no
// amount, a time outside the window, a value with the separator, another partner, a
// success that KeyPay does not confirm. It is no claim, and the gateway is told that it
// was not taken; but somebody who knows the secret said it. So it is kept, and the
// attempt asked about: a payment that was told too late is found so. See [Odds].
type Odd struct {
	Kind      gateway.Kind      `json:"kind"`                // of the callback
	Why       string            `json:"why"`                 // why it was not taken, in English: "lies outside the window"
	Reference string            `json:"reference,omitempty"` // of the attempt that it names; "" if it names none of an order
	Said      map[string]string `json:"said"`                // by the names of the wire: its texts and numbers, without its digest and what may name the payer
}

// Keep keeps an odd callback, for good: once it returns nil the gateway is told that the
// callback was not taken, and may never say it again. It is called again with the same
// one, at the same time too. [Odds.Keep] is one.
type Keep func(context.Context, Odd) error

// String says why and the reference, and nothing that was posted.
func (o Odd) String() string {
	return fmt.Sprintf("callback of %q %s, %d members", o.Reference, o.Why, len(o.Said))
}

// Format is String for every verb of package fmt.
func (o Odd) Format(s fmt.State, verb rune) { fmt.Fprintf(s, fmt.FormatString(s, verb), o.String()) }

// LogValue is String.
func (o Odd) LogValue() slog.Value { return slog.StringValue(o.String()) }

// isOdd reports whether a callback is odd that was not taken for a reason. One that could
// not be taken this time comes again.
func isOdd(why string) bool { return why != "" && why != notTaken }

// oddOf is a callback of a type as it is kept.
func oddOf[M gateway.Message](members gateway.Members, why, reference string, body []byte) Odd {
	if _, ok := payment.OrderOf(reference); !ok {
		reference = ""
	}
	digest := gateway.Orders()[members.Kind-1].Digest
	var posted map[string]any
	decoder := json.NewDecoder(strings.NewReader(string(body)))
	decoder.UseNumber()
	decoder.Decode(&posted) // an error: it was read before
	said := map[string]string{}
	for _, field := range reflect.VisibleFields(reflect.TypeFor[M]()) {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if name == digest || field.Tag.Get("personal") != "" {
			continue
		}
		switch value := posted[name].(type) {
		case string:
			said[name] = value
		case json.Number:
			said[name] = value.String()
		}
	}
	return Odd{members.Kind, why, reference, said}
}

// signed is what was said and is signed.
func (o Odd) signed() map[string]string {
	said := map[string]string{}
	for _, order := range gateway.Orders() {
		if order.Kind != o.Kind {
			continue
		}
		for _, name := range order.Members {
			if text, ok := o.Said[name]; ok {
				said[name] = text
			}
		}
	}
	return said
}

// keep has an odd callback kept, or answers that it was not.
func keep(w http.ResponseWriter, r *http.Request, keep Keep, o Odd, log *slog.Logger) bool {
	if keep != nil && keep(r.Context(), o) == nil {
		return true
	}
	tell(log, r, slog.LevelError, "callback "+o.Why+" and could not be kept", o.Reference)
	w.WriteHeader(http.StatusServiceUnavailable)
	return false
}
