package eventlog

import (
	"fmt"
	"strconv"

	"github.com/motcua/motcua"
)

// Codes of faults in the tables of a log. A code is retired, never reused.
const (
	codeRead   = "ELG-FILE-01" // the table breaks off, or is no gzip
	codeEmpty  = "ELG-FILE-02" // a table without a header
	codeMany   = "ELG-FILE-03" // faults that are not kept
	codeOther  = "ELG-COL-01"  // no table of a known log
	codeAbsent = "ELG-COL-02"  // a column is missing: an error where nothing can be read without it
	codeTwice  = "ELG-COL-03"  // a column stands twice (warning)
	codeRow    = "ELG-ROW-01"  // a line that is no row
	codeLong   = "ELG-ROW-02"  // a line that is too long
	codeValue  = "ELG-ROW-03"  // a value that is missing or cannot be read: a warning where the row can do without it
	codeBytes  = "ELG-ROW-04"  // a line that is not UTF-8 (warning)
	codeAgain  = "ELG-CASE-01" // a case that is stated again, otherwise (warning)
	codeNoCase = "ELG-CASE-02" // events of a case that no row states (warning)
	codeNone   = "ELG-CASE-03" // a case without events (warning)
)

// mostFaults bounds the memory that faults take.
const mostFaults = 10000

// complaints are the faults of a log, and how many more there were.
type complaints struct {
	faults motcua.Faults
	more   int
}

// add notes a fault at a table, a column and a line; "" and 0 are unknown.
func (c *complaints) add(code string, severity motcua.Severity, table int, column string, line int, vi, en string, args ...any) *motcua.Fault {
	tokens := []string{strconv.Itoa(table)}
	if column != "" {
		tokens = append(tokens, column)
	}
	f := &motcua.Fault{
		Code: code, Pointer: motcua.Pointer(tokens...), Severity: severity, Line: line,
		Message: motcua.Text{Vi: fmt.Sprintf(vi, args...), En: fmt.Sprintf(en, args...)},
	}
	if len(c.faults) < mostFaults {
		c.faults = append(c.faults, f)
	} else {
		c.more++
	}
	return f
}

// all gives the faults in the order of lines.
func (c *complaints) all() motcua.Faults {
	if c.more > 0 {
		c.faults.Add(codeMany, "", motcua.Text{Vi: fmt.Sprintf("còn %d lỗi khác", c.more), En: fmt.Sprintf("%d more faults", c.more)}, nil)
	}
	c.faults.Sort()
	return c.faults
}
