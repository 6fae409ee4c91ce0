package person_test

import (
	"encoding"
	"fmt"
	"testing"

	"github.com/motcua/motcua/dossier/person"
)

// TestKindCodes: the four codes of the portal and the four kinds go both ways, and
// nothing else does.
func TestKindCodes(t *testing.T) {
	for code, want := range map[string]person.Kind{
		"1": person.Citizen, "2": person.Enterprise, "3": person.StateBody, "4": person.Organisation,
		"": 0, "0": 0, "5": 0, "01": 0, "１": 0, "citizen": 0,
	} {
		k, ok := person.KindOfCode(code)
		if k != want || ok != (want != 0) || ok && k.Code() != code {
			t.Errorf("%q: %v, %t, back %q", code, k, ok, k.Code())
		}
	}
	for _, k := range []person.Kind{0, 5, 255} {
		if k.Code() != "" {
			t.Errorf("%v has the code %q", k, k.Code())
		}
	}
}

type named interface {
	fmt.Stringer
	encoding.TextMarshaler
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		value named
		into  encoding.TextUnmarshaler
		want  string // "" where there is no name
	}{
		{person.Citizen, new(person.Kind), "citizen"},
		{person.Enterprise, new(person.Kind), "enterprise"},
		{person.StateBody, new(person.Kind), "stateBody"},
		{person.Organisation, new(person.Kind), "organisation"},
		{person.Kind(5), new(person.Kind), ""},
		{person.TypeCitizen, new(person.IdentityType), "citizenNumber"},
		{person.TypeOldCard, new(person.IdentityType), "oldCard"},
		{person.TypeTax, new(person.IdentityType), "taxCode"},
		{person.TypePassport, new(person.IdentityType), "passport"},
		{person.TypeOther, new(person.IdentityType), "other"},
		{person.IdentityType(6), new(person.IdentityType), ""},
		{person.Statutory, new(person.Authority), "statutory"},
		{person.Mandated, new(person.Authority), "mandated"},
		{person.Authority(0), new(person.Authority), ""},
	} {
		text, err := c.value.MarshalText()
		if string(text) != c.want || (err == nil) != (c.want != "") || c.want != "" && c.value.String() != c.want {
			t.Errorf("%v: %q, %v", c.value, text, err)
		}
		if err := c.into.UnmarshalText([]byte(c.want)); (err == nil) != (c.want != "") {
			t.Errorf("%q is read: %v", c.want, err)
		}
		if again := fmt.Sprint(c.into); c.want != "" && again != c.want {
			t.Errorf("%q is read as %s", c.want, again)
		}
	}
	if got := fmt.Sprint(person.Male, person.Female, person.Sex(0)); got != "male female sex(0)" {
		t.Error(got)
	}
}
