package npsp

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/motcua/motcua"
)

// TestQuality counts by unit, in whatever order and spelling its code is written.
func TestQuality(t *testing.T) {
	as := func(code, line string) string { return strings.Replace(line, "000.12.34.H56-260701-0001", code, 1) }
	d, p := sampleLine(t), step(1)
	input := strings.Join([]string{
		d, as("H56.34.12-260701-0001", p), as("000.00.00.H56-260701-0001", p), as("H56-260701-0001", d),
		as("HS-1", p), as("H56.99-1", p), as("X-1", p), as("", p),
		as("H56-260701-0002", strings.Replace(p, "090000", "250000", 1)),
		as("H56-260701-0003", strings.Replace(p, "{", `{"La":{},`, 1)), "}", "",
		as(`H\u0035\u0036-260701-0004`, p),
	}, "\n")
	g := gather(t, strings.NewReader(input), nil)
	want := Quality{
		Total: Tally{Messages: 8, Dossiers: 2, Steps: 6, Refused: 4, Flagged: 3},
		Units: map[motcua.UnitCode]Tally{
			"H56.34.12": {Messages: 2, Dossiers: 1, Steps: 1},
			"H56":       {Messages: 3, Dossiers: 1, Steps: 2, Refused: 2},
			"H56.99":    {Messages: 1, Steps: 1, Flagged: 1},
			"":          {Messages: 2, Steps: 2, Refused: 2, Flagged: 2},
		},
		Codes: map[string]int64{codeForeign: 3, codeMoment: 1, codeMaHoSo: 1, "DOC-MEMBER-02": 1, "DOC-SYNTAX-01": 1},
		Bytes: int64(len(input)), Lines: 13, Fast: 8, Slow: 4,
	}
	if diff := cmp.Diff(want, g.q); diff != "" {
		t.Error(diff)
	}
	var sum Quality
	sum.Add(g.q)
	sum.Add(g.q)
	if sum.Total.Messages != 16 || sum.Units["H56"].Refused != 4 || sum.Codes[codeForeign] != 6 || sum.Lines != 26 || g.q.Units["H56"].Refused != 2 {
		t.Errorf("%+v", sum)
	}
}

// TestLenient: members nobody knows are flagged in the single pass, at every level,
// but not twice, and not refused.
func TestLenient(t *testing.T) {
	line := strings.Replace(sampleLine(t), `{"MaHoSo"`, `{"La":1,"Lb":"\u0041","MaHoSo"`, 1)
	line = strings.Replace(line, `"Gia":`, `"Lc":null,"Gia":`, 1)
	nested := strings.Replace(line, `"La":1`, `"La":{"x":[1,{}]}`, 1)
	twice := strings.Replace(line, `"Lb"`, `"La"`, 1)
	g := gather(t, strings.NewReader(line+"\n"+nested+"\n"+twice), &Options{Lenient: true})
	want := []string{"1 /DanhSachLePhi/0/Lc DOC-MEMBER-02", "1 /La DOC-MEMBER-02", "1 /Lb DOC-MEMBER-02", "2 /DanhSachLePhi/0/Lc DOC-MEMBER-02", "2 /La DOC-MEMBER-02",
		"2 /Lb DOC-MEMBER-02", "3 /DanhSachLePhi/0/Lc DOC-MEMBER-02", "3 /La DOC-MEMBER-01", "3 /La DOC-MEMBER-02"}
	if diff := cmp.Diff(want, g.codes); diff != "" || g.q.Fast != 1 || g.q.Slow != 2 || !reflect.DeepEqual(g.lines, []int{1, 2}) {
		t.Errorf("%s%+v", diff, g.q)
	}
	if !agree(t, []byte(strings.TrimSuffix(line, "}")+`,"Lc":0}`), &Options{Lenient: true}) {
		t.Error("a name in a list and after it is taken for one that stands twice")
	}
	if g := gather(t, strings.NewReader(line), nil); g.q.Total.Refused != 1 {
		t.Errorf("taken: %+v", g.q)
	}
	var many strings.Builder
	for i := range 2 * mostUnknown {
		fmt.Fprintf(&many, `"L%d":0,`, i)
	}
	line = strings.Replace(step(1), "{", "{"+many.String(), 1)
	if g := gather(t, strings.NewReader(line), &Options{Lenient: true}); g.q.Slow != 1 || g.q.Codes["DOC-MEMBER-02"] != 2*mostUnknown || len(g.codes) != flagsShown {
		t.Errorf("%+v, %d told", g.q, len(g.codes))
	}
}

// TestFlaggedCostsNoMore: once the first warnings of a code are told, lines with that
// warning are not read in full.
func TestFlaggedCostsNoMore(t *testing.T) {
	input := strings.Repeat(strings.Replace(step(1), `"4"`, `"44"`, 1)+"\n", 5000)
	allocations := testing.AllocsPerRun(1, func() {
		_, _ = Stream(strings.NewReader(input), &Options{Workers: 1}, func(*Batch) error { return nil })
	})
	if allocations > 50_000 { // all lines in full would be fifty times as many
		t.Errorf("%v allocations", allocations)
	}
}

// TestNoFaultsTold: MaxFaults below zero tells no error, and counts them.
func TestNoFaultsTold(t *testing.T) {
	input := step(1) + "\n{\n" + step(2)
	if g := gather(t, strings.NewReader(input), &Options{MaxFaults: -1}); g.codes != nil || g.q.Total.Refused != 1 || len(g.lines) != 2 {
		t.Errorf("%q, %+v", g.codes, g.q)
	}
}

// TestBatchIsTheReaders: memory is used again, and what one message had does not
// reach the next one there.
func TestBatchIsTheReaders(t *testing.T) {
	full := fullDossier()
	line, err := full.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	line = []byte(strings.Replace(string(line), `"MaHoSo":"0`, `"MaHoSo":"\u0030`, 1))
	pair := string(line) + "\n" + step(1) + "\n"
	_, err = Stream(strings.NewReader(strings.Repeat(pair, 3000)), &Options{Workers: 2}, func(b *Batch) error {
		for i := range b.Briefs {
			brief := &b.Briefs[i]
			if string(brief.Dossier) != "000.12.34.H56-260701-0001" {
				return fmt.Errorf("line %d is of %q", brief.Line, brief.Dossier)
			}
			if dossier := brief.Line%2 == 1; dossier != (brief.Kind == KindDossier) || dossier != (len(brief.Supplements) == 1) || dossier != (brief.Databases == 2) {
				return fmt.Errorf("line %d: %+v", brief.Line, brief)
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func TestDocuments(t *testing.T) {
	docs := Documents()
	if len(docs) != 3 || docs[0].Name != "dossierMessage" || docs[1].ID != "https://github.com/motcua/motcua/schema/progressMessage-1.json" {
		t.Fatalf("%d documents", len(docs))
	}
	for i, good := range []string{sampleLine(t), step(1)} {
		if faults := docs[i].Check([]byte(good)); faults != nil || len(docs[i].Schema) == 0 {
			t.Errorf("%s: %v", docs[i].Name, faults)
		}
		if faults := docs[1-i].Check([]byte(good)); faults.Err() == nil {
			t.Errorf("%s takes the other kind", docs[1-i].Name)
		}
	}
}

func TestKindNames(t *testing.T) {
	for _, k := range []Kind{KindDossier, KindProgress} {
		text, err := k.MarshalText()
		more, moreErr := k.AppendText([]byte(">"))
		var back Kind
		if err != nil || moreErr != nil || back.UnmarshalText(text) != nil || back != k || string(more) != ">"+k.String() {
			t.Errorf("%v: %s, %v", k, text, err)
		}
	}
	k := KindDossier
	if _, err := Kind(0).MarshalText(); err == nil || k.UnmarshalText([]byte("Dossier")) == nil || k != KindDossier || Kind(3).String() != "kind(3)" {
		t.Error("a kind that is none")
	}
}

// TestFlagCodes: every warning has a place of its own among those that are counted.
func TestFlagCodes(t *testing.T) {
	seen := map[string]bool{}
	for _, code := range flagCodes {
		if code == "" || seen[code] {
			t.Errorf("code %q", code)
		}
		seen[code] = true
	}
}
