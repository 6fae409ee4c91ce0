package intake

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/catalog/unit"
)

// FromDocument makes a procedure of a document and reports what was lost. The pointers
// of the losses lead into the document. Case ids are the names of the cases; fee rows and
// time options that need an id are named by their places ("c1t2f1").
func FromDocument(d *Document) (catalog.Procedure, []Loss) {
	r := reader{losses: &losses{}}
	source := *d
	r.normalise(&source)
	r.d = &source
	r.head()
	r.bodies()
	r.steps()
	r.channels()
	r.papers()
	r.results()
	r.bases()
	r.p.Related = r.references("related", r.d.Related)
	r.p.Interconnected = r.references("interconnected", r.d.Interconnected)
	return r.p, r.losses.sorted(d.Code)
}

// reader makes one procedure.
type reader struct {
	*losses
	d *Document
	p catalog.Procedure
}

func itoa(i int) string { return strconv.Itoa(i) }

// at is a pointer to an element of a list and perhaps below it.
func at(list string, i int, below ...string) string {
	return "/" + list + motcua.Pointer(append([]string{itoa(i)}, below...)...)
}

func (r *reader) head() {
	d, p := r.d, &r.p
	code, err := motcua.ParseProcedure(d.Code)
	if err != nil {
		r.add(LossUnread, lossCode, "/code", "/code", d.Code, "không phải mã thủ tục", "not a procedure code")
	}
	if d.Name == "" {
		r.add(LossUnread, lossMember, "/name", "/name/vi", "", "không nêu tên thủ tục", "the name of the procedure is missing")
	}
	p.Code, p.Name.Vi, p.Kind = code, d.Name, d.Kind
	p.Record = catalog.Record{ID: d.ID, Publisher: d.Publisher, Decision: d.DecisionID, URL: d.URL}
	p.SubjectsNote, p.Reception, p.Conditions, p.Description = d.SubjectsNote, d.Reception, d.Conditions, d.Description
	p.Bodies.ImplementingNote, p.Bodies.CompetentNote = d.ImplementingNote, d.CompetentNote
	p.Keywords = listed(d.Keywords)
	p.Source = motcua.Source{Basis: motcua.BasisPractice, Note: motcua.Text{
		Vi: "bản ghi của Cổng Dịch vụ công quốc gia", En: "record of the National Public Service Portal",
	}}
	r.add(LossDefaulted, lossValidity, "", "/validity", "", "không nêu thời gian hiệu lực; coi là không giới hạn", "no validity is stated; it is taken for always")
	r.status()
	if d.Decision != "" {
		p.Version = d.Decision
		p.Decisions = []catalog.Decision{{Number: d.Decision, Kind: catalog.DecisionAnnounced}}
		r.add(LossDefaulted, lossStatus, "/decision", "/decisions/0/kind", d.Decision, "không nêu loại quyết định; coi là công bố", "the kind of decision is not stated; it is taken for an announcement")
	}
	for i, f := range d.Fields {
		if i == 0 {
			p.Field = catalog.Field(f)
			continue
		}
		r.add(LossDropped, lossMember, at("fields", i), "", f.Code+" "+f.Name, "chỉ giữ một lĩnh vực", "only one field is kept")
	}
	for i, l := range d.Levels {
		level, sure := levelOf(l)
		if !sure {
			r.add(LossGuessed, lossCode, at("levels", i), at("levels", i), l.Code+" "+l.Name, "cấp thực hiện lạ; coi là khác", "an unknown level; taken for other")
		}
		if slices.Contains(p.Levels, level) {
			r.add(LossDropped, lossMember, at("levels", i), "", l.Code+" "+l.Name, "đã có cấp này", "the level stands there already")
			continue
		}
		p.Levels = append(p.Levels, level)
	}
	for i, s := range d.Subjects {
		subject := catalog.Subject(s)
		if slices.Contains(p.Subjects, subject) {
			r.add(LossDropped, lossMember, at("subjects", i), "", s.Name, "đã có đối tượng này", "the class stands there already")
			continue
		}
		p.Subjects = append(p.Subjects, subject)
	}
}

// status reads TRANGTHAI: 1 is publicised, and no other code is known.
func (r *reader) status() {
	switch r.p.Status = catalog.StatusPublic; r.d.Status {
	case publicised:
	case "":
		r.add(LossDefaulted, lossStatus, "", "/status", "", "không nêu trạng thái; coi là công khai", "no status is stated; it is taken for publicised")
	default:
		r.p.Status = catalog.StatusDraft
		r.add(LossGuessed, lossStatus, "/status", "/status", r.d.Status, "trạng thái lạ; coi là chưa công khai", "an unknown status; taken for not publicised")
	}
}

// levels are the levels of the portal, by code; the names are in lower case.
var levels = []struct {
	code, name string
	level      unit.Level
}{
	{"0", "cấp bộ", unit.Ministry}, {"1", "cấp tỉnh", unit.Province}, {"2", "cấp huyện", unit.District}, {"3", "cấp xã", unit.Commune},
	{"", "cơ quan khác", unit.Other},
}

func levelOf(c Coded) (unit.Level, bool) {
	for _, l := range levels {
		if c.Code != "" && c.Code == l.code && (c.Name == "" || strings.ToLower(c.Name) == l.name) || c.Code == "" && strings.ToLower(c.Name) == l.name {
			return l.level, true
		}
	}
	return unit.Other, false
}

// listed cuts a list of words at commas and semicolons.
func listed(text string) []string {
	var out []string
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' }) {
		if word = strings.TrimSpace(word); word != "" && !slices.Contains(out, word) {
			out = append(out, word)
		}
	}
	return out
}

func (r *reader) bodies() {
	for _, list := range []struct {
		name string
		from []Coded
		to   *[]catalog.Body
	}{
		{"implementing", r.d.Implementing, &r.p.Bodies.Implementing}, {"competent", r.d.Competent, &r.p.Bodies.Competent},
		{"authorised", r.d.Authorised, &r.p.Bodies.Authorised}, {"coordinating", r.d.Coordinating, &r.p.Bodies.Coordinating},
	} {
		for i, c := range list.from {
			body := catalog.Body(c)
			if slices.Contains(*list.to, body) {
				r.add(LossDropped, lossMember, at(list.name, i), "", c.Name, "đã có cơ quan này", "the body stands there already")
				continue
			}
			*list.to = append(*list.to, body)
		}
	}
}

// caseOf is the id of a case, which is its name; a case that is new is added.
func (r *reader) caseOf(name string) []string {
	if name == "" {
		return nil
	}
	if !slices.ContainsFunc(r.p.Cases, func(c catalog.Case) bool { return c.ID == name }) {
		r.p.Cases = append(r.p.Cases, catalog.Case{ID: name, Name: motcua.Text{Vi: name}})
	}
	return []string{name}
}

func (r *reader) steps() {
	for i, group := range r.d.Steps {
		if len(group.Steps) == 0 {
			r.add(LossDropped, lossMember, at("steps", i), "", group.Case, "trường hợp không có bước", "a case without steps")
			continue
		}
		of := cmp.Or(append(r.caseOf(group.Case), "")...)
		for _, text := range group.Steps {
			r.p.Steps = append(r.p.Steps, catalog.Step{Case: of, Text: text})
		}
	}
}

func (r *reader) papers() {
	for i, group := range r.d.Papers {
		if len(group.Papers) == 0 {
			r.add(LossDropped, lossMember, at("papers", i), "", group.Case, "trường hợp không có giấy tờ", "a case without papers")
			continue
		}
		if group.Case != "" && slices.ContainsFunc(r.d.Papers[:i], func(g DocumentPapers) bool { return g.Case == group.Case }) {
			r.add(LossDropped, lossMember, at("papers", i, "case"), "", group.Case, "trường hợp trùng tên, giấy tờ gộp vào trường hợp trước", "a case whose name stands twice; its papers are those of the first")
		}
		of := r.caseOf(group.Case)
		for j, paper := range group.Papers {
			r.paper(at("papers", i, "papers", itoa(j)), of, paper)
		}
	}
}

func (r *reader) paper(from string, of []string, d DocumentPaper) {
	target := at("papers", len(r.p.Papers))
	p := catalog.Paper{Code: d.Code, Name: motcua.Text{Vi: d.Name}, Cases: of}
	p.Originals = r.count(from+"/originals", target+"/originals", d.Originals)
	p.Copies = r.count(from+"/copies", target+"/copies", d.Copies)
	if d.Form != "" || d.URL != "" {
		p.Form = &catalog.Form{Name: d.Form, URL: d.URL}
	}
	for _, text := range strings.FieldsFunc(d.ReplacedBy, func(c rune) bool { return c == ',' || c == ';' || c == ' ' }) {
		code, err := motcua.ParseResult(text)
		if err != nil {
			r.add(LossDropped, lossCode, from+"/replacedBy", "", text, "không phải mã kết quả", "not a result code")
			continue
		}
		p.ReplacedBy = append(p.ReplacedBy, code)
	}
	r.p.Papers = append(r.p.Papers, p)
}

// mostCopies is the largest number of copies that is taken for one.
const mostCopies = 99

// count reads a number of copies; none stated is 0.
func (r *reader) count(from, target, text string) int64 {
	if text == "" {
		return 0
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 0 || n > mostCopies {
		r.add(LossUnread, lossNumber, from, target, text, "không phải số bản", "not a number of copies")
		return 0
	}
	return n
}

func (r *reader) results() {
	for i, d := range r.d.Results {
		result := catalog.Result{Name: motcua.Text{Vi: d.Name}, File: d.File, URL: d.URL, Note: d.Note}
		if d.Code != "" {
			code, err := motcua.ParseResult(d.Code)
			if err != nil {
				r.add(LossDropped, lossCode, at("results", i, "code"), at("results", len(r.p.Results), "code"), d.Code, "không phải mã kết quả", "not a result code")
			} else {
				result.Code = code
			}
		}
		r.p.Results = append(r.p.Results, result)
	}
}

func (r *reader) bases() {
	for i, d := range r.d.Bases {
		r.p.Bases = append(r.p.Bases, catalog.LegalBasis{
			Number: d.Number, Title: d.Title, Issuer: d.Issuer, URL: d.URL,
			Issued: r.date(at("bases", i, "issued"), d.Issued), Effective: r.date(at("bases", i, "effective"), d.Effective),
		})
	}
}

func (r *reader) references(list string, from []Coded) []catalog.Reference {
	var out []catalog.Reference
	for i, c := range from {
		ref := catalog.Reference{Name: c.Name}
		if c.Code != "" {
			code, err := motcua.ParseProcedure(c.Code)
			if err != nil {
				r.add(LossDropped, lossCode, at(list, i, "code"), at(list, len(out), "code"), c.Code, "không phải mã thủ tục", "not a procedure code")
			}
			ref.Code = code
		}
		out = append(out, ref)
	}
	return out
}
