// Package npsp reads and writes the messages of the National Public Service Portal
// (Cổng Dịch vụ công Quốc gia) about dossiers and their progress.
//
// # The idea
//
// A one-stop system (một cửa điện tử) tells the portal about a dossier (hồ sơ) again
// and again: once in full whenever something changes, and once for each step of its
// progress (tiến trình). Kept as JSON Lines, one message on each line, these are the
// record that clocks, indices and reports are computed from. They come from dozens
// of systems that write the same thing in different ways, so three questions are
// kept apart: is it a message, does it say what it should, may it be sent.
//
// [Dossier] and [Progress] are the messages as they are: a field for each member,
// under the member's own name, with the text as it was sent ([Value]). [Brief] is
// what computing needs of one, and no field that identifies a person.
//
// # What is kept, flagged and refused
//
// Nothing is repaired. A fault (see [motcua.Fault]) has one of two severities.
//
// An error refuses the message, for then nothing sound can be computed from it: it
// is no JSON or no UTF-8, holds half a surrogate pair, a name twice, a member nobody
// knows (a warning under Options.Lenient) or a value of the wrong shape; it is
// neither kind of message; it has no MaHoSo; a time does not exist (30 February, 24
// o'clock); an amount is no whole number of đồng from 0 to 2^53-1, or a number does
// not fit 64 bits. An amount such as "25.000" is refused because it may be
// twenty-five as well as twenty-five thousand.
//
// A warning flags a message that can be used, while somebody should look: a required
// member is missing or empty, as far as sources agree on what is required; a code is
// not in its list; times lie in an order that cannot be; MaHoSo or MaTTHC is none by
// the rules, or a province's own; an identity number does not fit its kind or is
// made up (nine or twelve times one digit); a dossier is done and has no time of its
// end (endTimeMissing); a text is longer than receivers keep. Lists of codes that
// nobody published (MaCSDL, HinhThucThu, LoaiGiayTo) are not checked. A time at
// 000000 may mean its whole day and is then in order.
//
// [Dossier.Check] and [Progress.Check] are for those who send. They find the same,
// and two warnings are errors there: required members that are missing, and identity
// numbers that are made up.
//
// Strings, numbers, true, false and null are read wherever a scalar belongs; null,
// "" and a member that is not there are the same, and so is a list that is null.
// What is written is written in one way, by AppendJSON.
//
// # Dossiers
//
// [MessagesOf] writes what the portal is told of a dossier of package dossier: the
// message and a step for each event. [DossierOf] makes a history of messages, lawful or
// not. Neither makes anything up, and each lists as [Loss] what the other will not give
// back, since a dossier knows more than the messages can carry, and messages have
// members that no dossier has a place for. What such a dossier is written as is read as
// the same messages again. [BriefsOf] is what computing needs, without the texts.
//
// # What it costs
//
// [Parse], [ParseDossier] and [ParseProgress] read in full, on encoding/json, and
// tell everything with its place. [ReadBrief] and [Stream] read a line in a single
// pass that checks as much and allocates nothing: about a nanosecond a byte, an eighth
// of what encoding/json needs for the same members; it counts warnings and leaves every line in which it finds
// an error, or that it does not understand, to the full reader. The two never
// disagree; a fuzz target holds them together. A line with warnings costs no more
// than one without, once the first of each code were told with their place. A line
// with errors costs what the full reader costs, some sixty times as much.
//
// # Persons
//
// [PersonalFields] lists the members that identify a person. Their texts appear in
// no fault, in no Brief, and not where a message is printed or logged; only
// AppendJSON and the fields themselves show them, and encoding/json, which sees the
// fields.
package npsp
