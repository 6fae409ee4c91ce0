package strict_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// sample has a member of every kind that can be read; all may be left out.
type sample struct {
	Flag    bool              `json:"flag,omitempty"`
	Text    string            `json:"text,omitempty"`
	Int     int               `json:"int,omitempty"`
	Int8    int8              `json:"int8,omitempty"`
	Int64   int64             `json:"int64,omitempty"`
	Uint8   uint8             `json:"uint8,omitempty"`
	Uint64  uint64            `json:"uint64,omitempty"`
	Maybe   *int64            `json:"maybe,omitempty" jsonschema:"nullable"`
	Strict  *int64            `json:"strict,omitempty"`
	Twice   **bool            `json:"twice,omitempty" jsonschema:"nullable"`
	List    []int             `json:"list,omitempty"`
	Lists   [][]string        `json:"lists,omitempty"`
	Holes   []*string         `json:"holes,omitempty"`
	Map     map[string]int    `json:"map,omitempty"`
	Answers map[string]*inner `json:"answers,omitempty"`
	Keyed   map[shout]bool    `json:"keyed,omitempty"`
	Date    motcua.Date       `json:"date,omitzero"`
	Decimal *motcua.Decimal   `json:"decimal,omitempty"`
	Basis   motcua.Basis      `json:"basis,omitzero"`
	Scalars []motcua.Scalar   `json:"scalars,omitempty"`
	Inner   inner             `json:"inner,omitzero"`
	Below   *sample           `json:"below,omitempty"`
	Named   motcua.Validity   `json:"named,omitzero"`
	Raw     tally             `json:"raw,omitzero"`
	Dashed  int               `json:"a/b~c,omitempty"`
	Hidden  int               `json:"-"`
	private int
	NoTag   map[shout][]*inner `json:",omitempty"`
	embedded
	*Pointed
	motcua.Source `json:"source,omitzero"`
}

type embedded struct {
	Deep string `json:"deep,omitempty"`
	Text bool   `json:"text,omitempty"` // hidden by the outer one
}

type Pointed struct {
	Far int `json:"far,omitempty"`
}

// inner has members that must be there.
type inner struct {
	Num  *int64 `json:"num"`
	Unit string `json:"unit"`
	Note string `json:"note,omitempty"`
}

// shout is text that must be upper case.
type shout string

func (s *shout) UnmarshalText(text []byte) error {
	if strings.ToUpper(string(text)) != string(text) {
		return errors.New("too quiet")
	}
	*s = shout(text)
	return nil
}

// tally reads itself, from an object of counts, and reports faults of its own.
type tally struct{ sum int64 }

func (t *tally) UnmarshalJSON(data []byte) error {
	var counts map[string]int64
	reading := strict.Decode(data, &counts, 1)
	for name, n := range counts {
		t.sum += n
		if n < 0 {
			reading.Faults.Add("TAL-01", motcua.Pointer(name), motcua.Text{Vi: "âm", En: "below zero"}, nil)
		}
		if n > 1000 {
			reading.Faults.Warn("TAL-02", motcua.Pointer(name), motcua.Text{Vi: "hơi nhiều", En: "rather much"}, nil)
		}
	}
	if len(reading.Faults) > 0 {
		return fmt.Errorf("tally: %w", reading.Faults)
	}
	return nil
}

// faultLines writes faults as "line pointer code", a warning with a "?".
func faultLines(faults motcua.Faults) []string {
	var lines []string
	for _, f := range faults {
		line := fmt.Sprintf("%d %s %s", f.Line, f.Pointer, f.Code)
		if f.Severity == motcua.SeverityWarning {
			line += "?"
		}
		lines = append(lines, line)
	}
	return lines
}

// wantFaults reads a document twice, since the order must not depend on chance.
func wantFaults(t *testing.T, document string, into func() any, want ...string) *strict.Reading {
	t.Helper()
	reading := strict.Decode([]byte(document), into(), 1)
	if diff := cmp.Diff(want, faultLines(reading.Faults)); diff != "" {
		t.Errorf("faults of %s (-want +got):\n%s", document, diff)
	}
	again := strict.Decode([]byte(document), into(), 1)
	if first, second := fmt.Sprint(reading.Faults.Err()), fmt.Sprint(again.Faults.Err()); first != second {
		t.Errorf("read twice:\n%s\n%s", first, second)
	}
	return reading
}

func asSample() any { return new(sample) }
func asInner() any  { return new(inner) }

// sampleDocument uses every member.
const sampleDocument = `{
 "flag": true, "text": "một cửa \ud83d\ude00 \\ud800", "int": -1, "int8": -128, "int64": 9223372036854775807,
 "uint8": 255, "uint64": 18446744073709551615, "maybe": null, "strict": 0, "twice": true,
 "list": [1, 2, -0], "lists": [[], ["a"]], "holes": [null, "b"], "map": {"": 1, "x": 2},
 "answers": {"1.1": {"num": 1, "unit": "u"}, "1.2": null, "1.3": {"num": null, "unit": "", "note": "n"}},
 "keyed": {"ABC": true}, "date": "2026-02-28", "decimal": "-1.50", "basis": "law",
 "scalars": [null, true, 7, "seven"], "inner": {"num": 0, "unit": "v"}, "below": {"below": {}},
 "named": {"from": "2026-01-01"}, "raw": {"a": 1, "b": 2}, "a/b~c": 1, "NoTag": {"K": [null]},
 "deep": "e", "far": 3, "source": {"act": "a", "basis": "ours"}
}`

// plainUnmarshal is what encoding/json makes of one document, at its strictest.
func plainUnmarshal(data []byte, v any) error {
	dec := json.NewDecoder(strings.NewReader(string(data)))
	dec.DisallowUnknownFields()
	return dec.Decode(v)
}
