package counting_test

import (
	"errors"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/motcua/motcua/scoring/counting"
)

// TestBookModel holds a book to a map: what each source said last, and the sum.
func TestBookModel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawPlan(t)
		said := []*counting.Tally{drawTally(t, plan), drawTally(t, plan), drawTally(t, plan)}
		books := []*counting.Book{plan.Book(counting.Basis{}), plan.Book(counting.Basis{})}
		models := []map[string]modelSource{{}, {}}
		for range rapid.IntRange(0, 10).Draw(t, "puts") {
			b := rapid.IntRange(0, 1).Draw(t, "book")
			name, seq := rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "source"), rapid.Int64Range(-2, 2).Draw(t, "seq")
			tally := rapid.SampledFrom(said).Draw(t, "tally")
			old, ok := models[b][name]
			err := books[b].Put(name, seq, tally)
			var want error
			switch {
			case ok && seq < old.seq:
				want = counting.ErrStale
			case ok && seq == old.seq && !tally.Equal(old.tally):
				want = counting.ErrConflict
			default:
				models[b][name] = modelSource{seq, tally}
			}
			if !errors.Is(err, want) {
				t.Fatalf("%s %d after %d: %v, want %v", name, seq, old.seq, err, want)
			}
			holdBook(t, plan, books[b], models[b])
		}
		conflict := false
		for name, s := range models[1] {
			old, ok := models[0][name]
			conflict = conflict || ok && old.seq == s.seq && !old.tally.Equal(s.tally)
		}
		err := books[0].Join(books[1])
		if conflict != errors.Is(err, counting.ErrConflict) || !conflict && err != nil {
			t.Fatalf("join: %v, conflict is %t", err, conflict)
		}
		for name, s := range models[1] {
			if old, ok := models[0][name]; !conflict && (!ok || old.seq < s.seq) {
				models[0][name] = s
			}
		}
		holdBook(t, plan, books[0], models[0])
		holdBook(t, plan, books[1], models[1])
	})
}

type modelSource struct {
	seq   int64
	tally *counting.Tally
}

func holdBook(t *rapid.T, plan *counting.Plan, book *counting.Book, model map[string]modelSource) {
	data, err := book.AppendBinary(nil)
	if err != nil {
		t.Fatal(err)
	}
	back, err := plan.ReadBook(data, counting.Basis{})
	if err != nil {
		t.Fatal(err)
	}
	again, err := back.AppendBinary(nil)
	if err != nil || string(again) != string(data) {
		t.Fatalf("read back, it is another: %v", err)
	}
	for _, b := range []*counting.Book{book, back} {
		want, sources := plan.New(counting.NewNames(), counting.Basis{}), ""
		for _, name := range []string{"a", "b", "c"} {
			s, ok := model[name]
			tally, said := b.Said(name)
			if ok != said || ok && !tally.Equal(s.tally) {
				t.Fatalf("%s said something else", name)
			}
			if ok {
				sources += fmt.Sprint(counting.Source{Name: name, Seq: s.seq})
				if err := want.Merge(s.tally); err != nil {
					t.Fatal(err)
				}
			}
		}
		if !b.Total().Equal(want) {
			t.Fatal("the total is not the sum")
		}
		got := ""
		for _, s := range b.Sources() {
			got += fmt.Sprint(s)
		}
		if got != sources {
			t.Fatalf("sources %s, want %s", got, sources)
		}
	}
	at := rapid.IntRange(0, len(data)*8-1).Draw(t, "bit")
	data[at/8] ^= 1 << (at % 8)
	if _, err := plan.ReadBook(data, counting.Basis{}); !errors.Is(err, counting.ErrCorrupt) {
		t.Fatalf("damaged bytes: %v", err)
	}
}

// TestBookIsACopy shows that what is put can be used on.
func TestBookIsACopy(t *testing.T) {
	plan, names := portalPlan(t), counting.NewNames()
	r := newDossiers(names, 1).next()
	tally := tallyOf(t, plan, names, []entry{{tableOf(t, "dossier"), r}})
	book := plan.Book(counting.Basis{})
	if err := book.Put("file", 1, tally); err != nil {
		t.Fatal(err)
	}
	want := tally.Clone()
	if err := tally.Sub(tableOf(t, "dossier"), &r); err != nil {
		t.Fatal(err)
	}
	if said, _ := book.Said("file"); !said.Equal(want) || !book.Total().Equal(want) || want.IsZero() {
		t.Error("the book changed with the tally that was put into it")
	}
	other := plan.New(names, counting.Basis{9})
	if err := book.Put("file", 2, other); !errors.Is(err, counting.ErrOtherBasis) {
		t.Errorf("another basis: %v", err)
	}
	if err := book.Join(portalPlan(t, "procedure").Book(counting.Basis{})); !errors.Is(err, counting.ErrOtherPlan) {
		t.Errorf("another plan: %v", err)
	}
}
