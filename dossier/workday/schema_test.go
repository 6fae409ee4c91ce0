package workday_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/internal/schematest"
)

// schemaBases are sound documents by kind; the first of each is the one in which
// faults are planted.
var schemaBases = map[string][]string{
	"calendar": {"testdata/schema/calendar.json", "calendars/vn.json"},
	"hours":    {"testdata/schema/hours.json"},
	"limit":    {"testdata/schema/limit.json", "testdata/schema/limit-day.json"},
	"profiles": {"testdata/schema/profiles.json", "profiles.json"},
}

func readBase(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.FromSlash(path))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestDocumentNames(t *testing.T) {
	var names []string
	for _, d := range workday.Documents() {
		names = append(names, d.Name)
		if want := "https://github.com/motcua/motcua/schema/" + d.Name + "-1.json"; d.ID != want {
			t.Errorf("%s has the $id %s, want %s", d.Name, d.ID, want)
		}
	}
	if got := strings.Join(names, " "); got != "calendar hours limit profiles" {
		t.Errorf("documents %s", got)
	}
}

// TestBasesConform: what is shipped and what is shown is right in the eyes of
// both, and stays so when it is read and written again.
func TestBasesConform(t *testing.T) {
	sides := schematest.Sides(t, workday.Documents())
	for kind, paths := range schemaBases {
		for _, path := range paths {
			data := readBase(t, path)
			if err := sides[kind].Refusal(data); err != nil {
				t.Errorf("%s: %v", path, err)
			}
			if faults := sides[kind].Check(data); len(faults) > 0 {
				t.Errorf("%s: %v", path, faults)
			}
			again := rewritten(t, kind, data)
			if err := sides[kind].Refusal(again); err != nil {
				t.Errorf("%s, written again: %v in %s", path, err, again)
			}
			if faults := sides[kind].Check(again); len(faults) > 0 {
				t.Errorf("%s, written again: %v", path, faults)
			}
			if third := rewritten(t, kind, again); !bytes.Equal(again, third) {
				t.Errorf("%s changes each time it is written: %s, %s", path, again, third)
			}
		}
	}
}

// rewritten reads a document into its Go value and writes that.
func rewritten(t testing.TB, kind string, data []byte) []byte {
	t.Helper()
	var v any
	switch kind {
	case "calendar":
		v, _ = workday.ParseRules(data)
	case "hours":
		v, _ = workday.ParseHours(data)
	case "limit":
		v, _ = workday.UnmarshalLimit(data)
	case "profiles":
		v, _ = workday.ParseProfiles(data)
	}
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestKindsApart: no document passes for one of another kind.
func TestKindsApart(t *testing.T) {
	sides := schematest.Sides(t, workday.Documents())
	for kind, paths := range schemaBases {
		for name, side := range sides {
			data := readBase(t, paths[0])
			if name == kind {
				continue
			}
			if side.Refusal(data) == nil {
				t.Errorf("the schema of %s takes a %s", name, kind)
			}
			if side.Check(data).Err() == nil {
				t.Errorf("Check of %s takes a %s", name, kind)
			}
		}
	}
}

// planted is one fault in a sound document: a piece of it replaced. It is refused
// by both, or by a rule alone that no schema can say.
var planted = []struct{ kind, old, put, by, why string }{
	{"calendar", `"id": "vn-25-2027",`, ``, "both", "a required member is missing"},
	{"calendar", `"off": true,`, ``, "both", "a required member below is missing"},
	{"calendar", `"swaps"`, `"swap"`, "both", "a misspelt member"},
	{"calendar", `"off": true`, `"off": "true"`, "both", "text for a truth value"},
	{"calendar", `"month": 3`, `"month": 3.5`, "both", "a fraction for a whole number"},
	{"calendar", `"2027-02-11"`, `"2027-02-30"`, "both", "a day that does not exist"},
	{"calendar", `"2027-02-11"`, `"11/02/2027"`, "both", "a day as it is written on paper"},
	{"calendar", `"07:30-11:30"`, `"7:30-11:30"`, "both", "a time of one digit"},
	{"calendar", `"basis": "ours"`, `"basis": "rumour"`, "both", "a ground nobody knows"},
	{"calendar", `"vi": "nửa ngày", `, ``, "both", "a text in one language"},
	{"calendar", `"sunday": 1`, `"funday": 1`, "rule", "a day that is none"},
	{"calendar", `"month": 3`, `"month": 13`, "rule", "a month that is none"},
	{"calendar", `"work": "2027-08-28"`, `"work": "2027-09-06"`, "rule", "a day swapped with itself"},
	{"calendar", `"id": "vn-25-2027"`, `"id": ""`, "rule", "no name"},
	{"hours", `"07:00-11:30"`, `"07:00-11:60"`, "both", "a minute that is none"},
	{"hours", `"08:00-24:00"`, `"08:00-24:30"`, "both", "a time after the end of the day"},
	{"hours", `"wednesday"`, `"Wednesday"`, "both", "a day with a capital"},
	{"hours", `"session": "17:00-19:00"`, `"session": ["17:00-19:00"]`, "both", "a list for one session"},
	{"hours", `"weekdays": ["07:00-11:30", "13:30-17:00"],`, ``, "both", "no weekdays"},
	{"hours", `"saturday"`, `"sunday"`, "both", "sessions of a Sunday"},
	{"hours", `"07:00-11:30", "13:30-17:00"`, `"13:30-17:00", "07:00-11:30"`, "rule", "sessions out of order"},
	{"hours", `"17:00-19:00"`, `"19:00-17:00"`, "rule", "a session turned round"},
	{"hours", `"to": "2026-07-01"`, `"to": "2026-07-02"`, "rule", "two rows on one day"},
	{"limit", `"15.5"`, `15.5`, "both", "a number for a decimal"},
	{"limit", `"15.5"`, `"15,5"`, "both", "a decimal comma"},
	{"limit", `"15.5"`, `"015.5"`, "both", "a leading zero"},
	{"limit", `"months"`, `"weeks"`, "both", "a unit nobody knows"},
	{"limit", `"startNextDay"`, `"startTomorrow"`, "both", "an effect nobody knows"},
	{"limit", `"15:00"`, `"15h00"`, "both", "a time as it is written on paper"},
	{"limit", `"supplement": "remainder"`, `"supplement": "rest"`, "both", "a mode nobody knows"},
	{"limit", `"terms"`, `"term"`, "both", "no terms"},
	{"limit", `"title": {"vi": "Luồng xanh", "en": "Fast lane"},`, ``, "both", "a lane without a title"},
	{"limit", `"15.5"`, `"0"`, "rule", "no amount"},
	{"limit", `"supplement": "remainder"`, `"supplement": "restart"`, "rule", "a remainder without its mode"},
	{"limit", `"startNextDay"`, `"dueNextDay"`, "rule", "an effect for limits within the day"},
	{"limit", `"workingDays"}
  ]`, `"months"}
  ]`, "rule", "a unit twice"},
	{"profiles", `"hoursOfDay": 8,`, ``, "both", "a required member is missing"},
	{"profiles", `"hoursOfDay": 8`, `"hoursOfDay": "8"`, "both", "text for a number"},
	{"profiles", `"withinDay"`, `"within the day"`, "both", "a unit by its words"},
	{"profiles", `"grounds": [{"id": "workingDays",`, `"grounds": [{`, "both", "a rule without a name"},
	{"profiles", `"byDate": true`, `"byDate": null`, "both", "null"},
	{"profiles", `"hoursOfDay": 8`, `"hoursOfDay": 25`, "rule", "a day of 25 hours"},
}

func TestSchemaAndCheckAgree(t *testing.T) {
	sides := schematest.Sides(t, workday.Documents())
	for _, p := range planted {
		sound := string(readBase(t, schemaBases[p.kind][0]))
		if !strings.Contains(sound, p.old) {
			t.Errorf("%s: %s: there is no %s", p.kind, p.why, p.old)
		}
		data := []byte(strings.Replace(sound, p.old, p.put, 1))
		schema, check := sides[p.kind].Refusal(data), sides[p.kind].Check(data).Err()
		if (schema != nil) != (p.by == "both") || check == nil {
			t.Errorf("%s: %s: want it refused by %s; the schema says %v, Check says %v", p.kind, p.why, p.by, schema, check)
		}
	}
}
