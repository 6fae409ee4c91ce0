// Package fee holds fee schedules as rows of law, and prices a filing by them.
//
// # The idea
//
// A fee (phí, lệ phí) is a [Row]: a name, a kind, the days, channels, cases and people
// it is for, a [Tariff], who set it and by which act. A tariff is an amount, an amount
// for each unit of count, bands of a count, or a part of a value, with a floor and a
// cap. What is free is a row of 0; no row at all means that nothing was stated, and that
// is not free.
//
// A [Relief] makes fees smaller: an exemption (miễn), a reduction (giảm) or a support
// (hỗ trợ), which is charged first and refunded from the budget. It is a row too, with a
// scope, days, people and an act. Who may relieve whose fees is a table of powers: a
// province reduces the fees it sets, and on a fee of the Ministry of Finance its act is
// support.
//
// [Tables.Quote] puts the two together for one filing. It takes the rows of the day of
// filing, counts, applies the best exemption, then the single best reduction, then the
// best support, rounds what is left once, and says of every line by which act it came about. Where
// something is not known it refuses, with all reasons at once ([RefusalError]); a relief
// whose day, rate or list is not known is reported as possible and never applied.
//
//	quote, err := fee.Standard().Quote(rows, fee.Choices{}, fee.Question{
//		Date: day, Channel: motcua.ChannelOnline, Quantities: map[string]motcua.Decimal{"page": pages},
//	})
//
// [Standard] is the tables that are shipped: classes of beneficiaries, units of count,
// issuers, powers, our choices where no act says anything, and the reliefs for online
// filing that were published by 2026, those with gaps marked incomplete.
//
// # What it does not do
//
// It knows no procedure and takes no money; package catalog asks it, and package payment
// has the lines. It converts no currency.
package fee
