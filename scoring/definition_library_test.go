package scoring_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// TestAt picks versions by date: the switch is on 1 January 2026.
func TestAt(t *testing.T) {
	tests := []struct{ id, day, version string }{
		{"vn.766", "2022-08-01", "portal-2022"}, // first published
		{"vn.766", "2025-12-31", "portal-2022"},
		{"vn.766", "2026-01-01", "portal-2026"},
		{"vn.766", "2026-11-21", "portal-2026"}, // and not a variant in force on the same day
		{"vn.766.groups", "2024-08-19", "portal-2022"},
		{"vn.766.groups", "2026-10-10", "portal-2022"},
		{"vn.nd61", "2025-06-30", "tt01-2018"},
		{"vn.bacninh.stars", "2026-06-30", "draft-2026"},
	}
	for _, tt := range tests {
		t.Run(tt.id+" on "+tt.day, func(t *testing.T) {
			x, err := scoring.Standard().At(tt.id, motcua.MustDate(tt.day))
			if err != nil {
				t.Fatal(err)
			}
			if x.ID() != tt.id || x.Version() != tt.version {
				t.Errorf("%s %s, want %s", x.ID(), x.Version(), tt.version)
			}
			if same := shippedIndex(t, tt.id, tt.version); same != x {
				t.Error("by name it is another index")
			}
		})
	}
}

// TestNoDefinition is told what there is instead.
func TestNoDefinition(t *testing.T) {
	library := scoring.Standard()
	at := func(id, day string) error {
		_, err := library.At(id, motcua.MustDate(day))
		return err
	}
	lookup := func(id, version string) error {
		_, err := library.Lookup(id, version)
		return err
	}
	tests := []struct {
		name string
		err  error
		says []string
	}{
		{"before the index", at("vn.766", "2022-07-31"), []string{"vn.766", "2022-07-31", "portal-2022"}},
		{"after the decree", at("vn.nd61", "2025-07-01"), []string{"vn.nd61", "2025-07-01", "tt01-2018"}},
		{"no such index by date", at("vn.767", "2026-01-01"), []string{"vn.767", "vn.766"}},
		{"no such index by name", lookup("vn.767", "portal-2026"), []string{"vn.767", "vn.766", "vn.nd61"}},
		{"no such version", lookup("vn.766", "portal-2027"), []string{"portal-2027", "portal-2022", "portal-2026", "docx-2026", "xlsx-2026"}},
		{"no version", lookup("vn.766", ""), []string{"portal-2026"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if !errors.Is(tt.err, scoring.ErrNoDefinition) {
				t.Fatalf("%v, want ErrNoDefinition", tt.err)
			}
			for _, word := range tt.says {
				if !strings.Contains(tt.err.Error(), word) {
					t.Errorf("%q does not say %q", tt.err, word)
				}
			}
		})
	}
}

// TestNames lists what is shipped.
func TestNames(t *testing.T) {
	got := ""
	for _, x := range scoring.Standard().Indices() {
		got += x.ID() + " " + x.Version() + "; "
		if x.Title().Vi == "" || x.Title().En == "" {
			t.Errorf("%s %s has no title in one of the languages", x.ID(), x.Version())
		}
	}
	want := "vn.766 docx-2026; vn.766.groups portal-2022; vn.766 portal-2022; vn.766 portal-2026; vn.766 xlsx-2026; " +
		"vn.bacninh.stars draft-2026; vn.nd61 tt01-2018; "
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// smallText is a sound definition of one leaf, to be opened beside others.
func smallText(id, version, members string) string {
	return fmt.Sprintf(`{
 "id": %q,
 "version": %q,
 "title": {"vi": "nhỏ", "en": "small"},%s
 "decimals": 2,
 "round": "leaf",
 "mean": "total",
 "sources": [{"key": "S", "basis": "ours"}],
 "root": {
  "id": "sum",
  "title": {"vi": "tổng", "en": "sum"},
  "max": "10",
  "nodes": [{"id": "a", "title": {"vi": "a", "en": "a"}, "max": "10", "scale": {"kind": "given"}, "sources": ["S"]}]
 }
}`, id, version, members)
}

// smallerText is an extension.
func smallerText(id, version, baseID, baseVersion, members string) string {
	return fmt.Sprintf(`{
 "id": %q,
 "version": %q,
 "title": {"vi": "khác", "en": "another"},
 "variant": true,
 "validity": {"from": "2020-01-01"},
 "extends": {"id": %q, "version": %q}%s
}`, id, version, baseID, baseVersion, members)
}

// TestOpenLibrary opens documents that do not go together, or do.
func TestOpenLibrary(t *testing.T) {
	from := func(day string) string { return "\n \"validity\": {\"from\": \"" + day + "\"}," }
	span := func(a, b string) string { return "\n \"validity\": {\"from\": \"" + a + "\", \"to\": \"" + b + "\"}," }
	variant := "\n \"variant\": true,"
	tests := []struct {
		name      string
		documents []string
		want      string // code and pointer, one after the other
	}{
		{"one after the other", []string{smallText("x", "1", span("2020-01-01", "2021-01-01")), smallText("x", "2", from("2021-01-01"))}, ""},
		{"overlapping by a day", []string{smallText("x", "1", span("2020-01-01", "2021-01-02")), smallText("x", "2", from("2021-01-01"))}, "SCO-DEF-02 /1/validity; "},
		{"both for ever", []string{smallText("x", "1", from("2020-01-01")), smallText("x", "2", from("2021-01-01"))}, "SCO-DEF-02 /1/validity; "},
		{"of two indices", []string{smallText("x", "1", from("2020-01-01")), smallText("y", "1", from("2020-01-01"))}, ""},
		{"one is a variant", []string{smallText("x", "1", from("2020-01-01")), smallText("x", "2", variant+from("2020-01-01"))}, ""},
		{"a double name", []string{smallText("x", "1", from("2020-01-01")), smallText("x", "1", variant+from("2020-01-01"))}, "SCO-DEF-03 /1/version; "},
		{"an extension before its base", []string{smallerText("x", "2", "x", "1", ""), smallText("x", "1", from("2020-01-01"))}, ""},
		{"an extension of an extension", []string{smallText("x", "1", from("2020-01-01")), smallerText("x", "3", "x", "2", ""), smallerText("x", "2", "x", "1", "")}, ""},
		{"an extension of a shipped one", []string{smallerText("mine", "1", "vn.766", "portal-2026", "")}, ""},
		{"an unknown base", []string{smallerText("x", "2", "x", "1", "")}, "SCO-DEF-04 /0/extends; "},
		{"a base of another version", []string{smallText("x", "1", from("2020-01-01")), smallerText("x", "2", "x", "0", "")}, "SCO-DEF-04 /1/extends; "},
		{"its own base", []string{smallerText("x", "1", "x", "1", "")}, "SCO-DEF-04 /0/extends; "},
		{"a circle", []string{smallerText("x", "1", "x", "2", ""), smallerText("x", "2", "x", "1", "")}, "SCO-DEF-04 /0/extends; SCO-DEF-04 /1/extends; "},
		{"a node that is not there", []string{smallText("x", "1", from("2020-01-01")), smallerText("x", "2", "x", "1", `, "nodes": [{"id": "a"}, {"id": "b"}]`)}, "SCO-DEF-04 /1/nodes/1/id; "},
		{"a band that is not there", []string{smallText("x", "1", from("2020-01-01")), smallerText("x", "2", "x", "1", `, "bands": [{"id": "good", "title": {"vi": "t", "en": "g"}, "from": "5"}]`)}, "SCO-DEF-04 /1/bands/0/id; "},
		{"a fault of the base is told once", []string{strings.Replace(smallText("x", "1", from("2020-01-01")), `"max": "10",`, `"max": "11",`, 1), smallerText("x", "2", "x", "1", "")}, "SCO-DEF-04 /1/extends; SCO-DEF-05 /0/root/max; "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var documents [][]byte
			for _, d := range tt.documents {
				documents = append(documents, []byte(d))
			}
			library, err := scoring.OpenLibrary(documents...)
			var faults motcua.Faults
			errors.As(err, &faults)
			got := ""
			for _, f := range faults {
				got += f.Code + " " + f.Pointer + "; "
			}
			if got != tt.want {
				t.Errorf("got  %s\nwant %s\n%v", got, tt.want, err)
			}
			if (library == nil) != (tt.want != "") {
				t.Errorf("library %v", library)
			}
			if tt.want == "" && len(library.Indices()) != len(tt.documents) {
				t.Errorf("%d indices, want %d", len(library.Indices()), len(tt.documents))
			}
		})
	}
}

// TestExtensionChangesOnlyWhatItStates compares the shipped state with one that
// states one difference, leaf by leaf.
func TestExtensionChangesOnlyWhatItStates(t *testing.T) {
	base := shippedIndex(t, "vn.766", "portal-2026")
	x, err := scoring.Parse([]byte(smallerText("vn.766", "mine", "vn.766", "portal-2026",
		`, "nodes": [{"id": "2.1", "scale": {"kind": "fullAt", "at": "0.5"}}]`)), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, leaf := range base.Leaves() {
		pair := ratios{leaf: {1, 3}}
		before := scoredAt(t, evaluated(t, base, counted(t, base, "u", "", pair)), leaf)
		after := scoredAt(t, evaluated(t, x, counted(t, x, "u", "", pair)), leaf)
		if (before != after) != (leaf == "2.1") {
			t.Errorf("%s: %s before, %s after", leaf, before, after)
		}
	}
	if x.Hash() == base.Hash() {
		t.Error("other rules have the same hash")
	}
	again := shippedIndex(t, "vn.766", "portal-2026")
	if got := scoredAt(t, evaluated(t, again, counted(t, again, "u", "", ratios{"2.1": {1, 3}})), "2.1"); got != "6.67" {
		t.Errorf("the base was changed: %s", got)
	}
}
