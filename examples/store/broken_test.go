package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

// behind is a Log that answers before it writes: what the tests of kills are to catch.
type behind struct {
	memory  motcua.MemoryLog
	file    *Log
	mu      sync.Mutex
	waiting []func() error
}

func (l *behind) Read(ctx context.Context, stream string, after int64) iter.Seq2[motcua.Record, error] {
	return l.memory.Read(ctx, stream, after)
}

func (l *behind) Append(ctx context.Context, stream string, expected int64, events ...motcua.Event) (int64, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	version, err := l.memory.Append(ctx, stream, expected, events...)
	if err != nil {
		return 0, err
	}
	l.waiting = append(l.waiting, func() error {
		_, err := l.file.Append(ctx, stream, expected, events...)
		return err
	})
	if len(l.waiting) == 4 {
		for _, write := range l.waiting {
			err = errors.Join(err, write())
		}
		l.waiting = nil
	}
	return version, err
}

// payFromMemory is payUntilKilled over such a Log.
func payFromMemory(path, unit string, in io.Reader, tell func(string)) error {
	file, err := Open(path)
	if err != nil {
		return err
	}
	log := &behind{file: file}
	for stream, err := range file.Streams(context.Background(), "") {
		if err != nil {
			return err
		}
		for r, err := range file.Read(context.Background(), stream, 0) {
			if err != nil {
				return err
			}
			if _, err := log.memory.Append(context.Background(), stream, r.Version-1, r.Event); err != nil {
				return err
			}
		}
	}
	return pay(log, file, unit, in, tell)
}

// TestEarlyAnswersAreCaught: who acknowledges before it is written is found out.
func TestEarlyAnswersAreCaught(t *testing.T) {
	t.Parallel()
	path, w := filepath.Join(t.TempDir(), "house.db"), newWorld(7)
	for kill := range kills {
		if wrong, _ := killed(t, "pay from memory", path, w, kill); len(wrong) > 0 {
			if !strings.HasPrefix(wrong[0], "acknowledged and lost") {
				t.Errorf("%q", wrong)
			}
			t.Logf("after %d kills: %s", kill+1, wrong[0])
			return
		}
	}
	t.Error("nobody noticed")
}

// live takes the payments of a dossier in this process.
func live(ctx context.Context, log motcua.Log, w *world, unit string, n int) error {
	var lines []string
	c := clerk{log, func(line string) { lines = append(lines, line) }}
	err := c.serve(ctx, unit, n)
	for ; len(lines) > 0; lines = lines[1:] {
		for _, claim := range w.hear(lines[0]) {
			if err == nil {
				err = c.take(ctx, claim)
			}
		}
	}
	return err
}

// faults are what may be wrong in a file, done to one that is sound, and how the audit
// tells of it. U11N0009 has an attempt of which the gateway charged the sum, and nobody was
// told.
var faults = map[string]struct {
	do   func(ctx context.Context, log *Log, w *world, claim payment.Claim) error
	want string
}{
	"acknowledged and not kept": {func(_ context.Context, _ *Log, w *world, claim payment.Claim) error {
		w.hear("taken " + claim.Reference)
		return nil
	}, "acknowledged and lost, or kept twice: taken U11N0009T1"},
	"paid, and the dossier is not told": {func(ctx context.Context, log *Log, _ *world, claim payment.Claim) error {
		_, err := deskOf(log, "11").Orders.Report(ctx, claim)
		return err
	}, "U11N0009 is paid, and its dossier was told so 0 times"},
	"told, and not paid": {func(ctx context.Context, log *Log, _ *world, claim payment.Claim) error {
		return confirm(ctx, log, claim.Amount)
	}, "U11N0009 is attempted, and its dossier was told so 1 times"},
	"told of another sum": {func(ctx context.Context, log *Log, _ *world, claim payment.Claim) error {
		twice, err := claim.Amount.Add(claim.Amount)
		if err == nil {
			err = confirm(ctx, log, twice)
		}
		return err
	}, "H56.11-260302-0009 was told of "},
	"taken twice": {func(ctx context.Context, log *Log, _ *world, claim payment.Claim) error {
		_, err := deskOf(log, "11").Report(ctx, claim)
		if claim.Transaction += "again"; err == nil {
			_, err = deskOf(log, "11").Report(ctx, claim)
		}
		return err
	}, "U11N0009 took [GU11N0009T1 5000 VND GU11N0009T1again 5000 VND], charged were [GU11N0009T1 5000 VND]"},
	"taken of nobody": {func(ctx context.Context, log *Log, _ *world, claim payment.Claim) error {
		claim.Reference = "U11N0009T2"
		_, err := deskOf(log, "11").Report(ctx, claim)
		return err
	}, "U11N0009 took [], charged were [GU11N0009T1 5000 VND]"},
	"charged for an order nobody has": {func(_ context.Context, _ *Log, w *world, claim payment.Claim) error {
		claim.Reference = "U11N9999T1"
		w.claims[claim.Reference] = claim
		return nil
	}, "charged and on no order: map[U11N9999:"},
	"a stranger in a history": {func(ctx context.Context, log *Log, _ *world, claim payment.Claim) error {
		_, err := log.Append(ctx, register.StreamOf("U11N0009"), 2, motcua.Event{ID: "x", Type: "order.report", Data: json.RawMessage("{}")})
		return err
	}, "U11N0009 has faults"},
}

// confirm tells the dossier that the order was paid.
func confirm(ctx context.Context, log *Log, amount payment.Money) error {
	desk := deskOf(log, "11")
	_, err := desk.Dossiers.Execute(ctx, codeOf("U11N0009"), &dossier.Command{
		ID: "paid", Action: dossier.ActionConfirmPayment, By: dossier.Actor{Role: dossier.RoleSystem, Unit: desk.Unit},
		Details: dossier.Details{Payment: &dossier.Payment{Order: "U11N0009", Amount: amount}},
	}, &dossier.Setting{})
	return err
}

// TestAuditNotices: the audit finds nothing wrong in a file that is sound, and what is
// wrong in one that is not.
func TestAuditNotices(t *testing.T) {
	t.Parallel()
	for name, fault := range faults {
		log, w := fresh(t), newWorld(1)
		for n := range 2 {
			if err := live(t.Context(), log, w, "11", n+4); err != nil {
				t.Fatal(err)
			}
		}
		c := clerk{log, func(line string) { w.told = append(w.told, line) }}
		if err := c.serve(t.Context(), "11", 9); err != nil {
			t.Fatal(err)
		}
		claim := payment.Claim{Reference: "U11N0009T1", Outcome: payment.OutcomeSucceeded, Transaction: "GU11N0009T1", Amount: vnd(5000), Origin: payment.OriginCallback}
		for _, wrong := range audit(t, log, w).wrong {
			t.Errorf("%s: before: %s", name, wrong)
		}
		w.claims[claim.Reference] = claim
		if err := fault.do(t.Context(), log, w, claim); err != nil {
			t.Fatal(err)
		}
		if wrong := strings.Join(audit(t, log, w).wrong, "\n"); !strings.Contains(wrong, fault.want) {
			t.Errorf("%s: %s, want %s", name, wrong, fault.want)
		}
	}
}

// TestBooksThatDoNotBalance: each entry must, and all must come to what was charged.
func TestBooksThatDoNotBalance(t *testing.T) {
	log, w := new(motcua.MemoryLog), newWorld(1)
	if err := live(t.Context(), log, w, "11", 4); err != nil {
		t.Fatal(err)
	}
	b := audit(t, log, w)
	for i := range b.orders["U11N0004"].Events {
		for j, p := range b.orders["U11N0004"].Events[i].Postings {
			if p.Book == payment.BookClearing {
				b.orders["U11N0004"].Events[i].Postings[j].Amount = vnd(9001)
			}
		}
	}
	b.taken(w)
	if wrong := fmt.Sprint(b.wrong); !strings.Contains(wrong, "entry 3 of U11N0004 does not balance: 1 VND") || !strings.Contains(wrong, "have 1 VND more") {
		t.Error(wrong)
	}
}

// TestRolledBack: a file that is put back from a copy is sound, and what it lacks is seen
// by who kept what was acknowledged.
func TestRolledBack(t *testing.T) {
	path, w := filepath.Join(t.TempDir(), "house.db"), newWorld(1)
	var copied []byte
	for n := range 2 {
		log := at(t, path)
		if err := live(t.Context(), log, w, "11", n+1); err != nil {
			t.Fatal(err)
		}
		log.Close()
		if n == 0 {
			var err error
			if copied, err = os.ReadFile(path); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := os.WriteFile(path, copied, mode); err != nil {
		t.Fatal(err)
	}
	log := at(t, path)
	sound(t, log)
	wrong := fmt.Sprint(audit(t, log, w).wrong)
	if !strings.Contains(wrong, "lost, or kept twice: filed U11N0002") || !strings.Contains(wrong, "lost, or kept twice: taken U11N0002T1") || strings.Contains(wrong, "U11N0001") {
		t.Error(wrong)
	}
}
