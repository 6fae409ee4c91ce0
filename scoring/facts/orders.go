package facts

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/motcua/motcua/dossier/settlement"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/scoring/counting"
)

// stand is how a dossier stands by its orders at the cuts from an instant on.
type stand struct {
	at                 int64 // Unix seconds
	feeDue, paidOnline bool
}

// Classes of [OrderError].
var (
	ErrOtherDossier = errors.New("it is no order of this dossier")
	ErrOrderTime    = errors.New("an event of it lies outside the years that can be counted")
)

// OrderError says which order was not taken in, and with it none.
type OrderError struct {
	Order string // its id; "" where it was not opened
	Err   error  // [ErrOtherDossier] or [ErrOrderTime]
}

// Error says it in English.
func (e *OrderError) Error() string { return fmt.Sprintf("order %q: %v", e.Order, e.Err) }

// Unwrap is the class.
func (e *OrderError) Unwrap() error { return e.Err }

// Orders takes in all orders (khoản thu) of a dossier and returns its id. They are the
// books: where a dossier has any, they say whether it has a financial obligation and
// whether that was paid online, and neither a message nor the dossier does, whatever
// comes first. They are put together as [settlement.StandingOf] does; what the sources
// leave open is for the register's [OrderRule].
//
// They are read as of each cut: by the events recorded until then, so that a refund of
// 10 March takes back a payment of 3 March from the cuts of 10 March on, and leaves those
// before as they were. Before its first order is opened a dossier owes nothing.
//
// Histories only grow: of two lists of the same dossier the one with fewer events is old
// and changes nothing, nor does the same list again, nor one without orders. The error is
// an *OrderError.
func (g *Register) Orders(code string, orders []*payment.Order) (id int, err error) {
	k, _ := g.keys.of([]byte(code))
	for _, o := range orders {
		if o == nil || o.Opening == nil {
			return 0, &OrderError{Err: ErrOtherDossier}
		}
		if of, _ := g.keys.of([]byte(o.Opening.Dossier)); of != k || code == "" {
			return 0, &OrderError{o.ID(), ErrOtherDossier}
		}
	}
	news, err := newsOf(longestOf(orders))
	if err != nil {
		return 0, err
	}
	i := g.id([]byte(code))
	c := &g.cases[i]
	if len(news) == 0 || c.more != nil && len(news) < c.more.orderEvents {
		return dossierID(i), nil
	}
	m, stands := c.extra(), g.stands(news)
	if m.orderEvents == 0 || !slices.Equal(stands, m.stands) {
		g.touch(dossierID(i))
	}
	m.stands, m.orderEvents = stands, len(news)
	return dossierID(i), nil
}

// longestOf are the orders, each once: as its longest history has it.
func longestOf(orders []*payment.Order) []*payment.Order {
	var list []*payment.Order
	for _, o := range orders {
		i := slices.IndexFunc(list, func(p *payment.Order) bool { return p.ID() == o.ID() })
		switch {
		case i < 0:
			list = append(list, o)
		case o.Version() > list[i].Version():
			list[i] = o
		}
	}
	return list
}

// news is an event of an order and when it was known.
type news struct {
	at    int64 // Unix seconds
	event *payment.Event
	order *payment.Order // as it stood, to which the event is to be applied
}

// newsOf are the events of orders in the order in which they were known. One that bears
// an earlier time than the event before it in its order was known no sooner.
func newsOf(orders []*payment.Order) ([]news, error) {
	var list []news
	for _, o := range orders {
		then := &payment.Order{Events: make([]payment.Event, 0, len(o.Events))}
		at := int64(counting.Always)
		for i := range o.Events {
			e := &o.Events[i]
			if e.At.Unix() < firstMoment.Unix() || e.At.Unix() >= afterMoments.Unix() {
				return nil, &OrderError{o.ID(), ErrOrderTime}
			}
			at = max(at, e.At.Unix())
			list = append(list, news{at, e, then})
		}
	}
	slices.SortStableFunc(list, func(a, b news) int { return cmp.Compare(a.at, b.at) })
	return list, nil
}

// stands follows the events, and notes each instant at which a dossier comes to stand
// otherwise.
func (g *Register) stands(list []news) []stand {
	var orders []*payment.Order
	var stands []stand
	last := stand{}
	for i, n := range list {
		if n.order.Opening == nil {
			orders = append(orders, n.order)
		}
		n.order.Apply(*n.event)
		if i+1 < len(list) && list[i+1].at == n.at {
			continue
		}
		now := g.standing(orders)
		if now != last {
			stands, last = append(stands, stand{n.at, now.feeDue, now.paidOnline}), now
		}
	}
	return slices.Clip(stands)
}

// standing is how a dossier stands by its orders as they are, under the rules.
func (g *Register) standing(orders []*payment.Order) stand {
	rule := &g.compiled.orders
	s := settlement.StandingOf(orders, rule.Online...)
	owes := s.Obligation && (rule.Waived || !s.Waived) && (rule.Expired || !s.Expired)
	return stand{0, owes, s.Method != 0}
}

// ordered splits the rows of a dossier, those from first on, at what its orders say.
func (g *Register) ordered(stands []stand, rows []counting.Row, first int) []counting.Row {
	for _, s := range stands {
		rows = split(rows, first, s.at)
	}
	for i := first; i < len(rows); i++ {
		var now stand
		for _, s := range stands {
			if s.at <= rows[i].Since {
				now = s
			}
		}
		g.slots.feeDue.set(&rows[i], now.feeDue)
		g.slots.paidOnline.set(&rows[i], now.paidOnline)
	}
	return rows
}
