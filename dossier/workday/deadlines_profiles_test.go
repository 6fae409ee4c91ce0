package workday

// Without a pause the month ends on Thursday 2 April 09:00, and 3, 6, 7, 8 and 9
// April follow: Thursday 9 April 09:00.
var mixedPauseRows = []deadline{
	{received: "2026-03-02 09:00", limit: "1 month 5 working days", want: "2026-04-09 09:00", why: "no pause"},
	{received: "2026-03-02 09:00", limit: "1 month 5 working days", pauses: "2026-03-10 09:00/2026-03-11 09:00", want: "2026-04-10 09:00", why: "24 h in the month: to 3 April, then 6 to 10"},
	{received: "2026-03-02 09:00", limit: "1 month 5 working days", pauses: "2026-04-06 09:00/2026-04-06 11:00", want: "2026-04-09 11:00", why: "2 h in the working days"},
	{received: "2026-03-02 09:00", limit: "1 month 5 working days", pauses: "2026-03-10 09:00/2026-03-11 09:00; 2026-04-06 09:00/2026-04-06 11:00", want: "2026-04-10 11:00", why: "one pause in each term"},
	{received: "2026-03-02 09:00", limit: "1 month 5 working days", pauses: "2026-04-02 08:00/2026-04-03 08:00", want: "2026-04-10 09:00", why: "begins in the month and extends it, though it ends later"},
	{received: "2026-03-02 09:00", limit: "1 month 5 working days", pauses: "2026-04-02 09:00/2026-04-02 11:00", want: "2026-04-09 11:00", why: "begins when the month ends: in the working days"},
	{received: "2026-03-02 09:00", limit: "1 month 5 working days", pauses: "2026-03-31 20:00/2026-04-01 20:00; 2026-04-02 20:00/2026-04-03 08:00", want: "2026-04-13 07:30", why: "24 h move the month's end to 3 April 09:00, so the night after is in it too: 3 April 21:00; Friday 10 April 21:00 is out of hours and rolls"},
	{received: "2026-03-02 15:00", limit: "1 working day 4 hours", pauses: "2026-03-03 10:00/2026-03-03 11:00; 2026-03-04 08:00/2026-03-04 09:00", want: "2026-03-04 11:30", why: "the day ends Tuesday 16:00; 1 h and 3 h to Wednesday 10:30; and 1 h"},
}

var profileRows = []deadline{
	{received: "2026-02-13 16:30", limit: "12 hours", profile: "default", want: "2026-02-24 11:30", why: "as without a profile"},

	// td: 8 hours are a working day, the rest are hours; a roll keeps the time of day.
	{received: "2026-02-13 16:30", limit: "12 hours", profile: "td", want: "2026-02-24 11:00", why: "a day to Monday 23 16:30; 4 h: 0.5 h and 3.5 h"},
	{received: "2026-03-02 15:00", limit: "8 hours", profile: "td", want: "2026-03-03 15:00", why: "a day"},
	{received: "2026-03-02 09:00", limit: "20 hours", profile: "td", want: "2026-03-04 15:00", why: "two days and 4 h"},
	{received: "2026-03-02 15:00", limit: "4 hours", profile: "td", want: "2026-03-03 09:30", why: "less than a day: 2 h and 2 h"},
	{received: "2026-03-02 12:00", limit: "8 hours", profile: "td", want: "2026-03-03 13:30", why: "lunch: from 13:30"},
	{received: "2026-03-02 15:00", limit: "8 hours", profile: "td", pauses: "2026-03-02 15:30/2026-03-03 08:30", want: "2026-03-04 08:00", why: "1.5 h and 1 h; Tuesday 15:00 and 2 h, 0.5 h"},
	{received: "2026-03-04 09:00", limit: "10 days", profile: "td", want: "2026-03-16 09:00", why: "Saturday rolls to Monday, same time"},
	{received: "2020-01-31 10:00", limit: "1 month", profile: "td", want: "2020-03-02 10:00", why: "Saturday 29 February, same time on Monday"},
	{received: "2024-05-03 10:00", limit: "8 hours", profile: "td", want: "2024-05-04 10:00", why: "a make-up Saturday is a working day"},
	{received: "2026-03-02 09:00", limit: "3 working days 12 hours", profile: "td", want: "2026-03-06 15:00", why: "3 days and 1 from the hours: Friday 09:00; 4 h"},

	// statutory: counted from receipt, to 24:00 of the last day.
	{received: "2026-03-02 10:00", limit: "5 working days", profile: "statutory", want: "2026-03-10 00:00", why: "3 to 9 March, the first day excluded"},
	{received: "2026-03-01 10:00", limit: "1 working day", profile: "statutory", want: "2026-03-03 00:00", why: "Sunday is the first day; Monday is the last"},
	{received: "2026-02-13 20:00", limit: "1 working day", profile: "statutory", want: "2026-02-24 00:00", why: "evening is no matter; Monday 23"},
	{received: "2026-03-04 09:00", limit: "10 days", profile: "statutory", want: "2026-03-17 00:00", why: "the last day, Saturday, moves to Monday 16"},
	{received: "2026-01-31 08:00", limit: "1 month", profile: "statutory", want: "2026-03-03 00:00", why: "Saturday 28 February moves to Monday 2 March"},
	{received: "2026-03-02 09:00", limit: "2 months 15 working days", profile: "statutory", want: "2026-05-23 00:00", why: "Friday 22 May"},
	{received: "2026-03-02 22:00", limit: "4 hours", profile: "statutory", want: "2026-03-03 11:30", why: "hours are not rounded to the day"},
	{received: "2026-03-02 22:00", limit: "24 clock hours", profile: "statutory", want: "2026-03-03 22:00", why: "the start is not moved"},
	{received: "2026-03-02 09:00", limit: "same day", profile: "statutory", want: "2026-03-03 00:00", why: "24:00 of that day"},
	{received: "2026-03-02 09:00", limit: "1.5 working days", profile: "statutory", want: "2026-03-04 00:00", why: "in the course of Tuesday"},
	{received: "2026-03-02 15:30", limit: "1 working day", cutOff: "15:00", profile: "statutory", want: "2026-03-05 00:00", why: "from Tuesday; Wednesday"},
	{received: "2026-03-02 10:00", limit: "5 working days", profile: "statutory", pauses: "2026-03-03 10:00/2026-03-04 10:00", want: "2026-03-11 00:00", why: "7.5 h: Monday 9 10:00 becomes Tuesday 10 10:00"},
	{received: "2026-03-02 10:00", limit: "5 working days", profile: "statutory", pauses: "2026-03-09 20:00/2026-03-10 08:30", want: "2026-03-10 00:00", why: "begins before 24:00; 1 h stays within Monday"},

	// dateOnly: as the default, to 24:00 of the day, whatever the unit.
	{received: "2026-03-02 09:00", limit: "4 hours", profile: "dateOnly", want: "2026-03-03 00:00", why: "15:00 of Monday"},
	{received: "2026-03-02 15:00", limit: "8 hours", profile: "dateOnly", want: "2026-03-04 00:00", why: "2 h Monday, 6 h Tuesday"},
	{received: "2026-03-06 16:00", limit: "24 clock hours", profile: "dateOnly", want: "2026-03-08 00:00", why: "in the course of Saturday 7"},
	{received: "2026-03-07 10:00", limit: "1 working day", profile: "dateOnly", want: "2026-03-11 00:00", why: "from Monday 07:30: Tuesday 10"},
	{received: "2026-03-04 09:00", limit: "10 days", profile: "dateOnly", want: "2026-03-17 00:00", why: "Saturday rolls to Monday 16"},
	{received: "2026-03-02 12:00", limit: "same day", profile: "dateOnly", want: "2026-03-03 00:00", why: "24:00 of Monday"},
}
