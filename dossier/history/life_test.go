package history_test

import (
	"context"
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/history"
	"github.com/motcua/motcua/dossier/workday"
	"pgregory.net/rapid"
)

// TestLives: whatever is asked for, a dossier that is stored and loaded is the one in
// memory, now and at every past time.
func TestLives(t *testing.T) {
	office, _ := workday.National().Office(workday.UsualHours())
	rapid.Check(t, func(r *rapid.T) {
		log, memory := new(motcua.MemoryLog), &dossier.Dossier{}
		store := history.Store{Log: log}
		s := dossier.Setting{Now: begin, Office: office}
		head := history.Head{}
		for n := range rapid.IntRange(1, 20).Draw(r, "commands") {
			options := memory.Next(&s)
			o := options[rapid.IntRange(0, len(options)-1).Draw(r, "option")]
			c := command(n, o.Action, o.By[rapid.IntRange(0, len(o.By)-1).Draw(r, "by")])
			if o.Action == dossier.ActionConfirmPayment && len(memory.Orders) > 0 {
				c.Payment.Order = memory.Orders[len(memory.Orders)-1].ID
			}
			s.Now = s.Now.Add(time.Duration(rapid.Int64Range(0, int64(9*time.Hour)).Draw(r, "wait")))
			want, wrong := memory.Decide(c, &s)
			got, err := store.Execute(context.Background(), code, c, &s)
			if wrong != nil && !errors.Is(wrong, dossier.ErrRepeated) {
				if err == nil || err.Error() != wrong.Error() {
					r.Fatalf("%v: %v, in memory %v", c, err, wrong)
				}
				continue
			}
			if diff := cmp.Diff(want, got, exact); err != nil || diff != "" {
				r.Fatalf("%v: %v: %s", c, err, diff)
			}
			if wrong != nil {
				continue
			}
			memory.Apply(want)
			_, faults := verify(t, log, head)
			if head, _ = verify(t, log, history.Head{}); faults != nil || head.Version != memory.Version() {
				r.Fatalf("%v, %v", head, faults)
			}
		}
		if memory.Version() == 0 {
			return
		}
		sound(t, log)
		loaded, _, _ := store.Load(context.Background(), code)
		if diff := cmp.Diff(memory, loaded, exact); diff != "" {
			r.Fatalf("in memory and loaded: %s", diff)
		}
		then := memory.Events[rapid.IntRange(0, len(memory.Events)-1).Draw(r, "then")].At.Add(time.Duration(rapid.IntRange(-1, 1).Draw(r, "about")))
		past, err := store.At(context.Background(), code, then)
		if diff := cmp.Diff(memory.At(then), past, exact); err != nil || diff != "" {
			r.Fatalf("at %v: %v: %s", then, err, diff)
		}
	})
}

// TestNothing: a dossier without a history is a draft, and there is nothing wrong with it.
func TestNothing(t *testing.T) {
	store := history.Store{Log: new(motcua.MemoryLog)}
	d, head, err := store.Load(t.Context(), code)
	now, faults, err2 := store.Verify(t.Context(), code, history.Head{})
	if err != nil || err2 != nil || faults != nil || d.Version() != 0 || head != (history.Head{}) || now != head {
		t.Errorf("%v, %v, %v, %v, %v", d, head, err, faults, err2)
	}
	if _, faults, _ = store.Verify(t.Context(), code, history.Head{Version: 1}); faults.Err() == nil {
		t.Error("a history that was there is not missed")
	}
}

// TestHeadText: a head is kept as JSON and comes back; a hash is 64 digits in lower case.
func TestHeadText(t *testing.T) {
	head, _ := verify(t, lived(t, 3), history.Head{})
	text, err := json.Marshal(head)
	var again history.Head
	if err != nil || json.Unmarshal(text, &again) != nil || again != head {
		t.Errorf("%s: %v, %v", text, again, err)
	}
	digits := head.Hash.String()
	for _, bad := range []string{"", digits[1:], digits + "0", "G" + digits[1:], "A" + digits[1:], "A" + digits[:63]} {
		var parse *motcua.ParseError
		if err := again.Hash.UnmarshalText([]byte(bad)); !errors.As(err, &parse) || again != head {
			t.Errorf("%q: %v", bad, err)
		}
	}
}
