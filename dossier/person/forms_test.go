package person_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/person"
)

// TestForms holds the rows to their form: a type that has forms, a mask in its three
// letters and marks, a validity, a ground that is said in both languages.
func TestForms(t *testing.T) {
	seen := map[person.IdentityType]bool{}
	for _, f := range person.Forms() {
		seen[f.Type] = true
		if f.Mask == "" || strings.Trim(f.Mask, "9AX-") != "" || f.Least < 0 || f.Least > len(f.Mask) || f.Validity.Err() != nil {
			t.Errorf("%+v", f)
		}
		if f.Source.Basis == 0 || f.Source.Note.Vi == "" || f.Source.Note.En == "" {
			t.Errorf("%s has no ground: %+v", f.Mask, f.Source)
		}
		if f.Check && !strings.HasPrefix(f.Mask, "9999999999") {
			t.Errorf("%s has no ten digits to check", f.Mask)
		}
	}
	if len(seen) != 4 || seen[person.TypeOther] {
		t.Errorf("%v have forms", seen)
	}
	person.Forms()[0].Mask = "changed"
	if person.Forms()[0].Mask == "changed" {
		t.Error("Forms shares its rows")
	}
}

// TestFormOfNumber: a number drawn from a mask has that form, unless it is made up or
// its check digit is wrong; and one that has a form draws no fault but warnings.
func TestFormOfNumber(t *testing.T) {
	forms := person.Forms()
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.SampledFrom(forms).Draw(t, "form")
		least := f.Least
		if least == 0 {
			least = len(f.Mask)
		}
		number := []byte(f.Mask[:rapid.IntRange(least, len(f.Mask)).Draw(t, "length")])
		for i, c := range number {
			switch c {
			case '9':
				number[i] = rapid.SampledFrom([]byte("0123456789")).Draw(t, "digit")
			case 'A':
				number[i] = rapid.SampledFrom([]byte("AZ")).Draw(t, "letter")
			case 'X':
				number[i] = rapid.SampledFrom([]byte("09AZ")).Draw(t, "either")
			}
		}
		id := person.Identity{Type: f.Type, Number: string(number)}
		if f.Abroad {
			id.Country = "LA"
		}
		got, ok := id.Form()
		faults := id.Check()
		if ok != (faults.Err() == nil) || ok && got.Mask != f.Mask {
			t.Fatalf("%s: form %q, %t; %v", number, got.Mask, ok, faults)
		}
		if code := places(faults); !ok && !strings.Contains(code, "PER-ID-03") && !f.Check {
			t.Fatalf("%s: %s", number, code)
		}
	})
}

// TestServes: the validity of a form answers whether a paper serves on a day.
func TestServes(t *testing.T) {
	for _, c := range []struct {
		id   person.Identity
		day  string
		want bool
	}{
		{person.Identity{Type: person.TypeOldCard, Number: "012345678"}, "2024-12-31", true},
		{person.Identity{Type: person.TypeOldCard, Number: "012345678"}, "2025-01-01", false},
		{person.Identity{Type: person.TypeTax, Number: "001099000001"}, "2025-06-30", false},
		{person.Identity{Type: person.TypeTax, Number: "001099000001"}, "2025-07-01", true},
		{person.Identity{Type: person.TypeTax, Number: "0100109106"}, "2025-06-30", true},
		{person.Identity{Type: person.TypeCitizen, Number: "001099000001"}, "2026-06-30", true},
	} {
		form, ok := c.id.Form()
		if !ok || form.Validity.Contains(motcua.MustDate(c.day)) != c.want {
			t.Errorf("%v on %s: %t, want %t", c.id, c.day, !c.want, c.want)
		}
	}
	if form, ok := (person.Identity{Type: person.TypeOther, Number: "1"}).Form(); ok {
		t.Errorf("another type has the form %+v", form)
	}
}
