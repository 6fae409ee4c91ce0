// Package counting turns rows of facts into counts, and counts into what an index is
// computed from.
//
// # The idea
//
// A fact is one row of a table: a dossier with its agency, its procedure, the instants
// of reception, deadline and end, and some flags. An index asks counts of such rows,
// hundreds of them: per agency, for a week, a month, the year so far. Walking over all
// rows for every question is the truth, and too slow. What is kept instead is a
// [Tally]: a counter for every cell of group, day and measure, so that a window is a
// sum of days.
//
// A cut (thời điểm chốt) is the instant up to which facts are known: the end of the
// period, or an earlier day. The answer to a window must be that of a walk over the
// rows with what was known at its cut. A dossier received on 25 August, due on 5
// September and ended on 10 September is on time in a report on August and late in
// one on the quarter. So the condition of a measure is not true or false of a row: it
// is a step function of the cut, which turns at an instant that the row itself names.
// Every step is a difference event, a +1 or a −1 at an instant: the dossier counts as
// on time from its reception and ceases to as its deadline passes. The count at a cut
// is the sum of the events up to it, and no row need be looked at again.
//
// Events add. Counters that only ever add form an abelian group: a row can be taken
// back, tallies of two files can be merged in any order, and a tally minus itself is
// zero. Hence a corrected dossier is its old row taken out and its new row put in, a
// file sent again replaces what it said before ([Book]), and what was restated is a
// subtraction ([Differences]). Counts of distinct things do not add, as the same
// procedure stands in many communes; but the number of rows of each key does, and
// distinct keys are counted when a tally is read.
//
// # How to use it
//
// [Compile] makes a [Plan] of the measures of a definition. [Plan.New] opens a tally,
// [Tally.Add] counts a [Row]; codes are numbers of [Names]. [Tally.Read],
// [Tally.Series] and [Tally.All] answer for a [Window], or many, and a [Binding] fills
// the counts that an index evaluates. [Live] is a tally with a clock: figures move
// when a deadline passes and nobody says anything.
//
// Unknown is not zero, and neither is not asked: [Tally.Supply] says which columns the
// sources fill, and a leaf without its columns is not asked however many rows there
// are.
//
// # Which rows a measure sees
//
// A row is seen only at the cuts at which it stands. With scope "period" its anchor
// lies in the days of the period and not after the cut. With "cut" it needs nothing
// else. With "active" its anchor is not after the cut, and it did not end before the
// period began, as far as the cut knows: an end after the cut has not happened, even
// where the period lies in the future. The end is the column ended of a dossier and
// answered of a petition. A predicate lets in what is True; Unknown is not True. A key
// or number that is null adds nothing, and procedure codes that provinces issued for a
// national procedure are one key.
//
// # Numbers
//
// Counters are integers of magnitude up to 2^53−1; what would leave that range is an
// error and never wraps. Days run from 1976, when Vietnam's clock last changed, to
// 4846; a row with a date outside is refused.
//
// Twenty million dossiers of one year in 3,321 communes take some 31 bytes each in
// memory, 625 MB, and 3 bytes each in the binary form, under the measures of the national
// index. The cells of (unit, day) fill up; those of (unit, procedure, day), which
// distinct procedures need, are most of it. The figure is measured on a tenth of the
// communes with a tenth of the dossiers:
//
//	go test -run '^$' -bench Memory -benchtime 1x ./scoring/counting
package counting
