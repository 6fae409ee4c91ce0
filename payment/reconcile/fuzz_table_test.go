package reconcile_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment/reconcile"
)

// FuzzReadCSV: under whatever columns a file is read, each fault says where it is and shows
// nothing of what the payer wrote, and a line without faults is one that JSON Lines give
// back.
func FuzzReadCSV(f *testing.F) {
	bank, _ := json.Marshal(bankColumns())
	usual, _ := json.Marshal(reconcile.UsualColumns())
	f.Add(bank, "Ngày GD;Số GD;Mã tham chiếu;Ghi nợ;Ghi có;Trạng thái;Nội dung\n02/03/2026;G1;HD1T1;;25.000;Thành công;x\n")
	f.Add(usual, "dated,amount,transaction\n2026-03-02,25000,G1\n")
	for _, c := range badTables {
		f.Add(usual, c.text)
	}
	for _, c := range badDocuments {
		if c.kind == "statementColumns" {
			f.Add([]byte(c.text), "t,a,d\n")
		}
	}
	f.Fuzz(func(t *testing.T, columns []byte, text string) {
		c, faults := reconcile.ParseColumns(columns)
		if faults.Err() != nil {
			return
		}
		var lines bytes.Buffer
		var want []reconcile.Line
		_ = reconcile.ReadCSV(strings.NewReader(text), &c, func(l *reconcile.Line, faults motcua.Faults) error {
			for _, fault := range faults {
				if fault.Code == "" || fault.Line < 2 || fault.Message.Vi == "" || fault.Message.En == "" {
					t.Fatalf("%+v", fault)
				}
			}
			if written, err := json.Marshal(l); err == nil && faults.Err() == nil && l.Dated.Year() < 10000 {
				lines.Write(append(written, '\n'))
				want = append(want, *l)
			}
			return nil
		})
		n := 0
		err := reconcile.ReadLines(&lines, func(l *reconcile.Line, faults motcua.Faults) error {
			if faults.Err() != nil || l.Row != want[n].Row || l.Amount != want[n].Amount || !l.Dated.Equal(want[n].Dated) || l.Outcome != want[n].Outcome {
				t.Fatalf("%v is read as %v: %v", want[n], l, faults)
			}
			n++
			return nil
		})
		if err != nil || n != len(want) {
			t.Fatalf("%d of %d lines: %v", n, len(want), err)
		}
	})
}
