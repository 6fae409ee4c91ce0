package catalog

import (
	"slices"
	"strconv"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
	"github.com/motcua/motcua/dossier/workday"
)

// head checks what stands at the top of a version.
func (c *checker) head() {
	p := c.p
	if p.Code == "" {
		c.fault(lintForm, "/code", "thiếu mã thủ tục", "the code is missing")
	}
	c.procedure(place{member: "code"}, p.Code)
	if p.Name.Vi == "" {
		c.fault(lintNoName, "/name/vi", "thiếu tên", "the name is missing")
	}
	c.enum(place{member: "status"}, true, p.Status)
	for i, l := range p.Levels {
		c.enum(place{"levels", i, ""}, true, l)
	}
	c.once("levels", "", repeats(p.Levels, itself))
	if err := p.Validity.Err(); err != nil {
		c.faults.Add(lintValidity, "/validity", motcua.Text{Vi: "hiệu lực không hợp lệ", En: "a validity that cannot be"}, err)
	}
	if k := p.Known; !k.To.IsZero() && !k.From.IsZero() && !k.From.Before(k.To) {
		c.fault(lintKnown, "/known", "thời gian ghi nhận kết thúc trước khi bắt đầu", "the recorded time ends before it begins")
	}
	for i, s := range p.Subjects {
		c.filledIn("subjects", i, "name", s.Name)
	}
	c.once("subjects", "", repeats(p.Subjects, itself))
	if p.Sets < 0 || p.Sets > mostCopies {
		c.fault(lintCopies, "/sets", "không phải số bộ từ 0 đến 99", "not a number of dossiers from 0 to 99")
	}
	for i, word := range p.Keywords {
		c.filledIn("keywords", i, "", word)
	}
}

// parts checks steps, results and bodies.
func (c *checker) parts() {
	for i, s := range c.p.Steps {
		c.filledIn("steps", i, "text", s.Text)
		if s.Case != "" && c.caseOf(s.Case) == nil {
			c.noCase(itemAt("steps", i, "case"), s.Case)
		}
		if s.Body != nil {
			c.filledIn("steps", i, "body/name", s.Body.Name)
		}
		c.terms(place{"steps", i, "time"}, s.Time)
	}
	for i, r := range c.p.Results {
		c.filledIn("results", i, "name/vi", r.Name.Vi)
		c.result(place{"results", i, "code"}, r.Code)
	}
	b := &c.p.Bodies
	c.bodies("bodies/competent", b.Competent)
	c.bodies("bodies/implementing", b.Implementing)
	c.bodies("bodies/authorised", b.Authorised)
	c.bodies("bodies/coordinating", b.Coordinating)
}

func (c *checker) bodies(list string, bodies []Body) {
	for i, b := range bodies {
		c.filledIn(list, i, "name", b.Name)
	}
	c.once(list, "", repeats(bodies, itself))
}

// terms checks amounts of time that belong to no limit.
func (c *checker) terms(at place, terms []workday.Term) {
	if len(terms) == 0 {
		return
	}
	for _, f := range (workday.Limit{Terms: terms}).Check() {
		moved := *f
		moved.Pointer = at.String() + strings.TrimPrefix(f.Pointer, "/terms")
		c.faults = append(c.faults, &moved)
	}
}

// channels checks channels and their time options.
func (c *checker) channels() {
	for i, o := range c.p.Channels {
		c.enum(place{"channels", i, "channel"}, true, o.Channel)
		for j, t := range o.Times {
			if len(t.Cases) > 0 {
				c.known(place{"channels", i, "times/" + strconv.Itoa(j) + "/cases"}, t.Cases)
			}
			if t.Limit == nil {
				continue
			}
			if found := t.Limit.Check(); len(found) > 0 {
				c.faults = append(c.faults, found.At(itemAt("channels", i, "times/"+strconv.Itoa(j)+"/limit"))...)
			}
		}
		if twice := repeats(o.Times, func(t *TimeOption) string { return t.ID }); len(twice) > 0 {
			c.once("channels/"+strconv.Itoa(i)+"/times", "id", twice)
		}
	}
	for _, i := range repeats(c.p.Channels, func(o *Offer) motcua.Channel { return o.Channel }) {
		c.fault(lintChannel, itemAt("channels", i, "channel"), "kênh đã có", "the channel stands in the list already")
	}
}

// fees checks the fee rows, and what they speak of.
func (c *checker) fees() {
	if len(c.p.Fees) == 0 {
		return
	}
	c.faults = append(c.faults, fee.Standard().CheckRows(c.p.Fees, c.column).At("/fees")...)
	offered := map[string][]motcua.Channel{} // channels of each option
	for _, o := range c.p.Channels {
		for _, t := range o.Times {
			offered[t.ID] = append(offered[t.ID], o.Channel)
		}
	}
	for i := range c.p.Fees {
		r := &c.p.Fees[i]
		c.known(place{"fees", i, "cases"}, r.Cases)
		for j, ch := range r.Channels {
			if len(c.p.Channels) > 0 && !slices.ContainsFunc(c.p.Channels, func(o Offer) bool { return o.Channel == ch }) {
				c.fault(lintReference, itemAt("fees", i, "channels/"+strconv.Itoa(j)), "thủ tục không có kênh này", "the procedure has no such channel")
			}
		}
		for j, id := range r.Options {
			at := itemAt("fees", i, "options/"+strconv.Itoa(j))
			switch in := offered[id]; {
			case id == "" || in == nil:
				c.fault(lintReference, at, "không có lựa chọn "+strconv.Quote(id), "there is no option "+strconv.Quote(id))
			case len(r.Channels) > 0 && !slices.ContainsFunc(in, func(ch motcua.Channel) bool { return slices.Contains(r.Channels, ch) }):
				c.warn(lintNever, at, "kênh nộp không có lựa chọn này", "none of the row's channels has this option")
			}
		}
		c.possibleFee(i)
	}
}
