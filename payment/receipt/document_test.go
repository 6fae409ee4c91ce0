package receipt_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/motcua/motcua/internal/schematest"
	"github.com/motcua/motcua/payment/receipt"
)

// samples are sound texts of each kind of document.
func samples(t testing.TB) map[string][][]byte {
	t.Helper()
	full, list := sound(t), history(t)
	bare := full.Redacted()
	bare.Dossier, bare.Method, bare.Replaces, bare.Void, bare.Issuer.Address = "", 0, nil, nil, ""
	texts := map[string][][]byte{"receipt": {toJSON(t, full), toJSON(t, bare)}}
	for i := range list {
		texts["receiptEvent"] = append(texts["receiptEvent"], toJSON(t, list[i]))
	}
	return texts
}

// TestSchema holds the schemas to the readers, everything spoiled in every place.
func TestSchema(t *testing.T) {
	sides := schematest.Sides(t, receipt.Documents())
	texts := samples(t)
	if len(sides) != len(texts) {
		t.Fatalf("%d documents, %d have samples", len(sides), len(texts))
	}
	for name, list := range texts {
		side, ok := sides[name]
		if !ok {
			t.Fatalf("no document %s", name)
		}
		if form := side.Agree(t, list...); form < 200 {
			t.Errorf("%s was wrong in form in %d ways only", name, form)
		}
	}
}

// TestRoundTrip: what is written is read, and written the same.
func TestRoundTrip(t *testing.T) {
	for _, text := range samples(t)["receipt"] {
		r, faults := receipt.ParseReceipt(text)
		if len(faults) > 0 || !bytes.Equal(toJSON(t, r), text) {
			t.Errorf("%v\n%s\n%s", faults, text, toJSON(t, r))
		}
	}
	for _, text := range samples(t)["receiptEvent"] {
		e, faults := receipt.ParseEvent(text)
		if len(faults) > 0 || !bytes.Equal(toJSON(t, e), text) {
			t.Errorf("%v\n%s\n%s", faults, text, toJSON(t, e))
		}
	}
}

// TestStrict: unknown and duplicate members and missing ones are told at once, and no
// fault quotes a person.
func TestStrict(t *testing.T) {
	text := string(samples(t)["receipt"][0])
	text = strings.Replace(text, `"words":`, `"word":`, 1)
	text = strings.Replace(text, `"method":"portal"`, `"method":"Người Nộp Mẫu"`, 1)
	text = strings.Replace(text, `"order":"HD1"`, `"order":"HD1","order":"HD1"`, 1)
	_, faults := receipt.ParseReceipt([]byte(text))
	if got := strings.Join(places(faults), ", "); got != "DOC-VALUE-02 /method, DOC-MEMBER-01 /order, DOC-MEMBER-02 /word" {
		t.Errorf("%s", got)
	}
	if strings.Contains(faults.Error(), "Người Nộp Mẫu") {
		t.Errorf("a person is quoted: %v", faults)
	}
}

func fuzz[T any](f *testing.F, kind string, parse func(testing.TB, []byte) (T, int)) {
	for _, text := range samples(f)[kind] {
		f.Add(text)
	}
	for _, text := range []string{"", "null", "{}", "[]", "{", `{"lines":[null]}`, `{"total":{"amount":"-0"}}`, `{"void":{"by":{}}}`, `{"series":{"last":-9223372036854775808,"width":-1}}`} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		v, wrong := parse(t, data)
		if wrong > 0 {
			return
		}
		text := toJSON(t, v)
		again, wrong := parse(t, text)
		if wrong > 0 || !bytes.Equal(toJSON(t, again), text) {
			t.Fatalf("%s is read as %s, written as %s", data, text, toJSON(t, again))
		}
	})
}

func FuzzReceipt(f *testing.F) {
	fuzz(f, "receipt", func(t testing.TB, data []byte) (receipt.Receipt, int) {
		r, faults := receipt.ParseReceipt(data)
		if faults.Err() == nil { // and it can be printed
			if err := r.WriteHTML(new(bytes.Buffer)); err != nil {
				t.Fatal(err)
			}
		}
		return r, len(faults)
	})
}

func FuzzEvent(f *testing.F) {
	fuzz(f, "receiptEvent", func(t testing.TB, data []byte) (receipt.Event, int) {
		e, faults := receipt.ParseEvent(data)
		_, _ = receipt.Replay([]receipt.Event{e, e}) // whatever it is
		return e, len(faults)
	})
}
