// Package peers measures this library against its rivals, in one run and on one
// machine: figures of two machines cannot be compared, and those of two runs
// hardly.
//
//	go -C internal/peers test -run '^$' -bench .
//
// # What is measured
//
// Fifteen working days: the same question, and the same answer, for starts spread
// over 2024 to 2026 on the national calendar. Ours answers three ways: as the due
// date of a limit (ours/run), on an office (ours/office), and on the bare calendar
// (ours/calendar). The rivals are the business calendar of rickar/cal with an
// entry for every day that moves (cal), with such days in tables (cal/tables), with
// its cache on and filled (cal/cached), and the walk from day to day over a map of
// days off that is written where there is no library (naive).
//
// One transition: a command of a dossier with a history is decided and its event applied,
// under the rows of its state, the role, the details and two or three guards
// (ours/finish, ours/handOver), beside one transition under one guard of
// qmuntal/stateless and looplab/fsm, as they come. Reception (ours/receive) tries the
// clock on the calendar too; no rival has one, so it is measured and held to nothing.
//
// Money: 64 amounts of đồng are added up, 12.5 percent is taken of each, and each is read
// from text, beside govalues/money, govalues/decimal, which has no currency to look at, and
// Rhymond/go-money. On the machine at hand, which was busy, in nanoseconds for one:
//
//	          ours     govalues/money   govalues/decimal   go-money
//	Add       2.3      9.5              7.4                44, and 2 allocations
//	Percent   9.2      18               9.3                has none
//	Parse     51, 75   29               21                 has none
//
// An addition is a call, a look at the two currencies and a look for overflow; it takes less
// than 5 ns and allocates nothing. go-money does not look for overflow: past the largest
// amount its sum is negative, and no error. Reading is slower than theirs, given the currency
// (ours/amount) and more so where the text names it (ours/text).
//
// The rivals get what serves them best: midnights in UTC, days made beforehand, a
// cache that holds all it is asked for. A test holds all ways to the same dates,
// because a rival that answers another question is no rival. Another fails when
// ours is not many times faster than rickar/cal as it comes, its cache being off, or
// not faster than the rivals in a transition and a sum, or far slower in a percentage and
// in reading.
//
// # Why it is a module of its own
//
// Whoever imports this library must not be asked to download, audit or update
// libraries it only competes with. A module of its own keeps rivals out of the
// go.mod of the library.
//
// The package has nothing to import: all of it but this comment is tests, named by
// their subjects.
package peers
