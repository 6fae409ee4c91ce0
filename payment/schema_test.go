package payment_test

import (
	"strings"
	"testing"

	"github.com/motcua/motcua/internal/schematest"
	"github.com/motcua/motcua/payment"
)

// TestSchemaOfMoney: the schema takes an amount exactly where the reader does,
// but for the largest, whose range no pattern tells.
func TestSchemaOfMoney(t *testing.T) {
	line := schematest.Of(t, payment.Documents()[0])
	const written = `{"amount": "70000", "currency": "VND"}`
	if !strings.Contains(soundLine, written) {
		t.Fatalf("%s is not in the sound line", written)
	}
	currencies := []string{"", `"VND"`, `"JPY"`, `"KRW"`, `"USD"`, `"EUR"`, `"usd"`, `"ZZZ"`, "1", "null"}
	for _, currency := range currencies {
		for _, amount := range []string{"", `"0"`, `"-0"`, `"00"`, `"7"`, `"-7"`, `"+7"`, `"07"`, `"2.5"`, `"2.50"`, `"0.0"`, `"-0.0"`, `"-0.00"`, `"-0.05"`, `"-0.5"`, `"-0.50"`, `"-12.50"`, `"7.0"`, `"2.505"`, `"2."`, `".5"`, `""`, `" 7"`, `"7,5"`, "7", "null"} {
			var members []string
			if amount != "" {
				members = append(members, `"amount":`+amount)
			}
			if currency != "" {
				members = append(members, `"currency":`+currency)
			}
			text := "{" + strings.Join(members, ",") + "}"
			var m payment.Money
			reads := m.UnmarshalJSON([]byte(text))
			if err := line.Refusal([]byte(strings.Replace(soundLine, written, text, 1))); (err == nil) != (reads == nil) {
				t.Errorf("%s: the schema says %v, the reader %v", text, err, reads)
			}
		}
	}
}

// TestSchema holds the schema of a line to the reader: a validator that knows nothing
// of this library takes what is sound, and refuses nothing that the reader takes.
func TestSchema(t *testing.T) {
	line := schematest.Of(t, payment.Documents()[0])
	refused := 0
	for _, c := range badLines {
		text := strings.Replace(soundLine, c.old, c.new, 1)
		form := false // a fault of the form, which a schema can see
		for _, place := range c.want {
			form = form || strings.Contains(place, " DOC-")
		}
		if err := line.Refusal([]byte(text)); form && err == nil {
			t.Errorf("%s: the schema takes it", c.name)
		} else if err != nil {
			refused++
		}
	}
	if err := line.Refusal([]byte(soundLine)); err != nil || refused == 0 {
		t.Errorf("the sound line: %v; %d bad ones are refused", err, refused)
	}
}
