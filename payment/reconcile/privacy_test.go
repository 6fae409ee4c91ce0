package reconcile_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/schematest"
	"github.com/motcua/motcua/payment/reconcile"
)

// marker stands in what a payer wrote; account is the number of an account beside it.
const (
	marker  = "Marker"
	account = "0123456789012"
)

// quiet fails where a text shows a marker or an account.
func quiet(t *testing.T, what, out string) {
	t.Helper()
	if strings.Contains(out, marker) || strings.Contains(out, account) || strings.Contains(out, fmt.Sprintf("%x", marker)) {
		t.Errorf("%s: %s", what, out)
	}
}

// shown is all that can be seen of an error.
func shown(err error) string {
	out := fmt.Sprintf("%v %+v %#v %q", err, err, err, err)
	var faults motcua.Faults
	if errors.As(err, &faults) {
		for _, f := range faults {
			out += fmt.Sprintf("%+v %v %v", f, f.Message, f.Cause)
		}
	}
	return out
}

func markedLine() reconcile.Line {
	l := fullLine()
	l.Description = marker + " " + account
	return l
}

// TestLinesShowNobody: what is printed or logged of a line tells nothing of what the payer
// wrote.
func TestLinesShowNobody(t *testing.T) {
	l := markedLine()
	if !strings.Contains(string(written(t, l)), marker) {
		t.Fatal("the line holds no marker")
	}
	var log bytes.Buffer
	for _, v := range []any{l, &l, []reconcile.Line{l}, struct{ L reconcile.Line }{l}} {
		for _, format := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
			quiet(t, format, fmt.Sprintf(format, v))
		}
		slog.New(slog.NewTextHandler(&log, nil)).Info("seen", "value", v)
	}
	slog.New(slog.NewJSONHandler(&log, nil)).Info("seen", "value", l)
	quiet(t, "log", log.String())
}

// TestFindingsShowNobody: no report holds what the payer wrote, whatever its line comes to.
func TestFindingsShowNobody(t *testing.T) {
	p := planted(400)
	for i := range p.lines {
		p.lines[i].Description = marker + " " + account
	}
	got := reconciled(t, march(), p.journal, p.lines)
	if len(got.Findings) < 10 {
		t.Fatalf("%d findings", len(got.Findings))
	}
	text, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	quiet(t, "report", string(text)+fmt.Sprintf("%v %+v %#v", got, got, got))
}

// TestFaultsShowNobody: whatever is wrong anywhere in a line or a table, no fault tells what
// the payer wrote.
func TestFaultsShowNobody(t *testing.T) {
	side := schematest.Sides(t, reconcile.Documents())["statementLine"]
	text := written(t, markedLine())
	var tree any
	if err := json.Unmarshal(text, &tree); err != nil {
		t.Fatal(err)
	}
	schematest.Spoil(tree, func(what string, whole any) { quiet(t, what, shown(side.Check(written(t, whole)).Err())) })
	for i := range text {
		quiet(t, "broken off", shown(side.Check(text[:i]).Err()))
	}
	wrong := bytes.Replace(text, []byte(`"`+marker+" "+account+`"`), []byte(`["`+marker+`",`+account+`]`), 1)
	quiet(t, "no text", shown(side.Check(wrong).Err()))
	cell := marker + " " + account
	for _, row := range []string{
		"x;x;" + cell + ";" + cell + ";" + cell + ";" + cell + ";" + cell, cell + ";G1;;;1;Thành công;" + cell, "02/03/2026;G1;;;" + cell + ";Thành công;", "02/03/2026;G1;;;1;" + cell + ";" + cell,
		"02/03/2026;G1;;;1;Thành công;" + cell + ";" + cell, "02/03/2026;G1;;;1;Thành công;\"" + cell, "02/03/2026;G1;;;1;Thành công;" + cell + "\"", cell, ";;;;1;;" + cell,
	} {
		err := reconcile.ReadCSV(strings.NewReader("Ngày GD;Số GD;Mã tham chiếu;Ghi nợ;Ghi có;Trạng thái;Nội dung\n"+row+"\n"), bankColumns(), func(l *reconcile.Line, faults motcua.Faults) error {
			if len(faults) == 0 {
				t.Errorf("nothing is wrong with %q", row)
			}
			quiet(t, row, shown(faults))
			quiet(t, row, shown(faults.Err()))
			return nil
		})
		quiet(t, row, shown(err))
	}
	quiet(t, "header", shown(reconcile.ReadCSV(strings.NewReader(cell+";"+cell+"\n"), bankColumns(), nil)))
	long := strings.Repeat(cell, reconcile.MaxLine/len(cell)+1)
	quiet(t, "long", shown(reconcile.ReadLines(strings.NewReader(long), nil)))
	quiet(t, "long", shown(reconcile.ReadCSV(strings.NewReader("dated,amount\n"+long+long), nil, nil)))
}
