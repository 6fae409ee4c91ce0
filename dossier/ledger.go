package dossier

import (
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
	until   time.Time // entries after it were not read; zero: all were
	last    time.Time // of the entries that were booked
	faulty  bool      // some were not

	status   Status
	filed    time.Time
	answered time.Time
	received time.Time
	begun    time.Time // when the clock was started, or started anew
	ended    time.Time
	answers  bool // the end was the answer

	limit      workday.Run // the statutory limit
	lane       workday.Run // the same, by the fast lane
	promise    workday.Run // an appointment somebody stated
	counted    bool        // limit is set
	offered    bool        // lane is set and leaves time
	laned      bool        // the lane was granted
	promised   bool        // promise is set
	paid       bool        // the financial obligation was met
	promisedAt time.Time   // when the appointment was stated
	promisedTo time.Time   // the appointment as it was stated
	granted    time.Time   // the due date with which counting began
	first      time.Time   // the appointment as it was made at first, for the index
	extensions int

	open    [mostReasons]uint8 // pauses by reason
	stops   int                // those of them that stop the clock
	stopped time.Time          // since when
	paused  span               // since the clock was started

	requests    int       // for supplements
	asked       time.Time // when the request that was too many was made
	waiting     int       // requests without an answer
	waitingFrom time.Time // since when
	waited      span      // for the others, since the first appointment
}

// span is a time by the clock and the office time in it.
type span struct{ clock, office time.Duration }

// add adds the time from one instant to another.
func (s *span) add(office *workday.Office, from, to time.Time) error {
	d, err := office.Between(from, to)
	if err == nil {
		s.clock += to.Sub(from)
		s.office += d
	}
	return err
}

// Ledger reads entries in the order of their time. All faults are found at once,
// with pointers from the list of entries ("/3"); an entry with a fault that is an
// error is not booked, except that an end before its beginning is still an end. What
// came of the others can be asked. Without faults nothing is allocated. A pause that
// does not stop the clock is a warning, so ask the faults for their Err.
func (t *Terms) Ledger(entries []Entry) (Ledger, motcua.Faults) {
	return t.read(entries, time.Time{})
}

// read reads the entries up to an instant; all of them if it is zero.
func (t *Terms) read(entries []Entry, until time.Time) (l Ledger, faults motcua.Faults) {
	l.terms, l.rules, l.entries, l.until, l.status = t, t.Rules, entries, until, StatusPending
	if l.rules == nil {
		l.rules = shippedRules()
	}
	if t.Office == nil {
		fault(&faults, codeCount, "", "thiếu cơ quan để tính giờ", "there is no office to measure time")
		return l, faults
	}
	for i := range entries {
		e := &entries[i]
		switch {
		case !until.IsZero() && e.At.After(until):
			continue
		case e.Kind < EntryFiled || e.Kind > EntryReopened || e.At.IsZero():
			fault(&faults, codeEntry, motcua.Pointer(itoa(i)), "thiếu loại hoặc thời điểm", "kind or time is missing")
			l.faulty = true
			continue
		case e.At.Before(l.last):
			fault(&faults, codeOrder, motcua.Pointer(itoa(i), "at"), "trước mục đã ghi trước nó", "before an entry booked above it")
			if e.Kind != EntryEnded {
				l.faulty = true
				continue
			}
		}
		l.book(&faults, i, e)
	}
	return l, faults
}

// book books one entry, or says why not and leaves the ledger as it was.
func (l *Ledger) book(faults *motcua.Faults, i int, e *Entry) {
	before := *l
	err := l.post(faults, i, e)
	if err == nil {
		if e.At.After(l.last) {
			l.last = e.At
		}
		return
	}
	*l = before
	l.faulty = true
	if r, ok := err.(*refusal); ok {
		faults.Add(r.code, motcua.Pointer(itoa(i)), r.text, nil)
		return
	}
	faults.Add(codeCount, motcua.Pointer(itoa(i)), motcua.Text{Vi: "không tính được thời hạn", En: "the time cannot be counted"}, err)
}

func (l *Ledger) post(faults *motcua.Faults, i int, e *Entry) error {
	switch e.Kind {
	case EntryFiled:
		return l.bookFiled(e)
	case EntryReceived:
		return l.bookReceived(faults, i, e)
	case EntryPaused:
		return l.bookPaused(faults, i, e)
	case EntryResumed:
		return l.bookResumed(faults, i, e)
	case EntryLane:
		return l.bookLane()
	case EntryExtended:
		return l.bookExtended(e)
	case EntryEnded:
		return l.bookEnded(e)
	default:
		return l.bookReopened()
	}
}

// At is the ledger as it stood at an instant: entries after it are not read.
func (l *Ledger) At(now time.Time) Ledger {
	if !l.last.After(now) {
		same := *l
		same.until = now
		return same
	}
	entries := l.entries
	if l.faulty {
		entries = l.booked()
	}
	past, _ := l.terms.read(entries, now)
	return past
}

// booked are the entries that were booked.
func (l *Ledger) booked() []Entry {
	if l.terms.Office == nil {
		return nil
	}
	_, faults := l.terms.read(l.entries, l.until)
	var list []Entry
	for i, e := range l.entries {
		if (l.until.IsZero() || !e.At.After(l.until)) && booked(faults, i, e.Kind) {
			list = append(list, e)
		}
	}
	return list
}

// Status is where the clock stands after the last entry.
func (l *Ledger) Status() Status { return l.status }

// Received is when the dossier was received; none if it was not.
func (l *Ledger) Received() (time.Time, bool) { return l.received, !l.received.IsZero() }

// Ended is when it ended; none if it is open.
func (l *Ledger) Ended() (time.Time, bool) { return l.ended, !l.ended.IsZero() }

// Answered is when a filing was first answered: taken in, sent back for supplements
// or refused; none if it was not. Hold it to [Ledger.AnswerDue].
func (l *Ledger) Answered() (time.Time, bool) { return l.answered, !l.answered.IsZero() }

// Due is the appointment (ngày hẹn trả): what was stated or re-appointed, or else
// what the lane or the limit gives. There is none before the clock starts, nor
// where neither a limit nor an appointment is stated, nor beyond the horizon of the
// calendar. While the clock is paused it is what
// it would be if the pause had taken no time, so it may lie in the past.
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
	return l.from(&l.terms.Answer.Limit, l.filed)
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
	case l.begun.IsZero():
		return nil
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
