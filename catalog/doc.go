// Package catalog knows administrative procedures (thủ tục hành chính): what each
// needs, how long it takes and what it costs, on a given day, through a given
// channel, for a given person, and which row of law says so.
//
// # The idea
//
// A [Procedure] is one version of one procedure, with everything the national
// record holds and nothing flattened: cases (trường hợp), steps with the body in
// charge, the channels with their time options, the papers (thành phần hồ sơ) of
// each case, results, conditions, legal bases. Its fees are rows of [fee.Row], each
// of which says in which channel, option and case it is owed. Beside the record
// stands what a province adds, its [Service]: how far the procedure is online, who
// offers it, what it costs people to comply.
//
// # Two axes of time
//
// A version is valid for days of the law ([Procedure.Validity]) and was known in a
// stretch of recorded time ([Procedure.Known]). A correction found in April of what
// was in force in March makes a version that is valid in March and known from April.
// A [Catalog] holds all versions, and [Catalog.At] asks for one day and one moment:
//
//	today := c.At(day, now)             // what is in force, as known now
//	told := c.At(march3, march3Morning) // what did we tell the citizen on 3 March
//
// Both intervals are half-open, and at most one version of a code may hold at one
// point of the two; [Amend] adds a version and closes what it replaces. Several
// versions may be valid on one day, one after another in recorded time.
//
// # What a person needs
//
// Cases and papers may carry a condition, a [motcua.Predicate] over answers.
// [Procedure.Checklist] says which papers are needed, which of them data replaces,
// and which question to ask next. It never requires what it has not shown to be
// needed: a paper whose condition cannot be answered yet is undecided.
//
// [Procedure.Quote] prices a filing to the đồng, with the act behind each line, or
// refuses and says what is missing.
//
// # What it does not do
//
// It keeps no dossier and takes no money. It does not know the procedures of the
// state: a catalogue is a file the user loads; package catalog/sample holds some
// sixty for tests and first steps, catalog/intake reads other people's formats, and
// catalog/search finds what people type.
package catalog
