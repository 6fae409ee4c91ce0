// Package history keeps the history of a dossier (lịch sử hồ sơ) on a motcua.Log, in a
// form in which damage shows.
//
// # The idea
//
// A dossier is its history, so to keep a dossier is to append its events to a stream and
// to read them back. A [Store] does that on any Log:
//
//	e, err := store.Execute(ctx, code, &command, &setting) // load, decide, append
//	d, head, err := store.Load(ctx, code)                  // the fold of what is there
//	d, err := store.At(ctx, code, when)                    // as it stood then
//
// Two programs may do so at once. Each appends to the version it has read, and who comes
// second is told: a [ConflictError] shows what happened meanwhile and what was not
// appended. Somebody may then look, or [Store.Retries] lets the command be decided again
// on the newer dossier. A command is known by its id: one that was recorded already, by
// whoever and however the answer was lost, gives the recorded event and adds nothing. So
// a caller who does not know whether a command went through sends it again.
//
// Nothing in a history is ever changed. What was wrong is put right by a further event
// with a reason: a correction (đính chính) or a reopening (mở lại).
//
// # A chain of hashes
//
// Each event is stored in a [Record], whose data is canonical JSON: one line, the members
// of every object sorted by the bytes of their names, texts and numbers as encoding/json
// writes them without escapes for HTML, times of the event in UTC with as many digits of
// a second as they have, and the hash behind all other members. The hash (SHA-256) is
// that of the same text without the hash. It covers the stream, the version, the event
// and the hash of the record before it, 64 zeros for the first: a hash chain (chuỗi băm).
// ID, type and time of the motcua.Event say again what the event says and are held to it.
// A Log may store JSON in another layout or order of members; the canonical form, and so
// the hash, can be made again from whatever it gives back, even by a program that does
// not know all members.
//
// [Store.Verify] reads it all again. It tells in which record, by its place in the
// history, what differs: the event, a hash, the link to the record before, the id, type
// or time beside it, the order. Pointers of faults begin with /version/ and the place.
//
// # What a chain shows, and what it cannot
//
// A chain has no secret. It shows accidents: flipped bits, lost, doubled, swapped or
// misplaced records, a careless UPDATE. It does not show intent: who can write the whole
// stream can change a record and compute every later hash again, and who removes records
// from the end leaves a history that is shorter and sound. Both are seen only against a
// [Head] that is kept where the writer of the stream cannot reach it: printed on the
// receipt, sent to the national portal, signed by a service of trust. A head vouches for
// all records up to its version; what came later is not covered until the next one is
// taken. Who wrote an event a chain never shows; that is what signatures are for.
//
// # Damaged and foreign histories
//
// What can be read is read: [Store.Load] gives the dossier of all legible events together
// with motcua.Faults as its error. An event whose action nobody knows keeps the state it
// led to; records of a newer format are read as far as their members are known; records
// that something else put into the stream are passed over. Records that say of
// themselves where they belong are read in that order, once each. Nothing is written back, and
// [Store.Execute] appends nothing to a history with faults.
//
// Whether the events are lawful, or complete, by the rows of today is not asked here, as
// rows change with the years: dossier.Replay and Check of an event ask that. An event
// that is appended is checked before.
//
// # Persons
//
// Records show persons to whoever reads the Log. Errors and faults of this package name
// places, codes of dossiers, units and actions, and no person.
package history
