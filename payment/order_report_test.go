package payment_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua/payment"
)

// TestOrderReport: the committed report is what the rows say now.
func TestOrderReport(t *testing.T) {
	committed, err := os.ReadFile("life.md")
	if err != nil {
		t.Fatal(err)
	}
	lines := func(s string) []string { return strings.Split(s, "\n") }
	if diff := cmp.Diff(lines(string(committed)), lines(payment.OrderReport())); diff != "" {
		t.Errorf("life.md is stale, run go generate (-committed +now):\n%s", diff)
	}
}

func ExampleOrderReport() {
	for line := range strings.Lines(payment.OrderReport()) {
		if strings.HasPrefix(line, "| overpaid | excess |") || strings.HasPrefix(line, "| cancel |") {
			fmt.Print(line)
		}
	}
	// Output:
	// | overpaid | excess | paid |  |  | overpaid | Đã thanh toán, có khoản thừa phải hoàn trả | Paid; what is too much is to be refunded |
	// | cancel | · | cancelled | cancelled | cancelled | cancelled |
	// | cancel | · | · | · | · | · | · |
	// | cancel | · | · | · | · |
	// | cancel | · | · | · | · |
	// | cancel | Hủy khoản thu | Cancel | payer, cashier, officer | nothing |
}

func ExampleTransitions() {
	for _, r := range payment.Transitions() {
		if r.On == payment.ActionExpire && r.To == payment.StateExpiredOwing {
			fmt.Println(r.From, r.By, r.Guards)
		}
	}
	// Output:
	// partlyPaid [system] [pastDue unpaid]
	// suspended [system] [pastDue unpaid]
	// disputed [system] [pastDue unpaid]
	// refunding [system] [pastDue unpaid]
}
