package reconcile

import (
	"fmt"
	"log/slog"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Line is a line of a statement (dòng sao kê): one movement of money as a bank or a
// gateway says it. It has at least one of reference, transaction and dossier, or nothing
// can be found by it.
type Line struct {
	Reference   string          `json:"reference,omitempty"`                  // of the attempt (MaThamChieu)
	Transaction string          `json:"transaction,omitempty"`                // of the bank or the gateway (MaGiaoDich)
	Dossier     string          `json:"dossier,omitempty"`                    // code of the dossier (MaHoSo)
	Amount      payment.Money   `json:"amount"`                               // more than 0
	Direction   Direction       `json:"direction"`                            // where it went
	Dated       time.Time       `json:"dated"`                                // when, as the bank says
	Outcome     payment.Outcome `json:"outcome"`                              // succeeded: the money moved
	Status      string          `json:"status,omitempty"`                     // as the bank says, kept though nobody knows it
	Description string          `json:"description,omitempty" personal:"yes"` // what the payer wrote
	Row         int64           `json:"row,omitempty"`                        // of the file it was read from, from 1; absent: not known
}

// Codes of faults of statements and their columns.
const (
	codeAmount    = "PAY-REC-01" // an amount that is not more than 0, or has no currency
	codeUnsaid    = "PAY-REC-02" // something that must be said is not
	codeNoKey     = "PAY-REC-03" // neither reference nor transaction nor dossier
	codeColumn    = "PAY-REC-04" // a column that is not there, or stands twice
	codeCell      = "PAY-REC-05" // a cell that cannot be read
	codeTable     = "PAY-REC-06" // text that is no table
	codeRules     = "PAY-REC-07" // a rule that makes no sense
	codeTolerance = "PAY-REC-08" // a tolerance below 0
	codeStatus    = "PAY-REC-09" // a status that the columns do not know
)

// maxAmount is what one line may be at most, in minor units: the totals of 400,000 lines
// of that much fit.
const maxAmount = 10_000_000_000_000

// Check finds all that is wrong with the line, sorted.
func (l *Line) Check() motcua.Faults {
	var faults motcua.Faults
	add := func(code, pointer, vi, en string) { faults.Add(code, pointer, motcua.Text{Vi: vi, En: en}, nil) }
	if l.Reference == "" && l.Transaction == "" && l.Dossier == "" {
		add(codeNoKey, "", "không có mã tham chiếu, mã giao dịch hay mã hồ sơ", "neither reference nor transaction nor dossier")
	}
	if l.Amount.Currency() == 0 || l.Amount.Sign() <= 0 || l.Amount.Minor() > maxAmount {
		add(codeAmount, "/amount", "số tiền phải lớn hơn 0, có đồng tiền và không quá lớn", "the amount is more than 0, in a currency, and not out of all proportion")
	}
	if _, err := l.Direction.MarshalText(); err != nil {
		add(codeUnsaid, "/direction", "thiếu chiều tiền", "the direction is missing")
	}
	if l.Dated.IsZero() {
		add(codeUnsaid, "/dated", "thiếu thời điểm", "the time is missing")
	}
	if _, err := l.Outcome.MarshalText(); err != nil {
		add(codeUnsaid, "/outcome", "thiếu kết quả", "the outcome is missing")
	}
	faults.Sort()
	return faults
}

// moved reports whether money moved.
func (l *Line) moved() bool { return l.Outcome == payment.OutcomeSucceeded }

// signed is the amount with its sign: what went out is below 0.
func (l *Line) signed() payment.Money {
	if l.Direction == Out {
		return l.Amount.Neg()
	}
	return l.Amount
}

// String says the amount and the transaction, and no person.
func (l Line) String() string {
	return fmt.Sprintf("%v %v %s %s", l.Direction, l.Amount, l.Reference, l.Transaction)
}

// Format is String for every verb of package fmt.
func (l Line) Format(s fmt.State, verb rune) { fmt.Fprintf(s, fmt.FormatString(s, verb), l.String()) }

// LogValue is String.
func (l Line) LogValue() slog.Value { return slog.StringValue(l.String()) }
