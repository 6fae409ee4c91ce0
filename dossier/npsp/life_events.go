package npsp

import (
	"slices"
	"sync"

	"github.com/motcua/motcua/dossier"
)

// events are what was told, as events: each leads to the state that the rows of a life
// give the action from where the dossier stood, if that is the state that was told.
func (r *reading) events() []dossier.Event {
	events := make([]dossier.Event, 0, len(r.list)+2)
	state := dossier.StateDraft
	received := false
	for _, t := range r.list {
		received = received || t.action == dossier.ActionReceive
		state = r.to(state, t.action, t.code, received)
		if t.by.Role == 0 {
			t.by.Role = doers()[t.action]
		}
		events = append(events, dossier.Event{Action: t.action, At: t.at.Time(), By: t.by, To: state, Details: t.details})
	}
	return events
}

// doers are who does an action first of all.
var doers = sync.OnceValue(func() map[dossier.Action]dossier.Role {
	set := map[dossier.Action]dossier.Role{}
	for _, t := range dossier.Transitions() {
		if set[t.On] == 0 {
			set[t.On] = t.By[0]
		}
	}
	return set
})

// departure is where an action is taken.
type departure struct {
	from dossier.State
	on   dossier.Action
}

var ways = sync.OnceValue(func() map[departure][]dossier.State {
	set := map[departure][]dossier.State{}
	for _, t := range dossier.Transitions() {
		set[departure{t.From, t.On}] = append(set[departure{t.From, t.On}], t.To)
	}
	return set
})

func (r *reading) to(from dossier.State, on dossier.Action, code int, received bool) dossier.State {
	for _, to := range ways()[departure{from, on}] {
		if n, _ := to.National(); (code == 0 || n == code) && (on != dossier.ActionSubmit || (to == dossier.StateRegistered) == r.inPerson) {
			return to
		}
	}
	switch {
	case code == 0 && received:
		code = 4
	case code == 0:
		return dossier.StateSupplemented
	case code == 5 && !received:
		return dossier.StateSupplementToFile
	case code == 6 && !received:
		return dossier.StatePaymentToFile
	}
	to, _ := dossier.StateOfNational(code)
	return to
}

// payment tells how the dossier was paid for: in the step that says that it was, or at a
// time nobody told.
func (r *reading) payment(events []dossier.Event) []dossier.Event {
	gateway := codeIn[dossier.Gateway](r.m.DuocThanhToanTrucTuyen, 2)
	for i := range events {
		if e := &events[i]; e.Action == dossier.ActionConfirmPayment {
			e.Payment = &dossier.Payment{Online: gateway}
			gateway = 0
		}
	}
	if gateway == 0 {
		return events
	}
	return append(events, dossier.Event{
		Action: dossier.ActionConfirmPayment, By: dossier.Actor{Role: dossier.RoleSystem, ID: fromAccount}, To: events[len(events)-1].To,
		Details: dossier.Details{Payment: &dossier.Payment{Online: gateway}},
	})
}

// closing leads to the state of the message, if nothing else ever did, at a time nobody
// told. A message that calls open what its steps ended is older than they are.
func (r *reading) closing(events []dossier.Event) []dossier.Event {
	code := int(codeOf(r.m.TrangThaiHoSo))
	if code < 1 || code > codeReturned {
		return events
	}
	for _, e := range events {
		if n, _ := e.To.National(); n == code {
			return events
		}
	}
	main, _ := dossier.StateOfNational(code)
	last := events[len(events)-1].To
	if last.Ended() && !main.Ended() {
		return events
	}
	received := slices.ContainsFunc(events, func(e dossier.Event) bool { return e.Action == dossier.ActionReceive })
	return append(events, dossier.Event{
		Action: actionOf[code], By: dossier.Actor{Role: dossier.RoleSystem, ID: fromAccount}, To: r.to(last, actionOf[code], code, received),
	})
}

// put puts the results where the work was done.
func (r *reading) put(events []dossier.Event) {
	results := r.m.results()
	at := len(events)
	for i := len(events) - 1; i >= 0; i-- {
		if n, _ := events[i].To.National(); n != codeDone && n != codeReturned {
			break
		}
		at = i
	}
	if at < len(events) && results != nil {
		events[at].Results = results
	}
}
