package catalog

import (
	"slices"
	"strconv"

	"github.com/motcua/motcua"
)

// asking is one checklist in the making.
type asking struct {
	p     *Procedure
	s     Situation
	shown map[string]motcua.Truth // whether a question is asked of this person
	open  []string                // questions that would decide something, with repetition
	tell  []string
}

// isShown says whether a question is asked; one that waits for itself never is.
func (a *asking) isShown(q *Question) motcua.Truth {
	if t, ok := a.shown[q.ID]; ok {
		return t
	}
	a.shown[q.ID] = motcua.False // while it is being found out
	t := q.When.Eval(a.column, motcua.Scalar{})
	if t == motcua.Unknown && len(a.unanswered(q.When, nil)) == 0 {
		t = motcua.False
	}
	a.shown[q.ID] = t
	return t
}

func (a *asking) question(id string) *Question {
	i := slices.IndexFunc(a.p.Questions, func(q Question) bool { return q.ID == id })
	if i < 0 {
		return nil
	}
	return &a.p.Questions[i]
}

// column is the value of a column: an answer counts only where its question is asked.
func (a *asking) column(name string) motcua.Scalar {
	q := a.question(name)
	if q != nil && a.isShown(q) != motcua.True {
		return motcua.Scalar{}
	}
	t, _ := a.p.column(name)
	if name == "case" {
		if a.s.Case == "" {
			return motcua.Scalar{}
		}
		return motcua.TextScalar(a.s.Case)
	}
	v, err := a.s.Answers[name].As(t)
	if err != nil {
		return motcua.Scalar{}
	}
	return v
}

// unanswered lists what a condition still needs to know: questions that are asked and
// have no answer, those on which it hangs whether they are asked, and other columns.
func (a *asking) unanswered(when *motcua.Predicate, names []string) []string {
	for _, name := range columnsOf(when, nil) {
		if !a.column(name).IsZero() || slices.Contains(names, name) {
			continue
		}
		q := a.question(name)
		switch {
		case q == nil:
			names = append(names, name)
		case a.isShown(q) == motcua.True:
			names = append(names, name)
		case a.isShown(q) == motcua.Unknown:
			names = a.unanswered(q.When, names)
		}
	}
	return names
}

// decide evaluates a condition. What stays open is noted, and what can never be known
// is false.
func (a *asking) decide(when *motcua.Predicate) motcua.Truth {
	t := when.Eval(a.column, motcua.Scalar{})
	if t != motcua.Unknown {
		return t
	}
	open := a.unanswered(when, nil)
	if len(open) == 0 {
		return motcua.False
	}
	for _, name := range open {
		if a.question(name) != nil {
			a.open = append(a.open, name)
		} else if name != "case" && !slices.Contains(a.tell, name) {
			a.tell = append(a.tell, name)
		}
	}
	return motcua.Unknown
}

// candidates are the cases that may apply: one if it is stated or shown.
func (a *asking) candidates() ([]Case, error) {
	var may, is []Case
	for _, c := range a.p.Cases {
		switch {
		case a.s.Case == c.ID:
			return []Case{c}, nil
		case a.s.Case != "":
		case c.When == nil:
			may = append(may, c)
		default:
			switch a.decide(c.When) {
			case motcua.True:
				is, may = append(is, c), append(may, c)
			case motcua.Unknown:
				may = append(may, c)
			}
		}
	}
	if len(is) == 1 && !slices.ContainsFunc(may, func(c Case) bool { return c.When != nil && c.ID != is[0].ID }) {
		return is, nil // shown, and the others are not but for those a person chooses
	}
	if len(may) == 0 && len(a.p.Cases) > 0 {
		var faults motcua.Faults
		faults.Add(askNone, "/answers", motcua.Text{Vi: "không trường hợp nào phù hợp với các câu trả lời", En: "no case applies to these answers"}, nil)
		return nil, faults
	}
	return may, nil
}

// inCase says whether a paper is one of the case, as far as that is known.
func inCase(cases []string, candidates []Case) motcua.Truth {
	if len(cases) == 0 {
		return motcua.True
	}
	in := 0
	for _, c := range candidates {
		if slices.Contains(cases, c.ID) {
			in++
		}
	}
	switch in {
	case 0:
		return motcua.False
	case len(candidates):
		return motcua.True
	}
	return motcua.Unknown
}

// item decides about one paper.
func (a *asking) item(p *Paper, candidates []Case) Item {
	item := Item{Paper: p, OneOf: p.OneOf}
	in := inCase(p.Cases, candidates)
	if in == motcua.False {
		item.Need, item.Why = NeedNot, motcua.Text{Vi: "chỉ cần trong trường hợp khác", En: "needed in other cases only"}
		return item
	}
	switch in.And(a.decide(p.When)) {
	case motcua.False:
		item.Need, item.Why = NeedNot, motcua.Text{Vi: "không thuộc diện phải nộp", En: "its condition does not hold"}
		return item
	case motcua.Unknown:
		item.Need, item.Why = NeedUndecided, motcua.Text{Vi: "còn tùy điều chưa biết", En: "depends on what is not known yet"}
		return item
	}
	a.replace(&item)
	return item
}

// replace looks for what stands in for a paper that is needed.
func (a *asking) replace(item *Item) {
	for _, code := range item.Paper.ReplacedBy {
		if slices.Contains(a.s.Results, code) {
			item.Need, item.By = NeedReplaced, string(code)
			item.Why = motcua.Text{Vi: "đã có kết quả " + string(code) + " thay thế", En: "result " + string(code) + " stands in for it"}
			return
		}
	}
	item.Need, item.Why = NeedRequired, motcua.Text{Vi: "phải nộp", En: "to be handed in"}
	for i := range item.Paper.Data {
		d := &item.Paper.Data[i]
		switch a.decide(d.When) {
		case motcua.True:
			item.Need, item.By, item.Source = NeedReplaced, d.Code, d.Source
			item.Why = motcua.Text{Vi: "cơ quan tra cứu trong cơ sở dữ liệu " + d.Code, En: "the body looks it up in database " + d.Code}
			return
		case motcua.Unknown:
			item.Need, item.Why = NeedUndecided, motcua.Text{Vi: "còn tùy có tra cứu được dữ liệu không", En: "depends on whether data can be looked up"}
		}
	}
}

// oneOfReplaced takes the other papers of a group off the list where one of them is
// replaced: one is enough.
func oneOfReplaced(items []Item) {
	for i := range items {
		if items[i].OneOf == "" || items[i].Need != NeedReplaced {
			continue
		}
		for j := range items {
			if items[j].OneOf == items[i].OneOf && items[j].Need == NeedRequired {
				items[j].Need = NeedNot
				items[j].Why = motcua.Text{Vi: "chỉ cần một trong nhóm, đã có " + strconv.Quote(items[i].Paper.Name.Vi), En: "one of its group is enough, and " + strconv.Quote(items[i].Paper.Name.In("en")) + " is there"}
			}
		}
	}
}

// next is the question that decides most; of several the first of the procedure.
func (a *asking) next() *Question {
	var best *Question
	most := 0
	for i := range a.p.Questions {
		n := 0
		for _, id := range a.open {
			if id == a.p.Questions[i].ID {
				n++
			}
		}
		if n > most {
			best, most = &a.p.Questions[i], n
		}
	}
	return best
}
