// Package store keeps a motcua.Log in one file, and shows what a Log of your own must do.
//
//	log, err := store.Open("house.db")
//	defer log.Close()
//	desk := settlement.Desk{Orders: register.Register{Log: log}, Dossiers: history.Store{Log: log}}
//
// # The idea
//
// A Log promises little: events are appended to the end of a stream, all of a call or
// none, by whoever knows the version of the stream; and they are read back in order.
// Everything above it, dossiers, orders, receipts, is made of that promise. So a storage
// is right when three things hold:
//
//   - the version is compared and the events are written in one transaction: of two who
//     have read version 7 only one writes version 8;
//   - Append returns after the transaction is on the disk, not before: what was answered
//     is kept;
//   - nothing of a transaction is seen before all of it can be.
//
// The file is one of bbolt, a B+ tree in Go that does these three: one writer at a time,
// pages copied instead of overwritten, and two flushes (fdatasync) for a commit, the
// second for the page that makes the first ones count. A process that dies at any instant
// leaves the tree of the last commit. With a database of another kind the same three
// things would be a unique key on stream and version, COMMIT, and an isolation level.
//
// # In the file
//
// One bucket holds a bucket for each stream, by the bytes of its name; that holds a value
// for each record, by its version as 8 bytes, big end first, so that keys sort as versions
// do. The version of a stream is its last key. A value is the time in microseconds since
// 1970, then id, type and data with the length of each before it.
//
// # Reading beside writing
//
// A reader in bbolt sees the tree as it was and keeps its pages alive; while it does, a
// writer that must grow the file waits for it. Code that reads and, on the way, writes
// would wait for itself. So [Log.Read] holds no transaction while the walker works: it
// takes some records, ends the transaction, hands them out, and goes on behind them, up
// to the version that the stream had at first. As streams only grow, what the walker sees
// is one prefix all the same.
//
// # What may go wrong
//
// A writer whose process died, or whose Append gave an error that is no conflict and no
// refusal, does not know what was kept. It repeats the call, and finds its own ids in the
// conflict. The tests of this package kill a process 200 times while it takes payments,
// and hold what is in the file to what the process had acknowledged and to what a gateway
// had charged.
//
// What no Log can do alone is to survive its disk: a file that is put back from a copy of
// yesterday is a sound file. Heads of histories that are kept elsewhere show that, see the
// packages dossier/history and payment/register.
//
// One process has the file open at a time; another is told so, by [ErrLocked]. The file
// must be on a local file system with locks and hard links. Who is killed while it makes
// the file may leave one beside it whose name ends in ".new-" and a number; it holds
// nothing. The file holds persons, and is readable by its owner alone.
package store
