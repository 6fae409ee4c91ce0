package register_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

// TestReadLines: what AppendLine writes is read again; a line with faults is given with
// its number, and the function's error ends the reading.
func TestReadLines(t *testing.T) {
	var o payment.Order
	e, err := o.Decide(&payment.Command{ID: "open", Action: payment.ActionOpen, By: payment.RoleSystem, Details: payment.Details{Opening: opening("HD1")}}, time.Date(2026, time.March, 2, 9, 0, 0, 0, motcua.Vietnam()))
	if err != nil {
		t.Fatal(err)
	}
	text, err := register.AppendLine(nil, "HD1", &e)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	read := func(number int, l *register.EventLine, faults motcua.Faults) error {
		got = append(got, fmt.Sprint(number, l.Order, l.Event.ID, len(faults) > 0, faults.Err() != nil && faults[0].Line == number))
		return nil
	}
	if err := register.ReadLines(strings.NewReader(string(text)+"\n  \n{}\n"+string(text[:len(text)-1])), read); err != nil {
		t.Error(err)
	}
	if want := "1HD1openfalse false,4true true,5HD1openfalse false"; strings.Join(got, ",") != want {
		t.Errorf("%q", got)
	}
	stop := fmt.Errorf("stop")
	if err := register.ReadLines(strings.NewReader("{}\n{}\n"), func(int, *register.EventLine, motcua.Faults) error { return stop }); err != stop {
		t.Error(err)
	}
	if err := register.ReadLines(strings.NewReader(strings.Repeat(" ", register.MaxLine+1)), read); err == nil {
		t.Error("a line that is too long was read")
	}
}
