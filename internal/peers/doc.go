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
// The rivals get what serves them best: midnights in UTC, days made beforehand, a
// cache that holds all it is asked for. A test holds all ways to the same dates,
// because a rival that answers another question is no rival. Another fails when
// ours is not many times faster than rickar/cal as it comes, its cache being off, or
// not faster than the rivals in a transition.
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
