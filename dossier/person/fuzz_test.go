package person_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/motcua/motcua/dossier/person"
)

// said is all that errors of citizen numbers say, so that they cannot say the number.
var said = []string{
	"citizenNumber: the number has not the form of its type",
	"citizenNumber: the number is one digit over and over",
}

func FuzzParseCitizenNumber(f *testing.F) {
	for _, s := range []string{"001099000001", "000000000000", "101099000001", "", "00109900000 ", "００１０"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := person.ParseCitizenNumber(s)
		if (err == nil) != (n != person.CitizenNumber{}) || err == nil && n.Digits() != s {
			t.Fatalf("%q: %q, %v", s, n.Digits(), err)
		}
		if year := n.BirthYear(); err == nil && (len(s) != 12 || year < 1900 || year > 2399) {
			t.Fatalf("%q is of %d", s, year)
		}
		if err != nil && !slices.Contains(said, err.Error()) {
			t.Fatalf("%q: the error says %q", s, err)
		}
	})
}

func FuzzParseTaxCode(f *testing.F) {
	for _, s := range []string{"0100109106", "0100109106-001", "001099000001", "2222222222", "0100109106-000", "0100109106-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := person.ParseTaxCode(s)
		if (err == nil) != (c != person.TaxCode{}) || err == nil && c.Digits() != s {
			t.Fatalf("%q: %q, %v", s, c.Digits(), err)
		}
		if n, ok := c.Citizen(); err == nil && ok != (len(s) == 12) || ok && n.Digits() != s {
			t.Fatalf("%q: citizen %t", s, ok)
		}
		if faults := (person.Identity{Type: person.TypeTax, Number: s}).Check(); (faults.Err() == nil) != (err == nil) {
			t.Fatalf("%q: %v, %v", s, err, faults)
		}
	})
}

func FuzzParseApplicant(f *testing.F) {
	whole, err := json.Marshal(sound())
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{string(whole), "{}", "null", `{"kind":"citizen","person":{"identities":[{"type":"other"}]},"verified":null}`, `{"representative":null}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		a, faults := person.ParseApplicant(data)
		for _, fault := range faults {
			if fault.Code == "" || fault.Message.Vi == "" || fault.Message.En == "" {
				t.Fatalf("%+v is not said well", fault)
			}
		}
		if faults.Err() != nil {
			return
		}
		text, err := json.Marshal(a)
		if err != nil {
			t.Fatalf("%s is taken and cannot be written: %v", data, err)
		}
		again, faults := person.ParseApplicant(text)
		if written, err := json.Marshal(again); faults.Err() != nil || err != nil || string(written) != string(text) {
			t.Fatalf("%s is written as %s: %v, %v", text, written, faults, err)
		}
	})
}
