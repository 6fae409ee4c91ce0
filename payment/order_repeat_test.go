package payment_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/motcua/motcua/payment"
)

// TestRepeated: a command that comes again gives its event again, in whatever state the
// order is by then; its id with another request is told apart.
func TestRepeated(t *testing.T) {
	d := newDesk(t)
	opening := soundOpening()
	opening.Due = morning.AddDate(0, 0, 10)
	command := func(change func(*payment.Command)) *payment.Command {
		o := *opening
		c := &payment.Command{ID: "open", Action: payment.ActionOpen, By: payment.RoleSystem, Who: "Người Làm Mẫu", Details: payment.Details{Opening: &o}}
		change(c)
		return c
	}
	d.open(opening)
	d.start(payment.MethodPortal, "25000 VND")
	d.paid("c", "HD1T1", "G1", "25000 VND")
	for _, c := range []struct {
		name   string
		change func(*payment.Command)
		same   bool
	}{
		{"the same", func(*payment.Command) {}, true},
		{"the same instant in another zone", func(c *payment.Command) { c.Opening.Due = c.Opening.Due.UTC() }, true},
		{"another instant", func(c *payment.Command) { c.Opening.Due = c.Opening.Due.Add(time.Second) }, false},
		{"another payer", func(c *payment.Command) { c.Opening.Payer.Name = "Người Khác" }, false},
		{"another role", func(c *payment.Command) { c.By = payment.RoleOfficer }, false},
		{"another person", func(c *payment.Command) { c.Who = "" }, false},
		{"a reason", func(c *payment.Command) { c.Reason = "lý do" }, false},
		{"another action", func(c *payment.Command) {
			c.Action, c.Details = payment.ActionCancel, payment.Details{Reason: "lý do"}
		}, false},
		{"another amount", func(c *payment.Command) { c.Opening.Lines = []payment.Line{line(payment.KindPhi, "25000 VND")} }, false},
	} {
		e, err := d.o.Decide(command(c.change), d.now.Add(-time.Hour)) // it may come late, and from a slow clock
		var repeated *payment.RepeatedError
		if !errors.As(err, &repeated) || repeated.Same != c.same || repeated.Command != "open" || e.ID != "open" || !e.At.Equal(d.o.Events[0].At) || repeated.Error() == "" {
			t.Errorf("%s: %v %v", c.name, e, err)
		}
	}
	if d.o.Version() != 3 {
		t.Error("something was added")
	}
}

// TestRepeatedClaims: what a claim says counts, and not who says it, when it was put or
// under which id.
func TestRepeatedClaims(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*payment.Claim)
		known  bool
	}{
		{"the same", func(*payment.Claim) {}, true},
		{"from another origin", func(c *payment.Claim) { c.Origin = payment.OriginStatement }, true},
		{"in another zone", func(c *payment.Claim) { c.At = c.At.UTC() }, true},
		{"within the second", func(c *payment.Claim) { c.At = c.At.Add(999 * time.Millisecond) }, true},
		{"of the next second", func(c *payment.Claim) { c.At = c.At.Add(time.Second) }, false},
		{"without a time", func(c *payment.Claim) { c.At = time.Time{} }, false},
		{"with another code", func(c *payment.Claim) { c.Code = "01" }, false},
		{"with a code nobody knows", func(c *payment.Claim) { c.Unknown = true }, false},
		{"of another outcome", func(c *payment.Claim) { c.Outcome = payment.OutcomeFailed }, false},
		{"of another amount", func(c *payment.Claim) { c.Amount = payment.MustMoney("1 VND") }, false},
		{"of another transaction", func(c *payment.Claim) { c.Transaction = "G2" }, false},
	} {
		d := newDesk(t)
		d.open(soundOpening())
		d.start(payment.MethodPortal, "25000 VND")
		d.do("c", payment.ActionReport, payment.RoleGateway, payment.Details{Claim: soundClaim()})
		claim := soundClaim()
		c.change(claim)
		e, err := d.try("other", payment.ActionReport, payment.RoleCashier, payment.Details{Claim: claim})
		var repeated *payment.RepeatedError
		if known := errors.As(err, &repeated) && repeated.Same && e.ID == "c" && repeated.Command == "other"; known != c.known || !known && err != nil {
			t.Errorf("%s: %v %v", c.name, e, err)
		}
	}
}

// TestRefusals: who, when and what stand against a command, all at once.
func TestRefusals(t *testing.T) {
	d := newDesk(t)
	d.open(soundOpening())
	e, err := d.o.Decide(&payment.Command{ID: "x", Action: payment.ActionStart, By: payment.RoleGateway, Details: payment.Details{
		Attempt: &payment.Attempt{Reference: "HD1T2", Method: payment.MethodCash, Amount: payment.MustMoney("25001 VND")}}}, d.now.Add(-time.Second))
	var refusal *payment.RefusalError
	if !errors.As(err, &refusal) || e.ID != "" || refusal.Order != "HD1" || refusal.State != payment.StateOpened || refusal.Action != payment.ActionStart || refusal.By != payment.RoleGateway {
		t.Fatalf("%v %v", e, err)
	}
	var codes []string
	for _, g := range refusal.Grounds {
		codes = append(codes, g.Code)
		if g.Text.Vi == "" || g.Text.En == "" {
			t.Errorf("%+v", g)
		}
	}
	if want := []string{"time", "role", "next", "fits"}; !slices.Equal(codes, want) {
		t.Errorf("%v, want %v", codes, want)
	}
	if d.o.Version() != 1 {
		t.Error("a refusal added something")
	}
}

// TestFoldTakesAnything: what happened is taken as it happened, though it lacks what its
// action needs, holds what it does not take, or is of a newer version.
func TestFoldTakesAnything(t *testing.T) {
	whole := payment.Details{
		Opening: &payment.Opening{ID: "HD2"}, Attempt: &payment.Attempt{Reference: "HD1T9"}, Claim: &payment.Claim{Reference: "HD1T9"}, Reference: "HD1T9",
		Relief: &payment.Relief{}, Refund: &payment.Refund{}, Dispute: &payment.Dispute{}, Settlement: &payment.Settlement{}, Correction: &payment.Correction{},
	}
	sound := history(t)
	for a := payment.Action(0); a <= payment.ActionCorrect+1; a++ {
		for n := range len(sound) + 1 {
			bare := payment.Event{ID: "x", Action: a, At: sound[0].At, To: payment.StateDisputed}
			full := bare
			full.Details, full.To = whole, 99
			o := payment.Fold(append(slices.Clone(sound[:n]), bare))
			if o.State != payment.StateDisputed || o.Version() != int64(n+1) {
				t.Errorf("%v without details after %d: %v", a, n, o)
			}
			o = payment.Fold(append(slices.Clone(sound[:n]), full))
			if _, err := o.State.MarshalText(); err != nil { // told by what is so of the order
				t.Errorf("%v with all of them after %d: %v", a, n, o)
			}
			if tries := len(payment.Fold(sound[:n]).Tries); len(o.Tries) != tries+btoi(a == payment.ActionStart) {
				t.Errorf("%v with all of them after %d: %d attempts", a, n, len(o.Tries))
			}
			if _, faults := payment.Replay(o.Events); faults.Err() == nil {
				t.Errorf("%v with all of them after %d is lawful", a, n)
			}
		}
	}
}

func btoi(is bool) int {
	if is {
		return 1
	}
	return 0
}
