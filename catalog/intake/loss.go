package intake

import (
	"cmp"
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
)

// LossKind says what became of a piece of a source.
type LossKind uint8

// The kinds, written "dropped", "guessed", "defaulted" and "unread": it is not in the
// procedure; it is, by a guess that may be wrong; the procedure says something the
// source does not; it could not be understood, and stands in the procedure as raw text
// if at all.
const (
	LossDropped LossKind = iota + 1
	LossGuessed
	LossDefaulted
	LossUnread
)

var lossKinds = enum.New[LossKind]("kind of loss", "dropped", "guessed", "defaulted", "unread")

// String names the value; it never fails.
func (k LossKind) String() string { return lossKinds.String(k) }

// MarshalText writes the name; an unset value is an error.
func (k LossKind) MarshalText() ([]byte, error) { return lossKinds.Append(nil, k) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (k *LossKind) UnmarshalText(text []byte) error { return lossKinds.Unmarshal(k, text) }

// Loss is one thing that was lost in reading a procedure.
type Loss struct {
	Procedure string      `json:"procedure,omitempty"` // code of the procedure, as the source has it
	Line      int         `json:"line,omitempty"`      // of the source file, from 1
	Kind      LossKind    `json:"kind"`                // what became of it
	Code      string      `json:"code"`                // stable, "INT-FEE-02"
	Pointer   string      `json:"pointer"`             // into the source, RFC 6901
	Target    string      `json:"target,omitempty"`    // into the procedure, where there is a place
	Raw       string      `json:"raw"`                 // the text as it stood in the source
	Message   motcua.Text `json:"message"`             // what happened
}

// The codes of losses. A code is retired, never reused.
const (
	lossChrome    = "INT-PAG-01" // headings and buttons of a page
	lossGlued     = "INT-PAG-02" // two texts without a boundary, cut by a guess
	lossText      = "INT-PAG-03" // text nothing was made of
	lossNormal    = "INT-PAG-04" // letters composed, spaces and foreign characters replaced
	lossPrivate   = "INT-PAG-05" // characters of private use, kept
	lossMember    = "INT-DOC-01" // a member the procedure has no place for
	lossCode      = "INT-DOC-02" // a code that is none
	lossDate      = "INT-DOC-03" // a date that could not be read
	lossNumber    = "INT-DOC-04" // a number that could not be read
	lossValidity  = "INT-DOC-05" // the day from which it holds is not stated
	lossStatus    = "INT-DOC-06" // whether it is publicised is not stated, or unknown
	lossTime      = "INT-TIM-01" // a time that could not be read
	lossFee       = "INT-FEE-01" // a fee that could not be read
	lossFeeDoubt  = "INT-FEE-02" // a fee that contradicts itself, or leaves open what applies
	lossFeeKind   = "INT-FEE-03" // phí or lệ phí is not said
	lossFeeNote   = "INT-FEE-04" // amounts in a note that no row holds
	lossFeeSource = "INT-FEE-05" // the act that sets a fee is not said
)

// losses gathers the losses of one procedure.
type losses struct{ list []Loss }

func (l *losses) add(kind LossKind, code, pointer, target, raw, vi, en string) {
	l.list = append(l.list, Loss{Kind: kind, Code: code, Pointer: pointer, Target: target, Raw: raw, Message: motcua.Text{Vi: vi, En: en}})
}

// sorted puts the losses in the order of their places and gives them the procedure.
func (l *losses) sorted(procedure string) []Loss {
	for i := range l.list {
		l.list[i].Procedure = procedure
	}
	slices.SortStableFunc(l.list, func(a, b Loss) int {
		return cmp.Or(comparePointers(a.Pointer, b.Pointer), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Target, b.Target))
	})
	return l.list
}

// comparePointers orders as faults are ordered: array indexes by number.
func comparePointers(a, b string) int {
	if a == b {
		return 0
	}
	two := motcua.Faults{{Pointer: a}, {Pointer: b}}
	two.Sort()
	if two[0].Pointer == a {
		return -1
	}
	return 1
}
