package receipt

import (
	"errors"
	"fmt"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Codes of faults in receipts, series and their histories. A code is retired, never
// reused.
const (
	codeUnsaid  = "PAY-RCP-01" // something that must be said is not
	codeSymbol  = "PAY-RCP-02" // a form or symbol with other characters, or too long
	codeRange   = "PAY-RCP-03" // first, last and width that do not fit, or more digits than allowed
	codeYear    = "PAY-RCP-04" // a series that does not lie in one calendar year under a rule
	codeKind    = "PAY-RCP-05" // a kind without receipts, or a line of another kind
	codeTotal   = "PAY-RCP-06" // a total that is not that of the lines, or lines that cannot be added up
	codeWords   = "PAY-RCP-07" // words that are not those of the total
	codeNumber  = "PAY-RCP-08" // text that is no number of a receipt
	codeMembers = "PAY-RCP-09" // an event without what its action needs, or with more
	codeOpened  = "PAY-RCP-10" // an event before the series is opened, or a second opening
	codeNext    = "PAY-RCP-11" // a number that is not the next one: a gap, or one that stands above
	codeBeyond  = "PAY-RCP-12" // a number beyond the last one
	codeOther   = "PAY-RCP-13" // a receipt of another series or issuer
	codeClosed  = "PAY-RCP-14" // an event after the series was closed, or a day outside it
	codeVoid    = "PAY-RCP-15" // what is void already or was never issued is made void
	codeLive    = "PAY-RCP-16" // an order with two receipts that stand
	codeBack    = "PAY-RCP-17" // a time before that of the number it follows
	codeAgain   = "PAY-RCP-18" // an id that stands above
	codeReplace = "PAY-RCP-19" // what is replaced was not issued, or is of another order
	codeRecord  = "PAY-RCP-20" // a record that cannot be read, or says something else beside its event
	codeChain   = "PAY-RCP-21" // a hash that is not that of the record and those before it
	codeHead    = "PAY-RCP-22" // the history is not the one that a head was kept of
)

func fault(faults *motcua.Faults, code, at, vi, en string, args ...any) {
	faults.Add(code, at, motcua.Text{Vi: fmt.Sprintf(vi, args...), En: fmt.Sprintf(en, args...)}, nil)
}

func unsaid(faults *motcua.Faults, at string) {
	fault(faults, codeUnsaid, at, "thiếu nội dung", "nothing is stated")
}

// The classes of errors.
var (
	ErrNotPaid   = errors.New("less was taken than the lines ask for")
	ErrDiffers   = errors.New("the order asked for something else before")
	ErrFull      = errors.New("the series has no number left")
	ErrClosed    = errors.New("the series is closed")
	ErrNotOpened = errors.New("the series is not opened")
	ErrNoSeries  = errors.New("no series can issue it")
	ErrUnknown   = errors.New("there is no such receipt")
	ErrReplaced  = errors.New("the receipt was replaced already")
)

// NotPaidError says that a receipt was asked for before the money was there.
type NotPaidError struct {
	Order string        // its id
	Due   payment.Money // what the lines ask for
	Taken payment.Money // what was said to be taken
}

// Error names the order and both amounts.
func (e *NotPaidError) Error() string {
	return fmt.Sprintf("order %s: %v, not %v: %v", e.Order, e.Taken, e.Due, ErrNotPaid)
}

// Unwrap returns ErrNotPaid.
func (e *NotPaidError) Unwrap() error { return ErrNotPaid }

// OrderError says what stands in the way of receipts of an order.
type OrderError struct {
	Order string       // its id
	Kind  payment.Kind // of the receipt
	Err   error        // ErrDiffers, ErrNoSeries, ErrUnknown or ErrReplaced
}

// Error names the order and the kind.
func (e *OrderError) Error() string {
	return fmt.Sprintf("order %s, receipt of %v: %v", e.Order, e.Kind, e.Err)
}

// Unwrap returns the class of the error.
func (e *OrderError) Unwrap() error { return e.Err }

// SeriesError says why a series does not do what it is asked.
type SeriesError struct {
	Series Name  // which
	Err    error // ErrFull, ErrClosed, ErrNotOpened, ErrUnknown or ErrDiffers
}

// Error names the series.
func (e *SeriesError) Error() string { return fmt.Sprintf("series %v: %v", e.Series, e.Err) }

// Unwrap returns the class of the error.
func (e *SeriesError) Unwrap() error { return e.Err }
