// Package facts turns what portals exchange into facts that can be counted.
//
// # The idea
//
// An index counts dossiers: those received, those ended in time, those paid online.
// A message of the National Public Service Portal is not yet such a fact. It may be
// told twice and corrected later, its end may stand in a step of progress that came
// before it, a request for supplements moves its due time, and a rating comes from
// elsewhere. A [Register] (sổ theo dõi) keeps the last word on every dossier, joins
// what belongs to it, and hands out rows: the columns of [scoring.Columns], with
// dates resolved and flags set, so that a measure only compares. What needs working
// days is done here and nowhere after.
//
// A dossier is one row as long as the index sees it in one way. Asked for a
// supplement it counts as ended; when the supplement comes it is open again and has
// more time; the second request makes it late. These are rows that follow one
// another, each standing at the cuts between two instants, so that the count for
// August is the same whether it is made in September or in December.
//
// # What messages cannot carry
//
// Ratings, petitions, the procedures a unit offers, decisions and reports come as
// lines of facts, JSON Lines of our own: [Unit], [Procedure], [Decision],
// [Petition], [Rating], [Handling], [Report], [Coverage], each told by its member
// "fact" and each with its schema. Lines of all kinds may stand in one file; a later
// line about the same thing replaces the earlier one.
//
// Unknown is not zero, and neither is not asked. A source answers for the columns
// its lines state, and for those a coverage line names; a leaf of an index is asked
// only where every column it needs was answered for, and unknown where sources only
// say that they do not know.
//
// # From messages to a board
//
//	register, err := facts.NewRegister(nil)
//	register.Cover("dossier", true, facts.MessageColumns()...)
//	_, err = npsp.Stream(file, nil, func(b *npsp.Batch) error {
//		for i := range b.Briefs {
//			register.Message(&b.Briefs[i])
//		}
//		return nil
//	})
//	tally, err := register.Count(plan)
//	board, err := facts.NewBoard(index, plan, tree)
//	counts, err := board.Counts(tally, window, facts.ByUnit)
//
// Without [Register.Cover] a leaf that needs messages is not asked, since nobody said
// that there are no others. [Register.Live] gives figures that move as time passes,
// and [Register.Update] keeps them up with what the register is told. A [Board] reads
// the counts of units, levels, provinces, procedures or fields off a tally, units
// above with all that is below them. [Register.Notes] counts what is odd.
//
// [Register.Dossier] takes a dossier in as it is, without a message: it counts as its
// messages and lines would. [Register.Orders] takes in what it owes and what was paid:
// where orders are known they are the books, and what messages say of payment no longer
// counts.
//
// # Rules
//
// Which code means paid, which of several dates is the end, within how many working
// days procedures are publicised: [Rules] are a document with sources, shipped and
// replaceable. A dossier without a due date is held to the longest limit its
// procedure has in its channel; where no limit is known it stays undecided and is
// counted apart.
package facts
