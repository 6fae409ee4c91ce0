package gateway_test

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/motcua/motcua/payment/gateway"
)

// drawn is a message of a drawn kind with drawn values, its secret and its own digest.
func drawn(t *rapid.T, alphabet *rapid.Generator[string]) (gateway.Order, gateway.Members, gateway.Secret) {
	row := rapid.SampledFrom(gateway.Orders()).Draw(t, "kind")
	m := gateway.Members{Kind: row.Kind, Texts: map[string]string{"other": "unsigned"}}
	for _, name := range row.Members {
		m.Texts[name] = alphabet.Draw(t, name)
	}
	secret := gateway.NewSecret(rapid.StringN(1, 20, -1).Draw(t, "secret"))
	d, err := m.Digest(secret)
	if err != nil {
		t.Fatal(err)
	}
	m.Texts[row.Digest] = d
	return row, m, secret
}

var plainTexts = rapid.StringMatching(`[A-Za-z0-9 ộđ.:/-]{0,12}`)

// TestChangedValues: of a signed message no value can be changed, and whatever is not
// signed can.
func TestChangedValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		row, m, secret := drawn(t, plainTexts)
		if err := gateway.Verify(m, secret); err != nil {
			t.Fatalf("as it is: %v", err)
		}
		name := rapid.SampledFrom(row.Members).Draw(t, "changed")
		value := plainTexts.Filter(func(s string) bool { return s != m.Texts[name] }).Draw(t, "value")
		changed := gateway.Members{Kind: m.Kind, Texts: maps.Clone(m.Texts)}
		changed.Texts[name] = value
		if err := gateway.Verify(changed, secret); !errors.Is(err, gateway.ErrDigest) {
			t.Fatalf("%s changed: %v", name, err)
		}
		if d, err := changed.Digest(secret); err != nil || d == m.Texts[row.Digest] {
			t.Fatalf("%s changed: digest %s, %v", name, d, err)
		}
		m.Texts["other"] = value
		if err := gateway.Verify(m, secret); err != nil {
			t.Fatalf("what is not signed changed: %v", err)
		}
	})
}

// TestOneMessageToADigest: values that are joined to one text are those of one message,
// or verification says that they are not.
func TestOneMessageToADigest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		row, m, secret := drawn(t, rapid.StringMatching(`[ab|]{0,3}`))
		bars := 0
		for _, name := range row.Members {
			bars += strings.Count(m.Texts[name], gateway.Separator)
		}
		err := gateway.Verify(m, secret)
		if (bars > 0) != errors.Is(err, gateway.ErrAmbiguous) || bars == 0 && err != nil {
			t.Fatalf("%d separators within values: %v", bars, err)
		}
		if signed, err := gateway.Sign(m, secret); (err == nil) != (bars == 0) || err == nil && signed != m.Texts[row.Digest] {
			t.Fatalf("%d separators within values: signed %q, %v", bars, signed, err)
		}
	})
}

// TestTypedAndTold: a message of its own type and the same one as its members have one
// digest.
func TestTypedAndTold(t *testing.T) {
	for _, v := range vectors() {
		data, err := encoded(v.message)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(gateway.Orders(), func(o gateway.Order) bool { return o.Kind.String() == v.name })
		members, faults := gateway.ParseMembers(gateway.Orders()[i].Kind, data)
		if faults != nil {
			t.Errorf("%s: %v", v.name, faults)
		}
		if got, err := gateway.Sign(members, gateway.NewSecret(v.secret)); err != nil || got != v.want {
			t.Errorf("%s: %s, %v", v.name, got, err)
		}
	}
}
