package catalog

import (
	"errors"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/payment"
)

// priced is a procedure with a fee that changes on 1 January 2027, a time option that
// costs more, a case that is free and a fee online alone.
func priced() *Procedure {
	law := motcua.Source{Act: "85/2019/TT-BTC", Basis: motcua.BasisLaw}
	edge := motcua.MustDate("2027-01-01")
	name := func(vi string) motcua.Text { return motcua.Text{Vi: vi, En: vi} }
	return &Procedure{
		Code: "1.004194", Status: StatusPublic, Name: name("Đăng ký tạm trú"), Field: Field{Code: "CT", Name: "Cư trú"},
		Validity: motcua.Validity{From: motcua.MustDate("2025-07-01")},
		Cases:    []Case{{ID: "one", Name: name("Một người")}, {ID: "list", Name: name("Theo danh sách")}},
		Channels: []Offer{
			{Channel: motcua.ChannelInPerson, Times: []TimeOption{{ID: "normal"}, {ID: "fast"}}},
			{Channel: motcua.ChannelOnline, Times: []TimeOption{{ID: "normal"}}},
		},
		Fees: []fee.Row{
			{ID: "one", Name: name("Lệ phí"), Kind: payment.KindLePhi, Cases: []string{"one"}, Channels: []motcua.Channel{motcua.ChannelInPerson}, Validity: motcua.Validity{To: edge}, Tariff: fixed("15000 VND"), Source: law},
			{ID: "one", Name: name("Lệ phí"), Kind: payment.KindLePhi, Cases: []string{"one"}, Channels: []motcua.Channel{motcua.ChannelInPerson}, Validity: motcua.Validity{From: edge}, Tariff: fixed("20000 VND"), Source: law},
			{ID: "online", Name: name("Lệ phí"), Kind: payment.KindLePhi, Cases: []string{"one"}, Channels: []motcua.Channel{motcua.ChannelOnline}, Tariff: fixed("7000 VND"), Source: law},
			{ID: "fast", Name: name("Phí nhanh"), Kind: payment.KindPhi, Options: []string{"fast"}, Tariff: fixed("50000 VND"), Source: law},
			{ID: "list", Name: name("Lệ phí"), Kind: payment.KindLePhi, Cases: []string{"list"}, Tariff: fixed("0 VND"), Source: law},
		},
	}
}

// quoteOf writes a quote, or why there is none, in a line.
func quoteOf(p *Procedure, q fee.Question) string {
	quote, err := p.Quote(nil, q)
	var out []string
	var refusal *fee.RefusalError
	if errors.As(err, &refusal) {
		for _, r := range refusal.Reasons {
			out = append(out, strings.TrimSuffix(r.Code+":"+r.Row, ":"))
		}
		return strings.Join(out, " ")
	}
	if err != nil {
		return err.Error()
	}
	for _, l := range quote.Lines {
		out = append(out, l.Rule+" "+l.Amount.String())
	}
	for _, total := range quote.Totals {
		out = append(out, "= "+total.String())
	}
	return strings.Join(out, ", ")
}

func TestQuote(t *testing.T) {
	const inPerson, online, post = motcua.ChannelInPerson, motcua.ChannelOnline, motcua.ChannelPost
	for _, c := range []struct {
		reason, day   string
		channel       motcua.Channel
		which, option string
		change        func(*Procedure)
		want          string
	}{
		{"the last day of the old fee", "2026-12-31", inPerson, "one", "normal", nil, "one 15000 VND, = 15000 VND"},
		{"the first day of the new one", "2027-01-01", inPerson, "one", "normal", nil, "one 20000 VND, = 20000 VND"},
		{"the option costs more", "2026-12-31", inPerson, "one", "fast", nil, "one 15000 VND, fast 50000 VND, = 65000 VND"},
		{"online the only option need not be named", "2026-12-31", online, "one", "", nil, "online 7000 VND, = 7000 VND"},
		{"free is a line of nothing", "2026-12-31", online, "list", "normal", nil, "list 0 VND, = 0 VND"},
		{"two options, and which is not said", "2026-12-31", inPerson, "one", "", nil, "optionMissing:fast"},
		{"a case must be said", "2026-12-31", online, "", "", nil, "caseMissing:list caseMissing:online"},
		{"no such case", "2026-12-31", online, "three", "", nil, "unknownCase"},
		{"no such option online", "2026-12-31", online, "one", "fast", nil, "unknownOption optionMissing:fast"},
		{"not by post", "2026-12-31", post, "list", "", nil, "channelNotOffered optionMissing:fast"},
		{"before the version", "2025-06-30", online, "list", "", nil, "notInForce"},
		{"on its first day", "2025-07-01", online, "list", "", nil, "list 0 VND, = 0 VND"},
		{
			"a procedure without cases has none", "2026-12-31", online, "list", "", func(p *Procedure) { p.Cases, p.Fees = nil, p.Fees[:0] },
			"unknownCase",
		},
		{"no fee is stated, which is not free", "2026-12-31", online, "list", "", func(p *Procedure) { p.Fees = nil }, "feeNotStated"},
		{
			"abolished, and no fee, at once", "2025-01-01", online, "list", "", func(p *Procedure) { p.Status, p.Fees = StatusAbolished, nil },
			"feeNotStated notInForce notInUse",
		},
		{
			"an option without a name is not the only one because the other has one", "2026-12-31", inPerson, "one", "",
			func(p *Procedure) { p.Channels[0].Times[0].ID = "" }, "optionMissing:fast",
		},
		{
			"of two options one is for another case", "2026-12-31", inPerson, "list", "",
			func(p *Procedure) { p.Channels[0].Times[1].Cases = []string{"one"} }, "list 0 VND, = 0 VND",
		},
		{
			"a draft answers for nothing", "2026-12-31", online, "list", "", func(p *Procedure) { p.Status = StatusDraft }, "notInUse",
		},
	} {
		p := priced()
		if c.change != nil {
			c.change(p)
		}
		got := quoteOf(p, fee.Question{Unit: "H44", Date: motcua.MustDate(c.day), Channel: c.channel, Case: c.which, Option: c.option})
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.reason, got, c.want)
		}
	}
}
