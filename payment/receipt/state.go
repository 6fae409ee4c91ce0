package receipt

import (
	"fmt"
	"strconv"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// State is what a series has come to, as its history makes it. The zero State is a
// series that is not opened. It names no person.
type State struct {
	Series  Series    // as it was opened
	Slots   []Slot    // what was issued: the first number, the next one and so on
	Closed  time.Time // when it was closed; zero: it is not
	Version int64     // how many events there are

	hash    string         // of the last record, where it was read from a Log
	last    time.Time      // of the last number
	ids     map[string]int // the events, by id; of what was issued the place in Slots, of others -1
	current map[string]int // of each order the slot that stands
}

// Slot is a number that was issued.
type Slot struct {
	Number   string        // with its zeros
	Order    string        // id of the order
	Total    payment.Money // on the receipt
	At       time.Time     // when
	Version  int64         // of the event in the stream
	Status   Status        // whether it stands
	Voided   time.Time     // since when it does not
	Replaces *Ref          // the receipt in whose place it stands

	void int64 // version of the event that made it void
}

// Count is how the numbers of a series were used, as reports ask for it.
type Count struct {
	Issued   int64 // numbers used
	Stands   int64 // of them, receipts that stand
	Void     int64 // made void
	Replaced int64 // made void, and another one took their place
	Left     int64 // numbers that are not used yet
}

// Fold makes the state of a history. What is wrong with it is for [Replay] to say; an
// event that makes no sense changes nothing.
func Fold(events []Event) *State {
	s, _ := Replay(events)
	return s
}

// Replay makes the state of a history and finds all that is wrong with it, sorted: with
// each event by itself, numbers left out or used twice, beyond the last or after the end,
// receipts of another series, what was made void though it did not stand, and orders with
// two receipts that stand. Pointers begin with the place of the event, as /3/receipt.
func Replay(events []Event) (*State, motcua.Faults) {
	s := new(State)
	var faults motcua.Faults
	for i := range events {
		at := "/" + strconv.Itoa(i)
		own := events[i].Check()
		own = append(own, s.take(&events[i], own.Err() == nil)...)
		faults = append(faults, own.At(at)...)
	}
	faults.Sort()
	return s, faults
}

// take adds an event and tells what is wrong with it. One that is not sound by itself, or
// is out of place, changes nothing but the version.
func (s *State) take(e *Event, sound bool) (faults motcua.Faults) {
	s.Version++
	if !sound {
		return nil
	}
	if _, again := s.ids[e.ID]; again {
		fault(&faults, codeAgain, "/id", "mã này đã có ở trên", "this id stands above")
	}
	if (e.Action == ActionOpen) == s.opened() {
		fault(&faults, codeOpened, "/action", "dải biên lai phải được đưa vào sử dụng một lần, trước mọi việc khác", "a series is opened once, before anything else")
	}
	if faults != nil {
		return faults
	}
	slot := -1
	switch e.Action {
	case ActionOpen:
		s.Series, s.ids, s.current = *e.Series, map[string]int{}, map[string]int{}
	case ActionIssue:
		faults = s.issue(e)
		slot = len(s.Slots) - 1
	case ActionVoid:
		faults = s.void(e)
	case ActionClose:
		faults = s.close(e)
	}
	if faults == nil {
		s.ids[e.ID] = slot
	}
	return faults
}

func (s *State) opened() bool { return s.Series.Width > 0 }

// next is the number that is issued next.
func (s *State) next() int64 { return s.Series.First + int64(len(s.Slots)) }

// after holds a time to one that it may not be before.
func (s *State) after(at, before time.Time, faults *motcua.Faults) {
	if at.Before(before) {
		fault(faults, codeBack, "/at", "trước thời điểm của số đứng trước", "before the time of the number it follows")
	}
}

// issue adds a receipt if it is the next one of the series.
func (s *State) issue(e *Event) (faults motcua.Faults) {
	r := e.Receipt
	if r.Name != s.Series.Name || r.Issuer != s.Series.Issuer {
		fault(&faults, codeOther, "/receipt", "không phải biên lai của dải này", "not a receipt of this series")
	}
	switch next := s.next(); {
	case next > s.Series.Last:
		fault(&faults, codeBeyond, "/receipt/number", "dải biên lai đã hết số", "the series has no number left")
	case r.Number != s.Series.Number(next):
		fault(&faults, codeNext, "/receipt/number", "số tiếp theo là %s", "the next number is %s", s.Series.Number(next))
	}
	s.after(e.At, s.last, &faults)
	if !s.Closed.IsZero() || !s.Series.Valid.Contains(dayOf(e.At)) {
		fault(&faults, codeClosed, "/at", "dải biên lai không được sử dụng vào lúc này", "the series is not in use then")
	}
	if _, two := s.current[r.Order]; two {
		fault(&faults, codeLive, "/receipt/order", "khoản thu đã có biên lai còn giá trị", "the order has a receipt that stands")
	}
	ours := r.Replaces != nil && r.Replaces.Form == r.Form && r.Replaces.Symbol == r.Symbol // it stands in the place of one of this series
	if ours {
		s.checkReplaced(r, &faults)
	}
	if faults != nil {
		return faults
	}
	if ours {
		old, _ := s.slot(r.Replaces.Number)
		old.Status = StatusReplaced
	}
	s.last, s.current[r.Order] = e.At, len(s.Slots)
	s.Slots = append(s.Slots, Slot{Number: r.Number, Order: r.Order, Total: r.Total, At: r.At, Version: s.Version, Status: StatusStands, Replaces: copied(r.Replaces)})
	return nil
}

// checkReplaced holds a receipt to the one of the same series in whose place it stands.
func (s *State) checkReplaced(r *Receipt, faults *motcua.Faults) {
	old, ok := s.slot(r.Replaces.Number)
	if !ok || old.Order != r.Order { // one of its own that stands is told above
		fault(faults, codeReplace, "/receipt/replaces", "không phải biên lai đã xóa bỏ của khoản thu này", "not a receipt of this order that was made void")
	}
}

// slot is what was issued under a number.
func (s *State) slot(number string) (*Slot, bool) {
	n, err := strconv.ParseInt(number, 10, 64)
	i := n - s.Series.First
	if err != nil || i < 0 || i >= int64(len(s.Slots)) || s.Slots[i].Number != number {
		return nil, false
	}
	return &s.Slots[i], true
}

// claimed is what was issued for a claim.
func (s *State) claimed(id string) (*Slot, bool) {
	i, known := s.ids[id]
	if !known || i < 0 {
		return nil, false
	}
	return &s.Slots[i], true
}

// void makes a receipt that stands void.
func (s *State) void(e *Event) (faults motcua.Faults) {
	slot, ok := s.slot(e.Void.Number)
	if !ok || slot.Status != StatusStands {
		fault(&faults, codeVoid, "/void/number", "không phải biên lai còn giá trị của dải này", "not a receipt of this series that stands")
		return faults
	}
	if s.after(e.At, slot.At, &faults); faults != nil {
		return faults
	}
	slot.Status, slot.Voided, slot.void = statusOf(&Void{Replaced: e.Void.Replaced}), e.At, s.Version
	delete(s.current, slot.Order)
	return nil
}

func (s *State) close(e *Event) (faults motcua.Faults) {
	if !s.Closed.IsZero() {
		fault(&faults, codeClosed, "/action", "dải biên lai đã ngừng sử dụng", "the series is closed already")
		return faults
	}
	s.after(e.At, s.last, &faults)
	if faults == nil {
		s.Closed = e.At
	}
	return faults
}

// over is why no further number can ever be issued; nil where one can.
func (s *State) over() error {
	switch {
	case !s.opened():
		return ErrNotOpened
	case !s.Closed.IsZero():
		return ErrClosed
	case s.next() > s.Series.Last:
		return ErrFull
	}
	return nil
}

// Count counts how the numbers were used.
func (s *State) Count() Count {
	c := Count{Issued: int64(len(s.Slots))}
	if s.opened() {
		c.Left = s.Series.Last - s.next() + 1
	}
	for i := range s.Slots {
		switch s.Slots[i].Status {
		case StatusStands:
			c.Stands++
		case StatusVoid:
			c.Void++
		case StatusReplaced:
			c.Replaced++
		}
	}
	return c
}

// clone is the state for others to keep.
func (s *State) clone() *State {
	return &State{Series: s.Series, Slots: append([]Slot{}, s.Slots...), Closed: s.Closed, Version: s.Version, hash: s.hash}
}

// Head is the end of the history, to be kept elsewhere and given to [Allocator.Verify]
// later. One that was made of events by themselves has no hash.
func (s *State) Head() Head { return Head{s.Version, s.hash} }

// String says how far the series is.
func (s State) String() string {
	c := s.Count()
	return fmt.Sprintf("%v: %d issued, %d stand, %d left", s.Series, c.Issued, c.Stands, c.Left)
}
