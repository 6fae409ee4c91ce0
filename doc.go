// Package motcua is the vocabulary of the one-window public service of Vietnam
// (một cửa): the few small types that every other package here speaks.
//
// # The concepts
//
// A Date is a civil day without a clock or a zone. Law is dated by days: an act
// takes effect on a day, a deadline falls on a day. An instant is a time.Time;
// DateOf turns it into the day it falls on in its own zone, and Vietnam is the
// zone whose days the law means.
//
// A Validity says from which day up to, and not including, which day a rule
// holds. It is half-open so that two rules that follow one another share one
// date and no day is lost or counted twice.
//
// A Source says where a rule comes from: the act, the article, the day it was
// read, and on what Basis it is believed. Not everything is law; what was only
// seen in practice, or assumed, says so.
//
// A Text is one message in Vietnamese and in English.
//
// A Decimal is an exact decimal number that remembers how many digits its source
// stated. There is no floating point in this package.
//
// Codes name units (UnitCode, mã định danh điện tử), procedures (ProcedureCode,
// mã thủ tục hành chính), dossiers (DossierCode, mã hồ sơ) and results
// (ResultCode, mã kết quả). Units are written in two orders, large unit first
// and small unit first; both are read and one is canonical.
//
// A Channel (kênh thực hiện) is the way in which a dossier is filed.
//
// A Predicate is a condition on one row of data, written as data: it can be
// stored, checked against the columns it names, explained and compiled. It is
// total and free of loops, and it answers True, False or Unknown, because a
// missing value is neither.
//
// A Fault is one thing that is wrong with a document, with a code that stays, a
// JSON Pointer to the place, and a message in both languages. Faults holds all
// of them, since an author wants to mend a document in one go.
//
// A Log keeps the history of things: streams of events, appended with the
// version the writer has seen, so that two writers never overwrite one another.
// MemoryLog is the one that lives in memory.
//
// # Habits
//
// The zero value of each type means unset or empty, and unset is not zero:
// writing an unset date or an unset enum member is an error, never a guess.
// Bad input gives a *ParseError that holds the input. Only functions that begin
// with Must panic; they are for constants in programs and tests.
//
// # What it does not do
//
// It knows no working days, no money, no procedures and no storage other than
// memory; those live in the packages beside it. It keeps no list of the codes
// in use: units merge and are renamed, so codes are checked by their form.
package motcua

//go:generate go run ./internal/schemagen
