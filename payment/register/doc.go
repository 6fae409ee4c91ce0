// Package register keeps orders of payment on a motcua.Log, so that money is taken once
// though messages come twice and programs die half-way.
//
// # The idea
//
// An order is its history, one stream of the Log. A [Register] loads it, decides and
// appends, and what was appended is what happened:
//
//	e, err := r.Open(ctx, &opening, payment.RoleSystem)        // once, by the id of the order
//	e, err := r.Execute(ctx, "HD0001", &command)               // once, by the id of the command
//	taken, err := r.Report(ctx, claim)                         // once, by what the claim says
//
// A caller who does not know whether a call went through makes it again. Two programs
// that write at once are told apart by the version: who comes second decides again on
// what is there then.
//
// # Claims
//
// [Register.Report] leads a claim to its order by its reference. A claim whose reference
// no order knows is kept as well, apart from all orders: the sum is on the books as
// suspense (chờ xử lý), and nobody guesses whose it is. [Register.Explain] takes it off
// once somebody knows, and [Register.Reconsider] what came before its attempt was known.
// So every claim is recorded before it is acknowledged.
//
// A transaction is taken once, by the first order that tells of it. Which one that is
// stands on a stream of the transaction, written before the order. Told of another order
// too it goes to suspense with the name of its holder and posts nothing, as one sum came.
// If the holder was wrong an officer corrects the sum to 0 there, and Reconsider leads it
// to the other order. One transfer that pays several orders is an officer's to divide: a
// correction gives an order money of a transaction only where every other order's part of
// it was corrected before, else it is a [*HeldError].
//
// # Time
//
// Nothing happens by itself: [Register.Sweep] times attempts out and lets orders expire by
// the clock it is given.
//
// # Finding orders
//
// A Log has no index, so the register keeps two: which orders a dossier has, and which a
// unit collects. An id is written there before the order is opened. A crash in between
// leaves an id without an order, which is passed over.
//
// # What can be proved
//
// Each record of an order and of suspense holds the hash of the one before it (SHA-256).
// Damage shows in [Register.Verify] and [Register.VerifySuspense]; who can rewrite a whole
// stream can rewrite the hashes too, so that a [Head] that is kept elsewhere, as on a
// receipt, is what proves that nothing was changed since. Every event holds its postings,
// and [payment.Replay] holds them to what the event does. The indexes follow from the
// orders and have no hashes. What goes through many histories goes on after one that is
// damaged, and tells of all.
//
// # Documents
//
// [Document] is an order as JSON, [EventLine] an event of one in JSON Lines, and
// [ParseEntry] reads an entry of the journal.
package register
