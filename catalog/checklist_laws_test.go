package catalog

import (
	"maps"
	"testing"

	"github.com/motcua/motcua"
	"pgregory.net/rapid"
)

var drawnIDs = []string{"a", "b", "c", "d"}

// drawCondition draws a condition over flags, of one or two levels; nil now and then.
func drawCondition(t *rapid.T, among []string) *motcua.Predicate {
	if len(among) == 0 || rapid.IntRange(0, 3).Draw(t, "always") == 0 {
		return nil
	}
	pick := func() motcua.Predicate {
		id := rapid.SampledFrom(among).Draw(t, "on")
		switch rapid.IntRange(0, 4).Draw(t, "leaf") {
		case 0:
			return *not(flag(id))
		case 1:
			return motcua.Predicate{Present: id}
		case 2:
			return *not(&motcua.Predicate{Present: id})
		case 3:
			return motcua.Predicate{Equals: &motcua.Equals{Column: "channel", Value: motcua.TextScalar("online")}}
		}
		return *flag(id)
	}
	switch rapid.IntRange(0, 3).Draw(t, "shape") {
	case 0:
		return &motcua.Predicate{All: []motcua.Predicate{pick(), pick()}}
	case 1:
		return &motcua.Predicate{Any: []motcua.Predicate{pick(), pick()}}
	case 2:
		p := pick()
		return not(&motcua.Predicate{Any: []motcua.Predicate{p, pick()}})
	}
	p := pick()
	return &p
}

// drawProcedure draws questions that may hang on earlier ones, cases, and papers with
// conditions, data and groups.
func drawProcedure(t *rapid.T) *Procedure {
	p := &Procedure{}
	ids := drawnIDs[:rapid.IntRange(1, len(drawnIDs)).Draw(t, "questions")]
	for i, id := range ids {
		p.Questions = append(p.Questions, Question{ID: id, Type: motcua.ColumnFlag, When: drawCondition(t, ids[:i])})
	}
	caseIDs := []string{"x", "y", "z"}[:rapid.IntRange(0, 3).Draw(t, "cases")]
	for _, id := range caseIDs {
		p.Cases = append(p.Cases, Case{ID: id, When: drawCondition(t, ids)})
	}
	for range rapid.IntRange(1, 4).Draw(t, "papers") {
		paper := Paper{When: drawCondition(t, ids), OneOf: rapid.SampledFrom([]string{"", "", "g", "h"}).Draw(t, "group")}
		if len(caseIDs) > 0 && rapid.Bool().Draw(t, "of a case") {
			paper.Cases = []string{rapid.SampledFrom(caseIDs).Draw(t, "case")}
		}
		if rapid.IntRange(0, 2).Draw(t, "has data") == 0 {
			paper.Data = []DataSource{{Code: "population", When: drawCondition(t, ids)}}
		}
		p.Papers = append(p.Papers, paper)
	}
	return p
}

// plainly decides with full answers: what is not asked has no answer, and a condition
// that is not true asks for nothing.
func plainly(p *Procedure, chosen string, full map[string]motcua.Scalar) []Need {
	var column func(string) motcua.Scalar
	holds := func(when *motcua.Predicate) bool { return when.Eval(column, motcua.Scalar{}) == motcua.True }
	column = func(name string) motcua.Scalar {
		for _, q := range p.Questions {
			if q.ID == name && !holds(q.When) {
				return motcua.Scalar{}
			}
		}
		return full[name]
	}
	needs := make([]Need, len(p.Papers))
	replaced := map[string]bool{}
	for i, paper := range p.Papers {
		needs[i] = NeedNot
		if !holds(paper.When) || len(paper.Cases) > 0 && paper.Cases[0] != chosen {
			continue
		}
		needs[i] = NeedRequired
		if len(paper.Data) > 0 && holds(paper.Data[0].When) {
			needs[i] = NeedReplaced
			replaced[paper.OneOf] = paper.OneOf != ""
		}
	}
	for i, paper := range p.Papers {
		if replaced[paper.OneOf] && needs[i] == NeedRequired {
			needs[i] = NeedNot
		}
	}
	return needs
}

// brought takes a paper of a group that is replaced for one that is not needed: where
// another of the group is replaced too, either may be said.
func brought(p *Paper, n Need) Need {
	if n == NeedReplaced && p.OneOf != "" {
		return NeedNot
	}
	return n
}

// stays fails where what was decided is not as before.
func stays(t *rapid.T, before []Need, c Checklist, s Situation) {
	for i, item := range c.Items {
		if before[i] != 0 && before[i] != NeedUndecided && brought(item.Paper, item.Need) != brought(item.Paper, before[i]) {
			t.Fatalf("paper %d was %v and is %v after %v %v", i, before[i], item.Need, s.Case, s.Answers)
		}
		before[i] = item.Need
	}
}

func drawAnswers(t *rapid.T, p *Procedure) map[string]motcua.Scalar {
	full := map[string]motcua.Scalar{"channel": motcua.TextScalar(rapid.SampledFrom([]string{"online", "post"}).Draw(t, "channel"))}
	for _, q := range p.Questions {
		full[q.ID] = motcua.FlagScalar(rapid.Bool().Draw(t, "answer "+q.ID))
	}
	return full
}

// TestChecklistAsks: doing what it asks for, one thing after another, ends with nothing
// undecided and with what a plain evaluation says; nothing is asked twice, and what was
// decided on the way stays so.
func TestChecklistAsks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProcedure(t)
		full := drawAnswers(t, p)
		s := Situation{Answers: map[string]motcua.Scalar{}}
		before := make([]Need, len(p.Papers))
		for step := 0; ; step++ {
			c, err := p.Checklist(s)
			if err != nil {
				return // no case applies
			}
			stays(t, before, c, s)
			if c.Decided() {
				s.Case = c.Case
				break
			}
			switch {
			case step > len(p.Questions)+2:
				t.Fatal("asks without end")
			case len(c.Choose) > 0:
				s.Case = rapid.SampledFrom(c.Choose).Draw(t, "chosen").ID
			case c.Next != nil && s.Answers[c.Next.ID].IsZero():
				s.Answers[c.Next.ID] = full[c.Next.ID]
			case len(c.Tell) == 1 && s.Answers["channel"].IsZero():
				s.Answers["channel"] = full["channel"]
			default:
				t.Fatalf("undecided, and nothing new to ask: %+v after %v", c, s)
			}
		}
		for i, want := range plainly(p, s.Case, full) {
			if brought(&p.Papers[i], before[i]) != brought(&p.Papers[i], want) {
				t.Fatalf("paper %d is %v, plainly %v, after %v %v", i, before[i], want, s.Case, s.Answers)
			}
		}
	})
}

// TestChecklistGrows: answers in any order, asked for or not, never change what is
// decided, and all of them decide all.
func TestChecklistGrows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProcedure(t)
		full := drawAnswers(t, p)
		s := Situation{Answers: map[string]motcua.Scalar{}}
		before := make([]Need, len(p.Papers))
		ids := append([]string{"", "channel"}, drawnIDs[:len(p.Questions)]...)
		for _, id := range rapid.Permutation(ids).Draw(t, "order") {
			if id != "" {
				s.Answers[id] = full[id]
			}
			c, err := p.Checklist(s)
			if err != nil {
				return
			}
			stays(t, before, c, s)
			if len(s.Answers) == len(full) && (c.Next != nil || len(c.Tell) > 0) {
				t.Fatalf("all is answered, and it asks %v %v", c.Next, c.Tell)
			}
		}
	})
}

// TestChecklistAll holds checklists to the plain evaluation under every combination of
// answers, of a stated case.
func TestChecklistAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProcedure(t)
		for i := range p.Cases {
			p.Cases[i].When = nil // so that each may be stated under any answers
		}
		s := Situation{Answers: map[string]motcua.Scalar{"channel": motcua.TextScalar("online")}}
		for bits := range 1 << len(p.Questions) {
			for i, q := range p.Questions {
				s.Answers[q.ID] = motcua.FlagScalar(bits>>i&1 == 1)
			}
			if len(p.Cases) > 0 {
				s.Case = p.Cases[bits%len(p.Cases)].ID
			}
			given := maps.Clone(s.Answers)
			c, err := p.Checklist(s)
			if err != nil || !c.Decided() || !maps.Equal(given, s.Answers) {
				t.Fatalf("%+v, %v", c, err)
			}
			for i, want := range plainly(p, s.Case, s.Answers) {
				if c.Items[i].Need != want {
					t.Fatalf("paper %d is %v, plainly %v, in case %q with %v", i, c.Items[i].Need, want, s.Case, s.Answers)
				}
			}
		}
	})
}
