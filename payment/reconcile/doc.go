// Package reconcile holds statements of banks and gateways against the journal of orders
// (đối soát).
//
// # The idea
//
// What the journal says of money, and what the bank says of it, must be the same. A
// [Reconciler] takes in the journal first, entry by entry, then the lines of the
// statement as they are read, and says in the end where the two differ:
//
//	r := reconcile.New(nil)
//	err := r.Here(&entry)   // each entry of the journal
//	err = r.There(&line)    // each line of the statement
//	report := r.Close()     // findings, totals, a closing for each day
//
// # How lines find their entries
//
// By keys in the order in which they are trusted ([Keys]): the transaction; the
// reference with the amount; the reference alone; the dossier with the amount and the
// day. A key decides only where one line meets one movement. Where it could be several,
// nothing is guessed: that is a finding of its own ([ClassAmbiguous]). The outcome does
// not depend on the order of the lines.
//
// # What is found
//
// A [Finding] has a [Class]: missing here or there, another amount, date or status, twice
// on the statement, ambiguous, or not there yet as the statement may lag. Tolerances are
// [Rules], a document. Each finding carries a [Proposal]: a claim to report, a correction
// to make, a query to send. Nothing is applied.
//
// # The closing
//
// For every day and currency the report tells what came and went on both sides, and by
// which classes of findings the difference is explained ([Closing]). The difference is
// that of the totals, the explanation that of the findings: a closing balances when they
// are the same, and one that does not is a defect of this package.
//
// # Size
//
// The journal is indexed in memory, the statement is not: lines that match by their
// transaction leave nothing behind but a mark. The rest is kept until the end.
//
// The pipe-separated statements of the system of 2026 are not known member by member and
// are not read; [Columns] say how a file of CSV is.
package reconcile
