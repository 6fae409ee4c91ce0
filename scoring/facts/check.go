package facts

import (
	"slices"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/scoring"
)

// Check finds everything that is wrong with a line, with pointers into it.
func (l *Line) Check() motcua.Faults {
	c := &checker{}
	switch {
	case l.Unit != nil:
		c.unit(l.Unit)
	case l.Procedure != nil:
		c.procedure(l.Procedure)
	case l.Decision != nil:
		c.decision(l.Decision)
	case l.Petition != nil:
		c.petition(l.Petition)
	case l.Rating != nil:
		c.rating(l.Rating)
	case l.Handling != nil:
		c.handling(l.Handling)
	case l.Report != nil:
		c.report(l.Report)
	case l.Coverage != nil:
		c.coverage(l.Coverage)
	default:
		c.fault(codeKind, "/fact", "không rõ loại dòng", "not a kind of line")
	}
	c.faults.Sort()
	return c.faults
}

type checker struct{ faults motcua.Faults }

func (c *checker) fault(code, at, vi, en string, args ...any) {
	fault(&c.faults, code, at, vi, en, args...)
}

// kind holds the member "fact" to the kind of the line.
func (c *checker) kind(got, want LineKind) {
	if got != want {
		c.fault(codeKind, "/fact", "dòng này là %s", "this line is a %s", want)
	}
}

// text holds a member to be there.
func (c *checker) text(at, value string) bool {
	if value == "" {
		c.fault(codeMissing, at, "thiếu", "missing")
	}
	return value != ""
}

// code holds the code of a unit to its form: one in a form of its own is kept.
func (c *checker) code(at, value string) {
	if !c.text(at, value) {
		return
	}
	if _, err := motcua.ParseUnit(value); err != nil {
		c.faults.Warn(codeCode, at, motcua.Text{Vi: "mã đơn vị không theo mẫu, giữ nguyên", En: "not in the form of a unit's code, kept as it is"}, nil)
	}
}

func (c *checker) dossier(at, value string) {
	if !c.text(at, value) {
		return
	}
	if _, err := motcua.ParseDossier(value); err != nil {
		c.faults.Warn(codeCode, at, motcua.Text{Vi: "mã hồ sơ không theo mẫu, giữ nguyên", En: "not in the form of a dossier's code, kept as it is"}, nil)
	}
}

// moment holds an instant to the years that can be counted.
func (c *checker) moment(at string, value time.Time) bool {
	if y := value.In(motcua.Vietnam()).Year(); value.IsZero() || y < 1976 || y > 2999 {
		c.fault(codeTime, at, "thời điểm ngoài các năm 1976 đến 2999", "a time outside the years 1976 to 2999")
		return false
	}
	return true
}

func (c *checker) date(at string, value motcua.Date) bool {
	if y, _, _ := value.Civil(); y < 1976 || y > 2999 {
		c.fault(codeTime, at, "ngày ngoài các năm 1976 đến 2999", "a day outside the years 1976 to 2999")
		return false
	}
	return true
}

func (c *checker) unit(u *Unit) {
	c.kind(u.Fact, LineUnit)
	c.code("/unit", u.Unit)
	if u.Parent != "" && unitText(u.Parent) == unitText(u.Unit) {
		c.fault(codeUnits, "/parent", "đơn vị là cấp trên của chính nó", "the unit is above itself")
	}
	for i, code := range u.Codes {
		c.text(motcua.Pointer("codes", itoa(i)), code)
	}
}

func (c *checker) procedure(p *Procedure) {
	c.kind(p.Fact, LineProcedure)
	c.code("/unit", p.Unit)
	c.text("/procedure", string(p.Procedure))
	if err := p.Validity.Err(); err != nil {
		c.faults.Add(codeValidity, "/validity", motcua.Text{Vi: "hiệu lực không hợp lệ", En: "a validity that cannot be"}, err)
	}
	for i := range p.Limits {
		at := motcua.Pointer("limits", itoa(i))
		c.faults = append(c.faults, p.Limits[i].Limit.Check().At(at+"/limit")...)
	}
}

func (c *checker) decision(d *Decision) {
	c.kind(d.Fact, LineDecision)
	c.code("/unit", d.Unit)
	c.text("/procedure", string(d.Procedure))
	c.text("/decision", d.Decision)
	c.date("/signed", d.Signed)
	switch d.Event {
	case EventAnnouncement:
		if d.Effective != nil {
			c.date("/effective", *d.Effective)
		} else if d.Late == nil {
			c.fault(codeLate, "/effective", "cần ngày có hiệu lực, hoặc late", "want the day of effect, or late")
		}
		if d.Published != nil {
			c.fault(codeLate, "/published", "chỉ dùng cho công khai", "belongs to publications alone")
		}
	case EventPublication:
		if d.Published != nil {
			c.date("/published", *d.Published)
		}
		if d.Effective != nil {
			c.fault(codeLate, "/effective", "chỉ dùng cho công bố", "belongs to announcements alone")
		}
	default:
		c.text("/event", "")
	}
}

func (c *checker) petition(p *Petition) {
	c.kind(p.Fact, LinePetition)
	c.text("/petition", p.Petition)
	c.code("/unit", p.Unit)
	received := c.moment("/received", p.Received)
	if p.Deadline != nil {
		c.moment("/deadline", *p.Deadline)
	}
	if p.Answered != nil && c.moment("/answered", *p.Answered) && received && p.Answered.Before(p.Received) {
		c.fault(codeTime, "/answered", "trước khi tiếp nhận", "before the reception")
	}
}

func (c *checker) rating(r *Rating) {
	c.kind(r.Fact, LineRating)
	c.dossier("/dossier", r.Dossier)
	c.moment("/at", r.At)
}

func (c *checker) handling(h *Handling) {
	c.kind(h.Fact, LineHandling)
	c.dossier("/dossier", h.Dossier)
	if h.Unit != "" {
		c.code("/unit", h.Unit)
	}
}

func (c *checker) report(r *Report) {
	c.kind(r.Fact, LineReport)
	c.code("/unit", r.Unit)
	c.date("/date", r.Date)
	for _, n := range []struct {
		at    string
		value int64
	}{{"/synced", r.Synced}, {"/reported", r.Reported}, {"/received", r.Received}} {
		if n.value < 0 || n.value > 1<<53-1 {
			c.fault(codeNumber, n.at, "số ngoài phạm vi 0 đến 2^53−1", "a number outside 0 to 2^53−1")
		}
	}
}

func (c *checker) coverage(v *Coverage) {
	c.kind(v.Fact, LineCoverage)
	if len(v.Columns) == 0 {
		c.text("/columns", "")
	}
	for i, name := range v.Columns {
		table, column, _ := strings.Cut(name, ".")
		known := func(o scoring.Column) bool { return o.Table == table && o.Name == column }
		if !slices.ContainsFunc(scoring.Columns(), known) {
			c.fault(codeColumn, motcua.Pointer("columns", itoa(i)), "không có cột %q", "there is no column %q", name)
		}
	}
}

// unitText is the code of a unit as facts bear it: the canonical form of one that
// has it, any other as it is.
func unitText(code string) string {
	if u, err := motcua.ParseUnit(code); err == nil {
		return string(u)
	}
	return code
}
