package payment

import (
	"slices"
	"sync"

	"github.com/motcua/motcua/internal/flow"
)

// Transition is one row of the life of an order: from which state which action may lead
// to which, who may take it and what must hold before. Where it leads is told by the
// state whose conditions hold then.
type Transition struct {
	From   State    `json:"from"`   // where the order stands
	On     Action   `json:"on"`     // what is done
	By     []Role   `json:"by"`     // who may
	Guards []string `json:"guards"` // names of what must hold, see OrderReport
	To     State    `json:"to"`     // where it may stand then
}

// way is an action, what must hold before it, and where it may lead.
type way struct {
	on     Action
	guards []guard
	leads  []lead
}

// lead is where an action may lead from some states.
type lead struct{ from, to []State }

// stays says that an action leaves the order in its state.
var stays []State

// ways are the life of an order. Which of the targets is reached is told by the state
// whose conditions hold then: no row can keep money out of the books. That these are the
// ways orders go, no more and no less, is tested.
var ways = []way{
	{ActionOpen, nil, []lead{
		{only(StateNew), only(StateOpened, StateWaived)},
	}},
	{ActionStart, []guard{guardNext, guardIdle, guardFits, guardInTime}, []lead{
		{only(StateOpened, StateAttemptFailed, StateChargedBack), only(StateAttempted)},
		{only(StatePartlyPaid, StateOverReturned), stays},
	}},
	{ActionReport, []guard{guardKnown}, []lead{
		{only(StateAttempted), only(StateAttempted, StateAttemptFailed, StatePartlyPaid, StatePaid, StateOverpaid, StateSuspended, StateChargedBack)},
		{only(StateAttemptFailed), only(StateAttemptFailed, StatePartlyPaid, StatePaid, StateOverpaid, StateSuspended)},
		{only(StatePartlyPaid), only(StatePartlyPaid, StatePaid, StateOverpaid, StateSuspended, StatePartlyRefunded)},
		{only(StatePaid), only(StatePaid, StateOverpaid, StateSuspended, StateExpiredOwing)},
		{only(StateOverpaid), only(StateOverpaid, StateSuspended, StateExpiredOwing)},
		{only(StateSuspended), only(StateAttempted, StatePartlyPaid, StatePaid, StateOverpaid, StateSuspended, StateDisputed, StateChargedBack, StateRefunding, StatePartlyRefunded, StateRefunded, StateOverReturned, StateWaived, StateExpiredOwing)},
		{only(StateDisputed), only(StateSuspended, StateDisputed, StateExpiredOwing)},
		{only(StateChargedBack), only(StatePartlyPaid, StatePaid, StateOverpaid, StateSuspended, StateChargedBack)},
		{only(StateRefunding), only(StateSuspended, StateRefunding, StateExpiredOwing)},
		{only(StatePartlyRefunded), only(StateOverpaid, StateSuspended, StatePartlyRefunded, StateExpiredOwing)},
		{only(StateRefunded), only(StatePartlyPaid, StateOverpaid, StateSuspended, StatePartlyRefunded, StateRefunded, StateExpiredOwing)},
		{only(StateOverReturned), only(StatePartlyPaid, StatePaid, StateOverpaid, StateSuspended, StatePartlyRefunded, StateRefunded, StateOverReturned, StateExpired, StateExpiredOwing, StateCancelled, StateCancelledOwing)},
		{only(StateWaived), only(StateOverpaid, StateSuspended, StateWaived)},
		{only(StateExpired), only(StatePaid, StateOverpaid, StatePartlyRefunded, StateExpired, StateExpiredOwing)},
		{only(StateExpiredOwing), only(StatePaid, StateOverpaid, StateSuspended, StateDisputed, StateRefunding, StatePartlyRefunded, StateRefunded, StateOverReturned, StateExpired, StateExpiredOwing)},
		{only(StateCancelled, StateCancelledOwing), only(StateCancelled, StateCancelledOwing)},
	}},
	{ActionTimeOut, []guard{guardTooLong}, []lead{
		{only(StateAttempted), only(StateAttemptFailed, StateChargedBack)},
		{only(StatePartlyPaid, StatePaid, StateOverpaid, StateSuspended, StateDisputed, StateRefunding, StatePartlyRefunded, StateRefunded, StateOverReturned, StateWaived, StateExpired, StateExpiredOwing, StateCancelled, StateCancelledOwing), stays},
	}},
	{ActionExpire, []guard{guardPastDue, guardUnpaid}, []lead{
		{only(StateOpened, StateAttempted, StateAttemptFailed, StateChargedBack), only(StateExpired)},
		{only(StatePartlyPaid), only(StateExpired, StateExpiredOwing)},
		{only(StateSuspended, StateDisputed, StateRefunding), only(StateExpiredOwing)},
	}},
	{ActionCancel, []guard{guardNothing}, []lead{
		{only(StateOpened, StateAttempted, StateAttemptFailed, StateChargedBack), only(StateCancelled)},
	}},
	{ActionWaive, []guard{guardWaivable}, []lead{
		{only(StateOpened), only(StateOpened, StateWaived)},
		{only(StateAttempted), only(StateAttempted, StateWaived)},
		{only(StateAttemptFailed), only(StateAttemptFailed, StateWaived)},
		{only(StatePartlyPaid), only(StatePartlyPaid, StatePaid, StateOverpaid, StatePartlyRefunded)},
		{only(StatePaid), only(StateOverpaid)},
		{only(StateChargedBack), only(StateChargedBack, StateWaived)},
		{only(StatePartlyRefunded), only(StateOverpaid, StatePartlyRefunded)},
		{only(StateOverpaid, StateSuspended, StateDisputed, StateRefunding, StateOverReturned), stays},
	}},
	{ActionSupport, []guard{guardSupported}, []lead{
		{only(StatePartlyPaid, StatePaid, StateOverpaid, StateSuspended, StateDisputed, StateRefunding, StatePartlyRefunded), stays},
	}},
	{ActionRefund, []guard{guardFreshID, guardAvailable, guardCovered}, []lead{
		{only(StatePartlyPaid, StatePaid, StateOverpaid, StatePartlyRefunded), only(StateRefunding)},
		{only(StateSuspended, StateDisputed, StateRefunding, StateExpiredOwing, StateCancelledOwing), stays},
	}},
	{ActionSettleRefund, []guard{guardOpenRefund, guardEnded}, []lead{
		{only(StateRefunding), only(StatePartlyPaid, StatePaid, StateOverpaid, StateRefunding, StatePartlyRefunded, StateRefunded, StateOverReturned)},
		{only(StateExpiredOwing), only(StateOverReturned, StateExpired, StateExpiredOwing)},
		{only(StateCancelledOwing), only(StateCancelled, StateCancelledOwing)},
		{only(StateSuspended, StateDisputed), stays},
	}},
	{ActionDispute, []guard{guardFreshID, guardOfSum}, []lead{
		{only(StatePartlyPaid, StatePaid, StateOverpaid, StateRefunding, StatePartlyRefunded), only(StateDisputed)},
		{only(StateOverReturned), only(StateDisputed, StateExpiredOwing)},
		{only(StateSuspended, StateDisputed, StateExpiredOwing, StateCancelledOwing), stays},
	}},
	{ActionSettleDispute, []guard{guardOpenClaim, guardEnded}, []lead{
		{only(StateSuspended), only(StateSuspended, StateExpiredOwing)},
		{only(StateDisputed), only(StateAttempted, StatePartlyPaid, StatePaid, StateOverpaid, StateDisputed, StateChargedBack, StateRefunding, StatePartlyRefunded, StateRefunded, StateOverReturned, StateWaived, StateExpired, StateExpiredOwing)},
		{only(StateExpiredOwing), only(StateOverReturned, StateExpired, StateExpiredOwing)},
		{only(StateCancelledOwing), only(StateCancelled, StateCancelledOwing)},
	}},
	{ActionCorrect, []guard{guardKnown, guardLeaves}, []lead{
		{only(StateAttempted), only(StateAttempted, StatePartlyPaid, StatePaid, StateOverpaid, StateSuspended)},
		{only(StateAttemptFailed), only(StateAttemptFailed, StatePartlyPaid, StatePaid, StateOverpaid)},
		{only(StatePartlyPaid), only(StateAttempted, StateAttemptFailed, StatePartlyPaid, StatePaid, StateOverpaid, StateSuspended, StateChargedBack, StatePartlyRefunded, StateRefunded, StateOverReturned)},
		{only(StatePaid), only(StateAttempted, StateAttemptFailed, StatePartlyPaid, StatePaid, StateOverpaid, StateSuspended, StateChargedBack, StateOverReturned, StateExpired, StateExpiredOwing)},
		{only(StateOverpaid), only(StateAttempted, StateAttemptFailed, StatePartlyPaid, StatePaid, StateOverpaid, StateSuspended, StateChargedBack, StatePartlyRefunded, StateRefunded, StateOverReturned, StateWaived, StateExpired, StateExpiredOwing)},
		{only(StateSuspended), only(StateAttempted, StateAttemptFailed, StatePartlyPaid, StatePaid, StateOverpaid, StateSuspended, StateDisputed, StateChargedBack, StateRefunding, StatePartlyRefunded, StateRefunded, StateOverReturned, StateWaived, StateExpired, StateExpiredOwing)},
		{only(StateDisputed), only(StateSuspended, StateDisputed, StateExpiredOwing)},
		{only(StateChargedBack), only(StatePartlyPaid, StatePaid, StateOverpaid, StateSuspended, StateChargedBack)},
		{only(StateRefunding), only(StateSuspended, StateRefunding, StateExpiredOwing)},
		{only(StatePartlyRefunded), only(StatePartlyPaid, StateOverpaid, StateSuspended, StatePartlyRefunded, StateRefunded, StateOverReturned, StateExpired, StateExpiredOwing)},
		{only(StateRefunded), only(StatePartlyPaid, StateOverpaid, StateSuspended, StatePartlyRefunded, StateRefunded, StateOverReturned)},
		{only(StateOverReturned), only(StatePartlyPaid, StatePaid, StateOverpaid, StateSuspended, StatePartlyRefunded, StateRefunded, StateOverReturned, StateExpired, StateExpiredOwing, StateCancelled, StateCancelledOwing)},
		{only(StateWaived), only(StateOverpaid, StateSuspended, StateWaived)},
		{only(StateExpired), only(StatePaid, StateOverpaid, StateSuspended, StatePartlyRefunded, StateOverReturned, StateExpired, StateExpiredOwing)},
		{only(StateExpiredOwing), only(StatePaid, StateOverpaid, StateSuspended, StateDisputed, StateRefunding, StatePartlyRefunded, StateRefunded, StateOverReturned, StateExpired, StateExpiredOwing)},
		{only(StateCancelled, StateCancelledOwing), only(StateOverReturned, StateCancelled, StateCancelledOwing)},
	}},
}

// life is the table of all rows. That they compile is tested.
var life = sync.OnceValue(func() *flow.Table[State, Action, []guard] {
	var rows []flow.Row[State, Action, []guard]
	for _, w := range ways {
		for _, l := range w.leads {
			rows = append(rows, l.rows(w)...)
		}
	}
	table, _ := flow.Compile(len(stateRows), len(actionRows), rows)
	return table
})

// rows are those of a lead.
func (l lead) rows(w way) (list []flow.Row[State, Action, []guard]) {
	for _, from := range l.from {
		to := l.to
		if to == nil {
			to = only(from)
		}
		for _, t := range to {
			list = append(list, flow.Row[State, Action, []guard]{From: from, On: w.on, To: t, More: w.guards})
		}
	}
	return list
}

// Transitions are all rows of the life of an order, by state, then by action.
func Transitions() []Transition {
	var list []Transition
	for _, r := range life().Rows() {
		t := Transition{From: r.From, On: r.On, By: slices.Clone(r.On.row().by), Guards: []string{}, To: r.To}
		for _, g := range r.More {
			t.Guards = append(t.Guards, g.String())
		}
		list = append(list, t)
	}
	return list
}

// only is the list of a few states.
func only(s ...State) []State { return s }
