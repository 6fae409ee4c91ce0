package choice_test

import (
	"fmt"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/choice"
)

func ExampleSuggest() {
	s := choice.Suggest(&choice.Case{
		Amount:   payment.MustMoney("25000 VND"),
		Channel:  motcua.ChannelOnline,
		Device:   choice.DeviceMobile,
		Offered:  []payment.Method{payment.MethodPortal, payment.MethodGateway, payment.MethodCash},
		Failures: map[payment.Method]int{payment.MethodPortal: 1},
	}, choice.Rules())
	for _, c := range s.Suggested {
		fmt.Println(c.Method, c.Reasons)
	}
	for _, c := range s.Out {
		fmt.Println("not", c.Method, c.Reasons)
	}
	// Output:
	// gateway [counts as paid online]
	// portal [failed before: 1 counts as paid online costs the payer nothing on top]
	// not transfer [the unit does not take it]
	// not qr [the unit does not take it cannot be used on a phone]
	// not cash [cannot be used on a phone]
	// not card [the unit does not take it cannot be used on a phone]
}
