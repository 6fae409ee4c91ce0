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
// The entries of one transaction of one attempt, in one direction and currency, are one
// movement; if they add up to 0 there is none. Lines find movements by keys in the order
// in which they are trusted ([Keys]): the transaction; the reference with the amount; the
// reference alone; the dossier with the amount and the time, within the tolerance, for
// lines without a reference.
//
// A line meets the movement of its transaction; of several, the one that has its
// reference too. By the other keys it meets the only movement that nothing has met yet,
// if all lines that could meet it say the same of time, transaction and amount. Where it
// could be several, nothing is guessed: lines and movements are then a finding of their
// own ([ClassAmbiguous]), also for the keys that are trusted less.
//
// Of the lines that meet one movement the one that fits best, in amount first and then in
// time, is held against it, and the rest are told as said twice. So is a line without a transaction that has the reference
// and the amount of a movement that another line met by a key that is trusted more, and
// one that nothing here explains if another said the same, or names the same transaction.
// The journal may say a thing twice as well: an entry that comes again, word for word, and
// a transaction that stands under another attempt than the one a line met are told as
// duplicates without a line.
//
// A line out is never held against a movement in: the two are findings of their own, one
// missing on either side, since the statement lacks the money that came and the journal
// that which went. The outcome does not depend on the order of the lines, nor on that of
// the entries.
//
// # What is found
//
// A [Finding] has a [Class]: missing here or there, another amount, date, status or
// reference, twice on one side, ambiguous, or not there yet as the statement may lag. Tolerances are
// [Rules], a document. Each finding carries a [Proposal]: a claim to report, a correction
// to make, a query to send. Nothing is applied. A transfer that was divided over several
// orders is held against the part that has its reference, and is for somebody to look at.
//
// # The closing
//
// For every day and currency the report tells what came and went on both sides, and by
// which classes of findings the difference is explained ([Closing]). The difference is
// that of the totals, the explanation that of the findings: a closing balances when they
// are the same, and one that does not is a defect of this package. A unit is closed by
// itself where [Rules] name it: a statement is that of one account and states no unit.
//
// # Size
//
// The journal is indexed in memory, the statement is not: lines that match by their
// transaction leave nothing behind but a mark. The rest is kept until the end. A movement
// takes some 240 bytes and the texts of its entry. A million lines of which one in twenty
// does not match are held against a million movements in about 4 seconds
// (BenchmarkMillion), what reading them takes left out.
//
// The pipe-separated statements of the system of 2026 are not known member by member and
// are not read; [Columns] say how a file of CSV is.
package reconcile
