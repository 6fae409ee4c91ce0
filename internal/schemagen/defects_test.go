package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"net"
	"net/url"
	"reflect"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// What the reflector does with these types is wrong or silent; the generator
// must refuse them, each by name.

type (
	page[T any] struct{ Items []T }
	loud        struct{ Date motcua.Date }
	quiet       struct{ A, B int }
	around      struct{ quiet }
	mute        uint8
	twin        uint8
	amount      struct{ Minor int64 }
	amounts     []amount
	promoted    struct{ motcua.Date }
	plainEnum   = scoring.Stage
	renamedText = motcua.Text
	withPointer struct{ *quiet }
)

func (loud) MarshalJSON() ([]byte, error)   { return []byte("1"), nil }
func (*quiet) MarshalText() ([]byte, error) { return nil, nil } // of the pointer alone
func (mute) MarshalJSON() ([]byte, error)   { return []byte("1"), nil }
func (m twin) MarshalText() ([]byte, error) {
	if m > 2 {
		return nil, errors.New("no name")
	}
	return []byte("same"), nil
}

var refused = []struct {
	name  string
	value any
	want  string // in the error; "" where there is none
}{
	{"fine", struct {
		A plainEnum   `json:"a"`
		B renamedText `json:"b"`
		C []*int      `json:"c,omitempty"`
	}{}, ""},
	{"two types of one name", struct {
		A strings.Reader `json:"a"`
		B bytes.Reader   `json:"b"`
	}{}, "Reader needs a name of its own"},
	{"untagged, of another package", struct {
		A url.Error `json:"a"`
	}{}, "url.Error.Op has no name in JSON"},
	{"generic", struct {
		A page[amount] `json:"a"`
	}{}, "page[github.com/motcua/motcua/internal/schemagen.amount] needs a name of its own"},
	{"marshals, by value", struct {
		A loud `json:"a"`
	}{}, "loud marshals itself and has no row"},
	{"marshals, by pointer", struct {
		A []quiet `json:"a"`
	}{}, "quiet marshals itself and has no row"},
	{"marshals, by what it embeds", struct {
		A promoted `json:"a"`
	}{}, "promoted marshals itself and has no row"},
	{"marshals, by pointers it embeds", struct {
		A around `json:"a"`
	}{}, "around marshals itself and has no row"},
	{"marshals, by an embedded pointer", struct {
		A *withPointer `json:"a,omitempty"`
	}{}, "withPointer marshals itself and has no row"},
	{"address", struct {
		A net.IP `json:"a"`
	}{}, "net.IP marshals itself and has no row"},
	{"raw", struct {
		A json.RawMessage `json:"a"`
	}{}, "json.RawMessage marshals itself and has no row"},
	{"number", struct {
		A json.Number `json:"a"`
	}{}, "json.Number is not read or written"},
	{"float", struct {
		A float64 `json:"a"`
	}{}, "float64 is not read or written"},
	{"unsigned", struct {
		A map[string]uint16 `json:"a"`
	}{}, "uint16 is not read or written"},
	{"array", struct {
		A [3]byte `json:"a"`
	}{}, "[3]uint8 is not read or written"},
	{"bytes", struct {
		A []byte `json:"a"`
	}{}, "[]uint8 is not read or written"},
	{"anything", struct {
		A []any `json:"a"`
	}{}, "interface {} is not read or written"},
	{"map by number", struct {
		A map[int]string `json:"a"`
	}{}, "map[int]string is not read or written"},
	{"map by enum", struct {
		A map[scoring.Stage]string `json:"a"`
	}{}, "map[scoring.Stage]string is not read or written"},
	{"map by code", struct {
		A map[motcua.UnitCode]string `json:"a"`
	}{}, "map[motcua.UnitCode]string is not read or written"},
	{"named list", struct {
		A amounts `json:"a"`
	}{}, "amounts is not a struct and has a name"},
	{"enum without names", struct {
		A mute `json:"a"`
	}{}, "mute has no names"},
	{"enum with one name twice", struct {
		A twin `json:"a"`
	}{}, `twin has two values "same"`},
	{"untagged", struct{ A amount }{}, "A has no name in JSON"},
	{"capital", struct {
		A int `json:"A"`
	}{}, `.A: tag "json:\"A\""`},
	{"text for a number", struct {
		A int `json:"a,string"`
	}{}, `.A: tag`},
	{"inline", struct {
		A renamedText `json:"a,inline"`
	}{}, `.A has no name in JSON`},
	{"null unsaid", struct {
		A *int `json:"a"`
	}{}, ".A is written as null and not tagged nullable"},
	{"null that cannot be", struct {
		A []int `json:"a" jsonschema:"nullable"`
	}{}, `.A: "nullable" is lost`},
	{"pattern with an equals sign", struct {
		A []string `json:"a" jsonschema:"pattern=^a=b$"`
	}{}, `.A: "pattern=^a=b$" is lost`},
	{"minimum of text", struct {
		A string `json:"a" jsonschema:"minimum=1"`
	}{}, `.A: "minimum=1" is lost`},
	{"minimum that is none", struct {
		A int `json:"a" jsonschema:"minimum=x"`
	}{}, `.A: "minimum=x" is lost`},
	{"names of an enum by hand", struct {
		A string `json:"a" jsonschema:"enum=x,enum=y"`
	}{}, `is lost`},
}

func TestRefused(t *testing.T) {
	for _, c := range refused {
		schema, err := reflectPlanted(c.value)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: error %v, want %q\n%s", c.name, err, c.want, schema)
		}
	}
}

// reflectPlanted reflects a struct without a name, which stands for a document.
func reflectPlanted(value any) (string, error) {
	g := &generator{names: map[string]reflect.Type{}}
	schema := g.reflect(value, nil)
	g.finish(schema, reflect.TypeOf(value))
	text, err := json.Marshal(schema)
	if err != nil {
		return "", err
	}
	return string(text), g.err()
}
