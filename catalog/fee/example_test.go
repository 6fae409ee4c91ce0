package fee_test

import (
	"errors"
	"fmt"
	"log"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/payment"
)

func Example() {
	amount := payment.MustMoney("50000 VND")
	rows := []fee.Row{{
		ID: "identity", Name: motcua.Text{Vi: "Lệ phí cấp đổi thẻ căn cước", En: "Exchange of an identity card"}, Kind: payment.KindLePhi,
		Unit: "card", Tariff: fee.Tariff{PerUnit: &amount}, Issuer: "mof", Source: motcua.Source{Act: "73/2024/TT-BTC", Basis: motcua.BasisAssumed},
	}}
	quote, err := fee.Standard().Quote(rows, fee.Choices{}, fee.Question{
		Procedure: "1.000889", Date: motcua.MustDate("2026-12-31"), Channel: motcua.ChannelOnline,
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, line := range quote.Lines {
		fmt.Println(line.Name.En, line.Amount, "instead of", line.Full)
		for _, c := range line.Changes {
			fmt.Println(c.Kind, c.Amount, "by", c.Source.Act)
		}
	}
	fmt.Println(quote.Totals)
	// Output:
	// Exchange of an identity card 25000 VND instead of 50000 VND
	// reduction 25000 VND by 64/2025/TT-BTC
	// [25000 VND]
}

// A quote that cannot be made says all that is missing.
func ExampleStandard() {
	_, err := fee.Standard().Quote(nil, fee.Choices{}, fee.Question{Date: motcua.MustDate("2026-03-01"), Channel: motcua.ChannelOnline})
	var refusal *fee.RefusalError
	if errors.As(err, &refusal) {
		for _, reason := range refusal.Reasons {
			fmt.Println(reason.Code, "–", reason.Text.En)
		}
	}
	// Output:
	// feeNotStated – no fee is stated, which does not mean that it is free
}

func ExampleParseTables() {
	_, faults := fee.ParseTables([]byte(`{"policy":{"rounding":"halfUp","step":0,"stacking":"best","source":{"basis":"ours"}},
		"classes":[],"units":[],"groups":[],"issuers":[],"powers":[{"issuer":"king","of":"king","kinds":[],"source":{"basis":"ours"}}]}`))
	for _, f := range faults {
		fmt.Println(f.Code, f.Pointer)
	}
	// Output:
	// CAT-FEE-19 /policy/step
	// CAT-FEE-09 /powers/0/issuer
	// CAT-FEE-09 /powers/0/of
}

func ExampleDocuments() {
	for _, d := range fee.Documents() {
		fmt.Println(d.Name)
	}
	// Output: feeTables
}

// What rows say of a day: doubt is not free, and neither is nothing.
func ExampleBurdenOf() {
	zero := payment.MustMoney("0 VND")
	free := fee.Row{ID: "a", Tariff: fee.Tariff{Fixed: &zero}}
	day := motcua.MustDate("2026-03-01")
	fmt.Println(fee.BurdenOf([]fee.Row{free}, day, 0))
	fmt.Println(fee.BurdenOf([]fee.Row{free, {ID: "b", Doubt: "conflict"}}, day, 0))
	fmt.Println(fee.BurdenOf(nil, day, motcua.ChannelOnline))
	// Output:
	// free
	// doubt
	// noneStated
}
