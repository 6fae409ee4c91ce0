package reconcile_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment/reconcile"
)

// TestUsualForms: without columns a file is read in any of the forms that can mean one
// thing only; all rows here say the same line.
func TestUsualForms(t *testing.T) {
	const want = "in 25000 VND HD1T1 G1 succeeded 2026-03-02"
	for _, c := range []struct{ reason, text string }{
		{"as the members of a line are called", "reference,transaction,amount,dated,status\nHD1T1,G1,25000,2026-03-02T09:00:00+07:00,succeeded\n"},
		{"a mark before the text, and lines of Windows", "\ufeffreference,transaction,amount,dated\r\nHD1T1,G1,25000,2026-03-02\r\n"},
		{"semicolons, as Excel writes in Vietnam", "reference;transaction;amount;dated\nHD1T1;G1;25000;2026-03-02\n"},
		{"tabs", "reference\ttransaction\tamount\tdated\nHD1T1\tG1\t25000\t2026-03-02\n"},
		{"bars", "reference|transaction|amount|dated\nHD1T1|G1|25000|2026-03-02\n"},
		{"quotes", "\"reference\",\"transaction\",\"amount\",\"dated\"\n\"HD1T1\",\"G1\",\"25000\",\"2026-03-02\"\n"},
		{"quotes after a mark before the text", "reference,\"transaction\",amount,dated\nHD1T1,G1,25000,2026-03-02\n"},
		{"a cell of two lines", "reference,transaction,description,amount,dated\nHD1T1,G1,\"x\ny\",25000,2026-03-02\n"},
		{"capitals and spaces", "Reference, Transaction, AMOUNT, Dated\nHD1T1, G1, 25000, 2026-03-02\n"},
		{"the names of the payment platform, and its numbers", "MaThamChieu,MaGiaoDich,SoTien,MaTienTe,ThoiGianGD,TrangThaiGD\nHD1T1,G1,25000,VND,20260302090000,1\n"},
		{"thousands with points", "reference,transaction,amount,dated\nHD1T1,G1,25.000,2026-03-02\n"},
		{"and decimals that are none", "reference,transaction,amount,dated\nHD1T1,G1,\"25.000,00\",2026-03-02\n"},
		{"decimals of nothing", "reference,transaction,amount,dated\nHD1T1,G1,25000.00,2026-03-02\n"},
		{"the day first", "reference,transaction,amount,dated\nHD1T1,G1,25000,02/03/2026\n"},
		{"and no zeros", "reference,transaction,amount,dated\nHD1T1,G1,25000,2/3/2026 9:00\n"},
		{"without seconds", "reference,transaction,amount,dated\nHD1T1,G1,25000,2026-03-02 09:00\n"},
		{"without a zone", "reference,transaction,amount,dated\nHD1T1,G1,25000,2026-03-02T09:00:00\n"},
		{"what came in, in a column of its own", "reference,transaction,credit,debit,dated\nHD1T1,G1,25.000,,2026-03-02\n"},
		{"alone", "reference,transaction,credit,dated\nHD1T1,G1,25000,2026-03-02\n"},
		{"outcome for status", "reference,transaction,amount,dated,outcome\nHD1T1,G1,25000,2026-03-02,succeeded\n"},
		{"no end of the last line", "reference,transaction,amount,dated\nHD1T1,G1,25000,2026-03-02"},
	} {
		lines, told, err := readCSV(c.text, nil)
		if err != nil || len(told) > 0 || len(lines) != 1 {
			t.Errorf("%s: %d lines, %q, %v", c.reason, len(lines), told, err)
			continue
		}
		if l := lines[0]; fmt.Sprint(l, " ", l.Outcome, " ", motcua.DateOf(l.Dated)) != want {
			t.Errorf("%s: %v", c.reason, l)
		}
	}
}

// TestUsualRefusals: what could mean two things is refused, with its column.
func TestUsualRefusals(t *testing.T) {
	for _, c := range []struct {
		reason, text string
		want         []string
	}{
		{"thousands with commas could be decimals", "transaction,amount,dated\nG1,\"25,000\",2026-03-02\n", []string{"2:/amount PAY-REC-05"}},
		{"and points in a currency that has decimals", "transaction,amount,dated,currency\nG1,25.000,2026-03-02,USD\n", []string{"2:/amount PAY-REC-05"}},
		{"points in other places", "transaction,amount,dated\nG1,250.00.0,2026-03-02\n", []string{"2:/amount PAY-REC-05"}},
		{"the month first", "transaction,amount,dated\nG1,1,03/25/2026\n", []string{"2:/dated PAY-REC-05"}},
		{"two names of one member", "transaction,MaGiaoDich,amount,dated\n", []string{"1:/transaction PAY-REC-04"}},
		{"amounts in one column and in two", "transaction,amount,credit,dated\n", []string{"1:/amount PAY-REC-04"}},
		{"a name nobody knows, and none for the time", "transaction,amount,day\n", []string{"1: PAY-REC-04", "1:/dated PAY-REC-04"}},
		{"a number of the platform under another name", "transaction,amount,dated,status\nG1,1,2026-03-02,1\n", []string{"2:/status PAY-REC-09"}},
		{"one that the platform does not have", "MaGiaoDich,SoTien,ThoiGianGD,TrangThaiGD\nG1,1,20260302090000,2\n", []string{"2:/status PAY-REC-09"}},
	} {
		if _, told, err := readCSV(c.text, nil); !slices.Equal(told, c.want) {
			t.Errorf("%s: %q, want %q, %v", c.reason, told, c.want, err)
		}
	}
	err := reconcile.ReadCSV(strings.NewReader("transaction,amount,Nguyễn Văn A,dated\n"), nil, nil)
	if err == nil || !strings.Contains(err.Error(), "column 3") || strings.Contains(err.Error(), "Nguyễn") {
		t.Errorf("a header that may be a row: its place is told and not its text: %v", err)
	}
}

// TestMarkBeforeLines: JSON Lines may begin with the mark of Windows, as a file of CSV may,
// and have it nowhere else.
func TestMarkBeforeLines(t *testing.T) {
	line := string(written(t, fullLine()))
	for text, want := range map[string][]bool{
		"\ufeff" + line + "\r\n" + line + "\r\n": {true, true},
		line + "\n\ufeff" + line + "\n":          {true, false},
	} {
		var sound []bool
		err := reconcile.ReadLines(strings.NewReader(text), func(_ *reconcile.Line, faults motcua.Faults) error {
			sound = append(sound, faults.Err() == nil)
			return nil
		})
		if err != nil || !slices.Equal(sound, want) {
			t.Errorf("%v, want %v: %v", sound, want, err)
		}
	}
}
