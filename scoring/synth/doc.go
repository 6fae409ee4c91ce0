// Package synth makes synthetic worlds: files of messages and lines of facts whose
// index is known exactly before anybody counts them.
//
// # The idea
//
// A counter of an index is right if it counts right, and nobody can tell by looking.
// So go the other way: state the counts first, and draw dossiers that come to them. A
// [World] is units (đơn vị), the procedures each offers, and the counts each is to
// reach. [World.Generate] draws it from a seed and writes what a province would hand
// over: dossiers and their progress as the portal's messages, the procedures offered,
// petitions, ratings, reports, decisions and units as lines of facts. Beside them lie
// the counts achieved, kept by hand while drawing: with maps, and with nothing of the
// packages that count. Whoever reads the files back and counts by the measures of
// vn.766 portal-2026 must find exactly these, for every unit, and for those above from
// the pool: dossiers add, distinct procedures are counted once.
//
//	lines, err := synth.PhuTho2026().Generate(&synth.Options{Seed: 1, Gzip: true}, synth.Directory("world"))
//
// # Which counts can be one world
//
// Published counts are not one world: they are of several days and several reports.
// [FromCounts] checks first what no single leaf shows, and refuses with pointers:
// leaves that count the same have the same denominator (2.1, 3.3, 4.1 to 4.4, 4.5b);
// what is part of something is not more than it (obligated ≤ received, services used ≤
// dossiers online, procedures paid for ≤ payments, content ≤ on time and carried over);
// procedures used or paid for have dossiers, and dossiers procedures; a unit above
// others states their pool. A null stays null where a source can say that it does not
// know; messages cannot. A leaf without lines is not asked, but messages always tell of
// channel, fees, papers and ends, so these leaves are asked of whoever has a dossier.
// What one unit is asked in lines of facts all are asked, and may have 0 of 0.
//
// [PhuTho2026] is the province of Phú Thọ with the counts of 2026 and these edits,
// [World.Edits]:
//
//	1.4  475053/475053 → 597918/597918  the report is of the dossiers in the files
//	3.3  589496/597894 → 589496/597918  the denominator of 2.1 and 4.1 to 4.5b
//	5.2  182/247, 5.3  137/247          published for August, taken for the year
//	5.4  144574/184513 → 493503/629836  August's share, and August's 31918 carried over
//
// 4.6 is null, as published. The ten units of which counts were published bear their
// names and these counts; 143 communes and 10 departments are made up, and so is how
// they share the rest. Ratios of single communes say nothing about anybody. [Small] is
// a province that does not exist, of about two thousand dossiers.
//
// # What the files hold
//
// Filings by day and by night, receptions in office hours on working days, limits of 1
// to 30 working days, ends in time, late and not at all, one request for supplements
// answered, with a new due time or never answered, two requests, refusals before and
// after reception, withdrawals, dossiers carried over from the year before and some
// over before it began, due times at midnight and none, fees of zero, payments that do
// not count, papers deleted. One ended dossier in ten has its end in steps of progress,
// some of which come before its message. [FaultMix] adds what happens on the way:
// messages that come again, late, after a wrong one, in files sent twice, and lines
// that are no messages, which are listed in faults.planted.jsonl. None of it changes a
// count.
//
// Readings of the rules differ here and there, as whether waiting for a supplement is
// taken out in office time or by the clock. Lives are drawn so that such readings
// agree: a test against this package does not decide between them.
//
// # What is not real
//
// Nobody in these files exists. Numbers of identity begin with 000, addresses end in
// .invalid, procedures bear codes that begin with 9, names say that they are samples.
// The codes of units are made up below H44 and H99; they are no unit's.
//
// # Seeds and scale
//
// The same seed writes the same bytes on any machine. At a scale the dossiers of every
// unit are scaled half-up, and then raised to what its procedures and chains of counts
// need; procedures, petitions and decisions do not scale. What was achieved then is not
// the target scaled, but still exact.
package synth
