package register

import (
	"context"
	"strconv"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/chain"
	"github.com/motcua/motcua/payment"
)

// Codes of faults of the history of an order as it is kept.
const (
	codeRecord = "PAY-REG-01" // a record that cannot be read
	codeChain  = "PAY-REG-02" // a hash that is not that of the record and those before it
	codeBeside = "PAY-REG-03" // id, type, time or version beside it say something else
	codeHead   = "PAY-REG-04" // the history is not the one that a head was kept of
	codeOther  = "PAY-REG-05" // an order of another id
)

// Head is the end of a history: how long it is, and the hash of its last record, which
// covers all of them. Kept elsewhere it proves later that nothing was changed. The zero
// Head is that of no history.
type Head struct {
	Version int64  `json:"version"` // of the last record
	Hash    string `json:"hash"`    // of the last record
}

const typePrefix = "order."

// histories says how the events of orders are kept.
var histories = chain.Kind[payment.Event]{
	Codes: chain.Codes{Record: codeRecord, Chain: codeChain, Beside: codeBeside, Head: codeHead},
	Check: (*payment.Event).Check,
	Beside: func(e *payment.Event) motcua.Event {
		return motcua.Event{ID: e.ID, Type: typePrefix + e.Action.String(), Time: e.At}
	},
}

// read reads the stream of an order, and what its events make.
func (r Register) read(ctx context.Context, order string) (*chain.Reading[payment.Event], *payment.Order, error) {
	got, err := histories.Read(ctx, r.Log, StreamOf(order))
	if err != nil {
		return nil, nil, err
	}
	o := payment.Fold(got.Events)
	if id := o.ID(); id != "" && id != order {
		got.Faults.Add(codeOther, "/version/1/event/opening/id", motcua.Text{Vi: "khoản thu khác", En: "another order"}, nil)
	}
	return got, o, nil
}

// Load reads an order. One that has no history is new. The error is that of the Log, and
// then there is no order; or it is motcua.Faults, and then the order is what could be
// read, and the Head is zero.
func (r Register) Load(ctx context.Context, order string) (*payment.Order, Head, error) {
	if order == "" { // no stream has this name
		return &payment.Order{}, Head{}, nil
	}
	got, o, err := r.read(ctx, order)
	if err != nil {
		return nil, Head{}, err
	}
	if err := got.Faults.Err(); err != nil {
		return o, Head{}, err
	}
	return o, Head(got.Head), nil
}

// Verify finds all that is wrong with an order as it is kept, sorted: its records, its
// chain of hashes, what [payment.Replay] finds, and whether it goes on from a head that
// was kept elsewhere; the zero Head is held to nothing. The Head that is returned is that
// of now. The error is that of the Log.
func (r Register) Verify(ctx context.Context, order string, kept Head) (Head, motcua.Faults, error) {
	got, o, err := r.read(ctx, order)
	if err != nil {
		return Head{}, nil, err
	}
	histories.Hold(got, chain.Head(kept))
	if _, unlawful := payment.Replay(o.Events); got.Faults.Err() == nil {
		for _, f := range unlawful {
			place, rest := cutPlace(f.Pointer)
			f.Pointer = "/version/" + strconv.Itoa(place+1) + "/event" + rest
			got.Faults = append(got.Faults, f)
		}
	}
	got.Faults.Sort()
	if got.Faults.Err() != nil {
		return Head{}, got.Faults, nil
	}
	return Head(got.Head), got.Faults, nil
}

// cutPlace splits "/3/to" into 3 and "/to".
func cutPlace(pointer string) (int, string) {
	end := 1
	for end < len(pointer) && pointer[end] != '/' {
		end++
	}
	place, err := strconv.Atoi(pointer[min(1, len(pointer)):end])
	if err != nil {
		return 0, pointer
	}
	return place, pointer[end:]
}
