package store

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/history"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

// world is what stands outside the file and outlives every process: the gateway with what
// it charged, and what was acknowledged. The file is held to it.
type world struct {
	random  *rand.Rand
	claims  map[string]payment.Claim // what came of each attempt, by reference
	unheard map[string]bool          // of these, what nobody has acknowledged: it is said again
	held    map[string]string        // transactions that were told of another order too, by reference and transaction: the order that has each
	told    []string                 // what was acknowledged, in order
}

func newWorld(seed uint64) *world {
	return &world{random: rand.New(rand.NewPCG(seed, seed)), claims: map[string]payment.Claim{}, unheard: map[string]bool{}, held: map[string]string{}}
}

// hear takes what a process said, and returns what the gateway says to it: of an attempt
// it hears of for the first time it charges the payer, or declines; and it says so up to
// three times, by callback and in answer to queries, before and after others. Of what was taken
// it may say that it was for another order besides.
func (w *world) hear(line string) (say []payment.Claim) {
	what, rest, _ := strings.Cut(line, " ")
	switch what {
	case ready: // whoever was killed before it acknowledged is told again
		for _, reference := range slices.Sorted(maps.Keys(w.unheard)) {
			say = append(say, w.claims[reference])
		}
	case "asked":
		reference, amount, _ := strings.Cut(rest, " ")
		if _, known := w.claims[reference]; !known {
			w.claims[reference] = w.charge(reference, payment.MustMoney(amount))
			w.unheard[reference] = true
		}
		say = w.repeat(w.claims[reference])
		if w.random.IntN(2) == 0 { // and of another, late
			all := slices.Sorted(maps.Keys(w.claims))
			say = append(w.repeat(w.claims[all[w.random.IntN(len(all))]]), say...)
		}
	case "taken":
		delete(w.unheard, rest)
		say = w.mistake(w.claims[rest])
	case "held":
		_, transaction, _ := strings.Cut(rest, " ")
		w.held[rest], _ = payment.OrderOf(strings.TrimPrefix(transaction, "G"))
	}
	w.told = append(w.told, line)
	return say
}

func (w *world) charge(reference string, amount payment.Money) payment.Claim {
	c := payment.Claim{Reference: reference, Amount: amount, At: time.Now(), Origin: payment.OriginCallback}
	if w.random.IntN(5) == 0 {
		c.Outcome, c.Code = payment.OutcomeFailed, "99"
		return c
	}
	c.Outcome, c.Code, c.Transaction = payment.OutcomeSucceeded, "00", "G"+reference
	return c
}

// mistake tells a transaction of an attempt of another order, now and then.
func (w *world) mistake(c payment.Claim) []payment.Claim {
	all := slices.Sorted(maps.Keys(w.claims))
	order, _ := payment.OrderOf(c.Reference)
	c.Reference = all[w.random.IntN(len(all))]
	if other, _ := payment.OrderOf(c.Reference); c.Outcome != payment.OutcomeSucceeded || other == order || w.random.IntN(4) > 0 {
		return nil
	}
	return []payment.Claim{c}
}

func (w *world) repeat(c payment.Claim) (list []payment.Claim) {
	for range 1 + w.random.IntN(3) {
		c.Origin = payment.OriginCallback + payment.Origin(w.random.IntN(2))
		list = append(list, c)
	}
	return list
}

// books are what is in a file: all orders and dossiers, by id of the order.
type books struct {
	orders   map[string]*payment.Order
	dossiers map[string]*dossier.Dossier
	wrong    []string
}

func (b *books) tell(format string, args ...any) {
	b.wrong = append(b.wrong, fmt.Sprintf(format, args...))
}

// read reads the orders that are named, and their dossiers, with all proofs of theirs.
func read(ctx context.Context, log motcua.Log, orders []string) (*books, error) {
	b := &books{orders: map[string]*payment.Order{}, dossiers: map[string]*dossier.Dossier{}}
	for _, id := range orders {
		desk := deskOf(log, unitOf(id))
		_, faults, err := desk.Orders.Verify(ctx, id, register.Head{})
		_, more, err2 := desk.Dossiers.Verify(ctx, codeOf(id), history.Head{})
		if err := cmp.Or(err, err2); err != nil {
			return nil, err
		}
		if len(faults)+len(more) > 0 {
			b.tell("%s has faults: %v %v", id, faults, more)
		}
		if b.orders[id], _, err = desk.Orders.Load(ctx, id); err != nil && b.orders[id] == nil {
			return nil, err
		}
		if b.dossiers[id], _, err = desk.Dossiers.Load(ctx, codeOf(id)); err != nil && b.dossiers[id] == nil {
			return nil, err
		}
	}
	return b, nil
}

// acknowledged finds what somebody was told and is not there.
func (b *books) acknowledged(w *world, lines []string) {
	for _, line := range lines {
		what, rest, _ := strings.Cut(line, " ")
		reference, _, _ := strings.Cut(rest, " ")
		order, is := payment.OrderOf(reference)
		if !is {
			order = rest
		}
		there := true
		switch what {
		case "filed":
			there = len(b.dossiers[order].Events) > 0
		case "demanded":
			there = b.orders[order].Opening != nil && len(b.dossiers[order].Orders) == 1
		case "asked":
			there = slices.ContainsFunc(b.orders[order].Tries, func(t payment.Try) bool { return t.Reference == reference })
		case "taken":
			there = slices.ContainsFunc(b.orders[order].Tries, func(t payment.Try) bool {
				return t.Reference == reference && len(t.Claims) == 1 && t.Outcome == w.claims[reference].Outcome
			})
		}
		if !there {
			b.tell("acknowledged and lost, or kept twice: %s", line)
		}
	}
}

// taken holds the money of each order to what the gateway charged, and the books to 0.
func (b *books) taken(w *world) {
	charged, clearing := map[string][]string{}, vnd(0)
	for _, c := range w.claims {
		if c.Outcome == payment.OutcomeSucceeded {
			order, _ := payment.OrderOf(c.Reference)
			charged[order] = append(charged[order], c.Transaction+" "+c.Amount.String())
			clearing, _ = clearing.Sub(c.Amount)
		}
	}
	for id, o := range b.orders {
		var sums []string
		for _, s := range o.Sums {
			sums = append(sums, s.Transaction+" "+s.Amount.String())
		}
		slices.Sort(sums)
		if slices.Sort(charged[id]); !slices.Equal(sums, charged[id]) {
			b.tell("%s took %v, charged were %v", id, sums, charged[id])
		}
		delete(charged, id)
		for _, entry := range o.Journal() {
			rest := vnd(0)
			for _, p := range entry.Postings {
				rest, _ = rest.Add(p.Amount)
				if p.Book == payment.BookClearing {
					clearing, _ = clearing.Add(p.Amount)
				}
			}
			if rest.Sign() != 0 {
				b.tell("entry %d of %s does not balance: %v", entry.Version, id, rest)
			}
		}
	}
	if len(charged) > 0 || clearing.Sign() != 0 {
		b.tell("charged and on no order: %v; in all the books have %v more", charged, clearing)
	}
}

// agree holds each dossier to its order: told once if it is paid, and else not.
func (b *books) agree() {
	for id, o := range b.orders {
		paid, told := o.State == payment.StatePaid, 0
		for _, e := range b.dossiers[id].Events {
			if e.Action != dossier.ActionConfirmPayment {
				continue
			}
			if told++; e.Payment.Order != id || e.Payment.Amount != o.Due {
				b.tell("%s was told of %+v", codeOf(id), *e.Payment)
			}
		}
		if told > 1 || paid != (told == 1) {
			b.tell("%s is %v, and its dossier was told so %d times", id, o.State, told)
		}
	}
}

// suspended holds suspense to what was told of two orders: each once, with the order that
// has it, and on no books.
func suspended(ctx context.Context, log motcua.Log, w *world) (wrong []string) {
	list, err := register.Register{Log: log}.Suspense(ctx)
	if err != nil {
		return []string{err.Error()}
	}
	times := map[string]int{}
	for _, u := range list {
		key := u.Claim.Reference + " " + u.Claim.Transaction
		if times[key]++; len(u.Postings()) > 0 || u.Holder == "" {
			wrong = append(wrong, fmt.Sprintf("%s is on the books of suspense, held by %q", key, u.Holder))
		}
		if order, told := w.held[key]; told && u.Holder != order {
			wrong = append(wrong, fmt.Sprintf("%s is held by %q, not by %q", key, u.Holder, order))
		}
	}
	for key := range w.held {
		if times[key] != 1 {
			wrong = append(wrong, fmt.Sprintf("%s is in suspense %d times", key, times[key]))
		}
	}
	return wrong
}

// gaps are the orders that are paid and of which the dossier does not know.
func (b *books) gaps() (n int) {
	for id, o := range b.orders {
		if o.State == payment.StatePaid && b.dossiers[id].State == dossier.StatePaymentToFile {
			n++
		}
	}
	return n
}

// versions is how many events there are in all.
func (b *books) versions() (n int) {
	for id, o := range b.orders {
		n += len(o.Events) + len(b.dossiers[id].Events)
	}
	return n
}

// ordersIn are the orders that lines are about.
func ordersIn(lines []string) []string {
	set := map[string]bool{}
	for _, line := range lines {
		if _, rest, is := strings.Cut(line, " "); is {
			id, _, _ := strings.Cut(rest, " ")
			if order, is := payment.OrderOf(id); is {
				id = order
			}
			set[id] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}
