// Package dossier carries a dossier (hồ sơ) through its life. In this version it
// holds the life's clock: when an answer is owed, why then, and who is late.
//
// # The idea
//
// A deadline is not a date that somebody stored. It is a ledger (sổ thời hạn): a
// limit was granted, the clock started, so much was consumed, it was paused for a
// reason, it was extended with an apology. The due date follows from the entries
// and the calendar, at any time, and can say why. When a notice swaps two working
// days the ledger is read again under the new calendar and the dates that move are
// known, each with the days that moved it.
//
// [Terms] are what a clock runs under: the office, the profile of counting, the
// statutory limit, an appointment (ngày hẹn trả) if one was stated, the time to
// answer an online filing, the applicant's own terms. [Entry] values are what
// happened, in order of time. [Terms.Ledger] folds them into a [Ledger], which is a
// value and keeps nothing that is not derived:
//
//	ledger, faults := terms.Ledger(entries)
//	due, ok := ledger.Due()
//	balance, ok := ledger.Remaining(now)
//	change, ok := ledger.NextChange(now)
//
// # Two dates and two views
//
// The limit is what the law gives; the appointment is what the citizen was
// promised. They differ when a fast lane promises less, when a date was stated, or
// when one re-appointment was made with an apology. [Ledger.Due] is the promise,
// [Ledger.Statutory] the limit.
//
// Early, on time or late is asked by two people who do not mean the same.
// [Ledger.Citizen] answers the citizen: every pause that stops the clock counts,
// and so does the re-appointment. [Ledger.Index] answers as the index of Decision
// 766/QĐ-TTg counts: it takes out the waiting for supplements alone, and a second
// request makes the dossier late. The two never mix.
//
// # Law as rows
//
// Which reasons pause a clock, how often one may be re-appointed, how long an
// answer to a filing may take, what the index takes out: [ClockRules] are a document
// with sources, shipped and replaceable. The package's code walks them.
package dossier
