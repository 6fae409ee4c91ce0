package payment

import (
	"fmt"
	"log/slog"
)

// PersonalFields lists the members of an order's events that identify a person, as JSON
// Pointers from an event. What is printed or logged leaves their values out, whatever the
// verb or the handler, and so does what [Order.Public] gives. Only encoding/json shows
// them, and with it a slog.JSONHandler that is given a list, a map or a type of somebody
// else's that holds events.
func PersonalFields() []string {
	return []string{"/who", "/reason", "/opening/payer/name", "/opening/payer/id", "/opening/payer/address", "/opening/note"}
}

// Public is the order without anything that identifies a person: every member of
// [PersonalFields] is empty, and so are the fingerprints, from which who knows the rest
// could guess it. It is for showing: as a document it would lack what its events need.
// What it does not empty it shares with o.
func (o *Order) Public() *Order {
	events := make([]Event, len(o.Events))
	for i, e := range o.Events {
		e.Who, e.Reason, e.Fingerprint = "", "", ""
		if e.Opening != nil {
			opening := *e.Opening
			opening.Payer, opening.Note, e.Opening = Payer{}, "", &opening
		}
		events[i] = e
	}
	return Fold(events)
}

// String names the members that are set.
func (d Details) String() string { return d.members().String() }

// Format is String for every verb of package fmt.
func (d Details) Format(s fmt.State, verb rune) { show(s, verb, d.String()) }

// LogValue is String.
func (d Details) LogValue() slog.Value { return slog.StringValue(d.String()) }
