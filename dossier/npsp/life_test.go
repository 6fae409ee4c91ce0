package npsp

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"pgregory.net/rapid"
)

// messages are what MessagesOf writes.
type messages struct {
	Dossier Dossier
	Steps   []Progress
}

func write(t testing.TB, d *dossier.Dossier) (messages, []Loss) {
	t.Helper()
	m, steps, losses, err := MessagesOf(d, lifeTerms(t, d))
	if err != nil {
		t.Fatal(err)
	}
	return messages{m, steps}, losses
}

// TestLivesComeBack: what a lawful life is written as makes a dossier that is written
// alike, and it may be sent.
func TestLivesComeBack(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		d := drawLife(r)
		m, _ := write(t, d)
		back, lost := DossierOf(&m.Dossier, m.Steps)
		again, _ := write(t, back)
		if diff := cmp.Diff(m, again); diff != "" || lost != nil {
			r.Fatalf("%v\n%v\n%v\n%s", d.Events, back.Events, lost, diff)
		}
		faults := m.Dossier.Check()
		if d.Received.IsZero() { // only a dossier in state 1 or 3 may lack it, says Check
			faults = slices.DeleteFunc(faults, func(f *motcua.Fault) bool { return f.Pointer == "/NgayTiepNhan" && f.Code == codeRequired })
		}
		err := faults.Err()
		for i := range m.Steps {
			err = errors.Join(err, m.Steps[i].Check().Err())
		}
		if err != nil {
			r.Fatal(err)
		}
	})
}

// TestLossesAreTold: a history and what comes back of it differ where a loss says so,
// and nowhere else.
func TestLossesAreTold(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		d := drawLife(r)
		m, losses := write(t, d)
		back, _ := DossierOf(&m.Dossier, m.Steps)
		want, got, places := map[string]string{}, map[string]string{}, []int{}
		for i := range d.Events {
			if at := fmt.Sprint("/events/", i); !opinion(d.Events[i].Action) {
				places = append(places, i)
				flatten(want, at, reflect.ValueOf(d.Events[i]))
			} else if !covered(losses, at) {
				r.Fatalf("nothing says that %s is no step", at)
			}
		}
		for k, e := range back.Events {
			flatten(got, fmt.Sprint("/events/", places[k]), reflect.ValueOf(e))
		}
		used := map[string]bool{}
		for _, list := range [...]map[string]string{want, got} {
			for at := range list {
				if want[at] == got[at] {
					continue
				}
				if !covered(losses, at) {
					r.Fatalf("%s: %q comes back as %q, and %v does not say so", at, want[at], got[at], losses)
				}
				used[at] = true
			}
		}
		for _, l := range losses {
			idle := l.Code != "NPSP-LOSS-17"
			for at := range used {
				idle = idle && !covered([]Loss{l}, at)
			}
			if idle {
				r.Fatalf("%v: all is there", l)
			}
		}
	})
}

// covered reports whether one of the losses is of a place.
func covered(losses []Loss, at string) bool {
	for _, l := range losses {
		parts := strings.Split(at, "/")
		switch l.Code {
		case "NPSP-LOSS-01":
			if parts[3] == "id" {
				return true
			}
		case "NPSP-LOSS-02":
			if parts[3] == "by" && (parts[4] == "role" || parts[4] == "id" || parts[4] == "unit") {
				return true
			}
		default:
			if at == l.Pointer || strings.HasPrefix(at, l.Pointer+"/") {
				return true
			}
		}
	}
	return false
}

// flatten notes the text of every member. What is empty is as good as absent.
func flatten(list map[string]string, at string, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			flatten(list, at, v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			flatten(list, fmt.Sprint(at, "/", i), v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			switch f := v.Type().Field(i); {
			case !f.IsExported(): // an amount or a time
				list[at] = fmt.Sprint(v)
				return
			case f.Anonymous:
				flatten(list, at, v.Field(i))
			default:
				name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
				flatten(list, at+"/"+name, v.Field(i))
			}
		}
	default:
		if !v.IsZero() {
			list[at] = fmt.Sprint(v)
		}
	}
}

// TestBriefsOfLives: the briefs of a life are those of its messages.
func TestBriefsOfLives(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		d := drawLife(r)
		m, _ := write(t, d)
		want := []Brief{briefOf(Message{Kind: KindDossier, Dossier: &m.Dossier})}
		for i := range m.Steps {
			want = append(want, briefOf(Message{Kind: KindProgress, Progress: &m.Steps[i]}))
		}
		got, err := BriefsOf(d, lifeTerms(t, d))
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			r.Fatalf("%v\n%s", err, diff)
		}
	})
}

// TestLivesReachEverything: the lives that are drawn come to every action and state, so
// that what holds of them holds of all.
func TestLivesReachEverything(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and of one goroutine")
	}
	actions, states := map[dossier.Action]bool{}, map[dossier.State]bool{}
	draw := rapid.Custom(drawLife)
	for seed := range 12000 {
		for _, e := range draw.Example(seed).Events {
			actions[e.Action], states[e.To] = true, true
		}
	}
	for _, row := range dossier.Transitions() {
		if !actions[row.On] || !states[row.To] {
			t.Errorf("no life comes to %v, %v", row.On, row.To)
		}
	}
}

func TestDraftHasNoMessage(t *testing.T) {
	var draft *DraftError
	if _, _, _, err := MessagesOf(new(dossier.Dossier), nil); !errors.As(err, &draft) || draft.Events != 0 || reflect.DeepEqual(draft.Error(), "") {
		t.Error(err)
	}
	if _, err := BriefsOf(new(dossier.Dossier), nil); !errors.As(err, &draft) {
		t.Error(err)
	}
}
