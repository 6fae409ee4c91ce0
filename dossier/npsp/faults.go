package npsp

import (
	"fmt"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
)

// Codes of faults. A code is retired, never reused. Those of package strict
// (DOC-…) come before them: they say what is wrong with the JSON itself.
const (
	codeMaHoSo    = "NPS-MSG-01" // no code of the dossier (error)
	codeRequired  = "NPS-MSG-02" // a required member is missing or empty (warning; error before sending)
	codeDisputed  = "NPS-MSG-03" // one that only some sources require
	codeMoment    = "NPS-MSG-04" // a time that does not exist (error)
	codeOrder     = "NPS-MSG-05" // times in an order that cannot be
	codeUnknown   = "NPS-MSG-06" // a code that its list does not have
	codeForeign   = "NPS-MSG-07" // a dossier code that the portal cannot attribute
	codeProcedure = "NPS-MSG-08" // a procedure code that is none
	codeSuffix    = "NPS-MSG-09" // a procedure code of a province
	codeDummy     = "NPS-MSG-10" // an identity number that is made up (warning; error before sending)
	codeIdentity  = "NPS-MSG-11" // an identity number that does not fit its kind
	codeRange     = "NPS-MSG-12" // an amount or number out of range (error)
	codeWhole     = "NPS-MSG-13" // text where a whole number belongs
	codeEndTime   = "NPS-MSG-14" // endTimeMissing: an end without its time
	codeLength    = "NPS-MSG-15" // a text longer than receivers keep
	codeWrite     = "NPS-MSG-16" // text to be written is no UTF-8 (error)
	codeMaTTHC    = "NPS-MSG-17" // no code of the procedure (error)
	codeReply     = "NPS-MSG-18" // the portal answered with an error (error)

	codeLong     = "NPS-LINE-01" // a line longer than MaxLine (error)
	codeKind     = "NPS-LINE-02" // a line that is neither dossier nor step (error)
	codeCut      = "NPS-LINE-03" // a line that the end of the input cut (error)
	codeMark     = "NPS-LINE-04" // a byte order mark before the first line
	codeAllWrong = "NPS-LINE-05" // an input of another kind (error)
)

// flag is a warning that the single pass counts, a place in flagCodes.
type flag uint8

const (
	flagRequired flag = iota
	flagDisputed
	flagOrder
	flagUnknown
	flagForeign
	flagProcedure
	flagSuffix
	flagDummy
	flagIdentity
	flagWhole
	flagEndTime
	flagLength
	flagMember
	flagKinds
)

// flagCodes are the codes of the warnings that reading may give.
var flagCodes = [flagKinds]string{
	codeRequired, codeDisputed, codeOrder, codeUnknown, codeForeign, codeProcedure, codeSuffix,
	codeDummy, codeIdentity, codeWhole, codeEndTime, codeLength, strict.CodeUnknown,
}

// checker gathers what is wrong with a message.
type checker struct {
	faults  motcua.Faults
	sending bool // the message is about to be sent, not read
}

func (c *checker) error(code, pointer, vi, en string, args ...any) {
	c.faults.Add(code, pointer, text(vi, en, args...), nil)
}

func (c *checker) warn(code, pointer, vi, en string, args ...any) {
	c.faults.Warn(code, pointer, text(vi, en, args...), nil)
}

// unfit reports what must not be sent and can be read all the same.
func (c *checker) unfit(code, pointer, vi, en string) {
	fault := c.faults.Warn(code, pointer, motcua.Text{Vi: vi, En: en}, nil)
	if c.sending {
		fault.Severity = motcua.SeverityError
	}
}

func text(vi, en string, args ...any) motcua.Text {
	if len(args) == 0 {
		return motcua.Text{Vi: vi, En: en}
	}
	return motcua.Text{Vi: fmt.Sprintf(vi, args...), En: fmt.Sprintf(en, args...)}
}
