package sample_test

import (
	"slices"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/payment"
)

func TestShapesOfFees(t *testing.T) {
	shown(t, []shape{
		{"free, and said to be", "1.010041", fees(func(f *fee.Row) bool {
			return f.Tariff.Fixed != nil && f.Tariff.Fixed.Sign() == 0
		})},
		{"a fixed fee (phí)", "2.001199", fees(func(f *fee.Row) bool { return f.Kind == payment.KindPhi && f.Tariff.Fixed != nil })},
		{"a fixed charge (lệ phí)", "1.004222", fees(func(f *fee.Row) bool {
			return f.Kind == payment.KindLePhi && f.Tariff.Fixed != nil && f.Tariff.Fixed.Sign() > 0
		})},
		{"money that is neither", "1.012790.000.00.00.H19", fees(func(f *fee.Row) bool { return f.Kind == payment.KindOther })},
		{"for each unit", "2.000635", fees(func(f *fee.Row) bool { return f.Tariff.PerUnit != nil && f.Unit != "" })},
		{"by slices of pages, with a most", "2.000815", fees(func(f *fee.Row) bool {
			return bands(f, fee.BandSlice) && f.Unit == "page" && f.Tariff.Most != nil
		})},
		{"by the band of the whole", "1.003460", fees(func(f *fee.Row) bool { return bands(f, fee.BandWhole) })},
		{"a percentage with a least and a most", "1.013216", fees(func(f *fee.Row) bool {
			return f.Tariff.Percent != nil && f.Tariff.Least != nil && f.Tariff.Most != nil
		})},
		{"a percentage with a most alone", "1.013978", fees(func(f *fee.Row) bool {
			return f.Tariff.Percent != nil && f.Tariff.Least == nil && f.Tariff.Most != nil
		})},
		{"in dollars", "1.001194", fees(func(f *fee.Row) bool {
			return f.Tariff.Fixed != nil && f.Tariff.Fixed.Currency() == payment.USD
		})},
		{"in two currencies", "2.000815", func(p *catalog.Procedure) bool { return len(p.Fees) == 2 }},
		{"rows on both sides of a day", "3.000347", func(p *catalog.Procedure) bool {
			return ends(p, day("2026-01-01")) && begins(p, day("2026-01-01"))
		}},
		{"a row of one channel", "1.004222", fees(func(f *fee.Row) bool { return len(f.Channels) == 1 })},
		{"a row of one case", "1.001456", fees(func(f *fee.Row) bool { return len(f.Cases) == 1 })},
		{"a row on a condition", "1.001193", fees(func(f *fee.Row) bool { return f.When != nil })},
		{"a province's row", "1.001612.000.00.00.H26", fees(func(f *fee.Row) bool { return f.IssuedBy == "H26" })},
		{"none stated", "2.001159", func(p *catalog.Procedure) bool { return len(p.Fees) == 0 }},
		{"free beside a note of an amount", "1.000656", fees(func(f *fee.Row) bool { return f.Doubt == "conflict" && f.Raw != "" })},
		{"one of several amounts", "1.001612", fees(func(f *fee.Row) bool { return f.Doubt == "choice" })},
		{"an amount without its unit", "1.013237", fees(func(f *fee.Row) bool { return f.Doubt == "unit" })},
		{"incomplete", "1.012575", fees(func(f *fee.Row) bool { return f.Incomplete && f.Missing != "" })},
		{"paid on a notice", "1.013978", fees(func(f *fee.Row) bool { return f.Moment == fee.MomentNotice })},
		{"set by the government", "1.013978", fees(func(f *fee.Row) bool { return f.Issuer == "government" })},
	})
}

func fees(ask func(*fee.Row) bool) func(*catalog.Procedure) bool {
	return func(p *catalog.Procedure) bool {
		return slices.ContainsFunc(p.Fees, func(f fee.Row) bool { return ask(&f) })
	}
}

func bands(f *fee.Row, mode fee.BandMode) bool {
	return f.Tariff.Bands != nil && f.Tariff.Bands.Mode == mode
}

func ends(p *catalog.Procedure, on motcua.Date) bool {
	return fees(func(f *fee.Row) bool { return f.Validity.To == on })(p)
}

func begins(p *catalog.Procedure, on motcua.Date) bool {
	return fees(func(f *fee.Row) bool { return f.Validity.From == on })(p)
}
