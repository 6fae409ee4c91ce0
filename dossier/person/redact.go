package person

import (
	"fmt"
	"log/slog"
	"reflect"
	"strings"
	"sync"
	"unicode/utf8"
)

// PersonalFields lists the members of an applicant that identify a person, as JSON
// Pointers in the order of the document; * stands for any place in a list.
func PersonalFields() []string { return append([]string(nil), personalFields()...) }

var personalFields = sync.OnceValue(func() []string { return marked(reflect.TypeFor[Applicant](), "") })

// marked lists the members of t, which lies at a pointer, with the tag personal:"yes".
func marked(t reflect.Type, at string) []string {
	switch t.Kind() {
	case reflect.Pointer:
		return marked(t.Elem(), at)
	case reflect.Slice:
		return marked(t.Elem(), at+"/*")
	case reflect.Struct:
	default:
		return nil
	}
	var fields []string
	for f := range t.Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Tag.Get("personal") == "yes" {
			fields = append(fields, at+"/"+name)
		} else {
			fields = append(fields, marked(f.Type, at+"/"+name)...)
		}
	}
	return fields
}

// Masked returns the number for a screen at the counter: three characters and a star
// for each further one, 001*********. Numbers shorter than eight are stars alone.
func (id Identity) Masked() string {
	const shown, least = 3, 8
	n, open := utf8.RuneCountInString(id.Number), 0
	if n >= least {
		for range shown {
			_, size := utf8.DecodeRuneInString(id.Number[open:])
			open += size
		}
		n -= shown
	}
	return id.Number[:open] + strings.Repeat("*", n)
}

// show writes text for any verb of package fmt.
func show(s fmt.State, verb rune, text string) {
	fmt.Fprintf(s, fmt.FormatString(s, verb), text)
}

// String names the type of the identity, and no number.
func (id Identity) String() string { return "identity " + id.Type.String() }

// Format is String for every verb of package fmt, %#v among them.
func (id Identity) Format(s fmt.State, verb rune) { show(s, verb, id.String()) }

// LogValue is what slog writes: the type.
func (id Identity) LogValue() slog.Value {
	return slog.GroupValue(slog.String("type", id.Type.String()))
}

// String lists the types of the person's identities, and shows nobody.
func (p Person) String() string { return "person with identities [" + p.types() + "]" }

// Format is String for every verb of package fmt, %#v among them.
func (p Person) Format(s fmt.State, verb rune) { show(s, verb, p.String()) }

// LogValue is what slog writes: the types of the identities.
func (p Person) LogValue() slog.Value {
	return slog.GroupValue(slog.String("identities", p.types()))
}

func (p Person) types() string {
	var names []string
	for _, id := range p.Identities {
		names = append(names, id.Type.String())
	}
	return strings.Join(names, " ")
}

// String names the authority, and shows nobody.
func (r Representative) String() string { return r.Authority.String() + " representative" }

// Format is String for every verb of package fmt, %#v among them.
func (r Representative) Format(s fmt.State, verb rune) { show(s, verb, r.String()) }

// LogValue is what slog writes: the authority.
func (r Representative) LogValue() slog.Value {
	return slog.GroupValue(slog.String("authority", r.Authority.String()))
}

// String names the kind, the types of identities and whether somebody stands beside
// the applicant, and shows nobody.
func (a Applicant) String() string {
	text := a.Kind.String() + ", identities [" + a.Person.types() + "]"
	for _, part := range []struct {
		is   bool
		text string
	}{
		{a.Verified, "verified"},
		{a.Representative != nil, "represented"},
		{a.Beneficiary != nil, "for another"},
	} {
		if part.is {
			text += ", " + part.text
		}
	}
	return text
}

// Format is String for every verb of package fmt, %#v among them.
func (a Applicant) Format(s fmt.State, verb rune) { show(s, verb, a.String()) }

// LogValue is what slog writes: kind, verification, types of identities, and whether
// somebody stands beside the applicant.
func (a Applicant) LogValue() slog.Value {
	return slog.GroupValue(slog.String("kind", a.Kind.String()), slog.Bool("verified", a.Verified),
		slog.String("identities", a.Person.types()),
		slog.Bool("represented", a.Representative != nil), slog.Bool("forAnother", a.Beneficiary != nil))
}
