package payment_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// morning is when the orders of these tests begin.
var morning = time.Date(2026, time.March, 2, 9, 0, 0, 0, motcua.Vietnam())

// price is what they ask for.
var price = payment.MustMoney("25000 VND")

var law = motcua.Source{Act: "97/2015/QH13", Basis: motcua.BasisLaw}

func soundOpening() *payment.Opening {
	return &payment.Opening{
		ID: "HD1", Dossier: "H56.12-260302-0001", Unit: "H56.12", Moment: payment.MomentBefore,
		Payer: payment.Payer{Name: "Người Nộp Mẫu"},
		Lines: []payment.Line{line(payment.KindPhi, "20000 VND"), line(payment.KindLePhi, "5000 VND")},
	}
}

func soundClaim() *payment.Claim {
	return &payment.Claim{Reference: "HD1T1", Outcome: payment.OutcomeSucceeded, Transaction: "G1", Amount: price, At: morning, Code: "00", Origin: payment.OriginCallback}
}

const farthest = "10000000000000 VND" // the most that one amount of an order may be
const beyond = "10000000000001 VND"

// badOpenings are changes of a sound opening, and what is found.
var badOpenings = []struct {
	name   string
	change func(*payment.Opening)
	want   []string
}{
	{"no id", func(o *payment.Opening) { o.ID = "" }, []string{"/id PAY-ORD-01"}},
	{"an id of 25 characters", func(o *payment.Opening) { o.ID = "A234567890123456789012345" }, []string{"/id PAY-ORD-01"}},
	{"an id with a hyphen, which gateways do not take", func(o *payment.Opening) { o.ID = "HD-1" }, []string{"/id PAY-ORD-01"}},
	{"an id with a letter beyond ASCII", func(o *payment.Opening) { o.ID = "HĐ1" }, []string{"/id PAY-ORD-01"}},
	{"no unit", func(o *payment.Opening) { o.Unit = "" }, []string{"/unit PAY-ORD-02"}},
	{"no moment", func(o *payment.Opening) { o.Moment = 0 }, []string{"/moment PAY-ORD-02"}},
	{"no lines", func(o *payment.Opening) { o.Lines = nil }, []string{"/lines PAY-ORD-02"}},
	{"a line without a rule", func(o *payment.Opening) { o.Lines[1].Rule = "" }, []string{"/lines/1/rule PAY-LINE-05"}},
	{"two currencies", func(o *payment.Opening) { o.Lines[1] = line(payment.KindPhi, "5 USD") }, []string{"/lines/1/amount PAY-ORD-03"}},
	{"no currency in the first line", func(o *payment.Opening) { o.Lines[0].Amount = payment.Money{} }, []string{"/lines/0/amount PAY-LINE-03", "/lines/1/amount PAY-ORD-03"}},
	{"more than anything costs", func(o *payment.Opening) { o.Lines[0] = line(payment.KindPhi, beyond) }, []string{"/lines PAY-ORD-04", "/lines/0/amount PAY-ORD-04"}},
	{"more than that in all", func(o *payment.Opening) { o.Lines[0] = line(payment.KindPhi, farthest) }, []string{"/lines PAY-ORD-04"}},
	{"lines that no int64 adds up", func(o *payment.Opening) {
		o.Lines[0], o.Lines[1] = line(payment.KindPhi, most), line(payment.KindLePhi, most)
	}, []string{"/lines PAY-LINE-02", "/lines/0/amount PAY-ORD-04", "/lines/1/amount PAY-ORD-04"}},
	{"all at once", func(o *payment.Opening) { *o = payment.Opening{} }, []string{"/id PAY-ORD-01", "/lines PAY-ORD-02", "/moment PAY-ORD-02", "/unit PAY-ORD-02"}},
}

func TestBadOpenings(t *testing.T) {
	if faults := soundOpening().Check(); len(faults) > 0 {
		t.Fatal(faults)
	}
	for _, c := range badOpenings {
		o := soundOpening()
		c.change(o)
		if diff := cmp.Diff(c.want, places(o.Check())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestSoundOpenings are openings at the edge of what is taken.
func TestSoundOpenings(t *testing.T) {
	for name, change := range map[string]func(*payment.Opening){
		"an id of 24 characters":       func(o *payment.Opening) { o.ID = "A23456789012345678901234" },
		"an id of one":                 func(o *payment.Opening) { o.ID = "0" },
		"an id that looks like a try":  func(o *payment.Opening) { o.ID = "HD1T1" },
		"the most there is":            func(o *payment.Opening) { o.Lines = []payment.Line{line(payment.KindPhi, farthest)} },
		"lines of 0":                   func(o *payment.Opening) { o.Lines = []payment.Line{line(payment.KindPhi, "0 VND")} },
		"dollars":                      func(o *payment.Opening) { o.Lines = []payment.Line{line(payment.KindPhi, "25.50 USD")} },
		"no dossier, payer or account": func(o *payment.Opening) { o.Dossier, o.Payer = "", payment.Payer{} },
		"a time by which to pay":       func(o *payment.Opening) { o.Due = morning },
	} {
		o := soundOpening()
		change(o)
		if faults := o.Check(); len(faults) > 0 {
			t.Errorf("%s: %v", name, faults)
		}
	}
}

// badClaims are changes of a sound claim, and what is found.
var badClaims = []struct {
	name   string
	change func(*payment.Claim)
	want   []string
}{
	{"no reference", func(c *payment.Claim) { c.Reference = "" }, []string{"/reference PAY-ORD-02"}},
	{"a reference that is none is kept: money may have come under it", func(c *payment.Claim) { c.Reference = "HD1" }, nil},
	{"no outcome", func(c *payment.Claim) { c.Outcome = 0 }, []string{"/outcome PAY-ORD-02"}},
	{"no origin", func(c *payment.Claim) { c.Origin = 0 }, []string{"/origin PAY-ORD-02"}},
	{"money without a transaction", func(c *payment.Claim) { c.Transaction = "" }, []string{"/transaction PAY-ORD-02"}},
	{"money without a currency", func(c *payment.Claim) { c.Amount = payment.Money{} }, []string{"/amount PAY-ORD-03"}},
	{"0 as money", func(c *payment.Claim) { c.Amount = payment.MustMoney("0 VND") }, []string{"/amount PAY-ORD-04"}},
	{"money below 0", func(c *payment.Claim) { c.Amount = price.Neg() }, []string{"/amount PAY-ORD-04"}},
	{"more money than there is", func(c *payment.Claim) { c.Amount = payment.MustMoney(beyond) }, []string{"/amount PAY-ORD-04"}},
	{"a failure below 0", func(c *payment.Claim) { c.Outcome, c.Amount = payment.OutcomeFailed, price.Neg() }, []string{"/amount PAY-ORD-04"}},
	{"a failure beyond all", func(c *payment.Claim) { c.Outcome, c.Amount = payment.OutcomeFailed, payment.MustMoney(beyond) }, []string{"/amount PAY-ORD-04"}},
	{"a time that RFC 3339 cannot write", func(c *payment.Claim) { c.At = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC) }, []string{"/at PAY-ORD-02"}},
	{"all at once", func(c *payment.Claim) { *c = payment.Claim{} }, []string{"/origin PAY-ORD-02", "/outcome PAY-ORD-02", "/reference PAY-ORD-02"}},
}

func TestBadClaims(t *testing.T) {
	for _, c := range badClaims {
		claim := soundClaim()
		c.change(claim)
		if diff := cmp.Diff(c.want, places(claim.Check())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
	for name, change := range map[string]func(*payment.Claim){
		"as it is": func(*payment.Claim) {},
		"a failure says no more": func(c *payment.Claim) {
			*c = payment.Claim{Reference: "HD1T1", Outcome: payment.OutcomeFailed, Origin: payment.OriginQuery}
		},
		"pending as of an amount":        func(c *payment.Claim) { c.Outcome, c.Transaction = payment.OutcomePending, "" },
		"another currency":               func(c *payment.Claim) { c.Amount = payment.MustMoney("1 USD") },
		"an unknown code, kept":          func(c *payment.Claim) { c.Code, c.Unknown = "XYZ", true },
		"no time":                        func(c *payment.Claim) { c.At = time.Time{} },
		"the most that may be":           func(c *payment.Claim) { c.Amount = payment.MustMoney(farthest) },
		"of an order of this library, T": func(c *payment.Claim) { c.Reference = "TT12" },
	} {
		claim := soundClaim()
		change(claim)
		if faults := claim.Check(); len(faults) > 0 {
			t.Errorf("%s: %v", name, faults)
		}
	}
}

// badCommands are commands that are at fault by themselves, and what is found.
var badCommands = []struct {
	name string
	c    payment.Command
	want []string
}{
	{"nothing", payment.Command{}, []string{"/action PAY-ORD-02", "/id PAY-ORD-02"}},
	{"no role", payment.Command{ID: "1", Action: payment.ActionExpire}, []string{"/by PAY-ORD-02"}},
	{"an action of tomorrow", payment.Command{ID: "1", Action: payment.ActionCorrect + 1, By: payment.RoleSystem}, []string{"/action PAY-ORD-02"}},
	{"open without an opening", payment.Command{ID: "1", Action: payment.ActionOpen, By: payment.RoleSystem}, []string{"/opening PAY-ORD-05"}},
	{"a refund without all it needs", payment.Command{ID: "1", Action: payment.ActionRefund, By: payment.RoleOfficer}, []string{"/reason PAY-ORD-05", "/refund PAY-ORD-05"}},
	{"cancel without a reason", payment.Command{ID: "1", Action: payment.ActionCancel, By: payment.RoleOfficer}, []string{"/reason PAY-ORD-05"}},
	{"a claim with an attempt beside it", payment.Command{ID: "1", Action: payment.ActionReport, By: payment.RoleGateway,
		Details: payment.Details{Claim: soundClaim(), Attempt: &payment.Attempt{Reference: "HD1T1", Method: payment.MethodCash, Amount: price}}}, []string{"/attempt PAY-ORD-06"}},
	{"expire takes nothing", payment.Command{ID: "1", Action: payment.ActionExpire, By: payment.RoleSystem, Details: payment.Details{Reference: "HD1T1"}}, []string{"/reference PAY-ORD-06"}},
	{"an attempt of nothing", payment.Command{ID: "1", Action: payment.ActionStart, By: payment.RolePayer, Details: payment.Details{Attempt: &payment.Attempt{}}},
		[]string{"/attempt/amount PAY-ORD-03", "/attempt/method PAY-ORD-02", "/attempt/reference PAY-ORD-07"}},
	{"an opening at fault, in its place", payment.Command{ID: "1", Action: payment.ActionOpen, By: payment.RoleSystem, Details: payment.Details{Opening: &payment.Opening{ID: "HD1", Unit: "H56", Moment: payment.MomentAfter}}},
		[]string{"/opening/lines PAY-ORD-02"}},
	{"a claim at fault, in its place", payment.Command{ID: "1", Action: payment.ActionReport, By: payment.RoleGateway, Details: payment.Details{Claim: &payment.Claim{Reference: "HD1T1", Outcome: payment.OutcomePending}}},
		[]string{"/claim/origin PAY-ORD-02"}},
	{"a reference that is none", payment.Command{ID: "1", Action: payment.ActionTimeOut, By: payment.RoleSystem, Details: payment.Details{Reference: "HD1"}}, []string{"/reference PAY-ORD-07"}},
	{"a relief of 0 without an act", payment.Command{ID: "1", Action: payment.ActionWaive, By: payment.RoleOfficer, Details: payment.Details{Relief: &payment.Relief{Amount: payment.MustMoney("0 VND")}}},
		[]string{"/relief/amount PAY-ORD-04", "/relief/rule PAY-LINE-05", "/relief/source PAY-LINE-05"}},
	{"a refund of nothing", payment.Command{ID: "1", Action: payment.ActionRefund, By: payment.RoleOfficer, Details: payment.Details{Reason: "nộp thừa", Refund: &payment.Refund{}}},
		[]string{"/refund/amount PAY-ORD-03", "/refund/id PAY-ORD-02", "/refund/method PAY-ORD-02"}},
	{"a dispute of nothing", payment.Command{ID: "1", Action: payment.ActionDispute, By: payment.RoleGateway, Details: payment.Details{Dispute: &payment.Dispute{}}},
		[]string{"/dispute/amount PAY-ORD-03", "/dispute/id PAY-ORD-02", "/dispute/transaction PAY-ORD-02"}},
	{"a settlement of nothing", payment.Command{ID: "1", Action: payment.ActionSettleRefund, By: payment.RoleGateway, Details: payment.Details{Settlement: &payment.Settlement{At: time.Date(-1, 1, 1, 0, 0, 0, 0, time.UTC)}}},
		[]string{"/settlement/at PAY-ORD-02", "/settlement/id PAY-ORD-02", "/settlement/outcome PAY-ORD-02"}},
	{"a correction of nothing", payment.Command{ID: "1", Action: payment.ActionCorrect, By: payment.RoleOfficer, Details: payment.Details{Reason: "đối soát", Correction: &payment.Correction{}}},
		[]string{"/correction/amount PAY-ORD-04", "/correction/reference PAY-ORD-07", "/correction/transaction PAY-ORD-02"}},
	{"a correction below 0", payment.Command{ID: "1", Action: payment.ActionCorrect, By: payment.RoleOfficer, Details: payment.Details{Reason: "đối soát", Correction: &payment.Correction{Reference: "HD1T1", Transaction: "G1", Amount: price.Neg()}}},
		[]string{"/correction/amount PAY-ORD-04"}},
}

func TestBadCommands(t *testing.T) {
	for _, c := range badCommands {
		if diff := cmp.Diff(c.want, places(c.c.Check())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		var o payment.Order
		if e, err := o.Decide(&c.c, morning); err == nil || e.ID != "" || e.Action != 0 {
			t.Errorf("%s: decided as %v, %v", c.name, e, err)
		}
	}
}
