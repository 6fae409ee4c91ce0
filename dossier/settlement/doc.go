// Package settlement joins the orders of payment to the dossiers they are for.
//
// # The idea
//
// What a dossier owes is an order with a history of its own, package payment/register;
// the dossier, package dossier/history, only knows that it was demanded and that it was
// paid. A [Desk] tells the one of the other:
//
//	err := desk.Demand(ctx, code, &opening)   // opens the order, then demands it
//	told, err := desk.Report(ctx, claim)      // records the claim, then tells the dossier
//
// The two histories are two streams, and a program may die between them. That loses
// nothing: what is paid stands in the order, telling the dossier is a command that is
// known by the id of the order, and [Desk.Recover] says again whatever was not said. It
// may be run at any time, by any number of programs.
//
// # When they do not agree
//
// A dossier is told once that an order is paid. Money that goes back later, by a refund
// or by the bank, stands in the order alone; [Desk.Recover] lists such orders, and
// [Standing] is what both come to: whether the dossier owes anything, and whether the
// index counts it as paid online.
package settlement
