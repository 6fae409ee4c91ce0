// Package payment knows money as the one-window service takes it: exact amounts, the
// lines of a charge, and the orders that are paid.
//
// # Money
//
// [Money] is a whole number of minor units with a [Currency]: đồng have none below
// them, dollars have cents. There is no floating point: a percentage or a quantity
// with a fraction is computed exactly and rounded once, by a named [Rounding]. What
// does not fit is an [*ArithmeticError], two currencies in one sum are a
// [*MismatchError], and neither is ever a number. The zero Money is nothing, in no
// currency; 0 đồng is an amount.
//
// A [Line] is one charge of a quote, an order and a receipt: what it is, how it was
// counted, the full amount, what was taken off and by which act, what is to be paid. A
// line of 0 đồng stays, because a receipt is issued for it and the index asks whether
// every line is 0. Phí and lệ phí are kinds of their own ([Kind]), since the law gives
// them separate receipts.
//
//	fee, err := payment.ParseMoney("70000 VND")
//	half, err := fee.Percent(motcua.MustDecimal("50"), payment.HalfUp)
//	fmt.Println(half.Text().Vi, half.Words()) // 35.000 ₫ Ba mươi lăm nghìn đồng
//
// # Orders
//
// An [Order] (khoản thu) asks for the lines of a quote, frozen in its [Opening], and is
// what its history makes it. A [Command] is decided to an [Event] or refused with all
// that stands against it; the fold of the events is the order:
//
//	e, err := order.Decide(&command, now) // changes nothing
//	order.Apply(e)
//
// To pay is an [Attempt]; what comes of it is a [Claim] of somebody outside. Claims come
// twice, late, in another order and against one another. An order looks at the set of
// them and at no order, so that it always comes to the same:
//
//   - money is known by its transaction and counts once;
//   - through a gateway it must be the amount and the currency that was asked for; any
//     other sum, and a transaction that is told of two attempts, goes to suspense;
//   - of a transfer, a code or cash the sum that is said counts, less or more than was
//     asked for; if claims say two sums, the lesser one goes to suspense;
//   - money that came is not undone by a message that it did not. Such contradictions
//     are marked ([Sum.Disputed]), and only an officer's correction settles them.
//
// A correction is a further event with a reason: nothing is ever edited. What somebody
// finds out of a sum stands against all claims of it.
//
// Refunds never exceed what is known to be taken when they are asked for, and is neither
// contested nor on its way back already; whoever asks for one must know that figure. If it
// turns out later that less had come, a correction says so, and the payer owes the
// difference ([Order.Owed]): a further attempt pays it back. What came in another currency
// is corrected to what the bank made of it, or to 0 once it went back or was found to be
// for something else. What the budget gave back is neither waived nor refunded too. So
// there is a way to an end from every state.
//
// # States
//
// Where an order stands is told by conditions, in rows: 19 states for those who work
// with it, nine for the public ([Status]), each with whether it is over and whether the
// payer may try again. [Transitions] are the ways that orders go; payment/life.md draws
// them.
//
// # Books
//
// Every event holds what it does to the books ([Posting]): debits and credits that add up
// to 0 in every currency. They follow from what is known before and after it, and are
// kept with the event, so that books stay what they were when rows change. [Replay] holds
// a history to both.
//
// # What it does not do
//
// It converts no currency, knows no fee and talks to no gateway. Which fee is owed is
// package catalog's to say, which message says what package gateway's, where orders are
// kept package register's.
package payment
