package receipt

import (
	"time"

	"github.com/motcua/motcua"
)

// Event is one thing that happened to a series.
type Event struct {
	ID      string    `json:"id"`                           // "open", that of the claim, "void" with the number, "close"
	Action  Action    `json:"action"`                       // what
	At      time.Time `json:"at"`                           // when
	Who     string    `json:"who,omitempty" personal:"yes"` // who did it
	Series  *Series   `json:"series,omitempty"`             // open: the series
	Receipt *Receipt  `json:"receipt,omitempty"`            // issue: the receipt
	Void    *Voiding  `json:"void,omitempty"`               // void: which one and why
}

// Voiding is what makes a receipt void.
type Voiding struct {
	Number   string `json:"number"`                // of the receipt
	Reason   string `json:"reason" personal:"yes"` // why (lý do)
	Replaced bool   `json:"replaced"`              // another one is to take its place
}

// Check finds all that is wrong with an event by itself, sorted.
func (e *Event) Check() motcua.Faults {
	var faults motcua.Faults
	if e.ID == "" {
		unsaid(&faults, "/id")
	}
	if e.At.IsZero() {
		unsaid(&faults, "/at")
	}
	if _, err := e.Action.MarshalText(); err != nil {
		unsaid(&faults, "/action")
	}
	for _, member := range []struct {
		at   string
		is   bool
		with Action
	}{{"/series", e.Series != nil, ActionOpen}, {"/receipt", e.Receipt != nil, ActionIssue}, {"/void", e.Void != nil, ActionVoid}} {
		if member.is != (e.Action == member.with) && e.Action != 0 {
			fault(&faults, codeMembers, member.at, "không đúng với việc %v", "this does not go with %v", e.Action)
		}
	}
	if e.Series != nil {
		faults = append(faults, e.Series.Check().At("/series")...)
	}
	if e.Receipt != nil {
		faults = append(faults, e.Receipt.Check().At("/receipt")...)
		e.checkIssue(&faults)
	}
	if e.Void != nil {
		checkNumber(&faults, "/void/number", e.Void.Number)
		if e.Void.Reason == "" {
			unsaid(&faults, "/void/reason")
		}
	}
	faults.Sort()
	return faults
}

// checkIssue holds what was issued to the moment: it stood then.
func (e *Event) checkIssue(faults *motcua.Faults) {
	if !e.Receipt.At.Equal(e.At) {
		fault(faults, codeOther, "/receipt/at", "không phải thời điểm lập", "not the time of the event")
	}
	if e.Receipt.Void != nil {
		fault(faults, codeMembers, "/receipt/void", "biên lai mới lập chưa thể bị xóa bỏ", "what is issued is not void yet")
	}
}
