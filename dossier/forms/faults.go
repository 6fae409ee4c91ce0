package forms

import (
	"errors"
	"fmt"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
)

// Codes of faults in rows, templates and forms. A code is retired, never reused.
const (
	codeRow        = "FRM-ROW-01" // a row without id, number or title
	codeNoTemplate = "FRM-ROW-02" // a row whose template is not there
	codeTwice      = "FRM-ROW-03" // two rows for one form of one procedure
	codeTemplate   = "FRM-TPL-01" // a template that does not parse or cannot be made safe
	codeForm       = "FRM-DOC-01" // a form without id, number or title
	codeLine       = "FRM-DOC-02" // a line of a register out of count
	codeCount      = "FRM-DOC-03" // a paper that is counted below 0
)

func fault(faults *motcua.Faults, code, at, vi, en string, cause error) {
	faults.Add(code, at, motcua.Text{Vi: vi, En: en}, cause)
}

// The classes of *UnknownError, *UnwarrantedError and *TemplateError; and ErrOffice for a
// form of the whole history without an office to measure time.
var (
	ErrOffice      = errors.New("there is no office to measure time")
	ErrUnknown     = errors.New("no such form")
	ErrUnwarranted = errors.New("the dossier does not warrant the form")
	ErrTemplate    = errors.New("the template fails")
)

// UnknownError says that a set has no such form.
type UnknownError struct {
	Form      string               // its id
	Procedure motcua.ProcedureCode // for which it was asked
}

// Error names the form and the procedure.
func (e *UnknownError) Error() string {
	return fmt.Sprintf("%v: %q of procedure %q", ErrUnknown, e.Form, string(e.Procedure))
}

// Unwrap returns ErrUnknown.
func (e *UnknownError) Unwrap() error { return ErrUnknown }

// UnwarrantedError says that what a form reports did not happen, or was taken back.
type UnwarrantedError struct {
	Form    string         // its id
	Action  dossier.Action // that it reports; unset for the whole history
	Dossier string         // code of the dossier, if it has one
	State   dossier.State  // where the dossier stands
}

// Error names the dossier, the form and what is missing.
func (e *UnwarrantedError) Error() string {
	what := "reception"
	if e.Action != 0 {
		what = e.Action.String()
	}
	return fmt.Sprintf("%v: %q needs the event %s, dossier %q in state %s has none that stands", ErrUnwarranted, e.Form, what, e.Dossier, e.State)
}

// Unwrap returns ErrUnwarranted.
func (e *UnwarrantedError) Unwrap() error { return ErrUnwarranted }

// TemplateError says that a template failed while it printed.
type TemplateError struct {
	Template string // its name
	Err      error  // what html/template says; it may quote what was printed
}

// Error names the template, and does not quote what was printed.
func (e *TemplateError) Error() string { return fmt.Sprintf("%v: %q", ErrTemplate, e.Template) }

// Unwrap returns ErrTemplate and what html/template says.
func (e *TemplateError) Unwrap() []error { return []error{ErrTemplate, e.Err} }
