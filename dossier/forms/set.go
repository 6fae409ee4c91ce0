package forms

import (
	"bytes"
	"embed"
	"errors"
	"html/template"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"sync"

	"github.com/motcua/motcua"
)

//go:embed templates
var shipped embed.FS

// Set is forms and the templates they are printed by. It does not change once made and
// is safe for concurrent use.
type Set struct {
	rows  []Row
	pages *template.Template
}

// Standard returns the seven forms of TT 03/2025/TT-VPCP. They are parsed on first use.
func Standard() *Set { return standard() }

var standard = sync.OnceValue(func() *Set { s, _ := Compile(nil, nil); return s }) // that it compiles is tested

// Compile returns the standard forms with others before them: of rows with one id those
// that name the procedure come first, and of equals the last one given. The files *.html
// in the root of templates are parsed beside the standard ones and replace those of the
// same name; nil is none. Everything that is wrong is told at once, with pointers into
// {"rows": …, "templates": …}: codes FRM-ROW and FRM-TPL. With faults there is no set.
func Compile(own []Row, templates fs.FS) (*Set, motcua.Faults) {
	var faults motcua.Faults
	s := &Set{rows: append(slices.Clone(standardRows[:]), own...), pages: template.New("").Funcs(functions)}
	base, err := fs.Sub(shipped, "templates")
	if err != nil {
		fault(&faults, codeTemplate, "/templates", "không đọc được mẫu in", "the templates cannot be read", err)
	}
	s.parse(base, &faults)
	if templates != nil {
		s.parse(templates, &faults)
	}
	for i := range own {
		s.checkRow(own, i, &faults)
	}
	if faults == nil {
		s.escape(&faults)
	}
	if faults != nil {
		faults.Sort()
		return nil, faults
	}
	return s, nil
}

// parse reads the templates in the root of a file system.
func (s *Set) parse(files fs.FS, faults *motcua.Faults) {
	names, err := fs.Glob(files, "*.html")
	if err != nil {
		fault(faults, codeTemplate, "/templates", "không đọc được mẫu in", "the templates cannot be read", err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err == nil {
			_, err = s.pages.New(name).Parse(string(text))
		}
		if err != nil {
			fault(faults, codeTemplate, motcua.Pointer("templates", name), "mẫu in sai cú pháp", "not a template", err)
		}
	}
}

func (s *Set) checkRow(own []Row, i int, faults *motcua.Faults) {
	at, r := motcua.Pointer("rows", strconv.Itoa(i)), &own[i]
	for _, member := range []struct{ name, value string }{{"id", r.ID}, {"number", r.Number}, {"title", r.Title.Vi}} {
		if member.value == "" {
			fault(faults, codeRow, at+"/"+member.name, "thiếu nội dung", "nothing is stated", nil)
		}
	}
	if s.pages.Lookup(r.Template) == nil {
		fault(faults, codeNoTemplate, at+"/template", "không có mẫu in này", "there is no such template", nil)
	}
	twice := func(o Row) bool { return r.ID != "" && o.ID == r.ID && overlap(o.Procedures, r.Procedures) }
	if slices.ContainsFunc(own[:i], twice) {
		fault(faults, codeTwice, at+"/id", "mẫu này đã có ở trên cho cùng thủ tục", "this form stands above for the same procedure", nil)
	}
}

// overlap reports whether two rows are for one procedure by name, or both for all.
func overlap(a, b []motcua.ProcedureCode) bool {
	return len(a)+len(b) == 0 || slices.ContainsFunc(a, func(p motcua.ProcedureCode) bool {
		return slices.ContainsFunc(b, func(q motcua.ProcedureCode) bool { return p.National() == q.National() })
	})
}

// escape finds templates in which it cannot be told how to escape what is printed.
func (s *Set) escape(faults *motcua.Faults) {
	for i := range s.rows {
		name := s.rows[i].Template
		err := s.pages.ExecuteTemplate(io.Discard, name, &Form{})
		if unsafe := (*template.Error)(nil); errors.As(err, &unsafe) {
			fault(faults, codeTemplate, motcua.Pointer("templates", name), "không thể in an toàn bằng mẫu này", "it cannot print safely", err)
		}
	}
}

// Write prints a form as HTML by the template of its row. Nothing is written if that
// fails: with an *UnknownError where the set has no such form, a *TemplateError where
// its template fails, or the error of the writer.
func (s *Set) Write(w io.Writer, f *Form) error {
	var procedure motcua.ProcedureCode
	if f.Subject != nil {
		procedure = f.Subject.Procedure
	}
	row, ok := s.row(procedure, f.ID)
	if !ok {
		return &UnknownError{Form: f.ID, Procedure: procedure}
	}
	var page bytes.Buffer
	if err := s.pages.ExecuteTemplate(&page, row.Template, f); err != nil {
		return &TemplateError{Template: row.Template, Err: err}
	}
	_, err := w.Write(page.Bytes())
	return err
}
