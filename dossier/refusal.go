package dossier

import (
	"errors"
	"fmt"
	"slices"

	"github.com/motcua/motcua"
)

// ErrRefusal is the class of *RefusalError, ErrRepeated that of *RepeatedError.
var (
	ErrRefusal  = errors.New("not lawful")
	ErrRepeated = errors.New("done already")
)

// RefusalError says why a command may not be done, and what may.
type RefusalError struct {
	State   State    // where the dossier stands
	Action  Action   // what was asked for
	By      Role     // in what capacity
	Grounds []Ground // all that stands against it
	Lawful  []Option // what may be done instead, and by whom; see Dossier.Next
}

// Ground is one thing that stands against a command.
type Ground struct {
	Code  string      `json:"code"` // the guard, or id, action, needs, takes, time, filing, state, role
	Text  motcua.Text `json:"text"` // for people
	Cause error       `json:"-"`    // what is behind it, if anything
}

// Error says it in English.
func (e *RefusalError) Error() string {
	text := fmt.Sprintf("%s by %s in state %s", e.Action, e.By, e.State)
	for i, g := range e.Grounds {
		text += []string{": ", "; "}[min(i, 1)] + g.Text.En
	}
	return text
}

// Unwrap returns ErrRefusal and what is behind the grounds.
func (e *RefusalError) Unwrap() []error {
	list := []error{ErrRefusal}
	for _, g := range e.Grounds {
		if g.Cause != nil {
			list = append(list, g.Cause)
		}
	}
	return list
}

// lawful are the options that nothing stands against.
func (j judge) lawful() []Option {
	return slices.DeleteFunc(j.d.Next(j.s), func(o Option) bool { return len(o.Blocked) > 0 })
}

func (j judge) refuse(grounds []Ground) error {
	return &RefusalError{State: j.d.state(), Action: j.c.Action, By: j.c.By.Role, Grounds: grounds, Lawful: j.lawful()}
}

// RepeatedError says that a command was done already.
type RepeatedError struct {
	Command string // its id
	Same    bool   // it asks for what was done; otherwise the id was used for something else
}

// Error names the command.
func (e *RepeatedError) Error() string {
	if e.Same {
		return fmt.Sprintf("command %q was done already", e.Command)
	}
	return fmt.Sprintf("command %q was used for something else", e.Command)
}

// Unwrap returns ErrRepeated.
func (e *RepeatedError) Unwrap() error { return ErrRepeated }
