package reconcile_test

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/reconcile"
)

// bankColumns are those of a bank that writes as one does in Vietnam.
func bankColumns() *reconcile.Columns {
	return &reconcile.Columns{
		Separator: ";", Reference: "Mã tham chiếu", Transaction: "Số GD", Credit: "Ghi có", Debit: "Ghi nợ", Dated: "Ngày GD", Status: "Trạng thái", Description: "Nội dung",
		Unit: payment.VND, Thousands: ".", Decimal: ",", Layouts: []string{"02/01/2006 15:04:05", "02/01/2006"},
		Outcomes: map[string]payment.Outcome{"Thành công": payment.OutcomeSucceeded, "Thất bại": payment.OutcomeFailed},
	}
}

// readCSV writes down every line and its faults.
func readCSV(text string, c *reconcile.Columns) (lines []reconcile.Line, told []string, err error) {
	err = reconcile.ReadCSV(strings.NewReader(text), c, func(l *reconcile.Line, faults motcua.Faults) error {
		for _, f := range faults {
			told = append(told, places(motcua.Faults{f})...)
		}
		if faults.Err() == nil {
			lines = append(lines, *l)
		}
		return nil
	})
	var faults motcua.Faults
	if errors.As(err, &faults) {
		told = append(told, places(faults)...)
	}
	return lines, told, err
}

func places(faults motcua.Faults) (list []string) {
	for _, f := range faults {
		list = append(list, fmt.Sprintf("%d:%s %s", f.Line, f.Pointer, f.Code))
	}
	return list
}

// TestReadBank reads the statement of a bank: a mark before the text, quotes, rows of
// several lines, thousands, either column, dates with and without a time, and a status
// nobody knows, which is no payment.
func TestReadBank(t *testing.T) {
	const text = "\ufeffNgày GD;Số GD;Mã tham chiếu;Ghi nợ;Ghi có;Trạng thái;Nội dung;Số dư\r\n" +
		"02/03/2026 09:15:00;G1;HD1T1;;25.000;Thành công;\"nộp phí;\nxã Mẫu\";1.000.000\r\n" +
		"03/03/2026;G2;;\"1.250.000,00\";0;Thành công;;0\r\n" +
		"\r\n" +
		"03/03/2026; G3 ;HD3T1;0,00;+25.000;Đang đi đường;;0\r\n"
	lines, told, err := readCSV(text, bankColumns())
	if diff := cmp.Diff([]string{"6:/status PAY-REC-09"}, told); err != nil || diff != "" {
		t.Fatalf("%v (-want +got):\n%s", err, diff)
	}
	want := []reconcile.Line{
		{Reference: "HD1T1", Transaction: "G1", Amount: vnd(25000), Direction: reconcile.In, Dated: monday.Add(9*time.Hour + 15*time.Minute), Outcome: payment.OutcomeSucceeded, Status: "Thành công", Description: "nộp phí;\nxã Mẫu", Row: 2},
		{Transaction: "G2", Amount: vnd(1250000), Direction: reconcile.Out, Dated: monday.AddDate(0, 0, 1), Outcome: payment.OutcomeSucceeded, Status: "Thành công", Row: 4},
		{Reference: "HD3T1", Transaction: "G3", Amount: vnd(25000), Direction: reconcile.In, Dated: monday.AddDate(0, 0, 1), Outcome: payment.OutcomePending, Status: "Đang đi đường", Row: 6},
	}
	if diff := cmp.Diff(want, lines, plain); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestReadUsual reads a file whose headers are the members of a line; those that may be
// absent are.
func TestReadUsual(t *testing.T) {
	const text = "dated,amount,transaction,direction,currency,status\n" +
		"2026-03-02T09:00:00+07:00,25000,G1,in,,\n2026-03-02 09:00:00,10.50,G2,out,USD,00\n2026-03-02,-8000,G3,,VND,failed\n2026-03-02,8000,G4,,VND,none knows\n"
	lines, told, err := readCSV(text, nil)
	if diff := cmp.Diff([]string{"5:/status PAY-REC-09"}, told); err != nil || diff != "" {
		t.Fatalf("%v (-want +got):\n%s", err, diff)
	}
	var got []string
	for _, l := range lines {
		got = append(got, fmt.Sprint(l, " ", l.Outcome, " ", l.Dated.Format(time.RFC3339)))
	}
	want := []string{
		"in 25000 VND  G1 succeeded 2026-03-02T09:00:00+07:00", "out 10.50 USD  G2 succeeded 2026-03-02T09:00:00+07:00",
		"out 8000 VND  G3 failed 2026-03-02T00:00:00+07:00", "in 8000 VND  G4 pending 2026-03-02T00:00:00+07:00",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// badTables are texts at fault: by line, place and code.
var badTables = []struct {
	name, text string
	columns    *reconcile.Columns
	want       []string
}{
	{"nothing", "", nil, []string{"1: PAY-REC-06"}},
	{"no column of amounts", "dated,transaction\n", nil, []string{"1:/amount PAY-REC-04"}},
	{"two of them", "dated,amount,amount\n", nil, []string{"1:/amount PAY-REC-04"}},
	{"columns that were named are not there", "Ngày GD;Số GD\n", bankColumns(), []string{"1:/credit PAY-REC-04", "1:/debit PAY-REC-04", "1:/description PAY-REC-04", "1:/reference PAY-REC-04", "1:/status PAY-REC-04"}},
	{"columns that are no columns", "x\n", &reconcile.Columns{}, []string{"0:/amount PAY-REC-07", "0:/dated PAY-REC-07", "0:/reference PAY-REC-07", "0:/separator PAY-REC-07", "0:/unit PAY-REC-07"}},
	{"a row that is short", "dated,amount,transaction\n2026-03-02,1\n", nil, []string{"2: PAY-REC-06"}},
	{"and one that is long", "dated,amount,transaction\n2026-03-02,1,G1,x\n", nil, []string{"2: PAY-REC-06"}},
	{"a quote that stands alone", "dated,amount,transaction\n2026-03-02,1,G\"1\n", nil, []string{"2: PAY-REC-06"}},
	{"one that is not closed", "dated,amount,transaction\n2026-03-02,1,\"G1\n", nil, []string{"2: PAY-REC-06"}},
	{"cells that cannot be read, all at once", "dated,amount,transaction,direction,currency\n2026-13-02,x,G1,in,\n2026-03-02,1,G1,up,\n2026-03-02,1,G1,in,XYZ\n", nil,
		[]string{"2:/amount PAY-REC-05", "2:/dated PAY-REC-05", "3:/direction PAY-REC-05", "4:/currency PAY-REC-05"}},
	{"an amount below 0 that came in", "dated,amount,transaction,direction\n2026-03-02,-1,G1,in\n", nil, []string{"2:/direction PAY-REC-05"}},
	{"more decimals than the currency has", "dated,amount,transaction\n2026-03-02,1.5,G1\n", nil, []string{"2:/amount PAY-REC-05"}},
	{"nothing moved, and no key", "dated,amount,transaction\n2026-03-02,0,\n", nil, []string{"2: PAY-REC-03", "2:/amount PAY-REC-01"}},
	{"out of all proportion", "dated,amount,transaction\n2026-03-02,10000000000001,G1\n", nil, []string{"2:/amount PAY-REC-01"}},
	{"a status nobody knows, and what else is wrong", "dated,amount,transaction,status\n2026-03-02,x,G1,hm\n2026-03-02,0,G1,hm\n", nil, []string{"2:/amount PAY-REC-05", "2:/status PAY-REC-09", "3:/amount PAY-REC-01", "3:/status PAY-REC-09"}},
	{"more than int64", "dated,amount,transaction\n2026-03-02,99999999999999999999,G1\n", nil, []string{"2:/amount PAY-REC-05"}},
}

func TestBadTables(t *testing.T) {
	for _, c := range badTables {
		_, told, _ := readCSV(c.text, c.columns)
		if diff := cmp.Diff(c.want, told); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestAmountsAsWritten: marks stand where they belong, or it is no amount.
func TestAmountsAsWritten(t *testing.T) {
	comma, dot := bankColumns(), bankColumns()
	comma.Unit, dot.Unit, dot.Thousands, dot.Decimal = payment.USD, payment.USD, ",", ""
	for _, c := range []struct {
		columns    *reconcile.Columns
		text, want string
	}{
		{comma, "25.000", "25000.00 USD"}, {comma, "1.025.000,5", "1025000.50 USD"}, {comma, "25000", "25000.00 USD"}, {comma, "+1,00", "1.00 USD"},
		{comma, "25.00", ""}, {comma, "25,000.5", ""}, {comma, "1.5", ""}, {comma, ".500", ""}, {comma, "1..000", ""}, {comma, "2500.000", ""}, {comma, "1,2,3", ""},
		{comma, "25 000", ""}, {comma, "25.000đ", ""}, {comma, "--1", ""}, {comma, "+-1", ""}, {comma, "-1", ""}, {comma, "1e3", ""}, {comma, ",5", ""}, {comma, "٣", ""},
		{dot, "25,000.50", "25000.50 USD"}, {dot, "25,000", "25000.00 USD"}, {dot, "25.000,50", ""}, {dot, "25.50", "25.50 USD"}, {dot, "25,00", ""},
	} {
		lines, told, err := readCSV("Ngày GD;Số GD;Mã tham chiếu;Ghi nợ;Ghi có;Trạng thái;Nội dung\n02/03/2026;G1;;;"+c.text+";Thành công;\n", c.columns)
		got := ""
		if len(lines) == 1 {
			got = lines[0].Amount.String()
		}
		if got != c.want || err != nil || (c.want == "") != (len(told) == 1) {
			t.Errorf("%q is %q, want %q: %v, %v", c.text, got, c.want, told, err)
		}
	}
	_, told, _ := readCSV("Ngày GD;Số GD;Mã tham chiếu;Ghi nợ;Ghi có;Trạng thái;Nội dung\n02/03/2026;G1;;1.000;2.000;Thành công;\n02/03/2026;G1;;;;Thành công;\n", comma)
	if diff := cmp.Diff([]string{"2:/credit PAY-REC-05", "3:/debit PAY-REC-05"}, told); diff != "" {
		t.Errorf("in both columns, and in none (-want +got):\n%s", diff)
	}
}

// endless gives a text over and over.
type endless struct {
	text string
	left int
	rest string
}

func (e *endless) Read(p []byte) (int, error) {
	if e.rest == "" {
		if e.left == 0 {
			return 0, io.EOF
		}
		e.left--
		e.rest = e.text
	}
	n := copy(p, e.rest)
	e.rest = e.rest[n:]
	return n, nil
}

// TestNoRowWithoutEnd: a file may be as long as it likes, a row may not.
func TestNoRowWithoutEnd(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and of one goroutine")
	}
	const header = "dated,amount,transaction,description\n"
	row := "2026-03-02,1,G1,\"" + strings.Repeat("x", 1000) + "\"\n"
	rows := 0
	err := reconcile.ReadCSV(io.MultiReader(strings.NewReader(header), &endless{text: row, left: 3000}), nil, func(*reconcile.Line, motcua.Faults) error { rows++; return nil })
	if err != nil || rows != 3000 {
		t.Errorf("%d rows: %v", rows, err)
	}
	if _, told, err := readCSV(header+"2026-03-02,1,G1,"+strings.Repeat("x", reconcile.MaxLine-100)+"\n", nil); err != nil || told != nil {
		t.Errorf("a row that just fits: %v %v", told, err)
	}
	for name, r := range map[string]io.Reader{
		"a row":           io.MultiReader(strings.NewReader(header), &endless{text: strings.Repeat("x", 1<<12), left: 1 << 20}),
		"a quote":         io.MultiReader(strings.NewReader(header+"\""), &endless{text: strings.Repeat("x\n", 1<<11), left: 1 << 20}),
		"a row of commas": io.MultiReader(strings.NewReader(header), &endless{text: strings.Repeat(",", 1<<12), left: 1 << 20}),
		"a header":        &endless{text: strings.Repeat("x", 1<<12), left: 1 << 20},
	} {
		if err := reconcile.ReadCSV(r, nil, func(*reconcile.Line, motcua.Faults) error { return nil }); err == nil || r != nil && strings.Contains(err.Error(), "xx") {
			t.Errorf("%s without end: %v", name, err)
		}
	}
	lines := io.MultiReader(&endless{text: strings.Repeat("\n", 1000), left: 3000}, strings.NewReader(`{"x":1}`)) // lines that end
	if err := reconcile.ReadLines(lines, func(*reconcile.Line, motcua.Faults) error { rows++; return nil }); err != nil || rows != 3001 {
		t.Errorf("%d lines: %v", rows, err)
	}
	if err := reconcile.ReadJournal(&endless{text: "xxxx", left: 1 << 20}, func(*payment.Entry, motcua.Faults) error { return nil }); err == nil || !strings.HasPrefix(err.Error(), "line 1: longer than 1048576 bytes") {
		t.Errorf("an entry without end: %v", err)
	}
}

// TestReadLines: lines are given with their numbers and faults; the row that a line states
// is kept; the error of the function ends it.
func TestReadLines(t *testing.T) {
	l := fullLine()
	text := string(written(t, l)) + "\n\n" + strings.Replace(string(written(t, l)), `"row":7`, `"row":0`, 1) + "\n{\"reference\":1}\n"
	var told []string
	var rows []int64
	each := func(l *reconcile.Line, faults motcua.Faults) error {
		rows, told = append(rows, l.Row), append(told, places(faults)...)
		return nil
	}
	if err := reconcile.ReadLines(strings.NewReader(text), each); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff([]int64{7, 3, 4}, rows); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(told) == 0 || told[len(told)-1] != "4:/reference DOC-VALUE-01" {
		t.Errorf("%q", told)
	}
	stop := errors.New("stop")
	if err := reconcile.ReadLines(strings.NewReader(text), func(*reconcile.Line, motcua.Faults) error { return stop }); !errors.Is(err, stop) {
		t.Error(err)
	}
	if err := reconcile.ReadCSV(strings.NewReader("dated,amount\nx,x\n"), nil, func(*reconcile.Line, motcua.Faults) error { return stop }); !errors.Is(err, stop) {
		t.Error(err)
	}
	if err := reconcile.ReadJournal(strings.NewReader("{}\n"), func(_ *payment.Entry, faults motcua.Faults) error { return faults.Err() }); err == nil {
		t.Error("an entry of nothing")
	}
}

// TestReadBroken: a row whose quotes are wrong is told with its line, and the rows after
// it are read; a quote that never ends takes what follows with it, as nobody knows where
// it ends.
func TestReadBroken(t *testing.T) {
	const header = "reference,amount,dated\n"
	for _, c := range []struct {
		reason, text string
		lines        int
		told         []string
	}{
		{"a quote within", "HD1T1,2\"5,2026-03-02\nHD2T1,5,2026-03-02\n", 1, []string{"2: PAY-REC-06"}},
		{"text after a quote", "HD1T1,\"25\"x,2026-03-02\nHD2T1,5,2026-03-02\n", 1, []string{"2: PAY-REC-06"}},
		{"two of them, and a cell that is wrong", "a\"b,5,2026-03-02\nHD2T1,5,2026-03-02\nHD3T1,much,2026-03-02\na\"b,5,2026-03-02\nHD4T1,5,2026-03-02\n", 2, []string{"2: PAY-REC-06", "4:/amount PAY-REC-05", "5: PAY-REC-06"}},
		{"one that never ends", "HD1T1,5,2026-03-02\n\"HD2T1,5,2026-03-02\nHD3T1,5,2026-03-02\n", 1, []string{"3: PAY-REC-06"}},
	} {
		lines, told, err := readCSV(header+c.text, nil)
		if err != nil || len(lines) != c.lines || !slices.Equal(told, c.told) {
			t.Errorf("%s: %d lines, %q, %v", c.reason, len(lines), told, err)
		}
	}
}
