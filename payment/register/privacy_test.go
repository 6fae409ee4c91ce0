package register_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/schematest"
	"github.com/motcua/motcua/payment"
	"github.com/motcua/motcua/payment/register"
)

// marker stands in every member that identifies a person.
const marker = "Marker"

// markedOrder is an order, opened and refused to nobody, with markers.
func markedOrder(t testing.TB) register.Register {
	t.Helper()
	ctx := context.Background()
	r := register.Register{Log: new(motcua.MemoryLog), Clock: at(morning)}
	o := fullOpening("HD1")
	o.Payer = payment.Payer{Name: marker + "Name", ID: marker + "ID", Address: marker + "Address"}
	must(r.Open(ctx, o, payment.RoleSystem))(t)
	must(r.Execute(ctx, "HD1", &payment.Command{ID: "c", Action: payment.ActionCancel, By: payment.RoleOfficer, Who: marker + "Who", Details: payment.Details{Reason: marker + "Reason"}}))(t)
	must(r.Report(ctx, claim("HD9T1", "G1")))(t)
	list := must(r.Suspense(ctx))(t)
	if err := r.Explain(ctx, list[0].ID, "", marker+"Explained"); err != nil {
		t.Fatal(err)
	}
	return r
}

// quiet fails where an error shows a marker.
func quiet(t testing.TB, what string, err error) {
	t.Helper()
	if err == nil {
		return
	}
	out := fmt.Sprintf("%v %+v %#v %q", err, err, err, err)
	var faults motcua.Faults
	if errors.As(err, &faults) {
		for _, f := range faults {
			out += fmt.Sprintf("%+v %v %v", f, f.Message, f.Cause)
		}
	}
	if strings.Contains(out, marker) {
		t.Errorf("%s: %s", what, out)
	}
}

// TestFaultsShowNobody: whatever is wrong anywhere in a document, no fault names the
// persons in it.
func TestFaultsShowNobody(t *testing.T) {
	if testing.Short() {
		t.Skip("spoils a history in every place, and nothing of it runs at once")
	}
	o, _, err := markedOrder(t).Load(context.Background(), "HD1")
	if err != nil {
		t.Fatal(err)
	}
	sides := schematest.Sides(t, register.Documents())
	for name, v := range map[string]any{"order": register.Of(o), "orderEvent": register.EventLine{Order: "HD1", Event: o.Events[0]}, "orderOpening": o.Opening} {
		text := must(json.Marshal(v))(t)
		if !bytes.Contains(text, []byte(marker)) {
			t.Fatalf("%s holds no marker", name)
		}
		var tree any
		if err := json.Unmarshal(text, &tree); err != nil {
			t.Fatal(err)
		}
		schematest.Spoil(tree, func(what string, whole any) {
			quiet(t, name+what, sides[name].Check(must(json.Marshal(whole))(t)).Err())
		})
		for i := range text { // broken off anywhere
			quiet(t, name, sides[name].Check(text[:i]).Err())
		}
		wrong := strings.NewReplacer(`"`+marker+"Name"+`"`, `["`+marker+`"]`, `"`+marker+"ID"+`"`, `7`, `"`+marker+"Who"+`"`, `{"x":"`+marker+`"}`)
		quiet(t, name, sides[name].Check([]byte(wrong.Replace(string(text)))).Err())
	}
}

// TestKeptShowsNobody: what is printed or logged of what a register holds, and the faults
// of records that are damaged anywhere, name no person.
func TestKeptShowsNobody(t *testing.T) {
	ctx := context.Background()
	r := markedOrder(t)
	o, head, err := r.Load(ctx, "HD1")
	if err != nil {
		t.Fatal(err)
	}
	list := must(r.Suspense(ctx))(t)
	if list[0].Reason != marker+"Explained" {
		t.Fatalf("the reason is %q", list[0].Reason)
	}
	var log bytes.Buffer
	for _, v := range []any{o, head, register.Of(o), register.EventLine{Order: "HD1", Event: o.Events[0]}, register.Taken{Event: o.Events[1]}, list, list[0], &list[0]} {
		for _, format := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
			if out := fmt.Sprintf(format, v); strings.Contains(out, marker) || strings.Contains(out, fmt.Sprintf("%x", marker)) {
				t.Errorf("%s of %T: %s", format, v, out)
			}
		}
		slog.New(slog.NewTextHandler(&log, nil)).Info("seen", "value", v)
	}
	slog.New(slog.NewJSONHandler(&log, nil)).Info("seen", "value", list[0])
	if strings.Contains(log.String(), marker) {
		t.Error(log.String())
	}
	records := records(t, r.Log, "order/HD1")
	for i := range records {
		whole := records[i].Data
		for n := 1; n < len(whole); n += 11 {
			records[i].Data = append(bytes.Clone(whole[:n]), whole[min(n+2, len(whole)):]...)
			damaged := register.Register{Log: fixed{list: records}}
			_, _, err := damaged.Load(ctx, "HD1")
			quiet(t, "load", err)
			_, faults, err := damaged.Verify(ctx, "HD1", register.Head{})
			quiet(t, "verify", errors.Join(faults.Err(), err))
		}
		records[i].Data = whole
	}
}
