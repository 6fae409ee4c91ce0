package payment

import (
	"cmp"
	_ "embed"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
)

// lives holds a life for each row of the table: "from action to: steps". The last step
// takes the row.
//
//go:embed testdata/lives.txt
var lives string

var (
	dawn   = time.Date(2026, time.March, 2, 1, 0, 0, 0, time.UTC)
	statut = motcua.Source{Act: "97/2015/QH13", Basis: motcua.BasisLaw}
)

// dueIn is until when the orders of these tests may be paid, from dawn, and tryFor how
// long an attempt may take.
const (
	dueIn  = 10 * 24 * time.Hour
	tryFor = time.Hour
)

func dong(n int64) Money { return Money{n, VND} }

// path is a row without its conditions.
type path struct {
	From State
	On   Action
	To   State
}

// asked is an order that asks for some phí and some lệ phí.
func asked(phi, lePhi int64) *Opening {
	line := func(k Kind, n int64) Line {
		return Line{Name: motcua.Text{Vi: "Phí"}, Kind: k, Quantity: motcua.MustDecimal("1"), Full: dong(n), Amount: dong(n), Rule: "r", Source: statut}
	}
	return &Opening{ID: "HD1", Unit: "H56.12", Lines: []Line{line(KindPhi, phi), line(KindLePhi, lePhi)}, Moment: MomentBefore, Due: dawn.Add(dueIn)}
}

// walk is an order on its way.
type walk struct {
	o    *Order
	now  time.Time
	last Command
}

// words are those of a step: what a reader asks for and is not there is "" or 0.
type words []string

func (w words) at(i int) string {
	if i < len(w) {
		return w[i]
	}
	return ""
}

func (w words) dong(i int) Money {
	n, _ := strconv.ParseInt(w.at(i), 10, 64)
	return dong(n)
}

func read[T any, P interface {
	*T
	UnmarshalText([]byte) error
}](text string) (v T) {
	_ = P(&v).UnmarshalText([]byte(text)) // what is no word stays unset, and its command is at fault
	return v
}

// details reads what an action needs from the words after it. Time goes on for what must
// be late.
func (w *walk) details(a Action, s words) (d Details) {
	n, _ := strconv.Atoi(s.at(0))
	reference := Reference("HD1", n)
	switch a {
	case ActionOpen:
		d.Opening = asked(s.dong(0).minor, s.dong(1).minor)
	case ActionStart:
		d.Attempt = &Attempt{Reference: Reference("HD1", len(w.o.Tries)+1), Method: read[Method](s.at(0)), Amount: s.dong(1), Expires: w.now.Add(tryFor)}
	case ActionReport:
		amount, _ := ParseMoney(s.at(3) + " " + cmp.Or(s.at(4), "VND"))
		d.Claim = &Claim{Reference: reference, Outcome: read[Outcome](s.at(1)), Transaction: s.at(2), Amount: amount, Origin: OriginCallback}
	case ActionTimeOut:
		d.Reference = reference
		if t := w.o.try(reference); t != nil {
			w.now = later(w.now, t.Expires)
		}
	case ActionExpire:
		w.now = later(w.now, dawn.Add(dueIn))
	case ActionWaive, ActionSupport:
		d.Relief = &Relief{Amount: s.dong(0), Rule: "r", Source: statut}
	case ActionRefund:
		d.Refund = &Refund{ID: s.at(0), Amount: s.dong(1), Available: w.o.Available(), Method: read[Method](s.at(2))}
	case ActionDispute:
		d.Dispute = &Dispute{ID: s.at(0), Transaction: s.at(1), Amount: s.dong(2)}
	case ActionSettleRefund, ActionSettleDispute:
		d.Settlement = &Settlement{ID: s.at(0), Outcome: read[Outcome](s.at(1))}
	case ActionCorrect:
		d.Correction = &Correction{Reference: reference, Transaction: s.at(1), Amount: s.dong(2)}
	}
	if a.row().needs&hasReason != 0 {
		d.Reason = "lý do"
	}
	return d
}

// later is the later of two instants.
func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

// step takes a step such as "report 1 succeeded G1 20".
func (w *walk) step(text string) (Event, error) {
	s := words(strings.Fields(text))
	a := read[Action](s.at(0))
	w.now = w.now.Add(time.Second)
	w.last = Command{ID: fmt.Sprint("c", len(w.o.Events)+1), Action: a, By: a.row().by[0], Details: w.details(a, s[1:])}
	return w.o.Decide(&w.last, w.now)
}

// live lives a life: all but the last step, which is decided and not yet taken.
func live(steps string) (w walk, e Event, err error) {
	w = walk{o: &Order{}, now: dawn}
	list := strings.Split(steps, "; ")
	for i, step := range list {
		if e, err = w.step(step); err != nil {
			return w, e, fmt.Errorf("step %d, %s: %w", i+1, step, err)
		}
		if i < len(list)-1 {
			w.o.Apply(e)
		}
	}
	return w, e, nil
}

// eachLife calls f with every row that the lives tell of, and its life.
func eachLife(t *testing.T, f func(row path, name, steps string)) {
	t.Helper()
	for text := range strings.Lines(lives) {
		name, steps, _ := strings.Cut(strings.TrimSpace(text), ": ")
		s := words(strings.Fields(name))
		f(path{read[State](s.at(0)), read[Action](s.at(1)), read[State](s.at(2))}, name, steps)
	}
}

// TestEveryRowIsTaken: each row of the table is taken by the life that is told of it, and
// no life is told of what is no row. Applied, folded and replayed, it is the same order.
func TestEveryRowIsTaken(t *testing.T) {
	told := map[path]bool{}
	eachLife(t, func(row path, name, steps string) {
		w, e, err := live(steps)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		if got := (path{w.o.state(), e.Action, e.To}); got != row || told[row] {
			t.Errorf("%s: told twice: %t; the last step is %v", name, told[row], got)
		}
		told[row] = true
		w.o.Apply(e)
		replayed, faults := Replay(w.o.Events)
		if len(faults) > 0 {
			t.Errorf("%s: %v", name, faults)
		}
		if folded := Fold(w.o.Events); !reflect.DeepEqual(folded, w.o) || !reflect.DeepEqual(replayed, w.o) {
			t.Errorf("%s: applied, folded and replayed orders are not one", name)
		}
	})
	for _, r := range Transitions() {
		row := path{r.From, r.On, r.To}
		if !told[row] {
			t.Errorf("no life takes the row %v", row)
		}
		delete(told, row)
	}
	for row := range told {
		t.Errorf("there is no row %v, or it is listed twice", row)
	}
}

// TestRowsHoldForRoles: what takes a row is taken by every role of the row and refused to
// every other, and nothing but the role is held against it.
func TestRowsHoldForRoles(t *testing.T) {
	eachLife(t, func(row path, name, steps string) {
		w, want, err := live(steps)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for by := RolePayer; by <= RoleSystem; by++ {
			c := w.last
			c.By = by
			e, err := w.o.Decide(&c, w.now)
			if may := slices.Contains(row.On.row().by, by); may && (err != nil || e.To != want.To || !slices.Equal(e.Postings, want.Postings)) {
				t.Errorf("%s by %v: %v %v", name, by, e, err)
			} else if !may && !slices.Equal(codes(err), []string{"role"}) {
				t.Errorf("%s by %v: %v %v", name, by, e, err)
			}
		}
	})
}

// codes are those of a refusal.
func codes(err error) (list []string) {
	var refusal *RefusalError
	if errors.As(err, &refusal) {
		for _, g := range refusal.Grounds {
			list = append(list, g.Code)
		}
	}
	return list
}

// TestStatesTakeTheirActions: in every state every action that no row lists is refused
// because of the state, to every role; one that a row lists is never refused because of it.
func TestStatesTakeTheirActions(t *testing.T) {
	listed := map[State]map[Action]bool{}
	for _, r := range Transitions() {
		if listed[r.From] == nil {
			listed[r.From] = map[Action]bool{}
		}
		listed[r.From][r.On] = true
	}
	commands := map[Action]Command{}
	orders := map[State]walk{StateNew: {o: &Order{}, now: dawn}}
	eachLife(t, func(row path, name, steps string) {
		w, e, err := live(steps)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		commands[row.On] = w.last
		w.o.Apply(e)
		orders[row.To] = w
	})
	if len(orders) != len(stateRows) || len(commands) != len(actionRows) {
		t.Fatalf("%d states and %d actions", len(orders), len(commands))
	}
	for state, w := range orders {
		for action, c := range commands {
			for by := RolePayer; by <= RoleSystem; by++ {
				c.ID, c.By = "new", by
				_, err := w.o.Decide(&c, w.now)
				if !listed[state][action] && err == nil || slices.Contains(codes(err), "state") == listed[state][action] {
					t.Errorf("%v by %v in state %v: %v", action, by, state, err)
				}
			}
		}
	}
}

// TestNoClaimIsRefused: whatever is claimed of a known attempt is taken, wherever the
// order stands: at the end of every life, of every attempt, every outcome, sums that are
// known, new, of another amount and of another currency.
func TestNoClaimIsRefused(t *testing.T) {
	seen := map[State]bool{}
	eachLife(t, func(_ path, name, steps string) {
		w, e, err := live(steps)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		w.o.Apply(e)
		for _, try := range w.o.Tries {
			seen[w.o.State] = true
			for outcome := OutcomePending; outcome <= OutcomeSucceeded; outcome++ {
				for _, transaction := range []string{"G1", "G2", "other"} {
					for _, amount := range []Money{try.Amount, dong(7), dong(maxAmount), {try.Amount.minor, USD}} {
						c := Command{ID: "new", Action: ActionReport, By: RoleGateway, Details: Details{
							Claim: &Claim{Reference: try.Reference, Outcome: outcome, Transaction: transaction, Amount: amount, Origin: OriginStatement}}}
						_, err := w.o.Decide(&c, w.now)
						var repeated *RepeatedError
						if err != nil && (!errors.As(err, &repeated) || !repeated.Same) {
							t.Errorf("%s, then %+v: %v", name, *c.Claim, err)
						}
					}
				}
			}
		}
	})
	for i := range stateRows {
		if s := State(i + 1); s != StateNew && s != StateOpened && !seen[s] { // these have no attempt
			t.Errorf("no claim was tried in state %v", s)
		}
	}
}
