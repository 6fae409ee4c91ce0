package house

import (
	"errors"
	"fmt"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog/unit"
	"github.com/motcua/motcua/dossier"
)

// ErrHeir is the class of *HeirError.
var ErrHeir = errors.New("no one heir")

// HeirError says that the body that took over a dossier cannot be told.
type HeirError struct {
	Unit motcua.UnitCode // the competent body as the dossier has it
	Of   unit.Resolution // what the register says of it
}

// Error names the unit and what came of following it.
func (e *HeirError) Error() string {
	return fmt.Sprintf("unit %s on %s: %s: a person must choose who took over", e.Unit, e.Of.At, e.Of.Outcome)
}

// Unwrap returns ErrHeir.
func (e *HeirError) Unwrap() error { return ErrHeir }

// Successor is the body that answers for the dossier on a day: its competent body, or the
// one that took over when that ended (sáp nhập, chuyển giao). Whether a transfer is due
// is whether its unit is another than that of Dossier.Competent; the desk is what the
// command of a transfer takes. A body that was split, ended without an heir, or bore a
// code that others bore too is a *HeirError; a code the register does not know is a
// *unit.CodeError.
func Successor(d *dossier.Dossier, register *unit.Register, day motcua.Date) (dossier.Desk, error) {
	code := d.Competent.Unit
	res, err := register.Resolve(string(code), day, motcua.DateOf(competentSince(d).In(motcua.Vietnam())))
	if err != nil {
		return dossier.Desk{}, err
	}
	if !res.Certain() {
		return dossier.Desk{}, &HeirError{Unit: code, Of: res}
	}
	heir := res.Targets[0].Unit
	if heir == res.Unit {
		return dossier.Desk{Unit: code, Name: d.Competent.Name}, nil
	}
	next, ok := heir.Code(res.Scheme, day)
	if !ok {
		return dossier.Desk{}, &HeirError{Unit: code, Of: res}
	}
	return dossier.Desk{Unit: motcua.UnitCode(next), Name: heir.Name.Vi}, nil
}

// competentSince is when the competent body was last stated.
func competentSince(d *dossier.Dossier) time.Time {
	since := d.Filed
	for i := range d.Events {
		if e := &d.Events[i]; e.Desk != nil && (e.Action == dossier.ActionForward || e.Action == dossier.ActionTransfer) {
			since = e.At
		}
	}
	return since
}
