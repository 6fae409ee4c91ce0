package reconcile

import (
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
)

// Direction says where money went.
type Direction uint8

// The directions, written "in" and "out".
const (
	In  Direction = iota + 1 // to the account (ghi có)
	Out                      // from it (ghi nợ)
)

var directions = enum.New[Direction]("direction", "in", "out")

// String names the value; it never fails.
func (d Direction) String() string { return directions.String(d) }

// MarshalText writes the name; an unset value is an error.
func (d Direction) MarshalText() ([]byte, error) { return directions.Append(nil, d) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (d *Direction) UnmarshalText(text []byte) error { return directions.Unmarshal(d, text) }

// Class is a class of what reconciliation comes to.
type Class uint8

// The classes.
const (
	ClassMatched      Class = iota + 1 // both sides say the same (khớp)
	ClassMissingHere                   // on the statement, not in the journal (thiếu ở sổ)
	ClassMissingThere                  // in the journal, not on the statement (thiếu ở sao kê)
	ClassNotYet                        // the same, and the statement may still bring it (chưa về)
	ClassAmount                        // another amount or currency (lệch số tiền)
	ClassDate                          // further apart in time than the rules take (lệch ngày)
	ClassStatus                        // money here, and there none moved (lệch trạng thái)
	ClassDuplicate                     // once more on the side that has it (trùng)
	ClassAmbiguous                     // it could be several (không xác định được)
	ClassReference                     // the same transaction under another attempt (lệch mã tham chiếu)
)

var classes = enum.New[Class]("class", "matched", "missingHere", "missingThere", "notYet", "amount", "date", "status", "duplicate", "ambiguous", "reference")

// String names the value; it never fails.
func (c Class) String() string { return classes.String(c) }

// MarshalText writes the name; an unset value is an error.
func (c Class) MarshalText() ([]byte, error) { return classes.Append(nil, c) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (c *Class) UnmarshalText(text []byte) error { return classes.Unmarshal(c, text) }

// classTitles are in the order of the classes.
var classTitles = [...]motcua.Text{
	{Vi: "Khớp", En: "Matched"}, {Vi: "Có ở sao kê, thiếu ở sổ", En: "Missing here"}, {Vi: "Có ở sổ, thiếu ở sao kê", En: "Missing there"},
	{Vi: "Chưa về sao kê", En: "Not there yet"}, {Vi: "Lệch số tiền", En: "Another amount"}, {Vi: "Lệch ngày", En: "Another date"},
	{Vi: "Lệch trạng thái", En: "Another status"}, {Vi: "Trùng", En: "Twice"}, {Vi: "Không xác định được", En: "Ambiguous"}, {Vi: "Lệch mã tham chiếu", En: "Another reference"},
}

// Title names the class for people.
func (c Class) Title() motcua.Text {
	if i := int(c) - 1; i >= 0 && i < len(classTitles) {
		return classTitles[i]
	}
	return motcua.Text{}
}

// Key is what a line and a movement were found to have in common.
type Key uint8

// The keys, the most trusted first.
const (
	KeyTransaction     Key = iota + 1 // the transaction
	KeyReferenceAmount                // the reference of the attempt, and the amount
	KeyReference                      // the reference alone
	KeyDossierAmount                  // the dossier, the amount, and the day within the tolerance
)

var keys = enum.New[Key]("key", "transaction", "referenceAmount", "reference", "dossierAmount")

// String names the value; it never fails.
func (k Key) String() string { return keys.String(k) }

// MarshalText writes the name; an unset value is an error.
func (k Key) MarshalText() ([]byte, error) { return keys.Append(nil, k) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (k *Key) UnmarshalText(text []byte) error { return keys.Unmarshal(k, text) }

// Keys are all keys in the order in which they are trusted.
func Keys() []Key { return []Key{KeyTransaction, KeyReferenceAmount, KeyReference, KeyDossierAmount} }

// Step is what is proposed to be done about a finding.
type Step uint8

// The steps.
const (
	StepReport  Step = iota + 1 // report the claim to the register
	StepCorrect                 // put the sum right by a correction
	StepQuery                   // ask the gateway for the attempt
	StepInspect                 // somebody must look at both sides
	StepWait                    // look again when the next statement is there
)

var steps = enum.New[Step]("step", "report", "correct", "query", "inspect", "wait")

// String names the value; it never fails.
func (s Step) String() string { return steps.String(s) }

// MarshalText writes the name; an unset value is an error.
func (s Step) MarshalText() ([]byte, error) { return steps.Append(nil, s) }

// UnmarshalText reads a name; an unknown one is an error and changes nothing.
func (s *Step) UnmarshalText(text []byte) error { return steps.Unmarshal(s, text) }
