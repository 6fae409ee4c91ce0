package catalog_test

import (
	"errors"
	"fmt"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/payment"
)

// What a filing costs, by which act, or why nobody can say.
func ExampleProcedure_Quote() {
	amount := payment.MustMoney("15000 VND")
	p := catalog.Procedure{
		Code: "1.004194", Status: catalog.StatusPublic, Name: motcua.Text{Vi: "Đăng ký tạm trú"},
		Channels: []catalog.Offer{{Channel: motcua.ChannelInPerson}},
		Fees: []fee.Row{{
			ID: "le-phi", Name: motcua.Text{Vi: "Lệ phí đăng ký cư trú", En: "Residence fee"}, Kind: payment.KindLePhi,
			Tariff: fee.Tariff{Fixed: &amount}, Source: motcua.Source{Act: "75/2022/TT-BTC", Basis: motcua.BasisLaw},
		}},
	}
	question := fee.Question{Date: motcua.MustDate("2026-03-01"), Channel: motcua.ChannelInPerson}
	quote, err := p.Quote(nil, question)
	for _, line := range quote.Lines {
		fmt.Println(line.Name.En, line.Amount, line.Source.Act)
	}
	fmt.Println(quote.Totals, err)

	question.Channel = motcua.ChannelOnline
	_, err = p.Quote(nil, question)
	var refusal *fee.RefusalError
	fmt.Println(errors.As(err, &refusal) && refusal.Has("channelNotOffered"))
	// Output:
	// Residence fee 15000 VND 75/2022/TT-BTC
	// [15000 VND] <nil>
	// true
}
