package dossier_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/payment"
	"pgregory.net/rapid"
)

// drawnLife is a life under way: a dossier that was applied to, event by event, and the
// setting it is decided in.
type drawnLife struct {
	*drawing
	d *dossier.Dossier
	s dossier.Setting
}

func (g *drawing) life() *drawnLife {
	return &drawnLife{g, &dossier.Dossier{}, dossier.Setting{Office: pickOf(g, "office", drawnOffices()...).Office, Now: g.moment("first")}}
}

// rare is true so often. Small numbers are drawn more often than large ones, so that it is
// the large that make it true.
func (l *drawnLife) rare(percent int, what string) bool { return l.roll(100, what) >= 100-percent }

// evenly draws one of so many, all of them about as often.
func (l *drawnLife) evenly(n int, what string) int {
	return int(rapid.Uint64().Draw(l.t, what) * 0x9e3779b97f4a7c15 >> 32 % uint64(n))
}

// wait lets time pass: none, or up to some days, or so many that terms pass; now and then
// somebody's clock goes back.
func (l *drawnLife) wait() {
	switch roll := l.evenly(20, "wait"); {
	case roll == 0:
		l.s.Now = l.s.Now.Add(-time.Hour)
	case roll < 4:
	case roll < 6:
		l.s.Now = l.s.Now.AddDate(0, 0, 10+l.roll(20, "long"))
	default:
		l.s.Now = l.after(l.s.Now)
	}
	if n := len(l.d.Events); n > 0 && l.s.Now.Before(l.d.Events[n-1].At) && !l.rare(10, "stays back") {
		l.s.Now = l.d.Events[n-1].At
	}
}

// command draws one: mostly something lawful with complete details, and else anything.
func (l *drawnLife) command() *dossier.Command {
	options := l.d.Next(&l.s)
	option := options[l.evenly(len(options), "option")]
	action, to, role := option.Action, option.To, pickOf(l.drawing, "by", option.By...)
	if l.rare(10, "any action") {
		action = everyAction[l.evenly(len(everyAction), "action")]
	}
	if l.rare(5, "any role") {
		role = pickOf(l.drawing, "role", everyRole...)
	}
	c := commandOf(l.d, &l.s, action, role, to)
	if c.Action == dossier.ActionSubmit && c.Grant != nil {
		l.grant(c)
	}
	if c.Action == dossier.ActionHandOver && to == dossier.StateAtOtherBody {
		c.Pause = pickOf(l.drawing, "pause", "", "inspection", "otherBody", "consultation")
	}
	if l.rare(15, "twisted") {
		l.twist(c)
	}
	return c
}

func (l *drawnLife) grant(c *dossier.Command) {
	c.Grant.Limit = l.limit()
	if l.rare(5, "no limit") {
		c.Grant.Limit = nil
	}
	c.Grant.Payment = payment.Moment(l.roll(4, "moment"))
	c.Grant.Supplements = l.roll(4, "supplements")
	c.Grant.Answer = pickOf(l.drawing, "answer", "online", "paper", "")
	c.Grant.Profile = pickOf(l.drawing, "profile", "", "", "td", "statutory", "dateOnly")
	if l.rare(10, "no grant") {
		c.Grant = nil
	}
}

// twist makes a command senseless, or merely unusual.
func (l *drawnLife) twist(c *dossier.Command) {
	far := []time.Time{{}, l.s.Now, l.s.Now.AddDate(0, 0, -3), l.s.Now.AddDate(0, 0, 9), l.s.Now.AddDate(0, 0, 60), l.s.Now.AddDate(900, 0, 0)}
	switch l.evenly(12, "twist") {
	case 0:
		c.Details = dossier.Details{}
	case 1:
		c.Due = pickOf(l.drawing, "due", far...)
	case 2:
		c.Lane = true
	case 3:
		c.Pause = pickOf(l.drawing, "pause", "", "otherBody", "inspection", "supplement", "financialObligation", "weather")
	case 4:
		c.Desk = &dossier.Desk{Unit: pickOf(l.drawing, "unit", decides, consulted, takesOver)}
	case 5:
		c.Papers = []dossier.Paper{{ID: "p1", Code: plan.Code, Deleted: l.chance(50, "deleted")}, {ID: "p2"}}
	case 6:
		c.Payment = &dossier.Payment{Order: pickOf(l.drawing, "order", "", "o1", "o2", "o3"), Amount: pickOf(l.drawing, "amount", payment.Money{}, fee, payment.MustMoney("1 VND"), payment.MustMoney("3 USD"))}
	case 7:
		c.Demand = &dossier.Demand{Order: pickOf(l.drawing, "order", "o1", "o2", "o3"), Fees: slices.Repeat([]dossier.Fee{{Name: "Phí", Amount: fee}}, l.roll(3, "fees"))}
	case 8:
		c.Results = make([]dossier.Result, l.roll(3, "results"))
	case 9:
		c.Apology, c.Reason = "", ""
	case 10:
		c.ID = pickOf(l.drawing, "id", "", "c0", "c1", "c2")
	case 11:
		if c.Filing != nil {
			filing := *c.Filing
			filing.Code, filing.Channel = pickOf(l.drawing, "code", filing.Code, "H56.12-260302-0002"), motcua.Channel(1+l.roll(3, "channel"))
			filing.Competent.Unit, filing.Fees = pickOf(l.drawing, "unit", decides, takesOver), filing.Fees[:l.roll(len(filing.Fees)+1, "fees")]
			c.Filing = &filing
		}
		if c.Grant != nil {
			grant := *c.Grant
			grant.Answer, grant.Profile = pickOf(l.drawing, "answer", "online", "never"), pickOf(l.drawing, "profile", "", "none")
			c.Grant = &grant
		}
	}
}

// written is all that a decision could change, as text: members that nobody can name too.
func written(values ...any) string {
	var b strings.Builder
	for _, v := range values {
		write(&b, reflect.ValueOf(v))
	}
	return b.String()
}

func write(b *strings.Builder, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() || v.Type() == reflect.TypeFor[*time.Location]() {
			b.WriteString("nil ")
			return
		}
		write(b, v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			write(b, v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			write(b, v.Index(i))
		}
		fmt.Fprintf(b, "%d of %d\n", v.Len(), v.Cap())
	default:
		fmt.Fprintf(b, "%v ", v)
	}
}

// TestLives: whatever is asked for, at whatever time, by whom and with what, a dossier is
// what its history says.
func TestLives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := (&drawing{t: t}).life()
		for range 10 + l.roll(30, "commands") {
			l.wait()
			c := l.command()
			before := written(l.d, c, l.s.Now)
			e, err := l.d.Decide(c, &l.s)
			again, err2 := l.d.Decide(c, &l.s)
			if !reflect.DeepEqual(e, again) || !reflect.DeepEqual(err, err2) {
				t.Fatalf("%v, asked twice: %v, %v and %v, %v", c, e, err, again, err2)
			}
			if after := written(l.d, c, l.s.Now); after != before {
				t.Fatalf("%v was changed by asking: %s", c, cmp.Diff(before, after))
			}
			if err != nil {
				l.refused(c, e, err)
				continue
			}
			n := len(l.d.Events)
			before = written(l.d.Events[:n:n], e)
			l.d.Apply(e)
			if after := written(l.d.Events[:n:n], e); after != before {
				t.Fatalf("what happened was changed by %v: %s", e, cmp.Diff(before, after))
			}
			l.consistent(e)
			l.repeated(c, e)
		}
		l.replayed()
	})
}

// refused holds an error to its kind.
func (l *drawnLife) refused(c *dossier.Command, e dossier.Event, err error) {
	var refusal *dossier.RefusalError
	var repeated *dossier.RepeatedError
	switch {
	case errors.As(err, &repeated):
		if !slices.ContainsFunc(l.d.Events, func(o dossier.Event) bool { return reflect.DeepEqual(o, e) }) {
			l.t.Fatalf("%v is repeated, and %v never happened", c, e)
		}
		if e.ID != c.ID && (e.Payment == nil || c.Payment == nil || e.Payment.Order != c.Payment.Order) {
			l.t.Fatalf("%v is no repetition of %v", c, e)
		}
	case !errors.As(err, &refusal) || !errors.Is(err, dossier.ErrRefusal):
		l.t.Fatalf("%v: %v", c, err)
	case len(refusal.Grounds) == 0 || len(refusal.Lawful) == 0 || !reflect.DeepEqual(e, dossier.Event{}):
		l.t.Fatalf("%v: %+v with %v", c, refusal, e)
	}
}

// consistent holds the dossier after an event to its history.
func (l *drawnLife) consistent(e dossier.Event) {
	t, d, history := l.t, l.d, naiveLife(l.d.Events)
	ledger, err := d.Ledger(&l.s)
	if err != nil {
		t.Fatalf("after %v the clock has %v", history, err)
	}
	if diff := cmp.Diff(history.facts(), factsOf(d, &ledger)); diff != "" {
		t.Fatalf("after %v (-naive +dossier):\n%s", history, diff)
	}
	if n := len(history); n > 1 && e.At.Before(history[n-2].At) {
		t.Fatalf("%v after %v", e, history[n-2])
	}
	most := 1 // where no procedure is known
	if grant := history[0].Grant; grant != nil {
		most = grant.Supplements
	}
	if len(d.Requests) > most {
		t.Fatalf("%d requests of %d", len(d.Requests), most)
	}
	past := history[:len(history)-1]
	if e.To == dossier.StateReturned && past.state() != e.To && past.owes(payment.MomentBefore, payment.MomentAfter) {
		t.Fatalf("returned, and unpaid: %v", history)
	}
	if e.Action == dossier.ActionReceive && past.owes(payment.MomentBefore) {
		t.Fatalf("received, and unpaid: %v", history)
	}
}

// repeated asks for the same again, and for something else by the same name.
func (l *drawnLife) repeated(c *dossier.Command, e dossier.Event) {
	check := func(c dossier.Command, same bool) {
		again, err := l.d.Decide(&c, &l.s)
		var repeated *dossier.RepeatedError
		if !errors.As(err, &repeated) || repeated.Same != same || repeated.Command != c.ID || !reflect.DeepEqual(again, e) {
			l.t.Fatalf("%v after %v: %v, %v", c, e, again, err)
		}
	}
	check(*c, true)
	other := *c
	other.Action = dossier.Action(1 + int(c.Action)%len(everyAction))
	check(other, false)
	if c.Action == dossier.ActionConfirmPayment {
		anew := *c
		anew.ID = fmt.Sprint("again", len(l.d.Events))
		check(anew, true)
		more := *c.Payment
		more.Amount = payment.MustMoney("99 VND")
		anew.Payment = &more
		check(anew, false)
	}
}

// replayed reads the whole history again: at once, up to an instant, and by the rows.
func (l *drawnLife) replayed() {
	t, d := l.t, l.d
	same := func(what string, got, want *dossier.Dossier) {
		if diff := cmp.Diff(want, got, cmp.Exporter(func(reflect.Type) bool { return true })); diff != "" {
			t.Fatalf("%s of %v (-want +got):\n%s", what, d.Events, diff)
		}
	}
	if len(d.Events) == 0 {
		return
	}
	same("the fold", dossier.Fold(d.Events), d)
	then := d.Events[l.roll(len(d.Events), "event")].At.Add(time.Duration(l.roll(3, "about")-1) * time.Second)
	past := []dossier.Event{}
	for _, e := range d.Events {
		if !e.At.After(then) {
			past = append(past, e)
		}
	}
	same(fmt.Sprint("the dossier at ", then), d.At(then), dossier.Fold(past))
	again, faults := dossier.Replay(d.Events, &l.s)
	if err := faults.Err(); err != nil {
		t.Fatalf("%v: %v", d.Events, err)
	}
	same("the replay", again, d)
}
