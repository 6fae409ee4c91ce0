package catalog

import (
	"slices"
	"strconv"

	"github.com/motcua/motcua"
)

// constants reports the texts of a condition that nobody can answer, and whether there
// are none. The condition has been checked, so that it ends.
func (c *checker) constants(p *motcua.Predicate, at string) bool {
	sound := true
	for i := range p.All {
		sound = c.constants(&p.All[i], at+"/all/"+strconv.Itoa(i)) && sound
	}
	for i := range p.Any {
		sound = c.constants(&p.Any[i], at+"/any/"+strconv.Itoa(i)) && sound
	}
	if p.Not != nil {
		sound = c.constants(p.Not, at+"/not") && sound
	}
	if p.Equals != nil {
		sound = c.constant(p.Equals.Column, p.Equals.Value, at+"/equals/value") && sound
	}
	if p.In != nil {
		for i, v := range p.In.Values {
			sound = c.constant(p.In.Column, v, at+"/in/values/"+strconv.Itoa(i)) && sound
		}
	}
	return sound
}

func (c *checker) constant(column string, v motcua.Scalar, at string) bool {
	answers, ok := c.answers(column)
	if !ok || slices.Contains(answers, v.Text()) {
		return true
	}
	c.fault(lintNoAnswer, at, "không ai trả lời được "+v.String(), "nobody can answer "+v.String())
	return false
}

// answers are all texts that a column may have, where they are listed.
func (c *checker) answers(column string) ([]string, bool) {
	var texts []string
	switch column {
	case "case":
		for _, k := range c.p.Cases {
			texts = append(texts, k.ID)
		}
		return texts, true
	case "channel":
		for ch := motcua.ChannelInPerson; ch <= motcua.ChannelPost; ch++ {
			texts = append(texts, ch.String())
		}
		return texts, true
	case "subject":
		for _, s := range c.p.Subjects {
			if s.Code == "" {
				return nil, false
			}
			texts = append(texts, s.Code)
		}
		return texts, len(texts) > 0
	}
	q := c.question(column)
	if q == nil || q.Type != motcua.ColumnText || len(q.Choices) == 0 {
		return nil, false
	}
	for _, choice := range q.Choices {
		texts = append(texts, choice.Value)
	}
	return texts, true
}
