package payment

import (
	"fmt"
	"log/slog"
	"strconv"
	"strings"
	"time"

	"github.com/motcua/motcua"
)

// Opening is what an order (khoản thu) asks for. It is stated once, when the order is
// opened, and never changes: the lines are those of a quote, with the rule and the act
// behind each amount frozen in them.
type Opening struct {
	ID          string          `json:"id"`                            // 1 to 24 ASCII letters and digits, chosen by who opens it
	Dossier     string          `json:"dossier,omitempty"`             // code of the dossier it is for
	Procedure   string          `json:"procedure,omitempty"`           // code of the procedure
	Unit        motcua.UnitCode `json:"unit"`                          // collects it (đơn vị thu)
	Payer       Payer           `json:"payer,omitzero"`                // who is to pay
	Beneficiary Account         `json:"beneficiary,omitzero"`          // account that is to receive it
	Lines       []Line          `json:"lines"`                         // what is to be paid, in one currency; 0 stays
	Moment      Moment          `json:"moment"`                        // when it is to be paid
	Due         time.Time       `json:"due,omitzero"`                  // from then on it may no longer be paid; absent: no limit
	Note        string          `json:"note,omitempty" personal:"yes"` // what is written beside the money (nội dung thanh toán)
}

// Payer is who pays (người nộp).
type Payer struct {
	Name    string `json:"name,omitempty" personal:"yes"`    // of the person or the company
	ID      string `json:"id,omitempty" personal:"yes"`      // number of the identity card or of the company
	Address string `json:"address,omitempty" personal:"yes"` // where they live
}

// Account is a bank account that money goes to (tài khoản thụ hưởng).
type Account struct {
	Bank   string `json:"bank"`   // code of the bank: its BIN of 6 digits, or that of the State Treasury
	Number string `json:"number"` // of the account
	Name   string `json:"name"`   // of the holder
}

// maxID is how long the id of an order may be: with the number of an attempt it fits
// into a reference of a gateway.
const maxID = 24

// maxAmount is what one amount of an order and the total of its lines may be at most, in
// minor units: far above any fee, and so far below the ends of int64 that the sums of an
// order reach them only after 900,000 of its events.
const maxAmount = 10_000_000_000_000

// attemptMark stands between the id of an order and the number of an attempt.
const attemptMark = "T"

// Reference is the reference (MaThamChieu) of the attempt of an order by its number,
// from 1: "HD0001T1". Gateways want letters and digits alone.
func Reference(order string, attempt int) string {
	return order + attemptMark + strconv.Itoa(attempt)
}

// OrderOf is the order of a reference, and "" and false where it is none: a claim is led
// to its order by its reference alone.
func OrderOf(reference string) (order string, ok bool) {
	i := strings.LastIndex(reference, attemptMark)
	if i < 0 {
		return "", false
	}
	n, err := strconv.Atoi(reference[i+1:])
	order = reference[:i]
	if err != nil || n <= 0 || !plainID(order) || Reference(order, n) != reference {
		return "", false
	}
	return order, true
}

// plainID reports whether a text can be the id of an order.
func plainID(s string) bool {
	if len(s) == 0 || len(s) > maxID {
		return false
	}
	for _, c := range []byte(s) {
		if (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}

// Check finds all that is wrong with an opening, sorted.
func (o *Opening) Check() motcua.Faults {
	var faults motcua.Faults
	if !plainID(o.ID) {
		fault(&faults, codeOrderID, "/id", "mã khoản thu phải gồm 1 đến %d chữ cái và chữ số ASCII", "an id is 1 to %d ASCII letters and digits", maxID)
	}
	if o.Unit == "" {
		fault(&faults, codeOrderUnsaid, "/unit", "thiếu đơn vị thu", "the unit that collects is missing")
	}
	if _, err := o.Moment.MarshalText(); err != nil {
		fault(&faults, codeOrderUnsaid, "/moment", "thiếu thời điểm thu", "the moment is missing")
	}
	if len(o.Lines) == 0 {
		fault(&faults, codeOrderUnsaid, "/lines", "thiếu khoản phải nộp", "there are no lines")
	}
	for i := range o.Lines {
		at := motcua.Pointer("lines", strconv.Itoa(i))
		faults = append(faults, o.Lines[i].Check().At(at)...)
		if c := o.Lines[i].Amount.currency; c != o.currency() && c != 0 {
			fault(&faults, codeOrderCurrency, at+"/amount", "%v không cùng đồng tiền với khoản đầu tiên", "%v is not in the currency of the first line", o.Lines[i].Amount)
		}
		if o.Lines[i].Amount.minor > maxAmount {
			fault(&faults, codeOrderAmount, at+"/amount", "số tiền quá lớn", "the amount is out of all proportion")
		}
	}
	switch totals, err := LineTotals(o.Lines); {
	case err != nil:
		faults.Add(codeSum, "/lines", motcua.Text{Vi: "không cộng được", En: "cannot be added up"}, err)
	case len(totals) == 1 && totals[0].minor > maxAmount:
		fault(&faults, codeOrderAmount, "/lines", "tổng số tiền quá lớn", "the total is out of all proportion")
	}
	faults.Sort()
	return faults
}

// currency is that of the order.
func (o *Opening) currency() Currency {
	if len(o.Lines) == 0 {
		return 0
	}
	return o.Lines[0].Amount.currency
}

// total is what is to be paid. The lines of an opening without faults can be added up.
func (o *Opening) total() Money {
	sum := Money{currency: o.currency()}
	for i := range o.Lines {
		sum = sum.plus(o.Lines[i].Amount)
	}
	return sum
}

// String says the order and what it asks for, and no person.
func (o Opening) String() string {
	return fmt.Sprintf("order %s of %v for %v", o.ID, o.Unit, o.total())
}

// Format is String for every verb of package fmt.
func (o Opening) Format(s fmt.State, verb rune) { show(s, verb, o.String()) }

// LogValue is String.
func (o Opening) LogValue() slog.Value { return slog.StringValue(o.String()) }

// String says that there is a payer, and not who.
func (p Payer) String() string { return "payer" }

// Format is String for every verb of package fmt.
func (p Payer) Format(s fmt.State, verb rune) { show(s, verb, p.String()) }

// LogValue is String.
func (p Payer) LogValue() slog.Value { return slog.StringValue(p.String()) }

// show writes a text in place of a value.
func show(s fmt.State, verb rune, text string) { fmt.Fprintf(s, fmt.FormatString(s, verb), text) }
