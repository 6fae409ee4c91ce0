package catalog

import (
	"slices"
	"strconv"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/fee"
)

// Codes of faults in procedures and catalogues, beside those of package fee (CAT-FEE-),
// package workday (CAL-) and conditions (VOC-PRE-). A code is retired, never reused.
const (
	lintForm       = "CAT-PRO-01" // a procedure code that is none
	lintNoName     = "CAT-PRO-02" // no name
	lintLong       = "CAT-PRO-03" // a text longer than any procedure needs
	lintMarkup     = "CAT-PRO-04" // HTML where plain text belongs
	lintControl    = "CAT-PRO-05" // NUL or another control character, or no UTF-8
	lintNotNFC     = "CAT-PRO-06" // text in decomposed letters (warning)
	lintPrivate    = "CAT-PRO-07" // characters of private use, of a font somebody had (warning)
	lintEnum       = "CAT-PRO-08" // a value that has no name
	lintIncomplete = "CAT-PRO-09" // a mandatory part is missing (warning)
	lintTwice      = "CAT-PRO-10" // the same thing twice in a list
	lintEmpty      = "CAT-PRO-11" // a member that must say something is empty
	lintOrder      = "CAT-PRO-12" // days in an order that cannot be
	lintSelf       = "CAT-PRO-13" // a procedure linked to itself
	lintCycle      = "CAT-PRO-14" // procedures that set one another off in a circle (warning)
	lintService    = "CAT-PRO-15" // a service that contradicts itself or the procedure

	lintValidity    = "CAT-VER-01" // a validity that cannot be
	lintKnown       = "CAT-VER-02" // a recorded time that ends before it begins
	lintOverlap     = "CAT-VER-03" // two versions that hold at one point of the two times
	lintGap         = "CAT-VER-04" // days between versions on which none holds (warning)
	lintUnreachable = "CAT-VER-05" // a version that never holds (warning)

	lintReference = "CAT-CAS-01" // a case, option or channel that is not there
	lintQuestion  = "CAT-CAS-02" // a question that cannot be asked
	lintUnasked   = "CAT-CAS-03" // a question nothing depends on (warning)
	lintCircular  = "CAT-CAS-04" // questions that wait for one another

	lintCopies  = "CAT-PAP-01" // a number of copies that cannot be
	lintNoCopy  = "CAT-PAP-02" // a paper of which none is asked for (warning)
	lintChannel = "CAT-CHA-01" // a channel twice, or none
)

// Check finds everything that is wrong with versions of procedures, each by itself and
// all together, sorted, with pointers that begin with the place in the list. Errors
// say that a version cannot be relied on; warnings that somebody should look.
func Check(versions []Procedure) motcua.Faults {
	var faults motcua.Faults
	for i := range versions {
		if found := versions[i].Check(); len(found) > 0 {
			faults = append(faults, found.At("/"+strconv.Itoa(i))...)
		}
	}
	faults = append(faults, checkVersions(versions)...)
	faults = append(faults, checkLinks(versions)...)
	faults.Sort()
	return faults
}

// Check finds everything that is wrong with one version by itself, sorted.
func (p *Procedure) Check() motcua.Faults {
	c := checker{p: p}
	c.texts()
	c.head()
	c.cases()
	c.parts()
	c.channels()
	c.fees()
	c.papers()
	c.acts()
	c.service()
	if p.Status == StatusPublic {
		for _, m := range p.Missing() {
			c.warn(lintIncomplete, "", "thiếu "+m.Text.Vi, m.Text.En+" missing")
		}
	}
	c.faults.Sort()
	return c.faults
}

// checker gathers the faults of one version.
type checker struct {
	p      *Procedure
	faults motcua.Faults
}

func (c *checker) fault(code, at, vi, en string) {
	c.faults.Add(code, at, motcua.Text{Vi: vi, En: en}, nil)
}

func (c *checker) warn(code, at, vi, en string) {
	c.faults.Warn(code, at, motcua.Text{Vi: vi, En: en}, nil)
}

// named is a value of an enum.
type named interface{ MarshalText() ([]byte, error) }

func (c *checker) enum(at string, set bool, v named) {
	if _, err := v.MarshalText(); set && err != nil {
		c.fault(lintEnum, at, "không có giá trị này", "no such value")
	}
}

// itemAt is a pointer to an element of a list and perhaps a member of it.
func itemAt(list string, i int, member string) string {
	at := "/" + list + "/" + strconv.Itoa(i)
	if member != "" {
		at += "/" + member
	}
	return at
}

func (c *checker) head() {
	p := c.p
	if _, err := motcua.ParseProcedure(string(p.Code)); err != nil {
		c.faults.Add(lintForm, "/code", motcua.Text{Vi: "không phải mã thủ tục", En: "not a procedure code"}, err)
	}
	if p.Name.Vi == "" {
		c.fault(lintNoName, "/name/vi", "thiếu tên", "the name is missing")
	}
	c.enum("/status", true, p.Status)
	for i, l := range p.Levels {
		c.enum(itemAt("levels", i, ""), true, l)
		c.once(itemAt("levels", i, ""), slices.Contains(p.Levels[:i], l))
	}
	if err := p.Validity.Err(); err != nil {
		c.faults.Add(lintValidity, "/validity", motcua.Text{Vi: "hiệu lực không hợp lệ", En: "a validity that cannot be"}, err)
	}
	if k := p.Known; !k.To.IsZero() && !k.From.IsZero() && !k.From.Before(k.To) {
		c.fault(lintKnown, "/known", "thời gian ghi nhận kết thúc trước khi bắt đầu", "the recorded time ends before it begins")
	}
	for i, s := range p.Subjects {
		c.filled(itemAt("subjects", i, "name"), s.Name)
		c.once(itemAt("subjects", i, ""), slices.Contains(p.Subjects[:i], s))
	}
}

// once reports what stands twice.
func (c *checker) once(at string, twice bool) {
	if twice {
		c.fault(lintTwice, at, "đã có trong danh sách", "stands in the list already")
	}
}

// filled reports what must say something and does not.
func (c *checker) filled(at, text string) {
	if text == "" {
		c.fault(lintEmpty, at, "để trống", "is empty")
	}
}

// cases checks cases and questions, and what conditions ask.
func (c *checker) cases() {
	p := c.p
	for i, k := range p.Cases {
		c.filled(itemAt("cases", i, "id"), k.ID)
		c.filled(itemAt("cases", i, "name/vi"), k.Name.Vi)
		c.once(itemAt("cases", i, "id"), k.ID != "" && slices.ContainsFunc(p.Cases[:i], func(o Case) bool { return o.ID == k.ID }))
		c.condition(itemAt("cases", i, "when"), k.When)
	}
	for i, q := range p.Questions {
		c.filled(itemAt("questions", i, "id"), q.ID)
		c.enum(itemAt("questions", i, "type"), true, q.Type)
		c.once(itemAt("questions", i, "id"), q.ID != "" && slices.ContainsFunc(p.Questions[:i], func(o Question) bool { return o.ID == q.ID }))
		c.condition(itemAt("questions", i, "when"), q.When)
		switch {
		case q.Text.IsZero():
			c.fault(lintQuestion, itemAt("questions", i, "text"), "câu hỏi không có lời", "the question has no words")
		case q.ID == "channel" || q.ID == "case" || q.ID == "subject" || q.ID == "date":
			c.fault(lintQuestion, itemAt("questions", i, "id"), "tên này đã có nghĩa riêng", "this name has a meaning of its own")
		case len(q.Choices) > 0 && q.Type != motcua.ColumnText:
			c.fault(lintQuestion, itemAt("questions", i, "choices"), "chỉ câu hỏi kiểu text có lựa chọn", "only questions of type text have choices")
		}
		for j, choice := range q.Choices {
			at := itemAt("questions", i, "choices/"+strconv.Itoa(j))
			c.filled(at+"/value", choice.Value)
			c.once(at, slices.ContainsFunc(q.Choices[:j], func(o Choice) bool { return o.Value == choice.Value }))
		}
	}
	c.asked()
}

// column is the type of a column of conditions.
func (p *Procedure) column(name string) (motcua.ColumnType, bool) {
	if name == "channel" || name == "subject" || name == "case" {
		return motcua.ColumnText, true
	}
	for i := range p.Questions {
		if p.Questions[i].ID == name {
			return p.Questions[i].Type, true
		}
	}
	return 0, false
}

func (c *checker) condition(at string, when *motcua.Predicate) {
	if when != nil {
		c.faults = append(c.faults, when.Check(c.p.column).At(at)...)
	}
}

// known reports cases that are not there.
func (c *checker) known(at string, cases []string) {
	for i, id := range cases {
		if !slices.ContainsFunc(c.p.Cases, func(k Case) bool { return k.ID == id }) {
			c.fault(lintReference, at+"/"+strconv.Itoa(i), "không có trường hợp "+strconv.Quote(id), "there is no case "+strconv.Quote(id))
		}
	}
}

// fees checks the fee rows, and what they speak of.
func (c *checker) fees() {
	c.faults = append(c.faults, fee.Standard().CheckRows(c.p.Fees, c.p.column).At("/fees")...)
	for i := range c.p.Fees {
		r := &c.p.Fees[i]
		c.known(itemAt("fees", i, "cases"), r.Cases)
		for j, ch := range r.Channels {
			if len(c.p.Channels) > 0 && !slices.ContainsFunc(c.p.Channels, func(o Offer) bool { return o.Channel == ch }) {
				c.fault(lintReference, itemAt("fees", i, "channels/"+strconv.Itoa(j)), "thủ tục không có kênh này", "the procedure has no such channel")
			}
		}
		for j, id := range r.Options {
			if !c.p.hasOption(id) {
				c.fault(lintReference, itemAt("fees", i, "options/"+strconv.Itoa(j)), "không có lựa chọn "+strconv.Quote(id), "there is no option "+strconv.Quote(id))
			}
		}
	}
}

func (p *Procedure) hasOption(id string) bool {
	return slices.ContainsFunc(p.Channels, func(o Offer) bool {
		return slices.ContainsFunc(o.Times, func(t TimeOption) bool { return t.ID == id })
	})
}
