package catalog

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"pgregory.net/rapid"
)

func flag(id string) *motcua.Predicate { return &motcua.Predicate{Flag: id} }

func not(p *motcua.Predicate) *motcua.Predicate { return &motcua.Predicate{Not: p} }

// declared is a procedure with cases that answers decide, a question that hangs on
// another, data and a result that replace papers, and a group of which one is enough.
func declared() *Procedure {
	name := func(s string) motcua.Text { return motcua.Text{Vi: s, En: s} }
	return &Procedure{
		Code: "1.001193", Name: name("khai sinh"),
		Questions: []Question{
			{ID: "abandoned", Type: motcua.ColumnFlag, Text: name("bị bỏ rơi?")},
			{ID: "married", Type: motcua.ColumnFlag, Text: name("cha mẹ kết hôn?"), When: not(flag("abandoned"))},
			{ID: "abroad", Type: motcua.ColumnFlag, Text: name("kết hôn ở nước ngoài?"), When: flag("married")},
			{ID: "place", Type: motcua.ColumnText, Text: name("nơi sinh?"), Choices: []Choice{{Value: "facility"}, {Value: "home"}}},
		},
		Cases: []Case{
			{ID: "ordinary", Name: name("thường"), When: not(flag("abandoned"))},
			{ID: "found", Name: name("bỏ rơi"), When: flag("abandoned")},
		},
		Papers: []Paper{
			{Name: name("form"), Originals: 1},
			{Name: name("notice"), Originals: 1, Cases: []string{"ordinary"}, Data: []DataSource{{Code: "health", When: &motcua.Predicate{Equals: &motcua.Equals{Column: "place", Value: motcua.TextScalar("facility")}}}}},
			{Name: name("record"), Originals: 1, Cases: []string{"found"}},
			{Name: name("marriage"), Copies: 1, When: flag("married"), ReplacedBy: []motcua.ResultCode{"KQ.G15.000001"}},
			{Name: name("legalised"), Copies: 1, When: flag("abroad")},
			{Name: name("passport"), Copies: 1, OneOf: "identity"},
			{Name: name("card"), Copies: 1, OneOf: "identity", Data: []DataSource{{Code: "population"}}},
		},
	}
}

// checkText writes a checklist in a line: each paper by its initial, upper case where it is
// required, in brackets where replaced, with a mark where undecided.
func checkText(c Checklist, err error) string {
	var faults motcua.Faults
	if errors.As(err, &faults) {
		var out []string
		for _, f := range faults {
			out = append(out, f.Code+f.Pointer)
		}
		return strings.Join(out, " ")
	}
	out := c.Case + ":"
	for _, i := range c.Items {
		switch first := i.Paper.Name.Vi[:1]; i.Need {
		case NeedRequired:
			out += strings.ToUpper(first)
		case NeedReplaced:
			out += "(" + first + ")"
		case NeedUndecided:
			out += first + "?"
		}
	}
	if c.Next != nil {
		out += " ask " + c.Next.ID
	}
	if len(c.Choose) > 0 {
		out += fmt.Sprint(" choose ", len(c.Choose))
	}
	return out
}

func TestChecklist(t *testing.T) {
	yes, no := motcua.FlagScalar(true), motcua.FlagScalar(false)
	for _, row := range []struct {
		name string
		s    Situation
		want string
	}{
		{"nothing known: only what everyone needs", Situation{}, ":Fn?r?m?l?(c) ask abandoned"},
		{"abandoned: no question about a marriage, and nothing for one", Situation{Answers: answers("abandoned", yes)}, "found:FR(c)"},
		{"a parent declares: the next question", Situation{Answers: answers("abandoned", no)}, "ordinary:Fn?m?l?(c) ask married"},
		{"married: whether abroad", Situation{Answers: answers("abandoned", no, "married", yes)}, "ordinary:Fn?Ml?(c) ask abroad"},
		{"not married: the question about abroad is not asked, and its paper not needed", Situation{Answers: answers("abandoned", no, "married", no)}, "ordinary:Fn?(c) ask place"},
		{"an answer to a question that is not asked counts for nothing", Situation{Answers: answers("abandoned", no, "married", no, "abroad", yes)}, "ordinary:Fn?(c) ask place"},
		{"all answered, at a facility whose data are at hand", Situation{Answers: answers("abandoned", no, "married", yes, "abroad", no, "place", motcua.TextScalar("facility"))}, "ordinary:F(n)M(c)"},
		{"at home", Situation{Answers: answers("abandoned", no, "married", no, "place", motcua.TextScalar("home"))}, "ordinary:FN(c)"},
		{"the case is stated", Situation{Case: "found"}, "found:FRm?l?(c) ask abandoned"},
		{"a result stands in", Situation{Answers: answers("abandoned", no, "married", yes, "abroad", no, "place", motcua.TextScalar("home")), Results: []motcua.ResultCode{"KQ.G15.000001"}}, "ordinary:FN(m)(c)"},
		{"null is no answer", Situation{Answers: answers("abandoned", motcua.Scalar{})}, ":Fn?r?m?l?(c) ask abandoned"},
		{"all faults at once", Situation{Case: "other", Answers: answers("weather", yes, "married", motcua.TextScalar("so so"), "place", motcua.TextScalar("moon"))},
			"CAT-ASK-02/answers/married CAT-ASK-03/answers/place CAT-ASK-01/answers/weather CAT-ASK-04/case"},
	} {
		if got := checkText(declared().Checklist(row.s)); got != row.want {
			t.Errorf("%s: %s, want %s", row.name, got, row.want)
		}
	}
}

func answers(pairs ...any) map[string]motcua.Scalar {
	out := map[string]motcua.Scalar{}
	for i := 0; i < len(pairs); i += 2 {
		out[pairs[i].(string)] = pairs[i+1].(motcua.Scalar)
	}
	return out
}

func TestChecklistCases(t *testing.T) {
	p := &Procedure{
		Cases:  []Case{{ID: "a"}, {ID: "b"}},
		Papers: []Paper{{Name: motcua.Text{Vi: "x"}, Cases: []string{"a"}}, {Name: motcua.Text{Vi: "y"}, Cases: []string{"a", "b"}}, {Name: motcua.Text{Vi: "z"}, When: &motcua.Predicate{Equals: &motcua.Equals{Column: "channel", Value: motcua.TextScalar("online")}}}},
	}
	c, err := p.Checklist(Situation{})
	if got := checkText(c, err); got != ":x?Yz? choose 2" || fmt.Sprint(c.Tell) != "[channel]" || c.Decided() {
		t.Errorf("a person chooses between cases without conditions: %s, tell %v", got, c.Tell)
	}
	c, err = p.Checklist(Situation{Case: "b", Answers: answers("channel", motcua.TextScalar("online"))})
	if got := checkText(c, err); got != "b:YZ" || !c.Decided() {
		t.Errorf("all is known: %s", got)
	}
	p.Cases = []Case{{ID: "a", When: flag("q")}, {ID: "b", When: flag("q")}}
	p.Questions = []Question{{ID: "q", Type: motcua.ColumnFlag}}
	if got := checkText(p.Checklist(Situation{Answers: answers("q", motcua.FlagScalar(false))})); got != "CAT-ASK-05/answers" {
		t.Errorf("no case applies: %s", got)
	}
	if got := checkText(p.Checklist(Situation{Answers: answers("q", motcua.FlagScalar(true), "channel", motcua.TextScalar("post"))})); got != ":x?Y choose 2" {
		t.Errorf("two apply: %s", got)
	}
	p.Questions[0].When = flag("q") // waits for itself
	if got := checkText(p.Checklist(Situation{Case: "a"})); !strings.HasPrefix(got, "a:XY") {
		t.Errorf("a question that waits for itself is never asked: %s", got)
	}
}

// drawProcedure draws questions that may hang on earlier ones, and papers on any.
func drawProcedure(t *rapid.T) *Procedure {
	p := &Procedure{}
	ids := []string{"a", "b", "c", "d"}[:rapid.IntRange(1, 4).Draw(t, "questions")]
	condition := func(among []string) *motcua.Predicate {
		if len(among) == 0 || rapid.Bool().Draw(t, "always") {
			return nil
		}
		pick := func() *motcua.Predicate {
			q := flag(rapid.SampledFrom(among).Draw(t, "on"))
			if rapid.Bool().Draw(t, "not") {
				return not(q)
			}
			return q
		}
		switch rapid.IntRange(0, 2).Draw(t, "shape") {
		case 0:
			return &motcua.Predicate{All: []motcua.Predicate{*pick(), *pick()}}
		case 1:
			return &motcua.Predicate{Any: []motcua.Predicate{*pick(), *pick()}}
		}
		return pick()
	}
	for i, id := range ids {
		p.Questions = append(p.Questions, Question{ID: id, Type: motcua.ColumnFlag, When: condition(ids[:i])})
	}
	for range rapid.IntRange(1, 4).Draw(t, "papers") {
		p.Papers = append(p.Papers, Paper{Name: motcua.Text{Vi: "x"}, When: condition(ids)})
	}
	return p
}

// plainly evaluates a condition with full answers: what is not asked is unknown, and
// unknown at the end is no.
func plainly(p *Procedure, when *motcua.Predicate, full map[string]bool) bool {
	var column func(string) motcua.Scalar
	column = func(name string) motcua.Scalar {
		for i := range p.Questions {
			if q := &p.Questions[i]; q.ID == name && q.When.Eval(column, motcua.Scalar{}) == motcua.True {
				return motcua.FlagScalar(full[name])
			}
		}
		return motcua.Scalar{}
	}
	return when.Eval(column, motcua.Scalar{}) == motcua.True
}

// TestChecklistLaws: answering the questions it asks, one after another, ends with
// nothing undecided and what a plain evaluation says; what was required or not needed
// on the way stays so.
func TestChecklistLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProcedure(t)
		full := map[string]bool{}
		for _, q := range p.Questions {
			full[q.ID] = rapid.Bool().Draw(t, "answer "+q.ID)
		}
		given := map[string]motcua.Scalar{}
		before := make([]Need, len(p.Papers))
		for step := 0; ; step++ {
			c, err := p.Checklist(Situation{Answers: given})
			if err != nil {
				t.Fatal(err)
			}
			for i, item := range c.Items {
				if before[i] != 0 && before[i] != NeedUndecided && item.Need != before[i] {
					t.Fatalf("paper %d was %v and is %v after %v", i, before[i], item.Need, given)
				}
				before[i] = item.Need
			}
			if c.Next == nil {
				if !c.Decided() {
					t.Fatalf("nothing to ask, and undecided: %+v after %v", c.Items, given)
				}
				break
			}
			if step > len(p.Questions) || !given[c.Next.ID].IsZero() {
				t.Fatalf("asks %s again", c.Next.ID)
			}
			given[c.Next.ID] = motcua.FlagScalar(full[c.Next.ID])
		}
		for i := range p.Papers {
			if want := plainly(p, p.Papers[i].When, full); (before[i] == NeedRequired) != want {
				t.Fatalf("paper %d is %v, plainly %v", i, before[i], want)
			}
		}
	})
}
