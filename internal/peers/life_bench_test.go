package peers

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/looplab/fsm"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/person"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/qmuntal/stateless"
)

// A mover brings something from a state to the next, under guards.
type mover struct {
	name string
	ours bool
	move func() error
}

// life tells a dossier what happens, an hour and a working day after another.
type life struct {
	*dossier.Dossier
	dossier.Setting
}

// command is one that is lawful, unless the details lack something.
func (l *life) command(a dossier.Action, by dossier.Role, with dossier.Details) *dossier.Command {
	return &dossier.Command{ID: fmt.Sprint("c", len(l.Events)), Action: a, By: dossier.Actor{Role: by, Unit: "H56.12"}, Details: with}
}

func (l *life) do(tb testing.TB, a dossier.Action, by dossier.Role, with dossier.Details) {
	tb.Helper()
	e, err := l.Decide(l.command(a, by, with), &l.Setting)
	if err != nil {
		tb.Fatal(err)
	}
	l.Apply(e)
	l.Now = l.Now.Add(25 * time.Hour)
}

// filed is a dossier that awaits its answer, under a limit, with a paper and a fee.
func filed(tb testing.TB) *life {
	tb.Helper()
	office, faults := workday.National().Office(workday.UsualHours())
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	limit, faults := workday.ParseLimit("15 working days")
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	l := &life{&dossier.Dossier{}, dossier.Setting{Office: office, Now: nine(motcua.MustDate("2026-03-02"))}}
	place := dossier.Place{Unit: "H56.12"}
	l.do(tb, dossier.ActionSubmit, dossier.RoleApplicant, dossier.Details{
		Filing: &dossier.Filing{
			Code: "H56.12-260302-0001", Procedure: "1.004194", Channel: motcua.ChannelOnline, Applicant: person.Applicant{Kind: person.Citizen},
			Reception: place, Competent: place, Delivery: dossier.DeliveryCounter,
		},
		Grant:  &dossier.Grant{Limit: &limit, Answer: "online", Supplements: 1, Papers: []dossier.Required{{Code: "KQ.G17.000001", Name: "Bản vẽ"}}},
		Papers: []dossier.Paper{{ID: "p1", Code: "KQ.G17.000001", Name: "Bản vẽ", Form: dossier.PaperElectronic}},
	})
	return l
}

// midLife is a dossier in hand, whose supplements were asked for and came.
func midLife(tb testing.TB) *life {
	tb.Helper()
	l := filed(tb)
	l.do(tb, dossier.ActionReceive, dossier.RoleCounter, dossier.Details{})
	l.do(tb, dossier.ActionHandOver, dossier.RoleCounter, dossier.Details{Desk: &dossier.Desk{Unit: "H56.12"}})
	l.do(tb, dossier.ActionAskSupplement, dossier.RoleHandler, dossier.Details{Request: &dossier.Request{ID: 1, Text: "Thiếu bản vẽ"}})
	l.do(tb, dossier.ActionSupplement, dossier.RoleApplicant, dossier.Details{})
	return l
}

// ourMover decides a command and applies its event, to a dossier as it was each time.
func ourMover(l *life, c *dossier.Command) mover {
	events := append(l.Events[:len(l.Events):len(l.Events)], dossier.Event{})
	entries := append(l.Entries[:len(l.Entries):len(l.Entries)], make([]dossier.Entry, 4)...)
	var d dossier.Dossier
	return mover{"ours/" + c.Action.String(), true, func() error {
		d = *l.Dossier
		d.Events, d.Entries = events[:len(l.Events)], entries[:len(l.Entries)]
		e, err := d.Decide(c, &l.Setting)
		if err == nil {
			d.Apply(e)
		}
		return err
	}}
}

// movers are ours and the rivals'. Ours looks at the whole history for the command's id,
// at the rows of the state, the role and the details, and at the guards: of finish that
// there are results and that what was set off has ended, of a hand-over that the desk is
// of another body and its reason known. Theirs look at one guard that says yes, and move
// to and fro between two states.
func movers(tb testing.TB) []mover {
	tb.Helper()
	l := midLife(tb)
	finish := l.command(dossier.ActionFinish, dossier.RoleHandler, dossier.Details{Results: []dossier.Result{{Name: "Giấy phép"}}})
	consult := l.command(dossier.ActionHandOver, dossier.RoleHandler, dossier.Details{Desk: &dossier.Desk{Unit: "H56.13"}, Pause: "consultation"})
	return []mover{ourMover(l, finish), ourMover(l, consult), statelessMover(), fsmMover()}
}

// clockMover receives a dossier: the papers and the payment are looked at, and the clock is
// tried on the calendar, which no rival has.
func clockMover(tb testing.TB) mover {
	tb.Helper()
	l := filed(tb)
	return ourMover(l, l.command(dossier.ActionReceive, dossier.RoleCounter, dossier.Details{}))
}

func statelessMover() mover {
	open := func(context.Context, ...any) bool { return true }
	m := stateless.NewStateMachine("processing")
	m.Configure("processing").Permit("finish", "finished", open)
	m.Configure("finished").Permit("reopen", "processing", open)
	return toAndFro("stateless", func(by string) error { return m.Fire(by) })
}

func fsmMover() mover {
	open := true
	guard := func(_ context.Context, e *fsm.Event) {
		if !open {
			e.Cancel(errors.New("not yet"))
		}
	}
	m := fsm.NewFSM("processing", fsm.Events{
		{Name: "finish", Src: []string{"processing"}, Dst: "finished"},
		{Name: "reopen", Src: []string{"finished"}, Dst: "processing"},
	}, fsm.Callbacks{"before_finish": guard, "before_reopen": guard})
	ctx := context.Background()
	return toAndFro("fsm", func(by string) error { return m.Event(ctx, by) })
}

func toAndFro(name string, fire func(string) error) mover {
	next, after := "finish", "reopen"
	return mover{name, false, func() error {
		by := next
		next, after = after, next
		return fire(by)
	}}
}

// TestMovers: every mover moves, again and again, and ours ends where it says.
func TestMovers(t *testing.T) {
	for _, m := range append(movers(t), clockMover(t)) {
		for range 3 {
			if err := m.move(); err != nil {
				t.Errorf("%s: %v", m.name, err)
			}
		}
	}
	l := midLife(t)
	before := l.State
	m := ourMover(l, l.command(dossier.ActionFinish, dossier.RoleHandler, dossier.Details{}))
	if err := m.move(); !errors.Is(err, dossier.ErrRefusal) || l.State != before {
		t.Errorf("finished without a result: %v, %v", err, l.State)
	}
}

// lifeLeast is how many times faster ours must be than the rivals; well below what is
// measured.
const lifeLeast = 1.4

func lifeRatio(t *testing.T) {
	all := movers(t)
	asks := make([]func(), len(all))
	for k, m := range all {
		asks[k] = func() {
			if err := m.move(); err != nil {
				t.Fatalf("%s: %v", m.name, err)
			}
		}
	}
	best := fastest(40, 5*time.Millisecond, asks)
	for i, our := range all {
		for j, their := range all {
			if !our.ours || their.ours {
				continue
			}
			ratio := best[j] / best[i]
			t.Logf("%s %.1f ns, %s %.1f ns: %.1f times", our.name, best[i], their.name, best[j], ratio)
			if ratio < lifeLeast {
				t.Errorf("%s is %.1f times faster than %s, less than %.1f", our.name, ratio, their.name, lifeLeast)
			}
		}
	}
}

// BenchmarkTransition moves once.
func BenchmarkTransition(b *testing.B) {
	for _, m := range append(movers(b), clockMover(b)) {
		b.Run(m.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := m.move(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
