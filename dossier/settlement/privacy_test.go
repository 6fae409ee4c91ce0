package settlement_test

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/payment"
)

// TestShowsNobody: errors and gaps name no person of the order or the dossier.
func TestShowsNobody(t *testing.T) {
	const marker = "Marker"
	log := new(motcua.MemoryLog)
	w := at(log)
	check(t, w.file(code)) // for "Người nộp mẫu"
	o := order("HD1", code, "5000 VND")
	o.Payer = payment.Payer{Name: marker, ID: marker, Address: marker}
	check(t, w.Demand(w.ctx, o))
	second := order("HD2", code, "7000 VND")
	second.Payer = o.Payer
	var all []any
	note := func(err error) {
		if err == nil {
			t.Error("nothing went wrong")
		}
		all = append(all, err)
		var faults motcua.Faults
		if errors.As(err, &faults) {
			for _, f := range faults {
				all = append(all, f.Message, fmt.Sprint(f.Cause))
			}
		}
	}
	note(w.Demand(w.ctx, second)) // the dossier waits for another
	other := *o
	other.Payer.Name = marker + "2"
	note(w.Demand(w.ctx, &other)) // another order of the same id
	other.ID = "?"
	note(w.Demand(w.ctx, &other))
	check(t, w.start("HD1T1", payment.MethodPortal, "5000 VND"))
	taken, err := w.Report(w.ctx, claim("HD1T1", "G1", "5000 VND"))
	check(t, err)
	w.refund(t, "HD1", "R1", "5000 VND")
	unfiled := order("HD3", "H56.12-260302-0009", "7000 VND")
	unfiled.Payer = o.Payer
	_, err = w.Orders.Open(w.ctx, unfiled, payment.RoleSystem)
	check(t, err)
	check(t, w.waive("HD3", "7000 VND"))
	_, err = w.Settle(w.ctx, "HD3")
	note(err)
	gaps, err := w.Recover(w.ctx, unit)
	check(t, err)
	if len(gaps) != 2 {
		t.Errorf("%+v", gaps)
	}
	bad := at(torn{log, "order/HD1"})
	_, err = bad.Settle(w.ctx, "HD1")
	note(err)
	bad = at(torn{log, "dossier/" + code})
	_, err = bad.Report(w.ctx, claim("HD2T1", "G1", "5000 VND"))
	check(t, err) // nobody tried to pay it
	all = append(all, gaps, taken, w.Desk, dossier.Payment{})
	for _, v := range all {
		var logged bytes.Buffer
		slog.New(slog.NewTextHandler(&logged, nil)).Info("seen", "value", v)
		if out := fmt.Sprintf("%v %+v %#v %q", v, v, v, v) + logged.String(); strings.Contains(out, marker) || strings.Contains(out, "Người nộp") {
			t.Errorf("%T: %s", v, out)
		}
	}
}
