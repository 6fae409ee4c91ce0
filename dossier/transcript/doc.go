// Package transcript writes dossiers down and reads them back: their histories as JSON
// documents and JSON Lines, commands, and how their clocks stand.
//
// # The idea
//
// A dossier is its history, so its transcript (bản ghi) is the list of its events and
// nothing else: [Parse] reads one and makes the dossier of it, [Of] writes it. In JSON
// Lines each [Line] holds one event and the code of its dossier, so that a file can hold
// the histories of a whole province, mixed as they happened.
//
//	d, faults := transcript.Parse(data, &setting)
//
// Everything that is wrong is told at once: with the form, with each event by itself, and
// with the order of events under the rows of the life and, where the setting has an
// office, under their deadlines. What can be read is read: an event that may not follow
// is left out and reported, one of a newer version is taken at its word for the state.
//
// [View] is the other direction: the clock of a dossier and the verdicts on it at one
// instant, computed and written for those who do not compute them.
//
// # Persons
//
// Documents show persons: they are how dossiers are kept. Faults name places and codes,
// and no person.
package transcript
