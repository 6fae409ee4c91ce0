// Package eventlog reads event logs of other people's cases, so that the life of a
// dossier can be tried on what really happened.
//
// # The idea
//
// An event log (nhật ký sự kiện) is a table of what was done in an office: a case, an
// activity, a time, a hand that did it. Two published logs of Dutch environmental permits
// are read: the receipt phase of one municipality (CoSeLoG, WABO), where one table states
// cases and events, and the BPI Challenge 2015, where cases and events are two tables or
// one. [Read] takes the tables of a log, plain or packed by gzip, finds out by their
// headers what each of them is, and joins them:
//
//	log, faults := eventlog.Read(zone, cases, events)
//	for i := range log.Cases {
//		steps := eventlog.BPIC2015().Steps(&log.Cases[i])
//	}
//
// Real logs are dirty. What cannot be read is a fault with the number of its table, its
// column and its line, and the rest goes on.
//
// # From activities to actions
//
// Another country's activities are not the actions of a dossier. A [Map] says row by row
// which of them are: the request for missing data asks for supplements, the sending of a
// decision returns the result, and an objection has no counterpart, for a reason that the
// row states. Many activities are questions that the log asks whatever the answer, so a
// row may ask for the answer. [Map.Steps] gives a case as a list of neutral steps, one for
// each event and for the beginning and the end that the case states, and leaves nothing
// out: a step whose row names no action says why.
//
// # Through the machine
//
// [Map.Replay] takes a case through the life of a dossier: its steps become commands,
// each is decided as any other is, and what is decided is applied. Nothing is mended:
// what may not be done where the dossier stands, comes before its case begins, has no
// counterpart or is not understood is reported with the reason, and [Totals] count it, so
// that every event of a log is applied or reported. The totals of the two logs are those
// of a plain comparison of dates.
//
// An activity is understood only if somebody looked at it ([Map.Seen]), code and name:
// another municipality's new code is counted as not understood, and is never work inside.
//
// # What it does not do
//
// It mends no dates. Where the log states a day alone, [Map.Steps] says so, and Replay
// orders what happened on it by one rule. Until when a case of 2015 had to be decided is
// law that was not read here: it stands in rows ([Map.Terms]) whose sources say that it
// is assumed. Resources are the pseudonyms of the publishers.
package eventlog
