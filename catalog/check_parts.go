package catalog

import (
	"slices"
	"strconv"

	"github.com/motcua/motcua"
)

// asked finds questions nothing depends on, and those that wait for one another.
func (c *checker) asked() {
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
	needs := map[string][]string{}
	for i := range p.Questions {
		needs[p.Questions[i].ID] = columnsOf(p.Questions[i].When)
		use(p.Questions[i].When)
	}
	for i := range p.Questions {
		id := p.Questions[i].ID
		if !used[id] {
			c.warn(lintUnasked, itemAt("questions", i, ""), "không điều kiện nào cần câu trả lời", "no condition needs the answer")
		}
		if reaches(needs, id, id, map[string]bool{}) {
			c.fault(lintCircular, itemAt("questions", i, "when"), "chỉ hỏi sau khi đã có chính câu trả lời này", "is asked only once it is answered")
		}
	}
}

// reaches reports whether a walk along edges from a node comes to another one.
func reaches(edges map[string][]string, from, to string, seen map[string]bool) bool {
	for _, next := range edges[from] {
		if next == to {
			return true
		}
		if !seen[next] {
			seen[next] = true
			if reaches(edges, next, to, seen) {
				return true
			}
		}
	}
	return false
}

// parts checks steps, results and bodies.
func (c *checker) parts() {
	for i, s := range c.p.Steps {
		c.filled(itemAt("steps", i, "text"), s.Text)
		if s.Case != "" {
			c.known(itemAt("steps", i, ""), []string{s.Case})
		}
	}
	for i, r := range c.p.Results {
		c.filled(itemAt("results", i, "name/vi"), r.Name.Vi)
		c.result(itemAt("results", i, "code"), r.Code)
	}
	for list, bodies := range map[string][]Body{
		"competent": c.p.Bodies.Competent, "implementing": c.p.Bodies.Implementing,
		"authorised": c.p.Bodies.Authorised, "coordinating": c.p.Bodies.Coordinating,
	} {
		for i, b := range bodies {
			at := itemAt("bodies/"+list, i, "")
			c.filled(at+"/name", b.Name)
			c.once(at, slices.Contains(bodies[:i], b))
		}
	}
}

func (c *checker) result(at string, code motcua.ResultCode) {
	if code == "" {
		return
	}
	if _, err := motcua.ParseResult(string(code)); err != nil {
		c.faults.Add(lintForm, at, motcua.Text{Vi: "không phải mã kết quả", En: "not a result code"}, err)
	}
}

// channels checks channels and their time options.
func (c *checker) channels() {
	for i, o := range c.p.Channels {
		c.enum(itemAt("channels", i, "channel"), true, o.Channel)
		if slices.ContainsFunc(c.p.Channels[:i], func(b Offer) bool { return b.Channel == o.Channel }) {
			c.fault(lintChannel, itemAt("channels", i, "channel"), "kênh đã có", "the channel stands in the list already")
		}
		for j, t := range o.Times {
			at := itemAt("channels", i, "times/"+strconv.Itoa(j))
			c.once(at+"/id", t.ID != "" && slices.ContainsFunc(o.Times[:j], func(b TimeOption) bool { return b.ID == t.ID }))
			c.known(at+"/cases", t.Cases)
			if t.Limit != nil {
				c.faults = append(c.faults, t.Limit.Check().At(at+"/limit")...)
			}
		}
	}
}

const mostCopies = 99

// papers checks the components of the dossier.
func (c *checker) papers() {
	for i := range c.p.Papers {
		p := &c.p.Papers[i]
		c.filled(itemAt("papers", i, "name/vi"), p.Name.Vi)
		c.known(itemAt("papers", i, "cases"), p.Cases)
		c.condition(itemAt("papers", i, "when"), p.When)
		for _, n := range []struct {
			member string
			n      int64
		}{{"originals", p.Originals}, {"copies", p.Copies}} {
			if n.n < 0 || n.n > mostCopies {
				c.fault(lintCopies, itemAt("papers", i, n.member), "không phải số bản từ 0 đến 99", "not a number of copies from 0 to 99")
			}
		}
		if p.Originals == 0 && p.Copies == 0 && c.p.Sets == 0 && len(p.Data) == 0 {
			c.warn(lintNoCopy, itemAt("papers", i, ""), "không cần bản nào", "none of it is asked for")
		}
		c.once(itemAt("papers", i, ""), slices.ContainsFunc(c.p.Papers[:i], func(o Paper) bool { return samePaper(&o, p) }))
		for j, code := range p.ReplacedBy {
			c.result(itemAt("papers", i, "replacedBy/"+strconv.Itoa(j)), code)
		}
		for j, d := range p.Data {
			at := itemAt("papers", i, "data/"+strconv.Itoa(j))
			c.filled(at+"/code", d.Code)
			c.condition(at+"/when", d.When)
		}
	}
}

// samePaper reports whether two papers are the same for the same case.
func samePaper(a, b *Paper) bool {
	return a.Code == b.Code && a.Name == b.Name && a.When == nil && b.When == nil && a.Note == b.Note &&
		slices.Equal(a.Cases, b.Cases) && a.OneOf == b.OneOf && a.Originals == b.Originals && a.Copies == b.Copies
}

// acts checks legal bases, decisions, transfers and proposals.
func (c *checker) acts() {
	p := c.p
	ordered := func(at string, first, then motcua.Date) {
		if !first.IsZero() && !then.IsZero() && then < first {
			c.fault(lintOrder, at, then.String()+" trước "+first.String(), then.String()+" is before "+first.String())
		}
	}
	for i, b := range p.Bases {
		c.filled(itemAt("bases", i, "number"), b.Number)
		ordered(itemAt("bases", i, "effective"), b.Issued, b.Effective)
		c.once(itemAt("bases", i, "number"), b.Number != "" && slices.ContainsFunc(p.Bases[:i], func(o LegalBasis) bool { return o.Number == b.Number && o.Title == b.Title }))
	}
	for i, d := range p.Decisions {
		c.filled(itemAt("decisions", i, "number"), d.Number)
		c.enum(itemAt("decisions", i, "kind"), true, d.Kind)
		if d.Published != nil {
			ordered(itemAt("decisions", i, "published"), d.Signed, *d.Published)
		}
		c.once(itemAt("decisions", i, "number"), d.Number != "" && slices.ContainsFunc(p.Decisions[:i], func(o Decision) bool { return o.Number == d.Number && o.Kind == d.Kind }))
	}
	for i, t := range p.Transfers {
		c.enum(itemAt("transfers", i, "level"), t.Level != 0, t.Level)
		if t.On.IsZero() {
			c.fault(lintEmpty, itemAt("transfers", i, "on"), "thiếu ngày", "the day is missing")
		}
		if t.From == t.To {
			c.fault(lintSelf, itemAt("transfers", i, "to"), "chuyển cho chính mình", "is transferred to itself")
		}
	}
	for i, r := range p.Proposals {
		c.filled(itemAt("proposals", i, "id"), r.ID)
		c.enum(itemAt("proposals", i, "status"), true, r.Status)
		c.once(itemAt("proposals", i, "id"), r.ID != "" && slices.ContainsFunc(p.Proposals[:i], func(o Proposal) bool { return o.ID == r.ID }))
	}
}
