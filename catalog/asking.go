package catalog

import "github.com/motcua/motcua"

// asking is one checklist in the making.
type asking struct {
	p         *Procedure
	s         Situation
	questions map[string]*Question    // by id; of several the first
	cases     map[string]*Case        // likewise
	shown     map[string]motcua.Truth // whether a question is asked of this person
	hangs     map[string][]string     // what has to be known to say whether a question is asked
	nodes     int                     // what the walk of a condition may still visit
}

func newAsking(p *Procedure, s Situation) asking {
	a := asking{p: p, s: s, questions: make(map[string]*Question, len(p.Questions)), cases: make(map[string]*Case, len(p.Cases))}
	for i := range p.Questions {
		if q := &p.Questions[i]; a.questions[q.ID] == nil {
			a.questions[q.ID] = q
		}
	}
	for i := range p.Cases {
		if c := &p.Cases[i]; a.cases[c.ID] == nil {
			a.cases[c.ID] = c
		}
	}
	a.forget()
	return a
}

// forget drops what was found out about questions.
func (a *asking) forget() {
	a.shown, a.hangs = map[string]motcua.Truth{}, map[string][]string{}
}

// outcomes are the answers that a condition may come to, once all that is asked of this
// person is answered. They only ever get fewer as answers come in, so that what is
// decided stays decided.
type outcomes uint8

const (
	mayHold  outcomes = 1 << iota // it is so
	mayFail                       // it is not
	mayNever                      // it is never known, for a question is not asked
)

// truth is what outcomes amount to: a condition that can no longer hold does not.
func (o outcomes) truth() motcua.Truth {
	switch {
	case o == mayHold:
		return motcua.True
	case o&mayHold == 0:
		return motcua.False
	}
	return motcua.Unknown
}

// settled says that only one is left.
func (o outcomes) settled() bool { return o&(o-1) == 0 }

func (o outcomes) not() outcomes {
	turned := o & mayNever
	if o&mayHold != 0 {
		turned |= mayFail
	}
	if o&mayFail != 0 {
		turned |= mayHold
	}
	return turned
}

// and is what two conditions may come to together, by the logic of [motcua.Truth].
func (o outcomes) and(with outcomes) outcomes {
	both := o&with&mayHold | (o|with)&mayFail
	if o&mayNever != 0 && with&(mayNever|mayHold) != 0 || with&mayNever != 0 && o&mayHold != 0 {
		both |= mayNever
	}
	return both
}

// outcomes walks a condition.
func (a *asking) outcomes(p *motcua.Predicate) outcomes {
	if p == nil {
		return mayHold
	}
	outside := a.nodes
	a.nodes = mostNodes
	o := a.walk(p, 1)
	a.nodes = outside
	return o
}

func (a *asking) walk(p *motcua.Predicate, depth int) outcomes {
	a.nodes--
	switch {
	case depth > deepest || a.nodes < 0 || !wellFormed(p):
		return mayNever
	case len(p.All) > 0:
		o := mayHold
		for i := range p.All {
			o = o.and(a.walk(&p.All[i], depth+1))
		}
		return o
	case len(p.Any) > 0:
		o := mayHold
		for i := range p.Any {
			o = o.and(a.walk(&p.Any[i], depth+1).not())
		}
		return o.not()
	case p.Not != nil:
		return a.walk(p.Not, depth+1).not()
	}
	return a.leaf(p)
}

// wellFormed reports whether a condition says one thing.
func wellFormed(p *motcua.Predicate) bool {
	n := 0
	for _, set := range [...]bool{
		len(p.All) > 0, len(p.Any) > 0, p.Not != nil, p.Flag != "", p.Present != "",
		p.Equals != nil, p.In != nil, p.Compare != nil,
	} {
		if set {
			n++
		}
	}
	return n == 1
}

// standing says what is known of a column.
type standing uint8

const (
	known   standing = iota // it has a value
	open                    // it can be asked for
	waiting                 // whether it is asked for is open
	never                   // it is not asked for
)

// leaf is what a condition without conditions below it may come to.
func (a *asking) leaf(p *motcua.Predicate) outcomes {
	worst := known
	for _, name := range columnsOf(p) {
		_, s := a.column(name)
		worst = max(worst, s)
	}
	switch {
	case p.Present != "" && worst == never:
		return mayFail
	case worst == never:
		return mayNever
	case p.Present != "" && worst != known, worst == open:
		return mayHold | mayFail
	case worst == waiting:
		return mayHold | mayFail | mayNever
	}
	value := func(name string) motcua.Scalar {
		v, _ := a.column(name)
		return v
	}
	switch p.Eval(value, motcua.Scalar{}) {
	case motcua.True:
		return mayHold
	case motcua.False:
		return mayFail
	}
	return mayNever
}

// column is the value of a column, and what is known of it: an answer counts only where
// its question is asked.
func (a *asking) column(name string) (motcua.Scalar, standing) {
	q := a.questions[name]
	switch {
	case q != nil:
		switch a.isShown(q) {
		case motcua.False:
			return motcua.Scalar{}, never
		case motcua.Unknown:
			return motcua.Scalar{}, waiting
		}
	case name == "case" && a.s.Case != "":
		return motcua.TextScalar(a.s.Case), known
	case name == "case" && len(a.p.Cases) > 0:
		return motcua.Scalar{}, open
	}
	t, ok := a.columnType(name)
	if !ok || name == "case" {
		return motcua.Scalar{}, never
	}
	if v, err := a.s.Answers[name].As(t); err == nil && !v.IsZero() {
		return v, known
	}
	return motcua.Scalar{}, open
}

// columnType is the type of a column of conditions.
func (a *asking) columnType(name string) (motcua.ColumnType, bool) {
	if q := a.questions[name]; q != nil {
		return q.Type, true
	}
	return builtIn(name)
}

// isShown says whether a question is asked; one that waits for itself never is.
func (a *asking) isShown(q *Question) motcua.Truth {
	if t, ok := a.shown[q.ID]; ok {
		return t
	}
	a.shown[q.ID] = motcua.False // while it is being found out
	t := a.outcomes(q.When).truth()
	a.shown[q.ID] = t
	return t
}

// decide says whether a condition holds, and what has to be known to say so. What cannot
// be known is taken for not so.
func (a *asking) decide(when *motcua.Predicate) (motcua.Truth, []string) {
	t := a.outcomes(when).truth()
	if t != motcua.Unknown {
		return t, nil
	}
	names := a.needed(when, 1, nil, map[string]bool{})
	if len(names) == 0 {
		return motcua.False, nil
	}
	return t, names
}

// needed adds the columns that a condition still needs, first those on which it hangs
// whether another one is asked for.
func (a *asking) needed(p *motcua.Predicate, depth int, names []string, seen map[string]bool) []string {
	if p == nil || depth > deepest || a.outcomes(p).settled() {
		return names
	}
	for i := range p.All {
		names = a.needed(&p.All[i], depth+1, names, seen)
	}
	for i := range p.Any {
		names = a.needed(&p.Any[i], depth+1, names, seen)
	}
	names = a.needed(p.Not, depth+1, names, seen)
	if len(p.All)+len(p.Any) > 0 || p.Not != nil {
		return names
	}
	for _, name := range columnsOf(p) {
		more := []string{name}
		switch _, s := a.column(name); s {
		case waiting:
			more = a.waitsFor(name)
		case known, never:
			more = nil
		}
		for _, m := range more {
			if !seen[m] {
				seen[m] = true
				names = append(names, m)
			}
		}
	}
	return names
}

// waitsFor lists what has to be known to say whether a question is asked. One that waits
// for itself adds nothing.
func (a *asking) waitsFor(id string) []string {
	if names, ok := a.hangs[id]; ok {
		return names
	}
	a.hangs[id] = nil // while it is being found out
	names := a.needed(a.questions[id].When, 1, nil, map[string]bool{})
	a.hangs[id] = names
	return names
}
