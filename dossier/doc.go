// Package dossier carries a dossier (hồ sơ) through its lawful life: who may do what
// with it and when, what it holds, when an answer is owed, and who is late.
//
// # The idea: a dossier is its history
//
// A [Dossier] is what its events make it. Nothing else is stored: where it stands, its
// papers, its clock and its verdicts are folds of the history, and a correction is a
// further event with a reason. So nothing can contradict anything, the state at any past
// time is the fold of what had happened by then, and a dispute is settled by reading.
//
//	e, err := d.Decide(&command, &setting) // pure: the event, or why not and what instead
//	d.Apply(e)                             // the fold
//
// A [Command] asks; [Dossier.Decide] looks at the dossier, the command and the [Setting]
// (clock, calendar, procedure) and gives the one [Event] that a lawful command is, or a
// [RefusalError] with everything that stands against it and what would be lawful
// instead. It changes nothing and knows no storage; package dossier/history keeps events
// on a motcua.Log.
//
// # The life is rows
//
// [Transitions] lists them: from which state which action leads to which, who may take
// it, which guards must hold, what it does to the clock, and who says so. Of rows with
// the same state and action the first whose guards hold decides. life.md shows them all
// with a diagram. The states are the ten of the national portal and the finer ones a
// centre needs, each with the code the portal is told; an event names the state it led
// to, so that old histories stay readable when rows change.
//
// What a procedure sets is data: [GrantOf] freezes into the filing the limit, the times
// to answer and to supplement, how often supplements may be asked for, when it is paid
// for, and the papers of the case. What is amended later does not touch it. [LifeRules]
// hold what the catalogue does not say, row by row with its source.
//
// # A deadline is a ledger
//
// A due date is not a date that somebody stored. It is a ledger (sổ thời hạn): a limit
// was granted, the clock started, so much was consumed, it was paused for a reason, it
// was extended with an apology. The due date follows from the entries and the calendar,
// at any time, and can say why. When a notice swaps two working days the ledger is read
// again under the new calendar and the dates that move are known, each with the days
// that moved it.
//
// [Terms] are what a clock runs under: the office, the profile of counting, the statutory
// limit, an appointment (ngày hẹn trả) if one was stated, the time to answer an online
// filing, the applicant's own terms. [Entry] values are what happened, in order of time;
// a dossier makes them of its events. [Terms.Ledger] folds them into a [Ledger], which
// is a value and keeps nothing that is not derived:
//
//	ledger, err := d.Ledger(&setting)
//	due, ok := ledger.Due()
//	balance, ok := ledger.Remaining(now)
//	change, ok := ledger.NextChange(now)
//
// The limit is what the law gives; the appointment is what the citizen was promised.
// They differ when a fast lane promises less, when a date was stated, or when one
// re-appointment was made with an apology. [Ledger.Due] is the promise,
// [Ledger.Statutory] the limit.
//
// Early, on time or late is asked by two people who do not mean the same.
// [Ledger.Citizen] answers the citizen: every pause that stops the clock counts, and so
// does the re-appointment. [Ledger.Index] answers as the index of Decision 766/QĐ-TTg
// counts: it takes out the waiting for supplements alone, and a second request makes the
// dossier late. The two never mix. Which reasons pause a clock, how often one may be
// re-appointed and what the index takes out are [ClockRules], a document with sources.
//
// # Persons
//
// Members that identify a person bear the tag personal:"yes"; [PersonalFields] lists
// them. They appear in no error, no fault and not where a value is printed or logged,
// and [Dossier.Public] leaves them out. encoding/json shows them: it is how dossiers are
// kept.
//
// # What it does not do
//
// It takes no money: an order that was paid is a command like others. It delivers no
// notices, stores no files, and checks no signature of a document.
package dossier
