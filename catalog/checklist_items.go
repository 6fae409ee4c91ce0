package catalog

import (
	"slices"

	"github.com/motcua/motcua"
)

// listing is what is known of the papers of a checklist in the making.
type listing struct {
	asking
	candidates []Case          // cases that may apply
	applies    map[string]bool // their ids
	forCase    []string        // what has to be known to say which
	items      []Item
	open       []openness // of each paper
}

// openness is what is open about a paper.
type openness struct {
	names      []string // what has to be known to decide it
	forCase    bool     // and which case applies
	mayReplace bool     // whether something may yet stand in for it
}

// findCase finds the cases that may apply: one if it is stated or shown.
func (l *listing) findCase() motcua.Faults {
	var faults motcua.Faults
	shown, doubtful, asked := 0, false, map[string]bool{}
	for _, c := range l.p.Cases {
		if l.s.Case != "" && l.s.Case != c.ID {
			continue
		}
		if l.s.Case != "" {
			if l.outcomes(c.When) == mayFail {
				faults.Add(askAgainst, "/case", motcua.Text{Vi: "các câu trả lời cho thấy không phải trường hợp này", En: "the answers say that this case does not apply"}, nil)
			}
			l.candidates = []Case{c}
			return faults
		}
		t, names := l.decide(c.When)
		if t == motcua.False {
			continue
		}
		l.candidates = append(l.candidates, c)
		for _, name := range names {
			if !asked[name] {
				asked[name] = true
				l.forCase = append(l.forCase, name)
			}
		}
		if c.When != nil && t == motcua.True {
			shown++
		}
		doubtful = doubtful || t == motcua.Unknown
	}
	if shown == 1 && !doubtful {
		l.candidates = slices.DeleteFunc(l.candidates, func(c Case) bool { return c.When == nil })
	}
	if len(l.candidates) == 0 && len(l.p.Cases) > 0 {
		faults.Add(askNone, "/answers", motcua.Text{Vi: "không trường hợp nào phù hợp với các câu trả lời", En: "no case applies to these answers"}, nil)
	}
	if len(l.candidates) == 1 && !doubtful {
		l.s.Case = l.candidates[0].ID // conditions may look at it
		l.forget()
	}
	return faults
}

// inCase says whether a paper is one of the case, as far as that is known.
func (l *listing) inCase(cases []string) motcua.Truth {
	if len(cases) == 0 {
		return motcua.True
	}
	in := map[string]bool{}
	for _, id := range cases {
		if l.applies[id] {
			in[id] = true
		}
	}
	switch len(in) {
	case 0:
		return motcua.False
	case len(l.applies):
		return motcua.True
	}
	return motcua.Unknown
}

// decideAll decides about each paper by itself, and then about those of which one is
// enough.
func (l *listing) decideAll() {
	l.items = make([]Item, len(l.p.Papers))
	l.open = make([]openness, len(l.p.Papers))
	l.applies = make(map[string]bool, len(l.candidates))
	for _, c := range l.candidates {
		l.applies[c.ID] = true
	}
	groups := map[string][]int{}
	for i := range l.p.Papers {
		p := &l.p.Papers[i]
		l.items[i] = Item{Paper: p, OneOf: p.OneOf}
		l.decidePaper(i)
		if p.OneOf != "" {
			groups[p.OneOf] = append(groups[p.OneOf], i)
		}
	}
	for _, group := range groups {
		l.decideGroup(group)
	}
}

func (l *listing) decidePaper(i int) {
	item, p := &l.items[i], &l.p.Papers[i]
	in := l.inCase(p.Cases)
	if in == motcua.False {
		item.Need, item.Why = NeedNot, l.otherCases(p.Cases)
		return
	}
	holds, names := l.decide(p.When)
	if holds == motcua.False {
		item.Need, item.Why = NeedNot, l.because(notNeeded, p.When, false)
		return
	}
	l.replace(i)
	if in == motcua.True && holds == motcua.True {
		return
	}
	may := l.open[i].mayReplace || item.Need == NeedReplaced
	l.open[i] = openness{names, in == motcua.Unknown, may}
	*item = Item{Paper: p, OneOf: p.OneOf, Need: NeedUndecided, Why: l.depends(l.open[i])}
}

// replace decides about a paper that is needed: whether something stands in for it.
func (l *listing) replace(i int) {
	item, p := &l.items[i], &l.p.Papers[i]
	for _, code := range p.ReplacedBy {
		if slices.Contains(l.s.Results, code) {
			item.Need, item.By, item.Why = NeedReplaced, string(code), byResult(code)
			return
		}
	}
	item.Need, item.Why = NeedRequired, l.because(required, p.When, len(p.Cases) > 0)
	for j := range p.Data {
		d := &p.Data[j]
		switch t, names := l.decide(d.When); t {
		case motcua.True:
			item.Need, item.By, item.Source = NeedReplaced, d.Code, d.Source
			item.Why = l.because(byData(d.Code), d.When, false)
			l.open[i] = openness{}
			return
		case motcua.Unknown:
			l.open[i].mayReplace = true
			l.open[i].names = append(l.open[i].names, names...)
			item.Need, item.Why = NeedUndecided, l.depends(l.open[i])
		}
	}
}

// decideGroup takes the other papers of a group off the list where one of them is
// replaced, for one is enough, and leaves them open as long as one may be.
func (l *listing) decideGroup(group []int) {
	may := false
	for _, i := range group {
		if l.items[i].Need == NeedReplaced {
			l.enough(group, l.items[i].Paper)
			return
		}
		may = may || l.open[i].mayReplace
	}
	for _, i := range group {
		if may && l.items[i].Need == NeedRequired {
			l.items[i].Need, l.items[i].Why = NeedUndecided, groupOpen
		}
	}
}

func (l *listing) enough(group []int, with *Paper) {
	for _, i := range group {
		if n := l.items[i].Need; n == NeedRequired || n == NeedUndecided {
			l.items[i].Need, l.items[i].Why, l.open[i] = NeedNot, groupHas(with), openness{}
		}
	}
}
