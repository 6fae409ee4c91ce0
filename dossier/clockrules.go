package dossier

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/internal/strict"
)

// ClockRules are the rows by which a ledger is kept.
type ClockRules struct {
	Reasons   []Reason      `json:"reasons"`   // of pauses, at most 32
	Answers   []Answer      `json:"answers"`   // times to answer a filing
	Extension ExtensionRule `json:"extension"` // re-appointment
	Stated    StatedRule    `json:"stated"`    // appointments that somebody states
	Index     IndexRule     `json:"index"`     // the index's view
}

// Reason is a reason for a pause. Those that always stop the clock stop it under
// every limit, the others under limits that exclude them.
type Reason struct {
	ID         string        `json:"id"`         // as entries name it
	Title      motcua.Text   `json:"title"`      // for people
	Always     bool          `json:"always"`     // stops the clock of every limit
	Supplement bool          `json:"supplement"` // a request to the applicant to supplement the dossier
	Payment    bool          `json:"payment"`    // a financial obligation to be met
	Source     motcua.Source `json:"source"`     // who says so
}

// Answer is the time in which a filing must be answered: taken in, sent back for
// supplements, or refused.
type Answer struct {
	ID     string        `json:"id"`     // "online", "paper"
	Title  motcua.Text   `json:"title"`  // for people
	Limit  workday.Limit `json:"limit"`  // from the filing
	Source motcua.Source `json:"source"` // who says so
}

// ExtensionRule bounds re-appointments (hẹn lại): each before the due date.
type ExtensionRule struct {
	Most    int           `json:"most"`    // re-appointments of one dossier
	Apology bool          `json:"apology"` // with a letter of apology (văn bản xin lỗi)
	Source  motcua.Source `json:"source"`  // who says so
}

// StatedRule says how a stated due date is meant.
type StatedRule struct {
	MidnightEnds bool          `json:"midnightEnds"` // at 00:00:00 it is the end of that day
	Source       motcua.Source `json:"source"`       // who says so
}

// IndexRule says what the index's view takes out of a dossier's time.
type IndexRule struct {
	Supplements    int           `json:"supplements"`    // requests that may be made; one more is late
	WaitingByClock bool          `json:"waitingByClock"` // waiting is taken out as clock time, otherwise as office time
	Source         motcua.Source `json:"source"`         // who says so
}

const mostReasons = 32

// ParseClockRules reads rules as a document and checks them: all faults at once,
// with pointers.
func ParseClockRules(data []byte) (*ClockRules, motcua.Faults) {
	rules, faults := strict.Read(data, (*ClockRules).check)
	return &rules, faults
}

func (r *ClockRules) check() motcua.Faults {
	var faults motcua.Faults
	if len(r.Reasons) > mostReasons {
		fault(&faults, codeRules, "/reasons", "quá %d lý do", "more than %d reasons", mostReasons)
	}
	name := func(at, id string, before bool) {
		switch {
		case id == "":
			fault(&faults, codeRules, at, "thiếu tên", "the name is missing")
		case before:
			fault(&faults, codeRules, at, "%q đã có", "%q stands above", id)
		}
	}
	for i, row := range r.Reasons {
		same := func(o Reason) bool { return o.ID == row.ID }
		name(motcua.Pointer("reasons", itoa(i), "id"), row.ID, slices.ContainsFunc(r.Reasons[:i], same))
	}
	for i, row := range r.Answers {
		same := func(o Answer) bool { return o.ID == row.ID }
		name(motcua.Pointer("answers", itoa(i), "id"), row.ID, slices.ContainsFunc(r.Answers[:i], same))
		faults = append(faults, row.Limit.Check().At(motcua.Pointer("answers", itoa(i), "limit"))...)
	}
	if r.Extension.Most < 0 {
		fault(&faults, codeRules, "/extension/most", "số âm", "below zero")
	}
	if r.Index.Supplements < 0 {
		fault(&faults, codeRules, "/index/supplements", "số âm", "below zero")
	}
	return faults
}

//go:embed clockrules.json
var clockRules []byte

var shippedRules = sync.OnceValue(func() *ClockRules {
	rules, _ := ParseClockRules(clockRules) // they parse: a test holds them to it
	return rules
})

// StandardClockRules returns a copy of the rules that are shipped.
func StandardClockRules() *ClockRules {
	rules, _ := ParseClockRules(clockRules)
	return rules
}

// Answer finds the time to answer by its id, "online" or "paper".
func (r *ClockRules) Answer(id string) (*Answer, bool) {
	for i := range r.Answers {
		if r.Answers[i].ID == id {
			return &r.Answers[i], true
		}
	}
	return nil, false
}

// reason finds the number of a row; -1 for none.
func (r *ClockRules) reason(id string) int {
	for i := range r.Reasons[:min(len(r.Reasons), mostReasons)] {
		if r.Reasons[i].ID == id {
			return i
		}
	}
	return -1
}
