package person_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/person"
)

// day is the marker of dates; as a number and as text it stands nowhere else.
var day = motcua.MustDate("1987-06-05")

const mark = "Marker"

// fill puts a marker into every text and date of v, makes two elements of every list
// and something of every pointer, and calls visit for each text and date with its
// field.
func fill(v reflect.Value, visit func(reflect.StructField, reflect.Value)) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), visit)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(v.Index(i), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Field(i)
			switch {
			case f.Type() == reflect.TypeFor[motcua.Date]():
				f.SetInt(int64(day))
				visit(v.Type().Field(i), f)
			case f.Kind() == reflect.String:
				f.SetString(mark + v.Type().Field(i).Name)
				visit(v.Type().Field(i), f)
			case f.Kind() == reflect.Uint8:
				f.SetUint(1)
			case f.Kind() == reflect.Bool:
				f.SetBool(true)
			default:
				fill(f, visit)
			}
		}
	}
}

func marked(visit func(reflect.StructField, reflect.Value)) person.Applicant {
	var a person.Applicant
	fill(reflect.ValueOf(&a).Elem(), visit)
	return a
}

func ignore(reflect.StructField, reflect.Value) {}

// shows reports whether out holds a marker, in whatever spelling a verb gives it.
func shows(out string) bool {
	number, _, _ := strings.Cut(fmt.Sprintf("%d %x", day, int(day)), " ")
	for _, m := range []string{mark, fmt.Sprintf("%x", mark), fmt.Sprintf("%X", mark), "1987", number, fmt.Sprintf("%x", int(day))} {
		if strings.Contains(out, m) {
			return true
		}
	}
	return false
}

// notPersonal are the texts and dates that may be shown. There are none: whoever adds
// one says here why.
var notPersonal = map[string]string{}

// TestEverythingIsMarked: each text and date is tagged or stated to be harmless, and
// PersonalFields lists the tagged ones, each where encoding/json writes it.
func TestEverythingIsMarked(t *testing.T) {
	a := marked(func(f reflect.StructField, _ reflect.Value) {
		if (f.Tag.Get("personal") == "yes") == (notPersonal[f.Name] != "") {
			t.Errorf("%s is neither tagged nor stated to be harmless, or is both", f.Name)
		}
	})
	data, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	var tree any
	if err := json.Unmarshal(data, &tree); err != nil {
		t.Fatal(err)
	}
	got := slices.Compact(slices.Sorted(slices.Values(texts(tree, ""))))
	if diff := cmp.Diff(slices.Sorted(slices.Values(person.PersonalFields())), got); diff != "" {
		t.Errorf("(-PersonalFields +with markers):\n%s", diff)
	}
	person.PersonalFields()[0] = "changed"
	if person.PersonalFields()[0] == "changed" {
		t.Error("PersonalFields shares its list")
	}
}

// texts lists the places of all markers in a JSON tree, * for any place in a list.
func texts(v any, at string) []string {
	var out []string
	switch v := v.(type) {
	case map[string]any:
		for name, member := range v {
			out = append(out, texts(member, at+"/"+name)...)
		}
	case []any:
		for _, item := range v {
			out = append(out, texts(item, at+"/*")...)
		}
	case string:
		if shows(v) {
			out = append(out, at)
		}
	}
	return out
}

func TestPublic(t *testing.T) {
	a := marked(ignore)
	public := a.Public()
	data, err := json.Marshal(public)
	if err != nil || shows(string(data)) {
		t.Errorf("%s, %v", data, err)
	}
	want := marked(func(_ reflect.StructField, v reflect.Value) {})
	fill(reflect.ValueOf(&want).Elem(), func(_ reflect.StructField, v reflect.Value) { v.SetZero() })
	if diff := cmp.Diff(want, public); diff != "" {
		t.Errorf("what is not personal is lost, or something is kept (-want +got):\n%s", diff)
	}
	public.Person.Identities[0].Type, public.Beneficiary.Identities[0].Type, public.Representative.Authority = 5, 5, 2
	if diff := cmp.Diff(marked(ignore), a); diff != "" {
		t.Errorf("the copy shares memory:\n%s", diff)
	}
	if got := (person.Applicant{}).Public(); !cmp.Equal(got, person.Applicant{}) {
		t.Errorf("%+v", got)
	}
}

// holder is how other types hold what this package has.
type holder struct {
	Applicant      person.Applicant
	Pointer        *person.Applicant
	Person         person.Person
	Beneficiary    *person.Person
	Representative *person.Representative
	Identities     []person.Identity
	Numbers        map[string]person.CitizenNumber
	Code           person.TaxCode
}

// things are values of every type with markers, alone, behind pointers, in lists and
// in other types. The two numbers cannot hold a marker, so their digits are one.
func things(t *testing.T) (alone, around []any) {
	t.Helper()
	a := marked(ignore)
	n, err := person.ParseCitizenNumber("001987001987")
	if err != nil {
		t.Fatal(err)
	}
	c, err := person.ParseTaxCode("001987001987")
	if err != nil {
		t.Fatal(err)
	}
	h := holder{a, &a, a.Person, &a.Person, a.Representative, a.Person.Identities, map[string]person.CitizenNumber{"": n}, c}
	alone = []any{a, &a, a.Person, &a.Person, *a.Representative, a.Representative, a.Person.Identities[0], &a.Person.Identities[0], n, &n, c, &c}
	around = []any{h, &h, []person.Applicant{a}, []*person.Applicant{&a}, map[string]person.Person{"": a.Person}, a.Person.Identities, []any{a, n, c}}
	return alone, around
}

func TestPrintsShowNobody(t *testing.T) {
	alone, around := things(t)
	for _, format := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "% x", "%d", "%t", "%e", "%c", "%U", "%b", "%o", "%-40v", "%.3s", "%*v"} {
		for _, v := range append(slices.Clone(alone), around...) {
			args := []any{v}
			if strings.Contains(format, "*") {
				args = []any{9, v}
			}
			if out := fmt.Sprintf(format, args...); shows(out) || out == "" {
				t.Errorf("%s of %T: %s", format, v, out)
			}
		}
	}
	for _, v := range append(slices.Clone(alone), around...) {
		if out := fmt.Sprint(v) + fmt.Sprintln(v) + fmt.Errorf("about %v", v).Error(); shows(out) {
			t.Errorf("%T: %s", v, out)
		}
	}
}

// TestLogsShowNobody: values log safely in both handlers, alone, in groups and bound
// to a logger; in types without a LogValue they do so in the text handler.
func TestLogsShowNobody(t *testing.T) {
	alone, around := things(t)
	var text, structured bytes.Buffer
	for _, v := range alone {
		for _, h := range []slog.Handler{slog.NewTextHandler(&text, nil), slog.NewJSONHandler(&structured, nil)} {
			slog.New(h).With("bound", v).WithGroup("group").Info("seen", "value", v, slog.Group("inner", "value", v))
		}
	}
	for _, v := range around {
		slog.New(slog.NewTextHandler(&text, nil)).Info("seen", "value", v)
	}
	for _, out := range []string{text.String(), structured.String()} {
		if clean := withoutTime(out); shows(clean) || !strings.Contains(clean, "citizenNumber") || !strings.Contains(clean, "statutory") {
			t.Error(clean)
		}
	}
}

// withoutTime drops the time of each line, whose digits might look like a marker.
func withoutTime(out string) string {
	var lines []string
	for line := range strings.Lines(out) {
		_, rest, _ := strings.Cut(line, "level")
		lines = append(lines, rest)
	}
	return strings.Join(lines, "")
}

// TestFaultsShowNobody: whatever stands in a member, and whatever is wrong with it, its
// text is in no fault.
func TestFaultsShowNobody(t *testing.T) {
	a := marked(ignore)
	whole, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	for _, old := range []string{`"` + day.String() + `"`, `"citizenNumber"`, `"statutory"`, `"citizen"`, "true", `"MarkerNumber"`, `"MarkerName"`} {
		for _, wrong := range []string{`"Marker"`, `{"x":"Marker"}`, `["Marker"]`, "1987", "null", `"\ud800Marker"`, `"Marker` + "\x01" + `"`, "Marker", `"Marker`} {
			document := strings.ReplaceAll(string(whole), old, wrong)
			_, faults := person.ParseApplicant([]byte(document))
			if faults.Err() == nil {
				t.Fatalf("nothing is wrong with %s", document)
			}
			for _, f := range faults {
				if out := fmt.Sprintf("%v %+v %v %v", f, f.Message, f.Message.Vi, f.Cause); shows(out) {
					t.Errorf("%s for %s: %s", wrong, old, out)
				}
			}
		}
	}
	if _, err := person.ParseCitizenNumber("MarkerMarker"); err == nil || shows(fmt.Sprintf("%v %+v %#v", err, err, err)) {
		t.Errorf("%#v", err)
	}
	if _, err := person.ParseTaxCode("1987198710"); err == nil || shows(fmt.Sprintf("%v %+v %#v", err, err, err)) {
		t.Errorf("%#v", err)
	}
}

func TestMasked(t *testing.T) {
	for _, c := range []struct{ number, want string }{
		{"001099000001", "001*********"},
		{"012345678", "012******"},
		{"C1234567", "C12*****"},
		{"C123456", "*******"}, // three of seven would be half of it
		{"", ""},
		{"Đăng1234", "Đăn*****"}, // characters, not bytes
	} {
		if got := (person.Identity{Number: c.number}).Masked(); got != c.want {
			t.Errorf("%s: %s, want %s", c.number, got, c.want)
		}
	}
}
