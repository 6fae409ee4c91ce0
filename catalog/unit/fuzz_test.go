package unit_test

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/unit"
)

// saidWell holds faults to be told in both languages, in order and with a code.
func saidWell(t *testing.T, faults motcua.Faults) {
	t.Helper()
	for _, f := range faults {
		if f.Code == "" || f.Message.Vi == "" || f.Message.En == "" || strings.Contains(f.Message.Vi+f.Message.En, "%!") {
			t.Fatalf("%+v is not said well", f)
		}
	}
	again := append(motcua.Faults(nil), faults...)
	again.Sort()
	for i := range again {
		if again[i] != faults[i] {
			t.Fatalf("not sorted: %v", faults)
		}
	}
}

// few is the shipped register with but the provinces the lists of the tests name: a
// fuzzer that compiles 86 units each time finds little.
var few = sync.OnceValue(func() *unit.Register {
	all := unit.Standard().Rows()
	rows := unit.Rows{Schemes: all.Schemes}
	kept := map[string]bool{"gso:01": true, "gso:02": true, "gso:04": true, "gso:08": true, "gso:08@2025-07-01": true, "gso:24": true}
	for _, u := range all.Units {
		if kept[u.ID] {
			rows.Units = append(rows.Units, u)
		}
	}
	for _, s := range all.Successions {
		if kept[s.From] && kept[s.To] {
			rows.Successions = append(rows.Successions, s)
		}
	}
	register, _ := unit.New(rows)
	return register
})

// compiled holds rows to be taken or refused for a reason, and what is taken to be
// written and read again.
func compiled(t *testing.T, rows unit.Rows) {
	t.Helper()
	for _, lay := range []func(unit.Rows) (*unit.Register, motcua.Faults){unit.New, few().With} {
		r, faults := lay(rows)
		saidWell(t, faults)
		if (r == nil) != (faults.Err() != nil) {
			t.Fatalf("a register is made: %t, with %v", r != nil, faults)
		}
		if r == nil {
			continue
		}
		var text, again bytes.Buffer
		if err := r.Rows().Write(&text); err != nil {
			t.Fatal(err)
		}
		read, faults := unit.ParseRows(text.Bytes())
		if err := faults.Err(); err != nil {
			t.Fatalf("%s: %v", text.Bytes(), err)
		}
		if err := read.Write(&again); err != nil || !bytes.Equal(text.Bytes(), again.Bytes()) {
			t.Fatalf("%s is written as %s, %v", text.Bytes(), again.Bytes(), err)
		}
		at := motcua.MustDate("2026-01-01")
		for i := range rows.Units {
			for _, c := range rows.Units[i].Codes {
				if _, err := r.Resolve(c.Scheme+":"+c.Value, at, 0); err != nil {
					t.Fatalf("%s:%s is taken and not resolved: %v", c.Scheme, c.Value, err)
				}
			}
			r.Heirs(rows.Units[i].ID, at)
			r.Forebears(rows.Units[i].ID, at)
			r.Parents(rows.Units[i].ID)
		}
	}
}

func FuzzParseRows(f *testing.F) {
	for _, s := range []string{split, "{}", `{"units": [{}]}`, `{"successions": [{"from": "gso:01", "to": "gso:01", "date": "2025-07-01", "kind": "split", "share": "1e9"}]}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, faults := unit.ParseRows(data)
		saidWell(t, faults)
		if faults.Err() == nil {
			compiled(t, rows)
		}
	})
}

func FuzzReadLines(f *testing.F) {
	var lines bytes.Buffer
	rows, _ := unit.ParseRows([]byte(split))
	if err := rows.WriteLines(&lines); err != nil {
		f.Fatal(err)
	}
	f.Add(lines.Bytes())
	f.Add([]byte("{}\n\n{\"unit\": null}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, faults := unit.ReadLines(bytes.NewReader(data))
		saidWell(t, faults)
		compiled(t, rows)
	})
}

// FuzzFiles reads the same bytes by every reader of lists; what a reader keeps is a row
// the register takes or refuses for a reason.
func FuzzFiles(f *testing.F) {
	for _, s := range []string{someProvinces, someProvinceMap, someCommunes, someCommuneMap, someAgencies, someMapping, "", "a\"\n\xff"} {
		f.Add([]byte(s))
	}
	rows, _ := unit.ReadCommunes(strings.NewReader(someCommunes), few(), nil)
	base, _ := few().With(rows)
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, read := range []func(io.Reader, *unit.Register, *unit.Options) (unit.Rows, motcua.Faults){
			unit.ReadProvinces, unit.ReadProvinceMap, unit.ReadCommunes, unit.ReadCommuneMap, unit.ReadAgencyCodes, unit.ReadMapping,
		} {
			for _, over := range []*unit.Register{nil, base} {
				rows, faults := read(bytes.NewReader(data), over, nil)
				saidWell(t, faults)
				r, more := over.With(rows)
				saidWell(t, more)
				if (r == nil) != (more.Err() != nil) {
					t.Fatalf("a register is made: %t, with %v", r != nil, more)
				}
			}
		}
	})
}

// FuzzResolve asks for any text: an answer is a unit in force or says why not.
func FuzzResolve(f *testing.F) {
	for _, s := range []string{"H56", "000.00.00.H22", "gso:15", "15", "H56.34", "agency:H29", ":", "gso:", "00004"} {
		f.Add(s, int32(739_800), int32(0))
	}
	r, day := unit.Standard(), motcua.MustDate("2026-01-01")
	f.Fuzz(func(t *testing.T, code string, at, used int32) {
		res, err := r.Resolve(code, motcua.Date(at), motcua.Date(used))
		if err != nil {
			return
		}
		for _, target := range res.Targets {
			if !target.Unit.Validity.Contains(res.At) {
				t.Fatalf("%q leads to %v", code, target)
			}
		}
		if _, err := r.Resolve(res.Scheme+":"+res.Code, day, 0); err != nil {
			t.Fatalf("%q is found and its canonical form is not: %v", code, err)
		}
	})
}
