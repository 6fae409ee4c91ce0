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
	Next  *Question // the question that decides most; nil if none would, or a case is to be chosen first
	// Choose are cases that no answer decides between; the person chooses, and states it.
	Choose []Case
	// Tell are columns that are no questions, "channel" or "subject", and have to be
	// known to decide something.
	Tell []string
}

// Decided reports whether nothing is open.
func (c Checklist) Decided() bool {
	return c.Next == nil && len(c.Choose)+len(c.Tell) == 0 && !slices.ContainsFunc(c.Items, func(i Item) bool { return i.Need == NeedUndecided })
}

// Codes of faults of situations. A code is retired, never reused.
const (
	askNoQuestion = "CAT-ASK-01" // an answer to no question
	askType       = "CAT-ASK-02" // an answer of the wrong type
	askChoice     = "CAT-ASK-03" // an answer that is no choice
	askCase       = "CAT-ASK-04" // a case that is not there
	askNone       = "CAT-ASK-05" // answers under which no case applies
	askAgainst    = "CAT-ASK-06" // answers that say that the stated case does not apply
)

// Checklist says which papers a person needs, which of them are replaced, and which
// question to ask next. A paper is required only where its condition is shown to be
// true; one whose condition depends on what is not known is undecided, and one whose
// condition hangs on a question that is not asked of this person is not needed. Of papers
// of which one is enough none is required as long as one may yet be replaced. More
// answers never change whether a decided paper is to be handed in.
//
// The error is a [motcua.Faults] with pointers into the situation ("/answers/late",
// "/case"): an answer to no question, of the wrong type, or no choice; a case that is
// not there, answers under which none applies, or that speak against the one stated.
func (p *Procedure) Checklist(s Situation) (Checklist, error) {
	l := listing{asking: newAsking(p, s)}
	if err := l.admit().Err(); err != nil {
		return Checklist{}, err
	}
	if err := l.findCase().Err(); err != nil {
		return Checklist{}, err
	}
	l.decideAll()
	out := Checklist{Case: l.s.Case, Items: l.items}
	if len(l.candidates) > 1 && len(l.forCase) == 0 {
		out.Choose = l.candidates
		return out, nil
	}
	l.ask(&out)
	return out, nil
}

// ask finds the question that decides most, of several the first of the procedure, and
// what else has to be told.
func (l *listing) ask(out *Checklist) {
	times, forCase := map[string]int{}, 1
	for i := range l.open {
		for _, name := range l.open[i].names {
			times[name]++
		}
		if l.open[i].forCase {
			forCase++
		}
	}
	for _, name := range l.forCase {
		times[name] += forCase
	}
	most := 0
	for i := range l.p.Questions {
		if q := &l.p.Questions[i]; times[q.ID] > most {
			out.Next, most = q, times[q.ID]
		}
	}
	for _, name := range []string{"channel", "subject"} {
		if times[name] > 0 && l.questions[name] == nil {
			out.Tell = append(out.Tell, name)
		}
	}
}

// admit checks what is said of a person.
func (a *asking) admit() motcua.Faults {
	var faults motcua.Faults
	add := func(code, vi, en string, err error, tokens ...string) {
		faults.Add(code, motcua.Pointer(tokens...), motcua.Text{Vi: vi, En: en}, err)
	}
	if a.s.Case != "" && a.cases[a.s.Case] == nil {
		add(askCase, "không có trường hợp này", "there is no such case", fmt.Errorf("%q", a.s.Case), "case")
	}
	for id, answer := range a.s.Answers {
		t, ok := a.columnType(id)
		if !ok || id == "case" {
			add(askNoQuestion, "không có câu hỏi này", "there is no such question", nil, "answers", id)
			continue
		}
		typed, err := answer.As(t)
		if err != nil {
			add(askType, "câu trả lời không đúng kiểu", "an answer of the wrong type", err, "answers", id)
			continue
		}
		q := a.questions[id]
		if q != nil && len(q.Choices) > 0 && !typed.IsZero() &&
			!slices.ContainsFunc(q.Choices, func(c Choice) bool { return c.Value == typed.Text() }) {
			add(askChoice, "không phải một lựa chọn", "not one of the choices", nil, "answers", id)
		}
	}
	return faults
}
