package facts

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// good are lines of every kind without faults.
var good = []string{
	`{"fact":"unit","unit":"H44.01","name":"Xã Mẫu","level":"commune","parent":"H44","codes":["000.00.02.H44"],"certifiesCopies":null}`,
	`{"fact":"unit","unit":"H44"}`,
	`{"fact":"procedure","unit":"H44.01","procedure":"1.004194","field":"G03-GD10","public":true,"complete":null,"service":false}`,
	`{"fact":"procedure","unit":"H44.01","procedure":"1.004194.000.00.00.H44","validity":{"from":"2026-03-01","to":"2026-07-01"},"limits":[{"channel":"2","limit":{"terms":[{"amount":"3","unit":"workingDays"}]}}]}`,
	`{"fact":"decision","unit":"H44","procedure":"1.004194","decision":"1/QĐ","event":"announcement","signed":"2026-03-02","effective":"2026-04-01"}`,
	`{"fact":"decision","unit":"H44","procedure":"1.004194","decision":"1/QĐ","event":"publication","signed":"2026-03-02","published":null}`,
	`{"fact":"petition","petition":"P1","unit":"H44","received":"2026-03-02T08:00:00+07:00","deadline":"2026-03-20T17:00:00+07:00","answered":null,"disliked":false,"raisedAgain":false}`,
	`{"fact":"rating","dossier":"H44.01-260302-0001","at":"2026-03-02T08:00:00Z","disliked":true,"complained":false}`,
	`{"fact":"handling","dossier":"H44.01-260302-0001","unit":"H44.02","stored":true,"assisted":null}`,
	`{"fact":"report","unit":"H44","date":"2026-03-31","synced":10,"reported":12,"received":11}`,
	`{"fact":"coverage","columns":["dossier.stored"]}`,
	` { "fact" : "coverage" , "columns" : [ "dossier.stored" ] , "unknown" : true } `,
	`{"fact":"unit","unit":"H44.01","name":"X\u00e3 M\u1eabu"}`,
}

func TestGoodLines(t *testing.T) {
	fast := 0
	for _, text := range good {
		line, faults := ParseLine([]byte(text))
		if faults != nil {
			t.Errorf("%s: %v", text, faults)
		}
		slow, _ := parseLine([]byte(text))
		if !reflect.DeepEqual(slow, line) {
			t.Errorf("%s: the quick reader differs", text)
		}
		if _, ok := quick([]byte(text)); ok {
			fast++
		}
	}
	if fast < 7 {
		t.Errorf("only %d plain lines are read quickly", fast)
	}
}

var bad = []struct{ text, faults string }{
	{`{`, "DOC-SYNTAX-01 "},
	{`[]`, "FAC-LIN-01 /fact"},
	{`{"fact":"thing"}`, "FAC-LIN-01 /fact"},
	{`{"unit":"H44"}`, "FAC-LIN-01 /fact"},
	{`{"fact":"unit","unit":""}`, "FAC-LIN-02 /unit"},
	{`{"fact":"unit","unit":"X"}`, "FAC-LIN-03 /unit"},
	{`{"fact":"unit","unit":"H44","parent":"000.00.00.H44"}`, "FAC-LIN-09 /parent"},
	{`{"fact":"unit","unit":"H44","unit":"H45"}`, "DOC-MEMBER-01 /unit"},
	{`{"fact":"unit","unit":"H44","colour":"red"}`, "DOC-MEMBER-02 /colour"},
	{`{"fact":"unit","unit":null}`, "DOC-VALUE-01 /unit"},
	{`{"fact":"procedure","unit":"H44","procedure":"1"}`, "DOC-VALUE-02 /procedure"},
	{`{"fact":"procedure","unit":"H44","procedure":"1.004194","validity":{"from":"2026-03-01","to":"2026-03-01"}}`, "FAC-LIN-08 /validity"},
	{`{"fact":"procedure","unit":"H44","procedure":"1.004194","limits":[{"limit":{"terms":[]}}]}`, "CAL-LIM-08 /limits/0/limit/terms"},
	{`{"fact":"decision","unit":"H44","procedure":"1.004194","decision":"1","event":"announcement","signed":"2026-03-02"}`, "FAC-LIN-07 /effective"},
	{`{"fact":"decision","unit":"H44","procedure":"1.004194","decision":"1","event":"publication","signed":"1826-03-02","effective":"2026-03-02"}`, "FAC-LIN-07 /effective, FAC-LIN-04 /signed"},
	{`{"fact":"petition","petition":"","unit":"H44","received":"2026-03-02T08:00:00Z","answered":"2026-03-01T08:00:00Z","disliked":false,"raisedAgain":false}`, "FAC-LIN-04 /answered, FAC-LIN-02 /petition"},
	{`{"fact":"petition","petition":"P","unit":"H44","received":"2026-02-30T08:00:00Z","disliked":false,"raisedAgain":false}`, "DOC-VALUE-02 /received"},
	{`{"fact":"rating","dossier":"x","at":"2026-03-02T08:00:00Z","disliked":true}`, "DOC-MEMBER-03 /complained, FAC-LIN-03 /dossier"},
	{`{"fact":"report","unit":"H44","date":"2026-03-31","synced":-1,"reported":1,"received":9007199254740992}`, "FAC-LIN-05 /received, FAC-LIN-05 /synced"},
	{`{"fact":"coverage","columns":["dossier.stored","dossier.colour"]}`, "FAC-LIN-06 /columns/1"},
	{`{"fact":"coverage","columns":[]}`, "FAC-LIN-02 /columns"},
	{"{\"fact\":\"unit\",\"unit\":\"H44\",\"name\":\"\xff\"}", "DOC-SYNTAX-02 "},
}

func TestBadLines(t *testing.T) {
	for _, row := range bad {
		_, faults := ParseLine([]byte(row.text))
		var got []string
		for _, f := range faults {
			got = append(got, f.Code+" "+f.Pointer)
		}
		if text := strings.Join(got, ", "); text != row.faults {
			t.Errorf("%s: %s, want %s", row.text, text, row.faults)
		}
	}
}

func TestReadLines(t *testing.T) {
	long := `{"fact":"unit","unit":"H44","name":"` + strings.Repeat("x", MaxLine) + `"}`
	text := good[0] + "\r\n\n" + `{"fact":"unit"}` + "\n" + long + "\n" + good[1]
	var numbers []int
	faults, err := ReadLines(strings.NewReader(text), func(l *Line) error { numbers = append(numbers, l.Number); return nil })
	if err != nil || !slices.Equal(numbers, []int{1, 5}) {
		t.Errorf("lines %v, %v", numbers, err)
	}
	var lines []string
	for _, f := range faults {
		lines = append(lines, fmt.Sprintf("%d %s", f.Line, f.Code))
	}
	if diff := cmp.Diff([]string{"3 DOC-MEMBER-03", "4 FAC-LIN-11"}, lines); diff != "" {
		t.Error(diff)
	}
	broken := errors.New("the disk is gone")
	faults, err = ReadLines(io.MultiReader(strings.NewReader(good[0]+"\n"), failing{broken}), func(*Line) error { return nil })
	if !errors.Is(err, broken) || len(faults) != 1 || faults[0].Line != 2 {
		t.Errorf("%v, %v", faults, err)
	}
	stop := errors.New("enough")
	if _, err := ReadLines(strings.NewReader(text), func(*Line) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("%v", err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// FuzzLines: nothing panics, what the quick reader takes the full reader takes for
// the same, and lines in a file are the lines alone.
func FuzzLines(f *testing.F) {
	for _, text := range good {
		f.Add([]byte(text))
	}
	for _, row := range bad {
		f.Add([]byte(row.text))
	}
	for _, at := range []string{"2026-03-02T08:00:00,5Z", "2026-03-02T8:00:00Z", "2026-03-02T08:00:00+24:00"} { // package time takes them
		f.Add([]byte(`{"fact":"rating","dossier":"H44.60-260302-0001","at":"` + at + `","disliked":true,"complained":false}`))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		full, faults := parseLine(data)
		if line, ok := quick(data); ok {
			if faults != nil {
				t.Fatalf("%q: the quick reader takes it: %v", data, faults)
			}
			if !reflect.DeepEqual(full, line) {
				t.Fatalf("%q: the quick reader differs", data)
			}
		}
		one, found := ParseLine(data)
		if !reflect.DeepEqual(full, one) || (found.Err() == nil) != (faults.Err() == nil) {
			t.Fatalf("%q: read otherwise, %v and %v", data, faults, found)
		}
		if found.Err() == nil {
			g, _ := NewRegister(nil)
			if faults := g.Take(&one); faults.Err() != nil {
				t.Fatalf("%q is read and not taken: %v", data, faults)
			}
			for id := range g.IDs() {
				g.Rows(id, nil)
			}
		}
		ReadLines(bytes.NewReader(data), func(l *Line) error {
			if l.Check().Err() != nil {
				t.Fatalf("%q: line %d has faults", data, l.Number)
			}
			return nil
		})
	})
}

// FuzzRules: nothing panics, and rules without faults make a register.
func FuzzRules(f *testing.F) {
	f.Add(rulesDocument)
	f.Add([]byte(`{"channel":{"absent":"1"},"ends":{"states":[[99],[4]],"reopening":[4]}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		rules, faults := ParseRules(data)
		if _, err := NewRegister(&Options{Rules: rules}); err != nil && faults.Err() == nil {
			t.Fatal(err)
		}
	})
}

func TestShippedDocuments(t *testing.T) {
	if _, faults := ParseRules(rulesDocument); faults != nil {
		t.Errorf("rules: %v", faults)
	}
	measures, faults := readMeasures(measuresDocument)
	if faults != nil || len(measures) != 17 {
		t.Errorf("%d measures: %v", len(measures), faults)
	}
	for _, d := range Documents() {
		if faults := d.Check([]byte(`{"fact":"unit","unit":"H44"}`)); (faults.Err() == nil) != (d.Name == "unitFact") {
			t.Errorf("%s: %v", d.Name, faults)
		}
	}
	if len(Documents()) != 9 {
		t.Errorf("%d documents", len(Documents()))
	}
}
