package person_test

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/person"
)

// sound is an invented applicant with nothing wrong, and somebody invented on either
// side.
func sound() person.Applicant {
	return person.Applicant{
		Kind: person.Citizen,
		Person: person.Person{
			Name: "Nguyễn Văn Mẫu", Birth: motcua.MustDate("1999-05-06"), Phone: "0900 000 000", Email: "mau@example.invalid", Address: "Thôn Mẫu, xã Mẫu",
			Identities: []person.Identity{
				{Type: person.TypeCitizen, Number: "001099000001", Issued: motcua.MustDate("2021-07-01"), Issuer: "Cục Mẫu"},
				{Type: person.TypePassport, Number: "C1234567"},
			},
		},
		Representative: &person.Representative{
			Person:    person.Person{Name: "Trần Thị Mẫu", Identities: []person.Identity{{Type: person.TypeOldCard, Number: "012345678"}}},
			Authority: person.Mandated, Mandate: "01/GUQ",
		},
		Beneficiary: &person.Person{Birth: motcua.MustDate("2026-07-01")},
		Account:     "tech-0001",
		Verified:    true,
	}
}

// first puts an identity in the place of the applicant's first.
func first(t person.IdentityType, number string) func(*person.Applicant) {
	return func(a *person.Applicant) {
		a.Person.Birth = 0
		a.Person.Identities[0] = person.Identity{Type: t, Number: number}
	}
}

// with changes the applicant's first identity, or its last, the passport.
func with(i int, do func(*person.Identity)) func(*person.Applicant) {
	return func(a *person.Applicant) { do(&a.Person.Identities[i]) }
}

const id0, id1 = "/person/identities/0", "/person/identities/1"

var plantedFaults = []struct {
	why, want string
	do        func(*person.Applicant)
}{
	{"nothing", "", func(*person.Applicant) {}},
	{"nobody beside", "", func(a *person.Applicant) { a.Representative, a.Beneficiary = nil, nil }},
	{"no kind", "/kind PER-APP-01", func(a *person.Applicant) { a.Kind = 0 }},
	{"a kind nobody knows", "/kind PER-APP-01", func(a *person.Applicant) { a.Kind = 5 }},
	{"no name", "/person/name PER-APP-02", func(a *person.Applicant) { a.Person.Name = "" }},
	{"a representative without one", "/representative/person/name PER-APP-02", func(a *person.Applicant) { a.Representative.Person.Name = "" }},
	{"no identity", "/person/identities PER-APP-03?", func(a *person.Applicant) { a.Person.Identities = nil }},
	{"no authority", "/representative/authority PER-APP-04", func(a *person.Applicant) { a.Representative.Authority = 0 }},
	{"a mandate without paper", "/representative/mandate PER-APP-05?", func(a *person.Applicant) { a.Representative.Mandate = "" }},
	{"a parent needs none", "", func(a *person.Applicant) {
		a.Representative.Authority, a.Representative.Mandate = person.Statutory, ""
	}},

	{"space before a name", "/person/name PER-TEXT-01", func(a *person.Applicant) { a.Person.Name = " A" }},
	{"two lines of address", "/person/address PER-TEXT-01", func(a *person.Applicant) { a.Person.Address = "A\nB" }},
	{"broken UTF-8", "/beneficiary/name PER-TEXT-01", func(a *person.Applicant) { a.Beneficiary.Name = "A\xff" }},
	{"501 bytes of account", "/account PER-TEXT-01", func(a *person.Applicant) { a.Account = strings.Repeat("x", 501) }},
	{"500 bytes", "", func(a *person.Applicant) { a.Account = strings.Repeat("x", 500) }},
	{"NUL in a mandate", "/representative/mandate PER-TEXT-01", func(a *person.Applicant) { a.Representative.Mandate = "\x00" }},
	{"a tab after an issuer", id0 + "/issuer PER-TEXT-01", with(0, func(id *person.Identity) { id.Issuer = "A\t" })},
	{"a day before all days", "/person/birth PER-TEXT-02", func(a *person.Applicant) { a.Person.Birth = -1 }},
	{"a day after all days", id1 + "/issued PER-TEXT-02", with(1, func(id *person.Identity) { id.Issued = 1 << 30 })},
	{"of a card as well", id0 + "/issued PER-TEXT-02", with(0, func(id *person.Identity) { id.Issued = 1 << 30 })},
	{"seven digits of telephone", "/person/phone PER-TEXT-03?", func(a *person.Applicant) { a.Person.Phone = "090 000 0" }},
	{"sixteen", "/person/phone PER-TEXT-03?", func(a *person.Applicant) { a.Person.Phone = "+8490000000000000" }},
	{"a plus in the middle", "/person/phone PER-TEXT-03?", func(a *person.Applicant) { a.Person.Phone = "84+900000000" }},
	{"from abroad", "", func(a *person.Applicant) { a.Person.Phone = "+84-900.000 000" }},
	{"no at", "/person/email PER-TEXT-04?", func(a *person.Applicant) { a.Person.Email = "mau.example.invalid" }},
	{"two", "/person/email PER-TEXT-04?", func(a *person.Applicant) { a.Person.Email = "mau@mau@example.invalid" }},
	{"nobody at", "/person/email PER-TEXT-04?", func(a *person.Applicant) { a.Person.Email = "@example.invalid" }},
	{"a dot at the end", "/person/email PER-TEXT-04?", func(a *person.Applicant) { a.Person.Email = "mau@example.invalid." }},
	{"no domain", "/person/email PER-TEXT-04?", func(a *person.Applicant) { a.Person.Email = "mau@localhost" }},
	{"a space", "/person/email PER-TEXT-04?", func(a *person.Applicant) { a.Person.Email = "m u@example.invalid" }},

	{"no type", id0 + "/type PER-ID-01", with(0, func(id *person.Identity) { id.Type = 0 })},
	{"eleven digits", id0 + "/number PER-ID-02", first(person.TypeCitizen, "00109900001")},
	{"an old card of twelve", id0 + "/number PER-ID-02", first(person.TypeOldCard, "001099000001")},
	{"a passport of six", id0 + "/number PER-ID-02", first(person.TypePassport, "C123456")},
	{"a small letter", id0 + "/number PER-ID-02", first(person.TypePassport, "c1234567")},
	{"a passport of the new model", "", first(person.TypePassport, "P12345678")},
	{"nine digits more", id0 + "/number PER-ID-02", first(person.TypePassport, "P123456789")},
	{"no number of another type", id0 + "/number PER-ID-02|" + id0 + "/label PER-ID-08|" + id0 + "/type PER-ID-09?", first(person.TypeOther, "")},
	{"made up", id0 + "/number PER-ID-03", first(person.TypeOldCard, "000000000")},
	{"made up, of ones", id0 + "/number PER-ID-03", first(person.TypeOldCard, "111111111")},
	{"made up, of twelve", id0 + "/number PER-ID-03", first(person.TypeCitizen, "999999999999")},
	{"an enterprise", "", first(person.TypeTax, "0100109106")},
	{"a slip in a tax code", id0 + "/number PER-ID-04", first(person.TypeTax, "0100109107")},
	{"a tax code of a person", "", first(person.TypeTax, "001099000002")},
	{"registered abroad", id0 + "/number PER-ID-05?", first(person.TypeCitizen, "101099000001")},
	{"and taxed here", id0 + "/number PER-ID-05?", first(person.TypeTax, "101099000001")},
	{"issued before the birth", id0 + "/issued PER-ID-06?", with(0, func(id *person.Identity) { id.Issued = motcua.MustDate("1998-12-31") })},
	{"a passport before it", id1 + "/issued PER-ID-06?", with(1, func(id *person.Identity) { id.Issued = motcua.MustDate("1999-05-05") })},
	{"and on the day", "", with(1, func(id *person.Identity) { id.Issued = motcua.MustDate("1999-05-06") })},
	{"an old card of 2025", "/representative/person/identities/0/issued PER-ID-06?", func(a *person.Applicant) {
		a.Representative.Person.Identities[0].Issued = motcua.MustDate("2025-01-01")
	}},
	{"of the last day", "", func(a *person.Applicant) {
		a.Representative.Person.Identities[0].Issued = motcua.MustDate("2024-12-31")
	}},
	{"a country of a card", id0 + "/country PER-ID-07", with(0, func(id *person.Identity) { id.Country = "VN" })},
	{"a country in words", id1 + "/country PER-ID-07", with(1, func(id *person.Identity) { id.Country = "vn" })},
	{"a passport of Laos", "", with(1, func(id *person.Identity) { id.Country, id.Number = "LA", "PA0123456" })},
	{"too short for one", id1 + "/number PER-ID-02", with(1, func(id *person.Identity) { id.Country, id.Number = "LA", "PA01" })},
	{"too long for one", id1 + "/number PER-ID-02", with(1, func(id *person.Identity) { id.Country, id.Number = "LA", "PA01234567890123" })},
	{"one of twelve digits is no citizen number", "", with(1, func(id *person.Identity) { id.Country, id.Number = "LA", "101088000001" })},
	{"one of Vietnam in a form of abroad", id1 + "/number PER-ID-02", with(1, func(id *person.Identity) { id.Country, id.Number = "VN", "PA0123456" })},
	{"VN may be said", "", with(1, func(id *person.Identity) { id.Country = "VN" })},
	{"a label of a card", id0 + "/label PER-ID-08", with(0, func(id *person.Identity) { id.Label = "CCCD" })},
	{"another type", id1 + "/type PER-ID-09?", with(1, func(id *person.Identity) {
		*id = person.Identity{Type: person.TypeOther, Number: "01-A/x", Label: "Giấy chứng sinh"}
	})},
	{"another type with 51 bytes", id1 + "/number PER-TEXT-01|" + id1 + "/type PER-ID-09?", with(1, func(id *person.Identity) {
		*id = person.Identity{Type: person.TypeOther, Number: strings.Repeat("1", 51), Label: "Thẻ"}
	})},
	{"twice", "/person/identities/2 PER-ID-10", func(a *person.Applicant) {
		a.Person.Identities = append(a.Person.Identities, a.Person.Identities[1])
	}},
	{"born in another year", id0 + "/number PER-ID-11?", func(a *person.Applicant) { a.Person.Birth = motcua.MustDate("1998-05-06") }},
}

func places(faults motcua.Faults) string {
	var out []string
	for _, f := range faults {
		place := f.Pointer + " " + f.Code
		if f.Severity == motcua.SeverityWarning {
			place += "?"
		}
		out = append(out, place)
	}
	return strings.Join(out, "|")
}

// sorted is want in the order of faults.
func sorted(want string) string {
	var faults motcua.Faults
	for part := range strings.SplitSeq(want, "|") {
		pointer, code, _ := strings.Cut(part, " ")
		faults.Add(code, pointer, motcua.Text{}, nil)
	}
	faults.Sort()
	var out []string
	for _, f := range faults {
		out = append(out, strings.TrimSpace(f.Pointer+" "+f.Code))
	}
	return strings.Join(out, "|")
}

func TestPlantedFaults(t *testing.T) {
	for _, p := range plantedFaults {
		a := sound()
		p.do(&a)
		if got := places(a.Check()); got != sorted(p.want) {
			t.Errorf("%s: %s, want %s", p.why, got, sorted(p.want))
		}
	}
}

// TestPlantedFaultsAreRead: the reader tells what Check tells, save of what JSON cannot
// say.
func TestPlantedFaultsAreRead(t *testing.T) {
	for _, p := range plantedFaults {
		a := sound()
		p.do(&a)
		data, err := json.Marshal(a)
		if err != nil || strings.Contains(p.why, "UTF-8") {
			continue // an enum without a name, a day that is none
		}
		read, faults := person.ParseApplicant(data)
		if got := places(faults); got != sorted(p.want) {
			t.Errorf("%s: read with %s, want %s", p.why, got, sorted(p.want))
		}
		if again, err := json.Marshal(read); err != nil || string(again) != string(data) {
			t.Errorf("%s: %s is read as %s, %v", p.why, data, again, err)
		}
	}
}

func TestAllAtOnce(t *testing.T) {
	a := person.Applicant{
		Person:         person.Person{Identities: []person.Identity{{Type: person.TypeCitizen}, {}}, Phone: "1"},
		Representative: &person.Representative{},
		Beneficiary:    &person.Person{Email: "@"},
	}
	want := "/beneficiary/email PER-TEXT-04?|/kind PER-APP-01|" + id0 + "/number PER-ID-02|" + id1 + "/type PER-ID-01|" +
		"/person/name PER-APP-02|/person/phone PER-TEXT-03?|/representative/authority PER-APP-04|/representative/person/name PER-APP-02"
	if diff := cmp.Diff(want, places(a.Check())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestPartsCheckThemselves: the Check of a part tells what that of the whole tells
// there.
func TestPartsCheckThemselves(t *testing.T) {
	for _, p := range plantedFaults {
		a := sound()
		p.do(&a)
		for i, id := range a.Person.Identities {
			for _, f := range id.Check().At(motcua.Pointer("person", "identities", string(rune('0'+i)))) {
				if !strings.Contains(places(a.Check()), places(motcua.Faults{f})) {
					t.Errorf("%s: only the identity tells %v", p.why, f)
				}
			}
		}
		for _, f := range a.Person.Check().At("/person") {
			if !strings.Contains(places(a.Check()), places(motcua.Faults{f})) {
				t.Errorf("%s: only the person tells %v", p.why, f)
			}
		}
	}
}

// TestCodesAreMet: every code of a fault is wanted by some row, and stands once.
func TestCodesAreMet(t *testing.T) {
	source, err := os.ReadFile("faults.go")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, code := range regexp.MustCompile(`PER-[A-Z]+-\d+`).FindAllString(string(source), -1) {
		met := false
		for _, p := range plantedFaults {
			met = met || strings.Contains(p.want, code)
		}
		if seen[code] || !met {
			t.Errorf("%s stands twice, or no row wants it", code)
		}
		seen[code] = true
	}
	if len(seen) != 20 {
		t.Errorf("%d codes", len(seen))
	}
}
