package dossier

import (
	"sort"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
)

// Ledger is the clock of one dossier: its entries, read in order under its terms.
// It is a value that keeps nothing but what follows from them, and refers to the
// terms and the entries it was read from.
type Ledger struct {
	terms   *Terms
	rules   *ClockRules
	entries []Entry

	status   Status
	filed    time.Time
	answered time.Time
	received time.Time
	ended    time.Time

	limit    workday.Run // the statutory limit
	lane     workday.Run // the same, by the fast lane
	promise  workday.Run // an appointment somebody stated
	counted  bool        // limit is set
	offered  bool        // lane is set
	laned    bool        // the lane was granted
	promised bool
	ownTerm  int16 // which of the applicant's terms runs, from 1
	ownFrom  time.Time

	open        [mostReasons]uint8 // pauses by reason
	stops       int                // those of them that stop the clock
	stopped     time.Time          // since when
	paused      time.Duration      // by the clock, in all
	pausedIn    time.Duration      // in office time
	extensions  int
	requests    int       // for supplements
	asked       time.Time // when the request that was too many was made
	waiting     int       // requests without an answer
	waitingFrom time.Time // since when
	waited      time.Duration
	waitedIn    time.Duration
	first       time.Time // the appointment as it was made at first, for the index
}

// Ledger reads entries in the order of their time. All faults are found at once,
// with pointers from the list of entries ("/3"); an entry with a fault is not
// booked, except that an end before its beginning is still an end. What came of the
// others can be asked. Without faults nothing is allocated.
func (t *Terms) Ledger(entries []Entry) (l Ledger, faults motcua.Faults) {
	l.terms, l.rules, l.entries, l.status = t, t.Rules, entries, StatusPending
	if l.rules == nil {
		l.rules = shippedRules()
	}
	for i := range entries {
		e := &entries[i]
		if e.Kind < EntryFiled || e.Kind > EntryReopened || e.At.IsZero() {
			fault(&faults, codeEntry, motcua.Pointer(itoa(i)), "thiếu loại hoặc thời điểm", "kind or time is missing")
			continue
		}
		if i > 0 && e.At.Before(entries[i-1].At) {
			fault(&faults, codeOrder, motcua.Pointer(itoa(i), "at"), "trước mục ngay trên", "before the entry above it")
			if e.Kind != EntryEnded {
				continue
			}
		}
		l.book(&faults, i, e)
	}
	return l, faults
}

// book books one entry, or says why not.
func (l *Ledger) book(faults *motcua.Faults, i int, e *Entry) {
	var err error
	switch e.Kind {
	case EntryFiled:
		err = l.bookFiled(e)
	case EntryReceived:
		err = l.bookReceived(e)
	case EntryPaused:
		err = l.bookPaused(faults, i, e)
	case EntryResumed:
		err = l.bookResumed(e)
	case EntryLane:
		err = l.bookLane()
	case EntryExtended:
		err = l.bookExtended(e)
	case EntryEnded:
		err = l.bookEnded(e)
	case EntryReopened:
		err = l.bookReopened()
	}
	if err == nil {
		return
	}
	if r, ok := err.(*refusal); ok {
		faults.Add(r.code, motcua.Pointer(itoa(i)), r.text, nil)
		return
	}
	faults.Add(codeCount, motcua.Pointer(itoa(i)), motcua.Text{Vi: "không tính được thời hạn", En: "the time cannot be counted"}, err)
}

// At is the ledger as it stood at an instant: entries after it are not read.
func (l *Ledger) At(now time.Time) Ledger {
	n := sort.Search(len(l.entries), func(i int) bool { return l.entries[i].At.After(now) })
	if n == len(l.entries) {
		return *l
	}
	past, _ := l.terms.Ledger(l.entries[:n])
	return past
}

// Status is where the clock stands after the last entry.
func (l *Ledger) Status() Status { return l.status }

// Due is the appointment (ngày hẹn trả): what was stated or re-appointed, or else
// what the lane or the limit gives. There is none before the clock starts, nor
// where neither a limit nor an appointment is stated, nor beyond the horizon of the
// calendar. While the clock is paused it is what it would be if it went on at once.
func (l *Ledger) Due() (time.Time, bool) {
	run := l.binding()
	if run == nil {
		return time.Time{}, false
	}
	return due(run)
}

// Statutory is when the limit is used up, whatever was promised.
func (l *Ledger) Statutory() (time.Time, bool) {
	if !l.counted {
		return time.Time{}, false
	}
	return due(&l.limit)
}

// AnswerDue is when a filing must have been answered; none where no time to answer
// is stated.
func (l *Ledger) AnswerDue() (time.Time, bool) {
	if l.filed.IsZero() || l.terms.Answer == nil {
		return time.Time{}, false
	}
	return l.from(l.terms.Answer, l.filed)
}

// OwnDue is when the applicant's own term passes, with the row that says what
// follows then; none while no such term runs.
func (l *Ledger) OwnDue() (time.Time, *OwnTerm, bool) {
	if l.ownTerm == 0 {
		return time.Time{}, nil, false
	}
	row := &l.terms.Own[l.ownTerm-1]
	at, ok := l.from(&row.Limit, l.ownFrom)
	return at, row, ok
}

// from is when a limit of its own that began at an instant is used up.
func (l *Ledger) from(limit *workday.Limit, at time.Time) (time.Time, bool) {
	run, err := l.terms.Office.Begin(limit, l.terms.Profile, at)
	if err != nil {
		return time.Time{}, false
	}
	return due(&run)
}

func due(run *workday.Run) (time.Time, bool) {
	at, err := run.Due()
	return at, err == nil
}

// binding is the run whose due date was promised; nil for none.
func (l *Ledger) binding() *workday.Run {
	switch {
	case l.promised:
		return &l.promise
	case !l.counted:
		return nil
	case l.laned && l.sooner():
		return &l.lane
	}
	return &l.limit
}

// sooner reports whether the lane is due before the limit.
func (l *Ledger) sooner() bool {
	lane, ok := due(&l.lane)
	limit, also := due(&l.limit)
	return ok && (!also || lane.Before(limit))
}

// Provisional reports whether a notice may still change a day on which the
// appointment or the limit rests.
func (l *Ledger) Provisional() bool {
	run := l.binding()
	return run != nil && (run.Provisional() || l.counted && l.limit.Provisional())
}

// Balance is the budget of a clock at one moment. Granted and Extended make up
// Consumed and Remaining together.
type Balance struct {
	ByClock   bool          // measured by the clock; otherwise in office time
	Granted   time.Duration // from the start to the due date, as if nothing had paused it
	Extended  time.Duration // what pauses, a restart or a re-appointment added
	Consumed  time.Duration // while the clock ran
	Paused    time.Duration // while it did not
	Remaining time.Duration // below zero when overdue
}

// Remaining is the balance at an instant; none where there is no due date. It
// stands still while the clock is paused and after the end.
func (l *Ledger) Remaining(now time.Time) (Balance, bool) {
	then := l.At(now)
	run := then.binding()
	if run == nil {
		return Balance{}, false
	}
	end, err := run.Due()
	if err != nil {
		return Balance{}, false
	}
	at := then.halted(now)
	b := Balance{ByClock: run.Wall(), Paused: then.paused}
	if !b.ByClock {
		b.Paused = then.pausedIn
	}
	start, first := then.limit.Start(), then.first
	if !then.counted {
		start = then.received
	}
	ok := true
	measure := func(from, to time.Time) time.Duration {
		if b.ByClock {
			return to.Sub(from)
		}
		d, err := l.terms.Office.Between(from, to)
		ok = ok && err == nil
		return d
	}
	if at.Before(start) {
		at = start
	}
	b.Granted, b.Remaining = measure(start, first), measure(at, end)
	b.Consumed = measure(start, at) - b.Paused
	b.Extended = b.Consumed + b.Remaining - b.Granted
	return b, ok
}

// halted is the moment up to which the clock has run. A pause that began when the
// time was up stops nothing.
func (l *Ledger) halted(now time.Time) time.Time {
	switch l.status {
	case StatusPaused:
		if end, ok := l.Due(); ok && !l.stopped.Before(end) {
			return now
		}
		return l.stopped
	case StatusEnded:
		return l.ended
	}
	return now
}
