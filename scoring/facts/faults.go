package facts

// Codes of faults in lines of facts and in rules. A code is retired, never reused.
const (
	codeRules    = "FAC-RUL-01" // rules that cannot be
	codeKind     = "FAC-LIN-01" // a line of no kind, or of another
	codeMissing  = "FAC-LIN-02" // a member that cannot be empty
	codeCode     = "FAC-LIN-03" // a code of a unit or dossier in a form of its own (warning)
	codeTime     = "FAC-LIN-04" // a time that cannot be, or out of order
	codeNumber   = "FAC-LIN-05" // a number out of range
	codeColumn   = "FAC-LIN-06" // a column that is not there, or not a source's to answer for
	codeLate     = "FAC-LIN-07" // nothing by which to tell whether it is late
	codeValidity = "FAC-LIN-08" // a validity turned round
	codeUnits    = "FAC-LIN-09" // units in a circle, or a code of two units
	codeInput    = "FAC-LIN-11" // a line that cannot be read
)
