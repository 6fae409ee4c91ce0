package unit_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/unit"
)

var decimals = cmp.Comparer(func(a, b motcua.Decimal) bool { return a == b })

// TestWrittenAndRead: both forms give back the rows and, written again, the bytes.
func TestWrittenAndRead(t *testing.T) {
	rows := unit.Standard().Rows()
	var document, lines, again bytes.Buffer
	if err := rows.Write(&document); err != nil {
		t.Fatal(err)
	}
	if err := rows.WriteLines(&lines); err != nil {
		t.Fatal(err)
	}
	read, faults := unit.ParseRows(document.Bytes())
	if diff := cmp.Diff(rows, read, decimals, cmpopts.EquateEmpty()); diff != "" || len(faults) > 0 {
		t.Errorf("%v\n%s", faults, diff)
	}
	streamed, faults := unit.ReadLines(bytes.NewReader(lines.Bytes()))
	if diff := cmp.Diff(rows, streamed, decimals, cmpopts.EquateEmpty()); diff != "" || len(faults) > 0 {
		t.Errorf("%v\n%s", faults, diff)
	}
	if err := streamed.Write(&again); err != nil || !bytes.Equal(document.Bytes(), again.Bytes()) {
		t.Errorf("written again it is another document: %v", err)
	}
}

func TestLinesStrict(t *testing.T) {
	good := `{"unit": {"id": "a", "level": "commune", "name": {"vi": "a", "en": ""}, "source": {"basis": "ours"}}}` + "\n"
	for _, c := range []struct {
		why, text, want string
		units           int
	}{
		{"sound, with empty lines", "\n" + good + "  \n" + strings.Replace(good, `"a"`, `"b"`, 1), "", 2},
		{"nothing", "", "", 0},
		{"no row", "{}\n" + good, "1  CAT-UNIT-29", 1},
		{"two rows", strings.Replace(good, `{"unit"`, `{"scheme": {"id": "x", "title": {"vi": "x", "en": ""}, "source": {"basis": "ours"}}, "unit"`, 1), "1  CAT-UNIT-29", 0},
		{"no JSON", good + "{\n" + good, "2  DOC-SYNTAX-01", 2},
		{"an unknown member", strings.Replace(good, `"unit"`, `"units"`, 1), "1 /units DOC-MEMBER-02", 0},
		{"null", "null\n", "1  DOC-VALUE-01", 0},
		{"a line too long", good + strings.Repeat(" ", 1<<20) + "\n" + good, "2  CAT-UNIT-28", 1},
		{"no level", strings.Replace(good, `"commune"`, `"village"`, 1), "1 /unit/level DOC-VALUE-02", 0},
	} {
		rows, faults := unit.ReadLines(strings.NewReader(c.text))
		if got := onLines(faults); got != c.want || len(rows.Units) != c.units {
			t.Errorf("%s: %s, want %s; %d units", c.why, got, c.want, len(rows.Units))
		}
	}
	if _, faults := unit.ReadLines(broken{}); onLines(faults) != "1  CAT-UNIT-28" {
		t.Errorf("%v", faults)
	}
	if _, faults := unit.ReadLines(strings.NewReader(strings.Repeat("{\n", 11_000))); len(faults) != 10_001 {
		t.Errorf("%d faults", len(faults))
	}
}

// TestUnwritable: what has no name in a vocabulary is not written as something else.
func TestUnwritable(t *testing.T) {
	rows := sound()
	rows.Units[0].Level = 0
	if err := rows.Write(new(bytes.Buffer)); err == nil {
		t.Error("an unset level is written")
	}
	if err := rows.WriteLines(new(bytes.Buffer)); err == nil {
		t.Error("an unset level is written in a line")
	}
}

// TestVocabularies: every member is read back from its name, and nothing else is.
func TestVocabularies(t *testing.T) {
	for i := range uint8(8) {
		var level unit.Level
		var kind unit.Kind
		var outcome unit.Outcome
		for _, v := range []struct {
			marshal   func() ([]byte, error)
			unmarshal func([]byte) error
			name      string
			got       func() uint8
			last      uint8
		}{
			{unit.Level(i).MarshalText, level.UnmarshalText, unit.Level(i).String(), func() uint8 { return uint8(level) }, uint8(unit.Other)},
			{unit.Kind(i).MarshalText, kind.UnmarshalText, unit.Kind(i).String(), func() uint8 { return uint8(kind) }, uint8(unit.Continue)},
			{unit.Outcome(i).MarshalText, outcome.UnmarshalText, unit.Outcome(i).String(), func() uint8 { return uint8(outcome) }, uint8(unit.Later)},
		} {
			text, err := v.marshal()
			if named := i >= 1 && i <= v.last; (err == nil) != named {
				t.Errorf("%s is written %q, %v", v.name, text, err)
			} else if named && (v.unmarshal(text) != nil || v.got() != i || string(text) != v.name) {
				t.Errorf("%s is read back as %d", text, v.got())
			}
			if v.unmarshal([]byte("Province")) == nil {
				t.Error("a capital letter is taken")
			}
		}
	}
}
