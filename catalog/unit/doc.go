// Package unit knows administrative units (đơn vị hành chính) and who took over from
// whom (kế thừa): a code from any year is led to the unit that answers for it on a
// given day, or to a stated ambiguity.
//
// # The idea
//
// A code is not a unit. The merger of 1 July 2025 gave the statistical codes (mã thống
// kê) of units that ended to units that began: 00004 was phường Trúc Bạch the day
// before and is phường Ba Đình since. So a [Unit] is a row with an identity of its
// own, the codes it bears in several schemes, and a half-open validity; whoever looks
// up a code must say of which day.
//
// A [Succession] is a row too: on its date one unit was merged, split, renamed, moved
// or abolished, and another took over all of it or a share. The shares of a split are
// seldom known, and unknown is a value here.
//
// A [Register] (sổ đơn vị) is compiled from rows and immutable. It refuses two units
// under one code at one time, circles, successors that are not in force on the day
// they take over, all faults at once. [Register.With] lays further rows over it.
//
//	r := unit.Standard()
//	res, err := r.Resolve("H22", today, 0) // Hà Giang of old
//	res.Targets[0].Unit.Name.Vi            // Tỉnh Tuyên Quang
//
// # What a code resolves to
//
// [Register.Resolve] takes the agency code (mã định danh điện tử) in both orders, the
// statistical code, and either with its scheme before it, as in "gso:24". If the day
// on which the code was used is known, the unit that bore it then is followed; if not,
// the one that bears it on the day asked about is the answer, and what the code named
// before is listed with where that went. Where the two disagree the resolution says
// that it is disputed. A unit that was split has several heirs, each with its share
// where known.
//
// [Register.Heirs] says who inherits the open dossiers of a unit, [Register.Forebears]
// what a unit consisted of on an earlier day, for series that can be compared. Both
// follow takeovers: successions on the day a unit ends. A part that was handed over by
// a unit that goes on is recorded and not followed.
//
// # What is shipped
//
// [Standard] holds the 34 provinces since 1 July 2025 (Resolution 202/2025/QH15, in
// force on 12 June 2025, operating from 1 July) and the 63 before them: 11 go on, 52
// ended in 23 new ones. The resolution is law; which code and which name belongs to
// which province was read off public lists, and which went into which off a table made
// by machine, so the rows say practice and computed. Agency codes are those the
// national portal uses, not a copy of the decision that assigns them.
//
// Communes, and whatever comes after, are files the user loads: [ReadCommunes],
// [ReadCommuneMap] and their kin read lists as they circulate, [ParseRows] and
// [ReadLines] the form of this package.
//
// # What it does not do
//
// It finds no unit by its name, knows no borders on a map, and judges no names: where
// two lists disagree about a prefix or a spelling, the code decides, the name stays as
// its list has it, and a real disagreement is a warning.
package unit
