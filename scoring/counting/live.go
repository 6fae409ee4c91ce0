package counting

import (
	"fmt"
	"time"
)

// Live is a tally with a clock. It keeps the rows that may still change, each under
// a number of the caller's, and a queue of the instants at which one of them counts
// otherwise: a dossier that falls due and is open moves the index though nothing was
// heard of it. Its methods change it; it is not safe for concurrent use.
type Live struct {
	tally *Tally
	now   int64
	kept  []kept // by the caller's number
	turns queue
	count int // numbers with rows
	fresh batch
}

// kept is what is known under a number.
type kept struct {
	rows  []Row
	table Table
	round uint32 // of puts: what the queue holds of earlier rounds is void
}

// mostIDs is the largest number of the caller's, and one more.
const mostIDs = 1 << 28

// Live returns a tally with a clock that stands at now and has counted nothing.
func (p *Plan) Live(names *Names, basis Basis, now time.Time) *Live {
	return &Live{tally: p.New(names, basis), now: now.Unix()}
}

// Put replaces the rows known under a number by others of one table, or by none. The
// numbers should be dense, from 0. On error what was known stays.
func (l *Live) Put(id int, table Table, rows ...Row) error {
	if id < 0 || id >= mostIDs {
		return fmt.Errorf("put: number %d: %w", id, ErrRange)
	}
	t := l.tally
	t.reset()
	for i := range rows {
		if err := t.emit(table, &rows[i]); err != nil {
			return err
		}
	}
	l.fresh, t.batch = t.batch, l.fresh
	t.reset()
	for id >= len(l.kept) {
		l.kept = append(l.kept, kept{})
	}
	k := &l.kept[id]
	if err := l.emit(k); err != nil {
		return err
	}
	if !t.apply(&t.batch, -1, Always, l.now) {
		return &RowError{table, "", ErrRange}
	}
	if !t.apply(&l.fresh, 1, Always, l.now) {
		t.shift(&t.batch, 1, Always, l.now)
		return &RowError{table, "", ErrRange}
	}
	l.keep(id, table, rows)
	return nil
}

// emit appends the events of what is known under a number.
func (l *Live) emit(k *kept) error {
	for i := range k.rows {
		if err := l.tally.emit(k.table, &k.rows[i]); err != nil {
			return err // rows were counted before
		}
	}
	return nil
}

// keep remembers rows and queues their next turn, if they have one.
func (l *Live) keep(id int, table Table, rows []Row) {
	k := &l.kept[id]
	l.count -= min(len(k.rows), 1)
	k.rows, k.table = append(k.rows[:0], rows...), table
	k.round++
	if len(rows) == 0 {
		k.rows = nil
	}
	l.count += min(len(rows), 1)
	l.await(id, l.fresh.events)
	if len(l.turns) > 2*l.count+64 {
		l.turns.keep(l.valid)
	}
}

// await queues the first of the events that is still to come.
func (l *Live) await(id int, events []event) {
	next := int64(Never)
	for i := range events {
		if at := events[i].at; at > l.now {
			next = min(next, at)
		}
	}
	if next != Never {
		l.turns.push(turn{next, uint32(id), l.kept[id].round})
	}
}

func (l *Live) valid(t turn) bool { return l.kept[t.id].round == t.round }

// Advance moves the clock and lets happen what falls due until then, that second
// included. A time before the clock's is an error of class [ErrPast].
func (l *Live) Advance(now time.Time) error {
	to := now.Unix()
	if to < l.now {
		return fmt.Errorf("advance from %s to %s: %w", l.Now().Format(time.RFC3339), now.Format(time.RFC3339), ErrPast)
	}
	from := l.now
	l.now = to
	for len(l.turns) > 0 && l.turns[0].at <= to {
		due := l.turns.pop()
		if !l.valid(due) {
			continue
		}
		l.tally.reset()
		if err := l.emit(&l.kept[due.id]); err != nil {
			return err
		}
		if !l.tally.apply(&l.tally.batch, 1, from, to) {
			return &RowError{l.kept[due.id].table, "", ErrRange}
		}
		l.await(int(due.id), l.tally.events)
	}
	return nil
}

// Now is the time the clock stands at, to the second.
func (l *Live) Now() time.Time { return time.Unix(l.now, 0).UTC() }

// Next is when the figures will change next if nothing is heard until then, and
// whether they will.
func (l *Live) Next() (time.Time, bool) {
	for len(l.turns) > 0 && !l.valid(l.turns[0]) {
		l.turns.pop()
	}
	if len(l.turns) == 0 {
		return time.Time{}, false
	}
	return time.Unix(l.turns[0].at, 0).UTC(), true
}

// Tally is what counts now, to the second: it holds no event that is still to come,
// so that a window that ends today is answered as of now. It changes with l; clone
// it to keep it, and do not change it but by [Tally.Supply].
func (l *Live) Tally() *Tally { return l.tally }

// Len is how many numbers have rows.
func (l *Live) Len() int { return l.count }
