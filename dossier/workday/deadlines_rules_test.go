package workday

var withinDayRows = []deadline{
	{received: "2026-03-02 09:00", limit: "within the day", want: "2026-03-02 17:00", why: "due at closing"},
	{received: "2026-03-02 06:00", limit: "trong ngày", want: "2026-03-02 17:00", why: "before opening: that day's closing"},
	{received: "2026-03-02 12:00", limit: "same day", want: "2026-03-02 17:00", why: "lunch"},
	{received: "2026-03-02 17:00", limit: "same day", want: "2026-03-03 17:00", why: "closing is the next opening"},
	{received: "2026-03-06 20:00", limit: "same day", want: "2026-03-09 17:00", why: "Friday evening: Monday"},
	{received: "2026-03-07 09:00", limit: "same day", hours: "sat", want: "2026-03-07 11:30", why: "Saturday morning's closing"},
	{received: "2026-03-02 15:00", limit: "same day", cutOff: "15:00 due", want: "2026-03-02 17:00", why: "on the minute is in time"},
	{received: "2026-03-02 15:00:01", limit: "same day", cutOff: "15:00 due", want: "2026-03-03 17:00", why: "a second after the cut-off"},
	{received: "2026-03-06 15:00:01", limit: "same day", cutOff: "15:00 due", want: "2026-03-09 17:00", why: "Friday: Monday's closing"},
	{received: "2026-02-13 16:00", limit: "same day", cutOff: "15:00 due", want: "2026-02-23 17:00", why: "the next working day is after Tết"},
	{received: "2026-03-02 12:00", limit: "same day", cutOff: "11:00 due", want: "2026-03-02 17:00", why: "lunch is in no session: the cut-off does not ask"},
	{received: "2026-03-02 22:00", limit: "same day", cutOff: "15:00 due", want: "2026-03-03 17:00", why: "evening: the next opening and no further"},
	{received: "2026-03-02 15:00:01", limit: "same day", cutOff: "15:00", want: "2026-03-03 17:00", why: "from Tuesday 07:30, due that day"},
	{received: "2026-03-07 11:00:01", limit: "same day", hours: "sat", cutOff: "11:00 due", want: "2026-03-09 17:00", why: "Saturday session: the next working day is Monday"},
	{received: "2026-01-10 16:00", limit: "same day", cutOff: "15:00 due", want: "2026-01-12 17:00", why: "make-up Saturday: Monday"},
	{received: "2024-05-03 15:30", limit: "same day", cutOff: "15:00 due", want: "2024-05-04 17:00", why: "Friday: the make-up Saturday"},
}

var cutOffRows = []deadline{
	{received: "2026-03-02 15:00", limit: "1 working day", cutOff: "15:00", want: "2026-03-03 15:00", why: "on the minute is in time"},
	{received: "2026-03-02 15:00:00.000000001", limit: "1 working day", cutOff: "15:00", want: "2026-03-04 07:30", why: "a nanosecond is later"},
	{received: "2026-03-02 15:00:01", limit: "1 working day", cutOff: "15:00", want: "2026-03-04 07:30", why: "from Tuesday 07:30"},
	{received: "2026-03-02 12:00", limit: "1 working day", cutOff: "11:00", want: "2026-03-03 13:30", why: "lunch is in no session: from 13:30"},
	{received: "2026-03-02 22:00", limit: "1 working day", cutOff: "15:00", want: "2026-03-04 07:30", why: "evening: Tuesday's opening and no further"},
	{received: "2026-03-02 17:00", limit: "1 working day", cutOff: "15:00", want: "2026-03-04 07:30", why: "closing is in no session: Tuesday's opening"},
	{received: "2026-03-02 06:00", limit: "1 working day", cutOff: "05:00", want: "2026-03-03 07:30", why: "before opening: that day's opening"},
	{received: "2026-03-06 16:00", limit: "1 working day", cutOff: "15:00", want: "2026-03-10 07:30", why: "Friday: from Monday 07:30"},
	{received: "2026-03-07 16:00", limit: "1 working day", cutOff: "15:00", want: "2026-03-10 07:30", why: "Saturday without a session: from Monday 07:30"},
	{received: "2026-03-07 11:00", limit: "1 working day", hours: "sat", cutOff: "10:00", want: "2026-03-10 07:30", why: "in Saturday's session: from the next working day, Monday"},
	{received: "2024-05-04 15:30", limit: "1 working day", cutOff: "15:00", want: "2024-05-07 07:30", why: "make-up Saturday: from Monday 6"},
	{received: "2025-04-25 15:30", limit: "1 working day", cutOff: "15:00", want: "2025-04-28 07:30", why: "Friday: from the make-up Saturday 26; Monday"},
	{received: "2026-03-02 15:30", limit: "4 hours", cutOff: "15:00", want: "2026-03-03 11:30", why: "Tuesday's morning"},
	{received: "2026-03-02 15:30", limit: "10 days", cutOff: "15:00", want: "2026-03-13 07:30", why: "from Tuesday 3"},
	{received: "2026-03-02 15:30", limit: "24 clock hours", cutOff: "15:00", want: "2026-03-04 07:30", why: "from Tuesday 07:30"},
	{received: "2026-02-13 15:30", limit: "1 month", cutOff: "15:00", want: "2026-03-23 07:30", why: "from Monday 23 February, after Tết"},
}

var saturdayRows = []deadline{
	{received: "2026-03-06 16:00", limit: "2 hours", hours: "sat", want: "2026-03-07 08:30", why: "1 h Friday, 1 h Saturday"},
	{received: "2026-03-06 16:00", limit: "1 working day", hours: "sat", want: "2026-03-09 16:00", why: "such a Saturday is no working day"},
	{received: "2026-03-07 08:00", limit: "1 working day", hours: "sat", want: "2026-03-09 08:00", why: "but it is a start"},
	{received: "2026-03-07 11:30", limit: "1 working day", hours: "sat", want: "2026-03-10 07:30", why: "closing on Saturday is Monday 07:30"},
	{received: "2026-02-13 16:30", limit: "12 hours", hours: "sat", want: "2026-02-23 11:00", why: "0.5 h, 4 h on Saturday 14, 4 h on Saturday 21, 3.5 h Monday"},
	{received: "2026-01-09 16:00", limit: "8 hours", hours: "sat", want: "2026-01-10 16:30", why: "a make-up Saturday has the hours of a weekday"},
	{received: "2024-02-07 16:00", limit: "2 hours", hours: "sat", want: "2024-02-15 08:30", why: "Saturday 10 is Tết itself; 1 h Wednesday, 1 h Thursday 15"},
	{received: "2026-03-07 11:45", limit: "1 working day", hours: "sat12", want: "2026-03-09 13:30", why: "Monday has no 11:45: after lunch"},
	{received: "2026-03-07 11:45", limit: "1.5 working days", hours: "sat12", want: "2026-03-10 08:00", why: "Monday 11:45, then 3.5 h and 0.5 h"},
	{received: "2026-03-07 10:00", limit: "0.5 working days", hours: "sat", want: "2026-03-09 10:00", why: "1.5 h Saturday, 2.5 h Monday"},
	{received: "2026-03-04 15:00", limit: "10 days", hours: "sat", want: "2026-03-16 07:30", why: "Saturday 14 is closed at 15:00"},
}

var serviceRows = []deadline{
	{received: "2026-03-06 18:00", limit: "4 hours", hours: "eve", want: "2026-03-09 11:30", why: "filed in the evening, counted from Monday"},
	{received: "2026-03-07 09:00", limit: "1 working day", hours: "eve", want: "2026-03-10 07:30", why: "filed on Saturday, counted from Monday"},
	{received: "2026-03-06 16:00", limit: "2 hours", hours: "eve", want: "2026-03-09 08:30", why: "a service session spends no time"},
	{received: "2026-03-06 18:00", limit: "same day", hours: "eve", want: "2026-03-09 17:00", why: "due at closing of office hours"},
	{received: "2026-03-06 18:00", limit: "1 working day", hours: "eve", cutOff: "15:00", want: "2026-03-10 07:30", why: "the cut-off does not ask in a service session"},
	{received: "2026-03-04 18:00", limit: "10 days", hours: "eve", want: "2026-03-16 07:30", why: "from Thursday 5 07:30 to Sunday 15; Saturday's service is no opening"},
}

// Without a pause 5 working days from Monday 2 March 09:00 are due Monday 9 09:00.
var pauseRows = []deadline{
	{received: "2026-03-02 09:00", limit: "5 working days", pauses: "2026-03-04 09:00/2026-03-04 11:00", want: "2026-03-09 11:00", why: "2 h"},
	{received: "2026-03-02 09:00", limit: "5 working days", pauses: "2026-03-04 18:00/2026-03-05 07:00", want: "2026-03-09 09:00", why: "a night adds nothing"},
	{received: "2026-03-02 09:00", limit: "5 working days", pauses: "2026-03-06 16:00/2026-03-09 08:30", want: "2026-03-09 11:00", why: "across a weekend: 1 h and 1 h"},
	{received: "2026-03-02 09:00", limit: "5 working days", pauses: "2026-03-03 09:00/2026-03-05 09:00", want: "2026-03-11 09:00", why: "15 h are two of the office's days: 6 h, 7.5 h, 1.5 h"},
	{received: "2026-03-02 09:00", limit: "5 working days", pauses: "2026-03-09 09:00/2026-03-10 09:00", want: "2026-03-09 09:00", why: "begins when it is due"},
	{received: "2026-03-02 09:00", limit: "5 working days", pauses: "2026-03-09 08:59/2026-03-09 10:59", want: "2026-03-09 11:00", why: "begins just before: 2 h"},
	{received: "2026-03-02 09:00", limit: "5 working days", pauses: "2026-03-04 09:00/2026-03-04 11:00; 2026-03-09 10:00/2026-03-09 11:00", want: "2026-03-09 14:00", why: "the second begins before the due date as extended, 11:00; 1 h more is over lunch"},
	{received: "2026-03-02 09:00", limit: "5 working days", pauses: "2026-03-04 09:00/2026-03-04 11:00; 2026-03-09 11:00/2026-03-09 15:00", want: "2026-03-09 11:00", why: "the second begins at the due date as extended"},
	{received: "2026-03-02 09:00", limit: "5 working days", pauses: "2026-03-03 08:00/2026-03-03 09:00; 2026-03-04 20:00/2026-03-04 22:00; 2026-03-05 16:30/2026-03-06 08:00", want: "2026-03-09 11:00", why: "1 h, nothing at night, 0.5 h and 0.5 h"},
	{received: "2026-03-02 09:00", limit: "5 working days", pauses: "2026-03-04 09:00/2026-03-04 09:00", want: "2026-03-09 09:00", why: "no time at all"},
	{received: "2026-02-28 20:00", limit: "1 working day", pauses: "2026-03-01 00:00/2026-03-02 09:30", want: "2026-03-03 09:30", why: "begins before the start, Monday 07:30: 2 h count"},
	{received: "2026-02-28 20:00", limit: "1 working day", pauses: "2026-02-28 21:00/2026-03-01 09:00", want: "2026-03-03 07:30", why: "over before the start"},
	{received: "2026-03-02 15:30", limit: "1 working day", cutOff: "15:00", pauses: "2026-03-02 16:00/2026-03-03 08:00", want: "2026-03-04 08:00", why: "counted from Tuesday 07:30: 0.5 h"},
	{received: "2026-02-11 09:00", limit: "3 working days", pauses: "2026-02-13 16:00/2026-02-23 08:00", want: "2026-02-23 10:30", why: "across Tết: 1 h and 0.5 h"},
	{received: "2026-03-02 09:00", limit: "1.5 working days", pauses: "2026-03-02 10:00/2026-03-02 11:00", want: "2026-03-03 16:00", why: "Tuesday 15:00 and 1 h"},
	{received: "2026-03-02 07:30", limit: "8 hours", pauses: "2026-03-02 10:00/2026-03-02 14:00", want: "2026-03-03 10:00", why: "Tuesday 08:00 and 2 h: lunch is no office time"},
	{received: "2026-03-02 09:00", limit: "5 working days", hours: "sat", pauses: "2026-03-06 16:00/2026-03-09 08:30", want: "2026-03-09 17:00", why: "1 h, 4 h on Saturday, 1 h: 6 h from 09:00"},
	{received: "2026-03-02 09:00", limit: "same day", pauses: "2026-03-02 10:00/2026-03-02 11:00", want: "2026-03-03 08:30", why: "closing and 1 h of office time"},
	{received: "2026-03-02 09:00", limit: "10 days", pauses: "2026-03-04 09:00/2026-03-06 09:00", want: "2026-03-16 07:30", why: "48 h of wall time: Saturday 14, rolled once"},
	{received: "2026-03-02 09:00", limit: "10 days", pauses: "2026-03-04 18:00/2026-03-05 06:00", want: "2026-03-13 07:30", why: "12 h at night count by the wall: Thursday 21:00, rolled"},
	{received: "2026-03-04 09:00", limit: "10 days", pauses: "2026-03-15 09:00/2026-03-16 09:00", want: "2026-03-16 07:30", why: "before the rolled due date: Saturday 14 and 24 h is Sunday; rolled once"},
	{received: "2026-03-02 09:00", limit: "1 month", pauses: "2026-03-10 09:00/2026-03-11 10:00", want: "2026-04-03 10:00", why: "2 April and 25 h"},
	{received: "2026-03-02 09:00", limit: "24 clock hours", pauses: "2026-03-02 20:00/2026-03-02 22:00", want: "2026-03-03 11:00", why: "2 h by the clock"},
}
