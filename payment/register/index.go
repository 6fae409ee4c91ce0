package register

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/chain"
	"github.com/motcua/motcua/payment"
)

// list writes the id of an order into an index, once.
func (r Register) list(ctx context.Context, stream, order string) error {
	_, err := chain.Once(ctx, r.Log, stream, motcua.Event{ID: order, Type: "order.listed", Time: r.stamp(), Data: json.RawMessage("{}")})
	return err
}

// OfDossier are the orders of a dossier, in the order in which they were opened: what a
// reverse look-up answers with (tra cứu thanh toán theo hồ sơ). The error is that of the
// Log, and then there is no list; or it is motcua.Faults of all orders that are damaged,
// with pointers that begin with their streams, and then the list is of the others.
func (r Register) OfDossier(ctx context.Context, code string) ([]*payment.Order, error) {
	list, faults, err := r.listed(ctx, dossierPrefix+canonical(code))
	return list, cmp.Or(err, faults.Err())
}

// AtUnit are the orders that a unit collects, in the order in which they were opened.
// Errors are those of [Register.OfDossier].
func (r Register) AtUnit(ctx context.Context, unit motcua.UnitCode) ([]*payment.Order, error) {
	var list []*payment.Order
	var faults motcua.Faults
	for part := range parts {
		more, wrong, err := r.listed(ctx, partOf(unitPrefix+string(unit)+"/", part))
		if err != nil {
			return nil, err
		}
		list, faults = append(list, more...), append(faults, wrong...)
	}
	slices.SortStableFunc(list, func(a, b *payment.Order) int {
		return cmp.Or(a.Events[0].At.Compare(b.Events[0].At), cmp.Compare(a.ID(), b.ID()))
	})
	faults.Sort()
	return list, faults.Err()
}

// parts is into how many streams the index of a unit and suspense are cut, since an id is
// looked for before it is written.
const parts = 256

// partOf is the stream of a part.
func partOf(prefix string, part int) string { return fmt.Sprintf("%s%02x", prefix, part) }

// partFor is the part of an id, told by its hash.
func partFor(id string) int {
	sum := sha256.Sum256([]byte(id))
	return int(sum[0]) % parts
}

// listed are the orders of an index that are sound, and what is wrong with the others.
func (r Register) listed(ctx context.Context, stream string) (list []*payment.Order, faults motcua.Faults, err error) {
	for rec, err := range r.Log.Read(ctx, stream, 0) {
		if err != nil {
			return nil, nil, err
		}
		o, _, err := r.Load(ctx, rec.ID)
		var damage motcua.Faults
		switch {
		case errors.As(err, &damage):
			faults = append(faults, damage.At(motcua.Pointer(StreamOf(rec.ID)))...)
		case err != nil:
			return nil, nil, err
		case o.Opening != nil: // it was opened
			list = append(list, o)
		}
	}
	return list, faults, nil
}
