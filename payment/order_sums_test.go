package payment_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua/payment"
)

// TestOneTransactionTwoAttempts: a gateway names one transaction under two attempts. It
// counts once, under the first, until an officer finds what it is.
func TestOneTransactionTwoAttempts(t *testing.T) {
	for _, c := range []struct {
		name       string
		reference  string // under which an officer finds
		amount     string // this much
		state      payment.State
		taken      string
		suspense   int
		references []string // that count
	}{
		{"nobody looked", "", "", payment.StateSuspended, "25000 VND", 1, []string{"HD1T1"}},
		{"nothing came under the second", "HD1T2", "0 VND", payment.StatePaid, "25000 VND", 0, []string{"HD1T1", "HD1T2"}},
		{"nothing came under the first: the second explains it", "HD1T1", "0 VND", payment.StatePaid, "25000 VND", 0, []string{"HD1T2", "HD1T1"}},
		{"it came under the second: nothing explains the first", "HD1T2", "25000 VND", payment.StateSuspended, "25000 VND", 1, []string{"HD1T2"}},
	} {
		d := newDesk(t)
		d.open(soundOpening())
		d.start(payment.MethodPortal, "25000 VND")
		d.do("failed", payment.ActionReport, payment.RoleGateway, payment.Details{Claim: &payment.Claim{Reference: "HD1T1", Outcome: payment.OutcomeFailed, Origin: payment.OriginQuery}})
		d.start(payment.MethodPortal, "25000 VND")
		d.paid("1", "HD1T1", "G1", "25000 VND")
		d.paid("2", "HD1T2", "G1", "25000 VND")
		if c.reference != "" {
			d.do("look", payment.ActionCorrect, payment.RoleOfficer, payment.Details{Reason: "đối soát", Correction: &payment.Correction{
				Reference: c.reference, Transaction: "G1", Amount: payment.MustMoney(c.amount)}})
		}
		suspense, counting := 0, []string{}
		for _, s := range d.o.Sums {
			if s.Suspense {
				suspense++
			} else {
				counting = append(counting, s.Reference)
			}
		}
		if d.o.State != c.state || d.o.Taken.String() != c.taken || suspense != c.suspense || len(counting) != len(c.references) || counting[0] != c.references[0] {
			t.Errorf("%s: %v, taken %v, %d in suspense, counting %v", c.name, d.o.State, d.o.Taken, suspense, counting)
		}
	}
}

// said is what is claimed of the transaction G1, or of another.
type said struct {
	outcome payment.Outcome
	amount  string
	minute  int // after the morning; 0: no time is said
	other   string
}

const unsure, turned, declined, came = payment.OutcomePending, payment.OutcomeCancelled, payment.OutcomeFailed, payment.OutcomeSucceeded

// claims are sets of claims of an attempt for 25000 đồng, and the sum that they make.
var claims = []struct {
	name   string
	method payment.Method
	said   []said
	want   payment.Sum
}{
	{"as asked", payment.MethodPortal, []said{{came, "25000 VND", 3, ""}}, payment.Sum{Amount: price}},
	{"said twice, the earlier time holds", payment.MethodPortal, []said{{came, "25000 VND", 5, ""}, {came, "25000 VND", 3, ""}}, payment.Sum{Amount: price}},
	{"said once without a time", payment.MethodPortal, []said{{came, "25000 VND", 0, ""}, {came, "25000 VND", 3, ""}}, payment.Sum{Amount: price}},
	{"less than asked", payment.MethodPortal, []said{{came, "24000 VND", 3, ""}}, payment.Sum{Amount: payment.MustMoney("24000 VND"), Suspense: true}},
	{"more than asked", payment.MethodCard, []said{{came, "26000 VND", 3, ""}}, payment.Sum{Amount: payment.MustMoney("26000 VND"), Suspense: true}},
	{"a transfer may be of any amount", payment.MethodTransfer, []said{{came, "24000 VND", 3, ""}}, payment.Sum{Amount: payment.MustMoney("24000 VND")}},
	{"but not in any currency", payment.MethodTransfer, []said{{came, "1 USD", 3, ""}}, payment.Sum{Amount: payment.MustMoney("1 USD"), Suspense: true}},
	{"two amounts, one as asked", payment.MethodPortal, []said{{came, "1 VND", 4, ""}, {came, "25000 VND", 3, ""}}, payment.Sum{Amount: price, Disputed: true}},
	{"two amounts, neither as asked: the least", payment.MethodPortal, []said{{came, "3 VND", 4, ""}, {came, "2 VND", 3, ""}}, payment.Sum{Amount: payment.MustMoney("2 VND"), Suspense: true, Disputed: true}},
	{"two amounts of a transfer: nobody knows which", payment.MethodTransfer, []said{{came, "3 VND", 4, ""}, {came, "25000 VND", 3, ""}}, payment.Sum{Amount: payment.MustMoney("3 VND"), Suspense: true, Disputed: true}},
	{"it came and it failed", payment.MethodPortal, []said{{declined, "0 VND", 3, ""}, {came, "25000 VND", 4, ""}}, payment.Sum{Amount: price, Disputed: true}},
	{"it came and the payer turned back", payment.MethodPortal, []said{{came, "25000 VND", 3, ""}, {turned, "0 VND", 5, ""}}, payment.Sum{Amount: price, Disputed: true}},
	{"it was under way and came", payment.MethodPortal, []said{{unsure, "25000 VND", 3, ""}, {came, "25000 VND", 4, ""}}, payment.Sum{Amount: price}},
	{"another transaction failed", payment.MethodPortal, []said{{declined, "0 VND", 1, "G2"}, {came, "25000 VND", 3, ""}}, payment.Sum{Amount: price}},
}

// TestClaimsMakeSums: in whatever order the claims come, and however often.
func TestClaimsMakeSums(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, c := range claims {
		for range 10 {
			d := newDesk(t)
			d.open(soundOpening())
			d.start(c.method, "25000 VND")
			list := append(slices.Clone(c.said), c.said...)
			random.Shuffle(len(list), func(i, k int) { list[i], list[k] = list[k], list[i] })
			for i, s := range list {
				claim := payment.Claim{Reference: "HD1T1", Outcome: s.outcome, Transaction: "G1", Amount: payment.MustMoney(s.amount), Origin: payment.Origin(i%4 + 1)}
				if s.minute > 0 {
					claim.At = morning.Add(time.Duration(s.minute) * time.Minute)
				}
				if s.other != "" {
					claim.Transaction = s.other
				}
				_, _ = d.try(payment.Reference("c", i+1), payment.ActionReport, payment.RoleGateway, payment.Details{Claim: &claim}) // again is an error
			}
			want := c.want
			want.Reference, want.Transaction, want.Method, want.At = "HD1T1", "G1", c.method, morning.Add(3*time.Minute)
			if want.Lost = payment.MustMoney("0 " + want.Amount.Currency().String()); len(d.o.Sums) != 1 || !d.o.Sums[0].At.Equal(want.At) {
				t.Fatalf("%s: %+v", c.name, d.o.Sums)
			}
			got := d.o.Sums[0]
			got.At = want.At
			if got != want {
				t.Errorf("%s: %+v, want %+v", c.name, got, want)
			}
			if _, faults := payment.Replay(d.o.Events); len(faults) > 0 {
				t.Errorf("%s: %v", c.name, faults)
			}
		}
	}
}

// TestJournalNames: each entry says which movement of money it is about.
func TestJournalNames(t *testing.T) {
	d := newDesk(t)
	d.open(soundOpening())
	d.start(payment.MethodPortal, "25000 VND")
	d.paid("c", "HD1T1", "G1", "25000 VND")
	d.do("s", payment.ActionSupport, payment.RoleOfficer, payment.Details{Relief: &payment.Relief{Amount: payment.MustMoney("1000 VND"), Rule: "r", Source: law}})
	d.refund("R1", "5000 VND")
	back := d.now.Add(time.Hour)
	d.do("r", payment.ActionSettleRefund, payment.RoleGateway, payment.Details{Settlement: &payment.Settlement{ID: "R1", Outcome: came, Transaction: "B1", At: back}})
	for _, id := range []string{"D1", "D2"} {
		d.do("d"+id, payment.ActionDispute, payment.RoleGateway, payment.Details{Dispute: &payment.Dispute{ID: id, Transaction: "G1", Amount: payment.MustMoney("2000 VND")}})
	}
	d.do("d1", payment.ActionSettleDispute, payment.RoleGateway, payment.Details{Settlement: &payment.Settlement{ID: "D1", Outcome: came, Transaction: "B2", At: back}})
	d.do("d2", payment.ActionSettleDispute, payment.RoleGateway, payment.Details{Settlement: &payment.Settlement{ID: "D2", Outcome: came}})
	d.do("look", payment.ActionCorrect, payment.RoleOfficer, payment.Details{Reason: "đối soát", Correction: &payment.Correction{Reference: "HD1T1", Transaction: "G1", Amount: payment.MustMoney("24000 VND")}})
	type line struct {
		Version                int64
		Action                 payment.Action
		Reference, Transaction string
		Dated                  time.Time
	}
	want := []line{
		{1, payment.ActionOpen, "", "", time.Time{}},
		{3, payment.ActionReport, "HD1T1", "G1", morning.Add(2 * time.Minute)},
		{4, payment.ActionSupport, "", "", time.Time{}},
		{5, payment.ActionRefund, "", "", time.Time{}},
		{6, payment.ActionSettleRefund, "", "B1", back},
		{9, payment.ActionSettleDispute, "HD1T1", "B2", back},
		{10, payment.ActionSettleDispute, "HD1T1", "G1", time.Time{}}, // the bank named nothing: the contested sum
		{11, payment.ActionCorrect, "HD1T1", "G1", time.Time{}},
	}
	var got []line
	for _, e := range d.o.Journal() {
		got = append(got, line{e.Version, e.Action, e.Reference, e.Transaction, e.Dated})
		if e.Order != "HD1" || e.Dossier != "H56.12-260302-0001" || e.Unit != "H56.12" || !e.At.Equal(d.o.Events[e.Version-1].At) || len(e.Postings) == 0 {
			t.Errorf("%+v", e)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if list := new(payment.Order).Journal(); list != nil {
		t.Errorf("of no order: %v", list)
	}
}
