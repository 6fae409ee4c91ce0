package person_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/person"
)

// A mother registers the birth of a child who has no name yet. She is printed, and
// nobody is shown.
func Example() {
	applicant := person.Applicant{
		Kind: person.Citizen,
		Person: person.Person{
			Name:       "Nguyễn Thị Mẫu",
			Identities: []person.Identity{{Type: person.TypeCitizen, Number: "001199000001"}},
		},
		Beneficiary: &person.Person{Birth: motcua.MustDate("2026-07-01")},
		Verified:    true,
	}
	fmt.Println(applicant.Check().Err())
	fmt.Printf("%v\n%+v\n", applicant, applicant.Person)
	public, err := json.Marshal(applicant.Public())
	fmt.Println(string(public), err)
	// Output:
	// <nil>
	// citizen, identities [citizenNumber], verified, for another
	// person with identities [citizenNumber]
	// {"kind":"citizen","person":{"identities":[{"type":"citizenNumber","number":""}]},"beneficiary":{},"verified":true} <nil>
}

// All faults at once, each with its place, and none with what stands there.
func ExampleParseApplicant() {
	_, faults := person.ParseApplicant([]byte(`{
  "kind": "citizen",
  "person": {
    "name": "Nguyễn Văn Mẫu",
    "birth": "06/05/1999",
    "identities": [
      {"type": "citizenNumber", "number": "111111111111"},
      {"type": "taxCode", "number": "0100109107"}
    ]
  },
  "representative": {"person": {}, "authority": "mandated"},
  "verified": true
}`))
	for _, f := range faults {
		fmt.Println(f)
	}
	// Output:
	// line 5: /person/birth: DOC-VALUE-02: not a valid value
	// line 7: /person/identities/0/number: PER-ID-03: a made-up number: one digit over and over
	// line 8: /person/identities/1/number: PER-ID-04: the check digit of the tax code is wrong
	// line 11: /representative/mandate: PER-APP-05: warning: mandated, and no power of attorney is named
	// line 11: /representative/person/name: PER-APP-02: the name is missing
}

func ExampleParseCitizenNumber() {
	n, err := person.ParseCitizenNumber("002203000001")
	code, known := n.Province()
	fmt.Println(n, err)
	fmt.Println(code, known, n.BirthYear(), n.Sex())
	_, err = person.ParseCitizenNumber("2203000001")
	fmt.Println(err, errors.Is(err, person.ErrForm))
	// Output:
	// citizen number <nil>
	// 002 true 2003 male
	// citizenNumber: the number has not the form of its type true
}

func ExampleParseTaxCode() {
	code, err := person.ParseTaxCode("0100109106-001") // an enterprise's, as its invoices show it
	fmt.Println(code.Unit(), err)
	code, err = person.ParseTaxCode("001099000001")
	n, ok := code.Citizen()
	fmt.Println(n.BirthYear(), ok, err)
	_, err = person.ParseTaxCode("0100109160")
	fmt.Println(err)
	// Output:
	// 001 <nil>
	// 1999 true <nil>
	// taxCode: the check digit is wrong
}

// What is shown to somebody at the counter.
func ExampleIdentity_Masked() {
	fmt.Println("Số định danh:", person.Identity{Type: person.TypeCitizen, Number: "001099000001"}.Masked())
	// Output:
	// Số định danh: 001*********
}

// An old card served until the end of 2024; whether it serves on a day is asked of the
// form of its number.
func ExampleIdentity_Form() {
	card := person.Identity{Type: person.TypeOldCard, Number: "012345678"}
	form, ok := card.Form()
	fmt.Println(form.Mask, form.Validity.Contains(motcua.MustDate("2026-07-01")), ok)
	fmt.Println(form.Source.Act, form.Source.Article, form.Source.Basis)
	// Output:
	// 999999999 false true
	// 26/2023/QH15 Điều 46 press
}

func ExampleForms() {
	for _, form := range person.Forms() {
		fmt.Println(form.Type, form.Mask, form.Source.Basis)
	}
	// Output:
	// citizenNumber 999999999999 press
	// oldCard 999999999 press
	// taxCode 9999999999 press
	// taxCode 9999999999-999 press
	// taxCode 999999999999 press
	// passport A9999999 practice
	// passport A99999999 assumed
	// passport XXXXXXXXXXXXXXX ours
}

func ExampleKindOfCode() {
	kind, ok := person.KindOfCode("2")
	fmt.Println(kind, kind.Code(), ok)
	// Output:
	// enterprise 2 true
}

func ExamplePersonalFields() {
	for _, pointer := range person.PersonalFields()[:4] {
		fmt.Println(pointer)
	}
	// Output:
	// /person/name
	// /person/birth
	// /person/identities/*/number
	// /person/identities/*/issued
}

func ExampleDocuments() {
	for _, d := range person.Documents() {
		fmt.Println(d.Name, d.ID)
		fmt.Println(d.Check([]byte(`{"kind": "citizen", "person": {"name": "Nguyễn Văn Mẫu"}, "verified": false}`)))
	}
	// Output:
	// applicant https://github.com/motcua/motcua/schema/applicant-1.json
	// line 1: /person/identities: PER-APP-03: warning: the applicant states no identity
}
