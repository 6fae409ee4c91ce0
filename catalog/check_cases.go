package catalog

import (
	"strconv"

	"github.com/motcua/motcua"
)

// cases checks the cases. A condition that waits for another is checked where it stands.
func (c *checker) cases() {
	for i, k := range c.p.Cases {
		c.filledIn("cases", i, "id", k.ID)
		c.filledIn("cases", i, "name/vi", k.Name.Vi)
		c.condition(place{"cases", i, "when"}, k.When)
	}
	c.once("cases", "id", repeats(c.p.Cases, func(k *Case) string { return k.ID }))
}

// questions checks the questions, and finds those nothing depends on.
func (c *checker) questions() {
	p := c.p
	if len(p.Questions) == 0 {
		return
	}
	c.circles()
	used := c.used()
	for i := range p.Questions {
		q := &p.Questions[i]
		c.filledIn("questions", i, "id", q.ID)
		c.enum(place{"questions", i, "type"}, true, q.Type)
		c.condition(place{"questions", i, "when"}, q.When)
		switch {
		case q.Text.IsZero():
			c.fault(lintQuestion, itemAt("questions", i, "text"), "câu hỏi không có lời", "the question has no words")
		case q.ID == "channel" || q.ID == "case" || q.ID == "subject" || q.ID == "date":
			c.fault(lintQuestion, itemAt("questions", i, "id"), "tên này đã có nghĩa riêng", "this name has a meaning of its own")
		case len(q.Choices) > 0 && q.Type != motcua.ColumnText:
			c.fault(lintQuestion, itemAt("questions", i, "choices"), "chỉ câu hỏi kiểu text có lựa chọn", "only questions of type text have choices")
		}
		list := "questions/" + strconv.Itoa(i) + "/choices"
		for j, choice := range q.Choices {
			c.filledIn(list, j, "value", choice.Value)
		}
		c.once(list, "", repeats(q.Choices, func(o *Choice) string { return o.Value }))
		if q.ID != "" && !used[q.ID] {
			c.warn(lintUnasked, itemAt("questions", i, ""), "không điều kiện nào cần câu trả lời", "no condition needs the answer")
		}
	}
	c.once("questions", "id", repeats(p.Questions, func(q *Question) string { return q.ID }))
}

// used are the columns that some condition looks at.
func (c *checker) used() map[string]bool {
	p := c.p
	used := map[string]bool{}
	use := func(when *motcua.Predicate) {
		for _, name := range columnsOf(when) {
			used[name] = true
		}
	}
	for i := range p.Cases {
		use(p.Cases[i].When)
	}
	for i := range p.Papers {
		use(p.Papers[i].When)
		for j := range p.Papers[i].Data {
			use(p.Papers[i].Data[j].When)
		}
	}
	for i := range p.Fees {
		use(p.Fees[i].When)
	}
	for i := range p.Questions {
		use(p.Questions[i].When)
	}
	return used
}

// circles finds questions that wait for one another.
func (c *checker) circles() {
	edges := map[string][]string{}
	for i := range c.p.Questions {
		q := &c.p.Questions[i]
		edges[q.ID] = append(edges[q.ID], columnsOf(q.When)...)
	}
	inCircle := circular(edges)
	for i := range c.p.Questions {
		if q := &c.p.Questions[i]; q.When != nil && inCircle[q.ID] {
			c.circular = true
			c.fault(lintCircular, itemAt("questions", i, "when"), "chỉ hỏi sau khi đã có chính câu trả lời này", "is asked only once it is answered")
		}
	}
}

// builtIn is the type of a column of conditions that is no question.
func builtIn(name string) (motcua.ColumnType, bool) {
	return motcua.ColumnText, name == "channel" || name == "subject" || name == "case"
}

// column is the type of a column of conditions.
func (c *checker) column(name string) (motcua.ColumnType, bool) {
	if t, ok := builtIn(name); ok {
		return t, true
	}
	if q := c.question(name); q != nil {
		return q.Type, true
	}
	return 0, false
}

// question finds a question, the first of an id.
func (c *checker) question(id string) *Question {
	if c.asked == nil {
		c.asked = make(map[string]*Question, len(c.p.Questions))
		for i := range c.p.Questions {
			if q := &c.p.Questions[i]; c.asked[q.ID] == nil {
				c.asked[q.ID] = q
			}
		}
	}
	return c.asked[id]
}

// known reports cases that are not there.
func (c *checker) known(at place, cases []string) {
	for i, id := range cases {
		if c.caseOf(id) == nil {
			c.noCase(at.String()+"/"+strconv.Itoa(i), id)
		}
	}
}

func (c *checker) noCase(at, id string) {
	c.fault(lintReference, at, "không có trường hợp "+strconv.Quote(id), "there is no case "+strconv.Quote(id))
}

// caseOf finds a case, the first of an id; nil if there is none.
func (c *checker) caseOf(id string) *Case {
	if c.caseIDs == nil {
		c.caseIDs = make(map[string]*Case, len(c.p.Cases))
		for i := range c.p.Cases {
			if k := &c.p.Cases[i]; c.caseIDs[k.ID] == nil {
				c.caseIDs[k.ID] = k
			}
		}
	}
	return c.caseIDs[id]
}

// condition checks a condition: its form, that its constants are answers somebody can
// give, and that some answers meet it. It reports whether that is so.
func (c *checker) condition(where place, when *motcua.Predicate) bool {
	if when == nil {
		return true
	}
	at := where.String()
	if faults := when.Check(c.column); len(faults) > 0 {
		c.faults = append(c.faults, faults.At(at)...)
		return false
	}
	if !c.constants(when, at) {
		return false
	}
	if c.possible(nil, when) {
		return true
	}
	c.warn(lintNever, at, "không câu trả lời nào thỏa điều kiện", "no answers meet the condition")
	return false
}
