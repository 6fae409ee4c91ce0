package payment_test

import (
	"testing"

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
