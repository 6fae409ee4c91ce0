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
