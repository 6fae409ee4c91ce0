// Package payment knows money as the one-window service takes it: exact amounts and
// the lines of a charge.
//
// # The idea
//
// [Money] is a whole number of minor units with a [Currency]: đồng have none below
// them, dollars have cents. There is no floating point: a percentage or a quantity
// with a fraction is computed exactly and rounded once, by a named [Rounding]. What
// does not fit is an [*ArithmeticError], two currencies in one sum are a
// [*MismatchError], and neither is ever a number. The zero Money is nothing, in no
// currency; 0 đồng is an amount.
//
// A [Line] is one charge of a quote, later of an order and a receipt: what it is, how
// it was counted, the full amount, what was taken off and by which act, what is to be
// paid. A line of 0 đồng stays, because a receipt is issued for it and the index asks
// whether every line is 0. Phí and lệ phí are kinds of their own ([Kind]), since the
// law gives them separate receipts.
//
//	fee, err := payment.ParseMoney("70000 VND")
//	half, err := fee.Percent(motcua.MustDecimal("50"), payment.HalfUp)
//	fmt.Println(half.Text().Vi, half.Words()) // 35.000 ₫ Ba mươi lăm nghìn đồng
//
// # What it does not do
//
// It converts no currency, knows no fee and takes no payment. Which fee is owed is
// package catalog's to say.
package payment
