package receipt

import (
	"context"
	"strconv"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/chain"
)

const (
	typePrefix = "receipt."
	typeClaim  = "receipt.claim"
)

// histories says how the events of series are kept.
var histories = chain.Kind[Event]{
	Codes: chain.Codes{Record: codeRecord, Chain: codeChain, Beside: codeRecord, Head: codeHead},
	Check: (*Event).Check,
	Beside: func(e *Event) motcua.Event {
		return motcua.Event{ID: e.ID, Type: typePrefix + e.Action.String(), Time: e.At}
	},
}

// Head is the end of the history of a series: how long it is, and the hash of its last
// record, which covers all of them. Kept elsewhere, on paper or with an auditor, it proves
// later that no receipt was changed or taken away. The zero Head is that of no history.
type Head struct {
	Version int64  `json:"version"` // of the last record
	Hash    string `json:"hash"`    // SHA-256 in hexadecimal
}

// read adds a record to a state. Faults begin with /version/ and its number.
func (s *State) read(stream string, stored *motcua.Record) motcua.Faults {
	e, head, faults := histories.Next(stream, chain.Head(s.Head()), stored)
	s.hash = head.Hash
	at := "/version/" + strconv.FormatInt(head.Version, 10) + "/event"
	return append(faults, s.take(&e, e.Check().Err() == nil).At(at)...)
}

// Verify reads a series from the beginning and finds all that is wrong with it, sorted:
// records that cannot be read or were changed, moved or left out, what [Replay] finds, and
// whether it goes on from a head that was kept elsewhere; without one nobody can tell that
// the last receipts were taken away. The zero Head is held to nothing. The Head of now is
// [State.Head]. The error is that of the Log.
func (a *Allocator) Verify(ctx context.Context, n Name, kept Head) (*State, motcua.Faults, error) {
	s := new(State)
	var faults motcua.Faults
	stream, goesOn := StreamOf(n), kept == Head{}
	for stored, err := range a.log.Read(ctx, stream, 0) {
		if err != nil {
			return nil, nil, err
		}
		faults = append(faults, s.read(stream, &stored)...)
		goesOn = goesOn || s.Head() == kept
	}
	if !goesOn {
		fault(&faults, codeHead, "/version/"+strconv.FormatInt(kept.Version, 10), "không phải lịch sử đã lưu dấu", "not the history of the head that was kept")
	}
	if s.opened() && s.Series.Name != n {
		fault(&faults, codeOther, "/version/1/event/series", "dải biên lai khác", "another series")
	}
	faults.Sort()
	return s.clone(), faults, nil
}
