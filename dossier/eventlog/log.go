package eventlog

import (
	"time"

	"github.com/motcua/motcua"
)

// Log is what the tables of a log hold together.
type Log struct {
	Cases []Case // in the order in which the tables first name them
}

// Case is one case. A log states some of this; what it does not state is unset.
type Case struct {
	ID        string          // its number, or a name the publisher gave it
	Line      int             // of the row that states it, from 1; 0: there are events of it alone
	Channel   string          // how it came: "Internet", "Desk", "Post" (case:channel)
	Started   time.Time       // when the application came in (case:startdate, startDate)
	Due       time.Time       // until when it had to be decided (case:deadline); the 2015 logs state none
	Planned   time.Time       // planned end (case:enddate_planned, endDatePlanned)
	Ended     time.Time       // when it ended (case:enddate, endDate)
	Status    string          // "G", "O", "T" (caseStatus); the publisher explains none of them
	Phase     string          // the last phase, in Dutch (last_phase)
	Term      string          // the last term that ran, in Dutch (termName)
	Parts     string          // what was asked for, in Dutch, separated by commas (parts)
	Procedure string          // "Regulier", "Uitgebreid" (caseProcedure)
	Complete  *bool           // whether the application was complete (requestComplete); nil: not stated
	Fee       *motcua.Decimal // euros, below zero where something was paid back (SUMleges); nil: not stated
	Events    []Event         // by time; of equal times as the table has them
}

// Event is one thing that was done.
type Event struct {
	Line     int       // of its row, from 1
	At       time.Time // when (time:timestamp)
	Day      bool      // the log states a day alone: the clock of At is midnight
	Code     string    // of the activity, "01_HOOFD_010" (concept:name of the 2015 logs)
	Activity string    // its name in English (activityNameEN, or concept:name of the receipt log)
	Answer   string    // what was answered: "True", "False", a number, a date (question)
	Resource string    // who did it, a pseudonym (org:resource)
	Group    string    // in which group (org:group)
	Due      time.Time // until when it had to be done (dueDate)
	Planned  time.Time // when it was planned, a day after what it follows (planned)
	Finished time.Time // when it was booked, of many at once (dateFinished)
	Stopped  time.Time // when it was broken off (dateStop)
}
