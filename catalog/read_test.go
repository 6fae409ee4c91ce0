package catalog

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// plainest is a procedure with nothing but what must be there.
const plainest = `{"code":"1.001193","status":"public","name":{"vi":"Đăng ký khai sinh","en":""}}`

// faultsOf writes faults as "line pointer code", with a question mark for a warning.
func faultsOf(faults motcua.Faults) string {
	var out []string
	for _, f := range faults {
		text := f.Pointer + " " + f.Code
		if f.Severity == motcua.SeverityWarning {
			text += "?"
		}
		out = append(out, text)
	}
	return strings.Join(out, ", ")
}

func TestParseProcedure(t *testing.T) {
	for _, c := range []struct{ reason, text, strict, lenient string }{
		{"the least", plainest, "", ""},
		{"white space and another order", "{ \"name\" : {\"vi\":\"x\",\n\"en\":\"\"},\t\"status\":\"draft\", \"code\" :\"1.001193\" }\r\n", "", ""},
		{"escapes", `{"code":"1.001193","status":"public","name":{"vi":"\u0110\ud83d\ude00\n\/","en":""}}`, "", ""},
		{"nothing", `{}`, "/code DOC-MEMBER-03, /name DOC-MEMBER-03, /status DOC-MEMBER-03", "/code DOC-MEMBER-03, /name DOC-MEMBER-03, /status DOC-MEMBER-03"},
		{
			"all faults at once", `{"code":"1.1","status":"open","name":{"vi":"x"},"sets":1.5,"fied":1,"sets":2}`,
			"/code DOC-VALUE-02, /fied DOC-MEMBER-02, /name/en DOC-MEMBER-03, /sets DOC-MEMBER-01, /sets DOC-VALUE-02, /status DOC-VALUE-02",
			"/code DOC-VALUE-02, /fied DOC-MEMBER-02?, /name/en DOC-MEMBER-03, /sets DOC-MEMBER-01, /sets DOC-VALUE-02, /status DOC-VALUE-02",
		},
		{"a member of a later version", strings.Replace(plainest, "{", `{"colour":"red",`, 1), "/colour DOC-MEMBER-02", "/colour DOC-MEMBER-02?"},
		{
			"leniency does not take another name for the one wanted", strings.Replace(plainest, `"name"`, `"nam"`, 1),
			"/nam DOC-MEMBER-02", "/nam DOC-MEMBER-02?, /name DOC-MEMBER-03",
		},
		{"the case of names counts", strings.Replace(plainest, `"code"`, `"Code"`, 1), "/Code DOC-MEMBER-02", "/Code DOC-MEMBER-02?, /code DOC-MEMBER-03"},
		{"null is nothing for a text", strings.Replace(plainest, `"1.001193"`, `null`, 1), "/code DOC-VALUE-01", "/code DOC-VALUE-01"},
		{"null is not known for a flag", strings.Replace(plainest, "{", `{"service":{"business":null},`, 1), "", ""},
		{"null is not a service", strings.Replace(plainest, "{", `{"service":null,`, 1), "/service DOC-VALUE-01", "/service DOC-VALUE-01"},
		{"half a character", strings.Replace(plainest, "Đ", "\xc4", 1), " DOC-SYNTAX-02", " DOC-SYNTAX-02"},
		{"half a surrogate pair", strings.Replace(plainest, "Đ", `\ud83d`, 1), "/name/vi DOC-SYNTAX-02", "/name/vi DOC-SYNTAX-02"},
		{"two documents", plainest + plainest, " DOC-SYNTAX-01", " DOC-SYNTAX-01"},
		{"a list", `[` + plainest + `]`, " DOC-VALUE-01", " DOC-VALUE-01"},
		{"nothing at all", ``, " DOC-SYNTAX-01", " DOC-SYNTAX-01"},
		{"too deep", strings.Repeat(`[`, 100) + strings.Repeat(`]`, 100), strings.Repeat("/0", 65) + " DOC-SYNTAX-03", strings.Repeat("/0", 65) + " DOC-SYNTAX-03"},
	} {
		for _, o := range []struct {
			options *Options
			want    string
		}{{nil, c.strict}, {&Options{}, c.strict}, {&Options{Lenient: true}, c.lenient}} {
			if _, faults := ParseProcedure([]byte(c.text), o.options); faultsOf(faults) != o.want {
				t.Errorf("%s, %+v: %s, want %s", c.reason, o.options, faultsOf(faults), o.want)
			}
		}
	}
}

// same compares procedures; an empty list says what no list says.
var same = cmp.Options{
	cmpopts.EquateEmpty(),
	cmp.Comparer(func(a, b motcua.Scalar) bool { return a == b }),
	cmp.Exporter(func(reflect.Type) bool { return true }),
}

// TestCanonical: what is written is read back the same, by both readers, and written
// as it stood; encoding/json reads and writes the same value.
func TestCanonical(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := randomProcedure(t)
		line, err := AppendJSON(nil, p)
		if err != nil {
			t.Fatal(err)
		}
		quickly, faults := ParseProcedure(line, nil)
		var slowly Procedure
		if found := strict.Decode(line, &slowly, 1).Faults; len(faults)+len(found) > 0 {
			t.Fatalf("%s: %v, %v", line, faults, found)
		}
		if diff := cmp.Diff(&quickly, &slowly, same); diff != "" {
			t.Fatalf("the readers differ: %s", diff)
		}
		again, err := AppendJSON(nil, &quickly)
		if err != nil || !bytes.Equal(line, again) {
			t.Fatalf("written\n%s\nand again\n%s\n%v", line, again, err)
		}
		var plain bytes.Buffer
		enc := json.NewEncoder(&plain)
		enc.SetEscapeHTML(false)
		var theirs Procedure
		if err := enc.Encode(p); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(plain.Bytes(), &theirs); err != nil {
			t.Fatal(err)
		}
		if written, err := AppendJSON(nil, &theirs); err != nil || !bytes.Equal(line, written) {
			t.Fatalf("by encoding/json\n%s\nwant\n%s\n%v", written, line, err)
		}
		if bytes.ContainsAny(line, "\n\r\t") || !json.Valid(line) {
			t.Fatalf("%q is no line of JSON", line)
		}
	})
}

// TestQuickIsTaken: canonical JSON without surrogates, nulls and unusual numbers is
// read by the quick reader; otherwise it would be quick in name alone.
func TestQuickIsTaken(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line, err := AppendJSON(nil, randomProcedure(t))
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(line, []byte("null")) {
			return
		}
		if !quickly(line, procedurePlan(), new(Procedure)) {
			t.Fatalf("the quick reader gave up at %s", line)
		}
	})
}

// FuzzParseProcedure holds the quick reader to package strict: what it takes, strict
// finds no fault with and reads as the same value.
func FuzzParseProcedure(f *testing.F) {
	for _, text := range []string{
		plainest, "{}", "[]", "null", "\uFEFF{}", plainest + "x", strings.Replace(plainest, "Đ", `\u0110\\\"`, 1),
		strings.Replace(plainest, "{", `{"sets":-0,`, 1), strings.Replace(plainest, "{", `{"sets":01,`, 1), strings.Replace(plainest, "{", `{"sets":1e0,`, 1),
		strings.Replace(plainest, "{", `{"service":{"business":null,"cost":{"filingsPerYear":1,"minutes":2,"hourlyWage":{"amount":"1","currency":"VND"},"direct":{"amount":"0"}}},`, 1),
		strings.Replace(plainest, "{", `{"papers":[{"name":{"vi":"a","en":"b"},"originals":1,"copies":0,"when":{"equals":{"column":"a","value":true}}}],`, 1),
		strings.Replace(plainest, "{", `{"known":{"from":"2026-03-01T08:00:00Z"},`, 1), strings.Replace(plainest, "{", `{"known":{"from":"2026-03-01T08:00:00,5Z"},`, 1),
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var slow Procedure
		reading := strict.Decode(data, &slow, 1)
		var fast Procedure
		if quickly(data, procedurePlan(), &fast) {
			if len(reading.Faults) > 0 {
				t.Fatalf("taken quickly: %v", reading.Faults)
			}
			if diff := cmp.Diff(&fast, &slow, cmp.Exporter(func(reflect.Type) bool { return true })); diff != "" {
				t.Fatalf("read otherwise: %s", diff)
			}
		}
		p, faults := ParseProcedure(data, nil)
		_, lenient := ParseProcedure(data, &Options{Lenient: true})
		if faults.Err() == nil && lenient.Err() != nil || len(lenient) < len(faults) {
			t.Fatalf("lenient %v, strict %v", lenient, faults)
		}
		if faults.Err() != nil {
			return
		}
		line, err := AppendJSON(nil, &p)
		if err != nil {
			t.Fatalf("read and not written: %v", err)
		}
		again, faults := ParseProcedure(line, nil)
		other, err := AppendJSON(nil, &again)
		if len(faults) > 0 || err != nil || !bytes.Equal(line, other) {
			t.Fatalf("%s\n%s\n%v %v", line, other, faults, err)
		}
	})
}
