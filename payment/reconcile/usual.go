package reconcile

import (
	"bufio"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// UsualColumns are the columns of a file whose headers are the names of the members of
// [Line], with commas, plain amounts in đồng, and times of RFC 3339, of a database, of the
// payment platform (yyyyMMddHHmmss), or with the day first as in Vietnam: 02/03/2026 is
// the second of March.
//
// Where no columns are given, [ReadCSV] takes more than these: any separator, headers in
// capitals, the platform's names of them (MaThamChieu, MaGiaoDich, SoTien, TrangThaiGD …),
// columns called credit and debit, and, in currencies without decimals, thousands with
// points.
func UsualColumns() Columns {
	return Columns{
		Separator: ",", Reference: "reference", Transaction: "transaction", Dossier: "dossier", Amount: "amount", Direction: "direction", Currency: "currency",
		Dated: "dated", Status: "status", Description: "description", Unit: payment.VND,
		Layouts:  []string{time.RFC3339, "2006-01-02 15:04:05", "2006-01-02T15:04:05", "2006-01-02 15:04", "2006-01-02", "20060102150405", "2/1/2006 15:04:05", "2/1/2006 15:04", "2/1/2006"},
		Ways:     map[string]Direction{"in": In, "out": Out},
		Outcomes: map[string]payment.Outcome{"": payment.OutcomeSucceeded, "succeeded": payment.OutcomeSucceeded, "00": payment.OutcomeSucceeded, "failed": payment.OutcomeFailed, "cancelled": payment.OutcomeCancelled, "pending": payment.OutcomePending},
	}
}

// usualNames are the headers that a member may have where no columns are given. Those of
// the payment platform are its fields of 1.0.6.
var usualNames = [...]struct {
	member string
	names  []string
}{
	{"reference", []string{"reference", "MaThamChieu"}},
	{"transaction", []string{"transaction", "MaGiaoDich"}},
	{"dossier", []string{"dossier", "MaHoSo"}},
	{"amount", []string{"amount", "SoTien"}},
	{"credit", []string{"credit"}},
	{"debit", []string{"debit"}},
	{"direction", []string{"direction"}},
	{"currency", []string{"currency", "MaTienTe"}},
	{"dated", []string{"dated", "ThoiGianGD"}},
	{"status", []string{"status", "outcome", platformStatus}},
	{"description", []string{"description", "ThongTinGiaoDich"}},
}

// platformStatus is the platform's name of the status, whose words are numbers.
const platformStatus = "TrangThaiGD"

func platformOutcomes() map[string]payment.Outcome {
	return map[string]payment.Outcome{"1": payment.OutcomeSucceeded, "3": payment.OutcomePending, "4": payment.OutcomeFailed}
}

// inVietnam is how amounts in đồng are written there.
var inVietnam = Columns{Thousands: ".", Decimal: ","}

// separators may stand between the cells of a file of the usual columns.
const separators = ",;\t|"

// separatorOf is the first mark in the header that may stand between cells.
func separatorOf(in *bufio.Reader) string {
	text, _ := in.Peek(in.Size()) // what cannot be read is told by whoever reads on
	line, _, _ := strings.Cut(string(text), "\n")
	if i := strings.IndexAny(line, separators); i >= 0 {
		return line[i : i+1]
	}
	return separators[:1]
}

// memberOf is the member that a header stands for in a file of the usual columns.
func memberOf(header string) string {
	for _, row := range usualNames {
		if slices.ContainsFunc(row.names, func(name string) bool { return strings.EqualFold(name, header) }) {
			return row.member
		}
	}
	return ""
}

// usualPlaces finds where the usual columns stand, by member, and takes the amounts and
// the words of the status as the header says.
func (c *Columns) usualPlaces(header []string) (map[string]int, motcua.Faults) {
	var faults motcua.Faults
	add := func(pointer, vi, en string) {
		faults.Add(codeColumn, pointer, motcua.Text{Vi: vi, En: en}, nil).Line = 1
	}
	at := map[string]int{}
	for i, name := range header {
		member, n := memberOf(name), strconv.Itoa(i+1)
		first, twice := at[member]
		switch {
		case member == "":
			add("", "cột "+n+": dòng sao kê không có cột này", "column "+n+": no member of a line is called like this header")
		case twice:
			add(motcua.Pointer(member), "cột "+n+" trùng với cột "+strconv.Itoa(first+1), "column "+n+" is the same as column "+strconv.Itoa(first+1))
		default:
			at[member] = i
		}
		if strings.EqualFold(name, platformStatus) {
			c.Outcomes = platformOutcomes()
		}
	}
	_, amount := at["amount"]
	_, credit := at["credit"]
	_, debit := at["debit"]
	switch {
	case amount && (credit || debit):
		add("/amount", "cần một cột số tiền, hoặc cột ghi có và ghi nợ", "one column of amounts, or those of credit and debit")
	case credit || debit:
		c.Amount = ""
	case !amount:
		add("/amount", "không có cột amount", "there is no column amount")
	}
	if _, dated := at["dated"]; !dated {
		add("/dated", "không có cột dated", "there is no column dated")
	}
	faults.Sort()
	return at, faults
}

// parse reads an amount as the file writes it, and in a file of the usual columns as one
// does in Vietnam, where that can mean nothing else.
func (c *Columns) parse(text string, currency payment.Currency, usual bool) (payment.Money, error) {
	m, err := payment.ParseAmount(c.plain(text), currency)
	if err != nil && usual && currency.Digits() == 0 {
		return payment.ParseAmount(inVietnam.plain(text), currency)
	}
	return m, err
}
