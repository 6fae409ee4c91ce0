package reconcile

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/strict"
	"github.com/motcua/motcua/payment"
)

// Columns say how a statement in CSV is to be read: what the columns are called, how
// amounts and dates are written, and what its words mean. They are data, since every
// bank has its own.
type Columns struct {
	Separator   string                     `json:"separator"`             // one character between cells: "," ";" "|" or a tab
	Reference   string                     `json:"reference,omitempty"`   // header of the column; absent: there is none
	Transaction string                     `json:"transaction,omitempty"` // header
	Dossier     string                     `json:"dossier,omitempty"`     // header
	Amount      string                     `json:"amount,omitempty"`      // header of the one column of amounts
	Credit      string                     `json:"credit,omitempty"`      // header of what came in (ghi có), where it has a column of its own
	Debit       string                     `json:"debit,omitempty"`       // header of what went out (ghi nợ)
	Direction   string                     `json:"direction,omitempty"`   // header; absent: what is below 0 went out
	Currency    string                     `json:"currency,omitempty"`    // header; absent: all is in Unit
	Dated       string                     `json:"dated"`                 // header
	Status      string                     `json:"status,omitempty"`      // header; absent: all moved
	Description string                     `json:"description,omitempty"` // header
	Unit        payment.Currency           `json:"unit"`                  // currency where no column states it
	Thousands   string                     `json:"thousands,omitempty"`   // mark between thousands, "." or ","
	Decimal     string                     `json:"decimal,omitempty"`     // mark before decimals; absent: "."
	Layouts     []string                   `json:"layouts"`               // of dates as package time has them, tried in order; without a zone in Vietnam
	Ways        map[string]Direction       `json:"ways,omitempty"`        // what words of the direction mean
	Outcomes    map[string]payment.Outcome `json:"outcomes,omitempty"`    // what words of the status mean; any other is pending
}

// ParseColumns reads columns as a JSON document and checks them.
func ParseColumns(data []byte) (Columns, motcua.Faults) { return strict.Read(data, (*Columns).Check) }

// Check finds all that is wrong with the columns, sorted.
func (c *Columns) Check() motcua.Faults {
	var faults motcua.Faults
	add := func(pointer, vi, en string) { faults.Add(codeRules, pointer, motcua.Text{Vi: vi, En: en}, nil) }
	if !isMark(c.Separator) {
		add("/separator", "phải là một ký tự", "must be one character")
	}
	if c.Dated == "" || len(c.Layouts) == 0 {
		add("/dated", "thiếu cột hoặc dạng ngày", "the column or the layouts of dates are missing")
	}
	for i, layout := range c.Layouts {
		if t, err := time.Parse(layout, proofDay.Format(layout)); err != nil || motcua.DateOf(t) != motcua.DateOf(proofDay) {
			add(motcua.Pointer("layouts", strconv.Itoa(i)), "không cho biết đủ ngày, tháng, năm", "does not tell day, month and year")
		}
	}
	if (c.Amount == "") == (c.Credit == "" && c.Debit == "") {
		add("/amount", "cần một cột số tiền, hoặc cột ghi có và ghi nợ", "one column of amounts, or those of credit and debit")
	}
	if c.Reference == "" && c.Transaction == "" && c.Dossier == "" {
		add("/reference", "không có cột mã nào", "there is no column to match by")
	}
	if c.Unit == 0 && c.Currency == "" {
		add("/unit", "thiếu đồng tiền", "the currency is missing")
	}
	if c.Thousands != "" && (!isMark(c.Thousands) || c.Thousands == c.decimal()) {
		add("/thousands", "phải là một dấu, khác dấu thập phân", "must be one mark, and another than that of decimals")
	}
	if !isMark(c.decimal()) {
		add("/decimal", "phải là một dấu", "must be one mark")
	}
	faults.Sort()
	return faults
}

// proofDay is a day whose day, month and year cannot be mistaken for one another.
var proofDay = time.Date(2029, 11, 23, 12, 34, 56, 0, motcua.Vietnam())

// isMark reports whether a text is one character that can stand between others.
func isMark(text string) bool {
	r, size := utf8.DecodeRuneInString(text)
	return size == len(text) && r != utf8.RuneError && r != 0 && !strings.ContainsRune("\"\r\n+-0123456789", r)
}

func (c *Columns) decimal() string {
	if c.Decimal == "" {
		return "."
	}
	return c.Decimal
}
