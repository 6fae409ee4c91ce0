package counting_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"runtime"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
	"github.com/motcua/motcua/scoring/counting"
)

// sealed gives bytes the checksum that makes a decoder look at them.
func sealed(body []byte) []byte {
	sum := crc32.Checksum(body, crc32.MakeTable(crc32.Castagnoli))
	return binary.LittleEndian.AppendUint32(bytes.Clone(body), sum)
}

func fuzzTally(t testing.TB) *counting.Tally {
	t.Helper()
	names := counting.NewNames()
	tally, d := portalPlan(t).New(names, counting.Basis{}), newDossiers(names, 3)
	for range 20 {
		r := d.next()
		if err := tally.Add(tableOf(t, "dossier"), &r); err != nil {
			t.Fatal(err)
		}
	}
	if err := tally.Supply("dossier", true, "received", "ended"); err != nil {
		t.Fatal(err)
	}
	return tally
}

// FuzzReadTally gives the decoder bytes with a good header and checksum. What it takes
// it writes again byte for byte; what it refuses is of class ErrCorrupt; and it never
// takes more memory than a multiple of the bytes.
func FuzzReadTally(f *testing.F) {
	plan := portalPlan(f)
	empty := binaryOf(f, plan.New(counting.NewNames(), counting.Basis{}))
	const header = len("MCTALLY ") + 64
	full := binaryOf(f, fuzzTally(f))
	for _, data := range [][]byte{empty, full, full[:len(full)/2]} {
		f.Add(data[header : len(data)-4])
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		data := sealed(append(bytes.Clone(full[:header]), body...))
		tally, err := plan.ReadTally(data, counting.Basis{})
		if err != nil {
			if !errors.Is(err, counting.ErrCorrupt) {
				t.Fatalf("refused as %v", err)
			}
			return
		}
		if again := binaryOf(t, tally); !bytes.Equal(again, data) {
			t.Fatalf("written again as %x", again[header:])
		}
		year, _ := scoring.ParsePeriod("2026")
		if _, err := tally.All(counting.Window{Period: year}); err != nil && !errors.Is(err, counting.ErrRange) {
			t.Fatal(err)
		}
	})
}

// FuzzReadBook does the same to books.
func FuzzReadBook(f *testing.F) {
	plan := portalPlan(f)
	book := plan.Book(counting.Basis{})
	if err := book.Put("a", 3, fuzzTally(f)); err != nil {
		f.Fatal(err)
	}
	full, _ := book.AppendBinary(nil)
	const header = len("MCBOOK ") + 64
	f.Add(full[header : len(full)-4])
	f.Add([]byte{0})
	f.Fuzz(func(t *testing.T, body []byte) {
		data := sealed(append(bytes.Clone(full[:header]), body...))
		read, err := plan.ReadBook(data, counting.Basis{})
		if err != nil {
			return
		}
		if again, _ := read.AppendBinary(nil); !bytes.Equal(again, data) {
			t.Fatalf("written again as %x", again[header:])
		}
	})
}

// TestDecoderMemory gives the decoder what costs the most memory for its bytes: cells
// of one counter in the widest sheet, as many as fit.
func TestDecoderMemory(t *testing.T) {
	plan := portalPlan(t)
	names := counting.NewNames()
	tally, table := plan.New(names, counting.Basis{}), tableOf(t, "dossier")
	r := counting.NewRow()
	r.Codes[0] = names.ID("a")
	first := motcua.MustDate("1976-01-01").In(nil).Unix()
	for day := range int64(20_000) {
		r.Times[1] = first + day*86400
		if err := tally.Add(table, &r); err != nil {
			t.Fatal(err)
		}
	}
	data := binaryOf(t, tally)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := plan.ReadTally(data, counting.Basis{}); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; took > 64*uint64(len(data))+1<<16 {
		t.Errorf("%d bytes for %d", took, len(data))
	}
	lie := bytes.Clone(data[:len(data)-4])
	body := lie[len("MCTALLY ")+64:]
	copy(body, []byte{0xff, 0xff, 0xff, 0xff, 0x0f}) // so many names
	runtime.ReadMemStats(&before)
	if _, err := plan.ReadTally(sealed(lie), counting.Basis{}); !errors.Is(err, counting.ErrCorrupt) {
		t.Errorf("a count beyond the bytes: %v", err)
	}
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; took > 4*uint64(len(data))+1<<16 {
		t.Errorf("%d bytes for a count that lies", took)
	}
}

// FuzzPredicate holds a compiled predicate to [motcua.Predicate.Eval]: one row, one
// cut, counted or not. The bytes drive the draws of the property tests.
func FuzzPredicate(f *testing.F) {
	f.Fuzz(rapid.MakeFuzz(checkPredicate))
}

func TestPredicate(t *testing.T) { rapid.Check(t, checkPredicate) }

func checkPredicate(t *rapid.T) {
	table := rapid.SampledFrom([]string{"dossier", "petition", "decision", "report"}).Draw(t, "table")
	p := drawPredicate(t, table, 6)
	plan, err := counting.Compile([]scoring.Measure{{ID: "m", Table: table, Count: scoring.CountRows, Scope: scoring.ScopeCut, Where: &p}})
	if err != nil {
		t.Fatal(err)
	}
	names := counting.NewNames()
	id, _ := counting.TableOf(table)
	r := drawRow(t, names, id)
	r.Since, r.Until = counting.Always, counting.Never
	tally := tallyOf(t, plan, names, []entry{{id, r}})
	facts := factOf(names, id, &r)
	for _, w := range []counting.Window{drawWindow(t), drawWindow(t)} {
		got, err := tally.Read(w)
		if err != nil {
			t.Fatal(err)
		}
		want := int64(0)
		if p.Eval(facts.column, motcua.TimeScalar(w.Cut())) == motcua.True {
			want = 1
		}
		if !slices.Equal(counts(got), []int64{want}) {
			t.Fatalf("at %s: got %d, want %d", w.Cut(), got[0].Count, want)
		}
	}
}
