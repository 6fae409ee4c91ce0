package strict_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

func TestDecodeEveryKind(t *testing.T) {
	var got, want sample
	if faults := strict.Decode([]byte(sampleDocument), &got, 1).Faults; faults != nil {
		t.Fatal(faults)
	}
	if err := plainUnmarshal([]byte(sampleDocument), &want); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if got.Raw.sum != 3 || got.Far != 3 || got.Deep != "e" || got.Act != "a" || got.private != 0 {
		t.Errorf("members read wrongly: %+v", got)
	}
}

func TestSyntax(t *testing.T) {
	for _, c := range []struct{ document, want string }{
		{"", "1  DOC-SYNTAX-01"},
		{"  \n ", "2  DOC-SYNTAX-01"},
		{"{", "1  DOC-SYNTAX-01"},
		{"{\n\"flag\": true,\n\n \"int\": tru}", "4  DOC-SYNTAX-01"},     // the line of the byte, not of the last token
		{"{\"text\": \"a\nb\"}", "1  DOC-SYNTAX-01"},                     // a line break in a string
		{"{\n\"int\": 01}", "2  DOC-SYNTAX-01"},                          // a leading zero
		{"{\n\"list\": [1,\n]}", "3  DOC-SYNTAX-01"},                     // a comma too many
		{"{\"flag\": true\n\"int\": 1}", "2  DOC-SYNTAX-01"},             // one too few
		{"{'flag': true}", "1  DOC-SYNTAX-01"},                           // quotes of other languages
		{"{flag: true}", "1  DOC-SYNTAX-01"},                             // none
		{"{\"text\": \"\\x\"}", "1  DOC-SYNTAX-01"},                      // no such escape
		{"{}\n{}", "2  DOC-SYNTAX-01"},                                   // a second value
		{"{}\n\n]", "3  DOC-SYNTAX-01"},                                  // or half of one
		{"{} ,", "1  DOC-SYNTAX-01"},                                     //
		{"{} :", "1  DOC-SYNTAX-01"},                                     //
		{"{} // done", "1  DOC-SYNTAX-01"},                               // a comment
		{"{\"int\": NaN}", "1  DOC-SYNTAX-01"},                           //
		{"\uFEFF{}", "1  DOC-SYNTAX-02"},                                 // a byte order mark
		{"{\"text\": \"\uFEFF\"}", ""},                                   // the same character is none elsewhere
		{"{\n\n\"text\": \"\xff\"}", "3  DOC-SYNTAX-02"},                 // no UTF-8 at all
		{"\n\xc3", "2  DOC-SYNTAX-02"},                                   // half a character
		{"{\"text\": \"\xed\xa0\x80\"}", "1  DOC-SYNTAX-02"},             // a surrogate in UTF-8
		{"{\n\"text\": \"\uFFFD\"}", ""},                                 // somebody else's replacement
		{"{\n\"text\":\n\"\\ud800\"}", "3 /text DOC-SYNTAX-02"},          // high alone
		{`{"text": "\uDC00"}`, "1 /text DOC-SYNTAX-02"},                  // low alone
		{`{"text": "\ud800\ud83d\ude00"}`, "1 /text DOC-SYNTAX-02"},      // high before a pair
		{`{"text": "\ud83d\\ude00"}`, "1 /text DOC-SYNTAX-02"},           // high before a backslash
		{`{"text": "\ud83d\n"}`, "1 /text DOC-SYNTAX-02"},                // high before another escape
		{`{"text": "\ud83dx\ude00"}`, "1 /text DOC-SYNTAX-02"},           // a pair with something between
		{`{"text": "\\ud800"}`, ""},                                      // a backslash and five letters
		{`{"text": "\\\ud800"}`, "1 /text DOC-SYNTAX-02"},                // a backslash and a half
		{`{"text": "\uD83D\uDE00 \u00e9"}`, ""},                          // pairs are welcome
		{"{\"map\": {\n\"\\ud800\": 1}}", "2 /map/\uFFFD DOC-SYNTAX-02"}, // names are text too
	} {
		var want []string
		if c.want != "" {
			want = []string{c.want}
		}
		wantFaults(t, c.document, asSample, want...)
	}
}

func TestDepth(t *testing.T) {
	type nest []nest
	deep := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	into := func() any { return new(nest) }
	wantFaults(t, deep(strict.MaxDepth+1), into) // 64 around the innermost
	at := strings.Repeat("/0", strict.MaxDepth+1)
	wantFaults(t, "\n"+deep(strict.MaxDepth+2), into, "2 "+at+" DOC-SYNTAX-03")
	wantFaults(t, strings.Repeat("[", 1<<20), into, "1 "+at+" DOC-SYNTAX-03")
	wantFaults(t, `{"a":1,"a":`+strings.Repeat(`{"b":`, 70), into, // what was found before stays
		"1 /a DOC-MEMBER-01", "1 /a"+strings.Repeat("/b", strict.MaxDepth)+" DOC-SYNTAX-03")
}

func TestDuplicates(t *testing.T) {
	wantFaults(t, "{\"flag\": true,\n\"flag\": 1,\n\"fl\\u0061g\": 2}", asSample, // the first value counts
		"2 /flag DOC-MEMBER-01", "3 /flag DOC-MEMBER-01")
	wantFaults(t, "{\"map\": {\"\u00e9\": 1, \"\\u00e9\": 2, \"e\u0301\": 3}}", asSample, "1 /map/é DOC-MEMBER-01") // composed is not decomposed
	wantFaults(t, `{"Flag": true, "flag": true}`, asSample, "1 /Flag DOC-MEMBER-02")                                // case is no duplicate
	wantFaults(t, "{\"lists\": 1,\n\"x\": [{\"y\": 1,\n\"y\": {\"z\": 1,\n\"z\": \"\\ud800\"}}]}", asSample,
		"1 /lists DOC-VALUE-01", "2 /x DOC-MEMBER-02", "3 /x/0/y DOC-MEMBER-01", // also where nobody looks
		"4 /x/0/y/z DOC-MEMBER-01", "4 /x/0/y/z DOC-SYNTAX-02")
}

// TestSameKey: two names that a key type reads as one are one member twice; a
// name it does not read at all is none.
func TestSameKey(t *testing.T) {
	into := func() any { return new(map[motcua.UnitCode]bool) }
	wantFaults(t, "{\"H56.34.12\": true,\n\"H56.34.12.000\": false, \"H57\": true}", into, "2 /H56.34.12.000 DOC-MEMBER-01")
	wantFaults(t, `{"h": true, "i": 1}`, into, "1 /h DOC-VALUE-02", "1 /i DOC-VALUE-01", "1 /i DOC-VALUE-02")
}

func TestTypes(t *testing.T) {
	for _, c := range []struct{ document, want string }{
		{`{"flag": null}`, "1 /flag DOC-VALUE-01"},
		{`{"text": null}`, "1 /text DOC-VALUE-01"},
		{`{"list": null}`, "1 /list DOC-VALUE-01"},
		{`{"list": [1, null]}`, "1 /list/1 DOC-VALUE-01"},
		{`{"map": null}`, "1 /map DOC-VALUE-01"},
		{`{"inner": null}`, "1 /inner DOC-VALUE-01"},
		{`{"date": null}`, "1 /date DOC-VALUE-01"},
		{`{"strict": null}`, "1 /strict DOC-VALUE-01"}, // may be left out, is not nullable
		{`{"maybe": null}`, ""},
		{`{"flag": "true"}`, "1 /flag DOC-VALUE-01"},
		{`{"text": true}`, "1 /text DOC-VALUE-01"},
		{`{"text": {}}`, "1 /text DOC-VALUE-01"},
		{`{"int": "1"}`, "1 /int DOC-VALUE-01"},
		{`{"list": {}}`, "1 /list DOC-VALUE-01"},
		{`{"map": []}`, "1 /map DOC-VALUE-01"},
		{`{"inner": []}`, "1 /inner DOC-VALUE-01"},
		{`{"date": 20260228}`, "1 /date DOC-VALUE-01"},
		{`{"int": 1.0}`, "1 /int DOC-VALUE-02"},
		{`{"int": 1e0}`, "1 /int DOC-VALUE-02"},
		{`{"int": 9223372036854775808}`, "1 /int DOC-VALUE-02"},
		{`{"int": -9223372036854775808}`, ""},
		{`{"int": 1` + strings.Repeat("0", 400) + `}`, "1 /int DOC-VALUE-02"},
		{`{"int": -0}`, ""},
		{`{"int8": 128}`, "1 /int8 DOC-VALUE-02"},
		{`{"int8": -129}`, "1 /int8 DOC-VALUE-02"},
		{`{"uint8": -1}`, "1 /uint8 DOC-VALUE-02"},
		{`{"uint8": -0}`, "1 /uint8 DOC-VALUE-02"},
		{`{"uint8": 256}`, "1 /uint8 DOC-VALUE-02"},
		{`{"uint64": 18446744073709551616}`, "1 /uint64 DOC-VALUE-02"},
		{`{"date": "2026-02-30"}`, "1 /date DOC-VALUE-02"},
		{`{"decimal": "1,5"}`, "1 /decimal DOC-VALUE-02"},
		{`{"basis": "Law"}`, "1 /basis DOC-VALUE-02"},
		{`{"scalars": [1.5, {}]}`, "1 /scalars/0 DOC-VALUE-02|1 /scalars/1 DOC-VALUE-02"},
		{`{"keyed": {"abc": 1}}`, "1 /keyed/abc DOC-VALUE-01|1 /keyed/abc DOC-VALUE-02"}, // name and value
		{`{"raw": {"b": -1, "a": 1001}}`, "1 /raw/a TAL-02?|1 /raw/b TAL-01"},            // its own codes and severities
		{"{\"raw\":\n{\"a\": 1,\n\"b\": true}}", "3 /raw/b DOC-VALUE-01"},                // and lines
		{"{\n\"raw\":\n{\"a\": -1}}", "3 /raw/a TAL-01"},
		{`{"a/b~c": true}`, "1 /a~1b~0c DOC-VALUE-01"},
		{`{"text": 1, "deep": 1, "far": true}`, "1 /deep DOC-VALUE-01|1 /far DOC-VALUE-01|1 /text DOC-VALUE-01"},
		{`{"source": "x", "act": "y"}`, "1 /act DOC-MEMBER-02|1 /source DOC-VALUE-01"}, // embedded under a name
		{`{"-": 1}`, "1 /- DOC-MEMBER-02"},
		{`{"Hidden": 1}`, "1 /Hidden DOC-MEMBER-02"},
		{`{"private": 1}`, "1 /private DOC-MEMBER-02"},
		{`[]`, "1  DOC-VALUE-01"},
		{`null`, "1  DOC-VALUE-01"},
	} {
		var want []string
		if c.want != "" {
			want = strings.Split(c.want, "|")
		}
		wantFaults(t, c.document, asSample, want...)
	}
}

func TestUnreadableTypes(t *testing.T) {
	for _, v := range []any{new(float64), new(any), new([2]int), new(map[int]string), new(complex128), new(chan int)} {
		wantFaults(t, "{}", func() any { return v }, "1  DOC-VALUE-01")
	}
	var nothing *sample
	for _, v := range []any{nil, sample{}, nothing} {
		wantFaults(t, "\n{}", func() any { return v }, "2  DOC-VALUE-01")
	}
}

func TestFaultsKeepTheValue(t *testing.T) {
	got := sample{Int: 7, Date: motcua.MustDate("2026-01-01"), Map: map[string]int{"old": 1}}
	strict.Decode([]byte(`{"int": 1.5, "date": "never", "map": 1, "flag": true}`), &got, 1)
	if got.Int != 7 || got.Date != motcua.MustDate("2026-01-01") || got.Map["old"] != 1 || !got.Flag {
		t.Errorf("got %+v", got)
	}
}

func TestAllFaultsAtOnce(t *testing.T) {
	reading := wantFaults(t, `{
 "flag": 1,
 "text": "\udfff",
 "int": 1.5,
 "int": 2,
 "list": [1, "2", null],
 "answers": {
  "1.1": {},
  "1.2": {"num": 1, "unit": "u", "nothing": 1}
 },
 "date": "2026-13-01",
 "wrong": 1
}`, asSample,
		"2 /flag DOC-VALUE-01", "3 /text DOC-SYNTAX-02", "4 /int DOC-VALUE-02", "5 /int DOC-MEMBER-01",
		"6 /list/1 DOC-VALUE-01", "6 /list/2 DOC-VALUE-01",
		"8 /answers/1.1/num DOC-MEMBER-03", "8 /answers/1.1/unit DOC-MEMBER-03",
		"9 /answers/1.2/nothing DOC-MEMBER-02", "11 /date DOC-VALUE-02", "12 /wrong DOC-MEMBER-02")
	for _, f := range reading.Faults {
		if f.Message.Vi == "" || f.Message.En == "" {
			t.Errorf("%v says nothing in one of the languages", f)
		}
	}
	if !strings.Contains(fmt.Sprint(reading.Faults), `2026-13-01`) {
		t.Errorf("the cause is lost: %v", reading.Faults)
	}
}
