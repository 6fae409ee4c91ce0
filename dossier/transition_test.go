package dossier_test

import (
	"slices"
	"sync"
	"testing"

	"github.com/motcua/motcua/dossier"
)

var (
	everyState  = everyOf(dossier.State.MarshalText)
	everyAction = everyOf(dossier.Action.MarshalText)
	everyRole   = everyOf(dossier.Role.MarshalText)
	everyGuard  = everyOf(dossier.Guard.MarshalText)
)

// everyOf are all members of an enum: those that have a name.
func everyOf[E ~uint8](name func(E) ([]byte, error)) (list []E) {
	for e := E(1); ; e++ {
		if _, err := name(e); err != nil {
			return list
		}
		list = append(list, e)
	}
}

// way is a row of the life.
type way = dossier.Transition

// everyRow are the rows of the life.
var everyRow = sync.OnceValue(dossier.Transitions)

// TestRowsReach: every state is reached from the draft, and from every state one in which
// nothing more has to happen; only such a state may have no way out, and none has.
func TestRowsReach(t *testing.T) {
	rows := everyRow()
	reach := func(first dossier.State) []dossier.State {
		near := []dossier.State{first}
		for i := 0; i < len(near); i++ {
			for _, r := range rows {
				if r.From == near[i] && !slices.Contains(near, r.To) {
					near = append(near, r.To)
				}
			}
		}
		return near
	}
	for _, s := range everyState {
		if !slices.Contains(reach(dossier.StateDraft), s) {
			t.Errorf("%v is not reached", s)
		}
		if !slices.ContainsFunc(reach(s), dossier.State.Terminal) {
			t.Errorf("%v never ends", s)
		}
		if s.Terminal() && !s.Ended() {
			t.Errorf("%v: nothing has to happen, and the work has not ended", s)
		}
		if !slices.ContainsFunc(rows, func(r way) bool { return r.From == s && r.To != s }) {
			t.Errorf("%v is a dead end", s)
		}
	}
}

// TestRowsUse: every action, guard and role is in a row; every row has roles, and a source
// that says on what ground.
func TestRowsUse(t *testing.T) {
	rows := everyRow()
	for _, a := range everyAction {
		if !slices.ContainsFunc(rows, func(r way) bool { return r.On == a }) {
			t.Errorf("no row has the action %v", a)
		}
		if a.Title().Vi == "" || a.Title().En == "" {
			t.Errorf("%v has no title", a)
		}
	}
	for _, g := range everyGuard {
		if !slices.ContainsFunc(rows, func(r way) bool { return slices.Contains(r.Guards, g) }) {
			t.Errorf("no row has the guard %v", g)
		}
		if g.Text().Vi == "" || g.Text().En == "" {
			t.Errorf("%v has no text", g)
		}
	}
	for _, role := range everyRole {
		if !slices.ContainsFunc(rows, func(r way) bool { return slices.Contains(r.By, role) }) {
			t.Errorf("no row has the role %v", role)
		}
	}
	for _, r := range rows {
		if len(r.By) == 0 || r.Source.Basis == 0 || r.Source.Act == "" && r.Source.Note.IsZero() {
			t.Errorf("%v by %v: roles %v, source %v", r.From, r.On, r.By, r.Source)
		}
	}
}

// TestRowsShadow: no row stands behind one of its state and action that holds whenever it
// does.
func TestRowsShadow(t *testing.T) {
	rows := everyRow()
	for i, late := range rows {
		for _, early := range rows[:i] {
			if early.From == late.From && early.On == late.On && within(late.By, early.By) && within(early.Guards, late.Guards) {
				t.Errorf("%v by %v to %v never gets past the row to %v", late.From, late.On, late.To, early.To)
			}
		}
	}
}

func within[E comparable](small, large []E) bool {
	return !slices.ContainsFunc(small, func(e E) bool { return !slices.Contains(large, e) })
}

// TestNational: ten codes, each read as a state that has it; every state but the draft
// has one.
func TestNational(t *testing.T) {
	for code := -1; code <= 12; code++ {
		s, ok := dossier.StateOfNational(code)
		if ok != (code >= 1 && code <= 10) {
			t.Errorf("%d is read: %t", code, ok)
		}
		if back, told := s.National(); ok && (!told || back != code) {
			t.Errorf("%d is %v, which is %d", code, s, back)
		}
	}
	for _, s := range everyState {
		code, told := s.National()
		if told == (s == dossier.StateDraft) {
			t.Errorf("%v is told of: %t", s, told)
		}
		main, ok := dossier.StateOfNational(code)
		if told && (!ok || main.Ended() != s.Ended() || main.Terminal() && !s.Terminal()) {
			t.Errorf("%v is told as %d and read as %v, which ends otherwise", s, code, main)
		}
		if s.Title().Vi == "" || s.Title().En == "" {
			t.Errorf("%v has no title", s)
		}
	}
}

// step is what the portal sees of a row.
type step struct{ from, to int }

// portalSteps are those that all systems of the portal have.
var portalSteps = []step{
	{1, 2}, {1, 3}, {1, 5}, {1, 6}, {1, 7}, {2, 4}, {4, 5}, {4, 6}, {4, 8}, {4, 9}, {4, 7}, {5, 4}, {5, 2}, {5, 7}, {5, 8}, {6, 4}, {6, 7}, {6, 8}, {9, 10},
}

// ourSteps are the others, each with its reason.
var ourSteps = map[step]string{
	{0, 1}:  "the portal learns of it",
	{6, 2}:  "received once what comes before the reception is paid",
	{5, 3}:  "what was supplemented does not do",
	{6, 3}:  "paid, and yet not to be received",
	{5, 6}:  "supplemented, and now to be paid",
	{6, 5}:  "paid, and now to be supplemented",
	{2, 7}:  "the applicant may withdraw until the result",
	{2, 8}:  "it may be stopped before somebody has it in hand",
	{9, 4}:  "an end was a mistake", // and so for the others that reopen
	{10, 4}: "an end was a mistake",
	{7, 4}:  "an end was a mistake",
	{8, 4}:  "an end was a mistake",
	{3, 1}:  "a refusal was a mistake",
	{7, 1}:  "withdrawn before the reception, by mistake",
	{8, 1}:  "stopped before the reception, by mistake",
}

// TestPortalSteps: what the portal sees of a row is a step that it has or one of ours, and
// each of both is taken by a row.
func TestPortalSteps(t *testing.T) {
	seen := map[step]bool{}
	for _, r := range everyRow() {
		var s step
		s.from, _ = r.From.National()
		s.to, _ = r.To.National()
		seen[s] = true
		if s.from != s.to && !slices.Contains(portalSteps, s) && ourSteps[s] == "" {
			t.Errorf("%v by %v to %v is %v for the portal", r.From, r.On, r.To, s)
		}
	}
	for _, s := range portalSteps {
		if !seen[s] || ourSteps[s] != "" {
			t.Errorf("%v: taken %t, and ours because %q", s, seen[s], ourSteps[s])
		}
	}
	for s := range ourSteps {
		if !seen[s] {
			t.Errorf("%v is taken by no row", s)
		}
	}
}
