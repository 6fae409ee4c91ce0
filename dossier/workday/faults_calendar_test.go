package workday

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
)

// badInput is one thing that cannot be, and all that is wrong with it: pointer and
// code, in order. In documents TITLE and SOURCE stand for members that are right.
type badInput struct {
	read  string // a key of badReaders
	input string
	want  []string
	why   string
}

var soundMembers = strings.NewReplacer(
	"TITLE", `"title":{"vi":"tên","en":"name"}`,
	"SOURCE", `"source":{"act":"1/QĐ","basis":"law"}`,
)

// badReaders are the ways into the package for foreign text.
var badReaders = map[string]func(string) motcua.Faults{
	"calendar": func(s string) motcua.Faults {
		rules, faults := ParseRules([]byte(s))
		if faults.Err() != nil {
			return faults
		}
		_, faults = Compile(rules)
		return faults
	},
	"overlay":  func(s string) motcua.Faults { _, faults := National().Overlay([]byte(s)); return faults },
	"hours":    func(s string) motcua.Faults { _, faults := ParseHours([]byte(s)); return faults },
	"sessions": func(s string) motcua.Faults { _, faults := ParseSessions(s); return faults },
	"limit":    func(s string) motcua.Faults { _, faults := UnmarshalLimit([]byte(s)); return faults },
	"text":     func(s string) motcua.Faults { _, faults := ParseLimit(s); return faults },
	"profiles": func(s string) motcua.Faults { _, faults := ParseProfiles([]byte(s)); return faults },
}

// found is faults in short.
func found(faults motcua.Faults) []string {
	var list []string
	for _, f := range faults {
		list = append(list, f.Pointer+" "+f.Code)
	}
	slices.Sort(list)
	return list
}

var badCalendars = []badInput{
	{"calendar", `{"id":"a",TITLE}`, []string{"/horizon CAL-DAY-01"}, "a calendar needs a horizon"},
	{"calendar", `{"id":"a",TITLE,"horizon":{"from":"2026-01-01"}}`, []string{"/horizon CAL-DAY-01"}, "without an end"},
	{"calendar", `{"id":"a",TITLE,"horizon":{"from":"2027-01-01","to":"2026-01-01"}}`, []string{"/horizon CAL-DAY-01"}, "turned round"},
	{"calendar", `{"id":"a",TITLE,"horizon":{"from":"1899-01-01","to":"2026-01-01"}}`, []string{"/horizon CAL-DAY-01"}, "before today's clock"},
	{"calendar", `{"id":"a",TITLE,"horizon":{"from":"1976-01-01","to":"2976-01-01"}}`, []string{"/horizon CAL-DAY-01"}, "a thousand years"},
	{"calendar", `{"id":"",TITLE,"horizon":{"from":"2026-01-01","to":"2027-01-01"}}`, []string{"/id CAL-DAY-07"}, "no name"},
	{"calendar", `{"id":"a",TITLE,"horizon":{"from":"2026-01-01","to":"2027-01-01"},"settled":[{"validity":{"from":"2026-01-01"},SOURCE}]}`,
		[]string{"/settled/0/validity CAL-DAY-01"}, "settled for ever"},
	{"calendar", `{"id":"a",TITLE,"settled":[{"validity":{"from":"2027-01-01","to":"2028-01-01"},SOURCE},{"validity":{"from":"2026-01-01","to":"2027-06-01"},SOURCE}]}`,
		[]string{"/settled/1/validity CAL-DAY-02"}, "unordered, and overlapping"},
	{"calendar", `{"id":"a",TITLE,"holidays":[
		{"id":"","month":0,"day":1,"days":32,"shift":-32,TITLE,SOURCE},
		{"id":"x","month":2,"day":30,TITLE,SOURCE},
		{"id":"x","month":2,"day":30,"lunar":true,TITLE,SOURCE},
		{"id":"y","month":4,"day":31,"shiftOn":{"funday":1,"monday":99},"validity":{"from":"2027-01-01","to":"2026-01-01"},TITLE,SOURCE},
		{"id":"z","month":1,"day":31,"lunar":true,TITLE,SOURCE}]}`,
		[]string{
			"/holidays/0/days CAL-DAY-06", "/holidays/0/id CAL-DAY-07", "/holidays/0/month CAL-DAY-06", "/holidays/0/shift CAL-DAY-06",
			"/holidays/1/day CAL-DAY-06", "/holidays/2/id CAL-DAY-07", "/holidays/3/day CAL-DAY-06", "/holidays/3/shiftOn/funday CAL-DAY-06",
			"/holidays/3/shiftOn/monday CAL-DAY-06", "/holidays/3/validity CAL-DAY-01", "/holidays/4/day CAL-DAY-06",
		}, "holidays on no day, all faults at once"},
	{"calendar", `{"id":"a",TITLE,"inLieu":[{"validity":{"from":"2027-01-01","to":"2026-01-01"},SOURCE}]}`,
		[]string{"/inLieu/0/validity CAL-DAY-01"}, "a validity turned round"},
	{"calendar", `{"id":"a",TITLE,"horizon":{"from":"2026-01-01","to":"2027-01-01"},"weekends":[]}`, []string{"/weekends DOC-MEMBER-02"}, "a member nobody knows"},
	{"calendar", `[]`, []string{" DOC-VALUE-01"}, "no object"},
	{"calendar", `{`, []string{" DOC-SYNTAX-01"}, "no JSON"},
}

var badOverlays = []badInput{
	{"overlay", `{"id":"a","days":[`, []string{" DOC-SYNTAX-01"}, "what was not read is not checked"},
	{"overlay", `{"id":"a",TITLE,"horizon":{"from":"2026-01-01","to":"2027-01-01"}}`, []string{"/horizon CAL-DAY-01"}, "an overlay has no horizon of its own"},
	{"overlay", `{"id":"a",TITLE,"days":[
		{"date":"1899-12-31","off":true,TITLE,SOURCE},
		{"date":"2027-03-02","off":true,TITLE,SOURCE},
		{"date":"2027-03-01","days":2,"off":true,TITLE,SOURCE},
		{"date":"2100-12-31","days":2,"off":true,TITLE,SOURCE},
		{"date":"2101-01-01","off":false,TITLE,SOURCE}]}`,
		[]string{"/days/0/date CAL-DAY-05", "/days/2/date CAL-DAY-02", "/days/2/date CAL-DAY-03", "/days/3/days CAL-DAY-05", "/days/4/date CAL-DAY-04", "/days/4/date CAL-DAY-05"},
		"rows beyond, unordered, overlapping and contradictory at once"},
	{"overlay", `{"id":"a",TITLE,"swaps":[
		{"off":"2027-03-05","work":"2027-03-06",SOURCE},
		{"off":"2027-03-04","work":"2027-03-06",SOURCE},
		{"off":"2027-03-05","work":"2101-03-05",SOURCE},
		{"off":"2027-03-08","work":"2027-03-05",SOURCE}]}`,
		[]string{"/swaps/1/off CAL-DAY-02", "/swaps/1/work CAL-DAY-03", "/swaps/2/off CAL-DAY-03", "/swaps/2/work CAL-DAY-05", "/swaps/3/work CAL-DAY-04", "/swaps/3/work CAL-DAY-09"},
		"swaps that say the same of a day, and the opposite"},
	{"overlay", `{"id":"a",TITLE,"swaps":[{"off":"2027-03-05","work":"2027-03-05",SOURCE}]}`, []string{"/swaps/0/work CAL-DAY-04", "/swaps/0/work CAL-DAY-09"}, "a day swapped with itself"},
	{"overlay", `{"id":"a",TITLE,"swaps":[{"off":"2027-03-05","work":"2027-03-06",SOURCE}],"days":[{"date":"2027-03-05","off":false,TITLE,SOURCE}]}`,
		[]string{"/days/0/date CAL-DAY-04"}, "a special day against a swap"},
	{"overlay", `{"id":"a",TITLE,"swaps":[{"off":"2027-03-06","work":"2027-03-08",SOURCE}]}`,
		[]string{"/swaps/0/off CAL-DAY-09", "/swaps/0/work CAL-DAY-09"}, "a swap of what is so by the week"},
	{"overlay", `{"id":"a",TITLE,"days":[{"date":"2027-03-06","off":true,TITLE,SOURCE}]}`, nil, "a Saturday off: an office may work then"},
	{"overlay", `{"id":"a",TITLE,"days":[{"date":"2027-03-05","off":false,TITLE,SOURCE}]}`, []string{"/days/0 CAL-DAY-08"}, "a Friday worked: a warning"},
	{"overlay", `{"id":"a",TITLE,"days":[{"date":"2027-03-05","days":-1,"off":true,TITLE,SOURCE},{"date":"2027-03-06","days":367,"off":true,TITLE,SOURCE}]}`,
		[]string{"/days/0/days CAL-DAY-06", "/days/1/days CAL-DAY-06"}, "lengths that are none"},
	{"overlay", `{"id":"a",TITLE,"days":[{"date":"2027-03-05","off":true,"sessions":["07:30-11:30"],TITLE,SOURCE}]}`, []string{"/days/0/sessions CAL-HRS-02"}, "sessions on a day off"},
	{"overlay", `{"id":"a",TITLE,"days":[{"date":"2027-03-05","off":false,"sessions":["13:30-17:00","07:30-11:30","22:00-02:00"],TITLE,SOURCE}]}`,
		[]string{"/days/0/sessions/1 CAL-HRS-02", "/days/0/sessions/2 CAL-HRS-01"}, "sessions out of order, and over midnight"},
	{"overlay", `{"id":"a",TITLE,"days":[{"date":"2027-03-05","offf":true,TITLE,SOURCE},{"date":"2027-02-30","off":true,TITLE,"source":{"basis":"hearsay"}}]}`,
		[]string{"/days/0/offf DOC-MEMBER-02", "/days/1/date DOC-VALUE-02", "/days/1/source/basis DOC-VALUE-02"}, "what cannot be read, beside each other; a misspelt member is not missing as well"},
	{"overlay", `{"id":"a",TITLE,"days":[{"date":"1899-12-31","off":true,TITLE,SOURCE}],"holidays":[{"id":"x","month":13,"day":1,"lunr":true,TITLE,SOURCE}]}`,
		[]string{"/days/0/date CAL-DAY-05", "/holidays/0/lunr DOC-MEMBER-02", "/holidays/0/month CAL-DAY-06"}, "faults of reading, of the rules and of their reach at once"},
}

// expect holds every row to its faults: all of them, where they are, with words
// in both languages and the line of the document.
func expect(t *testing.T, rows []badInput) {
	for _, c := range rows {
		document := strings.HasPrefix(c.input, "{") || strings.HasPrefix(c.input, "[")
		input := c.input
		if document {
			input = soundMembers.Replace(input)
		}
		faults := badReaders[c.read](input)
		want := slices.Sorted(slices.Values(c.want))
		if diff := cmp.Diff(want, found(faults)); diff != "" {
			t.Errorf("%s: %s in %s: %s\n%v", c.read, c.why, c.input, diff, faults)
		}
		for _, f := range faults {
			if f.Message.Vi == "" || f.Message.En == "" || strings.Contains(f.Message.Vi+f.Message.En, "%!") {
				t.Errorf("%s: %s: %q", c.read, c.why, f.Message)
			}
		}
	}
}

func TestBadCalendars(t *testing.T) { expect(t, badCalendars) }

func TestBadOverlays(t *testing.T) {
	expect(t, badOverlays)
	for _, c := range badOverlays {
		next, faults := National().Overlay([]byte(soundMembers.Replace(c.input)))
		if (next == nil) != (faults.Err() != nil) {
			t.Errorf("%s: calendar %t with %v", c.why, next != nil, faults)
		}
	}
}

// TestFaultLines: a fault found by a rule knows its line like one of reading.
func TestFaultLines(t *testing.T) {
	faults := badReaders["overlay"](soundMembers.Replace("{\"id\":\"a\",TITLE,\n\"days\":[\n{\"date\":\"1899-12-31\",\"off\":true,TITLE,SOURCE},\n{\"date\":\"2027-03-05\",\"on\":true,\"off\":true,TITLE,SOURCE}]}"))
	var lines []int
	for _, f := range faults {
		lines = append(lines, f.Line)
	}
	if diff := cmp.Diff([]int{3, 4}, lines); diff != "" {
		t.Errorf("%s\n%v", diff, faults)
	}
}
