package reconcile

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// ReadCSV reads a statement in CSV, whose first row is the header, by its columns; nil
// are the usual ones as [UsualColumns] tells, of which those that are not in the header
// are left out. Each line is given to the function with what is wrong with it, also one with faults, of which
// nothing but the row is known where its quotes are wrong. The error is motcua.Faults of
// columns or a header, that of reading, or of the function.
func ReadCSV(r io.Reader, columns *Columns, each func(l *Line, faults motcua.Faults) error) error {
	c, usual := UsualColumns(), columns == nil
	if !usual {
		c = *columns
	}
	if err := c.Check().Err(); err != nil {
		return err
	}
	limited := &limit{r: r}
	buffered := bufio.NewReader(limited)
	if usual {
		c.Separator = separatorOf(buffered)
	}
	separator, _ := utf8.DecodeRuneInString(c.Separator)
	in := csv.NewReader(buffered)
	in.Comma, in.ReuseRecord, in.FieldsPerRecord, in.LazyQuotes = separator, true, -1, false
	header, err := in.Read()
	if errors.Is(err, io.EOF) {
		err = &csv.ParseError{Line: 1, Err: errors.New("there is no header")}
	}
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
		var l Line
		var faults motcua.Faults
		var broken *csv.ParseError
		number := 0
		switch {
		case errors.As(err, &broken): // this row; the next line begins another
			number = broken.StartLine
			faults, _ = tableError(err).(motcua.Faults)
		case err != nil:
			return err
		default:
			number, _ = in.FieldPos(0)
			l, faults = c.line(row, at, width, usual)
		}
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
	for i := range header {
		header[i] = strings.TrimSpace(header[i])
	}
	if usual {
		at, faults = c.usualPlaces(header)
		return at, faults.Err()
	}
	for member, name := range c.names() {
		if name == "" {
			continue
		}
		n := slices.Index(header, name)
		switch {
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
func (c *Columns) line(row []string, at map[string]int, width int, usual bool) (Line, motcua.Faults) {
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
		} else {
			faults.Warn(codeStatus, "/status", motcua.Text{Vi: "trạng thái không có trong bảng, coi như chưa rõ", En: "a status that the columns do not know: taken as pending"}, nil)
		}
	}
	c.amount(&l, usual, cell, bad)
	var err error
	for _, layout := range c.Layouts {
		if l.Dated, err = time.ParseInLocation(layout, cell("dated"), motcua.Vietnam()); err == nil {
			break
		}
	}
	if err != nil {
		bad("dated", "không đọc được thời điểm", "not a time in any of the layouts")
	}
	if faults.Err() == nil {
		faults = append(faults, l.Check()...)
	}
	faults.Sort()
	return l, faults
}

// amount reads what moved, and where.
func (c *Columns) amount(l *Line, usual bool, cell func(string) string, bad func(member, vi, en string)) {
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
	m, err := c.parse(text, currency, usual)
	if err != nil {
		bad(member, "không phải số tiền", "not an amount")
		return
	}
	below := m.Sign() < 0
	if below && c.Amount == "" {
		bad(member, "số âm ở cột ghi có hoặc ghi nợ", "below 0 in a column of credit or debit")
		return
	}
	if below {
		m, l.Direction = m.Neg(), Out
	}
	l.Amount = m
	if word := cell("direction"); word != "" {
		l.Direction = c.Ways[word]
		if l.Direction == 0 || below && l.Direction == In {
			bad("direction", "không rõ chiều tiền", "not a word for where money went, or another than the amount says")
		}
	}
}

// plain writes an amount without the marks of the file. Thousands must stand in threes;
// what is written otherwise is no amount, and is nothing.
func (c *Columns) plain(text string) string {
	unsigned, _ := strings.CutPrefix(text, "+")
	whole, decimals, _ := strings.Cut(unsigned, c.decimal())
	sign := ""
	if rest, negative := strings.CutPrefix(whole, "-"); negative {
		sign, whole = "-", rest
	}
	if c.Thousands != "" && strings.Contains(whole, c.Thousands) {
		parts := strings.Split(whole, c.Thousands)
		for i, p := range parts {
			if i > 0 && len(p) != 3 || i == 0 && (len(p) == 0 || len(p) > 3) {
				return ""
			}
		}
		whole = strings.Join(parts, "")
	}
	if whole == "" || strings.Trim(whole+decimals, "0123456789") != "" {
		return ""
	}
	if len(decimals) < 3 && strings.Trim(decimals, "0") == "" { // three are thousands in another's way of writing
		return sign + whole
	}
	return sign + whole + "." + decimals
}
