package house

import (
	"time"

	"github.com/motcua/motcua/dossier"
)

// ChildCommands are the commands that file the dossiers an interconnected filing (liên
// thông) sets off: one for each child, with the applicant, the papers and the places of
// the parent, and its own procedure and competent body. Their ids follow from the
// parent's event, so that sending them twice files nothing twice. None for an event that
// files no children.
func ChildCommands(e *dossier.Event) []dossier.Command {
	if e.Action != dossier.ActionSubmit || e.Filing == nil {
		return nil
	}
	var list []dossier.Command
	for _, child := range e.Filing.Children {
		f := *e.Filing
		f.Parent, f.Children = f.Code, nil
		f.Code, f.Procedure, f.Name, f.Competent = child.Code, child.Procedure, child.Name, child.Competent
		f.Version, f.Field, f.FieldName, f.Case, f.Option, f.Answers, f.Fees = "", "", "", "", "", nil, nil
		list = append(list, dossier.Command{
			ID: e.ID + "/" + child.Code, Action: dossier.ActionSubmit, By: dossier.Actor{Role: dossier.RoleSystem, Unit: e.By.Unit},
			Details: dossier.Details{Filing: &f, Papers: e.Papers},
		})
	}
	return list
}

// Joined is how an interconnected dossier and those it set off stand together.
type Joined struct {
	Open    []string         // codes of those that have not ended, the parent's first
	Missing []string         // codes of children that nobody showed
	Results []dossier.Result // of all, the parent's first
	Due     time.Time        // the latest appointment of those that are open; zero: none has one
	Last    string           // code of the dossier with that appointment
}

// Join puts a parent and its children together: the filing is answered when all have
// ended. A setting without an office gives no appointments.
func Join(parent *dossier.Dossier, children []*dossier.Dossier, s *dossier.Setting) Joined {
	var out Joined
	known := map[string]bool{}
	for i, d := range append([]*dossier.Dossier{parent}, children...) {
		code := ""
		if d.Filing != nil {
			code = d.Filing.Code
		}
		if i > 0 {
			known[code] = true
		}
		out.Results = append(out.Results, d.Results...)
		if d.Stands().Ended() {
			continue
		}
		out.Open = append(out.Open, code)
		if s == nil || s.Office == nil {
			continue
		}
		if l, err := d.Ledger(s); err == nil {
			if due, ok := l.Due(); ok && due.After(out.Due) {
				out.Due, out.Last = due, code
			}
		}
	}
	if parent.Filing != nil {
		for _, c := range parent.Filing.Children {
			if !known[c.Code] {
				out.Missing = append(out.Missing, c.Code)
			}
		}
	}
	return out
}
