package payment

import (
	"errors"
	"fmt"

	"github.com/motcua/motcua"
)

// Codes of faults in amounts and lines. A code is retired, never reused.
const (
	codeAmount     = "PAY-MNY-01"  // text that is no amount of its currency
	codeNoCurrency = "PAY-MNY-02"  // an amount other than 0 without a currency
	codeNegative   = "PAY-LINE-01" // an amount below 0
	codeSum        = "PAY-LINE-02" // full amount less changes is not the amount
	codeCurrency   = "PAY-LINE-03" // amounts in several currencies, or without one
	codeSupport    = "PAY-LINE-04" // support that its changes do not give, or above the amount
	codeUnsaid     = "PAY-LINE-05" // no name, kind, rule, title or source
	codeQuantity   = "PAY-LINE-06" // a quantity below 0

	codeOrderID       = "PAY-ORD-01" // an id that is none
	codeOrderUnsaid   = "PAY-ORD-02" // something that must be said is not
	codeOrderCurrency = "PAY-ORD-03" // lines in several currencies, or an amount without one
	codeOrderAmount   = "PAY-ORD-04" // an amount that must be more than 0, or is out of all proportion
	codeOrderNeeds    = "PAY-ORD-05" // a command or event without what its action needs
	codeOrderTakes    = "PAY-ORD-06" // one with what its action does not take
	codeReference     = "PAY-ORD-07" // a reference that is none

	codeAgain    = "PAY-HIS-01" // an event whose id stands above
	codeBack     = "PAY-HIS-02" // an event before the one above it
	codeUnlaw    = "PAY-HIS-03" // an event that may not follow those above it
	codeToElse   = "PAY-HIS-04" // an event that leads elsewhere than it says
	codePrint    = "PAY-HIS-05" // an event whose fingerprint is not that of what it says
	codePosted   = "PAY-HIS-06" // postings that do not follow from the event, or do not add up to 0
	codeToldOnce = "PAY-HIS-07" // a claim that says what one above it says
)

// fault adds an error; the formats take the same arguments.
func fault(faults *motcua.Faults, code, pointer, vi, en string, args ...any) {
	faults.Add(code, pointer, motcua.Text{Vi: fmt.Sprintf(vi, args...), En: fmt.Sprintf(en, args...)}, nil)
}

// The classes of errors of arithmetic, beside [motcua.ErrOverflow].
var (
	ErrDivision = errors.New("division by zero")
	ErrRounding = errors.New("no such rounding")
	ErrCurrency = errors.New("no such currency")
)

// ArithmeticError says which operation has no result.
type ArithmeticError struct {
	Operation string // with its operands, such as "9223372036854775807 VND + 1 VND"
	Err       error  // [motcua.ErrOverflow], [ErrDivision], [ErrRounding] or [ErrCurrency]
}

// Error writes the operation and why it has no result.
func (e *ArithmeticError) Error() string { return fmt.Sprintf("%s: %v", e.Operation, e.Err) }

// Unwrap returns the class of the error.
func (e *ArithmeticError) Unwrap() error { return e.Err }

// MismatchError is the error of two amounts in different currencies.
type MismatchError struct {
	A, B Money // the operands
}

// Error names both amounts.
func (e *MismatchError) Error() string {
	return fmt.Sprintf("%v and %v are in different currencies", e.A, e.B)
}
