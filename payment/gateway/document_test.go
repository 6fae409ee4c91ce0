package gateway_test

import (
	"strings"
	"testing"

	"github.com/motcua/motcua/internal/schematest"
	"github.com/motcua/motcua/payment/gateway"
)

// soundBill is what is due for a dossier.
const soundBill = `{"transaction_id":"HD0001T1","client_id":"1001","MaTraCuuTT":"x",`

// sound are documents without faults, by their kind.
func sound() map[string]string {
	return map[string]string{
		"platformInit": soundInit, "platformQuery": soundQuery, "platformConfirm": soundConfirm, "platformAnswer": soundAnswer,
		"keyPayRequest": soundKeyPay, "keyPayCallback": soundKeyPayCallback, "inquiryBill": soundBill + soundReceipt[1:],
	}
}

// TestSchemas holds each schema to the reader: both take what is sound, and refuse what
// has a fault of its form.
func TestSchemas(t *testing.T) {
	sides := schematest.Sides(t, gateway.Documents())
	if len(sides) != len(sound()) {
		t.Fatalf("%d schemas of %d documents", len(sides), len(sound()))
	}
	for name, text := range sound() {
		side := sides[name]
		if err := side.Refusal([]byte(text)); err != nil || side.Check([]byte(text)) != nil {
			t.Errorf("%s: %v, %v", name, err, side.Check([]byte(text)))
		}
		members := strings.Count(text, `":"`)
		first := strings.Index(text, `":"`)
		for _, c := range []struct{ why, text string }{
			{"a number for a text", text[:first] + `":7,"x` + text[first:]},
			{"a member nobody knows", `{"Token":"x",` + text[1:]},
			{"an empty object", `{}`},
			{"a list", `[]`},
			{"null", `null`},
		} {
			refusal, faults := side.Refusal([]byte(c.text)), side.Check([]byte(c.text))
			if refusal == nil || faults.Err() == nil {
				t.Errorf("%s, %s: the schema says %v, the reader %v", name, c.why, refusal, faults)
			}
		}
		for i := range members {
			typed := replaceNth(text, i)
			if refusal, faults := side.Refusal([]byte(typed)), side.Check([]byte(typed)); refusal == nil || faults.Err() == nil {
				t.Errorf("%s, null for text %d: the schema says %v, the reader %v", name, i, refusal, faults)
			}
		}
	}
}

// replaceNth puts null in the place of the n-th text of a document.
func replaceNth(text string, n int) string {
	at := 0
	for range n + 1 {
		at += strings.Index(text[at:], `":"`) + 3
	}
	end := at + strings.IndexByte(text[at:], '"')
	return text[:at-1] + "null" + text[end+1:]
}
