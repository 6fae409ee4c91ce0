// Package receipt issues the numbered receipts of fees and charges (biên lai thu phí, lệ
// phí): one number after the other, none left out, none twice, and an order gets its
// receipts once.
//
// # The idea
//
// Receipts come in series (dải biên lai): a unit has for each kind of fee a form (ký hiệu
// mẫu), a symbol (ký hiệu) and numbers from a first to a last. A [Series] is a stream of a
// motcua.Log. It is opened, numbers are issued, some are made void (xóa bỏ) for a reason,
// and it is closed; the fold of these events is a [State], and [Replay] holds a history to
// what must be so.
//
// An [Allocator] gives the numbers:
//
//	a := receipt.On(log)
//	err := a.Open(ctx, &series, at, "")
//	list, err := a.Issue(ctx, &ask, series.Name)
//
// Phí and lệ phí are two things in law (Law 97/2015/QH13, art. 3), and so an order gets a
// receipt for each of the two that it has, 0 đồng or not. Charges that are neither, as
// delivery, get none here: whoever provides the service invoices it.
//
// # Once
//
// What an order asks for is claimed on a stream of the order before a number is taken, and
// the number is issued for the claim. So whoever asks again, after a crash or in another
// program, finds the claim and the number. A claim whose series filled up or was closed
// before it got a number is claimed again in the next series: in the old one it cannot get
// a number any more. An order that asks again with other lines is an error.
//
// A receipt is never changed. [Allocator.Void] marks one as void;
// [Allocator.Replace] does so and issues another one that names it.
//
// # Provable
//
// Every record holds a hash of itself and of the one before it, so that a receipt that is
// changed, taken away or put in shows ([Allocator.Verify]). That the last ones were not
// taken away is proved by a [Head] that was kept elsewhere, as when a day is closed.
//
// # Paid
//
// [Ask] says what was taken. Less than the lines ask for is a *NotPaidError, and nothing
// is issued. [Of] makes an Ask of an order of package payment.
//
// # Where it comes from
//
// [Rules] lists what is held to and by which act: 254/2026/NĐ-CP, art. 23, since
// 2026-07-01, and 123/2020/NĐ-CP before it. The page ([Receipt.WriteHTML]) has the contents
// that art. 23 names in a layout of ours: the layout of the State Treasury was not at hand.
// It is for reading: the receipt in law is the electronic one, signed and reported by
// whatever program does that.
//
// # What it does not do
//
// It signs nothing, sends nothing to the tax office, converts no currency and carries no
// VAT. A receipt shows the payer to whoever reads it; printed by package fmt or slog it
// shows nobody, and [Receipt.Redacted] is one without persons. The streams hold them.
package receipt
