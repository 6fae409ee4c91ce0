package receipt

import (
	"context"
	"encoding/json"
	"strconv"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

const (
	typePrefix = "receipt."
	typeClaim  = "receipt.claim"
)

// seal writes an event as it is kept.
func seal(e *Event) (motcua.Event, error) {
	if err := e.Check().Err(); err != nil {
		return motcua.Event{}, err
	}
	data, err := json.Marshal(e)
	return motcua.Event{ID: e.ID, Type: typePrefix + e.Action.String(), Time: e.At.UTC().Truncate(time.Microsecond), Data: data}, err
}

// readEvent reads an event as it is kept.
func readEvent(stored *motcua.Record) (Event, motcua.Faults) {
	e, faults := strict.Read(stored.Data, (*Event).Check)
	faults = strict.Unquoted(faults)
	if faults.Err() == nil && (stored.ID != e.ID || stored.Type != typePrefix+e.Action.String() || !stored.Time.Equal(e.At.Truncate(time.Microsecond))) {
		fault(&faults, codeRecord, "", "mã, loại hoặc thời điểm ghi bên cạnh không khớp", "the id, type or time beside it say something else")
	}
	return e, faults
}

// read adds a record to a state. Faults begin with /version/ and its number.
func (s *State) read(stored *motcua.Record) (Event, motcua.Faults) {
	e, faults := readEvent(stored)
	version := s.Version + 1
	if stored.Version != version {
		fault(&faults, codeRecord, "", "số thứ tự không liên tục", "the versions do not follow one another")
	}
	faults = append(faults, s.take(&e, faults.Err() == nil)...)
	return e, faults.At("/version/" + strconv.FormatInt(version, 10))
}

// Verify reads a series from the beginning and finds all that is wrong with it, sorted:
// records that cannot be read, and what [Replay] finds. The error is that of the Log.
func (a *Allocator) Verify(ctx context.Context, n Name) (*State, motcua.Faults, error) {
	s := new(State)
	var faults motcua.Faults
	for stored, err := range a.log.Read(ctx, StreamOf(n), 0) {
		if err != nil {
			return nil, nil, err
		}
		_, wrong := s.read(&stored)
		faults = append(faults, wrong...)
	}
	if s.opened() && s.Series.Name != n {
		fault(&faults, codeOther, "/version/1/series", "dải biên lai khác", "another series")
	}
	faults.Sort()
	return s.clone(), faults, nil
}
