package catalog

import (
	"fmt"
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
)

// Situation is what is known of a person who asks what to bring.
type Situation struct {
	Case    string                   // id of the case; "" is found by the answers, where they decide it
	Answers map[string]motcua.Scalar // by id of the question, and "channel" and "subject"; null is no answer
	Results []motcua.ResultCode      // results of other procedures that the person has, or the state can look up
}

// Need says whether a paper is needed.
type Need uint8

// The needs, written "required", "replaced", "notNeeded" and "undecided".
const (
	NeedRequired  Need = iota + 1 // it is needed
	NeedReplaced                  // it would be, but data or another result stand in for it
	NeedNot                       // it is not needed
	NeedUndecided                 // it depends on what is not known yet
)

var needs = enum.New[Need]("need", "required", "replaced", "notNeeded", "undecided")

// String names the value; it never fails.
func (n Need) String() string { return needs.String(n) }

// MarshalText writes the name; an unset value is an error.
func (n Need) MarshalText() ([]byte, error) { return needs.Append(nil, n) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (n *Need) UnmarshalText(text []byte) error { return needs.Unmarshal(n, text) }

// Item is a paper on a checklist.
type Item struct {
	Paper  *Paper        // of the procedure; read only
	Need   Need          // whether it is needed
	By     string        // what replaces it: code of a data source or of a result
	OneOf  string        // group of papers of which one is enough
	Why    motcua.Text   // in a sentence
	Source motcua.Source // of what replaces it, where stated
}

// Checklist is what a person needs, as far as is known.
type Checklist struct {
	Case  string    // id of the case that applies; "" where there is none, or it is not known
	Items []Item    // a paper each, in the order of the procedure
	Next  *Question // the question that decides most; nil if none would
	// Choose are cases that no answer decides between; the person chooses.
	Choose []Case
	// Tell are columns that are no questions, "channel" or "subject", and have to be
	// known to decide something.
	Tell []string
}

// Decided reports whether nothing is open.
func (c Checklist) Decided() bool {
	return len(c.Choose) == 0 && !slices.ContainsFunc(c.Items, func(i Item) bool { return i.Need == NeedUndecided })
}

// Codes of faults of situations. A code is retired, never reused.
const (
	askNoQuestion = "CAT-ASK-01" // an answer to no question
	askType       = "CAT-ASK-02" // an answer of the wrong type
	askChoice     = "CAT-ASK-03" // an answer that is no choice
	askCase       = "CAT-ASK-04" // a case that is not there
	askNone       = "CAT-ASK-05" // answers under which no case applies
)

// Checklist says which papers a person needs, which of them are replaced, and which
// question to ask next. A paper is required only where its condition is shown to be
// true; one whose condition depends on what is not known is undecided, and one whose
// condition hangs on a question that is not asked of this person is not needed.
//
// The error is a [motcua.Faults] with pointers into the situation ("/answers/late",
// "/case"): an answer to no question, of the wrong type, or no choice; a case that is
// not there, or answers under which none applies.
func (p *Procedure) Checklist(s Situation) (Checklist, error) {
	if err := p.admit(s).Err(); err != nil {
		return Checklist{}, err
	}
	a := asking{p: p, s: s, shown: map[string]motcua.Truth{}}
	candidates, err := a.candidates()
	if err != nil {
		return Checklist{}, err
	}
	out := Checklist{Items: make([]Item, len(p.Papers))}
	if len(candidates) == 1 && len(p.Cases) > 0 {
		out.Case = candidates[0].ID
	}
	for i := range p.Papers {
		out.Items[i] = a.item(&p.Papers[i], candidates)
	}
	oneOfReplaced(out.Items)
	out.Next = a.next()
	out.Tell = a.tell
	if len(candidates) > 1 && out.Next == nil {
		out.Choose = candidates
	}
	return out, nil
}

// admit checks what is said of a person.
func (p *Procedure) admit(s Situation) motcua.Faults {
	var faults motcua.Faults
	add := func(code, vi, en string, err error, tokens ...string) {
		faults.Add(code, motcua.Pointer(tokens...), motcua.Text{Vi: vi, En: en}, err)
	}
	if s.Case != "" && !slices.ContainsFunc(p.Cases, func(c Case) bool { return c.ID == s.Case }) {
		add(askCase, "không có trường hợp này", "there is no such case", fmt.Errorf("%q", s.Case), "case")
	}
	for id, answer := range s.Answers {
		t, ok := p.column(id)
		if !ok || id == "case" {
			add(askNoQuestion, "không có câu hỏi này", "there is no such question", nil, "answers", id)
			continue
		}
		typed, err := answer.As(t)
		if err != nil {
			add(askType, "câu trả lời không đúng kiểu", "an answer of the wrong type", err, "answers", id)
			continue
		}
		i := slices.IndexFunc(p.Questions, func(q Question) bool { return q.ID == id })
		if i >= 0 && len(p.Questions[i].Choices) > 0 && !typed.IsZero() &&
			!slices.ContainsFunc(p.Questions[i].Choices, func(c Choice) bool { return c.Value == typed.Text() }) {
			add(askChoice, "không phải một lựa chọn", "not one of the choices", nil, "answers", id)
		}
	}
	return faults
}
