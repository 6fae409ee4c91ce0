// Package workday counts working time: which days the state works, in which
// hours, and when a time limit that an act gives is used up.
//
// # The idea
//
// A [Calendar] (lịch làm việc) knows every day of its horizon: worked or off, why,
// on what ground, and whether a notice may still change that. It is made of
// [Rules]: holidays by law and validity, two of them lunar ([Lunar], at UTC+7,
// which is not the Chinese calendar); days in lieu of holidays on rest days; the
// swapped days of the yearly notices; and whatever single days a user lays over
// it. Everything is a row with a source. No rule can know next year's notices, so
// days without one are provisional, and beyond the horizon there is an error
// instead of a guess.
//
// An [Office] is a calendar with [Hours] (giờ làm việc): sessions in the morning
// and the afternoon, perhaps on Saturday mornings, perhaps service sessions in the
// evening in which things may be filed though no limit is spent. It measures
// office time. Sessions are half-open: the moment of closing is the next opening.
//
// A [Limit] (thời hạn giải quyết) is what the act says: "5 working days", "2 months
// and 15 working days", "within the day", with its cut-off, its mode of
// supplements and its fast lane. A [Run] spends it: begun at a moment, extended by
// pauses, due at another, and able to say why, rule by rule.
//
// A [Profile] is a way of counting. Practice, provincial software and the Civil
// Code disagree about small things; each reading is a row of flags with its
// source, and the same run can be made under any.
//
//	office, _ := workday.National().Office(workday.UsualHours())
//	limit, _ := workday.ParseLimit("5 working days")
//	run, err := office.Begin(&limit, nil, received)
//	due, err := run.Due()
//
// # Cost
//
// Calendars and offices are compiled into tables, a cell for each day. Adding
// working days is two look-ups, adding office time a short search; neither
// allocates. Both are immutable and safe for concurrent use.
//
// # What it does not do
//
// It knows no dossier: which events start, pause and end a clock, whose term it
// is, and who was early or late is package dossier's work.
package workday
