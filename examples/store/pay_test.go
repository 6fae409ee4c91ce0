package store

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// most is how many dossiers a process begins: a disk that is fast must not make the test slow.
const most = 5

// payUntilKilled takes payments in a unit: it recovers, does the last dossier again as it
// does not know how far that came, and goes on, while the gateway tells of payments.
func payUntilKilled(path, unit string, in io.Reader, tell func(string)) error {
	log, err := Open(path)
	if err != nil {
		return err
	}
	return pay(log, log, unit, in, tell)
}

func pay(log motcua.Log, file *Log, unit string, in io.Reader, tell func(string)) error {
	ctx, c := context.Background(), clerk{log, tell}
	n, err := served(ctx, file, unit)
	if err != nil {
		return err
	}
	desk := deskOf(log, unit)
	if gaps, err := desk.Recover(ctx, desk.Unit); err != nil || len(gaps) > 0 {
		return fmt.Errorf("recovering: %v, %w", gaps, err)
	}
	tell(ready)
	failed, before := make(chan error), n
	go func() {
		for lines := bufio.NewScanner(in); lines.Scan(); {
			var claim payment.Claim
			if err := json.Unmarshal(lines.Bytes(), &claim); err != nil {
				failed <- err
			}
			if err := c.take(ctx, claim); err != nil {
				failed <- err
			}
		}
	}()
	go func() {
		for n = max(n, 1); n < before+most; n++ {
			if err := c.serve(ctx, unit, n); err != nil {
				failed <- err
			}
		}
	}()
	return <-failed
}

// kills is how often the process that takes payments is killed.
const kills = 200

// TestPaymentsKilled: no payment that was acknowledged is lost, none is taken twice, and
// orders and dossiers agree after recovery, though the process that takes them is killed
// at 200 random points.
func TestPaymentsKilled(t *testing.T) {
	t.Parallel()
	path, w := filepath.Join(t.TempDir(), "house.db"), newWorld(7)
	gaps, unheard, began := 0, 0, time.Now()
	for kill := range kills {
		wrong, found := killed(t, "pay", path, w, kill)
		if len(wrong) > 0 {
			t.Fatalf("kill %d: %s", kill, strings.Join(wrong, "\n"))
		}
		gaps, unheard = gaps+found, unheard+len(w.unheard)
	}
	took := time.Since(began)
	log := at(t, path)
	sound(t, log)
	for _, wrong := range append(recovered(t, log, w), suspended(t.Context(), log, w)...) {
		t.Error(wrong)
	}
	orders := ordersIn(w.told)
	t.Logf("%d kills in %v: %d orders, %d attempts; %d times a claim was not acknowledged, %d times a dossier did not know of its payment yet, %d transactions were told of two orders",
		kills, took.Round(time.Second), len(orders), len(w.claims), unheard, gaps, len(w.held))
	if len(orders) < kills/5 || unheard == 0 || len(w.held) == 0 { // a busy machine does little between kills
		t.Error("hardly anything happened between the kills")
	}
}

// pause is how long a process that takes payments lives: 1 to 100 ms, enough for some.
func pause(kill int) time.Duration {
	return time.Duration(1000+rand.New(rand.NewPCG(3, uint64(kill))).IntN(99_000)) * time.Microsecond
}

// killed runs a process, kills it and holds the file to what it said. It returns what is
// wrong, and how many dossiers do not know yet that they are paid.
func killed(t *testing.T, work, path string, w *world, kill int) (wrong []string, gaps int) {
	t.Helper()
	v := victim{work: work, path: path, unit: fmt.Sprint(11 + kill%10), when: ready, after: pause(kill)}
	if kill%5 == 4 {
		v.when = born
	}
	before := len(w.told)
	v.hear = func(line string, in io.Writer) {
		for _, claim := range w.hear(line) {
			text, err := json.Marshal(claim)
			if err != nil {
				t.Error(err)
			}
			in.Write(append(text, '\n')) // who is dead does not hear it
		}
	}
	v.die(t)
	log := at(t, path)
	defer log.Close()
	b, err := read(t.Context(), log, ordersIn(w.told[before:]))
	if err != nil {
		t.Fatal(err)
	}
	b.acknowledged(w, w.told[before:])
	return b.wrong, b.gaps()
}

// recovered lets the gateway say what nobody acknowledged, recovers, and tells all that is
// wrong in a file then. Recovering again must do nothing.
func recovered(t *testing.T, log motcua.Log, w *world) []string {
	t.Helper()
	c := clerk{log, func(string) {}}
	for _, claim := range w.hear(ready) {
		if err := c.take(t.Context(), claim); err != nil {
			t.Fatal(err)
		}
	}
	once := reconciled(t, log, w)
	twice := reconciled(t, log, w)
	if n, again := once.versions(), twice.versions(); n != again {
		twice.tell("recovering again made %d events of %d", again, n)
	}
	return twice.wrong
}

// reconciled recovers all units, and audits the file.
func reconciled(t *testing.T, log motcua.Log, w *world) *books {
	t.Helper()
	units := map[string]bool{}
	for _, id := range ordersIn(w.told) {
		units[unitOf(id)] = true
	}
	for unit := range units {
		desk := deskOf(log, unit)
		if gaps, err := desk.Recover(t.Context(), desk.Unit); err != nil || len(gaps) > 0 {
			t.Errorf("recovering %s: %v, %v", unit, gaps, err)
		}
	}
	return audit(t, log, w)
}

// audit holds all of a file to the world.
func audit(t *testing.T, log motcua.Log, w *world) *books {
	t.Helper()
	b, err := read(t.Context(), log, ordersIn(w.told))
	if err != nil {
		t.Fatal(err)
	}
	b.acknowledged(w, w.told)
	b.taken(w)
	b.agree()
	return b
}
