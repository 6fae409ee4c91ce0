package workday

// Facts used below. Tết 2026: Monday 16 to Friday 20 February off. 2 March 2026 is
// a Monday. Hùng Kings 2026: Monday 27 April, in lieu of Sunday.

var officeTimeRows = []deadline{
	{received: "2026-02-13 16:30", limit: "12 hours", want: "2026-02-24 11:30", why: "0.5 h Friday, Tết, 7.5 h Monday 23, 4 h Tuesday; used up at closing is due at closing"},
	{received: "2026-03-02 07:30", limit: "4 hours", want: "2026-03-02 11:30", why: "the morning is used up exactly"},
	{received: "2026-03-02 07:30", limit: "7.5 hours", want: "2026-03-02 17:00", why: "the day is used up exactly"},
	{received: "2026-03-02 11:30", limit: "4 hours", want: "2026-03-03 08:00", why: "closing is the next opening, 13:30: 3.5 h, then 0.5 h on Tuesday"},
	{received: "2026-03-02 12:15", limit: "1 hour", want: "2026-03-02 14:30", why: "lunch: from 13:30"},
	{received: "2026-03-02 17:00", limit: "1 hour", want: "2026-03-03 08:30", why: "closing is the next opening, Tuesday 07:30"},
	{received: "2026-03-02 03:00", limit: "1 hour", want: "2026-03-02 08:30", why: "night: from 07:30 of the same day"},
	{received: "2026-03-06 16:59:59", limit: "8 hours", want: "2026-03-10 07:59:59", why: "1 s Friday, 7.5 h Monday, 29 min 59 s Tuesday"},
	{received: "2026-03-06 18:30", limit: "8 hours", want: "2026-03-10 08:00", why: "Friday evening: 7.5 h Monday, 0.5 h Tuesday"},
	{received: "2026-03-08 10:00", limit: "7.5 hours", want: "2026-03-09 17:00", why: "Sunday: all of Monday"},
	{received: "2024-05-03 16:00", limit: "2 hours", want: "2024-05-04 08:30", why: "1 h Friday, 1 h on the make-up Saturday"},
	{received: "2025-04-25 16:00", limit: "9 hours", want: "2025-04-28 08:00", why: "1 h Friday, 7.5 h make-up Saturday, 0.5 h Monday"},
	{received: "2026-01-09 16:00", limit: "8 hours", want: "2026-01-10 16:30", why: "1 h Friday, 7 h make-up Saturday: 4 and 3"},
	{received: "2024-04-26 16:00", limit: "2 hours", want: "2024-05-02 08:30", why: "1 h Friday; Monday 29 swapped, 30/4 and 1/5 off; 1 h Thursday"},
	{received: "2026-03-02 07:30", limit: "0.25 hours", want: "2026-03-02 07:45", why: "a quarter of an hour"},
	{received: "2026-03-02 07:00", limit: "8 hours", hours: "long", want: "2026-03-02 17:00", why: "4.5 and 3.5 hours make one day"},
}

var workingDayRows = []deadline{
	{received: "2026-02-23 07:30", limit: "5 working days", want: "2026-03-02 07:30", why: "24, 25, 26, 27, 2 March; the first day does not count"},
	{received: "2026-02-13 16:30", limit: "1 working day", want: "2026-02-23 16:30", why: "the next working day is after Tết"},
	{received: "2026-02-13 16:30", limit: "5 working days", want: "2026-02-27 16:30", why: "23 to 27 February"},
	{received: "2026-02-13 17:00", limit: "1 working day", want: "2026-02-24 07:30", why: "closing is the opening of Monday 23; then one day"},
	{received: "2026-02-18 10:00", limit: "1 working day", want: "2026-02-24 07:30", why: "in Tết: from Monday 23 07:30"},
	{received: "2024-05-03 09:00", limit: "1 working day", want: "2024-05-04 09:00", why: "the make-up Saturday counts"},
	{received: "2024-04-25 09:00", limit: "3 working days", want: "2024-05-03 09:00", why: "26 April, 2 May, 3 May; 29 swapped, 30/4 and 1/5 off"},
	{received: "2024-05-04 10:00", limit: "1 working day", want: "2024-05-06 10:00", why: "the make-up Saturday is a start like any other"},
	{received: "2025-04-24 14:00", limit: "4 working days", want: "2025-04-29 14:00", why: "25, make-up Saturday 26, 28, 29"},
	{received: "2025-04-29 14:00", limit: "1 working day", want: "2025-05-05 14:00", why: "30/4, 1/5, swapped 2/5, the weekend"},
	{received: "2025-12-31 15:00", limit: "2 working days", want: "2026-01-06 15:00", why: "1/1, swapped 2/1, the weekend; 5 and 6 January"},
	{received: "2026-01-09 11:00", limit: "2 working days", want: "2026-01-12 11:00", why: "make-up Saturday 10, Monday 12"},
	{received: "2026-08-21 10:00", limit: "1 working day", want: "2026-08-22 10:00", why: "make-up Saturday"},
	{received: "2026-08-28 10:00", limit: "1 working day", want: "2026-09-03 10:00", why: "31 August swapped, 1 and 2 September off"},
	{received: "2026-11-23 09:30", limit: "1 working day", want: "2026-11-25 09:30", why: "Culture Day, 24 November, off from 2026"},
	{received: "2025-11-21 09:30", limit: "1 working day", want: "2025-11-24 09:30", why: "Culture Day was worked in 2025"},
	{received: "2026-03-02 12:00", limit: "1 working day", want: "2026-03-03 13:30", why: "lunch: from 13:30"},
	{received: "2026-03-06 19:45", limit: "3 working days", want: "2026-03-12 07:30", why: "Friday evening: from Monday 9 07:30; 10, 11, 12"},
	{received: "2026-03-02 08:00", limit: "30 working days", want: "2026-04-13 08:00", why: "six weeks without a day off"},
	{received: "2026-04-13 09:00", limit: "20 ngày làm việc", want: "2026-05-14 09:00", why: "9 to 24 April, 28, 29; 4 to 8 and 11 to 14 May: 9 + 2 + 5 + 4"},
}

var fractionRows = []deadline{
	{received: "2026-03-02 07:30", limit: "0.5 working days", want: "2026-03-02 11:30", why: "half of 8 hours is the morning"},
	{received: "2026-03-02 09:00", limit: "0.5 working days", want: "2026-03-02 15:00", why: "2.5 h to lunch, 1.5 h after"},
	{received: "2026-03-02 15:00", limit: "0.5 working days", want: "2026-03-03 09:30", why: "2 h Monday, 2 h Tuesday"},
	{received: "2026-03-02 09:00", limit: "1.5 working days", want: "2026-03-03 15:00", why: "Tuesday 09:00, then 4 h"},
	{received: "2026-03-06 16:00", limit: "1.5 working days", want: "2026-03-10 10:30", why: "Monday 16:00, then 1 h and 3 h"},
	{received: "2026-03-02 09:00", limit: "2.25 working days", want: "2026-03-04 11:00", why: "Wednesday 09:00, then 2 h"},
	{received: "2026-03-02 10:30", limit: "2.25 working days", want: "2026-03-04 14:30", why: "Wednesday 10:30, then 1 h to lunch and 1 h after"},
	{received: "2026-03-02 07:30", limit: "0.99 working days", want: "2026-03-02 17:00", why: "7.92 h are capped at the office's 7.5 h"},
	{received: "2026-03-02 09:00", limit: "0.9375 working days", want: "2026-03-03 09:00", why: "7.5 h exactly: 6 h Monday, 1.5 h Tuesday"},
	{received: "2026-03-02 09:00", limit: "1.99 working days", want: "2026-03-04 09:00", why: "Tuesday 09:00, then 7.5 h, capped"},
	{received: "2026-03-02 07:00", limit: "0.99 working days", hours: "long", want: "2026-03-02 16:55:12", why: "7.92 h of an office of 8 h: 4.5 h, then 3 h 25 min 12 s"},
	{received: "2026-02-13 16:30", limit: "0.5 working days", want: "2026-02-23 11:00", why: "0.5 h before Tết, 3.5 h after"},
	{received: "2026-03-02 07:30", limit: "0.0001 working days", want: "2026-03-02 07:30:02.88", why: "the ten-thousandth part of 8 h"},
}

var calendarRows = []deadline{
	{received: "2026-03-02 09:00", limit: "10 days", want: "2026-03-12 09:00", why: "a Thursday"},
	{received: "2026-03-04 09:00", limit: "10 days", want: "2026-03-16 07:30", why: "Saturday 14 rolls to Monday's opening"},
	{received: "2026-02-06 10:00", limit: "10 ngày", want: "2026-02-23 07:30", why: "Monday 16 is Tết: after it"},
	{received: "2024-04-25 10:00", limit: "9 days", want: "2024-05-04 10:00", why: "the make-up Saturday is no day off"},
	{received: "2026-03-07 10:00", limit: "1 day", want: "2026-03-10 07:30", why: "Saturday: from Monday 9 07:30"},
	{received: "2026-03-06 18:00", limit: "3 days", want: "2026-03-12 07:30", why: "Friday evening: from Monday 9 07:30"},
	{received: "2025-12-24 15:00", limit: "9 days", want: "2026-01-05 07:30", why: "Friday 2 January is swapped off"},
	{received: "2023-01-31 09:00", limit: "1 month", want: "2023-02-28 09:00", why: "31 January and a month, no leap year"},
	{received: "2024-01-31 09:00", limit: "01 tháng", want: "2024-02-29 09:00", why: "31 January and a month in a leap year"},
	{received: "2020-01-31 10:00", limit: "1 month", want: "2020-03-02 07:30", why: "29 February 2020 is a Saturday"},
	{received: "2024-02-29 09:00", limit: "12 months", want: "2025-02-28 09:00", why: "a leap day a year later"},
	{received: "2026-03-31 14:00", limit: "1 month", want: "2026-05-04 07:30", why: "30 April and 1 May off, the weekend"},
	{received: "2026-05-29 17:00", limit: "1 month", want: "2026-07-01 07:30", why: "closing on Friday is Monday 1 June 07:30"},
	{received: "2026-01-31 08:00", limit: "1 month", want: "2026-03-02 07:30", why: "Saturday: from Monday 2 February; not clamped"},
	{received: "2025-11-28 10:00", limit: "3 months", want: "2026-03-02 07:30", why: "28 February 2026 is a Saturday"},
	{received: "2026-10-30 10:00", limit: "4 months", want: "2027-03-01 07:30", why: "clamped to Sunday 28 February 2027"},
	{received: "2026-03-02 09:00", limit: "24 clock hours", want: "2026-03-03 09:00", why: "a day by the clock"},
	{received: "2026-03-06 16:00", limit: "24 clock hours", want: "2026-03-07 16:00", why: "clock time does not roll"},
	{received: "2026-03-06 18:00", limit: "24 clock hours", want: "2026-03-10 07:30", why: "the start moves to office time, whatever the unit"},
	{received: "2026-02-13 10:00", limit: "24 giờ", want: "2026-02-14 10:00", why: "giờ is clock time"},
	{received: "2026-03-02 11:15", limit: "0.5 clock hours", want: "2026-03-02 11:45", why: "into lunch"},
	{received: "2026-02-27 10:00", limit: "72 clock hours", want: "2026-03-02 10:00", why: "over the month's end and the weekend"},
}

var mixedRows = []deadline{
	{received: "2026-03-02 09:00", limit: "2 months 15 working days", want: "2026-05-22 09:00", why: "Saturday 2 May, not rolled yet; 4 to 8, 11 to 15, 18 to 22 May"},
	{received: "2026-01-15 10:00", limit: "02 tháng và 15 ngày làm việc", want: "2026-04-03 10:00", why: "Sunday 15 March; three weeks to Friday 3 April"},
	{received: "2026-03-02 09:00", limit: "1 month 5 days", want: "2026-04-07 09:00", why: "2 April, then 5 days"},
	{received: "2026-01-16 09:00", limit: "1 month 1 working day", want: "2026-02-23 09:00", why: "16 February is Tết; Monday 23 is its first working day: one roll, not two"},
	{received: "2026-03-02 15:00", limit: "1 working day 4 hours", want: "2026-03-04 09:30", why: "Tuesday 15:00, 2 h, and 2 h on Wednesday"},
	{received: "2026-03-02 09:00", limit: "10 days 8 clock hours", want: "2026-03-12 17:00", why: "Thursday 09:00 and 8 h by the clock"},
	{received: "2026-03-02 15:00", limit: "5 days + 3 hours", want: "2026-03-09 10:30", why: "Saturday 7, then 3 h from Monday 07:30"},
	{received: "2026-03-02 09:00", limit: "1 month and 2.5 working days", want: "2026-04-06 15:00", why: "2 April; Friday 3, Monday 6 09:00; then 4 h"},
	{received: "2026-03-02 09:00", limit: "15 working days, 2 months", want: "2026-05-22 09:00", why: "months come first, in whatever order they are written"},
}
