// Package scoring computes public-service indices: the national index of
// Decision 766/QĐ-TTg (Bộ chỉ số 766) and any other composite of the kind.
//
// # The idea
//
// Such an index is a tree. Its leaves are ratios of counts, as "dossiers
// finished in time / dossiers received", each worth so many points; its inner
// nodes add, average or multiply what is below them. The tree is data: a
// [Definition] is a JSON document that names every leaf, what is counted, how
// the ratio becomes points, and what happens when nobody was asked, when the
// answer was null and when there was nothing to count. Code walks the tree; it
// does not contain it. A new decree is a new document.
//
// Three things that look alike are kept apart everywhere. An indicator that is
// absent was not asked: it has no points and no rule. One that is null was
// asked and is unknown: the leaf's unknown rule decides. One whose denominator
// is zero is known, and the leaf's zero rule decides.
//
// # How to use it
//
// [Compile] turns a definition into an [Index], and only an Index evaluates:
//
//	index, err := scoring.Standard().Lookup("vn.766", "portal-2026")
//	units, faults := index.ReadCounts(file)
//	results, faults := index.Score(units)
//
// A [Result] holds points, maximum, counts and status of every node. From
// there: [Result.Lost] says which leaf cost which points and why;
// [Index.Levers] and [Index.Plan] say what one more dossier is worth and which
// fewest dossiers reach a target; [Index.Change] splits the difference of two
// results into rate, mix, scope and rounding; [Index.Pool] and [Index.Mean]
// roll units up, two operations that never mix. Package league ranks results,
// now and over time; package published checks figures that others printed.
//
// # Numbers
//
// Points are integers in units of the definition's last decimal (766: 0.01),
// rounded half-up from the exact fraction at the stage the definition names.
// There is no floating point in this package.
//
// # What it does not do
//
// It does not count: tallies of dossiers and their projection from messages
// are other packages' work. It does not judge small numbers; official points
// stay as they are.
package scoring
