package catalog

import (
	"strconv"
	"strings"

	"github.com/motcua/motcua"
)

const mostCopies = 99

// papers checks the components of the dossier.
func (c *checker) papers() {
	var groups map[string]int
	for i := range c.p.Papers {
		p := &c.p.Papers[i]
		c.filledIn("papers", i, "name/vi", p.Name.Vi)
		c.known(place{"papers", i, "cases"}, p.Cases)
		c.copies(place{"papers", i, "originals"}, p.Originals)
		c.copies(place{"papers", i, "copies"}, p.Copies)
		if p.Originals == 0 && p.Copies == 0 && c.p.Sets == 0 && len(p.Data) == 0 {
			c.warn(lintNoCopy, itemAt("papers", i, ""), "không cần bản nào", "none of it is asked for")
		}
		if p.Form != nil {
			c.filledIn("papers", i, "form/name", p.Form.Name)
		}
		c.standIns(i, p)
		c.possiblePaper(i)
		if p.OneOf == "" {
			continue
		}
		if groups == nil {
			groups = map[string]int{}
		}
		groups[p.OneOf]++
	}
	for i, p := range c.p.Papers {
		if groups[p.OneOf] == 1 {
			c.warn(lintAlone, itemAt("papers", i, "oneOf"), "nhóm chỉ có một giấy tờ này", "no other paper is of this group")
		}
	}
	c.once("papers", "", repeats(c.p.Papers, keyOfPaper))
}

func (c *checker) copies(at place, n int64) {
	if n < 0 || n > mostCopies {
		c.fault(lintCopies, at.String(), "không phải số bản từ 0 đến 99", "not a number of copies from 0 to 99")
	}
}

// standIns checks what may replace a paper.
func (c *checker) standIns(i int, p *Paper) {
	for j, code := range p.ReplacedBy {
		at := place{"papers/" + strconv.Itoa(i) + "/replacedBy", j, ""}
		c.result(at, code)
		c.filled(at.String(), string(code))
	}
	if len(p.ReplacedBy) == 0 && len(p.Data) == 0 {
		return
	}
	list := "papers/" + strconv.Itoa(i)
	c.once(list+"/replacedBy", "", repeats(p.ReplacedBy, itself))
	for j, d := range p.Data {
		c.filledIn(list+"/data", j, "code", d.Code)
		c.condition(place{list + "/data", j, "when"}, d.When)
	}
	c.once(list+"/data", "", repeats(p.Data, func(d *DataSource) string {
		if d.When != nil {
			return ""
		}
		return d.Code
	}))
}

// paperKey is what makes two papers the same for the same people.
type paperKey struct {
	code, note, group, cases string
	name                     motcua.Text
	originals, copies        int64
}

// keyOfPaper is zero for a paper that only some need, who may be others than those who
// need one like it.
func keyOfPaper(p *Paper) paperKey {
	if p.When != nil {
		return paperKey{}
	}
	return paperKey{p.Code, p.Note, p.OneOf, strings.Join(p.Cases, "\n"), p.Name, p.Originals, p.Copies}
}
