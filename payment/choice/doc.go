// Package choice suggests by which methods (phương thức thanh toán) an order may be paid.
//
// # The idea
//
// A unit takes several methods, and not each suits each payer: cash needs a counter, a
// quick transfer has a limit, what failed twice may fail again. [Suggest] ranks the
// methods for a [Case] and says of each why it stands where it does, or why it does not
// come into question. What it knows of a method are rows ([Rule]): where it can be used,
// for which way of filing, from which amount to which, and whether it costs the payer
// anything. A unit with other arrangements passes rows of its own.
//
// Whether a method counts as paid online in the index is for the method itself to say,
// see Online of [payment.Method].
package choice
