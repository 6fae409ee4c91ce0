package register

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/chain"
	"github.com/motcua/motcua/payment"
)

// Unexplained is a claim that no order explains, and what was found out about it.
type Unexplained struct {
	ID      string        `json:"id"`                              // of the claim, to be named in Explain
	Claim   payment.Claim `json:"claim"`                           // what was said
	At      time.Time     `json:"at"`                              // when it was recorded
	Order   string        `json:"order,omitempty"`                 // the order it turned out to be for
	Reason  string        `json:"reason,omitempty" personal:"yes"` // why, or what became of the sum
	Holder  string        `json:"holder,omitempty"`                // the order that has its transaction, where it is another one
	Again   bool          `json:"again"`                           // one before it, or the holder, told of the same transaction: the sum is on the books once
	Settled bool          `json:"settled"`                         // it is off the books of suspense
}

// String says the claim and whether it is settled, and no person.
func (u Unexplained) String() string {
	return fmt.Sprintf("%v of %s in suspense, settled: %t", u.Claim.Amount, u.Claim.Reference, u.Settled)
}

// Format is String for every verb of package fmt.
func (u Unexplained) Format(s fmt.State, verb rune) {
	fmt.Fprintf(s, fmt.FormatString(s, verb), u.String())
}

// LogValue is String.
func (u Unexplained) LogValue() slog.Value { return slog.StringValue(u.String()) }

// note is what stands on a stream of suspense: a claim came, or was explained.
type note struct {
	ID          string         `json:"id"`
	At          time.Time      `json:"at"`
	Claim       *payment.Claim `json:"claim,omitempty"`
	Holder      string         `json:"holder,omitempty"` // the order that had its transaction then
	Explanation *explanation   `json:"explanation,omitempty"`
}

// explanation is what takes a claim off.
type explanation struct {
	ID     string `json:"id"`
	Order  string `json:"order,omitempty"`
	Reason string `json:"reason" personal:"yes"`
}

const (
	typeSuspended = "suspense.claim"
	typeExplained = "suspense.explained"
)

// check finds what is wrong with a note by itself.
func (n *note) check() (faults motcua.Faults) {
	if (n.Claim == nil) == (n.Explanation == nil) {
		faults.Add(codeRecord, "", motcua.Text{Vi: "cần thông báo hoặc giải thích", En: "either a claim or an explanation"}, nil)
	}
	if n.Claim != nil {
		faults = append(faults, n.Claim.Check().At("/claim")...)
	}
	return faults
}

// notes says how notes are kept.
var notes = chain.Kind[note]{
	Codes: chain.Codes{Record: codeRecord, Chain: codeChain, Beside: codeBeside, Head: codeHead},
	Check: (*note).check,
	Beside: func(n *note) motcua.Event {
		kind := typeSuspended
		if n.Explanation != nil {
			kind = typeExplained
		}
		return motcua.Event{ID: n.ID, Type: kind, Time: n.At}
	},
}

// ErrUnknown is the class of errors about a claim that is not in suspense.
var ErrUnknown = errors.New("no such claim in suspense")

// suspenseStream is the part of suspense that a claim is in.
func suspenseStream(claim string) string { return partOf(suspensePrefix, partFor(claim)) }

// suspend records a claim that no order explains, or whose transaction a holder has, once.
func (r Register) suspend(ctx context.Context, c payment.Claim, holder string) (known bool, err error) {
	id := keyOf(c)
	return r.write(ctx, suspenseStream(id), note{ID: id, Claim: &c, Holder: holder})
}

// write appends a note unless one of its id is there. It is written though what stands
// before it is damaged: no claim is lost for that.
func (r Register) write(ctx context.Context, stream string, n note) (known bool, err error) {
	n.At = r.stamp()
	for range retries {
		got, err := notes.Read(ctx, r.Log, stream)
		if err != nil || slices.Contains(got.IDs, n.ID) {
			return err == nil, err
		}
		e, err := notes.Seal(stream, got.Head, &n)
		if err != nil {
			return false, err
		}
		if _, err = r.Log.Append(ctx, stream, got.Head.Version, e); !errors.Is(err, motcua.ErrConflict) {
			return false, err
		}
	}
	return false, err
}

// Explain takes a claim off the books of suspense: it turned out to be for an order,
// where its sum was recorded by a correction, or something else became of it. Doing so
// twice is doing so once; another explanation than the one that is kept is a
// *payment.RepeatedError. An id that is not in suspense is [ErrUnknown]; where its part of
// suspense is damaged the error is motcua.Faults.
func (r Register) Explain(ctx context.Context, id, order, reason string) error {
	stream, command := suspenseStream(id), "explained-"+id
	u, err := r.unexplained(ctx, stream, id)
	if err != nil {
		return err
	}
	if !u.Settled {
		if _, err := r.write(ctx, stream, note{ID: command, Explanation: &explanation{id, order, reason}}); err != nil {
			return err
		}
		if u, err = r.unexplained(ctx, stream, id); err != nil { // as it is kept: somebody may have been first
			return err
		}
	}
	if u.Order != order || u.Reason != reason {
		return &payment.RepeatedError{Command: command}
	}
	return nil
}

// unexplained finds a claim in its part of suspense.
func (r Register) unexplained(ctx context.Context, stream, id string) (Unexplained, error) {
	list, faults, err := r.suspenseOf(ctx, stream)
	if err := cmp.Or(err, faults.Err()); err != nil {
		return Unexplained{}, err
	}
	if i := slices.IndexFunc(list, func(u Unexplained) bool { return u.ID == id }); i >= 0 {
		return list[i], nil
	}
	return Unexplained{}, fmt.Errorf("%w: %q", ErrUnknown, id)
}

// suspenseOf are the claims of a part of suspense, and what is wrong with it.
func (r Register) suspenseOf(ctx context.Context, stream string) (list []Unexplained, faults motcua.Faults, err error) {
	got, err := notes.Read(ctx, r.Log, stream)
	if err != nil {
		return nil, nil, err
	}
	at := map[string]int{}
	for i := range got.Events {
		n := &got.Events[i]
		if n.Claim != nil {
			at[n.ID] = len(list)
			list = append(list, Unexplained{ID: n.ID, Claim: *n.Claim, At: n.At, Holder: n.Holder})
		}
		if x := n.Explanation; x != nil {
			if i, ok := at[x.ID]; ok {
				list[i].Order, list[i].Reason, list[i].Settled = x.Order, x.Reason, true
			}
		}
	}
	return list, got.Faults.At(motcua.Pointer(stream)), nil
}

// Suspense lists the claims that no order explained, in the order in which they were
// recorded, those that were explained since among them. The error is that of the Log, and
// then there is no list; or it is motcua.Faults of all records that are damaged, with
// pointers that begin with the stream, and then the list is what could be read.
func (r Register) Suspense(ctx context.Context) ([]Unexplained, error) {
	var list []Unexplained
	var faults motcua.Faults
	for part := range parts {
		more, wrong, err := r.suspenseOf(ctx, partOf(suspensePrefix, part))
		if err != nil {
			return nil, err
		}
		list, faults = append(list, more...), append(faults, wrong...)
	}
	slices.SortFunc(list, func(a, b Unexplained) int {
		return cmp.Or(a.At.Compare(b.At), a.Claim.At.Compare(b.Claim.At), cmp.Compare(a.ID, b.ID))
	})
	told := map[[2]string]bool{}
	for i := range list {
		u := &list[i]
		sum := [2]string{u.Claim.Reference, u.Claim.Transaction}
		u.Again = told[sum] || u.Holder != ""
		told[sum] = told[sum] || u.Claim.Outcome == payment.OutcomeSucceeded
	}
	return list, faults.Err()
}

// VerifySuspense finds all that is wrong with suspense as it is kept, sorted: its records,
// the chain of hashes of each of its streams, and whether they go on from heads that were
// kept elsewhere, by stream; nil is held to nothing. The heads that are returned are those
// of now, of every stream that has records and no fault. The error is that of the Log.
func (r Register) VerifySuspense(ctx context.Context, kept map[string]Head) (map[string]Head, motcua.Faults, error) {
	now, faults := map[string]Head{}, motcua.Faults{}
	for part := range parts {
		stream := partOf(suspensePrefix, part)
		got, err := notes.Read(ctx, r.Log, stream)
		if err != nil {
			return nil, nil, err
		}
		notes.Hold(got, chain.Head(kept[stream]))
		if got.Faults.Err() == nil && got.Head.Version > 0 {
			now[stream] = Head(got.Head)
		}
		faults = append(faults, got.Faults.At(motcua.Pointer(stream))...)
	}
	faults.Sort()
	return now, faults, nil
}

// Postings are what the claim is on the books: money of an unknown owner, while it is
// not settled, if money came and no claim before it told of it.
func (u *Unexplained) Postings() []payment.Posting {
	if u.Settled || u.Again || u.Claim.Outcome != payment.OutcomeSucceeded {
		return []payment.Posting{}
	}
	return []payment.Posting{
		{Book: payment.BookClearing, Amount: u.Claim.Amount},
		{Book: payment.BookSuspense, Amount: u.Claim.Amount.Neg()},
	}
}

// Entry is the claim as an entry of the journal of no order, so that a statement can be
// held against it too; its postings are [Unexplained.Postings].
func (u *Unexplained) Entry() payment.Entry {
	return payment.Entry{
		At: u.At, Action: payment.ActionReport, Reference: u.Claim.Reference, Transaction: u.Claim.Transaction, Dated: u.Claim.At, Postings: u.Postings(),
	}
}
