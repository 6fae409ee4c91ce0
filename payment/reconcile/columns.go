package reconcile

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
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

// UsualColumns are the columns of a file whose headers are the names of the members of
// [Line], with commas, plain amounts in đồng and times of RFC 3339.
func UsualColumns() Columns {
	return Columns{
		Separator: ",", Reference: "reference", Transaction: "transaction", Dossier: "dossier", Amount: "amount", Direction: "direction", Currency: "currency",
		Dated: "dated", Status: "status", Description: "description", Unit: payment.VND, Layouts: []string{time.RFC3339, "2006-01-02 15:04:05", "2006-01-02"},
		Ways:     map[string]Direction{"in": In, "out": Out},
		Outcomes: map[string]payment.Outcome{"": payment.OutcomeSucceeded, "succeeded": payment.OutcomeSucceeded, "00": payment.OutcomeSucceeded, "failed": payment.OutcomeFailed, "cancelled": payment.OutcomeCancelled, "pending": payment.OutcomePending},
	}
}

// ParseColumns reads columns as a JSON document and checks them.
func ParseColumns(data []byte) (Columns, motcua.Faults) { return strict.Read(data, (*Columns).Check) }

// Check finds all that is wrong with the columns, sorted.
func (c *Columns) Check() motcua.Faults {
	var faults motcua.Faults
	add := func(pointer, vi, en string) { faults.Add(codeRules, pointer, motcua.Text{Vi: vi, En: en}, nil) }
	if utf8.RuneCountInString(c.Separator) != 1 || strings.ContainsAny(c.Separator, "\"\r\n") {
		add("/separator", "phải là một ký tự", "must be one character")
	}
	if c.Dated == "" || len(c.Layouts) == 0 {
		add("/dated", "thiếu cột hoặc dạng ngày", "the column or the layouts of dates are missing")
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
	if c.Thousands != "" && c.Thousands == c.decimal() {
		add("/thousands", "trùng với dấu thập phân", "the same as the mark of decimals")
	}
	faults.Sort()
	return faults
}

func (c *Columns) decimal() string {
	if c.Decimal == "" {
		return "."
	}
	return c.Decimal
}

// ReadCSV reads a statement in CSV, whose first row is the header, by its columns; nil
// are the usual ones, of which those that are not in the header are left out. Each line
// is given to the function with what is wrong with it, also one with faults. The error
// is motcua.Faults of columns or a header, that of reading, or of the function.
func ReadCSV(r io.Reader, columns *Columns, each func(l *Line, faults motcua.Faults) error) error {
	c, usual := UsualColumns(), columns == nil
	if !usual {
		c = *columns
	}
	if err := c.Check().Err(); err != nil {
		return err
	}
	separator, _ := utf8.DecodeRuneInString(c.Separator)
	limited := &limit{r: r}
	in := csv.NewReader(limited)
	in.Comma, in.ReuseRecord, in.FieldsPerRecord, in.LazyQuotes = separator, true, -1, false
	header, err := in.Read()
	if err != nil {
		return tableError(err)
	}
	at, err := c.places(header, usual)
	if err != nil {
		return err
	}
	width := len(header)
	for {
		limited.n = 0
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return tableError(err)
		}
		number, _ := in.FieldPos(0)
		l, faults := c.line(row, at, width)
		l.Row = int64(number)
		if err := each(&l, numbered(faults, number)); err != nil {
			return err
		}
	}
}

// limit stops a row that never ends.
type limit struct {
	r io.Reader
	n int
}

func (l *limit) Read(p []byte) (int, error) {
	if l.n > MaxLine {
		return 0, fmt.Errorf("a row of more than %d bytes", MaxLine)
	}
	n, err := l.r.Read(p)
	l.n += n
	return n, err
}

// tableError leaves out what the text says.
func tableError(err error) error {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		var faults motcua.Faults
		faults.Add(codeTable, "", motcua.Text{Vi: "không phải bảng CSV", En: "not a table of CSV"}, parse.Err).Line = parse.Line
		return faults
	}
	return err
}

// names are the headers of the columns by the members they stand for.
func (c *Columns) names() map[string]string {
	return map[string]string{
		"reference": c.Reference, "transaction": c.Transaction, "dossier": c.Dossier, "amount": c.Amount, "credit": c.Credit, "debit": c.Debit,
		"direction": c.Direction, "currency": c.Currency, "dated": c.Dated, "status": c.Status, "description": c.Description,
	}
}

// places finds where the columns stand, by member.
func (c *Columns) places(header []string, usual bool) (map[string]int, error) {
	var faults motcua.Faults
	at := map[string]int{}
	header = slices.Clone(header)
	header[0] = strings.TrimPrefix(header[0], "\ufeff")
	for member, name := range c.names() {
		if name == "" {
			continue
		}
		n := slices.Index(header, name)
		switch {
		case n < 0 && usual && member != "amount" && member != "dated":
		case n < 0:
			faults.Add(codeColumn, motcua.Pointer(member), motcua.Text{Vi: "không có cột " + name, En: "there is no column " + name}, nil).Line = 1
		case slices.Index(header[n+1:], name) >= 0:
			faults.Add(codeColumn, motcua.Pointer(member), motcua.Text{Vi: "hai cột " + name, En: "two columns " + name}, nil).Line = 1
		default:
			at[member] = n
		}
	}
	faults.Sort()
	if len(faults) > 0 {
		return nil, faults
	}
	return at, nil
}

// line reads a row.
func (c *Columns) line(row []string, at map[string]int, width int) (Line, motcua.Faults) {
	var faults motcua.Faults
	cell := func(member string) string {
		if n, ok := at[member]; ok && n < len(row) {
			return strings.Clone(strings.TrimSpace(row[n]))
		}
		return ""
	}
	bad := func(member, vi, en string) {
		faults.Add(codeCell, motcua.Pointer(member), motcua.Text{Vi: vi, En: en}, nil)
	}
	if len(row) != width {
		faults.Add(codeTable, "", motcua.Text{Vi: "số ô khác dòng tiêu đề", En: "not as many cells as the header"}, nil)
	}
	l := Line{Reference: cell("reference"), Transaction: cell("transaction"), Dossier: cell("dossier"), Status: cell("status"), Description: cell("description"), Outcome: payment.OutcomeSucceeded}
	if _, has := at["status"]; has {
		l.Outcome = payment.OutcomePending
		if o := c.Outcomes[l.Status]; o != 0 {
			l.Outcome = o
		}
	}
	c.amount(&l, cell, bad)
	var err error
	for _, layout := range c.Layouts {
		if l.Dated, err = time.ParseInLocation(layout, cell("dated"), motcua.Vietnam()); err == nil {
			break
		}
	}
	if err != nil {
		bad("dated", "không đọc được thời điểm", "not a time in any of the layouts")
	}
	if len(faults) == 0 {
		faults = l.Check()
	}
	faults.Sort()
	return l, faults
}

// amount reads what moved, and where.
func (c *Columns) amount(l *Line, cell func(string) string, bad func(member, vi, en string)) {
	currency := c.Unit
	if text := cell("currency"); text != "" {
		read, err := payment.ParseCurrency(text)
		if err != nil {
			bad("currency", "không phải đồng tiền", "not a currency")
			return
		}
		currency = read
	}
	member, text := "amount", cell("amount")
	l.Direction = In
	if c.Amount == "" {
		credit, debit := cell("credit"), cell("debit")
		member, text = "credit", credit
		if credit == "" || c.plain(credit) == "0" {
			member, text, l.Direction = "debit", debit, Out
		}
		if credit != "" && debit != "" && c.plain(credit) != "0" && c.plain(debit) != "0" {
			bad("credit", "vừa ghi có vừa ghi nợ", "both credit and debit")
			return
		}
	}
	m, err := payment.ParseAmount(c.plain(text), currency)
	if err != nil {
		bad(member, "không phải số tiền", "not an amount")
		return
	}
	if m.Sign() < 0 {
		m, l.Direction = m.Neg(), Out
	}
	if word := cell("direction"); word != "" {
		if l.Direction = c.Ways[word]; l.Direction == 0 {
			bad("direction", "không rõ chiều tiền", "not a word for where money went")
		}
	}
	l.Amount = m
}

// plain writes an amount without the marks of the file. Thousands must stand in threes;
// where they do not the text is left as it is, and is then no amount.
func (c *Columns) plain(text string) string {
	whole, decimals, cut := strings.Cut(text, c.decimal())
	if c.Thousands != "" && strings.Contains(whole, c.Thousands) {
		parts := strings.Split(strings.TrimPrefix(whole, "-"), c.Thousands)
		for i, p := range parts {
			if i > 0 && len(p) != 3 || i == 0 && (len(p) == 0 || len(p) > 3) {
				return text
			}
		}
		whole = strings.ReplaceAll(whole, c.Thousands, "")
	}
	if !cut || strings.Trim(decimals, "0") == "" {
		return whole
	}
	return whole + "." + decimals
}
