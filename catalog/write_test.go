package catalog

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

// TestCannotBeWritten: what no reader would take is refused with its place, and what
// was there before stays.
func TestCannotBeWritten(t *testing.T) {
	for _, c := range []struct {
		reason  string
		change  func(*Procedure)
		pointer string
	}{
		{"no code", func(p *Procedure) { p.Code = "" }, "/code"},
		{"a code of another form", func(p *Procedure) { p.Code = "1.1" }, "/code"},
		{"no status", func(p *Procedure) { p.Status = 0 }, "/status"},
		{"a status nobody knows", func(p *Procedure) { p.Status = 77 }, "/status"},
		{"half a character", func(p *Procedure) { p.Keywords = []string{"a", "\xc4"} }, "/keywords/1"},
		{"a date that is none", func(p *Procedure) { p.Bases = []LegalBasis{{Issued: -1}} }, "/bases/0/issued"},
		{"a channel that is none", func(p *Procedure) { p.Channels = []Offer{{}} }, "/channels/0/channel"},
		{"a unit without a name in a limit", func(p *Procedure) {
			p.Channels = []Offer{{Channel: motcua.ChannelPost, Times: []TimeOption{{Limit: &workday.Limit{Terms: []workday.Term{{}}}}}}}
		}, "/channels/0/times/0/limit/terms/0/unit"},
		{"half a character in a condition", func(p *Procedure) {
			p.Cases = []Case{{When: &motcua.Predicate{Equals: &motcua.Equals{Column: "a", Value: motcua.TextScalar("\xff")}}}}
		}, "/cases/0/when/equals/value"},
	} {
		p, _ := ParseProcedure([]byte(plainest), nil)
		c.change(&p)
		out, err := AppendJSON([]byte("before"), &p)
		var bad *WriteError
		if !errors.As(err, &bad) || bad.Pointer != c.pointer || bad.Err == nil || !errors.Is(err, bad.Err) || string(out) != "before" {
			t.Errorf("%s: %q, %v, want %s", c.reason, out, err, c.pointer)
		}
		if err := WriteLines(&strings.Builder{}, slices.Values([]*Procedure{&p})); !errors.As(err, &bad) {
			t.Errorf("%s in lines: %v", c.reason, err)
		}
	}
}

// TestEscapes: nothing is escaped that need not be.
func TestEscapes(t *testing.T) {
	p, _ := ParseProcedure([]byte(plainest), nil)
	p.Name.Vi = "<a href='x'>&đ\u2028😀\x7f/" + "\"\\\b\f\n\r\t\x00\x1f"
	line, err := AppendJSON(nil, &p)
	want := `"<a href='x'>&đ` + "\u2028😀\x7f/" + `\"\\\b\f\n\r\t\u0000\u001f"`
	if err != nil || !strings.Contains(string(line), want) {
		t.Errorf("%s, %v", line, err)
	}
}

// TestListsThatMustBe: a list that must be there is written empty, not as null, which
// no reader takes.
func TestListsThatMustBe(t *testing.T) {
	p, _ := ParseProcedure([]byte(plainest), nil)
	p.Channels = []Offer{{Channel: motcua.ChannelPost, Times: []TimeOption{{Limit: &workday.Limit{}}}}}
	line, err := AppendJSON(nil, &p)
	if err != nil || !strings.Contains(string(line), `"limit":{"terms":[]}`) {
		t.Errorf("%s, %v", line, err)
	}
}

// full is a disk on which nothing fits.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errDisk }

func TestWriteLinesErrors(t *testing.T) {
	p, _ := ParseProcedure([]byte(plainest), nil)
	for _, n := range []int{1, 10_000} { // at the end, and on the way
		if err := WriteLines(full{}, slices.Values(slices.Repeat([]*Procedure{&p}, n))); !errors.Is(err, errDisk) {
			t.Errorf("%d lines: %v", n, err)
		}
	}
}
